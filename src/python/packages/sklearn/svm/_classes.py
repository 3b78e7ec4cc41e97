"""Support vector machines, with kernels and linear ones."""

import warnings

import numpy as np

from .._native import NativeClassifier, NativeRegressor
from ..linear_model._base import LinearClassifier
from ..utils.metaestimators import available_if
from ..utils.validation import check_is_fitted, draw_seed


class Kernel:
    """What is told of a fitted machine with a kernel."""

    def _keep_gamma(self, X):
        if self.gamma == "scale":
            spread = X.var()
            self._gamma = 1.0 / (X.shape[1] * spread) if spread != 0 else 1.0
        else:
            self._gamma = 1.0 / X.shape[1] if self.gamma == "auto" else float(self.gamma)
        self.shape_fit_, self.fit_status_ = X.shape, 0

    @property
    def coef_(self):
        if self.kernel != "linear":
            raise AttributeError("coef_ is only available when using a linear kernel")
        check_is_fitted(self)
        return self._coef

    @coef_.setter
    def coef_(self, learned):
        self._coef = learned


class SVC(Kernel, NativeClassifier):
    _engine = "svc"
    _here = ("break_ties", "probability", "shrinking")
    _limits = {
        "C": "float (0.0, inf]",
        "kernel": "{linear, poly, precomputed, rbf, sigmoid} | callable",
        "degree": "int [0, inf)",
        "gamma": "{auto, scale} | float [0.0, inf)",
        "coef0": "float (-inf, inf)",
        "shrinking": "bool",
        "probability": "bool | hidden deprecated",
        "tol": "float (0.0, inf)",
        "cache_size": "float (0.0, inf)",
        "class_weight": "{balanced} | dict | None",
        "max_iter": "int [-1, inf)",
        "decision_function_shape": "{ovo, ovr}",
        "break_ties": "bool",
    }

    def __init__(
        self,
        *,
        C=1.0,
        kernel="rbf",
        degree=3,
        gamma="scale",
        coef0=0.0,
        shrinking=True,
        probability="deprecated",
        tol=0.001,
        cache_size=200,
        class_weight=None,
        verbose=False,
        max_iter=-1,
        decision_function_shape="ovr",
        break_ties=False,
        random_state=None,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        told = not (isinstance(self.probability, str) and self.probability == "deprecated")
        if told:
            warnings.warn(
                "The `probability` parameter was deprecated in 1.9 and will be removed in version 1.11. Use "
                "`CalibratedClassifierCV(SVC(), ensemble=False)` instead of `SVC(probability=True)`",
                FutureWarning,
                stacklevel=2,
            )
        if self.break_ties:
            raise NotImplementedError("SVC: break_ties=True is not carried here")
        X, codes, weights = self._read(X, y, sample_weight)
        extra = {"probability": True} if self._has_probability() else {}
        self._learn(X, codes, len(self.classes_), weights, **extra)
        self._keep_gamma(X)
        return self

    def _one_class(self):
        raise ValueError(f"The number of classes has to be greater than one; got {len(self.classes_)} class")

    def decision_function(self, X):
        check_is_fitted(self)
        return self._model.decision_function(self._rows(X))

    def _has_probability(self):
        return self.probability is True or self.probability is np.True_

    @available_if(_has_probability)
    def predict_proba(self, X):
        check_is_fitted(self)
        return self._model.predict_proba(self._rows(X))

    @available_if(_has_probability)
    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))


class SVR(Kernel, NativeRegressor):
    _engine = "svr"
    _here = ("shrinking",)
    _limits = {
        "kernel": "{linear, poly, precomputed, rbf, sigmoid} | callable",
        "degree": "int [0, inf)",
        "gamma": "{auto, scale} | float [0.0, inf)",
        "coef0": "float (-inf, inf)",
        "tol": "float (0.0, inf)",
        "C": "float (0.0, inf]",
        "epsilon": "float [0.0, inf)",
        "shrinking": "bool",
        "cache_size": "float (0.0, inf)",
        "max_iter": "int [-1, inf)",
    }

    def __init__(
        self,
        *,
        kernel="rbf",
        degree=3,
        gamma="scale",
        coef0=0.0,
        tol=0.001,
        C=1.0,
        epsilon=0.1,
        shrinking=True,
        cache_size=200,
        verbose=False,
        max_iter=-1,
    ):
        self._keep(locals())

    def _engine_params(self):
        # libsvm is given a seed, wanted or not.
        draw_seed(None)
        return super()._engine_params()


class LinearSVC(LinearClassifier):
    _engine = "linear_svc"
    _here = ("dual", "verbose")
    _limits = {
        "penalty": "{l1, l2}",
        "loss": "{hinge, squared_hinge}",
        "dual": "bool | {auto}",
        "tol": "float (0.0, inf)",
        "C": "float (0.0, inf)",
        "multi_class": "{crammer_singer, ovr}",
        "intercept_scaling": "float (0.0, inf)",
        "class_weight": "None | dict | {balanced}",
        "max_iter": "int [0, inf)",
    }

    def __init__(
        self,
        penalty="l2",
        loss="squared_hinge",
        *,
        dual="auto",
        tol=0.0001,
        C=1.0,
        multi_class="ovr",
        fit_intercept=True,
        intercept_scaling=1,
        class_weight=None,
        verbose=0,
        random_state=None,
        max_iter=1000,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        X, codes, weights = self._read(X, y, sample_weight)
        self._take(self._run(X, codes, len(self.classes_), weights)[1])
        return self

    def _one_class(self):
        raise ValueError(
            "This solver needs samples of at least 2 classes in the data, but the data contains only one class: "
            f"{self.classes_[0]!r}"
        )

    def _not_converged(self, learned, X, y):
        return "Liblinear failed to converge, increase the number of iterations."
