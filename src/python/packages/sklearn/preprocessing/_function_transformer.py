"""A function as a step of a pipeline."""

import warnings

import numpy as np

from ..base import BaseEstimator, TransformerMixin
from ..utils.metaestimators import available_if
from ..utils.validation import check_array, check_feature_names, feature_names_in, validate_data


class FunctionTransformer(TransformerMixin, BaseEstimator):
    _limits = {
        "func": "callable | None",
        "inverse_func": "callable | None",
        "validate": "bool",
        "accept_sparse": "bool",
        "check_inverse": "bool",
        "feature_names_out": "callable | {one-to-one} | None",
        "kw_args": "dict | None",
        "inv_kw_args": "dict | None",
    }

    def __init__(
        self,
        func=None,
        inverse_func=None,
        *,
        validate=False,
        accept_sparse=False,
        check_inverse=True,
        feature_names_out=None,
        kw_args=None,
        inv_kw_args=None,
    ):
        self._keep(locals())

    def _input(self, X, reset):
        if self.validate:
            return validate_data(self, X, reset=reset)
        if reset:
            check_feature_names(self, X, reset=True)
            shape = getattr(X, "shape", None) or np.shape(X)
            if len(shape) > 1:
                self.n_features_in_ = int(shape[1])
        return X

    def fit(self, X, y=None):
        self._check_params()
        X = self._input(X, reset=True)
        if self.check_inverse and self.func is not None and self.inverse_func is not None:
            there = self.inverse_transform(self.transform(X))
            if not np.allclose(np.asarray(there, dtype=float), np.asarray(X, dtype=float), equal_nan=True):
                warnings.warn(
                    "The provided functions are not strictly inverse of each other. If you are sure you want to "
                    "proceed regardless, set 'check_inverse=False'.",
                    UserWarning,
                    stacklevel=2,
                )
        return self

    def transform(self, X):
        X = self._input(X, reset=False)
        return X if self.func is None else self.func(X, **(self.kw_args or {}))

    def inverse_transform(self, X):
        if self.validate:
            X = check_array(X)
        return X if self.inverse_func is None else self.inverse_func(X, **(self.inv_kw_args or {}))

    @available_if(lambda self: self.feature_names_out is not None)
    def get_feature_names_out(self, input_features=None):
        if callable(self.feature_names_out):
            return np.asarray(list(self.feature_names_out(self, input_features)), dtype=object)
        if self.feature_names_out != "one-to-one":
            raise ValueError(
                f'feature_names_out={self.feature_names_out!r} is invalid. It must either be "one-to-one" or a callable'
                " with two arguments: the function transformer and an array-like of input feature names. The callable"
                " must return an array-like of output feature names."
            )
        return feature_names_in(self, input_features)

    def __sklearn_is_fitted__(self):
        return True
