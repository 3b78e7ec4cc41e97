"""Series: one column with its labels."""

import numpy as np

from . import fill
from .arrays import ExtensionArray, as_objects, factorize, is_position, take_fill
from .categorical import Categorical
from .construct import array_of, from_list, full, is_list_like
from .generic import NDFrame, named_operators
from .index import Index, RangeIndex, ensure_index
from .indexing import Indexers, is_mask, label_positions, mask_of, position_key, reduced_index
from .missing import is_missing, isna_array, nan
from .ops import Operators, arith, operate, ufunc_operator, unary
from .series_stats import SeriesStatistics
from .setting import put


@named_operators
class Series(SeriesStatistics, NDFrame, Indexers, Operators):
    """A column: an array, its labels and its name."""

    __module__ = "pandas"

    ndim = 1
    _constructor_name = "Series"

    def __init__(self, data=None, index=None, dtype=None, name=None, copy=None):
        given = None if index is None else ensure_index(index)
        if name is None:
            name = getattr(data, "name", None)
        if name is not None and is_list_like(name) and not isinstance(name, tuple):
            raise TypeError("Series.name must be a hashable type")
        if isinstance(data, Series):
            if given is not None and not given.equals(data.index):
                data = data.reindex(given)
            index, values = data.index if given is None else given, data._values
            values = values if dtype is None else array_of(values, dtype)
        elif isinstance(data, dict):
            values = array_of(list(data.values()), dtype) if data else np.empty(0, dtype=dtype or object)
            index = Index(list(data.keys())) if data else RangeIndex(0)
            if given is not None:
                made = Series._of(values, index).reindex(given) if data else Series._of(np.full(len(given), nan), given)
                index, values = given, made._values
        elif data is None:
            index = RangeIndex(0) if given is None else given
            values = np.full(len(index), nan) if given is not None and len(given) else np.empty(0, dtype=dtype or object)
            values = values if dtype is None else array_of(values, dtype)
        elif not is_list_like(data) or (isinstance(data, np.ndarray) and data.ndim == 0):
            index = RangeIndex(1) if given is None else given
            values = full(data, len(index), dtype)
        else:
            values = array_of(data, dtype)
            if isinstance(data, np.ndarray) and values is data:
                values = data.copy()
            index = RangeIndex(len(values)) if given is None else given
            if len(index) != len(values):
                raise ValueError(f"Length of values ({len(values)}) does not match length of index ({len(index)})")
        self._values, self._index, self._name = values, index, name

    @classmethod
    def _of(cls, values, index, name=None):
        made = object.__new__(cls)
        made._values, made._index, made._name = values, index, name
        return made

    def _with_values(self, values):
        return Series._of(values, self._index, self._name)

    def _each(self, function):
        return self._with_values(function(self._values))

    def _become(self, other):
        self._values, self._index, self._name = other._values, other._index, other._name

    # What it is

    @property
    def index(self):
        return self._index

    @index.setter
    def index(self, labels):
        labels = ensure_index(labels)
        if len(labels) != len(self):
            raise ValueError(
                f"Length mismatch: Expected axis has {len(self)} elements, new values have {len(labels)} elements"
            )
        self._index = labels

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        if is_list_like(name) and not isinstance(name, tuple):
            raise TypeError("Series.name must be a hashable type")
        self._name = name

    @property
    def dtype(self):
        return self._values.dtype

    dtypes = dtype

    @property
    def shape(self):
        return (len(self),)

    @property
    def values(self):
        values = self._values
        if isinstance(values, ExtensionArray) and values.dtype.kind in "Mm":
            return values.to_numpy()
        return values

    @property
    def array(self):
        return self._values

    @property
    def T(self):
        return self

    @property
    def nbytes(self):
        return self._values.nbytes

    def memory_usage(self, index=True, deep=False):
        return self._values.nbytes + (self.index.memory_usage() if index else 0)

    @property
    def hasnans(self):
        return bool(isna_array(self._values).any())

    def __array__(self, dtype=None, copy=None):
        found = np.asarray(self._values)
        return found if dtype is None else found.astype(dtype)

    def to_numpy(self, dtype=None, copy=False, na_value=fill.NOT_GIVEN):
        values = self._values
        if na_value is not fill.NOT_GIVEN:
            values = fill.with_value(values, na_value)
        found = values.to_numpy(dtype) if isinstance(values, ExtensionArray) else values
        return found.astype(dtype) if dtype is not None else found.copy()

    def tolist(self):
        return self._values.tolist()

    to_list = tolist

    def __iter__(self):
        return iter(self._values.tolist())

    def items(self):
        return zip(self.index.tolist(), self._values.tolist())

    def keys(self):
        return self.index

    def to_dict(self, into=dict):
        return into(self.items())

    def to_frame(self, name=fill.NOT_GIVEN):
        from .frame import DataFrame

        if name is fill.NOT_GIVEN:
            name = 0 if self.name is None else self.name
        columns = RangeIndex(1) if type(name) is int and name == 0 else Index([name])
        return DataFrame._of([self._values], columns, self.index)

    def item(self):
        if len(self) != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self.tolist()[0]

    def __float__(self):
        return float(self._only("float"))

    def __int__(self):
        return int(self._only("int"))

    def _only(self, kind):
        if len(self) != 1:
            raise TypeError(f"cannot convert the series to <class '{kind}'>")
        return self._values[0]

    def __contains__(self, label):
        return label in self.index

    def __getattr__(self, name):
        if not name.startswith("_"):
            index = self.__dict__.get("_index")
            if index is not None and index.nlevels == 1 and index.dtype.kind == "O" and name in index:
                return self[name]
        raise AttributeError(f"'Series' object has no attribute '{name}'")

    def __repr__(self):
        from .formatting import series_text
        from .settings import options

        return series_text(self, options["display.max_rows"], options["display.min_rows"])

    def to_string(self, buf=None, na_rep="NaN", float_format=None, header=True, index=True, length=False, dtype=False, name=False, max_rows=None, min_rows=None):
        from .formatting import series_text

        return series_text(self, max_rows, min_rows, name, dtype, length, index, header, float_format, na_rep)

    def info(self, verbose=None, buf=None, max_cols=None, memory_usage=None, show_counts=True):
        from .summary import series_info

        series_info(self, buf, memory_usage)

    # Selection

    def _select_rows(self, where, label=None):
        if is_position(where):
            return self._values[where]
        if isinstance(where, slice) and where.step is not None and where.step < 0:
            where = np.arange(len(self))[where]
        return Series._of(self._values[where], reduced_index(self.index, where, label), self._name)

    def __getitem__(self, key):
        if callable(key):
            key = key(self)
        if isinstance(key, slice):
            if all(part is None or is_position(part) for part in (key.start, key.stop)):
                return self._select_rows(key)
            return self._select_rows(label_positions(self.index, key))
        if is_mask(key):
            return self._select_rows(mask_of(key, self.index))
        if isinstance(key, tuple) and self.index.nlevels == 1 and key not in self.index:
            raise KeyError(key)
        return self._select_rows(label_positions(self.index, key), key)

    def get(self, key, default=None):
        try:
            return self[key]
        except (KeyError, ValueError, IndexError):
            return default

    def __setitem__(self, key, value):
        if callable(key):
            key = key(self)
        if isinstance(key, slice) and all(part is None or is_position(part) for part in (key.start, key.stop)):
            self._set_rows(key, value)
        elif is_mask(key):
            self._set_rows(mask_of(key, self.index), value)
        else:
            self.loc[key] = value

    def _set_rows(self, where, value):
        if isinstance(value, Series):
            value = value.reindex(self.index[where])._values if not is_position(where) else value._values
        self._values = put(self._values, where, value)

    def _append_label(self, label):
        self._index = self.index.insert(len(self), label) if len(self) else Index([label])
        # The last value stands in for the new one, so that whole numbers stay whole.
        self._values = self._values[np.append(np.arange(len(self._values)), -1)] if len(self._values) else np.full(1, nan, dtype=object)

    def pop(self, item):
        found = self[item]
        self._become(self.drop(item))
        return found

    def __delitem__(self, label):
        self._become(self.drop(label))

    # Labels

    def reindex(self, index=None, method=None, fill_value=nan, **options):
        index = ensure_index(index)
        if index.equals(self.index):
            return Series._of(self._values, index, self._name)
        if not self.index.is_unique:
            raise ValueError("cannot reindex on an axis with duplicate labels")
        places = self.index.get_indexer(index, method)
        if is_missing(fill_value):
            values = take_fill(self._values, places)
        else:
            gaps = places < 0
            values = put(self._values[np.where(gaps, 0, places)], gaps, fill_value, strict=False) if len(self) else full(fill_value, len(index))
        return Series._of(values, index, self._name)

    def rename(self, index=None, axis=None, copy=None, inplace=False, level=None, errors="ignore"):
        if callable(index) or isinstance(index, dict):
            from .relabel import relabelled

            found = Series._of(self._values, relabelled(self.index, index), self._name)
        elif is_list_like(index) and not isinstance(index, tuple):
            raise TypeError("Series.name must be a hashable type")
        else:
            found = Series._of(self._values, self.index, index)
        return self._done(found, inplace)

    def drop(self, labels=None, axis=0, index=None, columns=None, level=None, inplace=False, errors="raise"):
        labels = index if labels is None else labels
        from .relabel import kept_rows

        return self._done(self._select_rows(kept_rows(self.index, labels, errors)), inplace)

    def align(self, other, join="outer", fill_value=nan):
        index = self.index.join(other.index, how=join)
        return self.reindex(index, fill_value=fill_value), other.reindex(index, fill_value=fill_value)

    def sort_values(self, axis=0, ascending=True, inplace=False, kind="quicksort", na_position="last", ignore_index=False, key=None):
        from .sorting import sort_series

        return self._done(sort_series(self, ascending, na_position, ignore_index, key), inplace)

    def argsort(self, *arguments, **options):
        from .arrays import argsort

        return Series._of(argsort(self._values), self.index, self.name)

    def explode(self, ignore_index=False):
        return self.to_frame(0).explode(0, ignore_index)[0].rename(self.name)

    def astype(self, dtype, copy=None, errors="raise"):
        if isinstance(dtype, dict):
            if set(dtype) != {self.name}:
                raise KeyError("Only the Series name can be used for the key in Series dtype mappings.")
            dtype = dtype[self.name]
        if errors == "ignore":
            try:
                return self._with_values(array_of(self._values, dtype))
            except (TypeError, ValueError):
                return self
        return self._with_values(array_of(self._values, dtype))

    def fillna(self, value=None, axis=None, inplace=False, limit=None):
        if value is None:
            raise ValueError("Must specify a fill 'value'.")
        if isinstance(value, (list, tuple)):
            raise TypeError(f'"value" parameter must be a scalar or dict, but you passed a "{type(value).__name__}"')
        if isinstance(value, (dict, Series)):
            value = Series(value).reindex(self.index)._values
        return self._done(self._with_values(fill.with_value(self._values, value)), inplace)

    def dropna(self, axis=0, inplace=False, how=None, ignore_index=False):
        gaps = isna_array(self._values)
        found = self._select_rows(~gaps) if gaps.any() else self.copy()
        return self._done(found.reset_index(drop=True) if ignore_index else found, inplace)

    # Operators

    def _binary(self, kind, name, other, reflected=False):
        if getattr(other, "_constructor_name", None) == "DataFrame":
            return NotImplemented
        if isinstance(other, Series):
            title = self.name if _same_name(self.name, other.name) else None
            left, right = self, other
            if not left.index.equals(right.index):
                if kind == "compare":
                    raise ValueError("Can only compare identically-labeled Series objects")
                left, right = left.align(right)
            return Series._of(operate(kind, name, left._values, right._values, reflected), left.index, title)
        title = self.name
        if isinstance(other, Index) and not _same_name(self.name, other.name):
            title = None
        if is_list_like(other) and not isinstance(other, dict):
            if getattr(other, "ndim", 1) == 0:
                other = other.item()
            else:
                other = array_of(other)
                if len(other) != len(self):
                    if kind == "compare":
                        raise ValueError("Lengths must match to compare")
                    raise ValueError(f"operands could not be broadcast together with shapes ({len(self)},) ({len(other)},) ")
        return Series._of(operate(kind, name, self._values, other, reflected), self.index, title)

    def _flex(self, kind, name, other, reflected, fill_value, axis):
        if fill_value is None or not isinstance(other, Series):
            return self._binary(kind, name, other, reflected)
        left, right = self.align(other) if not self.index.equals(other.index) else (self, other)
        both = left.isna()._values & right.isna()._values
        found = left.fillna(fill_value)._binary(kind, name, right.fillna(fill_value), reflected)
        if both.any():
            found = found._with_values(put(found._values, both, nan, strict=False))
        return found

    def _unary(self, name):
        return self._with_values(unary(name, self._values))

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        if method != "__call__":
            return getattr(ufunc, method)(*(np.asarray(one) if isinstance(one, Series) else one for one in inputs), **options)
        found = ufunc_operator(ufunc, inputs, self)
        if found is not None:
            return found
        from .arrays import MaskedArray

        if isinstance(self._values, MaskedArray) and len(inputs) == 1:
            return self._with_values(MaskedArray(np.asarray(ufunc(self._values._a)), self._values._mask))
        plain = [np.asarray(one) if hasattr(one, "__array__") and not isinstance(one, np.generic) else one for one in inputs]
        found = ufunc(*plain, **options)
        if isinstance(found, tuple):
            return tuple(self._with_values(one) for one in found)
        return self._with_values(array_of(found))

    # Functions of values

    def map(self, func=None, na_action=None, **kwargs):
        """Each value by a function, a dict or a Series."""
        if isinstance(self._values, Categorical) and not is_list_like(func):
            table = {one: func(one) for one in self._values.categories.tolist()}
            return self._with_values(array_of(from_list([table.get(one, nan) for one in self.tolist()]), "category"))
        if isinstance(func, Series):
            places = func.index.get_indexer(Index._over(self._values))
            return self._with_values(take_fill(func._values, places))
        listed = self.tolist()
        if isinstance(func, dict):
            if hasattr(type(func), "__missing__"):
                return self._with_values(from_list([func[one] for one in listed]))
            if not func:
                return self._with_values(np.full(len(self), nan))
            return self.map(Series(func))
        if na_action == "ignore":
            return self._with_values(from_list([one if is_missing(one) else func(one, **kwargs) for one in listed]))
        if kwargs:
            return self._with_values(from_list([func(one, **kwargs) for one in listed]))
        return self._with_values(from_list(list(map(func, listed))))

    def apply(self, func, args=(), by_row="compat", **kwargs):
        """Each value by a function; a name is a method, a list of them gives one result each."""
        if isinstance(func, (str, list, dict)):
            return self.agg(func, *args, **kwargs)
        if isinstance(func, np.ufunc) and not args and not kwargs:
            return func(self)
        if not len(self):
            return self.copy()
        found = [func(one, *args, **kwargs) for one in self.tolist()]
        if found and isinstance(found[0], Series):
            from .frame import DataFrame

            return DataFrame([one.to_dict() for one in found], index=self.index)
        return self._with_values(from_list(found))

    def agg(self, func=None, axis=0, *args, **kwargs):
        if isinstance(func, str):
            found = getattr(self, func, None)
            if found is None or func.startswith("_"):
                raise AttributeError(f"'{func}' is not a valid function for 'Series' object")
            return found(*args, **kwargs) if callable(found) else found
        if isinstance(func, dict):
            return Series({name: self.agg(one) for name, one in func.items()})
        if is_list_like(func):
            names = [one if isinstance(one, str) else getattr(one, "__name__", str(one)) for one in func]
            return Series([self.agg(one) for one in func], index=Index(names), name=self.name)
        return func(self, *args, **kwargs)

    aggregate = agg

    def transform(self, func, axis=0, *args, **kwargs):
        return self.apply(func, args, **kwargs)

    def combine_first(self, other):
        left, right = self.align(other)
        return left.fillna(right)

    def combine(self, other, func, fill_value=None):
        left, right = self.align(other)
        return left._with_values(from_list([func(one, two) for one, two in zip(left, right)]))

    def update(self, other):
        other = Series(other).reindex(self.index)
        there = other.notna()._values
        self._set_rows(there, other._values[there])

    def unstack(self, level=-1, fill_value=None, sort=True):
        from .reshape import unstack

        return unstack(self, level, fill_value)

    @property
    def str(self):
        from .strings import StringMethods

        return StringMethods(self)

    @property
    def dt(self):
        from .accessors_dt import DatetimeProperties

        return DatetimeProperties(self)

    @property
    def cat(self):
        from .accessors_cat import CategoricalAccessor

        return CategoricalAccessor(self)

    def __reduce__(self):
        return (Series._of, (self._values, self._index, self._name))


def _same_name(one, other):
    return one is other or (type(one) is type(other) and one == other)
