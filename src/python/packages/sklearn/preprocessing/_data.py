"""Each feature moved and stretched by itself."""

import numpy as np

from .._sparse import dense, is_sparse
from ..base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from ..utils.validation import check_array, check_is_fitted, check_weights, validate_data

EPS = np.finfo(np.float64).eps


def nonzero(spread, constant=None):
    """`spread` as divisors: a feature that does not vary is left as it is."""
    still = spread == 0 if constant is None else constant
    return np.where(still, 1.0, spread)


class Scaler(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Missing values are passed over at a fit and stay missing."""

    _takes_nan = True

    def _values(self, X, reset=False):
        if not reset:
            check_is_fitted(self)
        X = validate_data(self, X, reset=reset, dtype=[np.float64, np.float32], ensure_all_finite="allow-nan")
        return X

    def _back(self, X):
        check_is_fitted(self)
        X = check_array(dense(X), dtype=[np.float64, np.float32], ensure_all_finite="allow-nan")
        if X.shape[1] != self.n_features_in_:
            raise ValueError(
                f"X has {X.shape[1]} features, but {type(self).__name__} is expecting {self.n_features_in_} features as"
                " input."
            )
        return X


class StandardScaler(Scaler):
    _limits = {
        "with_mean": "bool",
        "with_std": "bool",
    }

    def __init__(self, *, copy=True, with_mean=True, with_std=True):
        self._keep(locals())

    def fit(self, X, y=None, sample_weight=None):
        for name in ("scale_", "mean_", "var_", "n_samples_seen_"):
            self.__dict__.pop(name, None)
        return self.partial_fit(X, y, sample_weight)

    def partial_fit(self, X, y=None, sample_weight=None):
        self._check_params()
        first = not hasattr(self, "n_samples_seen_")
        if is_sparse(X) and self.with_mean:
            raise ValueError(
                "Cannot center sparse matrices: pass `with_mean=False` instead. See docstring for motivation and "
                "alternatives."
            )
        X = self._values(X, reset=first)
        there = ~np.isnan(X)
        weights = check_weights(sample_weight, X)
        counted = there if weights is None else there * weights[:, None]
        count = counted.sum(axis=0).astype(np.float64)
        filled = np.where(there, X, 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = (filled * (1.0 if weights is None else weights[:, None])).sum(axis=0) / count
            apart = np.where(there, X - mean, 0.0)
            var = (apart**2 * (1.0 if weights is None else weights[:, None])).sum(axis=0) / count
        if not first:
            mean, var, count = self._together(mean, var, count)
        self.n_samples_seen_ = count if np.ptp(count) > 0 else np.float64(count[0])
        self.mean_ = mean if self.with_mean or self.with_std else None
        self.var_ = var if self.with_std else None
        self.scale_ = None
        if self.with_std:
            # A variance that is only the rounding of a large mean is none.
            constant = var <= np.asarray(count) * EPS * var + (np.asarray(count) * mean * EPS) ** 2
            self.scale_ = nonzero(np.sqrt(var), constant)
        return self

    def _together(self, mean, var, count):
        """The mean and variance of what was seen before and of what came now."""
        before = np.asarray(self.n_samples_seen_)
        total = before + count
        moved = mean - self.mean_
        joined = self.mean_ + moved * count / total
        spread = (
            (self.var_ if self.var_ is not None else 0.0) * before + var * count + moved**2 * before * count / total
        )
        return joined, spread / total, total

    def transform(self, X, copy=None):
        X = self._values(X)
        if self.with_mean:
            X = X - self.mean_
        return X / self.scale_ if self.with_std else X

    def inverse_transform(self, X, copy=None):
        X = self._back(X)
        if self.with_std:
            X = X * self.scale_
        return X + self.mean_ if self.with_mean else X


class MinMaxScaler(Scaler):
    _limits = {
        "feature_range": "tuple",
        "clip": "bool",
    }

    def __init__(self, feature_range=(0, 1), *, copy=True, clip=False):
        self._keep(locals())

    def fit(self, X, y=None):
        self.__dict__.pop("n_samples_seen_", None)
        return self.partial_fit(X, y)

    def partial_fit(self, X, y=None):
        self._check_params()
        low, high = self.feature_range
        if low >= high:
            raise ValueError(
                f"Minimum of desired feature range must be smaller than maximum. Got {self.feature_range}."
            )
        first = not hasattr(self, "n_samples_seen_")
        X = self._values(X, reset=first)
        least, most = np.nanmin(X, axis=0), np.nanmax(X, axis=0)
        if first:
            self.n_samples_seen_ = len(X)
        else:
            least, most = np.minimum(self.data_min_, least), np.maximum(self.data_max_, most)
            self.n_samples_seen_ += len(X)
        self.data_min_, self.data_max_, self.data_range_ = least, most, most - least
        self.scale_ = (high - low) / nonzero(self.data_range_, self.data_range_ < 10 * EPS)
        self.min_ = low - least * self.scale_
        return self

    def transform(self, X):
        X = self._values(X) * self.scale_ + self.min_
        return np.clip(X, *self.feature_range) if self.clip else X

    def inverse_transform(self, X):
        return (self._back(X) - self.min_) / self.scale_


class MaxAbsScaler(Scaler):
    _limits = {
        "clip": "bool",
    }

    def __init__(self, *, copy=True, clip=False):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        X = self._values(X, reset=True)
        self.max_abs_ = np.nanmax(np.abs(X), axis=0)
        self.n_samples_seen_, self.scale_ = len(X), nonzero(self.max_abs_)
        return self

    def transform(self, X):
        X = self._values(X) / self.scale_
        return np.clip(X, -1.0, 1.0) if self.clip else X

    def inverse_transform(self, X):
        return self._back(X) * self.scale_


class RobustScaler(Scaler):
    _limits = {
        "with_centering": "bool",
        "with_scaling": "bool",
        "quantile_range": "tuple",
        "unit_variance": "bool",
    }

    def __init__(
        self,
        *,
        with_centering=True,
        with_scaling=True,
        quantile_range=(25.0, 75.0),
        copy=True,
        unit_variance=False,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        self._check_params()
        low, high = self.quantile_range
        if not 0 <= low <= high <= 100:
            raise ValueError(f"Invalid quantile range: {self.quantile_range!s}")
        if self.unit_variance:
            raise NotImplementedError("RobustScaler: unit_variance=True is not carried here")
        X = self._values(X, reset=True)
        self.center_ = np.nanmedian(X, axis=0) if self.with_centering else None
        self.scale_ = None
        if self.with_scaling:
            reach = np.nanpercentile(X, high, axis=0) - np.nanpercentile(X, low, axis=0)
            self.scale_ = nonzero(reach, reach < 10 * EPS)
        return self

    def transform(self, X):
        X = self._values(X)
        if self.with_centering:
            X = X - self.center_
        return X / self.scale_ if self.with_scaling else X

    def inverse_transform(self, X):
        X = self._back(X)
        if self.with_scaling:
            X = X * self.scale_
        return X + self.center_ if self.with_centering else X


def _along(scaler, X, axis):
    X = check_array(X, ensure_2d=False, dtype=np.float64, ensure_all_finite="allow-nan")
    if X.ndim == 1:
        return scaler.fit_transform(X.reshape(-1, 1)).reshape(-1)
    return scaler.fit_transform(X) if axis == 0 else scaler.fit_transform(X.T).T


def scale(X, *, axis=0, with_mean=True, with_std=True, copy=True):
    return _along(StandardScaler(with_mean=with_mean, with_std=with_std), X, axis)


def minmax_scale(X, feature_range=(0, 1), *, axis=0, copy=True):
    return _along(MinMaxScaler(feature_range=feature_range), X, axis)


def maxabs_scale(X, *, axis=0, copy=True):
    return _along(MaxAbsScaler(), X, axis)


def robust_scale(
    X, *, axis=0, with_centering=True, with_scaling=True, quantile_range=(25.0, 75.0), copy=True, unit_variance=False
):
    own = {"with_centering": with_centering, "with_scaling": with_scaling, "quantile_range": quantile_range}
    return _along(RobustScaler(**own, unit_variance=unit_variance), X, axis)
