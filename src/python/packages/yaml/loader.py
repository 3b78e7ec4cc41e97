"""The loaders: what they take plain scalars for, and which tags they know."""

from .composer import Composer
from .constructor import BaseConstructor, FullConstructor, SafeConstructor
from .resolver import BaseResolver, Resolver


class BaseLoader(Composer, BaseConstructor, BaseResolver):
    """Takes every scalar for a text."""

    def __init__(self, stream):
        Composer.__init__(self, stream)
        BaseConstructor.__init__(self)

    def dispose(self):
        pass


class SafeLoader(Composer, SafeConstructor, Resolver):
    """Makes plain data."""

    def __init__(self, stream):
        Composer.__init__(self, stream)
        SafeConstructor.__init__(self)

    def dispose(self):
        pass


class FullLoader(Composer, FullConstructor, Resolver):
    """Makes plain data, and tuples and the like."""

    def __init__(self, stream):
        Composer.__init__(self, stream)
        FullConstructor.__init__(self)

    def dispose(self):
        pass


class Loader(FullLoader):
    """Here it knows no more than FullLoader: nothing of a file is ever run."""


class UnsafeLoader(FullLoader):
    """Here it knows no more than FullLoader: nothing of a file is ever run."""
