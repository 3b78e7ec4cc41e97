"""Numbers in intervals: `cut`, `qcut` and Interval."""

import numpy as np

from .arrays import IntervalArray, objects
from .categorical import Categorical
from .construct import array_of, is_list_like
from .dtypes import CategoricalDtype, IntervalDtype
from .index import Index
from .missing import isna_array, nan


class Interval:
    """What lies between two numbers."""

    __module__ = "pandas"

    __slots__ = ("left", "right", "closed")

    def __init__(self, left, right, closed="right"):
        if closed not in ("left", "right", "both", "neither"):
            raise ValueError(f"invalid option for 'closed': {closed}")
        if not left <= right:
            raise ValueError("left side of interval must be <= right side")
        self.left, self.right, self.closed = left, right, closed

    @property
    def mid(self):
        return 0.5 * (self.left + self.right)

    @property
    def length(self):
        return self.right - self.left

    def _dtype(self):
        return IntervalDtype("int64" if isinstance(self.left, (int, np.integer)) else "float64", self.closed)

    def __contains__(self, value):
        low = value >= self.left if self.closed in ("left", "both") else value > self.left
        return low and (value <= self.right if self.closed in ("right", "both") else value < self.right)

    def __str__(self):
        start = "[" if self.closed in ("left", "both") else "("
        end = "]" if self.closed in ("right", "both") else ")"
        return f"{start}{self.left}, {self.right}{end}"

    def __repr__(self):
        return f"Interval({self.left}, {self.right}, closed={self.closed!r})"

    def _key(self):
        return (self.left, self.right)

    def __eq__(self, other):
        return isinstance(other, Interval) and self._key() == other._key() and self.closed == other.closed

    def __lt__(self, other):
        return self._key() < other._key()

    def __le__(self, other):
        return self._key() <= other._key()

    def __gt__(self, other):
        return self._key() > other._key()

    def __ge__(self, other):
        return self._key() >= other._key()

    def __hash__(self):
        return hash((self.left, self.right, self.closed))


def _numbers(x):
    values = array_of(x)
    if values.dtype.kind not in "biuf":
        raise TypeError(f"Input array must be 1 dimensional and of numbers, not {values.dtype}")
    return np.asarray(values, dtype="float64"), values.dtype.kind in "iub"


def cut(x, bins, right=True, labels=None, retbins=False, precision=3, include_lowest=False, duplicates="raise", ordered=True):
    """In which of some intervals each number lies."""
    numbers, whole = _numbers(x)
    if not is_list_like(bins):
        known = numbers[~np.isnan(numbers)]
        if not len(known):
            raise ValueError("Cannot cut empty array")
        low, high = known.min(), known.max()
        if not np.isfinite([low, high]).all():
            raise ValueError("cannot specify integer `bins` when input data contains infinity")
        if low == high:
            low -= 0.001 * abs(low) if low != 0 else 0.001
            high += 0.001 * abs(high) if high != 0 else 0.001
            edges = np.linspace(low, high, bins + 1)
        else:
            edges = np.linspace(low, high, bins + 1)
            spare = (high - low) * 0.001
            if right:
                edges[0] -= spare
            else:
                edges[-1] += spare
    else:
        edges = np.asarray(bins)
        if (edges[1:] < edges[:-1]).any():
            raise ValueError("bins must increase monotonically.")
    return _binned(x, numbers, edges, right, labels, retbins, precision, include_lowest, duplicates, ordered)


def qcut(x, q, labels=None, retbins=False, precision=3, duplicates="raise"):
    """In which of some intervals, all with as many numbers, each number lies."""
    numbers, _ = _numbers(x)
    shares = np.linspace(0, 1, q + 1) if not is_list_like(q) else np.asarray(q, dtype="float64")
    edges = np.percentile(numbers[~np.isnan(numbers)], shares * 100)
    return _binned(x, numbers, edges, True, labels, retbins, precision, True, duplicates, True)


def _binned(x, numbers, edges, right, labels, retbins, precision, include_lowest, duplicates, ordered):
    if duplicates not in ("raise", "drop"):
        raise ValueError("invalid value for 'duplicates' parameter, valid options are: raise, drop")
    if len(np.unique(edges)) < len(edges) and len(edges) != 2:
        if duplicates == "raise":
            raise ValueError(f"Bin edges must be unique: {Index(edges)!r}.\nYou can drop duplicate edges by setting the 'duplicates' kwarg")
        edges = np.unique(edges)
    places = np.searchsorted(edges, numbers, side="left" if right else "right")
    if include_lowest:
        places = np.where(numbers == edges[0], 1, places)
    outside = np.isnan(numbers) | (places == len(edges)) | (places == 0)
    codes = np.where(outside, -1, places - 1)
    if labels is False:
        found = np.where(outside, nan, codes.astype("float64")) if outside.any() else codes
    else:
        if labels is None:
            categories = Index._over(_intervals(edges, precision, right, include_lowest))
        else:
            if not is_list_like(labels):
                raise ValueError("Bin labels must either be False, None or passed in as a list-like argument")
            if len(labels) != len(edges) - 1:
                raise ValueError("Bin labels must be one fewer than the number of bin edges")
            categories = Index(list(labels))
            if ordered and not categories.is_unique:
                raise ValueError("labels must be unique if ordered=True; pass ordered=False for duplicate labels")
        found = Categorical._of(codes, CategoricalDtype(categories, ordered))
    if hasattr(x, "_with_values"):
        found = x._with_values(found)
    return (found, edges) if retbins else found


def _intervals(edges, precision, right, include_lowest):
    """The intervals, their ends rounded as far as they stay different."""
    if edges.dtype.kind in "iu" and not include_lowest:
        ends = edges.tolist()
        kind = "int64"
    else:
        kind = "float64"
        for digits in range(precision, 20):
            ends = [_rounded(float(one), digits) for one in edges.tolist()]
            if len(set(ends)) == len(ends):
                break
        if include_lowest and right:
            ends[0] -= 10.0**-digits
            ends[0] = float(f"{ends[0]:.{digits + 6}g}") if ends[0] else ends[0]
            ends[0] = round(ends[0], digits + 1)
    closed = "right" if right else "left"
    made = [Interval(low, high, closed) for low, high in zip(ends, ends[1:])]
    return IntervalArray(objects(made), IntervalDtype(kind, closed))


def _rounded(value, precision):
    """To so many digits; of a number below one, so many behind its zeros."""
    if value == 0 or value != value or value in (float("inf"), -float("inf")):
        return value
    whole = int(value)
    if whole == 0:
        import math

        digits = -int(math.floor(math.log10(abs(value - whole)))) - 1 + precision
    else:
        digits = precision
    return float(np.around(value, digits))
