"""How scores go with the amount of data or with a parameter."""

import numpy as np

from ..base import clone, is_classifier
from ..metrics._scorer import check_scoring
from ..utils._indexing import rows
from ..utils.validation import check_random_state, indexable
from ._split import check_cv
from ._validation import fit_and_score, report_failures

def learning_curve(
    estimator, X, y, *, groups=None, train_sizes=np.array([0.1, 0.325, 0.55, 0.775, 1.0]), cv=None, scoring=None,
    exploit_incremental_learning=False, n_jobs=None, pre_dispatch="all", verbose=0, shuffle=False, random_state=None,
    error_score=np.nan, return_times=False, params=None,
):  # fmt: skip
    """Sizes, and the scores on train and test for each of them and each fold."""
    if exploit_incremental_learning:
        raise NotImplementedError("learning_curve: exploit_incremental_learning is not carried here")
    X, y, groups = indexable(X, y, groups)
    folds = list(check_cv(cv, y, classifier=is_classifier(estimator)).split(X, y, groups))
    sizes = _sizes(np.asarray(train_sizes), len(folds[0][0]))
    if shuffle:
        rng = check_random_state(random_state)
        folds = [(rng.permutation(train), test) for train, test in folds]
    pairs = [(train[:size], test) for train, test in folds for size in sizes.tolist()]
    results = _all(estimator, X, y, scoring, pairs, [None] * len(pairs), params, error_score)
    shape = (len(folds), len(sizes))
    told = [np.array([one[part]["score"] for one in results]).reshape(shape).T for part in ("train", "test")]
    if return_times:
        told += [np.array([one[part] for one in results]).reshape(shape).T for part in ("fit_time", "score_time")]
    return (sizes, *told)


def _sizes(wanted, most):
    if wanted.dtype.kind == "f":
        if wanted.min() <= 0.0 or wanted.max() > 1.0:
            raise ValueError(
                "train_sizes has been interpreted as fractions of the maximum number of training samples and must be "
                f"within (0, 1], but is within [{wanted.min():f}, {wanted.max():f}]."
            )
        sizes = np.clip((wanted * most).astype(int), 1, most)
    else:
        sizes = wanted
        if sizes.min() <= 0 or sizes.max() > most:
            raise ValueError(
                "train_sizes has been interpreted as absolute numbers of training samples and must be within "
                f"(0, {most}], but is within [{sizes.min()}, {sizes.max()}]."
            )
    return np.unique(sizes)


def _all(estimator, X, y, scoring, pairs, params, fit_params, error_score):
    scorers = {"score": check_scoring(estimator, scoring)}
    results = [
        fit_and_score(clone(estimator), X, y, scorers, train, test, own, fit_params, error_score, train_scores=True)
        for (train, test), own in zip(pairs, params)
    ]
    report_failures(results, error_score)
    return results


def validation_curve(
    estimator, X, y, *, param_name, param_range, groups=None, cv=None, scoring=None, n_jobs=None, pre_dispatch="all",
    verbose=0, error_score=np.nan, params=None,
):  # fmt: skip
    """The scores on train and test for each value of a parameter and each fold."""
    X, y, groups = indexable(X, y, groups)
    folds = list(check_cv(cv, y, classifier=is_classifier(estimator)).split(X, y, groups))
    values = list(param_range)
    pairs = [fold for fold in folds for _ in values]
    own = [{param_name: value} for _ in folds for value in values]
    results = _all(estimator, X, y, scoring, pairs, own, params, error_score)
    return tuple(
        np.array([one[part]["score"] for one in results]).reshape(len(folds), len(values)).T
        for part in ("train", "test")
    )


def permutation_test_score(
    estimator, X, y, *, groups=None, cv=None, n_permutations=100, n_jobs=None, random_state=0, verbose=0, scoring=None,
    params=None,
):  # fmt: skip
    """The score, the scores where the targets are shuffled, and how often these are as good."""
    X, y, groups = indexable(X, y, groups)
    cv, scorer = check_cv(cv, y, classifier=is_classifier(estimator)), check_scoring(estimator, scoring)
    rng = check_random_state(random_state)

    def mean_score(target):
        scores = []
        for train, test in cv.split(X, target, groups):
            fitted = clone(estimator).fit(rows(X, train), rows(target, train))
            scores.append(scorer(fitted, rows(X, test), rows(target, test)))
        return np.mean(scores)

    score = mean_score(y)
    shuffled = np.array([mean_score(rows(y, rng.permutation(len(y)))) for _ in range(n_permutations)])
    return score, shuffled, (np.sum(shuffled >= score) + 1.0) / (n_permutations + 1)
