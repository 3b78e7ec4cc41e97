"""`open` and `_io.FileIO` over the descriptors of `posix`."""

import _io
import posix
import sys
from _weakref import ref as _ref

_FLAGS = {
    "r": posix.O_RDONLY,
    "w": posix.O_WRONLY | posix.O_CREAT | posix.O_TRUNC,
    "x": posix.O_WRONLY | posix.O_CREAT | posix.O_EXCL,
    "a": posix.O_WRONLY | posix.O_CREAT | posix.O_APPEND,
}


class FileIO(_io._RawIOBase):
    _blksize = 4096

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        kinds = [kind for kind in mode if kind in "rwxa"]
        if len(kinds) != 1 or mode.count("+") > 1 or set(mode) - set("rwxab+"):
            raise ValueError("invalid mode: %s" % (mode,))
        flags = _FLAGS[kinds[0]]
        if "+" in mode:
            flags = flags & ~3 | posix.O_RDWR
        self._fd = -1
        self._closefd = closefd
        self._kind = kinds[0]
        self._readable = kinds[0] == "r" or "+" in mode
        self._writable = kinds[0] != "r" or "+" in mode
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            posix.fstat(file)
            self._fd = file
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            self._fd = opener(file, flags) if opener else posix.open(file, flags, 0o666)
            if self._fd < 0:
                raise ValueError("opener returned %d" % self._fd)
        self.name = file
        if self._kind == "a":
            posix.lseek(self._fd, 0, 2)

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return "<_io.FileIO name=%r mode=%r closefd=%r>" % (self.name, self.mode, self._closefd)

    def __getstate__(self):
        raise TypeError("cannot pickle '_io.FileIO' object")

    def _open(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")
        return self._fd

    def _for_reading(self):
        fd = self._open()
        if not self._readable:
            raise _io.UnsupportedOperation("File not open for reading")
        return fd

    def read(self, size=-1):
        fd = self._for_reading()
        if size is None or size < 0:
            return self.readall()
        return posix.read(fd, size)

    def readall(self):
        return posix.read(self._for_reading(), sys.maxsize)

    def readinto(self, buffer):
        view = memoryview(buffer).cast("B")
        data = posix.read(self._for_reading(), len(view))
        view[: len(data)] = data
        return len(data)

    def write(self, data):
        fd = self._open()
        if not self._writable:
            raise _io.UnsupportedOperation("File not open for writing")
        return posix.write(fd, data)

    def seek(self, position, whence=0):
        return posix.lseek(self._open(), position, whence)

    def tell(self):
        return posix.lseek(self._open(), 0, 1)

    def truncate(self, size=None):
        fd = self._open()
        if not self._writable:
            raise _io.UnsupportedOperation("File not open for writing")
        if size is None:
            size = self.tell()
        posix.ftruncate(fd, size)
        return size

    def close(self):
        if self._fd < 0:
            return
        try:
            if self._closefd:
                posix.close(self._fd)
        finally:
            self._fd = -1
            super().close()

    @property
    def closed(self):
        return getattr(self, "_fd", -1) < 0

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        if self._kind == "r":
            return "rb+" if self._writable else "rb"
        return self._kind + ("b+" if self._readable else "b")

    def fileno(self):
        return self._open()

    def isatty(self):
        self._open()
        return False

    def readable(self):
        self._open()
        return self._readable

    def writable(self):
        self._open()
        return self._writable

    def seekable(self):
        self._open()
        return True


FileIO.__module__ = "_io"


_written = []


def _remember(stream):
    if len(_written) > 100:
        _written[:] = [kept for kept in _written if kept() is not None]
    _written.append(_ref(stream))


def flush_all():
    """Write out what open files still hold back, as the end of a program does; text before the bytes under it."""
    for kept in reversed(_written):
        stream = kept()
        if stream is not None and not stream.closed:
            stream.flush()
    _written.clear()


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, int):
        file = posix.fspath(file)
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not %s" % type(mode).__name__)
    kinds = set(mode)
    if kinds - set("axrwb+t") or len(mode) > len(kinds):
        raise ValueError("invalid mode: %r" % mode)
    binary = "b" in kinds
    if binary and "t" in kinds:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set("axrw")) > 1:
        raise ValueError("can't have read/write/append mode at once")
    if not kinds & set("axrw"):
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if binary:
        for name, given in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if given is not None:
                raise ValueError("binary mode doesn't take an %s argument" % name)
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    raw = FileIO(file, mode.replace("t", "").replace("b", ""), closefd, opener)
    try:
        if buffering == 0:
            return raw
        size = 8192 if buffering in (-1, 1) else buffering
        if "+" in kinds:
            buffer = _io.BufferedRandom(raw, size)
        elif "r" in kinds:
            buffer = _io.BufferedReader(raw, size)
        else:
            buffer = _io.BufferedWriter(raw, size)
        if kinds & set("wxa+"):
            _remember(buffer)
        if binary:
            return buffer
        text = _io.TextIOWrapper(buffer, encoding or "utf-8", errors, newline, buffering == 1)
        text.mode = mode
        if kinds & set("wxa+"):
            _remember(text)
        return text
    except:
        raw.close()
        raise


def open_code(path):
    return open(path, "rb")


open.__module__ = open_code.__module__ = "_io"
_io.FileIO = FileIO
_io.open = open
_io.open_code = open_code
