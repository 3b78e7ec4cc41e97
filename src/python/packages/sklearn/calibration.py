"""Probabilities out of scores."""

import numpy as np

from .base import BaseEstimator, ClassifierMixin, MetaEstimatorMixin, clone
from .utils._indexing import rows
from .utils.validation import check_is_fitted, check_weights, column_or_1d, indexable

__all__ = ["CalibratedClassifierCV", "calibration_curve"]


class Sigmoid:
    """A sigmoid of the score whose two parameters make the truths likeliest (Platt's way, by Newton's steps)."""

    def fit(self, scores, truths, weights=None):
        weights = np.ones(len(scores)) if weights is None else weights
        positive, negative = weights[truths].sum(), weights[~truths].sum()
        target = np.where(truths, (positive + 1) / (positive + 2), 1 / (negative + 2))
        scale = max(np.abs(scores).max(), 1e-12)
        table = np.column_stack([scores / scale, np.ones(len(scores))])
        solution = np.array([0.0, np.log((positive + 1) / (negative + 1))])
        for _ in range(100):
            shares = _sigmoid(table @ solution)
            slope = table.T @ (weights * (shares - target))
            if np.abs(slope).max() < 1e-9:
                break
            bend = (table * (weights * np.maximum(shares * (1 - shares), 1e-12))[:, None]).T @ table
            step = np.linalg.solve(bend + 1e-12 * np.eye(2), slope)
            size, before = 1.0, _loss(table @ solution, target, weights)
            while size > 1e-10 and _loss(table @ (solution - size * step), target, weights) > before:
                size /= 2
            solution = solution - size * step
        # As in the formula 1 / (1 + exp(a * score + b)).
        self.a_, self.b_ = -solution[0] / scale, -solution[1]
        return self

    def predict(self, scores):
        return _sigmoid(-(self.a_ * scores + self.b_))


def _sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def _loss(x, target, weights):
    return float((weights * (np.logaddexp(0.0, x) - target * x)).sum())


class Isotonic:
    """The steps upwards that are nearest to the truths, joined by lines."""

    def fit(self, scores, truths, weights=None):
        weights = np.ones(len(scores)) if weights is None else weights
        places, group = _places(scores)
        sizes = np.bincount(group, weights=weights)
        levels = np.bincount(group, weights=weights * truths) / sizes
        blocks = []
        for level, size in zip(levels.tolist(), sizes.tolist()):
            blocks.append([level, size, 1])
            # Whatever falls is levelled out with what is before it.
            while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
                level, size, count = blocks.pop()
                last = blocks[-1]
                last[0] = (last[0] * last[1] + level * size) / (last[1] + size)
                last[1], last[2] = last[1] + size, last[2] + count
        self.places_ = places
        self.levels_ = np.repeat([block[0] for block in blocks], [block[2] for block in blocks])
        return self

    def predict(self, scores):
        return np.interp(scores, self.places_, self.levels_)


def _places(scores):
    """The different scores, those within the last digit of a number together, and the place of each."""
    values, group = np.unique(scores, return_inverse=True)
    kept, of_value = [values[0]], []
    for value in values.tolist():
        if value - kept[-1] >= 1e-15:
            kept.append(value)
        of_value.append(len(kept) - 1)
    return np.array(kept), np.array(of_value)[group]


class CalibratedClassifierCV(ClassifierMixin, MetaEstimatorMixin, BaseEstimator):
    _limits = {
        "estimator": "has fit predict_proba | has fit decision_function | None",
        "method": "{isotonic, sigmoid, temperature}",
        "cv": "cv",
        "ensemble": "bool | {auto}",
    }

    def __init__(self, estimator=None, *, method="sigmoid", cv=None, n_jobs=None, ensemble="auto"):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None, **fit_params):
        from .model_selection._split import check_cv
        from .svm import LinearSVC

        self._check_params()
        if self.method not in ("sigmoid", "isotonic"):
            raise NotImplementedError(f"CalibratedClassifierCV: method={self.method!r} is not carried here")
        X, y = indexable(X, y)
        y = column_or_1d(y)
        weights = check_weights(sample_weight, X)
        estimator = LinearSVC() if self.estimator is None else self.estimator
        self.classes_ = np.unique(y)
        folds = list(check_cv(self.cv, y, classifier=True).split(X, y))
        together = self.ensemble is False or self.ensemble == "auto" and type(estimator).__name__ == "FrozenEstimator"
        pairs = self._together if together else self._by_fold
        self.calibrated_classifiers_ = pairs(estimator, X, y, weights, folds)
        first = self.calibrated_classifiers_[0][0]
        for name in ("n_features_in_", "feature_names_in_"):
            if hasattr(first, name):
                setattr(self, name, getattr(first, name))
        return self

    def _fitted(self, estimator, X, y, weights, train):
        extra = {} if weights is None else {"sample_weight": weights[train]}
        return clone(estimator).fit(rows(X, train), y[train], **extra)

    def _by_fold(self, estimator, X, y, weights, folds):
        """A model for each fold, calibrated on what the fold left out."""
        found = []
        for train, test in folds:
            fitted = self._fitted(estimator, X, y, weights, train)
            found.append((fitted, self._curves(self._scores(fitted, rows(X, test)), y[test], weights, test)))
        return found

    def _together(self, estimator, X, y, weights, folds):
        """One model of all, calibrated by what models of the folds say of what they left out."""
        scores = None
        for train, test in folds:
            told = self._scores(self._fitted(estimator, X, y, weights, train), rows(X, test))
            scores = np.zeros((len(y), told.shape[1])) if scores is None else scores
            scores[test] = told
        every = np.arange(len(y))
        return [(self._fitted(estimator, X, y, weights, every), self._curves(scores, y, weights, every))]

    def _scores(self, fitted, X):
        if hasattr(fitted, "decision_function"):
            told = fitted.decision_function(X)
        else:
            told = fitted.predict_proba(X)
            told = told[:, 1] if len(self.classes_) == 2 else told
        return told.reshape(-1, 1) if told.ndim == 1 else told

    def _curves(self, scores, y, weights, places):
        labels = self.classes_[1:] if len(self.classes_) == 2 else self.classes_
        kind = Sigmoid if self.method == "sigmoid" else Isotonic
        own = None if weights is None else weights[places]
        return [kind().fit(scores[:, column], y == label, own) for column, label in enumerate(labels)]

    def predict_proba(self, X):
        check_is_fitted(self)
        total = np.zeros((len(X) if not hasattr(X, "shape") else X.shape[0], len(self.classes_)))
        for fitted, curves in self.calibrated_classifiers_:
            scores = self._scores(fitted, X)
            shares = np.column_stack([curve.predict(scores[:, column]) for column, curve in enumerate(curves)])
            if len(self.classes_) == 2:
                shares = np.column_stack([1 - shares[:, 0], shares[:, 0]])
            else:
                whole = shares.sum(axis=1, keepdims=True)
                shares = np.where(whole == 0, 1 / len(self.classes_), shares / np.where(whole == 0, 1, whole))
            total += shares
        return total / len(self.calibrated_classifiers_)

    def predict(self, X):
        best = self.predict_proba(X).argmax(axis=1)
        return self.classes_[best]


def calibration_curve(y_true, y_prob, *, pos_label=None, n_bins=5, strategy="uniform"):
    """How often the positive class is true, and the mean probability that was told, in each bin."""
    from .metrics._curves import positive_label

    y_true, y_prob = column_or_1d(y_true), column_or_1d(y_prob)
    if y_prob.min() < 0 or y_prob.max() > 1:
        raise ValueError("y_prob has values outside [0, 1].")
    if len(np.unique(y_true)) > 2:
        raise ValueError(f"Only binary classification is supported. Provided labels {np.unique(y_true)}.")
    if strategy not in ("uniform", "quantile"):
        raise ValueError("Invalid entry to 'strategy' input. Strategy must be either 'quantile' or 'uniform'.")
    truths = y_true == positive_label(y_true, pos_label)
    edges = np.linspace(0.0, 1.0, n_bins + 1)
    edges = edges if strategy == "uniform" else np.percentile(y_prob, edges * 100)
    places = np.searchsorted(edges[1:-1], y_prob)
    counts = np.bincount(places, minlength=len(edges))
    there = counts > 0
    true = np.bincount(places, weights=truths.astype(np.float64), minlength=len(edges))[there] / counts[there]
    return true, np.bincount(places, weights=y_prob, minlength=len(edges))[there] / counts[there]
