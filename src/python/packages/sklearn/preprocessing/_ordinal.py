"""Categories as their places."""

import numpy as np

from ..base import OneToOneFeatureMixin
from ..utils.validation import check_array, check_is_fitted
from ._categories import CategoryEncoder, is_missing, places_in


class OrdinalEncoder(OneToOneFeatureMixin, CategoryEncoder):
    _limits = {
        "categories": "{auto} | list",
        "handle_unknown": "{error, use_encoded_value}",
        "unknown_value": "int | float | None",
        "encoded_missing_value": "int | float",
        "min_frequency": "int [1, inf) | float (0.0, 1.0) | None",
        "max_categories": "int [1, inf) | None",
    }

    def __init__(
        self,
        *,
        categories="auto",
        dtype=np.float64,
        handle_unknown="error",
        unknown_value=None,
        encoded_missing_value=np.nan,
        min_frequency=None,
        max_categories=None,
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        if self.handle_unknown == "use_encoded_value":
            if self.unknown_value is None or isinstance(self.unknown_value, str):
                raise TypeError(
                    "unknown_value should be an integer or np.nan when handle_unknown is 'use_encoded_value', got "
                    f"{self.unknown_value}."
                )
        elif self.unknown_value is not None:
            raise TypeError(
                "unknown_value should only be set when handle_unknown is 'use_encoded_value', got "
                f"{self.unknown_value}."
            )
        self._fit_categories(X)
        for known in self.categories_ if self.unknown_value is not None else ():
            if 0 <= self.unknown_value < len(known):
                raise ValueError(
                    f"The used value for unknown_value {self.unknown_value} is one of the values already used for "
                    "encoding the seen categories."
                )
        return self

    def transform(self, X):
        columns, result = self._columns(X), []
        for place, (known, column) in enumerate(zip(self.categories_, columns)):
            found = places_in(known, column)
            codes = found.astype(self.dtype)
            if found.size and found.min() < 0:
                if self.handle_unknown == "error":
                    self._unknown(column, found, place)
                codes[found < 0] = self.unknown_value
            missing = [at for at, category in enumerate(known.tolist()) if is_missing(category)]
            for at in missing:
                codes[found == at] = self.encoded_missing_value
            result.append(codes)
        return np.column_stack(result)

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(X, ensure_all_finite="allow-nan")
        result = np.empty(X.shape, dtype=object)
        for place, known in enumerate(self.categories_):
            column = X[:, place]
            shown = np.asarray(known, dtype=object)
            lost = np.isnan(column) if np.isnan(self.encoded_missing_value) else column == self.encoded_missing_value
            unknown = np.zeros(len(column), dtype=bool)
            if self.unknown_value is not None:
                unknown = np.isnan(column) if self.unknown_value != self.unknown_value else column == self.unknown_value
            codes = np.where(lost | unknown, 0, column).astype(np.int64)
            values = shown[codes]
            values[lost] = shown[-1] if len(shown) and is_missing(shown[-1]) else None
            values[unknown] = None
            result[:, place] = values
        kinds = {known.dtype for known in self.categories_}
        plain = len(kinds) == 1 and None not in result.ravel().tolist()
        return result.astype(kinds.pop()) if plain else result
