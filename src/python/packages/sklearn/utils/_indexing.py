"""Rows of arrays, frames and lists; samples of them."""

import numpy as np

from .validation import check_consistent_length, check_random_state, num_samples


def rows(X, indices):
    """The rows `indices` of `X`, in the kind that it has."""
    if X is None:
        return None
    if hasattr(X, "iloc"):
        return X.iloc[indices]
    if hasattr(X, "shape"):
        return X[indices]
    indices = np.asarray(indices)
    if indices.dtype == bool:
        indices = np.flatnonzero(indices)
    picked = [X[place] for place in indices.tolist()]
    return tuple(picked) if isinstance(X, tuple) and not picked else picked


def _safe_indexing(X, indices, *, axis=0):
    if axis == 0:
        return rows(X, indices)
    if hasattr(X, "iloc"):
        return (
            X[indices]
            if isinstance(indices, str) or len(indices) and isinstance(indices[0], str)
            else X.iloc[:, indices]
        )
    return X[:, indices]


def safe_mask(X, mask):
    return np.asarray(mask)


def resample(*arrays, replace=True, n_samples=None, random_state=None, stratify=None, sample_weight=None):
    """The same random rows of each of `arrays`, with or without replacement."""
    if not arrays:
        return None
    if sample_weight is not None:
        raise NotImplementedError("resample: sample_weight is not carried here")
    rng = check_random_state(random_state)
    count = num_samples(arrays[0])
    wanted = count if n_samples is None else n_samples
    if wanted > count and not replace:
        raise ValueError(f"Cannot sample {wanted} out of arrays with dim {count} when replace is False")
    check_consistent_length(*arrays)
    if stratify is None:
        if replace:
            indices = rng.randint(0, count, size=(wanted,))
        else:
            indices = np.arange(count)
            rng.shuffle(indices)
            indices = indices[:wanted]
    else:
        indices = _stratified(np.asarray(stratify), wanted, replace, rng)
    picked = [rows(array, indices) for array in arrays]
    return picked[0] if len(picked) == 1 else picked


def _stratified(y, wanted, replace, rng):
    from ..model_selection._split import approximate_mode

    _, places = np.unique(y, return_inverse=True)
    counts = np.bincount(places)
    members = np.split(np.argsort(places, kind="stable"), np.cumsum(counts)[:-1])
    picked = []
    for place, share in enumerate(approximate_mode(counts, wanted, rng)):
        picked.extend(rng.choice(members[place], share, replace=replace).tolist())
    return rng.permutation(picked)


def shuffle(*arrays, random_state=None, n_samples=None):
    """Each of `arrays` in the same new order."""
    return resample(*arrays, replace=False, n_samples=n_samples, random_state=random_state)


def gen_batches(n, batch_size, *, min_batch_size=0):
    """Slices of `batch_size` that cover `n`."""
    start = 0
    for _ in range(int(n // batch_size)):
        end = start + batch_size
        if end + min_batch_size > n:
            continue
        yield slice(start, end)
        start = end
    if start < n:
        yield slice(start, n)
