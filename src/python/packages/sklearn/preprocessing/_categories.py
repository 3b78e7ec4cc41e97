"""The categories of each column, which encoders look values up in."""

import numpy as np

from ..base import BaseEstimator, TransformerMixin
from ..utils.validation import check_array, check_feature_names, check_is_fitted, check_n_features, is_frame


def is_missing(value):
    return value is None or isinstance(value, (float, np.floating)) and value != value


def columns_of(X):
    """The columns of `X`, each an array of its own kind, and the shape."""
    if is_frame(X):
        return [np.asarray(X.iloc[:, place].to_numpy()) for place in range(X.shape[1])], tuple(X.shape)
    if not hasattr(X, "dtype"):
        # Texts in lists stay texts of Python.
        listed = np.asarray(X)
        X = np.asarray(X, dtype=object) if listed.dtype.kind in "US" and listed.ndim > 1 else listed
    X = check_array(X, dtype=None, ensure_all_finite=False)
    return [X[:, place] for place in range(X.shape[1])], X.shape


def categories_in(column):
    """The values that occur, sorted; missing ones come last."""
    if column.dtype.kind != "O":
        found = np.unique(column)
        if found.dtype.kind == "f" and np.isnan(found).any():
            return np.append(found[~np.isnan(found)], np.nan)
        return found
    values = column.tolist()
    present = {value for value in values if not is_missing(value)}
    try:
        found = sorted(present)
    except TypeError:
        kinds = sorted({type(value).__qualname__ for value in present})
        raise TypeError(
            f"Encoders require their input argument must be uniformly strings or numbers. Got {kinds}"
        ) from None
    if any(value is None for value in values):
        found.append(None)
    if any(value is not None and is_missing(value) for value in values):
        found.append(np.nan)
    result = np.empty(len(found), dtype=object)
    result[:] = found
    return result


def places_in(categories, column):
    """The place of each value among `categories`; -1 where it is none of them."""
    place = {}
    for at, category in enumerate(categories.tolist()):
        place["missing" if is_missing(category) and category is not None else (category,)] = at
    values = column.tolist()
    keys = ("missing" if value is not None and is_missing(value) else (value,) for value in values)
    return np.array([place.get(key, -1) for key in keys], dtype=np.int64)


class CategoryEncoder(TransformerMixin, BaseEstimator):
    _takes_nan = True

    def _fit_categories(self, X):
        self._check_params()
        if self.min_frequency is not None or self.max_categories is not None:
            raise NotImplementedError(f"{type(self).__name__}: min_frequency and max_categories are not carried here")
        columns, shape = columns_of(X)
        check_feature_names(self, X, reset=True)
        self.n_features_in_ = int(shape[1])
        if isinstance(self.categories, str):
            self.categories_ = [categories_in(column) for column in columns]
            return columns
        if len(self.categories) != len(columns):
            raise ValueError("Shape mismatch: if categories is an array, it has to be of shape (n_features,).")
        self.categories_ = [_as_categories(given, column) for given, column in zip(self.categories, columns)]
        if self.handle_unknown == "error":
            for place, (categories, column) in enumerate(zip(self.categories_, columns)):
                unknown = column[places_in(categories, column) < 0]
                if len(unknown):
                    raise ValueError(f"Found unknown categories {_told(unknown)} in column {place} during fit")
        return columns

    def _columns(self, X):
        check_is_fitted(self)
        columns, shape = columns_of(X)
        check_feature_names(self, X, reset=False)
        check_n_features(self, np.empty((0, shape[1])), reset=False)
        return columns

    def _unknown(self, column, found, place):
        raise ValueError(f"Found unknown categories {_told(column[found < 0])} in column {place} during transform")


def _as_categories(given, column):
    given = np.asarray(given, dtype=object if column.dtype.kind == "O" else None)
    if column.dtype.kind not in "OUS" and len(given) > 1 and np.any(np.sort(given) != given):
        raise ValueError("Unsorted categories are not supported for numerical categories")
    return given


def _told(values):
    return categories_in(values).tolist() if values.dtype.kind == "O" else list(np.unique(values))
