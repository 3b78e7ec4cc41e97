# Splits: the very samples for a seed.
import numpy as np
import pandas as pd
from sklearn.model_selection import (
    GroupKFold,
    GroupShuffleSplit,
    KFold,
    LeaveOneGroupOut,
    LeaveOneOut,
    LeavePOut,
    PredefinedSplit,
    RepeatedKFold,
    RepeatedStratifiedKFold,
    ShuffleSplit,
    StratifiedKFold,
    StratifiedShuffleSplit,
    TimeSeriesSplit,
    check_cv,
    train_test_split,
)

X = np.arange(24).reshape(12, 2)
y = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
groups = np.array([1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 5])
print(train_test_split(np.arange(10), test_size=0.2, random_state=42))
for options in (
    {},
    {"test_size": 0.25},
    {"test_size": 3},
    {"train_size": 0.5},
    {"train_size": 4, "test_size": 2},
    {"shuffle": False},
    {"stratify": y, "test_size": 0.5},
    {"stratify": y, "train_size": 6, "test_size": 4},
):
    seed = {} if options.get("shuffle") is False else {"random_state": 1}
    a, b, c, d = train_test_split(X, y, **options, **seed)
    print(a[:, 0].tolist(), b[:, 0].tolist(), c, d)
frame = pd.DataFrame({"x": range(5), "y": list("abcde")}, index=[10, 20, 30, 40, 50])
train, test = train_test_split(frame, test_size=2, random_state=0)
print(train, test, sep="\n")
print(train_test_split(list("abcdef"), random_state=3))
for splitter in (
    KFold(3),
    KFold(n_splits=4, shuffle=True, random_state=42),
    StratifiedKFold(2),
    StratifiedKFold(n_splits=2, shuffle=True, random_state=0),
    GroupKFold(3),
    ShuffleSplit(2, test_size=0.25, random_state=0),
    StratifiedShuffleSplit(n_splits=2, test_size=0.5, random_state=7),
    GroupShuffleSplit(2, test_size=0.4, random_state=1),
    TimeSeriesSplit(3),
    TimeSeriesSplit(n_splits=2, max_train_size=3, test_size=2, gap=1),
    LeaveOneGroupOut(),
    RepeatedKFold(n_splits=3, n_repeats=2, random_state=5),
    RepeatedStratifiedKFold(n_splits=2, n_repeats=2, random_state=5),
    PredefinedSplit([0, 0, 1, 1, -1, -1, 0, 1, 0, 1, 0, 1]),
):
    print(splitter, splitter.get_n_splits(X, y, groups))
    for train, test in splitter.split(X, y, groups):
        print("  ", train.tolist(), test.tolist())
print(LeaveOneOut().get_n_splits(X), len(list(LeavePOut(2).split(X[:5]))), next(iter(LeaveOneOut().split(X)))[1])
print(check_cv(3, y, classifier=True), check_cv(None), check_cv(KFold(2)).n_splits)
for attempt in (
    lambda: KFold(1),
    lambda: KFold(2.5),
    lambda: KFold(3, random_state=1),
    lambda: list(KFold(20).split(X)),
    lambda: list(StratifiedKFold(7).split(X, y)),
    lambda: list(StratifiedKFold(2).split(X, y + 0.5)),
    lambda: list(GroupKFold(2).split(X, y)),
    lambda: list(TimeSeriesSplit(12).split(X)),
    lambda: list(ShuffleSplit(test_size=1.5).split(X)),
    lambda: train_test_split(X, train_size=0.8, test_size=0.5),
    lambda: train_test_split(X[:1]),
    lambda: check_cv("five"),
):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
train_test_split(X, y, stratify=y, shuffle=False)
