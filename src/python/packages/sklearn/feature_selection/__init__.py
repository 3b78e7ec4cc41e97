"""The features that matter."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._scores": "chi2 f_classif f_regression r_regression",
        "._univariate_selection": "SelectKBest SelectPercentile",
        "._variance_threshold": "VarianceThreshold",
        "._by_model": "RFE SelectFromModel",
        "._base": "SelectorMixin",
    },
)
