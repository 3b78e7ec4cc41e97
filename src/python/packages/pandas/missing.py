"""What stands for a missing value: None, NaN, NaT and NA, and how they are found."""

import _pandas
import numpy as np

nan = float("nan")
# The 64-bit number under NaT.
NAT = -(2**63)


class NAType:
    """The missing value of the nullable types. Whatever is done with it is missing too."""

    _only = None

    def __new__(cls):
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self):
        return "<NA>"

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")

    def __hash__(self):
        return 2**61 - 1

    def __reduce__(self):
        return "NA"

    def _missing(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _missing
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = __neg__ = __abs__ = _missing
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __xor__ = __rxor__ = __invert__ = _missing

    def __and__(self, other):
        return False if other is False else self

    def __or__(self, other):
        return True if other is True else self

    __rand__, __ror__ = __and__, __or__


NA = NAType()


class NaTType:
    """The missing moment and the missing duration."""

    _only = None
    value = _value = NAT

    def __new__(cls, *arguments):
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self):
        return "NaT"

    __str__ = __repr__

    def isoformat(self, *arguments):
        return "NaT"

    def strftime(self, format):
        raise ValueError("NaTType does not support strftime")

    def __hash__(self):
        return hash(NAT)

    def __bool__(self):
        return True

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    __lt__ = __le__ = __gt__ = __ge__ = __eq__

    def _missing(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __neg__ = _missing
    normalize = floor = ceil = round = date = to_pydatetime = _missing

    def __getattr__(self, name):
        if name in _MOMENT_FIELDS:
            return nan
        raise AttributeError(f"'NaTType' object has no attribute '{name}'")


_MOMENT_FIELDS = frozenset(
    "year month day hour minute second microsecond nanosecond dayofweek weekday day_of_week dayofyear day_of_year "
    "quarter week days seconds".split()
)
NaT = NaTType()


def is_missing(value):
    """Whether one scalar is missing."""
    return value is None or value is NaT or value is NA or (isinstance(value, float) and value != value)


def isna_array(values):
    """Where a column's array is missing."""
    if not isinstance(values, np.ndarray):
        return values.isna()
    kind = values.dtype.kind
    if kind == "f":
        return np.isnan(values)
    if kind == "O":
        return _pandas.isna_objects(values)
    return np.zeros(len(values), dtype=bool)


def isna(obj):
    """Where `obj` is missing: a bool for a scalar, an object of the same shape otherwise."""
    if hasattr(obj, "isna"):
        return obj.isna()
    if isinstance(obj, np.ndarray):
        if obj.ndim == 1:
            return isna_array(obj)
        return isna_array(obj.ravel()).reshape(obj.shape)
    if isinstance(obj, (list, tuple)):
        return _pandas.isna_objects(np.array(list(obj), dtype=object))
    return is_missing(obj)


def notna(obj):
    """The opposite of `isna`."""
    found = isna(obj)
    return not found if isinstance(found, bool) else ~found
