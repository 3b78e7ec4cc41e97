"""Data to learn with: some that were measured, some that are made."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._builtin": "load_breast_cancer load_diabetes load_digits load_iris load_wine",
        "._made": "make_blobs make_circles make_classification make_friedman1 make_moons make_regression",
        "._fetched": (
            "fetch_20newsgroups fetch_california_housing fetch_covtype fetch_lfw_people fetch_olivetti_faces "
            "fetch_openml"
        ),
    },
)
