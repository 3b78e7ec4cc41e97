"""Assertions about arrays."""

import numpy as np


def _fail(what, actual, desired, err_msg):
    raise AssertionError(f"\n{what}\n{err_msg}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True):
    if not np.allclose(actual, desired, rtol, atol, equal_nan):
        _fail(f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}", actual, desired, err_msg)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    if not np.array_equal(actual, desired, equal_nan=True):
        _fail("Arrays are not equal", actual, desired, err_msg)


assert_equal = assert_array_equal


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    if not np.all(np.abs(np.asarray(desired) - actual) < 1.5 * 10.0 ** (-decimal)):
        _fail(f"Arrays are not almost equal to {decimal} decimals", actual, desired, err_msg)


assert_array_almost_equal = assert_almost_equal


def assert_raises(error, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except error:
        return
    raise AssertionError(f"{error.__name__} not raised")
