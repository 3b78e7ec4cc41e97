"""`loc`, `iloc`, `at` and `iat`: reading and writing by label and by position."""

import numpy as np

from .arrays import is_position
from .construct import array_of, is_list_like
from .errors import IndexingError, InvalidIndexError
from .index import Index, ensure_index
from .missing import is_missing, isna_array

ALL = slice(None)


def is_mask(key):
    """Whether a key consists of truth values."""
    values = getattr(key, "_values", key)
    if isinstance(values, np.ndarray):
        return values.dtype.kind == "b" or (values.dtype.kind == "O" and len(values) > 0 and all(isinstance(one, (bool, np.bool_)) for one in values.tolist()))
    if hasattr(values, "dtype"):
        return str(values.dtype) == "boolean"
    return isinstance(key, list) and len(key) > 0 and all(isinstance(one, (bool, np.bool_)) for one in key)


def mask_of(key, index):
    """Truth values as an array, in the order of `index`."""
    if hasattr(key, "index") and hasattr(key, "_values") and not key.index.equals(index):
        found = key.index.get_indexer(index)
        if (found < 0).any():
            raise IndexingError(
                "Unalignable boolean Series provided as indexer (index of the boolean Series and of the indexed object do not match)."
            )
        key = key.iloc[found]
    values = getattr(key, "_values", key)
    if hasattr(values, "_mask"):
        values = values._a & ~values._mask
    elif isinstance(values, np.ndarray) and values.dtype.kind == "O":
        if isna_array(values).any():
            raise ValueError("Cannot mask with non-boolean array containing NA / NaN values")
    mask = np.asarray(values, dtype=bool)
    if len(mask) != len(index):
        raise IndexError(f"Boolean index has wrong length: {len(mask)} instead of {len(index)}")
    return mask


def label_positions(index, key, axis_name="index"):
    """Where labels are: an int for one label that is there once; else a slice, a mask or positions."""
    if isinstance(key, slice):
        step = key.step
        first, last = index.slice_locs(key.start, key.stop)
        return slice(first, last, step)
    if is_mask(key):
        return mask_of(key, index)
    if callable(key):
        raise TypeError("a function as a key must be called first")
    if isinstance(key, tuple) and index.nlevels > 1 or not is_list_like(key) or isinstance(key, tuple):
        try:
            return index.get_loc(key)
        except InvalidIndexError:
            raise
    labels = list(key) if not hasattr(key, "_values") else key
    wanted = Index(labels) if len(labels) else index[:0]
    if index.nlevels > 1 and wanted.nlevels == 1:
        found = [np.flatnonzero(_as_mask(index.get_loc(label), len(index))) for label in wanted.tolist()]
        return np.concatenate(found)
    found, missing = index._positions(wanted)
    if missing:
        if len(missing) == len(wanted):
            raise KeyError(f"None of [{wanted!r}] are in the [{axis_name}]")
        raise KeyError(f"{missing} not in index")
    return found


def _as_mask(found, length):
    if isinstance(found, np.ndarray):
        return found
    mask = np.zeros(length, dtype=bool)
    mask[found] = True
    return mask


def position_key(index, key):
    """Positions checked against the length; an int, a slice, a mask or positions."""
    length = len(index)
    if is_position(key):
        if not -length <= key < length:
            raise IndexError("single positional indexer is out-of-bounds")
        return key % length
    if isinstance(key, slice):
        return key
    if is_mask(key):
        if hasattr(key, "index") and hasattr(key, "_values"):
            raise ValueError("iLocation based boolean indexing cannot use an indexable as a mask")
        return mask_of(key, index)
    if is_list_like(key):
        found = np.asarray(list(key) if not isinstance(key, np.ndarray) else key)
        if len(found) == 0:
            return np.empty(0, dtype="int64")
        if found.dtype.kind not in "iu":
            raise IndexError(f".iloc requires numeric indexers, got {list(key)}")
        if (found >= length).any() or (found < -length).any():
            raise IndexError("positional indexers are out-of-bounds")
        return np.where(found < 0, found + length, found)
    raise TypeError(f"Cannot index by location index with a non-integer key")


class _Indexer:
    def __init__(self, owner):
        self.owner = owner

    def _split(self, key):
        """A key for the rows and one for the columns."""
        owner = self.owner
        if callable(key):
            key = key(owner)
        if owner.ndim == 1:
            if isinstance(key, tuple) and owner.index.nlevels == 1:
                if len(key) > 1:
                    raise IndexingError("Too many indexers")
                key = key[0]
            return key, ALL
        if isinstance(key, tuple) and not (owner.index.nlevels > 1 and self._is_row_label(key)):
            if len(key) > 2:
                raise IndexingError("Too many indexers")
            key = tuple(one(owner) if callable(one) else one for one in key)
            return key if len(key) == 2 else (key[0], ALL)
        return key, ALL

    def _is_row_label(self, key):
        return False


class _Labels(_Indexer):
    """`loc`."""

    def _is_row_label(self, key):
        if any(isinstance(one, (slice, list, tuple)) for one in key):
            return False
        if self.owner.ndim == 2 and len(key) == 2 and key[1] in self.owner.columns:
            return False
        return True

    def __call__(self, axis=None):
        return self

    def __getitem__(self, key):
        rows, columns = self._split(key)
        owner = self.owner
        if owner.ndim == 1:
            return owner._select_rows(label_positions(owner.index, rows), rows)
        if isinstance(columns, slice) and columns == ALL:
            return owner._select_rows(label_positions(owner.index, rows), rows)
        place = label_positions(owner.columns, columns, "columns")
        if is_position(place):
            return owner._column_at(place)._loc_rows(rows)
        return owner._select_columns(place)._loc_rows(rows)

    def __setitem__(self, key, value):
        rows, columns = self._split(key)
        owner = self.owner
        if owner.ndim == 1:
            owner._set_rows(self._row_places(owner, rows), value)
            return
        try:
            place = label_positions(owner.columns, columns, "columns")
        except KeyError:
            place = self._new_columns(columns)
        try:
            where = label_positions(owner.index, rows)
        except KeyError:
            if is_list_like(rows) and not isinstance(rows, tuple) or isinstance(rows, slice):
                raise
            owner._append_row(rows, columns, value)
            return
        owner._set_block(where, place, value)

    def _row_places(self, owner, rows):
        try:
            return label_positions(owner.index, rows)
        except KeyError:
            if is_list_like(rows) and not isinstance(rows, tuple) or isinstance(rows, slice):
                raise
            owner._append_label(rows)
            return len(owner) - 1

    def _new_columns(self, columns):
        owner = self.owner
        listed = list(columns) if is_list_like(columns) and not isinstance(columns, tuple) else [columns]
        for label in listed:
            if label not in owner.columns:
                owner._insert_column(len(owner.columns), label, np.full(len(owner), np.nan))
        return label_positions(owner.columns, columns, "columns")


class _Positions(_Indexer):
    """`iloc`."""

    def __getitem__(self, key):
        rows, columns = self._split(key)
        owner = self.owner
        where = position_key(owner.index, rows)
        if owner.ndim == 1 or (isinstance(columns, slice) and columns == ALL):
            return owner._select_rows(where)
        place = position_key(owner.columns, columns)
        if is_position(place):
            return owner._column_at(place)._select_rows(where)
        return owner._select_columns(place)._select_rows(where)

    def __setitem__(self, key, value):
        rows, columns = self._split(key)
        owner = self.owner
        where = position_key(owner.index, rows)
        if owner.ndim == 1:
            owner._set_rows(where, value)
        else:
            owner._set_block(where, position_key(owner.columns, columns), value)


class _At(_Indexer):
    """`at` and `iat`: one cell."""

    def __init__(self, owner, by_label):
        self.owner, self.by_label = owner, by_label

    def _inner(self):
        return self.owner.loc if self.by_label else self.owner.iloc

    def _check(self, key):
        parts = key if isinstance(key, tuple) else (key,)
        if any(isinstance(one, slice) or is_list_like(one) and not isinstance(one, tuple) for one in parts):
            raise ValueError("Invalid call for scalar access (getting)!" if self.by_label else "iAt based indexing can only have integer indexers")

    def __getitem__(self, key):
        self._check(key)
        if not self.by_label:
            parts = key if isinstance(key, tuple) else (key,)
            for part, length in zip(parts, self.owner.shape):
                if is_position(part) and not -length <= part < length:
                    raise IndexError(f"index {part} is out of bounds for axis 0 with size {length}")
        return self._inner()[key]

    def __setitem__(self, key, value):
        self._check(key)
        self._inner()[key] = value


class Indexers:
    """The four, for Series and DataFrame."""

    loc = property(_Labels)
    iloc = property(_Positions)

    @property
    def at(self):
        return _At(self, True)

    @property
    def iat(self):
        return _At(self, False)

    def _loc_rows(self, rows):
        return self._select_rows(label_positions(self.index, rows), rows)


def reduced_index(index, where, label):
    """The Index of selected rows: without the levels that one label fixes."""
    selected = index[where]
    if index.nlevels == 1 or label is None or is_mask(label) or isinstance(label, (slice, list, np.ndarray)) or hasattr(label, "_values"):
        return selected
    parts = label if isinstance(label, tuple) else (label,)
    gone = [number for number, part in enumerate(parts) if not isinstance(part, (slice, list))]
    if gone and len(gone) < index.nlevels:
        return selected.droplevel(gone)
    return selected
