"""New labels: `rename`, `set_index`, `reset_index`, `drop`."""

import numpy as np

from .arrays import is_position
from .construct import array_of, is_list_like
from .index import Index, RangeIndex, ensure_index


def relabelled(index, mapper):
    """Each label by a function or a dict; one that the dict has not stays."""
    if hasattr(mapper, "to_dict"):
        mapper = mapper.to_dict()
    if not (callable(mapper) or isinstance(mapper, dict)):
        if not is_list_like(mapper):
            raise TypeError(f"Index(...) must be called with a collection of some kind, {mapper} was passed")
    change = mapper if callable(mapper) else lambda label: mapper.get(label, label)
    if index.nlevels > 1:
        labels = [tuple(change(part) for part in label) for label in index.tolist()]
        return type(index).from_tuples(labels, names=index.names)
    labels = [change(label) for label in index.tolist()]
    return Index(labels, name=index.name) if labels else index


def kept_rows(index, labels, errors):
    """A mask without the labels that are to go."""
    if is_list_like(labels) and not isinstance(labels, tuple):
        labels = list(labels)
    else:
        labels = [labels]
    keep = np.ones(len(index), dtype=bool)
    missing = []
    for label in labels:
        try:
            keep[index.get_loc(label)] = False
        except (KeyError, TypeError):
            missing.append(label)
    if missing and errors != "ignore":
        raise KeyError(f"{missing} not found in axis")
    return keep


def set_index(frame, keys, drop, append, verify):
    """Columns, or values, as the labels of the rows."""
    from .multi import MultiIndex

    keys = keys if isinstance(keys, list) else [keys]
    missing = [key for key in keys if not is_list_like(key) and key not in frame.columns]
    missing += [key for key in keys if isinstance(key, tuple) and key not in frame.columns]
    if missing:
        raise KeyError(f"None of {missing} are in the columns")
    parts, used = [], []
    if append:
        parts += [frame.index.get_level_values(number) for number in range(frame.index.nlevels)]
    for key in keys:
        if not is_list_like(key) or isinstance(key, tuple):
            column = frame[key]
            parts.append(Index._over(column._values, column.name))
            used.append(key)
        else:
            labels = ensure_index(key._values if hasattr(key, "_values") else key)
            if len(labels) != len(frame):
                raise ValueError(f"Length mismatch: Expected {len(frame)} rows, received array of length {len(labels)}")
            parts.append(labels._renamed(getattr(key, "name", None)))
    index = parts[0] if len(parts) == 1 else MultiIndex.from_arrays(parts)
    if verify and not index.is_unique:
        raise ValueError(f"Index has duplicate keys: {index[index.duplicated()].unique()!r}")
    found = frame.drop(columns=used) if drop and used else frame.copy()
    found._index = index
    return found


def reset_index(obj, level, drop, name=None, names=None, col_level=0, col_fill="", allow_duplicates=False):
    """The labels of the rows as columns; in their place numbers."""
    index = obj.index
    if level is not None:
        listed = level if isinstance(level, (list, tuple)) else [level]
        gone = [index._level_number(one) if index.nlevels > 1 else 0 for one in listed]
    else:
        gone = list(range(index.nlevels))
    kept = [number for number in range(index.nlevels) if number not in gone]
    new_index = index._keep(kept) if kept else RangeIndex(len(index))
    if obj.ndim == 1:
        if drop:
            found = obj.copy()
            found._index = new_index
            return found
        obj = obj.to_frame(name) if name is not None else obj.to_frame()
    found = obj.copy()
    found._index = new_index
    if drop:
        return found
    for place, number in enumerate(gone):
        title = index.names[number]
        if names is not None:
            title = names if isinstance(names, str) else names[place]
        if title is None:
            title = f"level_{number}" if index.nlevels > 1 else "index" if "index" not in found.columns else "level_0"
        if found.columns.nlevels > 1:
            title = (title,) + ("",) * (found.columns.nlevels - 1) if not isinstance(title, tuple) else title
        if title in found.columns:
            raise ValueError(f"cannot insert {title}, already exists")
        values = index.get_level_values(number)._values
        found._insert_column(place, title, values)
    return found
