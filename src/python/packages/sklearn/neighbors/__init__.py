"""Models that ask the nearest samples."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._classification": "KNeighborsClassifier",
        "._regression": "KNeighborsRegressor",
        "._unsupervised": "NearestNeighbors",
    },
)
