"""How alike two groupings are."""

import numpy as np

from ..utils.validation import check_consistent_length, column_or_1d


def table_of(labels_true, labels_pred):
    """How many samples each pair of groups has in common."""
    check_consistent_length(labels_true, labels_pred)
    true, told = (np.unique(column_or_1d(labels), return_inverse=True) for labels in (labels_true, labels_pred))
    shape = (len(true[0]), len(told[0]))
    return np.bincount(true[1] * shape[1] + told[1], minlength=shape[0] * shape[1]).reshape(shape).astype(np.float64)


def pairs_of(labels_true, labels_pred):
    """Pairs of samples: together in neither, only in the one or the other, in both."""
    table = table_of(labels_true, labels_pred)
    count, squares = table.sum(), (table**2).sum()
    both = squares - count
    one, other = (table.sum(axis=1) ** 2).sum() - squares, (table.sum(axis=0) ** 2).sum() - squares
    return count**2 - count - both - one - other, other, one, both


def rand_score(labels_true, labels_pred):
    neither, one, other, both = pairs_of(labels_true, labels_pred)
    total = neither + one + other + both
    return 1.0 if total == 0 else float((neither + both) / total)


def adjusted_rand_score(labels_true, labels_pred):
    """The Rand index beyond that of chance."""
    neither, one, other, both = pairs_of(labels_true, labels_pred)
    if one == 0 and other == 0:
        return 1.0
    return float(
        2.0 * (both * neither - one * other) / ((both + one) * (one + neither) + (both + other) * (other + neither))
    )


def fowlkes_mallows_score(labels_true, labels_pred):
    _, one, other, both = pairs_of(labels_true, labels_pred)
    return 0.0 if both == 0 else float(both / np.sqrt((both + one) * (both + other)))


def entropy(counts):
    counts = counts[counts > 0]
    shares = counts / counts.sum()
    return 0.0 if len(counts) == 1 else float(-(shares * np.log(shares)).sum())


def mutual_info_score(labels_true, labels_pred, *, contingency=None):
    table = table_of(labels_true, labels_pred) if contingency is None else np.asarray(contingency, dtype=np.float64)
    share = table / table.sum()
    expected = np.outer(share.sum(axis=1), share.sum(axis=0))
    there = share > 0
    return float(max(0.0, (share[there] * np.log(share[there] / expected[there])).sum()))


def homogeneity_completeness_v_measure(labels_true, labels_pred, *, beta=1.0):
    table = table_of(labels_true, labels_pred)
    if table.sum() == 0:
        return 1.0, 1.0, 1.0
    shared = mutual_info_score(None, None, contingency=table)
    of_true, of_told = entropy(table.sum(axis=1)), entropy(table.sum(axis=0))
    homogeneity = shared / of_true if of_true else 1.0
    completeness = shared / of_told if of_told else 1.0
    if homogeneity + completeness == 0.0:
        return homogeneity, completeness, 0.0
    return homogeneity, completeness, (1 + beta) * homogeneity * completeness / (beta * homogeneity + completeness)


def homogeneity_score(labels_true, labels_pred):
    return homogeneity_completeness_v_measure(labels_true, labels_pred)[0]


def completeness_score(labels_true, labels_pred):
    return homogeneity_completeness_v_measure(labels_true, labels_pred)[1]


def v_measure_score(labels_true, labels_pred, *, beta=1.0):
    return homogeneity_completeness_v_measure(labels_true, labels_pred, beta=beta)[2]


def _mean(one, other, how):
    means = {
        "min": min(one, other),
        "max": max(one, other),
        "geometric": float(np.sqrt(one * other)),
        "arithmetic": (one + other) / 2,
    }
    return means[how]


def normalized_mutual_info_score(labels_true, labels_pred, *, average_method="arithmetic"):
    table = table_of(labels_true, labels_pred)
    if table.shape[0] == table.shape[1] and table.shape[0] in (0, 1):
        return 1.0
    shared = mutual_info_score(None, None, contingency=table)
    if shared <= np.finfo(np.float64).eps:
        return 0.0
    return float(shared / _mean(entropy(table.sum(axis=1)), entropy(table.sum(axis=0)), average_method))


def adjusted_mutual_info_score(labels_true, labels_pred, *, average_method="arithmetic"):
    """Mutual information beyond that of chance."""
    table = table_of(labels_true, labels_pred)
    if table.shape[0] == table.shape[1] and table.shape[0] in (0, 1):
        return 1.0
    shared, by_chance = mutual_info_score(None, None, contingency=table), expected_information(table)
    whole = _mean(entropy(table.sum(axis=1)), entropy(table.sum(axis=0)), average_method)
    least = np.finfo(np.float64).eps
    bottom = whole - by_chance
    bottom = min(bottom, -least) if bottom < 0 else max(bottom, least)
    return float((shared - by_chance) / bottom)


def expected_information(table):
    """The mutual information of groupings of these sizes by chance."""
    ones, others, count = table.sum(axis=1), table.sum(axis=0), int(table.sum())
    # Logarithms of factorials, once for all.
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, count + 1)))])
    total = 0.0
    for one in ones.astype(int).tolist():
        for other in others.astype(int).tolist():
            common = np.arange(max(1, one + other - count), min(one, other) + 1)
            chance = logs[one] + logs[other] + logs[count - one] + logs[count - other] - logs[count]
            chance = (
                chance - logs[common] - logs[one - common] - logs[other - common] - logs[count - one - other + common]
            )
            total += float((common / count * np.log(count * common / (one * other)) * np.exp(chance)).sum())
    return total
