"""Objects below each other, or side by side."""

import numpy as np

from .arrays import concat as concat_arrays, take_fill
from .construct import is_list_like
from .frame import DataFrame
from .generic import axis_number
from .index import Index, RangeIndex, ensure_index, join_indexes
from .missing import nan
from .multi import MultiIndex
from .series import Series


def concat(objs, *, axis=0, join="outer", ignore_index=False, keys=None, levels=None, names=None, verify_integrity=False, sort=False, copy=None):
    """All of `objs` as one frame or column."""
    if isinstance(objs, (DataFrame, Series, str)):
        raise TypeError(f'first argument must be an iterable of pandas objects, you passed an object of type "{type(objs).__name__}"')
    if join not in ("inner", "outer"):
        raise ValueError("Only can inner (intersect) or outer (union) join the other axis")
    if isinstance(objs, dict):
        keys = list(objs) if keys is None else list(keys)
        objs = [objs[key] for key in keys]
    objs = list(objs)
    if not objs:
        raise ValueError("No objects to concatenate")
    pairs = [(place, one) for place, one in enumerate(objs) if one is not None]
    if not pairs:
        raise ValueError("All objects passed were None")
    if keys is not None:
        keys = [list(keys)[place] for place, _ in pairs]
    objs = [one for _, one in pairs]
    for one in objs:
        if not isinstance(one, (DataFrame, Series)):
            raise TypeError(f"cannot concatenate object of type '{type(one)}'; only Series and DataFrame objs are valid")
    if axis_number(axis):
        found = _beside(objs, join, ignore_index, keys, names, sort)
    elif all(isinstance(one, Series) for one in objs):
        found = _series_below(objs, ignore_index, keys, names)
    else:
        found = _frames_below(objs, join, ignore_index, keys, names, sort)
    if verify_integrity:
        labels = found.columns if axis_number(axis) else found.index
        if not labels.is_unique:
            raise ValueError(f"Indexes have overlapping values: {labels[labels.duplicated()].unique()!r}")
    return found


def _row_labels(objs, ignore_index, keys, names):
    if ignore_index:
        return RangeIndex(sum(map(len, objs)))
    indexes = [one.index for one in objs]
    if keys is None:
        return join_indexes(indexes)
    return _keyed(indexes, keys, names)


def _keyed(indexes, keys, names):
    """Labels with the key of the object that they come from before them."""
    sizes = list(map(len, indexes))
    deep = isinstance(keys[0], tuple)
    outer = [list(part) for part in zip(*keys)] if deep else [keys]
    levels, codes = [], []
    for part in outer:
        level = ensure_index(part if not hasattr(part, "_values") else part).unique()
        levels.append(level)
        codes.append(np.repeat(level.get_indexer(Index(part)), sizes))
    inner = join_indexes(indexes)
    if inner.nlevels > 1:
        levels += inner.levels
        codes += inner.codes
    else:
        from .arrays import factorize

        code, uniques = factorize(inner._values)
        levels.append(Index._over(uniques))
        codes.append(code)
    given = list(names) if names is not None else []
    inner_names = list(indexes[0].names)
    own = [getattr(keys, "name", None)] if not deep else [None] * len(outer)
    labels = given + (own + inner_names)[len(given):]
    return MultiIndex._make(levels, codes, labels)


def _series_below(objs, ignore_index, keys, names):
    titles = {one.name for one in objs}
    filled = [one for one in objs if len(one)] or objs[:1]
    return Series._of(
        concat_arrays([one._values for one in filled]), _row_labels(objs, ignore_index, keys, names),
        titles.pop() if len(titles) == 1 else None,
    )


def _frames_below(objs, join, ignore_index, keys, names, sort):
    frames = [one if isinstance(one, DataFrame) else one.to_frame(0 if one.name is None else one.name) for one in objs]
    columns = frames[0].columns
    for frame in frames[1:]:
        if not frame.columns.equals(columns):
            columns = columns.intersection(frame.columns) if join == "inner" else columns.union(frame.columns, sort=None if sort else False)
    arrays = []
    for place, label in enumerate(columns.tolist()):
        parts = []
        for frame in frames:
            if frame.columns is columns or frame.columns.equals(columns):
                part = frame._arrays[place]
            elif label in frame.columns:
                part = frame[label]._values
            else:
                parts.append((None, len(frame)))
                continue
            if len(part) or len(frames) == 1:
                parts.append((part, len(part)))
        arrays.append(_with_gaps(parts))
    return DataFrame._of(arrays, columns, _row_labels(frames, ignore_index, keys, names))


def _with_gaps(parts):
    """One array of several, some of which are only known by their length."""
    known = [part for part, _ in parts if part is not None]
    if not known:
        return np.full(sum(size for _, size in parts), nan, dtype=object)
    joined = concat_arrays(known)
    if len(known) == len(parts):
        return joined
    places, at = [], 0
    for part, size in parts:
        places.append(np.arange(at, at + size) if part is not None else np.full(size, -1))
        at += size if part is not None else 0
    return take_fill(joined, np.concatenate(places))


def _beside(objs, join, ignore_index, keys, names, sort):
    index = objs[0].index
    for one in objs[1:]:
        if not one.index.equals(index):
            index = index.intersection(one.index) if join == "inner" else index.union(one.index, sort=None if sort else False)
    arrays, labels, unnamed = [], [], 0
    for one in objs:
        if isinstance(one, Series):
            if one.name is None:
                labels.append(unnamed)
                unnamed += 1
            else:
                labels.append(one.name)
            one = DataFrame._of([one._values], RangeIndex(1), one.index)
        else:
            labels += one.columns.tolist()
        arrays += one._arrays if one.index.equals(index) else one.reindex(index)._arrays
    if ignore_index:
        return DataFrame._of(arrays, RangeIndex(len(arrays)), index)
    if keys is not None:
        if all(isinstance(one, Series) for one in objs):
            columns = Index(list(keys), name=names[0] if names else None)
        else:
            columns = _keyed([one.columns if isinstance(one, DataFrame) else Index([one.name]) for one in objs], list(keys), names)
    else:
        frames = [one for one in objs if isinstance(one, DataFrame)]
        if len(frames) == len(objs) and frames[0].columns.nlevels > 1:
            columns = join_indexes([one.columns for one in frames])
        else:
            if labels == list(range(len(labels))) and labels:
                columns = RangeIndex(len(labels))
            else:
                columns = Index(labels)
            shared = {one.columns.name for one in frames}
            if len(shared) == 1 and len(frames) == len(objs):
                columns.name = shared.pop()
    return DataFrame._of(arrays, columns, index)
