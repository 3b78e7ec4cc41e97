"""The learner's hand on the virtual clock.

`time.sleep` passes at once here, and so does a day:

    import dojo
    dojo.advance(days=1)
"""

import _dojo
import datetime as _datetime

__all__ = ["advance", "now"]


def advance(**time):
    """Let virtual time pass: the arguments of `datetime.timedelta`."""
    _dojo.sleep(_datetime.timedelta(**time).total_seconds())
    return now()


def now():
    """The virtual present, in UTC."""
    return _datetime.datetime.now(_datetime.timezone.utc)
