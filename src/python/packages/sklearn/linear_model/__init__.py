"""Models that are linear in the features."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._least_squares": "LinearRegression Ridge",
        "._lasso": "ElasticNet Lasso",
        "._ridge_classifier": "RidgeClassifier",
        "._logistic": "LogisticRegression",
        "._stochastic": "Perceptron SGDClassifier SGDRegressor",
        "._cross_validated": "ElasticNetCV LassoCV RidgeCV",
    },
)
