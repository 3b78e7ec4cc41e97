"""Groups as dense places, with noise between them."""

import numpy as np

from ..base import BaseEstimator, ClusterMixin
from ..utils.validation import check_weights, validate_data


class DBSCAN(ClusterMixin, BaseEstimator):
    _limits = {
        "eps": "float (0.0, inf)",
        "min_samples": "int [1, inf)",
        "metric": "metric | callable",
        "metric_params": "dict | None",
        "algorithm": "{auto, ball_tree, brute, kd_tree}",
        "leaf_size": "int [1, inf)",
        "p": "float [0.0, inf) | None",
    }

    def __init__(
        self,
        eps=0.5,
        *,
        min_samples=5,
        metric="euclidean",
        metric_params=None,
        algorithm="auto",
        leaf_size=30,
        p=None,
        n_jobs=None,
    ):
        self._keep(locals())

    def fit(self, X, y=None, sample_weight=None):
        from ..metrics.pairwise import pairwise_distances

        self._check_params()
        self._only_default("p", "metric_params")
        X = validate_data(self, X)
        weights = check_weights(sample_weight, X)
        near = pairwise_distances(X, metric=self.metric) <= self.eps
        crowd = near.sum(axis=1) if weights is None else near @ weights
        core = crowd >= self.min_samples
        self.labels_ = _spread(near, core)
        self.core_sample_indices_ = np.flatnonzero(core)
        self.components_ = X[self.core_sample_indices_].copy()
        return self


def _spread(near, core):
    """From each core sample that has no group yet, a group grows over the core samples it reaches."""
    labels = np.full(len(near), -1, dtype=np.int64)
    group = 0
    for start in np.flatnonzero(core).tolist():
        if labels[start] != -1:
            continue
        labels[start] = group
        edge = np.array([start])
        while len(edge):
            reached = np.flatnonzero(near[edge].any(axis=0) & (labels == -1))
            labels[reached] = group
            edge = reached[core[reached]]
        group += 1
    return labels
