"""What Series and DataFrame share: methods that do the same to each column.

Each is in terms of `_each(function)`, which gives an object like this one with `function` of every column's array.
"""

import numpy as np

from . import fill
from .arrays import ExtensionArray, MaskedArray
from .construct import is_list_like
from .dtypes import is_number
from .index import Index, RangeIndex, ensure_index
from .missing import isna_array
from .reductions import accumulate


def axis_number(axis):
    """0 for rows, 1 for columns."""
    found = {0: 0, "index": 0, "rows": 0, 1: 1, "columns": 1, None: 0}.get(axis, None)
    if found is None:
        raise ValueError(f"No axis named {axis} for object type DataFrame")
    return found


class NDFrame:
    """The common part of Series and DataFrame."""

    @property
    def empty(self):
        return 0 in self.shape

    @property
    def size(self):
        found = 1
        for length in self.shape:
            found *= length
        return found

    @property
    def axes(self):
        return [self.index] if self.ndim == 1 else [self.index, self.columns]

    @property
    def flags(self):
        raise AttributeError("flags are not carried here")

    @property
    def attrs(self):
        return self.__dict__.setdefault("_attrs", {})

    def __len__(self):
        return len(self.index)

    def __bool__(self):
        raise ValueError(
            f"The truth value of a {type(self).__name__} is ambiguous. Use a.empty, a.item(), a.any() or a.all()."
        )

    def _done(self, found, inplace):
        """The result, or with `inplace` this object made like it."""
        if not inplace:
            return found
        self._become(found)
        return None

    # Parts

    def head(self, n=5):
        return self.iloc[:n]

    def tail(self, n=5):
        return self.iloc[0:0] if n == 0 else self.iloc[-n:]

    def take(self, indices, axis=0):
        return self.iloc[np.asarray(indices)] if axis_number(axis) == 0 else self.iloc[:, np.asarray(indices)]

    def truncate(self, before=None, after=None, axis=None):
        return self.loc[before:after]

    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, axis=None, ignore_index=False):
        """Rows drawn by chance, with numpy's generator."""
        if axis_number(axis) == 1:
            raise NotImplementedError("sample(axis=1) is not carried here")
        if n is not None and frac is not None:
            raise ValueError("Please enter a value for `frac` OR `n`, not both")
        if frac is not None and frac > 1 and not replace:
            raise ValueError("Replace has to be set to `True` when upsampling the population `frac` > 1.")
        if n is not None and n < 0:
            raise ValueError("A negative number of rows requested. Please provide `n` >= 0.")
        size = n if n is not None else round(frac * len(self)) if frac is not None else 1
        if isinstance(random_state, (int, np.integer)):
            random_state = np.random.RandomState(random_state)
        source = random_state if random_state is not None else np.random
        if weights is not None:
            if isinstance(weights, str):
                weights = self[weights]
            weights = np.asarray(weights, dtype="float64")
            weights = weights / weights.sum()
        if size > len(self) and not replace:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        places = source.choice(len(self), size=size, replace=replace, p=weights)
        found = self.iloc[places]
        return found.reset_index(drop=True) if ignore_index else found

    def copy(self, deep=True):
        return self._each(lambda values: values)

    def pipe(self, func, *args, **kwargs):
        if isinstance(func, tuple):
            func, name = func
            return func(*args, **{name: self}, **kwargs)
        return func(self, *args, **kwargs)

    # Missing values

    def isna(self):
        return self._each(isna_array)

    isnull = isna

    def notna(self):
        return self._each(lambda values: ~isna_array(values))

    notnull = notna

    def ffill(self, axis=None, inplace=False, limit=None, **options):
        return self._done(self._each(lambda values: fill.forward(values, limit)), inplace)

    def bfill(self, axis=None, inplace=False, limit=None, **options):
        return self._done(self._each(lambda values: fill.backward(values, limit)), inplace)

    def interpolate(self, method="linear", axis=0, limit=None, inplace=False, limit_direction="forward", **options):
        if method not in ("linear", "time", "index", "values"):
            raise NotImplementedError(f"interpolate(method={method!r}) is not carried here: 'linear', 'index' and 'time' are")
        where = np.arange(len(self), dtype="float64")
        if method != "linear":
            where = np.asarray(getattr(self.index._values, "_a", self.index._values), dtype="float64")
        return self._done(self._each(lambda values: fill.interpolate(values, where, limit, limit_direction)), inplace)

    def replace(self, to_replace=None, value=fill.NOT_GIVEN, inplace=False, regex=False, **options):
        from .replacing import replace

        return self._done(replace(self, to_replace, value, regex), inplace)

    def where(self, cond, other=np.nan, inplace=False, axis=None, level=None):
        from .replacing import where

        return self._done(where(self, cond, other, True), inplace)

    def mask(self, cond, other=np.nan, inplace=False, axis=None, level=None):
        from .replacing import where

        return self._done(where(self, cond, other, False), inplace)

    # Numbers

    def _numbers_each(self, function):
        return self._each(function)

    def abs(self):
        return abs(self)

    def clip(self, lower=None, upper=None, axis=None, inplace=False):
        lower = lower._values if getattr(lower, "ndim", 0) == 1 and hasattr(lower, "_values") else lower
        upper = upper._values if getattr(upper, "ndim", 0) == 1 and hasattr(upper, "_values") else upper

        def clipped(values):
            if isinstance(values, MaskedArray):
                return MaskedArray(clipped(values._a), values._mask)
            if isinstance(values, ExtensionArray):
                raise TypeError(f"'>=' not supported between instances of 'str' and '{type(lower).__name__}'")
            found = values
            if lower is not None:
                found = np.where(isna_array(found) | (found >= lower), found, lower)
            if upper is not None:
                found = np.where(isna_array(found) | (found <= upper), found, upper)
            return found

        return self._done(self._each(clipped), inplace)

    def cumsum(self, axis=None, skipna=True, *args, **kwargs):
        return self._each(lambda values: accumulate("cumsum", values))

    def cumprod(self, axis=None, skipna=True, *args, **kwargs):
        return self._each(lambda values: accumulate("cumprod", values))

    def cummax(self, axis=None, skipna=True, *args, **kwargs):
        return self._each(lambda values: accumulate("cummax", values))

    def cummin(self, axis=None, skipna=True, *args, **kwargs):
        return self._each(lambda values: accumulate("cummin", values))

    def shift(self, periods=1, freq=None, axis=0, fill_value=fill.NOT_GIVEN):
        if freq is not None:
            raise NotImplementedError("shift(freq=…) is not carried here")
        if axis_number(axis) == 1:
            return self.T.shift(periods, fill_value=fill_value).T
        return self._each(lambda values: fill.shift(values, periods, fill_value))

    def diff(self, periods=1, axis=0):
        if axis_number(axis) == 1:
            return self.T.diff(periods).T
        return self._each(lambda values: fill.diff(values, periods))

    def pct_change(self, periods=1, fill_method=None, freq=None):
        before = self.shift(periods)
        return self / before - 1

    def rank(self, axis=0, method="average", numeric_only=False, na_option="keep", ascending=True, pct=False):
        import _pandas

        from .arrays import sort_keys

        if method not in ("average", "min", "max", "first", "dense"):
            raise ValueError(f"unknown rank method {method!r}")
        if na_option not in ("keep", "top", "bottom"):
            raise ValueError("na_option must be one of 'keep', 'top', or 'bottom'")
        part = self.select_dtypes("number") if self.ndim == 2 and numeric_only else self
        return part._each(lambda values: _pandas.rank(sort_keys(values), isna_array(values), method, ascending, pct, na_option))

    # Labels

    def reset_index(self, level=None, drop=False, inplace=False, **options):
        from .relabel import reset_index

        found = reset_index(self, level, drop, **options)
        return self._done(found, inplace)

    def sort_index(self, axis=0, level=None, ascending=True, inplace=False, kind="quicksort", na_position="last", sort_remaining=True, ignore_index=False, key=None):
        from .sorting import sort_index

        return self._done(sort_index(self, axis_number(axis), level, ascending, na_position, ignore_index, key), inplace)

    def rename_axis(self, mapper=None, index=fill.NOT_GIVEN, columns=fill.NOT_GIVEN, axis=0, inplace=False):
        found = self.copy()
        if mapper is not None or (index is fill.NOT_GIVEN and columns is fill.NOT_GIVEN):
            if axis_number(axis) == 0:
                index = mapper
            else:
                columns = mapper
        for name, value in (("index", index), ("columns", columns)):
            if value is fill.NOT_GIVEN:
                continue
            labels = getattr(found, name)
            if isinstance(value, dict):
                value = [value.get(one, one) for one in labels.names]
            setattr(found, name, labels.set_names(value if is_list_like(value) else [value]))
        return self._done(found, inplace)

    def set_axis(self, labels, axis=0, copy=None):
        found = self.copy()
        setattr(found, "columns" if axis_number(axis) else "index", labels)
        return found

    def add_prefix(self, prefix, axis=None):
        return self._relabelled(lambda label: f"{prefix}{label}")

    def add_suffix(self, suffix, axis=None):
        return self._relabelled(lambda label: f"{label}{suffix}")

    def _relabelled(self, function):
        return self.rename(function) if self.ndim == 1 else self.rename(columns=function)

    def reindex_like(self, other, **options):
        return self.reindex(index=other.index) if self.ndim == 1 else self.reindex(index=other.index, columns=other.columns)

    def droplevel(self, level, axis=0):
        return self.set_axis((self.columns if axis_number(axis) else self.index).droplevel(level), axis)

    def swaplevel(self, i=-2, j=-1, axis=0):
        return self.set_axis((self.columns if axis_number(axis) else self.index).swaplevel(i, j), axis)

    def xs(self, key, axis=0, level=None, drop_level=True):
        if level is None:
            return self.loc[key] if axis_number(axis) == 0 else self.loc[:, key]
        labels = self.columns if axis_number(axis) else self.index
        number = labels._level_number(level)
        mask = labels._level_mask(number, key, key)
        found = self.loc[:, mask] if axis_number(axis) else self.loc[mask]
        return found.droplevel(number, axis) if drop_level else found

    def squeeze(self, axis=None):
        if self.ndim == 1:
            return self.tolist()[0] if len(self) == 1 else self
        found = self
        if len(self.columns) == 1:
            found = self.iloc[:, 0]
            return found.iloc[0] if len(self) == 1 else found
        return self.iloc[0] if len(self) == 1 else found

    # Types

    def convert_dtypes(self, **options):
        from .astype import convert

        return self._each(convert)

    def infer_objects(self, copy=None):
        from .construct import from_list

        return self._each(lambda values: from_list(values.tolist()) if values.dtype == object else values)

    def describe(self, percentiles=None, include=None, exclude=None):
        from .describe import describe

        return describe(self, percentiles, include, exclude)

    # Windows and groups

    def groupby(self, by=None, level=None, as_index=True, sort=True, group_keys=True, observed=True, dropna=True, axis=0):
        from .groupby import group

        if axis_number(axis):
            raise NotImplementedError("groupby(axis=1) is not carried: pandas removed it")
        return group(self, by, level, as_index, sort, group_keys, observed, dropna)

    def rolling(self, window, min_periods=None, center=False, win_type=None, on=None, closed=None, **options):
        from .window import Rolling

        if win_type is not None or on is not None or closed is not None or options:
            raise NotImplementedError("rolling carries window, min_periods and center here")
        return Rolling(self, window, min_periods, center)

    def expanding(self, min_periods=1, **options):
        from .window import Rolling

        return Rolling(self, None, min_periods, False)

    def ewm(self, com=None, span=None, halflife=None, alpha=None, min_periods=0, adjust=True, ignore_na=False, **options):
        from .window import Weighted

        return Weighted(self, com, span, halflife, alpha, min_periods, adjust, ignore_na)

    def resample(self, rule, **options):
        from .resample import resample

        return resample(self, rule, **options)

    # Out

    def to_csv(self, path_or_buf=None, **options):
        from .csv import to_csv

        frame = self if self.ndim == 2 else self.to_frame(0 if self.name is None else self.name)
        if self.ndim == 1 and "header" not in options and self.name is None:
            options["header"] = ["0"]
        return to_csv(frame, path_or_buf, **options)

    def to_json(self, path_or_buf=None, **options):
        from .json import to_json

        return to_json(self, path_or_buf, **options)

    def to_pickle(self, path, **options):
        import pickle

        with open(path, "wb") as file:
            pickle.dump(self, file)

    @property
    def plot(self):
        from .plotting import PlotAccessor

        return PlotAccessor(self)

    def hist(self, *arguments, **options):
        from .plotting import hist

        return hist(self, *arguments, **options)

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def __iadd__(self, other):
        return self + other


def named_operators(owner):
    """`add`, `radd`, `eq` and their like: the operators as methods, with `fill_value`."""

    def method(kind, name, reflected):
        def call(self, other, axis="columns", level=None, fill_value=None):
            return self._flex(kind, name, other, reflected, fill_value, axis)

        return call

    for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
        setattr(owner, name, method("arith", name, False))
        setattr(owner, "r" + name, method("arith", name, True))
    owner.div = owner.divide = owner.truediv
    owner.rdiv = owner.rtruediv
    owner.multiply, owner.subtract = owner.mul, owner.sub
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(owner, name, method("compare", name, False))
    return owner
