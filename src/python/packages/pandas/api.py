"""`pandas.api`: questions about types."""

import numpy as np

from .dtypes import is_category, is_moment, is_number, is_str, pandas_dtype


def _dtype(obj):
    return getattr(obj, "dtype", None) if hasattr(obj, "dtype") else pandas_dtype(obj)


class types:
    """`pandas.api.types`."""

    @staticmethod
    def is_numeric_dtype(arr_or_dtype):
        try:
            return is_number(_dtype(arr_or_dtype))
        except TypeError:
            return False

    @staticmethod
    def is_string_dtype(arr_or_dtype):
        dtype = _dtype(arr_or_dtype)
        return is_str(dtype) or dtype == object

    @staticmethod
    def is_object_dtype(arr_or_dtype):
        return _dtype(arr_or_dtype) == object

    @staticmethod
    def is_bool_dtype(arr_or_dtype):
        return _dtype(arr_or_dtype).kind == "b"

    @staticmethod
    def is_integer_dtype(arr_or_dtype):
        return _dtype(arr_or_dtype).kind in "iu"

    @staticmethod
    def is_float_dtype(arr_or_dtype):
        return _dtype(arr_or_dtype).kind == "f"

    @staticmethod
    def is_datetime64_any_dtype(arr_or_dtype):
        dtype = _dtype(arr_or_dtype)
        return is_moment(dtype) and dtype.kind == "M"

    is_datetime64_dtype = is_datetime64_any_dtype

    @staticmethod
    def is_categorical_dtype(arr_or_dtype):
        return is_category(_dtype(arr_or_dtype))

    @staticmethod
    def is_list_like(obj):
        from .construct import is_list_like

        return is_list_like(obj)

    from .dtypes import CategoricalDtype
