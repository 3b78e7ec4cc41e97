"""What types can hold."""

import builtins as _b

import _numpy
import numpy as np
from _numpy import asarray, ndarray


class _Flags:
    def __init__(self, array):
        self.c_contiguous, self.f_contiguous, self.owndata, self.writeable = array._flags()
        self.aligned = True

    def __getitem__(self, name):
        return getattr(self, name.lower())

    def __repr__(self):
        names = ("c_contiguous", "f_contiguous", "owndata", "writeable", "aligned")
        lines = [f"  {name.upper()} : {getattr(self, name)}" for name in names]
        return "\n".join(lines + ["  WRITEBACKIFCOPY : False\n"])


def result_type(*of):
    types = [each.dtype if isinstance(each, (ndarray, np.generic)) else np.dtype(each) if isinstance(each, (type, str, np.dtype)) else asarray(each).dtype for each in of]
    found = types[0]
    for each in types[1:]:
        found = _numpy._promote(found, each)
    return found


promote_types = result_type


def can_cast(from_, to, casting="safe"):
    return _numpy._can_cast(from_, to, casting)


def issubdtype(arg1, arg2):
    classes = {float: np.floating, int: np.integer, object: np.object_, str: np.str_, _b.bool: np.bool_}
    one = arg1 if isinstance(arg1, type) and issubclass(arg1, np.generic) else np.dtype(arg1).type
    if isinstance(arg2, type) and issubclass(arg2, np.generic):
        return issubclass(one, arg2)
    return issubclass(one, np.dtype(arg2).type)


class iinfo:
    def __init__(self, type):
        self.dtype = type.dtype if isinstance(type, (ndarray, np.generic)) else np.dtype(type)
        if self.dtype.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.bits = self.dtype.itemsize * 8
        signed = self.dtype.kind == "i"
        self.kind = self.dtype.kind
        self.min = -(1 << (self.bits - 1)) if signed else 0
        self.max = (1 << (self.bits - signed)) - 1

    def __str__(self):
        line = "-" * 63
        return f"Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n"

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


class finfo:
    def __init__(self, type):
        self.dtype = type.dtype if isinstance(type, (ndarray, np.generic)) else np.dtype(type)
        if self.dtype.kind != "f":
            raise ValueError(f"data type {self.dtype!r} not inexact")
        self.bits = self.dtype.itemsize * 8
        make = self.dtype.type
        digits, top, low = (52, 1024, -1022) if self.bits == 64 else (23, 128, -126)
        self.eps, self.tiny = make(2.0**-digits), make(2.0**low)
        self.max = make((2 - 2.0**-digits) * 2.0 ** (top - 1))
        self.min, self.smallest_normal = -self.max, self.tiny
        self.resolution = make(1e-15 if self.bits == 64 else 1e-6)
        self.precision = 15 if self.bits == 64 else 6
