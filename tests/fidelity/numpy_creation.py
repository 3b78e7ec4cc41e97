# Arrays from nothing, from lists, and their types.
import numpy as np

a = np.array([1, 2, 3])
print(a, a.dtype, a.shape, a.ndim, a.size, a.itemsize, a.nbytes)
print(type(a), type(a[0]), len(a))
for made in (
    np.zeros(3), np.ones((2, 3)), np.zeros((2, 2), dtype=int), np.full((2, 2), 7), np.full(3, 1.5), np.full(2, "ab"),
    np.eye(3), np.eye(2, 3, k=1), np.identity(2, dtype=int), np.arange(5), np.arange(2, 10, 3), np.arange(0, 1, 0.25),
    np.arange(5, 0, -2), np.arange(3.0), np.linspace(0, 1, 5), np.linspace(0, 10, 4, endpoint=False),
    np.linspace(1, 2, 3, dtype=int), np.logspace(0, 3, 4), np.geomspace(1, 1000, 4), np.diag([1, 2, 3]),
    np.diag(np.arange(9).reshape(3, 3)), np.tri(3), np.tril(np.ones((3, 3))), np.triu(np.arange(9).reshape(3, 3), 1),
    np.vander([1, 2, 3]), np.zeros((0, 3)), np.array([]), np.empty(0), np.array(5), np.array([[1, 2], [3, 4.5]]),
    np.array([True, False]), np.array(["a", "bcd"]), np.array([1, "a", 2.5]), np.array([1, None]), np.array([1, True]),
    np.array((1, 2, 3), dtype=np.float32), np.array([1.7, -1.7]).astype(int), np.array(["1", "2"]).astype(float),
    np.array([1, 2, 3], ndmin=2), np.array([0, 1, 2]).astype(bool), np.zeros(2, dtype="U5"), np.ones(2, dtype=bool),
    np.fromfunction(lambda i, j: i + j, (2, 3)), np.fromiter((x * x for x in range(4)), dtype=int),
    np.array(range(4)), np.array({"a": 1}), np.array([2**40]), np.array([300, 200], dtype=np.int16),
    np.array([1, 2]).astype("float32"), np.array([1.5]).astype(str), np.array([[]]), np.linspace(5, 6, 1),
):
    print(repr(made), made.dtype, made.shape)
a = np.array([[1, 2], [3, 4]], dtype=np.float64)
print(np.zeros_like(a), np.ones_like(a, dtype=int), np.full_like(a, 9), np.empty_like(a).shape)
print(np.linspace(0, 1, 3, retstep=True))
print(np.linspace([0, 10], [1, 20], 3))
xx, yy = np.meshgrid([1, 2, 3], [10, 20])
print(xx, yy, sep="\n")
print([g.shape for g in np.meshgrid(np.arange(2), np.arange(3), indexing="ij")])
print(np.indices((2, 2)))
print(np.dtype("int32"), repr(np.dtype(float)), np.dtype("U3"), np.dtype("f4").name, np.dtype(bool).kind, np.dtype("int8").itemsize)
print(np.dtype(int) == "int64", np.float64 == np.dtype("float64"), a.dtype == float, np.dtype("<f8"), a.dtype.str)
print(np.iinfo(np.int8), np.iinfo("int64").max, np.finfo(float).eps, np.finfo(np.float32).max, np.iinfo(np.uint8).max)
print(np.result_type(np.int32, np.float32), np.promote_types("int8", "uint8"), np.can_cast(np.int64, np.int32))
print(np.issubdtype(np.int32, np.integer), np.issubdtype(float, np.floating), np.issubdtype(a.dtype, np.number))
b = np.asarray(a)
c = np.array(a)
d = a.copy()
b[0, 0] = 100
print(b is a, a[0, 0], c[0, 0], d[0, 0], np.shares_memory(a, b), np.may_share_memory(a, c))
print(a.flags["C_CONTIGUOUS"], a.T.flags.f_contiguous, a.strides, a.T.strides, a.base is None, a[0].base is a)
print(a.flags)
print(a.tolist(), a[0].tolist(), np.array(3).item(), a.item(1, 1), a.astype(int).tolist())
print(np.array([[1, 2], [3, 4]], order="F").flags.f_contiguous, np.zeros((2, 3), order="F").strides)
print(np.ones((2, 3), order="F").strides, np.full((2, 3), 1, order="F").strides, np.empty((2, 3), order="F").strides)
print(np.asarray([[1, 2, 3]], order="F").flags.f_contiguous, np.array(a, copy=True) is a, np.asfortranarray(a).strides)
print(np.frombuffer(b"\x01\x02\x03", dtype=np.uint8), np.array([1, 2], dtype=np.int16).tobytes())
