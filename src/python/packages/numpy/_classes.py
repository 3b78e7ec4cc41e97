"""The classes of scalars and errors, over the two that are native."""

import _numpy
from _numpy import _make, generic


class number(generic):
    __slots__ = ()


class integer(number):
    __slots__ = ()


class signedinteger(integer):
    __slots__ = ()


class unsignedinteger(integer):
    __slots__ = ()


class inexact(number):
    __slots__ = ()


class floating(inexact):
    __slots__ = ()


class complexfloating(inexact):
    __slots__ = ()


class flexible(generic):
    __slots__ = ()


class character(flexible):
    __slots__ = ()


def _scalar(name, *bases, **more):
    def new(cls, *args, **kwargs):
        return _make(name, *args, **kwargs)

    return type(name, bases, {"__slots__": (), "__module__": "numpy", "__new__": new, **more})


def _is_integer(self):
    return float(self).is_integer()


_value = _numpy._value
bool_ = _scalar("bool", generic, _value)
int8 = _scalar("int8", signedinteger, _value)
int16 = _scalar("int16", signedinteger, _value)
int32 = _scalar("int32", signedinteger, _value)
int64 = _scalar("int64", signedinteger, _value)
uint8 = _scalar("uint8", unsignedinteger, _value)
uint16 = _scalar("uint16", unsignedinteger, _value)
uint32 = _scalar("uint32", unsignedinteger, _value)
uint64 = _scalar("uint64", unsignedinteger, _value)
float32 = _scalar("float32", floating, _value, is_integer=_is_integer)
float64 = _scalar("float64", floating, float)
str_ = _scalar("str_", str, character)
object_ = _scalar("object_", generic, _value)
datetime64 = _scalar("datetime64", generic, _value)
timedelta64 = _scalar("timedelta64", signedinteger, _value)

for _class in (number, integer, signedinteger, unsignedinteger, inexact, floating, complexfloating, flexible, character):
    _class.__module__ = "numpy"

# Text keeps its own text, and only repr is numpy's.
str_.__str__ = str.__str__
str_.__format__ = str.__format__
str_.__hash__ = str.__hash__
str_.__repr__ = lambda self: f"np.str_({str.__repr__(self)})"


class AxisError(ValueError, IndexError):
    __module__ = "numpy.exceptions"


class LinAlgError(ValueError):
    __module__ = "numpy.linalg"


class UFuncTypeError(TypeError):
    __module__ = "numpy._core._exceptions"


class _UFuncNoLoopError(UFuncTypeError):
    __module__ = "numpy._core._exceptions"


class _UFuncBinaryResolutionError(UFuncTypeError):
    __module__ = "numpy._core._exceptions"


class _UFuncOutputCastingError(UFuncTypeError):
    __module__ = "numpy._core._exceptions"


class _ArrayMemoryError(MemoryError):
    __module__ = "numpy._core._exceptions"


_scalars = (
    bool_, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, str_, object_, datetime64,
    timedelta64,
)
_errors = (
    AxisError, LinAlgError, UFuncTypeError, _UFuncNoLoopError, _UFuncBinaryResolutionError, _UFuncOutputCastingError, _ArrayMemoryError,
)
_numpy._begin({each.__name__: each for each in _scalars + _errors})

# As numpy shows them: by the names of what they are kinds of.
for _class in (_UFuncNoLoopError, _UFuncBinaryResolutionError, _UFuncOutputCastingError):
    _class.__name__ = "UFuncTypeError"
_ArrayMemoryError.__name__ = "MemoryError"
