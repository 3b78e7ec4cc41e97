"""Rows in groups: split by keys, then one result a group."""

import _pandas
import numpy as np

from .arrays import ExtensionArray, MaskedArray, StrArray, argsort, as_objects, factorize, is_position, objects, take_fill
from .categorical import Categorical
from .construct import array_of, from_list, is_list_like
from .dates import MomentArray
from .dtypes import is_number
from .errors import SpecificationError
from .fill import NOT_GIVEN
from .frame import DataFrame
from .group_apply import GroupFunctions
from .index import Index, RangeIndex, ensure_index
from .keys import combined
from .missing import isna_array, nan
from .multi import MultiIndex
from .series import Series


class NamedAgg:
    """A column and what is to be done with it, for `agg(name=NamedAgg(...))`."""

    def __init__(self, column, aggfunc):
        self.column, self.aggfunc = column, aggfunc

    def __iter__(self):
        return iter((self.column, self.aggfunc))

    def __len__(self):
        return 2


class Grouper:
    """A key of `groupby` in words; with `freq`, steps of time."""

    __module__ = "pandas"

    def __init__(self, key=None, level=None, freq=None, **options):
        if options:
            raise NotImplementedError("Grouper carries key, level and freq here")
        self.key, self.level, self.freq = key, level, freq


class Labels(dict):
    """The labels of each group's rows; printed without their types."""

    def __repr__(self):
        return "{" + ", ".join(f"{label!r}: {rows.tolist()}" for label, rows in self.items()) + "}"


class Keys:
    """Which group each row is in, and what the groups are called."""

    def __init__(self, columns, names, sort, dropna, observed):
        self.names = names
        parts = [self._factors(values, sort, dropna, observed) for values in columns]
        self.levels = [uniques for _, uniques in parts]
        codes = [code for code, _ in parts]
        sizes = [len(uniques) for uniques in self.levels]
        if len(columns) == 1:
            self.codes, self.count = codes[0], sizes[0]
            self.level_codes = [np.arange(self.count)]
            return
        gone = np.zeros(len(codes[0]), dtype=bool)
        for code in codes:
            gone |= code < 0
        if not observed and any(isinstance(level, Categorical) for level in self.levels):
            self.count = int(np.prod(sizes))
            numbers = combined(codes, sizes)
            self.codes = np.where(gone, -1, numbers)
            every = np.arange(self.count)
            self.level_codes, inner = [], self.count
            for size in sizes:
                inner //= size
                self.level_codes.append(every // inner % size)
            return
        numbers = np.where(gone, -1, combined(codes, sizes))
        found, firsts = _pandas.factorize_codes(numbers)
        if sort and len(firsts):
            order = np.argsort(numbers[firsts], kind="stable")
            places = np.empty(len(order), dtype="int64")
            places[order] = np.arange(len(order))
            found, firsts = np.where(found < 0, -1, places[found]), firsts[order]
        self.codes, self.count = found, len(firsts)
        self.level_codes = [code[firsts] for code in codes]

    def _factors(self, values, sort, dropna, observed):
        if isinstance(values, Categorical):
            if not observed:
                return values._a, values._new(np.arange(len(values.categories)))
            kept = values._a[values._a >= 0]
            if sort:
                used = np.unique(kept)
            else:
                used = kept[np.sort(np.unique(kept, return_index=True)[1])]
            places = np.full(len(values.categories) + 1, -1, dtype="int64")
            places[used] = np.arange(len(used))
            return places[values._a], values._new(used)
        try:
            return factorize(values, sort, dropna)
        except TypeError:
            return factorize(values, False, dropna)

    def index(self):
        """The labels of the groups."""
        if len(self.levels) == 1:
            return Index._over(self.levels[0], self.names[0])
        levels = [Index._over(level if not isinstance(level, Categorical) else level) for level in self.levels]
        return MultiIndex._make(levels, self.level_codes, self.names)

    def labels(self):
        return self.index().tolist()

    def arrays(self):
        """For each key its value in each group."""
        return [level[codes] for level, codes in zip(self.levels, self.level_codes)]

    def places(self):
        """For each group the positions of its rows."""
        order = np.argsort(self.codes, kind="stable")
        order = order[(self.codes < 0).sum():]
        counts = np.bincount(self.codes[self.codes >= 0], minlength=self.count)
        ends = np.cumsum(counts)
        return [order[end - count : end] for end, count in zip(ends.tolist(), counts.tolist())]


def group(obj, by, level, as_index, sort, group_keys, observed, dropna):
    """What `groupby` gives."""
    if by is None and level is None:
        raise TypeError("You have to supply one of 'by' and 'level'")
    columns, names, used = [], [], []
    if isinstance(by, Grouper) and by.freq is not None:
        from .resample import resample

        return resample(obj.set_index(by.key) if by.key else obj, by.freq)
    if isinstance(by, Grouper):
        by, level = by.key, by.level
    if level is not None:
        for one in level if isinstance(level, (list, tuple)) else [level]:
            part = obj.index.get_level_values(one)
            columns.append(part._values)
            names.append(part.name)
    else:
        if isinstance(by, tuple) and obj.ndim == 2 and by in obj.columns:
            by = [by]
        many = isinstance(by, list) and not (len(by) == len(obj) and not any(_is_key(obj, one) for one in by))
        for one in by if many else [by]:
            values, name, column = _key(obj, one)
            columns.append(values)
            names.append(name)
            if column:
                used.append(name)
    keys = Keys(columns, names, sort, dropna, observed)
    single = not (isinstance(by, list) or isinstance(level, list))
    kind = SeriesGroupBy if obj.ndim == 1 else DataFrameGroupBy
    return kind(obj, keys, used, as_index, single, group_keys)


def _is_key(obj, one):
    return is_list_like(one) and not isinstance(one, tuple) or callable(one) or obj.ndim == 2 and one in obj.columns or one in obj.index.names


def _key(obj, by):
    """A key's array, its name, and whether it is a column."""
    if isinstance(by, Series):
        values = by._values if by.index.equals(obj.index) else by.reindex(obj.index)._values
        own = obj.ndim == 2 and by.name is not None and by.name in obj.columns and obj[by.name]._values is by._values
        return values, by.name, own
    if isinstance(by, Index):
        return by._values, by.name, False
    if isinstance(by, dict):
        return from_list([by.get(label, nan) for label in obj.index.tolist()]), None, False
    if callable(by):
        return from_list([by(label) for label in obj.index.tolist()]), None, False
    if is_list_like(by) and not isinstance(by, tuple):
        values = array_of(by)
        if len(values) != len(obj):
            raise ValueError("Grouper and axis must be same length")
        return values, None, False
    if obj.ndim == 2 and by in obj.columns:
        return obj[by]._values, by, True
    if by in obj.index.names and by is not None:
        return obj.index.get_level_values(by)._values, by, False
    raise KeyError(by)


_KERNELS = ("sum", "mean", "min", "max", "count", "std", "var", "sem", "median", "first", "last", "prod", "nunique", "any", "all", "skew")


def aggregate(values, how, keys, ddof=1, min_count=0):
    """One value for each group from an array."""
    codes, count = keys.codes, keys.count
    if how == "count":
        known = np.where(isna_array(values), -1, codes)
        return np.bincount(known[known >= 0], minlength=count).astype("int64")
    if how == "nunique":
        inner, uniques = factorize(values)
        return _pandas.group_nunique(codes, count, inner, len(uniques))
    if how in ("first", "last"):
        return take_fill(values, _pandas.group_edge(codes, count, isna_array(values), how == "last"))
    if isinstance(values, Categorical):
        if how in ("min", "max") and values.ordered:
            return values.take_fill(_extreme(values._a, values.isna(), codes, count, how))
        raise TypeError(f"category dtype does not support aggregation '{how}'" if how not in ("min", "max") else f"Cannot perform {how} with non-ordered Categorical")
    if isinstance(values, MomentArray):
        return _moments(values, how, codes, count, ddof)
    if isinstance(values, StrArray) or values.dtype.kind == "O":
        return _objects(values, how, codes, count)
    if isinstance(values, MaskedArray):
        found = _numbers(values._floats(), how, codes, count, ddof, min_count)
        gaps = isna_array(found)
        if values._a.dtype.kind in "iub" and how in ("sum", "min", "max", "prod"):
            return MaskedArray(np.where(gaps, 0, found).astype("int64"), gaps)
        return MaskedArray(found, gaps)
    return _numbers(values, how, codes, count, ddof, min_count)


def _numbers(values, how, codes, count, ddof, min_count=0):
    kind = values.dtype.kind
    if how in ("any", "all"):
        return _pandas.group_reduce(codes, count, values.astype("float64"), how, ddof, 0) == 1
    if kind in "iub" and how in ("sum", "min", "max", "prod"):
        found = _pandas.group_whole(codes, count, values.astype("int64"), how)
        if kind == "b" and how in ("min", "max"):
            return found.astype(bool)
        return found if how in ("sum", "prod") or kind == "b" else found.astype(values.dtype)
    found = _pandas.group_reduce(codes, count, values.astype("float64"), how, ddof, min_count)
    return found.astype(values.dtype) if kind == "f" and values.dtype.itemsize < 8 else found


def _extreme(numbers, gaps, codes, count, how):
    """For each group the position of its least or greatest number, -1 for none."""
    order = np.argsort(numbers, kind="stable")
    if how == "max":
        order = order[::-1]
    order = order[~gaps[order]]
    firsts = _pandas.group_edge(codes[order], count, np.zeros(len(order), dtype=bool), False)
    return np.where(firsts < 0, -1, order[firsts]) if len(order) else firsts


def _moments(values, how, codes, count, ddof):
    if how in ("min", "max"):
        return values.take_fill(_extreme(values._a, values.isna(), codes, count, how))
    if how in ("mean", "median", "std") or (how == "sum" and values.dtype.kind == "m"):
        known = values._a[~values.isna()]
        base = int(known[0]) if len(known) and values.dtype.kind == "M" else 0
        numbers = np.where(values.isna(), nan, (values._a - base).astype("float64"))
        found = _pandas.group_reduce(codes, count, numbers, how, ddof, 0)
        gaps = np.isnan(found)
        stored = np.where(gaps, values._gap, np.where(gaps, 0, found).astype("int64") + (0 if how == "std" else base))
        return values._new(stored)
    raise TypeError(f"{values.dtype} type does not support operation '{how}'" if how != "sum" else "datetime64 type does not support operation 'sum'")


def _objects(values, how, codes, count):
    if how in ("min", "max"):
        numbers, uniques = factorize(values, sort=True)
        return take_fill(values, _extreme(numbers, numbers < 0, codes, count, how))
    if how in ("any", "all"):
        truths = np.array([bool(one) for one in as_objects(values).tolist()], dtype="float64")
        return _pandas.group_reduce(codes, count, truths, how, 1, 0) == 1
    if how == "sum":
        listed = [[] for _ in range(count)]
        for code, value, gap in zip(codes.tolist(), as_objects(values).tolist(), isna_array(values).tolist()):
            if code >= 0 and not gap:
                listed[code].append(value)
        if isinstance(values, StrArray):
            return StrArray(objects(["".join(part) for part in listed]))
        from .reductions import reduce

        return from_list([reduce("sum", objects(part)) for part in listed])
    if isinstance(values, StrArray):
        raise TypeError(f"dtype 'str' does not support operation '{how}'")
    from .reductions import numeric

    try:
        return _pandas.group_reduce(codes, count, numeric(values), how, 1, 0)
    except ValueError:
        raise TypeError(f"agg function failed [how->{how},dtype->object]") from None


class GroupBy(GroupFunctions):
    """Groups of a frame's or a column's rows."""

    def __init__(self, obj, keys, used, as_index, single, group_keys, chosen=None):
        self.obj, self.keys = obj, keys
        self._used, self._as_index, self._single, self._group_keys = used, as_index, single, group_keys
        self._chosen = chosen

    def __len__(self):
        return self.keys.count

    @property
    def ngroups(self):
        return self.keys.count

    @property
    def groups(self):
        index = self.obj.index
        return Labels({label: index[places] for label, places in zip(self._labels(), self.keys.places())})

    @property
    def indices(self):
        return dict(zip(self._labels(), self.keys.places()))

    def _labels(self):
        return self.keys.labels()

    def _selected(self):
        return self.obj

    def __iter__(self):
        part = self._selected_rows()
        for label, places in zip(self._labels(), self.keys.places()):
            if not len(places):
                continue
            if not self._single and len(self.keys.levels) == 1:
                label = (label,)
            yield label, part._select_rows(places)

    def _selected_rows(self):
        return self.obj

    def get_group(self, name):
        labels = self._labels()
        wanted = name[0] if isinstance(name, tuple) and len(self.keys.levels) == 1 else name
        if not self._single and len(self.keys.levels) == 1 and not isinstance(name, tuple):
            raise KeyError(name)
        if wanted not in labels:
            raise KeyError(name)
        return self._selected_rows()._select_rows(self.keys.places()[labels.index(wanted)])

    def ngroup(self, ascending=True):
        return Series(self.keys.codes, index=self.obj.index)

    def size(self):
        codes = self.keys.codes
        counts = np.bincount(codes[codes >= 0], minlength=self.keys.count).astype("int64")
        found = Series._of(counts, self.keys.index(), self.obj.name if self.obj.ndim == 1 else None)
        if not self._as_index:
            found.name = "size"
            return found.reset_index()
        return found

    def _reduction(how):
        def method(self, numeric_only=False, min_count=0, ddof=1, skipna=True, engine=None, **options):
            return self._aggregated(how, numeric_only, ddof, min_count)

        method.__name__ = how
        return method

    for _how in _KERNELS:
        locals()[_how] = _reduction(_how)
    del _how

    def quantile(self, q=0.5, interpolation="linear", numeric_only=False):
        if is_list_like(q):
            parts = [self.quantile(one, interpolation, numeric_only) for one in q]
            from .concatenate import concat

            found = concat(parts, keys=list(q), names=[None])
            order = list(range(1, found.index.nlevels)) + [0]
            return found.set_axis(found.index._keep(order)).sort_index()
        return self._each_group(lambda values: Series(values).quantile(q, interpolation), numeric_only)

    def nth(self, n):
        return self._selected_rows()._select_rows(np.sort(np.array([p[n] for p in self.keys.places() if -len(p) <= n < len(p)], dtype="int64")))

    def head(self, n=5):
        return self._selected_rows()._select_rows(self._ranks() < n)

    def tail(self, n=5):
        sizes = np.bincount(self.keys.codes[self.keys.codes >= 0], minlength=self.keys.count)
        return self._selected_rows()._select_rows(self._ranks() >= sizes[self.keys.codes] - n)

    def _ranks(self):
        ranks = np.full(len(self.keys.codes), -1, dtype="int64")
        for places in self.keys.places():
            ranks[places] = np.arange(len(places))
        return ranks

    def cumcount(self, ascending=True):
        found = self._ranks()
        if not ascending:
            sizes = np.bincount(self.keys.codes[self.keys.codes >= 0], minlength=self.keys.count)
            found = sizes[self.keys.codes] - 1 - found
        return Series._of(found, self.obj.index)

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None):
        if isinstance(random_state, (int, np.integer)):
            random_state = np.random.RandomState(random_state)
        part = self._selected_rows()
        chosen = []
        source = random_state if random_state is not None else np.random
        for places in self.keys.places():
            size = n if n is not None else round(frac * len(places)) if frac is not None else 1
            if size > len(places) and not replace:
                raise ValueError("Cannot take a larger sample than population when 'replace=False'")
            chosen.append(places[source.choice(len(places), size=size, replace=replace)])
        return part._select_rows(np.concatenate(chosen))

    def __repr__(self):
        return f"<pandas.api.typing.{type(self).__name__} object at 0x7f0000000000>"


class DataFrameGroupBy(GroupBy):
    """Groups of a frame."""

    __module__ = "pandas.api.typing"

    def _columns(self, numeric_only=False):
        """The columns that are not keys, by number."""
        frame = self.obj
        if self._chosen is not None:
            listed = [frame.columns.get_loc(label) for label in self._chosen]
        else:
            listed = [place for place, label in enumerate(frame.columns.tolist()) if label not in self._used]
        if numeric_only:
            listed = [place for place in listed if is_number(frame._arrays[place].dtype)]
        return listed

    def _selected_rows(self):
        return self.obj if self._chosen is None else self.obj[list(self._chosen)]

    def __getitem__(self, key):
        if isinstance(key, (list, Index)):
            missing = [label for label in key if label not in self.obj.columns]
            if missing:
                raise KeyError(f"Columns not found: {', '.join(map(repr, missing))}")
            return DataFrameGroupBy(self.obj, self.keys, self._used, self._as_index, self._single, self._group_keys, list(key))
        if isinstance(key, tuple) and key not in self.obj.columns:
            raise ValueError("Cannot subset columns with a tuple with more than one element. Use a list instead.")
        if key not in self.obj.columns:
            raise KeyError(f"Column not found: {key}")
        return SeriesGroupBy(self.obj[key], self.keys, [], self._as_index, self._single, self._group_keys)

    def __getattr__(self, name):
        if not name.startswith("_") and name in self.obj.columns:
            return self[name]
        raise AttributeError(f"'DataFrameGroupBy' object has no attribute '{name}'")

    def _framed(self, arrays, columns):
        """A frame of one row a group."""
        index = self.keys.index()
        if self._as_index:
            return DataFrame._of(arrays, columns, index)
        found = DataFrame._of(arrays, columns, RangeIndex(self.keys.count))
        for place, (name, values) in enumerate(zip(self.keys.names, self.keys.arrays())):
            if name in found.columns:
                continue
            found._insert_column(place, f"level_{place}" if name is None else name, values)
        return found

    def _aggregated(self, how, numeric_only=False, ddof=1, min_count=0):
        places = self._columns(numeric_only)
        arrays = [aggregate(self.obj._arrays[place], how, self.keys, ddof, min_count) for place in places]
        return self._framed(arrays, self.obj.columns[np.array(places, dtype="int64")])

    def _each_group(self, function, numeric_only=False):
        places, groups = self._columns(numeric_only), self.keys.places()
        arrays = [from_list([function(self.obj._arrays[place][rows]) for rows in groups]) for place in places]
        return self._framed(arrays, self.obj.columns[np.array(places, dtype="int64")])

    def value_counts(self, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
        labels = [self.obj.columns[place] for place in self._columns()]
        keys = list(self.keys.names) + labels
        counts = self.obj.groupby(keys).size()
        from .series import Series

        codes = counts.index.codes[0]
        order = np.lexsort((np.arange(len(counts)), -counts._values, codes)) if sort else np.arange(len(counts))
        counts = counts.iloc[order]
        counts.name = "proportion" if normalize else "count"
        if normalize:
            totals = np.bincount(counts.index.codes[0], weights=counts._values)
            counts = counts._with_values(counts._values / totals[counts.index.codes[0]])
        return counts

    def corr(self, method="pearson", numeric_only=False):
        return self.apply(lambda part: part.corr(method, numeric_only=numeric_only))

    def agg(self, func=None, *args, **kwargs):
        """One value a group and column; several functions give columns of two levels."""
        if func is None:
            if not kwargs:
                raise TypeError("Must provide 'func' or tuples of '(column, aggfunc).")
            return self._named(kwargs)
        if isinstance(func, dict):
            return self._by_column(func)
        columns = [self.obj.columns[place] for place in self._columns()]
        if is_list_like(func):
            return self._several({column: list(func) for column in columns})
        if isinstance(func, str):
            return getattr(self, func)(*args, **kwargs)
        parts = [self[column].agg(func, *args, **kwargs) for column in columns] if len(set(columns)) else []
        return self._framed([_values_of(part, column) for part, column in zip(parts, columns)], Index(columns))

    aggregate = agg

    def _one(self, column, func):
        """The array of one function of one column's groups."""
        part = SeriesGroupBy(self.obj[column], self.keys, [], True, self._single, self._group_keys)
        return part.agg(func)._values

    def _named(self, wanted):
        arrays = []
        for name, pair in wanted.items():
            if not is_list_like(pair) or len(pair) != 2:
                raise TypeError("Must provide 'func' or tuples of '(column, aggfunc).")
            column, func = pair
            if column not in self.obj.columns:
                raise KeyError(f"Label(s) [{column!r}] do not exist")
            arrays.append(self._one(column, func))
        return self._framed(arrays, Index(list(wanted)))

    def _by_column(self, wanted):
        missing = [column for column in wanted if column not in self.obj.columns]
        if missing:
            raise KeyError(f"Label(s) {missing} do not exist")
        if any(isinstance(func, (list, tuple)) for func in wanted.values()):
            return self._several({column: func if isinstance(func, (list, tuple)) else [func] for column, func in wanted.items()})
        arrays = [self._one(column, func) for column, func in wanted.items()]
        return self._framed(arrays, Index(list(wanted)))

    def _several(self, wanted):
        arrays, labels = [], []
        for column, functions in wanted.items():
            names = _function_names(functions)
            for name, func in zip(names, functions):
                labels.append((column, name))
                arrays.append(self._one(column, func[1] if isinstance(func, tuple) else func))
        columns = MultiIndex.from_tuples(labels, names=[self.obj.columns.name, None])
        return self._framed(arrays, columns)

    def describe(self, percentiles=None, include=None, exclude=None):
        places = [place for place in self._columns() if is_number(self.obj._arrays[place].dtype) or hasattr(self.obj._arrays[place].dtype, "family")] or self._columns()
        from .concatenate import concat

        parts = {}
        for place in places:
            parts[self.obj.columns[place]] = self[self.obj.columns[place]].describe(percentiles)
        found = concat(list(parts.values()), axis=1, keys=list(parts))
        return found


def _function_names(functions):
    names = []
    for func in functions:
        name = func[0] if isinstance(func, tuple) else func if isinstance(func, str) else getattr(func, "__name__", str(func))
        if name == "<lambda>":
            taken = sum(one.startswith("<lambda") for one in names)
            lambdas = sum(callable(one) and getattr(one, "__name__", "") == "<lambda>" for one in functions)
            name = f"<lambda_{taken}>" if lambdas > 1 else "<lambda>"
        elif name in names:
            raise SpecificationError("Function names must be unique, found multiple named " + name)
        names.append(name)
    return names


def _values_of(part, column):
    return part[column]._values if part.ndim == 2 else part._values


class SeriesGroupBy(GroupBy):
    """Groups of one column."""

    __module__ = "pandas.api.typing"

    def __getattr__(self, name):
        raise AttributeError(f"'SeriesGroupBy' object has no attribute '{name}'")

    def __getitem__(self, key):
        raise IndexError(f"Column(s) {key} already selected")

    def _wrapped(self, values, name=NOT_GIVEN):
        name = self.obj.name if name is NOT_GIVEN else name
        if self._as_index:
            return Series._of(values, self.keys.index(), name)
        found = DataFrame._of([values], Index([name]), RangeIndex(self.keys.count))
        for place, (key, labels) in enumerate(zip(self.keys.names, self.keys.arrays())):
            found._insert_column(place, f"level_{place}" if key is None else key, labels)
        return found

    def _aggregated(self, how, numeric_only=False, ddof=1, min_count=0):
        return self._wrapped(aggregate(self.obj._values, how, self.keys, ddof, min_count))

    def _each_group(self, function, numeric_only=False):
        return self._wrapped(from_list([function(self.obj._values[rows]) for rows in self.keys.places()]))

    def agg(self, func=None, *args, **kwargs):
        if func is None:
            return DataFrame({name: self.agg(one) for name, one in kwargs.items()})
        if isinstance(func, str):
            if not hasattr(type(self), func):
                raise AttributeError(f"'{func}' is not a valid function for 'SeriesGroupBy' object")
            return getattr(self, func)(*args, **kwargs)
        if isinstance(func, dict):
            raise SpecificationError("nested renamer is not supported")
        if is_list_like(func):
            names = _function_names(func)
            arrays = [_values_of(self.agg(one[1] if isinstance(one, tuple) else one), self.obj.name) for one in func]
            found = DataFrame._of(arrays, Index(names), self.keys.index())
            return found if self._as_index else found.reset_index()
        name = _KNOWN_FUNCTIONS.get(func) if getattr(func, "__hash__", None) else None
        if name:
            return getattr(self, name)()
        found = [func(part, *args, **kwargs) for part in self._parts()]
        for one in found:
            if isinstance(one, (Series, np.ndarray, list)) and not isinstance(one, str) and getattr(one, "ndim", 1) > 0:
                if isinstance(one, list):
                    break
                raise ValueError("Must produce aggregated value")
        return self._wrapped(from_list(found))

    aggregate = agg

    def _parts(self):
        return [self.obj._select_rows(rows) for rows in self.keys.places()]

    def unique(self):
        return self._wrapped(objects([part.unique() for part in self._parts()]))

    def nlargest(self, n=5, keep="first"):
        return self._stacked([part.nlargest(n) for part in self._parts()])

    def nsmallest(self, n=5, keep="first"):
        return self._stacked([part.nsmallest(n) for part in self._parts()])

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        found = self._stacked([part.value_counts(normalize, sort, ascending, None, dropna) for part in self._parts()])
        found.name = "proportion" if normalize else "count"
        return found

    def mode(self):
        return self._stacked([part.mode() for part in self._parts()])

    def idxmax(self, skipna=True):
        return self._wrapped(from_list([part.idxmax() for part in self._parts()]))

    def idxmin(self, skipna=True):
        return self._wrapped(from_list([part.idxmin() for part in self._parts()]))

    def _stacked(self, parts):
        from .concatenate import concat

        return concat(parts, keys=self.keys.labels(), names=[self.keys.names[0], parts[0].index.name] if len(self.keys.names) == 1 else None)

    def describe(self, percentiles=None, include=None, exclude=None):
        parts = [part.describe(percentiles) for part in self._parts()]
        if not parts:
            return DataFrame()
        arrays = [from_list([part._values[place] for part in parts]) for place in range(len(parts[0]))]
        return DataFrame._of(arrays, parts[0].index, self.keys.index())

    def corr(self, other, method="pearson"):
        return self._wrapped(from_list([part.corr(other.reindex(part.index), method) for part in self._parts()]))

    def hist(self, *arguments, **options):
        raise NotImplementedError("groupby().hist is not carried here")


_KNOWN_FUNCTIONS = {sum: "sum", min: "min", max: "max", np.sum: "sum", np.mean: "mean", np.min: "min", np.max: "max", np.median: "median"}
