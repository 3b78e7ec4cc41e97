"""Between wide and long: `melt`, `stack`, `unstack`, `explode`."""

import numpy as np

from .arrays import argsort, concat as concat_arrays, factorize, take_fill
from .construct import array_of, from_list, full, is_list_like
from .frame import DataFrame
from .index import Index, RangeIndex
from .missing import is_missing, nan
from .multi import MultiIndex
from .series import Series


def melt(frame, id_vars=None, value_vars=None, var_name=None, value_name="value", ignore_index=True, col_level=None):
    """Columns below each other, beside each value the name of its column."""
    def listed(names):
        return [] if names is None else list(names) if is_list_like(names) and not isinstance(names, tuple) else [names]

    ids = listed(id_vars)
    values = listed(value_vars) if value_vars is not None else [label for label in frame.columns.tolist() if label not in ids]
    for kind, labels in (("id_vars", ids), ("value_vars", values)):
        missing = [label for label in labels if label not in frame.columns]
        if missing:
            raise KeyError(f"The following '{kind}' are not present in the DataFrame: {missing}" if kind == "id_vars" else f"The following id_vars or value_vars are not present in the DataFrame: {missing}")
    if value_name in frame.columns and value_name in ids:
        raise ValueError(f"value_name ({value_name}) cannot match an element in the DataFrame columns.")
    name = var_name if var_name is not None else frame.columns.name if frame.columns.name is not None else "variable"
    rows = np.arange(len(frame))
    places = np.tile(rows, len(values))
    arrays = [frame[label]._values[places] for label in ids]
    names = Index(values)._values if values else np.empty(0, dtype=object)
    arrays.append(names[np.repeat(np.arange(len(values)), len(frame))])
    arrays.append(concat_arrays([frame[label]._values for label in values]) if values else np.empty(0, dtype=object))
    index = RangeIndex(len(places)) if ignore_index else frame.index[places]
    return DataFrame._of(arrays, Index([*ids, name, value_name]), index)


def stack(frame, level=-1):
    """The last level of the columns as the last level of the rows."""
    columns, index = frame.columns, frame.index
    rows = len(index)
    if columns.nlevels == 1:
        width = len(columns)
        long = concat_arrays(frame._arrays)
        order = np.arange(rows * width).reshape(width, rows).T.ravel()
        values = long[order]
        codes, levels = _repeated(index, width)
        codes.append(np.tile(np.arange(width), rows))
        levels.append(Index._over(columns._values))
        return Series._of(values, MultiIndex._make(levels, codes, list(index.names) + [columns.name]))
    number = columns._level_number(level)
    inner = columns.get_level_values(number).unique()
    rest = columns._keep([one for one in range(columns.nlevels) if one != number])
    outer = rest.unique()
    width = len(inner)
    labels = columns.tolist()
    arrays = []
    for head in outer.tolist():
        parts = []
        for one in inner.tolist():
            key = list(head) if isinstance(head, tuple) else [head]
            key.insert(number, one)
            parts.append(frame._arrays[labels.index(tuple(key))] if tuple(key) in labels else np.full(rows, nan))
        long = concat_arrays(parts)
        arrays.append(long[np.arange(rows * width).reshape(width, rows).T.ravel()])
    codes, levels = _repeated(index, width)
    codes.append(np.tile(np.arange(width), rows))
    levels.append(Index._over(inner._values))
    return DataFrame._of(arrays, outer, MultiIndex._make(levels, codes, list(index.names) + [columns.names[number]]))


def _repeated(index, times):
    """Codes and levels of an Index, each label several times."""
    if index.nlevels > 1:
        return [np.repeat(code, times) for code in index.codes], list(index.levels)
    code, uniques = factorize(index._values, dropna=False)
    return [np.repeat(code, times)], [Index._over(uniques)]


def unstack(obj, level=-1, fill_value=None):
    """A level of the rows as the last level of the columns."""
    index = obj.index
    if index.nlevels == 1:
        if obj.ndim == 1:
            raise ValueError(f"index must be a MultiIndex to unstack, {type(index)} was passed")
        return stack(obj.T)
    if isinstance(level, (list, tuple)):
        found = obj
        for one in reversed(level):
            found = unstack(found, one, fill_value)
        return found
    number = index._level_number(level)
    code, labels = _sorted_level(index, number)
    others = [one for one in range(index.nlevels) if one != number]
    rest = index._keep(others)
    row_code, rows = _sorted_rows(rest)
    cells = row_code * len(labels) + code
    if len(np.unique(cells)) != len(cells):
        raise ValueError("Index contains duplicate entries, cannot reshape")
    places = np.full(len(rows) * len(labels), -1, dtype="int64")
    places[cells] = np.arange(len(cells))
    places = places.reshape(len(rows), len(labels))

    def spread(values):
        parts = []
        for column in range(len(labels)):
            where = places[:, column]
            if fill_value is not None and (where < 0).any():
                from .setting import put

                parts.append(put(values[np.where(where < 0, 0, where)], where < 0, fill_value, strict=False))
            else:
                parts.append(take_fill(values, where))
        return parts

    name = index.names[number]
    if obj.ndim == 1:
        return DataFrame._of(spread(obj._values), Index._over(labels._values, name), rows)
    arrays = [part for values in obj._arrays for part in spread(values)]
    width = len(labels)
    columns = obj.columns
    if columns.nlevels > 1:
        codes = [np.repeat(one, width) for one in columns.codes]
        levels, names = list(columns.levels), columns.names
    else:
        codes, levels, names = [np.repeat(np.arange(len(columns)), width)], [Index._over(columns._values)], [columns.name]
    codes.append(np.tile(np.arange(width), len(columns)))
    return DataFrame._of(arrays, MultiIndex._make(levels + [Index._over(labels._values)], codes, list(names) + [name]), rows)


def _sorted_level(index, number):
    code, uniques = factorize(index._level_array(number), sort=True)
    return code, Index._over(uniques)


def _sorted_rows(rest):
    """For each row the number of its label among the sorted ones, and these."""
    if rest.nlevels == 1:
        code, uniques = factorize(rest._values, sort=True, dropna=False)
        return code, Index._over(uniques, rest.name)
    numbers = rest._numbers()
    _, firsts, code = np.unique(numbers, return_index=True, return_inverse=True)
    return code, rest[firsts]


def explode(frame, column, ignore_index=False):
    """A row for each element of the lists in a column."""
    columns = [column] if not isinstance(column, list) else column
    if len(columns) > 1:
        raise NotImplementedError("explode carries one column here")
    (column,) = columns
    listed = frame[column].tolist()
    places, values = [], []
    for place, one in enumerate(listed):
        parts = list(one) if is_list_like(one) else [one]
        values += parts or [nan]
        places += [place] * max(len(parts), 1)
    found = frame._select_rows(np.array(places, dtype="int64"))
    from .arrays import objects

    at = frame.columns.get_loc(column)
    exploded = objects(values)
    found._arrays[at] = exploded if any(map(is_list_like, listed)) else frame._arrays[at]
    if ignore_index:
        found._index = RangeIndex(len(places))
    return found
