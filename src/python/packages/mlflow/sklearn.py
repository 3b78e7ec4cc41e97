"""scikit-learn models as MLflow keeps them."""

import warnings

from mlflow import _flavors, _skops, fluent
from mlflow.autologging import autolog
from mlflow.exceptions import MlflowException
from mlflow.models import infer_signature

SERIALIZATION_FORMAT_PICKLE = "pickle"
SERIALIZATION_FORMAT_CLOUDPICKLE = "cloudpickle"
SERIALIZATION_FORMAT_SKOPS = "skops"
#: All are kept as pickles here, under the rules of the format that is asked for.
SUPPORTED_SERIALIZATION_FORMATS = [
    SERIALIZATION_FORMAT_SKOPS,
    SERIALIZATION_FORMAT_PICKLE,
    SERIALIZATION_FORMAT_CLOUDPICKLE,
]

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
    _check_format(sk_model, serialization_format or SERIALIZATION_FORMAT_SKOPS, skops_trusted_types)
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


def _check_format(model, wanted, trusted):
    """Refuses what the wanted format refuses, and warns where it warns."""
    if wanted not in SUPPORTED_SERIALIZATION_FORMATS:
        raise MlflowException(
            f"Unrecognized serialization format: {wanted}. Please specify one of the following supported formats: "
            f"{SUPPORTED_SERIALIZATION_FORMATS}.",
            "INVALID_PARAMETER_VALUE",
        )
    if wanted != SERIALIZATION_FORMAT_SKOPS:
        fluent.warn(
            "mlflow.sklearn",
            "Saving scikit-learn models in the pickle or cloudpickle format requires exercising caution because these "
            "formats rely on Python's object serialization mechanism, which can execute arbitrary code during "
            "deserialization. The recommended safe alternative is the 'skops' format. For more information, see: "
            "https://scikit-learn.org/stable/model_persistence.html",
        )
        return
    unknown = [name for name in _skops.untrusted(model) if name not in (trusted or ())]
    if unknown:
        raise MlflowException(
            "The saved sklearn model references untrusted types. If you are sure loading these types is safe, set the "
            "'skops_trusted_types' parameter when calling 'log_model' or 'save_model' to the list of trusted types. "
            f"Root error: Untrusted types found in the file: {unknown}."
        )


def load_model(model_uri, dst_path=None):
    """The model itself, as it was logged."""
    return _flavors.load(model_uri)[0]


def _versions():
    import numpy
    import sklearn

    packages = {"mlflow": "3.17.2", "numpy": numpy.__version__, "scikit-learn": sklearn.__version__}
    return {"flavor": {"sklearn_version": sklearn.__version__}, "packages": packages}
