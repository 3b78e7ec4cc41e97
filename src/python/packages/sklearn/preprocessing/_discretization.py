"""Numbers as the bins they fall into."""

import warnings

import numpy as np

from ..base import BaseEstimator, TransformerMixin
from ..utils.validation import check_array, check_is_fitted, feature_names_in, validate_data
from ._encoders import OneHotEncoder


class KBinsDiscretizer(TransformerMixin, BaseEstimator):
    _limits = {
        "n_bins": "int [2, inf) | array",
        "encode": "{onehot, onehot-dense, ordinal}",
        "strategy": "{kmeans, quantile, uniform}",
        "quantile_method": (
            "{averaged_inverted_cdf, closest_observation, hazen, interpolated_inverted_cdf, inverted_cdf, linear,"
            " median_unbiased, normal_unbiased, weibull}"
        ),
        "subsample": "int [1, inf) | None",
    }

    def __init__(
        self,
        n_bins=5,
        *,
        encode="onehot",
        strategy="quantile",
        quantile_method="averaged_inverted_cdf",
        dtype=None,
        subsample=200000,
        random_state=None,
    ):
        self._keep(locals())

    def fit(self, X, y=None, sample_weight=None):
        self._check_params()
        self._only_default("dtype")
        if sample_weight is not None:
            raise NotImplementedError("KBinsDiscretizer.fit: sample_weight is not carried here")
        X = validate_data(self, X, dtype=np.float64)
        counts = np.full(X.shape[1], self.n_bins) if np.ndim(self.n_bins) == 0 else np.asarray(self.n_bins)
        edges = np.empty(X.shape[1], dtype=object)
        for place, count in enumerate(counts.tolist()):
            edges[place] = self._edges(X[:, place], count, place)
        self.bin_edges_ = edges
        self.n_bins_ = np.array([len(one) - 1 for one in edges])
        if self.encode != "ordinal":
            self._encoder = OneHotEncoder(
                categories=[np.arange(count) for count in self.n_bins_.tolist()], sparse_output=self.encode == "onehot"
            ).fit(np.zeros((1, X.shape[1])))
        return self

    def _edges(self, column, count, place):
        least, most = column.min(), column.max()
        if least == most:
            warnings.warn(f"Feature {place} is constant and will be replaced with 0.", stacklevel=3)
            return np.array([-np.inf, np.inf])
        if self.strategy == "uniform":
            return np.linspace(least, most, count + 1)
        if self.strategy == "kmeans":
            from ..cluster import KMeans

            even = np.linspace(least, most, count + 1)
            start = ((even[1:] + even[:-1]) * 0.5)[:, None]
            centres = np.sort(
                KMeans(n_clusters=count, init=start, n_init=1).fit(column[:, None]).cluster_centers_[:, 0]
            )
            return np.concatenate([[least], (centres[1:] + centres[:-1]) * 0.5, [most]])
        edges = self._quantiles(np.sort(column), np.linspace(0, 100, count + 1))
        kept = np.concatenate([[True], np.diff(edges) > 1e-8])
        if not kept.all():
            warnings.warn(
                f"Bins whose width are too small (i.e., <= 1e-8) in feature {place} are removed. Consider decreasing "
                "the number of bins.",
                stacklevel=3,
            )
        return edges[kept]

    def _quantiles(self, column, percents):
        if self.quantile_method != "averaged_inverted_cdf":
            return np.percentile(column, percents, method=self.quantile_method)
        # The middle of two neighbours where a share falls between them, else the value it falls on.
        at = percents * len(column) / 100
        upper = np.clip(np.floor(at).astype(np.int64), 0, len(column) - 1)
        lower = np.clip(np.ceil(at).astype(np.int64) - 1, 0, len(column) - 1)
        return (column[lower] + column[upper]) * 0.5

    def transform(self, X):
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64)
        columns = [np.searchsorted(edges[1:-1], column, side="right") for edges, column in zip(self.bin_edges_, X.T)]
        table = np.column_stack(columns).astype(np.float64)
        return table if self.encode == "ordinal" else self._encoder.transform(table)

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(X) if self.encode == "ordinal" else self._encoder.inverse_transform(X)
        X = np.asarray(X).astype(np.int64)
        columns = [((edges[1:] + edges[:-1]) * 0.5)[codes] for edges, codes in zip(self.bin_edges_, X.T)]
        return np.column_stack(columns)

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        names = feature_names_in(self, input_features)
        if self.encode == "ordinal":
            return names
        return np.array(
            [f"{name}_{float(bin)}" for name, count in zip(names, self.n_bins_) for bin in range(count)], dtype=object
        )
