"""The event loop of a machine without sockets, processes and signals: timers on the virtual clock, and callbacks."""

import time

from . import base_events, events

__all__ = ("EventLoop", "SelectorEventLoop")


class _Timers:
    """Stands where a selector stands: waiting lets virtual time pass."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("the event loop waits for something that can never happen")
        if timeout > 0:
            time.sleep(timeout)
        return []


class EventLoop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Timers()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError("there are no signals here")

    def remove_signal_handler(self, sig):
        raise NotImplementedError("there are no signals here")


SelectorEventLoop = EventLoop


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = EventLoop
