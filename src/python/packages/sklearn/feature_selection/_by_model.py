"""The features that a model holds for important."""

import numpy as np

from ..base import BaseEstimator, MetaEstimatorMixin, clone
from ..utils.metaestimators import available_if
from ..utils.validation import check_is_fitted, validate_data
from ._base import SelectorMixin


def importances(estimator, getter="auto", squared=False):
    """How much each feature matters to a fitted estimator."""
    if callable(getter):
        found = getter(estimator)
    elif getter == "auto":
        if hasattr(estimator, "coef_"):
            found = estimator.coef_
        elif hasattr(estimator, "feature_importances_"):
            found = estimator.feature_importances_
        else:
            raise ValueError(
                f"when `importance_getter=='auto'`, the underlying estimator {type(estimator).__name__} should have"
                " `coef_` or `feature_importances_` attribute. Either pass a fitted estimator to feature selector or"
                " call fit before calling transform."
            )
    else:
        found = estimator
        for name in getter.split("."):
            found = getattr(found, name)
    found = np.asarray(found)
    if squared:
        return found**2 if found.ndim == 1 else (found**2).sum(axis=0)
    return np.abs(found) if found.ndim == 1 else np.abs(found).sum(axis=0)


class SelectFromModel(MetaEstimatorMixin, SelectorMixin, BaseEstimator):
    _limits = {
        "estimator": "has fit",
        "threshold": "float [-inf, inf] | str | None",
        "prefit": "bool",
        "norm_order": "int (-inf, -1] | int [1, inf) | a float among {-inf, inf}",
        "max_features": "int [0, inf) | callable | None",
        "importance_getter": "str | callable",
    }

    def __init__(
        self,
        estimator,
        *,
        threshold=None,
        prefit=False,
        norm_order=1,
        max_features=None,
        importance_getter="auto",
    ):
        self._keep(locals())

    def fit(self, X, y=None, **fit_params):
        self._check_params()
        if self.norm_order != 1:
            raise NotImplementedError("SelectFromModel: norm_order is 1 here")
        if self.prefit:
            check_is_fitted(self.estimator)
            self.estimator_ = self.estimator
        else:
            self.estimator_ = clone(self.estimator).fit(X, y, **fit_params)
        if hasattr(self.estimator_, "feature_names_in_"):
            self.feature_names_in_ = self.estimator_.feature_names_in_
        return self

    @property
    def n_features_in_(self):
        return self.estimator_.n_features_in_

    @property
    def threshold_(self):
        return self._threshold(importances(self.estimator_, self.importance_getter))

    def _threshold(self, scores):
        wanted = self.threshold
        if wanted is None:
            sparse = getattr(self.estimator, "l1_ratio", 0) == 1 or getattr(self.estimator, "penalty", None) == "l1"
            wanted = 1e-5 if sparse or type(self.estimator).__name__ in ("Lasso", "LassoCV") else "mean"
        if not isinstance(wanted, str):
            return float(wanted)
        factor, times, of = wanted.rpartition("*")
        reference = {"mean": np.mean, "median": np.median}.get(of.strip())
        if reference is None:
            told = (
                f"Unknown reference: {of.strip()}"
                if times
                else f"Expected threshold='mean' or threshold='median' got {wanted}"
            )
            raise ValueError(told)
        return (float(factor) if times else 1.0) * reference(scores)

    def _get_support_mask(self):
        check_is_fitted(self, "estimator_") if not self.prefit else None
        fitted = self.estimator if self.prefit else self.estimator_
        scores = importances(fitted, self.importance_getter)
        mask = np.ones(len(scores), dtype=bool)
        if self.max_features is not None:
            most = self.max_features(None) if callable(self.max_features) else self.max_features
            mask[:] = False
            mask[np.argsort(-scores, kind="mergesort")[:most]] = True
        mask[scores < self._threshold(scores)] = False
        return mask


class RFE(SelectorMixin, MetaEstimatorMixin, BaseEstimator):
    _limits = {
        "estimator": "has fit",
        "n_features_to_select": "None | float (0.0, 1.0] | int (0, inf)",
        "step": "int (0, inf) | float (0.0, 1.0)",
        "importance_getter": "str | callable",
    }

    def __init__(self, estimator, *, n_features_to_select=None, step=1, verbose=0, importance_getter="auto"):
        self._keep(locals())

    def _estimator_has(self, method):
        return hasattr(self.estimator_ if hasattr(self, "estimator_") else self.estimator, method)

    @property
    def _estimator_type(self):
        return self.estimator._estimator_type

    @property
    def classes_(self):
        return self.estimator_.classes_

    def fit(self, X, y, **fit_params):
        self._check_params()
        X, y = validate_data(self, X, y, ensure_min_features=2, ensure_all_finite=False, multi_output=True)
        count = X.shape[1]
        wanted = self.n_features_to_select
        wanted = (
            count // 2 if wanted is None else wanted if isinstance(wanted, (int, np.integer)) else int(count * wanted)
        )
        step = int(max(1, self.step * count)) if 0.0 < self.step < 1.0 else int(self.step)
        kept, ranking = np.ones(count, dtype=bool), np.ones(count, dtype=int)
        while kept.sum() > wanted:
            places = np.flatnonzero(kept)
            fitted = clone(self.estimator).fit(X[:, places], y, **fit_params)
            order = np.argsort(importances(fitted, self.importance_getter, squared=True))
            dropped = places[order[: min(step, int(kept.sum()) - wanted)]]
            kept[dropped] = False
            ranking[~kept] += 1
        self.estimator_ = clone(self.estimator).fit(X[:, kept], y, **fit_params)
        self.n_features_, self.support_, self.ranking_ = int(kept.sum()), kept, ranking
        return self

    def _get_support_mask(self):
        check_is_fitted(self)
        return self.support_

    @available_if(lambda self: self._estimator_has("predict"))
    def predict(self, X, **params):
        check_is_fitted(self)
        return self.estimator_.predict(self.transform(X), **params)

    @available_if(lambda self: self._estimator_has("score"))
    def score(self, X, y, **params):
        check_is_fitted(self)
        return self.estimator_.score(self.transform(X), y, **params)

    @available_if(lambda self: self._estimator_has("predict_proba"))
    def predict_proba(self, X):
        check_is_fitted(self)
        return self.estimator_.predict_proba(self.transform(X))

    @available_if(lambda self: self._estimator_has("decision_function"))
    def decision_function(self, X):
        check_is_fitted(self)
        return self.estimator_.decision_function(self.transform(X))
