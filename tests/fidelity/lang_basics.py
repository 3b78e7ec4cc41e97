# Numbers, strings, slices, comprehensions, unpacking.
print(7 // 2, -7 // 2, 7 % -3, divmod(-7, 2), 2 ** 100, 2 ** -1, round(2.5), round(3.5), round(2.675, 2))
print(0.1 + 0.2, 1e16, 1e-5, 123456789.123456789, float("inf"), -0.0, 1 / 3, 100.0, 1e22, 5e-324)
print(int("ff", 16), bin(10), oct(64), hex(255), int("1_000"), 0x_ff, complex(1, -2) * 2j)
print(True + True, bool([]), bool("0"), None is None, 3 > 2 > 1, 1 == 1.0, "a" < "b")
text = "The quick brown fox"
print(text[4:9], text[::-1], text[-3:], text.upper(), text.title(), text.swapcase(), text.split(), len(text))
print(text.replace("quick", "slow"), text.find("fox"), text.count("o"), "fox" in text, text.partition(" "))
print("a,b,,c".split(","), " x ".strip(), "x".center(7, "*"), "7".zfill(3), "-".join("abc"), "ab" * 3)
print([x * x for x in range(10) if x % 2], {x: x * 2 for x in "ab"}, {x % 3 for x in range(10)})
print(list(zip("abc", range(3))), list(enumerate("ab", 1)), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
first, *middle, last = range(6)
print(first, middle, last)
(a, b), c = (1, 2), 3
print(a, b, c, *[4, 5], sep="|", end="!\n")
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (lambda *args, **kw: (args, kw))(1, 2, x=3))
print(sorted([3, 1, 2], reverse=True), sorted("bca", key=lambda c: -ord(c)), min(3, 1), max("abc"), sum([1, 2], 10))
print(any([0, 1]), all([]), abs(-3), pow(3, 4, 5), chr(12354), ord("あ"), ascii("é"), repr("it's \"x\"\n"))
x = [1, 2, 3]
x[1:2] = [9, 9]
x += [4]
del x[0]
x.insert(0, "new"); x.append(None); x.extend((1,)); x.remove(9)
print(x, x.index(4), x.pop(), x.count(9), x[::-1])
d = {"b": 1, "a": 2}
d.setdefault("c", []).append(1)
d.update(a=5)
print(d, list(d), d.get("zz"), d.pop("b"), sorted(d.items(), key=str), d | {"z": 0}, "a" in d)
s = {1, 2, 3}
print(s & {2, 9}, s | {4}, s - {1}, s ^ {3, 4}, s <= {1, 2, 3, 4}, frozenset([1]))
n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    if n < 2:
        break
else:
    print("not reached")
print(n)
if (m := n + 5) > 3:
    print("walrus", m)
print(b"bytes" + bytes([65]), bytearray(b"ab"), b"\xff\x00".hex(), "é".encode(), b"\xc3\xa9".decode(), memoryview(b"abc")[1])
print(type(1), type("").__name__, isinstance(True, int), issubclass(bool, int), callable(print), id(x) == id(x))
print(1_000_000, 10**20 // 3, (-5) ** 3, ~7, 6 & 3, 6 | 3, 6 ^ 3, 1 << 10, 1024 >> 3, not 0)
print((3).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (0.5).as_integer_ratio(), (2.5).is_integer(), float.fromhex("0x1.8p1"))
