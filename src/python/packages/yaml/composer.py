"""Events as trees of nodes."""

import _yaml

from .error import MarkedYAMLError
from .nodes import MappingNode, ScalarNode, SequenceNode
from .parser import ParserError
from .reader import ReaderError, Source
from .scanner import ScannerError


class ComposerError(MarkedYAMLError):
    pass


ERRORS = {"scanner": ScannerError, "parser": ParserError, "composer": ComposerError}


class Composer:
    def __init__(self, stream):
        self.source = Source(stream)
        self.events, self.trouble = _yaml.events(self.source.text)
        self.place = 0
        self.anchors = {}

    def next_event(self):
        """The next event, `None` at the end; an error comes when all before it has been read."""
        if self.place < len(self.events):
            self.place += 1
            return self.events[self.place - 1]
        if self.trouble is not None:
            self.fail(*self.trouble)
        return None

    def fail(self, kind, context, context_place, problem, place):
        if kind == "reader":
            index = place[0]
            raise ReaderError(
                self.source.name, index, ord(self.source.text[index]), "unicode", "special characters are not allowed"
            )
        context_mark = None if context_place is None else self.source.mark(context_place)
        raise ERRORS[kind](context, context_mark, problem, self.source.mark(place))

    def check_node(self):
        return self.place < len(self.events) or self.trouble is not None

    def get_node(self):
        """The next document's node, `None` behind the last."""
        return None if self.next_event() is None else self.compose_document()

    def get_single_node(self):
        if self.next_event() is None:
            return None
        document = self.compose_document()
        event = self.next_event()
        if event is not None:
            raise ComposerError(
                "expected a single document in the stream",
                document.start_mark,
                "but found another document",
                self.source.mark(event[5]),
            )
        return document

    def compose_document(self):
        self.anchors = {}
        node = self.compose_node(self.next_event())
        self.next_event()
        return node

    def compose_node(self, event):
        kind, value, style, anchor, tag, start, end = event
        if kind == "alias":
            return self.anchors[value]
        if tag == "!":
            tag = self.DEFAULT_SCALAR_TAG if kind == "scalar" and value else None
        marks = self.source.mark(start), self.source.mark(end)
        if kind == "scalar":
            if tag is None:
                tag = self.resolve_scalar(value) if style is None else self.DEFAULT_SCALAR_TAG
            node = ScalarNode(tag, value, *marks, style)
        elif kind == "sequence":
            node = SequenceNode(tag or self.DEFAULT_SEQUENCE_TAG, [], *marks, value)
        else:
            node = MappingNode(tag or self.DEFAULT_MAPPING_TAG, [], *marks, value)
        if anchor:
            self.anchors[anchor] = node
        if kind != "scalar":
            self.fill(node)
        return node

    def fill(self, node):
        members = node.value
        while True:
            event = self.next_event()
            if event[0] == "end":
                node.end_mark = self.source.mark(event[6])
                return
            member = self.compose_node(event)
            if node.id == "mapping":
                member = member, self.compose_node(self.next_event())
            members.append(member)
