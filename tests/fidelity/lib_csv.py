import csv
import io
import configparser
import statistics
import string
import textwrap
import pprint
from decimal import Decimal, ROUND_HALF_UP, getcontext
from fractions import Fraction
import math

rows = [["id", "name", "note"], [1, "a,b", 'say "hi"'], [2, "", "line\nbreak"]]
buffer = io.StringIO()
csv.writer(buffer, lineterminator="\n").writerows(rows)
print(buffer.getvalue())
buffer.seek(0)
print(list(csv.reader(buffer)))
with open("t.csv", "w", newline="") as f:
    w = csv.DictWriter(f, fieldnames=["x", "y"], quoting=csv.QUOTE_NONNUMERIC)
    w.writeheader()
    w.writerow({"x": 1, "y": "two"})
print(repr(open("t.csv", newline="").read()))
with open("t.csv") as f:
    for row in csv.DictReader(f):
        print(row, row["y"])
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), csv.Sniffer().sniff("a;b\n1;2\n").delimiter)

c = configparser.ConfigParser()
c.read_string("[DEFAULT]\nroot = /data\n[train]\nepochs = 5\nrate: 0.1\nshuffle = yes\npath = %(root)s/x\n# comment\n")
print(c.sections(), c["train"].getint("epochs"), c.getfloat("train", "rate"), c.getboolean("train", "shuffle"), c["train"]["path"], c.get("train", "none", fallback="-"))
try:
    c["nope"]
except KeyError as error:
    print("KeyError", error)
c["new"] = {"k": "v"}
out = io.StringIO()
c.write(out)
print(out.getvalue())

xs = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(xs), statistics.median(xs), statistics.mode(xs), statistics.pstdev(xs), statistics.stdev(xs), statistics.variance(xs), statistics.fmean(xs), statistics.quantiles(xs, n=4), statistics.multimode("aabb"), statistics.harmonic_mean([40, 60]))
print(statistics.NormalDist(0, 1).cdf(1.96), statistics.correlation([1, 2, 3], [2, 4, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 7]))
try:
    statistics.mean([])
except statistics.StatisticsError as error:
    print(error)
print(math.sqrt(2), math.pi, math.comb(5, 2), math.factorial(20), math.gcd(12, 18), math.isclose(0.1 + 0.2, 0.3), math.log(8, 2), math.hypot(3, 4), math.floor(-1.5), math.ceil(1.2), math.fsum([0.1] * 10), math.prod([2, 3]), math.exp(1), math.sin(1), math.atan2(1, 1), math.log1p(1e-10), math.erf(0.5), math.gamma(5.5), math.dist((0, 0), (3, 4)), math.trunc(2.9), math.isnan(math.nan))
print(Decimal("0.1") + Decimal("0.2"), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal(1) / 3, Fraction(1, 3) + Fraction(1, 6), Fraction("0.125"), Fraction(0.5), getcontext().prec)
print(string.ascii_lowercase[:5], string.digits, string.Template("$a and ${b}").substitute(a=1, b=2), string.capwords("a bc"))
print(textwrap.fill("The quick brown fox jumps over the lazy dog", 20), textwrap.dedent("  a\n    b"), textwrap.indent("a\nb", "> "), textwrap.shorten("hello big world", 12))
pprint.pprint({"z": list(range(20)), "a": {"nested": "x" * 60, "more": [1, 2, 3]}, "t": ("y" * 30, "w" * 40)})
