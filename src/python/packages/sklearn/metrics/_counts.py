"""Scores that count which classes are told for which."""

import warnings

import numpy as np

from ..exceptions import UndefinedMetricWarning
from ..utils._param_validation import checked
from ..utils.multiclass import unique_labels
from ._targets import classification_targets, weights_for


@checked(y_true="array | sparse", y_pred="array | sparse")
def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    kind, y_true, y_pred = classification_targets(y_true, y_pred)
    right = (y_true == y_pred).all(axis=1) if kind == "multilabel-indicator" else y_true == y_pred
    weights = weights_for(sample_weight, y_true)
    if normalize:
        return float(np.average(right, weights=weights))
    return float(right.sum()) if weights is None else float(right @ weights)


@checked(y_true="array | sparse", y_pred="array | sparse")
def zero_one_loss(y_true, y_pred, *, normalize=True, sample_weight=None):
    score = accuracy_score(y_true, y_pred, normalize=normalize, sample_weight=sample_weight)
    if normalize:
        return 1.0 - score
    return (len(y_true) if sample_weight is None else np.sum(sample_weight)) - score


def count_pairs(y_true, y_pred, labels, weights=None):
    """A table of how often each of `labels` is told as each; other labels are left out."""
    place = {label: at for at, label in enumerate(np.asarray(labels).tolist())}
    classes, codes = np.unique(y_true, return_inverse=True)
    told_classes, told = np.unique(y_pred, return_inverse=True)
    codes = np.array([place.get(label, -1) for label in classes.tolist()], dtype=np.int64)[codes]
    told = np.array([place.get(label, -1) for label in told_classes.tolist()], dtype=np.int64)[told]
    known = (codes >= 0) & (told >= 0)
    count = len(place)
    flat = np.bincount(
        (codes * count + told)[known], weights=None if weights is None else weights[known], minlength=count * count
    )
    return flat.reshape(count, count)


@checked(normalize="{all, pred, true} | None")
def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
    """Rows are true classes, columns told ones."""
    kind, y_true, y_pred = classification_targets(y_true, y_pred)
    if kind == "multilabel-indicator":
        raise ValueError(f"{kind} is not supported")
    if labels is None:
        labels = unique_labels(y_true, y_pred)
    else:
        labels = np.asarray(labels)
        if len(labels) == 0:
            raise ValueError("'labels' should contains at least one label.")
        if len(y_true) and not np.isin(labels, y_true).any():
            raise ValueError("At least one label specified must be in y_true")
    weights = weights_for(sample_weight, y_true)
    table = count_pairs(y_true, y_pred, labels, weights)
    if normalize is not None:
        with np.errstate(all="ignore"):
            whole = (
                table.sum(axis=1, keepdims=True)
                if normalize == "true"
                else table.sum(axis=0, keepdims=True) if normalize == "pred" else table.sum()
            )
            table = np.nan_to_num(table / whole)
    if table.shape == (1, 1):
        warnings.warn(
            "A single label was found in 'y_true' and 'y_pred'. For the confusion matrix to have the correct shape, use"
            " the 'labels' parameter to pass all known labels.",
            UserWarning,
            stacklevel=2,
        )
    return table


def multilabel_confusion_matrix(y_true, y_pred, *, sample_weight=None, labels=None, samplewise=False):
    """A table of two by two for each class."""
    from ._precision import class_counts

    if samplewise:
        raise NotImplementedError("multilabel_confusion_matrix: samplewise=True is not carried here")
    right, told, true, total = class_counts(y_true, y_pred, labels, sample_weight)
    wrong, missed = told - right, true - right
    return np.array([total - right - wrong - missed, wrong, missed, right]).T.reshape(-1, 2, 2)


@checked()
def balanced_accuracy_score(y_true, y_pred, *, sample_weight=None, adjusted=False):
    table = confusion_matrix(y_true, y_pred, sample_weight=sample_weight)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.diag(table) / table.sum(axis=1)
    if np.isnan(shares).any():
        warnings.warn("y_pred contains classes not in y_true", UserWarning, stacklevel=2)
        shares = shares[~np.isnan(shares)]
    score = np.mean(shares)
    if adjusted:
        chance = 1 / len(shares)
        score = (score - chance) / (1 - chance)
    return float(score)


@checked()
def cohen_kappa_score(y1, y2, *, labels=None, weights=None, sample_weight=None, replace_undefined_by=np.nan):
    """Agreement beyond that of chance."""
    table = confusion_matrix(y1, y2, labels=labels, sample_weight=sample_weight)
    count = len(table)
    expected = np.outer(table.sum(axis=0), table.sum(axis=1)) / table.sum()
    if weights is None:
        cost = 1 - np.eye(count)
    else:
        apart = np.abs(np.arange(count)[:, None] - np.arange(count))
        cost = apart if weights == "linear" else apart**2
    missed = np.sum(cost * expected)
    if missed == 0:
        warnings.warn(
            "`y1`, `y2` and `labels` have only one label in common. Cohen's kappa score is undefined and set to the "
            "value defined in the `replace_undefined_by` param, which defaults to `np.nan`.",
            UndefinedMetricWarning,
            stacklevel=2,
        )
        return replace_undefined_by
    return float(1 - np.sum(cost * table) / missed)


@checked(y_true="array | sparse", y_pred="array | sparse")
def hamming_loss(y_true, y_pred, *, sample_weight=None):
    """The share of labels that are wrong."""
    kind, y_true, y_pred = classification_targets(y_true, y_pred)
    wrong = (y_true != y_pred).mean(axis=1) if kind == "multilabel-indicator" else y_true != y_pred
    return float(np.average(wrong, weights=weights_for(sample_weight, y_true)))


@checked()
def matthews_corrcoef(y_true, y_pred, *, sample_weight=None):
    """The correlation between true and told classes."""
    kind, y_true, y_pred = classification_targets(y_true, y_pred)
    if kind == "multilabel-indicator":
        raise ValueError(f"{kind} is not supported")
    table = count_pairs(y_true, y_pred, unique_labels(y_true, y_pred), weights_for(sample_weight, y_true)).astype(
        np.float64
    )
    true, told, right, total = table.sum(axis=1), table.sum(axis=0), np.trace(table), table.sum()
    together = right * total - told @ true
    spread = (total**2 - told @ told) * (total**2 - true @ true)
    return 0.0 if spread == 0 else float(together / np.sqrt(spread))
