# Format specifications and f-strings.
pi = 3.14159265
print(f"{pi:.2f} {pi:10.3f}| {pi:<10.3f}| {pi:^10.2f}| {pi:+.1f} {pi:e} {pi:.3g} {pi:%} {1234567.891:,.2f}")
print(f"{42:d} {42:5d} {42:05d} {42:<5d}| {42:^5d}| {42:x} {42:#x} {42:b} {42:#010b} {42:o} {42:+d} {-42: d} {1000000:,} {1000000:_}")
print(f"{'text':10}| {'text':>10}| {'text':^10}| {'text':*^10} {'long text':.4} {'q'!r} {'é'!a} {3!s:>4}")
name, width, digits = "dojo", 12, 3
print(f"{name=} {name!r:>{width}} {pi:{width}.{digits}f} {pi = :.2f} {{literal}}")
print("{} {1} {0}".replace("{} ", "").format("a", "b"), "{:>5}".format("x"), "{a[0]} {b.real}".format(a=[1], b=2))
print("%s %r %d %5.2f %x %% %-5s| %05d %+d %e" % ("s", "r", 3, 2.5, 255, "ab", 42, 7, 12345.678))
print("%(a)s and %(b)03d" % {"a": 1, "b": 2}, "%c" % 65, "%s" % (1,), "%10s|%-10s|" % ("r", "l"))
print(format(255, "#06x"), format(0.000012345, "g"), format(1e10, "g"), format(123456.789, ".3e"), format(True, "d"))
for value in (0.0, 1.0, 1.5, 1e-7, 1e15, 1e16, 1e17, 123456789012345678, 0.1 + 0.7, 1 / 7):
    print(value, repr(value), str(value), f"{value:.3g}", f"{value:.10f}")
print(f"{'nested ' + f'{1 + 1}'} {[1, 2, 3]!s} {dict(a=1)} {(1,)} {None} {True:>6}")
print("tab\tnew\\n", r"raw\n", "uni\u00e9\N{BULLET}", "con" "cat", """multi
line""")
print("a\nb".splitlines(), "a b".expandtabs(), "Straße".casefold(), "ﬁ".upper(), "abc".translate({97: "A"}), str.maketrans("a", "b"))
print("1a".isalnum(), "12".isdigit(), "ab".isalpha(), " ".isspace(), "Ab".istitle(), "x1".isidentifier(), "あ".isalpha(), "٣".isdecimal())
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "a-b-c".rsplit("-", 1), "a=b=c".partition("="), "abc".startswith(("x", "a")))
