"""Rows in order."""

import _pandas
import numpy as np

from .arrays import argsort, sort_keys
from .construct import array_of, is_list_like
from .index import Index, RangeIndex
from .missing import isna_array


def _keyed(values, key, index, name):
    if key is None:
        return values
    from .series import Series

    found = key(Series._of(values, index, name))
    return array_of(found)


def sort_series(series, ascending, na_position, ignore_index, key):
    if is_list_like(ascending):
        (ascending,) = ascending
    if na_position not in ("first", "last"):
        raise ValueError(f"invalid na_position: {na_position}")
    order = argsort(_keyed(series._values, key, series.index, series.name), ascending, na_position)
    return _ordered(series, order, ignore_index)


def _ordered(obj, order, ignore_index):
    found = obj._select_rows(order)
    if isinstance(obj.index, RangeIndex) and len(order) and (order == np.arange(len(order))).all():
        found._index = obj.index
    if ignore_index:
        found._index = RangeIndex(len(order))
    return found


def sort_frame(frame, by, ascending, na_position, ignore_index, key):
    by = list(by) if is_list_like(by) and not isinstance(by, tuple) else [by]
    orders = list(ascending) if is_list_like(ascending) else [ascending] * len(by)
    if len(orders) != len(by):
        raise ValueError(f"Length of ascending ({len(orders)}) != length of by ({len(by)})")
    arrays = [_level_or_column(frame, label) for label in by]
    arrays = [_keyed(values, key, frame.index, label) for values, label in zip(arrays, by)]
    order = np.arange(len(frame))
    for values, up in zip(reversed(arrays), reversed(orders)):
        order = order[argsort(values[order], up, na_position)]
    return _ordered(frame, order, ignore_index)


def _level_or_column(frame, label):
    if label in frame.columns:
        return frame[label]._values
    if label in frame.index.names:
        return frame.index.get_level_values(label)._values
    raise KeyError(label)


def sort_index(obj, axis, level, ascending, na_position, ignore_index, key):
    index = obj.columns if axis else obj.index
    if is_list_like(ascending) and index.nlevels == 1:
        (ascending,) = ascending
    if level is not None and index.nlevels > 1:
        numbers = [index._level_number(one) for one in (level if is_list_like(level) else [level])]
        numbers += [number for number in range(index.nlevels) if number not in numbers]
        index = index._keep(numbers)
    if is_list_like(ascending):
        order = np.arange(len(index))
        for number in reversed(range(index.nlevels)):
            up = ascending[number] if number < len(ascending) else True
            order = order[argsort(index._level_array(number)[order], up, na_position)]
    else:
        keys = index._numbers() if index.nlevels > 1 else _keyed(index._values, key, RangeIndex(len(index)), index.name)
        order = argsort(keys, ascending, na_position)
    if axis:
        return obj._select_columns(order)
    return _ordered(obj, order, ignore_index)
