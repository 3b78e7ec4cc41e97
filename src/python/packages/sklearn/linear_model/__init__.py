"""Models that are linear in the features."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._base": "LinearRegression",
        "._coordinate_descent": "ElasticNet Lasso",
        "._ridge": "Ridge RidgeClassifier",
        "._logistic": "LogisticRegression",
        "._stochastic_gradient": "Perceptron SGDClassifier SGDRegressor",
        "._cross_validated": "ElasticNetCV LassoCV RidgeCV",
    },
)
