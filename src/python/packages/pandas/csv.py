"""Reading and writing CSV; the fields are split and their types found by `_pandas`."""

import _pandas
import numpy as np

from .arrays import MaskedArray, StrArray, as_objects
from .construct import array_of, is_list_like
from .dates import DatetimeArray, TimedeltaArray
from .dtypes import CategoricalDtype, is_str, pandas_dtype
from .errors import EmptyDataError, ParserError
from .fill import NOT_GIVEN
from .frame import DataFrame
from .index import Index, RangeIndex
from .missing import isna_array, nan
from .multi import MultiIndex
from .settings import options


def _text(source, encoding, errors="strict"):
    """The whole text of a path or an open file."""
    if hasattr(source, "read"):
        found = source.read()
        return found.decode(encoding or "utf-8", errors) if isinstance(found, bytes) else found
    path = str(source)
    if path.startswith(("http://", "https://", "s3://", "ftp://")):
        raise NotImplementedError(f"no file is fetched over the network here: {path}")
    if path.endswith((".gz", ".zip", ".bz2", ".xz")):
        raise NotImplementedError("compressed files are not carried here")
    with open(path, "rb") as file:
        data = file.read()
    text = data.decode(encoding or "utf-8", errors)
    return text[1:] if text.startswith("\ufeff") else text


def read_csv(
    filepath_or_buffer, *, sep=NOT_GIVEN, delimiter=None, header="infer", names=NOT_GIVEN, index_col=None, usecols=None,
    dtype=None, engine=None, converters=None, true_values=None, false_values=None, skipinitialspace=False, skiprows=None,
    skipfooter=0, nrows=None, na_values=None, keep_default_na=True, na_filter=True, skip_blank_lines=True,
    parse_dates=None, date_format=None, dayfirst=False, chunksize=None, thousands=None, decimal=".", quotechar='"',
    quoting=0, doublequote=True, escapechar=None, comment=None, encoding=None, encoding_errors="strict",
    on_bad_lines="error", low_memory=True, memory_map=False, float_precision=None, iterator=False, compression="infer",
    storage_options=None, dtype_backend=NOT_GIVEN, cache_dates=True,
):
    """A frame from a file of fields."""
    if chunksize is not None or iterator or quoting or escapechar is not None or dtype_backend is not NOT_GIVEN:
        raise NotImplementedError("read_csv carries no chunksize, iterator, quoting, escapechar or dtype_backend here")
    if on_bad_lines not in ("error", "warn", "skip"):
        raise ValueError(f"Argument {on_bad_lines} is invalid for on_bad_lines")
    separator = delimiter if delimiter is not None else "," if sep is NOT_GIVEN else sep
    if separator is None:
        raise NotImplementedError("sep=None is not carried here: name the separator")
    if separator in (r"\s+", r"\s*") or (separator == " +"):
        separator = " +"
    elif len(separator) != 1:
        raise NotImplementedError("separators of several characters are not carried here, but for r'\\s+'")
    text = _text(filepath_or_buffer, encoding, encoding_errors)
    given = None if names is NOT_GIVEN or names is None else list(names)
    if given is not None and len(set(given)) < len(given):
        raise ValueError("Duplicate names are not allowed.")
    if header == "infer":
        header = 0 if given is None else None
    if is_list_like(header):
        raise NotImplementedError("a header of several lines is not carried here")
    skip = list(skiprows) if is_list_like(skiprows) else skiprows
    if callable(skip):
        skip = [number for number in range(text.count("\n") + 1) if skip(number)]
    per_column = na_values if isinstance(na_values, dict) else {}
    gaps = [] if na_values is None or per_column else [str(one) for one in (na_values if is_list_like(na_values) else [na_values])]
    table = _pandas.csv_split(
        text, separator, quotechar, comment or "", skip if skip is not None else 0, skip_blank_lines, header,
        -1 if nrows is None else nrows, skipfooter, skipinitialspace, on_bad_lines, given is not None and len(given) or 0,
    )
    if isinstance(table, str):
        raise (EmptyDataError if table.startswith("No columns") else ParserError)(table)
    head, columns, implicit = table
    if given is not None:
        if len(given) > columns.width:
            head = list(given)
            implicit = 0
        else:
            implicit = columns.width - len(given)
            head = list(given)
    elif header is None:
        head, implicit = list(range(columns.width)), 0
    else:
        head = _distinct(head)
    if index_col is False:
        implicit = 0
        head = head[: columns.width] if given is None else head
    dtypes = {} if dtype is None else dtype
    wanted = _wanted(head, usecols)
    arrays, labels = [], []

    def column(place, label):
        one = dtypes.get(label, dtypes.get(place)) if isinstance(dtypes, dict) else dtypes
        own = per_column.get(label)
        marks = gaps + ([str(part) for part in (own if is_list_like(own) else [own])] if own is not None else [])
        if place >= columns.width:
            return np.full(columns.height, nan)
        if converters and label in converters:
            raw = columns.texts(place)
            return array_of([converters[label](part) for part in raw.tolist()])
        return _typed(columns, place, label, one, marks, keep_default_na, na_filter, thousands or "", decimal, true_values, false_values)

    for place, label in enumerate(head):
        if label in wanted or place in wanted:
            arrays.append(column(place + implicit, label))
            labels.append(label)
    index = RangeIndex(columns.height)
    if implicit:
        parts = [column(place, None) for place in range(implicit)]
        index = Index._over(parts[0]) if implicit == 1 else MultiIndex.from_arrays(parts)
    frame = DataFrame._of(arrays, Index(labels) if given is not None or header is not None else RangeIndex(len(labels)) if labels == list(range(len(labels))) else Index(labels), index)
    frame = _with_dates(frame, parse_dates, date_format, dayfirst, index_col)
    if index_col is not None and index_col is not False:
        frame = _with_index(frame, index_col)
        if parse_dates is True:
            from .dates import to_datetime

            name = frame.index.name
            try:
                frame._index = to_datetime(frame.index).rename(name)
            except (ValueError, TypeError):
                pass
    return frame


def read_table(filepath_or_buffer, *, sep="\t", **settings):
    return read_csv(filepath_or_buffer, sep=sep, **settings)


def _distinct(names):
    """Empty names numbered, and those that are there twice too."""
    found, counts = [], {}
    for place, name in enumerate(names):
        name = name if name != "" else f"Unnamed: {place}"
        base, number = name, counts.get(name, 0)
        while number and name in counts:
            name = f"{base}.{number}"
            number += 1
        counts[base] = number or 1
        counts.setdefault(name, 1)
        found.append(name)
    return found


def _wanted(head, usecols):
    if usecols is None:
        return set(head)
    if callable(usecols):
        return {label for label in head if usecols(label)}
    if isinstance(usecols, str) or not is_list_like(usecols):
        raise ValueError("'usecols' must either be list-like of all strings, all unicode, all integers or a callable.")
    usecols = list(usecols)
    if all(isinstance(one, (int, np.integer)) for one in usecols):
        if any(one >= len(head) for one in usecols):
            raise ParserError(f"Defining usecols with out-of-bounds indices is not allowed. {[one for one in usecols if one >= len(head)]} are out-of-bounds.")
        return {head[one] for one in usecols}
    missing = [one for one in usecols if one not in head]
    if missing:
        raise ValueError(f"Usecols do not match columns, columns expected but not found: {missing}")
    return set(usecols)


def _typed(columns, place, label, dtype, marks, keep_default, na_filter, thousands, decimal, trues, falses):
    """A column's array: of the type that it is to have, or that its fields have."""
    wanted = None if dtype is None else pandas_dtype(dtype)
    as_text = wanted is not None and (is_str(wanted) or wanted == object)
    kind, backing = columns.column(
        place, marks, keep_default, na_filter, thousands, decimal, list(trues or ()), list(falses or ()), as_text
    )
    if kind == "str":
        values = StrArray(backing)
    else:
        values = backing
    if wanted is None:
        return values
    if wanted == object:
        return as_objects(values).copy()
    try:
        if isinstance(wanted, np.dtype) and wanted.kind in "iu" and isinstance(values, np.ndarray) and values.dtype.kind == "f" and np.isnan(values).any():
            raise ValueError(f"Integer column has NA values in column {place}")
        return array_of(values, wanted)
    except ValueError as error:
        if isinstance(values, StrArray):
            bad = next((one for one in values.tolist() if isinstance(one, str) and not _is_number(one)), "")
            target = {"i": "int()", "u": "int()"}.get(wanted.kind)
            if target:
                raise ValueError(f"invalid literal for int() with base 10: {bad!r}") from None
            raise ValueError(f"could not convert string to float: {bad!r}") from None
        raise error


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def _with_dates(frame, parse_dates, date_format, dayfirst, index_col):
    from .dates import to_datetime

    if not parse_dates or parse_dates is True:
        return frame
    if not is_list_like(parse_dates):
        raise TypeError("Only booleans and lists are accepted for the 'parse_dates' parameter")
    if isinstance(parse_dates, dict):
        raise TypeError("Only booleans and lists are accepted for the 'parse_dates' parameter")
    labels = frame.columns.tolist()
    missing = [one for one in parse_dates if not isinstance(one, int) and one not in labels]
    if missing:
        raise ValueError(f"Missing column provided to 'parse_dates': '{', '.join(map(str, missing))}'")
    for one in parse_dates:
        place = labels.index(one) if one in labels else one
        form = date_format.get(labels[place]) if isinstance(date_format, dict) else date_format
        try:
            frame._arrays[place] = to_datetime(frame._column_at(place), format=form, dayfirst=dayfirst)._values
        except (ValueError, TypeError):
            pass
    return frame


def _with_index(frame, index_col):
    labels = frame.columns.tolist()
    keys = []
    for one in index_col if is_list_like(index_col) else [index_col]:
        if one in labels and not isinstance(one, (int, np.integer)):
            keys.append(one)
        elif isinstance(one, (int, np.integer)):
            if not -len(labels) <= one < len(labels):
                raise IndexError("list index out of range")
            keys.append(labels[one])
        else:
            raise ValueError(f"Index {one} invalid")
    found = frame.set_index(keys)
    if found.index.nlevels == 1 and isinstance(found.index.name, str) and found.index.name.startswith("Unnamed: "):
        found._index = found.index.rename(None)
    return found


def to_csv(
    frame, path_or_buf=None, *, sep=",", na_rep="", float_format=None, columns=None, header=True, index=True,
    index_label=None, mode="w", encoding=None, quoting=0, quotechar='"', lineterminator="\n", date_format=None,
    decimal=".", **settings,
):
    """The text of a frame, or into a file."""
    if settings or decimal != ".":
        raise NotImplementedError(f"to_csv does not carry {', '.join(settings) or 'decimal'} here")
    if quoting not in (0, 1, 2, 3):
        raise TypeError('bad "quoting" value')
    if not isinstance(sep, str) or len(sep) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    part = frame if columns is None else frame[list(columns)]
    arrays, heads = list(part._arrays), [part.columns.tolist()]
    if part.columns.nlevels > 1:
        heads = [list(level) for level in zip(*part.columns.tolist())]
    if index:
        labels = part.index
        arrays = [labels.get_level_values(number)._values for number in range(labels.nlevels)] + arrays
        names = ["" if name is None else name for name in labels.names]
        if index_label is not None:
            names = list(index_label) if is_list_like(index_label) else [index_label] if index_label else [""]
        heads = [names + line if number == 0 else [""] * len(names) + line for number, line in enumerate(heads)]
    if is_list_like(header):
        header = list(header)
        if len(header) != len(part.columns):
            raise ValueError(f"Writing {len(part.columns)} cols but got {len(header)} aliases")
        heads = [(names if index else []) + header]
    cells = [_cells(values, na_rep, float_format, date_format) for values in arrays]
    lines = [[str(name) for name in line] for line in heads] if header is not False else []
    text = _pandas.csv_join(lines, cells, len(part), sep, quotechar, quoting, lineterminator, [values.dtype.kind in "iufb" for values in arrays])
    if path_or_buf is None:
        return text
    if hasattr(path_or_buf, "write"):
        path_or_buf.write(text)
        return None
    with open(path_or_buf, mode, encoding=encoding or "utf-8", newline="") as file:
        file.write(text)
    return None


def _cells(values, na_rep, float_format, date_format):
    """The fields of a column: an array that `csv_join` writes, text for what it does not know."""
    if isinstance(values, np.ndarray) and values.dtype.kind in "iub":
        return values
    if isinstance(values, np.ndarray) and values.dtype.kind == "f" and float_format is None and na_rep == "":
        return values if values.dtype.itemsize == 8 else as_objects(values)
    if isinstance(values, DatetimeArray):
        found = _pandas.date_strftime(values._a, date_format) if date_format else _pandas.date_format(values._a)
        found = found.copy()
        found[values.isna()] = na_rep
        return found
    if isinstance(values, TimedeltaArray):
        return np.array([na_rep if str(one) == "NaT" else str(one) for one in values.tolist()], dtype=object)
    backing = as_objects(values).copy()
    gaps = isna_array(backing)
    if float_format is not None:
        shape = float_format if callable(float_format) else (lambda one: float_format % one if "%" in float_format else float_format.format(one))
        for place, one in enumerate(backing.tolist()):
            if isinstance(one, float) and one == one:
                backing[place] = shape(one)
    if gaps.any():
        backing[gaps] = na_rep
    return backing
