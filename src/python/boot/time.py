"""`time` on the virtual clock, in UTC; `perf_counter` and `process_time` on the real one."""

import _dojo
import time

_gmtime, _strftime, _asctime = time.gmtime, time.strftime, time.asctime
_EPOCH_ORDINAL = 719163
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def gmtime(seconds=None):
    return _gmtime(_dojo.time() if seconds is None else seconds)


def localtime(seconds=None):
    return gmtime(seconds)


def mktime(t):
    years, month = t[0] + (t[1] - 1) // 12, (t[1] - 1) % 12
    leap = month > 1 and (years % 4 == 0 and (years % 100 != 0 or years % 400 == 0))
    before = years - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    days += _DAYS_BEFORE[month] + leap + t[2] - _EPOCH_ORDINAL
    return float(((days * 24 + t[3]) * 60 + t[4]) * 60 + t[5])


def asctime(t=None):
    return _asctime(gmtime() if t is None else t)


def ctime(seconds=None):
    return _asctime(gmtime(seconds))


def strftime(format, t=None):
    return _strftime(format, gmtime() if t is None else t)


def strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    import _strptime

    return _strptime._strptime_time(data_string, format)


def clock_gettime(clock):
    return _dojo.time()


def get_clock_info(name):
    import types

    adjustable = {"time": True, "monotonic": False, "perf_counter": False, "process_time": False, "thread_time": False}
    if name not in adjustable:
        raise ValueError("unknown clock")
    moves_back = adjustable[name]
    return types.SimpleNamespace(
        implementation="virtual", monotonic=not moves_back, adjustable=moves_back, resolution=1e-09
    )


for _function in (get_clock_info, gmtime, localtime, mktime, asctime, ctime, strftime, strptime):
    _function.__module__ = "time"
    setattr(time, _function.__name__, _function)
time.time = time.monotonic = _dojo.time
time.time_ns = time.monotonic_ns = _dojo.time_ns
time.perf_counter = time.process_time = time.thread_time = _dojo.perf_counter
time.perf_counter_ns = time.process_time_ns = time.thread_time_ns = _dojo.perf_counter_ns
time.sleep = _dojo.sleep
time.tzname, time.timezone, time.altzone, time.daylight = ("UTC", "UTC"), 0, 0, 0
