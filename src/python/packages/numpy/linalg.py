"""Linear algebra."""

import _numpy
from _numpy import _cholesky, _det, _inv, _pinv, _slogdet, _solve
from collections import namedtuple as _namedtuple

from numpy._classes import LinAlgError

EighResult = _namedtuple("EighResult", "eigenvalues eigenvectors")
QRResult = _namedtuple("QRResult", "Q R")
SVDResult = _namedtuple("SVDResult", "U S Vh")
SlogdetResult = _namedtuple("SlogdetResult", "sign logabsdet")

solve, inv, det, cholesky = _solve, _inv, _det, _cholesky


def slogdet(a):
    return SlogdetResult(*_slogdet(a))


def qr(a, mode="reduced"):
    if mode == "r":
        return _numpy._qr(a, False)[1]
    if mode not in ("reduced", "complete"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    return QRResult(*_numpy._qr(a, mode == "complete"))


def eigh(a, UPLO="L"):
    return EighResult(*_numpy._eigh(_numpy.asarray(a).T if UPLO == "U" else a))


def eigvalsh(a, UPLO="L"):
    return eigh(a, UPLO)[0]


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    found = SVDResult(*_numpy._svd(a, full_matrices))
    return found if compute_uv else found.S


def svdvals(a):
    return _numpy._svd(a, False)[1]


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    return _pinv(a, rcond if rtol is None else rtol)


def lstsq(a, b, rcond=None):
    return _numpy._lstsq(a, b, rcond)


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    import numpy as np

    A = np.asarray(A)
    if A.ndim < 2:
        return int(not (A == 0).all())
    values = svdvals(A)
    if tol is None:
        tol = values.max() * (max(A.shape) * np.finfo(float).eps if rtol is None else rtol)
    return np.count_nonzero(values > tol)


def norm(x, ord=None, axis=None, keepdims=False):
    import numpy as np

    x = np.asarray(x)
    if x.dtype.kind in "biu":
        x = x.astype(float)
    if axis is None and ord is None:
        flat = x.ravel()
        found = np.sqrt(flat.dot(flat))
        return found.reshape((1,) * x.ndim) if keepdims else found
    if axis is None:
        axis = tuple(range(x.ndim))
    axis = axis if isinstance(axis, tuple) else (axis,)
    if len(axis) == 1:
        size = np.abs(x)
        if ord == np.inf:
            return size.max(axis=axis, keepdims=keepdims)
        if ord == -np.inf:
            return size.min(axis=axis, keepdims=keepdims)
        if ord == 0:
            return (x != 0).astype(float).sum(axis=axis, keepdims=keepdims)
        if ord == 1:
            return size.sum(axis=axis, keepdims=keepdims)
        if ord is None or ord == 2:
            return np.sqrt((x * x).sum(axis=axis, keepdims=keepdims))
        if isinstance(ord, str):
            raise ValueError(f"Invalid norm order '{ord}' for vectors")
        return (size**ord).sum(axis=axis, keepdims=keepdims) ** (1 / ord)
    if ord in (None, "fro", "f"):
        return np.sqrt((x * x).sum(axis=axis, keepdims=keepdims))
    if x.ndim != 2:
        raise NotImplementedError("norms of stacks of matrices are not carried here")
    if ord in (1, -1, np.inf, -np.inf):
        sums = np.abs(x).sum(axis=0 if ord in (1, -1) else 1)
        return sums.max() if ord > 0 else sums.min()
    if ord in (2, -2, "nuc"):
        values = svdvals(x)
        return values.sum() if ord == "nuc" else values.max() if ord == 2 else values.min()
    raise ValueError("Invalid norm order for matrices.")


def cond(x, p=None):
    if p in (None, 2, -2):
        values = svdvals(x)
        return values[-1] / values[0] if p == -2 else values[0] / values[-1]
    return norm(x, p) * norm(inv(x), p)


def matrix_power(a, n):
    import numpy as np

    a = np.asarray(a)
    if n < 0:
        return matrix_power(inv(a), -n)
    found = np.eye(a.shape[0], dtype=a.dtype)
    while n:
        if n & 1:
            found = found @ a
        a, n = a @ a, n >> 1
    return found


def multi_dot(arrays):
    found = arrays[0]
    for each in arrays[1:]:
        found = _numpy.dot(found, each)
    return found


def eig(a):
    import numpy as np

    a = np.asarray(a, dtype=float)
    if np.allclose(a, a.T):
        return EighResult(*eigh(a))
    raise NotImplementedError("eig of matrices that are not symmetric is not carried here: use eigh for symmetric ones")


def eigvals(a):
    return eig(a)[0]


def __getattr__(name):
    raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}', or it is not carried here")
