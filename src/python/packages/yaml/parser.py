"""Errors of the order of words."""

from .error import MarkedYAMLError


class ParserError(MarkedYAMLError):
    pass
