"""Functions that are methods of arrays, and what all others need."""

import numpy as np
from _numpy import asarray, ndarray


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


def _give(found):
    return found[()] if isinstance(found, ndarray) and found.ndim == 0 else found


def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


def asanyarray(a, dtype=None, order=None):
    return asarray(a, dtype, order)


def ascontiguousarray(a, dtype=None):
    return asarray(a, dtype, "C") if ndim(a) else asarray(a, dtype).reshape(1)


def asfortranarray(a, dtype=None):
    return asarray(a, dtype, "F")


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    a = asarray(a)
    return a.size if axis is None else a.shape[_axis(axis, a.ndim)]


def isscalar(element):
    return isinstance(element, (np.generic, int, float, complex, str, bytes))


def _into(out, found):
    """What was found, put into `out` where one was given."""
    if out is None:
        return found
    if out.shape != np.shape(found):
        raise ValueError("Output array is the wrong shape")
    if not np.can_cast(asarray(found).dtype, out.dtype, "same_kind"):
        raise TypeError(f"Cannot cast array data from {asarray(found).dtype!r} to {out.dtype!r} according to the rule 'same_kind'")
    out[...] = found
    return out


def _axis(axis, dimensions):
    if not -dimensions <= axis < dimensions:
        raise np.exceptions.AxisError(f"axis {axis} is out of bounds for array of dimension {dimensions}")
    return axis % dimensions


def astype(x, dtype, /, *, copy=True):
    return x.astype(dtype, copy=copy)


def _kept(found, a, axis):
    """A result with the axes that went, of length 1."""
    axes = range(a.ndim) if axis is None else (axis if isinstance(axis, tuple) else (axis,))
    gone = {each % a.ndim for each in axes}
    return asarray(found).reshape(tuple(1 if place in gone else n for place, n in enumerate(a.shape)))


# Series and their like answer themselves.
for _each in (
    "sum prod max min all any mean std var argmax argmin cumsum cumprod clip diagonal trace "
    "nonzero ravel repeat reshape round searchsorted argsort squeeze swapaxes take transpose put"
).split():
    globals()[_each] = _method(_each)


amax, amin, around, permute_dims = max, min, round, transpose
