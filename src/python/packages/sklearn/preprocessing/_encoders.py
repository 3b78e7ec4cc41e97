"""A column of zeros and ones for each category."""

import warnings

import numpy as np

from .._sparse import SparseMatrix, dense
from ..base import output_of
from ..utils.validation import check_array, check_is_fitted, feature_names_in
from ._categories import CategoryEncoder, places_in


class OneHotEncoder(CategoryEncoder):
    _limits = {
        "categories": "{auto} | list",
        "drop": "{first, if_binary} | array | None",
        "sparse_output": "bool",
        "handle_unknown": "{error, ignore, infrequent_if_exist, warn}",
        "min_frequency": "int [1, inf) | float (0.0, 1.0) | None",
        "max_categories": "int [1, inf) | None",
        "feature_name_combiner": "{concat} | callable",
    }

    def __init__(
        self,
        *,
        categories="auto",
        drop=None,
        sparse_output=True,
        dtype=np.float64,
        handle_unknown="error",
        min_frequency=None,
        max_categories=None,
        feature_name_combiner="concat",
    ):
        self._keep(locals())

    def fit(self, X, y=None):
        self._fit_categories(X)
        self.drop_idx_ = self._dropped()
        self._n_features_outs = [len(part) for part in self._kept()]
        return self

    def _dropped(self):
        if self.drop is None:
            return None
        if isinstance(self.drop, str):
            binary = self.drop == "if_binary"
            dropped = [None if binary and len(known) != 2 else 0 for known in self.categories_]
        else:
            if len(self.drop) != len(self.categories_):
                raise ValueError(
                    f"`drop` should have length equal to the number of features ({len(self.categories_)}), got "
                    f"{len(self.drop)}"
                )
            dropped = [
                self._place(known, category, place)
                for place, (known, category) in enumerate(zip(self.categories_, self.drop))
            ]
        return np.array(dropped, dtype=object)

    def _place(self, known, category, place):
        at = places_in(known, np.array([category], dtype=object))[0]
        if at < 0:
            raise ValueError(
                "The following categories were supposed to be dropped, but were not found in the training data.\n"
                f"Category: {category}, Feature: {place}"
            )
        return np.int64(at)

    def _kept(self):
        """For each column, the places of the categories that get a column of their own."""
        for place, known in enumerate(self.categories_):
            dropped = None if self.drop_idx_ is None else self.drop_idx_[place]
            yield [at for at in range(len(known)) if at != dropped]

    def transform(self, X):
        columns = self._columns(X)
        if self.sparse_output and output_of(self) == "pandas":
            raise ValueError(
                "Pandas output does not support sparse data. Set sparse_output=False to output pandas dataframes or "
                'disable Pandas output via` ohe.set_output(transform="default").'
            )
        blocks, ignored = [], []
        for place, (known, kept, column) in enumerate(zip(self.categories_, self._kept(), columns)):
            found = places_in(known, column)
            if found.size and found.min() < 0:
                if self.handle_unknown == "error":
                    self._unknown(column, found, place)
                ignored.append(place)
            blocks.append((found[:, None] == np.asarray(kept, dtype=np.int64)).astype(self.dtype))
        if ignored and (self.handle_unknown == "warn" or self.drop is not None):
            warnings.warn(
                f"Found unknown categories in columns {ignored} during transform. These unknown categories will be "
                "encoded as all zeros",
                UserWarning,
                stacklevel=2,
            )
        table = np.hstack(blocks)
        return SparseMatrix(table) if self.sparse_output else table

    def inverse_transform(self, X):
        check_is_fitted(self)
        X = check_array(dense(X))
        if X.shape[1] != sum(self._n_features_outs):
            raise ValueError(
                f"Shape of the passed X data is not correct. Expected {sum(self._n_features_outs)} columns, got"
                f" {X.shape[1]}."
            )
        result = np.empty((len(X), len(self.categories_)), dtype=object)
        start = 0
        for place, (known, kept) in enumerate(zip(self.categories_, self._kept())):
            block = X[:, start : start + len(kept)]
            start += len(kept)
            column = (
                np.asarray(known, dtype=object)[np.asarray(kept, dtype=np.int64)[block.argmax(axis=1)]]
                if kept
                else np.full(len(X), None, dtype=object)
            )
            nothing = block.sum(axis=1) == 0
            if nothing.any():
                dropped = None if self.drop_idx_ is None else self.drop_idx_[place]
                if dropped is None and self.handle_unknown == "error":
                    raise ValueError(
                        f"Samples {np.flatnonzero(nothing)} can not be inverted when drop=None and"
                        " handle_unknown='error' because they contain all zeros"
                    )
                column[nothing] = None if dropped is None else known[dropped]
            result[:, place] = column
        kinds = {known.dtype for known in self.categories_}
        if len(kinds) == 1 and None not in result.ravel().tolist():
            return result.astype(kinds.pop())
        return result

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        inputs = feature_names_in(self, input_features)
        names = []
        for name, known, kept in zip(inputs, self.categories_, self._kept()):
            shown = known.tolist()
            combine = self.feature_name_combiner
            names += [combine(name, shown[at]) if callable(combine) else f"{name}_{shown[at]}" for at in kept]
        return np.array(names, dtype=object)
