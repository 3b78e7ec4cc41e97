"""Arrays in files: numpy's own format, archives of it, and text."""

import _numpy
import numpy as np
from _numpy import array, asarray
from numpy._make import empty, zeros

_OBJECTS = b"{'descr': '|O'"


def _opened(file, mode):
    """A file that is closed after use, unless it was given open."""
    if hasattr(file, "write" if "w" in mode else "read"):
        import contextlib

        return contextlib.nullcontext(file)
    return open(file, mode)


def _npy(arr, allow_pickle=True):
    arr = asarray(arr)
    if arr.dtype != object:
        return _numpy._to_npy(arr)
    if not allow_pickle:
        raise ValueError("Object arrays cannot be saved when allow_pickle=False")
    import pickle

    header = f"{{'descr': '|O', 'fortran_order': False, 'shape': {arr.shape}, }}".encode()
    header += b" " * (-(len(header) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header + pickle.dumps(arr)


def _from_npy(content, allow_pickle):
    if content[:6] != b"\x93NUMPY":
        if not content:
            raise EOFError("No data left in file")
        raise ValueError("This file contains pickled (object) data. If you trust the file you can load it unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.")
    if content[10:].startswith(_OBJECTS):
        if not allow_pickle:
            raise ValueError("Object arrays cannot be loaded when allow_pickle=False")
        import pickle

        return pickle.loads(content[10 + int.from_bytes(content[8:10], "little") :])
    return _numpy._from_npy(content)


def _ending(file, ending):
    file = file if hasattr(file, "write") else str(getattr(file, "__fspath__", lambda: file)())
    return file if not isinstance(file, str) or file.endswith(ending) else file + ending


def save(file, arr, allow_pickle=True):
    content = _npy(arr, allow_pickle)
    with _opened(_ending(file, ".npy"), "wb") as target:
        target.write(content)


def _save_archive(file, arrays, named, allow_pickle, method):
    import zipfile

    for place, each in enumerate(arrays):
        name = f"arr_{place}"
        if name in named:
            raise ValueError(f"Cannot use un-named variables and keyword {name}")
        named[name] = each
    with zipfile.ZipFile(_ending(file, ".npz"), "w", method) as archive:
        for name, each in named.items():
            archive.writestr(name + ".npy", _npy(each, allow_pickle))


def savez(file, *args, allow_pickle=True, **kwds):
    _save_archive(file, args, kwds, allow_pickle, 0)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    _save_archive(file, args, kwds, allow_pickle, 8)


class NpzFile:
    """Several arrays of one archive, each read when it is asked for."""

    def __init__(self, file, allow_pickle):
        import zipfile

        self._name, self._allow_pickle = file, allow_pickle
        self.zip = zipfile.ZipFile(file, metadata_encoding="utf-8")
        self.files = [name.removesuffix(".npy") for name in self.zip.namelist()]

    def __getitem__(self, key):
        name = key.removesuffix(".npy")
        if name not in self.files:
            raise KeyError(f"{key} is not a file in the archive")
        return _from_npy(self.zip.read(name + ".npy"), self._allow_pickle)

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def __contains__(self, key):
        return key in self.files or key in [name + ".npy" for name in self.files]

    def keys(self):
        return dict.fromkeys(self.files).keys()

    def values(self):
        return [self[name] for name in self.files]

    def items(self):
        return [(name, self[name]) for name in self.files]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def close(self):
        self.zip.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __repr__(self):
        shown = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile {str(self._name)!r} with keys: {shown}"


def load(file, mmap_mode=None, allow_pickle=False):
    if mmap_mode is not None:
        raise NotImplementedError("load is carried here without mmap_mode")
    with _opened(file, "rb") as source:
        content = source.read()
    if content[:2] == b"PK":
        import io

        found = NpzFile(io.BytesIO(content), allow_pickle)
        found._name = file
        return found
    return _from_npy(content, allow_pickle)


def fromfile(file, dtype=float, count=-1, sep="", offset=0):
    with _opened(file, "rb") as source:
        content = source.read()[offset:]
    if sep:
        return fromstring(content.decode(), dtype, count, sep=sep)
    size = np.dtype(dtype).itemsize
    return np.frombuffer(content[: len(content) // size * size], dtype, count).copy()


def fromstring(string, dtype=float, count=-1, *, sep=""):
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    cells = [cell for cell in string.split(None if sep.isspace() else sep) if cell.strip()]
    return array(cells if count < 0 else cells[:count]).astype(dtype) if cells else zeros(0, dtype)


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    X = asarray(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
    rows = X.reshape(-1, 1) if X.ndim < 2 else X
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != rows.shape[1]:
            raise AttributeError(f"fmt has wrong shape.  {fmt}")
        form = delimiter.join(fmt)
    else:
        form = fmt if fmt.count("%") == rows.shape[1] > 1 else delimiter.join([fmt] * rows.shape[1])
    try:
        lines = [form % tuple(row) for row in rows.tolist()]
    except TypeError:
        raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{form}')") from None
    before = [comments + line for line in header.split("\n")] if header else []
    after = [comments + line for line in footer.split("\n")] if footer else []
    text = "".join(line + newline for line in before + lines + after)
    if not hasattr(fname, "write"):
        with open(fname, "w", encoding=encoding or "latin1", newline="") as target:
            target.write(text)
        return
    try:
        fname.write(text)
    except TypeError:
        fname.write(text.encode(encoding or "latin1"))


def _lines(fname):
    if isinstance(fname, (list, tuple)):
        return list(fname)
    if hasattr(fname, "__next__") and not hasattr(fname, "read"):
        return list(fname)
    try:
        with _opened(fname, "r") as source:
            text = source.read()
    except FileNotFoundError:
        raise FileNotFoundError(f"{fname} not found.") from None
    return (text.decode() if isinstance(text, bytes) else text).splitlines()


def _rows(lines, comments, delimiter):
    """The cells of all lines that have some, and those lines' numbers."""
    marks = [] if comments is None else [comments] if isinstance(comments, str) else list(comments)
    rows, numbers = [], []
    for number, line in enumerate(lines):
        for mark in marks:
            line = line.partition(mark)[0]
        if line.strip():
            rows.append([cell.strip() for cell in line.split(delimiter)])
            numbers.append(number)
    return rows, numbers


def _squeezed(found, ndmin, unpack):
    if ndmin not in (0, 1, 2):
        raise ValueError(f"Illegal value of ndmin keyword: {ndmin}")
    if found.ndim > ndmin:
        found = found.squeeze()
    if found.ndim < ndmin:
        found = np.atleast_1d(found) if ndmin == 1 else np.atleast_2d(found).T
    return found.T if unpack else found


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    if quotechar is not None:
        raise NotImplementedError("loadtxt is carried here without quotechar")
    rows, _ = _rows(_lines(fname)[skiprows:], comments, delimiter)
    rows = rows if max_rows is None else rows[:max_rows]
    dtype = np.dtype(dtype)
    if not rows:
        import warnings

        warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning, stacklevel=2)
        return _squeezed(zeros((0, 1) if ndmin == 2 else 0, dtype), ndmin, unpack)
    width = len(rows[0])
    if usecols is not None:
        columns = [usecols] if isinstance(usecols, int) else list(usecols)
        for number, row in enumerate(rows, 1):
            for column in columns:
                if not -len(row) <= column < len(row):
                    raise ValueError(f"invalid column index {column} at row {number} with {len(row)} columns")
        rows = [[row[column] for column in columns] for row in rows]
        width = len(columns)
    else:
        columns = range(width)
        for number, row in enumerate(rows, 1):
            if len(row) != width:
                raise ValueError(f"the number of columns changed from {width} to {len(row)} at row {number}; use `usecols` to select a subset and avoid this error")
    if converters:
        change = {column: converters for column in columns} if callable(converters) else converters
        functions = [change.get(column, str) for column in columns]
        rows = [[str(function(cell)) for function, cell in zip(functions, row)] for row in rows]
    try:
        found = array(rows, dtype)
    except ValueError:
        raise _first_wrong(rows, dtype) from None
    return _squeezed(found, ndmin, unpack)


def _first_wrong(rows, dtype):
    for place, row in enumerate(rows):
        for column, cell in enumerate(row, 1):
            try:
                array(cell, dtype)
            except ValueError:
                return ValueError(f"could not convert string {cell!r} to {dtype} at row {place}, column {column}.")
    return ValueError(f"could not convert the text to {dtype}")


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None, missing_values=None, filling_values=None, usecols=None, names=None, excludelist=None, deletechars=None, replace_space="_", autostrip=False, case_sensitive=True, defaultfmt="f%i", unpack=None, usemask=False, loose=True, invalid_raise=True, max_rows=None, encoding=None, *, ndmin=0, like=None):
    if names or usemask or excludelist or deletechars or converters:
        raise NotImplementedError("genfromtxt is carried here without names, masks and converters: use pandas.read_csv")
    lines = _lines(fname)[skip_header:]
    lines = lines[: len(lines) - skip_footer] if skip_footer else lines
    rows, numbers = _rows(lines, comments, delimiter)
    rows = rows if max_rows is None else rows[:max_rows]
    width = len(rows[0]) if rows else 0
    wrong = [(number + skip_header + 1, len(row)) for number, row in zip(numbers, rows) if len(row) != width]
    if wrong:
        message = "Some errors were detected !" + "".join(f"\n    Line #{line} (got {count} columns instead of {width})" for line, count in wrong)
        if invalid_raise:
            raise ValueError(message)
        import warnings

        warnings.warn(message, UserWarning, stacklevel=2)
        rows = [row for row in rows if len(row) == width]
    if usecols is not None:
        columns = [usecols] if isinstance(usecols, int) else list(usecols)
        rows = [[row[column] for column in columns] for row in rows]
    missing = {""} | ({missing_values} if isinstance(missing_values, str) else set(missing_values or ()))
    if dtype is None:
        dtype = _one_type(rows, missing)
    dtype = np.dtype(dtype)
    if dtype.kind == "U":
        return _squeezed(array(rows, dtype), ndmin, unpack)
    if filling_values is None:
        filling_values = np.nan if dtype.kind == "f" else -1 if dtype.kind in "iu" else False

    def number(cell):
        if cell in missing:
            return filling_values
        try:
            return float(cell)
        except ValueError:
            if not loose:
                raise ValueError(f"Cannot convert string '{cell}'") from None
            return filling_values

    found = array([[number(cell) for cell in row] for row in rows]) if rows else empty((0,))
    return _squeezed(found.astype(dtype), ndmin, unpack)


def _one_type(rows, missing):
    """The type that dtype=None finds where all columns have the same one."""

    def fits(kind):
        try:
            for row in rows:
                for cell in row:
                    if cell not in missing:
                        kind(cell)
        except ValueError:
            return False
        return True

    if fits(int):
        return int
    if fits(float):
        return float
    columns = list(zip(*rows))
    if any(all(_is_number(cell) for cell in column if cell not in missing) for column in columns):
        raise NotImplementedError("columns of different types are not carried here: use pandas.read_csv")
    return str


def _is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _tofile(array, file, sep):
    text = sep.join(map(repr, array.ravel().tolist())) if sep else None
    with _opened(file, "wb") as target:
        target.write(array.tobytes() if text is None else text.encode())
