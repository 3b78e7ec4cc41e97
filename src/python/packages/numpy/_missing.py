"""The functions that skip NaN."""

import numpy as np
from _numpy import asarray
from numpy._methods import _give, _into
from numpy._select import where
from numpy._statistics import _quantiles, _shares_of


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    return _quantiles(a, _shares_of(q, 1), axis, method, keepdims, True, out, weights)


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    return _quantiles(a, _shares_of(q, 100), axis, method, keepdims, True, out, weights)


def _without_nan(name, filling):
    def function(a, axis=None, **kwargs):
        a = asarray(a)
        if a.dtype.kind != "f":
            return getattr(a, name)(axis=axis, **kwargs)
        return getattr(where(np.isnan(a), filling, a), name)(axis=axis, **kwargs)

    function.__name__ = "nan" + name
    return function


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=True):
    a = asarray(a, dtype)
    if a.dtype.kind != "f":
        return a.mean(axis=axis, dtype=dtype, out=out, keepdims=keepdims, where=where)
    known = ~np.isnan(a) & where
    count = known.sum(axis=axis, keepdims=keepdims)
    if np.any(count == 0):
        import warnings

        warnings.warn("Mean of empty slice", RuntimeWarning, stacklevel=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        return _into(out, np.where(known, a, a.dtype.type(0)).sum(axis=axis, keepdims=keepdims) / count.astype(a.dtype))


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=0):
    a = asarray(a, dtype)
    if a.dtype.kind != "f":
        return a.var(axis=axis, dtype=dtype, out=out, ddof=ddof, keepdims=keepdims, where=where)
    known = ~np.isnan(a) & where
    mean = nanmean(a, axis, keepdims=True, where=where) if mean is None else mean
    squares = np.where(known, (a - mean) ** 2, a.dtype.type(0))
    free = known.sum(axis=axis, keepdims=keepdims) - (ddof or correction)
    if np.any(free <= 0):
        import warnings

        warnings.warn("Degrees of freedom <= 0 for slice.", RuntimeWarning, stacklevel=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = squares.sum(axis=axis, keepdims=keepdims) / np.where(free > 0, free, np.nan).astype(a.dtype)
    return _into(out, found)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=0):
    return _into(out, np.sqrt(nanvar(a, axis, dtype, None, ddof, keepdims, where=where, mean=mean, correction=correction)))


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    return _quantiles(a, 0.5, axis, "linear", keepdims, True, out)


def nanargmax(a, axis=None, out=None, keepdims=False):
    return _nan_place(a, "argmax", -np.inf, axis, out, keepdims)


def nanargmin(a, axis=None, out=None, keepdims=False):
    return _nan_place(a, "argmin", np.inf, axis, out, keepdims)


def _nan_place(a, name, filling, axis, out, keepdims):
    a = asarray(a)
    if a.dtype.kind == "f":
        missing = np.isnan(a)
        if missing.all(axis=axis).any():
            raise ValueError("All-NaN slice encountered")
        a = where(missing, filling, a)
    return getattr(a, name)(axis=axis, out=out, keepdims=keepdims)


def _nan_extreme(name, filling):
    def function(a, axis=None, out=None, keepdims=False, initial=None, where=None):
        a = asarray(a)
        more = {name: value for name, value in (("initial", initial), ("where", where)) if value is not None}
        if a.dtype.kind != "f":
            return getattr(a, name)(axis=axis, out=out, keepdims=keepdims, **more)
        missing = np.isnan(a)
        found = getattr(np.where(missing, filling, a), name)(axis=axis, keepdims=keepdims, **more)
        if a.size and (empty := missing.all(axis=axis, keepdims=keepdims)).any():
            import warnings

            warnings.warn("All-NaN slice encountered", RuntimeWarning, stacklevel=2)
            found = _give(np.where(empty, a.dtype.type(np.nan), found))
        return _into(out, found)

    function.__name__ = "nan" + name
    return function


nansum = _without_nan("sum", 0.0)


nanprod = _without_nan("prod", 1.0)


nancumsum = _without_nan("cumsum", 0.0)


nancumprod = _without_nan("cumprod", 1.0)


nanmax = _nan_extreme("max", -np.inf)


nanmin = _nan_extreme("min", np.inf)
