"""pandas: tables with labels. Columns are numpy arrays; what goes value by value is done by `_pandas`."""

__version__ = "3.1.1"

from . import errors
from .missing import NA, NaT, isna, notna
from .index import CategoricalIndex, DatetimeIndex, Index, RangeIndex, TimedeltaIndex
from .series import Series
from .frame import DataFrame

isnull, notnull = isna, notna

# Where the other names are; they are loaded when they are first asked for.
_PLACES = {
    "astype": ["to_numeric"],
    "categorical": ["Categorical"],
    "concatenate": ["concat"],
    "csv": ["read_csv", "read_table"],
    "dates": ["to_datetime", "to_timedelta", "date_range"],
    "dtypes": ["CategoricalDtype", "StringDtype", "Int64Dtype", "Float64Dtype", "BooleanDtype"],
    "encoding": ["get_dummies", "from_dummies"],
    "json": ["read_json", "json_normalize"],
    "joining": ["merge", "merge_asof"],
    "moments": ["Timestamp", "Timedelta", "DateOffset"],
    "multi": ["MultiIndex"],
    "groupby": ["Grouper", "NamedAgg"],
    "settings": ["set_option", "get_option", "reset_option", "option_context"],
    "pickles": ["read_pickle", "to_pickle"],
    "pivoting": ["pivot", "pivot_table", "crosstab"],
    "query": ["eval"],
    "reshape": ["melt"],
    "tiling": ["cut", "qcut", "Interval"],
    "distinct": ["unique", "factorize", "value_counts"],
}
_HOME = {name: module for module, names in _PLACES.items() for name in names}
_MODULES = ("api", "plotting", "testing", "util", "arrays")
__all__ = ["NA", "NaT", "isna", "isnull", "notna", "notnull", "Index", "RangeIndex", "Series", "DataFrame", *_HOME]


def __getattr__(name):
    import importlib

    if name in _HOME:
        found = getattr(importlib.import_module("." + _HOME[name], __name__), name)
    elif name == "options":
        from .settings import Options

        found = Options()
    elif name in _MODULES:
        found = importlib.import_module("." + name, __name__)
    else:
        import difflib

        near = difflib.get_close_matches(name, [*__all__, *_MODULES], 3)
        hint = f"; near it are {', '.join(near)}" if near else ""
        raise AttributeError(f"module 'pandas' has no attribute {name!r}: it is not carried here{hint}")
    globals()[name] = found
    return found


def __dir__():
    return sorted([*globals(), *__all__, *_MODULES])
