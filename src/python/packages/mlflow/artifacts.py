"""Reading what runs keep."""

from mlflow import _artifacts
from mlflow.exceptions import MlflowException


def _place(artifact_uri, run_id, artifact_path):
    if artifact_uri is not None:
        from mlflow._uris import run_and_path

        return run_and_path(artifact_uri)
    if run_id is None:
        raise MlflowException("Exactly one of `run_id` or `artifact_uri` must be specified")
    return run_id, artifact_path or ""


def list_artifacts(artifact_uri=None, run_id=None, artifact_path=None, tracking_uri=None):
    run_id, path = _place(artifact_uri, run_id, artifact_path)
    return _artifacts.listed(run_id, path or None)


def download_artifacts(artifact_uri=None, run_id=None, artifact_path=None, dst_path=None, tracking_uri=None):
    run_id, path = _place(artifact_uri, run_id, artifact_path)
    return _artifacts.download(run_id, path, dst_path)


def load_text(artifact_uri):
    run_id, path = _place(artifact_uri, None, None)
    return _artifacts.read(run_id, path).decode("utf-8")


def load_dict(artifact_uri):
    import json

    return json.loads(load_text(artifact_uri))
