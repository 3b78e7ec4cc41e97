"""The largest singular directions, without centring."""

import numpy as np

from .._native import Native
from ..base import ClassNamePrefixFeaturesOutMixin, TransformerMixin
from ..utils.validation import check_is_fitted, validate_data


class TruncatedSVD(ClassNamePrefixFeaturesOutMixin, TransformerMixin, Native):
    """Computed exactly: the random start of scikit-learn's solver only approaches this."""

    _engine = "truncated_svd"
    _here = ("algorithm", "tol", "n_iter", "n_oversamples", "power_iteration_normalizer")
    _limits = {
        "n_components": "int [1, inf)",
        "algorithm": "{arpack, randomized}",
        "n_iter": "int [0, inf)",
        "n_oversamples": "int [1, inf)",
        "power_iteration_normalizer": "{LU, QR, auto, none}",
        "tol": "float [0.0, inf)",
    }

    def __init__(
        self,
        n_components=2,
        *,
        algorithm="randomized",
        n_iter=5,
        n_oversamples=10,
        power_iteration_normalizer="auto",
        random_state=None,
        tol=0.0,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        self.fit_transform(X)
        return self

    def fit_transform(self, X, y=None):
        self._check_params()
        X = validate_data(self, X, dtype=np.float64, ensure_min_features=2)
        count = self.n_components
        if count > X.shape[1]:
            raise ValueError(f"n_components({count}) must be <= n_features({X.shape[1]}).")
        self._learn(X)
        self._n_features_out = len(self.components_)
        return X @ self.components_.T

    def transform(self, X):
        check_is_fitted(self)
        return validate_data(self, X, reset=False, dtype=np.float64) @ self.components_.T

    def inverse_transform(self, X):
        return np.asarray(X) @ self.components_
