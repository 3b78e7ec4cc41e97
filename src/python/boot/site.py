"""What the interpreter's own start leaves out: outputs, `exit`, `input`, the printing of errors."""

import _dojo
import builtins
import sys


class Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Use %s() or Ctrl-D (i.e. EOF) to exit" % self.name

    def __call__(self, code=None):
        raise SystemExit(code)


def excepthook(kind, error, trace):
    import traceback

    traceback.print_exception(kind, error, trace)


builtins.exit, builtins.quit = Quitter("exit"), Quitter("quit")
builtins.input = _dojo.input
sys.excepthook = sys.__excepthook__ = excepthook
sys.stdout = sys.__stdout__ = _dojo.printer(1)
sys.stderr = sys.__stderr__ = _dojo.printer(2)
