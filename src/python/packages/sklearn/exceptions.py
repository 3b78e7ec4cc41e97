"""Errors and warnings with names of their own."""


class NotFittedError(ValueError, AttributeError):
    """An estimator is asked before it was fitted."""


class ConvergenceWarning(UserWarning):
    """A solver stopped before it was done."""


class DataConversionWarning(UserWarning):
    """Data were taken in another shape or type than they came in."""


class DataDimensionalityWarning(UserWarning):
    """The number of dimensions is not what it is meant to be."""


class EfficiencyWarning(UserWarning):
    """There is a faster way."""


class FitFailedWarning(RuntimeWarning):
    """A fit within a search or a cross-validation failed."""


class UndefinedMetricWarning(UserWarning):
    """A score has no value for these data."""


class PositiveSpectrumWarning(UserWarning):
    """The eigenvalues of a positive semidefinite matrix have issues."""


class InconsistentVersionWarning(UserWarning):
    """An estimator was pickled by another version."""


class SkipTestWarning(UserWarning):
    """A test was skipped."""


class EstimatorCheckFailedWarning(UserWarning):
    """A check of an estimator failed."""
