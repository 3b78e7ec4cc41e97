"""The mean of the nearest samples."""

import numpy as np

from .._native import NativeRegressor
from ..utils.validation import check_is_fitted, validate_data
from ._base import Neighbors


class KNeighborsRegressor(Neighbors, NativeRegressor):
    _engine = "k_neighbors_regressor"
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
        self._check_params()
        X, y = validate_data(self, X, y, dtype=np.float64, multi_output=True, y_numeric=True)
        self._learn(X, np.zeros(len(X)))
        self._fit_X, self._y = X, y.astype(np.float64)
        self._keep_size(X)
        return self

    def predict(self, X):
        check_is_fitted(self)
        weights, indices = self._shares(X)
        told = self._y[indices]
        if told.ndim == 3:
            weights = weights[:, :, None]
        return (weights * told).sum(axis=1) / weights.sum(axis=1)
