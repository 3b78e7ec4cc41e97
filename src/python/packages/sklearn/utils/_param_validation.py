"""What a parameter may be, checked before a fit, and told as scikit-learn tells it.

A class says it in `_limits`, alternatives divided by `|`:

    "C": "float (0.0, inf]"         a number in that range; `int [1, inf)` a whole one
    "solver": "{lbfgs, saga}"       one of these texts
    "max_depth": "int [1, inf) | None"
    "init": "{zero} | has fit predict"   an object with these methods
    "penalty": "... | hidden deprecated" allowed, but not told
"""

import numpy as np

# Parameters that mean the same wherever they stand.
COMMON = {
    "random_state": "seed",
    "n_jobs": "int | None",
    "verbose": "verbose",
    "warm_start": "bool",
    "copy_X": "bool",
    "fit_intercept": "bool",
    "copy": "bool",
}
METRICS = (
    "braycurtis canberra chebyshev cityblock correlation cosine dice euclidean hamming haversine jaccard l1 l2 "
    "mahalanobis manhattan matching minkowski nan_euclidean precomputed rogerstanimoto russellrao seuclidean "
    "sokalmichener sokalsneath sqeuclidean yule"
)
BOOL = "an instance of 'bool' or an instance of 'numpy.bool'"
WORDS = {
    "None": ("None", lambda value: value is None),
    "bool": (BOOL, lambda value: isinstance(value, (bool, np.bool_))),
    "callable": ("a callable", callable),
    "zero or one": (
        "a float among {0.0, 1.0, nan}",
        lambda value: _is_real(value) and (value in (0, 1) or value != value),
    ),
    "array": ("an array-like", lambda value: _is_array(value)),
    "sparse": ("a sparse array or matrix", lambda value: hasattr(value, "toarray")),
    "dict": ("an instance of 'dict'", lambda value: isinstance(value, dict)),
    "list": ("an instance of 'list'", lambda value: isinstance(value, list)),
    "tuple": ("an instance of 'tuple'", lambda value: isinstance(value, tuple)),
    "str": ("an instance of 'str'", lambda value: isinstance(value, str)),
    "int": ("an instance of 'int'", lambda value: _is_integer(value)),
    "float": ("an instance of 'float'", lambda value: _is_real(value)),
    "verbose": (
        f"an int in the range [0, inf), {BOOL}",
        lambda value: isinstance(value, (bool, np.bool_)) or _is_integer(value) and value >= 0,
    ),
    "seed": (
        "an int in the range [0, 4294967295], an instance of 'numpy.random.mtrand.RandomState' or None",
        lambda value: value is None
        or _is_integer(value)
        and 0 <= value < 2**32
        or isinstance(value, np.random.RandomState)
        or value is np.random,
    ),
    "cv": (
        "an int in the range [2, inf), an object implementing 'split' and 'get_n_splits', an iterable or None",
        lambda value: value is None
        or _is_integer(value)
        and value >= 2
        or hasattr(value, "split")
        and hasattr(value, "get_n_splits")
        or hasattr(value, "__iter__")
        and not isinstance(value, str),
    ),
}


# What the parameters of scores may be.
SCORED = {
    "y_true": "array",
    "y_pred": "array",
    "y_score": "array",
    "y_proba": "array",
    "sample_weight": "array | None",
    "labels": "array | None",
    "pos_label": "float | str | bool | None",
    "zero_division": "zero or one | {warn}",
    "beta": "float [0.0, inf]",
    "normalize": "bool",
    "digits": "int [0, inf)",
    "output_dict": "bool",
    "cv": "cv",
    "groups": "array | None",
    "params": "dict | None",
    "error_score": "{raise} | float",
}


class InvalidParameterError(ValueError, TypeError):
    """A parameter is not what it may be."""


def check_limits(limits, params, owner):
    """Raises InvalidParameterError for the first of `params` that is outside `limits`; `owner` is told as its owner."""
    for name, value in params.items():
        limit = limits.get(name) or COMMON.get(name)
        if limit is None:
            continue
        readings = _read.get(limit) or _readings(limit)
        for _, fits in readings:
            if fits(value):
                break
        else:
            told = [text for text, _ in readings if text]
            kinds = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} or {told[-1]}"
            raise InvalidParameterError(f"The {name!r} parameter of {owner} must be {kinds}. Got {value!r} instead.")


def checked(**limits):
    """Decorates a function whose arguments are checked first: against `limits`, and by name against `SCORED`."""
    limits = {**SCORED, **limits}

    def decorate(function):
        code = function.__code__
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]

        def called(*args, **kwargs):
            for name in kwargs:
                if name not in names:
                    raise TypeError(f"got an unexpected keyword argument {name!r}")
            if len(args) > code.co_argcount:
                raise TypeError("too many positional arguments")
            check_limits(limits, {**dict(zip(names, args)), **kwargs}, function.__name__)
            return function(*args, **kwargs)

        # As functools.wraps does, whose import takes longer than all of this package's.
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(called, name, getattr(function, name))
        called.__wrapped__ = function
        return called

    return decorate


_read = {}


def _readings(limit):
    """What the parts of a limit say in words, and the tests for them."""
    parts = limit.split(" | ")
    # Where a count and a share may stand, 1 is a count and never a share.
    counts = any(part.startswith("int ") for part in parts)
    found = _read[limit] = [WORDS.get(part) or _range(part, counts) or _words(part) for part in parts]
    return found


def _words(part):
    if part.startswith("hidden "):
        names = part.split()[1:]
        return "", lambda value: isinstance(value, str) and value in names
    if part.startswith("has "):
        methods = part.split()[1:]
        text = " and ".join(repr(method) for method in methods)
        return f"an object implementing {text}", lambda value: all(hasattr(value, method) for method in methods)
    if part == "metric":
        names = METRICS.split()
    elif part == "scoring":
        from ..metrics._scorer import get_scorer_names

        names = get_scorer_names()
    else:
        names = part.strip("{}").split(", ")
    text = ", ".join(repr(name) for name in names)
    return f"a str among {{{text}}}", lambda value: isinstance(value, str) and value in names


def _range(part, counts):
    kind, _, bounds = part.partition(" ")
    if kind not in ("int", "float") or not bounds:
        return None
    low, high = bounds[1:-1].split(", ")
    least, most = float(low), float(high)
    above = (lambda value: value >= least) if bounds[0] == "[" else (lambda value: value > least)
    below = (lambda value: value <= most) if bounds[-1] == "]" else (lambda value: value < most)
    is_kind = _is_integer if kind == "int" else _is_share if counts else _is_real
    article = "an" if kind == "int" else "a"

    def fits(value):
        # A bool is an int to Python, but no count.
        return is_kind(value) and value == value and above(value) and below(value)

    return f"{article} {kind} in the range {bounds}", fits


def _is_integer(value):
    return isinstance(value, (int, np.integer)) and not isinstance(value, (bool, np.bool_))


def _is_real(value):
    return _is_integer(value) or isinstance(value, (float, np.floating))


def _is_share(value):
    return isinstance(value, (float, np.floating))


def _is_array(value):
    return not isinstance(value, (str, bytes)) and (hasattr(value, "__len__") or hasattr(value, "shape"))
