"""One part to learn from, one to test with."""

import numpy as np

from ..utils._param_validation import check_limits
from ..utils._indexing import rows
from ..utils.validation import indexable, num_samples
from ._split import ShuffleSplit, StratifiedShuffleSplit, split_sizes

SIZE = "float (0.0, 1.0) | int [1, inf) | None"
LIMITS = {"test_size": SIZE, "train_size": SIZE, "shuffle": "bool", "stratify": "array | None"}


def train_test_split(*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None):
    """Each of `arrays` in two parts, train and test, by the same random choice of rows."""
    given = {
        "test_size": test_size,
        "train_size": train_size,
        "random_state": random_state,
        "shuffle": shuffle,
        "stratify": stratify,
    }
    check_limits(LIMITS, given, "train_test_split")
    if not arrays:
        raise ValueError("At least one array required as input")
    arrays = indexable(*arrays)
    count = num_samples(arrays[0])
    n_train, n_test = split_sizes(count, test_size, train_size, default_test_size=0.25)
    if shuffle is False:
        if stratify is not None:
            raise ValueError("Stratified train/test split is not implemented for shuffle=False")
        train, test = np.arange(n_train), np.arange(n_train, n_train + n_test)
    else:
        kind = StratifiedShuffleSplit if stratify is not None else ShuffleSplit
        splitter = kind(test_size=n_test, train_size=n_train, random_state=random_state)
        train, test = next(splitter.split(arrays[0], stratify))
    return [part for array in arrays for part in (rows(array, train), rows(array, test))]
