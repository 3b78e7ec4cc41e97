"""Types of columns that numpy does not have, and questions about types."""

import numpy as np

from .missing import NA, nan


class ExtensionDtype:
    """A column type of pandas' own: equal to its name."""

    kind = "O"
    itemsize = 8
    _is_numeric = False

    @property
    def names(self):
        return None

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"{type(self).__name__}()"

    def __eq__(self, other):
        if isinstance(other, str):
            return other == self.name
        return type(other) is type(self) and str(other) == str(self)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)


class StringDtype(ExtensionDtype):
    """Text: `str`, where missing is NaN, or the nullable `string`, where it is NA."""

    __module__ = "pandas"

    type = str

    def __init__(self, storage=None, na_value=NA):
        self.na_value = na_value
        self.name = "string" if na_value is NA else "str"
        self.storage = "pyarrow"

    def __repr__(self):
        return "<StringDtype(na_value=nan)>" if self.name == "str" else "<StringDtype(storage='pyarrow')>"

    def __eq__(self, other):
        if other is str:
            return self.name == "str"
        return super().__eq__(other)

    __hash__ = ExtensionDtype.__hash__


class CategoricalDtype(ExtensionDtype):
    """One of few values. `categories` is an Index, or None while they are not known."""

    __module__ = "pandas"

    name = "category"
    type = object

    def __init__(self, categories=None, ordered=False):
        if categories is not None:
            from .index import Index

            categories = categories if isinstance(categories, Index) else Index(categories)
            categories = categories.rename(None)
            if not categories.is_unique:
                raise ValueError("Categorical categories must be unique")
            if categories.hasnans:
                raise ValueError("Categorical categories cannot be null")
        self.categories = categories
        self.ordered = bool(ordered)

    def __repr__(self):
        if self.categories is None:
            return f"CategoricalDtype(categories=None, ordered={self.ordered}, categories_dtype=None)"
        shown = self.categories._values
        listed = ", ".join(repr(value) for value in shown.tolist())
        return (
            f"CategoricalDtype(categories=[{listed}], ordered={self.ordered}, "
            f"categories_dtype={self.categories.dtype})"
        )

    def __eq__(self, other):
        if isinstance(other, str):
            return other == self.name
        if not isinstance(other, CategoricalDtype):
            return False
        if self.categories is None or other.categories is None:
            return self.categories is other.categories
        if self.ordered != other.ordered:
            return False
        if self.ordered:
            return self.categories.equals(other.categories)
        return len(self.categories) == len(other.categories) and set(self.categories) == set(other.categories)

    __hash__ = ExtensionDtype.__hash__


class IntervalDtype(ExtensionDtype):
    """Intervals between two numbers, as `cut` makes them."""

    type = object

    def __init__(self, subtype="float64", closed="right"):
        self.subtype, self.closed = np.dtype(subtype) if isinstance(subtype, str) else subtype, closed
        self.name = "interval"

    def __str__(self):
        return f"interval[{self.subtype}, {self.closed}]"

    __repr__ = __str__


class MomentDtype(ExtensionDtype):
    """Moments (`datetime64`) or durations (`timedelta64`) counted in a unit."""

    def __init__(self, family, unit):
        self.family, self.unit = family, unit
        self.kind = "M" if family == "datetime64" else "m"
        self.name = f"{family}[{unit}]"

    def __repr__(self):
        return f"dtype('<{self.kind}8[{self.unit}]')"

    @property
    def type(self):
        return np.datetime64 if self.kind == "M" else np.timedelta64


class MaskedDtype(ExtensionDtype):
    """Numbers with a mask for what is missing: `Int64`, `Float64`, `boolean`."""

    _is_numeric = True

    def __init__(self, name):
        self.name = name
        self.numpy_dtype = np.dtype("bool" if name == "boolean" else name.lower())
        self.kind = self.numpy_dtype.kind
        self.itemsize = self.numpy_dtype.itemsize

    def __repr__(self):
        return "BooleanDtype" if self.name == "boolean" else f"{self.name}Dtype()"


_MASKED = ("Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float32 Float64 boolean").split()


def Int64Dtype():
    return MaskedDtype("Int64")


def Float64Dtype():
    return MaskedDtype("Float64")


def BooleanDtype():
    return MaskedDtype("boolean")


STR = StringDtype(na_value=nan)
OBJECT = np.dtype("O")


def pandas_dtype(dtype):
    """The type that a name, a class or a type stands for."""
    if isinstance(dtype, (ExtensionDtype, np.dtype)):
        if isinstance(dtype, np.dtype) and dtype.kind == "U":
            return STR
        return dtype
    if dtype is str or dtype in ("str", "U"):
        return STR
    if dtype == "string":
        return StringDtype()
    if dtype == "category":
        return CategoricalDtype()
    if isinstance(dtype, str):
        if dtype in _MASKED:
            return MaskedDtype(dtype)
        for family, letter in (("datetime64", "M8"), ("timedelta64", "m8")):
            if dtype.startswith(family) or dtype.lstrip("<").startswith(letter):
                unit = dtype.partition("[")[2].rstrip("]") or "ns"
                if unit not in ("s", "ms", "us", "ns"):
                    raise NotImplementedError(f"dtype {dtype!r} is not carried here: only without a time zone")
                return MomentDtype(family, unit)
    if dtype is object or dtype == "object":
        return OBJECT
    try:
        found = np.dtype(dtype)
    except TypeError:
        shown = dtype if isinstance(dtype, str) else repr(dtype)
        raise TypeError(f"data type '{shown}' not understood") from None
    return found


def is_str(dtype):
    return isinstance(dtype, StringDtype)


def is_category(dtype):
    return isinstance(dtype, CategoricalDtype)


def is_number(dtype):
    """Whether columns of this type count as numbers: bool does."""
    if isinstance(dtype, np.dtype):
        return dtype.kind in "biufc"
    return dtype._is_numeric


def is_moment(dtype):
    return isinstance(dtype, MomentDtype)
