//! Hostile shapes, places, types and sizes give numpy's errors or results, and never break the interpreter.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::python::check;

/// Every function with arguments that nobody means; what it says of them does not matter.
const CALLS: &str = r#"
import sys, warnings
import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")
arrays = [
    np.array([]), np.zeros((0, 3)), np.array(5), np.arange(6.0).reshape(2, 3), np.array([[np.nan, np.inf], [-1, 0]]),
    np.array(["a", "b"]), np.array([None, 1]), np.array([True]), np.array([127, -128], np.int8),
    np.array([2**63 - 1, -2**63]), np.array(["NaT", "9999-12-31"], "M8[D]"), np.array([2**62, -2**63], "m8[s]"),
    np.arange(6)[::-2], np.ones((1,) * 5), np.array([2**64 - 1], np.uint64), np.ones((2, 0, 2)), np.eye(3)[:, ::-1],
]
others = [
    0, -1, 3, 10**10, -10**18, 2**63 - 1, -2**63, 2**70, 1.5, float("nan"), float("inf"), None, "x", (), (2,), (-1, -1),
    (10**10, 10**10), [], [0, 1], [10**12], slice(None, None, -1), (0, 0), np.int8(-128), [[]], ("a", 0), lambda *a: 1,
]
names = [
    "array zeros ones full empty eye identity arange linspace logspace geomspace diag tri tril triu vander meshgrid",
    "concatenate stack vstack hstack dstack column_stack array_split split tile roll resize append insert delete",
    "expand_dims flip rot90 moveaxis rollaxis broadcast_to broadcast_shapes pad where ix_ take_along_axis choose compress",
    "unravel_index ravel_multi_index sort partition argsort unique isin intersect1d searchsorted digitize bincount lexsort",
    "diff gradient trapezoid interp convolve correlate outer inner kron cross tensordot einsum cumsum cumprod clip repeat",
    "sum prod max min any all mean std var argmax median average percentile quantile histogram cov corrcoef nansum nanmean",
    "nanmax nanquantile add subtract multiply divide floor_divide remainder power left_shift right_shift maximum arctan2",
    "matmul sqrt log exp reshape ravel squeeze swapaxes transpose take put trace diagonal round datetime64 timedelta64",
    "int8 uint64 float32 polyfit polyval roots frombuffer array2string binary_repr base_repr dot isclose nan_to_num dtype",
]
functions = [getattr(np, name) for line in names for name in line.split()]
functions += [getattr(np.linalg, name) for name in "inv det solve eig eigh svd qr cholesky lstsq pinv norm cond matrix_rank matrix_power slogdet".split()]
random = np.random.RandomState(0), np.random.default_rng(0)
functions += [getattr(each, name) for each in random for name in dir(each) if not name.startswith("_") and name != "bytes"]
count = 0


def tried(function, *args):
    global count
    count += 1
    try:
        found = function(*args)
        repr(found)
    except Exception as error:
        str(error)


for function in functions:
    for one in arrays[::2] + others[::2]:
        tried(function, one)
    for array in arrays:
        for other in others[count % 9 :: 9]:
            tried(function, array, other)
    for one, two in zip(arrays, arrays[3:]):
        tried(function, one, two)
        tried(function, two, one)
    for one in others[::8]:
        for two in others[1::6]:
            tried(function, one, two)
    for one in arrays[::8]:
        for two, three in zip(others[::4], others[1::4]):
            tried(function, one, two, three)
for array in arrays:
    for name in dir(array):
        method = getattr(array.copy(), name)
        if callable(method) and name not in ("setflags", "tofile"):
            for args in [()] + [(other,) for other in others[count % 5 :: 5]] + list(zip(others[::6], others[1::6])):
                tried(method, *args)
    for other in others[::2]:
        tried(lambda: array[other])
        tried(lambda: array[..., other, other])
        tried(lambda: array[other:other:other])
        tried(lambda: array.copy().__setitem__(other, other))
        tried(lambda: array.copy().__setitem__(slice(other, None, other), 1))
        tried(lambda: array ** other)
        tried(lambda: other // array)
        tried(lambda: setattr(array.copy(), "shape", other))
print("survived", count > 10_000)
"#;

#[test]
fn nothing_breaks_the_interpreter() {
    check(CALLS, "survived True\n", 0);
}
