"""Tables by two keys: `pivot`, `pivot_table`, `crosstab`."""

import numpy as np

from .construct import array_of, is_list_like
from .dtypes import is_number
from .fill import NOT_GIVEN
from .frame import DataFrame
from .index import Index
from .multi import MultiIndex
from .reshape import unstack
from .series import Series


def _listed(names):
    return [] if names is None or names is NOT_GIVEN else list(names) if is_list_like(names) and not isinstance(names, (tuple, Series)) else [names]


def pivot(frame, index=NOT_GIVEN, columns=NOT_GIVEN, values=NOT_GIVEN):
    """The values of a column at the rows and columns that two others name."""
    heads = _listed(columns)
    rows = _listed(index)
    for label in rows + heads + _listed(values):
        if label not in frame.columns:
            raise KeyError(label)
    parts = [frame[label] for label in rows] or [frame.index.to_series()]
    labels = MultiIndex.from_arrays([part._values for part in parts] + [frame[label]._values for label in heads], names=(rows or [frame.index.name]) + heads)
    levels = list(range(len(parts), labels.nlevels))
    if values is NOT_GIVEN or is_list_like(values):
        chosen = [label for label in frame.columns.tolist() if label not in rows + heads] if values is NOT_GIVEN else list(values)
        part = frame[chosen]
        part = DataFrame._of(part._arrays, part.columns, labels)
    else:
        part = Series._of(frame[values]._values, labels)
    return unstack(part, levels if len(levels) > 1 else levels[0])


def pivot_table(frame, values=None, index=None, columns=None, aggfunc="mean", fill_value=None, margins=False, dropna=True, margins_name="All", observed=True, sort=True):
    """An aggregate of values for each pair of keys."""
    from .concatenate import concat

    rows, heads = _listed(index), _listed(columns)
    if isinstance(aggfunc, (list, tuple)):
        parts = [pivot_table(frame, values, index, columns, one, fill_value, margins, dropna, margins_name, observed, sort) for one in aggfunc]
        return concat(parts, axis=1, keys=[one if isinstance(one, str) else one.__name__ for one in aggfunc])
    if not rows and not heads:
        raise ValueError("No group keys passed!")
    single = values is not None and not is_list_like(values)
    chosen = _listed(values)
    for label in chosen:
        if label not in frame.columns:
            raise KeyError(label)
    keys = rows + heads
    if values is None:
        chosen = [label for label in frame.columns.tolist() if label not in keys]
        if isinstance(aggfunc, dict):
            chosen = list(aggfunc)
    grouped = frame.groupby(keys, observed=observed, sort=sort)
    table = grouped.agg(aggfunc) if isinstance(aggfunc, dict) else grouped[chosen].agg(aggfunc)
    table = table.dropna(how="all") if dropna and len(table.columns) else table
    if not single and values is None and not isinstance(aggfunc, dict):
        table = table[sorted(table.columns.tolist())] if all(isinstance(one, str) for one in table.columns.tolist()) else table
    found = table
    if heads:
        levels = [len(rows) + number for number in range(len(heads))]
        found = unstack(table, levels if len(levels) > 1 else levels[0]) if rows else table.T
    if heads and dropna:
        found = found.dropna(how="all", axis=1)
    if fill_value is not None:
        found = found.fillna(fill_value)
        found = _whole_again(found, table)
    if margins:
        found = _with_margins(frame, found, chosen, rows, heads, aggfunc, margins_name, fill_value)
    if single and heads and rows:
        found._columns = found.columns.droplevel(0)
    return found


def _whole_again(found, table):
    """Whole numbers again, where only the gaps had made floats of them."""
    if all(values.dtype.kind == "i" for values in table._arrays if isinstance(values, np.ndarray)):
        return found._each(lambda values: values.astype("int64") if values.dtype.kind == "f" and not np.isnan(values).any() else values)
    return found


def _with_margins(frame, found, chosen, rows, heads, aggfunc, name, fill_value):
    """A row and a column more, of the aggregates without the other key."""
    known = frame.dropna(subset=rows + heads)
    if heads:
        by_row = known.groupby(rows)[chosen].agg(aggfunc)
        for value in chosen:
            found[(value, name) + ("",) * (len(heads) - 1)] = by_row[value]
        if len(chosen) > 1:
            order = [key for value in chosen for key in found.columns.tolist() if key[0] == value]
            found = found[order]
    cells = {}
    by_head = known.groupby(heads)[chosen].agg(aggfunc) if heads else None
    for key in found.columns.tolist():
        value = key[0] if heads else key
        if not heads or key[1] == name:
            cells[key] = known[value].agg(aggfunc)
        else:
            cells[key] = by_head.loc[key[1] if len(heads) == 1 else key[1:], value]
    label = name if len(rows) == 1 else (name,) + ("",) * (len(rows) - 1)
    names = found.index.names
    arrays = []
    from .arrays import concat as concat_arrays

    for key, values in zip(found.columns.tolist(), found._arrays):
        arrays.append(concat_arrays([values, array_of([cells[key]])]))
    index = found.index.insert(len(found), label)
    index = index.set_names(names) if index.nlevels > 1 else index.rename(names[0])
    return DataFrame._of(arrays, found.columns, index)


def crosstab(index, columns, values=None, rownames=None, colnames=None, aggfunc=None, margins=False, margins_name="All", dropna=True, normalize=False):
    """How often each pair of values is there."""
    if (values is None) != (aggfunc is None):
        raise ValueError("aggfunc cannot be used without values." if values is None else "values cannot be used without an aggfunc.")

    def parts(given, prefix, names):
        listed = given if isinstance(given, list) and given and is_list_like(given[0]) else [given]
        titles = names or [getattr(one, "name", None) if getattr(one, "name", None) is not None else f"{prefix}_{place}" for place, one in enumerate(listed)]
        return listed, titles

    rows, row_names = parts(index, "row", rownames)
    heads, head_names = parts(columns, "col", colnames)
    shared = next((one.index for one in rows + heads if isinstance(one, Series)), None)
    data = {}
    for place, one in enumerate(rows + heads):
        data[f"__key{place}"] = one._values if isinstance(one, Series) else one
    data["__value"] = 0 if values is None else getattr(values, "_values", values)
    frame = DataFrame(data, index=shared)
    keys = list(data)[:-1]
    row_keys, head_keys = keys[: len(rows)], keys[len(rows):]
    how = "count" if values is None else aggfunc
    table = frame.pivot_table("__value", row_keys, head_keys, how, fill_value=0 if values is None else None, margins=margins and not normalize, margins_name=margins_name)
    table._index = table.index.set_names(row_names) if len(row_names) > 1 else table.index.rename(row_names[0])
    table._columns = table.columns.set_names(head_names) if len(head_names) > 1 else table.columns.rename(head_names[0])
    if values is None:
        table = table._each(lambda one: one.astype("int64"))
    return table if not normalize else _shares(table, normalize, margins, margins_name)


def _shares(table, normalize, margins, name):
    matrix = table.to_numpy(dtype="float64")
    rows, heads = matrix.sum(axis=1), matrix.sum(axis=0)
    total = matrix.sum()
    if normalize in (True, "all"):
        found = table / total
    elif normalize == "index":
        found = table.div(Series._of(rows, table.index), axis=0)
    elif normalize == "columns":
        found = table / Series._of(heads, table.columns)
    else:
        raise ValueError("Not a valid normalize argument")
    if margins:
        if normalize in (True, "all", "columns"):
            found[name] = rows / total
        if normalize in (True, "all", "index"):
            line = list(heads / total) + ([1.0] if normalize != "index" else [])
            titles = found.columns.name, found.index.name
            found.loc[name] = line
            found._index = found.index.rename(titles[1])
    return found
