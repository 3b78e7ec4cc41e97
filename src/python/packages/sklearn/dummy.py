"""Models that do not look at the features: what any other must beat."""

import numpy as np

from .base import BaseEstimator, ClassifierMixin, RegressorMixin
from .utils.validation import (
    check_consistent_length, check_is_fitted, check_random_state, check_weights, column_or_1d, num_samples,
)  # fmt: skip

__all__ = ["DummyClassifier", "DummyRegressor"]


class DummyClassifier(ClassifierMixin, BaseEstimator):
    _limits = {
        "strategy": "{constant, most_frequent, prior, stratified, uniform}",
        "constant": "int | str | array | None",
    }

    def __init__(self, *, strategy="prior", random_state=None, constant=None):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        y = column_or_1d(y)
        check_consistent_length(X, y)
        self._keep_features(X)
        weights = check_weights(sample_weight, y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        self.n_classes_, self.n_outputs_ = len(self.classes_), 1
        self.class_prior_ = np.bincount(codes, weights=weights) / (len(codes) if weights is None else weights.sum())
        if self.strategy == "constant":
            if self.constant is None:
                raise ValueError("Constant target value has to be specified when the constant strategy is used.")
            if not np.any(self.classes_ == self.constant):
                raise ValueError(
                    "The constant target value must be present in the training data. You provided constant="
                    f"{self.constant}. Possible values are: {self.classes_.tolist()}."
                )
        return self

    def _keep_features(self, X):
        shape = getattr(X, "shape", None) or np.shape(X)
        if len(shape) > 1:
            self.n_features_in_ = int(shape[1])

    def predict(self, X):
        check_is_fitted(self)
        count = num_samples(X)
        if self.strategy in ("most_frequent", "prior"):
            return np.repeat(self.classes_[[self.class_prior_.argmax()]], count)
        if self.strategy == "constant":
            return np.repeat(np.asarray([self.constant]), count)
        rng = check_random_state(self.random_state)
        if self.strategy == "uniform":
            return self.classes_[rng.randint(self.n_classes_, size=count)]
        best = self._drawn(count, rng).argmax(axis=1)
        return self.classes_[best]

    def _drawn(self, count, rng):
        return rng.multinomial(1, self.class_prior_, size=count)

    def predict_proba(self, X):
        check_is_fitted(self)
        count = num_samples(X)
        if self.strategy == "prior":
            return np.ones((count, 1)) * self.class_prior_
        if self.strategy == "uniform":
            return np.full((count, self.n_classes_), 1.0 / self.n_classes_)
        if self.strategy == "stratified":
            return self._drawn(count, check_random_state(self.random_state)).astype(np.float64)
        if self.strategy == "constant":
            chosen = self.classes_ == self.constant
        else:
            chosen = np.arange(self.n_classes_) == self.class_prior_.argmax()
        return np.tile(chosen.astype(np.float64), (count, 1))

    def predict_log_proba(self, X):
        with np.errstate(divide="ignore"):
            return np.log(self.predict_proba(X))

    def score(self, X, y, sample_weight=None):
        return super().score(np.zeros((len(y), 1)) if X is None else X, y, sample_weight)


class DummyRegressor(RegressorMixin, BaseEstimator):
    _limits = {
        "strategy": "{constant, mean, median, quantile}",
        "constant": "float (-inf, inf) | array | None",
        "quantile": "float [0.0, 1.0] | None",
    }

    def __init__(self, *, strategy="mean", constant=None, quantile=None):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        y = np.asarray(column_or_1d(y), dtype=np.float64)
        if len(y) == 0:
            raise ValueError("y must not be empty.")
        check_consistent_length(X, y)
        DummyClassifier._keep_features(self, X)
        if sample_weight is not None and self.strategy != "mean":
            raise NotImplementedError("DummyRegressor: weights go with strategy='mean' only here")
        if self.strategy == "mean":
            value = np.average(y, weights=check_weights(sample_weight, y))
        elif self.strategy == "median":
            value = np.median(y)
        elif self.strategy == "quantile":
            if self.quantile is None:
                raise ValueError(
                    "When using `strategy='quantile', you have to specify the desired quantile in the range [0, 1]."
                )
            value = np.percentile(y, self.quantile * 100)
        else:
            if self.constant is None:
                raise TypeError("Constant target value has to be specified when the constant strategy is used.")
            value = np.asarray(self.constant, dtype=np.float64).reshape(-1)[0]
        self.constant_, self.n_outputs_ = np.array([[float(value)]]), 1
        return self

    def predict(self, X, return_std=False):
        check_is_fitted(self)
        told = np.full(num_samples(X), self.constant_[0, 0])
        return (told, np.zeros(len(told))) if return_std else told
