"""Columns of moments and durations, in microseconds, and reading them from text."""

import datetime as _datetime

import _pandas
import numpy as np

from .arrays import ExtensionArray, as_objects, numpy_operator
from .dtypes import MomentDtype, is_moment
from .errors import DateParseError
from .missing import NAT, NaT, is_missing, nan
from .moments import DAY, UNITS, DateOffset, Timedelta, Timestamp, microseconds


class MomentArray(ExtensionArray):
    """What moments and durations share: whole microseconds, and one number for missing."""

    _gap = NAT

    def __init__(self, backing, dtype=None):
        self._a = backing
        self.dtype = dtype or MomentDtype(self._family, "us")

    def _new(self, backing):
        return type(self)(backing, self.dtype)

    def isna(self):
        return self._a == NAT

    def tolist(self):
        make = self._scalar._from
        return [NaT if stored == NAT else make(stored) for stored in self._a.tolist()]

    def _box(self, stored):
        return NaT if stored == NAT else self._scalar._from(stored)

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        if dtype is not None and np.dtype(dtype).kind == "i":
            return self._a.astype(dtype)
        if dtype is not None and np.dtype(dtype).kind == "O":
            return self._objects()
        return self._a.astype(f"{self._family}[us]")

    def _compare(self, name, other):
        if isinstance(other, MomentArray):
            backing, gaps = other._a, other.isna()
        else:
            try:
                backing = NAT if is_missing(other) else self._unbox(other)
            except (TypeError, ValueError):
                if name in ("eq", "ne"):
                    return np.full(len(self), name == "ne")
                if isinstance(other, str):
                    raise
                raise TypeError(f"Invalid comparison between dtype={self.dtype} and {type(other).__name__}") from None
            gaps = backing == NAT
        found = numpy_operator(name)(self._a, backing)
        found[self.isna() | gaps] = name == "ne"
        return found

    def _moved(self, other, sign):
        """This by a duration, an array of them or a step of the calendar."""
        if isinstance(other, DateOffset):
            return self._new(np.array([NAT if one is NaT else microseconds(other._moved(one, sign)) for one in self.tolist()], dtype="int64"))
        gaps = self.isna()
        if isinstance(other, MomentArray):
            step, gaps = other._a, gaps | other.isna()
        else:
            step = NAT if is_missing(other) else microseconds(Timedelta(other))
            if step == NAT:
                gaps, step = np.ones(len(self), dtype=bool), 0
        return np.where(gaps, NAT, self._a + sign * step)


class DatetimeArray(MomentArray):
    """Moments since 1970."""

    _family, _label, _scalar = "datetime64", "DatetimeArray", Timestamp

    def _unbox(self, value):
        if isinstance(value, str):
            value = Timestamp(value)
        if isinstance(value, np.datetime64):
            value = Timestamp(value)
        if not isinstance(value, (_datetime.datetime, _datetime.date)):
            raise TypeError(f"value should be a 'Timestamp', 'NaT', or array of those. Got '{type(value).__name__}' instead.")
        return microseconds(value)

    def _show(self, value):
        return f"'{value}'"

    def _arith(self, name, other, reflected):
        if name == "sub" and (isinstance(other, DatetimeArray) or isinstance(other, (_datetime.datetime, str))):
            stored = other._a if isinstance(other, DatetimeArray) else self._unbox(other)
            gaps = self.isna() | (other.isna() if isinstance(other, DatetimeArray) else False)
            step = stored - self._a if reflected else self._a - stored
            return TimedeltaArray(np.where(gaps, NAT, step))
        if name in ("add", "sub") and (
            isinstance(other, (TimedeltaArray, _datetime.timedelta, DateOffset)) or is_missing(other)
        ):
            moved = self._moved(other, 1 if name == "add" else -1)
            return moved if isinstance(moved, DatetimeArray) else self._new(moved)
        shown = {"add": "+", "sub": "-"}.get(name, name)
        raise TypeError(f"unsupported operand type(s) for {shown}: 'DatetimeArray' and '{type(other).__name__}'")

    def field(self, name):
        """A field of the calendar: whole numbers, or floats where one is missing."""
        found = _pandas.date_field(self._a, name)
        gaps = self.isna()
        if gaps.any():
            found = found.astype("float64")
            found[gaps] = nan
            return found
        return found.astype("int32")


class TimedeltaArray(MomentArray):
    """Durations."""

    _family, _label, _scalar = "timedelta64", "TimedeltaArray", Timedelta

    def _unbox(self, value):
        if isinstance(value, str):
            value = Timedelta(value)
        if not isinstance(value, _datetime.timedelta):
            raise TypeError(f"value should be a 'Timedelta', 'NaT', or array of those. Got '{type(value).__name__}' instead.")
        return microseconds(value)

    def _show(self, value):
        return f"'{value}'"

    def _floats(self):
        found = self._a.astype("float64")
        found[self.isna()] = nan
        return found

    def _arith(self, name, other, reflected):
        if name in ("add", "sub"):
            if isinstance(other, DatetimeArray):
                return other._arith("add", self, False)
            if isinstance(other, _datetime.datetime):
                return DatetimeArray(np.where(self.isna(), NAT, microseconds(other) + self._a))
            if isinstance(other, (TimedeltaArray, _datetime.timedelta)):
                if reflected and name == "sub":
                    return self._new(np.where(self.isna(), NAT, microseconds(other) - self._a))
                return self._new(self._moved(other, 1 if name == "add" else -1))
        if name == "truediv" and isinstance(other, (TimedeltaArray, _datetime.timedelta)):
            return self._floats() / (other._floats() if isinstance(other, TimedeltaArray) else microseconds(other))
        if name == "floordiv" and isinstance(other, _datetime.timedelta):
            return self._a // microseconds(other)
        if name in ("mul", "truediv") and not isinstance(other, ExtensionArray):
            found = self._floats() * other if name == "mul" else self._floats() / other
            gaps = np.isnan(found)
            return self._new(np.where(gaps, NAT, np.where(gaps, 0, found).astype("int64")))
        raise TypeError(f"unsupported operand type(s) for {name}: 'TimedeltaArray' and '{type(other).__name__}'")


def parse_one(text):
    """A moment from text, in microseconds; None for what says that it is missing."""
    if text in ("now", "today"):
        return microseconds(_datetime.datetime.now())
    backing = parse(np.array([text], dtype=object), None, "raise", False)
    return None if backing[0] == NAT else int(backing[0])


def parse(texts, format, errors, dayfirst):
    """Moments from text, in microseconds."""
    backing, failed, guessed = _pandas.date_parse(texts, format, dayfirst)
    if failed is None or errors == "coerce":
        return backing
    text = texts[failed]
    if format is not None or guessed is not None:
        shown = format or guessed
        raise ValueError(
            f'time data "{text}" doesn\'t match format "{shown}". You might want to try:\n'
            "    - passing `format` if your strings have a consistent format;\n"
            "    - passing `format='ISO8601'` if your strings are all ISO8601 but not necessarily in exactly the same format;\n"
            "    - passing `format='mixed'`, and the format will be inferred for each element individually. "
            "You might want to use `dayfirst` alongside this."
        )
    raise DateParseError(f"Unknown datetime string format, unable to parse: {text}")


def parse_duration(text):
    """A duration from text such as `1 days 02:00:00` or `90min`, in microseconds."""
    found = _pandas.duration_parse(text)
    if found is None:
        raise ValueError(f"unit abbreviation w/o a number" if not any(c.isdigit() for c in text) else f"invalid unit abbreviation: {text}")
    return None if found == NAT else found


def moments_of(listed):
    """An array of moments from a list of `datetime`, `date` and missing values."""
    return DatetimeArray(np.array([NAT if is_missing(one) else microseconds(Timestamp(one) if isinstance(one, np.datetime64) else one) for one in listed], dtype="int64"))


def durations_of(listed):
    """An array of durations from a list of `timedelta` and missing values."""
    return TimedeltaArray(np.array([NAT if is_missing(one) else microseconds(one) for one in listed], dtype="int64"))


def _datetime_array(values, format, errors, dayfirst, unit):
    """Moments from a column's array."""
    if isinstance(values, DatetimeArray):
        return values
    if isinstance(values, np.ndarray) and values.dtype.kind == "M":
        return DatetimeArray(values.astype("datetime64[us]").astype("int64"))
    if isinstance(values, np.ndarray) and values.dtype.kind in "iuf":
        if format is not None:
            return _datetime_array(np.array([str(one) for one in values.tolist()], dtype=object), format, errors, dayfirst, None)
        gaps = np.isnan(values) if values.dtype.kind == "f" else np.zeros(len(values), dtype=bool)
        values = np.where(gaps, 0, values)
        stored = values // 1000 if unit in (None, "ns") else values * UNITS[unit]
        return DatetimeArray(np.where(gaps, NAT, stored.astype("int64")))
    values = as_objects(values)
    kinds = set(map(type, values.tolist()))
    if any(issubclass(kind, (_datetime.date, np.datetime64)) for kind in kinds):
        return moments_of([Timestamp(one) for one in values.tolist()])
    return DatetimeArray(parse(values, None if format in ("mixed", "ISO8601") else format, errors, dayfirst))


def to_datetime(arg, errors="raise", dayfirst=False, yearfirst=False, utc=False, format=None, unit=None, origin="unix", cache=True, **options):
    """Moments from text, numbers or columns of years, months and days."""
    from .construct import array_of
    from .frame import DataFrame
    from .index import Index
    from .series import Series

    if utc or yearfirst or origin != "unix" or options:
        raise NotImplementedError("to_datetime carries no utc, yearfirst, origin or exact here")
    if errors not in ("raise", "coerce"):
        raise ValueError("errors must be one of 'raise', or 'coerce'.")
    if arg is None:
        return None
    if isinstance(arg, DataFrame):
        names = {str(column).lower().rstrip("s"): column for column in arg.columns}
        missing = [name for name in ("year", "month", "day") if name not in names]
        if missing:
            raise ValueError(
                f"to assemble mappings requires at least that [year, month, day] be specified: [{','.join(missing)}] is missing"
            )
        parts = zip(*(arg[names[name]].tolist() for name in ("year", "month", "day")))
        return Series(moments_of([_datetime.datetime(*map(int, part)) for part in parts]), index=arg.index)
    if isinstance(arg, Series):
        return Series(_datetime_array(arg._values, format, errors, dayfirst, unit), index=arg.index, name=arg.name)
    if isinstance(arg, (list, tuple, np.ndarray, Index, ExtensionArray)):
        found = _datetime_array(array_of(arg), format, errors, dayfirst, unit)
        return Index(found, name=getattr(arg, "name", None))
    if is_missing(arg):
        return NaT
    found = _datetime_array(array_of([arg]), format, errors, dayfirst, unit)
    return found[0]


def to_timedelta(arg, unit=None, errors="raise"):
    """Durations from text or numbers."""
    from .construct import array_of
    from .index import Index
    from .series import Series

    def convert(listed):
        return durations_of([Timedelta(one, unit) for one in listed])

    if isinstance(arg, Series):
        return Series(convert(arg.tolist()), index=arg.index, name=arg.name)
    if isinstance(arg, (list, tuple, np.ndarray, Index)):
        return Index(convert(list(arg)))
    return Timedelta(arg, unit)


_STEPS = {"D": DAY, "h": UNITS["h"], "min": UNITS["min"], "s": UNITS["s"], "W": 7 * DAY, "H": UNITS["h"], "ms": 1000}


def date_range(start=None, end=None, periods=None, freq=None, tz=None, normalize=False, name=None, inclusive="both", unit=None):
    """Moments at even steps."""
    from .index import DatetimeIndex

    if tz is not None or inclusive != "both":
        raise NotImplementedError("date_range carries no tz and no inclusive here")
    if sum(part is not None for part in (start, end, periods, freq)) < 3 and freq is None:
        if sum(part is not None for part in (start, end, periods)) < 2:
            raise ValueError("Of the four parameters: start, end, periods, and freq, exactly three must be specified")
        freq = freq or "D"
    first = None if start is None else Timestamp(start)
    last = None if end is None else Timestamp(end)
    if freq is None:
        stored = np.linspace(microseconds(first), microseconds(last), periods).astype("int64")
        return DatetimeIndex(DatetimeArray(stored), name=name)
    count = freq.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-")
    unit_name = freq[len(count):]
    count = int(count) if count else 1
    if unit_name.startswith("W"):
        stored = _weeks(first, last, periods, count, unit_name.partition("-")[2] or "SUN")
        freq = ("" if count == 1 else str(count)) + "W-" + (unit_name.partition("-")[2] or "SUN")
    elif unit_name in _STEPS:
        step = count * _STEPS[unit_name]
        if first is None:
            stored = microseconds(last) - step * np.arange(periods - 1, -1, -1)
        elif periods is not None:
            stored = microseconds(first) + step * np.arange(periods)
        else:
            stored = np.arange(microseconds(first), microseconds(last) + 1, step)
    elif unit_name in ("MS", "ME", "QS", "QE", "YS", "YE", "B"):
        stored = _calendar(first, last, periods, count, unit_name)
        if unit_name in ("QS", "QE", "YS", "YE"):
            freq += "-JAN" if unit_name in ("QS", "YS") else "-DEC"
    else:
        message = f"Invalid frequency: {freq}"
        if unit_name in ("M", "Q", "Y", "A", "H", "T", "S"):
            new = {"M": "ME", "Q": "QE", "Y": "YE", "A": "YE", "H": "h", "T": "min", "S": "s"}[unit_name]
            raise ValueError(f"Invalid frequency: {unit_name}. Did you mean {new}?")
        raise ValueError(message)
    made = DatetimeIndex(DatetimeArray(np.asarray(stored, dtype="int64")), name=name)
    made._freq = freq
    return made


def _weeks(first, last, periods, count, day):
    """One day of the week, every `count` weeks."""
    wanted = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"].index(day)
    begin = microseconds(first) + (wanted - first.weekday()) % 7 * DAY
    end = microseconds(last) if last is not None else begin + (periods - 1) * count * 7 * DAY
    return np.arange(begin, end + 1, count * 7 * DAY)


def _calendar(first, last, periods, count, unit):
    """Beginnings or ends of months, quarters and years, or working days."""
    if first is None:
        raise NotImplementedError("date_range needs a start for this freq here")
    found, moment = [], first
    if unit == "B":
        while (periods is None or len(found) < periods) and (last is None or moment <= last):
            if moment.weekday() < 5:
                found.append(microseconds(moment))
            moment += Timedelta(days=1)
        return found[::count]
    months = {"M": 1, "Q": 3, "Y": 12}[unit[0]]
    at_end = unit.endswith("E")
    year, month, clock = first.year, first.month, microseconds(first) % DAY
    while (periods is None or len(found) < periods):
        if (month % months == 0) if at_end else ((month - 1) % months == 0):
            day = Timestamp(year, month, 1)
            day = day.replace(day=day.days_in_month) if at_end else day
            stored = microseconds(day) + clock
            if last is not None and stored > microseconds(last):
                break
            if stored >= microseconds(first):
                found.append(stored)
                for _ in range(count - 1):
                    year, month = divmod(year * 12 + month - 1 + months, 12)
                    month += 1
        elif last is not None and Timestamp(year, month, 1) > last:
            break
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found
