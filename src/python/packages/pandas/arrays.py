"""The arrays under columns: numpy's, and those over a numpy array that mean more than it says.

No array is ever changed once a column has it: who writes makes a copy first. So all objects can share them, and a
change to one is never seen through another.
"""

import _pandas
import numpy as np

from .dtypes import OBJECT, STR, MaskedDtype, StringDtype
from .missing import NA, is_missing, isna_array, nan


def is_position(key):
    return isinstance(key, (int, np.integer)) and not isinstance(key, bool)


class ExtensionArray:
    """A column over the numpy array `_a`. Those that mean something else by it say how to read and write one."""

    ndim = 1
    # What stands in `_a` for a missing value.
    _gap = nan

    def __len__(self):
        return len(self._a)

    @property
    def shape(self):
        return (len(self),)

    @property
    def size(self):
        return len(self)

    @property
    def nbytes(self):
        return self._a.nbytes

    def _new(self, backing):
        raise NotImplementedError

    def _box(self, stored):
        """The scalar that a stored value stands for."""
        return stored

    def _unbox(self, value):
        """How a scalar is stored; a TypeError or ValueError if it cannot be."""
        return value

    def __getitem__(self, key):
        if is_position(key):
            return self._box(self._a[key])
        if not isinstance(key, (slice, np.ndarray)):
            key = np.asarray(key)
        return self._new(self._a[key])

    def __iter__(self):
        return iter(self.tolist())

    def __contains__(self, value):
        return value in self.tolist()

    def copy(self):
        return self._new(self._a.copy())

    def isna(self):
        raise NotImplementedError

    def tolist(self):
        return [self._box(stored) for stored in self._a.tolist()]

    to_list = tolist

    def _objects(self):
        return objects(self.tolist())

    def __array__(self, dtype=None, copy=None):
        found = self.to_numpy()
        return found if dtype is None else found.astype(dtype)

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        found = self._objects()
        return found if dtype is None else found.astype(dtype)

    def put(self, where, value):
        """This with `value`, a scalar or an array of the right length, at a mask, slice or positions."""
        backing = self._a.copy()
        if isinstance(value, ExtensionArray) and value.dtype == self.dtype:
            value = self._same(value)._a
        elif is_missing(value):
            value = self._gap
        elif isinstance(value, (ExtensionArray, np.ndarray, list)):
            value = [self._gap if is_missing(one) else self._unbox(one) for one in value]
        else:
            value = self._unbox(value)
        backing[where] = value
        return self._new(backing)

    def _same(self, other):
        """`other`, of an equal type, as this one stores it."""
        return other

    def take_fill(self, positions):
        """As `self[positions]`, with a missing value for -1."""
        if len(self) == 0:
            return self._new(np.full(len(positions), self._gap, dtype=self._a.dtype))
        backing = self._a[positions]
        gaps = positions < 0
        if gaps.any():
            backing[gaps] = self._gap
        return self._new(backing)

    def _sort_keys(self):
        return self._a

    def _factors(self):
        """What is hashed instead of the values: an array that numpy has."""
        return self._a

    def unique(self):
        return factorize(self, dropna=False)[1]

    def astype(self, dtype, copy=True):
        from .astype import astype

        return astype(self, dtype)

    def _compare(self, name, other):
        return compare_objects(name, self._objects(), other)

    def _arith(self, name, other, reflected):
        raise TypeError(f"operation '{name}' not supported for dtype '{self.dtype}'")

    def _operator(name):
        def method(self, other):
            from .ops import compare

            return compare(name, self, other)

        return method

    __eq__, __ne__, __lt__ = _operator("eq"), _operator("ne"), _operator("lt")
    __le__, __gt__, __ge__ = _operator("le"), _operator("gt"), _operator("ge")
    __hash__ = None

    def __repr__(self):
        from .summary import list_lines

        listed = list_lines([self._show(value) for value in self.tolist()], "", "")
        return f"<{self._label}>\n{listed}\nLength: {len(self)}, dtype: {self.dtype}"

    def _show(self, value):
        return repr(value)


class StrArray(ExtensionArray):
    """Text, over an array of Python strings with NaN for missing ones."""

    _label = "ArrowStringArray"

    def __init__(self, backing, dtype=STR):
        self._a, self.dtype = backing, dtype
        self._gap = dtype.na_value

    def _new(self, backing):
        return StrArray(backing, self.dtype)

    def _unbox(self, value):
        if not isinstance(value, str):
            raise TypeError(f"Invalid value '{value}' for dtype '{self.dtype}'. Value should be a string or missing value, got '{type(value).__name__}' instead.")
        return value

    @property
    def nbytes(self):
        return _pandas.str_bytes(self._a)

    def isna(self):
        return _pandas.isna_objects(self._a)

    def tolist(self):
        return self._a.tolist()

    def _objects(self):
        return self._a

    def _compare(self, name, other):
        if isinstance(other, StrArray):
            other = other._a
        return compare_objects(name, self._a, other)

    def _arith(self, name, other, reflected):
        if name == "add":
            if isinstance(other, StrArray):
                other = other._a
            if isinstance(other, str) or (isinstance(other, np.ndarray) and other.dtype.kind in "OU"):
                pair = (other, self._a) if reflected else (self._a, other)
                return self._new(_pandas.str_concat(*pair))
        if name == "mul" and isinstance(other, (int, np.integer)):
            return self._new(_pandas.str_apply(self._a, "repeat", [int(other)]))
        shown = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%"}.get(name, name)
        kind = "str" if isinstance(other, (StrArray, str)) else getattr(other, "dtype", type(other).__name__)
        raise TypeError(f"operation '{name}' not supported for dtype 'str' with dtype '{kind}'")


class MaskedArray(ExtensionArray):
    """Numbers and a mask that says which of them are missing."""

    def __init__(self, backing, mask, dtype=None):
        self._a, self._mask = backing, mask
        if dtype is None:
            name = backing.dtype.name
            name = "boolean" if name == "bool" else name.replace("u", "U", 1).replace("int", "Int").replace("float", "Float")
            dtype = MaskedDtype(name)
        self.dtype = dtype

    @property
    def _label(self):
        return {"b": "BooleanArray", "f": "FloatingArray"}.get(self._a.dtype.kind, "IntegerArray")

    def __getitem__(self, key):
        if is_position(key):
            return NA if self._mask[key] else self._a[key]
        if not isinstance(key, (slice, np.ndarray)):
            key = np.asarray(key)
        return MaskedArray(self._a[key], self._mask[key], self.dtype)

    def _new(self, backing):
        return MaskedArray(backing, np.zeros(len(backing), dtype=bool))

    def copy(self):
        return MaskedArray(self._a.copy(), self._mask.copy(), self.dtype)

    def isna(self):
        return self._mask.copy()

    @property
    def nbytes(self):
        return self._a.nbytes + self._mask.nbytes

    def tolist(self):
        found = self._a.tolist()
        for gap in np.flatnonzero(self._mask).tolist():
            found[gap] = NA
        return found

    def to_numpy(self, dtype=None, copy=False, na_value=NA):
        if not self._mask.any():
            return self._a.astype(dtype) if dtype is not None else self._a.copy()
        if dtype is not None and np.dtype(dtype).kind == "f":
            return self._floats().astype(dtype)
        found = self._objects()
        if na_value is not NA:
            found[self._mask] = na_value
        return found if dtype is None else found.astype(dtype)

    def _floats(self):
        found = self._a.astype("float64")
        found[self._mask] = nan
        return found

    def put(self, where, value):
        backing, mask = self._a.copy(), self._mask.copy()
        if isinstance(value, MaskedArray):
            backing[where], mask[where] = value._a, value._mask
        elif is_missing(value):
            mask[where] = True
        else:
            backing[where], mask[where] = value, False
        return MaskedArray(backing, mask, self.dtype)

    def take_fill(self, positions):
        gaps = positions < 0
        if len(self) == 0:
            return MaskedArray(np.zeros(len(positions), dtype=self._a.dtype), gaps, self.dtype)
        return MaskedArray(self._a[positions], self._mask[positions] | gaps, self.dtype)

    def _sort_keys(self):
        return self._floats()

    def _factors(self):
        return self._floats() if self._mask.any() else self._a

    def _operands(self, other):
        if isinstance(other, MaskedArray):
            return other._a, self._mask | other._mask
        if isinstance(other, np.ndarray) and other.dtype.kind == "f":
            return other, self._mask | np.isnan(other)
        if is_missing(other):
            return 1, np.ones(len(self), dtype=bool)
        return other, self._mask.copy()

    def _compare(self, name, other):
        other, mask = self._operands(other)
        return MaskedArray(numpy_operator(name)(self._a, other), mask)

    def _arith(self, name, other, reflected):
        other, mask = self._operands(other)
        pair = (other, self._a) if reflected else (self._a, other)
        with np.errstate(all="ignore"):
            return MaskedArray(numpy_operator(name)(*pair), mask)


class IntervalArray(ExtensionArray):
    """Intervals, over an array of Interval objects."""

    _label = "IntervalArray"

    def __init__(self, backing, dtype):
        self._a, self.dtype = backing, dtype

    def _new(self, backing):
        return IntervalArray(backing, self.dtype)

    def isna(self):
        return _pandas.isna_objects(self._a)

    def tolist(self):
        return self._a.tolist()

    def _objects(self):
        return self._a

    def _show(self, value):
        return str(value)


def numpy_operator(name):
    return getattr(np, _UFUNCS[name])


_UFUNCS = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "true_divide", "floordiv": "floor_divide",
    "mod": "remainder", "pow": "power", "eq": "equal", "ne": "not_equal", "lt": "less", "le": "less_equal",
    "gt": "greater", "ge": "greater_equal", "and": "logical_and", "or": "logical_or", "xor": "logical_xor",
}


def compare_objects(name, values, other):
    """Compares objects one by one; a missing one equals nothing."""
    return _pandas.compare_objects(name, values, other)


def objects(listed):
    """A numpy array of these very objects, sequences among them too."""
    found = np.empty(len(listed), dtype=object)
    if len(listed):
        found[:] = listed if not isinstance(listed[0], (list, tuple, np.ndarray, dict, set)) else None
        if isinstance(listed[0], (list, tuple, np.ndarray, dict, set)):
            for position, value in enumerate(listed):
                found[position] = value
    return found


def take_fill(values, positions):
    """As `values[positions]`, with a missing value for -1: whole numbers become floats, truth values objects."""
    if not isinstance(values, np.ndarray):
        return values.take_fill(positions)
    gaps = positions < 0
    if not gaps.any():
        return values[positions]
    kind = values.dtype.kind
    if kind in "iu":
        values = values.astype("float64")
    elif kind == "b":
        values = values.astype(object)
    if len(values) == 0:
        return np.full(len(positions), nan, dtype=values.dtype)
    found = values[positions]
    found[gaps] = nan
    return found


def as_objects(values):
    """A column's values as an array of Python objects."""
    if isinstance(values, np.ndarray):
        return values if values.dtype == OBJECT else values.astype(object)
    return values._objects()


def concat(parts):
    """One array of several: of their common type, which is object where there is none."""
    if len(parts) == 1:
        return parts[0]
    dtypes = [part.dtype for part in parts]
    first = parts[0]
    if all(isinstance(part, np.ndarray) for part in parts):
        kinds = {dtype.kind for dtype in dtypes}
        if "O" in kinds or ("b" in kinds and len(kinds) > 1):
            return np.concatenate([as_objects(part) for part in parts])
        return np.concatenate(parts)
    if all(dtype == dtypes[0] for dtype in dtypes):
        if isinstance(first, MaskedArray):
            return MaskedArray(
                np.concatenate([part._a for part in parts]), np.concatenate([part._mask for part in parts]), first.dtype
            )
        return first._new(np.concatenate([first._same(part)._a for part in parts]))
    if all(isinstance(part, MaskedArray) or part.dtype.kind in "biuf" and isinstance(part, np.ndarray) for part in parts):
        masks = [part._mask if isinstance(part, MaskedArray) else np.isnan(part) if part.dtype.kind == "f" else np.zeros(len(part), dtype=bool) for part in parts]
        return MaskedArray(
            np.concatenate([part._a if isinstance(part, MaskedArray) else part for part in parts]), np.concatenate(masks)
        )
    families = {getattr(dtype, "family", None) for dtype in dtypes}
    if len(families) == 1 and None not in families:
        return first._new(np.concatenate([first._same(part)._a for part in parts]))
    joined = np.concatenate([as_objects(part) for part in parts])
    if any(isinstance(dtype, StringDtype) for dtype in dtypes) and all(
        isinstance(part, StrArray) or isna_array(part).all() or _text_category(part) for part in parts
    ):
        return StrArray(joined)
    return joined


def _text_category(part):
    return getattr(part.dtype, "categories", None) is not None and part.dtype.categories.dtype == "str"


def factorize(values, sort=False, dropna=True):
    """Codes that number the distinct values in the order in which they come (or sorted), and those values.

    A missing value is -1, or with `dropna=False` a value of its own, the last when sorted.
    """
    keys = values if isinstance(values, np.ndarray) else values._factors()
    if not isinstance(keys, np.ndarray):
        keys = as_objects(keys)
    codes, firsts = _pandas.factorize(keys, dropna)
    uniques = values[firsts]
    if sort and len(firsts):
        order = argsort(uniques)
        places = np.empty(len(order), dtype="int64")
        places[order] = np.arange(len(order))
        codes = np.where(codes < 0, -1, places[codes])
        uniques = uniques[order]
    return codes, uniques


def sort_keys(values):
    """What sorts as the values do."""
    return values if isinstance(values, np.ndarray) else values._sort_keys()


def argsort(values, ascending=True, na_position="last"):
    """The positions that sort a column, those that are equal in their order."""
    keys = sort_keys(values)
    return _pandas.argsort(keys, isna_array(values), ascending, na_position == "first")


def nbytes(values):
    return values.nbytes
