"""What selectors share: a truth for each feature."""

import warnings

import numpy as np

from ..base import TransformerMixin
from ..utils.validation import check_array, check_is_fitted, feature_names_in, is_frame, validate_data


class SelectorMixin(TransformerMixin):
    def get_support(self, indices=False):
        check_is_fitted(self)
        mask = self._get_support_mask()
        return np.flatnonzero(mask) if indices else mask

    def transform(self, X):
        from ..base import output_of

        mask = self.get_support()
        framed = output_of(self) != "default" and is_frame(X)
        table = validate_data(self, X, reset=False, dtype=None, ensure_all_finite="allow-nan")
        if not mask.any():
            warnings.warn(
                "No features were selected: either the data is too noisy or the selection test too strict.",
                UserWarning,
                stacklevel=2,
            )
        return X.iloc[:, np.flatnonzero(mask).tolist()] if framed else table[:, mask]

    def inverse_transform(self, X):
        mask = self.get_support()
        X = check_array(X, dtype=None)
        if X.shape[1] != mask.sum():
            raise ValueError("X has a different shape than during fitting.")
        table = np.zeros((len(X), len(mask)), dtype=X.dtype)
        table[:, mask] = X
        return table

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        return feature_names_in(self, input_features)[self.get_support()]
