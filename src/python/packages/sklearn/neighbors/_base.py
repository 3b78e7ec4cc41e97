"""What the estimators that ask the nearest samples share."""

import numpy as np

from ..utils.validation import check_is_fitted


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
