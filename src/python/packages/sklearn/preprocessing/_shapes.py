"""Each feature brought to another distribution."""

import numpy as np

from ..base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from ..utils.validation import check_array, check_is_fitted, check_random_state, validate_data
from ._data import StandardScaler


class PowerTransformer(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    _limits = {
        "method": "{box-cox, yeo-johnson}",
        "standardize": "bool",
    }

    def __init__(self, method="yeo-johnson", *, standardize=True, copy=True):
        self._keep(locals())

    def fit(self, X, y=None):
        self._told(X)
        return self

    def fit_transform(self, X, y=None):
        return self._told(X)

    def _told(self, X):
        self._check_params()
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        self._check_positive(X)
        self.lambdas_ = np.array([self._best(column[~np.isnan(column)]) for column in X.T])
        bent = np.column_stack([self._bend(column, power) for column, power in zip(X.T, self.lambdas_)])
        if not self.standardize:
            return bent
        self._scaler = StandardScaler()
        return self._scaler.fit_transform(bent)

    def _check_positive(self, X):
        if self.method == "box-cox" and np.nanmin(X) <= 0:
            raise ValueError("The Box-Cox transformation can only be applied to strictly positive data")

    def _bend(self, x, power):
        if self.method == "box-cox":
            return np.log(x) if power == 0 else (x**power - 1) / power
        up = np.log1p(np.maximum(x, 0)) if abs(power) < 1e-15 else ((np.maximum(x, 0) + 1) ** power - 1) / power
        other = 2 - power
        low = np.maximum(-x, 0)
        down = -np.log1p(low) if abs(other) < 1e-15 else -(((low + 1) ** other) - 1) / other
        return np.where(np.isnan(x), x, np.where(x >= 0, up, down))

    def _best(self, x):
        """The power that makes the bent values most like normal ones."""
        if np.ptp(x) == 0:
            return 1.0
        logs = np.log(x).sum() if self.method == "box-cox" else (np.sign(x) * np.log1p(np.abs(x))).sum()

        def cost(power):
            bent = self._bend(x, power)
            spread = bent.var()
            if not np.isfinite(spread) or spread <= np.finfo(float).tiny:
                return np.inf
            return 0.5 * len(x) * np.log(spread) - (power - 1) * logs

        return least(cost, -2.0, 2.0)

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64, ensure_all_finite="allow-nan")
        self._check_positive(X)
        bent = np.column_stack([self._bend(column, power) for column, power in zip(X.T, self.lambdas_)])
        return self._scaler.transform(bent) if self.standardize else bent

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(X, dtype=np.float64, ensure_all_finite="allow-nan")
        X = self._scaler.inverse_transform(X) if self.standardize else X
        return np.column_stack([self._unbend(column, power) for column, power in zip(X.T, self.lambdas_)])

    def _unbend(self, x, power):
        if self.method == "box-cox":
            return np.exp(x) if power == 0 else (x * power + 1) ** (1 / power)
        above, below = np.maximum(x, 0), np.maximum(-x, 0)
        up = np.expm1(above) if abs(power) < 1e-15 else (above * power + 1) ** (1 / power) - 1
        other = 2 - power
        down = -np.expm1(below) if abs(other) < 1e-15 else 1 - (below * other + 1) ** (1 / other)
        return np.where(np.isnan(x), x, np.where(x >= 0, up, down))


def least(cost, low, high, steps=200):
    """Where `cost`, which has one valley, is least: downhill to a bracket, then by the golden section."""
    while cost(low) < cost((low + high) / 2):
        low, high = low - (high - low), (low + high) / 2
    while cost(high) < cost((low + high) / 2):
        low, high = (low + high) / 2, high + (high - low)
    golden = (np.sqrt(5.0) - 1) / 2
    one, two = high - golden * (high - low), low + golden * (high - low)
    at_one, at_two = cost(one), cost(two)
    for _ in range(steps):
        if high - low < 1e-10:
            break
        if at_one < at_two:
            high, two, at_two = two, one, at_one
            one = high - golden * (high - low)
            at_one = cost(one)
        else:
            low, one, at_one = one, two, at_two
            two = low + golden * (high - low)
            at_two = cost(two)
    return float((low + high) / 2)


class QuantileTransformer(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    _limits = {
        "n_quantiles": "int [1, inf)",
        "output_distribution": "{normal, uniform}",
        "ignore_implicit_zeros": "bool",
        "subsample": "int [1, inf) | None",
    }

    def __init__(
        self,
        *,
        n_quantiles=1000,
        output_distribution="uniform",
        ignore_implicit_zeros=False,
        subsample=10000,
        random_state=None,
        copy=True,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        if self.output_distribution != "uniform":
            raise NotImplementedError("QuantileTransformer: output_distribution='normal' is not carried here")
        X = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan")
        import warnings

        count = len(X)
        if self.n_quantiles > count:
            warnings.warn(
                f"n_quantiles ({self.n_quantiles}) is greater than the total number of samples ({count}). n_quantiles "
                "is set to n_samples.",
                stacklevel=2,
            )
        self.n_quantiles_ = max(1, min(self.n_quantiles, count))
        self.references_ = np.linspace(0, 1, self.n_quantiles_, endpoint=True)
        if self.subsample is not None and self.subsample < count:
            X = X[check_random_state(self.random_state).permutation(count)[: self.subsample]]
        self.quantiles_ = np.maximum.accumulate(np.nanpercentile(X, self.references_ * 100, axis=0))
        return self

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64, ensure_all_finite="allow-nan")
        return np.column_stack([self._share(column, known) for column, known in zip(X.T, self.quantiles_.T)])

    def _share(self, x, known):
        """The share below: the middle between the shares counted from below and from above where values repeat."""
        low = np.interp(x, known, self.references_)
        high = -np.interp(-x, -known[::-1], -self.references_[::-1])
        share = 0.5 * (low + high)
        return np.where(
            x >= known[-1] - 1e-7,
            np.where(x == known[-1], 1.0, np.minimum(share, 1.0)),
            np.where(x <= known[0], 0.0, share),
        )

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(X, dtype=np.float64, ensure_all_finite="allow-nan")
        return np.column_stack(
            [np.interp(column, self.references_, known) for column, known in zip(X.T, self.quantiles_.T)]
        )


def power_transform(X, method="yeo-johnson", *, standardize=True, copy=True):
    return PowerTransformer(method=method, standardize=standardize).fit_transform(X)


def quantile_transform(X, *, axis=0, n_quantiles=1000, output_distribution="uniform", random_state=None, copy=True):
    own = {"n_quantiles": n_quantiles, "output_distribution": output_distribution, "random_state": random_state}
    return (
        QuantileTransformer(**own).fit_transform(X)
        if axis == 0
        else QuantileTransformer(**own).fit_transform(np.asarray(X).T).T
    )
