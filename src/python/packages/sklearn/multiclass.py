"""Many classes by models of two."""

import numpy as np

from .base import BaseEstimator, ClassifierMixin, MetaEstimatorMixin, clone
from .utils.multiclass import check_classification_targets
from .utils.validation import check_is_fitted, column_or_1d

__all__ = ["OneVsOneClassifier", "OneVsRestClassifier"]


class OneVsRestClassifier(MetaEstimatorMixin, ClassifierMixin, BaseEstimator):
    """A model for each class, against all others."""

    _limits = {
        "estimator": "has fit",
    }

    def __init__(self, estimator, *, n_jobs=None, verbose=0):
        self._keep(locals())

    def fit(self, X, y, **fit_params):
        self._check_params()
        y = column_or_1d(y)
        check_classification_targets(y)
        self.classes_ = np.unique(y)
        labels = self.classes_[1:] if len(self.classes_) == 2 else self.classes_
        self.estimators_ = [clone(self.estimator).fit(X, (y == label).astype(int), **fit_params) for label in labels]
        for name in ("n_features_in_", "feature_names_in_"):
            if hasattr(self.estimators_[0], name):
                setattr(self, name, getattr(self.estimators_[0], name))
        return self

    def _scores(self, X):
        check_is_fitted(self)
        if hasattr(self.estimators_[0], "decision_function"):
            return np.column_stack([one.decision_function(X) for one in self.estimators_])
        return np.column_stack([one.predict_proba(X)[:, 1] for one in self.estimators_])

    def predict(self, X):
        scores = self._scores(X)
        if len(self.classes_) > 2:
            return self.classes_[scores.argmax(axis=1)]
        middle = 0.0 if hasattr(self.estimators_[0], "decision_function") else 0.5
        return self.classes_[(scores[:, 0] > middle).astype(int)]

    def decision_function(self, X):
        check_is_fitted(self)
        scores = np.column_stack([one.decision_function(X) for one in self.estimators_])
        return scores[:, 0] if len(self.classes_) == 2 else scores

    def predict_proba(self, X):
        check_is_fitted(self)
        shares = np.column_stack([one.predict_proba(X)[:, 1] for one in self.estimators_])
        if len(self.classes_) == 2:
            return np.column_stack([1 - shares, shares])
        whole = shares.sum(axis=1, keepdims=True)
        return shares / np.where(whole == 0, 1, whole)


class OneVsOneClassifier(MetaEstimatorMixin, ClassifierMixin, BaseEstimator):
    """A model for each pair of classes; most votes win, sure votes more than others."""

    _limits = {
        "estimator": "has fit",
    }

    def __init__(self, estimator, *, n_jobs=None):
        self._keep(locals())

    def fit(self, X, y, **fit_params):
        from .utils._indexing import rows

        self._check_params()
        y = column_or_1d(y)
        check_classification_targets(y)
        self.classes_ = np.unique(y)
        count = len(self.classes_)
        if count == 1:
            raise ValueError("OneVsOneClassifier can not be fit when only one class is present.")
        self._pairs = [(one, two) for one in range(count) for two in range(one + 1, count)]
        self.estimators_ = []
        for one, two in self._pairs:
            places = np.flatnonzero((y == self.classes_[one]) | (y == self.classes_[two]))
            self.estimators_.append(
                clone(self.estimator).fit(rows(X, places), (y[places] == self.classes_[two]).astype(int))
            )
        return self

    def decision_function(self, X):
        check_is_fitted(self)
        count = len(self.classes_)
        votes, sure = np.zeros((len(X), count)), np.zeros((len(X), count))
        for (one, two), estimator in zip(self._pairs, self.estimators_):
            told = estimator.predict(X)
            score = (
                estimator.decision_function(X)
                if hasattr(estimator, "decision_function")
                else estimator.predict_proba(X)[:, 1]
            )
            sure[:, one] -= score
            sure[:, two] += score
            votes[told == 0, one] += 1
            votes[told == 1, two] += 1
        scores = votes + sure / (3 * (np.abs(sure) + 1))
        return scores[:, 1] if count == 2 else scores

    def predict(self, X):
        scores = self.decision_function(X)
        return self.classes_[(scores > 0).astype(int) if scores.ndim == 1 else scores.argmax(axis=1)]
