"""What a fitted model looks at."""

import numpy as np

from .metrics._scorer import check_scoring
from .utils import Bunch
from .utils.validation import check_array, check_random_state, is_frame

__all__ = ["permutation_importance"]


def permutation_importance(
    estimator, X, y, *, scoring=None, n_repeats=5, n_jobs=None, random_state=None, sample_weight=None, max_samples=1.0
):
    """How much the score falls where a feature is shuffled."""
    if max_samples != 1.0 or isinstance(scoring, (list, tuple, dict, set)):
        raise NotImplementedError("permutation_importance: max_samples and several scores are not carried here")
    X = X if is_frame(X) else check_array(X, ensure_all_finite="allow-nan", dtype=None)
    seed = int(check_random_state(random_state).randint(np.iinfo(np.int32).max + 1))
    scorer = check_scoring(estimator, scoring)
    extra = {} if sample_weight is None else {"sample_weight": sample_weight}
    baseline = scorer(estimator, X, y, **extra)
    scores = np.empty((X.shape[1], n_repeats))
    for column in range(X.shape[1]):
        rng, order, mixed = check_random_state(seed), np.arange(len(X)), X.copy()
        for repeat in range(n_repeats):
            rng.shuffle(order)
            if is_frame(mixed):
                name = mixed.columns[column]
                mixed[name] = mixed[name].to_numpy()[order]
            else:
                mixed[:, column] = mixed[order, column]
            scores[column, repeat] = scorer(estimator, mixed, y, **extra)
    drops = baseline - scores
    return Bunch(importances_mean=drops.mean(axis=1), importances_std=drops.std(axis=1), importances=drops)
