"""Indexes as sets: union, intersection, difference."""

import numpy as np


def _pair(left, right):
    from .index import ensure_index

    right = ensure_index(right)
    return right, left.name if left.name == right.name else None


def _ordered(index, sort):
    if sort is False:
        return index
    try:
        return index.sort_values()
    except TypeError:
        return index


def union(self, other, sort=None):
    """All labels of both, sorted where they can be."""
    other, name = _pair(self, other)
    if self.equals(other):
        return self._renamed(name) if self.nlevels == 1 else self
    if not len(other):
        return self if self.nlevels > 1 else _ordered(self, sort)._renamed(name)
    if not len(self):
        return other if self.nlevels > 1 else _ordered(other, sort)._renamed(name)
    joined = self.append([other]).unique()
    joined = _ordered(joined, sort)
    return joined if joined.nlevels > 1 else _tidy(joined._renamed(name), self, other)


def _tidy(index, left, right):
    """A range again, where two ranges gave one."""
    from .index import RangeIndex

    if isinstance(left, RangeIndex) and isinstance(right, RangeIndex) and len(index):
        first, last = index[0], index[-1]
        if last - first + 1 == len(index):
            return RangeIndex._of(range(first, last + 1), index.name)
    return index


def intersection(self, other, sort=False):
    """The labels of both, in the order of the first."""
    other, name = _pair(self, other)
    if self.equals(other):
        return self._renamed(name) if self.nlevels == 1 else self
    there = other.unique().get_indexer(self) >= 0
    found = self[np.asarray(there)].unique()
    if sort is None:
        found = _ordered(found, sort)
    return found if found.nlevels > 1 else found._renamed(name)


def difference(self, other, sort=None):
    """The labels of the first that the second has not, sorted where they can be."""
    other, name = _pair(self, other)
    there = other.unique().get_indexer(self) >= 0 if len(other) else np.zeros(len(self), dtype=bool)
    return _ordered(self[~there].unique(), sort)


def symmetric_difference(self, other, sort=None):
    """The labels that only one of them has."""
    other, name = _pair(self, other)
    return _ordered(difference(self, other, False).append(difference(other, self, False)), sort)
