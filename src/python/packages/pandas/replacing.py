"""`replace` and `where`: values for other values."""

import re

import _pandas
import numpy as np

from .arrays import ExtensionArray, StrArray, as_objects
from .categorical import Categorical
from .construct import from_list, is_list_like
from .fill import NOT_GIVEN, forward
from .indexing import is_mask, mask_of
from .missing import is_missing, isna_array
from .ops import compare
from .setting import put


def replace(obj, to_replace, value, regex):
    """`obj` with some values replaced by others."""
    if isinstance(regex, (str, dict, list)):
        to_replace, regex = regex, True
    if isinstance(to_replace, dict) and value is NOT_GIVEN:
        if obj.ndim == 2 and to_replace and all(isinstance(one, dict) for one in to_replace.values()):
            return _by_column(obj, {name: list(table.items()) for name, table in to_replace.items()}, regex)
        pairs = list(to_replace.items())
    elif isinstance(to_replace, dict):
        return _by_column(obj, {name: [(old, value)] for name, old in to_replace.items()}, regex)
    elif is_list_like(to_replace):
        if value is NOT_GIVEN:
            raise ValueError(f"{type(obj).__name__}.replace must specify either 'value', a dict-like 'to_replace', or dict-like 'regex'.")
        news = list(value) if is_list_like(value) else [value] * len(to_replace)
        if len(news) != len(to_replace):
            raise ValueError(f"Replacement lists must match in length. Expecting {len(to_replace)} got {len(news)} ")
        pairs = list(zip(to_replace, news))
    else:
        if value is NOT_GIVEN:
            raise ValueError(f"{type(obj).__name__}.replace must specify either 'value', a dict-like 'to_replace', or dict-like 'regex'.")
        pairs = [(to_replace, value)]
    return obj._each(lambda values: replaced(values, pairs, regex))


def _by_column(frame, tables, regex):
    found = frame.copy()
    for name, pairs in tables.items():
        if name in frame.columns:
            place = frame.columns.get_loc(name)
            found._arrays[place] = replaced(frame._arrays[place], pairs, regex)
    return found


def replaced(values, pairs, regex=False):
    """An array with some of its values replaced."""
    if regex:
        return _by_pattern(values, pairs)
    if isinstance(values, Categorical):
        table = dict(pairs)
        return Categorical(from_list([table.get(one, one) for one in values.tolist()]))
    found = values
    # All are looked for in the values as they were, so that a swap is one.
    for old, new in pairs:
        where = isna_array(values) if is_missing(old) else _equal(values, old)
        if where.any():
            found = put(found, where, new, strict=False)
    if found is not values and isinstance(found, np.ndarray) and found.dtype.kind == "O" and isinstance(values, ExtensionArray):
        return found
    return found


def _equal(values, old):
    if isinstance(values, StrArray) and not isinstance(old, str):
        return np.zeros(len(values), dtype=bool)
    if isinstance(values, np.ndarray) and values.dtype.kind in "biuf":
        if isinstance(old, str) or (isinstance(old, bool) != (values.dtype.kind == "b")):
            return np.zeros(len(values), dtype=bool)
    try:
        return np.asarray(compare("eq", values, old), dtype=bool)
    except (TypeError, ValueError):
        return np.zeros(len(values), dtype=bool)


def _by_pattern(values, pairs):
    if not (isinstance(values, StrArray) or values.dtype.kind == "O"):
        return values
    listed = as_objects(values).tolist()
    for old, new in pairs:
        pattern = re.compile(old)
        if isinstance(new, str):
            listed = [pattern.sub(new, one) if isinstance(one, str) else one for one in listed]
        else:
            listed = [new if isinstance(one, str) and pattern.search(one) else one for one in listed]
    return from_list(listed)


def where(obj, cond, other, keep):
    """`obj` where the condition is `keep`, else `other`."""
    if callable(cond):
        cond = cond(obj)
    if callable(other):
        other = other(obj)
    if obj.ndim == 1:
        if not hasattr(cond, "_values"):
            cond = np.asarray(cond)
        if len(cond) != len(obj):
            raise ValueError("Array conditional must be same shape as self")
        mask = mask_of(cond, obj.index)
        if hasattr(other, "index") and hasattr(other, "_values"):
            other = other.reindex(obj.index)._values
        return obj._with_values(_chosen(obj._values, mask if keep else ~mask, other))
    masks = _frame_masks(obj, cond)
    others = _frame_others(obj, other)
    arrays = [_chosen(values, mask if keep else ~mask, one) for values, mask, one in zip(obj._arrays, masks, others)]
    return obj._like(arrays)


def _chosen(values, mask, other):
    gaps = ~mask
    if not gaps.any():
        return values
    if is_list_like(other):
        other = other[gaps]
    return put(values, gaps, other, strict=False)


def _frame_masks(frame, cond):
    if hasattr(cond, "_arrays"):
        cond = cond.reindex(index=frame.index, columns=frame.columns)
        return [np.asarray(values, dtype=bool) for values in cond._arrays]
    if hasattr(cond, "_values"):
        return [mask_of(cond, frame.index)] * len(frame.columns)
    cond = np.asarray(cond, dtype=bool)
    if cond.shape != frame.shape:
        raise ValueError("Array conditional must be same shape as self")
    return [cond[:, place] for place in range(len(frame.columns))]


def _frame_others(frame, other):
    if hasattr(other, "_arrays"):
        return other.reindex(index=frame.index, columns=frame.columns)._arrays
    if hasattr(other, "_values"):
        return [other.reindex(frame.index)._values] * len(frame.columns)
    if isinstance(other, np.ndarray) and other.ndim == 2:
        return [other[:, place] for place in range(len(frame.columns))]
    return [other] * len(frame.columns)
