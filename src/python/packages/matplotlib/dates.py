"""Dates on axes: days since 1970."""

import datetime

import numpy as np

from .ticker import Formatter, Locator

_EPOCH = datetime.datetime(1970, 1, 1)


def date2num(d):
    """Days since 1970 of a date, or of several."""
    if isinstance(d, str):
        d = np.datetime64(d)
    if isinstance(d, datetime.datetime):
        return (d.replace(tzinfo=None) - _EPOCH).total_seconds() / 86400
    if isinstance(d, datetime.date):
        return float((d - _EPOCH.date()).days)
    values = np.asarray(d)
    if values.dtype.kind == "M":
        days = values.astype("datetime64[ns]").astype("int64") / 86400e9
        return np.where(np.isnat(values), np.nan, days) if values.ndim else float(days)
    if values.dtype.kind == "O":
        return np.array([date2num(one) for one in values.ravel()], dtype=float).reshape(values.shape)
    return values


def num2date(x, tz=None):
    """The date so many days since 1970."""
    if np.ndim(x):
        return [num2date(one) for one in x]
    return (_EPOCH + datetime.timedelta(days=float(x))).replace(tzinfo=datetime.timezone.utc)


class DateFormatter(Formatter):
    """Dates by a format of strftime."""

    def __init__(self, fmt, tz=None, *, usetex=None):
        self.fmt = fmt

    def __call__(self, x, pos=0):
        return num2date(x).strftime(self.fmt)


class AutoDateFormatter(Formatter):
    """Dates as exact as they need."""

    format_ticks = None

    def __init__(self, locator=None, *args, **kwargs):
        pass


ConciseDateFormatter = AutoDateFormatter


class AutoDateLocator(Locator):
    """Dates that fit."""

    def __init__(self, *args, **kwargs):
        pass

    def _ask(self):
        return {"kind": "date"}


class _Months(Locator):
    def __init__(self, months, step):
        self._months, self._step = months, step

    def _ticks(self, low, high):
        first, last = num2date(low), num2date(high)
        found = []
        for at in range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1):
            if at % self._step == 0 and at % 12 + 1 in self._months:
                day = date2num(datetime.date(at // 12, at % 12 + 1, 1))
                if low <= day <= high:
                    found.append(day)
        return np.array(found)


class MonthLocator(_Months):
    """The first of months."""

    def __init__(self, bymonth=None, bymonthday=1, interval=1, tz=None):
        months = range(1, 13) if bymonth is None else np.ravel(bymonth).tolist()
        super().__init__(list(months), interval)


class YearLocator(_Months):
    """The first of years."""

    def __init__(self, base=1, month=1, day=1, tz=None):
        super().__init__([month], 1)
        self._base = base

    def _ticks(self, low, high):
        return np.array([day for day in super()._ticks(low, high) if num2date(day).year % self._base == 0])


class DayLocator(Locator):
    """Days."""

    def __init__(self, bymonthday=None, interval=1, tz=None):
        self._interval = interval

    def _ticks(self, low, high):
        return np.arange(np.ceil(low), np.floor(high) + 1, self._interval)
