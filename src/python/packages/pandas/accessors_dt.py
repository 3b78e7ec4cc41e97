"""`Series.dt`: fields of moments and durations."""

import _pandas
import numpy as np

from .arrays import StrArray
from .dates import DatetimeArray, TimedeltaArray
from .missing import NAT
from .moments import DAY_NAMES, MONTH_NAMES, UNITS, DAY, microseconds

_FIELDS = (
    "year month day hour minute second microsecond dayofweek day_of_week weekday dayofyear day_of_year quarter "
    "days_in_month daysinmonth nanosecond"
).split()
_ALIASES = {"day_of_week": "dayofweek", "weekday": "dayofweek", "day_of_year": "dayofyear", "daysinmonth": "days_in_month"}
_FLAGS = "is_month_start is_month_end is_quarter_start is_quarter_end is_year_start is_year_end is_leap_year".split()


class DatetimeProperties:
    """Fields of a column, each as a column."""

    def __init__(self, owner):
        values = owner._values
        if not isinstance(values, (DatetimeArray, TimedeltaArray)):
            raise AttributeError("Can only use .dt accessor with datetimelike values")
        self._owner, self._values = owner, values

    def _wrap(self, values):
        return self._owner._with_values(values)

    def __getattr__(self, name):
        if isinstance(self._values, DatetimeArray):
            if name in _FIELDS:
                return self._wrap(self._values.field(_ALIASES.get(name, name)))
            if name in _FLAGS:
                return self._wrap(_pandas.date_field(self._values._a, name) == 1)
        elif name in ("days", "seconds", "microseconds", "nanoseconds"):
            gaps, stored = self._values.isna(), self._values._a
            part = {
                "days": stored // DAY, "seconds": stored % DAY // 10**6, "microseconds": stored % 10**6, "nanoseconds": stored * 0
            }[name]
            return self._wrap(np.where(gaps, np.nan, part) if gaps.any() else part if name == "days" else part.astype("int32"))
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def _names(self, field, names, first):
        codes = _pandas.date_field(self._values._a, field)
        table = np.array(names + [float("nan")], dtype=object)
        codes = np.where(self._values.isna(), len(names), codes - first)
        return self._wrap(StrArray(table[codes]))

    def day_name(self, locale=None):
        return self._names("dayofweek", DAY_NAMES, 0)

    def month_name(self, locale=None):
        return self._names("month", MONTH_NAMES, 1)

    def strftime(self, date_format):
        return self._wrap(StrArray(_pandas.date_strftime(self._values._a, date_format)))

    @property
    def date(self):
        return self._wrap(np.array([one if one is None else one.date() for one in self._values.tolist()], dtype=object))

    @property
    def time(self):
        return self._wrap(np.array([one.time() for one in self._values.tolist()], dtype=object))

    def total_seconds(self):
        return self._wrap(self._values._floats() / 10**6)

    def normalize(self):
        return self._stepped(DAY, 0)

    def floor(self, freq):
        return self._stepped(UNITS[freq], 0)

    def ceil(self, freq):
        return self._stepped(UNITS[freq], UNITS[freq] - 1)

    def round(self, freq):
        return self._stepped(UNITS[freq], UNITS[freq] // 2)

    def _stepped(self, step, more):
        stored = self._values._a
        return self._wrap(self._values._new(np.where(self._values.isna(), NAT, (stored + more) // step * step)))

    def isocalendar(self):
        from .frame import DataFrame

        return DataFrame(
            {name: self._values.field(f"iso_{name}").astype("uint32") for name in ("year", "week", "day")},
            index=self._owner.index,
        )

    def to_period(self, freq=None):
        raise NotImplementedError("periods are not carried here; use dt.strftime or dt.to_timestamp-free months")

    def tz_localize(self, tz, **options):
        raise NotImplementedError("time zones are not carried here")

    tz_convert = tz_localize

    @property
    def tz(self):
        return None

    def to_pydatetime(self):
        return np.array([one.to_pydatetime() for one in self._values.tolist()], dtype=object)
