"""Statistics of one column."""

import _pandas
import numpy as np

from .arrays import ExtensionArray, argsort, as_objects, factorize, sort_keys
from .categorical import Categorical
from .construct import array_of, is_list_like
from .index import Index
from .missing import isna_array, nan
from .reductions import known, mode, numeric, quantile, reduce


class SeriesStatistics:
    """One number, or a few, from a column."""

    def _reduction(how):
        def method(self, axis=None, skipna=True, numeric_only=False, min_count=0, ddof=1, dtype=None, out=None, **options):
            if numeric_only and self.dtype.kind not in "biufc":
                raise TypeError(f"Series.{how} does not allow numeric_only=True with non-numeric dtypes.")
            return reduce(how, self._values, skipna, ddof, min_count)

        method.__name__ = how
        return method

    for _how in ("sum", "prod", "mean", "median", "min", "max", "std", "var", "sem", "skew", "kurt", "any", "all"):
        locals()[_how] = _reduction(_how)
    del _how
    product, kurtosis = prod, kurt

    def count(self):
        return reduce("count", self._values)

    def nunique(self, dropna=True):
        if isinstance(self._values, Categorical):
            codes = np.unique(self._values.codes)
            return int((codes >= 0).sum() if dropna else len(codes))
        return len(factorize(self._values, dropna=dropna)[1])

    def unique(self):
        return factorize(self._values, dropna=False)[1] if not isinstance(self._values, Categorical) else self._values.unique()

    def mode(self, dropna=True):
        from .series import Series

        return Series(mode(self._values, dropna), name=self.name)

    def quantile(self, q=0.5, interpolation="linear"):
        if is_list_like(q):
            from .series import Series

            return Series([self.quantile(one, interpolation) for one in q], index=Index(list(q), dtype="float64"), name=self.name)
        if not 0 <= q <= 1:
            raise ValueError("percentiles should all be in the interval [0, 1]")
        return quantile(self._values, q, interpolation)

    def value_counts(self, normalize=False, sort=True, ascending=False, bins=None, dropna=True):
        """How often each value is there, the most frequent first."""
        from .series import Series

        if bins is not None:
            from .tiling import cut

            found = cut(self, bins, include_lowest=True).value_counts(normalize, sort, ascending)
            return found.rename("count" if not normalize else "proportion")
        values = self._values
        if isinstance(values, Categorical):
            counts = np.bincount(values._a[values._a >= 0], minlength=len(values.categories))
            labels = values._new(np.arange(len(values.categories)))
            if not dropna and (values._a < 0).any():
                counts = np.append(counts, (values._a < 0).sum())
                labels = values._new(np.append(np.arange(len(values.categories)), -1))
        else:
            codes, labels = factorize(values, dropna=dropna)
            counts = np.bincount(codes[codes >= 0], minlength=len(labels))
        counts = counts.astype("int64")
        index = Index._over(labels, self.name)
        if sort:
            order = _pandas.argsort(counts, np.zeros(len(counts), dtype=bool), ascending, False)
            counts, index = counts[order], index[order]
        if normalize:
            return Series._of(counts / counts.sum(), index, "proportion")
        return Series._of(counts, index, "count")

    def duplicated(self, keep="first"):
        return self._with_values(_pandas.duplicated(factorize(self._values, dropna=False)[0], keep))

    def drop_duplicates(self, keep="first", inplace=False, ignore_index=False):
        found = self[~self.duplicated(keep)._values]
        return self._done(found.reset_index(drop=True) if ignore_index else found, inplace)

    @property
    def is_unique(self):
        return self.nunique(dropna=False) == len(self)

    @property
    def is_monotonic_increasing(self):
        return self._index_like().is_monotonic_increasing

    @property
    def is_monotonic_decreasing(self):
        return self._index_like().is_monotonic_decreasing

    def _index_like(self):
        return Index._over(self._values)

    def isin(self, values):
        """Where the value is one of `values`."""
        if isinstance(values, str) or not is_list_like(values):
            raise TypeError(f"only list-like objects are allowed to be passed to isin(), you passed a `{type(values).__name__}`")
        listed = array_of(list(values) if not hasattr(values, "_values") else values)
        own = self._values
        if isinstance(own, Categorical):
            own = own._dense()
        if hasattr(own.dtype, "family"):
            from .dates import _datetime_array

            listed = _datetime_array(listed, None, "coerce", False, None)
            return self._with_values(np.isin(own._a, listed._a))
        return self._with_values(_pandas.isin(_plain(own), _plain(listed)))

    def between(self, left, right, inclusive="both"):
        if inclusive not in ("both", "neither", "left", "right"):
            raise ValueError("Inclusive has to be either string of 'both','left', 'right', or 'neither'.")
        low = self >= left if inclusive in ("both", "left") else self > left
        high = self <= right if inclusive in ("both", "right") else self < right
        return low & high

    def nlargest(self, n=5, keep="first"):
        return self._ends(n, False)

    def nsmallest(self, n=5, keep="first"):
        return self._ends(n, True)

    def _ends(self, n, ascending):
        if self.dtype.kind not in "biufMm":
            raise TypeError(f"Cannot use method 'n{'smallest' if ascending else 'largest'}' with dtype {self.dtype}")
        part = self.dropna()
        return part._select_rows(argsort(part._values, ascending)[:n])

    def _end(self, how, skipna=True):
        values = self._values
        gaps = isna_array(values)
        if not len(values):
            raise ValueError(f"attempt to get {how} of an empty sequence")
        if gaps.all():
            raise ValueError("Encountered all NA values")
        order = argsort(values, how == "argmin")
        return int(order[0])

    def argmax(self, axis=None, skipna=True, *arguments, **options):
        return self._end("argmax")

    def argmin(self, axis=None, skipna=True, *arguments, **options):
        return self._end("argmin")

    def idxmax(self, axis=0, skipna=True, *arguments, **options):
        return self.index[self._end("argmax")]

    def idxmin(self, axis=0, skipna=True, *arguments, **options):
        return self.index[self._end("argmin")]

    def round(self, decimals=0, *arguments, **options):
        from .arrays import MaskedArray

        values = self._values
        if isinstance(values, MaskedArray):
            return self._with_values(MaskedArray(np.round(values._a, decimals), values._mask))
        if isinstance(values, ExtensionArray) or values.dtype.kind == "O":
            raise TypeError(f"Expected numeric dtype, got {values.dtype} instead." if values.dtype.kind == "O" else "")
        return self._with_values(values if values.dtype.kind in "iub" else np.round(values, decimals))

    def _pair(self, other):
        """The numbers of both where both are known."""
        left, right = self.align(other, "inner") if not self.index.equals(other.index) else (self, other)
        left, right = numeric(left._values), numeric(right._values)
        both = ~(np.isnan(left) | np.isnan(right))
        return left[both], right[both]

    def cov(self, other, min_periods=None, ddof=1):
        left, right = self._pair(other)
        if len(left) < max(min_periods or 1, 1):
            return nan
        with np.errstate(all="ignore"):
            return np.float64(((left - left.mean()) * (right - right.mean())).sum() / (len(left) - ddof))

    def corr(self, other, method="pearson", min_periods=None):
        from .frame_stats import correlation

        left, right = self._pair(other)
        if len(left) < max(min_periods or 1, 1):
            return nan
        return correlation(left, right, method)

    def autocorr(self, lag=1):
        return self.corr(self.shift(lag))

    def dot(self, other):
        return np.dot(self.to_numpy(), np.asarray(other))

    def repeat(self, repeats, axis=None):
        return self._select_rows(np.repeat(np.arange(len(self)), repeats))

    def searchsorted(self, value, side="left", sorter=None):
        return np.searchsorted(sort_keys(self._values), value, side=side)

    def equals(self, other):
        from .index import same_values

        return type(other) is type(self) and self.index.equals(other.index) and self.dtype == other.dtype and same_values(self._values, other._values)

    def factorize(self, sort=False, use_na_sentinel=True):
        codes, uniques = factorize(self._values, sort, use_na_sentinel)
        return codes, Index._over(uniques)

    def compare(self, other):
        from .frame import DataFrame

        differ = ~((self == other) | (self.isna() & other.isna()))._values
        return DataFrame({"self": self[differ], "other": other[differ]})


def _plain(values):
    return values if isinstance(values, np.ndarray) else values._factors()
