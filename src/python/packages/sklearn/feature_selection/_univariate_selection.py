"""The features with the best scores, each looked at alone."""

import numpy as np

from ..base import BaseEstimator
from ..utils.validation import check_is_fitted, validate_data
from ._base import SelectorMixin
from ._scores import f_classif


class Univariate(SelectorMixin, BaseEstimator):
    def fit(self, X, y=None):
        self._check_params()
        if y is None:
            X, y = validate_data(self, X), None
        else:
            X, y = validate_data(self, X, y, multi_output=True)
        self._check(X)
        told = self.score_func(X, y)
        self.scores_, self.pvalues_ = told if isinstance(told, (list, tuple)) else (told, None)
        self.scores_ = np.asarray(self.scores_)
        return self

    def _check(self, X):
        pass

    def _ranked(self):
        """Scores in which one that is no number is the least."""
        return np.where(np.isnan(self.scores_), np.finfo(np.float64).min, self.scores_)


class SelectKBest(Univariate):
    _limits = {
        "score_func": "callable",
        "k": "{all} | int [0, inf)",
    }

    def __init__(self, score_func=f_classif, *, k=10):
        self._keep(locals())

    def _check(self, X):
        import warnings

        if not isinstance(self.k, str) and self.k > X.shape[1]:
            warnings.warn(
                f"k={self.k} is greater than n_features={X.shape[1]}. All the features will be returned.", stacklevel=3
            )

    def _get_support_mask(self):
        check_is_fitted(self)
        if self.k == "all":
            return np.ones(self.scores_.shape, dtype=bool)
        mask = np.zeros(self.scores_.shape, dtype=bool)
        if self.k:
            mask[np.argsort(self._ranked(), kind="mergesort")[-self.k :]] = True
        return mask


class SelectPercentile(Univariate):
    _limits = {
        "score_func": "callable",
        "percentile": "float [0.0, 100.0]",
    }

    def __init__(self, score_func=f_classif, *, percentile=10):
        self._keep(locals())

    def _get_support_mask(self):
        check_is_fitted(self)
        if self.percentile in (0, 100):
            return np.full(len(self.scores_), self.percentile == 100)
        scores = self._ranked()
        threshold = np.percentile(scores, 100 - self.percentile)
        mask = scores > threshold
        ties = np.flatnonzero(scores == threshold)
        mask[ties[: int(len(scores) * self.percentile / 100) - int(mask.sum())]] = True
        return mask
