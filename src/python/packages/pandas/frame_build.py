"""The columns of a new frame, from whatever holds rows or columns."""

import numpy as np

from .arrays import ExtensionArray, objects
from .construct import array_of, from_list, full, is_list_like
from .index import Index, RangeIndex, ensure_index
from .missing import nan


def columns_from(data, index, columns, dtype):
    """Arrays, labels of columns, labels of rows."""
    from .frame import DataFrame
    from .series import Series

    index = None if index is None else ensure_index(index)
    columns = None if columns is None else ensure_index(columns)
    if isinstance(data, DataFrame):
        found = data
        if index is not None or columns is not None:
            found = data.reindex(index=index, columns=columns)
        arrays, columns, index = list(found._arrays), found._columns, found._index
    elif data is None:
        columns = RangeIndex(0) if columns is None else columns
        index = RangeIndex(0) if index is None else index
        arrays = [np.full(len(index), nan, dtype=object) for _ in columns]
    elif isinstance(data, dict):
        arrays, columns, index = _from_dict(data, index, columns, dtype)
    elif isinstance(data, (Series, Index)) or isinstance(data, ExtensionArray):
        series = Series(data, index=index)
        name = 0 if series.name is None else series.name
        if columns is None:
            columns = RangeIndex(1) if type(name) is int and name == 0 else Index([name])
        arrays, index = [series._values], series.index
    elif isinstance(data, np.ndarray):
        arrays, columns, index = _from_matrix(data, index, columns, dtype)
    elif is_list_like(data):
        arrays, columns, index = _from_rows(list(data), index, columns)
    else:
        if index is None or columns is None:
            raise ValueError("DataFrame constructor not properly called!")
        arrays = [full(data, len(index)) for _ in columns]
    if dtype is not None:
        arrays = [array_of(values, dtype) for values in arrays]
    return arrays, columns, index


def _from_dict(data, index, columns, dtype=None):
    from .frame import DataFrame
    from .series import Series

    labels = Index(list(data.keys())) if data else RangeIndex(0)
    if columns is not None:
        labels = columns
    parts = [data.get(label) if columns is not None else data[label] for label in labels.tolist()] if data else []
    if columns is not None:
        there = [label in data for label in labels.tolist()]
    else:
        there = [True] * len(parts)
    if not data:
        index = RangeIndex(0) if index is None else index
        return [np.full(len(index), nan, dtype=object) for _ in labels], labels, index
    if index is None:
        index = _common_index(parts, there)
    arrays = []
    for part, given in zip(parts, there):
        if not given:
            arrays.append(np.full(len(index), nan, dtype=object))
        elif isinstance(part, Series):
            arrays.append(part.reindex(index)._values)
        elif isinstance(part, dict):
            arrays.append(Series(part).reindex(index)._values)
        elif is_list_like(part):
            values = array_of(part, dtype)
            if isinstance(part, np.ndarray) and values is part:
                values = part.copy()
            if len(values) != len(index):
                raise ValueError(f"Length of values ({len(values)}) does not match length of index ({len(index)})")
            arrays.append(values)
        else:
            arrays.append(full(part, len(index)))
    return arrays, labels, index


def _common_index(parts, there):
    from .series import Series

    labelled = [Series(part) if isinstance(part, dict) else part for part, given in zip(parts, there) if given and isinstance(part, (Series, dict))]
    lengths = {len(part) for part in parts if is_list_like(part) and not isinstance(part, (Series, dict))}
    if labelled:
        index = labelled[0].index
        same = all(one.index.equals(index) for one in labelled)
        if not same:
            in_order = all(isinstance(part, dict) for part in parts if part is not None)
            for one in labelled[1:]:
                index = index.union(one.index, sort=False if in_order else None)
        if lengths and lengths != {len(index)}:
            raise ValueError(f"array length {lengths.pop()} does not match index length {len(index)}")
        return index
    if len(lengths) > 1:
        raise ValueError("All arrays must be of the same length")
    if not lengths:
        if any(isinstance(part, Series) for part in parts):
            return RangeIndex(0)
        raise ValueError("If using all scalar values, you must pass an index")
    return RangeIndex(lengths.pop())


def _from_matrix(data, index, columns, dtype=None):
    if data.ndim == 1:
        data = data.reshape(-1, 1)
    if data.ndim != 2:
        raise ValueError(f"Must pass 2-d input. shape={data.shape}")
    rows, width = data.shape
    _check_shape((rows, width), index, columns)
    arrays = []
    for place in range(width):
        values = data[:, place].copy()
        kept = values.dtype.kind != "O" or dtype is not None
        arrays.append(array_of(values, dtype) if kept else from_list(values.tolist()))
    return arrays, RangeIndex(width) if columns is None else columns, RangeIndex(rows) if index is None else index


def _check_shape(shape, index, columns):
    wanted = (shape[0] if index is None else len(index), shape[1] if columns is None else len(columns))
    if wanted != shape:
        raise ValueError(f"Shape of passed values is {shape}, indices imply {wanted}")


def _from_rows(rows, index, columns):
    from .series import Series

    if not rows:
        columns = RangeIndex(0) if columns is None else columns
        index = RangeIndex(0) if index is None else index
        return [np.empty(0, dtype=object) for _ in columns], columns, index
    first = rows[0]
    if isinstance(first, Series):
        if index is None and any(row.name is not None for row in rows):
            index = Index([place if row.name is None else row.name for place, row in enumerate(rows)])
        rows = [row.to_dict() for row in rows]
        first = rows[0]
    if isinstance(first, dict):
        labels = {}
        for row in rows:
            labels.update(dict.fromkeys(row))
        labels = list(labels) if columns is None else columns.tolist()
        arrays = [from_list([row.get(label, nan) for row in rows]) for label in labels]
        columns = Index(labels) if columns is None else columns
    elif is_list_like(first):
        width = max(map(len, rows))
        named = getattr(first, "_fields", None)
        if columns is None:
            columns = Index(list(named)) if named else RangeIndex(width)
        elif len(columns) != width:
            raise ValueError(f"{len(columns)} columns passed, passed data had {width} columns")
        if all(len(row) == width for row in rows):
            arrays = [from_list(list(column)) for column in zip(*rows)]
        else:
            arrays = [from_list([row[place] if place < len(row) else None for row in rows]) for place in range(width)]
    else:
        values = from_list(rows)
        if columns is not None and len(columns) != 1:
            _check_shape((len(values), 1), index, columns)
        arrays, columns = [values], RangeIndex(1) if columns is None else columns
    if index is not None and len(index) != len(rows):
        _check_shape((len(rows), len(columns)), index, columns)
    return arrays, columns, RangeIndex(len(rows)) if index is None else index
