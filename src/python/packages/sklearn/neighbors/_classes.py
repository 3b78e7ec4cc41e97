"""The k nearest samples: found, asked for their class, or averaged."""

import numpy as np

from .._native import Native, NativeClassifier, NativeRegressor
from ..utils.validation import check_is_fitted, validate_data


class Neighbors:
    _here = ("algorithm", "leaf_size", "radius", "weights")

    def _keep_size(self, X):
        self.n_samples_fit_ = len(X)
        metric = self.metric
        if metric == "minkowski":
            metric = {1: "manhattan", 2: "euclidean"}.get(self.p, metric)
        self.effective_metric_, self.effective_metric_params_ = metric, {}

    def kneighbors(self, X=None, n_neighbors=None, return_distance=True):
        check_is_fitted(self)
        count = self.n_neighbors if n_neighbors is None else n_neighbors
        if not isinstance(count, (int, np.integer)):
            raise TypeError(f"n_neighbors does not take {type(count)} value, enter integer value")
        if count <= 0:
            raise ValueError(f"Expected n_neighbors > 0. Got {count}")
        alone = X is None
        rows = self._fit_X if alone else self._rows(X)
        asked = int(count) + alone
        if asked > self.n_samples_fit_:
            least = "n_neighbors < n_samples_fit" if alone else "n_neighbors <= n_samples_fit"
            raise ValueError(
                f"Expected {least}, but n_neighbors = {count}, n_samples_fit = {self.n_samples_fit_}, "
                f"n_samples = {len(rows)}"
            )
        distances, indices = self._model.kneighbors(rows, asked)
        if alone:
            distances, indices = _without_itself(distances, indices)
        return (distances, indices) if return_distance else indices

    def _shares(self, X):
        """The neighbours of each row and how much each of them counts."""
        distances, indices = self.kneighbors(X)
        if self.weights is None or self.weights == "uniform":
            return np.ones(distances.shape), indices
        if callable(self.weights):
            return np.asarray(self.weights(distances)), indices
        with np.errstate(divide="ignore"):
            weights = 1.0 / distances
        # Where a sample stands at the very place, only such samples count.
        there = np.isinf(weights)
        exact = there.any(axis=1)
        weights[exact] = there[exact].astype(np.float64)
        return weights, indices


def _without_itself(distances, indices):
    """Each row's neighbours without the row; where it is not among them, without the last."""
    count, width = indices.shape
    itself = indices == np.arange(count)[:, None]
    itself[~itself.any(axis=1), width - 1] = True
    return distances[~itself].reshape(count, width - 1), indices[~itself].reshape(count, width - 1)


class KNeighborsClassifier(Neighbors, NativeClassifier):
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
        from ..utils.validation import column_or_1d

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
        return self.classes_[self.predict_proba(X).argmax(axis=1)]


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


class NearestNeighbors(Neighbors, Native):
    # Only the search of the model is asked, so that any target will do.
    _engine = "k_neighbors_regressor"
    _limits = {
        "n_neighbors": "int [1, inf) | None",
        "radius": "float [0.0, inf] | None",
        "algorithm": "{auto, ball_tree, brute, kd_tree}",
        "leaf_size": "int [1, inf)",
        "metric": "metric | callable",
        "p": "float (0.0, inf] | None",
        "metric_params": "dict | None",
    }

    def __init__(
        self,
        *,
        n_neighbors=5,
        radius=1.0,
        algorithm="auto",
        leaf_size=30,
        metric="minkowski",
        p=2,
        metric_params=None,
        n_jobs=None,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        X = validate_data(self, X, dtype=np.float64)
        self._learn(X, np.zeros(len(X)))
        self._fit_X = X
        self._keep_size(X)
        return self

    def radius_neighbors(self, X=None, radius=None, return_distance=True, sort_results=False):
        check_is_fitted(self)
        reach = self.radius if radius is None else radius
        distances, indices = self.kneighbors(X, self.n_samples_fit_ - (X is None))
        near = [row <= reach for row in distances]
        order = [
            np.argsort(places[inside]) if not sort_results else np.arange(inside.sum())
            for places, inside in zip(indices, near)
        ]
        found = _ragged([places[inside][by] for places, inside, by in zip(indices, near, order)])
        if not return_distance:
            return found
        return _ragged([row[inside][by] for row, inside, by in zip(distances, near, order)]), found


def _ragged(rows):
    """Rows of different lengths as an array of arrays."""
    result = np.empty(len(rows), dtype=object)
    for place, row in enumerate(rows):
        result[place] = row
    return result
