"""There are no signals here: handlers are kept and never called."""

import enum


class Signals(enum.IntEnum):
    SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGKILL, SIGUSR1, SIGUSR2 = 1, 2, 3, 6, 9, 10, 12
    SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = 13, 14, 15, 17


class Handlers(enum.IntEnum):
    SIG_DFL, SIG_IGN = 0, 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler}


def getsignal(signalnum):
    return _handlers.get(Signals(signalnum), Handlers.SIG_DFL)


def signal(signalnum, handler):
    before = getsignal(signalnum)
    _handlers[Signals(signalnum)] = handler
    return before


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


def valid_signals():
    return set(Signals)
