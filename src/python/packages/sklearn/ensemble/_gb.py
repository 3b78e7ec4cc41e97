"""Gradient boosting: each tree mends what those before it left."""

import warnings

import numpy as np

from .._native import NativeClassifier, NativeRegressor
from ..utils.validation import check_is_fitted


class Boosted:
    """What the classifier and the regressor share."""

    def fit(self, X, y, sample_weight=None, monitor=None):
        if monitor is not None:
            raise NotImplementedError(f"{type(self).__name__}.fit: monitor is not carried here")
        if self.criterion != "deprecated":
            self._check_params()
            warnings.warn(
                "The parameter `criterion` is deprecated and will be removed in 1.11. It has no effect. Leave it to "
                "its default value to avoid this warning.",
                FutureWarning,
                stacklevel=2,
            )
        super().fit(X, y, sample_weight)
        if not hasattr(self, "n_estimators_"):
            self.n_estimators_ = self.n_estimators
        self.n_trees_per_iteration_ = 1
        return self

    _here = ("criterion",)

    def _stages(self, X):
        """The scores after each stage, a matrix each."""
        check_is_fitted(self)
        return self._model.staged(self._rows(X))


class GradientBoostingClassifier(Boosted, NativeClassifier):
    _engine = "gradient_boosting_classifier"
    _limits = {
        "loss": "{exponential, log_loss}",
        "learning_rate": "float [0.0, inf)",
        "n_estimators": "int [1, inf)",
        "subsample": "float (0.0, 1.0]",
        "criterion": "{squared_error} | hidden deprecated friedman_mse",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_depth": "int [1, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "init": "{zero} | None | has fit predict_proba",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "max_leaf_nodes": "int [2, inf) | None",
        "validation_fraction": "float (0.0, 1.0)",
        "n_iter_no_change": "int [1, inf) | None",
        "tol": "float [0.0, inf)",
        "ccp_alpha": "float [0.0, inf)",
    }

    def __init__(
        self,
        *,
        loss="log_loss",
        learning_rate=0.1,
        n_estimators=100,
        subsample=1.0,
        criterion="deprecated",
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_depth=3,
        min_impurity_decrease=0.0,
        init=None,
        random_state=None,
        max_features=None,
        verbose=0,
        max_leaf_nodes=None,
        warm_start=False,
        validation_fraction=0.1,
        n_iter_no_change=None,
        tol=0.0001,
        ccp_alpha=0.0,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None, monitor=None):
        super().fit(X, y, sample_weight, monitor)
        self.n_classes_ = len(self.classes_)
        self.n_trees_per_iteration_ = 1 if self.n_classes_ == 2 else self.n_classes_
        return self

    def _one_class(self):
        raise ValueError(
            "y contains 1 class after sample_weight trimmed classes with zero weights, while a minimum of 2 classes "
            "are required."
        )

    def predict_proba(self, X):
        check_is_fitted(self)
        return self._model.predict_proba(self._rows(X))

    def decision_function(self, X):
        check_is_fitted(self)
        return self._model.decision_function(self._rows(X))

    def staged_decision_function(self, X):
        yield from self._stages(X)

    def staged_predict_proba(self, X):
        from ..linear_model._logistic import sigmoid, softmax

        for raw in self.staged_decision_function(X):
            if raw.shape[1] > 1:
                yield softmax(raw)
            else:
                positive = sigmoid(raw[:, 0])
                yield np.column_stack([1.0 - positive, positive])

    def staged_predict(self, X):
        for shares in self.staged_predict_proba(X):
            yield self.classes_[shares.argmax(axis=1)]


class GradientBoostingRegressor(Boosted, NativeRegressor):
    _engine = "gradient_boosting_regressor"
    _limits = {
        "loss": "{absolute_error, huber, quantile, squared_error}",
        "learning_rate": "float [0.0, inf)",
        "n_estimators": "int [1, inf)",
        "subsample": "float (0.0, 1.0]",
        "criterion": "{squared_error} | hidden deprecated friedman_mse",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_depth": "int [1, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "init": "{zero} | None | has fit predict",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "alpha": "float (0.0, 1.0)",
        "max_leaf_nodes": "int [2, inf) | None",
        "validation_fraction": "float (0.0, 1.0)",
        "n_iter_no_change": "int [1, inf) | None",
        "tol": "float [0.0, inf)",
        "ccp_alpha": "float [0.0, inf)",
    }

    def __init__(
        self,
        *,
        loss="squared_error",
        learning_rate=0.1,
        n_estimators=100,
        subsample=1.0,
        criterion="deprecated",
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_depth=3,
        min_impurity_decrease=0.0,
        init=None,
        random_state=None,
        max_features=None,
        alpha=0.9,
        verbose=0,
        max_leaf_nodes=None,
        warm_start=False,
        validation_fraction=0.1,
        n_iter_no_change=None,
        tol=0.0001,
        ccp_alpha=0.0,
    ):
        self._keep(locals())

    def staged_predict(self, X):
        for scores in self._stages(X):
            yield scores[:, 0]
