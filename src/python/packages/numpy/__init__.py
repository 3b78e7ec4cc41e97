"""Arrays, with numpy's names, over the native module _numpy."""

import builtins as _builtins
import copyreg as _copyreg
import importlib as _importlib

import _numpy
from _numpy import (
    array, asarray, dot, dtype, frombuffer, generic, get_printoptions, lexsort, may_share_memory, ndarray,
    shares_memory, ufunc,
)
from numpy._classes import (
    bool_, character, complexfloating, datetime64, flexible, float32, float64, floating, inexact, int8, int16, int32,
    int64, integer, number, object_, signedinteger, str_, timedelta64, uint8, uint16, uint32, uint64, unsignedinteger,
)

__version__ = "2.4.6"

bool = bool_
int_ = intp = longlong = long = int64
uint = uintp = ulonglong = ulong = uint64
intc, uintc, short, ushort, byte, ubyte = int32, uint32, int16, uint16, int8, uint8
double, single = float64, float32
pi = 3.141592653589793
e = 2.718281828459045
euler_gamma = 0.5772156649015329
inf = float("inf")
nan = float("nan")
newaxis = None
True_, False_ = bool_(True), bool_(False)
little_endian = True

for _name in (
    "negative positive absolute sign square reciprocal invert logical_not isnan isinf isfinite isnat signbit sqrt cbrt "
    "exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh deg2rad "
    "rad2deg radians degrees fabs spacing floor ceil trunc rint"
).split():
    globals()[_name] = _numpy._ufunc(_name, 1)
for _name in (
    "add subtract multiply divide floor_divide remainder fmod power maximum minimum fmax fmin bitwise_and bitwise_or "
    "bitwise_xor left_shift right_shift arctan2 hypot logaddexp copysign equal not_equal less less_equal greater "
    "greater_equal logical_and logical_or logical_xor matmul"
).split():
    globals()[_name] = _numpy._ufunc(_name, 2)
# Kept by its name, as a function is.
_copyreg.pickle(ufunc, lambda one: one.__name__)
abs, true_divide, mod, pow, bitwise_not = absolute, divide, remainder, power, invert
acos, asin, atan, atan2, conjugate = arccos, arcsin, arctan, arctan2, positive
conj, pow = conjugate, power

from numpy._methods import *
from numpy._make import *
from numpy._shape import *
from numpy._select import *
from numpy._order import *
from numpy._math import *
from numpy._statistics import *
from numpy._missing import *
from numpy._types import *
from numpy._types import _Flags
from numpy._settings import *

del np

_MODULES = ("linalg", "random", "testing", "exceptions", "char", "strings", "lib")
#: What few programs need, by the modules that have it.
_LATER = {
    "_files": "save savez savez_compressed load savetxt loadtxt genfromtxt fromfile fromstring",
    "_polynomials": "polyval polyfit poly1d polyadd polysub polymul polyder polyint roots poly",
    "_numbers": "format_float_positional format_float_scientific base_repr binary_repr datetime_as_string",
}
_LAZY = {name: module for module, names in _LATER.items() for name in names.split()}
_NAMES = [name for name in globals() if not name.startswith("_")] + list(_MODULES) + list(_LAZY)
_GONE = {"float": "float", "int": "int", "object": "object", "str": "str", "complex": "complex"}


def __dir__():
    return sorted(_NAMES)


def __getattr__(name):
    if name in _MODULES:
        return _importlib.import_module("numpy." + name)
    if name in _LAZY:
        found = getattr(_importlib.import_module("numpy." + _LAZY[name]), name)
        globals()[name] = found
        return found
    if name.startswith("__"):
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    if name in _GONE:
        raise AttributeError(f"module 'numpy' has no attribute '{name}'.\nThe old alias `np.{name}` is gone: write `{name}`, or `np.{name}_` or a sized type such as `np.float64`.")
    import difflib

    near = difflib.get_close_matches(name, _NAMES, 3)
    hint = f"; names near it that are: {', '.join(near)}" if near else ""
    raise AttributeError(f"module 'numpy' has no attribute '{name}', or it is not carried here{hint}")
