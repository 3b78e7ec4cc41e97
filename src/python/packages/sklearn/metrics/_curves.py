"""How good scores are at every threshold."""

import warnings

import numpy as np

from ..exceptions import UndefinedMetricWarning
from ..utils._param_validation import checked
from ..utils.multiclass import type_of_target
from ..utils.validation import assert_all_finite, check_array, check_consistent_length, column_or_1d
from ._targets import weights_for


@checked(x="array", y="array")
def auc(x, y):
    """The area under a curve, by trapezoids."""
    check_consistent_length(x, y)
    x, y = column_or_1d(x), column_or_1d(y)
    if len(x) < 2:
        raise ValueError(f"At least 2 points are needed to compute area under curve, but x.shape = {x.shape}")
    steps = np.diff(x)
    direction = 1
    if np.any(steps < 0):
        if not np.all(steps <= 0):
            raise ValueError(f"x is neither increasing nor decreasing : {x}.")
        direction = -1
    return float(direction * (steps * (y[1:] + y[:-1]) / 2.0).sum())


def positive_label(y_true, pos_label):
    """The label that counts as positive: 1 unless it is said, where the labels are 0 and 1 or -1 and 1."""
    if pos_label is not None:
        return pos_label
    classes = np.unique(y_true)
    if classes.dtype.kind in "OUS" or not any(
        np.array_equal(classes, plain) for plain in ([0, 1], [-1, 1], [0], [-1], [1])
    ):
        told = ", ".join(repr(label) for label in classes.tolist())
        raise ValueError(
            f"y_true takes value in {{{told}}} and pos_label is not specified: either make y_true take value in {{0,"
            " 1} or {-1, 1} or pass pos_label explicitly."
        )
    return 1


def counts_by_threshold(y_true, y_score, pos_label=None, sample_weight=None):
    """How many false and true positives there are from each score that occurs upwards, the highest first."""
    kind = type_of_target(y_true, input_name="y_true")
    if not (kind == "binary" or kind == "multiclass" and pos_label is not None):
        raise ValueError(f"{kind} format is not supported")
    check_consistent_length(y_true, y_score, sample_weight)
    y_true, y_score = column_or_1d(y_true), column_or_1d(y_score)
    assert_all_finite(y_true)
    assert_all_finite(y_score)
    weights = weights_for(sample_weight, y_true)
    positive = y_true == positive_label(y_true, pos_label)
    order = np.argsort(-np.asarray(y_score, dtype=np.float64), kind="stable")
    y_score, positive = y_score[order], positive[order]
    ends = np.append(np.flatnonzero(np.diff(y_score)), len(y_score) - 1)
    if weights is None:
        true = np.cumsum(positive.astype(np.float64))[ends]
        return 1.0 + ends - true, true, y_score[ends]
    weights = weights[order]
    return np.cumsum(weights * ~positive)[ends], np.cumsum(weights * positive)[ends], y_score[ends]


@checked()
def roc_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=True):
    """The shares of false and of true positives, and the thresholds."""
    false, true, thresholds = counts_by_threshold(y_true, y_score, pos_label, sample_weight)
    if drop_intermediate and len(false) > 2:
        # Points on a straight line between others add nothing.
        bends = np.concatenate([[True], (np.diff(false, 2) != 0) | (np.diff(true, 2) != 0), [True]])
        false, true, thresholds = false[bends], true[bends], thresholds[bends]
    false, true = np.concatenate([[0.0], false]), np.concatenate([[0.0], true])
    thresholds = np.concatenate([[np.inf], np.asarray(thresholds, dtype=np.float64)])
    return (
        _share(false, "No negative samples in y_true, false positive value should be meaningless"),
        _share(true, "No positive samples in y_true, true positive value should be meaningless"),
        thresholds,
    )


def _share(counts, lacking):
    if counts[-1] <= 0:
        warnings.warn(lacking, UndefinedMetricWarning, stacklevel=3)
        return np.full(counts.shape, np.nan)
    return counts / counts[-1]


def det_curve(y_true, y_score, pos_label=None, sample_weight=None, drop_intermediate=False):
    raise NotImplementedError("det_curve is not carried here; roc_curve is")


@checked()
def precision_recall_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=False):
    """Precision and recall, and the thresholds; the last point has none."""
    if drop_intermediate:
        raise NotImplementedError("precision_recall_curve: drop_intermediate=True is not carried here")
    false, true, thresholds = counts_by_threshold(y_true, y_score, pos_label, sample_weight)
    told = true + false
    precision = np.where(told != 0, true / np.where(told != 0, told, 1.0), 0.0)
    if true[-1] == 0:
        warnings.warn("No positive class found in y_true, recall is set to one for all thresholds.", stacklevel=2)
        recall = np.ones(len(true))
    else:
        recall = true / true[-1]
    return np.append(precision[::-1], 1.0), np.append(recall[::-1], 0.0), thresholds[::-1]


@checked(average="{macro, micro, samples, weighted} | None", multi_class="{ovo, ovr, raise}")
def average_precision_score(y_true, y_score, *, average="macro", pos_label=1, sample_weight=None):
    y_true = np.asarray(y_true)
    kind = type_of_target(y_true, input_name="y_true")

    def binary(truth, score, label):
        precision, recall, _ = precision_recall_curve(truth, score, pos_label=label, sample_weight=sample_weight)
        return float(max(0.0, -np.sum(np.diff(recall) * precision[:-1])))

    if kind == "binary":
        present = np.unique(y_true).tolist()
        if len(present) == 2 and pos_label not in present:
            raise ValueError(f"pos_label={pos_label} is not a valid label. It should be one of {present}")
        return binary(y_true, y_score, pos_label)
    if kind == "multiclass":
        y_true = (y_true[:, None] == np.unique(y_true)).astype(int)
    scores = [binary(truth, score, 1) for truth, score in zip(y_true.T, np.asarray(y_score).T)]
    return _over_classes(scores, y_true, average)


def _over_classes(scores, members, average):
    if average is None:
        return np.array(scores)
    if average == "macro":
        return float(np.mean(scores))
    if average == "weighted":
        return float(np.average(scores, weights=members.sum(axis=0)))
    raise NotImplementedError(f"average={average!r} is not carried here for scores of several classes")


@checked(average="{macro, micro, samples, weighted} | None", multi_class="{ovo, ovr, raise}")
def roc_auc_score(
    y_true, y_score, *, average="macro", sample_weight=None, max_fpr=None, multi_class="raise", labels=None
):
    """The area under the curve of `roc_curve`."""
    kind = type_of_target(y_true, input_name="y_true")
    y_true = column_or_1d(y_true) if kind in ("binary", "multiclass") else np.asarray(y_true)
    y_score = check_array(y_score, ensure_2d=False)
    if kind == "multiclass" or kind == "binary" and y_score.ndim == 2 and y_score.shape[1] > 2:
        if max_fpr is not None and max_fpr != 1.0:
            raise ValueError(
                "Partial AUC computation not available in multiclass setting, 'max_fpr' must be set to `None`,"
                f" received `max_fpr={max_fpr}` instead"
            )
        if multi_class == "raise":
            raise ValueError("multi_class must be in ('ovo', 'ovr')")
        return _multiclass_auc(y_true, y_score, labels, multi_class, average, sample_weight)
    if max_fpr is not None and max_fpr != 1:
        raise NotImplementedError("roc_auc_score: max_fpr is not carried here")
    if kind == "binary":
        return _binary_auc(y_true, y_score, sample_weight)
    scores = [_binary_auc(truth, score, sample_weight) for truth, score in zip(y_true.T, y_score.T)]
    return _over_classes(scores, y_true, average)


def _binary_auc(y_true, y_score, sample_weight):
    classes = np.unique(y_true)
    if len(classes) != 2:
        warnings.warn(
            "Only one class is present in y_true. ROC AUC score is not defined in that case.",
            UndefinedMetricWarning,
            stacklevel=3,
        )
        return np.nan
    if y_score.ndim == 2:
        raise ValueError(f"y should be a 1d array, got an array of shape {y_score.shape} instead.")
    fpr, tpr, _ = roc_curve((y_true == classes[1]).astype(int), y_score, sample_weight=sample_weight)
    return auc(fpr, tpr)


def _multiclass_auc(y_true, y_score, labels, multi_class, average, sample_weight):
    if not np.allclose(1, y_score.sum(axis=1)):
        raise ValueError(
            "Target scores need to be probabilities for multiclass roc_auc, i.e. they should sum up to 1.0 over classes"
        )
    classes = np.unique(y_true) if labels is None else np.asarray(labels)
    if len(classes) != y_score.shape[1]:
        if labels is None:
            raise ValueError("Number of classes in y_true not equal to the number of columns in 'y_score'")
        raise ValueError(
            f"Number of given labels, {len(classes)}, not equal to the number of columns in 'y_score',"
            f" {y_score.shape[1]}"
        )
    if multi_class not in ("ovo", "ovr"):
        raise ValueError(
            f"multi_class='{multi_class}' is not supported for multiclass ROC AUC, multi_class must be in ('ovo',"
            " 'ovr')"
        )
    members = (y_true[:, None] == classes).astype(int)
    if multi_class == "ovr":
        scores = [_binary_auc(truth, score, sample_weight) for truth, score in zip(members.T, y_score.T)]
        return _over_classes(scores, members, average)
    if sample_weight is not None:
        raise ValueError(
            "sample_weight is not supported for multiclass one-vs-one ROC AUC, 'sample_weight' must be None in this"
            " case."
        )
    if average not in ("macro", "weighted"):
        raise ValueError("average must be one of ('macro', 'weighted') for multiclass problems")
    scores, shares = [], []
    for one in range(len(classes)):
        for two in range(one + 1, len(classes)):
            both = (members[:, one] + members[:, two]).astype(bool)
            shares.append(both.mean())
            pair = [_binary_auc(members[both, at], y_score[both, at], None) for at in (one, two)]
            scores.append(sum(pair) / 2)
    return float(np.average(scores, weights=shares if average == "weighted" else None))
