"""Labels of several levels."""

import numpy as np

from .arrays import argsort, concat, factorize, is_position, take_fill
from .construct import array_of, is_list_like
from .dates import DatetimeArray
from .errors import InvalidIndexError
from .index import Index, ensure_index


class MultiIndex(Index):
    """Labels that are tuples: for each level an Index of its values, and codes into it."""

    __module__ = "pandas"

    _tuples = None
    name = None

    def __new__(cls, levels=None, codes=None, sortorder=None, names=None, **options):
        levels = [ensure_index(level) for level in levels]
        return cls._make(levels, [np.asarray(code, dtype="int64") for code in codes], names)

    @classmethod
    def _make(cls, levels, codes, names=None):
        made = object.__new__(cls)
        made.levels, made.codes = list(levels), list(codes)
        made._names = list(names) if names is not None else [level.name for level in levels]
        return made

    @classmethod
    def from_arrays(cls, arrays, sortorder=None, names=None):
        if not is_list_like(arrays):
            raise TypeError("Input must be a list / sequence of array-likes.")
        lengths = {len(one) for one in arrays}
        if len(lengths) > 1:
            raise ValueError("all arrays must be same length")
        levels, codes = [], []
        for one in arrays:
            values = array_of(getattr(one, "_values", one))
            if hasattr(values, "categories"):
                code, uniques = values._a, values.categories._values
                levels.append(values.categories)
            else:
                code, uniques = _sorted_factors(values)
                levels.append(Index._over(uniques))
            codes.append(code)
        if names is None:
            names = [getattr(one, "name", None) for one in arrays]
        return cls._make(levels, codes, names)

    @classmethod
    def from_tuples(cls, tuples, sortorder=None, names=None):
        tuples = list(tuples)
        if not tuples:
            if names is None:
                raise TypeError("Cannot infer number of levels from empty list")
            return cls.from_arrays([[] for _ in names], names=names)
        return cls.from_arrays([list(level) for level in zip(*tuples)], names=names)

    @classmethod
    def from_product(cls, iterables, sortorder=None, names=None):
        parts = [array_of(one) for one in iterables]
        if names is None:
            names = [getattr(one, "name", None) for one in iterables]
        total = 1
        for part in parts:
            total *= len(part)
        arrays, inner = [], total
        for part in parts:
            inner //= max(len(part), 1)
            places = np.repeat(np.arange(len(part)), inner)
            arrays.append(part[np.tile(places, total // max(len(places), 1))] if total else part[:0])
        return cls.from_arrays(arrays, names=names)

    @classmethod
    def from_frame(cls, df, sortorder=None, names=None):
        return cls.from_arrays([column for _, column in df.items()], names=names or df.columns.tolist())

    # What it is

    @property
    def nlevels(self):
        return len(self.levels)

    @property
    def names(self):
        return list(self._names)

    @names.setter
    def names(self, names):
        if len(names) != self.nlevels:
            raise ValueError("Length of names must match number of levels in MultiIndex.")
        self._names = list(names)

    @property
    def dtype(self):
        return np.dtype("O")

    @property
    def dtypes(self):
        from .series import Series

        return Series([level.dtype for level in self.levels], index=Index(self.names))

    @property
    def levshape(self):
        return tuple(len(level) for level in self.levels)

    def __len__(self):
        return len(self.codes[0]) if self.codes else 0

    @property
    def _values(self):
        if self._tuples is None:
            self._tuples = np.empty(len(self), dtype=object)
            columns = [self._level_array(level).tolist() for level in range(self.nlevels)]
            for place, label in enumerate(zip(*columns)):
                self._tuples[place] = label
        return self._tuples

    def memory_usage(self, deep=False):
        return sum(code.nbytes for code in self.codes) + sum(level.memory_usage() for level in self.levels)

    def tolist(self):
        return self._values.tolist()

    def __iter__(self):
        return iter(self.tolist())

    def _level_array(self, level):
        return take_fill(self.levels[level]._values, self.codes[level])

    def _level_number(self, level):
        if level in self._names:
            return self._names.index(level)
        if not is_position(level):
            raise KeyError(f"Level {level} not found")
        if not -self.nlevels <= level < self.nlevels:
            raise IndexError(f"Too many levels: Index has only {self.nlevels} levels, not {level + 1}")
        return level % self.nlevels

    def get_level_values(self, level):
        number = self._level_number(level)
        return Index._over(self._level_array(number), self._names[number])

    def _renamed(self, name):
        return self._make(self.levels, self.codes, self._names)

    def rename(self, names, inplace=False):
        return self.set_names(names)

    def set_names(self, names, level=None):
        if level is not None:
            listed = self.names
            listed[self._level_number(level)] = names
            names = listed
        if len(names) != self.nlevels:
            raise ValueError("Length of names must match number of levels in MultiIndex.")
        return self._make(self.levels, self.codes, names)

    def copy(self, **options):
        return self._make(self.levels, self.codes, self._names)

    def set_levels(self, levels, level=None):
        new = list(self.levels)
        if level is None:
            new = [ensure_index(one) for one in levels]
        else:
            new[self._level_number(level)] = ensure_index(levels)
        return self._make(new, self.codes, self._names)

    # Selection

    def __getitem__(self, key):
        if is_position(key):
            return tuple(
                float("nan") if codes[key] < 0 else level[codes[key]] for level, codes in zip(self.levels, self.codes)
            )
        key = key if isinstance(key, slice) else np.asarray(key)
        return self._make(self.levels, [codes[key] for codes in self.codes], self._names)

    def _take_fill(self, positions):
        gaps = positions < 0
        if not len(self):
            return self._make(self.levels, [positions for _ in self.codes], self._names)
        return self._make(self.levels, [np.where(gaps, -1, codes[positions]) for codes in self.codes], self._names)

    def _like(self, values):
        return MultiIndex.from_tuples(values.tolist(), names=self._names)

    def get_loc(self, label):
        """Where a label is; of its first levels alone, a mask."""
        if isinstance(label, (list, dict, set, slice, np.ndarray)):
            raise InvalidIndexError(label)
        if isinstance(label, tuple) and len(label) == self.nlevels and not any(isinstance(one, slice) for one in label):
            return super().get_loc(label)
        parts = label if isinstance(label, tuple) else (label,)
        if len(parts) > self.nlevels:
            raise KeyError(f"Key length ({len(parts)}) exceeds index depth ({self.nlevels})")
        mask = np.ones(len(self), dtype=bool)
        for number, part in enumerate(parts):
            mask &= self._level_mask(number, part, label)
        if not mask.any():
            raise KeyError(label)
        return mask

    def _level_mask(self, number, part, label):
        if isinstance(part, slice):
            if part == slice(None):
                return np.ones(len(self), dtype=bool)
            first, last = self.levels[number].slice_locs(part.start, part.stop)
            return (self.codes[number] >= first) & (self.codes[number] < last)
        if isinstance(part, list):
            return np.isin(self.codes[number], self.levels[number].get_indexer(part))
        try:
            found = self.levels[number].get_loc(part)
        except KeyError:
            raise KeyError(label) from None
        return self.codes[number] == found

    def _bound(self, label, side):
        mask = self.get_loc(label)
        if isinstance(mask, np.ndarray):
            found = np.flatnonzero(mask)
            return int(found[0]) if side == "left" else int(found[-1]) + 1
        return mask if side == "left" else mask + 1

    def get_indexer(self, target, method=None):
        table, unique = self._table()
        if not unique:
            raise InvalidIndexError("Reindexing only valid with uniquely valued Index objects")
        return np.array([table.get(label, -1) for label in ensure_index(target).tolist()], dtype="int64")

    def _numbers(self):
        """One number for each label, which sorts as the labels do."""
        found = np.zeros(len(self), dtype="int64")
        for level, codes in zip(self.levels, self.codes):
            order = np.empty(len(level) + 1, dtype="int64")
            order[argsort(level._values)] = np.arange(len(level))
            order[-1] = len(level)
            found = found * (len(level) + 1) + order[codes]
        return found

    @property
    def is_monotonic_increasing(self):
        numbers = self._numbers()
        return bool((numbers[1:] >= numbers[:-1]).all())

    def sort_values(self, return_indexer=False, ascending=True, na_position="last", key=None):
        order = argsort(self._numbers(), ascending)
        return (self[order], order) if return_indexer else self[order]

    def unique(self, level=None):
        if level is not None:
            return self.get_level_values(level).unique()
        return self[np.sort(np.unique(self._numbers(), return_index=True)[1])]

    def duplicated(self, keep="first"):
        import _pandas

        return _pandas.duplicated(self._numbers(), keep)

    def isna(self):
        return np.zeros(len(self), dtype=bool)

    def equals(self, other):
        return isinstance(other, Index) and len(self) == len(other) and self.tolist() == other.tolist()

    def append(self, other):
        from .index import join_indexes

        return join_indexes([self, *(other if isinstance(other, (list, tuple)) else [other])])

    def insert(self, loc, item):
        item = item if isinstance(item, tuple) else (item,) + ("",) * (self.nlevels - 1)
        listed = self.tolist()
        listed.insert(loc, item)
        return MultiIndex.from_tuples(listed, names=self._names)

    # Levels

    def droplevel(self, level=0):
        gone = {self._level_number(one) for one in (level if isinstance(level, list) else [level])}
        return self._keep([number for number in range(self.nlevels) if number not in gone])

    def _keep(self, numbers):
        if not numbers:
            raise ValueError(f"Cannot remove {self.nlevels} levels from an index with {self.nlevels} levels: at least one level must be left.")
        if len(numbers) == 1:
            return self.get_level_values(numbers[0])
        return self._make([self.levels[n] for n in numbers], [self.codes[n] for n in numbers], [self._names[n] for n in numbers])

    def swaplevel(self, i=-2, j=-1):
        order = list(range(self.nlevels))
        i, j = self._level_number(i), self._level_number(j)
        order[i], order[j] = order[j], order[i]
        return self._keep(order)

    def reorder_levels(self, order):
        return self._keep([self._level_number(one) for one in order])

    def remove_unused_levels(self):
        return MultiIndex.from_arrays([self._level_array(number) for number in range(self.nlevels)], names=self._names)

    def to_flat_index(self):
        return Index._over(self._values)

    def to_frame(self, index=True, name=None):
        from .frame import DataFrame

        names = name or [n if n is not None else place for place, n in enumerate(self._names)]
        arrays = [self._level_array(number) for number in range(self.nlevels)]
        return DataFrame._of(arrays, Index(names), self if index else Index(range(len(self))))

    def map(self, mapper, na_action=None):
        return Index([mapper(label) for label in self.tolist()])

    def __reduce__(self):
        return (MultiIndex._make, (self.levels, self.codes, self._names))


def _sorted_factors(values):
    try:
        return factorize(values, sort=True)
    except TypeError:
        return factorize(values)
