"""A stream as text."""

import codecs

from .error import Mark, YAMLError


class ReaderError(YAMLError):
    def __init__(self, name, position, character, encoding, reason):
        self.name = name
        self.character = character
        self.position = position
        self.encoding = encoding
        self.reason = reason

    def __str__(self):
        where = f'  in "{self.name}", position {self.position}'
        if isinstance(self.character, bytes):
            code = ord(self.character)
            return f"'{self.encoding}' codec can't decode byte #x{code:02x}: {self.reason}\n{where}"
        return f"unacceptable character #x{self.character:04x}: {self.reason}\n{where}"


class Source:
    """The text of a stream, its name, and marks in it."""

    def __init__(self, stream):
        self.shown = True
        if isinstance(stream, str):
            self.name = "<unicode string>"
            text = stream
        elif isinstance(stream, (bytes, bytearray)):
            self.name = "<byte string>"
            text = self._decoded(bytes(stream))
        else:
            self.name = getattr(stream, "name", "<file>")
            self.shown = False
            text = stream.read()
            if isinstance(text, bytes):
                text = self._decoded(text)
        self.text = text.removeprefix("\ufeff")

    def _decoded(self, data):
        encoding = "utf-8"
        if data.startswith(codecs.BOM_UTF16_LE):
            encoding = "utf-16-le"
        elif data.startswith(codecs.BOM_UTF16_BE):
            encoding = "utf-16-be"
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            byte = data[error.start : error.start + 1]
            raise ReaderError(self.name, error.start, byte, error.encoding, error.reason) from None

    def mark(self, place):
        index, line, column = place
        return Mark(self.name, index, line, column, self.text if self.shown else None, index)
