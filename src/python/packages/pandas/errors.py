"""The errors and warnings that pandas defines."""


class EmptyDataError(ValueError):
    pass


class ParserError(ValueError):
    pass


class MergeError(ValueError):
    pass


class IntCastingNaNError(ValueError):
    pass


class UndefinedVariableError(NameError):
    def __init__(self, name, is_local=False):
        kind = "local variable" if is_local else "name"
        super().__init__(f"{kind} {name!r} is not defined")


class InvalidIndexError(Exception):
    pass


class IndexingError(Exception):
    pass


class OutOfBoundsDatetime(ValueError):
    pass


class UnsortedIndexError(KeyError):
    pass


class SpecificationError(Exception):
    pass


class DtypeWarning(Warning):
    pass


class PerformanceWarning(Warning):
    pass


class ParserWarning(Warning):
    pass


class ChainedAssignmentError(Warning):
    pass


class Pandas4Warning(DeprecationWarning):
    pass


class DateParseError(ValueError):
    pass


for _error in list(vars().values()):
    if isinstance(_error, type) and _error.__module__ == __name__:
        _error.__module__ = "pandas.errors"
