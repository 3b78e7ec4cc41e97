"""Linear models fitted sample by sample."""

import numpy as np

from ..utils.metaestimators import available_if
from ._base import LinearClassifier, LinearRegressor
from ._logistic import sigmoid


class SGDClassifier(LinearClassifier):
    _engine = "sgd_classifier"
    _limits = {
        "loss": (
            "{epsilon_insensitive, hinge, huber, log_loss, modified_huber, perceptron, squared_epsilon_insensitive,"
            " squared_error, squared_hinge}"
        ),
        "penalty": "{elasticnet, l1, l2} | None",
        "alpha": "float [0.0, inf)",
        "l1_ratio": "float [0.0, 1.0] | None",
        "max_iter": "int [1, inf)",
        "tol": "float [0.0, inf) | None",
        "shuffle": "bool",
        "epsilon": "float [0.0, inf)",
        "learning_rate": "{adaptive, constant, invscaling, optimal, pa1, pa2}",
        "eta0": "float (0.0, inf)",
        "power_t": "float (-inf, inf)",
        "early_stopping": "bool",
        "validation_fraction": "float (0.0, 1.0)",
        "n_iter_no_change": "int [1, inf)",
        "class_weight": "{balanced} | dict | None",
        "average": "int (0, inf) | bool",
    }

    def _one_class(self):
        raise ValueError("The number of classes has to be greater than one; got 1 class")

    def __init__(
        self,
        loss="hinge",
        *,
        penalty="l2",
        alpha=0.0001,
        l1_ratio=0.15,
        fit_intercept=True,
        max_iter=1000,
        tol=0.001,
        shuffle=True,
        verbose=0,
        epsilon=0.1,
        n_jobs=None,
        random_state=None,
        learning_rate="optimal",
        eta0=0.01,
        power_t=0.5,
        early_stopping=False,
        validation_fraction=0.1,
        n_iter_no_change=5,
        class_weight=None,
        warm_start=False,
        average=False,
    ):
        self._keep(locals())

    def fit(self, X, y, coef_init=None, intercept_init=None, sample_weight=None):
        if coef_init is not None or intercept_init is not None:
            raise NotImplementedError("SGDClassifier: coef_init and intercept_init are not carried here")
        X, codes, weights = self._read(X, y, sample_weight)
        self._take(self._run(X, codes, len(self.classes_), weights)[1])
        return self

    @available_if(lambda self: self.loss in ("log_loss", "modified_huber"))
    def predict_proba(self, X):
        if self.loss != "log_loss":
            raise NotImplementedError("SGDClassifier: predict_proba of modified_huber is not carried here")
        shares = sigmoid(self.decision_function(X))
        if shares.ndim == 1:
            return np.column_stack([1.0 - shares, shares])
        return shares / shares.sum(axis=1, keepdims=True)


class Perceptron(LinearClassifier):
    _engine = "perceptron"
    _limits = {
        "penalty": "{elasticnet, l1, l2} | None",
        "alpha": "float [0.0, inf)",
        "l1_ratio": "float [0.0, 1.0]",
        "max_iter": "int [1, inf)",
        "tol": "float [0.0, inf) | None",
        "shuffle": "bool",
        "eta0": "float (0.0, inf)",
        "early_stopping": "bool",
        "validation_fraction": "float (0.0, 1.0)",
        "n_iter_no_change": "int [1, inf)",
        "class_weight": "{balanced} | dict | None",
    }

    def __init__(
        self,
        *,
        penalty=None,
        alpha=0.0001,
        l1_ratio=0.15,
        fit_intercept=True,
        max_iter=1000,
        tol=0.001,
        shuffle=True,
        verbose=0,
        eta0=1.0,
        n_jobs=None,
        random_state=0,
        early_stopping=False,
        validation_fraction=0.1,
        n_iter_no_change=5,
        class_weight=None,
        warm_start=False,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        X, codes, weights = self._read(X, y, sample_weight)
        self._take(self._run(X, codes, len(self.classes_), weights)[1])
        return self


class SGDRegressor(LinearRegressor):
    _engine = "sgd_regressor"
    _limits = {
        "loss": "{epsilon_insensitive, huber, squared_epsilon_insensitive, squared_error}",
        "penalty": "{elasticnet, l1, l2} | None",
        "alpha": "float [0.0, inf)",
        "l1_ratio": "float [0.0, 1.0] | None",
        "max_iter": "int [1, inf)",
        "tol": "float [0.0, inf) | None",
        "shuffle": "bool",
        "epsilon": "float [0.0, inf)",
        "learning_rate": "{adaptive, constant, invscaling, optimal, pa1, pa2}",
        "eta0": "float (0.0, inf)",
        "power_t": "float (-inf, inf)",
        "early_stopping": "bool",
        "validation_fraction": "float (0.0, 1.0)",
        "n_iter_no_change": "int [1, inf)",
        "average": "int (0, inf) | bool",
    }

    def __init__(
        self,
        loss="squared_error",
        *,
        penalty="l2",
        alpha=0.0001,
        l1_ratio=0.15,
        fit_intercept=True,
        max_iter=1000,
        tol=0.001,
        shuffle=True,
        verbose=0,
        epsilon=0.1,
        random_state=None,
        learning_rate="invscaling",
        eta0=0.01,
        power_t=0.25,
        early_stopping=False,
        validation_fraction=0.1,
        n_iter_no_change=5,
        warm_start=False,
        average=False,
    ):
        self._keep(locals())
