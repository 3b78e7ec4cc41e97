"""Functions of texts, for each element of an array."""

import numpy as np
from _numpy import array, asarray
from numpy._methods import _give
from numpy._shape import broadcast_arrays


def _texts(a):
    a = asarray(a)
    if a.dtype.kind != "U":
        if a.dtype != object or not all(isinstance(each, str) for each in a.ravel().tolist()):
            raise TypeError("string operation on non-string array")
    return a


def _over(function, dtype, a, *more):
    arrays = broadcast_arrays(_texts(a), *more)
    rows = zip(*(each.ravel().tolist() for each in arrays))
    found = [function(*row) for row in rows]
    return _give(array(found, dtype).reshape(arrays[0].shape))


def _same(name):
    """A method of texts whose arguments may be arrays as well."""
    method = getattr(str, name)
    dtype = bool if name.startswith(("is", "starts", "ends")) else int if name in ("find", "rfind", "index", "rindex", "count") else str

    def function(a, *args):
        if args and args[-1] is None:
            args = args[:-1]
        return _over(method, dtype, a, *args)

    function.__name__ = name
    return function


for _name in (
    "upper lower title capitalize swapcase strip lstrip rstrip find rfind index rindex count startswith endswith isalpha "
    "isdigit isalnum isspace isupper islower istitle isnumeric isdecimal replace zfill center ljust rjust expandtabs"
).split():
    globals()[_name] = _same(_name)


def str_len(a):
    return _over(len, int, a)


def add(x1, x2):
    return _over(lambda one, two: one + two, str, x1, _texts(x2))


def multiply(a, i):
    return _over(lambda text, times: text * max(0, times), str, a, i)


def mod(a, values):
    return _over(lambda text, value: text % value, str, a, values)


def translate(a, table, deletechars=None):
    return array([text.translate(table) for text in asarray(a).ravel().tolist()]).reshape(np.shape(a))


def partition(a, sep):
    return tuple(_over(lambda text: text.partition(sep)[part], str, a) for part in range(3))


equal, not_equal, less, less_equal, greater, greater_equal = (
    np.equal, np.not_equal, np.less, np.less_equal, np.greater, np.greater_equal,
)


def __getattr__(name):
    raise AttributeError(f"module 'numpy.strings' has no attribute '{name}', or it is not carried here")
