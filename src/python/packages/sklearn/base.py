"""What all estimators share: parameters, cloning, printing, and the mixins that give a score or a `fit_transform`."""

import _sklearn
import numpy as np

from ._config import get_config
from .exceptions import NotFittedError

__all__ = [
    "BaseEstimator", "BiclusterMixin", "ClassNamePrefixFeaturesOutMixin", "ClassifierMixin", "ClusterMixin",
    "DensityMixin", "MetaEstimatorMixin", "OneToOneFeatureMixin", "OutlierMixin", "RegressorMixin",
    "TransformerMixin", "clone", "is_classifier", "is_clusterer", "is_regressor",
]  # fmt: skip

_signatures = {}
_limits = {}
#: What wants to see each class of estimators as it is made: MLflow's autologging.
_watch = None


def defaults(cls):
    """The parameters of the constructor of `cls` with their defaults, in its order; a needed one has `REQUIRED`."""
    found = _signatures.get(cls)
    if found is None:
        found = _signatures[cls] = _read_signature(cls)
    return found


class REQUIRED:
    """Stands for the default of a parameter that has none."""


def _read_signature(cls):
    init = cls.__init__
    if init is object.__init__:
        return {}
    code = getattr(init, "__code__", None)
    if code is None:
        return {}
    if code.co_flags & 0x04:
        raise RuntimeError(
            "scikit-learn estimators should always specify their parameters in the signature of their __init__ "
            f"(no varargs). {cls} with constructor (*args) doesn't  follow this convention."
        )
    names = code.co_varnames[1 : code.co_argcount]
    given = init.__defaults__ or ()
    found = dict.fromkeys(names, REQUIRED)
    found.update(zip(names[len(names) - len(given) :], given))
    keywords = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    only = init.__kwdefaults__ or {}
    found.update((name, only.get(name, REQUIRED)) for name in keywords)
    return found


def clone(estimator, *, safe=True):
    """An estimator with the same parameters that was never fitted; lists and tuples of estimators likewise."""
    if hasattr(estimator, "__sklearn_clone__") and not isinstance(estimator, type):
        return estimator.__sklearn_clone__()
    return _clone(estimator, safe)


def _clone(estimator, safe=True):
    kind = type(estimator)
    if kind is dict:
        return {key: clone(value, safe=safe) for key, value in estimator.items()}
    if kind in (list, tuple, set, frozenset):
        return kind([clone(item, safe=safe) for item in estimator])
    if not hasattr(estimator, "get_params") or isinstance(estimator, type):
        if not safe:
            import copy

            return copy.deepcopy(estimator)
        if isinstance(estimator, type):
            raise TypeError(
                "Cannot clone object. You should provide an instance of scikit-learn estimator instead of a class."
            )
        raise TypeError(
            f"Cannot clone object '{estimator!r}' (type {type(estimator)}): it does not seem to be a scikit-learn "
            "estimator as it does not implement a 'get_params' method."
        )
    params = {name: clone(value, safe=False) for name, value in estimator.get_params(deep=False).items()}
    copied = kind(**params)
    kept = copied.get_params(deep=False)
    for name, value in params.items():
        if kept[name] is not value:
            raise RuntimeError(
                f"Cannot clone object {estimator}, as the constructor either does not set or modifies parameter {name}"
            )
    if hasattr(estimator, "_output_config"):
        copied._output_config = dict(estimator._output_config)
    return copied


class BaseEstimator:
    """The base of all estimators: every parameter of the constructor is an attribute of the same name."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if _watch is not None:
            _watch(cls)

    def _keep(self, given):
        """Sets the parameters from `locals()` of the constructor."""
        for name, value in given.items():
            if name != "self" and name != "__class__":
                setattr(self, name, value)

    @classmethod
    def _get_param_names(cls):
        return sorted(defaults(cls))

    def get_params(self, deep=True):
        params = {}
        for name in self._get_param_names():
            value = params[name] = getattr(self, name)
            if deep and hasattr(value, "get_params") and not isinstance(value, type):
                params.update((f"{name}__{inner}", item) for inner, item in value.get_params().items())
        return params

    def set_params(self, **params):
        if not params:
            return self
        known = self.get_params(deep=True)
        nested = {}
        for key, value in params.items():
            name, divided, inner = key.partition("__")
            if name not in known:
                valid = self._get_param_names()
                raise ValueError(f"Invalid parameter {name!r} for estimator {self}. Valid parameters are: {valid!r}.")
            if divided:
                nested.setdefault(name, {})[inner] = value
            else:
                setattr(self, name, value)
                known[name] = value
        for name, inner in nested.items():
            known[name].set_params(**inner)
        return self

    def _check_params(self):
        """Raises InvalidParameterError where a parameter is outside the limits of the class."""
        initial = defaults(type(self))
        # What was left as it is by default is inside the limits.
        changed = {name: value for name in initial if (value := getattr(self, name)) is not initial[name]}
        if changed:
            from .utils._param_validation import check_limits

            check_limits(_limits_of(type(self)), dict(sorted(changed.items())), type(self).__name__)

    def _only_default(self, *names):
        """Raises where one of these parameters, which are not carried, is not what it is by default."""
        initial = defaults(type(self))
        for name in names:
            if getattr(self, name) != initial[name]:
                raise NotImplementedError(f"{type(self).__name__}: {name}={getattr(self, name)!r} is not carried here")

    # Whether missing values are welcome.
    _takes_nan = False

    def __sklearn_tags__(self):
        from .utils._tags import tags_of

        return tags_of(self)

    def __repr__(self, N_CHAR_MAX=700):
        from ._repr import estimator_repr

        return estimator_repr(self, N_CHAR_MAX)

    def __getstate__(self):
        state = dict(self.__dict__)
        model = state.get("_model")
        if model is not None:
            state["_model"] = model.to_bytes()
        state["_sklearn_version"] = "1.9.1"
        return state

    def __setstate__(self, state):
        state = dict(state)
        state.pop("_sklearn_version", None)
        if isinstance(state.get("_model"), bytes):
            state["_model"] = _sklearn.from_bytes(state["_model"])
        self.__dict__.update(state)

    def __sklearn_is_fitted__(self):
        return any(name.endswith("_") and not name.startswith("__") for name in self.__dict__)


def _limits_of(cls):
    found = _limits.get(cls)
    if found is None:
        found = _limits[cls] = {}
        for base in reversed(cls.__mro__):
            found.update(base.__dict__.get("_limits", ()))
    return found


class ClassifierMixin:
    """Scores by accuracy."""

    _estimator_type = "classifier"

    def score(self, X, y, sample_weight=None):
        from .metrics import accuracy_score

        return accuracy_score(y, self.predict(X), sample_weight=sample_weight)


class RegressorMixin:
    """Scores by R squared."""

    _estimator_type = "regressor"

    def score(self, X, y, sample_weight=None):
        from .metrics import r2_score

        return r2_score(y, self.predict(X), sample_weight=sample_weight)


class ClusterMixin:
    _estimator_type = "clusterer"

    def fit_predict(self, X, y=None, **kwargs):
        self.fit(X, **kwargs)
        return self.labels_


class BiclusterMixin:
    pass


class DensityMixin:
    _estimator_type = "DensityEstimator"

    def score(self, X, y=None):
        pass


class OutlierMixin:
    _estimator_type = "outlier_detector"

    def fit_predict(self, X, y=None, **kwargs):
        return self.fit(X, **kwargs).predict(X)


class MetaEstimatorMixin:
    """An estimator that holds others."""


class SetOutputMixin:
    """`set_output`: frames out of `transform`, where the class can name its columns."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        for name in ("transform", "fit_transform"):
            method = cls.__dict__.get(name)
            if method is not None and not getattr(method, "_wraps_output", False) and callable(method):
                setattr(cls, name, _with_output(method))

    def set_output(self, *, transform=None):
        if transform is None:
            return self
        if transform not in ("default", "pandas"):
            raise ValueError(
                f"output config must be in ['default', 'pandas'] here, got {transform} (polars is not carried)"
            )
        self._output_config = {"transform": transform}
        return self


def output_of(estimator):
    """Whether `estimator` gives "default" output or "pandas"."""
    own = getattr(estimator, "_output_config", None)
    return own["transform"] if own else get_config()["transform_output"]


def _with_output(method):
    def wrapped(self, X, *args, **kwargs):
        data = method(self, X, *args, **kwargs)
        if output_of(self) == "default" or not hasattr(self, "get_feature_names_out"):
            return data
        return as_frame(data, X, self.get_feature_names_out())

    wrapped.__name__ = method.__name__
    wrapped.__doc__ = method.__doc__
    wrapped.__qualname__ = getattr(method, "__qualname__", method.__name__)
    wrapped.__wrapped__ = method
    wrapped._wraps_output = True
    return wrapped


def as_frame(data, original, names):
    """`data` as a frame with columns `names` and the index of `original`, if it has one."""
    import pandas as pd

    if hasattr(data, "iloc"):
        data.columns = names
        return data
    if hasattr(data, "toarray"):
        raise ValueError(
            "Pandas output does not support sparse data. Set sparse_output=False to output pandas dataframes or "
            'disable Pandas output via` ohe.set_output(transform="default").'
        )
    return pd.DataFrame(
        data, index=getattr(original, "index", None) if hasattr(original, "iloc") else None, columns=names
    )


class TransformerMixin(SetOutputMixin):
    """Adds `fit_transform`."""

    def fit_transform(self, X, y=None, **fit_params):
        if y is None:
            return self.fit(X, **fit_params).transform(X)
        return self.fit(X, y, **fit_params).transform(X)

    fit_transform._wraps_output = True


class OneToOneFeatureMixin:
    """As many columns out as in, with the same names."""

    def get_feature_names_out(self, input_features=None):
        from .utils.validation import check_is_fitted, feature_names_in

        check_is_fitted(self, "n_features_in_")
        return feature_names_in(self, input_features)


class ClassNamePrefixFeaturesOutMixin:
    """Columns named after the class: pca0, pca1, ..."""

    def get_feature_names_out(self, input_features=None):
        from .utils.validation import check_is_fitted

        check_is_fitted(self)
        prefix = type(self).__name__.lower()
        return np.asarray([f"{prefix}{place}" for place in range(self._n_features_out)], dtype=object)


def is_classifier(estimator):
    return _type_of(estimator) == "classifier"


def is_regressor(estimator):
    return _type_of(estimator) == "regressor"


def is_clusterer(estimator):
    return _type_of(estimator) == "clusterer"


def is_outlier_detector(estimator):
    return _type_of(estimator) == "outlier_detector"


def _type_of(estimator):
    return getattr(estimator, "_estimator_type", None)


def not_fitted(estimator):
    """The error of an estimator that is asked too early."""
    return NotFittedError(
        f"This {type(estimator).__name__} instance is not fitted yet. Call 'fit' with appropriate arguments before "
        "using this estimator."
    )
