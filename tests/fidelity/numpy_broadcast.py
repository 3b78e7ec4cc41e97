# Broadcasting, and what does not fit.
import numpy as np

m = np.arange(6).reshape(2, 3)
row, column = np.array([10, 20, 30]), np.array([[100], [200]])
print(m + 1, m + row, m + column, row + column, m * row[0], sep="\n")
print((m - m.mean(axis=0)) / m.std(axis=0))
print((m / m.sum(axis=1, keepdims=True)).round(3))
print(np.broadcast_to(row, (2, 3)), np.broadcast_shapes((3, 1), (1, 4)), [x.shape for x in np.broadcast_arrays(row, column)])
points = np.array([[0, 0], [3, 4], [6, 8]])
print(np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1)))
print(np.add.outer([1, 2], [10, 20, 30]), np.subtract.outer(row, row), np.multiply.outer([1, 2], [3, 4]))
print(np.ones((3, 1)) * np.ones(4) == np.ones((3, 4)))
m += 1
m *= 2
m -= column
m //= 3
print(m, m.dtype, -m, +m, abs(m), m % 4, m ** 2, 2 ** np.arange(4), 7 // np.array([2, -2]), 7 % np.array([2, -2]), sep="\n")
print(divmod(np.array([7, -7]), 3), np.divmod(7, 2), np.array([7, -7]) / 2, np.array([1, 2]) @ np.array([3, 4]))
print(~np.array([True, False]), np.array([5, 6]) & 3, np.array([5, 6]) | 3, np.array([5, 6]) ^ 3, np.array([1, 2]) << 2, ~np.array([1, 2]))
print(np.array([1, 2, 3]) == np.array([1, 5, 3]), row > 15, (row > 15) & (row < 25), row == "a", np.array([1, 2]) != [1, 3])
print([1, 2] + np.array([1, 2]), (1, 2) * np.array([3, 4]), 5 - np.array([1, 2]), 1 / np.array([2, 4]), np.array([2.0]) ** 0.5)
print((np.array([1, 2], np.int8) + 1).dtype, (np.array([1], np.int8) + np.array([1], np.uint8)).dtype, (np.float32(1) * 2.5).dtype)
print((np.array([1], np.float32) + 1.5).dtype, (np.array([1]) + 1.5).dtype, (np.array([1], np.float32) + np.array([1])).dtype)
print((np.array([True]) + True).dtype, (np.array([True]) * 2).dtype, np.array([True, True]).sum(), (np.uint8(200) + np.uint8(50)))


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def grow(a, b):
    a += b
    return a


tried(lambda: np.arange(3) + np.arange(4))
tried(lambda: np.ones((2, 3)) * np.ones((3, 2)))
tried(lambda: np.ones((2, 3)) @ np.ones((2, 3)))
tried(lambda: np.arange(3) @ np.arange(4))
tried(lambda: np.arange(3) @ 2)
tried(lambda: np.dot(np.ones((2, 3)), np.ones(2)))
tried(lambda: grow(np.arange(3), 0.5))
tried(lambda: grow(np.arange(3), np.ones((2, 3), int)))
tried(lambda: np.arange(3) + "a")
tried(lambda: np.arange(3) + None)
tried(lambda: np.array(["a"]) + 1)
tried(lambda: np.array([1, 2]) / "2")
tried(lambda: -np.array([True]))
tried(lambda: np.array([True]) - np.array([False]))
tried(lambda: np.array([1.5]) & 1)
tried(lambda: np.array([2]) ** -1)
tried(lambda: np.broadcast_to(np.arange(3), (2, 2)))
tried(lambda: np.broadcast_shapes((2, 3), (4,)))
tried(lambda: bool(np.array([1, 2])))
tried(lambda: np.array([1, 2]) and 1)
tried(lambda: bool(np.array([])))
tried(lambda: int(np.array([1, 2])))
tried(lambda: np.array([1], np.uint8) + 300)
tried(lambda: np.array([1], np.uint8) - 2)
tried(lambda: np.arange(3) < np.arange(4))
tried(lambda: (np.arange(3) == np.arange(4)))
tried(lambda: {}[np.arange(2)])
tried(lambda: np.arange(3).nothing)
tried(lambda: np.arange(3)())
