"""What probabilities cost where they are wrong."""

import warnings

import numpy as np

from ..utils._param_validation import checked
from ..utils.validation import check_array, check_consistent_length, column_or_1d
from ._curves import positive_label
from ._targets import weights_for


@checked(y_pred="array | str", y_proba="array | None")
def log_loss(y_true, y_proba=None, *, normalize=True, sample_weight=None, labels=None, y_pred="deprecated"):
    """The mean of minus the logarithm of the probability of what is true."""
    if not isinstance(y_pred, str):
        warnings.warn(
            "`y_pred` was renamed to `y_proba` in version 1.9 and will be removed in 1.11. Use `y_proba` instead.",
            FutureWarning,
            stacklevel=3,
        )
        y_proba = y_pred
    y_pred = check_array(y_proba, ensure_2d=False, dtype=[np.float64, np.float32])
    check_consistent_length(y_pred, y_true, sample_weight)
    y_true = column_or_1d(y_true)
    classes = np.unique(y_true if labels is None else np.asarray(labels))
    if len(classes) == 1:
        if labels is None:
            raise ValueError(
                f"y_true contains only one label ({classes[0]}). Please provide the list of all expected class labels"
                " explicitly through the labels argument."
            )
        raise ValueError(f"The labels array needs to contain at least two labels for log_loss, got {classes}.")
    members = (y_true[:, None] == classes).astype(np.float64)
    shares = _as_shares(y_pred, "y_pred")
    if shares.shape[1] != len(classes):
        if labels is None:
            raise ValueError(
                f"y_true and y_prob contain different number of classes: {len(classes)} vs {shares.shape[1]}. Please"
                f" provide the true labels explicitly through the labels argument. Classes found in y_true: {classes}"
            )
        raise ValueError(
            f"The number of classes in labels is different from that in y_prob. Classes found in labels: {classes}"
        )
    eps = np.finfo(shares.dtype).eps
    costs = -(members * np.log(np.clip(shares, eps, 1 - eps))).sum(axis=1)
    weights = weights_for(sample_weight, y_true)
    if normalize:
        return float(np.average(costs, weights=weights))
    return float(costs.sum() if weights is None else costs @ weights)


def _as_shares(y_pred, name):
    """A column for each class, out of one for the positive class too; each row sums up to one."""
    if y_pred.max() > 1:
        raise ValueError(f"y_prob contains values greater than 1: {y_pred.max()}")
    if y_pred.min() < 0:
        raise ValueError(f"y_prob contains values lower than 0: {y_pred.min()}")
    y_pred = y_pred.reshape(-1, 1) if y_pred.ndim == 1 else y_pred
    if y_pred.shape[1] == 1:
        y_pred = np.column_stack([1 - y_pred, y_pred])
    if not np.allclose(y_pred.sum(axis=1), 1, rtol=np.sqrt(np.finfo(y_pred.dtype).eps)):
        warnings.warn(
            "The y_prob values do not sum to one. Make sure to pass probabilities.", UserWarning, stacklevel=3
        )
    return y_pred


@checked()
def brier_score_loss(y_true, y_proba, *, sample_weight=None, pos_label=None, labels=None, scale_by_half="auto"):
    """The mean square of the distance between probability and truth."""
    y_proba = check_array(y_proba, ensure_2d=False, dtype=np.float64)
    check_consistent_length(y_proba, y_true, sample_weight)
    y_true = column_or_1d(y_true)
    weights = weights_for(sample_weight, y_true)
    if y_proba.ndim == 1 or y_proba.shape[1] == 1:
        classes = np.unique(y_true)
        if len(classes) > 2:
            raise ValueError(
                "The type of the target inferred from y_true is multiclass but should be binary according to the shape"
                " of y_prob."
            )
        shares = _as_shares(y_proba, "y_proba")[:, 1]
        label = positive_label(y_true, pos_label)
        costs = (shares - (y_true == label)) ** 2
        return float(np.average(costs if scale_by_half in ("auto", True) else 2 * costs, weights=weights))
    classes = np.unique(y_true if labels is None else np.asarray(labels))
    members = (y_true[:, None] == classes).astype(np.float64)
    if members.shape != y_proba.shape:
        raise ValueError(
            f"y_true and y_prob contain different number of classes: {len(classes)} vs {y_proba.shape[1]}. Please"
            f" provide the true labels explicitly through the labels argument. Classes found in y_true: {classes}"
        )
    score = float(np.average(((y_proba - members) ** 2).sum(axis=1), weights=weights))
    half = len(classes) < 3 if scale_by_half == "auto" else scale_by_half
    return score / 2 if half else score


def hinge_loss(y_true, pred_decision, *, labels=None, sample_weight=None):
    y_true, scores = column_or_1d(y_true), check_array(pred_decision, ensure_2d=False)
    classes = np.unique(y_true if labels is None else np.asarray(labels))
    if len(classes) > 2:
        codes = np.searchsorted(classes, y_true)
        rows = np.arange(len(codes))
        own = scores[rows, codes]
        others = scores.astype(np.float64)
        others[rows, codes] = -np.inf
        margin = own - others.max(axis=1)
    else:
        margin = np.where(y_true == classes[-1], 1, -1) * np.ravel(scores)
    return float(np.average(np.maximum(1 - margin, 0), weights=weights_for(sample_weight, y_true)))
