# Single numbers: types, warnings, formats.
import json
import math
import warnings

import numpy as np

f, i, b, s = np.float64(2.5), np.int64(7), np.bool_(True), np.str_("text")
print(f, i, b, s, repr(f), repr(i), repr(b), repr(s), type(f), type(i).__name__, type(b), type(s))
for x in (f, i, b, s):
    print([isinstance(x, kind) for kind in (float, int, bool, str, np.number, np.integer, np.floating, np.generic, np.bool_)])
for found in (
    f + 1, f * i, i + 1, i / 2, i // 2, i % 4, -i, abs(np.int8(-5)), i**2, 2**i, f**0.5, i + 0.5, 1 + i, 1.5 * i, b + 1, b & False, ~b, not b, i == 7, i > f, f == 2.5,
    i << 1, i & 3, np.int8(100) + 27, np.float32(1) + 1, np.float32(0.1) + np.float64(0.1), np.int32(1) + np.int64(1), divmod(i, 2), round(f), round(np.float64(2.567), 2), round(i),
    int(f), float(i), bool(i), math.sqrt(i), math.floor(f), max(i, 3), sum([f, i]), f.is_integer(), f.item(), type(i.item()), i.bit_count() if hasattr(i, "bit_count") else 3, s + "!", s.upper(), len(s),
    hash(i) == hash(7), hash(f) == hash(2.5), {np.int64(1): "a"}[1], [10, 20, 30][np.int64(1)], list(range(np.int64(2))), "ab" * np.int64(2), i.shape, i.ndim, f.astype(int), i.astype(float),
    np.int64("5"), np.float64("1.5"), np.float64(3), np.int64(3.9), np.bool_(0), np.int64(), np.float32(3.14159), np.uint8(255), np.array(5) + 1, np.array(2.0) * 3, np.float64(1) / 3, np.int64(10) / np.int64(4),
    i.max(), f.mean(), f.round(1), np.float64(0.1) + np.float64(0.2), np.float64(1e300) * 10, np.isclose(f, 2.5), f in (2.5, 3), np.float64(5).as_integer_ratio(), complex(f), f.real, f.imag, f.conjugate(),
):
    print(repr(found), type(found).__name__)
print(f"{f:.3f} {i:05d} {f:8.2f}| {f:<8}| {f:.1%} {i:,} {np.int64(1234567):,} {f:e} {s:>6} {b} {i:x} {np.float32(0.1):.3f} {np.float32(0.1)}", "%.2f %d %s" % (f, i, b), "{:.2f} {}".format(f, i), str(f), format(f, ".4f"))
print(json.dumps({"f": f, "l": [np.float64(0.1)]}), json.dumps(float(np.float32(0.5))), json.dumps(np.arange(3).tolist()), json.dumps({"s": s}))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(np.float64(1) / 0, np.float64(0) / 0, np.int64(1) / 0, np.int64(1) // 0, np.array([1, 0, -1]) / 0, np.array([1]) // 0, np.array([1]) % 0, np.float64(1) % 0)
    print(np.sqrt(-1), np.log(0), np.log([-1.0]), np.exp(1000), np.float64(1e308) * 10, np.inf - np.inf, np.array([np.inf]) - np.inf, np.arcsin(2))
    print(np.int8(127) + np.int8(1), np.uint8(255) + np.uint8(1), np.array([127], np.int8) + np.array([1], np.int8), np.int64(2**62) * 4, np.array([np.nan]).astype(int)[0] < 0, np.float32(1e38) * 10)
    print(np.array([2**63 - 1]) + 1, np.abs(np.array([-128], np.int8)), np.array([1.0, 2.0]) / np.array([0, 1]), np.power(10.0, 400), np.array([200]).astype(np.int8), np.nan == np.nan, np.nan in [np.nan], np.sum([np.inf, -np.inf]))
    for each in caught:
        print(each.category.__name__, each.message)
with np.errstate(divide="ignore", invalid="ignore"):
    print(np.array([1, 0]) / 0, np.geterr()["divide"], np.geterr())
old = np.seterr(all="ignore")
print(old, np.log(0))
np.seterr(**old)


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def strict():
    with np.errstate(all="raise"):
        return np.array([1.0]) / 0


tried(strict)
tried(lambda: json.dumps(i))
tried(lambda: json.dumps(b))
tried(lambda: json.dumps(np.arange(3)))
tried(lambda: json.dumps(np.float32(1)))
tried(lambda: np.uint8(256))
tried(lambda: np.uint8(-1))
tried(lambda: np.int8(200))
tried(lambda: np.int64("a"))
tried(lambda: np.float64("a"))
tried(lambda: np.uint8(200) + 100)
tried(lambda: np.int64(2**63))
tried(lambda: i + "a")
tried(lambda: f + None)
tried(lambda: i[0])
tried(lambda: i.nothing)
tried(lambda: range(f))
tried(lambda: np.array([1, 2, 3]).append(4))
tried(lambda: np.dtype("nothing"))
tried(lambda: np.array([1], dtype="bad"))
tried(lambda: np.array([1, 2], dtype=int, bad=1))
tried(lambda: np.int64(7) == "a")
tried(lambda: f"{np.arange(2):.2f}")
tried(lambda: f"{i:.2f} {f:d}")
