"""`DataFrame.apply` and `agg`: a function of each column or each row."""

import numpy as np

from .construct import from_list, is_list_like
from .index import Index


def apply(frame, func, axis, raw, result_type, args, kwargs):
    """What `func` gives for each column (or row), put together."""
    from .frame import DataFrame
    from .series import Series

    if isinstance(func, (str, list, dict)):
        return aggregate(frame, func, axis, args, kwargs)
    if axis == 0:
        labels = frame.columns
        found = [func(column.to_numpy() if raw else column, *args, **kwargs) for _, column in frame.items()]
    else:
        labels = frame.index
        found = [func(row.to_numpy() if raw else row, *args, **kwargs) for _, row in frame.iterrows()]
    if not found:
        return frame.copy()
    first = found[0]
    if isinstance(first, Series):
        if axis == 0:
            from .concatenate import concat

            made = concat(found, axis=1)
            made._columns = labels
            return made
        index = first.index
        same = all(one.index.equals(index) for one in found)
        if not same:
            return DataFrame([one.to_dict() for one in found], index=labels)
        arrays = [from_list([one._values[place] for one in found]) for place in range(len(index))]
        return DataFrame._of(arrays, index, labels)
    if isinstance(first, np.ndarray) and axis == 0 and all(isinstance(one, np.ndarray) and one.shape == (len(frame),) for one in found):
        return DataFrame._of(found, labels, frame.index)
    if result_type == "expand" and is_list_like(first):
        return DataFrame([list(one) for one in found], index=labels)
    return Series(found, index=labels) if not is_list_like(first) else _listed(found, labels)


def _listed(found, labels):
    from .arrays import objects
    from .series import Series

    return Series._of(objects(found), labels)


def aggregate(frame, func, axis, args, kwargs):
    """Functions by name: one, several, or some for each column."""
    from .concatenate import concat
    from .frame import DataFrame
    from .series import Series

    if axis:
        if isinstance(func, str):
            return getattr(frame, func)(*args, axis=1, **kwargs)
        if callable(func):
            return apply(frame, func, 1, False, None, args, kwargs)
        return aggregate(frame.T, func, 0, args, kwargs).T
    if func is None and kwargs:
        return concat([DataFrame({column: [frame[column].agg(one)]}, index=[name]) for name, (column, one) in kwargs.items()])
    if isinstance(func, str):
        found = getattr(frame, func, None)
        if found is None:
            raise AttributeError(f"'{func}' is not a valid function for 'DataFrame' object")
        return found(*args, **kwargs)
    if isinstance(func, dict):
        missing = [label for label in func if label not in frame.columns]
        if missing:
            raise KeyError(f"Label(s) {missing} do not exist")
        found = {label: frame[label].agg(one) for label, one in func.items()}
        if any(isinstance(one, Series) for one in found.values()):
            names = []
            for one in found.values():
                names += [name for name in one.index.tolist() if name not in names]
            return DataFrame({label: one.reindex(Index(names)) for label, one in found.items()})
        return Series(found)
    if is_list_like(func):
        return concat([column.agg(func) for _, column in frame.items()], axis=1)
    return apply(frame, func, 0, False, None, args, kwargs)
