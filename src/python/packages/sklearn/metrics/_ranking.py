"""Scores that look at the order in which classes or answers are told."""

import numpy as np

from ..utils.validation import check_array, column_or_1d
from ._targets import weights_for


def top_k_accuracy_score(y_true, y_score, *, k=2, normalize=True, sample_weight=None, labels=None):
    """How often the true class is among the `k` that are held for likeliest."""
    y_true, y_score = column_or_1d(y_true), check_array(y_score, ensure_2d=False)
    classes = np.unique(y_true) if labels is None else np.asarray(labels)
    codes = np.searchsorted(classes, y_true)
    if y_score.ndim == 1:
        threshold = 0.5 if y_score.min() >= 0 and y_score.max() <= 1 else 0
        hits = ((y_score > threshold).astype(int) == codes) if k == 1 else np.ones(len(codes), dtype=bool)
    else:
        if y_score.shape[1] != len(classes):
            raise ValueError(
                f"Number of classes in 'y_true' ({len(classes)}) not equal to the number of classes in 'y_score'"
                f" ({y_score.shape[1]}).You can provide a list of all known classes by assigning it to the `labels`"
                " parameter."
            )
        best = np.argsort(y_score, axis=1, kind="mergesort")[:, ::-1][:, :k]
        hits = (best == codes[:, None]).any(axis=1)
    weights = weights_for(sample_weight, y_true)
    if normalize:
        return float(np.average(hits, weights=weights))
    return float(hits.sum() if weights is None else hits @ weights)


def dcg_score(y_true, y_score, *, k=None, log_base=2, sample_weight=None, ignore_ties=False):
    return float(np.average(_gain(y_true, y_score, k, log_base), weights=sample_weight))


def ndcg_score(y_true, y_score, *, k=None, sample_weight=None, ignore_ties=False):
    """The gain of an order as a share of that of the best one."""
    y_true = check_array(y_true)
    if y_true.min() < 0:
        raise ValueError("ndcg_score should not be used on negative y_true values.")
    gain, best = _gain(y_true, y_score, k, 2), _gain(y_true, y_true, k, 2)
    return float(np.average(np.where(best == 0, 0.0, gain / np.where(best == 0, 1.0, best)), weights=sample_weight))


def _gain(y_true, y_score, k, base):
    """The gain of each row; answers with the same score share it."""
    y_true, y_score = check_array(y_true).astype(np.float64), check_array(y_score)
    discount = 1 / (np.log(np.arange(y_true.shape[1]) + 2) / np.log(base))
    if k is not None:
        discount[k:] = 0
    gains = []
    for truth, score in zip(y_true, y_score):
        _, group, counts = np.unique(-score, return_inverse=True, return_counts=True)
        mean = np.bincount(group, weights=truth) / counts
        ends = np.cumsum(counts)
        reached = np.concatenate([[0.0], np.cumsum(discount)])
        gains.append(float((mean * (reached[ends] - reached[ends - counts])).sum()))
    return np.array(gains)
