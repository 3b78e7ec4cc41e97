"""Data made up, number for number as scikit-learn makes them from a seed."""

import numbers

import numpy as np

from ..utils import shuffle as shuffled
from ..utils._draw import sample_without_replacement
from ..utils.validation import check_array, check_random_state


def _mixed(X, y, rng):
    """Samples in another order, then features in another order."""
    X, y = shuffled(X, y, random_state=rng)
    order = np.arange(X.shape[1])
    rng.shuffle(order)
    return X[:, order], y, order


def make_classification(
    n_samples=100, n_features=20, *, n_informative=2, n_redundant=2, n_repeated=0, n_classes=2, n_clusters_per_class=2,
    weights=None, flip_y=0.01, class_sep=1.0, hypercube=True, shift=0.0, scale=1.0, shuffle=True, random_state=None,
    return_X_y=True,
):  # fmt: skip
    """Classes as clusters around the corners of a cube."""
    if not return_X_y:
        raise NotImplementedError("make_classification: return_X_y=False is not carried here")
    rng = check_random_state(random_state)
    told = n_informative + n_redundant + n_repeated
    if told > n_features:
        raise ValueError(
            "Number of informative, redundant and repeated features must sum to less than the number of total features"
        )
    if n_informative < np.log2(n_classes * n_clusters_per_class):
        raise ValueError(
            f"n_classes({n_classes}) * n_clusters_per_class({n_clusters_per_class}) must be smaller or equal "
            f"2**n_informative({n_informative})={2**n_informative}"
        )
    clusters = n_classes * n_clusters_per_class
    sizes = _cluster_sizes(n_samples, n_classes, n_clusters_per_class, _class_shares(weights, n_classes))
    X, y = np.zeros((n_samples, n_features)), np.zeros(n_samples, dtype=int)
    centres = _corners(clusters, n_informative, rng).astype(float) * (2 * class_sep) - class_sep
    if not hypercube:
        centres = centres * rng.uniform(size=(clusters, 1))
        centres = centres * rng.uniform(size=(1, n_informative))
    X[:, :n_informative] = rng.standard_normal(size=(n_samples, n_informative))
    stop = 0
    for place, size in enumerate(sizes):
        start, stop = stop, stop + size
        y[start:stop] = place % n_classes
        turn = 2 * rng.uniform(size=(n_informative, n_informative)) - 1
        X[start:stop, :n_informative] = X[start:stop, :n_informative] @ turn + centres[place]
    _fill_features(X, n_informative, n_redundant, n_repeated, rng)
    if flip_y >= 0.0:
        flipped = rng.uniform(size=n_samples) < flip_y
        y[flipped] = rng.randint(n_classes, size=int(flipped.sum()))
    X += (2 * rng.uniform(size=n_features) - 1) * class_sep if shift is None else shift
    X *= 1 + 100 * rng.uniform(size=n_features) if scale is None else scale
    if shuffle:
        X, y, _ = _mixed(X, y, rng)
    return X, y


def _class_shares(weights, n_classes):
    if weights is None:
        return [1.0 / n_classes] * n_classes
    weights = list(weights)
    if len(weights) not in (n_classes, n_classes - 1):
        raise ValueError("Weights specified but incompatible with number of classes.")
    return weights if len(weights) == n_classes else [*weights, 1.0 - sum(weights)]


def _cluster_sizes(n_samples, n_classes, n_clusters_per_class, shares):
    clusters = n_classes * n_clusters_per_class
    sizes = [int(n_samples * shares[place % n_classes] / n_clusters_per_class) for place in range(clusters)]
    for place in range(n_samples - sum(sizes)):
        sizes[place % clusters] += 1
    return sizes


def _corners(count, dimensions, rng):
    """Different corners of a cube, as rows of zeros and ones: the binary digits of different numbers."""
    if dimensions > 30:
        return np.hstack([rng.randint(2, size=(count, dimensions - 30)), _corners(count, 30, rng)])
    drawn = sample_without_replacement(2**dimensions, count, random_state=rng)
    return (drawn[:, None] >> np.arange(dimensions - 1, -1, -1)) & 1


def _fill_features(X, n_informative, n_redundant, n_repeated, rng):
    """Features that are sums of others, that are others again, and that tell nothing."""
    known = n_informative + n_redundant
    if n_redundant > 0:
        mix = 2 * rng.uniform(size=(n_informative, n_redundant)) - 1
        X[:, n_informative:known] = X[:, :n_informative] @ mix
    if n_repeated > 0:
        places = ((known - 1) * rng.uniform(size=n_repeated) + 0.5).astype(np.int64)
        X[:, known : known + n_repeated] = X[:, places]
    useless = X.shape[1] - known - n_repeated
    if useless > 0:
        X[:, -useless:] = rng.standard_normal(size=(len(X), useless))


def make_regression(
    n_samples=100, n_features=100, *, n_informative=10, n_targets=1, bias=0.0, effective_rank=None, tail_strength=0.5,
    noise=0.0, shuffle=True, coef=False, random_state=None,
):  # fmt: skip
    """A target that is a sum of some of the features."""
    if effective_rank is not None:
        raise NotImplementedError("make_regression: effective_rank is not carried here")
    rng = check_random_state(random_state)
    n_informative = min(n_features, n_informative)
    X = rng.standard_normal(size=(n_samples, n_features))
    truth = np.zeros((n_features, n_targets))
    truth[:n_informative, :] = 100 * rng.uniform(size=(n_informative, n_targets))
    y = X @ truth + bias
    if noise > 0.0:
        y += rng.normal(scale=noise, size=y.shape)
    if shuffle:
        X, y, order = _mixed(X, y, rng)
        truth = truth[order]
    y = np.squeeze(y)
    return (X, y, np.squeeze(truth)) if coef else (X, y)


def make_blobs(
    n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True,
    random_state=None, return_centers=False,
):  # fmt: skip
    """Round groups around centres."""
    rng = check_random_state(random_state)
    if isinstance(n_samples, numbers.Integral):
        count = 3 if centers is None else centers if isinstance(centers, numbers.Integral) else len(centers)
        sizes = [int(n_samples // count)] * count
        for place in range(n_samples % count):
            sizes[place] += 1
    else:
        sizes = list(n_samples)
        if centers is not None and len(centers) != len(sizes):
            raise ValueError(
                f"Length of `n_samples` not consistent with number of centers. Got n_samples = {n_samples} and centers"
                f" = {centers}"
            )
        count = len(sizes)
    if centers is None or isinstance(centers, numbers.Integral):
        centers = rng.uniform(center_box[0], center_box[1], size=(count, n_features))
    else:
        centers = check_array(centers)
        n_features = centers.shape[1]
    spreads = [cluster_std] * count if isinstance(cluster_std, numbers.Real) else list(cluster_std)
    if len(spreads) != count:
        raise ValueError(
            f"Length of `clusters_std` not consistent with number of centers. Got centers = {centers} and cluster_std ="
            f" {cluster_std}"
        )
    parts = [
        rng.normal(loc=centre, scale=spread, size=(size, n_features))
        for centre, spread, size in zip(centers, spreads, sizes)
    ]
    X, y = np.concatenate(parts), np.repeat(np.arange(count), sizes)
    if shuffle:
        X, y = shuffled(X, y, random_state=rng)
    return (X, y, centers) if return_centers else (X, y)


def _halves(n_samples):
    if isinstance(n_samples, numbers.Integral):
        return n_samples // 2, n_samples - n_samples // 2
    if len(n_samples) != 2:
        raise ValueError("`n_samples` can be either an int or a two-element tuple.")
    return tuple(n_samples)


def _two_curves(outer, inner, shuffle, noise, random_state):
    rng = check_random_state(random_state)
    X = np.vstack([outer, inner])
    y = np.repeat(np.arange(2), [len(outer), len(inner)])
    if shuffle:
        X, y = shuffled(X, y, random_state=rng)
    if noise is not None:
        X = X + rng.normal(scale=noise, size=X.shape)
    return X, y


def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    """Two half circles that reach into each other."""
    n_outer, n_inner = _halves(n_samples)
    out, into = np.linspace(0, np.pi, n_outer), np.linspace(0, np.pi, n_inner)
    outer, inner = np.column_stack([np.cos(out), np.sin(out)]), np.column_stack(
        [1 - np.cos(into), 1 - np.sin(into) - 0.5]
    )
    return _two_curves(outer, inner, shuffle, noise, random_state)


def make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8):
    """A circle within another."""
    from ..utils._param_validation import check_limits

    check_limits({"factor": "float [0.0, 1.0)"}, {"factor": factor}, "make_circles")
    n_outer, n_inner = _halves(n_samples)
    out, into = (np.linspace(0, 2 * np.pi, count, endpoint=False) for count in (n_outer, n_inner))
    outer, inner = np.column_stack([np.cos(out), np.sin(out)]), np.column_stack([np.cos(into), np.sin(into)]) * factor
    return _two_curves(outer, inner, shuffle, noise, random_state)


def make_friedman1(n_samples=100, n_features=10, *, noise=0.0, random_state=None):
    """A target that is bent in some of the features."""
    rng = check_random_state(random_state)
    X = rng.uniform(size=(n_samples, n_features))
    y = 10 * np.sin(np.pi * X[:, 0] * X[:, 1]) + 20 * (X[:, 2] - 0.5) ** 2 + 10 * X[:, 3] + 5 * X[:, 4]
    return X, y + noise * rng.standard_normal(size=n_samples)
