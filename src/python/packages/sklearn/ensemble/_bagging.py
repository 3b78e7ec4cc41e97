"""The same model fitted to many samples of the data."""

import numpy as np

from ..base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from ..utils.validation import check_is_fitted, check_random_state, check_weights, validate_data

MAX_INT = np.iinfo(np.int32).max


def _share_of(wanted, count):
    """A number as it is, a share as the number it is of `count`."""
    return int(wanted * count) if isinstance(wanted, float) else wanted


class Bagging(BaseEstimator):
    def _fit_all(self, X, y, sample_weight):
        self._only_default("warm_start", "oob_score")
        rng = check_random_state(self.random_state)
        count, features = X.shape
        drawn = count if self.max_samples is None else _share_of(self.max_samples, count)
        taken = _share_of(self.max_features, features)
        if not 0 < taken <= features:
            raise ValueError("max_features must be in (0, n_features]")
        weights = check_weights(sample_weight, X)
        self.estimators_, self.estimators_features_, self.estimators_samples_ = [], [], []
        seeds = rng.randint(MAX_INT, size=self.n_estimators)
        for seed in seeds.tolist():
            own = np.random.RandomState(seed)
            columns = self._columns(features, taken, own)
            picked = own.randint(0, count, max(1, drawn)) if self.bootstrap else own.permutation(count)[:drawn]
            estimator = clone(self._base())
            if "random_state" in estimator.get_params(deep=False):
                estimator.set_params(random_state=int(own.randint(MAX_INT)))
            extra = {} if weights is None else {"sample_weight": weights[picked]}
            self.estimators_.append(estimator.fit(X[picked][:, columns], y[picked], **extra))
            self.estimators_features_.append(columns)
            self.estimators_samples_.append(picked)
        self.estimator_ = self._base()
        return self

    def _columns(self, features, taken, rng):
        if self.bootstrap_features:
            return rng.randint(0, features, taken)
        return rng.permutation(features)[:taken] if taken < features else np.arange(features)

    def _told(self, X, method):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False)
        pairs = zip(self.estimators_, self.estimators_features_)
        return [getattr(estimator, method)(X[:, columns]) for estimator, columns in pairs]


class BaggingClassifier(ClassifierMixin, Bagging):
    _limits = {
        "estimator": "has fit predict | None",
        "n_estimators": "int [1, inf)",
        "max_samples": "None | int [1, inf) | float (0.0, 1.0]",
        "max_features": "int [1, inf) | float (0.0, 1.0]",
        "bootstrap": "bool",
        "bootstrap_features": "bool",
        "oob_score": "bool",
    }

    def __init__(
        self,
        estimator=None,
        n_estimators=10,
        *,
        max_samples=None,
        max_features=1.0,
        bootstrap=True,
        bootstrap_features=False,
        oob_score=False,
        warm_start=False,
        n_jobs=None,
        random_state=None,
        verbose=0,
    ):
        self._keep(locals())

    def _base(self):
        from ..tree import DecisionTreeClassifier

        return DecisionTreeClassifier() if self.estimator is None else self.estimator

    def fit(self, X, y, sample_weight=None):
        from ..utils.multiclass import check_classification_targets

        self._check_params()
        X, y = validate_data(self, X, y)
        check_classification_targets(y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        self.n_classes_ = len(self.classes_)
        return self._fit_all(X, codes, sample_weight)

    def predict_proba(self, X):
        check_is_fitted(self)
        if not hasattr(self._base(), "predict_proba"):
            votes = np.column_stack(self._told(X, "predict"))
            return np.column_stack([(votes == place).mean(axis=1) for place in range(self.n_classes_)])
        total = np.zeros((len(X), self.n_classes_))
        for estimator, shares in zip(self.estimators_, self._told(X, "predict_proba")):
            total[:, estimator.classes_.astype(int)] += shares
        return total / len(self.estimators_)

    def predict(self, X):
        best = self.predict_proba(X).argmax(axis=1)
        return self.classes_[best]


class BaggingRegressor(RegressorMixin, Bagging):
    _limits = {
        "estimator": "has fit predict | None",
        "n_estimators": "int [1, inf)",
        "max_samples": "None | int [1, inf) | float (0.0, 1.0]",
        "max_features": "int [1, inf) | float (0.0, 1.0]",
        "bootstrap": "bool",
        "bootstrap_features": "bool",
        "oob_score": "bool",
    }

    def __init__(
        self,
        estimator=None,
        n_estimators=10,
        *,
        max_samples=None,
        max_features=1.0,
        bootstrap=True,
        bootstrap_features=False,
        oob_score=False,
        warm_start=False,
        n_jobs=None,
        random_state=None,
        verbose=0,
    ):
        self._keep(locals())

    def _base(self):
        from ..tree import DecisionTreeRegressor

        return DecisionTreeRegressor() if self.estimator is None else self.estimator

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        X, y = validate_data(self, X, y, y_numeric=True)
        return self._fit_all(X, y, sample_weight)

    def predict(self, X):
        return np.mean(self._told(X, "predict"), axis=0)
