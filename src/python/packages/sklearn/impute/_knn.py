"""Missing values filled in from the rows that are near."""

import numpy as np

from ..utils.validation import check_is_fitted, validate_data
from ._base import Imputer, where_missing


class KNNImputer(Imputer):
    _limits = {
        "n_neighbors": "int [1, inf)",
        "weights": "{distance, uniform} | callable",
        "metric": "{nan_euclidean} | callable",
        "add_indicator": "bool",
        "keep_empty_features": "bool",
    }

    def __init__(
        self,
        *,
        missing_values=np.nan,
        n_neighbors=5,
        weights="uniform",
        metric="nan_euclidean",
        copy=True,
        add_indicator=False,
        keep_empty_features=False,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        if self.metric != "nan_euclidean" or callable(self.weights):
            raise NotImplementedError(
                "KNNImputer: metric other than 'nan_euclidean' and callable weights are not carried here"
            )
        self._fit_X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        self._mask_fit_X = where_missing(self._fit_X, self.missing_values)
        self._valid = ~self._mask_fit_X.all(axis=0)
        self._fit_indicator(self._fit_X)
        return self

    def transform(self, X):
        from ..metrics.pairwise import nan_euclidean_distances

        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64, ensure_all_finite="allow-nan")
        missing = where_missing(X, self.missing_values)
        filled = X.copy()
        rows = np.flatnonzero(missing.any(axis=1))
        if len(rows):
            apart = nan_euclidean_distances(X[rows], self._fit_X)
            for column in np.flatnonzero(missing.any(axis=0) & self._valid).tolist():
                self._fill(filled, rows, column, apart, missing)
        kept = np.ones(X.shape[1], dtype=bool) if self.keep_empty_features else self._valid
        filled[:, ~self._valid] = 0
        return self._add(X, filled[:, kept])

    def _fill(self, filled, rows, column, apart, missing):
        donors = np.flatnonzero(~self._mask_fit_X[:, column])
        values = self._fit_X[donors, column]
        for place, row in enumerate(rows.tolist()):
            if not missing[row, column]:
                continue
            distances = apart[place, donors]
            known = np.isfinite(distances)
            if not known.any():
                filled[row, column] = values.mean()
                continue
            nearest = np.argsort(np.where(known, distances, np.inf), kind="stable")[: self.n_neighbors]
            nearest = nearest[known[nearest]]
            filled[row, column] = self._mean(values[nearest], distances[nearest])

    def _mean(self, values, distances):
        if self.weights != "distance":
            return values.mean()
        if (distances == 0).any():
            return values[distances == 0].mean()
        return np.average(values, weights=1.0 / distances)

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        kept = np.ones(len(self._valid), dtype=bool) if self.keep_empty_features else self._valid
        return self._names(kept, input_features)
