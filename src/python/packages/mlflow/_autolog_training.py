"""What a fit logs by itself: parameters before it; scores on its rows, drawings, candidates and the model after it."""

import sys

from mlflow import fluent
from mlflow.tracking import MlflowClient


def before(estimator):
    searching = hasattr(estimator, "param_grid") or hasattr(estimator, "param_distributions")
    fluent.log_params(estimator.get_params(deep=not searching))
    fluent.set_tags(_class_tags(estimator))


def _class_tags(estimator):
    kind = type(estimator)
    return {"estimator_name": kind.__name__, "estimator_class": f"{kind.__module__}.{kind.__name__}"}


def after(estimator, X, y, weights, settings):
    from sklearn.base import is_classifier, is_regressor
    from sklearn.utils import estimator_html_repr

    if y is None:
        if not settings["silent"]:
            fluent.warn(
                "mlflow.sklearn",
                "Training metrics will not be recorded because training labels were not specified. To automatically "
                "record training metrics, provide training labels as inputs to the model training function.",
            )
    elif is_classifier(estimator):
        predicted = estimator.predict(X)
        fluent.log_metrics(_classifier_metrics(estimator, X, y, predicted, weights, settings["pos_label"]))
        _draw(estimator, X, y, predicted, weights)
    elif is_regressor(estimator):
        fluent.log_metrics(_regressor_metrics(estimator, X, y, weights))
    fluent.log_text(estimator_html_repr(estimator), "estimator.html")
    if hasattr(estimator, "best_params_"):
        for key, value in estimator.best_params_.items():
            fluent.log_param(f"best_{key}", value)
        fluent.log_metric("best_cv_score", estimator.best_score_)
        if settings["log_models"] and hasattr(estimator, "best_estimator_"):
            _log_model(estimator.best_estimator_, X, "best_estimator", settings)
        _log_candidates(estimator, settings)
    if settings["log_models"]:
        _log_model(estimator, X, "model", settings)


def _log_model(estimator, X, name, settings):
    from mlflow import sklearn as flavor
    from mlflow.models import infer_signature

    rows = X.iloc[:5] if hasattr(X, "iloc") else X[:5]
    told = next((method for method in ("predict", "transform") if hasattr(estimator, method)), None)
    signature = None
    if settings["log_model_signatures"] and told is not None:
        signature = infer_signature(rows, getattr(estimator, told)(rows))
    example = rows if settings["log_input_examples"] else None
    kept_as = settings["serialization_format"]
    flavor.log_model(
        estimator, name=name, signature=signature, input_example=example, serialization_format=kept_as
    )


def _classifier_metrics(estimator, X, y, predicted, weights, pos_label):
    from sklearn import metrics

    own = {"sample_weight": weights, "average": "weighted" if pos_label is None else "binary"}
    if pos_label is not None:
        own["pos_label"] = pos_label
    found = {
        "training_precision_score": metrics.precision_score(y, predicted, **own),
        "training_recall_score": metrics.recall_score(y, predicted, **own),
        "training_f1_score": metrics.f1_score(y, predicted, **own),
        "training_accuracy_score": metrics.accuracy_score(y, predicted, sample_weight=weights),
    }
    if hasattr(estimator, "predict_proba"):
        shares = estimator.predict_proba(X)
        found["training_log_loss"] = metrics.log_loss(y, shares, sample_weight=weights)
        if shares.shape[1] > 2:
            more = {"average": "weighted", "multi_class": "ovo"}
            found["training_roc_auc"] = metrics.roc_auc_score(y, shares, **more)
        else:
            found["training_roc_auc"] = metrics.roc_auc_score(y, shares[:, 1], sample_weight=weights)
    found["training_score"] = _score(estimator, X, y, weights)
    return found


def _regressor_metrics(estimator, X, y, weights):
    from sklearn import metrics

    predicted = estimator.predict(X)
    squares = metrics.mean_squared_error(y, predicted, sample_weight=weights)
    return {
        "training_mean_squared_error": squares,
        "training_root_mean_squared_error": squares**0.5,
        "training_mean_absolute_error": metrics.mean_absolute_error(y, predicted, sample_weight=weights),
        "training_r2_score": metrics.r2_score(y, predicted, sample_weight=weights),
        "training_score": _score(estimator, X, y, weights),
    }


def _score(estimator, X, y, weights):
    return estimator.score(X, y) if weights is None else estimator.score(X, y, sample_weight=weights)


def _draw(estimator, X, y, predicted, weights):
    """The confusion matrix; for two classes with probabilities the curves of their thresholds too."""
    import matplotlib.pyplot as plt
    from sklearn import metrics

    displays = {"training_confusion_matrix": metrics.ConfusionMatrixDisplay}
    if hasattr(estimator, "predict_proba") and len(estimator.classes_) == 2:
        displays["training_roc_curve"] = metrics.RocCurveDisplay
        displays["training_precision_recall_curve"] = metrics.PrecisionRecallDisplay
    for name, display in displays.items():
        more = {"normalize": "true", "cmap": "Blues"} if name == "training_confusion_matrix" else {}
        shown = display.from_estimator(estimator, X, y, sample_weight=weights, **more)
        if more:
            shown.ax_.set_title("Normalized confusion matrix")
        fluent.log_figure(shown.figure_, f"{name}.png")
        plt.close(shown.figure_)


def _log_candidates(search, settings):
    """The best candidates of a search as nested runs, and all of them as a table."""
    import pandas as pd

    results, inner = search.cv_results_, search.estimator
    parent, client = fluent.active_run(), MlflowClient()
    rank = next(key for key in results if key.startswith("rank_test_"))
    if getattr(search, "multimetric_", False) and isinstance(search.refit, str):
        rank = f"rank_test_{search.refit}"
    order = sorted(range(len(results["params"])), key=lambda at: results[rank][at])
    chosen = order[: settings["max_tuning_runs"]]
    if not settings["silent"]:
        left_out = len(order) - len(chosen)
        said = f"{left_out} runs will be omitted" if left_out else "no runs will be omitted"
        count = "the best run" if len(chosen) == 1 else f"the {len(chosen)} best runs"
        fluent.info("mlflow.sklearn.utils", f"Logging {count}, {said}.")
    shown = [key for key in results if key.startswith(("mean_", "std_", "rank_")) and "train" not in key]
    for at in chosen:
        tags = {
            "mlflow.user": parent.data.tags.get("mlflow.user", "dojo"),
            "mlflow.source.name": sys.argv[0] if sys.argv else "",
            "mlflow.source.type": "LOCAL",
            "mlflow.autologging": "sklearn",
            "mlflow.parentRunId": parent.info.run_id,
            **_class_tags(inner),
        }
        run_id = client.create_run(parent.info.experiment_id, tags=tags).info.run_id
        for key, value in {**inner.get_params(deep=True), **results["params"][at]}.items():
            client.log_param(run_id, key, value)
        for key in shown:
            client.log_metric(run_id, key, float(results[key][at]))
        client.set_terminated(run_id)
    client.log_text(parent.info.run_id, pd.DataFrame(results).to_csv(index=False), "cv_results.csv")
