"""Least squares with a penalty on the squares of the coefficients, for numbers and for classes as -1 and 1."""

import numpy as np

from ._base import LinearClassifier, LinearRegressor


class Ridge(LinearRegressor):
    _engine = "ridge"
    _here = ("random_state",)
    _limits = {
        "alpha": "float [0.0, inf) | array",
        "max_iter": "int [1, inf) | None",
        "tol": "float [0.0, inf)",
        "solver": "{auto, cholesky, lbfgs, lsqr, sag, saga, sparse_cg, svd}",
        "positive": "bool",
    }

    def __init__(
        self,
        alpha=1.0,
        *,
        fit_intercept=True,
        copy_X=True,
        max_iter=None,
        tol=0.0001,
        solver="auto",
        positive=False,
        random_state=None,
    ):
        self._keep(locals())


class RidgeClassifier(LinearClassifier):
    _dtype = "numeric"
    _engine = "ridge"
    _here = ("random_state",)
    _limits = {
        "alpha": "float [0.0, inf) | array",
        "max_iter": "int [1, inf) | None",
        "tol": "float [0.0, inf)",
        "class_weight": "dict | {balanced} | None",
        "solver": "{auto, cholesky, lbfgs, lsqr, sag, saga, sparse_cg, svd}",
        "positive": "bool",
    }

    def __init__(
        self,
        alpha=1.0,
        *,
        fit_intercept=True,
        copy_X=True,
        max_iter=None,
        tol=0.0001,
        class_weight=None,
        solver="auto",
        positive=False,
        random_state=None,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        X, codes, weights = self._read(X, y, sample_weight)
        count = len(self.classes_)
        places = [1] if count == 2 else range(count)
        targets = np.column_stack([np.where(codes == place, 1.0, -1.0) for place in places])
        params = self.get_params(deep=False)
        params.pop("class_weight")
        fitted = Ridge(**params).fit(X, targets, sample_weight=weights)
        self.coef_ = fitted.coef_
        self.intercept_ = fitted.intercept_ if self.fit_intercept else np.zeros(len(places))
        self.n_iter_ = getattr(fitted, "n_iter_", None)
        return self
