"""Draws without replacement, number for number as scikit-learn draws them."""

import numpy as np

from .validation import check_random_state


def sample_without_replacement(n_population, n_samples, *, random_state=None):
    """Different numbers below `n_population`: by which way depends on how many of them there are."""
    if n_samples > n_population:
        raise ValueError(
            f"n_population should be greater or equal than n_samples, got n_samples > n_population ({n_samples} >"
            f" {n_population})"
        )
    rng = check_random_state(random_state)
    share = n_samples / n_population if n_population else 1.0
    if 0.01 < share < 0.99:
        return rng.permutation(n_population)[:n_samples]
    return _tracked(n_population, n_samples, rng) if share < 0.2 else _reservoir(n_population, n_samples, rng)


def _tracked(n_population, n_samples, rng):
    """Draws again what was drawn before."""
    seen, drawn = set(), []
    for _ in range(n_samples):
        place = int(rng.randint(n_population))
        while place in seen:
            place = int(rng.randint(n_population))
        seen.add(place)
        drawn.append(place)
    return np.array(drawn, dtype=int)


def _reservoir(n_population, n_samples, rng):
    """Takes the first, then lets later ones take their places."""
    kept = np.arange(n_samples)
    for place in range(n_samples, n_population):
        at = int(rng.randint(0, place + 1))
        if at < n_samples:
            kept[at] = place
    return kept
