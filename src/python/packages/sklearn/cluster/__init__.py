"""Groups in data without labels."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {"._kmeans": "KMeans", "._dbscan": "DBSCAN", "._agglomerative": "AgglomerativeClustering"},
)
