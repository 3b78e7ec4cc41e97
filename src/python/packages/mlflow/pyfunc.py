"""Any model as a function of a table."""

from mlflow import _flavors
from mlflow.exceptions import MlflowException


class PyFuncModel:
    def __init__(self, model, metadata):
        self._model, self.metadata = model, metadata

    def predict(self, data, params=None):
        return getattr(self._model, self.metadata.predict_fn)(self._checked(data))

    def unwrap_python_model(self):
        return self._model

    def _checked(self, data):
        """The data as the signature wants it."""
        signature = self.metadata.signature
        if signature is None or signature.inputs is None:
            return data
        schema = signature.inputs
        if schema.is_tensor_spec():
            if not hasattr(data, "shape"):
                raise MlflowException(
                    f"Failed to enforce schema of data '{data}' with schema '{schema}'. Error: This model contains a "
                    "tensor-based model signature with no input names, which suggests a numpy array input or a "
                    "pandas dataframe input with proper column values, but an input of type "
                    f"{type(data)} was found.",
                    "INVALID_PARAMETER_VALUE",
                )
            return data
        names = schema.input_names()
        if hasattr(data, "columns"):
            missing = [name for name in names if name not in list(data.columns)]
            if missing:
                raise MlflowException(
                    f"Failed to enforce schema of data '{data}' with schema '{schema}'. Error: Model is missing "
                    f"inputs {missing}.",
                    "INVALID_PARAMETER_VALUE",
                )
            return data[names]
        return data

    def __repr__(self):
        lines = ["mlflow.pyfunc.loaded_model:", f"  artifact_path: {self.metadata.artifact_path}", f"  flavor: {self.metadata.loader}"]
        if self.metadata.run_id:
            lines.append(f"  run_id: {self.metadata.run_id}")
        return "\n".join(lines) + "\n"


def load_model(model_uri, suppress_warnings=False, dst_path=None, model_config=None):
    """The model at an address, ready to predict."""
    model, metadata = _flavors.load(model_uri)
    return PyFuncModel(model, metadata)
