# Indexing: numbers, slices, lists, masks; what is a view and what is a copy.
import numpy as np

a = np.arange(10) ** 2
print(a[0], a[-1], a[2:5], a[::-1], a[::3], a[:-2], a[5:2], a[[1, 3, -1]], a[a > 20], a[-3:])
m = np.arange(12).reshape(3, 4)
print(m[1, 2], m[1][2], m[-1], m[:, 1], m[1:, :2], m[::2, ::-1], m[[0, 2]], m[[0, 1], [1, 3]], m[..., -1], sep="\n")
print(m[:, [0, 2]], m[np.ix_([0, 2], [1, 3])], m[m % 2 == 0], m[:, m.sum(axis=0) > 14], sep="\n")
print(m[np.newaxis].shape, m[:, np.newaxis, :].shape, m[:, None].shape, a[:, None].shape, m[None, ..., None].shape)
v = m[:2, :2]
v[0, 0] = 99
print(m[0, 0], v.base is m, np.shares_memory(m, v))
c = m[[0, 1]]
c[0, 0] = -1
print(m[0, 0])
m[0] = 0
m[:, 1] = [7, 8, 9]
m[m == 5] = -5
m[1:, 2:] *= 10
m[[0, 2], [0, 3]] = 55, 66
print(m)
m[...] = 3
m[2, :] += np.arange(4)
print(m)
a[a > 50] = 0
a[:3] = [100, 101, 102]
a[[0, 0]] += 1
print(a)
mask = np.array([True, False, True])
print(m[mask], m[~mask], m[mask, 1], m[:, mask.tolist() + [False]].shape)
mask2 = np.zeros_like(m, dtype=bool)
mask2[1, 1] = True
m[mask2] = 1000
print(m, mask2.any(), mask2.sum())
r = np.arange(6)
r2 = r.reshape(2, 3)
r2[0, 0] = 10
t = r2.T
t[2, 1] = 50
f = r2.ravel()
f[1] = 11
g = r2.flatten()
g[2] = 12
print(r, r2, sep="\n")
for row in r2:
    row *= 2
print(r2, [x for x in r], [int(x) for row in r2 for x in row])
print(3 in r, 22 in r, r.take([0, -1]), np.take(r2, [0, 2], axis=1), np.take_along_axis(r2, np.argsort(-r2, axis=1), axis=1))
x = np.arange(5)
x[1:4] = x[0:3]
print(x, x[np.array([0, 1])], x[()], x[np.int64(2)], x[slice(1, 3)])
y = np.zeros(5)
y[2] = np.int64(3)
y[-1] = True
y[np.array([0, 1])] = "7"
print(y, y[1:2].item(), np.delete(y, 1), np.insert(y, 1, 9.5), np.append(y, [1, 2]))
np.put(x, [0, 4], [-1, -2])
np.fill_diagonal(r2, 0)
np.place(y, y == 0, [5, 6])
print(x, r2, y, np.extract(x > 0, x), np.choose([0, 1, 0], [[1, 2, 3], [4, 5, 6]]), np.compress([True, False, True], x[:3]))
for at, value in np.ndenumerate(np.array([[1, 2], [3, 4]])):
    print(at, value)
print(list(np.ndindex(2, 2)), np.unravel_index(5, (2, 3)), np.ravel_multi_index((1, 2), (2, 3)), np.argwhere(r2 > 0).tolist())
z = np.arange(8).reshape(2, 2, 2)
print(z[1, ..., 0], z[:, 0], z[z > 3], z[[1, 0], :, [0, 1]], z[0, [True, False]], z.flat[5], list(z.flat)[:3])
z.flat[::2] = -1
print(z.tolist())
names = np.array(["Bob", "Joe", "Bob"])
data = np.arange(6).reshape(3, 2)
print(data[names == "Bob"], data[names != "Bob", 1], data[(names == "Bob") | (names == "Joe")].shape)


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def put(where, value, to=None):
    (np.arange(3) if to is None else to)[where] = value


tried(lambda: a[10])
tried(lambda: a[-11])
tried(lambda: data[3, 0])
tried(lambda: data[0, 5])
tried(lambda: data[0, 0, 0])
tried(lambda: a[1.0])
tried(lambda: a["x"])
tried(lambda: a[[1, 20]])
tried(lambda: a[np.array([True, False])])
tried(lambda: data[[0, 1, 2], [0, 1]])
tried(lambda: put(0, [1, 2]))
tried(lambda: put(slice(None), [1, 2]))
tried(lambda: put(0, "x"))
tried(lambda: put(5, 1))
tried(lambda: put([True, False, True], [1, 2, 3]))
tried(lambda: put(0, 300, np.zeros(1, np.int8)))
tried(lambda: np.array(5)[0])
tried(lambda: len(np.array(5)))
tried(lambda: a[::0])
tried(lambda: put(0, 1, np.broadcast_to(1, 3)))
tried(lambda: np.array(3).item(2))
