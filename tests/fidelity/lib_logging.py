import logging
import sys
import warnings
import argparse
import contextlib
import io

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("train")
log.debug("hidden")
log.info("epoch %d loss %.3f", 1, 0.25)
log.warning("careful")
try:
    1 / 0
except ZeroDivisionError:
    log.error("failed", exc_info=False)
handler = logging.FileHandler("app.log")
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(message)s"))
log.addHandler(handler)
log.propagate = False
log.critical("to file")
handler.close()
print(open("app.log").read(), log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30))

parser = argparse.ArgumentParser(prog="train.py", description="Train a model.")
parser.add_argument("data")
parser.add_argument("--lr", type=float, default=0.1, help="learning rate")
parser.add_argument("-n", "--epochs", type=int, default=3)
parser.add_argument("--kind", choices=["tree", "linear"], default="tree")
parser.add_argument("-v", action="store_true")
parser.add_argument("--tags", nargs="*", default=[])
print(parser.parse_args(["d.csv", "--lr", "0.5", "-n", "7", "-v", "--tags", "a", "b"]))
print(parser.format_usage())
sub = argparse.ArgumentParser(prog="x").add_subparsers(dest="cmd").add_parser("run")
errors = io.StringIO()
with contextlib.redirect_stderr(errors):
    for bad in ([], ["d", "--lr", "fast"], ["d", "--zzz"]):
        try:
            parser.parse_args(bad)
        except SystemExit as error:
            print("exit", error.code)
print(errors.getvalue())

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old", DeprecationWarning)
    print(len(caught), caught[0].category.__name__, caught[0].message)
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("captured")
print(repr(out.getvalue()))


@contextlib.contextmanager
def timer(name):
    print("start", name)
    try:
        yield name.upper()
    finally:
        print("stop", name)


with timer("t") as t, contextlib.suppress(KeyError):
    print(t)
    {}["x"]
with contextlib.ExitStack() as stack:
    stack.callback(print, "later")
    print("first")
