"""Features out of what is no table."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(__name__, {".text": ""})
