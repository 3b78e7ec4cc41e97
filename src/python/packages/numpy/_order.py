"""Order, sets and counts."""

import builtins as _b

import _numpy
import numpy as np
from _numpy import array, asarray
from numpy._methods import ravel, size, take
from numpy._shape import concatenate, moveaxis


def sort(a, axis=-1, kind=None, order=None, stable=None):
    found = array(a).ravel() if axis is None else array(a)
    found.sort(-1 if axis is None else axis, kind, order)
    return found


def partition(a, kth, axis=-1, kind="introselect", order=None):
    """All sorted, which is a partition at every place."""
    a = ravel(a) if axis is None else asarray(a)
    _check_kth(a, kth, -1 if axis is None else axis)
    return sort(a, -1 if axis is None else axis, order=order)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    a = ravel(a) if axis is None else asarray(a)
    _check_kth(a, kth, -1 if axis is None else axis)
    return a.argsort(-1 if axis is None else axis, order=order)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    ar = asarray(ar)
    if not equal_nan and ar.dtype.kind == "f" and np.isnan(ar).any():
        raise NotImplementedError("unique is carried here with equal_nan=True")
    if axis is not None:
        rows = [tuple(row) if isinstance(row, list) else row for row in moveaxis(ar, axis, 0).reshape(size(ar, axis), -1).tolist()]
        first, counts = _occurrences(rows)
        chosen = _b.sorted(counts)
        codes = {each: code for code, each in enumerate(chosen)}
        places = [first[each] for each in chosen]
        parts = [take(ar, places, axis=axis), array(places, int), array([codes[row] for row in rows], int)]
        parts.append(array([counts[each] for each in chosen], int))
    elif ar.dtype == object:
        items = ar.ravel().tolist()
        first, counts = _occurrences(items)
        chosen = _b.sorted(counts)
        codes = {each: code for code, each in enumerate(chosen)}
        parts = [array(chosen, dtype=object), array([first[each] for each in chosen], dtype=int)]
        parts += [array([codes[each] for each in items], dtype=int), array([counts[each] for each in chosen], dtype=int)]
    else:
        parts = list(_numpy._unique(ar))
        parts[2] = parts[2].reshape(ar.shape)
    wanted = [part for part, want in zip(parts[1:], (return_index, return_inverse, return_counts)) if want]
    return tuple([parts[0]] + wanted) if wanted else parts[0]


def union1d(ar1, ar2):
    return unique(concatenate((ravel(ar1), ravel(ar2))))


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    one, first = unique(ar1, return_index=True)
    two, second = unique(ar2, return_index=True)
    common = isin(one, two)
    if return_indices:
        return one[common], first[common], second[isin(two, one)]
    return one[common]


def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = ravel(ar1) if assume_unique else unique(ar1)
    return ar1[isin(ar1, ar2, invert=True)]


def count_nonzero(a, axis=None, *, keepdims=False):
    found = (asarray(a) != 0).sum(axis=axis, keepdims=keepdims)
    return int(found) if axis is None and not keepdims else found


def bincount(x, weights=None, minlength=0):
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("object too deep for desired array" if x.ndim else "object of too small depth for desired array")
    if minlength < 0:
        raise ValueError("'minlength' must not be negative")
    return _numpy._bincount(x if x.size else x.astype(int), weights, minlength)


def digitize(x, bins, right=False):
    bins = asarray(bins)
    steps = bins[1:] >= bins[:-1]
    rising, falling = bool(steps.all()), bool((bins[1:] <= bins[:-1]).all())
    if not (rising or falling):
        raise ValueError("bins must be monotonically increasing or decreasing")
    if rising:
        return bins.searchsorted(x, "left" if right else "right")
    return len(bins) - bins[::-1].searchsorted(x, "right" if right else "left")


def _check_kth(a, kth, axis):
    length = size(a, axis)
    for each in ravel(kth).tolist():
        if not -length <= each < length:
            raise ValueError(f"kth(={each}) out of bounds ({length})")


def _occurrences(items):
    first, counts = {}, {}
    for place, each in enumerate(items):
        first.setdefault(each, place)
        counts[each] = counts.get(each, 0) + 1
    return first, counts


def unique_values(x):
    return unique(x)


def unique_counts(x):
    from collections import namedtuple

    return namedtuple("UniqueCountsResult", "values counts")(*unique(x, return_counts=True))


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    found = _numpy.isin(element, test_elements)
    return ~found if invert else found


def setxor1d(ar1, ar2, assume_unique=False):
    values, counts = unique(concatenate((unique(ar1), unique(ar2))), return_counts=True)
    return values[counts == 1]
