# known 17: the message says more since CPython 3.14
from datetime import date, datetime, time, timedelta, timezone
import calendar
import time as clock

d = datetime(2024, 2, 28, 23, 59, 59, 123456)
print(d, repr(d), d.isoformat(), d.date(), d.time(), d.strftime("%Y/%m/%d %H:%M:%S.%f %j %A %B %a %b %p %I %y %U"))
print(d + timedelta(days=2), d - datetime(2024, 1, 1), timedelta(hours=25, seconds=3.5), repr(timedelta(1, 2, 3)))
print(datetime.strptime("2024-03-01 12:30", "%Y-%m-%d %H:%M"), datetime.fromisoformat("2024-03-01T12:30:00+09:00"))
print(date(2024, 12, 30).isocalendar(), date(2024, 2, 29).weekday(), date.fromordinal(738000), date(2024, 1, 31).replace(month=2, day=29))
tz = timezone(timedelta(hours=9), "JST")
aware = datetime(2024, 1, 1, tzinfo=tz)
print(aware, aware.astimezone(timezone.utc), aware.tzname(), aware.utcoffset(), aware.timestamp(), datetime.fromtimestamp(0, timezone.utc))
print(timedelta(days=1) / timedelta(hours=1), timedelta(minutes=90) // 2, abs(timedelta(-1)), timedelta(0.5).total_seconds(), -timedelta(1))
print(sorted([date(2024, 1, 2), date(2023, 1, 1)]), date.max, datetime.min, time(1, 2).isoformat(), time.fromisoformat("04:05:06"))
print(calendar.monthrange(2024, 2), calendar.isleap(2100), calendar.month_name[3], calendar.day_abbr[0])
print(calendar.month(2024, 2))
for bad in (lambda: date(2023, 2, 29), lambda: datetime.strptime("x", "%Y"), lambda: d - aware, lambda: datetime.fromisoformat("nope")):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(clock.strftime("%Y-%m-%d", clock.gmtime(0)), clock.gmtime(86400).tm_yday, clock.struct_time((2024, 1, 1, 0, 0, 0, 0, 1, 0)).tm_year)
print(clock.strptime("30 Nov 00", "%d %b %y").tm_mon, calendar.timegm((1970, 1, 2, 0, 0, 0)), clock.asctime(clock.gmtime(0)))
a = datetime.now()
clock.sleep(0.01)
print(datetime.now() - a >= timedelta(milliseconds=10), date.today() == datetime.today().date(), datetime.now(timezone.utc).tzinfo)
