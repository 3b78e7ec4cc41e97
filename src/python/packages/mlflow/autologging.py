"""`mlflow.autolog()` and `mlflow.sklearn.autolog()`: every `fit` of scikit-learn logs what it did."""

import functools

from mlflow import fluent

_settings = {"on": False}
#: How deep the fits and scores stand in each other: only the outermost logs.
_depth = [0]
_patched = set()
METHODS = ("fit", "fit_predict", "fit_transform", "score")
#: Estimators that only prepare data log nothing, as with MLflow itself.
SILENT = tuple(f"sklearn.{name}." for name in ("preprocessing", "impute", "feature_extraction", "feature_selection"))
SILENT_CLASSES = ("ColumnTransformer",)
#: What fits many models of its own: no runs for those.
QUIET = ("cross_validate", "cross_val_predict", "cross_val_score", "learning_curve", "permutation_test_score", "validation_curve")


def autolog(
    log_input_examples=False,
    log_model_signatures=True,
    log_models=True,
    log_datasets=True,
    disable=False,
    exclusive=False,
    disable_for_unsupported_versions=False,
    silent=False,
    max_tuning_runs=5,
    log_post_training_metrics=True,
    serialization_format="cloudpickle",
    registered_model_name=None,
    pos_label=None,
    extra_tags=None,
):
    if registered_model_name is not None:
        raise NotImplementedError("registered_model_name: there is no model registry here yet")
    _settings.update(
        on=not disable,
        log_models=log_models,
        log_model_signatures=log_model_signatures,
        log_input_examples=log_input_examples,
        exclusive=exclusive,
        max_tuning_runs=max_tuning_runs,
        post=log_post_training_metrics,
        silent=silent,
        pos_label=pos_label,
        serialization_format=serialization_format,
        extra_tags=dict(extra_tags or {}),
    )
    if not disable:
        _patch_scikit_learn()


def _patch_scikit_learn():
    from sklearn import base, model_selection

    if base._watch is not None:
        return
    base._watch = _patch
    known = [base.BaseEstimator]
    for cls in known:
        _patch(cls)
        known += cls.__subclasses__()
    for mixin in (base.ClassifierMixin, base.RegressorMixin):
        _patch(mixin)
    for name in QUIET:
        setattr(model_selection, name, _quiet(getattr(model_selection, name)))


def _patch(cls):
    """Lets the methods of a class of scikit-learn log; those it inherits were seen to already."""
    if not cls.__module__.startswith("sklearn.") or cls in _patched:
        return
    _patched.add(cls)
    for name in METHODS:
        method = cls.__dict__.get(name)
        if callable(method):
            setattr(cls, name, _logging(method, name))
        elif hasattr(method, "replaced"):
            setattr(cls, name, method.replaced(lambda inner: _logging(inner, name)))


def _logging(method, name):
    around = _around_score if name == "score" else _around_fit

    @functools.wraps(method)
    def logged(self, *args, **kwargs):
        if not _settings["on"] or _depth[0]:
            return method(self, *args, **kwargs)
        return around(method, self, args, kwargs)

    # A frame of `transform` may be around it already.
    logged._wraps_output = getattr(method, "_wraps_output", False)
    return logged


def _quiet(function):
    @functools.wraps(function)
    def called(*args, **kwargs):
        return _nested(function, args, kwargs)

    return called


def _nested(function, args, kwargs):
    """Calls it so that nothing below it logs."""
    _depth[0] += 1
    try:
        return function(*args, **kwargs)
    finally:
        _depth[0] -= 1


def _around_fit(method, estimator, args, kwargs):
    kind = type(estimator)
    if kind.__module__.startswith(SILENT) or kind.__name__ in SILENT_CLASSES:
        return _nested(method, (estimator, *args), kwargs)
    active = fluent.active_run()
    if active is not None and _settings["exclusive"]:
        return _nested(method, (estimator, *args), kwargs)
    if active is None:
        # A run of the learner's own gets no tags.
        run = fluent.start_run(tags={**_settings["extra_tags"], "mlflow.autologging": "sklearn"})
        if not _settings["silent"]:
            fluent.info(
                "mlflow.utils.autologging_utils",
                f"Created MLflow autologging run with ID '{run.info.run_id}', which will track hyperparameters, "
                "performance metrics, model artifacts, and lineage information for the current sklearn workflow",
            )
    status = "FAILED"
    try:
        fitted = _nested(_fit_and_log, (method, estimator, args, kwargs), {})
        status = "FINISHED"
        return fitted
    finally:
        if active is None:
            fluent.end_run(status)


def _fit_and_log(method, estimator, args, kwargs):
    from mlflow import _autolog_scores, _autolog_training

    _autolog_training.before(estimator)
    found = method(estimator, *args, **kwargs)
    X = args[0] if args else kwargs.get("X")
    y = args[1] if len(args) > 1 else kwargs.get("y")
    weights = kwargs.get("sample_weight")
    _autolog_training.after(estimator, X, y, weights, _settings)
    _autolog_scores.remember(estimator, fluent.active_run().info.run_id)
    return found


def _around_score(method, estimator, args, kwargs):
    from mlflow import _autolog_scores

    score = _nested(method, (estimator, *args), kwargs)
    if _settings["post"]:
        _autolog_scores.log(estimator, score, method, args, kwargs)
    return score
