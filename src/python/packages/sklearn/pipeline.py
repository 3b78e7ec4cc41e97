"""Steps one after the other, or side by side, as one estimator."""

import numpy as np

from .base import BaseEstimator, TransformerMixin, clone
from .utils import Bunch
from .utils.metaestimators import available_if
from .utils.validation import check_is_fitted

__all__ = ["FeatureUnion", "Pipeline", "make_pipeline", "make_union"]


class NamedSteps:
    """Parameters reach into a list of (name, estimator) pairs, the attribute that `_steps` names."""

    _steps = "steps"

    def _pairs(self):
        return [(pair[0], pair[1]) for pair in getattr(self, self._steps)]

    def get_params(self, deep=True):
        params = super().get_params(deep=deep)
        if deep:
            pairs = self._pairs()
            params.update(pairs)
            for name, estimator in pairs:
                if hasattr(estimator, "get_params") and not isinstance(estimator, type):
                    params.update((f"{name}__{key}", value) for key, value in estimator.get_params(deep=True).items())
        return params

    def set_params(self, **params):
        if self._steps in params:
            setattr(self, self._steps, params.pop(self._steps))
        names = [name for name, _ in self._pairs()]
        for key in [key for key in params if key in names]:
            self._replace(key, params.pop(key))
        super().set_params(**params)
        return self

    def _replace(self, name, estimator):
        steps = list(getattr(self, self._steps))
        for place, pair in enumerate(steps):
            if pair[0] == name:
                steps[place] = (name, estimator, *pair[2:])
        setattr(self, self._steps, steps)

    def _check_names(self, names):
        if len(set(names)) != len(names):
            raise ValueError(f"Names provided are not unique: {list(names)!r}")
        taken = set(names).intersection(type(self)._get_param_names())
        if taken:
            raise ValueError(f"Estimator names conflict with constructor arguments: {sorted(taken)!r}")
        wrong = [name for name in names if "__" in name]
        if wrong:
            raise ValueError(f"Estimator names must not contain __: got {wrong!r}")


def no_step(step):
    return step is None or isinstance(step, str) and step == "passthrough"


def _final_has(method):
    """Whether the last step has `method`."""

    def check(self):
        getattr(self._final_estimator, method)
        return True

    return check


class Pipeline(NamedSteps, BaseEstimator):
    _limits = {
        "steps": "list | tuple",
        "transform_input": "list | None",
        "memory": "None | str | has cache",
        "verbose": "bool",
    }

    def __init__(self, steps, *, transform_input=None, memory=None, verbose=False):
        self._keep(locals())

    def _validate_steps(self):
        if not self.steps:
            raise ValueError("The pipeline is empty. Please add steps.")
        names, steps = zip(*self.steps)
        self._check_names(names)
        for step in steps[:-1]:
            if no_step(step):
                continue
            if not (hasattr(step, "fit") or hasattr(step, "fit_transform")) or not hasattr(step, "transform"):
                raise TypeError(
                    "All intermediate steps should be transformers and implement fit and transform or be the string "
                    f"'passthrough' '{step}' (type {type(step)}) doesn't"
                )
        if not no_step(steps[-1]) and not hasattr(steps[-1], "fit"):
            raise TypeError(
                f"Last step of Pipeline should implement fit or be the string 'passthrough'. '{steps[-1]}' (type "
                f"{type(steps[-1])}) doesn't"
            )

    def __len__(self):
        return len(self.steps)

    def __getitem__(self, place):
        if isinstance(place, slice):
            if place.step not in (1, None):
                raise ValueError("Pipeline slicing only supports a step of 1")
            return type(self)(self.steps[place], memory=self.memory, verbose=self.verbose)
        return self.named_steps[place] if isinstance(place, str) else self.steps[place][1]

    @property
    def named_steps(self):
        return Bunch(**dict(self.steps))

    @property
    def _final_estimator(self):
        final = self.steps[-1][1]
        return "passthrough" if final is None else final

    @property
    def _estimator_type(self):
        return getattr(self.steps[-1][1], "_estimator_type", None)

    @property
    def classes_(self):
        return self.steps[-1][1].classes_

    @property
    def n_features_in_(self):
        return self.steps[0][1].n_features_in_

    @property
    def feature_names_in_(self):
        return self.steps[0][1].feature_names_in_

    def __sklearn_is_fitted__(self):
        last = next((step for _, step in reversed(self.steps) if not no_step(step)), None)
        if last is None:
            return True
        try:
            check_is_fitted(last)
        except ValueError:
            return False
        return True

    def _steps_before(self):
        return [(name, step) for name, step in self.steps[:-1] if not no_step(step)]

    def _fit_before(self, X, y, routed):
        """`X` after all steps but the last, which are fitted on the way: a copy of each takes its place."""
        self._check_params()
        self._only_default("transform_input")
        self._validate_steps()
        self.steps = list(self.steps)
        for place, (name, step) in enumerate(self.steps[:-1]):
            if no_step(step):
                continue
            fitted = step if self.memory is None else clone(step)
            X = fit_transform(fitted, X, y, routed.get(name, {}))
            self.steps[place] = (name, fitted)
        return X

    def _routed(self, params):
        """Which step each parameter of a fit is for."""
        routed = {name: {} for name, _ in self.steps}
        for key, value in params.items():
            name, divided, inner = key.partition("__")
            if not divided:
                raise ValueError(
                    f"Pipeline.fit does not accept the {key} parameter. You can pass parameters to specific steps of "
                    "your pipeline using the stepname__parameter format, e.g. `Pipeline.fit(X, y, "
                    "logisticregression__sample_weight=sample_weight)`."
                )
            routed[name][inner] = value
        return routed

    def fit(self, X, y=None, **params):
        routed = self._routed(params)
        X = self._fit_before(X, y, routed)
        name, final = self.steps[-1]
        if not no_step(final):
            final.fit(X, y, **routed[name])
        return self

    def _can_fit_transform(self):
        final = self._final_estimator
        return no_step(final) or hasattr(final, "transform") or hasattr(final, "fit_transform")

    @available_if(_can_fit_transform)
    def fit_transform(self, X, y=None, **params):
        routed = self._routed(params)
        X = self._fit_before(X, y, routed)
        name, final = self.steps[-1]
        return X if no_step(final) else fit_transform(final, X, y, routed[name])

    @available_if(_final_has("fit_predict"))
    def fit_predict(self, X, y=None, **params):
        routed = self._routed(params)
        X = self._fit_before(X, y, routed)
        return self._final_estimator.fit_predict(X, y, **routed[self.steps[-1][0]])

    def _through(self, X):
        check_is_fitted(self)
        for _, step in self._steps_before():
            X = step.transform(X)
        return X

    @available_if(_final_has("predict"))
    def predict(self, X, **params):
        return self._final_estimator.predict(self._through(X), **params)

    @available_if(_final_has("predict_proba"))
    def predict_proba(self, X, **params):
        return self._final_estimator.predict_proba(self._through(X), **params)

    @available_if(_final_has("predict_log_proba"))
    def predict_log_proba(self, X, **params):
        return self._final_estimator.predict_log_proba(self._through(X), **params)

    @available_if(_final_has("decision_function"))
    def decision_function(self, X, **params):
        return self._final_estimator.decision_function(self._through(X), **params)

    @available_if(_final_has("score_samples"))
    def score_samples(self, X):
        return self._final_estimator.score_samples(self._through(X))

    @available_if(_final_has("score"))
    def score(self, X, y=None, sample_weight=None):
        extra = {} if sample_weight is None else {"sample_weight": sample_weight}
        return self._final_estimator.score(self._through(X), y, **extra)

    @available_if(lambda self: no_step(self._final_estimator) or hasattr(self._final_estimator, "transform"))
    def transform(self, X):
        X = self._through(X)
        return X if no_step(self._final_estimator) else self._final_estimator.transform(X)

    @available_if(lambda self: all(no_step(step) or hasattr(step, "inverse_transform") for _, step in self.steps))
    def inverse_transform(self, X):
        check_is_fitted(self)
        for _, step in reversed(self.steps):
            if not no_step(step):
                X = step.inverse_transform(X)
        return X

    def get_feature_names_out(self, input_features=None):
        names = input_features
        for name, step in self.steps:
            if no_step(step):
                continue
            if not hasattr(step, "get_feature_names_out"):
                raise AttributeError(
                    f"Estimator {name} does not provide get_feature_names_out. Did you mean to call"
                    " pipeline[:-1].get_feature_names_out()?"
                )
            names = step.get_feature_names_out(names)
        return names

    def set_output(self, *, transform=None):
        for _, step in self.steps:
            if hasattr(step, "set_output"):
                step.set_output(transform=transform)
        return self


def fit_transform(step, X, y, params):
    if hasattr(step, "fit_transform"):
        return step.fit_transform(X, y, **params)
    return step.fit(X, y, **params).transform(X)


def name_steps(steps):
    """A name for each step: its class in small letters, numbered where it occurs again."""
    names = [step if isinstance(step, str) else type(step).__name__.lower() for step in steps]
    counted = {name: 0 for name in names if names.count(name) > 1}
    named = []
    for name, step in zip(names, steps):
        if name in counted:
            counted[name] += 1
            name = f"{name}-{counted[name]}"
        named.append((name, step))
    return named


def make_pipeline(*steps, memory=None, transform_input=None, verbose=False):
    return Pipeline(name_steps(steps), transform_input=transform_input, memory=memory, verbose=verbose)


class FeatureUnion(NamedSteps, TransformerMixin, BaseEstimator):
    _steps = "transformer_list"

    def __init__(
        self,
        transformer_list,
        *,
        n_jobs=None,
        transformer_weights=None,
        verbose=False,
        verbose_feature_names_out=True,
    ):
        self._keep(locals())

    def _used(self):
        weights = self.transformer_weights or {}
        for name, step in self.transformer_list:
            if isinstance(step, str) and step == "drop":
                continue
            yield name, step, weights.get(name)

    def _validate(self):
        names, _ = zip(*self.transformer_list)
        self._check_names(names)
        for name in self.transformer_weights or ():
            if name not in names:
                raise ValueError(
                    f'Attempting to weight transformer "{name}", but it is not present in transformer_list.'
                )

    def fit(self, X, y=None, **params):
        self._validate()
        self.transformer_list = [
            (name, step if isinstance(step, str) else step.fit(X, y)) for name, step in self.transformer_list
        ]
        return self

    def fit_transform(self, X, y=None, **params):
        self._validate()
        parts = [
            _weighted(X if no_step(step) else fit_transform(step, X, y, {}), weight) for _, step, weight in self._used()
        ]
        return beside(parts, len(X) if hasattr(X, "__len__") else None)

    def transform(self, X):
        parts = [_weighted(X if no_step(step) else step.transform(X), weight) for _, step, weight in self._used()]
        return beside(parts, len(X) if hasattr(X, "__len__") else None)

    def __sklearn_is_fitted__(self):
        for _, step, _ in self._used():
            if not no_step(step):
                check_is_fitted(step)
        return True

    @property
    def named_transformers(self):
        return Bunch(**dict(self.transformer_list))

    def __getitem__(self, name):
        if not isinstance(name, str):
            raise KeyError("Only string keys are supported")
        return self.named_transformers[name]

    def get_feature_names_out(self, input_features=None):
        names = []
        for name, step, _ in self._used():
            out = input_features if no_step(step) else step.get_feature_names_out(input_features)
            names += [f"{name}__{one}" if self.verbose_feature_names_out else one for one in out]
        return np.asarray(names, dtype=object)

    def set_output(self, *, transform=None):
        super().set_output(transform=transform)
        for _, step, _ in self._used():
            if hasattr(step, "set_output"):
                step.set_output(transform=transform)
        return self


def _weighted(part, weight):
    return part if weight is None else part * weight


def beside(parts, count):
    """Tables side by side: a frame of frames, sparse where one is sparse."""
    from ._sparse import SparseMatrix, dense, is_sparse

    if not parts:
        return np.zeros((count, 0))
    if all(hasattr(part, "iloc") for part in parts):
        import pandas as pd

        return pd.concat(parts, axis=1)
    table = np.hstack([np.asarray(dense(part)) for part in parts])
    return SparseMatrix(table) if any(is_sparse(part) for part in parts) else table


def make_union(*transformers, n_jobs=None, verbose=False, verbose_feature_names_out=True):
    own = {"n_jobs": n_jobs, "verbose": verbose, "verbose_feature_names_out": verbose_feature_names_out}
    return FeatureUnion(name_steps(transformers), **own)
