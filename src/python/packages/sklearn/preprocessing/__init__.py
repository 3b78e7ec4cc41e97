"""Features made ready: scaled, encoded, binned, combined."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._data": (
            "MaxAbsScaler MinMaxScaler RobustScaler StandardScaler maxabs_scale minmax_scale robust_scale scale"
        ),
        "._rows": "Binarizer Normalizer binarize normalize",
        "._label": "LabelBinarizer LabelEncoder MultiLabelBinarizer label_binarize",
        "._encoders": "OneHotEncoder",
        "._ordinal": "OrdinalEncoder",
        "._polynomial": "PolynomialFeatures",
        "._discretization": "KBinsDiscretizer",
        "._function_transformer": "FunctionTransformer",
        "._shapes": "PowerTransformer QuantileTransformer power_transform quantile_transform",
    },
)
