"""Targets as numbers and back."""

import numpy as np

from .._sparse import SparseMatrix
from ..base import BaseEstimator, TransformerMixin
from ..utils.multiclass import type_of_target, unique_labels
from ..utils.validation import check_is_fitted, column_or_1d, num_samples


class LabelEncoder(TransformerMixin, BaseEstimator):
    """Labels as their places among the sorted classes."""

    def fit(self, y):
        self.classes_ = np.unique(column_or_1d(y, warn=True))
        return self

    def fit_transform(self, y):
        self.classes_, codes = np.unique(column_or_1d(y, warn=True), return_inverse=True)
        return codes

    def transform(self, y):
        check_is_fitted(self)
        y = column_or_1d(y, dtype=None, warn=True)
        if num_samples(y) == 0:
            return np.array([])
        known = set(self.classes_.tolist())
        unseen = [label for label in np.unique(y).tolist() if label not in known]
        if unseen:
            raise ValueError(f"y contains previously unseen labels: {_told(y, unseen)}")
        return np.searchsorted(self.classes_, y)

    def inverse_transform(self, y):
        check_is_fitted(self)
        y = column_or_1d(y, warn=True)
        if len(y) == 0:
            return np.array([])
        wrong = np.setdiff1d(y, np.arange(len(self.classes_)))
        if len(wrong):
            raise ValueError(f"y contains previously unseen labels: {wrong!s}")
        return self.classes_[np.asarray(y).astype(np.int64)]


def _told(y, unseen):
    """The first unseen text in the data, or all unseen numbers."""
    if y.dtype.kind in "OUS":
        return repr(next(label for label in y if label in unseen))
    return [y.dtype.type(label) for label in unseen]


class LabelBinarizer(TransformerMixin, BaseEstimator):
    """A column for each class, or a single one for two."""

    _limits = {
        "neg_label": "int",
        "pos_label": "int",
        "sparse_output": "bool",
    }

    def __init__(self, *, neg_label=0, pos_label=1, sparse_output=False):
        self._keep(locals())

    def fit(self, y):
        self._check_params()
        if self.neg_label >= self.pos_label:
            raise ValueError(f"neg_label={self.neg_label} must be strictly less than pos_label={self.pos_label}.")
        self.y_type_ = type_of_target(y, input_name="y")
        if num_samples(y) == 0:
            raise ValueError(f"y has 0 samples: {y!r}")
        self.classes_ = unique_labels(y)
        return self

    def fit_transform(self, y):
        return self.fit(y).transform(y)

    def transform(self, y):
        check_is_fitted(self)
        return label_binarize(
            y,
            classes=self.classes_,
            neg_label=self.neg_label,
            pos_label=self.pos_label,
            sparse_output=self.sparse_output,
        )

    def inverse_transform(self, Y, threshold=None):
        check_is_fitted(self)
        Y = np.asarray(Y.toarray() if hasattr(Y, "toarray") else Y)
        middle = (self.pos_label + self.neg_label) / 2.0 if threshold is None else threshold
        if len(self.classes_) <= 2:
            return self.classes_[(Y.reshape(-1) > middle).astype(np.int64)]
        return self.classes_[Y.argmax(axis=1)]


def label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False):
    y, classes = column_or_1d(y), np.asarray(classes)
    if len(classes) == 1:
        table = np.full((len(y), 1), neg_label)
    else:
        table = np.where(y[:, None] == np.sort(classes), pos_label, neg_label)
        place = {label: at for at, label in enumerate(np.sort(classes).tolist())}
        table = table[:, [place[label] for label in classes.tolist()]]
        table = table[:, -1:] if len(classes) == 2 else table
    return SparseMatrix(table) if sparse_output else table


class MultiLabelBinarizer(TransformerMixin, BaseEstimator):
    """A column for each label of samples that have several."""

    _limits = {
        "classes": "array | None",
        "sparse_output": "bool",
    }

    def __init__(self, *, classes=None, sparse_output=False):
        self._keep(locals())

    def fit(self, y):
        if self.classes is None:
            labels = sorted({label for labels in y for label in labels})
        else:
            if len(set(self.classes)) < len(self.classes):
                raise ValueError(
                    "The classes argument contains duplicate classes. Remove these duplicates before passing them to"
                    " MultiLabelBinarizer."
                )
            labels = list(self.classes)
        numbers = all(isinstance(label, (int, np.integer)) for label in labels)
        self.classes_ = np.array(labels, dtype=int if numbers else object)
        return self

    def fit_transform(self, y):
        y = list(y)
        return self.fit(y).transform(y)

    def transform(self, y):
        import warnings

        check_is_fitted(self)
        place = {label: at for at, label in enumerate(self.classes_.tolist())}
        y = list(y)
        table, unknown = np.zeros((len(y), len(place)), dtype=int), set()
        for row, labels in enumerate(y):
            for label in labels:
                if label in place:
                    table[row, place[label]] = 1
                else:
                    unknown.add(label)
        if unknown:
            warnings.warn(f"unknown class(es) {sorted(unknown, key=str)} will be ignored", stacklevel=2)
        return SparseMatrix(table) if self.sparse_output else table

    def inverse_transform(self, yt):
        check_is_fitted(self)
        yt = np.asarray(yt.toarray() if hasattr(yt, "toarray") else yt)
        return [tuple(self.classes_[row.astype(bool)]) for row in yt]
