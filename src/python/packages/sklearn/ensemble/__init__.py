"""Models made of many."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._forest": "ExtraTreesClassifier ExtraTreesRegressor RandomForestClassifier RandomForestRegressor",
        "._gb": "GradientBoostingClassifier GradientBoostingRegressor",
        "._weight_boosting": "AdaBoostClassifier AdaBoostRegressor",
        "._bagging": "BaggingClassifier BaggingRegressor",
        "._voting": "VotingClassifier VotingRegressor",
        "._stacking": "StackingClassifier StackingRegressor",
    },
)
