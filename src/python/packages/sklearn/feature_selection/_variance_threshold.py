"""Features that vary."""

import numpy as np

from ..base import BaseEstimator
from ..utils.validation import check_is_fitted, validate_data
from ._base import SelectorMixin


class VarianceThreshold(SelectorMixin, BaseEstimator):
    _limits = {
        "threshold": "float [0.0, inf)",
    }

    def __init__(self, threshold=0.0):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        self.variances_ = np.nanvar(X, axis=0)
        if self.threshold == 0:
            # Rounding may leave a little variance where all values are the same.
            reach = np.nanmax(X, axis=0) - np.nanmin(X, axis=0)
            self.variances_ = np.minimum(self.variances_, reach)
        if np.all(~np.isfinite(self.variances_) | (self.variances_ <= self.threshold)):
            message = f"No feature in X meets the variance threshold {self.threshold:.5f}"
            raise ValueError(message + (" (X contains only one sample)" if len(X) == 1 else ""))
        return self

    def _get_support_mask(self):
        check_is_fitted(self)
        return self.variances_ > self.threshold
