"""`pandas.testing`: whether two objects are equal, said with an AssertionError."""

import numpy as np


def _close(left, right, rtol, atol):
    if left.dtype.kind == "f" and right.dtype.kind in "fiu":
        return np.allclose(left, right.astype("float64"), rtol=rtol, atol=atol, equal_nan=True)
    from .index import same_values

    return same_values(left, right)


def assert_index_equal(left, right, exact="equiv", check_names=True, obj="Index", **options):
    if not left.equals(right):
        raise AssertionError(f"{obj} are different\n\n{obj} values are different\n[left]:  {left!r}\n[right]: {right!r}")
    if check_names and list(left.names) != list(right.names):
        raise AssertionError(f'{obj} are different\n\nAttribute "names" are different\n[left]:  {left.names}\n[right]: {right.names}')


def assert_series_equal(left, right, check_dtype=True, check_names=True, check_exact=False, rtol=1e-5, atol=1e-8, obj="Series", check_index=True, **options):
    if len(left) != len(right):
        raise AssertionError(f"{obj} are different\n\n{obj} length are different\n[left]:  {len(left)}, {left.index!r}\n[right]: {len(right)}, {right.index!r}")
    if check_index:
        assert_index_equal(left.index, right.index, check_names=check_names, obj=f"{obj}.index")
    if check_dtype and left.dtype != right.dtype:
        raise AssertionError(f'Attributes of {obj} are different\n\nAttribute "dtype" are different\n[left]:  {left.dtype}\n[right]: {right.dtype}')
    if not _close(left._values, right._values, 0 if check_exact else rtol, 0 if check_exact else atol):
        raise AssertionError(f"{obj} are different\n\n{obj} values are different\n[left]:  {left.tolist()}\n[right]: {right.tolist()}")
    if check_names and left.name != right.name:
        raise AssertionError(f'{obj} are different\n\nAttribute "names" are different\n[left]:  {left.name}\n[right]: {right.name}')


def assert_frame_equal(left, right, check_dtype=True, check_names=True, check_exact=False, check_like=False, rtol=1e-5, atol=1e-8, obj="DataFrame", **options):
    if left.shape != right.shape:
        raise AssertionError(f"{obj} are different\n\n{obj} shape mismatch\n[left]:  {left.shape}\n[right]: {right.shape}")
    if check_like:
        left = left.reindex(index=right.index, columns=right.columns)
    assert_index_equal(left.index, right.index, check_names=check_names, obj=f"{obj}.index")
    assert_index_equal(left.columns, right.columns, check_names=check_names, obj=f"{obj}.columns")
    for place, label in enumerate(left.columns.tolist()):
        assert_series_equal(
            left.iloc[:, place], right.iloc[:, place], check_dtype, check_names, check_exact, rtol, atol,
            f'{obj}.iloc[:, {place}] (column name="{label}")', check_index=False,
        )
