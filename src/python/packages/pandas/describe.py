"""`describe()` and choosing columns by type."""

import numpy as np

from .arrays import as_objects, factorize
from .categorical import Categorical
from .construct import from_list, is_list_like
from .dates import MomentArray
from .dtypes import is_category, is_moment, is_number, is_str, pandas_dtype
from .index import Index
from .missing import isna_array, nan
from .reductions import quantile, reduce


def of_types(frame, include, exclude):
    """A mask of the columns of some types."""
    include = [] if include is None else [include] if not is_list_like(include) or isinstance(include, type) else list(include)
    exclude = [] if exclude is None else [exclude] if not is_list_like(exclude) or isinstance(exclude, type) else list(exclude)
    both = [one for one in include if one in exclude]
    if both:
        raise ValueError(f"include and exclude overlap on {set(both)}")
    return np.array(
        [
            (not include or any(_is_of(values.dtype, one) for one in include))
            and not any(_is_of(values.dtype, one) for one in exclude)
            for values in frame._arrays
        ],
        dtype=bool,
    )


def _is_of(dtype, wanted):
    if wanted in ("number", np.number):
        return (is_number(dtype) and dtype.kind != "b") or (is_moment(dtype) and dtype.kind == "m")
    if wanted in ("float", float, "floating") or wanted is getattr(np, "floating", None):
        return dtype == "float64" or (dtype.kind == "f")
    if wanted in ("int", int, "integer") or wanted is getattr(np, "integer", None):
        return dtype.kind in "i" and isinstance(dtype, np.dtype)
    if wanted in ("object", object, "O") or wanted is getattr(np, "object_", None):
        return dtype == object or is_str(dtype)
    if wanted in ("datetime", "datetime64") or wanted is getattr(np, "datetime64", None):
        return is_moment(dtype) and dtype.kind == "M"
    if wanted in ("timedelta", "timedelta64"):
        return is_moment(dtype) and dtype.kind == "m"
    if wanted in ("category",):
        return is_category(dtype)
    if wanted in ("string", str, "str"):
        return is_str(dtype)
    return dtype == pandas_dtype(wanted)


def describe(obj, percentiles, include, exclude):
    from .frame import DataFrame

    shares = _shares(percentiles)
    if obj.ndim == 1:
        return _one(obj, shares)
    if not len(obj.columns):
        raise ValueError("Cannot describe a DataFrame without columns")
    if include is None and exclude is None:
        mask = np.array([_is_of(values.dtype, "number") or is_moment(values.dtype) for values in obj._arrays], dtype=bool)
        part = obj._select_columns(mask) if mask.any() else obj
    elif include == "all":
        if exclude is not None:
            raise ValueError("exclude must be None when include is 'all'")
        part = obj
    else:
        part = obj.select_dtypes(include, exclude)
    found = [_one(column, shares) for _, column in part.items()]
    if not found:
        raise ValueError("No columns match the specified include or exclude data types")
    names = []
    for one in sorted(found, key=len):
        names += [name for name in one.index.tolist() if name not in names]
    index = Index(names)
    return DataFrame._of([one.reindex(index)._values for one in found], part.columns, index)


def _shares(percentiles):
    if percentiles is None:
        return [0.25, 0.5, 0.75]
    shares = list(percentiles)
    if any(not 0 <= one <= 1 for one in shares):
        raise ValueError("percentiles should all be in the interval [0, 1]")
    if len(set(shares)) < len(shares):
        raise ValueError("percentiles cannot contain duplicates")
    return sorted(shares)


def _percent(share):
    text = f"{share * 100:.6f}".rstrip("0").rstrip(".")
    return text + "%"


def _one(series, shares):
    from .series import Series

    values = series._values
    if is_moment(values.dtype):
        names = ["count", "mean", "min", *map(_percent, shares), "max"]
        cells = [reduce("count", values), reduce("mean", values), reduce("min", values)]
        cells += [quantile(values, share) for share in shares] + [reduce("max", values)]
        if values.dtype.kind == "m":
            names.insert(2, "std")
            cells.insert(2, reduce("std", values))
    elif is_number(values.dtype) and values.dtype.kind != "b":
        names = ["count", "mean", "std", "min", *map(_percent, shares), "max"]
        cells = [float(reduce("count", values)), reduce("mean", values), reduce("std", values), reduce("min", values)]
        cells += [quantile(values, share) for share in shares] + [reduce("max", values)]
        if isinstance(values, np.ndarray):
            return Series._of(np.array(cells, dtype="float64"), Index(names), series.name)
        return Series(cells, index=Index(names), name=series.name, dtype="Float64")
    else:
        counts = series.value_counts()
        counts = counts[counts > 0]
        top, often = (counts.index[0], int(counts.iloc[0])) if len(counts) else (nan, nan)
        names, cells = ["count", "unique", "top", "freq"], [reduce("count", values), len(counts), top, often]
    made = np.empty(len(cells), dtype=object)
    for place, cell in enumerate(cells):
        made[place] = cell
    return Series._of(made, Index(names), series.name)
