"""Least squares, plain and with a penalty on the squares of the coefficients."""

from ._base import LinearRegressor


class LinearRegression(LinearRegressor):
    _engine = "linear_regression"
    _here = ("tol",)
    _limits = {
        "tol": "float [0.0, inf)",
        "positive": "bool",
    }

    def __init__(self, *, fit_intercept=True, copy_X=True, tol=1e-06, n_jobs=None, positive=False):
        self._keep(locals())


class Ridge(LinearRegressor):
    _engine = "ridge"
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
