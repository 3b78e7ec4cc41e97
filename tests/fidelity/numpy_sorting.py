# Order: sort, unique, search, sets.
import numpy as np

a = np.array([3, 1, 2, 3, 1])
m = np.array([[3, 1, 2], [6, 5, 4]])
print(np.sort(a), a, np.argsort(a, kind="stable"), np.sort(m, axis=0), np.sort(m, axis=None), np.sort(m)[:, ::-1], np.sort(["b", "a", "C"]))
a2 = a.copy()
a2.sort()
m2 = m.copy()
m2.sort(axis=0)
print(a2, m2, np.argsort(m, axis=1), np.argsort(-a, kind="stable"), np.sort([np.nan, 2, 1]), np.argsort([np.nan, 2.0, 1.0]), np.sort([True, False]))
print(m[m[:, 1].argsort()], m[:, m[0].argsort()], np.lexsort(([1, 2, 1], [3, 3, 1])), np.sort(np.array([2.5, -1.0]))[::-1])
print(np.unique(a), np.unique(a, return_counts=True), np.unique(a, return_index=True), np.unique(a, return_inverse=True), np.unique(["b", "a", "b"]))
values, first, back, counts = np.unique(["x", "y", "x"], return_index=True, return_inverse=True, return_counts=True)
print(values, first, back, counts, values[back], dict(zip(values.tolist(), counts.tolist())))
print(np.unique([[1, 2], [1, 2], [0, 5]], axis=0), np.unique([1.5, np.nan, np.nan]), np.unique(m), np.unique_counts(a))
print(np.searchsorted([1, 3, 5], 3), np.searchsorted([1, 3, 5], [0, 3, 9], side="right"), np.searchsorted([1, 3, 5], 3.5), np.searchsorted([3, 1, 2], 2, sorter=[1, 2, 0]))
print(np.argmax(a), np.argmin(a), np.argmax(m, axis=0), m.argmax(axis=1, keepdims=True), np.argmax([np.nan, 1]), np.argmax([False, True]), np.unravel_index(m.argmax(), m.shape))
print(np.where(a > 1), np.where(a > 1, a, 0), np.where(a > 1, "big", "small"), np.where(m > 2), np.where([True, False], [1, 2], 0.5), np.nonzero(a == 1)[0], np.flatnonzero([0, 1, 1]))
print(np.argwhere(m > 3), np.partition([5, 1, 4, 2, 3], 2)[2], sorted(np.partition([5, 1, 4, 2, 3], 2)[:2].tolist()), np.argpartition([5, 1, 4], 0)[0], np.sort(np.partition(a, -2)[-2:]))
print(np.isin(a, [1, 2]), np.isin(a, [1, 2], invert=True), np.intersect1d(a, [1, 3, 9]), np.union1d([1, 2], [2, 5]), np.setdiff1d(a, [1]), np.setxor1d([1, 2], [2, 3]))
print(np.intersect1d([1, 2, 3], [3, 1], return_indices=True), np.count_nonzero(a == 3), np.any(a > 2), np.all(a > 0), (a == 3).nonzero())
print(np.digitize([0.5, 1.5, 2.5, 1], [1, 2]), np.digitize([1, 2], [1, 2], right=True), np.bincount([0, 1, 1, 3]), np.bincount([0, 1, 1], weights=[0.5, 1, 2]), np.bincount([1], minlength=4))
top = np.argsort(a)[::-1][:2]
print(sorted(a[top].tolist()), max(a), min(a), sorted(a), sum(a), list(reversed(a)), any(a > 2), list(enumerate(a[:2])), list(zip(a[:2], m[0])))
print(np.sort(np.array(["pear", "fig", "apple"])), np.argsort(["b", "a"]), np.sort(np.array([3, 1, 2], dtype=object)), np.sort_complex if False else "", np.trim_zeros([0, 0, 1, 2, 0]))


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: np.sort(a, axis=1))
tried(lambda: np.sort(5))
tried(lambda: np.sort(a, kind="wrong"))
tried(lambda: np.sort(a, order="x"))
tried(lambda: np.sort([1, "a", None]))
tried(lambda: np.searchsorted([1], 1, side="middle"))
tried(lambda: np.where(a > 1, 1))
tried(lambda: np.partition(a, 7))
tried(lambda: np.bincount([-1]))
tried(lambda: np.argmax(m, axis=2))
tried(lambda: np.unique(a, axis=1))
tried(lambda: np.digitize([1], [1, 3, 2]))
tried(lambda: a.sort(axis=3))
tried(lambda: np.where([1, 2], [1, 2, 3], 0))
