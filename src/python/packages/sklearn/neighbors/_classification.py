"""The class that most of the nearest samples have."""

import numpy as np

from .._native import NativeClassifier
from ..utils.validation import check_is_fitted, column_or_1d
from ._base import Neighbors


class KNeighborsClassifier(Neighbors, NativeClassifier):
    _dtype = "numeric"
    _engine = "k_neighbors_classifier"
    _limits = {
        "n_neighbors": "int [1, inf) | None",
        "weights": "{distance, uniform} | callable | None",
        "algorithm": "{auto, ball_tree, brute, kd_tree}",
        "leaf_size": "int [1, inf)",
        "p": "float (0.0, inf] | None",
        "metric": "metric | callable",
        "metric_params": "dict | None",
    }

    def __init__(
        self,
        n_neighbors=5,
        *,
        weights="uniform",
        algorithm="auto",
        leaf_size=30,
        p=2,
        metric="minkowski",
        metric_params=None,
        n_jobs=None,
    ):
        self._keep(locals())

    def fit(self, X, y):
        X, codes, _ = self._read(X, y if y is None else column_or_1d(y, warn=True, shape="(n_samples,)"), None)
        self._learn(X, codes, len(self.classes_))
        self._fit_X, self._y, self.outputs_2d_ = X, codes, False
        self._keep_size(X)
        return self

    def predict_proba(self, X):
        check_is_fitted(self)
        weights, indices = self._shares(X)
        told = self._y[indices]
        shares = np.column_stack([(weights * (told == place)).sum(axis=1) for place in range(len(self.classes_))])
        return shares / shares.sum(axis=1, keepdims=True)

    def predict(self, X):
        best = self.predict_proba(X).argmax(axis=1)
        return self.classes_[best]
