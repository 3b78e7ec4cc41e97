import re

log = "2024-01-02 ERROR [db] timeout=30\n2024-01-03 INFO [web] ok\n"
print(re.findall(r"\d{4}-\d\d-\d\d", log), re.search(r"(\w+)=(\d+)", log).groups(), re.match("x", log))
m = re.search(r"(?P<date>\S+) (?P<level>[A-Z]+)", log)
print(m, m.group("level"), m.groupdict(), m.span(), m.start(1), m[0], m.expand(r"\2-\1"))
print([m.group(2) for m in re.finditer(r"^(\S+) (\w+)", log, re.M)], re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b"))
print(re.sub(r"\d", "#", log, count=3), re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home"), re.subn("a", lambda m: m[0].upper(), "banana"))
p = re.compile(r"""
    (\d+)   # digits
    \s*
    (px|em) # unit
""", re.X | re.I)
print(p.pattern[:9], p.fullmatch("12 PX").groups(), p.flags & re.I, bool(p.match("x")), p)
print(re.escape("a.b*c"), re.findall(r"(?<=\$)\d+(?!\d)", "$10 $200"), re.findall(r"(a)(b)?", "ab a"), re.findall("a*?", "aa"))
print(re.findall(r"\b\w+\b", "naïve café あい"), re.findall(r"[^\W\d_]+", "a1_b2"), re.sub(r"\s+", " ", " a \n b "))
print(re.match(r"(?i:ab)c", "ABc"), re.search(r"(.)\1", "hello").group(), re.findall(r"<.+?>", "<a><b>"), re.match(rb"\w+", b"abc"))
for bad in ("(", "[a", "*a", r"\1", "(?P<n>a)(?P<n>b)"):
    try:
        re.compile(bad)
    except re.error as error:
        print(bad, "->", error)
