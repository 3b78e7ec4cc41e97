"""The dumpers: trees of nodes as text."""

import _yaml

from .representer import BaseRepresenter, Representer, SafeRepresenter

DEFAULT_WIDTH = 80


class Writing:
    """What all dumpers share: anchors for what occurs twice, and the layout of the text."""

    ANCHOR = "id%03d"

    def __init__(
        self, stream, default_style=None, default_flow_style=False, canonical=None, indent=None, width=None,
        allow_unicode=None, line_break=None, encoding=None, explicit_start=None, explicit_end=None, version=None,
        tags=None, sort_keys=True,
    ):  # fmt: skip
        for name, value in ("canonical", canonical), ("version", version), ("tags", tags):
            if value:
                raise NotImplementedError(f"yaml.dump({name}=...) is not carried here")
        BaseRepresenter.__init__(self, default_style, default_flow_style, sort_keys)
        self.stream = stream
        self.encoding = encoding
        self.best_indent = indent if indent and 1 < indent < 10 else 2
        self.best_width = width if width and width > self.best_indent * 2 else DEFAULT_WIDTH
        self.allow_unicode = bool(allow_unicode)
        self.best_line_break = line_break if line_break in ("\r", "\n", "\r\n") else "\n"
        self.explicit = bool(explicit_start), bool(explicit_end)
        self.documents = []

    def open(self):
        pass

    def represent(self, data):
        self.serialize(super().represent(data))

    def serialize(self, node):
        self.documents.append(Tree(self.ANCHOR).told(node))

    def close(self):
        """Writes all documents at once."""
        text = _yaml.emit(
            self.documents, self.best_indent, float(self.best_width), self.allow_unicode, self.best_line_break,
            *self.explicit,
        )  # fmt: skip
        encoded = self.encoding and not hasattr(self.stream, "encoding")
        self.stream.write(text.encode(self.encoding) if encoded else text)
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def dispose(self):
        pass

    @classmethod
    def add_implicit_resolver(cls, tag, regexp, first):
        raise NotImplementedError("add_implicit_resolver is carried for loaders only")


class Tree:
    """A document's nodes as the tuples that are written, with anchors where nodes occur again."""

    def __init__(self, anchor):
        self.anchor = anchor
        self.anchors = {}
        self.written = set()

    def told(self, root):
        self._number(root)
        return self._tuple(root)

    def _children(self, node):
        if node.id == "mapping":
            return [half for pair in node.value for half in pair]
        return node.value if node.id == "sequence" else []

    def _number(self, node):
        if node in self.anchors:
            if self.anchors[node] is None:
                count = sum(anchor is not None for anchor in self.anchors.values())
                self.anchors[node] = self.anchor % (count + 1)
            return
        self.anchors[node] = None
        for child in self._children(node):
            self._number(child)

    def _tuple(self, node):
        anchor = self.anchors[node]
        if node in self.written:
            return "alias", anchor, node.tag, None, None
        self.written.add(node)
        if node.id == "scalar":
            return "scalar", anchor, node.tag, node.value, node.style or None
        children = [self._tuple(child) for child in self._children(node)]
        return node.id, anchor, node.tag, children, bool(node.flow_style)


class SafeDumper(Writing, SafeRepresenter):
    """Writes plain data."""


class Dumper(Writing, Representer):
    """Writes other objects of Python too."""


class BaseDumper(Writing, BaseRepresenter):
    """Writes what representers are added for."""
