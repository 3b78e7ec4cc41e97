"""A regressor that learns a transformed target."""

import warnings

import numpy as np

from ..base import BaseEstimator, RegressorMixin, clone
from ..preprocessing import FunctionTransformer
from ..utils.validation import check_array, check_is_fitted


class TransformedTargetRegressor(RegressorMixin, BaseEstimator):
    _limits = {
        "regressor": "has fit predict | None",
        "transformer": "has transform | None",
        "func": "callable | None",
        "inverse_func": "callable | None",
        "check_inverse": "bool",
    }

    def __init__(self, regressor=None, *, transformer=None, func=None, inverse_func=None, check_inverse=True):
        self._keep(locals())

    def _transformer(self, y):
        if self.transformer is not None:
            if self.func is not None or self.inverse_func is not None:
                raise ValueError("'transformer' and functions 'func'/'inverse_func' cannot both be set.")
            return clone(self.transformer)
        if (self.func is None) != (self.inverse_func is None):
            lacking, given = ("func", "inverse_func") if self.func is None else ("inverse_func", "func")
            raise ValueError(
                f"When '{given}' is provided, '{lacking}' must also be provided. If {lacking} is supposed to be the "
                "default, you need to explicitly pass it the identity function."
            )
        return FunctionTransformer(
            func=self.func, inverse_func=self.inverse_func, validate=True, check_inverse=self.check_inverse
        )

    def fit(self, X, y, **fit_params):
        from ..linear_model import LinearRegression

        self._check_params()
        if y is None:
            raise ValueError(f"This {type(self).__name__} estimator requires y to be passed, but the target y is None.")
        y = check_array(y, ensure_2d=False, dtype="numeric", input_name="y")
        self._training_dim = y.ndim
        table = y.reshape(-1, 1) if y.ndim == 1 else y
        self.transformer_ = self._transformer(table).fit(table)
        if self.check_inverse and not np.allclose(
            table, self.transformer_.inverse_transform(self.transformer_.transform(table))
        ):
            warnings.warn(
                "The provided functions or transformer are not strictly inverse of each other. If you are sure you "
                "want to proceed regardless, set 'check_inverse=False'",
                UserWarning,
                stacklevel=2,
            )
        target = np.asarray(self.transformer_.transform(table))
        target = target[:, 0] if target.ndim == 2 and target.shape[1] == 1 else target
        regressor = LinearRegression() if self.regressor is None else clone(self.regressor)
        self.regressor_ = regressor.fit(X, target, **fit_params)
        if hasattr(self.regressor_, "feature_names_in_"):
            self.feature_names_in_ = self.regressor_.feature_names_in_
        return self

    @property
    def n_features_in_(self):
        check_is_fitted(self)
        return self.regressor_.n_features_in_

    def predict(self, X, **predict_params):
        check_is_fitted(self)
        told = np.asarray(self.regressor_.predict(X, **predict_params))
        back = np.asarray(self.transformer_.inverse_transform(told.reshape(-1, 1) if told.ndim == 1 else told))
        return back[:, 0] if self._training_dim == 1 and back.ndim == 2 and back.shape[1] == 1 else back
