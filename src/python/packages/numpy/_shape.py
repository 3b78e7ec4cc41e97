"""Arrays joined, split, turned and repeated."""

import builtins as _b

import _numpy
import numpy as np
from _numpy import asarray
from numpy._methods import _axis, _into, clip, ndim, ravel, repeat, size, swapaxes, take
from numpy._make import _span, arange, empty, full, ones, zeros


def concatenate(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    if axis is None:
        arrays, axis = [ravel(each) for each in arrays], 0
    found = _numpy._concatenate(arrays, axis)
    return _into(out, found if dtype is None else found.astype(dtype, casting=casting))


concat = concatenate


def stack(arrays, axis=0, out=None, dtype=None, casting="same_kind"):
    arrays = [asarray(each) for each in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({each.shape for each in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    return concatenate([expand_dims(each, axis) for each in arrays], axis, out, dtype, casting)


def atleast_1d(*arrays):
    found = [asarray(each) for each in arrays]
    found = [each.reshape(1) if each.ndim == 0 else each for each in found]
    return found[0] if len(found) == 1 else tuple(found)


def atleast_2d(*arrays):
    found = [atleast_1d(each) for each in arrays]
    found = [each[None, :] if each.ndim == 1 else each for each in found]
    return found[0] if len(found) == 1 else tuple(found)


def vstack(tup, dtype=None, casting="same_kind"):
    return concatenate([atleast_2d(each) for each in tup], 0, None, dtype, casting)


row_stack = vstack


def hstack(tup, dtype=None, casting="same_kind"):
    arrays = [atleast_1d(each) for each in tup]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1, None, dtype, casting)


def dstack(tup):
    return concatenate([each[:, :, None] if each.ndim == 2 else each for each in map(atleast_2d, tup)], 2)


def column_stack(tup):
    arrays = [asarray(each) for each in tup]
    return concatenate([each.reshape(-1, 1) if each.ndim < 2 else each for each in arrays], 1)


class _Stacker:
    def __init__(self, stack):
        self.stack = stack

    def __getitem__(self, parts):
        return self.stack([_span(each) for each in (parts if isinstance(parts, tuple) else (parts,))])


c_ = _Stacker(column_stack)


r_ = _Stacker(hstack)


def array_split(ary, indices_or_sections, axis=0):
    ary = asarray(ary)
    length = size(ary, axis)
    if ndim(indices_or_sections) == 0:
        sections = int(indices_or_sections)
        if sections <= 0:
            raise ValueError("number sections must be larger than 0.")
        if sections > 1 << 24:
            raise MemoryError(f"Unable to make {sections} arrays")
        each, more = _b.divmod(length, sections)
        ends = [each * (place + 1) + _b.min(place + 1, more) for place in range(sections)]
    else:
        ends = list(indices_or_sections) + [length]
    parts, start = [], 0
    for end in ends:
        parts.append(ary[(slice(None),) * (axis % ary.ndim) + (slice(start, end),)])
        start = end
    return parts


def split(ary, indices_or_sections, axis=0):
    if ndim(indices_or_sections) == 0 and indices_or_sections and size(ary, axis) % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def tile(A, reps):
    return _numpy._tile(A, reps)


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return _numpy._roll(a.ravel(), shift, 0).reshape(a.shape)
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    shifts = shift if isinstance(shift, (tuple, list)) else (shift,) * len(axes)
    if len(axes) == 1:
        axes = axes * len(shifts)
    for by, each in zip(shifts, axes):
        a = _numpy._roll(a, int(by), each)
    return a


def resize(a, new_shape):
    a = ravel(a)
    new_shape = new_shape if isinstance(new_shape, tuple) else (new_shape,)
    count = 1
    for length in new_shape:
        count *= length
    if count < 0 or _b.any(length < 0 for length in new_shape):
        raise ValueError("all elements of `new_shape` must be non-negative")
    return a[arange(count) % a.size].reshape(new_shape) if a.size else zeros(new_shape, a.dtype)


def append(arr, values, axis=None):
    return concatenate([ravel(arr), ravel(values)] if axis is None else [arr, values], 0 if axis is None else axis)


def insert(arr, obj, values, axis=None):
    arr = ravel(arr) if axis is None else asarray(arr)
    axis = 0 if axis is None else axis
    along = moveaxis(arr, axis, 0)
    single = ndim(obj) == 0 and not isinstance(obj, slice)
    places = arange(len(along))[obj] if isinstance(obj, slice) else atleast_1d(obj)
    if places.dtype == bool:
        places = places.nonzero()[0]
    for place in places.tolist():
        if not -len(along) <= place <= len(along):
            raise IndexError(f"index {place} is out of bounds for axis {axis} with size {len(along)}")
    places = np.where(places < 0, places + len(along), places)
    values = asarray(values).astype(arr.dtype)
    if single and values.ndim == arr.ndim:
        values = moveaxis(values, axis, 0)
        places = repeat(places, len(values))
    elif values.ndim > 0:
        values = moveaxis(expand_dims(values, axis) if values.ndim < arr.ndim and arr.ndim > 1 else values, axis if values.ndim else 0, 0)
    # Each new element goes before the old one at its place, several of one place in their order.
    order = places.argsort(kind="stable")
    new_places = empty(len(places), int)
    new_places[order] = places[order] + arange(len(places))
    found = empty((len(along) + len(places),) + along.shape[1:], arr.dtype)
    old = ones(len(found), bool)
    old[new_places] = False
    found[new_places] = values
    found[old] = along
    return moveaxis(found, 0, axis)


def delete(arr, obj, axis=None):
    arr = ravel(arr) if axis is None else asarray(arr)
    axis = 0 if axis is None else axis
    keep = ones(size(arr, axis), bool)
    try:
        keep[obj if isinstance(obj, (slice, int)) else asarray(obj)] = False
    except IndexError as error:
        raise IndexError(str(error).replace("for axis 0 ", f"for axis {axis} ")) from None
    return arr[(slice(None),) * (axis % arr.ndim) + (keep,)]


def expand_dims(a, axis):
    return _numpy._expand(a, axis)


def flip(m, axis=None):
    m = asarray(m)
    for each in range(m.ndim) if axis is None else (axis if isinstance(axis, tuple) else (axis,)):
        m = _numpy._flip(m, each)
    return m


def fliplr(m):
    return flip(m, 1)


def flipud(m):
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    one, two = (each % m.ndim for each in axes)
    if one == two:
        raise ValueError("Axes must be different.")
    for _ in range(k % 4):
        m = flip(swapaxes(m, one, two), one)
    return m


def moveaxis(a, source, destination):
    a = asarray(a)
    sources = [_axis(each, a.ndim) for each in (source if isinstance(source, (tuple, list)) else (source,))]
    targets = [_axis(each, a.ndim) for each in (destination if isinstance(destination, (tuple, list)) else (destination,))]
    if len(sources) != len(targets):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [each for each in range(a.ndim) if each not in sources]
    for target, each in _b.sorted(zip(targets, sources)):
        order.insert(target, each)
    return a.transpose(order)


def broadcast_to(array, shape, subok=False):
    return _numpy._broadcast_to(array, shape)


def broadcast_shapes(*shapes):
    return _numpy._broadcast_shapes(list(shapes))


def broadcast_arrays(*args):
    arrays = [asarray(each) for each in args]
    shape = broadcast_shapes(*(each.shape for each in arrays))
    return tuple(broadcast_to(each, shape) for each in arrays)


def pad(array, pad_width, mode="constant", **kwargs):
    allowed = {"constant": {"constant_values"}, "edge": set(), "wrap": set(), "reflect": set(), "symmetric": set(), "mean": set(), "maximum": set(), "minimum": set()}
    if mode not in allowed:
        if callable(mode) or mode in ("empty", "linear_ramp", "median"):
            raise NotImplementedError(f"pad is carried here with one of the modes {', '.join(allowed)}")
        raise ValueError(f"mode '{mode}' is not supported")
    if wrong := set(kwargs) - allowed[mode]:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {wrong}")
    array = asarray(array)
    widths = asarray(broadcast_to(pad_width, (array.ndim, 2))).tolist()
    if _b.any(width < 0 for pair in widths for width in pair):
        raise ValueError("index can't contain negative values")
    values = asarray(broadcast_to(kwargs.get("constant_values", 0), (array.ndim, 2))).tolist()
    for axis, (before, after) in enumerate(widths):
        n = array.shape[axis]
        if mode in ("constant", "mean", "maximum", "minimum"):
            # Narrow borders that are stretched, before and after.
            if mode == "constant":
                borders = [full((1,) * array.ndim, value).astype(array.dtype) for value in values[axis]]
            else:
                found = getattr(array, mode[:3] if mode != "mean" else mode)(axis=axis, keepdims=True)
                borders = [(np.rint(found) if array.dtype.kind in "iu" else found).astype(array.dtype)] * 2
            shapes = [tuple(width if place == axis else length for place, length in enumerate(array.shape)) for width in (before, after)]
            array = concatenate([broadcast_to(borders[0], shapes[0]), array, broadcast_to(borders[1], shapes[1])], axis)
            continue
        if n == 0 and (before or after):
            raise ValueError(f"can't extend empty axis {axis} using modes other than 'constant' or 'empty'")
        places = arange(-before, n + after)
        if mode == "edge" or n == 1:
            places = clip(places, 0, n - 1)
        elif mode == "wrap":
            places = places % n
        elif mode == "reflect":
            places = n - 1 - np.abs(n - 1 - places % (2 * n - 2))
        else:
            places = places % (2 * n)
            places = np.where(places < n, places, 2 * n - 1 - places)
        array = take(array, places, axis=axis)
    return array


def unstack(x, axis=0):
    return tuple(moveaxis(x, axis, 0))


def block(arrays):
    def joined(part, depth):
        if not isinstance(part, list):
            return asarray(part)
        parts = [joined(each, depth + 1) for each in part]
        most = _b.max(deepest, *(each.ndim for each in parts))
        parts = [each.reshape((1,) * (most - each.ndim) + each.shape) for each in parts]
        return concatenate(parts, axis=depth - deepest)

    def depth_of(part):
        return 1 + depth_of(part[0]) if isinstance(part, list) and part else 0

    deepest = depth_of(arrays)
    return joined(arrays, 0).copy()


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def rollaxis(a, axis, start=0):
    a = asarray(a)
    axis = _axis(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    return moveaxis(a, axis, start - 1 if axis < start else start)


def matrix_transpose(x):
    return swapaxes(x, -1, -2)
