"""Data on their way into an estimator: as arrays of numbers, of the shape and with the columns it expects."""

import numbers
import warnings

import _sklearn
import numpy as np

from .._sparse import dense
from ..base import not_fitted
from ..exceptions import DataConversionWarning

NAN_HELP = (
    "{} does not accept missing values encoded as NaN natively. For supervised learning, you might want to consider "
    "sklearn.ensemble.HistGradientBoostingClassifier and Regressor which accept missing values encoded as NaNs "
    "natively. Alternatively, it is possible to preprocess the data, for instance by using an imputer transformer in "
    "a pipeline or drop samples with missing values. See https://scikit-learn.org/stable/modules/impute.html You can "
    "find a list of all estimators that handle NaN values at the following page: "
    "https://scikit-learn.org/stable/modules/impute.html#estimators-that-handle-nan-values"
)
NO_NUMBERS = (
    "dtype='numeric' is not compatible with arrays of bytes/strings."
    "Convert your data to numeric values explicitly instead."
)


def check_random_state(seed):
    """`seed` as a RandomState: the global one for None, a new one for a number, itself if it is one."""
    if seed is None or seed is np.random:
        return _global_state()
    if isinstance(seed, numbers.Integral):
        return np.random.RandomState(int(seed))
    if isinstance(seed, np.random.RandomState):
        return seed
    raise ValueError(f"{seed!r} cannot be used to seed a numpy.random.RandomState instance")


def _global_state():
    state = getattr(np.random.mtrand, "_rand", None) if hasattr(np.random, "mtrand") else None
    return state if state is not None else np.random


def draw_seed(random_state):
    """A number to seed an engine with: `random_state` itself, or drawn from it."""
    if isinstance(random_state, numbers.Integral) and not isinstance(random_state, bool):
        return int(random_state)
    return int(check_random_state(random_state).randint(2**31 - 1))


def num_samples(x):
    if hasattr(x, "fit") and callable(x.fit):
        raise TypeError(f"Expected sequence or array-like, got estimator {x}")
    if not hasattr(x, "__len__") and not hasattr(x, "shape"):
        x = np.asarray(x) if hasattr(x, "__array__") else x
        if not hasattr(x, "shape"):
            raise TypeError(f"Expected sequence or array-like, got {type(x)}")
    shape = getattr(x, "shape", None)
    if shape is not None:
        if len(shape) == 0:
            raise TypeError(
                f"Input should have at least 1 dimension i.e. satisfy `len(x.shape) > 0`, got scalar `{x!r}` instead."
            )
        return int(shape[0])
    return len(x)


def check_consistent_length(*arrays):
    lengths = [num_samples(array) for array in arrays if array is not None]
    if len(set(lengths)) > 1:
        raise ValueError(f"Found input variables with inconsistent numbers of samples: {lengths}")


def indexable(*iterables):
    result = [
        item if item is None or hasattr(item, "__getitem__") or hasattr(item, "iloc") else np.array(item)
        for item in iterables
    ]
    check_consistent_length(*result)
    return result


def is_frame(X):
    return hasattr(X, "iloc") and hasattr(X, "columns")


def assert_all_finite(X, *, allow_nan=False, estimator_name=None, input_name=""):
    X = np.asarray(X)
    if X.dtype == object:
        if not allow_nan and any(
            value is not value or value != value for value in X.ravel().tolist() if not isinstance(value, str)
        ):
            raise ValueError("Input contains NaN")
        return
    if X.dtype.kind not in "fc" or _sklearn.all_finite(X):
        return
    named = f"Input {input_name}" if input_name else "Input"
    if np.isnan(X).any():
        if allow_nan and not np.isinf(X).any():
            return
        if not allow_nan:
            text = f"{named} contains NaN."
            if estimator_name and input_name == "X":
                text += "\n" + NAN_HELP.format(estimator_name)
            raise ValueError(text)
    raise ValueError(f"{named} contains infinity or a value too large for {X.dtype!r}.")


def check_array(
    array, accept_sparse=False, *, accept_large_sparse=True, dtype="numeric", order=None, copy=False,
    force_writeable=False, ensure_all_finite=True, ensure_non_negative=False, ensure_2d=True, allow_nd=False,
    ensure_min_samples=1, ensure_min_features=1, estimator=None, input_name="",
):  # fmt: skip
    """`array` as an array, two-dimensional and of numbers unless said otherwise."""
    owner = estimator if estimator is None or isinstance(estimator, str) else type(estimator).__name__
    by = f" by {owner}" if owner else ""
    if hasattr(array, "toarray"):
        if not accept_sparse:
            raise TypeError(
                f"Sparse data was passed{f' for {input_name}' if input_name else ''}, but dense data is required. "
                "Use '.toarray()' to convert to a dense numpy array."
            )
        return array
    result = _as_array(array, dtype)
    if copy and np.may_share_memory(result, array) if isinstance(array, np.ndarray) else False:
        result = result.copy()
    if ensure_2d and result.ndim < 2:
        shown = "scalar" if result.ndim == 0 else "1D"
        if hasattr(array, "iloc"):
            raise ValueError(
                f"Expected a 2-dimensional container but got {type(array)} instead. Pass a DataFrame containing a "
                "single row (i.e. single sample) or a single column (i.e. single feature) instead."
            )
        raise ValueError(
            f"Expected 2D array, got {shown} array instead:\narray={result}.\nReshape your data either using "
            "array.reshape(-1, 1) if your data has a single feature or array.reshape(1, -1) if it contains a single "
            "sample."
        )
    if isinstance(dtype, str) and dtype == "numeric" and result.dtype.kind in "USVT":
        raise ValueError(NO_NUMBERS)
    if not allow_nd and result.ndim >= 3:
        raise ValueError(f"Found array with dim {result.ndim}, while dim <= 2 is required{by}.")
    if ensure_all_finite is not False:
        assert_all_finite(
            result, allow_nan=ensure_all_finite == "allow-nan", estimator_name=owner, input_name=input_name
        )
    if ensure_min_samples > 0 and num_samples(result) < ensure_min_samples:
        raise ValueError(
            f"Found array with {num_samples(result)} sample(s) (shape={result.shape}) while a minimum of "
            f"{ensure_min_samples} is required{by}."
        )
    if ensure_min_features > 0 and result.ndim == 2 and result.shape[1] < ensure_min_features:
        raise ValueError(
            f"Found array with {result.shape[1]} feature(s) (shape={result.shape}) while a minimum of "
            f"{ensure_min_features} is required{by}."
        )
    if ensure_non_negative and result.size and result.min() < 0:
        raise ValueError(
            "Negative values in data passed to"
            f" {owner or 'check_array'}{f' (input {input_name})' if input_name else ''}."
        )
    return (
        np.asfortranarray(result)
        if order == "F"
        else np.ascontiguousarray(result) if order == "C" and result.ndim else result
    )


def _as_array(array, dtype):
    """`array` as an ndarray of `dtype`: "numeric" leaves numbers as they are and makes numbers of objects."""
    if hasattr(array, "to_numpy"):
        array = array.to_numpy()
    concrete = dtype if not isinstance(dtype, (list, tuple)) else dtype[0]
    if not hasattr(array, "dtype") and dtype is not None and not isinstance(dtype, str):
        return np.asarray(array, dtype=concrete)
    result = np.asarray(array)
    if dtype is None:
        return result
    if isinstance(dtype, str) and dtype == "numeric":
        return result.astype(np.float64) if result.dtype.kind == "O" else result
    if isinstance(dtype, (list, tuple)):
        return result if any(result.dtype == kind for kind in dtype) else result.astype(dtype[0])
    return result if result.dtype == dtype else result.astype(dtype)


def check_X_y(X, y, accept_sparse=False, *, multi_output=False, y_numeric=False, estimator=None, **options):
    """`X` and `y` as arrays of the same length."""
    if y is None:
        owner = (
            "estimator" if estimator is None else estimator if isinstance(estimator, str) else type(estimator).__name__
        )
        raise ValueError(f"{owner} requires y to be passed, but the target y is None")
    X = check_array(X, accept_sparse=accept_sparse, estimator=estimator, input_name="X", **options)
    y = check_target(y, multi_output=multi_output, numeric=y_numeric)
    check_consistent_length(X, y)
    return X, y


def check_target(y, *, multi_output=False, numeric=False):
    """`y` as an array, one-dimensional unless it may have several outputs."""
    if multi_output:
        y = check_array(y, ensure_2d=False, dtype=None, ensure_all_finite=True, input_name="y", ensure_min_samples=0)
    else:
        y = column_or_1d(y, warn=True)
        assert_all_finite(y, input_name="y")
    return y.astype(np.float64) if numeric and y.dtype.kind in "OUST" else y


def column_or_1d(y, *, dtype=None, input_name="y", warn=False, device=None, shape="(n_samples, )"):
    y = _as_array(y, dtype)
    if y.ndim == 1:
        return y
    if y.ndim == 2 and y.shape[1] == 1:
        if warn:
            warnings.warn(
                "A column-vector y was passed when a 1d array was expected. Please change the shape of y to "
                f"{shape}, for example using ravel().",
                DataConversionWarning,
                stacklevel=2,
            )
        return y.reshape(-1)
    raise ValueError(f"y should be a 1d array, got an array of shape {y.shape} instead.")


def as_float_array(X, *, copy=True, ensure_all_finite=True):
    X = check_array(X, ensure_2d=False, ensure_all_finite=ensure_all_finite, allow_nd=True)
    return X.astype(np.float64) if X.dtype.kind != "f" else X.copy() if copy else X


def check_scalar(x, name, target_type, *, min_val=None, max_val=None, include_boundaries="both"):
    if not isinstance(x, target_type):
        kinds = target_type if isinstance(target_type, tuple) else (target_type,)
        names = [kind.__name__ for kind in kinds]
        told = names[0] if len(names) == 1 else "{" + ", ".join(names) + "}"
        raise TypeError(f"{name} must be an instance of {told}, not {type(x).__name__}.")
    if min_val is not None and (x < min_val or include_boundaries in ("right", "neither") and x == min_val):
        raise ValueError(f"{name} == {x}, must be {'>=' if include_boundaries in ('left', 'both') else '>'} {min_val}.")
    if max_val is not None and (x > max_val or include_boundaries in ("left", "neither") and x == max_val):
        raise ValueError(
            f"{name} == {x}, must be {'<=' if include_boundaries in ('right', 'both') else '<'} {max_val}."
        )
    return x


def check_symmetric(array, *, tol=1e-10, raise_warning=True, raise_exception=False):
    array = np.asarray(array)
    if array.ndim != 2 or array.shape[0] != array.shape[1]:
        raise ValueError(f"array must be 2-dimensional and square. shape = {array.shape!r}")
    if abs(array - array.T).max() < tol:
        return array
    if raise_exception:
        raise ValueError("Array must be symmetric")
    if raise_warning:
        warnings.warn(
            "Array is not symmetric, and will be converted to symmetric by average with its transpose.", stacklevel=2
        )
    return 0.5 * (array + array.T)


def has_fit_parameter(estimator, parameter):
    """Whether `estimator.fit` takes `parameter`."""
    code = getattr(getattr(estimator.fit, "__func__", estimator.fit), "__code__", None)
    return code is not None and parameter in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def check_is_fitted(estimator, attributes=None, *, msg=None, all_or_any=all):
    """Raises NotFittedError unless `estimator` was fitted: has attributes that end in an underscore."""
    if isinstance(estimator, type):
        raise TypeError(f"{estimator} is a class, not an instance.")
    if not hasattr(estimator, "fit"):
        raise TypeError(f"{estimator} is not an estimator instance.")
    if attributes is not None:
        names = [attributes] if isinstance(attributes, str) else attributes
        fitted = all_or_any([hasattr(estimator, name) for name in names])
    elif hasattr(estimator, "__sklearn_is_fitted__"):
        fitted = estimator.__sklearn_is_fitted__()
    else:
        fitted = any(name.endswith("_") and not name.startswith("__") for name in vars(estimator))
    if not fitted:
        if msg is not None:
            from ..exceptions import NotFittedError

            raise NotFittedError(msg % {"name": type(estimator).__name__})
        raise not_fitted(estimator)


def check_weights(sample_weight, X):
    """`sample_weight` as an array with a weight for each row of `X`, or None."""
    if sample_weight is None:
        return None
    count = num_samples(X)
    if isinstance(sample_weight, numbers.Number):
        return np.full(count, float(sample_weight))
    weights = check_array(sample_weight, ensure_2d=False, dtype=np.float64, input_name="sample_weight")
    if weights.ndim != 1:
        raise ValueError(
            f"Sample weights must be 1D array or scalar, got {weights.ndim}D array. Expected either a scalar value or a"
            f" 1D array of length {count}."
        )
    if weights.shape != (count,):
        raise ValueError(f"sample_weight.shape == {weights.shape}, expected {(count,)}!")
    return weights


def names_of(X):
    """The names of the columns of a frame whose names are all text, else None."""
    if not is_frame(X):
        return None
    names = list(X.columns)
    kinds = sorted({type(name).__name__ for name in names})
    if "str" in kinds and len(kinds) > 1:
        raise TypeError(
            "Feature names are only supported if all input features have string names, but your input has "
            f"{kinds} as feature name / column name types. If you want feature names to be stored and validated, you "
            "must convert them all to strings, by using X.columns = X.columns.astype(str) for example. Otherwise you "
            "can remove feature / column names from your input data, or convert them all to a non-string data type."
        )
    return np.asarray(names, dtype=object) if kinds == ["str"] else None


def check_feature_names(estimator, X, *, reset):
    """Keeps the names of the columns at a fit, compares them later."""
    if reset:
        names = names_of(X)
        if names is not None:
            estimator.feature_names_in_ = names
        elif hasattr(estimator, "feature_names_in_"):
            del estimator.feature_names_in_
        return
    fitted, given = getattr(estimator, "feature_names_in_", None), names_of(X)
    if fitted is None and given is None:
        return
    owner = type(estimator).__name__
    if fitted is None:
        warnings.warn(f"X has feature names, but {owner} was fitted without feature names", stacklevel=3)
        return
    if given is None:
        warnings.warn(f"X does not have valid feature names, but {owner} was fitted with feature names", stacklevel=3)
        return
    if list(fitted) == list(given):
        return
    message = "The feature names should match those that were passed during fit.\n"
    unseen, absent = sorted(set(given) - set(fitted)), sorted(set(fitted) - set(given))
    if unseen:
        message += "Feature names unseen at fit time:\n" + _some(unseen)
    if absent:
        message += "Feature names seen at fit time, yet now missing:\n" + _some(absent)
    if not unseen and not absent:
        message += "Feature names must be in the same order as they were in fit.\n"
    raise ValueError(message)


def _some(names):
    return "".join(f"- {name}\n" for name in names[:5]) + "- ...\n" * (len(names) > 5)


def check_n_features(estimator, X, *, reset):
    if reset:
        estimator.n_features_in_ = int(X.shape[1])
    elif hasattr(estimator, "n_features_in_") and X.shape[1] != estimator.n_features_in_:
        raise ValueError(
            f"X has {X.shape[1]} features, but {type(estimator).__name__} is expecting "
            f"{estimator.n_features_in_} features as input."
        )


def validate_data(_estimator, X="no_validation", y="no_validation", reset=True, skip_check_array=False, **options):
    """`X`, and `y` if it is given, as arrays that fit `_estimator`; a fit keeps what later data must match."""
    no_y = isinstance(y, str) and y == "no_validation"
    if _is_sound(_estimator, X, None if no_y else y, reset, options) and (no_y or y is not None):
        if reset:
            _estimator.n_features_in_ = X.shape[1]
        return X if no_y else (X, y)
    check_feature_names(_estimator, X, reset=reset)
    X = dense(X)
    if not no_y and y is None and _needs_y(_estimator):
        raise ValueError(
            f"This {type(_estimator).__name__} estimator requires y to be passed, but the target y is None."
        )
    if no_y or y is None:
        X = check_array(X, estimator=_estimator, input_name="X", **options)
    else:
        X, y = check_X_y(X, y, estimator=_estimator, **options)
    if options.get("ensure_2d", True) and hasattr(X, "shape"):
        check_n_features(_estimator, X, reset=reset)
    return X if no_y else (X, y)


# Options of `validate_data` that change nothing in tables of float64 and columns of numbers.
_PLAIN = {"dtype", "multi_output", "y_numeric", "ensure_all_finite", "accept_sparse"}


def _is_sound(estimator, X, y, reset, options):
    """Whether the data are as `estimator` wants them, as they mostly are. If not, the longer way says what is wrong."""
    if type(X) is not np.ndarray or y is not None and type(y) is not np.ndarray:
        return False
    if not _PLAIN.issuperset(options) or options.get("dtype", "numeric") not in ("numeric", np.float64):
        return False
    columns, kept = _sklearn.sound_columns(X, y), estimator.__dict__
    if columns is None or "feature_names_in_" in kept:
        return False
    return reset or kept.get("n_features_in_") == columns


def _needs_y(estimator):
    return getattr(estimator, "_estimator_type", None) in ("classifier", "regressor")


def feature_names_in(estimator, input_features=None):
    """The names of the columns that come in: as fitted, as given, or x0, x1, ..."""
    known = getattr(estimator, "feature_names_in_", None)
    count = getattr(estimator, "n_features_in_", None)
    if input_features is not None:
        input_features = np.asarray(input_features, dtype=object)
        if known is not None and list(known) != list(input_features):
            raise ValueError("input_features is not equal to feature_names_in_")
        if count is not None and len(input_features) != count:
            raise ValueError(
                f"input_features should have length equal to number of features ({count}), got {len(input_features)}"
            )
        return input_features
    if known is not None:
        return known
    if count is None:
        raise ValueError("Unable to generate feature names without n_features_in_")
    return np.asarray([f"x{place}" for place in range(count)], dtype=object)
