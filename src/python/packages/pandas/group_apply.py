"""Functions of whole groups: `apply`, `transform`, `filter` and what runs within each group."""

import numpy as np

from . import fill
from .construct import array_of, from_list, is_list_like
from .index import Index, RangeIndex
from .reductions import accumulate


class GroupFunctions:
    """What calls a function for each group."""

    def pipe(self, func, *args, **kwargs):
        return func(self, *args, **kwargs)

    def _value_rows(self):
        """The rows without the keys, as a function gets them."""
        if self.obj.ndim == 1:
            return self.obj
        return self.obj._select_columns(np.array(self._columns(), dtype="int64"))

    def apply(self, func, *args, include_groups=False, **kwargs):
        """What `func` gives for each group, put together: scalars as a column, rows as a frame, frames below each other."""
        if include_groups:
            raise ValueError("include_groups=True is no longer allowed.")
        if isinstance(func, str):
            return getattr(self, func)(*args, **kwargs)
        rows = self._value_rows()
        labels, parts = self.keys.labels(), self.keys.places()
        found = []
        for label, places in zip(labels, parts):
            part = rows._select_rows(places)
            if part.ndim == 1:
                part._name = self.obj.name
            object.__setattr__(part, "name", label) if part.ndim == 2 and "name" not in rows.columns else None
            found.append(func(part, *args, **kwargs))
        return self._joined(found, rows)

    def _joined(self, found, rows):
        from .concatenate import concat
        from .frame import DataFrame
        from .series import Series

        index = self.keys.index()
        first = next((one for one in found if one is not None), None)
        if isinstance(first, (DataFrame, Series)):
            same = all(isinstance(one, Series) and one.index.equals(first.index) for one in found)
            transformed = sum(len(one) for one in found) == len(rows) and all(
                one.index.equals(rows.index[places]) for one, places in zip(found, self.keys.places())
            )
            if isinstance(first, Series) and same and rows.ndim == 2 and not transformed:
                arrays = [from_list([one._values[place] for one in found]) for place in range(len(first))]
                made = DataFrame._of(arrays, first.index, index)
                return made if self._as_index else self._with_keys(made)
            if transformed and not self._group_keys:
                return concat(found).reindex(rows.index)
            if not self._group_keys:
                return concat(found)
            kept = [(label, one) for label, one in zip(index.tolist(), found) if one is not None]
            names = list(self.keys.names) + list(first.index.names)
            return concat([one for _, one in kept], keys=[label for label, _ in kept], names=names)
        values = from_list(found)
        name = self.obj.name if self.obj.ndim == 1 else None
        made = Series._of(values, index, name)
        if not self._as_index:
            return self._with_keys(DataFrame._of([values], Index([name]), RangeIndex(len(values))))
        return made

    def _with_keys(self, frame):
        frame = frame.reset_index(drop=True)
        for place, (name, values) in enumerate(zip(self.keys.names, self.keys.arrays())):
            frame._insert_column(place, name, values)
        return frame

    def transform(self, func, *args, **kwargs):
        """For each row what `func` gives for its group."""
        from .frame import DataFrame
        from .series import Series

        codes = self.keys.codes
        if isinstance(func, str) and func in _RUNNING:
            return getattr(self, func)(*args, **kwargs)
        if self.obj.ndim == 1:
            if isinstance(func, str):
                values = getattr(self, func)(*args, **kwargs) if func == "size" else self._plain().agg(func, *args, **kwargs)
                from .arrays import take_fill

                return self.obj._with_values(take_fill(values._values, codes))
            return self._transformed(self.obj, func, args, kwargs)
        rows = self._value_rows()
        if func == "size":
            return Series._of(self._sizes()[codes], self.obj.index)
        arrays = []
        for label in rows.columns.tolist():
            arrays.append(self[label].transform(func, *args, **kwargs)._values)
        return DataFrame._of(arrays, rows.columns, rows.index)

    def _plain(self):
        return type(self)(self.obj, self.keys, self._used, True, self._single, self._group_keys)

    def _sizes(self):
        codes = self.keys.codes
        return np.bincount(codes[codes >= 0], minlength=self.keys.count).astype("int64")

    def _transformed(self, series, func, args, kwargs):
        from .arrays import as_objects, concat

        places, parts = self.keys.places(), []
        for rows in places:
            part = series._select_rows(rows)
            found = func(part, *args, **kwargs)
            if hasattr(found, "_values"):
                found = found._values
            if not is_list_like(found):
                found = array_of([found])[np.zeros(len(rows), dtype="int64")]
            parts.append(array_of(found))
        if not parts:
            return series
        joined = concat(parts)
        order = np.concatenate(places)
        back = np.full(len(series), -1, dtype="int64")
        back[order] = np.arange(len(order))
        from .arrays import take_fill

        return series._with_values(take_fill(joined, back))

    def filter(self, func, dropna=True, *args, **kwargs):
        """The rows of the groups for which `func` is true."""
        rows, kept = self._selected_rows(), []
        for places in self.keys.places():
            found = func(rows._select_rows(places), *args, **kwargs)
            if not isinstance(found, (bool, np.bool_)):
                raise TypeError(f"filter function returned a {type(found).__name__}, but expected a scalar bool")
            if found:
                kept.append(places)
        return rows._select_rows(np.sort(np.concatenate(kept)) if kept else np.empty(0, dtype="int64"))

    def _within(self, function):
        """`function` of each column's array within each group, as rows."""
        from .frame import DataFrame

        def one(series):
            return self._transformed(series, lambda part: function(part._values), (), {})

        if self.obj.ndim == 1:
            return one(self.obj)
        rows = self._value_rows()
        return DataFrame._of([one(column)._values for _, column in rows.items()], rows.columns, rows.index)

    def cumsum(self, **options):
        return self._within(lambda values: accumulate("cumsum", values))

    def cumprod(self, **options):
        return self._within(lambda values: accumulate("cumprod", values))

    def cummax(self, **options):
        return self._within(lambda values: accumulate("cummax", values))

    def cummin(self, **options):
        return self._within(lambda values: accumulate("cummin", values))

    def shift(self, periods=1, fill_value=fill.NOT_GIVEN):
        return self._within(lambda values: fill.shift(values, periods, fill_value))

    def diff(self, periods=1):
        return self._within(lambda values: fill.diff(values, periods))

    def ffill(self, limit=None):
        return self._within(lambda values: fill.forward(values, limit))

    def bfill(self, limit=None):
        return self._within(lambda values: fill.backward(values, limit))

    def pct_change(self, periods=1):
        return self._within(lambda values: fill.diff(values, periods) / fill.shift(values, periods))

    def fillna(self, value):
        raise AttributeError(f"'{type(self).__name__}' object has no attribute 'fillna'")

    def rank(self, method="average", ascending=True, na_option="keep", pct=False):
        from .series import Series

        return self._within(lambda values: Series(values).rank(method=method, ascending=ascending, na_option=na_option, pct=pct)._values)

    def rolling(self, window, min_periods=None, center=False):
        return self._windows(lambda part: part.rolling(window, min_periods, center))

    def expanding(self, min_periods=1):
        return self._windows(lambda part: part.expanding(min_periods))

    def _windows(self, make):
        return GroupWindows(self, make)

    def resample(self, rule):
        raise NotImplementedError("groupby().resample is not carried here")

    @property
    def plot(self):
        raise NotImplementedError("groupby().plot is not carried here")


_RUNNING = ("cumsum", "cumprod", "cummax", "cummin", "shift", "diff", "ffill", "bfill", "rank", "pct_change", "cumcount", "ngroup")


class GroupWindows:
    """A moving window within each group."""

    def __init__(self, groups, make):
        self.groups, self.make = groups, make

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)

        def method(*args, **kwargs):
            from .concatenate import concat

            rows = self.groups._value_rows()
            parts = [getattr(self.make(rows._select_rows(places)), name)(*args, **kwargs) for places in self.groups.keys.places()]
            return concat(parts, keys=self.groups.keys.labels(), names=list(self.groups.keys.names) + list(rows.index.names))

        return method
