"""Least squares with a penalty that makes coefficients zero."""

import numpy as np

from ._base import LinearRegressor


class CoordinateDescent(LinearRegressor):
    _here = ("precompute",)

    def _not_converged(self, learned, X, y):
        """How far the objective is from the bound that the dual problem gives for it."""
        ratio, count = getattr(self, "l1_ratio", 1.0), len(X)
        if self.fit_intercept:
            X, y = X - X.mean(axis=0), y - y.mean()
        coef = np.asarray(learned["coef_"])
        absolute, square = self.alpha * ratio * count, self.alpha * (1 - ratio) * count
        rest = y - X @ coef
        steepest = np.abs(X.T @ rest - square * coef).max()
        shrink = min(1.0, absolute / steepest) if steepest else 1.0
        gap = 0.5 * (1 + shrink**2) * (rest @ rest) - shrink * (rest @ y) + absolute * np.abs(coef).sum()
        gap += 0.5 * square * (1 + shrink**2) * (coef @ coef)
        scale = self.tol * (y @ y)
        return (
            "Objective did not converge. You might want to increase the number of iterations, check the scale of the "
            f"features or consider increasing regularisation. Duality gap: {gap:.6e}, tolerance: {scale:.3e}"
        )

    @property
    def sparse_coef_(self):
        from .._sparse import SparseMatrix

        return SparseMatrix(np.atleast_2d(self.coef_))


class Lasso(CoordinateDescent):
    _engine = "lasso"
    _limits = {
        "alpha": "float [0.0, inf)",
        "precompute": "bool | array",
        "max_iter": "int [1, inf) | None",
        "tol": "float [0.0, inf)",
        "positive": "bool",
        "selection": "{cyclic, random}",
    }

    def __init__(
        self,
        alpha=1.0,
        *,
        fit_intercept=True,
        precompute=False,
        copy_X=True,
        max_iter=1000,
        tol=0.0001,
        warm_start=False,
        positive=False,
        random_state=None,
        selection="cyclic",
    ):
        self._keep(locals())


class ElasticNet(CoordinateDescent):
    _engine = "elastic_net"
    _limits = {
        "alpha": "float [0.0, inf)",
        "l1_ratio": "float [0.0, 1.0]",
        "precompute": "bool | array",
        "max_iter": "int [1, inf) | None",
        "tol": "float [0.0, inf)",
        "positive": "bool",
        "selection": "{cyclic, random}",
    }

    def __init__(
        self,
        alpha=1.0,
        *,
        l1_ratio=0.5,
        fit_intercept=True,
        precompute=False,
        max_iter=1000,
        copy_X=True,
        tol=0.0001,
        warm_start=False,
        positive=False,
        random_state=None,
        selection="cyclic",
    ):
        self._keep(locals())
