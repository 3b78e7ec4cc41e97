# known 22: RustPython leaves the full stop out
from pathlib import Path, PurePosixPath
import glob
import os
import shutil
import tempfile

base = Path("work")
base.mkdir()
(base / "a" / "b").mkdir(parents=True)
p = base / "a" / "data.csv"
print(p, p.name, p.stem, p.suffix, p.parent, p.parts, p.with_suffix(".json"), p.exists(), repr(p))
print(p.write_text("x,y\n1,2\n"), p.read_text(), p.exists(), p.is_file(), p.stat().st_size, base.is_dir())
(base / "bytes.bin").write_bytes(b"\x00\x01")
print((base / "bytes.bin").read_bytes(), sorted(x.name for x in base.iterdir()), sorted(str(x) for x in base.rglob("*")))
print(sorted(map(str, base.glob("**/*.csv"))), sorted(glob.glob("work/*")), sorted(glob.glob("work/**/*.csv", recursive=True)))
print(PurePosixPath("/a/b/../c.txt").parent, PurePosixPath("a").joinpath("b", "c"), p.relative_to(base), Path("/x").is_absolute(), Path("a/./b//c"))
p.rename(base / "a" / "moved.csv")
(base / "bytes.bin").unlink()
for kind, act in [("missing", lambda: open("nope.txt")), ("exists", lambda: base.mkdir()), ("not empty", lambda: base.rmdir()), ("isdir", lambda: open("work")), ("x", lambda: open("work/a/moved.csv", "x")), ("unlink", lambda: os.remove("zzz")), ("list", lambda: os.listdir("nope")), ("under file", lambda: open("work/a/moved.csv/x"))]:
    try:
        act()
    except OSError as error:
        print(kind, type(error).__name__, error.errno, error)
for root, folders, files in sorted(os.walk("work")):
    print(root, sorted(folders), files)
with open("f.txt", "w+") as f:
    print(f.write("line 1\nline 2\nline 3\n"), f.tell(), f.seek(0), f.readline(), f.readlines(), f.name, f.mode, f.closed, f.encoding.lower())
print(f.closed)
try:
    f.read()
except ValueError as error:
    print(error)
with open("f.txt") as f:
    print([line.strip() for line in f])
try:
    open("f.txt").write("x")
except OSError as error:
    print(type(error).__name__, error)
with open("f.txt", "r+b") as f:
    f.seek(-7, 2)
    print(f.read(4), f.tell(), f.truncate(5))
print(open("f.txt").read(), os.path.getsize("f.txt"), open("f.txt", "rb").read())
with open("bin", "wb") as f:
    f.write("é".encode("utf-8")); f.write(bytes(range(3)))
print(open("bin", "rb").read(), open("bin", encoding="latin-1").read(2))
try:
    open("bin", "rb").read().decode("ascii")
except UnicodeDecodeError as error:
    print(error)
try:
    open("f.txt", "q")
except ValueError as error:
    print(error)
print(os.path.join("a", "b"), os.path.splitext("x.tar.gz"), os.path.basename("/a/b"), os.path.dirname("/a/b"), os.path.normpath("a/../b"), os.path.exists("f.txt"), os.path.isabs("a"), os.path.commonpath(["/a/b", "/a/c"]))
with tempfile.TemporaryDirectory() as folder:
    inside = Path(folder, "t.txt")
    inside.write_text("t")
    print(inside.exists())
print(inside.exists())
with tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=False) as t:
    t.write("temp")
print(Path(t.name).read_text(), Path(t.name).suffix)
with tempfile.TemporaryFile() as t:
    t.write(b"abc"); t.seek(0)
    print(t.read())
shutil.copy("f.txt", "g.txt")
shutil.copytree("work", "copy")
print(sorted(os.listdir(".")), sorted(os.listdir("copy")))
shutil.move("g.txt", "copy/g.txt")
shutil.rmtree("work")
print(os.path.exists("work"), os.listdir("copy/a") and sorted(os.listdir("copy")))
os.environ["DOJO_X"] = "1"
print(os.environ["DOJO_X"], os.getenv("DOJO_Y", "none"), os.sep, os.linesep == "\n", "DOJO_Y" in os.environ)
os.chdir("copy")
print(Path.cwd().name, Path("g.txt").resolve().name, os.path.abspath("x").endswith("copy/x"))
