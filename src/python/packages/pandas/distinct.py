"""Functions over any values in a row."""

from . import arrays
from .construct import array_of
from .index import Index
from .series import Series


def unique(values):
    if hasattr(values, "unique"):
        return values.unique()
    return arrays.factorize(array_of(values), dropna=False)[1]


def factorize(values, sort=False, use_na_sentinel=True, size_hint=None):
    if isinstance(values, (list, tuple)):
        raise TypeError(
            "factorize requires a Series, Index, ExtensionArray, np.ndarray or NumpyExtensionArray got "
            f"{type(values).__name__}."
        )
    codes, uniques = arrays.factorize(array_of(values), sort, use_na_sentinel)
    return codes, Index._over(uniques) if isinstance(values, (Series, Index)) else uniques


def value_counts(values, sort=True, ascending=False, normalize=False, bins=None, dropna=True):
    return Series(values).value_counts(normalize, sort, ascending, bins, dropna)
