"""What `threading.Condition` asks of a lock and RustPython's stand-in for `_thread` leaves out."""

import _thread


def _is_owned(self):
    return self.locked_count > 0


def _release_save(self):
    count, self.locked_count = self.locked_count, 0
    return count


def _acquire_restore(self, count):
    self.locked_count = count


for _method in (_is_owned, _release_save, _acquire_restore):
    setattr(_thread.RLock, _method.__name__, _method)
