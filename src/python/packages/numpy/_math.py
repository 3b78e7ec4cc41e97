"""Differences, products and comparisons."""

import builtins as _b

import _numpy
import numpy as np
from _numpy import array, asarray
from numpy._methods import _give, _into, ndim, ravel
from numpy._make import empty_like, full, zeros
from numpy._shape import atleast_1d, atleast_2d, broadcast_to, concatenate, hstack, moveaxis, stack
from numpy._select import where

_none = object()


def diff(a, n=1, axis=-1, prepend=_none, append=_none):
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n}")
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")

    def end(value):
        value = asarray(value)
        shape = list(a.shape)
        shape[axis] = 1
        return broadcast_to(value, tuple(shape)) if value.ndim == 0 else value

    parts = [end(prepend)] if prepend is not _none else []
    parts += [a] + ([end(append)] if append is not _none else [])
    return _numpy._diff(concatenate(parts, axis) if len(parts) > 1 else a, n, axis)


def ediff1d(ary, to_end=None, to_begin=None):
    found = diff(ravel(ary))
    parts = ([] if to_begin is None else [ravel(to_begin)]) + [found] + ([] if to_end is None else [ravel(to_end)])
    return concatenate(parts) if len(parts) > 1 else found


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f)
    f = f if f.dtype.kind == "f" else f * 1.0
    if edge_order != 1:
        raise NotImplementedError("gradient is carried here with edge_order=1")
    axes = range(f.ndim) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    if len(varargs) not in (0, 1, len(axes)):
        raise TypeError("invalid number of arguments")
    steps = list(varargs) * len(axes) if len(varargs) == 1 else list(varargs) or [1.0] * len(axes)
    found = [moveaxis(_slopes(moveaxis(f, each, 0), step), 0, each) for each, step in zip(axes, steps)]
    return found[0] if len(found) == 1 else tuple(found)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    y = moveaxis(y, axis, -1)
    width = dx if x is None else diff(x) if ndim(x) == 1 else diff(moveaxis(x, axis, -1))
    return _give((width * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1))


def interp(x, xp, fp, left=None, right=None, period=None):
    xp, fp = asarray(xp, float), asarray(fp, float)
    if len(xp) == 0:
        raise ValueError("array of sample points is empty")
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("Data points must be 1-D sequences")
    if len(xp) != len(fp):
        raise ValueError("fp and xp are not of the same length.")
    if period is not None:
        if period == 0:
            raise ValueError("period must be a non-zero value")
        period = _b.abs(period)
        x, xp, left, right = asarray(x) % period, xp % period, None, None
        order = xp.argsort()
        xp, fp = xp[order], fp[order]
        xp, fp = hstack([xp[-1:] - period, xp, xp[:1] + period]), hstack([fp[-1:], fp, fp[:1]])
    left, right = (each if each is None else float(each) for each in (left, right))
    return _numpy._interpolate(x, xp, fp, left, right)


def correlate(a, v, mode="valid"):
    a, v = atleast_1d(a), atleast_1d(v)
    if not len(a) or not len(v):
        raise ValueError("a cannot be empty" if not len(a) else "v cannot be empty")
    # Where the second is the longer one, they change places and the result runs backwards.
    if len(v) > len(a):
        return convolve(v, a[::-1], mode)[::-1]
    return convolve(a, v[::-1], mode)


def convolve(a, v, mode="full"):
    a, v = atleast_1d(a), atleast_1d(v)
    if a.ndim > 1 or v.ndim > 1:
        raise ValueError("object too deep for desired array")
    if not len(a) or not len(v):
        raise ValueError("a cannot be empty" if not len(a) else "v cannot be empty")
    if mode not in ("full", "same", "valid"):
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got {mode!r})")
    if len(v) > len(a):
        a, v = v, a
    found = zeros(len(a) + len(v) - 1, np.result_type(a, v))
    for place, factor in enumerate(v):
        found[place : place + len(a)] += a * factor
    if mode == "same":
        start = (len(v) - 1) // 2
        return found[start : start + len(a)]
    return found[len(v) - 1 : len(a)] if mode == "valid" else found


def outer(a, b, out=None):
    return _into(out, np.multiply.outer(ravel(a), ravel(b)))


def inner(a, b):
    a, b = asarray(a), asarray(b)
    return np.dot(a, b) if b.ndim < 2 else tensordot(a, b, (-1, -1))


def vdot(a, b):
    return np.dot(ravel(a), ravel(b))


def kron(a, b):
    a, b = atleast_2d(a), atleast_2d(b)
    return (a[:, None, :, None] * b[None, :, None, :]).reshape(a.shape[0] * b.shape[0], a.shape[1] * b.shape[1])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = moveaxis(a, axisa, -1), moveaxis(b, axisb, -1)
    if a.shape[-1] != 3 or b.shape[-1] != 3:
        raise ValueError(f"Both input arrays must be (arrays of) 3-dimensional vectors, but they are {a.shape[-1]} and {b.shape[-1]} dimensional instead.")
    one, two, three = (a[..., i] for i in range(3))
    x, y, z = (b[..., i] for i in range(3))
    return moveaxis(stack([two * z - three * y, three * x - one * z, one * y - two * x], -1), -1, axisc)


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        if axes > a.ndim or axes > b.ndim:
            raise IndexError("tuple index out of range")
        return _numpy._tensordot(a, b, tuple(range(a.ndim - axes, a.ndim)), tuple(range(axes)))
    one, two = (each if isinstance(each, (list, tuple)) else (each,) for each in axes)
    return _numpy._tensordot(a, b, tuple(one), tuple(two))


def einsum(subscripts, *operands, optimize=False):
    return _numpy._einsum(subscripts, list(operands))


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = asarray(x)
    if x.dtype.kind != "f":
        return array(x) if copy else x
    most = np.finfo(x.dtype).max
    found = where(np.isnan(x), asarray(nan, x.dtype), x)
    found = where(found == np.inf, asarray(most if posinf is None else posinf, x.dtype), found)
    found = where(found == -np.inf, asarray(-most if neginf is None else neginf, x.dtype), found)
    return _give(found) if copy or not x.ndim else _into(x, found)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a), asarray(b)
    with np.errstate(invalid="ignore"):
        found = (np.abs(a - b) <= atol + rtol * np.abs(b)) & np.isfinite(b) | (a == b)
    if equal_nan:
        found = found | (np.isnan(a) & np.isnan(b))
    return _give(found)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(np.all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    if equal_nan and a1.dtype.kind == "f":
        same = same | (np.isnan(a1) & np.isnan(a2))
    return bool(np.all(same))


def array_equiv(a1, a2):
    return bool(np.all(asarray(a1) == asarray(a2)))


def isposinf(x, out=None):
    return _into(out, np.isinf(x) & ~np.signbit(x))


def isneginf(x, out=None):
    return _into(out, np.isinf(x) & np.signbit(x))


def iscomplexobj(x):
    return False


def isreal(x):
    return np.ones_like(x, dtype=bool)


def fix(x):
    return np.trunc(x)


def sinc(x):
    y = np.pi * where(asarray(x) == 0, 1.0e-20, x)
    return np.sin(y) / y


def heaviside(x1, x2):
    return where(asarray(x1) == 0, x2, (asarray(x1) > 0) * 1.0)


def _slopes(f, x):
    if len(f) < 2:
        raise ValueError("Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.")
    even = ndim(x) == 0
    h = full(len(f) - 1, x) if even else diff(x)
    if len(h) != len(f) - 1:
        raise ValueError("when 1d, distances must match the length of the corresponding dimension")
    h = h.reshape((-1,) + (1,) * (f.ndim - 1))
    found = empty_like(f)
    low, high = h[:-1], h[1:]
    if even or np.all(h == h[0]):
        found[1:-1] = (f[2:] - f[:-2]) / (2.0 * h[0])
    else:
        found[1:-1] = -high / (low * (low + high)) * f[:-2] + (high - low) / (low * high) * f[1:-1] + low / (high * (low + high)) * f[2:]
    found[0], found[-1] = (f[1] - f[0]) / h[0], (f[-1] - f[-2]) / h[-1]
    return found


def float_power(x1, x2, /, **kwargs):
    return np.power(asarray(x1, float), asarray(x2, float), **kwargs)


def gcd(x1, x2, /):
    one, two = np.abs(asarray(x1)), np.abs(asarray(x2))
    if one.dtype.kind not in "iu" or two.dtype.kind not in "iu":
        raise TypeError("ufunc 'gcd' did not contain a loop with signature matching these types")
    one, two = one + two * 0, two + one * 0
    while np.any(two):
        one, two = where(two == 0, one, two), where(two == 0, 0, one % where(two == 0, 1, two))
    return _give(asarray(one))


def lcm(x1, x2, /):
    shared = gcd(x1, x2)
    return _give(asarray(np.abs(asarray(x1) * x2) // where(asarray(shared) == 0, 1, shared)))


def modf(x, /):
    whole = np.trunc(x)
    return where(np.isinf(x), np.copysign(0.0, x), x - whole)[()], whole


def frexp(x, /):
    x = asarray(x, float)
    size = np.abs(x)
    plain = np.isfinite(x) & (x != 0)
    power = where(plain, np.floor(np.log2(where(plain, size, 1.0))) + 1, 0)
    share = where(plain, x / 2.0**power, x)
    over = plain & (np.abs(share) >= 1)
    under = plain & (np.abs(share) < 0.5)
    share = where(over, share / 2, where(under, share * 2, share))
    return _give(share), _give((power + over - under * 1).astype(np.int32))


def ldexp(x1, x2, /):
    return asarray(x1, float) * 2.0 ** asarray(x2)


def divmod(x1, x2, /):
    return np.floor_divide(x1, x2), np.remainder(x1, x2)
