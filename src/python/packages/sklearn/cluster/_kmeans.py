"""Groups around means."""

import numpy as np

from .._native import Native
from ..base import ClassNamePrefixFeaturesOutMixin, ClusterMixin, TransformerMixin
from ..utils.validation import check_array, check_is_fitted, check_weights, validate_data


class KMeans(ClassNamePrefixFeaturesOutMixin, TransformerMixin, ClusterMixin, Native):
    _engine = "k_means"
    _here = ("algorithm",)
    _limits = {
        "n_clusters": "int [1, inf)",
        "init": "{k-means++, random} | callable | array",
        "n_init": "{auto} | int [1, inf)",
        "max_iter": "int [1, inf)",
        "tol": "float [0.0, inf)",
        "copy_x": "bool",
        "algorithm": "{elkan, lloyd}",
    }

    def __init__(
        self,
        n_clusters=8,
        *,
        init="k-means++",
        n_init="auto",
        max_iter=300,
        tol=0.0001,
        verbose=0,
        random_state=None,
        copy_x=True,
        algorithm="lloyd",
    ):
        self._keep(locals())

    def fit(self, X, y=None, sample_weight=None):
        self._check_params()
        X = validate_data(self, X, dtype=np.float64)
        if len(X) < self.n_clusters:
            raise ValueError(f"n_samples={len(X)} should be >= n_clusters={self.n_clusters}.")
        start, weights = self._start(X), check_weights(sample_weight, X)
        if "init" in start:
            self._descend(X, start["init"], weights)
        else:
            self._learn(X, None, 0, weights, **start)
        self.labels_ = np.asarray(self.labels_).astype(np.int32)
        self._n_features_out = self.n_clusters
        return self

    def _start(self, X):
        """Where the centres begin, if it is given, and how often."""
        if isinstance(self.init, str):
            once = self.init == "k-means++"
            return {"n_init": (1 if once else 10) if self.n_init == "auto" else self.n_init}
        if callable(self.init):
            raise NotImplementedError("KMeans: a callable init is not carried here")
        init = check_array(self.init, dtype=np.float64, order="C")
        if init.shape[0] != self.n_clusters:
            raise ValueError(
                f"The shape of the initial centers {init.shape} does not match the number of clusters"
                f" {self.n_clusters}."
            )
        if init.shape[1] != X.shape[1]:
            raise ValueError(
                f"The shape of the initial centers {init.shape} does not match the number of features of the data "
                f"{X.shape[1]}."
            )
        return {"n_init": 1, "init": init}

    def _descend(self, X, centres, weights):
        """Lloyd's way from given centres: each sample to its nearest, each centre to the mean of its samples."""
        from ..metrics.pairwise import euclidean_distances

        weights = np.ones(len(X)) if weights is None else weights
        still = self.tol * np.mean(np.var(X, axis=0))
        labels = None
        for steps in range(1, self.max_iter + 1):
            before, labels = labels, euclidean_distances(X, centres).argmin(axis=1)
            members = (labels[:, None] == np.arange(self.n_clusters)) * weights[:, None]
            sizes = members.sum(axis=0)
            moved = np.where(sizes[:, None] > 0, members.T @ X / np.maximum(sizes, 1e-300)[:, None], centres)
            shift = ((moved - centres) ** 2).sum()
            centres = moved
            if before is not None and (labels == before).all() or shift <= still:
                break
        nearest = euclidean_distances(X, centres, squared=True)
        self.cluster_centers_, self.labels_, self.n_iter_ = centres, nearest.argmin(axis=1), steps
        self.inertia_ = float((weights * nearest.min(axis=1)).sum())

    def fit_predict(self, X, y=None, sample_weight=None):
        return self.fit(X, sample_weight=sample_weight).labels_

    def transform(self, X):
        from ..metrics.pairwise import euclidean_distances

        return euclidean_distances(self._rows(X), self.cluster_centers_)

    def predict(self, X):
        return self.transform(X).argmin(axis=1).astype(np.int32)

    def score(self, X, y=None, sample_weight=None):
        check_is_fitted(self)
        nearest = self.transform(X).min(axis=1) ** 2
        weights = check_weights(sample_weight, nearest)
        return -float((nearest if weights is None else nearest * weights).sum())
