"""Linear algebra."""

import _numpy
import numpy as np
from collections import namedtuple as _namedtuple

from numpy._classes import LinAlgError

EigResult = _namedtuple("EigResult", "eigenvalues eigenvectors")
EighResult = _namedtuple("EighResult", "eigenvalues eigenvectors")
QRResult = _namedtuple("QRResult", "Q R")
SVDResult = _namedtuple("SVDResult", "U S Vh")
SlogdetResult = _namedtuple("SlogdetResult", "sign logabsdet")


def _each(function, a, *more):
    """What a function gives for a matrix, or for each of a stack of matrices; in the type that numpy gives."""
    a = np.asarray(a)
    if a.dtype.kind not in "biuf":
        raise np._classes._UFuncNoLoopError(f"array type {a.dtype} is unsupported in linalg")
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    single = a.dtype == np.float32
    if a.ndim == 2:
        found = function(a, *more)
        parts = found if isinstance(found, tuple) else (found,)
    else:
        rows = [function(matrix, *more) for matrix in a.reshape((-1,) + a.shape[-2:])]
        columns = zip(*rows) if rows and isinstance(rows[0], tuple) else (rows,)
        parts = tuple(np.array(column).reshape(a.shape[:-2] + np.shape(column[0])) for column in columns)
    if single:
        parts = tuple(part.astype(np.float32) if np.ndim(part) else np.float32(part) for part in parts)
    return parts if len(parts) > 1 else parts[0]


def inv(a):
    return _each(_numpy._inv, a)


def det(a):
    return _each(_numpy._det, a)


def cholesky(a, /, *, upper=False):
    found = _each(_numpy._cholesky, a)
    return np.swapaxes(found, -1, -2) if upper else found


def solve(a, b):
    a, b = np.asarray(a), np.asarray(b)
    if a.ndim <= 2:
        found = _numpy._solve(a, b)
        return found.astype(np.float32) if a.dtype == b.dtype == np.float32 else found
    if b.ndim == 1:
        b = np.broadcast_to(b, a.shape[:-2] + b.shape)
        return solve(a, b[..., None])[..., 0]
    lead = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    pairs = zip(np.broadcast_to(a, lead + a.shape[-2:]).reshape((-1,) + a.shape[-2:]), np.broadcast_to(b, lead + b.shape[-2:]).reshape((-1,) + b.shape[-2:]))
    found = [_numpy._solve(one, two) for one, two in pairs]
    return np.array(found).reshape(lead + b.shape[-2:])


def slogdet(a):
    return SlogdetResult(*_each(_numpy._slogdet, a))


def qr(a, mode="reduced"):
    if mode == "raw":
        raise NotImplementedError("qr is carried here without mode='raw'")
    if mode not in ("reduced", "complete", "r"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    found = QRResult(*_each(_numpy._qr, a, mode == "complete"))
    return found.R if mode == "r" else found


def eigh(a, UPLO="L"):
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    return EighResult(*_each(_numpy._eigh, np.swapaxes(a, -1, -2) if UPLO.upper() == "U" else a))


def eigvalsh(a, UPLO="L"):
    return eigh(a, UPLO)[0]


def eig(a):
    return EigResult(*_each(_numpy._eig, a))


def eigvals(a):
    return eig(a)[0]


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    found = SVDResult(*_each(_numpy._svd, a, full_matrices))
    return found if compute_uv else found.S


def svdvals(x, /):
    return _each(_numpy._svd, x, False)[1]


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    if rcond is None:
        rcond = rtol
    return _each(_numpy._pinv, a, rcond)


def lstsq(a, b, rcond=None):
    if np.ndim(a) != 2:
        raise LinAlgError(f"{np.ndim(a)}-dimensional array given. Array must be two-dimensional")
    return _numpy._lstsq(a, b, rcond)


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    A = np.asarray(A)
    if A.ndim < 2:
        return int(not (A == 0).all())
    values = svdvals(A)
    if tol is None:
        tol = values.max(axis=-1, keepdims=True, initial=0) * (max(A.shape[-2:]) * np.finfo(A.dtype if A.dtype.kind == "f" else float).eps if rtol is None else rtol)
    return np.count_nonzero(values > tol, axis=-1 if A.ndim > 2 else None)


def norm(x, ord=None, axis=None, keepdims=False):
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
        if isinstance(ord, str):
            raise ValueError(f"Invalid norm order '{ord}' for vectors")
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
        return (size**ord).sum(axis=axis, keepdims=keepdims) ** (1 / ord)
    if len(axis) != 2:
        raise ValueError("Improper number of dimensions to norm.")
    if ord in (None, "fro", "f"):
        return np.sqrt((x * x).sum(axis=axis, keepdims=keepdims))
    x = np.moveaxis(x, axis, (-2, -1))
    if ord in (1, -1, np.inf, -np.inf):
        sums = np.abs(x).sum(axis=-2 if ord in (1, -1) else -1)
        found = sums.max(axis=-1) if ord > 0 else sums.min(axis=-1)
    elif ord in (2, -2, "nuc"):
        values = svdvals(x)
        found = values.sum(axis=-1) if ord == "nuc" else values.max(axis=-1) if ord == 2 else values.min(axis=-1)
    else:
        raise ValueError("Invalid norm order for matrices.")
    return np.expand_dims(found, tuple(each % x.ndim for each in axis)) if keepdims else found


def cond(x, p=None):
    if p in (None, 2, -2):
        values = svdvals(x)
        return values[-1] / values[0] if p == -2 else values[0] / values[-1]
    return norm(x, p) * norm(inv(x), p)


def matrix_power(a, n):
    a = np.asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if n < 0:
        return matrix_power(inv(a), -n)
    found = np.eye(a.shape[-1], dtype=a.dtype)
    while n:
        if n & 1:
            found = found @ a
        a, n = a @ a, n >> 1
    return found


def multi_dot(arrays, *, out=None):
    if len(arrays) < 2:
        raise ValueError("Expecting at least two arrays.")
    found = arrays[0]
    for each in arrays[1:]:
        found = _numpy.dot(found, each)
    return found if out is None else np.copyto(out, found) or out


def outer(x1, x2, /):
    return np.outer(x1, x2)


def cross(x1, x2, /, *, axis=-1):
    return np.cross(x1, x2, axis=axis)


def trace(x, /, *, offset=0, dtype=None):
    return np.trace(np.asarray(x, dtype), offset, -2, -1)


def diagonal(x, /, *, offset=0):
    return np.diagonal(x, offset, -2, -1)


def matmul(x1, x2, /):
    return np.matmul(x1, x2)


def tensordot(x1, x2, /, *, axes=2):
    return np.tensordot(x1, x2, axes)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    return norm(np.ravel(x) if axis is None else x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return norm(x, ord, (-2, -1), keepdims)


def matrix_transpose(x, /):
    return np.matrix_transpose(x)


def __getattr__(name):
    raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}', or it is not carried here")
