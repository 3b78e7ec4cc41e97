"""Reactions to numbers that go wrong, and how numbers are printed."""

import _numpy
import numpy as np
from _numpy import asarray


class errstate:
    def __init__(self, *, all=None, divide=None, over=None, under=None, invalid=None, call=None):
        if call is not None:
            raise NotImplementedError("errstate is carried here without call")
        self.wanted = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}

    def __enter__(self):
        self.before = _numpy._reactions(self.wanted)

    def __exit__(self, *error):
        _numpy._reactions(self.before)

    def __call__(self, function):
        def inside(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        inside.__name__ = function.__name__
        return inside


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    return _numpy._reactions({"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid})


def geterr():
    return _numpy._reactions({})


def set_printoptions(**options):
    known = {"precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr", "formatter", "sign", "floatmode"}
    for name in options:
        if name not in known:
            raise TypeError(f"set_printoptions() got an unexpected keyword argument '{name}'")
    _numpy._set_options({"formatter": None, **options})


class printoptions:
    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.before = np.get_printoptions()
        set_printoptions(**self.options)

    def __exit__(self, *error):
        set_printoptions(**self.before)


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix=""):
    options = {"linewidth": max_line_width, "precision": precision, "suppress": suppress_small, "threshold": threshold}
    options |= {"edgeitems": edgeitems, "sign": sign, "floatmode": floatmode}
    if formatter is not None:
        options["formatter"] = formatter
    return _numpy._to_string(a, separator, len(prefix), len(suffix), options)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    return _shown(str, a, max_line_width, precision, suppress_small)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    return _shown(repr, arr, max_line_width, precision, suppress_small)


def _shown(show, a, max_line_width, precision, suppress_small):
    options = {"linewidth": max_line_width, "precision": precision, "suppress": suppress_small}
    with printoptions(**{name: value for name, value in options.items() if value is not None}):
        return show(asarray(a))
