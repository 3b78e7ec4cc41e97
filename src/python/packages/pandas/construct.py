"""From whatever holds values to a column's array: the type is found from the values, as pandas does."""

import numpy as np

from .arrays import ExtensionArray, StrArray, objects
from .dtypes import OBJECT, STR
from .missing import NA, NaTType, is_missing, nan

_INTEGERS = frozenset([int] + [getattr(np, name) for name in ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")])
_FLOATS = frozenset([float, np.float64, np.float32])
_BOOLS = frozenset([bool, np.bool_])
_NONE = frozenset([type(None)])
_TEXTS = frozenset([str, np.str_])


def array_of(data, dtype=None):
    """`data`, anything with values in a row, as a column's array."""
    data = getattr(data, "_values", data)
    if isinstance(data, ExtensionArray):
        found = data
    elif isinstance(data, np.ndarray):
        if data.dtype == OBJECT and data.ndim == 1 and dtype is not None and np.dtype(object) == dtype:
            return data
        found = _from_numpy(data)
    elif isinstance(data, range):
        found = np.arange(data.start, data.stop, data.step)
    elif hasattr(data, "__array__") and not isinstance(data, (list, tuple)):
        found = _from_numpy(np.asarray(data))
    else:
        data = data if isinstance(data, list) else list(data)
        if dtype is not None:
            return _typed(data, dtype)
        return from_list(data)
    if dtype is None:
        return found
    from .astype import astype

    return astype(found, dtype)


def _typed(listed, dtype):
    from .astype import astype
    from .dtypes import pandas_dtype

    dtype = pandas_dtype(dtype)
    if dtype == OBJECT:
        return objects(listed)
    if isinstance(dtype, np.dtype) and dtype.kind in "iuf" and not any(map(is_missing, listed)):
        try:
            made = np.array(listed)
        except ValueError:
            made = from_list(listed)
        if made.dtype.kind == "f" and dtype.kind in "iu" and (made != np.floor(made)).any():
            raise ValueError("Trying to coerce float values to integers")
        if made.dtype.kind in "biufU":
            return made.astype(dtype)
    return astype(from_list(listed), dtype)


def _from_numpy(data):
    if data.ndim == 0:
        data = data.reshape(1)
    if data.ndim != 1:
        raise ValueError("Data must be 1-dimensional, got ndarray of shape " f"{data.shape} instead")
    kind = data.dtype.kind
    if kind == "U":
        return StrArray(data.astype(object))
    if kind == "O" and len(data) and isinstance(data[0], str):
        found = from_list(data.tolist())
        return found if isinstance(found, StrArray) else data
    if kind == "M":
        from .dates import DatetimeArray

        return DatetimeArray(data.astype("datetime64[us]").astype("int64"))
    if kind == "m":
        from .dates import TimedeltaArray

        return TimedeltaArray(data.astype("timedelta64[us]").astype("int64"))
    return data


def from_list(listed):
    """The array for a list: its type is that of its values."""
    kinds = set(map(type, listed))
    if not kinds:
        return np.empty(0, dtype=object)
    gaps = kinds & _NONE
    rest = kinds - _NONE
    if rest <= _INTEGERS:
        if not rest:
            return objects(listed)
        if not gaps:
            try:
                return np.array(listed, dtype="int64")
            except OverflowError:
                try:
                    return np.array(listed, dtype="uint64")
                except (OverflowError, ValueError):
                    return objects(listed)
        return np.array([nan if one is None else one for one in listed], dtype="float64")
    if rest <= _INTEGERS | _FLOATS:
        if gaps:
            listed = [nan if one is None else one for one in listed]
        return np.array(listed, dtype="float32" if rest == {np.float32} else "float64")
    if rest <= _BOOLS and not gaps:
        return np.array(listed, dtype=bool)
    if rest <= _TEXTS | _FLOATS and rest & _TEXTS:
        if np.str_ in rest:
            # A column of texts holds Python's own.
            listed = [str(one) if type(one) is np.str_ else one for one in listed]
        if not rest & _FLOATS or all(one != one for one in listed if type(one) in _FLOATS):
            return StrArray(_with_nan(listed))
    if not (rest & (_INTEGERS | _BOOLS | _TEXTS)):
        found = _special(listed, rest)
        if found is not None:
            return found
    return objects(listed)


def _with_nan(listed):
    made = objects(listed)
    gaps = [place for place, one in enumerate(listed) if not isinstance(one, str)]
    if gaps:
        made[gaps] = nan
    return made


def _special(listed, kinds):
    """Moments, durations and intervals."""
    import datetime

    from .tiling import Interval

    real = [kind for kind in kinds if kind is not NaTType and kind not in _FLOATS]
    if kinds & _FLOATS and any(one == one for one in listed if type(one) in _FLOATS):
        return None
    if not real:
        if NaTType in kinds:
            from .dates import moments_of

            return moments_of(listed)
        return None
    if all(issubclass(kind, (datetime.datetime, np.datetime64)) for kind in real):
        from .dates import moments_of

        return moments_of(listed)
    if all(issubclass(kind, (datetime.timedelta, np.timedelta64)) for kind in real):
        from .dates import durations_of

        return durations_of(listed)
    if real == [Interval]:
        from .arrays import IntervalArray

        return IntervalArray(objects(listed), next(one for one in listed if isinstance(one, Interval))._dtype())
    return None


def full(value, length, dtype=None):
    """One scalar `length` times."""
    if dtype is None and type(value) in _INTEGERS | _FLOATS | _BOOLS:
        return np.full(length, value)
    if dtype is None and isinstance(value, str):
        return StrArray(np.full(length, value, dtype=object), STR)
    one = from_list([value]) if dtype is None else array_of([value], dtype)
    return one[np.zeros(length, dtype="int64")]


def is_list_like(value):
    """Whether `value` holds values, text aside."""
    return hasattr(value, "__iter__") and not isinstance(value, (str, bytes, type))
