"""What linear models share: they tell by `coef_` and `intercept_`, which may be looked at and changed."""

import numpy as np

from .._native import Native, NativeClassifier
from ..base import RegressorMixin
from ..utils.validation import check_is_fitted, check_weights, validate_data


class LinearRegressor(RegressorMixin, Native):
    """One column of targets after the other, as they do not know of each other."""

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        X, y = validate_data(self, X, y, dtype=self._dtype, multi_output=True, y_numeric=True)
        y, weights = y.astype(np.float64), check_weights(sample_weight, X)
        if y.ndim == 1:
            self._set(self._run(X, y, 0, weights)[1])
            return self
        learned = [self._run(X, np.ascontiguousarray(column), 0, weights)[1] for column in y.T]
        self._set({name: learned[0][name] for name in learned[0]})
        self.coef_ = np.array([one["coef_"] for one in learned])
        self.intercept_ = np.array([one["intercept_"] for one in learned]) if self.fit_intercept else 0.0
        return self

    def _set(self, learned):
        for name, value in learned.items():
            setattr(self, name, value)
        if np.ndim(self.intercept_) == 0:
            self.intercept_ = np.float64(self.intercept_) if self.fit_intercept else 0.0

    def predict(self, X):
        return self._rows(X) @ self.coef_.T + self.intercept_


class LinearRegression(LinearRegressor):
    _engine = "linear_regression"
    _dtype = "numeric"
    _here = ("tol",)
    _limits = {
        "tol": "float [0.0, inf)",
        "positive": "bool",
    }

    def __init__(self, *, fit_intercept=True, copy_X=True, tol=1e-06, n_jobs=None, positive=False):
        self._keep(locals())


class LinearClassifier(NativeClassifier):
    """A row of `coef_` for each class; a single one where there are two."""

    def _take(self, learned):
        for name, value in learned.items():
            setattr(self, name, value)

    def decision_function(self, X):
        scores = self._rows(X) @ self.coef_.T + self.intercept_
        return scores.reshape(-1) if scores.shape[1] == 1 else scores

    def predict(self, X):
        check_is_fitted(self)
        scores = self.decision_function(X)
        places = (scores > 0).astype(np.int64) if scores.ndim == 1 else scores.argmax(axis=1)
        return self.classes_[places]
