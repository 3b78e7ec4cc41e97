"""Writing models down among a run's artifacts and reading them back."""

import hashlib
import json
import pickle
import sys
import time

import _mlflow

from mlflow import _artifacts, _world
from mlflow._uris import run_and_path
from mlflow.exceptions import MlflowException
from mlflow.models import ModelInfo, ModelSignature

PYTHON = "3.13.0"
PIP = "24.2"


class Metadata:
    """What an MLmodel file says, as far as loading needs it."""

    def __init__(self, artifact_path, run_id, signature, predict_fn, loader):
        self.artifact_path, self.run_id, self.signature = artifact_path, run_id, signature
        self.predict_fn, self.loader = predict_fn, loader


def log(model, run_id, path, flavor, versions, signature=None, input_example=None, predict_fn="predict"):
    """Keeps a model with what others need to use it; gives its `ModelInfo`."""
    import yaml

    count = len(_mlflow.artifacts(run_id))
    model_id = "m-" + hashlib.md5(f"{run_id}/{path}/{count}".encode()).hexdigest()
    content = pickle.dumps(model)
    experiment_id = _mlflow.info(run_id)[0]
    where = f"{_world.artifact_uri(experiment_id, run_id)}/{path}"
    flavors = {
        "python_function": {
            "env": {"conda": "conda.yaml", "virtualenv": "python_env.yaml"},
            "loader_module": f"mlflow.{flavor}",
            "model_path": "model.pkl",
            "predict_fn": predict_fn,
            "python_version": PYTHON,
        },
        flavor: {"code": None, "pickled_model": "model.pkl", "serialization_format": "pickle", **versions["flavor"]},
    }
    text = {
        "artifact_path": where,
        "flavors": flavors,
        "mlflow_version": "3.17.2",
        "model_id": model_id,
        "model_size_bytes": len(content),
        "model_uuid": model_id,
        "run_id": run_id,
        "utc_time_created": time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime()) + ".000000",
    }
    if signature is not None:
        text["signature"] = signature.to_dict()
    if input_example is not None:
        text["saved_input_example_info"] = _keep_example(run_id, path, input_example)
    needs = [f"{name}=={version}" for name, version in sorted(versions["packages"].items())]
    environment = {
        "python": PYTHON,
        "build_dependencies": [f"pip=={PIP}", "setuptools", "wheel"],
        "dependencies": ["-r requirements.txt"],
    }
    conda = {
        "channels": ["conda-forge"],
        "dependencies": [f"python={PYTHON}", f"pip<={PIP}", {"pip": needs}],
        "name": "mlflow-env",
    }
    files = {
        "MLmodel": yaml.safe_dump(text, default_flow_style=False, allow_unicode=True),
        "requirements.txt": "\n".join(needs),
        "python_env.yaml": yaml.safe_dump(environment, default_flow_style=False, sort_keys=False),
        "conda.yaml": yaml.safe_dump(conda, default_flow_style=False),
    }
    for name, written in files.items():
        _artifacts.log_bytes(run_id, written.encode("utf-8"), f"{path}/{name}")
    _artifacts.log_bytes(run_id, content, f"{path}/model.pkl")
    return ModelInfo(
        artifact_path=where,
        flavors=flavors,
        model_id=model_id,
        model_uri=f"models:/{model_id}",
        model_uuid=model_id,
        name=path,
        run_id=run_id,
        signature=signature,
        mlflow_version="3.17.2",
        utc_time_created=text["utc_time_created"],
        registered_model_version=None,
    )


def _keep_example(run_id, path, example):
    if hasattr(example, "columns"):
        found = {"columns": list(example.columns), "data": example.to_numpy().tolist()}
        kind, serving = "dataframe", {"dataframe_split": found}
    else:
        found = example.tolist() if hasattr(example, "tolist") else example
        kind, serving = "ndarray", {"inputs": found}
    for name, value in (("input_example.json", found), ("serving_input_example.json", serving)):
        _artifacts.log_bytes(run_id, json.dumps(value, default=str).encode("utf-8"), f"{path}/{name}")
    info = {"artifact_path": "input_example.json", "serving_input_path": "serving_input_example.json", "type": kind}
    if kind == "dataframe":
        info["pandas_orient"] = "split"
    return info


def load(model_uri):
    """A model and what its MLmodel file says."""
    import yaml

    run_id, path = run_and_path(model_uri)
    written = _mlflow.artifact(run_id, f"{path}/MLmodel")
    if written is None:
        raise MlflowException(
            f"Failed to download artifacts from path '{path}', please ensure that the path is correct.",
            "RESOURCE_DOES_NOT_EXIST",
        )
    text = yaml.safe_load(written.decode("utf-8"))
    function = text["flavors"]["python_function"]
    signature = text.get("signature")
    metadata = Metadata(
        text["artifact_path"],
        text.get("run_id"),
        None if signature is None else ModelSignature.from_dict(signature),
        function.get("predict_fn", "predict"),
        function["loader_module"],
    )
    return pickle.loads(_artifacts.read(run_id, f"{path}/{function['model_path']}")), metadata
