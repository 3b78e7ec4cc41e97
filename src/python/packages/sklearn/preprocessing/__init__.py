"""Features made ready: scaled, encoded, binned, combined."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._scalers": (
            "MaxAbsScaler MinMaxScaler RobustScaler StandardScaler maxabs_scale minmax_scale robust_scale scale"
        ),
        "._rows": "Binarizer Normalizer binarize normalize",
        "._labels": "LabelBinarizer LabelEncoder MultiLabelBinarizer label_binarize",
        "._one_hot": "OneHotEncoder",
        "._ordinal": "OrdinalEncoder",
        "._polynomial": "PolynomialFeatures",
        "._bins": "KBinsDiscretizer",
        "._function": "FunctionTransformer",
        "._shapes": "PowerTransformer QuantileTransformer power_transform quantile_transform",
    },
)
