"""Arrays from nothing, from numbers and from rules."""

import builtins as _b

import _numpy
import numpy as np
from _numpy import array, asarray, ndarray


def copy(a, order="K", subok=False):
    a = asarray(a)
    return a.copy(order=_order_like(a, order))


def empty(shape, dtype=float, order="C"):
    return _ordered(_numpy._empty(shape, dtype, None), order)


def zeros(shape, dtype=float, order="C"):
    return _ordered(_numpy._empty(shape, dtype, 0), order)


def full(shape, fill_value, dtype=None, order="C"):
    return _ordered(_numpy._full(shape, fill_value, dtype), order)


def ones(shape, dtype=float, order="C"):
    return _ordered(_numpy._full(shape, 1, dtype), order)


def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return full(a.shape if shape is None else shape, fill_value, a.dtype if dtype is None else dtype, _order_like(a, order))


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    if isinstance(start, np.datetime64) or isinstance(stop, (str, np.datetime64)) or isinstance(start, str):
        first, last = asarray(np.datetime64(start)), asarray(np.datetime64(stop))
        unit = np._numpy._promote(first.dtype, last.dtype)
        low, high = (each.astype(unit).view("int64").item() for each in (first, last))
        by = step.astype("int64").item() if isinstance(step, np.timedelta64) else int(step)
        return arange(low, high, by).view(unit)
    if step == 0:
        raise ZeroDivisionError("division by zero")
    import math

    plain = [each.item() if isinstance(each, (np.generic, ndarray)) else each for each in (start, stop, step)]
    count = _b.max(0, math.ceil((plain[1] - plain[0]) / plain[2]))
    if any_float := _b.any(isinstance(each, float) for each in plain):
        plain = [float(each) for each in plain]
    found = _numpy._range(plain[0], plain[2], count)
    return found if dtype is None else found.astype(dtype)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    num = num.__index__()
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    parts = num - 1 if endpoint else num
    start, stop = asarray(start) * 1.0, asarray(stop) * 1.0
    span = stop - start
    places = arange(0, num).reshape((-1,) + (1,) * np.ndim(span)) * 1.0
    step = span / parts if parts > 0 else np.nan
    found = places * step + start if parts > 0 else places * span + start
    if endpoint and num > 1:
        found[-1] = stop
    if dtype is not None:
        found = (np.floor(found) if np.dtype(dtype).kind in "iu" else found).astype(dtype)
    found = np.moveaxis(found, 0, axis) if axis != 0 else found
    return (found, step) if retstep else found


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    found = np.power(base, linspace(start, stop, num, endpoint, axis=axis))
    return found if dtype is None else found.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    if np.any(asarray(start) == 0) or np.any(asarray(stop) == 0):
        raise ValueError("Geometric sequence cannot include zero")
    sign = np.sign(start) * 1.0
    found = sign * logspace(np.log10(start / sign), np.log10(stop / sign), num, endpoint)
    if num > 0:
        found[0] = start
        if endpoint and num > 1:
            found[-1] = stop
    found = np.moveaxis(found, 0, axis) if axis != 0 else found
    return found if dtype is None else found.astype(dtype)


def eye(N, M=None, k=0, dtype=float, order="C"):
    found = zeros((N, N if M is None else M), dtype, order)
    rows = arange(_b.max(0, -k), _b.min(found.shape[0], found.shape[1] - k))
    found[rows, rows + k] = 1
    return found


def identity(n, dtype=float):
    return eye(n, dtype=dtype)


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 2:
        return v.diagonal(k).copy()
    if v.ndim != 1:
        raise ValueError("Input must be 1- or 2-d.")
    size = len(v) + _b.abs(k)
    found = zeros((size, size), v.dtype)
    places = arange(len(v))
    found[places + _b.max(0, -k), places + _b.max(0, k)] = v
    return found


def fill_diagonal(a, val, wrap=False):
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    if a.ndim > 2 and len(set(a.shape)) != 1:
        raise ValueError("All dimensions of input must be of equal length")
    if wrap:
        raise NotImplementedError("fill_diagonal is carried here without wrap")
    places = arange(_b.min(a.shape))
    a[(places,) * a.ndim] = val


def tri(N, M=None, k=0, dtype=float):
    return (arange(N)[:, None] + k >= arange(N if M is None else M)).astype(dtype)


def tril(m, k=0):
    m = asarray(m)
    return np.where(tri(*m.shape[-2:], k=k, dtype=bool), m, zeros(1, m.dtype))


def triu(m, k=0):
    m = asarray(m)
    return np.where(tri(*m.shape[-2:], k=k - 1, dtype=bool), zeros(1, m.dtype), m)


def tril_indices(n, k=0, m=None):
    return tri(n, m, k, dtype=bool).nonzero()


def triu_indices(n, k=0, m=None):
    return (~tri(n, m, k - 1, dtype=bool)).nonzero()


def vander(x, N=None, increasing=False):
    x = asarray(x)
    powers = arange(len(x) if N is None else N)
    return x[:, None] ** (powers if increasing else powers[::-1])


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    arrays = [asarray(x).ravel() for x in xi]
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    shapes = [[1] * len(arrays) for _ in arrays]
    for place, each in enumerate(arrays):
        at = 1 - place if indexing == "xy" and place < 2 and len(arrays) > 1 else place
        shapes[place][at] = len(each)
    parts = [each.reshape(tuple(shape)) for each, shape in zip(arrays, shapes)]
    return tuple(parts) if sparse else tuple(each.copy() for each in np.broadcast_arrays(*parts))


def fromiter(iter, dtype, count=-1):
    import itertools

    items = list(iter if count < 0 else itertools.islice(iter, count))
    if len(items) < count:
        raise ValueError(f"iterator too short: Expected {count} but iterator had only {len(items)} items.")
    return array(items, dtype)


def fromfunction(function, shape, *, dtype=float, **kwargs):
    return function(*indices(shape, dtype), **kwargs)


def indices(dimensions, dtype=int):
    return np.stack(meshgrid(*(arange(n, dtype=dtype) for n in dimensions), indexing="ij"))


def ndindex(*shape):
    import itertools

    return itertools.product(*map(range, shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape))


def ndenumerate(arr):
    arr = asarray(arr)
    return zip(ndindex(*arr.shape), arr.ravel())


def _ordered(found, order):
    return found.copy(order="F") if order in ("F", "f") else found


def _order_like(a, order):
    """The order that an array made like another one has."""
    if order in ("K", "A", "k", "a"):
        return "F" if a.flags.f_contiguous and not a.flags.c_contiguous else "C"
    return order


def _like(make):
    def function(a, dtype=None, order="K", subok=True, shape=None):
        a = asarray(a)
        return make(a.shape if shape is None else shape, a.dtype if dtype is None else dtype, _order_like(a, order))

    function.__name__ = make.__name__ + "_like"
    return function


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def _span(part):
    """What a slice in the brackets of `r_` and `c_` stands for."""
    if isinstance(part, str):
        raise NotImplementedError("r_ and c_ are carried here without directives in text")
    if not isinstance(part, slice):
        return part
    start, step = part.start or 0, 1 if part.step is None else part.step
    if isinstance(step, complex):
        return linspace(start, part.stop, int(_b.abs(step)))
    return arange(start, part.stop, step)


class _Grid:
    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, parts):
        if not isinstance(parts, tuple):
            return _span(parts)
        found = meshgrid(*(_span(each) for each in parts), indexing="ij", sparse=self.sparse)
        return found if self.sparse else np.stack(found)


empty_like = _like(empty)


zeros_like = _like(zeros)


ones_like = _like(ones)
