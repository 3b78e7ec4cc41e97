"""Logistic regression with a penalty on absolute values, by proximal steps with momentum.

The engine has the penalty on squares; this one is over numpy. Its optimum is that of scikit-learn's solvers.
"""

import numpy as np

MOST_STEPS = 20_000


def fit_sparse(X, codes, count, weights, strength, ratio, fit_intercept, tol):
    """Coefficients and intercepts, a row for each class or one for two, and the number of steps."""
    table = np.column_stack([X, np.ones(len(X))]) if fit_intercept else X
    two = count == 2
    target = codes.astype(np.float64)[:, None] if two else (codes[:, None] == np.arange(count)).astype(np.float64)
    weights = strength * (np.ones(len(X)) if weights is None else weights)[:, None]
    spread = (table * np.sqrt(weights)).T
    steepest = float(np.linalg.eigvalsh(spread @ spread.T)[-1])
    step = 1.0 / ((0.25 if two else 0.5) * steepest + (1 - ratio))
    penalised = np.ones((1, table.shape[1]))
    if fit_intercept:
        penalised[0, -1] = 0.0

    def slope(coef):
        scores = table @ coef.T
        return (weights * (_shares(scores, two) - target)).T @ table + (1 - ratio) * penalised * coef

    coef = ahead = np.zeros((target.shape[1], table.shape[1]))
    pace = 1.0
    for steps in range(1, MOST_STEPS + 1):
        moved = ahead - step * slope(ahead)
        limit = step * ratio * penalised
        after = np.sign(moved) * np.maximum(np.abs(moved) - limit, 0.0)
        change = after - coef
        # Momentum that points uphill is let go.
        pace = 1.0 if ((ahead - after) * change).sum() > 0 else pace
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead, coef, pace = after + (pace - 1) / faster * change, after, faster
        if np.abs(change).max() <= tol * max(1.0, np.abs(coef).max()):
            break
    if not fit_intercept:
        return coef, np.zeros(len(coef)), steps
    return coef[:, :-1], coef[:, -1], steps


def _shares(scores, two):
    from ._logistic import sigmoid, softmax

    return sigmoid(scores) if two else softmax(scores)
