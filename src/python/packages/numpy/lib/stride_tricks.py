"""Windows over arrays."""

import numpy as np
from numpy import broadcast_arrays, broadcast_shapes, broadcast_to


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """All windows, as a copy that cannot be written to, which a view by default cannot either."""
    x = np.asarray(x)
    if writeable:
        raise NotImplementedError("sliding_window_view is carried here without writeable")
    lengths = window_shape if isinstance(window_shape, tuple) else (window_shape,)
    axes = tuple(range(x.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    if len(lengths) != len(axes):
        raise ValueError(f"Must provide window_shape for all dimensions of `x`; got {len(lengths)} window_shape elements and `x.ndim` is {x.ndim}.")
    for length, each in zip(lengths, axes):
        if length < 0:
            raise ValueError("`window_shape` cannot contain negative values")
        count = np.size(x, each) - length + 1
        if count < 1:
            raise ValueError("window shape cannot be larger than input array shape")
        starts = np.arange(count)[:, None] + np.arange(length)
        # The windows' own axis goes to the end.
        x = np.moveaxis(np.take(x, starts, axis=each), each % x.ndim + 1, -1)
    x.setflags(write=False)
    return x


def __getattr__(name):
    raise AttributeError(f"module 'numpy.lib.stride_tricks' has no attribute '{name}', or it is not carried here")
