"""Estimators put together by columns and by targets."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._column_transformer": "ColumnTransformer make_column_selector make_column_transformer",
        "._target": "TransformedTargetRegressor",
    },
)
