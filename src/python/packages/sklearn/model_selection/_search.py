"""The best parameters of many, by cross-validation."""

import warnings

import numpy as np

from ..base import BaseEstimator, MetaEstimatorMixin, clone, is_classifier
from ..exceptions import NotFittedError
from ..utils.metaestimators import available_if
from ..utils.validation import check_is_fitted, indexable
from ._parameters import ParameterGrid, ParameterSampler
from ._split import check_cv
from ._validation import fit_and_score, report_failures, scorers_of


def _has(method):
    """Whether the refitted estimator has `method`, or will have it."""

    def check(self):
        if not self.refit:
            raise AttributeError(
                f"This {type(self).__name__} instance was initialized with `refit=False`. {method} is available only "
                "after refitting on the best parameters. You can refit an estimator manually using the `best_params_` "
                "attribute"
            )
        getattr(getattr(self, "best_estimator_", self.estimator), method)
        return True

    return check


class BaseSearchCV(MetaEstimatorMixin, BaseEstimator):
    @property
    def _estimator_type(self):
        return getattr(self.estimator, "_estimator_type", None)

    def fit(self, X, y=None, *, groups=None, **params):
        self._check_params()
        X, y = indexable(X, y)
        scorers, several = scorers_of(self.estimator, self.scoring)
        self._check_refit(scorers, several)
        cv = check_cv(self.cv, y, classifier=is_classifier(self.estimator))
        folds = list(cv.split(X, y, groups))
        candidates = list(self._candidates())
        if self.verbose:
            total = len(folds) * len(candidates)
            print(f"Fitting {len(folds)} folds for each of {len(candidates)} candidates, totalling {total} fits")
        results = []
        for candidate in candidates:
            for fold, (train, test) in enumerate(folds):
                one = fit_and_score(
                    clone(self.estimator), X, y, scorers, train, test, candidate, params, self.error_score,
                    self.return_train_score,
                )  # fmt: skip
                self._tell(one, candidate, fold, len(folds))
                results.append(one)
        report_failures(results, self.error_score)
        self.scorer_ = scorers if several else scorers["score"]
        self.multimetric_, self.n_splits_ = several, len(folds)
        self.cv_results_ = self._table(candidates, results, scorers, several, len(folds))
        self._pick(X, y, several, params)
        return self

    def _tell(self, result, candidate, fold, folds):
        if self.verbose <= 1:
            return
        took = result["fit_time"] + result["score_time"]
        shown = f"[CV {fold + 1}/{folds}] END " if self.verbose > 2 else "[CV] END "
        told = ", ".join(f"{key}={candidate[key]}" for key in sorted(candidate))
        score = f", score={result['test']['score']:.3f}" if self.verbose > 2 and "score" in result["test"] else ""
        end = f"{told};{score} total time={took:6.1f}s" if not score else f"{told};{score[1:]} total time={took:6.1f}s"
        print(f"{shown}{'.' * max(0, 79 - len(shown) - len(end) - 1)}{end}" if len(end) < 60 else f"{shown}{end}")

    def _check_refit(self, scorers, several):
        if several and self.refit is not False and not callable(self.refit):
            if not isinstance(self.refit, str) or self.refit not in scorers:
                raise ValueError(
                    "For multi-metric scoring, the parameter refit must be set to a scorer key or a callable to refit"
                    " an estimator with the best parameter setting on the whole data and make the best_* attributes"
                    " available for that metric. If this is not needed, refit should be set to False explicitly."
                    f" {self.refit!r} was passed."
                )

    def _table(self, candidates, results, scorers, several, folds):
        """What the search found, a row for each candidate."""
        table = {}
        for part in ("fit_time", "score_time"):
            times = np.array([one[part] for one in results]).reshape(len(candidates), folds)
            table[f"mean_{part}"], table[f"std_{part}"] = times.mean(axis=1), times.std(axis=1)
        for key in dict.fromkeys(key for candidate in candidates for key in candidate):
            table[f"param_{key}"] = _column([candidate.get(key, np.nan) for candidate in candidates])
        table["params"] = candidates
        for name in scorers:
            self._scores(table, name, [one["test"][name] for one in results], len(candidates), "test")
            if self.return_train_score:
                self._scores(table, name, [one["train"][name] for one in results], len(candidates), "train")
        return table

    def _scores(self, table, name, scores, candidates, part):
        scores = np.array(scores, dtype=np.float64).reshape(candidates, -1)
        for fold in range(scores.shape[1]):
            table[f"split{fold}_{part}_{name}"] = scores[:, fold]
        mean = scores.mean(axis=1)
        table[f"mean_{part}_{name}"], table[f"std_{part}_{name}"] = mean, scores.std(axis=1)
        if not np.isfinite(mean).all():
            warnings.warn(f"One or more of the {part} scores are non-finite: {mean}", UserWarning, stacklevel=4)
        if part == "test":
            known = np.where(np.isnan(mean), -np.inf, mean)
            ranks = np.array([1 + int(np.sum(known > value)) for value in known.tolist()], dtype=np.int32)
            table[f"rank_test_{name}"] = ranks

    def _pick(self, X, y, several, params):
        name = self.refit if several else "score"
        if callable(self.refit):
            self.best_index_ = int(self.refit(self.cv_results_))
        elif self.refit or not several:
            self.best_index_ = int(self.cv_results_[f"rank_test_{name}"].argmin())
            self.best_score_ = self.cv_results_[f"mean_test_{name}"][self.best_index_]
        else:
            return
        self.best_params_ = self.cv_results_["params"][self.best_index_]
        if not self.refit:
            return
        from time import perf_counter

        start = perf_counter()
        best = clone(self.estimator).set_params(**clone(self.best_params_, safe=False))
        self.best_estimator_ = best.fit(X, **params) if y is None else best.fit(X, y, **params)
        self.refit_time_ = perf_counter() - start
        if hasattr(self.best_estimator_, "feature_names_in_"):
            self.feature_names_in_ = self.best_estimator_.feature_names_in_

    def _best(self):
        check_is_fitted(self)
        return self.best_estimator_

    def score(self, X, y=None, **params):
        best = self._best()
        scorer = self.scorer_[self.refit] if self.multimetric_ else self.scorer_
        return scorer(best, X) if y is None else scorer(best, X, y)

    @property
    def classes_(self):
        return self._best().classes_

    @property
    def n_features_in_(self):
        try:
            return self._best().n_features_in_
        except NotFittedError as problem:
            raise AttributeError(f"{type(self).__name__} object has no n_features_in_ attribute.") from problem

    @available_if(_has("predict"))
    def predict(self, X):
        return self._best().predict(X)

    @available_if(_has("predict_proba"))
    def predict_proba(self, X):
        return self._best().predict_proba(X)

    @available_if(_has("predict_log_proba"))
    def predict_log_proba(self, X):
        return self._best().predict_log_proba(X)

    @available_if(_has("decision_function"))
    def decision_function(self, X):
        return self._best().decision_function(X)

    @available_if(_has("transform"))
    def transform(self, X):
        return self._best().transform(X)

    @available_if(_has("inverse_transform"))
    def inverse_transform(self, X):
        return self._best().inverse_transform(X)


def _column(values):
    """The values of a parameter as an array: of numbers where all are, else of objects; NaN where there is none."""
    kinds = set(map(type, values))
    if kinds <= {int, float} or kinds == {bool}:
        return np.array(values)
    column = np.empty(len(values), dtype=object)
    for place, value in enumerate(values):
        column[place] = value
    return column


class GridSearchCV(BaseSearchCV):
    _limits = {
        "estimator": "has fit",
        "param_grid": "dict | list",
        "scoring": "scoring | callable | list | tuple | dict | None",
        "refit": "bool | str | callable",
        "cv": "cv",
        "pre_dispatch": "int | str",
        "error_score": "{raise} | float",
        "return_train_score": "bool",
    }

    def __init__(
        self,
        estimator,
        param_grid,
        *,
        scoring=None,
        n_jobs=None,
        refit=True,
        cv=None,
        verbose=0,
        pre_dispatch="2*n_jobs",
        error_score=np.nan,
        return_train_score=False,
    ):
        self._keep(locals())

    def _candidates(self):
        return ParameterGrid(self.param_grid)


class RandomizedSearchCV(BaseSearchCV):
    _limits = {
        "estimator": "has fit",
        "param_distributions": "dict | list",
        "n_iter": "int [1, inf)",
        "scoring": "scoring | callable | list | tuple | dict | None",
        "refit": "bool | str | callable",
        "cv": "cv",
        "pre_dispatch": "int | str",
        "error_score": "{raise} | float",
        "return_train_score": "bool",
    }

    def __init__(
        self,
        estimator,
        param_distributions,
        *,
        n_iter=10,
        scoring=None,
        n_jobs=None,
        refit=True,
        cv=None,
        verbose=0,
        pre_dispatch="2*n_jobs",
        random_state=None,
        error_score=np.nan,
        return_train_score=False,
    ):
        self._keep(locals())

    def _candidates(self):
        return ParameterSampler(self.param_distributions, self.n_iter, random_state=self.random_state)
