"""Each sample by itself: brought to length one, or cut at a threshold."""

import numpy as np

from ..base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
from ..utils.validation import check_array, validate_data


def normalize(X, norm="l2", *, axis=1, copy=True, return_norm=False):
    if norm not in ("l1", "l2", "max"):
        raise ValueError(f"'{norm}' is not a supported norm")
    X = check_array(X, dtype=np.float64)
    rows = X if axis == 1 else X.T
    if norm == "l2":
        lengths = np.sqrt((rows**2).sum(axis=1))
    else:
        lengths = np.abs(rows).sum(axis=1) if norm == "l1" else np.abs(rows).max(axis=1)
    rows = rows / np.where(lengths == 0, 1.0, lengths)[:, None]
    result = rows if axis == 1 else rows.T
    return (result, lengths) if return_norm else result


def binarize(X, *, threshold=0.0, copy=True):
    X = check_array(X)
    return (X > threshold).astype(X.dtype)


class RowWise(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Learns nothing but what the columns are."""

    def fit(self, X, y=None):
        self._check_params()
        validate_data(self, X)
        return self

    def __sklearn_is_fitted__(self):
        return True


class Normalizer(RowWise):
    _limits = {
        "norm": "{l1, l2, max}",
    }

    def __init__(self, norm="l2", *, copy=True):
        self._keep(locals())

    def transform(self, X, copy=None):
        return normalize(validate_data(self, X, reset=False), norm=self.norm)


class Binarizer(RowWise):
    _limits = {
        "threshold": "float",
    }

    def __init__(self, *, threshold=0.0, copy=True):
        self._keep(locals())

    def transform(self, X, copy=None):
        return binarize(validate_data(self, X, reset=False), threshold=self.threshold)
