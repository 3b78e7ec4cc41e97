"""Errors and warnings by their names."""

from numpy._classes import AxisError


class RankWarning(RuntimeWarning):
    pass


class VisibleDeprecationWarning(UserWarning):
    pass


class ComplexWarning(RuntimeWarning):
    pass


class DTypePromotionError(TypeError):
    pass
