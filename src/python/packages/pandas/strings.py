"""`Series.str`: methods of text, for whole columns."""

import re

import _pandas
import numpy as np

from .arrays import StrArray, as_objects, objects
from .categorical import Categorical
from .construct import array_of, from_list
from .dtypes import is_str
from .missing import is_missing, isna_array, nan

# Methods that give text, as they are in `_pandas.str_apply`.
_PLAIN = "lower upper title capitalize swapcase casefold".split()
_TESTS = "isalpha isdigit isalnum isspace islower isupper istitle isnumeric isdecimal".split()


class StringMethods:
    """Methods of the texts in a column; a missing one stays missing."""

    def __init__(self, owner):
        values = owner._values
        if isinstance(values, Categorical):
            values = values._dense()
        if not isinstance(values, StrArray):
            text = values.dtype == object and (not len(values) or any(isinstance(one, (str, list, tuple)) for one in values.tolist()))
            if not text:
                kind = "Index" if hasattr(owner, "nlevels") else "values"
                kinds = {"i": "integer", "f": "floating", "b": "boolean", "M": "datetime64", "m": "timedelta64"}
                raise AttributeError(f"Can only use .str accessor with string values, not {kinds.get(values.dtype.kind, 'mixed')}")
        self._owner, self._values = owner, as_objects(values)
        self._dtype = values.dtype

    def _text(self, backing):
        made = StrArray(backing, self._dtype) if is_str(self._dtype) else backing
        return self._owner._with_values(made)

    def _numbers(self, found):
        gaps = isna_array(self._values)
        if gaps.any():
            found = np.where(gaps, nan, found.astype("float64"))
        return self._owner._with_values(found)

    def _truths(self, found, na=None):
        gaps = isna_array(self._values)
        if gaps.any():
            found = found.copy()
            found[gaps] = False if na is None or is_missing(na) else na
        return self._owner._with_values(found)

    def _each(self, function):
        """`function` of each text, as a list."""
        return [nan if is_missing(one) else function(one) for one in self._values.tolist()]

    def _apply(self, how, *arguments):
        return self._text(_pandas.str_apply(self._values, how, list(arguments)))

    def __getattr__(self, name):
        if name in _PLAIN:
            return lambda: self._apply(name)
        if name in _TESTS:
            return lambda: self._truths(_pandas.str_test(self._values, name, ""))
        raise AttributeError(f"'StringMethods' object has no attribute '{name}'")

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self.slice(key.start, key.stop, key.step)
        return self.get(key)

    def strip(self, to_strip=None):
        return self._apply("strip", to_strip)

    def lstrip(self, to_strip=None):
        return self._apply("lstrip", to_strip)

    def rstrip(self, to_strip=None):
        return self._apply("rstrip", to_strip)

    def removeprefix(self, prefix):
        return self._apply("removeprefix", prefix)

    def removesuffix(self, suffix):
        return self._apply("removesuffix", suffix)

    def zfill(self, width):
        return self._apply("zfill", width)

    def repeat(self, repeats):
        return self._apply("repeat", repeats)

    def pad(self, width, side="left", fillchar=" "):
        return self._apply({"left": "rjust", "right": "ljust", "both": "center"}[side], width, fillchar)

    def rjust(self, width, fillchar=" "):
        return self._apply("rjust", width, fillchar)

    def ljust(self, width, fillchar=" "):
        return self._apply("ljust", width, fillchar)

    def center(self, width, fillchar=" "):
        return self._apply("center", width, fillchar)

    def slice(self, start=None, stop=None, step=None):
        return self._text(objects(self._each(lambda one: one[start:stop:step])))

    def get(self, i):
        def at(one):
            try:
                return one.get(i) if isinstance(one, dict) else one[i]
            except IndexError:
                return nan

        found = self._each(at)
        return self._owner._with_values(from_list(found) if self._dtype == object else StrArray(objects(found)))

    def len(self):
        if self._dtype == object:
            return self._owner._with_values(from_list(self._each(len)))
        return self._numbers(_pandas.str_len(self._values))

    def count(self, pat, flags=0):
        pattern = re.compile(pat, flags)
        return self._owner._with_values(from_list(self._each(lambda one: len(pattern.findall(one)))))

    def find(self, sub, start=0, end=None):
        return self._owner._with_values(from_list(self._each(lambda one: one.find(sub, start, end))))

    def startswith(self, pat, na=None):
        if isinstance(pat, tuple):
            return self._truths(np.array([isinstance(one, str) and one.startswith(pat) for one in self._values.tolist()]), na)
        return self._truths(_pandas.str_test(self._values, "startswith", _checked(pat)), na)

    def endswith(self, pat, na=None):
        if isinstance(pat, tuple):
            return self._truths(np.array([isinstance(one, str) and one.endswith(pat) for one in self._values.tolist()]), na)
        return self._truths(_pandas.str_test(self._values, "endswith", _checked(pat)), na)

    def contains(self, pat, case=True, flags=0, na=None, regex=True):
        if case and not flags and (not regex or _is_plain(pat)):
            return self._truths(_pandas.str_test(self._values, "contains", pat), na)
        return self._searched(re.compile(pat if regex else re.escape(pat), flags | (0 if case else re.IGNORECASE)).search, na)

    def match(self, pat, case=True, flags=0, na=None):
        return self._searched(re.compile(pat, flags | (0 if case else re.IGNORECASE)).match, na)

    def fullmatch(self, pat, case=True, flags=0, na=None):
        return self._searched(re.compile(pat, flags | (0 if case else re.IGNORECASE)).fullmatch, na)

    def _searched(self, search, na):
        found = [isinstance(one, str) and search(one) is not None for one in self._values.tolist()]
        return self._truths(np.array(found, dtype=bool), na)

    def replace(self, pat, repl=None, n=-1, case=None, flags=0, regex=False):
        if isinstance(pat, dict):
            found = self
            for old, new in pat.items():
                found = found.replace(old, new, n, case, flags, regex).str
            return found._text(found._values)
        if not (isinstance(repl, str) or callable(repl)):
            raise TypeError("repl must be a string or callable")
        if not regex and not callable(repl) and case in (None, True) and not flags and isinstance(pat, str):
            return self._apply("replace", pat, repl, n)
        if callable(repl) and not regex:
            raise ValueError("Cannot use a callable replacement when regex=False")
        pattern = re.compile(pat if regex else re.escape(pat), flags | (re.IGNORECASE if case is False else 0)) if isinstance(pat, str) else pat
        return self._text(objects(self._each(lambda one: pattern.sub(repl, one, count=max(n, 0)))))

    def split(self, pat=None, *, n=-1, expand=False, regex=None):
        n = -1 if n in (0, None) else n
        if regex or (regex is None and pat is not None and len(pat) > 1 and not _is_plain(pat)):
            parts = self._each(lambda one: re.split(pat, one, maxsplit=max(n, 0)))
        else:
            parts = self._each(lambda one: one.split(pat, n))
        return self._expanded(parts, expand)

    def rsplit(self, pat=None, *, n=-1, expand=False):
        n = -1 if n in (0, None) else n
        return self._expanded(self._each(lambda one: one.rsplit(pat, n)), expand)

    def partition(self, sep=" ", expand=True):
        return self._expanded(self._each(lambda one: list(one.partition(sep))), expand)

    def _expanded(self, parts, expand):
        if not expand:
            return self._owner._with_values(objects(parts))
        from .frame import DataFrame
        from .index import RangeIndex

        width = max((len(one) for one in parts if isinstance(one, list)), default=0)
        arrays = []
        for place in range(width):
            column = [nan if not isinstance(one, list) else one[place] if place < len(one) else nan for one in parts]
            arrays.append(StrArray(objects(column)) if is_str(self._dtype) else objects(column))
        return DataFrame._of(arrays, RangeIndex(width), self._owner.index)

    def extract(self, pat, flags=0, expand=True):
        pattern = re.compile(pat, flags)
        if not pattern.groups:
            raise ValueError("pattern contains no capture groups")
        names = {number - 1: name for name, number in pattern.groupindex.items()}
        rows = []
        for one in self._values.tolist():
            found = pattern.search(one) if isinstance(one, str) else None
            rows.append([nan] * pattern.groups if found is None else [nan if part is None else part for part in found.groups()])
        arrays = [StrArray(objects([row[place] for row in rows])) for place in range(pattern.groups)]
        if not expand and len(arrays) == 1:
            return self._owner._with_values(arrays[0])
        from .frame import DataFrame
        from .index import Index, RangeIndex

        labels = Index([names.get(place, place) for place in range(len(arrays))]) if names else RangeIndex(len(arrays))
        return DataFrame._of(arrays, labels, self._owner.index)

    def findall(self, pat, flags=0):
        pattern = re.compile(pat, flags)
        return self._owner._with_values(objects(self._each(pattern.findall)))

    def join(self, sep):
        return self._text(objects(self._each(sep.join)))

    def cat(self, others=None, sep="", na_rep=None):
        if others is None:
            listed = [na_rep if is_missing(one) else one for one in self._values.tolist()]
            return sep.join(one for one in listed if one is not None)
        parts = [self._values] + [as_objects(array_of(one)) for one in (others if isinstance(others, list) and others and not isinstance(others[0], str) else [others])]
        if na_rep is not None:
            parts = [objects([na_rep if is_missing(one) else one for one in part.tolist()]) for part in parts]
        found = parts[0]
        for part in parts[1:]:
            found = _pandas.str_concat(_pandas.str_concat(found, sep), part)
        return self._text(found)

    def get_dummies(self, sep="|"):
        from .frame import DataFrame

        parts = [set(one.split(sep)) if isinstance(one, str) else set() for one in self._values.tolist()]
        names = sorted(set().union(*parts) - {""})
        return DataFrame({name: np.array([int(name in part) for part in parts]) for name in names}, index=self._owner.index)

    def encode(self, encoding, errors="strict"):
        return self._owner._with_values(objects(self._each(lambda one: one.encode(encoding, errors))))

    def normalize(self, form):
        import unicodedata

        return self._text(objects(self._each(lambda one: unicodedata.normalize(form, one))))

    def wrap(self, width):
        import textwrap

        return self._text(objects(self._each(lambda one: "\n".join(textwrap.wrap(one, width)))))

    def translate(self, table):
        return self._text(objects(self._each(lambda one: one.translate(table))))

    def __iter__(self):
        raise TypeError(f"'{type(self).__name__}' object is not iterable")


def _checked(pat):
    if not isinstance(pat, str):
        raise TypeError(f"expected a string or tuple, not {type(pat).__name__}")
    return pat


def _is_plain(pattern):
    """Whether a pattern stands for itself."""
    return not any(mark in pattern for mark in ".^$*+?{}[]\\|()")
