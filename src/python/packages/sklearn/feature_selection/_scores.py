"""How much a feature alone tells of the target, with the probability of so much by chance."""

import numpy as np

from ..utils.validation import check_X_y


def f_classif(X, y):
    """The F of an analysis of variance between the classes."""
    X, y = check_X_y(X, y, dtype=np.float64)
    classes, codes = np.unique(y, return_inverse=True)
    members = (codes[:, None] == np.arange(len(classes))).astype(np.float64)
    counts, sums = members.sum(axis=0), members.T @ X
    whole = X.sum(axis=0) ** 2 / len(X)
    total = (X**2).sum(axis=0) - whole
    between = (sums**2 / counts[:, None]).sum(axis=0) - whole
    free_between, free_within = len(classes) - 1, len(X) - len(classes)
    constant = np.flatnonzero(total - between == 0.0)
    if np.any(between == 0) and len(constant):
        import warnings

        warnings.warn(f"Features {constant} are constant.", UserWarning, stacklevel=2)
    with np.errstate(divide="ignore", invalid="ignore"):
        f = (between / free_between) / ((total - between) / free_within)
    return f, f_tail(f, free_between, free_within)


def chi2(X, y):
    """Chi squared between counts of features and the classes."""
    X, y = check_X_y(X, y, dtype=np.float64)
    if X.min() < 0:
        raise ValueError("Input X must be non-negative.")
    classes, codes = np.unique(y, return_inverse=True)
    members = (codes[:, None] == np.arange(len(classes))).astype(np.float64)
    observed = members.T @ X
    expected = members.mean(axis=0)[:, None] * X.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        score = ((observed - expected) ** 2 / expected).sum(axis=0)
    return score, chi2_tail(score, len(classes) - 1)


def r_regression(X, y, *, center=True, force_finite=True):
    """The correlation of each feature with the target."""
    X, y = check_X_y(X, y, dtype=np.float64)
    if center:
        X, y = X - X.mean(axis=0), y - y.mean()
    with np.errstate(divide="ignore", invalid="ignore"):
        r = y @ X / np.sqrt((X**2).sum(axis=0)) / np.sqrt((y**2).sum())
    return np.where(np.isnan(r), 0.0, r) if force_finite else r


def f_regression(X, y, *, center=True, force_finite=True):
    """The F of a regression on each feature alone."""
    r = r_regression(X, y, center=center, force_finite=force_finite)
    free = np.asarray(y).size - (2 if center else 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        f = r**2 / (1 - r**2) * free
    f = np.where(np.isinf(f), np.finfo(np.float64).max, f) if force_finite else f
    return f, f_tail(f, 1, free)


def f_tail(f, free_one, free_two):
    """The probability of an F at least as large."""
    shares = [
        np.nan if np.isnan(value) else beta_share(free_two / (free_two + free_one * value), free_two / 2, free_one / 2)
        for value in f.tolist()
    ]
    return np.array(shares)


def chi2_tail(score, free):
    """The probability of a chi squared at least as large."""
    return np.array([np.nan if np.isnan(value) else gamma_above(free / 2, value / 2) for value in score.tolist()])


def beta_share(x, a, b):
    """The regularised incomplete beta function, by its continued fraction."""
    from math import exp, lgamma, log, log1p

    if x <= 0.0 or x >= 1.0:
        return float(x >= 1.0)
    if x > (a + 1) / (a + b + 2):
        return 1.0 - beta_share(1.0 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front * _fraction(lambda m: _beta_terms(m, x, a, b))


def _beta_terms(m, x, a, b):
    half = m // 2
    if m % 2 == 0:
        return half * (b - half) * x / ((a + m - 1) * (a + m))
    return -(a + half) * (a + b + half) * x / ((a + m - 1) * (a + m))


def _fraction(term):
    """1 / (1 + d1 / (1 + d2 / (1 + ...))), by the method of Lentz."""
    tiny = 1e-300
    value, c, d = 1.0, 1.0, 0.0
    for m in range(1, 1000):
        step = term(m)
        d = 1.0 / (1.0 + step * d or tiny)
        c = 1.0 + step / c or tiny
        value *= c * d
        if abs(c * d - 1.0) < 1e-16:
            break
    return 1.0 / value


def gamma_above(a, x):
    """The regularised upper incomplete gamma function."""
    from math import exp, lgamma, log

    if x <= 0:
        return 1.0
    front = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        term = total = 1.0 / a
        for step in range(1, 1000):
            term *= x / (a + step)
            total += term
            if term < total * 1e-17:
                break
        return 1.0 - front * total
    b, c = x + 1 - a, 1e300
    d = 1.0 / b
    value = d
    for step in range(1, 1000):
        factor = -step * (step - a)
        b += 2
        d = 1.0 / (factor * d + b)
        c = b + factor / c
        value *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return front * value
