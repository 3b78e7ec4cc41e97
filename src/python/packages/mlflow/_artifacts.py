"""Files that a run keeps: by path, content in the learner's world."""

import json
import os
import tempfile

import _mlflow

from mlflow.entities import FileInfo
from mlflow.exceptions import MlflowException


def log_bytes(run_id, content, path):
    if os.path.isabs(path) or ".." in path.split("/"):
        raise MlflowException(f"Invalid artifact path: '{path}'. Names may be treated as files in certain cases", "INVALID_PARAMETER_VALUE")
    _mlflow.log_artifact(run_id, path, content)


def log_file(run_id, local_path, artifact_path=None):
    local_path = os.fspath(local_path)
    if os.path.isdir(local_path):
        name = os.path.basename(os.path.abspath(local_path))
        log_folder(run_id, local_path, os.path.join(artifact_path or "", name))
        return
    with open(local_path, "rb") as file:
        content = file.read()
    log_bytes(run_id, content, os.path.join(artifact_path or "", os.path.basename(local_path)))


def log_folder(run_id, local_dir, artifact_path=None):
    local_dir = os.fspath(local_dir)
    for folder, _, names in os.walk(local_dir):
        below = os.path.relpath(folder, local_dir)
        for name in names:
            parts = [part for part in (artifact_path, below, name) if part and part != "."]
            with open(os.path.join(folder, name), "rb") as file:
                log_bytes(run_id, file.read(), "/".join(parts))


def log_dict(run_id, dictionary, path):
    if os.path.splitext(path)[1] in (".yml", ".yaml"):
        import yaml

        text = yaml.safe_dump(dictionary, default_flow_style=False, allow_unicode=True)
    else:
        # As MLflow, whatever the name is otherwise.
        text = json.dumps(dictionary, indent=2, default=str)
    log_bytes(run_id, text.encode("utf-8"), path)


def log_figure(run_id, figure, path, save_kwargs=None):
    if not hasattr(figure, "savefig"):
        raise TypeError(f"Unsupported figure object type: '{type(figure)}'")
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, os.path.basename(path))
        figure.savefig(file, **(save_kwargs or {}))
        with open(file, "rb") as saved:
            log_bytes(run_id, saved.read(), path)


def listed(run_id, path=None):
    """The files and folders directly below `path`."""
    prefix = f"{path.strip('/')}/" if path else ""
    found = {}
    for name, size in _mlflow.artifacts(run_id):
        if name.startswith(prefix):
            first, _, rest = name[len(prefix):].partition("/")
            found[prefix + first] = FileInfo(prefix + first, bool(rest), None if rest else size)
    return [found[name] for name in sorted(found)]


def read(run_id, path):
    content = _mlflow.artifact(run_id, path)
    if content is None:
        raise MlflowException(f"No such artifact: '{path}'", "RESOURCE_DOES_NOT_EXIST")
    return content


def download(run_id, path, dst_path=None):
    """Writes an artifact, or all below a path, into a folder and says where."""
    path = path.strip("/")
    folder = dst_path or tempfile.mkdtemp()
    names = [name for name, _ in _mlflow.artifacts(run_id) if name == path or not path or name.startswith(path + "/")]
    if not names:
        raise MlflowException(f"No such artifact: '{path}'", "RESOURCE_DOES_NOT_EXIST")
    for name in names:
        target = os.path.join(folder, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(read(run_id, name))
    return os.path.join(folder, path)
