"""Principal components."""

import numpy as np

from .._native import Native
from ..base import ClassNamePrefixFeaturesOutMixin, TransformerMixin
from ..utils.validation import validate_data


class PCA(ClassNamePrefixFeaturesOutMixin, TransformerMixin, Native):
    _engine = "pca"
    _here = (
        "svd_solver",
        "tol",
        "iterated_power",
        "n_oversamples",
        "power_iteration_normalizer",
        "random_state",
        "whiten",
    )
    _limits = {
        "n_components": "int [0, inf) | float (0.0, 1.0) | {mle} | None",
        "whiten": "bool",
        "svd_solver": "{arpack, auto, covariance_eigh, full, randomized}",
        "tol": "float [0.0, inf)",
        "iterated_power": "{auto} | int [0, inf)",
        "n_oversamples": "int [1, inf)",
        "power_iteration_normalizer": "{LU, QR, auto, none}",
    }

    def __init__(
        self,
        n_components=None,
        *,
        copy=True,
        whiten=False,
        svd_solver="auto",
        tol=0.0,
        iterated_power="auto",
        n_oversamples=10,
        power_iteration_normalizer="auto",
        random_state=None,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        X = validate_data(self, X, dtype=np.float64)
        if self.n_components == "mle":
            raise NotImplementedError("PCA: n_components='mle' is not carried here")
        most = min(X.shape)
        wanted = self.n_components
        if wanted is not None and wanted >= 1 and wanted > most:
            raise ValueError(
                f"n_components={wanted} must be between 0 and min(n_samples, n_features)={most} with "
                f"svd_solver='{'covariance_eigh' if self._by_covariance(X) else 'full'}'"
            )
        self._take(self._run(X)[1])
        self.n_samples_, self._n_features_out = len(X), self.n_components_
        return self

    def _take(self, learned):
        for name, value in learned.items():
            setattr(self, name, value)
        self.n_components_ = int(len(self.components_))

    def _by_covariance(self, X):
        """Whether scikit-learn would go over the covariance: where there are few features and many samples."""
        return self.svd_solver == "covariance_eigh" or X.shape[1] <= 1000 and len(X) >= 10 * X.shape[1]

    def _scale(self):
        spread = np.sqrt(self.explained_variance_)
        return np.maximum(spread, np.finfo(np.float64).eps)

    def transform(self, X):
        turned = (self._rows(X) - self.mean_) @ self.components_.T
        return turned / self._scale() if self.whiten else turned

    def fit_transform(self, X, y=None):
        return self.fit(X).transform(X)

    def inverse_transform(self, X):
        from ..utils.validation import check_array, check_is_fitted

        check_is_fitted(self)
        X = check_array(X, dtype=np.float64)
        return (X * self._scale() if self.whiten else X) @ self.components_ + self.mean_

    def get_covariance(self):
        kept = np.maximum(self.explained_variance_ - self.noise_variance_, 0.0)
        covariance = (self.components_.T * kept) @ self.components_
        return covariance + self.noise_variance_ * np.eye(len(covariance))
