"""Several models asked at once."""

import numpy as np

from ..base import BaseEstimator, ClassifierMixin, RegressorMixin, TransformerMixin, clone
from ..pipeline import NamedSteps
from ..utils import Bunch
from ..utils.metaestimators import available_if
from ..utils.validation import check_is_fitted, column_or_1d


class Voting(NamedSteps, TransformerMixin, BaseEstimator):
    """Named estimators fitted on the same data."""

    _steps = "estimators"

    def _fit_all(self, X, y, sample_weight):
        self._check_params()
        if not self.estimators:
            raise ValueError(
                "Invalid 'estimators' attribute, 'estimators' should be a non-empty list of (string, estimator) tuples."
            )
        self._check_names([name for name, _ in self.estimators])
        if self.weights is not None and len(self.weights) != len(self.estimators):
            raise ValueError(
                f"Number of `estimators` and weights must be equal; got {len(self.weights)} weights, "
                f"{len(self.estimators)} estimators"
            )
        extra = {} if sample_weight is None else {"sample_weight": sample_weight}
        used = [(name, estimator) for name, estimator in self.estimators if not _dropped(estimator)]
        if not used:
            raise ValueError("All estimators are dropped. At least one is required to be an estimator.")
        self.estimators_ = [clone(estimator).fit(X, y, **extra) for _, estimator in used]
        self.named_estimators_ = Bunch(**{name: "drop" for name, estimator in self.estimators if _dropped(estimator)})
        self.named_estimators_.update(zip([name for name, _ in used], self.estimators_))
        if hasattr(self.estimators_[0], "feature_names_in_"):
            self.feature_names_in_ = self.estimators_[0].feature_names_in_
        return self

    @property
    def named_estimators(self):
        return Bunch(**dict(self.estimators))

    @property
    def n_features_in_(self):
        return self.estimators_[0].n_features_in_

    @property
    def _weights_not_none(self):
        if self.weights is None:
            return None
        return [weight for (_, estimator), weight in zip(self.estimators, self.weights) if not _dropped(estimator)]

    def _predict(self, X):
        return np.column_stack([estimator.predict(X) for estimator in self.estimators_])


def _dropped(estimator):
    return isinstance(estimator, str) and estimator == "drop"


class VotingClassifier(ClassifierMixin, Voting):
    _limits = {
        "estimators": "list",
        "voting": "{hard, soft}",
        "weights": "array | None",
        "flatten_transform": "bool",
    }

    def __init__(
        self,
        estimators,
        *,
        voting="hard",
        weights=None,
        n_jobs=None,
        flatten_transform=True,
        verbose=False,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        from ..preprocessing import LabelEncoder
        from ..utils.multiclass import check_classification_targets

        y = column_or_1d(y, warn=True)
        check_classification_targets(y)
        self.le_ = LabelEncoder().fit(y)
        self.classes_ = self.le_.classes_
        return self._fit_all(X, self.le_.transform(y), sample_weight)

    def predict(self, X):
        check_is_fitted(self)
        if self.voting == "soft":
            best = self.predict_proba(X).argmax(axis=1)
            return self.classes_[best]
        votes, weights = self._predict(X), self._weights_not_none
        counts = np.zeros((len(votes), len(self.classes_)))
        for place in range(votes.shape[1]):
            counts[np.arange(len(votes)), votes[:, place]] += 1 if weights is None else weights[place]
        return self.classes_[counts.argmax(axis=1)]

    def _soft(self):
        if self.voting == "hard":
            raise AttributeError(f"predict_proba is not available when voting={self.voting!r}")
        return True

    @available_if(_soft)
    def predict_proba(self, X):
        check_is_fitted(self)
        shares = np.array([estimator.predict_proba(X) for estimator in self.estimators_])
        return np.average(shares, axis=0, weights=self._weights_not_none)

    def transform(self, X):
        check_is_fitted(self)
        if self.voting == "hard":
            return self._predict(X)
        shares = [estimator.predict_proba(X) for estimator in self.estimators_]
        return np.hstack(shares) if self.flatten_transform else np.array(shares)


class VotingRegressor(RegressorMixin, Voting):
    _limits = {
        "estimators": "list",
        "weights": "array | None",
    }

    def __init__(self, estimators, *, weights=None, n_jobs=None, verbose=False):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        return self._fit_all(X, column_or_1d(y, warn=True), sample_weight)

    def predict(self, X):
        check_is_fitted(self)
        return np.average(self._predict(X), axis=1, weights=self._weights_not_none)

    def transform(self, X):
        check_is_fitted(self)
        return self._predict(X)
