"""Naive Bayes: features as if they did not know of each other."""

import warnings

import numpy as np

from ._native import NativeClassifier
from .base import BaseEstimator, ClassifierMixin
from .utils.multiclass import check_classification_targets
from .utils.validation import check_is_fitted, check_weights, validate_data

__all__ = ["BernoulliNB", "GaussianNB", "MultinomialNB"]


class GaussianNB(NativeClassifier):
    _dtype = "numeric"
    _engine = "gaussian_nb"
    _limits = {
        "priors": "array | None",
        "var_smoothing": "float [0.0, inf)",
    }

    def __init__(self, *, priors=None, var_smoothing=1e-09):
        self._keep(locals())

    def _joint_log_likelihood(self, X):
        X = self._rows(X)
        columns = []
        for prior, mean, spread in zip(self.class_prior_, self.theta_, self.var_):
            density = -0.5 * np.log(2.0 * np.pi * spread).sum() - 0.5 * ((X - mean) ** 2 / spread).sum(axis=1)
            columns.append(np.log(prior) + density)
        return np.column_stack(columns)

    def predict(self, X):
        check_is_fitted(self)
        best = self._joint_log_likelihood(X).argmax(axis=1)
        return self.classes_[best]

    def predict_log_proba(self, X):
        check_is_fitted(self)
        return shares_of(self._joint_log_likelihood(X))

    def predict_proba(self, X):
        return np.exp(self.predict_log_proba(X))


def shares_of(joint):
    """The logarithms of shares out of those of weights, row by row."""
    most = joint.max(axis=1, keepdims=True)
    return joint - (most + np.log(np.exp(joint - most).sum(axis=1, keepdims=True)))


class Counted(ClassifierMixin, BaseEstimator):
    """Naive Bayes over counts of features."""

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        X, y = validate_data(self, X, y)
        X = self._counts(X)
        check_classification_targets(y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        members = (codes[:, None] == np.arange(len(self.classes_))).astype(np.float64)
        weights = check_weights(sample_weight, X)
        if weights is not None:
            members = members * weights[:, None]
        self.class_count_ = members.sum(axis=0)
        self.feature_count_ = members.T @ X
        self._learn(self._smoothing())
        self.class_log_prior_ = self._prior()
        return self

    def _smoothing(self):
        alpha = np.asarray(self.alpha, dtype=np.float64)
        if not self.force_alpha and np.min(alpha) < 1e-10:
            warnings.warn(
                "alpha too small will result in numeric errors, setting alpha = 1.0e-10. Use `force_alpha=True` to keep"
                " alpha unchanged.",
                stacklevel=3,
            )
            return np.maximum(alpha, 1e-10)
        return alpha

    def _prior(self):
        count = len(self.classes_)
        if self.class_prior is not None:
            if len(self.class_prior) != count:
                raise ValueError("Number of priors must match number of classes.")
            return np.log(self.class_prior)
        if not self.fit_prior:
            return np.full(count, -np.log(count))
        return np.log(self.class_count_) - np.log(self.class_count_.sum())

    def _counted_rows(self, X):
        check_is_fitted(self)
        return self._counts(validate_data(self, X, reset=False))

    def predict(self, X):
        best = self._joint_log_likelihood(self._counted_rows(X)).argmax(axis=1)
        return self.classes_[best]

    def predict_log_proba(self, X):
        return shares_of(self._joint_log_likelihood(self._counted_rows(X)))

    def predict_proba(self, X):
        return np.exp(self.predict_log_proba(X))


class MultinomialNB(Counted):
    _limits = {
        "alpha": "float [0.0, inf) | array",
        "force_alpha": "bool",
        "fit_prior": "bool",
        "class_prior": "array | None",
    }

    def __init__(self, *, alpha=1.0, force_alpha=True, fit_prior=True, class_prior=None):
        self._keep(locals())

    def _counts(self, X):
        if X.size and X.min() < 0:
            raise ValueError("Negative values in data passed to MultinomialNB (input X).")
        return X

    def _learn(self, alpha):
        counts = self.feature_count_ + alpha
        self.feature_log_prob_ = np.log(counts) - np.log(counts.sum(axis=1, keepdims=True))

    def _joint_log_likelihood(self, X):
        return X @ self.feature_log_prob_.T + self.class_log_prior_


class BernoulliNB(Counted):
    _limits = {
        "alpha": "float [0.0, inf) | array",
        "force_alpha": "bool",
        "binarize": "None | float [0.0, inf)",
        "fit_prior": "bool",
        "class_prior": "array | None",
    }

    def __init__(self, *, alpha=1.0, force_alpha=True, binarize=0.0, fit_prior=True, class_prior=None):
        self._keep(locals())

    def _counts(self, X):
        return X if self.binarize is None else (X > self.binarize).astype(np.float64)

    def _learn(self, alpha):
        counts = self.feature_count_ + alpha
        self.feature_log_prob_ = np.log(counts) - np.log((self.class_count_ + 2 * alpha)[:, None])

    def _joint_log_likelihood(self, X):
        absent = np.log(1 - np.exp(self.feature_log_prob_))
        return X @ (self.feature_log_prob_ - absent).T + self.class_log_prior_ + absent.sum(axis=1)
