# Own modules and packages, written by the program and imported.
import importlib
import os
import sys

os.makedirs("pkg/sub")
open("pkg/__init__.py", "w").write("from .core import add\nVERSION = '1'\n")
open("pkg/core.py", "w").write("def add(a, b):\n    return a + b\n")
open("pkg/sub/__init__.py", "w").write("from ..core import add as plus\n__all__ = ['plus']\n")
open("helper.py", "w").write("print('loading', __name__)\nvalue = 1\n")
sys.path.insert(0, os.getcwd())
importlib.invalidate_caches()
import pkg
import helper
import helper as again
from pkg.sub import *
from pkg import core as c

print(pkg.add(1, 2), pkg.VERSION, plus(3, 4), c.__name__, again is helper, os.path.basename(pkg.__file__), helper.__file__ == os.path.abspath("helper.py"))
open("helper.py", "w").write("print('again', __name__)\nvalue = 22\n")
importlib.reload(helper)
print(helper.value, "helper" in sys.modules, importlib.import_module("pkg.core").add(5, 6))
for bad in ("import nope_nope", "from pkg import nothing", "import pkg.nope", "from . import x"):
    try:
        exec(bad)
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0])
open("broken.py", "w").write("def f(:\n")
try:
    import broken
except SyntaxError as error:
    print(error.lineno, os.path.basename(error.filename))
open("cyc_a.py", "w").write("import cyc_b\nx = 1\n")
open("cyc_b.py", "w").write("import cyc_a\ny = 2\n")
importlib.invalidate_caches()
import cyc_a
print(cyc_a.cyc_b.y, cyc_a.cyc_b.cyc_a.x)
print(__name__, [name for name in ("numpy", "pkg") if name in sys.modules])
if __name__ == "__main__":
    print("main")
