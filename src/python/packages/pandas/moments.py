"""One moment and one duration: Timestamp and Timedelta, to the microsecond."""

import datetime as _datetime

import numpy as np

from .missing import NaT, is_missing

EPOCH = _datetime.datetime(1970, 1, 1)
UNITS = {
    "us": 1, "microsecond": 1, "microseconds": 1, "ms": 1000, "millisecond": 1000, "milliseconds": 1000,
    "s": 10**6, "sec": 10**6, "second": 10**6, "seconds": 10**6, "S": 10**6,
    "m": 60 * 10**6, "min": 60 * 10**6, "minute": 60 * 10**6, "minutes": 60 * 10**6, "T": 60 * 10**6,
    "h": 3600 * 10**6, "hour": 3600 * 10**6, "hours": 3600 * 10**6, "hr": 3600 * 10**6,
    "D": 86400 * 10**6, "d": 86400 * 10**6, "day": 86400 * 10**6, "days": 86400 * 10**6,
    "W": 7 * 86400 * 10**6, "w": 7 * 86400 * 10**6, "week": 7 * 86400 * 10**6, "weeks": 7 * 86400 * 10**6,
}
DAY = UNITS["D"]
DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()


def microseconds(value):
    """A moment since 1970, or a duration, in microseconds."""
    if isinstance(value, _datetime.datetime):
        if value.tzinfo is not None:
            raise NotImplementedError("time zones are not carried here")
        clock = (value.hour * 60 + value.minute) * 60 + value.second
        return (value.toordinal() - EPOCH.toordinal()) * DAY + clock * 10**6 + value.microsecond
    if isinstance(value, _datetime.date):
        return (value.toordinal() - EPOCH.toordinal()) * DAY
    if isinstance(value, _datetime.timedelta):
        return (value.days * 86400 + value.seconds) * 10**6 + value.microseconds
    raise TypeError(f"neither a moment nor a duration: {type(value).__name__}")


class Timestamp(_datetime.datetime):
    """A moment: a `datetime` that knows more."""

    __module__ = "pandas"

    def __new__(cls, ts_input=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, *, year=None, unit=None, tz=None, nanosecond=0, **options):
        if tz is not None or options.get("tzinfo") is not None:
            raise NotImplementedError("time zones are not carried here")
        if year is not None or month is not None:
            year = ts_input if year is None else year
            return super().__new__(cls, year, month, day, hour, minute, second, microsecond)
        if isinstance(ts_input, (bytes, str)):
            from .dates import parse_one

            stored = parse_one(ts_input)
            return NaT if stored is None else cls._from(stored)
        if is_missing(ts_input):
            return NaT
        if isinstance(ts_input, (int, float, np.integer, np.floating)):
            return cls._from(int(ts_input * UNITS[unit]) if unit and unit != "ns" else int(ts_input) // 1000)
        if isinstance(ts_input, np.datetime64):
            return cls(str(ts_input))
        return cls._from(microseconds(ts_input))

    @classmethod
    def _from(cls, stored):
        whole = EPOCH + _datetime.timedelta(microseconds=int(stored))
        return _datetime.datetime.__new__(
            cls, whole.year, whole.month, whole.day, whole.hour, whole.minute, whole.second, whole.microsecond
        )

    @classmethod
    def now(cls, tz=None):
        return cls(_datetime.datetime.now())

    today = now

    @property
    def value(self):
        return microseconds(self) * 1000

    unit = "us"
    nanosecond = 0

    dayofweek = day_of_week = property(_datetime.datetime.weekday)
    dayofyear = day_of_year = property(lambda self: self.timetuple().tm_yday)
    quarter = property(lambda self: (self.month + 2) // 3)
    week = weekofyear = property(lambda self: self.isocalendar()[1])
    is_leap_year = property(lambda self: self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0))
    is_month_start = property(lambda self: self.day == 1)
    is_month_end = property(lambda self: (self + Timedelta(days=1)).day == 1)

    @property
    def days_in_month(self):
        following = self.replace(day=28) + Timedelta(days=4)
        return (following - Timedelta(days=following.day)).day

    daysinmonth = days_in_month

    def day_name(self, locale=None):
        return DAY_NAMES[self.weekday()]

    def month_name(self, locale=None):
        return MONTH_NAMES[self.month - 1]

    def normalize(self):
        return self.replace(hour=0, minute=0, second=0, microsecond=0)

    def floor(self, freq):
        step = UNITS[freq]
        return Timestamp._from(microseconds(self) // step * step)

    def to_pydatetime(self, warn=True):
        return _datetime.datetime(
            self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond
        )

    def replace(self, **fields):
        return Timestamp(self.to_pydatetime().replace(**fields))

    def __add__(self, other):
        if isinstance(other, _datetime.timedelta):
            return Timestamp._from(microseconds(self) + microseconds(other))
        if hasattr(other, "_moved"):
            return other._moved(self, 1)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, _datetime.datetime):
            return Timedelta._from(microseconds(self) - microseconds(other))
        if isinstance(other, _datetime.timedelta):
            return Timestamp._from(microseconds(self) - microseconds(other))
        if hasattr(other, "_moved"):
            return other._moved(self, -1)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, _datetime.datetime):
            return Timedelta._from(microseconds(other) - microseconds(self))
        return NotImplemented

    def __hash__(self):
        return _datetime.datetime.__hash__(self)

    def __eq__(self, other):
        if isinstance(other, _datetime.datetime):
            return _datetime.datetime.__eq__(self, other)
        return NotImplemented if hasattr(other, "dtype") else False

    def isoformat(self, sep="T", timespec="auto"):
        return _datetime.datetime.isoformat(self, sep, timespec)

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        return f"Timestamp('{self}')"

    def __reduce__(self):
        return (Timestamp, (self.to_pydatetime(),))


class Timedelta(_datetime.timedelta):
    """A duration: a `timedelta` that knows more."""

    __module__ = "pandas"

    def __new__(cls, value=None, unit=None, **parts):
        if value is None:
            return cls._from(microseconds(_datetime.timedelta(**parts)))
        if isinstance(value, str):
            from .dates import parse_duration

            stored = parse_duration(value)
            return NaT if stored is None else cls._from(stored)
        if is_missing(value):
            return NaT
        if isinstance(value, (int, float, np.integer, np.floating)):
            return cls._from(round(value * UNITS[unit]) if unit and unit != "ns" else int(value) // 1000)
        return cls._from(microseconds(value))

    @classmethod
    def _from(cls, stored):
        days, rest = divmod(int(stored), DAY)
        return _datetime.timedelta.__new__(cls, days, rest // 10**6, rest % 10**6)

    @property
    def value(self):
        return microseconds(self) * 1000

    unit = "us"
    nanoseconds = 0

    @property
    def components(self):
        from collections import namedtuple

        kind = namedtuple("Components", "days hours minutes seconds milliseconds microseconds nanoseconds")
        seconds = self.seconds
        return kind(
            self.days, seconds // 3600, seconds // 60 % 60, seconds % 60,
            self.microseconds // 1000, self.microseconds % 1000, 0,
        )

    def to_pytimedelta(self):
        return _datetime.timedelta(self.days, self.seconds, self.microseconds)

    def _result(name):
        def method(self, other):
            if isinstance(other, (_datetime.datetime,)) or hasattr(other, "_values"):
                return NotImplemented
            found = getattr(_datetime.timedelta, name)(self, other)
            return Timedelta(found) if isinstance(found, _datetime.timedelta) else found

        return method

    __add__, __radd__, __sub__, __rsub__ = map(_result, ("__add__", "__radd__", "__sub__", "__rsub__"))
    __mul__, __rmul__, __floordiv__ = map(_result, ("__mul__", "__rmul__", "__floordiv__"))
    __truediv__ = _result("__truediv__")

    def __neg__(self):
        return Timedelta._from(-microseconds(self))

    def __abs__(self):
        return Timedelta._from(abs(microseconds(self)))

    def __hash__(self):
        return _datetime.timedelta.__hash__(self)

    def __str__(self):
        clock = f"{self.seconds // 3600:02}:{self.seconds // 60 % 60:02}:{self.seconds % 60:02}"
        sign = "+" if self.days < 0 else ""
        rest = f".{self.microseconds:06}" if self.microseconds else ""
        return f"{self.days} days {sign}{clock}{rest}"

    def __repr__(self):
        return f"Timedelta('{self}')"

    def __reduce__(self):
        return (Timedelta, (self.to_pytimedelta(),))


class DateOffset:
    """A step by the calendar: months and years, which are not of one length."""

    __module__ = "pandas"

    def __init__(self, n=1, **parts):
        self.n = n
        self.parts = parts or {"days": 1}

    def _moved(self, moment, sign):
        months = (self.parts.get("years", 0) * 12 + self.parts.get("months", 0)) * self.n * sign
        year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
        first = Timestamp(year, month + 1, 1)
        moved = moment.replace(year=year, month=month + 1, day=min(moment.day, first.days_in_month))
        rest = {name: value * self.n * sign for name, value in self.parts.items() if name not in ("years", "months")}
        return moved + Timedelta(**rest) if rest else moved

    def __radd__(self, moment):
        return self._moved(moment, 1)

    def __rsub__(self, moment):
        return self._moved(moment, -1)

    def __repr__(self):
        shown = ", ".join(f"{name}={value}" for name, value in self.parts.items())
        return f"<DateOffset: {shown}>"
