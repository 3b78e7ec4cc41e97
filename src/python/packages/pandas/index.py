"""Labels of rows and columns."""

import _pandas
import numpy as np

from . import indexes_sets as sets
from .arrays import ExtensionArray, argsort, as_objects, concat, factorize, is_position, take_fill
from .categorical import Categorical
from .construct import array_of, is_list_like
from .dates import DatetimeArray, TimedeltaArray
from .errors import InvalidIndexError
from .missing import is_missing, isna_array
from .ops import Operators, operate, ufunc_operator, unary


def ensure_index(labels, name=None):
    """`labels` as an Index."""
    return labels if isinstance(labels, Index) else Index(labels, name=name)


class Index(Operators):
    """Labels in a row, over a column's array. Never changes but for its name."""

    __module__ = "pandas"

    ndim = 1
    nlevels = 1
    _lookup = None
    _freq = None

    def __new__(cls, data=None, dtype=None, copy=False, name=None, tupleize_cols=True, **options):
        if data is None:
            raise TypeError("Index(...) must be called with a collection of some kind, None was passed")
        if not is_list_like(data):
            raise TypeError(f"Index(...) must be called with a collection of some kind, {data!r} was passed")
        if name is None:
            name = getattr(data, "name", None)
        if isinstance(data, Index) and data.nlevels > 1:
            return data
        if isinstance(data, range) and dtype is None:
            return RangeIndex._of(data, name)
        if isinstance(data, RangeIndex) and dtype is None:
            return RangeIndex._of(data._range, name)
        if isinstance(data, np.ndarray) and data.dtype.kind == "O" and dtype is None:
            data = data.tolist()
        if tupleize_cols and isinstance(data, (list, tuple)) and len(data) and all(type(one) is tuple for one in data):
            from .multi import MultiIndex

            return MultiIndex.from_tuples(data, names=name if isinstance(name, list) else None)
        return cls._over(array_of(data, dtype), name)

    @staticmethod
    def _over(values, name=None):
        """The Index over an array, of the class that its type asks for."""
        kind = Index
        if isinstance(values, DatetimeArray):
            kind = DatetimeIndex
        elif isinstance(values, TimedeltaArray):
            kind = TimedeltaIndex
        elif isinstance(values, Categorical):
            kind = CategoricalIndex
        made = object.__new__(kind)
        made._values, made.name = values, name
        return made

    # What it is

    @property
    def dtype(self):
        return self._values.dtype

    @property
    def names(self):
        return [self.name]

    @names.setter
    def names(self, names):
        (self.name,) = names

    @property
    def shape(self):
        return (len(self),)

    @property
    def size(self):
        return len(self)

    @property
    def empty(self):
        return len(self) == 0

    @property
    def T(self):
        return self

    @property
    def array(self):
        return self._values

    @property
    def values(self):
        return self._values

    @property
    def hasnans(self):
        return bool(isna_array(self._values).any())

    @property
    def inferred_type(self):
        return {"O": "string" if self.dtype == "str" else "mixed", "i": "integer", "f": "floating", "b": "boolean"}.get(self.dtype.kind, "datetime64")

    def memory_usage(self, deep=False):
        return self._values.nbytes

    nbytes = property(memory_usage)

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values.tolist())

    def __bool__(self):
        raise ValueError(
            f"The truth value of a {type(self).__name__} is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."
        )

    def __array__(self, dtype=None, copy=None):
        return np.asarray(self._values) if dtype is None else np.asarray(self._values).astype(dtype)

    def to_numpy(self, dtype=None, copy=False):
        return self.__array__(dtype)

    def tolist(self):
        return self._values.tolist()

    to_list = tolist

    def copy(self, name=None, deep=False):
        return self._renamed(self.name if name is None else name)

    def _renamed(self, name):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.name = name
        return made

    def rename(self, name, inplace=False):
        if inplace:
            self.name = name
            return None
        return self._renamed(name)

    def set_names(self, names, level=None):
        return self._renamed(names[0] if isinstance(names, (list, tuple)) else names)

    def view(self):
        return self

    # Selection

    def __getitem__(self, key):
        if is_position(key):
            if not -len(self) <= key < len(self):
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {len(self)}")
            return self._values[key]
        if isinstance(key, slice):
            return self._like(self._values[key])
        if hasattr(key, "_values"):
            key = np.asarray(key._values)
        return self._like(self._values[np.asarray(key)])

    def _like(self, values):
        return Index._over(values, self.name)

    def take(self, positions):
        return self[np.asarray(positions)]

    def _take_fill(self, positions):
        return self._like(take_fill(self._values, positions))

    def _table(self):
        """Positions by label: of each label the last one, and whether all are different."""
        if self._lookup is None:
            listed = self.tolist()
            table = dict(zip(listed, range(len(listed))))
            self._lookup = (table, len(table) == len(listed))
        return self._lookup

    @property
    def is_unique(self):
        return self._table()[1]

    @property
    def has_duplicates(self):
        return not self.is_unique

    @property
    def is_monotonic_increasing(self):
        return _pandas.is_sorted(_sortable(self._values))

    @property
    def is_monotonic_decreasing(self):
        return _pandas.is_sorted(_sortable(self._values)[::-1])

    def __contains__(self, label):
        try:
            self.get_loc(label)
        except (KeyError, TypeError, InvalidIndexError):
            return False
        return True

    def get_loc(self, label):
        """Where a label is: a position, or a mask where it is there several times."""
        if isinstance(label, (list, dict, set, slice, np.ndarray)):
            raise InvalidIndexError(label)
        table, unique = self._table()
        found = table.get(self._key(label), -1)
        if found == -1 and is_missing(label):
            gaps = isna_array(self._values)
            if gaps.any():
                return int(np.flatnonzero(gaps)[0]) if gaps.sum() == 1 else gaps
        if found == -1 or (isinstance(label, bool) and self.dtype.kind in "iuf"):
            raise KeyError(label)
        if unique:
            return found
        mask = np.asarray(operate("compare", "eq", self._values, self._key(label)))
        return found if mask.sum() == 1 else mask

    def _key(self, label):
        return label

    def get_indexer(self, target, method=None):
        """For each label of `target` its position here, or -1."""
        target = ensure_index(target)
        if not self.is_unique:
            raise InvalidIndexError("Reindexing only valid with uniquely valued Index objects")
        if method is not None:
            return self._nearest(target, method)
        return _pandas.get_indexer(_matchable(self._values), _matchable(target._values))

    def _nearest(self, target, method):
        keys, wanted = _sortable(self._values), _sortable(target._values)
        if method in ("ffill", "pad"):
            return np.searchsorted(keys, wanted, side="right") - 1
        if method in ("bfill", "backfill"):
            found = np.searchsorted(keys, wanted, side="left")
            return np.where(found == len(keys), -1, found)
        raise ValueError(f"Invalid fill method. Expecting pad (ffill), backfill (bfill) or nearest. Got {method}")

    def get_indexer_for(self, target):
        return self._positions(ensure_index(target))[0]

    def _positions(self, target):
        """All positions of each label of `target`, -1 for one that is not here, and the labels that are not here."""
        if self.is_unique:
            found = self.get_indexer(target)
            return found, [target[place] for place in np.flatnonzero(found < 0).tolist()]
        places, missing = {}, []
        for place, label in enumerate(self.tolist()):
            places.setdefault(label, []).append(place)
        found = []
        for label in target.tolist():
            if label not in places:
                missing.append(label)
            found += places.get(label, [-1])
        return np.array(found, dtype="int64"), missing

    def slice_locs(self, start=None, end=None, step=None):
        """From where to where the labels from `start` to `end` stand, both included."""
        first = 0 if start is None else self._bound(start, "left")
        last = len(self) if end is None else self._bound(end, "right")
        return first, last

    def _bound(self, label, side):
        try:
            found = self.get_loc(label)
        except KeyError:
            if not (self.is_monotonic_increasing or self.is_monotonic_decreasing):
                raise
            return self._search(label, side)
        if isinstance(found, np.ndarray):
            found = np.flatnonzero(found)
            return int(found[0]) if side == "left" else int(found[-1]) + 1
        return found if side == "left" else found + 1

    def _search(self, label, side):
        import bisect

        listed = self.tolist()
        try:
            if self.is_monotonic_increasing:
                return (bisect.bisect_left if side == "left" else bisect.bisect_right)(listed, label)
            listed.reverse()
            return len(listed) - (bisect.bisect_right if side == "left" else bisect.bisect_left)(listed, label)
        except TypeError:
            raise TypeError(f"cannot do slice indexing on {type(self).__name__} with these indexers [{label}] of type {type(label).__name__}") from None

    # Values

    def isna(self):
        return isna_array(self._values)

    isnull = isna

    def notna(self):
        return ~self.isna()

    notnull = notna

    def _series(self):
        from .series import Series

        return Series._of(self._values, RangeIndex._of(range(len(self))), self.name)

    def to_series(self, index=None, name=None):
        from .series import Series

        return Series._of(self._values, self if index is None else ensure_index(index), self.name if name is None else name)

    def to_frame(self, index=True, name=None):
        frame = self._series().to_frame(self.name if name is None else name)
        if index:
            frame.index = self
        return frame

    def isin(self, values, level=None):
        return np.asarray(self._series().isin(values)._values)

    def map(self, mapper, na_action=None):
        from .construct import from_list

        if hasattr(mapper, "_values"):
            mapper = dict(zip(mapper.index.tolist(), mapper.tolist()))
        if isinstance(mapper, dict):
            return Index([mapper.get(label, float("nan")) for label in self.tolist()], name=self.name)
        return Index([mapper(label) for label in self.tolist()], name=self.name)

    def astype(self, dtype, copy=True):
        return self._like(array_of(self._values, dtype))

    def unique(self, level=None):
        return self._like(factorize(self._values, dropna=False)[1])

    def nunique(self, dropna=True):
        return len(factorize(self._values, dropna=dropna)[1])

    def factorize(self, sort=False):
        codes, uniques = factorize(self._values, sort)
        return codes, self._like(uniques)

    def drop_duplicates(self, keep="first"):
        return self[~self.duplicated(keep)]

    def duplicated(self, keep="first"):
        return _pandas.duplicated(factorize(self._values, dropna=False)[0], keep)

    def value_counts(self, **options):
        return self._series().value_counts(**options)

    def dropna(self):
        return self[self.notna()]

    def fillna(self, value):
        return self._like(self._series().fillna(value)._values)

    def min(self, axis=None, skipna=True):
        return self._series().min()

    def max(self, axis=None, skipna=True):
        return self._series().max()

    def sum(self):
        raise TypeError(f"'sum' not allowed for type {type(self).__name__}")

    def mean(self, *arguments, **options):
        return self._series().mean()

    def argmin(self, *arguments, **options):
        return int(np.argmin(_sortable(self._values)))

    def argmax(self, *arguments, **options):
        return int(np.argmax(_sortable(self._values)))

    def argsort(self, *arguments, **options):
        return argsort(self._values)

    def any(self, *arguments, **options):
        return bool(np.asarray(self._values).any())

    def all(self, *arguments, **options):
        return bool(np.asarray(self._values).all())

    def item(self):
        if len(self) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self.tolist()[0]

    def shift(self, periods=1, freq=None):
        return self._like(self._series().shift(periods)._values)

    def diff(self, periods=1):
        return Index(self._series().diff(periods)._values)

    def round(self, decimals=0):
        return self._like(self._series().round(decimals)._values)

    def where(self, cond, other=None):
        return self._like(self._series().where(cond, other)._values)

    def sort_values(self, return_indexer=False, ascending=True, na_position="last", key=None):
        order = argsort(self._values if key is None else ensure_index(key(self))._values, ascending, na_position)
        return (self[order], order) if return_indexer else self[order]

    def repeat(self, repeats):
        return self[np.repeat(np.arange(len(self)), repeats)]

    # Several at once

    def equals(self, other):
        if self is other:
            return True
        if not isinstance(other, Index) or len(self) != len(other) or other.nlevels != self.nlevels:
            return False
        return same_values(self._values, other._values)

    identical = equals

    def append(self, other):
        others = other if isinstance(other, (list, tuple)) else [other]
        return join_indexes([self, *others])

    def insert(self, loc, item):
        item = array_of([item])
        if not len(self):
            return Index._over(item, self.name)
        return self._like(concat([self._values[:loc], item, self._values[loc:]]))

    def delete(self, loc):
        keep = np.ones(len(self), dtype=bool)
        keep[loc] = False
        return self[keep]

    def drop(self, labels, errors="raise"):
        labels = labels if is_list_like(labels) and not isinstance(labels, tuple) else [labels]
        gone, missing = self._positions(Index(labels) if len(labels) else self[:0])
        if missing and errors != "ignore":
            raise KeyError(f"{missing} not found in axis")
        return self.delete(gone[gone >= 0])

    union, intersection = sets.union, sets.intersection
    difference, symmetric_difference = sets.difference, sets.symmetric_difference

    def join(self, other, how="left"):
        return {"left": lambda a, b: a, "right": lambda a, b: b, "inner": sets.intersection, "outer": sets.union}[how](self, other)

    def reindex(self, target):
        target = ensure_index(target)
        return target, self.get_indexer(target)

    def get_level_values(self, level):
        return self

    def droplevel(self, level=0):
        raise ValueError("Cannot remove 1 levels from an index with 1 levels: at least one level must be left.")

    def groupby(self, values):
        found = {}
        for label, value in zip(self.tolist(), values):
            found.setdefault(value, []).append(label)
        return {value: Index(labels) for value, labels in found.items()}

    # Operators

    def _binary(self, kind, name, other, reflected=False):
        if hasattr(other, "_constructor_name"):
            return NotImplemented
        if is_list_like(other):
            other = array_of(other)
            if len(other) != len(self):
                raise ValueError("Lengths must match to compare" if kind == "compare" else "operands could not be broadcast together with shapes " f"({len(self)},) ({len(other)},) ")
        found = operate(kind, name, self._values, other, reflected)
        if kind == "arith":
            return Index._over(found, self.name)
        return np.asarray(found)

    def _unary(self, name):
        return Index._over(unary(name, self._values), self.name)

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        found = ufunc_operator(ufunc, inputs, self)
        if found is not None:
            return found
        found = ufunc(*(np.asarray(one) if isinstance(one, Index) else one for one in inputs), **options)
        return found if found.dtype.kind == "b" else Index(found, name=self.name)

    @property
    def str(self):
        from .strings import StringMethods

        return StringMethods(self)

    def _with_values(self, values):
        if isinstance(values, np.ndarray) and values.dtype.kind == "b":
            return values
        return Index._over(values, self.name)

    def __repr__(self):
        from .summary import index_repr

        return index_repr(self)

    def __reduce__(self):
        return (Index._over, (self._values, self.name))

    def __getattr__(self, name):
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


class RangeIndex(Index):
    """Whole numbers at even steps, held as a range."""

    __module__ = "pandas"

    _array = None

    def __new__(cls, start=None, stop=None, step=None, dtype=None, copy=False, name=None):
        if isinstance(start, range):
            return cls._of(start, name)
        if stop is None:
            start, stop = 0, start or 0
        return cls._of(range(int(start or 0), int(stop), int(step or 1)), name)

    @classmethod
    def _of(cls, numbers, name=None):
        made = object.__new__(cls)
        made._range, made.name = numbers, name
        return made

    start = property(lambda self: self._range.start)
    stop = property(lambda self: self._range.stop)
    step = property(lambda self: self._range.step)
    is_unique = True

    @property
    def _values(self):
        if self._array is None:
            self._array = np.arange(self._range.start, self._range.stop, self._range.step)
        return self._array

    @property
    def dtype(self):
        return np.dtype("int64")

    @property
    def is_monotonic_increasing(self):
        return self._range.step > 0 or len(self._range) < 2

    def __len__(self):
        return len(self._range)

    def __iter__(self):
        return iter(self._range)

    def tolist(self):
        return list(self._range)

    def memory_usage(self, deep=False):
        return 132

    def __getitem__(self, key):
        if isinstance(key, slice):
            return RangeIndex._of(self._range[key], self.name)
        if is_position(key):
            try:
                return self._range[key]
            except IndexError:
                raise IndexError(f"index {key} is out of bounds for axis 0 with size {len(self)}") from None
        return super().__getitem__(key)

    def get_loc(self, label):
        if isinstance(label, (int, float, np.integer, np.floating)) and not isinstance(label, bool) and label == int(label):
            try:
                return self._range.index(int(label))
            except ValueError:
                raise KeyError(label) from None
        if isinstance(label, (list, dict, set, slice, np.ndarray)):
            raise InvalidIndexError(label)
        raise KeyError(label)

    def equals(self, other):
        if isinstance(other, RangeIndex):
            return self._range == other._range
        return super().equals(other)

    def __reduce__(self):
        return (RangeIndex._of, (self._range, self.name))


class DatetimeIndex(Index):
    """Moments as labels; a text stands for the whole year, month or day that it names."""

    __module__ = "pandas"

    def __new__(cls, data=None, dtype=None, name=None, freq=None, copy=False, tz=None):
        from .dates import to_datetime

        if tz is not None:
            raise NotImplementedError("time zones are not carried here")
        made = to_datetime(list(data) if isinstance(data, Index) and not isinstance(data, DatetimeIndex) else data)
        return Index._over(made._values, name if name is not None else getattr(data, "name", None))

    def _like(self, values):
        return Index._over(values, self.name)

    @property
    def freq(self):
        return self._freq

    @property
    def _fields(self):
        from .accessors_dt import DatetimeProperties

        return DatetimeProperties(self)

    def __getattr__(self, name):
        from .accessors_dt import _FIELDS, _FLAGS

        if name in _FIELDS or name in _FLAGS or name in ("date", "time", "strftime", "day_name", "month_name", "normalize", "floor", "isocalendar"):
            return getattr(self._fields, name)
        raise AttributeError(f"'DatetimeIndex' object has no attribute '{name}'")

    def __getitem__(self, key):
        found = super().__getitem__(key)
        if isinstance(key, slice) and key.step in (None, 1):
            found._freq = self._freq
        return found

    def _key(self, label):
        if isinstance(label, str):
            try:
                return self._values._scalar(label)
            except ValueError:
                raise KeyError(label) from None
        return label

    def get_loc(self, label):
        if isinstance(label, str):
            span = _pandas.date_span(label)
            if span is not None:
                mask = (self._values._a >= span[0]) & (self._values._a < span[1])
                if not mask.any():
                    raise KeyError(label)
                if span[2] == "day" and mask.sum() == 1 and self._values._a[mask][0] == span[0] and not (self._values._a % (86400 * 10**6)).any():
                    return int(np.flatnonzero(mask)[0])
                return mask
        return super().get_loc(label)

    def _bound(self, label, side):
        if isinstance(label, str):
            span = _pandas.date_span(label)
            edge = span[0] if side == "left" else span[1]
        else:
            edge = self._values._unbox(label) + (side == "right")
        return int(np.searchsorted(self._values._a, edge, side="left"))


class TimedeltaIndex(Index):
    """Durations as labels."""

    __module__ = "pandas"


class CategoricalIndex(Index):
    """Categories as labels."""

    __module__ = "pandas"

    def __new__(cls, data=None, categories=None, ordered=None, dtype=None, name=None, copy=False):
        return Index._over(Categorical(data, categories, ordered, dtype), name if name is not None else getattr(data, "name", None))

    @property
    def categories(self):
        return self._values.categories

    @property
    def codes(self):
        return self._values.codes

    @property
    def ordered(self):
        return self._values.ordered


def _sortable(values):
    return values if isinstance(values, np.ndarray) else values._sort_keys()


def _matchable(values):
    """What is looked up: categories by what they say."""
    if isinstance(values, np.ndarray):
        return values
    if isinstance(values, Categorical):
        return as_objects(values)
    return values._factors()


def same_values(left, right):
    """Whether two arrays hold the same, missing values among them."""
    if len(left) != len(right):
        return False
    if isinstance(left, ExtensionArray) != isinstance(right, ExtensionArray):
        left, right = as_objects(left), as_objects(right)
    gaps = isna_array(left)
    if (gaps != isna_array(right)).any():
        return False
    try:
        same = np.asarray(operate("compare", "eq", left, right))
    except TypeError:
        return False
    return bool((same | gaps).all())


def join_indexes(indexes):
    """One Index after the other."""
    names = {index.name for index in indexes} if all(index.nlevels == 1 for index in indexes) else {None}
    name = names.pop() if len(names) == 1 else None
    if any(index.nlevels > 1 for index in indexes):
        from .multi import MultiIndex

        return MultiIndex.from_tuples([label for index in indexes for label in index.tolist()], names=indexes[0].names)
    if all(isinstance(index, RangeIndex) for index in indexes):
        ranges = [index._range for index in indexes if len(index)]
        if ranges and all(b.start == a.stop and a.step == b.step for a, b in zip(ranges, ranges[1:])):
            return RangeIndex._of(range(ranges[0].start, ranges[-1].stop, ranges[0].step), name)
    filled = [index for index in indexes if len(index)] or indexes[:1]
    return Index._over(concat([index._values for index in filled]), name)
