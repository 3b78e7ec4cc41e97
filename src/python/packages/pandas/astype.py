"""Columns from one type to another."""

import _pandas
import numpy as np

from .arrays import MaskedArray, StrArray, as_objects
from .categorical import Categorical
from .dtypes import CategoricalDtype, MaskedDtype, StringDtype, is_moment, pandas_dtype
from .errors import IntCastingNaNError
from .missing import NA, isna_array, nan


def astype(values, dtype):
    """`values` as the type that `dtype` names."""
    dtype = pandas_dtype(dtype)
    if values.dtype == dtype and not (isinstance(dtype, CategoricalDtype)):
        return values
    if isinstance(dtype, CategoricalDtype):
        if isinstance(values, Categorical) and dtype.categories is None:
            return values
        return Categorical(values, dtype=dtype) if dtype.categories is not None else Categorical(values, ordered=dtype.ordered)
    if isinstance(values, Categorical):
        return astype(values._dense(), dtype)
    if isinstance(dtype, StringDtype):
        return StrArray(_texts(values, dtype.na_value), dtype)
    if isinstance(dtype, MaskedDtype):
        return _masked(values, dtype)
    if is_moment(dtype):
        from .dates import DatetimeArray, TimedeltaArray, _datetime_array, durations_of

        if dtype.kind == "M":
            return DatetimeArray(_datetime_array(values, None, "raise", False, None)._a, dtype)
        if isinstance(values, TimedeltaArray):
            return TimedeltaArray(values._a, dtype)
        return durations_of(as_objects(values).tolist())
    return _plain(values, dtype)


def _plain(values, dtype):
    """One of numpy's types."""
    kind = dtype.kind
    if kind == "O":
        return as_objects(values).copy()
    if isinstance(values, MaskedArray):
        if values._mask.any() and kind != "f":
            raise ValueError("cannot convert NA to integer" if kind in "iu" else "cannot convert NA to bool")
        return values._floats().astype(dtype) if values._mask.any() else values._a.astype(dtype)
    if isinstance(values, StrArray) or values.dtype.kind == "O":
        backing = as_objects(values)
        if kind == "b":
            return np.array([bool(one) for one in backing.tolist()], dtype=bool)
        if kind in "iu":
            whole = _pandas.to_int(backing)
            return whole.astype(dtype)
        if kind == "f":
            return _pandas.to_float(backing).astype(dtype)
    if not isinstance(values, np.ndarray):
        if is_moment(values.dtype) and kind in "iu":
            return values._a.astype(dtype)
        if is_moment(values.dtype):
            raise TypeError(f"Cannot cast {type(values).__name__} to dtype {dtype}")
        return as_objects(values).astype(dtype)
    if kind in "iu" and values.dtype.kind == "f" and not np.isfinite(values).all():
        raise IntCastingNaNError(
            "Cannot convert non-finite values (NA or inf) to integer. Replace or remove non-finite values or cast to "
            "an integer type that supports these values (e.g. 'Int64')"
        )
    return values.astype(dtype)


def _texts(values, gap):
    """Every value as text, a missing one as `gap`."""
    if isinstance(values, StrArray):
        backing = values._a.copy()
        backing[values.isna()] = gap
        return backing
    listed = values.tolist()
    if isinstance(values, np.ndarray) and values.dtype.kind == "f" and values.dtype.itemsize < 8:
        listed = list(values)
    made = np.empty(len(listed), dtype=object)
    if len(listed):
        made[:] = list(map(str, listed))
        if is_moment(values.dtype) and values.dtype.kind == "M":
            made = _pandas.date_format(values._a)
        gaps = isna_array(values)
        if gaps.any():
            made[gaps] = gap
    return made


def _masked(values, dtype):
    gaps = isna_array(values)
    if isinstance(values, MaskedArray):
        return MaskedArray(values._a.astype(dtype.numpy_dtype), gaps, dtype)
    if isinstance(values, StrArray) or values.dtype.kind == "O":
        listed = [0 if gap else one for one, gap in zip(as_objects(values).tolist(), gaps.tolist())]
        numbers = np.array(listed)
        if numbers.dtype.kind == "U":
            numbers = _pandas.to_float(np.array(listed, dtype=object))
    else:
        numbers = np.where(gaps, 0, values) if gaps.any() else values
    if dtype.kind in "iu" and numbers.dtype.kind == "f" and (numbers != np.floor(numbers)).any():
        raise TypeError(f"cannot safely cast non-equivalent {numbers.dtype} to {dtype.numpy_dtype}")
    if dtype.kind == "b" and numbers.dtype.kind != "b" and not np.isin(numbers, [0, 1]).all():
        raise TypeError("Need to pass bool-like values")
    return MaskedArray(numbers.astype(dtype.numpy_dtype), gaps, dtype)


def convert(values, dtype_backend=None):
    """The nullable type that suits the values (`convert_dtypes`)."""
    if isinstance(values, np.ndarray):
        kind = values.dtype.kind
        if kind == "O":
            from .construct import from_list

            found = from_list(values.tolist())
            return values if isinstance(found, np.ndarray) and found.dtype.kind == "O" else convert(found)
        if kind == "b":
            return astype(values, "boolean")
        if kind == "f":
            known = values[~np.isnan(values)]
            whole = len(known) and np.isfinite(known).all() and (known == np.floor(known)).all()
            return astype(values, "Int64" if whole else "Float64")
        return astype(values, values.dtype.name.replace("u", "U", 1).replace("int", "Int"))
    if isinstance(values, StrArray):
        return astype(values, "string")
    return values


def to_numeric(arg, errors="raise", downcast=None):
    """Numbers from text."""
    from .construct import array_of
    from .index import Index
    from .series import Series

    if errors not in ("raise", "coerce"):
        raise ValueError("invalid error value specified")
    values = array_of(arg if not isinstance(arg, (str, int, float)) else [arg])
    if isinstance(values, StrArray) or (isinstance(values, np.ndarray) and values.dtype.kind == "O"):
        values = _pandas.to_numeric(as_objects(values), errors == "coerce")
    elif is_moment(values.dtype):
        values = values._a
    if downcast is not None:
        values = _downcast(values, downcast)
    if isinstance(arg, Series):
        return arg._with_values(values)
    if isinstance(arg, Index):
        return Index(values, name=arg.name)
    return values[0] if isinstance(arg, (str, int, float)) else values


def _downcast(values, downcast):
    names = {"integer": ["int8", "int16", "int32"], "signed": ["int8", "int16", "int32"], "unsigned": ["uint8", "uint16", "uint32"], "float": ["float32"]}
    for name in names[downcast]:
        if downcast != "float" and values.dtype.kind == "f" and (np.isnan(values).any() or (values != np.floor(values)).any()):
            return values
        smaller = values.astype(name)
        if (smaller == values).all() or downcast == "float":
            return smaller
    return values
