"""The functions of texts by their older name, with those that give lists."""

from _numpy import array, asarray
from numpy.strings import *
from numpy.strings import _over
from numpy._methods import _give

del array, asarray


def join(sep, seq):
    return _over(lambda mark, text: mark.join(text), str, sep, seq)


def _lists(name):
    method = getattr(str, name)

    def function(a, *args, **kwargs):
        import numpy as np

        a = np.asarray(a)
        found = np.empty(a.shape, object)
        for place, text in np.ndenumerate(a):
            found[place] = method(str(text), *args, **kwargs)
        return _give(found)

    function.__name__ = name
    return function


split, rsplit, splitlines = _lists("split"), _lists("rsplit"), _lists("splitlines")


def __getattr__(name):
    raise AttributeError(f"module 'numpy.char' has no attribute '{name}', or it is not carried here")
