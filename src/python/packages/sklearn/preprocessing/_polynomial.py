"""Products of features."""

from itertools import chain, combinations, combinations_with_replacement

import numpy as np

from ..base import BaseEstimator, TransformerMixin
from ..utils.validation import check_is_fitted, feature_names_in, validate_data


class PolynomialFeatures(TransformerMixin, BaseEstimator):
    _limits = {
        "degree": "int [0, inf) | array",
        "interaction_only": "bool",
        "include_bias": "bool",
        "order": "{C, F}",
    }

    def __init__(self, degree=2, *, interaction_only=False, include_bias=True, order="C"):
        self._keep(locals())

    def _combinations(self):
        """The places of the features of each product."""
        least, most = (1, self.degree) if isinstance(self.degree, (int, np.integer)) else self.degree
        pick = combinations if self.interaction_only else combinations_with_replacement
        of_degree = (pick(range(self.n_features_in_), degree) for degree in range(max(1, least), most + 1))
        products = chain.from_iterable(of_degree)
        return list(chain([()], products) if self.include_bias else products)

    def fit(self, X, y=None):
        self._check_params()
        if self.degree == 0 and not self.include_bias:
            raise ValueError("Setting degree to zero and include_bias to False would result in an empty output array.")
        validate_data(self, X)
        self.n_output_features_ = len(self._combinations())
        return self

    @property
    def powers_(self):
        check_is_fitted(self)
        rows = [
            np.bincount(np.asarray(places, dtype=np.int64), minlength=self.n_features_in_)
            for places in self._combinations()
        ]
        return np.vstack(rows)

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=[np.float64, np.float32])
        table = np.empty((len(X), self.n_output_features_), dtype=X.dtype, order=self.order)
        known = {(): np.ones(len(X), dtype=X.dtype)}
        for column, places in enumerate(self._combinations()):
            if places not in known:
                # All but the last feature of a product are a product themselves.
                known[places] = (
                    known.get(places[:-1], None) * X[:, places[-1]]
                    if places[:-1] in known
                    else X[:, list(places)].prod(axis=1)
                )
            table[:, column] = known[places]
        return table

    def get_feature_names_out(self, input_features=None):
        names = feature_names_in(self, input_features)
        return np.asarray([_product(names, row) for row in self.powers_.tolist()], dtype=object)


def _product(names, powers):
    factors = [name if power == 1 else f"{name}^{power}" for name, power in zip(names, powers) if power]
    return " ".join(factors) if factors else "1"
