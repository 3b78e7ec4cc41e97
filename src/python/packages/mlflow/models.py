"""What a model takes and gives, and what is written down about it."""

import json

from mlflow.exceptions import MlflowException

_NAMES = {"b": "boolean", "i": "long", "u": "long", "f": "double", "U": "string", "S": "binary", "M": "datetime", "O": "string"}


class ColSpec:
    """A column: its type and, in a frame, its name."""

    def __init__(self, type, name=None, required=True):
        self.type, self.name, self.required = type, name, required

    def to_dict(self):
        found = {"type": self.type}
        if self.name is not None:
            found["name"] = self.name
        found["required"] = self.required
        return found

    def __repr__(self):
        need = "required" if self.required else "optional"
        return f"{self.type} ({need})" if self.name is None else f"{self.name!r}: {self.type} ({need})"


class TensorSpec:
    """An array: its element type and its shape, in which the rows are open."""

    def __init__(self, type, shape, name=None):
        self.type, self.shape, self.name = type, tuple(shape), name

    def to_dict(self):
        return {"type": "tensor", "tensor-spec": {"dtype": str(self.type), "shape": list(self.shape)}}

    def __repr__(self):
        return f"Tensor({str(self.type)!r}, {self.shape})"


class Schema:
    def __init__(self, inputs):
        self.inputs = list(inputs)

    def is_tensor_spec(self):
        return bool(self.inputs) and isinstance(self.inputs[0], TensorSpec)

    def input_names(self):
        return [spec.name if spec.name is not None else at for at, spec in enumerate(self.inputs)]

    def to_dict(self):
        return [spec.to_dict() for spec in self.inputs]

    def to_json(self):
        return json.dumps(self.to_dict())

    def __eq__(self, other):
        return isinstance(other, Schema) and self.to_dict() == other.to_dict()

    def __repr__(self):
        return repr(self.inputs)


class ModelSignature:
    def __init__(self, inputs=None, outputs=None, params=None):
        self.inputs, self.outputs, self.params = inputs, outputs, params

    def to_dict(self):
        return {
            "inputs": self.inputs.to_json() if self.inputs else None,
            "outputs": self.outputs.to_json() if self.outputs else None,
            "params": None,
        }

    @classmethod
    def from_dict(cls, found):
        return cls(*(_schema_from(found.get(name)) for name in ("inputs", "outputs")))

    def __eq__(self, other):
        return isinstance(other, ModelSignature) and self.to_dict() == other.to_dict()

    def __repr__(self):
        return f"inputs: \n  {self.inputs}\noutputs: \n  {self.outputs}\nparams: \n  {self.params}\n"


def _schema_from(text):
    if not text:
        return None
    specs = []
    for found in json.loads(text):
        if found["type"] == "tensor":
            tensor = found["tensor-spec"]
            specs.append(TensorSpec(tensor["dtype"], tensor["shape"]))
        else:
            specs.append(ColSpec(found["type"], found.get("name"), found.get("required", True)))
    return Schema(specs)


def infer_signature(model_input=None, model_output=None, params=None):
    """The signature that these examples have."""
    if params is not None:
        raise NotImplementedError("params in a signature are not supported here yet")
    given = None if model_input is None else _schema(model_input)
    return ModelSignature(given, None if model_output is None else _schema(model_output))


def _schema(data):
    if hasattr(data, "columns"):
        return Schema(_column(data[name], name) for name in data.columns)
    if hasattr(data, "iloc"):
        return Schema([_column(data, data.name)])
    if hasattr(data, "dtype") and hasattr(data, "shape") and data.shape:
        return Schema([TensorSpec(data.dtype, (-1, *data.shape[1:]))])
    if isinstance(data, dict):
        return Schema(ColSpec(_scalar(value), name) for name, value in data.items())
    if isinstance(data, (list, tuple)) and data and isinstance(data[0], dict):
        return _schema(data[0])
    return Schema([ColSpec(_scalar(data))])


def _column(series, name):
    kind = getattr(series.dtype, "kind", "O")
    width = getattr(series.dtype, "itemsize", 8)
    found = _NAMES.get(kind, "string")
    if found == "long" and width <= 4:
        found = "integer"
    if found == "double" and width == 4:
        found = "float"
    complete = not bool(series.isna().any())
    return ColSpec(found, None if name is None else str(name), complete)


def _scalar(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    if isinstance(value, float):
        return "double"
    if isinstance(value, str):
        return "string"
    raise MlflowException(f"Failed to infer schema for data of type {type(value)}", "INVALID_PARAMETER_VALUE")


class ModelInfo:
    """What `log_model` tells of the model that it kept."""

    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __repr__(self):
        return f"<ModelInfo: {self.model_uri}>"
