"""The client: every call names its run."""

import time

import _mlflow

from mlflow import _artifacts, _world
from mlflow.entities import Metric, RunStatus, ViewType
from mlflow.exceptions import MlflowException

_PARAM_MISTAKE = """

The cause of this error is typically due to repeated calls
to an individual run_id event logging.

Incorrect Example:
---------------------------------------
with mlflow.start_run():
    mlflow.log_param("depth", 3)
    mlflow.log_param("depth", 5)
---------------------------------------

Which will throw an MlflowException for overwriting a
logged parameter.

Correct Example:
---------------------------------------
with mlflow.start_run():
    with mlflow.start_run(nested=True):
        mlflow.log_param("depth", 3)
    with mlflow.start_run(nested=True):
        mlflow.log_param("depth", 5)
---------------------------------------

Which will create a new nested run for each individual
model and prevent parameter key collisions within the
tracking store."""

MAX_PARAM, MAX_TAG = 6000, 8000


class MlflowClient:
    def __init__(self, tracking_uri=None, registry_uri=None):
        self._tracking_uri = tracking_uri

    @property
    def tracking_uri(self):
        from mlflow import fluent

        return self._tracking_uri or fluent.get_tracking_uri()

    # Experiments

    def create_experiment(self, name, artifact_location=None, tags=None):
        if artifact_location is not None:
            raise NotImplementedError("artifact_location is not supported here: artifacts stay in the learner's world")
        if name is None or name == "":
            raise MlflowException(f"Invalid experiment name: '{name or ''}'", "INVALID_PARAMETER_VALUE")
        if len(name) > 500:
            raise MlflowException("'name' exceeds the maximum length of 500 characters", "INVALID_PARAMETER_VALUE")
        if tags:
            raise NotImplementedError("tags of experiments are not supported here yet")
        return _mlflow.create_experiment(name)

    def get_experiment(self, experiment_id):
        return _world.experiment(experiment_id)

    def get_experiment_by_name(self, name):
        return _world.experiment_by_name(name)

    def search_experiments(
        self, view_type=ViewType.ACTIVE_ONLY, max_results=1000, filter_string=None, order_by=None, page_token=None
    ):
        if filter_string or order_by:
            raise NotImplementedError("search_experiments takes no filter_string and no order_by here yet")
        return list(reversed(_world.experiments()))[:max_results]

    # Runs

    def create_run(self, experiment_id, start_time=None, tags=None, run_name=None):
        tags = dict(tags or {})
        name = tags.pop("mlflow.runName", None) if run_name is None else run_name
        run_id = _mlflow.start_run(str(experiment_id), name)
        for key, value in tags.items():
            self.set_tag(run_id, key, value)
        return self.get_run(run_id)

    def get_run(self, run_id):
        return _world.run(run_id)

    def update_run(self, run_id, status=None, name=None):
        if name is not None:
            _mlflow.rename_run(run_id, name)
        if status is not None:
            _mlflow.end_run(run_id, RunStatus.to_string(RunStatus.from_string(status)))

    def set_terminated(self, run_id, status=None, end_time=None):
        status = "FINISHED" if status is None else RunStatus.to_string(RunStatus.from_string(status))
        _mlflow.end_run(run_id, status)

    def delete_run(self, run_id):
        _world.run(run_id)
        if self.get_run(run_id).info.lifecycle_stage == "active":
            _mlflow.delete_run(run_id)

    def restore_run(self, run_id):
        _world.run(run_id)
        if self.get_run(run_id).info.lifecycle_stage != "active":
            _mlflow.restore_run(run_id)

    def search_runs(
        self,
        experiment_ids,
        filter_string="",
        run_view_type=ViewType.ACTIVE_ONLY,
        max_results=1000,
        order_by=None,
        page_token=None,
    ):
        if isinstance(experiment_ids, (str, int)):
            experiment_ids = [experiment_ids]
        ids = [str(id) for id in experiment_ids]
        found = _mlflow.search(ids, filter_string or "", list(order_by or []), run_view_type, max_results)
        return [_world.run(id) for id in found]

    # What a run logs

    def log_param(self, run_id, key, value, synchronous=None):
        text = str(value)
        try:
            _mlflow.log_param(run_id, key, text[:MAX_PARAM])
        except MlflowException as error:
            if error.error_code != "INVALID_PARAMETER_VALUE":
                raise
            raise MlflowException(error.message + _PARAM_MISTAKE, error.error_code) from None
        return value

    def log_metric(
        self, run_id, key, value, timestamp=None, step=None, synchronous=None, dataset_name=None,
        dataset_digest=None, model_id=None,
    ):
        _mlflow.log_metric(run_id, key, _number(value, timestamp), int(step or 0), timestamp)

    def set_tag(self, run_id, key, value, synchronous=None):
        if key == "mlflow.runName":
            _mlflow.rename_run(run_id, str(value))
        else:
            _mlflow.set_tag(run_id, key, str(value)[:MAX_TAG])

    def log_batch(self, run_id, metrics=(), params=(), tags=(), synchronous=None):
        keys = [param.key for param in params]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise MlflowException(
                f"Duplicate parameter keys have been submitted: {twice}. Please ensure the request contains only one "
                "param value per param key.",
                "INVALID_PARAMETER_VALUE",
            )
        for param in params:
            self.log_param(run_id, param.key, param.value)
        for metric in metrics:
            self.log_metric(run_id, metric.key, metric.value, metric.timestamp, metric.step)
        for tag in tags:
            self.set_tag(run_id, tag.key, tag.value)

    def get_metric_history(self, run_id, key):
        self.get_run(run_id)
        return [
            Metric(key, value, timestamp, step, run_id=run_id)
            for value, timestamp, step in _mlflow.history(run_id, key)
        ]

    # What a run keeps

    def log_artifact(self, run_id, local_path, artifact_path=None):
        _artifacts.log_file(run_id, local_path, artifact_path)

    def log_artifacts(self, run_id, local_dir, artifact_path=None):
        _artifacts.log_folder(run_id, local_dir, artifact_path)

    def log_text(self, run_id, text, artifact_file):
        _artifacts.log_bytes(run_id, text.encode("utf-8"), artifact_file)

    def log_dict(self, run_id, dictionary, artifact_file):
        _artifacts.log_dict(run_id, dictionary, artifact_file)

    def log_figure(self, run_id, figure, artifact_file, *, save_kwargs=None):
        _artifacts.log_figure(run_id, figure, artifact_file, save_kwargs)

    def list_artifacts(self, run_id, path=None):
        return _artifacts.listed(run_id, path)

    def download_artifacts(self, run_id, path, dst_path=None):
        return _artifacts.download(run_id, path, dst_path)


def _number(value, timestamp):
    try:
        return float(value)
    except (TypeError, ValueError):
        at = int(time.time() * 1000) if timestamp is None else timestamp
        raise MlflowException(
            f"Invalid value {value!r} for parameter 'value' supplied: (timestamp={at}). "
            "Please specify value as a valid double (64-bit floating point)",
            "INVALID_PARAMETER_VALUE",
        ) from None
