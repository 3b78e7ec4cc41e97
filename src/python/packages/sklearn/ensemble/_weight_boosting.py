"""AdaBoost: each model looks harder at what those before it got wrong."""

import numpy as np

from ..base import BaseEstimator, ClassifierMixin, RegressorMixin, clone
from ..utils.validation import check_is_fitted, check_random_state, check_weights, validate_data

MAX_INT = np.iinfo(np.int32).max


class Boosting(BaseEstimator):
    def _start(self, X, sample_weight):
        weights = check_weights(sample_weight, X)
        weights = np.ones(len(X)) if weights is None else weights
        self.estimators_, self.estimator_weights_, self.estimator_errors_ = (
            [],
            np.zeros(self.n_estimators),
            np.ones(self.n_estimators),
        )
        return weights / weights.sum(), check_random_state(self.random_state)

    def _next(self, rng):
        estimator = clone(self._base())
        if "random_state" in estimator.get_params(deep=False):
            estimator.set_params(random_state=int(rng.randint(MAX_INT)))
        return estimator

    @property
    def estimator_(self):
        return self._base()

    @property
    def feature_importances_(self):
        total = self.estimator_weights_.sum()
        pairs = zip(self.estimator_weights_, self.estimators_)
        return sum(weight * estimator.feature_importances_ for weight, estimator in pairs) / total


class AdaBoostClassifier(ClassifierMixin, Boosting):
    _limits = {
        "estimator": "has fit predict | None",
        "n_estimators": "int [1, inf)",
        "learning_rate": "float (0.0, inf)",
    }

    def __init__(self, estimator=None, *, n_estimators=50, learning_rate=1.0, random_state=None):
        self._keep(locals())

    def _base(self):
        from ..tree import DecisionTreeClassifier

        return DecisionTreeClassifier(max_depth=1) if self.estimator is None else self.estimator

    def fit(self, X, y, sample_weight=None):
        from ..utils.multiclass import check_classification_targets

        self._check_params()
        X, y = validate_data(self, X, y)
        check_classification_targets(y)
        self.classes_ = np.unique(y)
        self.n_classes_ = len(self.classes_)
        weights, rng = self._start(X, sample_weight)
        for stage in range(self.n_estimators):
            estimator = self._next(rng).fit(X, y, sample_weight=weights)
            wrong = estimator.predict(X) != y
            error = float(np.average(wrong, weights=weights))
            if error >= 1.0 - 1.0 / self.n_classes_ and error > 0:
                if not self.estimators_:
                    raise ValueError(
                        "BaseClassifier in AdaBoostClassifier ensemble is worse than random, ensemble can not be fit."
                    )
                break
            self.estimators_.append(estimator)
            self.estimator_errors_[stage] = error
            if error <= 0:
                self.estimator_weights_[stage] = 1.0
                break
            weight = self.learning_rate * (np.log((1.0 - error) / error) + np.log(self.n_classes_ - 1.0))
            self.estimator_weights_[stage] = weight
            if stage < self.n_estimators - 1:
                weights = np.exp(np.log(np.where(weights > 0, weights, 1e-300)) + weight * wrong * (weights > 0))
            weights = weights / weights.sum()
        kept = len(self.estimators_)
        self.estimator_weights_, self.estimator_errors_ = self.estimator_weights_[:kept], self.estimator_errors_[:kept]
        return self

    def decision_function(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False)
        scores = np.zeros((len(X), self.n_classes_))
        for estimator, weight in zip(self.estimators_, self.estimator_weights_):
            told = estimator.predict(X)[:, None] == self.classes_
            scores += np.where(told, weight, -weight / (self.n_classes_ - 1))
        scores /= self.estimator_weights_.sum()
        if self.n_classes_ == 2:
            return scores[:, 1] - scores[:, 0]
        return scores

    def predict(self, X):
        scores = self.decision_function(X)
        places = (scores > 0).astype(np.int64) if scores.ndim == 1 else scores.argmax(axis=1)
        return self.classes_[places]

    def predict_proba(self, X):
        from ..linear_model._logistic import softmax

        scores = self.decision_function(X)
        if self.n_classes_ == 1:
            return np.ones((len(scores), 1))
        raw = np.column_stack([-scores, scores]) / 2 if scores.ndim == 1 else scores / (self.n_classes_ - 1)
        return softmax(raw)


class AdaBoostRegressor(RegressorMixin, Boosting):
    _limits = {
        "estimator": "has fit predict | None",
        "n_estimators": "int [1, inf)",
        "learning_rate": "float (0.0, inf)",
        "loss": "{exponential, linear, square}",
    }

    def __init__(self, estimator=None, *, n_estimators=50, learning_rate=1.0, loss="linear", random_state=None):
        self._keep(locals())

    def _base(self):
        from ..tree import DecisionTreeRegressor

        return DecisionTreeRegressor(max_depth=3) if self.estimator is None else self.estimator

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        X, y = validate_data(self, X, y, y_numeric=True)
        weights, rng = self._start(X, sample_weight)
        for stage in range(self.n_estimators):
            estimator = self._next(rng)
            picked = rng.choice(np.arange(len(X)), size=len(X), replace=True, p=weights)
            estimator.fit(X[picked], y[picked])
            errors = np.abs(estimator.predict(X) - y)
            largest = errors[weights > 0].max()
            if largest != 0:
                errors = errors / largest
            errors = (
                errors**2 if self.loss == "square" else 1.0 - np.exp(-errors) if self.loss == "exponential" else errors
            )
            error = float((weights * errors).sum())
            if error >= 0.5 and self.estimators_:
                break
            self.estimators_.append(estimator)
            self.estimator_errors_[stage] = error
            if error <= 0:
                self.estimator_weights_[stage] = 1.0
                break
            beta = error / (1.0 - error)
            self.estimator_weights_[stage] = self.learning_rate * np.log(1.0 / beta)
            if stage < self.n_estimators - 1:
                weights = weights * np.power(beta, (1.0 - errors) * self.learning_rate)
            weights = weights / weights.sum()
        kept = len(self.estimators_)
        self.estimator_weights_, self.estimator_errors_ = self.estimator_weights_[:kept], self.estimator_errors_[:kept]
        return self

    def predict(self, X):
        """The median of what the models tell, by their weights."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False)
        told = np.column_stack([estimator.predict(X) for estimator in self.estimators_])
        order = told.argsort(axis=1)
        reached = self.estimator_weights_[order].cumsum(axis=1)
        middle = (reached >= 0.5 * reached[:, -1:]).argmax(axis=1)
        rows = np.arange(len(X))
        return told[rows, order[rows, middle]]
