"""Two frames by the values that they share."""

import _pandas
import numpy as np

from .arrays import StrArray, as_objects, concat as concat_arrays, factorize, take_fill
from .categorical import Categorical
from .construct import is_list_like
from .errors import MergeError
from .frame import DataFrame
from .index import Index, RangeIndex, ensure_index
from .keys import combined
from .multi import MultiIndex
from .series import Series

_HOW = ("left", "right", "inner", "outer", "cross")


def merge(left, right, how="inner", on=None, left_on=None, right_on=None, left_index=False, right_index=False, sort=False, suffixes=("_x", "_y"), copy=None, indicator=False, validate=None):
    """The rows of both whose keys are equal; with `how`, also those of one that match none."""
    left, right = _framed(left), _framed(right)
    if how not in _HOW:
        raise ValueError(f"'{how}' is not a valid Merge type: left, right, inner, outer, left_anti, right_anti, cross, asof")
    if how == "cross":
        return _cross(left, right, suffixes)
    left_keys, right_keys = _keys(left, right, on, left_on, right_on, left_index, right_index)
    left_arrays = _key_arrays(left, left_keys, left_index)
    right_arrays = _key_arrays(right, right_keys, right_index)
    _check_types(left_arrays, right_arrays, left_keys)
    left_codes, right_codes, count = _codes(left_arrays, right_arrays, sort or how == "outer")
    if validate is not None:
        _validate(left_codes, right_codes, validate)
    left_at, right_at = _pandas.join(left_codes, right_codes, count, how, sort)
    return _assembled(left, right, left_at, right_at, left_keys, right_keys, left_index, right_index, how, suffixes, indicator)


def _framed(obj):
    if isinstance(obj, Series):
        if obj.name is None:
            raise ValueError("Cannot merge a Series without a name")
        return obj.to_frame()
    if not isinstance(obj, DataFrame):
        raise TypeError(f"Can only merge Series or DataFrame objects, a {type(obj)} was passed")
    return obj


def _listed(key):
    return list(key) if isinstance(key, (list, Index)) else [key]


def _keys(left, right, on, left_on, right_on, left_index, right_index):
    if on is not None and (left_on is not None or right_on is not None):
        raise MergeError('Can only pass argument "on" OR "left_on" and "right_on", not a combination of both.')
    if on is not None:
        if left_index or right_index:
            raise MergeError('Can only pass argument "on" OR "left_index" and "right_index", not a combination of both.')
        left_keys = right_keys = _listed(on)
    elif left_index and right_index:
        left_keys = right_keys = None
    elif left_on is not None or right_on is not None or left_index or right_index:
        left_keys = None if left_index else _listed(left_on)
        right_keys = None if right_index else _listed(right_on)
        if left_on is None and not left_index:
            raise MergeError('Must pass "left_on" OR "left_index".')
        if right_on is None and not right_index:
            raise MergeError('Must pass "right_on" OR "right_index".')
        if left_keys is not None and right_keys is not None and len(left_keys) != len(right_keys):
            raise ValueError("len(right_on) must equal len(left_on)")
    else:
        left_keys = [label for label in left.columns.tolist() if label in right.columns]
        if not left_keys:
            raise MergeError(
                "No common columns to perform merge on. "
                f"Merge options: left_on={left_on}, right_on={right_on}, left_index={left_index}, right_index={right_index}"
            )
        right_keys = left_keys
    return left_keys, right_keys


def _key_arrays(frame, keys, by_index):
    if by_index:
        index = frame.index
        return [index._level_array(number) for number in range(index.nlevels)] if index.nlevels > 1 else [index._values]
    found = []
    for key in keys:
        if is_list_like(key) and not isinstance(key, tuple):
            found.append(ensure_index(key)._values)
        elif key in frame.columns:
            found.append(frame[key]._values)
        elif key in frame.index.names and key is not None:
            found.append(frame.index.get_level_values(key)._values)
        else:
            raise KeyError(key)
    return found


def _check_types(lefts, rights, keys):
    for place, (left, right) in enumerate(zip(lefts, rights)):
        text = isinstance(left, StrArray), isinstance(right, StrArray)
        number = left.dtype.kind in "iuf", right.dtype.kind in "iuf"
        if (text[0] and number[1]) or (text[1] and number[0]):
            key = keys[place] if keys else None
            raise ValueError(
                f"You are trying to merge on {left.dtype} and {right.dtype} columns for key '{key}'. "
                "If you wish to proceed you should use pd.concat"
            )


def _codes(lefts, rights, sort):
    """Numbers for the keys of both sides, equal where the keys are."""
    codes, sizes = [], []
    cut = len(lefts[0])
    for left, right in zip(lefts, rights):
        if isinstance(left, Categorical):
            left = left._dense()
        if isinstance(right, Categorical):
            right = right._dense()
        code, uniques = factorize(concat_arrays([left, right]), sort=sort, dropna=False)
        codes.append(code)
        sizes.append(len(uniques))
    numbers = combined(codes, sizes)
    if len(codes) > 1:
        if sort:
            uniques, numbers = np.unique(numbers, return_inverse=True)
            count = len(uniques)
        else:
            numbers, firsts = _pandas.factorize_codes(numbers)
            count = len(firsts)
    else:
        count = sizes[0]
    return numbers[:cut], numbers[cut:], count


def _validate(left, right, rule):
    names = {"1:1": "one_to_one", "1:m": "one_to_many", "m:1": "many_to_one", "m:m": "many_to_many"}
    rule = names.get(rule, rule)
    if rule not in names.values():
        raise ValueError(f'"{rule}" is not a valid argument. Valid arguments are:')
    twice = len(np.unique(left)) != len(left), len(np.unique(right)) != len(right)
    kind = rule.replace("_", "-")
    if rule == "one_to_one" and all(twice):
        raise MergeError("Merge keys are not unique in either left or right dataset; not a one-to-one merge")
    if rule in ("one_to_one", "one_to_many") and twice[0]:
        raise MergeError(f"Merge keys are not unique in left dataset; not a {kind} merge")
    if rule in ("one_to_one", "many_to_one") and twice[1]:
        raise MergeError(f"Merge keys are not unique in right dataset; not a {kind} merge")


def _suffixed(left_labels, right_labels, suffixes):
    if isinstance(suffixes, (set, dict)) or len(suffixes) != 2:
        raise TypeError(f"Passing 'suffixes' as a {type(suffixes)}, is not supported. Provide 'suffixes' as a tuple instead.")
    shared = set(left_labels) & set(right_labels)
    if shared and not any(suffixes):
        raise ValueError(f"columns overlap but no suffix specified: {Index([one for one in left_labels if one in shared])!r}")
    return [
        [f"{label}{suffix}" if label in shared and suffix else label for label in labels]
        for labels, suffix in zip((left_labels, right_labels), suffixes)
    ]


def _assembled(left, right, left_at, right_at, left_keys, right_keys, left_index, right_index, how, suffixes, indicator):
    same = set()
    if left_keys is not None and right_keys is not None:
        same = {one for one, other in zip(left_keys, right_keys) if not is_list_like(one) and one == other and one in left.columns}
    right_labels = [label for label in right.columns.tolist() if label not in same]
    names = _suffixed(left.columns.tolist(), right_labels, suffixes)
    arrays = []
    for place, label in enumerate(left.columns.tolist()):
        values = left._arrays[place]
        if label in same and (left_at < 0).any():
            arrays.append(_either(values, right[label]._values, left_at, right_at))
        elif left_keys is not None and right_index and label in left_keys and (left_at < 0).any():
            arrays.append(_either(values, right.index._values, left_at, right_at))
        else:
            arrays.append(take_fill(values, left_at))
    for label in right_labels:
        values = right[label]._values
        if left_index and right_keys is not None and label in right_keys and (right_at < 0).any():
            arrays.append(_either(left.index._values, values, left_at, right_at))
        else:
            arrays.append(take_fill(values, right_at))
    columns = _labels(left, right, names)
    index = _index(left, right, left_at, right_at, left_index, right_index, how)
    found = DataFrame._of(arrays, columns, index)
    if indicator:
        codes = np.where(left_at < 0, 1, np.where(right_at < 0, 0, 2))
        found["_merge" if indicator is True else indicator] = Categorical.from_codes(codes, Index(["left_only", "right_only", "both"]))
    return found


def _labels(left, right, names):
    listed = names[0] + names[1]
    if left.columns.nlevels > 1 or not listed:
        return Index(listed) if listed else left.columns
    return Index(listed, name=left.columns.name if left.columns.name == right.columns.name else None)


def _either(left, right, left_at, right_at):
    """The key of a row: the left one where there is one."""
    joined = concat_arrays([left, right])
    return joined[np.where(left_at >= 0, left_at, right_at + len(left))]


def _index(left, right, left_at, right_at, left_index, right_index, how):
    if left_index and right_index:
        if left.index.nlevels > 1:
            return (left.index if (left_at >= 0).all() else right.index)[left_at if (left_at >= 0).all() else right_at]
        values = _either(left.index._values, right.index._values, left_at, right_at)
        if isinstance(left.index, RangeIndex) and len(values) == len(left.index) and (values == left.index._values).all():
            return left.index
        return Index._over(values, left.index.name if left.index.name == right.index.name or how == "left" else None if how != "right" else right.index.name)
    if left_index:
        return right.index._take_fill(right_at)
    if right_index:
        return left.index._take_fill(left_at)
    return RangeIndex(len(left_at))


def _cross(left, right, suffixes):
    left_at = np.repeat(np.arange(len(left)), len(right))
    right_at = np.tile(np.arange(len(right)), len(left))
    names = _suffixed(left.columns.tolist(), right.columns.tolist(), suffixes)
    arrays = [values[left_at] for values in left._arrays] + [values[right_at] for values in right._arrays]
    return DataFrame._of(arrays, Index(names[0] + names[1]), RangeIndex(len(left_at)))


def join(left, other, on, how, lsuffix, rsuffix, sort):
    """Columns of others, by the labels of the rows."""
    if isinstance(other, (list, tuple)):
        if on is not None:
            raise ValueError("Joining multiple DataFrames only supported for joining on index")
        found = left
        for one in other:
            found = join(found, one, None, how, lsuffix, rsuffix, sort)
        return found
    other = _framed(other) if not isinstance(other, Series) or other.name is not None else _unnamed()
    shared = [label for label in left.columns.tolist() if label in other.columns]
    if shared and not lsuffix and not rsuffix:
        raise ValueError(f"columns overlap but no suffix specified: {Index(shared)!r}")
    return merge(left, other, how=how, left_on=on, left_index=on is None, right_index=True, suffixes=(lsuffix, rsuffix), sort=sort)


def _unnamed():
    raise ValueError("Other Series must have a name")


def merge_asof(*arguments, **options):
    raise NotImplementedError("merge_asof is not carried here")
