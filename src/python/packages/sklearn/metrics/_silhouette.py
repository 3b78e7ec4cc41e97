"""How well groups stand apart, by the data alone."""

import numpy as np

from ..utils.validation import check_random_state, check_X_y
from .pairwise import euclidean_distances, pairwise_distances


def _checked(X, labels):
    X, labels = check_X_y(X, labels)
    classes, codes = np.unique(labels, return_inverse=True)
    if not 1 < len(classes) < len(X):
        raise ValueError(f"Number of labels is {len(classes)}. Valid values are 2 to n_samples - 1 (inclusive)")
    return X, codes, len(classes)


def silhouette_samples(X, labels, *, metric="euclidean", **kwds):
    """For each sample, how much nearer its own group is than the next one, between -1 and 1."""
    X, codes, count = _checked(X, labels)
    apart = pairwise_distances(X, metric=metric, **kwds)
    members = (codes[:, None] == np.arange(count)).astype(np.float64)
    sizes = members.sum(axis=0)
    sums = apart @ members
    rows = np.arange(len(X))
    own_size = sizes[codes]
    own = sums[rows, codes] / np.maximum(own_size - 1, 1)
    means = sums / sizes
    means[rows, codes] = np.inf
    other = means.min(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = (other - own) / np.maximum(own, other)
    return np.where(own_size == 1, 0.0, np.nan_to_num(scores))


def silhouette_score(X, labels, *, metric="euclidean", sample_size=None, random_state=None, **kwds):
    if sample_size is not None:
        X, labels = check_X_y(X, labels)
        picked = check_random_state(random_state).permutation(len(X))[:sample_size]
        X, labels = X[picked], labels[picked]
    return float(np.mean(silhouette_samples(X, labels, metric=metric, **kwds)))


def calinski_harabasz_score(X, labels):
    X, codes, count = _checked(X, labels)
    members = (codes[:, None] == np.arange(count)).astype(np.float64)
    sizes = members.sum(axis=0)
    centres = members.T @ X / sizes[:, None]
    between = (sizes[:, None] * (centres - X.mean(axis=0)) ** 2).sum()
    within = ((X - centres[codes]) ** 2).sum()
    return float(1.0 if within == 0 else between * (len(X) - count) / (within * (count - 1.0)))


def davies_bouldin_score(X, labels):
    X, codes, count = _checked(X, labels)
    members = (codes[:, None] == np.arange(count)).astype(np.float64)
    sizes = members.sum(axis=0)
    centres = members.T @ X / sizes[:, None]
    spread = np.bincount(codes, weights=np.sqrt(((X - centres[codes]) ** 2).sum(axis=1))) / sizes
    apart = euclidean_distances(centres)
    if np.allclose(spread, 0) or np.allclose(apart, 0):
        return 0.0
    apart = np.where(apart == 0, np.inf, apart)
    return float(np.mean(np.max((spread[:, None] + spread) / apart, axis=1)))
