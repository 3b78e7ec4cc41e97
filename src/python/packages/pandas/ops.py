"""Arithmetic and comparison of columns, and the operators of Series and Index."""

import numpy as np

from .arrays import ExtensionArray, MaskedArray, StrArray, compare_objects, numpy_operator
from .dates import TimedeltaArray
from .missing import isna_array

_SWAPPED = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le", "eq": "eq", "ne": "ne"}


def compare(name, left, right):
    """Truth values of a comparison between an array and an array or a scalar."""
    if isinstance(left, ExtensionArray):
        return left._compare(name, right)
    if isinstance(right, ExtensionArray):
        return right._compare(_SWAPPED[name], left)
    if left.dtype.kind == "O" or (isinstance(right, np.ndarray) and right.dtype.kind == "O"):
        left = left.astype(object)
        return compare_objects(name, left, right)
    if isinstance(right, (int, float, bool, np.generic, np.ndarray)):
        return numpy_operator(name)(left, right)
    if name in ("eq", "ne"):
        return np.full(len(left), name == "ne")
    raise TypeError(f"Invalid comparison between dtype={left.dtype} and {type(right).__name__}")


def arith(name, left, right, reflected=False):
    """The array of an arithmetic operation between an array and an array or a scalar."""
    if isinstance(left, ExtensionArray):
        return left._arith(name, right, reflected)
    if isinstance(right, ExtensionArray):
        return right._arith(name, left, not reflected)
    first, second = (right, left) if reflected else (left, right)
    if isinstance(right, str) and left.dtype.kind != "O":
        if left.dtype.kind in "biuf":
            kind = f"dtype('{left.dtype}')"
            pair = ("dtype('<U1')", kind) if reflected else (kind, "dtype('<U1')")
            raise TypeError(
                f"ufunc '{numpy_operator(name).__name__.replace('true_divide', 'divide')}' did not contain a loop with "
                f"signature matching types ({pair[0]}, {pair[1]}) -> None"
            )
    with np.errstate(all="ignore"):
        if left.dtype.kind == "O" or (isinstance(right, np.ndarray) and right.dtype.kind == "O"):
            return _object_arith(name, first, second)
        if name in ("floordiv", "mod") and left.dtype.kind in "iu":
            return _whole_division(name, first, second)
        if name == "pow" and left.dtype.kind in "iu" and isinstance(right, (int, np.integer)) and right < 0:
            raise ValueError("Integers to negative integer powers are not allowed.")
        return _with_type(numpy_operator(name)(first, second), left, right)


def _with_type(found, left, right):
    if found.dtype.kind in "mM":
        return TimedeltaArray(found.astype("timedelta64[us]").astype("int64"))
    return found


def _whole_division(name, first, second):
    """`//` and `%` of whole numbers: a division by zero gives infinity or NaN, as floats."""
    zeros = np.asarray(second) == 0
    if not np.any(zeros):
        return numpy_operator(name)(first, second)
    first, second = np.asarray(first, dtype="float64"), np.asarray(second, dtype="float64")
    if name == "mod":
        return numpy_operator(name)(first, second)
    return np.where(zeros, np.sign(first) * np.inf if name == "floordiv" else np.nan, np.floor(first / second))


def _object_arith(name, first, second):
    import operator

    operate = getattr(operator, {"mod": "mod", "pow": "pow"}.get(name, name))
    length = len(first) if isinstance(first, np.ndarray) else len(second)
    firsts = first.tolist() if isinstance(first, np.ndarray) else [first] * length
    seconds = second.tolist() if isinstance(second, np.ndarray) else [second] * length
    found = np.empty(length, dtype=object)
    for place, (one, other) in enumerate(zip(firsts, seconds)):
        missing = one is None or other is None
        found[place] = float("nan") if missing else operate(one, other)
    return found


def logical(name, left, right):
    """`&`, `|` and `^` of truth values; of whole numbers bit by bit."""
    if isinstance(left, MaskedArray) or isinstance(right, MaskedArray):
        return _kleene(name, left, right)
    left = left if isinstance(left, np.ndarray) else np.asarray(left)
    right = right if isinstance(right, (bool, int, np.generic)) else np.asarray(right)
    whole = left.dtype.kind in "iu" and getattr(right, "dtype", np.dtype(type(right))).kind in "iu"
    if whole:
        return {"and": np.bitwise_and, "or": np.bitwise_or, "xor": np.bitwise_xor}[name](left, right)
    if left.dtype.kind in "f" or isinstance(left, StrArray) or getattr(right, "dtype", left.dtype).kind == "f":
        shown = {"and": "&", "or": "|", "xor": "^"}[name]
        raise TypeError(
            f"Cannot perform '{name}_' with a dtyped [{left.dtype}] array and scalar of type [bool]"
            if not isinstance(right, np.ndarray)
            else f"unsupported operand type(s) for {shown}: '{left.dtype}' and '{right.dtype}'"
        )
    return numpy_operator(name)(_truths(left), _truths(right) if isinstance(right, np.ndarray) else right)


def _truths(values):
    if values.dtype.kind == "O":
        return np.where(isna_array(values), False, values).astype(bool)
    return values.astype(bool)


def _kleene(name, left, right):
    """Three-valued logic: what is unknown stays unknown where it matters."""
    gap = np.zeros(len(left) if hasattr(left, "__len__") else len(right), dtype=bool)
    a, am = (left._a, left._mask) if isinstance(left, MaskedArray) else (left, gap)
    b, bm = (right._a, right._mask) if isinstance(right, MaskedArray) else (right, gap)
    found = numpy_operator(name)(a, b)
    mask = am | bm
    if name == "and":
        mask = mask & ~(~am & ~np.asarray(a, dtype=bool)) & ~(~bm & ~np.asarray(b, dtype=bool))
        found = found & ~mask
    if name == "or":
        mask = mask & ~(~am & np.asarray(a, dtype=bool)) & ~(~bm & np.asarray(b, dtype=bool))
    return MaskedArray(found, mask)


class Operators:
    """The operators, in terms of `_binary(kind, name, other, reflected)` and `_unary(name)`."""

    # Above numpy's arrays: they leave the operation to us.
    __array_priority__ = 1000

    def _operator(kind, name, reflected=False):
        def method(self, other):
            return self._binary(kind, name, other, reflected)

        return method

    for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
        locals()[f"__{_name}__"] = _operator("arith", _name)
        locals()[f"__r{_name}__"] = _operator("arith", _name, True)
    for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
        locals()[f"__{_name}__"] = _operator("compare", _name)
    for _name in ("and", "or", "xor"):
        locals()[f"__{_name}__"] = _operator("logical", _name)
        locals()[f"__r{_name}__"] = _operator("logical", _name, True)
    del _name

    __hash__ = None

    def __neg__(self):
        return self._unary("neg")

    def __pos__(self):
        return self._unary("pos")

    def __abs__(self):
        return self._unary("abs")

    def __invert__(self):
        return self._unary("invert")

    def __matmul__(self, other):
        return self.dot(other)


def operate(kind, name, left, right, reflected=False):
    """One operation of any kind on arrays."""
    if kind == "arith":
        return arith(name, left, right, reflected)
    if kind == "compare":
        return compare(name, left, right)
    return logical(name, left, right)


def unary(name, values):
    """`-x`, `+x`, `abs(x)`, `~x` of an array."""
    if isinstance(values, MaskedArray):
        return MaskedArray(unary(name, values._a), values._mask)
    if name == "pos":
        return values
    if isinstance(values, TimedeltaArray):
        known = np.where(values.isna(), 0, values._a)
        found = -known if name == "neg" else np.abs(known)
        return values._new(np.where(values.isna(), values._gap, found))
    if isinstance(values, ExtensionArray):
        shown = {"neg": "-", "invert": "~", "abs": "abs()"}[name]
        raise TypeError(f"bad operand type for unary {shown}: '{type(values).__name__}'")
    if name == "invert":
        if values.dtype.kind == "b":
            return np.logical_not(values)
        if values.dtype.kind == "O":
            return np.array([not one if isinstance(one, bool) else ~one for one in values.tolist()], dtype=object)
        if values.dtype.kind == "f":
            raise TypeError("ufunc 'invert' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''")
        return np.invert(values)
    if name == "neg" and values.dtype.kind == "b":
        raise TypeError("The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.")
    return np.negative(values) if name == "neg" else np.abs(values)


# What a ufunc is called as an operator.
_BY_UFUNC = {
    "add": ("arith", "add"), "subtract": ("arith", "sub"), "multiply": ("arith", "mul"),
    "true_divide": ("arith", "truediv"), "divide": ("arith", "truediv"), "floor_divide": ("arith", "floordiv"),
    "remainder": ("arith", "mod"), "mod": ("arith", "mod"), "power": ("arith", "pow"),
    "equal": ("compare", "eq"), "not_equal": ("compare", "ne"), "less": ("compare", "lt"),
    "less_equal": ("compare", "le"), "greater": ("compare", "gt"), "greater_equal": ("compare", "ge"),
    "logical_and": ("logical", "and"), "logical_or": ("logical", "or"), "bitwise_and": ("logical", "and"),
    "bitwise_or": ("logical", "or"),
}


def ufunc_operator(ufunc, inputs, owner):
    """A ufunc of two arguments that is an operator, carried out as one; None for others."""
    found = _BY_UFUNC.get(ufunc.__name__)
    if found is None or len(inputs) != 2:
        return None
    kind, name = found
    if inputs[0] is owner:
        return owner._binary(kind, name, inputs[1], False)
    if kind == "compare":
        return owner._binary(kind, _SWAPPED[name], inputs[0], False)
    return owner._binary(kind, name, inputs[0], True)
