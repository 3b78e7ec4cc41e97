"""There is one process here: a pool of processes is a pool of threads, and so is what it runs."""

from . import _base, thread

__all__ = ("BrokenProcessPool", "ProcessPoolExecutor")


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class ProcessPoolExecutor(thread.ThreadPoolExecutor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        super().__init__(max_workers, "", initializer, initargs)
