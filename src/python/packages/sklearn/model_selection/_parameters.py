"""Combinations of parameters: all of them, or some at random."""

from itertools import product

import numpy as np

from ..utils._draw import sample_without_replacement
from ..utils.validation import check_random_state


class ParameterGrid:
    """Every combination, the last name changing fastest."""

    def __init__(self, param_grid):
        if not hasattr(param_grid, "items") and not hasattr(param_grid, "__iter__"):
            raise TypeError(
                f"Parameter grid should be a dict or a list, got: {param_grid!r} of type {type(param_grid).__name__}"
            )
        grids = [param_grid] if hasattr(param_grid, "items") else list(param_grid)
        for grid in grids:
            if not isinstance(grid, dict):
                raise TypeError(f"Parameter grid is not a dict ({grid!r})")
            for key, values in grid.items():
                self._check(key, values)
        self.param_grid = grids

    def _check(self, key, values):
        if isinstance(values, np.ndarray) and values.ndim > 1:
            raise ValueError(
                f"Parameter array for {key!r} should be one-dimensional, got: {values!r} with shape {values.shape}"
            )
        if isinstance(values, str) or not hasattr(values, "__len__"):
            raise TypeError(
                f"Parameter grid for parameter {key!r} needs to be a list or a numpy array, but got {values!r} (of type"
                f" {type(values).__name__}) instead. Single values need to be wrapped in a list with one element."
            )
        if len(values) == 0:
            raise ValueError(f"Parameter grid for parameter {key!r} need to be a non-empty sequence, got: {values!r}")

    def __iter__(self):
        for grid in self.param_grid:
            items = sorted(grid.items())
            for values in product(*(values for _, values in items)):
                yield dict(zip([key for key, _ in items], values))

    def __len__(self):
        return sum(int(np.prod([len(values) for values in grid.values()])) if grid else 1 for grid in self.param_grid)

    def __getitem__(self, place):
        for grid in self.param_grid:
            size = int(np.prod([len(values) for values in grid.values()])) if grid else 1
            if place >= size:
                place -= size
                continue
            found = {}
            for key, values in sorted(grid.items(), reverse=True):
                place, at = divmod(place, len(values))
                found[key] = values[at]
            return found
        raise IndexError("ParameterGrid index out of range")


class ParameterSampler:
    """Combinations drawn from lists, and from whatever has a method `rvs`."""

    def __init__(self, param_distributions, n_iter, *, random_state=None):
        found = [param_distributions] if isinstance(param_distributions, dict) else list(param_distributions)
        for grid in found:
            if not isinstance(grid, dict):
                raise TypeError(f"Parameter distribution is not a dict ({grid!r})")
            for key, values in grid.items():
                if not hasattr(values, "__iter__") and not hasattr(values, "rvs"):
                    raise TypeError(
                        f"Parameter grid for parameter {key!r} is not iterable or a distribution (value={values})"
                    )
        self.param_distributions, self.n_iter, self.random_state = found, n_iter, random_state

    def _only_lists(self):
        return all(not hasattr(values, "rvs") for grid in self.param_distributions for values in grid.values())

    def __iter__(self):
        rng = check_random_state(self.random_state)
        if self._only_lists():
            grid = ParameterGrid(self.param_distributions)
            count = self.n_iter
            if len(grid) < count:
                import warnings

                warnings.warn(
                    f"The total space of parameters {len(grid)} is smaller than n_iter={count}. Running {len(grid)} "
                    "iterations. For exhaustive searches, use GridSearchCV.",
                    UserWarning,
                    stacklevel=2,
                )
                count = len(grid)
            for place in sample_without_replacement(len(grid), count, random_state=rng).tolist():
                yield grid[place]
            return
        for _ in range(self.n_iter):
            chosen = rng.choice(len(self.param_distributions)) if len(self.param_distributions) > 1 else rng.randint(1)
            params = {}
            for key, values in sorted(self.param_distributions[int(chosen)].items()):
                drawn = values.rvs(random_state=rng) if hasattr(values, "rvs") else values[rng.randint(len(values))]
                params[key] = drawn
            yield params

    def __len__(self):
        return min(self.n_iter, len(ParameterGrid(self.param_distributions))) if self._only_lists() else self.n_iter
