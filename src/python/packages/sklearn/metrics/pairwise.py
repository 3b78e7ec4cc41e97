"""How far samples are from each other, or how alike."""

import numpy as np

from .._sparse import dense
from ..utils.validation import check_array

__all__ = [
    "cosine_distances", "cosine_similarity", "euclidean_distances", "linear_kernel", "manhattan_distances",
    "nan_euclidean_distances", "pairwise_distances", "polynomial_kernel", "rbf_kernel",
]  # fmt: skip


def _both(X, Y, finite=True):
    X = check_array(dense(X), dtype=np.float64, ensure_all_finite=finite)
    Y = X if Y is None else check_array(dense(Y), dtype=np.float64, ensure_all_finite=finite)
    if X.shape[1] != Y.shape[1]:
        raise ValueError(
            f"Incompatible dimension for X and Y matrices: X.shape[1] == {X.shape[1]} while Y.shape[1] == {Y.shape[1]}"
        )
    return X, Y


def euclidean_distances(X, Y=None, *, Y_norm_squared=None, squared=False, X_norm_squared=None):
    """By the squares of the lengths and the products, which is fast; a sample is at no distance from itself."""
    same = Y is None or X is Y
    X, Y = _both(X, None if same else Y)
    squares = (X**2).sum(axis=1)[:, None] + (Y**2).sum(axis=1) - 2.0 * (X @ Y.T)
    squares = np.maximum(squares, 0.0)
    if same:
        np.fill_diagonal(squares, 0.0)
    return squares if squared else np.sqrt(squares)


def nan_euclidean_distances(X, Y=None, *, squared=False, missing_values=np.nan, copy=True):
    """Over the features that both have, as if the others were as far apart."""
    X, Y = _both(X, Y, finite="allow-nan")
    there, there_too = ~np.isnan(X), ~np.isnan(Y)
    filled, filled_too = np.where(there, X, 0.0), np.where(there_too, Y, 0.0)
    common = there.astype(np.float64) @ there_too.T.astype(np.float64)
    squares = (
        (filled**2) @ there_too.T.astype(np.float64)
        + there.astype(np.float64) @ (filled_too**2).T
        - 2.0 * filled @ filled_too.T
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        squares = np.where(common == 0, np.nan, np.maximum(squares, 0.0) * X.shape[1] / common)
    return squares if squared else np.sqrt(squares)


def manhattan_distances(X, Y=None):
    X, Y = _both(X, Y)
    total = np.zeros((len(X), len(Y)))
    for column in range(X.shape[1]):
        total += np.abs(X[:, column][:, None] - Y[:, column])
    return total


def chebyshev_distances(X, Y=None):
    X, Y = _both(X, Y)
    most = np.zeros((len(X), len(Y)))
    for column in range(X.shape[1]):
        most = np.maximum(most, np.abs(X[:, column][:, None] - Y[:, column]))
    return most


def cosine_similarity(X, Y=None, dense_output=True):
    X, Y = _both(X, Y)
    return _unit(X) @ _unit(Y).T


def _unit(X):
    lengths = np.sqrt((X**2).sum(axis=1))
    return X / np.where(lengths == 0, 1.0, lengths)[:, None]


def cosine_distances(X, Y=None):
    same = Y is None or X is Y
    apart = np.clip(1.0 - cosine_similarity(X, None if same else Y), 0.0, 2.0)
    if same:
        np.fill_diagonal(apart, 0.0)
    return apart


METRICS = {
    "euclidean": euclidean_distances,
    "l2": euclidean_distances,
    "minkowski": euclidean_distances,
    "sqeuclidean": lambda X, Y=None: euclidean_distances(X, Y, squared=True),
    "manhattan": manhattan_distances,
    "cityblock": manhattan_distances,
    "l1": manhattan_distances,
    "chebyshev": chebyshev_distances,
    "cosine": cosine_distances,
    "nan_euclidean": nan_euclidean_distances,
}


def pairwise_distances(X, Y=None, metric="euclidean", *, n_jobs=None, ensure_all_finite=True, **kwds):
    if metric == "precomputed":
        return check_array(X)
    if callable(metric):
        X, Y = _both(X, Y)
        return np.array([[float(metric(one, other, **kwds)) for other in Y] for one in X])
    if metric not in METRICS:
        raise NotImplementedError(f"pairwise_distances: metric={metric!r} is not carried here, {sorted(METRICS)} are")
    return METRICS[metric](X, Y, **kwds)


def linear_kernel(X, Y=None, dense_output=True):
    X, Y = _both(X, Y)
    return X @ Y.T


def polynomial_kernel(X, Y=None, degree=3, gamma=None, coef0=1):
    X, Y = _both(X, Y)
    return (X @ Y.T * (1.0 / X.shape[1] if gamma is None else gamma) + coef0) ** degree


def rbf_kernel(X, Y=None, gamma=None):
    X, Y = _both(X, Y)
    return np.exp(-(1.0 / X.shape[1] if gamma is None else gamma) * euclidean_distances(X, Y, squared=True))
