"""Fewer features that tell the same."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(__name__, {"._pca": "PCA", "._truncated_svd": "TruncatedSVD"})
