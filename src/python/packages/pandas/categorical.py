"""Columns that have one of few values: codes into an Index of categories."""

import numpy as np

from .arrays import ExtensionArray, argsort, factorize, is_position, take_fill
from .dtypes import CategoricalDtype
from .missing import is_missing, nan


class Categorical(ExtensionArray):
    """Values as codes, -1 for a missing one."""

    __module__ = "pandas"

    _gap = -1

    def __init__(self, values, categories=None, ordered=None, dtype=None, copy=True):
        from .construct import array_of
        from .index import Index

        if dtype is not None and isinstance(dtype, CategoricalDtype):
            categories, ordered = dtype.categories, dtype.ordered
        if isinstance(getattr(values, "_values", None), Categorical):
            values = values._values
        if isinstance(values, Categorical):
            if ordered is None:
                ordered = values.ordered
            if categories is None:
                self._a, self.dtype = values._a, CategoricalDtype(values.categories, ordered)
                return
            values = values._dense()
        values = array_of(values)
        if categories is None:
            self._a, categories = factorize(values, sort=True)
            self.dtype = CategoricalDtype(Index(categories), ordered)
        else:
            self.dtype = CategoricalDtype(categories, ordered)
            self._a = self.dtype.categories.get_indexer(Index(values))

    @classmethod
    def _of(cls, codes, dtype):
        made = cls.__new__(cls)
        made._a, made.dtype = codes, dtype
        return made

    @classmethod
    def from_codes(cls, codes, categories=None, ordered=None, dtype=None):
        return cls._of(np.asarray(codes, dtype="int64"), dtype or CategoricalDtype(categories, ordered))

    def _new(self, backing):
        return Categorical._of(backing, self.dtype)

    @property
    def categories(self):
        return self.dtype.categories

    @property
    def ordered(self):
        return self.dtype.ordered

    @property
    def codes(self):
        return self._a.astype("int8" if len(self.categories) < 128 else "int16" if len(self.categories) < 32768 else "int32")

    @property
    def nbytes(self):
        return self.codes.nbytes + self.categories._values.nbytes

    def isna(self):
        return self._a < 0

    def _box(self, stored):
        return nan if stored < 0 else self.categories[stored]

    def _unbox(self, value):
        try:
            return self.categories.get_loc(value)
        except KeyError:
            raise TypeError(
                "Cannot setitem on a Categorical with a new category "
                f"({value}), set the categories first"
            ) from None

    def _same(self, other):
        if other.dtype is self.dtype or other.categories.equals(self.categories):
            return other
        return Categorical(other._dense(), dtype=self.dtype)

    def _dense(self):
        """The values themselves, as an array of the categories' type."""
        return take_fill(self.categories._values, self._a)

    def tolist(self):
        kinds = self.categories.tolist() + [nan]
        return [kinds[code] for code in self._a.tolist()]

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        found = np.asarray(self._dense())
        return found if dtype is None else found.astype(dtype)

    def _compare(self, name, other):
        from .ops import compare

        if isinstance(other, Categorical):
            if name not in ("eq", "ne") or self.dtype == other.dtype:
                return compare(name, self._a, self._same(other)._a)
            return compare(name, self._dense(), other._dense())
        if isinstance(other, (np.ndarray, ExtensionArray)):
            return compare(name, self._dense(), other)
        if name in ("eq", "ne"):
            code = self.categories.get_loc(other) if other in self.categories else -2
            return self._a == code if name == "eq" else self._a != code
        if not self.ordered:
            raise TypeError("Unordered Categoricals can only compare equality or not")
        if other not in self.categories:
            raise TypeError(f"Invalid comparison between dtype=category and {type(other).__name__}")
        return compare(name, self._a, self.categories.get_loc(other)) & (self._a >= 0)

    def _arith(self, name, other, reflected):
        shown = {"add": "+", "sub": "-", "mul": "*", "truediv": "/"}.get(name, name)
        raise TypeError(f"unsupported operand type(s) for {shown}: 'Categorical' and '{type(other).__name__}'")

    def rename_categories(self, new_categories):
        from .index import Index

        old = self.categories.tolist()
        if isinstance(new_categories, dict):
            new = [new_categories.get(one, one) for one in old]
        elif callable(new_categories):
            new = [new_categories(one) for one in old]
        else:
            new = list(new_categories)
            if len(new) != len(old):
                raise ValueError("new categories need to have the same number of items as the old categories!")
        return Categorical._of(self._a, CategoricalDtype(Index(new), self.ordered))

    def set_categories(self, new_categories, ordered=None):
        dtype = CategoricalDtype(new_categories, self.ordered if ordered is None else ordered)
        return Categorical(self._dense(), dtype=dtype)

    def reorder_categories(self, new_categories, ordered=None):
        if set(new_categories) != set(self.categories):
            raise ValueError("items in new_categories are not the same as in old categories")
        return self.set_categories(new_categories, ordered)

    def add_categories(self, new_categories):
        new = [new_categories] if isinstance(new_categories, str) else list(new_categories)
        return self.set_categories(self.categories.tolist() + new)

    def remove_categories(self, removals):
        gone = [removals] if isinstance(removals, str) else list(removals)
        return self.set_categories([one for one in self.categories if one not in gone])

    def remove_unused_categories(self):
        used = np.unique(self._a[self._a >= 0])
        return self.set_categories(self.categories[used])

    def as_ordered(self):
        return Categorical._of(self._a, CategoricalDtype(self.categories, True))

    def as_unordered(self):
        return Categorical._of(self._a, CategoricalDtype(self.categories, False))

    def min(self, **options):
        return self._end("min", np.min)

    def max(self, **options):
        return self._end("max", np.max)

    def _end(self, name, find):
        if not self.ordered:
            raise TypeError(
                f"Categorical is not ordered for operation {name}\n"
                "you can use .as_ordered() to change the Categorical to an ordered one\n"
            )
        known = self._a[self._a >= 0]
        return self.categories[find(known)] if len(known) else nan

    def value_counts(self, dropna=True):
        from .series import Series

        return Series(self).value_counts(sort=False, dropna=dropna)

    def unique(self):
        codes = self._a
        _, firsts = np.unique(codes, return_index=True)
        return self._new(codes[np.sort(firsts)])

    def _footer(self):
        return categories_line(self.dtype)

    def __repr__(self):
        from .summary import list_lines

        listed = list_lines([repr(value) for value in self.tolist()], "", "", width=79) if len(self) else "[]"
        if len(self) > 10:
            values = [repr(value) for value in self.tolist()]
            listed = "[" + ", ".join(values[:5] + ["..."] + values[-5:]) + "]"
            listed += f"\nLength: {len(self)}"
        return f"{listed}\n{categories_line(self.dtype)}"


def categories_line(dtype):
    """What is printed below a column of categories."""
    categories = dtype.categories
    head = f"Categories ({len(categories)}, {categories.dtype}): ["
    show = str if str(categories.dtype).startswith("interval") else repr
    shown = [show(value) for value in categories.tolist()]
    if categories.dtype == "float64" or categories.dtype == "int64":
        from .formatting import format_array

        shown = [text.strip() for text in format_array(categories._values)]
    elif str(categories.dtype).startswith("datetime"):
        shown = [str(value) for value in categories.tolist()]
    if len(shown) > 10:
        shown = shown[:5] + ["..."] + shown[-5:] if not dtype.ordered else shown[:4] + ["..."] + shown[-4:]
    glue = " < " if dtype.ordered else ", "
    lines, line = [], head
    for number, text in enumerate(shown):
        piece = text + (glue if number < len(shown) - 1 else "")
        if len(line) + len(piece.rstrip()) > 79 and line.strip():
            lines.append(line.rstrip())
            line = " " * len(head)
        line += piece
    lines.append(line)
    return "\n".join(lines) + "]"
