"""Filling what is missing, and moving values up and down."""

import numpy as np

from .arrays import ExtensionArray, MaskedArray, as_objects, concat, take_fill
from .dates import DatetimeArray, MomentArray
from .missing import isna_array, nan

# A parameter that was left out, where None means something.
NOT_GIVEN = type("NotGiven", (), {"__repr__": lambda self: "<no_default>"})()


def with_value(values, value):
    """Each missing value replaced."""
    from .setting import put

    gaps = isna_array(values)
    if not gaps.any():
        return values
    if hasattr(value, "__len__") and not isinstance(value, str):
        value = value[gaps]
    return put(values, gaps, value, strict=isinstance(values, ExtensionArray))


def _last_known(gaps):
    """For each position the last one before it that is known, or -1."""
    places = np.where(gaps, -1, np.arange(len(gaps)))
    return np.maximum.accumulate(places) if len(places) else places


def forward(values, limit=None):
    """Each missing value replaced by the last known one above it."""
    gaps = isna_array(values)
    if not gaps.any():
        return values
    places = _last_known(gaps)
    if limit is not None:
        places = np.where(np.arange(len(gaps)) - places > limit, -1, places)
    return take_fill(values, places) if not _plain_float(values) else np.where(places < 0, nan, values[places])


def _plain_float(values):
    return isinstance(values, np.ndarray) and values.dtype.kind == "f"


def backward(values, limit=None):
    """Each missing value replaced by the next known one below it."""
    return forward(values[::-1], limit)[::-1]


def interpolate(values, where, limit=None, direction="forward"):
    """Missing numbers on the straight line between their neighbours; behind the last one, that one."""
    if not _plain_float(values):
        if isinstance(values, np.ndarray) and values.dtype.kind == "O":
            raise TypeError("Series cannot interpolate with object dtype.")
        if isinstance(values, ExtensionArray) and isna_array(values).any():
            raise TypeError(f"Cannot interpolate with {values.dtype} dtype")
        return values
    gaps = np.isnan(values)
    if not gaps.any() or gaps.all():
        return values
    known = np.flatnonzero(~gaps)
    found = np.interp(where, where[known], values[known])
    places = np.arange(len(values))
    keep = np.zeros(len(values), dtype=bool)
    if direction == "forward":
        keep = places < known[0]
    elif direction == "backward":
        keep = places > known[-1]
    if limit is not None:
        since = places - _last_known(gaps)
        keep |= since > limit
    return np.where(keep & gaps, nan, found)


def shift(values, periods, fill_value=NOT_GIVEN):
    """Values moved down, or up; what is not known any more is missing."""
    length = len(values)
    places = np.arange(length) - periods
    places = np.where((places < 0) | (places >= length), -1, places)
    if fill_value is NOT_GIVEN:
        return take_fill(values, places)
    gaps = places < 0
    found = values[np.where(gaps, 0, places)] if length else values
    from .setting import put

    return put(found, gaps, fill_value, strict=False)


def diff(values, periods):
    """Each value less the one `periods` above it."""
    from .ops import arith

    if isinstance(values, np.ndarray) and values.dtype.kind == "b":
        before = shift(values, periods)
        return np.array([nan if isinstance(b, float) else a != b for a, b in zip(values.tolist(), before.tolist())], dtype=object)
    before = shift(values, periods)
    if isinstance(values, np.ndarray) and values.dtype.kind in "iu":
        values = values.astype("float64")
    return arith("sub", values, before)
