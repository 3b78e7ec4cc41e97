"""Precision, recall and what is made of them, for one class or averaged over several."""

import warnings

import numpy as np

from ..exceptions import UndefinedMetricWarning
from ..utils._param_validation import checked
from ..utils.multiclass import unique_labels
from ._targets import classification_targets, weights_for

COUNTED = {
    "y_true": "array | sparse",
    "y_pred": "array | sparse",
    "average": "{binary, macro, micro, samples, weighted} | None",
}


def class_counts(y_true, y_pred, labels=None, sample_weight=None):
    """For each class: told rightly, told, true; and the total."""
    kind, y_true, y_pred = classification_targets(y_true, y_pred)
    weights = weights_for(sample_weight, y_true)
    if kind == "multilabel-indicator":
        picked = slice(None) if labels is None else list(labels)
        true, told = y_true[:, picked].astype(bool), y_pred[:, picked].astype(bool)
        total = len(true)
    else:
        labels = unique_labels(y_true, y_pred) if labels is None else np.asarray(labels)
        true, told = y_true[:, None] == labels, y_pred[:, None] == labels
        total = len(y_true)
    if weights is None:
        return (true & told).sum(axis=0), told.sum(axis=0), true.sum(axis=0), total
    return weights @ (true & told), weights @ told, weights @ true, weights.sum()


def pick_labels(y_true, y_pred, labels, pos_label, average):
    """The labels that count: with average="binary" only the positive one."""
    kind, y_true, y_pred = classification_targets(y_true, y_pred)
    present = list(range(y_true.shape[1])) if kind == "multilabel-indicator" else unique_labels(y_true, y_pred).tolist()
    if average == "binary":
        if kind != "binary":
            options = [None, "micro", "macro", "weighted"] + (["samples"] if kind == "multilabel-indicator" else [])
            raise ValueError(
                f"Target is {kind} but average='binary'. Please choose another average setting, one of {options!r}."
            )
        if pos_label not in present and len(present) >= 2:
            raise ValueError(f"pos_label={pos_label} is not a valid label. It should be one of {np.array(present)!s}")
        return [pos_label]
    if pos_label not in (None, 1):
        warnings.warn(
            f"Note that pos_label (set to {pos_label!r}) is ignored when average != 'binary' (got {average!r}). You may"
            " use labels=[pos_label] to specify a single positive class.",
            UserWarning,
            stacklevel=4,
        )
    if average == "samples":
        raise NotImplementedError("average='samples' is not carried here")
    return labels


def divided(top, bottom, metric, modifier, average, zero_division, warn_for):
    """`top / bottom`, and `zero_division` where there is nothing to divide by."""
    top, bottom = np.asarray(top, dtype=np.float64), np.asarray(bottom, dtype=np.float64)
    nothing = bottom == 0
    result = top / np.where(nothing, 1.0, bottom)
    if nothing.any():
        result[nothing] = 0.0 if isinstance(zero_division, str) else zero_division
        if isinstance(zero_division, str) and metric in warn_for:
            warn_undefined(metric, modifier, average, len(result))
    return result


def warn_undefined(metric, modifier, average, count):
    told = metric if metric.startswith("F-score") else metric.capitalize()
    where = f"due to no {modifier} samples" if count == 1 else f"in labels with no {modifier} samples"
    warnings.warn(
        f"{told} is ill-defined and being set to 0.0 {where}. Use `zero_division` parameter to control this behavior.",
        UndefinedMetricWarning,
        stacklevel=4,
    )


def averaged(values, weights, average):
    """The mean over classes; where there is no value for a class it is left out."""
    if average is None:
        return values
    if average == "weighted":
        weights = np.asarray(weights, dtype=np.float64)
        known = ~np.isnan(values)
        if not known.any() or weights[known].sum() == 0:
            return float(np.mean(values))
        return float(np.average(values[known], weights=weights[known]))
    known = values[~np.isnan(values)]
    return float(np.mean(known)) if len(known) else np.nan


@checked(**COUNTED)
def precision_recall_fscore_support(
    y_true, y_pred, *, beta=1.0, labels=None, pos_label=1, average=None,
    warn_for=("precision", "recall", "f-score"), sample_weight=None, zero_division="warn",
):  # fmt: skip
    labels = pick_labels(y_true, y_pred, labels, pos_label, average)
    right, told, true, _ = class_counts(y_true, y_pred, labels, sample_weight)
    if average == "micro":
        right, told, true = (np.array([counts.sum()]) for counts in (right, told, true))
    precision = divided(right, told, "precision", "predicted", average, zero_division, warn_for)
    recall = divided(right, true, "recall", "true", average, zero_division, warn_for)
    square = float(beta) ** 2
    if np.isposinf(beta):
        score = recall
    elif beta == 0:
        score = precision
    else:
        bottom = square * true + told
        score = divided((1 + square) * right, bottom, "f-score", "true nor predicted", average, zero_division, warn_for)
    if average is None:
        return precision, recall, score, true
    kind = "macro" if average in ("binary", "micro") else average
    return (*(averaged(values, true, kind) for values in (precision, recall, score)), None)


@checked(**COUNTED)
def precision_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):
    own = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight}
    return precision_recall_fscore_support(y_true, y_pred, **own, warn_for=("precision",), zero_division=zero_division)[
        0
    ]


@checked(**COUNTED)
def recall_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):
    own = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight}
    return precision_recall_fscore_support(y_true, y_pred, **own, warn_for=("recall",), zero_division=zero_division)[1]


@checked(**COUNTED)
def fbeta_score(
    y_true, y_pred, *, beta, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):
    own = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight, "beta": beta}
    return precision_recall_fscore_support(y_true, y_pred, **own, warn_for=("f-score",), zero_division=zero_division)[2]


@checked(**COUNTED)
def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"):
    own = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight}
    return fbeta_score(y_true, y_pred, beta=1, **own, zero_division=zero_division)


@checked(**COUNTED)
def jaccard_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):
    labels = pick_labels(y_true, y_pred, labels, pos_label, average)
    right, told, true, _ = class_counts(y_true, y_pred, labels, sample_weight)
    top, bottom = right, true + told - right
    if average == "micro":
        top, bottom = np.array([top.sum()]), np.array([bottom.sum()])
    score = divided(top, bottom, "jaccard", "true or predicted", average, zero_division, ("jaccard",))
    return averaged(score, true, "macro" if average in ("binary", "micro") else average)
