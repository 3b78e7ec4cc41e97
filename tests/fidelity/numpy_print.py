# How arrays look.
import numpy as np

for a in (
    np.array([1, -2, 30]), np.array([1.0, 2.5, -3.25]), np.array([1e10, 1.0]), np.array([1e-10, 1.0]), np.array([1e20]),
    np.array([1e-5, 1e5]), np.array([123456789.123, 0.5]), np.array([0.1, 0.12345678912345]), np.array([np.nan, 1, np.inf]),
    np.array([-np.inf, -0.0]), np.array([True, False]), np.array(["a", "longer"]), np.array(["it's", 'a "q"']),
    np.array([1.0, 2.0]), np.array([100000000.0]), np.array([1e16]), np.array([1.0, 1000.0, 100000.0]),
    np.array([1, 2], dtype=np.int8), np.array([1.5], dtype=np.float32), np.array([0.1], dtype=np.float32),
    np.array([1 / 3] * 3), np.array([1 / 3, 100.0]), np.array([[1.5, 2], [300, 4]]), np.arange(24).reshape(2, 3, 4),
    np.array([]), np.zeros((0, 3)), np.zeros((2, 0)), np.array(3), np.array(2.5), np.array("text"), np.array([[True], [False]]),
    np.array([None, 1, "a", 2.5, [1, 2]], dtype=object), np.array([2**62, -1]), np.array([1, 2], dtype=np.uint64),
    np.arange(30), np.arange(30) / 7, np.arange(1001), np.arange(2000).reshape(2, 1000), np.arange(10000).reshape(100, 100),
    np.linspace(0, 1, 1500), np.zeros((40, 30)), np.array(["word"] * 20), np.full((3, 3), np.nan), np.array([[1e-3, 1e3]]),
    np.array([1e100, 1e-100]), np.random.RandomState(0).randn(3, 3), np.random.RandomState(0).randn(12) * 1e6,
    np.float64([1, 2]), np.array([12345678, 0.001]), np.array([0.00001]),
):
    print(a)
    print(repr(a))
print([np.float64(1.5), np.int64(2), np.bool_(True), np.str_("a"), np.float32(0.1)], (np.int8(3),), {"k": np.float64(0.1)})
print(np.float64(1e22), np.float64(1e-7), np.float64(123456789012345680), np.float32(1 / 3), np.float64("nan"))
np.set_printoptions(precision=3, suppress=True)
print(np.array([1 / 3, 1e-10, 12345.6789]))
print(np.array([1e-10, 1e10]))
np.set_printoptions(precision=8, suppress=False)
with np.printoptions(precision=2, linewidth=30, threshold=5, edgeitems=2):
    print(np.arange(20) / 3)
    print(np.arange(20).reshape(4, 5))
    print(repr(np.arange(7)))
with np.printoptions(formatter={"float_kind": lambda x: f"{x:.1f}%"}):
    print(np.array([1.234, 50.0]))
with np.printoptions(sign="+", floatmode="fixed", precision=2):
    print(np.array([1.0, -2.5]), np.array([1 / 3]))
with np.printoptions(nanstr="-", infstr="oo"):
    print(np.array([np.nan, np.inf, 1.0]))
print(np.array2string(np.arange(4) / 3, precision=2, separator=", "), np.array2string(np.arange(3), prefix="x = "))
print(np.array2string(np.array([1.5, 2.5]), formatter={"float_kind": "{:.3f}".format}), np.array_str(np.arange(3)), np.array_repr(np.arange(2)))
print(f"{np.arange(3)} {np.mean([1, 2]):.2f} {np.array(2.5):.1f}", "%s %d %.2f" % (np.arange(2), np.int64(3), np.float64(2)))
print(np.get_printoptions()["precision"], np.get_printoptions()["threshold"])
print(np.array_repr(np.array([1.23456]), precision=2), np.array_str(np.array([1.23456]), precision=2))
print(np.format_float_positional(0.1 + 0.2, precision=3), np.format_float_scientific(12345.678, precision=2))
print(np.base_repr(10, 2), np.binary_repr(5, 8))
