"""How far told numbers are from true ones."""

import warnings

import numpy as np

from ..exceptions import UndefinedMetricWarning
from ..utils._param_validation import checked
from ._targets import regression_targets, weights_for


def _over_outputs(errors, multioutput):
    if isinstance(multioutput, str):
        if multioutput == "raw_values":
            return errors
        multioutput = None
    return float(np.average(errors, weights=multioutput))


def _mean_of(error, y_true, y_pred, sample_weight, multioutput, root=False):
    y_true, y_pred, multioutput = regression_targets(y_true, y_pred, multioutput)
    weights = weights_for(sample_weight, y_true)
    errors = np.average(error(y_true, y_pred), axis=0, weights=weights)
    return _over_outputs(np.sqrt(errors) if root else errors, multioutput)


def _square(true, told):
    return (true - told) ** 2


@checked(multioutput="{raw_values, uniform_average} | array")
def mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    return _mean_of(_square, y_true, y_pred, sample_weight, multioutput)


@checked(multioutput="{raw_values, uniform_average} | array")
def root_mean_squared_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    return _mean_of(_square, y_true, y_pred, sample_weight, multioutput, root=True)


@checked(multioutput="{raw_values, uniform_average} | array")
def mean_absolute_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    return _mean_of(lambda true, told: np.abs(told - true), y_true, y_pred, sample_weight, multioutput)


@checked(multioutput="{raw_values, uniform_average} | array")
def mean_absolute_percentage_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    least = np.finfo(np.float64).eps
    return _mean_of(
        lambda true, told: np.abs(told - true) / np.maximum(np.abs(true), least),
        y_true,
        y_pred,
        sample_weight,
        multioutput,
    )


def mean_pinball_loss(y_true, y_pred, *, sample_weight=None, alpha=0.5, multioutput="uniform_average"):
    def error(true, told):
        apart = true - told
        return np.where(apart >= 0, alpha * apart, (alpha - 1) * apart)

    return _mean_of(error, y_true, y_pred, sample_weight, multioutput)


def _logs(y_true, y_pred, name):
    for y in (y_true, y_pred):
        if np.any(np.asarray(y) <= -1):
            raise ValueError(f"{name} cannot be used when targets contain values less than or equal to -1.")
    return np.log1p(np.asarray(y_true, dtype=np.float64)), np.log1p(np.asarray(y_pred, dtype=np.float64))


def mean_squared_log_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    y_true, y_pred = _logs(y_true, y_pred, "Mean Squared Logarithmic Error")
    return mean_squared_error(y_true, y_pred, sample_weight=sample_weight, multioutput=multioutput)


def root_mean_squared_log_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    y_true, y_pred = _logs(y_true, y_pred, "Root Mean Squared Logarithmic Error")
    return root_mean_squared_error(y_true, y_pred, sample_weight=sample_weight, multioutput=multioutput)


@checked(multioutput="{raw_values, uniform_average} | array")
def median_absolute_error(y_true, y_pred, *, multioutput="uniform_average", sample_weight=None):
    if sample_weight is not None:
        raise NotImplementedError("median_absolute_error: sample_weight is not carried here")
    y_true, y_pred, multioutput = regression_targets(y_true, y_pred, multioutput)
    return _over_outputs(np.median(np.abs(y_pred - y_true), axis=0), multioutput)


@checked(multioutput="{raw_values, uniform_average} | array")
def max_error(y_true, y_pred):
    y_true, y_pred, _ = regression_targets(y_true, y_pred, None)
    if y_true.shape[1] > 1:
        raise ValueError("Multioutput not supported in max_error")
    return float(np.max(np.abs(y_true - y_pred)))


def _explained(unexplained, spread, multioutput, force_finite):
    """One less the share that is not explained; a target that does not vary is explained wholly or not at all."""
    varies = spread != 0
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = 1 - unexplained / spread
    if force_finite:
        scores = np.where(varies, scores, np.where(unexplained == 0, 1.0, 0.0))
    if isinstance(multioutput, str):
        if multioutput == "raw_values":
            return scores
        weights = spread if multioutput == "variance_weighted" and varies.any() else None
    else:
        weights = multioutput
    return float(np.average(scores, weights=weights))


@checked(multioutput="{raw_values, uniform_average, variance_weighted} | array | None")
def r2_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
    """The share of the variance that is explained."""
    y_true, y_pred, multioutput = regression_targets(y_true, y_pred, multioutput)
    if len(y_pred) < 2:
        warnings.warn("R^2 score is not well-defined with less than two samples.", UndefinedMetricWarning, stacklevel=2)
        return float("nan")
    weights = weights_for(sample_weight, y_true)
    column = 1.0 if weights is None else weights[:, None]
    unexplained = (column * (y_true - y_pred) ** 2).sum(axis=0)
    spread = (column * (y_true - np.average(y_true, axis=0, weights=weights)) ** 2).sum(axis=0)
    return _explained(unexplained, spread, "uniform_average" if multioutput is None else multioutput, force_finite)


@checked(multioutput="{raw_values, uniform_average, variance_weighted} | array")
def explained_variance_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average", force_finite=True):
    y_true, y_pred, multioutput = regression_targets(y_true, y_pred, multioutput)
    weights = weights_for(sample_weight, y_true)

    def spread(values):
        return np.average((values - np.average(values, axis=0, weights=weights)) ** 2, axis=0, weights=weights)

    return _explained(spread(y_true - y_pred), spread(y_true), multioutput, force_finite)


def d2_absolute_error_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The share of the absolute error of the median that is explained."""
    if sample_weight is not None:
        raise NotImplementedError("d2_absolute_error_score: sample_weight is not carried here")
    y_true, y_pred, multioutput = regression_targets(y_true, y_pred, multioutput)
    spread = np.abs(y_true - np.median(y_true, axis=0)).mean(axis=0)
    return _explained(np.abs(y_true - y_pred).mean(axis=0), spread, multioutput, True)
