"""Categories as columns of truth values: `get_dummies`."""

import numpy as np

from .arrays import StrArray, factorize
from .categorical import Categorical
from .construct import array_of, is_list_like
from .frame import DataFrame
from .index import Index, RangeIndex
from .missing import nan
from .series import Series


def get_dummies(data, prefix=None, prefix_sep="_", dummy_na=False, columns=None, sparse=False, drop_first=False, dtype=None):
    """One column for each value: whether the row has it."""
    if sparse:
        raise NotImplementedError("sparse columns are not carried here")
    kind = bool if dtype is None else dtype
    if not isinstance(data, DataFrame):
        series = data if isinstance(data, Series) else Series(data)
        return _one(series, prefix, prefix_sep, dummy_na, drop_first, kind)
    if columns is None:
        chosen = [label for label, values in zip(data.columns.tolist(), data._arrays) if isinstance(values, (StrArray, Categorical)) or values.dtype == object]
    elif not is_list_like(columns):
        raise TypeError("Input must be a list-like for parameter `columns`")
    else:
        chosen = list(columns)
        missing = [label for label in chosen if label not in data.columns]
        if missing:
            raise KeyError(f"None of [{Index(missing)!r}] are in the [columns]" if len(missing) == len(chosen) else f"{missing} not in index")

    def each(given, name):
        if isinstance(given, dict):
            return [given[label] for label in chosen]
        if is_list_like(given):
            if len(given) != len(chosen):
                raise ValueError(f"Length of '{name}' ({len(given)}) did not match the length of the columns being encoded ({len(chosen)}).")
            return list(given)
        return [given] * len(chosen)

    prefixes = chosen if prefix is None else each(prefix, "prefix")
    parts = [data.drop(columns=chosen)]
    for label, before, between in zip(chosen, prefixes, each(prefix_sep, "prefix_sep")):
        parts.append(_one(data[label], before, between, dummy_na, drop_first, kind))
    from .concatenate import concat

    return concat(parts, axis=1)


def _one(series, prefix, between, dummy_na, drop_first, kind):
    values = series._values
    if isinstance(values, Categorical):
        codes, levels = values._a, values.categories.tolist()
    else:
        codes, uniques = factorize(values, sort=True)
        levels = uniques.tolist()
    if dummy_na:
        codes = np.where(codes < 0, len(levels), codes)
        levels = levels + [nan]
    arrays = [array_of(codes == place, kind) for place in range(len(levels))]
    labels = [f"{prefix}{between}{level}" for level in levels] if prefix is not None else levels
    if drop_first:
        arrays, labels = arrays[1:], labels[1:]
    return DataFrame._of(arrays, Index(labels) if labels else RangeIndex(0), series.index)


def from_dummies(data, sep=None, default_category=None):
    raise NotImplementedError("from_dummies is not carried here")
