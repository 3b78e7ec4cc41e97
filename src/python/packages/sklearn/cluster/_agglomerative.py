"""Groups joined two by two, from single samples up."""

import numpy as np

from ..base import BaseEstimator, ClusterMixin
from ..utils.validation import validate_data


class AgglomerativeClustering(ClusterMixin, BaseEstimator):
    _limits = {
        "n_clusters": "int [1, inf) | None",
        "metric": "metric | callable",
        "memory": "str | has cache | None",
        "connectivity": "array | sparse | callable | None",
        "compute_full_tree": "{auto} | bool",
        "linkage": "{average, complete, single, ward}",
        "distance_threshold": "float [0.0, inf) | None",
        "compute_distances": "bool",
    }

    def __init__(
        self,
        n_clusters=2,
        *,
        metric="euclidean",
        memory=None,
        connectivity=None,
        compute_full_tree="auto",
        linkage="ward",
        distance_threshold=None,
        compute_distances=False,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        from ..metrics.pairwise import pairwise_distances

        self._check_params()
        X = validate_data(self, X, ensure_min_samples=2)
        if self.connectivity is not None or self.memory is not None:
            raise NotImplementedError("AgglomerativeClustering: connectivity and memory are not carried here")
        if (self.n_clusters is None) == (self.distance_threshold is None):
            raise ValueError(
                "Exactly one of n_clusters and distance_threshold has to be set, and the other needs to be None."
            )
        if self.linkage == "ward" and self.metric != "euclidean":
            raise ValueError(f"{self.metric} was provided as metric. Ward can only work with euclidean distances.")
        merges, distances = joined(pairwise_distances(X, metric=self.metric), self.linkage)
        count = len(X)
        if self.distance_threshold is not None:
            self.n_clusters_ = int(np.sum(distances >= self.distance_threshold)) + 1
        else:
            self.n_clusters_ = self.n_clusters
        self.labels_ = cut(merges, count, self.n_clusters_)
        self.children_, self.n_leaves_, self.n_connected_components_ = merges, count, 1
        if self.compute_distances or self.distance_threshold is not None:
            self.distances_ = distances
        return self


def joined(between, linkage):
    """The pairs that are joined, nearest first, and how far apart they were (by the rule of Lance and Williams)."""
    between = np.asarray(between, dtype=np.float64).copy()
    if linkage == "ward":
        between **= 2
    count = len(between)
    np.fill_diagonal(between, np.inf)
    names, sizes, alive = np.arange(count), np.ones(count), np.ones(count, dtype=bool)
    merges, distances = np.zeros((count - 1, 2), dtype=np.int64), np.zeros(count - 1)
    for step in range(count - 1):
        one, two = divmod(int(np.argmin(between)), count)
        distance = between[one, two]
        merges[step] = sorted((names[one], names[two]))
        distances[step] = np.sqrt(distance) if linkage == "ward" else distance
        merged = _merged(between[one], between[two], distance, sizes[one], sizes[two], sizes, linkage)
        between[one], between[:, one] = merged, merged
        between[two], between[:, two] = np.inf, np.inf
        between[one, one] = np.inf
        alive[two] = False
        between[one, ~alive] = between[~alive, one] = np.inf
        sizes[one] += sizes[two]
        names[one] = count + step
    return merges, distances


def _merged(first, second, between, size, other, sizes, linkage):
    if linkage == "single":
        return np.minimum(first, second)
    if linkage == "complete":
        return np.maximum(first, second)
    if linkage == "average":
        return (size * first + other * second) / (size + other)
    return ((size + sizes) * first + (other + sizes) * second - sizes * between) / (size + other + sizes)


def cut(merges, count, wanted):
    """The group of each sample when `wanted` groups are left; the group joined last is told first."""
    groups = [int(2 * count - 2)] if count > 1 else [0]
    while len(groups) < wanted:
        top = max(groups)
        groups.remove(top)
        groups.extend(int(child) for child in merges[top - count])
        groups.sort(reverse=True)
    labels = np.zeros(count, dtype=np.int64)
    for label, group in enumerate(groups):
        pending = [group]
        while pending:
            node = pending.pop()
            if node < count:
                labels[node] = label
            else:
                pending.extend(merges[node - count].tolist())
    return labels
