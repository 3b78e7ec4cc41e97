"""Operators of frames: column by column, after the labels have been aligned."""

import numpy as np

from .construct import array_of, is_list_like
from .missing import nan
from .ops import Operators, operate, ufunc_operator, unary


class FrameOperators(Operators):
    def _binary(self, kind, name, other, reflected=False):
        return self._operated(kind, name, other, reflected, 1)

    def _flex(self, kind, name, other, reflected, fill_value, axis):
        from .generic import axis_number

        if fill_value is not None and getattr(other, "_constructor_name", "") == "DataFrame":
            left, right = self.align(other)
            both = left.isna() & right.isna()
            found = left.fillna(fill_value)._operated(kind, name, right.fillna(fill_value), reflected, 1)
            return found.mask(both)
        return self._operated(kind, name, other, reflected, axis_number(axis))

    def _operated(self, kind, name, other, reflected, axis):
        which = getattr(other, "_constructor_name", None)
        if which == "DataFrame":
            left, right = self, other
            if not (left._columns.equals(right._columns) and left._index.equals(right._index)):
                if kind == "compare":
                    raise ValueError("Can only compare identically-labeled (both index and columns) DataFrame objects")
                left, right = left.align(right)
            return left._like([operate(kind, name, a, b, reflected) for a, b in zip(left._arrays, right._arrays)])
        if which == "Series" and axis == 0:
            left, right = self, other
            if not left._index.equals(right.index):
                left, right = left.align(right)
            return left._like([operate(kind, name, a, right._values, reflected) for a in left._arrays])
        if which == "Series":
            left, right = self, other
            if not left._columns.equals(right.index):
                columns = left._columns.union(right.index)
                left, right = left.reindex(columns=columns), right.reindex(columns)
            return left._like([operate(kind, name, a, b, reflected) for a, b in zip(left._arrays, _scalars(right))])
        if is_list_like(other) and not isinstance(other, dict):
            return self._like(self._with_array(kind, name, other, reflected, axis))
        return self._like([operate(kind, name, a, other, reflected) for a in self._arrays])

    def _with_array(self, kind, name, other, reflected, axis):
        other = np.asarray(other) if not isinstance(other, np.ndarray) else other
        if other.ndim == 2:
            if other.shape != self.shape:
                if other.shape == (1, self.shape[1]):
                    other = np.repeat(other, self.shape[0], axis=0)
                elif other.shape == (self.shape[0], 1):
                    other = np.repeat(other, self.shape[1], axis=1)
                else:
                    raise ValueError(f"Unable to coerce to DataFrame, shape must be {self.shape}: given {other.shape}")
            return [operate(kind, name, a, other[:, place], reflected) for place, a in enumerate(self._arrays)]
        if other.ndim == 0:
            return [operate(kind, name, a, other.item(), reflected) for a in self._arrays]
        if axis == 0:
            return [operate(kind, name, a, other, reflected) for a in self._arrays]
        if len(other) != len(self._arrays):
            raise ValueError(f"Unable to coerce to Series, length must be {len(self._arrays)}: given {len(other)}")
        return [operate(kind, name, a, b, reflected) for a, b in zip(self._arrays, other.tolist())]

    def _unary(self, name):
        return self._each(lambda values: unary(name, values))

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        if method != "__call__":
            return getattr(ufunc, method)(*(np.asarray(one) for one in inputs), **options)
        found = ufunc_operator(ufunc, inputs, self)
        if found is not None:
            return found
        if len(inputs) == 1:
            return self._each(lambda values: array_of(ufunc(np.asarray(values), **options)))
        return ufunc(*(one.to_numpy() if one is self else np.asarray(one) for one in inputs), **options)

    def dot(self, other):
        from .frame import DataFrame
        from .index import RangeIndex
        from .series import Series

        matrix = self.to_numpy()
        if isinstance(other, DataFrame):
            if not self._columns.equals(other._index):
                raise ValueError("matrices are not aligned")
            return DataFrame(matrix @ other.to_numpy(), index=self._index, columns=other._columns)
        if isinstance(other, Series):
            if not self._columns.equals(other.index):
                raise ValueError("matrices are not aligned")
            return Series(matrix @ other.to_numpy(), index=self._index)
        other = np.asarray(other)
        if matrix.shape[1] != other.shape[0]:
            raise ValueError(f"Dot product shape mismatch, {matrix.shape} vs {other.shape}")
        found = matrix @ other
        return Series(found, index=self._index) if found.ndim == 1 else DataFrame(found, index=self._index)


def _scalars(series):
    return [series._values[place] for place in range(len(series))]
