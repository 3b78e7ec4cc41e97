"""scikit-learn models as MLflow keeps them."""

import warnings

from mlflow import _flavors, fluent
from mlflow.autologging import autolog
from mlflow.exceptions import MlflowException
from mlflow.models import infer_signature

#: All are kept as pickles here, so that there are no types to be trusted one by one.
FORMATS = ("pickle", "cloudpickle", "skops")

__all__ = ["autolog", "load_model", "log_model"]


def log_model(
    sk_model,
    artifact_path=None,
    conda_env=None,
    code_paths=None,
    serialization_format=None,
    registered_model_name=None,
    signature=None,
    input_example=None,
    await_registration_for=None,
    pip_requirements=None,
    extra_pip_requirements=None,
    pyfunc_predict_fn="predict",
    metadata=None,
    *,
    name=None,
    params=None,
    tags=None,
    model_type=None,
    step=0,
    model_id=None,
    skops_trusted_types=None,
):
    """Keeps a fitted model in the active run, or in a new one."""
    if registered_model_name is not None:
        raise NotImplementedError("registered_model_name: there is no model registry here yet")
    if serialization_format not in (None, *FORMATS):
        raise MlflowException(
            f"Unrecognized serialization format: {serialization_format}. Please specify one of the following supported "
            f"formats: {list(FORMATS)}.",
            "INVALID_PARAMETER_VALUE",
        )
    if artifact_path is not None and name is None:
        fluent.warn("mlflow.models.model", "`artifact_path` is deprecated. Please use `name` instead.")
    path = name or artifact_path or "model"
    if input_example is not None and signature is None and hasattr(sk_model, pyfunc_predict_fn):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            signature = infer_signature(input_example, getattr(sk_model, pyfunc_predict_fn)(input_example))
    return _flavors.log(
        sk_model, fluent._run_id(), path, "sklearn", _versions(), signature, input_example, pyfunc_predict_fn
    )


def load_model(model_uri, dst_path=None):
    """The model itself, as it was logged."""
    return _flavors.load(model_uri)[0]


def _versions():
    import numpy
    import sklearn

    packages = {"mlflow": "3.17.2", "numpy": numpy.__version__, "scikit-learn": sklearn.__version__}
    return {"flavor": {"sklearn_version": sklearn.__version__}, "packages": packages}
