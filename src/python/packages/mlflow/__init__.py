"""MLflow's Python API over the learner's world: experiments, runs and what they keep. Surface of mlflow 3.17."""

from mlflow import artifacts, entities, exceptions, fluent, models, pyfunc, tracking
from mlflow.autologging import autolog
from mlflow.entities import Experiment, Run, RunStatus
from mlflow.exceptions import MlflowException
from mlflow.fluent import (
    ActiveRun,
    active_run,
    create_experiment,
    delete_run,
    end_run,
    get_artifact_uri,
    get_experiment,
    get_experiment_by_name,
    get_run,
    get_tracking_uri,
    last_active_run,
    log_artifact,
    log_artifacts,
    log_dict,
    log_figure,
    log_metric,
    log_metrics,
    log_param,
    log_params,
    log_table,
    log_text,
    search_experiments,
    search_runs,
    set_experiment,
    set_tag,
    set_tags,
    set_tracking_uri,
    start_run,
)
from mlflow.tracking import MlflowClient

__version__ = "3.17.2"
__all__ = [
    "ActiveRun", "MlflowClient", "MlflowException", "active_run", "artifacts", "autolog", "create_experiment",
    "delete_run", "end_run", "get_artifact_uri", "get_experiment", "get_experiment_by_name", "get_run",
    "get_tracking_uri", "last_active_run", "log_artifact", "log_artifacts", "log_dict", "log_figure", "log_metric",
    "log_metrics", "log_param", "log_params", "log_table", "log_text", "models", "pyfunc", "search_experiments",
    "search_runs", "set_experiment", "set_tag", "set_tags", "set_tracking_uri", "sklearn", "start_run",
]


def __getattr__(name):
    # A flavour is loaded when it is used: it brings scikit-learn along.
    if name == "sklearn":
        import importlib

        return importlib.import_module("mlflow.sklearn")
    raise AttributeError(
        f"module 'mlflow' has no attribute {name!r} here. It has: {', '.join(__all__)}"
    )
