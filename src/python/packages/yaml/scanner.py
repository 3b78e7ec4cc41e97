"""Errors of words."""

from .error import MarkedYAMLError


class ScannerError(MarkedYAMLError):
    pass
