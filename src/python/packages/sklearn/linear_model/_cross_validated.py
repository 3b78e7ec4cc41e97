"""Linear models that choose their own penalty by cross-validation."""

import numpy as np

from ..base import BaseEstimator, RegressorMixin
from ..model_selection._split import check_cv
from ..utils.validation import check_is_fitted, validate_data
from ._coordinate_descent import ElasticNet, Lasso
from ._ridge import Ridge


class RidgeCV(RegressorMixin, BaseEstimator):
    """Ridge, with the penalty whose error is least where each sample in turn is left out."""

    _limits = {
        "alphas": "array | float (0.0, inf)",
        "scoring": "scoring | callable | None",
        "cv": "cv",
        "gcv_mode": "{auto, eigen, svd} | None",
        "store_cv_results": "bool",
        "alpha_per_target": "bool",
    }

    def __init__(
        self,
        alphas=(0.1, 1.0, 10.0),
        *,
        fit_intercept=True,
        scoring=None,
        cv=None,
        gcv_mode=None,
        store_cv_results=False,
        alpha_per_target=False,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        if sample_weight is not None or self.gcv_mode is not None or self.alpha_per_target or self.store_cv_results:
            raise NotImplementedError(
                "RidgeCV: sample_weight, gcv_mode, alpha_per_target and store_cv_results are not carried here"
            )
        X, y = validate_data(self, X, y, dtype=np.float64, y_numeric=True)
        alphas = np.atleast_1d(np.asarray(self.alphas, dtype=np.float64))
        if self.cv is None and self.scoring is None:
            scores = [-np.mean(self._left_out(X, y, alpha) ** 2) for alpha in alphas]
            best = int(np.argmax(scores))
            self.alpha_, self.best_score_ = float(alphas[best]), float(scores[best])
        else:
            from ..model_selection import GridSearchCV

            grid = {"alpha": alphas}
            search = GridSearchCV(Ridge(fit_intercept=self.fit_intercept), grid, cv=self.cv, scoring=self.scoring).fit(
                X, y
            )
            self.alpha_, self.best_score_ = float(search.best_params_["alpha"]), search.best_score_
        fitted = Ridge(alpha=self.alpha_, fit_intercept=self.fit_intercept).fit(X, y)
        self.coef_, self.intercept_ = fitted.coef_, fitted.intercept_
        return self

    def _left_out(self, X, y, alpha):
        """The error at each sample of the fit without it, which follows from the fit with all."""
        centre = X.mean(axis=0) if self.fit_intercept else 0.0
        moved, target = X - centre, y - (y.mean() if self.fit_intercept else 0.0)
        left, values, _ = np.linalg.svd(moved, full_matrices=False)
        kept = values**2 / (values**2 + alpha)
        told = left @ (kept * (left.T @ target))
        own = (left**2 * kept).sum(axis=1) + (1.0 / len(X) if self.fit_intercept else 0.0)
        return (target - told) / (1.0 - own)

    def predict(self, X):
        check_is_fitted(self)
        return validate_data(self, X, reset=False, dtype=np.float64) @ self.coef_ + self.intercept_


class PathCV(RegressorMixin, BaseEstimator):
    """Lasso or elastic net along a path of penalties, each tested on every fold."""

    def _model(self, alpha, ratio):
        raise NotImplementedError

    def _ratios(self):
        return [1.0]

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        if sample_weight is not None:
            raise NotImplementedError(f"{type(self).__name__}.fit: sample_weight is not carried here")
        X, y = validate_data(self, X, y, dtype=np.float64, y_numeric=True)
        folds = list(check_cv(self.cv).split(X, y))
        paths, best = [], (np.inf, None, None)
        for ratio in self._ratios():
            alphas = self._path(X, y, ratio)
            errors = np.array([[self._error(X, y, fold, alpha, ratio) for fold in folds] for alpha in alphas])
            paths.append((alphas, errors))
            place = int(errors.mean(axis=1).argmin())
            if errors.mean(axis=1)[place] < best[0]:
                best = (errors.mean(axis=1)[place], alphas[place], ratio)
        self.alpha_, ratio = float(best[1]), best[2]
        single = len(paths) == 1
        self.alphas_ = paths[0][0] if single else np.array([alphas for alphas, _ in paths])
        self.mse_path_ = paths[0][1] if single else np.array([errors for _, errors in paths])
        if isinstance(self, ElasticNetCV):
            self.l1_ratio_ = ratio
        fitted = self._model(self.alpha_, ratio).fit(X, y)
        self.coef_, self.intercept_, self.n_iter_ = fitted.coef_, fitted.intercept_, fitted.n_iter_
        return self

    def _path(self, X, y, ratio):
        """Penalties from the least that makes every coefficient zero downwards."""
        if not isinstance(self.alphas, (int, np.integer)):
            return np.sort(np.asarray(self.alphas, dtype=np.float64))[::-1]
        moved = X - X.mean(axis=0) if self.fit_intercept else X
        most = np.abs(moved.T @ y).max() / (len(X) * ratio)
        return np.logspace(np.log10(most), np.log10(most * self.eps), num=self.alphas)

    def _error(self, X, y, fold, alpha, ratio):
        train, test = fold
        fitted = self._model(alpha, ratio).fit(X[train], y[train])
        return float(np.mean((fitted.predict(X[test]) - y[test]) ** 2))

    def predict(self, X):
        check_is_fitted(self)
        return validate_data(self, X, reset=False, dtype=np.float64) @ self.coef_ + self.intercept_


class LassoCV(PathCV):
    _limits = {
        "eps": "float (0.0, inf)",
        "alphas": "int [1, inf) | array",
        "precompute": "{auto} | array | bool",
        "max_iter": "int [1, inf)",
        "tol": "float [0.0, inf)",
        "cv": "cv",
        "positive": "bool",
        "selection": "{cyclic, random}",
    }

    def __init__(
        self,
        *,
        eps=0.001,
        alphas=100,
        fit_intercept=True,
        precompute="auto",
        max_iter=1000,
        tol=0.0001,
        copy_X=True,
        cv=None,
        verbose=False,
        n_jobs=None,
        positive=False,
        random_state=None,
        selection="cyclic",
    ):
        self._keep(locals())

    def _model(self, alpha, ratio):
        return Lasso(alpha=alpha, fit_intercept=self.fit_intercept, max_iter=self.max_iter, tol=self.tol)


class ElasticNetCV(PathCV):
    _limits = {
        "l1_ratio": "float [0.0, 1.0] | array",
        "eps": "float (0.0, inf)",
        "alphas": "int [1, inf) | array",
        "precompute": "{auto} | array | bool",
        "max_iter": "int [1, inf)",
        "tol": "float [0.0, inf)",
        "cv": "cv",
        "positive": "bool",
        "selection": "{cyclic, random}",
    }

    def __init__(
        self,
        *,
        l1_ratio=0.5,
        eps=0.001,
        alphas=100,
        fit_intercept=True,
        precompute="auto",
        max_iter=1000,
        tol=0.0001,
        cv=None,
        copy_X=True,
        verbose=0,
        n_jobs=None,
        positive=False,
        random_state=None,
        selection="cyclic",
    ):
        self._keep(locals())

    def _ratios(self):
        return list(np.atleast_1d(self.l1_ratio))

    def _model(self, alpha, ratio):
        own = {"fit_intercept": self.fit_intercept, "max_iter": self.max_iter, "tol": self.tol}
        return ElasticNet(alpha=alpha, l1_ratio=float(ratio), **own)
