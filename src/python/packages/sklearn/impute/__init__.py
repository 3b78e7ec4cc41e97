"""Missing values filled in."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(__name__, {"._base": "MissingIndicator SimpleImputer", "._knn": "KNNImputer"})
