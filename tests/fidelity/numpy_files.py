# Arrays in files.
import io
import os
import pickle

import numpy as np

a = np.arange(6).reshape(2, 3)
np.save("a.npy", a)
np.save("b", a * 1.5)
print(sorted(os.listdir("."))[:2], np.load("a.npy"), np.load("b.npy").dtype, os.path.getsize("a.npy"))
np.savez("many.npz", first=a, second=np.array(["x", "yy"]))
found = np.load("many.npz")
print(found.files, found["first"], found["second"], "first" in found, sorted(found.keys()), len(found), type(found).__name__)
np.savez("plain.npz", a, a.T)
np.savez_compressed("small", x=np.zeros(1000), y=np.arange(3.0))
with np.load("plain.npz") as data:
    print(data.files, data["arr_1"].shape)
with np.load("small.npz") as data:
    print({name: value.sum() for name, value in data.items()}, os.path.getsize("small.npz") < 1500)
for saved in (np.array(3.5), np.array([True, False]), np.zeros((0, 2)), np.asfortranarray(a), np.array(["2024-01-01"], dtype="datetime64[D]"), np.array([1], np.uint8), np.float32([1.5])):
    file = io.BytesIO()
    np.save(file, saved)
    file.seek(0)
    back = np.load(file)
    print(repr(back), back.dtype, back.shape, back.flags.f_contiguous)
print(open("a.npy", "rb").read(6), open("a.npy", "rb").read()[10:70])
np.savetxt("a.csv", a, delimiter=",")
print(open("a.csv").read())
np.savetxt("b.csv", a / 3, delimiter=",", fmt="%.2f", header="x,y,z", comments="", footer="end")
print(open("b.csv").read())
np.savetxt("c.txt", [1.5, 2.5])
np.savetxt("d.txt", np.array(["a", "b"]), fmt="%s")
np.savetxt("e.txt", a, fmt="%d", header="two rows", newline=";\n")
np.savetxt("f.txt", a, fmt=["%d", "%.1f", "%3d"])
print(open("c.txt").read(), open("d.txt").read(), open("e.txt").read(), open("f.txt").read(), sep="|")
print(np.loadtxt("a.csv", delimiter=","), np.loadtxt("a.csv", delimiter=",", dtype=int if False else float, usecols=(0, 2)), np.loadtxt("b.csv", delimiter=",", skiprows=1, max_rows=2))
print(np.loadtxt("c.txt"), np.loadtxt("d.txt", dtype=str), np.loadtxt("a.csv", delimiter=",", unpack=True)[0], np.loadtxt("a.csv", delimiter=",", usecols=1), np.loadtxt(["1 2", "3 4"], dtype=int))
x, y = np.loadtxt(io.StringIO("1,2\n3,4\n# comment\n"), delimiter=",", unpack=True)
print(x, y, np.loadtxt(io.StringIO("7")), np.loadtxt(io.StringIO("7"), ndmin=2), np.loadtxt(io.StringIO("a,1\nb,2"), delimiter=",", dtype=str), np.loadtxt(io.StringIO("1;2"), delimiter=";", converters={0: lambda t: float(t) * 10}))
text = "a,b,c\n1,2,3\n4,,6\n7,x,9\n"
print(np.genfromtxt(io.StringIO(text), delimiter=",", skip_header=1), np.genfromtxt(io.StringIO(text), delimiter=",", skip_header=1, filling_values=0), np.genfromtxt(io.StringIO(text), delimiter=",", skip_header=1, usecols=(0, 2)))
print(np.genfromtxt(io.StringIO("1 2\n3 4"), dtype=int), np.genfromtxt(io.StringIO("1,2\n3,4"), delimiter=","), np.genfromtxt(io.StringIO("x,y\nu,v"), delimiter=",", dtype=str), np.genfromtxt(["1,2,3"], delimiter=","))
a.tofile("raw.bin")
print(np.fromfile("raw.bin", dtype=int), np.fromstring("1 2 3", sep=" "), np.frombuffer(a.tobytes(), dtype=int)[:2], pickle.loads(pickle.dumps(a)), pickle.loads(pickle.dumps(np.float64(1.5))), pickle.loads(pickle.dumps({"w": np.array(["a"])})))
import copy

c = copy.deepcopy({"a": a})
c["a"][0, 0] = 100
print(a[0, 0], np.array_equal(copy.copy(a), a), a.dumps()[:1] if False else "")


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, str(error).splitlines()[0])


tried(lambda: np.load("none.npy"))
tried(lambda: np.loadtxt("none.csv"))
tried(lambda: np.genfromtxt("none.csv"))
tried(lambda: np.load("a.csv"))
tried(lambda: np.load("many.npz")["third"])
tried(lambda: np.loadtxt(io.StringIO("1 2\n3")))
tried(lambda: np.loadtxt(io.StringIO("1 x")))
tried(lambda: np.loadtxt(io.StringIO("1,2")))
tried(lambda: np.genfromtxt(io.StringIO("1 2\n3")))
tried(lambda: np.save("o.npy", np.array([None, 1])) or np.load("o.npy"))
tried(lambda: np.load("o.npy", allow_pickle=True))
tried(lambda: np.savetxt("t.txt", np.zeros((2, 2, 2))))
tried(lambda: np.savetxt("t.txt", np.array(["a"])))
tried(lambda: np.savetxt("t.txt", a, fmt=["%d"]))
tried(lambda: np.loadtxt("a.csv", delimiter=",", usecols=9))
