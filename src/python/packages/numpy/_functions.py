"""Functions over arrays: names, arguments and what is short to say in Python."""

import builtins as _b

import _numpy
import numpy as np
from _numpy import array, asarray, dtype, ndarray

_none = object()


class _Flags:
    def __init__(self, array):
        self.c_contiguous, self.f_contiguous, self.owndata, self.writeable = array._flags()
        self.aligned = True

    def __getitem__(self, name):
        return getattr(self, name.lower())

    def __repr__(self):
        names = ("c_contiguous", "f_contiguous", "owndata", "writeable", "aligned")
        lines = [f"  {name.upper()} : {getattr(self, name)}" for name in names]
        return "\n".join(lines + ["  WRITEBACKIFCOPY : False\n"])


def _method(name):
    """The function that calls the method of arrays, and that of others where they have it: series answer themselves."""

    # numpy hands its own default on, which is not that of series.
    given = {"ddof": 0} if name in ("std", "var") else {}

    def function(a, *args, **kwargs):
        if not isinstance(a, (ndarray, list, tuple)) and hasattr(a, name):
            return getattr(a, name)(*args, **(kwargs if len(args) > 3 else given | kwargs))
        return getattr(asarray(a), name)(*args, **kwargs)

    function.__name__ = name
    return function


for _each in (
    "sum prod max min all any mean std var argmax argmin cumsum cumprod clip diagonal trace nonzero ravel repeat reshape "
    "round searchsorted argsort squeeze swapaxes take transpose put"
).split():
    globals()[_each] = _method(_each)
amax, amin, around, permute_dims = max, min, round, transpose
__all__ = [
    name
    for name in (
        "sum prod max min all any mean std var argmax argmin cumsum cumprod clip diagonal trace nonzero ravel repeat "
        "reshape round searchsorted argsort squeeze swapaxes take transpose put amax amin around permute_dims"
    ).split()
]


def _public(function):
    __all__.append(function.__name__.rstrip("_"))
    globals()[function.__name__.rstrip("_")] = function
    return function


def _give(found):
    return found[()] if isinstance(found, ndarray) and found.ndim == 0 else found


@_public
def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


@_public
def asanyarray(a, dtype=None, order=None):
    return asarray(a, dtype)


@_public
def ascontiguousarray(a, dtype=None):
    return asarray(a, dtype).copy()


@_public
def asfortranarray(a, dtype=None):
    return asarray(a, dtype).copy(order="F")


@_public
def copy(a, order="K", subok=False):
    return array(a)


@_public
def empty(shape, dtype=float, order="C"):
    return _numpy._empty(shape, dtype, None)


@_public
def zeros(shape, dtype=float, order="C"):
    found = _numpy._empty(shape, dtype, 0)
    return found.copy(order="F") if order == "F" else found


@_public
def full(shape, fill_value, dtype=None, order="C"):
    return _numpy._full(shape, fill_value, dtype)


@_public
def ones(shape, dtype=float, order="C"):
    return _numpy._full(shape, 1, dtype)


@_public
def empty_like(a, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return empty(a.shape if shape is None else shape, a.dtype if dtype is None else dtype)


@_public
def zeros_like(a, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return zeros(a.shape if shape is None else shape, a.dtype if dtype is None else dtype)


@_public
def ones_like(a, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return ones(a.shape if shape is None else shape, a.dtype if dtype is None else dtype)


@_public
def full_like(a, fill_value, dtype=None, order="K", subok=True, shape=None):
    a = asarray(a)
    return full(a.shape if shape is None else shape, fill_value, a.dtype if dtype is None else dtype)


@_public
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


@_public
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
    return (found, step) if retstep else found


@_public
def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    return np.power(base, linspace(start, stop, num, endpoint))


@_public
def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    found = logspace(np.log10(start), np.log10(stop), num, endpoint)
    if num > 0:
        found[0] = start
        if endpoint and num > 1:
            found[-1] = stop
    return found


@_public
def eye(N, M=None, k=0, dtype=float, order="C"):
    found = zeros((N, N if M is None else M), dtype)
    rows = arange(N)
    inside = (rows + k >= 0) & (rows + k < found.shape[1])
    found[rows[inside], rows[inside] + k] = 1
    return found


@_public
def identity(n, dtype=float):
    return eye(n, dtype=dtype)


@_public
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


@_public
def fill_diagonal(a, val, wrap=False):
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    if a.ndim > 2 and len(set(a.shape)) != 1:
        raise ValueError("All dimensions of input must be of equal length")
    if wrap:
        raise NotImplementedError("fill_diagonal is carried here without wrap")
    places = arange(_b.min(a.shape))
    a[(places,) * a.ndim] = val


@_public
def tri(N, M=None, k=0, dtype=float):
    return (arange(N)[:, None] + k >= arange(N if M is None else M)).astype(dtype)


@_public
def tril(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k=k, dtype=bool), m, zeros(1, m.dtype))


@_public
def triu(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k=k - 1, dtype=bool), zeros(1, m.dtype), m)


@_public
def tril_indices(n, k=0, m=None):
    return tri(n, m, k, dtype=bool).nonzero()


@_public
def triu_indices(n, k=0, m=None):
    return (~tri(n, m, k - 1, dtype=bool)).nonzero()


@_public
def vander(x, N=None, increasing=False):
    x = asarray(x)
    powers = arange(len(x) if N is None else N)
    return x[:, None] ** (powers if increasing else powers[::-1])


@_public
def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    arrays = [asarray(x).ravel() for x in xi]
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    shapes = [[1] * len(arrays) for _ in arrays]
    for place, each in enumerate(arrays):
        at = 1 - place if indexing == "xy" and place < 2 and len(arrays) > 1 else place
        shapes[place][at] = len(each)
    parts = [each.reshape(tuple(shape)) for each, shape in zip(arrays, shapes)]
    return tuple(parts) if sparse else tuple(each.copy() for each in broadcast_arrays(*parts))


@_public
def where_(condition, x=_none, y=_none):
    if x is _none and y is _none:
        return asarray(condition).nonzero()
    if x is _none or y is _none:
        raise ValueError("either both or neither of x and y should be given")
    return _numpy.where_(condition, x, y)


@_public
def select(condlist, choicelist, default=0):
    found = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        found = where(condition, choice, found)
    return found


@_public
def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    if axis is None:
        arrays, axis = [ravel(each) for each in arrays], 0
    found = _numpy._concatenate(arrays, axis)
    return found if dtype is None else found.astype(dtype)


concat = concatenate
__all__.append("concat")


@_public
def stack(arrays, axis=0, out=None, dtype=None):
    arrays = [asarray(each) for each in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({each.shape for each in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(each, axis) for each in arrays], axis, dtype=dtype)


@_public
def atleast_1d(*arrays):
    found = [asarray(each) for each in arrays]
    found = [each.reshape(1) if each.ndim == 0 else each for each in found]
    return found[0] if len(found) == 1 else tuple(found)


@_public
def atleast_2d(*arrays):
    found = [atleast_1d(each) for each in arrays]
    found = [each[None, :] if each.ndim == 1 else each for each in found]
    return found[0] if len(found) == 1 else tuple(found)


@_public
def vstack(tup, dtype=None):
    return concatenate([atleast_2d(each) for each in tup], 0, dtype=dtype)


row_stack = vstack


@_public
def hstack(tup, dtype=None):
    arrays = [atleast_1d(each) for each in tup]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, dtype=dtype)


@_public
def dstack(tup):
    return concatenate([each[:, :, None] if each.ndim == 2 else each for each in map(atleast_2d, tup)], 2)


@_public
def column_stack(tup):
    arrays = [asarray(each) for each in tup]
    return concatenate([each.reshape(-1, 1) if each.ndim < 2 else each for each in arrays], 1)


class _Stacker:
    def __init__(self, stack):
        self.stack = stack

    def __getitem__(self, parts):
        return self.stack(parts if isinstance(parts, tuple) else (parts,))


c_ = _Stacker(column_stack)
r_ = _Stacker(lambda parts: hstack([arange(p.start or 0, p.stop, p.step or 1) if isinstance(p, slice) else p for p in parts]))
__all__ += ["c_", "r_"]


@_public
def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    length = ary.shape[axis]
    if isinstance(indices_or_sections, int):
        each, more = divmod(length, indices_or_sections)
        sizes = [each + 1] * more + [each] * (indices_or_sections - more)
        ends, end = [], 0
        for size in sizes:
            end += size
            ends.append(end)
    else:
        ends = list(indices_or_sections) + [length]
    parts, start = [], 0
    for end in ends:
        parts.append(ary[(slice(None),) * (axis % ary.ndim) + (slice(start, end),)])
        start = end
    return parts


@_public
def split(ary, indices_or_sections, axis=0):
    if isinstance(indices_or_sections, int) and asarray(ary).shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


@_public
def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


@_public
def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


@_public
def tile(A, reps):
    return _numpy._tile(A, reps)


@_public
def roll(a, shift, axis=None):
    a = asarray(a)
    return _numpy._roll(a.ravel(), shift, 0).reshape(a.shape) if axis is None else _numpy._roll(a, shift, axis)


@_public
def resize(a, new_shape):
    a = ravel(a)
    new_shape = new_shape if isinstance(new_shape, tuple) else (new_shape,)
    count = 1
    for length in new_shape:
        count *= length
    return a[arange(count) % _b.max(1, a.size)].reshape(new_shape)


@_public
def append(arr, values, axis=None):
    return concatenate([ravel(arr), ravel(values)] if axis is None else [arr, values], 0 if axis is None else axis)


@_public
def insert(arr, obj, values, axis=None):
    arr = ravel(arr) if axis is None else asarray(arr)
    axis = 0 if axis is None else axis
    before, after = array_split(arr, [obj], axis)
    values = asarray(values, arr.dtype)
    middle = expand_dims(values, axis) if values.ndim == arr.ndim - 1 else values
    shape = list(arr.shape)
    shape[axis] = middle.shape[axis]
    return concatenate([before, broadcast_to(middle, tuple(shape)), after], axis)


@_public
def delete(arr, obj, axis=None):
    arr = ravel(arr) if axis is None else asarray(arr)
    axis = 0 if axis is None else axis
    keep = ones(arr.shape[axis], bool)
    keep[obj if isinstance(obj, (slice, int)) else asarray(obj)] = False
    return arr[(slice(None),) * (axis % arr.ndim) + (keep,)]


@_public
def expand_dims(a, axis):
    return _numpy._expand(a, axis)


@_public
def flip(m, axis=None):
    m = asarray(m)
    for each in range(m.ndim) if axis is None else (axis if isinstance(axis, tuple) else (axis,)):
        m = _numpy._flip(m, each)
    return m


@_public
def fliplr(m):
    return flip(m, 1)


@_public
def flipud(m):
    return flip(m, 0)


@_public
def rot90(m, k=1, axes=(0, 1)):
    for _ in range(k % 4):
        m = flip(transpose(m), 0)
    return asarray(m)


@_public
def moveaxis(a, source, destination):
    a = asarray(a)
    order = [each for each in range(a.ndim) if each != source % a.ndim]
    order.insert(destination % a.ndim, source % a.ndim)
    return a.transpose(order)


@_public
def broadcast_to(array, shape, subok=False):
    return _numpy._broadcast_to(array, shape)


@_public
def broadcast_shapes(*shapes):
    return _numpy._broadcast_shapes(list(shapes))


@_public
def broadcast_arrays(*args):
    arrays = [asarray(each) for each in args]
    shape = broadcast_shapes(*(each.shape for each in arrays))
    return tuple(broadcast_to(each, shape) for each in arrays)


@_public
def shape(a):
    return asarray(a).shape


@_public
def ndim(a):
    return asarray(a).ndim


@_public
def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


@_public
def sort(a, axis=-1, kind=None, order=None, stable=None):
    found = array(a).ravel() if axis is None else array(a)
    found.sort(axis=-1 if axis is None else axis)
    return found


@_public
def partition(a, kth, axis=-1):
    return sort(a, axis)


@_public
def argpartition(a, kth, axis=-1):
    return argsort(a, axis=axis)


@_public
def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    ar = asarray(ar)
    if axis is not None:
        rows = [tuple(row) for row in moveaxis(ar, axis, 0).tolist()]
        chosen = _b.sorted(set(rows))
        parts = [moveaxis(array(chosen, ar.dtype), 0, axis), array([rows.index(row) for row in chosen])]
        parts += [array([chosen.index(row) for row in rows]), array([rows.count(row) for row in chosen])]
    elif ar.dtype == object:
        items = ar.ravel().tolist()
        first, counts = {}, {}
        for place, each in enumerate(items):
            first.setdefault(each, place)
            counts[each] = counts.get(each, 0) + 1
        chosen = _b.sorted(counts)
        codes = {each: code for code, each in enumerate(chosen)}
        parts = [array(chosen, dtype=object), array([first[each] for each in chosen], dtype=int)]
        parts += [array([codes[each] for each in items], dtype=int), array([counts[each] for each in chosen], dtype=int)]
    else:
        parts = list(_numpy._unique(ar))
        parts[2] = parts[2].reshape(ar.shape)
    wanted = [part for part, want in zip(parts[1:], (return_index, return_inverse, return_counts)) if want]
    return tuple([parts[0]] + wanted) if wanted else parts[0]


@_public
def union1d(ar1, ar2):
    return unique(concatenate((ravel(ar1), ravel(ar2))))


@_public
def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    ar1 = unique(ar1)
    return ar1[np.isin(ar1, ar2)]


@_public
def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = ravel(ar1) if assume_unique else unique(ar1)
    return ar1[~np.isin(ar1, ar2)]


@_public
def count_nonzero(a, axis=None, *, keepdims=False):
    found = (asarray(a) != 0).sum(axis=axis, keepdims=keepdims)
    return int(found) if axis is None and not keepdims else found


@_public
def flatnonzero(a):
    return ravel(a).nonzero()[0]


@_public
def argwhere(a):
    return stack(asarray(a).nonzero(), 1)


@_public
def extract(condition, arr):
    return ravel(arr)[ravel(condition).astype(bool)]


@_public
def diff(a, n=1, axis=-1, prepend=_none, append=_none):
    return _numpy._diff(a, n, axis)


@_public
def ediff1d(ary):
    return diff(ravel(ary))


@_public
def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f) * 1.0
    if f.ndim != 1:
        raise NotImplementedError("gradient is carried here for one dimension")
    x = varargs[0] if varargs else 1.0
    if ndim(x) == 0:
        x = arange(len(f)) * x
    h = diff(x)
    found = empty_like(f)
    low, high = h[:-1], h[1:]
    if np.all(h == h[0]):
        found[1:-1] = (f[2:] - f[:-2]) / (2.0 * h[0])
    else:
        found[1:-1] = -high / (low * (low + high)) * f[:-2] + (high - low) / (low * high) * f[1:-1] + low / (high * (low + high)) * f[2:]
    found[0], found[-1] = (f[1] - f[0]) / h[0], (f[-1] - f[-2]) / h[-1]
    return found


@_public
def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    width = dx if x is None else diff(x)
    return _give((width * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1))


@_public
def interp(x, xp, fp, left=None, right=None, period=None):
    return _numpy._interpolate(x, xp, fp, left, right)


@_public
def bincount(x, weights=None, minlength=0):
    return _numpy._bincount(asarray(x), weights, minlength)


@_public
def digitize(x, bins, right=False):
    bins = asarray(bins)
    if len(bins) > 1 and bins[0] > bins[-1]:
        return len(bins) - bins[::-1].searchsorted(x, "right" if right else "left")
    return bins.searchsorted(x, "left" if right else "right")


def _quantiles(a, shares, axis, method, keepdims, missing):
    a = asarray(a)
    shares_array = asarray(shares, float)
    found = _numpy._quantile(a, shares_array.ravel(), axis, method, missing)
    if keepdims:
        axes = range(a.ndim) if axis is None else (axis if isinstance(axis, tuple) else (axis,))
        gone = {each % a.ndim for each in axes}
        found = found.reshape((-1,) + tuple(1 if place in gone else n for place, n in enumerate(a.shape)))
    return found.reshape(shares_array.shape + found.shape[1:])[()]


@_public
def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    return _quantiles(a, q, axis, method, keepdims, False)


@_public
def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    shares = asarray(q, float) / 100
    if np.any((shares < 0) | (shares > 1)):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _quantiles(a, shares, axis, method, keepdims, False)


@_public
def nanquantile(a, q, axis=None, method="linear", keepdims=False):
    return _quantiles(a, q, axis, method, keepdims, True)


@_public
def nanpercentile(a, q, axis=None, method="linear", keepdims=False):
    return _quantiles(a, asarray(q, float) / 100, axis, method, keepdims, True)


@_public
def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    found = _numpy._median(asarray(a), axis)
    return expand_dims(found, axis) if keepdims and axis is not None else found


@_public
def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        return a.mean(axis=axis, keepdims=keepdims)
    weights = asarray(weights)
    if weights.shape != a.shape:
        if weights.ndim != 1 or axis is None:
            raise TypeError("Axis must be specified when shapes of a and weights differ.")
        weights = weights.reshape(tuple(-1 if place == axis % a.ndim else 1 for place in range(a.ndim)))
    total = broadcast_to(weights, a.shape).sum(axis=axis, keepdims=keepdims)
    if np.any(total == 0):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    found = (a * weights).sum(axis=axis, keepdims=keepdims) / total
    return (found, total) if returned else found


@_public
def ptp(a, axis=None, out=None, keepdims=False):
    a = asarray(a)
    return a.max(axis=axis, keepdims=keepdims) - a.min(axis=axis, keepdims=keepdims)


@_public
def histogram_bin_edges(a, bins=10, range=None, weights=None):
    a = asarray(a).ravel()
    if isinstance(bins, str):
        width = ptp(a)
        count = {"sturges": lambda: np.log2(a.size) + 1, "sqrt": lambda: np.sqrt(a.size)}.get(bins)
        if count is None:
            raise NotImplementedError("bins can be carried here as a number, edges, 'sturges' or 'sqrt'")
        bins = int(np.ceil(count()))
    if ndim(bins) == 1:
        return asarray(bins)
    low, high = range if range is not None else ((a.min(), a.max()) if a.size else (0, 1))
    if low > high:
        raise ValueError("max must be larger than min in range parameter.")
    if low == high:
        low, high = low - 0.5, high + 0.5
    return linspace(low, high, bins + 1)


@_public
def histogram(a, bins=10, range=None, density=None, weights=None):
    edges = histogram_bin_edges(a, bins, range)
    counts = _numpy._histogram(asarray(a).ravel(), edges, weights)
    if density:
        return counts / diff(edges) / counts.sum(), edges
    return (counts if weights is not None else counts.astype(int)), edges


@_public
def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None):
    x = atleast_2d(asarray(m, float))
    if not rowvar and ndim(m) > 1:
        x = x.T
    if y is not None:
        other = atleast_2d(asarray(y, float))
        x = concatenate((x, other if rowvar or ndim(y) == 1 else other.T), 0)
    x = x - x.mean(axis=1, keepdims=True)
    found = x @ x.T / (x.shape[1] - ((0 if bias else 1) if ddof is None else ddof))
    return _give(found.squeeze())


@_public
def corrcoef(x, y=None, rowvar=True):
    c = cov(x, y, rowvar)
    if ndim(c) == 0:
        return c / c
    deviations = np.sqrt(diag(c))
    return clip(c / deviations[:, None] / deviations[None, :], -1, 1)


@_public
def correlate(a, v, mode="valid"):
    return convolve(a, asarray(v)[::-1], mode)


@_public
def convolve(a, v, mode="full"):
    a, v = asarray(a), asarray(v)
    if len(v) > len(a):
        a, v = v, a
    found = zeros(len(a) + len(v) - 1, np.result_type(a, v))
    for place, factor in enumerate(v):
        found[place : place + len(a)] += a * factor
    if mode == "same":
        start = (len(v) - 1) // 2
        return found[start : start + len(a)]
    return found[len(v) - 1 : len(a)] if mode == "valid" else found


@_public
def outer(a, b, out=None):
    return np.multiply.outer(ravel(a), ravel(b))


@_public
def inner(a, b):
    a, b = asarray(a), asarray(b)
    return np.dot(a, b) if b.ndim < 2 else tensordot(a, b, (-1, -1))


@_public
def vdot(a, b):
    return np.dot(ravel(a), ravel(b))


@_public
def kron(a, b):
    a, b = atleast_2d(a), atleast_2d(b)
    return (a[:, None, :, None] * b[None, :, None, :]).reshape(a.shape[0] * b.shape[0], a.shape[1] * b.shape[1])


@_public
def cross(a, b, axis=-1):
    a, b = asarray(a), asarray(b)
    one, two, three = (a[..., i] for i in range(3))
    x, y, z = (b[..., i] for i in range(3))
    return stack([two * z - three * y, three * x - one * z, one * y - two * x], -1)


@_public
def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        return _numpy._tensordot(a, b, tuple(range(a.ndim - axes, a.ndim)), tuple(range(axes)))
    one, two = (each if isinstance(each, (list, tuple)) else (each,) for each in axes)
    return _numpy._tensordot(a, b, tuple(one), tuple(two))


@_public
def einsum(subscripts, *operands, optimize=False):
    return _numpy._einsum(subscripts, list(operands))


def _without_nan(name, filling):
    def function(a, axis=None, **kwargs):
        a = asarray(a)
        if a.dtype.kind != "f":
            return getattr(a, name)(axis=axis, **kwargs)
        return getattr(where(np.isnan(a), filling, a), name)(axis=axis, **kwargs)

    function.__name__ = "nan" + name
    return _public(function)


for _each, _filling in (("sum", 0.0), ("prod", 1.0), ("max", -np.inf), ("min", np.inf), ("argmax", -np.inf), ("argmin", np.inf), ("cumsum", 0.0)):
    _without_nan(_each, _filling)


@_public
def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a, float)
    return nansum(a, axis, keepdims=keepdims) / (~np.isnan(a)).sum(axis=axis, keepdims=keepdims)


@_public
def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = asarray(a, float)
    squares = (a - nanmean(a, axis, keepdims=True)) ** 2
    return nansum(squares, axis, keepdims=keepdims) / ((~np.isnan(a)).sum(axis=axis, keepdims=keepdims) - ddof)


@_public
def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return np.sqrt(nanvar(a, axis, ddof=ddof, keepdims=keepdims))


@_public
def nanmedian(a, axis=None, keepdims=False):
    return _quantiles(a, 0.5, axis, "linear", keepdims, True)


@_public
def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = asarray(x)
    if x.dtype.kind != "f":
        return x.copy()
    most = finfo(x.dtype).max
    found = where(np.isnan(x), asarray(nan, x.dtype), x)
    found = where(found == np.inf, asarray(most if posinf is None else posinf, x.dtype), found)
    return _give(where(found == -np.inf, asarray(-most if neginf is None else neginf, x.dtype), found))


@_public
def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    with errstate(invalid="ignore"):
        found = (np.abs(a - b) <= atol + rtol * np.abs(b)) & np.isfinite(b) | (a == b)
    if equal_nan:
        found = found | (np.isnan(a) & np.isnan(b))
    return _give(found)


@_public
def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(np.all(isclose(a, b, rtol, atol, equal_nan)))


@_public
def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    if equal_nan and a1.dtype.kind == "f":
        same = same | (np.isnan(a1) & np.isnan(a2))
    return bool(np.all(same))


@_public
def array_equiv(a1, a2):
    return bool(np.all(asarray(a1) == asarray(a2)))


@_public
def isposinf(x, out=None):
    return np.isinf(x) & ~np.signbit(x)


@_public
def isneginf(x, out=None):
    return np.isinf(x) & np.signbit(x)


@_public
def isscalar(element):
    return isinstance(element, (np.generic, int, float, complex, str, bytes))


@_public
def iscomplexobj(x):
    return False


@_public
def isreal(x):
    return np.ones_like(x, dtype=bool)


@_public
def fix(x):
    return np.trunc(x)


@_public
def sinc(x):
    y = np.pi * where(asarray(x) == 0, 1.0e-20, x)
    return np.sin(y) / y


@_public
def heaviside(x1, x2):
    return where(asarray(x1) == 0, x2, (asarray(x1) > 0) * 1.0)


@_public
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


@_public
def polyval(p, x):
    found = zeros_like(asarray(x))
    for factor in asarray(p):
        found = found * x + factor
    return found


@_public
def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    x, y = asarray(x, float), asarray(y, float)
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    left = vander(x, deg + 1)
    scale = np.sqrt((left * left).sum(axis=0))
    return (np.linalg.lstsq(left / scale, y, len(x) * 2e-16)[0].T / scale).T


@_public
def poly1d(c):
    p = asarray(c)
    return lambda x: polyval(p, x)


@_public
def pad(array, pad_width, mode="constant", constant_values=0):
    array = asarray(array)
    widths = asarray(broadcast_to(pad_width, (array.ndim, 2))).tolist()
    places = tuple(slice(before, before + n) for (before, _), n in zip(widths, array.shape))
    found = full(tuple(before + n + after for (before, after), n in zip(widths, array.shape)), constant_values, array.dtype)
    found[places] = array
    if mode == "edge":
        for axis, (before, after) in enumerate(widths):
            n = found.shape[axis]
            places = clip(arange(n), before, n - after - 1)
            found = take(found, places, axis=axis)
    elif mode != "constant":
        raise NotImplementedError("pad is carried here with mode 'constant' or 'edge'")
    return found


@_public
def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = moveaxis(asarray(arr), axis, -1)
    found = array([func1d(row, *args, **kwargs) for row in arr.reshape(-1, arr.shape[-1])])
    found = found.reshape(arr.shape[:-1] + found.shape[1:])
    return moveaxis(found, -1, axis) if found.ndim == arr.ndim else found


@_public
class vectorize:
    def __init__(self, pyfunc, otypes=None, **unused):
        self.pyfunc, self.otypes = pyfunc, otypes

    def __call__(self, *args):
        arrays = broadcast_arrays(*args)
        found = [self.pyfunc(*each) for each in zip(*(one.ravel() for one in arrays))]
        dtype = self.otypes[0] if self.otypes else None
        return _give(array(found, dtype).reshape(arrays[0].shape))


@_public
def fromiter(iter, dtype, count=-1):
    return array(list(iter), dtype)


@_public
def fromfunction(function, shape, *, dtype=float, **kwargs):
    return function(*indices(shape, dtype), **kwargs)


@_public
def indices(dimensions, dtype=int):
    return stack(meshgrid(*(arange(n, dtype=dtype) for n in dimensions), indexing="ij"))


@_public
def ndindex(*shape):
    import itertools

    return itertools.product(*map(range, shape[0] if len(shape) == 1 and isinstance(shape[0], tuple) else shape))


@_public
def ndenumerate(arr):
    arr = asarray(arr)
    return zip(ndindex(*arr.shape), arr.ravel())


@_public
def unravel_index(indices, shape):
    found = []
    for n in reversed(shape):
        found.append(asarray(indices) % n)
        indices = asarray(indices) // n
    return tuple(_give(each) for each in reversed(found))


@_public
def ravel_multi_index(multi_index, dims):
    found = 0
    for each, n in zip(multi_index, dims):
        found = found * n + asarray(each)
    return _give(found)


@_public
def result_type(*of):
    types = [each.dtype if isinstance(each, (ndarray, np.generic)) else np.dtype(each) if isinstance(each, (type, str, np.dtype)) else asarray(each).dtype for each in of]
    found = types[0]
    for each in types[1:]:
        found = _numpy._promote(found, each)
    return found


promote_types = result_type
__all__.append("promote_types")


@_public
def can_cast(from_, to, casting="safe"):
    return _numpy._can_cast(from_, to, casting)


@_public
def issubdtype(arg1, arg2):
    classes = {float: np.floating, int: np.integer, object: np.object_, str: np.str_, _b.bool: np.bool_}
    one = arg1 if isinstance(arg1, type) and issubclass(arg1, np.generic) else np.dtype(arg1).type
    if isinstance(arg2, type) and issubclass(arg2, np.generic):
        return issubclass(one, arg2)
    return issubclass(one, np.dtype(arg2).type)


@_public
class iinfo:
    def __init__(self, type):
        self.dtype = type.dtype if isinstance(type, (ndarray, np.generic)) else np.dtype(type)
        if self.dtype.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.bits = self.dtype.itemsize * 8
        signed = self.dtype.kind == "i"
        self.min = -(1 << (self.bits - 1)) if signed else 0
        self.max = (1 << (self.bits - signed)) - 1

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


@_public
class finfo:
    def __init__(self, type):
        self.dtype = type.dtype if isinstance(type, (ndarray, np.generic)) else np.dtype(type)
        if self.dtype.kind != "f":
            raise ValueError(f"data type {self.dtype!r} not inexact")
        self.bits = self.dtype.itemsize * 8
        make = self.dtype.type
        digits, top, low = (52, 1024, -1022) if self.bits == 64 else (23, 128, -126)
        self.eps, self.tiny = make(2.0**-digits), make(2.0**low)
        self.max = make((2 - 2.0**-digits) * 2.0 ** (top - 1))
        self.min, self.smallest_normal = -self.max, self.tiny
        self.resolution = make(1e-15 if self.bits == 64 else 1e-6)
        self.precision = 15 if self.bits == 64 else 6


@_public
class errstate:
    def __init__(self, **kwargs):
        self.wanted = kwargs

    def __enter__(self):
        self.before = _numpy._reactions(self.wanted)

    def __exit__(self, *error):
        _numpy._reactions(self.before)


@_public
def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    return _numpy._reactions({"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid})


@_public
def geterr():
    return _numpy._reactions({})


@_public
def set_printoptions(**options):
    known = {"precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr", "formatter", "sign", "floatmode"}
    for name in options:
        if name not in known:
            raise TypeError(f"set_printoptions() got an unexpected keyword argument '{name}'")
    _numpy._set_options({"formatter": None, **options})


@_public
class printoptions:
    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.before = np.get_printoptions()
        set_printoptions(**self.options)

    def __exit__(self, *error):
        set_printoptions(**self.before)


@_public
def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix=""):
    options = {"linewidth": max_line_width, "precision": precision, "suppress": suppress_small, "threshold": threshold}
    options |= {"edgeitems": edgeitems, "sign": sign, "floatmode": floatmode}
    if formatter is not None:
        options["formatter"] = formatter
    return _numpy._to_string(a, separator, len(prefix), len(suffix), options)


@_public
def array_str(a):
    return str(a)


@_public
def array_repr(arr):
    return repr(arr)


@_public
def save(file, arr, allow_pickle=True):
    content = _numpy._to_npy(arr)
    if hasattr(file, "write"):
        file.write(content)
        return
    file = str(file)
    with open(file if file.endswith(".npy") else file + ".npy", "wb") as target:
        target.write(content)


@_public
def load(file, mmap_mode=None, allow_pickle=False):
    if hasattr(file, "read"):
        return _numpy._from_npy(file.read())
    if str(file).endswith(".npz"):
        raise NotImplementedError(".npz files are not carried here: use save and load with .npy")
    with open(file, "rb") as source:
        return _numpy._from_npy(source.read())


@_public
def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# "):
    X = asarray(X)
    rows = X.reshape(-1, 1) if X.ndim < 2 else X
    forms = fmt if isinstance(fmt, (list, tuple)) else [fmt] * rows.shape[1]
    lines = [comments + header] if header else []
    lines += [delimiter.join(form % value for form, value in zip(forms, row)) for row in rows.tolist()]
    lines += [comments + footer] if footer else []
    text = "".join(line + newline for line in lines)
    if hasattr(fname, "write"):
        fname.write(text)
        return
    with open(fname, "w") as target:
        target.write(text)


def _lines(fname):
    if hasattr(fname, "read"):
        return fname.read().splitlines()
    if isinstance(fname, (list, tuple)):
        return list(fname)
    with open(fname) as source:
        return source.read().splitlines()


@_public
def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding=None, max_rows=None):
    rows = []
    for line in _lines(fname)[skiprows:]:
        line = line.split(comments)[0].strip() if comments else line.strip()
        if line and (max_rows is None or len(rows) < max_rows):
            cells = [cell.strip() for cell in line.split(delimiter)]
            rows.append(cells if usecols is None else [cells[i] for i in ([usecols] if isinstance(usecols, int) else usecols)])
    found = array(rows).astype(dtype) if rows else zeros((0,), dtype)
    if found.ndim == 2 and ndmin < 2:
        found = found.squeeze()
    return found.T if unpack else found


@_public
def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, usecols=None, filling_values=np.nan, encoding=None):
    rows = []
    for line in _lines(fname)[skip_header:]:
        line = line.split(comments)[0]
        if line.strip():
            rows.append([cell.strip() for cell in line.split(delimiter)])

    def number(cell):
        try:
            return float(cell) if cell else filling_values
        except ValueError:
            return np.nan

    found = array([[number(cell) for cell in row] for row in rows])
    found = found if usecols is None else found[:, usecols]
    return found.astype(dtype).squeeze()
