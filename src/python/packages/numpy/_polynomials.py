"""Polynomials by their coefficients, the highest power first."""

import numpy as np
from _numpy import array, asarray
from numpy._make import ones, vander, zeros, zeros_like


def polyval(p, x):
    if isinstance(p, poly1d):
        p = p.coeffs
    found = zeros_like(asarray(x))
    for factor in asarray(p):
        found = found * x + factor
    return found[()]


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    x, y, deg = asarray(x) + 0.0, asarray(y) + 0.0, int(deg)
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if not x.size:
        raise TypeError("expected non-empty vector for x")
    if y.ndim not in (1, 2):
        raise TypeError("expected 1D or 2D array for y")
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    left = vander(x, deg + 1)
    if w is not None:
        w = asarray(w) + 0.0
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if len(w) != len(y):
            raise TypeError("expected w and y to have the same length")
        left, y = left * w[:, None], y * (w if y.ndim == 1 else w[:, None])
    rcond = len(x) * np.finfo(float).eps if rcond is None else rcond
    scale = np.sqrt((left * left).sum(axis=0))
    found, rest, rank, singular = np.linalg.lstsq(left / scale, y, rcond)
    found = (found.T / scale).T
    if rank != deg + 1 and not full:
        import warnings

        warnings.warn("Polyfit may be poorly conditioned", np.exceptions.RankWarning, stacklevel=2)
    if full:
        return found, rest, rank, singular, rcond
    if not cov:
        return found
    base = np.linalg.inv(left.T @ left)
    if cov == "unscaled":
        return found, base
    if len(x) <= deg + 1:
        raise ValueError("the number of data points must exceed order to scale the covariance matrix")
    factor = rest / (len(x) - deg - 1)
    return found, base * factor if y.ndim == 1 else base[:, :, None] * factor


def roots(p):
    p = np.trim_zeros(np.atleast_1d(p) + 0.0, "f")
    kept = np.trim_zeros(p, "b")
    count = len(kept) - 1
    if count < 1:
        return zeros(len(p) - 1 if len(kept) else 0)
    companion = np.diag(ones(count - 1), -1) if count > 1 else zeros((1, 1))
    companion[0, :] = -kept[1:] / kept[0]
    return np.concatenate((np.linalg.eigvals(companion), zeros(len(p) - len(kept))))


def poly(seq_of_zeros):
    zeros_of = np.atleast_1d(seq_of_zeros)
    if zeros_of.ndim == 2:
        zeros_of = np.linalg.eigvals(zeros_of)
    found = ones(1)
    for each in zeros_of.tolist():
        found = np.convolve(found, array([1.0, -each]))
    return found


def polyadd(a1, a2):
    one, two = np.atleast_1d(a1), np.atleast_1d(a2)
    length = max(len(one), len(two))
    return np.pad(one, (length - len(one), 0)) + np.pad(two, (length - len(two), 0))


def polysub(a1, a2):
    return polyadd(a1, -np.atleast_1d(a2))


def polymul(a1, a2):
    return np.convolve(a1, a2)


def polyder(p, m=1):
    found = asarray(p.coeffs if isinstance(p, poly1d) else p)
    for _ in range(m):
        found = found[:-1] * np.arange(len(found) - 1, 0, -1)
    return poly1d(found) if isinstance(p, poly1d) else found


def polyint(p, m=1, k=0):
    found = asarray(p.coeffs if isinstance(p, poly1d) else p)
    for _ in range(m):
        found = np.append(found / np.arange(len(found), 0, -1), k)
    return poly1d(found) if isinstance(p, poly1d) else found


class poly1d:
    """A polynomial that can be called."""

    def __init__(self, c_or_r, r=False, variable="x"):
        given = c_or_r.coeffs if isinstance(c_or_r, poly1d) else np.atleast_1d(c_or_r)
        found = np.trim_zeros(poly(given) if r else given, "f")
        self.coeffs = found if len(found) else array([0])
        self.variable = variable

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)
    roots = r = property(lambda self: roots(self.coeffs))

    def __call__(self, x):
        return polyval(self.coeffs, x)

    def deriv(self, m=1):
        return polyder(self, m)

    def integ(self, m=1, k=0):
        return polyint(self, m, k)

    def __array__(self, dtype=None, copy=None):
        return asarray(self.coeffs, dtype)

    def __len__(self):
        return self.order

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __iter__(self):
        return iter(self.coeffs)

    def __eq__(self, other):
        return isinstance(other, poly1d) and np.array_equal(self.coeffs, other.coeffs)

    def __add__(self, other):
        return poly1d(polyadd(self.coeffs, other))

    def __sub__(self, other):
        return poly1d(polysub(self.coeffs, poly1d(other).coeffs))

    def __mul__(self, other):
        return poly1d(polymul(self.coeffs, poly1d(other).coeffs))

    def __neg__(self):
        return poly1d(-self.coeffs)

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, power):
        found = poly1d([1])
        for _ in range(power):
            found = found * self
        return found

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[6:-1]})"

    def __str__(self):
        """Powers on a line of their own above the terms."""
        above, below = "", ""
        for place, factor in enumerate(self.coeffs.tolist()):
            power, sign = self.order - place, "-" if factor < 0 else "+"
            if factor == 0 and self.order:
                continue
            number = format(abs(factor), ".4g")
            number = "" if number == "1" and power else number + (" " if power else "")
            term = number + (self.variable if power else "")
            below += (f" {sign} " if below else "-" if factor < 0 else "") + term
            if power > 1:
                above += " " * (len(below) - len(above)) + str(power)
                below += " " * (len(above) - len(below))
        return f"{above.rstrip() and above}\n{below}"
