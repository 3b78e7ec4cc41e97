"""Addresses of artifacts and models: `runs:/<run>/<path>`, `models:/m-<id>`, and where a run keeps its files."""

import _mlflow

from mlflow import _world
from mlflow.exceptions import MlflowException


def run_and_path(uri):
    """The run and the path in it that an address names."""
    if uri.startswith("runs:/"):
        run_id, _, path = uri[len("runs:/"):].strip("/").partition("/")
        _world.run(run_id)
        return run_id, path
    if uri.startswith("models:/m-"):
        return _logged_model(uri[len("models:/"):])
    if uri.startswith(_world.ARTIFACTS):
        parts = uri[len(_world.ARTIFACTS):].strip("/").split("/")
        if len(parts) >= 3 and parts[2] == "artifacts":
            return parts[1], "/".join(parts[3:])
    if uri.startswith("models:/"):
        raise MlflowException(
            f"{uri}: there is no model registry here yet; name the model as 'runs:/<run_id>/<path>' or by the "
            "model_uri that log_model returned",
            "INVALID_PARAMETER_VALUE",
        )
    raise MlflowException(f"Not a proper runs:/ or models:/ URI: {uri}", "INVALID_PARAMETER_VALUE")


def _logged_model(model_id):
    for experiment in _world.experiments():
        for run_id in _mlflow.runs([experiment.experiment_id]):
            for path, _ in _mlflow.artifacts(run_id):
                folder, _, name = path.rpartition("/")
                if name == "MLmodel" and f"model_id: {model_id}" in _mlflow.artifact(run_id, path).decode("utf-8"):
                    return run_id, folder
    raise MlflowException(f"Logged model with ID '{model_id}' not found.", "RESOURCE_DOES_NOT_EXIST")
