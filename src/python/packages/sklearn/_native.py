"""Estimators whose fit is done by the native module: numbers in, a model out that keeps what it learned."""

import warnings

import _sklearn
import numpy as np

from .base import BaseEstimator, ClassifierMixin, RegressorMixin, defaults
from .exceptions import ConvergenceWarning
from .utils.class_weight import compute_class_weight
from .utils.metaestimators import available_if
from .utils.multiclass import check_classification_targets
from .utils.validation import check_is_fitted, check_weights, draw_seed, validate_data

# What never reaches the engine: it is dealt with here, or says how to compute and not what.
HERE = {
    "class_weight",
    "n_jobs",
    "verbose",
    "warm_start",
    "copy",
    "copy_X",
    "copy_x",
    "cache_size",
    "metric_params",
    "oob_score",
}


_names = {}


def _names_of(cls):
    """The parameters of `cls` that must be as they are by default, and those that the engine gets."""
    found = _names.get(cls)
    if found is None:
        initial = defaults(cls)
        refused = tuple(name for name in ("warm_start", "oob_score", "metric_params") if name in initial)
        sent = tuple(name for name in initial if name not in HERE and name not in cls._here)
        found = _names[cls] = (refused, sent)
    return found


class Native(BaseEstimator):
    """`_engine` is the id of the estimator in the native module; `_here` names parameters that it is not given."""

    _engine = ""
    _here = ()
    # How data are read: "numeric" refuses texts as such, a type tries to read numbers in them.
    _dtype = np.float64

    def _engine_params(self):
        refused, sent = _names_of(type(self))
        if refused:
            self._only_default(*refused)
        params = {}
        for name in sent:
            value = getattr(self, name)
            params[name] = value.item() if isinstance(value, np.generic) else value
        if "random_state" in params:
            params["random_state"] = draw_seed(params["random_state"])
        return params

    def _run(self, X, y=None, n_classes=0, sample_weight=None, **changed):
        """The model of a fit, and its attributes."""
        X = np.ascontiguousarray(X, dtype=np.float64)
        params = {**self._engine_params(), **changed}
        model = _sklearn.fit(self._engine, params, X, y, n_classes, sample_weight)
        learned = dict(model.attributes())
        if not learned.pop("converged", True):
            warnings.warn(self._not_converged(learned, X, y), ConvergenceWarning, stacklevel=3)
        return model, learned

    def _not_converged(self, learned, X, y):
        return f"{type(self).__name__} failed to converge, increase the number of iterations."

    def _learn(self, X, y=None, n_classes=0, sample_weight=None, **changed):
        self._model, learned = self._run(X, y, n_classes, sample_weight, **changed)
        for name, value in learned.items():
            # What the class works out itself it does not take.
            given = getattr(type(self), name, None)
            if not isinstance(given, property) or given.fset is not None:
                setattr(self, name, value)
        return self

    def _rows(self, X):
        """`X` as the model takes it, after a fit."""
        check_is_fitted(self)
        return np.ascontiguousarray(validate_data(self, X, reset=False, dtype=self._dtype), dtype=np.float64)


class NativeClassifier(ClassifierMixin, Native):
    def fit(self, X, y, sample_weight=None):
        X, codes, weights = self._read(X, y, sample_weight)
        return self._learn(X, codes, len(self.classes_), weights)

    def _read(self, X, y, sample_weight):
        """`X`, the places of the classes of `y` in `classes_`, and weights that hold those of the classes."""
        self._check_params()
        X, y = validate_data(self, X, y, dtype=self._dtype)
        X = np.ascontiguousarray(X, dtype=np.float64)
        check_classification_targets(y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        weights = check_weights(sample_weight, X)
        given = getattr(self, "class_weight", None)
        if given is not None:
            given = "balanced" if given == "balanced_subsample" else given
            of_class = compute_class_weight(given, classes=self.classes_, y=y)[codes]
            weights = of_class if weights is None else weights * of_class
        if len(self.classes_) < 2:
            self._one_class()
        return X, codes, weights

    def _one_class(self):
        """What to do where there is but one class: nothing, unless the solver cannot."""

    def predict(self, X):
        best = self._model_of().predict(self._rows(X))
        return self.classes_[best]

    def _model_of(self):
        check_is_fitted(self)
        return self._model

    @available_if(lambda self: hasattr(self, "predict_proba"))
    def predict_log_proba(self, X):
        with np.errstate(divide="ignore"):
            return np.log(self.predict_proba(X))


class NativeRegressor(RegressorMixin, Native):
    def fit(self, X, y, sample_weight=None):
        self._check_params()
        X, y = validate_data(self, X, y, dtype=np.float64, y_numeric=True)
        return self._learn(X, y.astype(np.float64), 0, check_weights(sample_weight, X))

    def predict(self, X):
        check_is_fitted(self)
        return self._model.predict(self._rows(X))
