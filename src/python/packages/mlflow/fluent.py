"""The fluent API: one run at a time is the active one, nested runs within it."""

import atexit
import os
import sys
import time

import _mlflow

from mlflow import _artifacts, _world
from mlflow.entities import Run, RunStatus, ViewType
from mlflow.exceptions import MlflowException
from mlflow.tracking import MlflowClient

_active = []
_last_run_id = None
_experiment_id = None
_tracking_uri = "sqlite:///mlflow.db"


def info(module, message):
    """A line as MLflow logs it."""
    print(f"{time.strftime('%Y/%m/%d %H:%M:%S')} INFO {module}: {message}", file=sys.stderr)


def warn(module, message):
    """A warning as MLflow logs it."""
    print(f"{time.strftime('%Y/%m/%d %H:%M:%S')} WARNING {module}: {message}", file=sys.stderr)


class ActiveRun(Run):
    """The run that `with` ends."""

    def __init__(self, run):
        super().__init__(**dict(run))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if any(run.info.run_id == self.info.run_id for run in _active):
            while _active[-1].info.run_id != self.info.run_id:
                end_run()
            end_run(RunStatus.to_string(RunStatus.FINISHED if kind is None else RunStatus.FAILED))
        return kind is None


# Where it is kept


def set_tracking_uri(uri):
    """Here runs are kept in the learner's world, whatever the address is."""
    global _tracking_uri
    _tracking_uri = os.fspath(uri)


def get_tracking_uri():
    return _tracking_uri


# Experiments


def set_experiment(experiment_name=None, experiment_id=None, trace_location=None):
    global _experiment_id
    if (experiment_name is None) == (experiment_id is None):
        raise MlflowException(
            "Must specify exactly one of: `experiment_id` or `experiment_name`.", "INVALID_PARAMETER_VALUE"
        )
    client = MlflowClient()
    if experiment_id is not None:
        found = client.get_experiment(experiment_id)
    else:
        found = client.get_experiment_by_name(experiment_name)
        if found is None:
            info(
                "mlflow.tracking.fluent",
                f"Experiment with name '{experiment_name}' does not exist. Creating a new experiment.",
            )
            found = client.get_experiment(client.create_experiment(experiment_name))
    _experiment_id = found.experiment_id
    return found


def create_experiment(name, artifact_location=None, tags=None):
    return MlflowClient().create_experiment(name, artifact_location, tags)


def get_experiment(experiment_id):
    return MlflowClient().get_experiment(experiment_id)


def get_experiment_by_name(name):
    return MlflowClient().get_experiment_by_name(name)


def search_experiments(view_type=ViewType.ACTIVE_ONLY, max_results=None, filter_string=None, order_by=None):
    return MlflowClient().search_experiments(view_type, max_results or 100_000, filter_string, order_by)


def active_experiment_id():
    if _experiment_id is not None:
        return _experiment_id
    named = os.environ.get("MLFLOW_EXPERIMENT_NAME")
    if named:
        return set_experiment(named).experiment_id
    return os.environ.get("MLFLOW_EXPERIMENT_ID") or "0"


# Runs


def start_run(
    run_id=None,
    experiment_id=None,
    run_name=None,
    nested=False,
    parent_run_id=None,
    tags=None,
    description=None,
    log_system_metrics=None,
):
    global _last_run_id
    if _active and not nested:
        raise Exception(
            f"Run with UUID {_active[0].info.run_id} is already active. To start a new run, first end the current "
            "run with mlflow.end_run(). To start a nested run, call start_run with nested=True"
        )
    client = MlflowClient()
    if run_id is not None:
        found = client.get_run(run_id)
        if found.info.lifecycle_stage != "active":
            raise MlflowException(f"Cannot start run with ID {run_id} because it is in the deleted state.")
        _mlflow.end_run(run_id, "RUNNING")
        if run_name is not None:
            client.set_tag(run_id, "mlflow.runName", run_name)
    else:
        own = {"mlflow.user": _world.USER, "mlflow.source.name": sys.argv[0] if sys.argv else "", "mlflow.source.type": "LOCAL"}
        parent = parent_run_id or (_active[-1].info.run_id if _active else None)
        if parent is not None:
            client.get_run(parent)
            own["mlflow.parentRunId"] = parent
        if description is not None:
            own["mlflow.note.content"] = description
        own.update(tags or {})
        own["mlflow.source.name"] = os.path.basename(own["mlflow.source.name"])
        where = experiment_id if experiment_id is not None else active_experiment_id()
        found = client.create_run(where, tags=own, run_name=run_name)
        tags = None
    for key, value in (tags or {}).items():
        client.set_tag(found.info.run_id, key, value)
    run = ActiveRun(client.get_run(found.info.run_id))
    _active.append(run)
    _last_run_id = run.info.run_id
    return run


def end_run(status="FINISHED"):
    if _active:
        run = _active.pop()
        MlflowClient().set_terminated(run.info.run_id, status)


atexit.register(lambda: [end_run() for _ in list(_active)])


def active_run():
    return _active[-1] if _active else None


def last_active_run():
    if _active:
        return active_run()
    return None if _last_run_id is None else get_run(_last_run_id)


def get_run(run_id):
    return MlflowClient().get_run(run_id)


def delete_run(run_id):
    MlflowClient().delete_run(run_id)


def _run_id(run_id=None):
    if run_id is not None:
        return run_id
    return (_active[-1] if _active else start_run()).info.run_id


# Logging


def log_param(key, value, synchronous=None):
    return MlflowClient().log_param(_run_id(), key, value)


def log_params(params, synchronous=None, run_id=None):
    run_id = _run_id(run_id)
    for key, value in params.items():
        MlflowClient().log_param(run_id, key, value)


def log_metric(key, value, step=None, synchronous=None, timestamp=None, run_id=None, model_id=None, dataset=None):
    MlflowClient().log_metric(_run_id(run_id), key, value, timestamp, step)


def log_metrics(metrics, step=None, synchronous=None, run_id=None, timestamp=None, model_id=None, dataset=None):
    run_id = _run_id(run_id)
    for key, value in metrics.items():
        MlflowClient().log_metric(run_id, key, value, timestamp, step)


def set_tag(key, value, synchronous=None):
    MlflowClient().set_tag(_run_id(), key, value)


def set_tags(tags, synchronous=None):
    run_id = _run_id()
    for key, value in tags.items():
        MlflowClient().set_tag(run_id, key, value)


def log_artifact(local_path, artifact_path=None, run_id=None):
    _artifacts.log_file(_run_id(run_id), local_path, artifact_path)


def log_artifacts(local_dir, artifact_path=None, run_id=None):
    _artifacts.log_folder(_run_id(run_id), local_dir, artifact_path)


def log_text(text, artifact_file, run_id=None):
    MlflowClient().log_text(_run_id(run_id), text, artifact_file)


def log_dict(dictionary, artifact_file, run_id=None):
    _artifacts.log_dict(_run_id(run_id), dictionary, artifact_file)


def log_figure(figure, artifact_file, *, save_kwargs=None):
    _artifacts.log_figure(_run_id(), figure, artifact_file, save_kwargs)


def log_table(data, artifact_file, run_id=None):
    import json

    columns = {key: list(values) for key, values in (data.to_dict("list") if hasattr(data, "columns") else data).items()}
    rows = [list(row) for row in zip(*columns.values())]
    text = json.dumps({"columns": list(columns), "data": rows}, default=str)
    _artifacts.log_bytes(_run_id(run_id), text.encode("utf-8"), artifact_file)


def get_artifact_uri(artifact_path=None):
    run = _active[-1] if _active else start_run()
    uri = run.info.artifact_uri
    return f"{uri}/{artifact_path}" if artifact_path else uri


# Searching


def search_runs(
    experiment_ids=None,
    filter_string="",
    run_view_type=ViewType.ACTIVE_ONLY,
    max_results=100_000,
    order_by=None,
    output_format="pandas",
    search_all_experiments=False,
    experiment_names=None,
):
    """The runs that match, as a frame or a list."""
    if experiment_ids is not None and experiment_names is not None:
        raise MlflowException(
            "Only experiment_ids or experiment_names can be used, but not both", "INVALID_PARAMETER_VALUE"
        )
    if search_all_experiments:
        experiment_ids = [found.experiment_id for found in _world.experiments()]
    elif experiment_names is not None:
        named = [_world.experiment_by_name(name) for name in experiment_names]
        experiment_ids = [found.experiment_id for found in named if found is not None]
    elif not experiment_ids:
        experiment_ids = [active_experiment_id()]
    runs = MlflowClient().search_runs(experiment_ids, filter_string, run_view_type, min(max_results, 50_000), order_by)
    if output_format == "list":
        return runs
    if output_format != "pandas":
        raise ValueError(
            f"Unsupported output format: {output_format}. Supported string values are 'pandas' or 'list'"
        )
    return _frame(runs)


def _frame(runs):
    import pandas as pd

    columns = {
        "run_id": [run.info.run_id for run in runs],
        "experiment_id": [run.info.experiment_id for run in runs],
        "status": [run.info.status for run in runs],
        "artifact_uri": [run.info.artifact_uri for run in runs],
    }
    for name in ("start_time", "end_time"):
        columns[name] = pd.to_datetime([getattr(run.info, name) for run in runs], unit="ms")
    for group, missing in (("metrics", float("nan")), ("params", None), ("tags", None)):
        keys = {}
        for run in runs:
            keys.update(dict.fromkeys(getattr(run.data, group)))
        for key in keys:
            columns[f"{group}.{key}"] = [getattr(run.data, group).get(key, missing) for run in runs]
    return pd.DataFrame(columns)
