"""One number from a column: sum, mean, quantiles and their like."""

import _pandas
import numpy as np

from .arrays import ExtensionArray, MaskedArray, StrArray, as_objects, factorize
from .categorical import Categorical
from .dates import DatetimeArray, MomentArray, TimedeltaArray
from .dtypes import is_number
from .missing import NA, NaT, isna_array, nan


def known(values):
    """The values that are not missing."""
    gaps = isna_array(values)
    return values[~gaps] if gaps.any() else values


def reduce(how, values, skipna=True, ddof=1, min_count=0):
    """`how` of an array's values."""
    if how == "count":
        return len(values) - int(isna_array(values).sum())
    if how == "nunique":
        return len(factorize(values)[1])
    if isinstance(values, MaskedArray):
        return _masked(how, values, skipna, ddof, min_count)
    if isinstance(values, MomentArray):
        return _moments(how, values, skipna)
    if isinstance(values, Categorical):
        if how in ("min", "max"):
            return getattr(values, how)()
        raise TypeError(f"'Categorical' with dtype category does not support operation '{how}'")
    if isinstance(values, StrArray) or values.dtype.kind == "O" or isinstance(values, ExtensionArray):
        return _objects(how, values, skipna, ddof)
    return _numbers(how, values, skipna, ddof, min_count)


def _numbers(how, values, skipna, ddof, min_count=0):
    kind = values.dtype.kind
    if kind == "f":
        gaps = np.isnan(values)
        if gaps.any():
            if not skipna and how not in ("any", "all"):
                return np.float64(nan)
            values = values[~gaps]
    count = len(values)
    if how in ("any", "all"):
        return bool(getattr(np, how)(values))
    if how in ("sum", "prod"):
        if count < min_count:
            return np.float64(nan)
        return getattr(values, how)()
    if count == 0:
        return np.float64(nan)
    if how in ("min", "max"):
        return getattr(values, how)()
    if how in ("std", "var", "sem", "skew", "kurt") or kind == "b":
        values = values.astype("float64") if values.dtype.kind != "f" else values
    if how == "mean":
        return _float(values.sum(dtype="float64") / count if values.dtype.kind != "f" else values.sum() / count)
    if how == "median":
        return _float(np.median(values))
    if how in ("var", "std", "sem"):
        if count <= ddof:
            return np.float64(nan)
        mean = values.sum() / count
        var = ((values - mean) ** 2).sum() / (count - ddof)
        if how == "var":
            return _float(var)
        return _float(np.sqrt(var) if how == "std" else np.sqrt(var) / np.sqrt(count))
    return _shape(how, values, count)


def _float(value):
    return np.float64(value) if isinstance(value, float) and not isinstance(value, np.floating) else value


def _shape(how, values, count):
    """Skewness and excess kurtosis without bias."""
    if count < (3 if how == "skew" else 4):
        return np.float64(nan)
    apart = values - values.sum() / count
    second = (apart**2).sum()
    if how == "skew":
        third = (apart**3).sum()
        if second < 1e-14:
            return np.float64(0)
        return _float(count * (count - 1) ** 0.5 / (count - 2) * third / second**1.5)
    fourth = (apart**4).sum()
    if second < 1e-14:
        return np.float64(0)
    correction = 3 * (count - 1) ** 2 / ((count - 2) * (count - 3))
    return _float(count * (count + 1) * (count - 1) * fourth / ((count - 2) * (count - 3) * second**2) - correction)


def _masked(how, values, skipna, ddof, min_count):
    if values._mask.any() and not skipna:
        return NA
    found = _numbers(how, values._a[~values._mask], True, ddof, min_count)
    return NA if isinstance(found, float) and found != found else found


def _moments(how, values, skipna):
    stored = values._a[~values.isna()]
    if how in ("any", "all") or (how in ("sum", "prod", "var") and not (how == "sum" and isinstance(values, TimedeltaArray))):
        raise TypeError(f"'{values._label}' with dtype {values.dtype} does not support operation '{how}'" if how != "sum" else f"datetime64 type does not support operation '{how}'")
    if not len(stored) or (len(stored) < len(values) and not skipna):
        return NaT
    if how == "std":
        return values._scalar._from(_numbers("std", stored, True, 1)) if isinstance(values, TimedeltaArray) else _timedelta(_numbers("std", stored, True, 1))
    if how in ("mean", "median"):
        first = int(stored[0])
        middle = getattr(np, how)(stored - first)
        return values._scalar._from(first + int(middle))
    return values._scalar._from(getattr(stored, how)())


def _timedelta(stored):
    from .moments import Timedelta

    return NaT if stored != stored else Timedelta._from(int(stored))


def _objects(how, values, skipna, ddof):
    backing = as_objects(values)
    listed = backing[~isna_array(values)].tolist() if skipna else backing.tolist()
    is_text = isinstance(values, StrArray)
    if how in ("min", "max"):
        return {"min": min, "max": max}[how](listed) if listed else nan
    if how in ("any", "all"):
        return {"any": any, "all": all}[how](listed)
    if how == "sum":
        if not listed:
            return "" if is_text else 0
        if isinstance(listed[0], str):
            if not all(isinstance(one, str) for one in listed):
                raise TypeError('can only concatenate str (not "int") to str')
            return "".join(listed)
        total = listed[0]
        for one in listed[1:]:
            total = total + one
        return total
    if is_text:
        raise TypeError(f"Cannot perform reduction '{how}' with string dtype")
    try:
        numbers = np.array([float(one) if not isinstance(one, str) else one + 0 for one in listed], dtype="float64")
    except (TypeError, ValueError):
        text = "".join(one for one in listed if isinstance(one, str))
        raise TypeError(f"Could not convert string '{text}' to numeric") from None
    return _numbers(how, numbers, True, ddof)


def quantile(values, q, interpolation="linear"):
    """The value below which a share `q` of the known values lies."""
    if isinstance(values, MaskedArray):
        values = values._a[~values._mask]
    if isinstance(values, MomentArray):
        stored = np.sort(values._a[~values.isna()])
        if not len(stored):
            return NaT
        place = q * (len(stored) - 1)
        low = int(place)
        high = min(low + 1, len(stored) - 1)
        first = int(stored[low])
        return values._scalar._from(first + int((int(stored[high]) - first) * (place - low)))
    if isinstance(values, ExtensionArray) or values.dtype.kind == "O":
        raise TypeError(f"Cannot perform reduction 'quantile' with dtype '{values.dtype}'" if not isinstance(values, StrArray) else "Cannot perform reduction 'quantile' with string dtype")
    if values.dtype.kind == "b":
        values = values.astype("float64")
    values = known(values)
    if not len(values):
        return np.float64(nan)
    found = np.quantile(values, q, method=interpolation) if interpolation != "linear" else np.percentile(values, q * 100)
    return found


def matrix_reduce(how, matrix, skipna=True, ddof=1):
    """`how` of each row of a float matrix."""
    gaps = np.isnan(matrix)
    if not skipna:
        gaps = np.zeros(matrix.shape, dtype=bool)
    counts = (~gaps).sum(axis=1)
    filled = np.where(gaps, 0.0, matrix)
    with np.errstate(all="ignore"):
        if how == "count":
            return counts
        if how == "sum":
            return filled.sum(axis=1)
        if how == "prod":
            return np.where(gaps, 1.0, matrix).prod(axis=1)
        if how in ("min", "max"):
            edge = np.inf if how == "min" else -np.inf
            found = getattr(np.where(gaps, edge, matrix), how)(axis=1)
            return np.where(counts == 0, nan, found)
        mean = filled.sum(axis=1) / counts
        if how == "mean":
            return mean
        if how == "median":
            return np.array([np.median(row[~gap]) if not gap.all() else nan for row, gap in zip(matrix, gaps)])
        apart = np.where(gaps, 0.0, matrix - mean.reshape(-1, 1))
        var = (apart**2).sum(axis=1) / (counts - ddof)
        var = np.where(counts <= ddof, nan, var)
    if how == "var":
        return var
    if how == "std":
        return np.sqrt(var)
    if how == "sem":
        return np.sqrt(var) / np.sqrt(counts)
    return np.array([_shape(how, row[~gap], int(count)) for row, gap, count in zip(matrix, gaps, counts)])


def accumulate(how, values):
    """Running sums, products, minima and maxima; a missing value stays missing and is passed over."""
    if isinstance(values, MomentArray):
        return values._new(getattr(np, {"cummax": "maximum", "cummin": "minimum"}[how]).accumulate(values._a)) if how != "cumsum" else values._new(np.cumsum(values._a))
    if isinstance(values, MaskedArray):
        return MaskedArray(accumulate(how, np.where(values._mask, 0 if how == "cumsum" else values._a, values._a)), values._mask)
    if isinstance(values, ExtensionArray):
        raise TypeError(f"operation '{how}' not supported for dtype '{values.dtype}'")
    neutral = {"cumsum": 0.0, "cumprod": 1.0, "cummin": np.inf, "cummax": -np.inf}[how]
    gaps = isna_array(values)
    filled = np.where(gaps, neutral, values) if gaps.any() else values
    run = {"cumsum": np.cumsum, "cumprod": np.cumprod, "cummin": np.minimum.accumulate, "cummax": np.maximum.accumulate}[how]
    found = run(filled)
    return np.where(gaps, nan, found) if gaps.any() else found


def mode(values, dropna=True):
    """The most frequent values, sorted."""
    codes, uniques = factorize(values, dropna=dropna)
    codes = codes[codes >= 0]
    if not len(codes):
        return uniques
    counts = np.bincount(codes, minlength=len(uniques))
    best = uniques[np.flatnonzero(counts == counts.max())]
    from .arrays import argsort

    try:
        return best[argsort(best)]
    except TypeError:
        return best


def numeric(values):
    """An array as floats, for what calculates with a column."""
    if isinstance(values, (MaskedArray, TimedeltaArray)):
        return values._floats()
    if isinstance(values, (DatetimeArray, Categorical, StrArray)):
        if isinstance(values, StrArray):
            for one in values.tolist():
                if isinstance(one, str):
                    raise ValueError(f"could not convert string to float: '{one}'")
        raise TypeError(f"no numbers: {values.dtype}")
    if values.dtype.kind == "O":
        return _pandas.to_float(values)
    return values.astype("float64")
