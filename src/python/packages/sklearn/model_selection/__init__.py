"""Splitting data, and choosing among models by it."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._split": (
            "BaseCrossValidator GroupKFold GroupShuffleSplit KFold LeaveOneGroupOut LeaveOneOut LeavePOut "
            "PredefinedSplit RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedKFold StratifiedShuffleSplit "
            "TimeSeriesSplit check_cv"
        ),
        "._train_test": "train_test_split",
        "._validation": "cross_val_predict cross_val_score cross_validate",
        "._curves": "learning_curve permutation_test_score validation_curve",
        "._parameters": "ParameterGrid ParameterSampler",
        "._search": "GridSearchCV RandomizedSearchCV",
    },
)
