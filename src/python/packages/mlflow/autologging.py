"""`mlflow.autolog()` and `mlflow.sklearn.autolog()`: every `fit` of scikit-learn logs what it did."""

import functools
import sys

from mlflow import fluent
from mlflow.tracking import MlflowClient

_settings = {"on": False}
#: How many of a search's candidates become runs of their own.
_fitting = {"depth": 0}


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
    registered_model_name=None,
    pos_label=None,
    extra_tags=None,
    **others,
):
    if registered_model_name is not None:
        raise NotImplementedError("registered_model_name: there is no model registry here yet")
    _settings.update(
        on=not disable,
        log_models=log_models,
        log_model_signatures=log_model_signatures,
        log_input_examples=log_input_examples,
        max_tuning_runs=max_tuning_runs,
        post=log_post_training_metrics,
        silent=silent,
        pos_label=pos_label,
        extra_tags=dict(extra_tags or {}),
    )
    if not disable:
        from sklearn import base

        base._after_fit = _around_fit
        base._after_score = _after_score


def _around_fit(estimator, fit, X, y, arguments, keywords):
    """What scikit-learn's `fit` calls instead of the fit itself, when autologging is on."""
    if not _settings["on"] or _fitting["depth"]:
        return fit(estimator, X, *arguments, **keywords)
    made = fluent.active_run() is None
    tags = {**_settings["extra_tags"]}
    if made:
        run = fluent.start_run(tags={"mlflow.autologging": "sklearn", **tags})
        if not _settings["silent"]:
            fluent.info(
                "mlflow.utils.autologging_utils",
                f"Created MLflow autologging run with ID '{run.info.run_id}', which will track hyperparameters, "
                "performance metrics, model artifacts, and lineage information for the current sklearn workflow",
            )
    status = "FINISHED"
    try:
        _log_before(estimator)
        _fitting["depth"] += 1
        try:
            fitted = fit(estimator, X, *arguments, **keywords)
        except BaseException:
            status = "FAILED"
            raise
        _log_after(estimator, X, y)
        return fitted
    finally:
        _fitting["depth"] = 0
        if made:
            fluent.end_run(status)


def _log_before(estimator):
    searching = hasattr(estimator, "param_grid") or hasattr(estimator, "param_distributions")
    params = estimator.get_params(deep=not searching)
    fluent.log_params(params)
    kind = type(estimator)
    fluent.set_tags({"estimator_name": kind.__name__, "estimator_class": f"{kind.__module__}.{kind.__name__}"})


def _log_after(estimator, X, y):
    run_id = fluent.active_run().info.run_id
    estimator.__dict__["_mlflow_run_id"] = run_id
    if y is not None and hasattr(estimator, "predict"):
        fluent.log_metrics(_training_metrics(estimator, X, y))
    searching = hasattr(estimator, "best_params_")
    if searching:
        for key, value in estimator.best_params_.items():
            fluent.log_param(f"best_{key}", value)
        fluent.log_metric("best_cv_score", estimator.best_score_)
        _log_candidates(estimator, run_id)
    if hasattr(estimator, "predict") and _settings["log_models"]:
        _log_model(estimator, X)


def _log_model(estimator, X):
    from mlflow import sklearn as flavor
    from mlflow.models import infer_signature

    rows = X[:5] if not hasattr(X, "iloc") else X.iloc[:5]
    signature = infer_signature(rows, estimator.predict(rows)) if _settings["log_model_signatures"] else None
    example = rows if _settings["log_input_examples"] else None
    flavor.log_model(estimator, name="model", signature=signature, input_example=example)


def _training_metrics(estimator, X, y):
    from sklearn import metrics
    from sklearn.base import is_classifier, is_regressor

    found = {}
    if is_classifier(estimator):
        predicted = estimator.predict(X)
        average = "weighted" if _settings["pos_label"] is None else "binary"
        more = {} if _settings["pos_label"] is None else {"pos_label": _settings["pos_label"]}
        found["training_precision_score"] = metrics.precision_score(y, predicted, average=average, **more)
        found["training_recall_score"] = metrics.recall_score(y, predicted, average=average, **more)
        found["training_f1_score"] = metrics.f1_score(y, predicted, average=average, **more)
        found["training_accuracy_score"] = metrics.accuracy_score(y, predicted)
        if hasattr(estimator, "predict_proba"):
            shares = estimator.predict_proba(X)
            found["training_log_loss"] = metrics.log_loss(y, shares)
            if shares.shape[1] > 2:
                found["training_roc_auc"] = metrics.roc_auc_score(y, shares, average="weighted", multi_class="ovo")
            else:
                found["training_roc_auc"] = metrics.roc_auc_score(y, shares[:, 1])
    elif is_regressor(estimator):
        predicted = estimator.predict(X)
        found["training_mean_squared_error"] = metrics.mean_squared_error(y, predicted)
        found["training_mean_absolute_error"] = metrics.mean_absolute_error(y, predicted)
        found["training_r2_score"] = metrics.r2_score(y, predicted)
        found["training_root_mean_squared_error"] = metrics.root_mean_squared_error(y, predicted)
    else:
        return found
    found["training_score"] = estimator.score(X, y)
    return found


def _log_candidates(search, parent):
    """The best candidates of a search as nested runs, and all of them as a table."""
    results = search.cv_results_
    client = MlflowClient()
    experiment_id = client.get_run(parent).info.experiment_id
    order = sorted(range(len(results["params"])), key=lambda at: results["rank_test_score"][at])
    chosen = order[: _settings["max_tuning_runs"]]
    if not _settings["silent"]:
        left_out = len(order) - len(chosen)
        said = "no runs will be omitted" if left_out == 0 else f"{left_out} runs will be omitted"
        count = "the best run" if len(chosen) == 1 else f"the {len(chosen)} best runs"
        fluent.info("mlflow.sklearn.utils", f"Logging {count}, {said}.")
    inner = search.estimator
    kind = type(inner)
    for at in chosen:
        tags = {
            "mlflow.user": "dojo",
            "mlflow.source.name": sys.argv[0] if sys.argv else "",
            "mlflow.source.type": "LOCAL",
            "mlflow.autologging": "sklearn",
            "mlflow.parentRunId": parent,
            "estimator_name": kind.__name__,
            "estimator_class": f"{kind.__module__}.{kind.__name__}",
        }
        run_id = client.create_run(experiment_id, tags=tags).info.run_id
        for key, value in {**inner.get_params(deep=True), **results["params"][at]}.items():
            client.log_param(run_id, key, value)
        for key in results:
            if key.startswith(("mean_", "std_")) or key == "rank_test_score":
                client.log_metric(run_id, key, float(results[key][at]))
        client.set_terminated(run_id)
    import pandas as pd

    text = pd.DataFrame(results).to_csv(index=False)
    client.log_text(parent, text, "cv_results.csv")


def _after_score(estimator, score, name):
    """A score on other rows than those of the training goes to the run of the fit."""
    run_id = estimator.__dict__.get("_mlflow_run_id")
    if _settings["on"] and _settings.get("post") and run_id is not None and not _fitting["depth"]:
        MlflowClient().log_metric(run_id, f"{type(estimator).__name__}_score_{name}", score)
