"""Missing values filled in."""

import warnings

import numpy as np

from ..base import BaseEstimator, TransformerMixin
from ..preprocessing._categories import categories_in, is_missing
from ..utils.validation import check_is_fitted, feature_names_in, validate_data


def is_NA(value):
    """Whether `value` is pandas' own NA."""
    return type(value).__name__ == "NAType"


def where_missing(X, marker):
    """Which entries are missing: those equal to `marker`; for NA, all that pandas takes for missing."""
    if is_NA(marker):
        import pandas as pd

        return pd.isna(X)
    if marker is None or isinstance(marker, float) and marker != marker:
        if X.dtype.kind == "f":
            return np.isnan(X)
        if X.dtype.kind != "O":
            return np.zeros(X.shape, dtype=bool)
        if marker is None:
            flags = [value is None for value in X.ravel().tolist()]
        else:
            flags = [value is not None and is_missing(value) for value in X.ravel().tolist()]
        return np.array(flags, dtype=bool).reshape(X.shape)
    return X == marker


class MissingIndicator(TransformerMixin, BaseEstimator):
    """A column of truths for each feature that has missing values."""

    def __init__(self, *, missing_values=np.nan, features="missing-only", sparse="auto", error_on_new=True):
        self._keep(locals())

    def fit(self, X, y=None):
        X = validate_data(self, X, dtype=None, ensure_all_finite=False)
        missing = where_missing(X, self.missing_values)
        every = self.features == "all"
        self.features_ = np.arange(X.shape[1]) if every else np.flatnonzero(missing.any(axis=0))
        return self

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=None, ensure_all_finite=False)
        missing = where_missing(X, self.missing_values)
        if self.error_on_new and self.features == "missing-only":
            new = np.setdiff1d(np.flatnonzero(missing.any(axis=0)), self.features_)
            if len(new):
                raise ValueError(
                    f"The features {new} have missing values in transform but have no missing values in fit."
                )
        return missing[:, self.features_]

    def get_feature_names_out(self, input_features=None):
        names = feature_names_in(self, input_features)
        return np.asarray([f"missingindicator_{names[place]}" for place in self.features_.tolist()], dtype=object)


class Imputer(TransformerMixin, BaseEstimator):
    _takes_nan = True

    def _add(self, X, filled):
        if not self.add_indicator:
            return filled
        return np.hstack([filled, self.indicator_.transform(X).astype(filled.dtype)])

    def _fit_indicator(self, X):
        self.indicator_ = None
        if self.add_indicator:
            self.indicator_ = MissingIndicator(missing_values=self.missing_values, error_on_new=False).fit(X)

    def _names(self, kept, input_features):
        names = feature_names_in(self, input_features)
        out = names[kept]
        return np.concatenate([out, self.indicator_.get_feature_names_out(names)]) if self.add_indicator else out


class SimpleImputer(Imputer):
    _limits = {
        "strategy": "{constant, mean, median, most_frequent} | callable",
        "add_indicator": "bool",
        "keep_empty_features": "bool",
    }

    def __init__(
        self,
        *,
        missing_values=np.nan,
        strategy="mean",
        fill_value=None,
        copy=True,
        add_indicator=False,
        keep_empty_features=False,
    ):
        self._keep(locals())

    def _input(self, X, reset):
        dtype = None if self.strategy in ("most_frequent", "constant") else np.float64
        marker = self.missing_values
        marked = marker is None or is_NA(marker) or marker != marker
        finite = "allow-nan" if marked else True
        if dtype is None:
            finite = False
        try:
            X = validate_data(self, X, reset=reset, dtype=dtype, ensure_all_finite=finite)
        except ValueError as problem:
            if "could not convert" in str(problem):
                raise ValueError(f"Cannot use {self.strategy} strategy with non-numeric data:\n{problem}") from None
            raise
        return X.astype(object) if X.dtype.kind in "US" else X

    def fit(self, X, y=None):
        self._check_params()
        X = self._input(X, reset=True)
        self._fit_dtype = X.dtype
        missing = where_missing(X, self.missing_values)
        columns = [self._value(column[~absent]) for column, absent in zip(X.T, missing.T)]
        if X.dtype.kind == "O" or self.strategy == "constant":
            self.statistics_ = np.empty(len(columns), dtype=object)
            self.statistics_[:] = columns
        else:
            self.statistics_ = np.array(columns, dtype=np.float64 if X.dtype.kind != "f" else X.dtype)
        self._fit_indicator(X)
        return self

    def _value(self, present):
        if self.strategy == "constant":
            if self.fill_value is None:
                return "missing_value" if present.dtype.kind == "O" else 0
            return self.fill_value
        if len(present) == 0:
            return 0 if self.keep_empty_features else np.nan
        if callable(self.strategy):
            return self.strategy(present)
        if self.strategy == "mean":
            return present.mean()
        if self.strategy == "median":
            return np.median(present)
        return most_frequent(present)

    def transform(self, X):
        check_is_fitted(self)
        X = self._input(X, reset=False)
        kept = self._kept()
        if not kept.all():
            names = self.feature_names_in_[~kept] if hasattr(self, "feature_names_in_") else np.flatnonzero(~kept)
            warnings.warn(
                f"Skipping features without any observed values: {names}. At least one non-missing value is needed for "
                f"imputation with strategy='{self.strategy}'.",
                stacklevel=2,
            )
        missing = where_missing(X, self.missing_values)
        filled = X.copy()
        for place in np.flatnonzero(missing.any(axis=0)).tolist():
            if kept[place]:
                filled[missing[:, place], place] = self.statistics_[place]
        return self._add(X, filled[:, kept])

    def _kept(self):
        if self.strategy == "constant" or self.keep_empty_features:
            return np.ones(len(self.statistics_), dtype=bool)
        return np.array([not (value is not None and is_missing(value)) for value in self.statistics_.tolist()])

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        return self._names(self._kept(), input_features)


def most_frequent(present):
    """The value that occurs most, the smallest of several."""
    values = categories_in(present)
    if present.dtype.kind == "O":
        listed = present.tolist()
        counts = np.array([listed.count(value) for value in values.tolist()])
    else:
        values, counts = np.unique(present, return_counts=True)
    return values[int(np.argmax(counts))]
