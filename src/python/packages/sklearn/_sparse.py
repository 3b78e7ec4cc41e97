"""Matrices of mostly zeros, as an encoder gives them. Of scipy's there is what printing and looking at them needs."""

import numpy as np


class SparseMatrix:
    """The entries that are not zero, row by row. It is taken by every estimator; `toarray` makes an array of it."""

    format = "csr"
    ndim = 2

    def __init__(self, dense, order=None):
        """`order` is that of the columns in which a row tells its entries, if not from left to right."""
        dense = np.asarray(dense)
        self.shape = tuple(int(length) for length in dense.shape)
        rows, self.indices = np.nonzero(dense if order is None else dense[:, order])
        self.indices = self.indices if order is None else np.asarray(order)[self.indices]
        self.data = dense[rows, self.indices]
        self.indices = self.indices.astype(np.int32)
        self.indptr = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=self.shape[0]))]).astype(np.int32)

    @property
    def dtype(self):
        return self.data.dtype

    @property
    def nnz(self):
        return len(self.data)

    def getnnz(self):
        return self.nnz

    def _row_of_each(self):
        return np.repeat(np.arange(self.shape[0]), np.diff(self.indptr))

    def toarray(self):
        dense = np.zeros(self.shape, dtype=self.dtype)
        dense[self._row_of_each(), self.indices] = self.data
        return dense

    todense = toarray

    @property
    def A(self):
        return self.toarray()

    @property
    def T(self):
        return SparseMatrix(self.toarray().T)

    def tocsr(self):
        return self

    def copy(self):
        return SparseMatrix(self.toarray())

    def astype(self, dtype):
        return SparseMatrix(self.toarray().astype(dtype))

    def sum(self, axis=None):
        total = self.toarray().sum(axis=axis)
        return total if axis is None else np.expand_dims(total, axis)

    def mean(self, axis=None):
        mean = self.toarray().mean(axis=axis)
        return mean if axis is None else np.expand_dims(mean, axis)

    def max(self):
        return self.toarray().max()

    def __matmul__(self, other):
        other = other.toarray() if isinstance(other, SparseMatrix) else np.asarray(other)
        return self.toarray() @ other

    dot = __matmul__

    def __getitem__(self, key):
        rows = key[0] if isinstance(key, tuple) else key
        if isinstance(key, tuple) and all(isinstance(part, (int, np.integer)) for part in key):
            return self.toarray()[key]
        picked = self._rows_at(np.atleast_1d(np.arange(self.shape[0])[rows]))
        if not isinstance(key, tuple) or isinstance(key[1], slice) and key[1] == slice(None):
            return picked
        columns = np.atleast_1d(np.arange(self.shape[1])[key[1]])
        return SparseMatrix(picked.toarray()[:, columns])

    def _rows_at(self, places):
        """The rows at `places`, each with its entries in the order they have here."""
        lengths = np.diff(self.indptr)[places]
        ends = np.cumsum(lengths)
        entries = np.arange(int(lengths.sum())) + np.repeat(self.indptr[places] - (ends - lengths), lengths)
        part = object.__new__(SparseMatrix)
        part.shape = (len(places), self.shape[1])
        part.data, part.indices = self.data[entries], self.indices[entries]
        part.indptr = np.concatenate([[0], ends]).astype(np.int32)
        return part

    def __len__(self):
        raise TypeError("sparse array length is ambiguous; use getnnz() or shape[0]")

    def __iter__(self):
        return (self[row] for row in range(self.shape[0]))

    def __bool__(self):
        raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all().")

    def __repr__(self):
        return (
            f"<Compressed Sparse Row sparse matrix of dtype '{self.dtype}'\n"
            f"\twith {self.nnz} stored elements and shape {self.shape}>"
        )

    def __str__(self):
        rows, most = self._row_of_each().tolist(), 50
        entries = list(zip(rows, self.indices.tolist(), self.data))
        if len(entries) > most:
            half = most // 2
            shown = [_entry(one) for one in entries[:half]] + ["  :\t:"] + [_entry(one) for one in entries[-half:]]
        else:
            shown = [_entry(one) for one in entries]
        return "\n".join([repr(self), "  Coords\tValues", *shown])


def _entry(entry):
    row, column, value = entry
    return f"  ({row}, {column})\t{value!s}"


def is_sparse(X):
    return hasattr(X, "toarray")


def dense(X):
    return X.toarray() if is_sparse(X) else X
