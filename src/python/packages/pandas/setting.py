"""Writing into a column: into a copy of its array, of a type that can hold the value."""

import numpy as np

from .arrays import ExtensionArray, StrArray, as_objects
from .construct import array_of, is_list_like
from .missing import NA, NaT, is_missing, nan


def put(values, where, value, strict=True):
    """A copy of `values` with `value`, a scalar or an array, at a mask, slice or positions.

    With `strict`, what the column's type cannot hold is a TypeError, as pandas has it; otherwise the type changes.
    """
    if isinstance(values, ExtensionArray):
        try:
            return values.put(where, array_of(value) if is_list_like(value) else value)
        except (TypeError, ValueError):
            if strict:
                if isinstance(values, StrArray) and not is_list_like(value):
                    raise TypeError(
                        f"Invalid value '{value}' for dtype 'str'. Value should be a string or missing value, got "
                        f"'{type(value).__name__}' instead."
                    ) from None
                raise
            return put(as_objects(values), where, value, False)
    if is_list_like(value):
        value = array_of(value)
    target = _holding(values, value, strict)
    found = values.astype(target) if target != values.dtype else values.copy()
    if isinstance(value, ExtensionArray):
        value = as_objects(value) if found.dtype.kind == "O" else np.asarray(value)
    if found.dtype.kind == "f" and not is_list_like(value) and is_missing(value):
        value = nan
    found[where] = value
    return found


def _holding(values, value, strict):
    """The type that holds the column's values and the new one."""
    kind = values.dtype.kind
    if kind == "O":
        return values.dtype
    if is_list_like(value):
        other = value.dtype
        if isinstance(value, ExtensionArray):
            fits, wider = False, np.dtype("O")
        else:
            fits = other.kind == kind or (kind == "f" and other.kind in "iu")
            wider = np.dtype("O") if "b" in (kind, other.kind) or other.kind == "O" else np.result_type(values.dtype, other)
            if kind in "iu" and other.kind == "f" and (value == np.floor(value)).all():
                return values.dtype
            if kind in "iu" and other.kind == "f" and np.isnan(value).all():
                return np.dtype("float64")
    else:
        if is_missing(value):
            if kind == "f":
                return values.dtype
            if kind in "iu" and value is not NA and value is not NaT:
                return np.dtype("float64")
            fits, wider = False, np.dtype("O")
        elif isinstance(value, (bool, np.bool_)):
            fits, wider = kind == "b", np.dtype("O")
        elif isinstance(value, (int, np.integer)):
            fits, wider = kind in "iuf", np.dtype("O")
        elif isinstance(value, (float, np.floating)):
            fits = kind == "f" or (kind in "iu" and value == int(value) if value - value == 0 else False)
            wider = np.dtype("float64") if kind in "iu" else np.dtype("O")
        else:
            fits, wider = False, np.dtype("O")
    if fits:
        return values.dtype
    if strict:
        shown = value.tolist() if isinstance(value, np.ndarray) else value
        if isinstance(value, np.ndarray):
            shown = str(value)
        raise TypeError(f"Invalid value '{shown}' for dtype '{values.dtype}'")
    return wider
