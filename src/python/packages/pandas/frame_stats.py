"""Statistics of frames: one number a column, or a row."""

import numpy as np

from .arrays import as_objects
from .construct import from_list, is_list_like
from .dtypes import is_number
from .index import Index, RangeIndex
from .missing import isna_array, nan
from .reductions import matrix_reduce, mode, numeric, quantile, reduce


class FrameStatistics:
    """One number from each column, or each row."""

    def _reduction(how):
        def method(self, axis=0, skipna=True, numeric_only=False, min_count=0, ddof=1, bool_only=False, dtype=None, out=None, **options):
            from .generic import axis_number

            if axis is None and how in ("any", "all", "min", "max", "mean", "sum"):
                whole = self._reduced(how, 0, skipna, numeric_only, ddof, min_count)
                return getattr(whole, how)() if how != "mean" else self.to_numpy().mean()
            return self._reduced(how, axis_number(axis), skipna, numeric_only or bool_only, ddof, min_count)

        method.__name__ = how
        return method

    for _how in ("sum", "prod", "mean", "median", "min", "max", "std", "var", "sem", "skew", "kurt", "any", "all"):
        locals()[_how] = _reduction(_how)
    del _how
    product, kurtosis = prod, kurt

    def _reduced(self, how, axis, skipna, numeric_only, ddof, min_count=0):
        from .series import Series

        part = self
        if numeric_only:
            part = self._select_columns(np.array([is_number(values.dtype) for values in self._arrays], dtype=bool))
        if axis:
            return part._reduced_rows(how, skipna, ddof)
        found = [reduce(how, values, skipna, ddof, min_count) for values in part._arrays]
        if not found:
            return Series(np.empty(0, dtype="float64" if how in ("sum", "mean") else object), index=part._columns)
        if how in ("any", "all"):
            return Series._of(np.array([bool(one) for one in found]), part._columns)
        return Series._of(from_list(found), part._columns)

    def _reduced_rows(self, how, skipna, ddof):
        from .series import Series

        if how in ("any", "all"):
            matrix = np.zeros(self.shape, dtype=bool)
            for place, values in enumerate(self._arrays):
                matrix[:, place] = as_objects(values).astype(bool) if values.dtype.kind == "O" else np.asarray(values).astype(bool)
            return Series._of(getattr(matrix, how)(axis=1), self._index)
        if all(values.dtype.kind in "biu" and isinstance(values, np.ndarray) for values in self._arrays) and how in ("sum", "min", "max", "prod") and self._arrays:
            return Series._of(getattr(self.to_numpy(), how)(axis=1), self._index)
        if not all(is_number(values.dtype) for values in self._arrays):
            rows = [self._row_at(place) for place in range(len(self._index))]
            return Series([reduce(how, row._values, skipna, ddof) for row in rows], index=self._index)
        matrix = np.empty(self.shape, dtype="float64")
        for place, values in enumerate(self._arrays):
            matrix[:, place] = numeric(values)
        return Series._of(matrix_reduce(how, matrix, skipna, ddof), self._index)

    def count(self, axis=0, numeric_only=False):
        from .generic import axis_number
        from .series import Series

        if axis_number(axis):
            counts = np.zeros(len(self._index), dtype="int64")
            for values in self._arrays:
                counts += ~isna_array(values)
            return Series._of(counts, self._index)
        part = self.select_dtypes("number") if numeric_only else self
        return Series._of(np.array([reduce("count", values) for values in part._arrays], dtype="int64"), part._columns)

    def nunique(self, axis=0, dropna=True):
        from .generic import axis_number
        from .series import Series

        if axis_number(axis):
            return self.apply(lambda row: row.nunique(dropna), axis=1)
        counts = [column.nunique(dropna) for _, column in self.items()]
        return Series._of(np.array(counts, dtype="int64"), self._columns)

    def mode(self, axis=0, numeric_only=False, dropna=True):
        from .frame import DataFrame
        from .series import Series

        part = self.select_dtypes("number") if numeric_only else self
        found = [Series(mode(values, dropna)) for values in part._arrays]
        length = max(map(len, found), default=0)
        return DataFrame._of([one.reindex(RangeIndex(length))._values for one in found], part._columns, RangeIndex(length))

    def quantile(self, q=0.5, axis=0, numeric_only=False, interpolation="linear", method="single"):
        from .frame import DataFrame
        from .series import Series

        part = self._select_columns(np.array([is_number(values.dtype) for values in self._arrays], dtype=bool)) if numeric_only else self
        if axis in (1, "columns"):
            found = part.T.quantile(q, interpolation=interpolation)
            return found
        many = is_list_like(q)
        for one in q if many else [q]:
            if not 0 <= one <= 1:
                raise ValueError("percentiles should all be in the interval [0, 1]")
        if many:
            arrays = [from_list([quantile(values, one, interpolation) for one in q]) for values in part._arrays]
            return DataFrame._of(arrays, part._columns, Index(list(q), dtype="float64"))
        return Series(from_list([quantile(values, q, interpolation) for values in part._arrays]), index=part._columns, name=q)

    def idxmax(self, axis=0, skipna=True, numeric_only=False):
        return self._idx("idxmax", axis, numeric_only)

    def idxmin(self, axis=0, skipna=True, numeric_only=False):
        return self._idx("idxmin", axis, numeric_only)

    def _idx(self, how, axis, numeric_only):
        from .generic import axis_number
        from .series import Series

        part = self.select_dtypes("number") if numeric_only else self
        if axis_number(axis):
            matrix = part.to_numpy()
            find = np.nanargmax if how == "idxmax" else np.nanargmin
            return Series._of(part._columns[find(matrix, axis=1)]._values, part._index)
        for values in part._arrays:
            if not is_number(values.dtype) and not hasattr(values.dtype, "family"):
                raise TypeError(f"reduction operation 'arg{how[3:]}' not allowed for this dtype" if values.dtype.kind == "O" and not hasattr(values.dtype, "na_value") else f"Cannot perform reduction 'arg{how[3:]}' with string dtype")
        return Series([getattr(column, how)() for _, column in part.items()], index=part._columns)

    def round(self, decimals=0, *arguments, **options):
        from .series import Series

        if isinstance(decimals, (dict, Series)):
            arrays = list(self._arrays)
            for label, places in decimals.items():
                if label in self._columns:
                    arrays[self._columns.get_loc(label)] = self[label].round(places)._values
            return self._like(arrays)
        return self._each(lambda values: np.round(values, decimals) if isinstance(values, np.ndarray) and values.dtype.kind == "f" else values)

    def nlargest(self, n, columns, keep="first"):
        by = columns if is_list_like(columns) else [columns]
        return self.sort_values(list(by), ascending=False).head(n)

    def nsmallest(self, n, columns, keep="first"):
        by = columns if is_list_like(columns) else [columns]
        return self.sort_values(list(by)).head(n)

    def value_counts(self, subset=None, normalize=False, sort=True, ascending=False, dropna=True):
        part = self if subset is None else self[[subset] if isinstance(subset, str) else list(subset)]
        counts = part.groupby(part.columns.tolist(), dropna=dropna, sort=False).size()
        if sort:
            counts = counts.sort_values(ascending=ascending)
        counts.name = "count"
        if normalize:
            counts = (counts / counts.sum()).rename("proportion")
        return counts

    def _numeric_matrix(self, numeric_only):
        part = self._select_columns(np.array([is_number(values.dtype) for values in self._arrays], dtype=bool)) if numeric_only else self
        return part, [numeric(values) for values in part._arrays]

    def corr(self, method="pearson", min_periods=1, numeric_only=False):
        if method not in ("pearson", "spearman", "kendall") and not callable(method):
            raise ValueError(f"method must be either 'pearson', 'spearman', 'kendall', or a callable, '{method}' was supplied")
        part, columns = self._numeric_matrix(numeric_only)
        return part._pairwise(columns, lambda a, b: correlation(a, b, method))

    def cov(self, min_periods=None, ddof=1, numeric_only=False):
        part, columns = self._numeric_matrix(numeric_only)

        def covariance(a, b):
            return ((a - a.mean()) * (b - b.mean())).sum() / (len(a) - ddof) if len(a) > ddof else nan

        return part._pairwise(columns, covariance)

    def _pairwise(self, columns, function):
        from .frame import DataFrame

        count = len(columns)
        matrix = np.full((count, count), nan)
        gaps = [np.isnan(values) for values in columns]
        for i in range(count):
            for j in range(i + 1):
                a, b = columns[i], columns[j]
                gap = gaps[i] | gaps[j]
                if gap.any():
                    a, b = a[~gap], b[~gap]
                if len(a):
                    with np.errstate(all="ignore"):
                        matrix[i, j] = matrix[j, i] = function(a, b)
        return DataFrame(matrix, index=self._columns, columns=self._columns)

    def corrwith(self, other, axis=0, drop=False, method="pearson", numeric_only=False):
        from .series import Series

        part = self.select_dtypes("number") if numeric_only else self
        if isinstance(other, Series):
            return Series([column.corr(other, method) for _, column in part.items()], index=part._columns)
        shared = [label for label in part._columns.tolist() if label in other.columns]
        return Series([part[label].corr(other[label], method) for label in shared], index=Index(shared))


def correlation(left, right, method):
    """How two rows of numbers go together, from -1 to 1."""
    import _pandas

    if callable(method):
        return method(left, right)
    none = np.zeros(len(left), dtype=bool)
    if method == "spearman":
        left, right = (_pandas.rank(one, none, "average", True, False, "keep") for one in (left, right))
    elif method == "kendall":
        return _pandas.kendall(left, right)
    elif method != "pearson":
        raise ValueError(f"method must be either 'pearson', 'spearman', 'kendall', or a callable, '{method}' was supplied")
    if len(left) < 2:
        return nan
    return _pandas.pearson(left, right)
