"""The nearest samples themselves."""

import numpy as np

from .._native import Native
from ..utils.validation import check_is_fitted, validate_data
from ._base import Neighbors


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
