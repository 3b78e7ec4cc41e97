"""Quantiles, averages, histograms and covariance."""

import builtins as _b

import _numpy
import numpy as np
from _numpy import asarray, ndarray
from numpy._methods import _give, _into, _kept, clip, ndim, ravel
from numpy._make import diag, linspace, ones
from numpy._shape import atleast_2d, broadcast_to, concatenate
from numpy._select import where
from numpy._order import bincount
from numpy._math import diff


def _quantiles(a, shares, axis, method, keepdims, missing, out=None, weights=None):
    a = asarray(a)
    if weights is not None:
        raise NotImplementedError("quantiles are carried here without weights")
    if method not in _METHODS:
        raise ValueError(f"{method!r} is not a valid method. Use one of: dict_keys({_METHODS})")
    if a.dtype.kind not in "biuf":
        raise TypeError(f"quantiles are of numbers, not of {a.dtype}")
    shares_array = asarray(shares, float)
    found = _numpy._quantile(a, shares_array.ravel(), axis, method, missing)
    # Methods that choose an element give one of its type.
    chosen = method in ("lower", "higher", "nearest", "inverted_cdf", "closest_observation")
    if a.dtype == np.float32 or chosen and a.dtype.kind in "iub":
        found = found.astype(a.dtype)
    if keepdims:
        axes = range(a.ndim) if axis is None else (axis if isinstance(axis, tuple) else (axis,))
        gone = {each % a.ndim for each in axes}
        found = found.reshape((-1,) + tuple(1 if place in gone else n for place, n in enumerate(a.shape)))
    return _into(out, found.reshape(shares_array.shape + found.shape[1:])[()])


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    return _quantiles(a, _shares_of(q, 1), axis, method, keepdims, False, out, weights)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    return _quantiles(a, _shares_of(q, 100), axis, method, keepdims, False, out, weights)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    a = asarray(a)
    if not a.size:
        return _into(out, a.mean(axis=axis, keepdims=keepdims))
    found = _numpy._median(a, axis)
    return _into(out, _kept(found, a, axis) if keepdims else found)


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        found = a.mean(axis=axis, keepdims=keepdims)
        return (found, found * 0 + a.size / np.size(found)) if returned else found
    weights = asarray(weights)
    if weights.shape != a.shape:
        if axis is None:
            raise TypeError("Axis must be specified when shapes of a and weights differ.")
        if isinstance(axis, tuple) or weights.ndim != 1 or len(weights) != a.shape[axis]:
            raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
        weights = weights.reshape(tuple(-1 if place == axis % a.ndim else 1 for place in range(a.ndim)))
    kind = np.result_type(a.dtype, weights.dtype, float if a.dtype.kind in "iub" else a.dtype)
    total = broadcast_to(weights, a.shape).sum(axis=axis, keepdims=keepdims, dtype=kind)
    if np.any(total == 0):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    found = (a * weights).sum(axis=axis, keepdims=keepdims, dtype=kind) / total
    return (found, total) if returned else found


def ptp(a, axis=None, out=None, keepdims=False):
    a = asarray(a)
    return _into(out, a.max(axis=axis, keepdims=keepdims) - a.min(axis=axis, keepdims=keepdims))


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    a = asarray(a).ravel()
    if isinstance(bins, str):
        if weights is not None:
            raise TypeError("Automated estimation of the number of bins is not supported for weighted data")
        bins = _bin_count(a if range is None else a[(a >= range[0]) & (a <= range[1])], bins)
    if ndim(bins) == 1:
        edges = asarray(bins)
        if np.any(edges[:-1] > edges[1:]):
            raise ValueError("`bins` must increase monotonically, when an array")
        return edges
    if ndim(bins):
        raise ValueError("`bins` must be 1d, when an array")
    try:
        bins = bins.__index__()
    except AttributeError:
        raise TypeError("`bins` must be an integer, a string, or an array") from None
    if bins < 1:
        raise ValueError("`bins` must be positive, when an integer")
    low, high = _bounds(a, range)
    return linspace(low, high, bins + 1)


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = asarray(a)
    if weights is not None and np.shape(weights) != a.shape:
        raise ValueError("weights should have the same shape as a.")
    edges = histogram_bin_edges(a, bins, range, weights)
    weights = None if weights is None else asarray(weights)
    counts = _numpy._histogram(a.ravel(), edges, None if weights is None else weights.ravel())
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return counts.astype(int if weights is None else weights.dtype), edges


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    if ndim(m) > 2:
        raise ValueError("m has more than 2 dimensions")
    x = atleast_2d(asarray(m, float if dtype is None else dtype))
    if not rowvar and ndim(m) > 1:
        x = x.T
    if y is not None:
        other = atleast_2d(asarray(y, x.dtype))
        x = concatenate((x, other if rowvar or ndim(y) == 1 else other.T), 0)
    if ddof is not None and ddof != int(ddof):
        raise ValueError("ddof must be integer")
    ddof = (0 if bias else 1) if ddof is None else ddof
    weights = None
    for given, name in ((fweights, "fweights"), (aweights, "aweights")):
        if given is None:
            continue
        given = asarray(given, float)
        if given.ndim != 1 or len(given) != x.shape[1]:
            raise RuntimeError(f"incompatible numbers of samples and {name}")
        if np.any(given < 0):
            raise ValueError(f"{name} cannot be negative")
        if name == "fweights" and np.any(given != np.rint(given)):
            raise TypeError("fweights must be integer")
        weights = given if weights is None else weights * given
    mean, total = average(x, 1, weights, True)
    if weights is None:
        factor = x.shape[1] - ddof
    elif ddof == 0:
        factor = total[0]
    elif aweights is None:
        factor = total[0] - ddof
    else:
        factor = total[0] - ddof * (weights * aweights).sum() / total[0]
    if factor <= 0:
        import warnings

        warnings.warn("Degrees of freedom <= 0 for slice", RuntimeWarning, stacklevel=2)
        factor = 0.0
    x = x - mean[:, None]
    found = x @ (x if weights is None else x * weights).T * np.true_divide(1, factor)
    return _give(found.squeeze())


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    c = cov(x, y, rowvar, dtype=dtype)
    if ndim(c) == 0:
        return c / c
    deviations = np.sqrt(diag(c))
    return clip(c / deviations[:, None] / deviations[None, :], -1, 1)


_METHODS = (
    "inverted_cdf averaged_inverted_cdf closest_observation interpolated_inverted_cdf hazen weibull linear "
    "median_unbiased normal_unbiased lower higher midpoint nearest"
).split()


def _shares_of(q, whole):
    shares = asarray(q, float) / whole
    if not np.all((shares >= 0) & (shares <= 1)):
        raise ValueError("Percentiles must be in the range [0, 100]" if whole == 100 else "Quantiles must be in the range [0, 1]")
    return shares


def _bin_count(a, rule):
    """How many bins a rule wants: by their width, or by Sturges' and the square root's counts."""
    if a.size < 2:
        return 1
    n, span = a.size, ptp(a)
    between = np.subtract(*percentile(a, [75, 25]))
    widths = {
        "sturges": lambda: span / (np.log2(n) + 1),
        "sqrt": lambda: span / np.sqrt(n),
        "rice": lambda: span / (2.0 * n ** (1 / 3)),
        "fd": lambda: 2.0 * between * n ** (-1 / 3),
        "scott": lambda: (24.0 * np.pi**0.5 / n) ** (1 / 3) * a.std(),
        "auto": lambda: _b.min(widths["fd"](), widths["sturges"]()) if between else _b.min(widths["sturges"](), span),
    }
    if rule not in widths:
        carried = "not carried here" if rule in ("doane", "stone") else "not a valid estimator for `bins`"
        raise (NotImplementedError if rule in ("doane", "stone") else ValueError)(f"{rule!r} is {carried}")
    width = widths[rule]()
    if rule in ("auto", "fd") and a.dtype.kind in "iu" and 0 < width < 1:
        width = 1
    return int(np.ceil(span / width)) if width else 1


def _bounds(a, range):
    if range is None:
        low, high = (a.min(), a.max()) if a.size else (0.0, 1.0)
        kind = "autodetected"
    else:
        (low, high), kind = range, "supplied"
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
    if not (np.isfinite(low) and np.isfinite(high)):
        raise ValueError(f"{kind} range of [{low}, {high}] is not finite")
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    both = bins if ndim(bins) and (len(bins) == 2 and not isinstance(bins, ndarray)) else (bins, bins)
    spans = (None, None) if range is None else range
    x, y = ravel(x), ravel(y)
    if len(x) != len(y):
        raise ValueError("x and y must have the same length.")
    edges = [histogram_bin_edges(each, many, span) for each, many, span in zip((x, y), both, spans)]
    places, inside = [], ones(len(x), bool)
    for each, ends in zip((x, y), edges):
        # The last bin has both its ends.
        found = where(each == ends[-1], len(ends) - 2, ends.searchsorted(each, "right") - 1)
        inside &= (found >= 0) & (found < len(ends) - 1)
        places.append(found)
    shape = tuple(len(each) - 1 for each in edges)
    flat = places[0][inside] * shape[1] + places[1][inside]
    counts = bincount(flat, None if weights is None else ravel(weights)[inside], shape[0] * shape[1]).reshape(shape) * 1.0
    if density:
        counts = counts / counts.sum() / np.outer(diff(edges[0]), diff(edges[1]))
    return counts, edges[0], edges[1]
