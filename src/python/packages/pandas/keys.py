"""Rows by several columns at once: one number for each combination of values."""

import numpy as np

from .arrays import factorize


def combined(codes, sizes):
    """One number for each row from its codes; as large as needed, then made small again."""
    found, total = codes[0].astype("int64"), sizes[0]
    for code, size in zip(codes[1:], sizes[1:]):
        if total * max(size, 1) > 2**62:
            _, found = np.unique(found, return_inverse=True)
            total = int(found.max()) + 1 if len(found) else 0
        found = found * size + code
        total *= max(size, 1)
    return found


def row_codes(arrays):
    """One number for each row, equal where all columns are; missing values are equal to each other."""
    parts = [factorize(values, dropna=False) for values in arrays]
    return combined([codes for codes, _ in parts], [len(uniques) for _, uniques in parts])
