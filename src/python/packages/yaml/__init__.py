"""YAML as PyYAML 6 reads and writes it.

Scanning and laying out are in Rust (`_yaml`); here are the trees of nodes between them and Python's objects.
"""

import io

from .composer import ComposerError
from .constructor import ConstructorError
from .dumper import BaseDumper, Dumper, SafeDumper
from .error import Mark, MarkedYAMLError, YAMLError
from .loader import BaseLoader, FullLoader, Loader, SafeLoader, UnsafeLoader
from .nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from .parser import ParserError
from .reader import ReaderError
from .representer import RepresenterError
from .scanner import ScannerError

__version__ = "6.0.3"
__with_libyaml__ = False

# The loaders and dumpers that PyYAML has in C.
CBaseLoader, CSafeLoader, CFullLoader, CUnsafeLoader, CLoader = BaseLoader, SafeLoader, FullLoader, UnsafeLoader, Loader
CBaseDumper, CSafeDumper, CDumper = BaseDumper, SafeDumper, Dumper


def compose(stream, Loader=Loader):
    """The first document's node."""
    return Loader(stream).get_single_node()


def compose_all(stream, Loader=Loader):
    """The nodes of all documents."""
    loader = Loader(stream)
    while loader.check_node():
        yield loader.get_node()


def load(stream, Loader):
    """The first document as Python objects."""
    return Loader(stream).get_single_data()


def load_all(stream, Loader):
    """All documents as Python objects."""
    loader = Loader(stream)
    while loader.check_data():
        yield loader.get_data()


def full_load(stream):
    return load(stream, FullLoader)


def full_load_all(stream):
    return load_all(stream, FullLoader)


def safe_load(stream):
    return load(stream, SafeLoader)


def safe_load_all(stream):
    return load_all(stream, SafeLoader)


def unsafe_load(stream):
    return load(stream, UnsafeLoader)


def unsafe_load_all(stream):
    return load_all(stream, UnsafeLoader)


def _write(documents, stream, Dumper, settings, add):
    """Writes to the stream, or gives what would be written."""
    given = stream is not None
    if not given:
        stream = io.BytesIO() if settings.get("encoding") else io.StringIO()
    dumper = Dumper(stream, **settings)
    for document in documents:
        add(dumper, document)
    dumper.close()
    return None if given else stream.getvalue()


def serialize_all(nodes, stream=None, Dumper=Dumper, **kwds):
    return _write(nodes, stream, Dumper, kwds, Dumper.serialize)


def serialize(node, stream=None, Dumper=Dumper, **kwds):
    return serialize_all([node], stream, Dumper=Dumper, **kwds)


def dump_all(documents, stream=None, Dumper=Dumper, **kwds):
    return _write(documents, stream, Dumper, kwds, Dumper.represent)


def dump(data, stream=None, Dumper=Dumper, **kwds):
    return dump_all([data], stream, Dumper=Dumper, **kwds)


def safe_dump_all(documents, stream=None, **kwds):
    return dump_all(documents, stream, Dumper=SafeDumper, **kwds)


def safe_dump(data, stream=None, **kwds):
    return dump_all([data], stream, Dumper=SafeDumper, **kwds)


def _loaders(chosen):
    return [Loader, FullLoader, UnsafeLoader] if chosen is None else [chosen]


def add_constructor(tag, constructor, Loader=None):
    for loader in _loaders(Loader):
        loader.add_constructor(tag, constructor)


def add_multi_constructor(tag_prefix, multi_constructor, Loader=None):
    for loader in _loaders(Loader):
        loader.add_multi_constructor(tag_prefix, multi_constructor)


def add_implicit_resolver(tag, regexp, first=None, Loader=None, Dumper=Dumper):
    for loader in _loaders(Loader):
        loader.add_implicit_resolver(tag, regexp, first)


def add_representer(data_type, representer, Dumper=Dumper):
    Dumper.add_representer(data_type, representer)


def add_multi_representer(data_type, multi_representer, Dumper=Dumper):
    Dumper.add_multi_representer(data_type, multi_representer)


def __getattr__(name):
    import difflib

    near = difflib.get_close_matches(name, [known for known in globals() if not known.startswith("_")])
    known = f"; near it: {', '.join(near)}" if near else ""
    raise AttributeError(f"module 'yaml' has no attribute {name!r}: it is not carried here{known}")
