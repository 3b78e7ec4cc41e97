"""`pandas.util`: hashes of rows."""

import _pandas
import numpy as np

from .arrays import as_objects
from .categorical import Categorical
from .construct import array_of
from .frame import DataFrame
from .index import Index
from .series import Series

_DEFAULT_KEY = "0123456789123456"
_MASK = 2**64 - 1


def hash_array(vals, encoding="utf8", hash_key=_DEFAULT_KEY, categorize=True):
    """A 64-bit number for each value, the same in every run."""
    return _hashed(array_of(vals), hash_key)


def _hashed(values, key):
    if len(key) != 16:
        raise ValueError(f"key should be a 16-byte string encoded, got {key.encode()!r} (len {len(key)})")
    if isinstance(values, Categorical):
        table = _hashed(values.categories._values, key)
        return np.where(values._a < 0, np.uint64(_MASK), table[values._a])
    backing = getattr(values, "_a", values) if hasattr(values, "_gap") and values.dtype.kind in "Mm" else values
    if not isinstance(backing, np.ndarray):
        backing = as_objects(backing)
    return _pandas.hash_array(backing, key)


def hash_pandas_object(obj, index=True, encoding="utf8", hash_key=_DEFAULT_KEY, categorize=True):
    """A number for each row; with `index`, its label counts too."""
    if isinstance(obj, Index):
        return Series(_rows([obj.get_level_values(n)._values for n in range(obj.nlevels)], hash_key) if obj.nlevels > 1 else _hashed(obj._values, hash_key))
    if isinstance(obj, Series):
        hashes = [_hashed(obj._values, hash_key)]
    elif isinstance(obj, DataFrame):
        hashes = [_hashed(values, hash_key) for values in obj._arrays]
    else:
        raise TypeError(f"Unexpected type for hashing {type(obj)}")
    if index:
        labels = hash_pandas_object(obj.index, hash_key=hash_key)._values
        hashes = [*hashes, labels]
    if isinstance(obj, Series) and not index:
        return Series._of(hashes[0], obj.index)
    return Series._of(_pandas.hash_rows(hashes), obj.index)


def _rows(arrays, key):
    return _pandas.hash_rows([_hashed(values, key) for values in arrays])
