"""Errors by their names."""

from numpy._classes import AxisError
