"""Which samples train and which test."""

import numbers
import warnings
from itertools import combinations
from math import ceil, comb, floor

import numpy as np

from ..utils.multiclass import type_of_target
from ..utils.validation import check_array, check_random_state, column_or_1d, indexable, num_samples


class BaseCrossValidator:
    """Gives the test samples of each fold; all others train."""

    def split(self, X, y=None, groups=None):
        X, y, groups = indexable(X, y, groups)
        indices = np.arange(num_samples(X))
        for test in self._tests(X, y, groups):
            mask = np.zeros(len(indices), dtype=bool)
            mask[test] = True
            yield indices[~mask], indices[mask]

    def __repr__(self):
        from ..base import defaults

        shown = [f"{name}={getattr(self, name, None)!r}" for name in sorted(defaults(type(self)))]
        return f"{type(self).__name__}({_in_lines(shown, len(type(self).__name__))})"


def _in_lines(parts, width):
    """Parameters with commas between them; a new line, indented by half the name, where one goes beyond 75 columns."""
    text, indent = "", 1 + width // 2
    for place, part in enumerate(parts):
        if place and width + len(part) >= 75:
            text, width = text + ",\n" + " " * indent, indent
        elif place:
            text, width = text + ", ", width + 2
        text, width = text + part, width + len(part)
    return text


def same_size_splits(splits, size):
    """How many samples each of `splits` folds has: the first have one more."""
    sizes = np.full(splits, size // splits, dtype=int)
    sizes[: size % splits] += 1
    return sizes


class Folds(BaseCrossValidator):
    """A number of folds, each of which tests once."""

    def __init__(self, n_splits, *, shuffle, random_state):
        if not isinstance(n_splits, numbers.Integral):
            raise ValueError(
                f"The number of folds must be of Integral type. {n_splits} of type {type(n_splits)} was passed."
            )
        if n_splits <= 1:
            raise ValueError(
                "k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, got "
                f"n_splits={n_splits}."
            )
        if not isinstance(shuffle, bool):
            raise TypeError(f"shuffle must be True or False; got {shuffle}")
        if not shuffle and random_state is not None:
            raise ValueError(
                "Setting a random_state has no effect since shuffle is False. You should leave random_state to its "
                "default (None), or set shuffle=True."
            )
        self.n_splits, self.shuffle, self.random_state = int(n_splits), shuffle, random_state

    def split(self, X, y=None, groups=None):
        count = num_samples(X)
        if self.n_splits > count:
            raise ValueError(
                f"Cannot have number of splits n_splits={self.n_splits} greater than the number of samples: "
                f"n_samples={count}."
            )
        yield from super().split(X, y, groups)

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits


class KFold(Folds):
    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        super().__init__(n_splits, shuffle=shuffle, random_state=random_state)

    def _tests(self, X, y, groups):
        indices = np.arange(num_samples(X))
        if self.shuffle:
            check_random_state(self.random_state).shuffle(indices)
        return np.split(indices, np.cumsum(same_size_splits(self.n_splits, len(indices)))[:-1])


class StratifiedKFold(Folds):
    """Each fold has the classes in the shares of the whole."""

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        super().__init__(n_splits, shuffle=shuffle, random_state=random_state)

    def _tests(self, X, y, groups):
        rng = check_random_state(self.random_state)
        codes = self._codes(y)
        counts = np.bincount(codes)
        if np.all(self.n_splits > counts):
            raise ValueError(f"n_splits={self.n_splits} cannot be greater than the number of members in each class.")
        if self.n_splits > counts.min():
            warnings.warn(
                f"The least populated class in y has only {counts.min()} members, which is less than "
                f"n_splits={self.n_splits}.",
                UserWarning,
                stacklevel=2,
            )
        ordered = np.sort(codes)
        share = [np.bincount(ordered[fold :: self.n_splits], minlength=len(counts)) for fold in range(self.n_splits)]
        fold_of = np.empty(len(codes), dtype=int)
        for code in range(len(counts)):
            folds = np.repeat(np.arange(self.n_splits), [part[code] for part in share])
            if self.shuffle:
                rng.shuffle(folds)
            fold_of[codes == code] = folds
        return [np.flatnonzero(fold_of == fold) for fold in range(self.n_splits)]

    def _codes(self, y):
        """Classes numbered in the order in which they occur first."""
        kind = type_of_target(y)
        if kind not in ("binary", "multiclass"):
            raise ValueError(f"Supported target types are: ('binary', 'multiclass'). Got {kind!r} instead.")
        _, first, codes = np.unique(column_or_1d(y), return_index=True, return_inverse=True)
        return np.argsort(np.argsort(first))[codes]

    def split(self, X, y=None, groups=None):
        if y is None:
            raise ValueError("The 'y' parameter should not be None.")
        y = check_array(y, input_name="y", ensure_2d=False, dtype=None)
        yield from super().split(X, y, groups)


class GroupKFold(Folds):
    """No group is in two folds; the folds are of sizes as equal as can be."""

    def __init__(self, n_splits=5, *, shuffle=False, random_state=None):
        super().__init__(n_splits, shuffle=shuffle, random_state=random_state)

    def _tests(self, X, y, groups):
        groups = needed_groups(groups)
        unique, codes = np.unique(groups, return_inverse=True)
        if self.n_splits > len(unique):
            raise ValueError(
                f"Cannot have number of splits n_splits={self.n_splits} greater than the number of groups:"
                f" {len(unique)}."
            )
        if self.shuffle:
            order = check_random_state(self.random_state).permutation(len(unique))
            return [np.flatnonzero(np.isin(codes, part)) for part in np.array_split(order, self.n_splits)]
        sizes = np.bincount(codes)
        filled, fold_of = np.zeros(self.n_splits), np.zeros(len(unique), dtype=int)
        for group in np.argsort(sizes)[::-1].tolist():
            lightest = int(np.argmin(filled))
            filled[lightest] += sizes[group]
            fold_of[group] = lightest
        return [np.flatnonzero(fold_of[codes] == fold) for fold in range(self.n_splits)]


def needed_groups(groups):
    if groups is None:
        raise ValueError("The 'groups' parameter should not be None.")
    return check_array(groups, input_name="groups", ensure_2d=False, dtype=None)


class TimeSeriesSplit(Folds):
    """Tests come after what trains."""

    def __init__(self, n_splits=5, *, max_train_size=None, test_size=None, gap=0):
        super().__init__(n_splits, shuffle=False, random_state=None)
        self.max_train_size, self.test_size, self.gap = max_train_size, test_size, gap

    def split(self, X, y=None, groups=None):
        X, y, groups = indexable(X, y, groups)
        count, folds = num_samples(X), self.n_splits + 1
        size = self.test_size if self.test_size is not None else count // folds
        if folds > count:
            raise ValueError(f"Cannot have number of folds={folds} greater than the number of samples={count}.")
        if count - self.gap - size * self.n_splits <= 0:
            raise ValueError(
                f"Too many splits={self.n_splits} for number of samples={count} with test_size={size} and"
                f" gap={self.gap}."
            )
        indices = np.arange(count)
        for start in range(count - self.n_splits * size, count, size):
            end = start - self.gap
            begin = end - self.max_train_size if self.max_train_size and self.max_train_size < end else 0
            yield indices[begin:end], indices[start : start + size]


class LeaveOneOut(BaseCrossValidator):
    def _tests(self, X, y, groups):
        count = num_samples(X)
        if count <= 1:
            raise ValueError(f"Cannot perform LeaveOneOut with n_samples={count}.")
        return ([place] for place in range(count))

    def get_n_splits(self, X=None, y=None, groups=None):
        if X is None:
            raise ValueError("The 'X' parameter should not be None.")
        return num_samples(X)


class LeavePOut(BaseCrossValidator):
    def __init__(self, p):
        self.p = p

    def _tests(self, X, y, groups):
        count = num_samples(X)
        if count <= self.p:
            raise ValueError(f"p={self.p} must be strictly less than the number of samples={count}")
        return (list(chosen) for chosen in combinations(range(count), self.p))

    def get_n_splits(self, X=None, y=None, groups=None):
        if X is None:
            raise ValueError("The 'X' parameter should not be None.")
        return comb(num_samples(X), self.p)


class LeaveOneGroupOut(BaseCrossValidator):
    def _tests(self, X, y, groups):
        groups = needed_groups(groups)
        unique = np.unique(groups)
        if len(unique) <= 1:
            raise ValueError(
                f"The groups parameter contains fewer than 2 unique groups ({unique}). LeaveOneGroupOut expects at"
                " least 2."
            )
        return (np.flatnonzero(groups == group) for group in unique.tolist())

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(np.unique(needed_groups(groups)))


class PredefinedSplit(BaseCrossValidator):
    def __init__(self, test_fold):
        self.test_fold = column_or_1d(np.array(test_fold, dtype=int))
        self.unique_folds = np.unique(self.test_fold[self.test_fold != -1])

    def split(self, X=None, y=None, groups=None):
        indices = np.arange(len(self.test_fold))
        for fold in self.unique_folds.tolist():
            yield indices[self.test_fold != fold], indices[self.test_fold == fold]

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(self.unique_folds)


class Repeated(BaseCrossValidator):
    """Folds drawn anew several times."""

    _folds = None

    def __init__(self, n_splits=5, n_repeats=10, random_state=None):
        if not isinstance(n_repeats, numbers.Integral):
            raise ValueError("Number of repetitions must be of Integral type.")
        if n_repeats <= 0:
            raise ValueError("Number of repetitions must be greater than 0.")
        self.n_splits, self.n_repeats, self.random_state = n_splits, n_repeats, random_state

    def split(self, X, y=None, groups=None):
        rng = check_random_state(self.random_state)
        for _ in range(self.n_repeats):
            yield from self._folds(self.n_splits, shuffle=True, random_state=rng).split(X, y, groups)

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits * self.n_repeats


class RepeatedKFold(Repeated):
    _folds = KFold

    def __init__(self, *, n_splits=5, n_repeats=10, random_state=None):
        super().__init__(n_splits, n_repeats, random_state)


class RepeatedStratifiedKFold(Repeated):
    _folds = StratifiedKFold

    def __init__(self, *, n_splits=5, n_repeats=10, random_state=None):
        super().__init__(n_splits, n_repeats, random_state)


class ShuffleSplit(BaseCrossValidator):
    """A part drawn anew for each test."""

    _default_test_size = 0.1

    def __init__(self, n_splits=10, *, test_size=None, train_size=None, random_state=None):
        self.n_splits, self.test_size, self.train_size, self.random_state = (
            n_splits,
            test_size,
            train_size,
            random_state,
        )

    def split(self, X, y=None, groups=None):
        X, y, groups = indexable(X, y, groups)
        yield from self._draws(X, y, groups)

    def _draws(self, X, y, groups):
        count = num_samples(X)
        train, test = split_sizes(count, self.test_size, self.train_size, self._default_test_size)
        rng = check_random_state(self.random_state)
        for _ in range(self.n_splits):
            order = rng.permutation(count)
            yield order[test : test + train], order[:test]

    def get_n_splits(self, X=None, y=None, groups=None):
        return self.n_splits


class GroupShuffleSplit(ShuffleSplit):
    _default_test_size = 0.2

    def __init__(self, n_splits=5, *, test_size=None, train_size=None, random_state=None):
        super().__init__(n_splits, test_size=test_size, train_size=train_size, random_state=random_state)

    def _draws(self, X, y, groups):
        classes, codes = np.unique(needed_groups(groups), return_inverse=True)
        for train, test in super()._draws(classes, None, None):
            yield np.flatnonzero(np.isin(codes, train)), np.flatnonzero(np.isin(codes, test))


class StratifiedShuffleSplit(ShuffleSplit):
    """Both parts have the classes in the shares of the whole."""

    def split(self, X, y, groups=None):
        y = check_array(y, input_name="y", ensure_2d=False, dtype=None)
        yield from super().split(X, y, groups)

    def _draws(self, X, y, groups):
        count = num_samples(X)
        train, test = split_sizes(count, self.test_size, self.train_size, self._default_test_size)
        if y.ndim == 2:
            y = np.array([" ".join(row) for row in y.astype("str")])
        classes, codes = np.unique(y, return_inverse=True)
        counts = np.bincount(codes)
        self._check(classes, counts, train, test)
        members = np.split(np.argsort(codes, kind="mergesort"), np.cumsum(counts)[:-1])
        rng = check_random_state(self.random_state)
        for _ in range(self.n_splits):
            of_train = approximate_mode(counts, train, rng)
            of_test = approximate_mode(counts - of_train, test, rng)
            picked_train, picked_test = [], []
            for place, size in enumerate(counts.tolist()):
                order = members[place][rng.permutation(size)]
                picked_train.append(order[: of_train[place]])
                picked_test.append(order[of_train[place] : of_train[place] + of_test[place]])
            yield rng.permutation(np.concatenate(picked_train)), rng.permutation(np.concatenate(picked_test))

    def _check(self, classes, counts, train, test):
        if counts.min() < 2:
            few = classes[counts < 2].tolist()
            raise ValueError(
                "The least populated classes in y have only 1 member, which is too few. The minimum number of groups "
                f"for any class cannot be less than 2. Classes with too few members are: {few}"
            )
        for name, size in (("train_size", train), ("test_size", test)):
            if size < len(classes):
                raise ValueError(
                    f"The {name} = {size} should be greater or equal to the number of classes = {len(classes)}"
                )


def approximate_mode(counts, draws, rng):
    """How many of `draws` fall to each class, as near to its share as whole numbers are; ties are drawn."""
    shares = counts / counts.sum() * draws
    floored = np.floor(shares)
    needed = int(draws - floored.sum())
    if needed > 0:
        rest = shares - floored
        for value in np.sort(np.unique(rest))[::-1]:
            (tied,) = np.where(rest == value)
            now = min(len(tied), needed)
            floored[rng.choice(tied, size=now, replace=False)] += 1
            needed -= now
            if needed == 0:
                break
    return floored.astype(int)


def split_sizes(count, test_size, train_size, default_test_size=None):
    """How many samples train and how many test."""
    if test_size is None and train_size is None:
        test_size = default_test_size
    for name, size in (("test_size", test_size), ("train_size", train_size)):
        kind = np.asarray(size).dtype.kind
        if kind == "i" and not 0 < size < count or kind == "f" and not 0 < size < 1:
            raise ValueError(
                f"{name}={size} should be either positive and smaller than the number of samples {count} or a float in "
                "the (0, 1) range"
            )
        if size is not None and kind not in "if":
            raise ValueError(f"Invalid value for {name}: {size}")
    test_is_share, train_is_share = (np.asarray(size).dtype.kind == "f" for size in (test_size, train_size))
    if test_is_share and train_is_share and train_size + test_size > 1:
        raise ValueError(
            f"The sum of test_size and train_size = {train_size + test_size}, should be in the (0, 1) range. Reduce "
            "test_size and/or train_size."
        )
    test = None if test_size is None else ceil(test_size * count) if test_is_share else int(test_size)
    train = None if train_size is None else floor(train_size * count) if train_is_share else int(train_size)
    train = count - test if train is None else train
    test = count - train if test is None else test
    if train + test > count:
        raise ValueError(
            f"The sum of train_size and test_size = {train + test}, should be smaller than the number of samples"
            f" {count}. Reduce test_size and/or train_size."
        )
    if train == 0:
        raise ValueError(
            f"With n_samples={count}, test_size={test_size} and train_size={train_size}, the resulting train set will"
            " be empty. Adjust any of the aforementioned parameters."
        )
    return train, test


class Given(BaseCrossValidator):
    """Splits that were worked out elsewhere."""

    def __init__(self, cv):
        self.cv = list(cv)

    def split(self, X=None, y=None, groups=None):
        yield from self.cv

    def get_n_splits(self, X=None, y=None, groups=None):
        return len(self.cv)


def check_cv(cv=5, y=None, *, classifier=False, shuffle=False, random_state=None):
    """A splitter: `cv` folds, with classes in their shares for a classifier."""
    cv = 5 if cv is None else cv
    if isinstance(cv, numbers.Integral):
        stratified = classifier and y is not None and type_of_target(y, input_name="y") in ("binary", "multiclass")
        return (StratifiedKFold if stratified else KFold)(cv, shuffle=shuffle, random_state=random_state)
    if not hasattr(cv, "split") or isinstance(cv, str):
        if not hasattr(cv, "__iter__") or isinstance(cv, str):
            raise ValueError(
                "Expected `cv` as an integer, a cross-validation object (from sklearn.model_selection), or an iterable "
                f"yielding (train, test) splits as arrays of indices. Got {cv}."
            )
        return Given(cv)
    return cv
