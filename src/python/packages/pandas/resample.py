"""Steps of time as groups."""

import numpy as np

from .dates import DatetimeArray, date_range
from .groupby import DataFrameGroupBy, Keys, SeriesGroupBy
from .index import DatetimeIndex, Index
from .moments import DAY, UNITS, Timestamp

_MONTHS = {"M": 1, "Q": 3, "Y": 12}


def resample(obj, rule, **options):
    """Groups of the rows by the step of time that they are in."""
    if options:
        raise NotImplementedError("resample carries the rule alone here")
    if not isinstance(obj.index, DatetimeIndex):
        raise TypeError(f"Only valid with DatetimeIndex, TimedeltaIndex or PeriodIndex, but got an instance of '{type(obj.index).__name__}'")
    stored = obj.index._values._a
    labels = _labels(stored, rule)
    edges = labels._values._a
    letter = rule.lstrip("0123456789")
    at_end = letter.endswith("E") or letter.startswith("W")
    day = stored // DAY * DAY
    codes = np.searchsorted(edges, day, side="left") if at_end else np.searchsorted(edges, stored, side="right") - 1
    keys = Keys.__new__(Keys)
    keys.names, keys.levels, keys.count, keys.codes = [obj.index.name], [labels._values], len(labels), codes
    keys.level_codes = [np.arange(len(labels))]
    keys.index = lambda: labels.rename(obj.index.name) if labels.name != obj.index.name else labels
    kind = SeriesGroupBy if obj.ndim == 1 else DataFrameGroupBy
    return kind(obj, keys, [], True, True, True)


def _labels(stored, rule):
    """The labels of all steps from the first to the last moment."""
    first, last = Timestamp._from(stored.min()), Timestamp._from(stored.max())
    letter = rule.lstrip("0123456789")
    if letter in UNITS:
        step = UNITS[letter] * int(rule[: -len(letter)] or 1)
        start = stored.min() // DAY * DAY
        start += (stored.min() - start) // step * step
        return date_range(Timestamp._from(start), last, freq=rule)
    first = first.normalize()
    if letter.startswith("W"):
        from .moments import Timedelta

        return date_range(first, last.normalize() + Timedelta(days=6), freq=rule)
    months = _MONTHS.get(letter[:1])
    if months is None or len(letter) != 2:
        return date_range(first, last, freq=rule)
    month = (first.month - 1) // months * months + 1
    start = Timestamp(first.year, month, 1)
    stop = last.normalize()
    if letter.endswith("E"):
        month = (last.month - 1) // months * months + months
        stop = Timestamp(last.year, month, 1)
        stop = stop.replace(day=stop.days_in_month)
    return date_range(start, stop, freq=rule)
