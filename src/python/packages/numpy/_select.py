"""Elements picked and set by places and conditions."""

import _numpy
import numpy as np
from _numpy import array, asarray
from numpy._methods import _axis, _give, _into, clip, ravel, take
from numpy._make import arange, ones, zeros, zeros_like
from numpy._shape import broadcast_arrays, moveaxis, resize, stack

_none = object()


def where(condition, x=_none, y=_none):
    if x is _none and y is _none:
        return asarray(condition).nonzero()
    if x is _none or y is _none:
        raise ValueError("either both or neither of x and y should be given")
    return _numpy.where_(condition, x, y)


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if not condlist:
        raise ValueError("select with an empty condition list is not possible")
    found = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        if asarray(condition).dtype != bool:
            raise TypeError("invalid entry 0 in condlist: should be boolean ndarray")
        found = where(condition, choice, found)
    return found


def flatnonzero(a):
    return ravel(a).nonzero()[0]


def argwhere(a):
    a = asarray(a)
    return stack(a.nonzero(), 1) if a.ndim else zeros((int(bool(a)), 0), int)


def extract(condition, arr):
    return ravel(arr)[ravel(condition).astype(bool)]


def piecewise(x, condlist, funclist):
    x = asarray(x)
    found = zeros_like(x)
    rest = ones(x.shape, bool)
    for condition, function in zip(condlist, funclist):
        rest = rest & ~asarray(condition)
        found[condition] = function(x[condition]) if callable(function) else function
    if len(funclist) > len(condlist):
        found[rest] = funclist[-1](x[rest]) if callable(funclist[-1]) else funclist[-1]
    return found


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = moveaxis(asarray(arr), axis, -1)
    found = array([func1d(row, *args, **kwargs) for row in arr.reshape(-1, arr.shape[-1])])
    found = found.reshape(arr.shape[:-1] + found.shape[1:])
    return moveaxis(found, -1, axis) if found.ndim == arr.ndim else found


class vectorize:
    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if excluded or signature:
            raise NotImplementedError("vectorize is carried here without excluded and signature")
        self.pyfunc, self.otypes = pyfunc, otypes
        self.__name__, self.__doc__ = getattr(pyfunc, "__name__", "vectorize"), doc

    def __call__(self, *args, **kwargs):
        names = list(kwargs)
        arrays = broadcast_arrays(*args, *kwargs.values())
        count = len(args)
        if arrays and not arrays[0].size and not self.otypes:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        rows = zip(*(one.ravel() for one in arrays))
        found = [self.pyfunc(*row[:count], **dict(zip(names, row[count:]))) for row in rows]
        if found and isinstance(found[0], tuple):
            kinds = self.otypes or [None] * len(found[0])
            return tuple(_give(array(column, kind).reshape(arrays[0].shape)) for column, kind in zip(zip(*found), kinds))
        dtype = self.otypes[0] if self.otypes else None
        return _give(array(found, dtype).reshape(arrays[0].shape))


def unravel_index(indices, shape, order="C"):
    shape = shape if isinstance(shape, tuple) else (shape,)
    indices = asarray(indices)
    total = 1
    for n in shape:
        total *= n
    if indices.size and not (0 <= indices.min() and indices.max() < total):
        wrong = indices.ravel()[(indices.ravel() < 0) | (indices.ravel() >= total)][0]
        raise ValueError(f"index {wrong} is out of bounds for array with size {total}")
    found = []
    for n in shape if order == "F" else reversed(shape):
        found.append(_give(indices % n))
        indices = indices // n
    return tuple(found if order == "F" else reversed(found))


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    if mode != "raise" or order != "C":
        raise NotImplementedError("ravel_multi_index is carried here with mode='raise' and order='C'")
    found = 0
    for each, n in zip(multi_index, dims):
        each = asarray(each)
        if each.size and (each.min() < 0 or each.max() >= n):
            raise ValueError("invalid entry in coordinates array")
        found = found * n + each
    return _give(found)


def ix_(*args):
    found = []
    for place, each in enumerate(args):
        each = asarray(each)
        if each.ndim != 1:
            raise ValueError("Cross index must be 1 dimensional")
        each = each.nonzero()[0] if each.dtype == bool else each
        found.append(each.reshape((1,) * place + (-1,) + (1,) * (len(args) - place - 1)))
    return tuple(found)


def _along(shape, indices, axis):
    axis = _axis(axis, len(shape))
    parts = [arange(n).reshape((1,) * place + (-1,) + (1,) * (len(shape) - place - 1)) for place, n in enumerate(shape)]
    parts[axis] = indices
    return tuple(parts)


def take_along_axis(arr, indices, axis=-1):
    arr, indices = asarray(arr), asarray(indices)
    return arr.ravel()[indices] if axis is None else arr[_along(arr.shape, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    arr[_along(arr.shape, asarray(indices), axis)] = values


def place(arr, mask, vals):
    count = int(np.count_nonzero(mask))
    if count:
        arr[asarray(mask).astype(bool)] = resize(vals, count)


def copyto(dst, src, casting="same_kind", where=True):
    src = asarray(src)
    if not np.can_cast(src.dtype, dst.dtype, casting):
        raise TypeError(f"Cannot cast array data from {src.dtype!r} to {dst.dtype!r} according to the rule '{casting}'")
    dst[...] = src if where is True else np.where(where, src, dst)


def choose(a, choices, out=None, mode="raise"):
    a = asarray(a)
    *choices, a = broadcast_arrays(*choices, a)
    if mode == "raise" and a.size and (a.min() < 0 or a.max() >= len(choices)):
        raise ValueError("invalid entry in choice array")
    a = a % len(choices) if mode == "wrap" else clip(a, 0, len(choices) - 1)
    return _into(out, take_along_axis(stack(choices), a[None], 0)[0])


def compress(condition, a, axis=None, out=None):
    places = asarray(condition).nonzero()[0]
    return _into(out, take(ravel(a), places) if axis is None else take(a, places, axis=axis))


def trim_zeros(filt, trim="fb"):
    places = flatnonzero(filt)
    start = int(places[0]) if len(places) and "f" in trim.lower() else 0
    stop = int(places[-1]) + 1 if len(places) and "b" in trim.lower() else len(filt)
    return filt[start:stop] if len(places) else filt[:0]
