"""Records how pandas reads fields and describes columns, for the tests of the data layer.

Needs Python 3.11 or newer with numpy 2.4.6 and pandas 3.1.1; run after datasets.py.

    python tests/record/tables.py

Writes tests/it/recorded/fields.json (how read_csv takes one field), statistics.json (describe, nunique,
value_counts, numpy.histogram(bins="auto")) and shift_jis.json (SHA-256 of all two-byte characters of cp932
as CPython decodes them).
"""

import hashlib
import io
import json
import math
import pathlib

import numpy
import pandas

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECORDED = ROOT / "tests" / "it" / "recorded"
FIELDS = """5| 5|5 |+5|-5|1_000|0x10|1e5|1E5|1.|  .5|.5|1.5 |inf|-inf|+inf|Inf|INF|Infinity|-Infinity|infinity
INFINITY|iNf|TRUE|True|true|false|FALSE|tRUE| True|True |yes|no|NAN|nan|Nan|-nan|-NaN| NA|NA |  |NA|NaN|null|NULL
None|none|N/A|n/a|<NA>|#N/A|#NA|#N/A N/A|1.#IND|-1.#IND|1.#QNAN|-1.#QNAN|9223372036854775807|-9223372036854775808
007|-0|-0.0|1e400|-1e400|1e-400|1,5|1d5|1e|e5|0.1e-2|- 5|--5|.|-|+|.e5|1e+5|1e5.0|0.1|2.2250738585072011e-308
5e-324|9007199254740993.0|0.30000000000000004|1.7976931348623157e308"""
TABLES = {
    "gaps": "n,f,t,b,empty\n1,0.5,b,true,\n,,a,,\n3,inf,,false,\n3,-2.5,b,true,\n-7,1e3,c,true,\n",
    "one": "n,f,t\n4,0.25,x\n",
    "equal": "n,f\n" + "7,0.1\n" * 5,
    "large": "n,f\n" + "".join(f"{10**15 + i},{1e9 + i / 7!r}\n" for i in range(50)),
    "skewed": "n,f\n" + "".join(f"{i * i % 97},{math.exp(i / 9)!r}\n" for i in range(200)),
    "small": "n\n0\n1\n1\n2\n",
}


def field(text):
    quoted = '"' + text.replace('"', '""') + '"' if "," in text else text
    column = pandas.read_csv(io.StringIO(f"a,b\n{quoted},z\n"))["a"]
    value = column.iloc[0]
    if column.dtype == "float64" and math.isnan(value):
        return {"field": text, "kind": "missing"}
    kinds = {"int64": "integer", "float64": "float", "bool": "boolean", "str": "text"}
    kind = kinds[str(column.dtype)]
    shown = value.hex() if kind == "float" and math.isfinite(value) else str(value)
    bits = numpy.float64(value).tobytes().hex() if kind == "float" else None
    return {"field": text, "kind": kind, "value": bits or shown}


def number(value):
    return float(value) if math.isfinite(value) else None


def summary(column):
    out = {"name": column.name, "count": int(column.count()), "missing": int(column.isna().sum())}
    out["distinct"] = int(column.nunique())
    if column.dtype == "bool" or column.dtype == "object":
        return out | {"yes": int((column == True).sum()), "no": int((column == False).sum())}  # noqa: E712
    if column.dtype == "str":
        counts = column.value_counts(sort=True)
        return out | {"top": sorted(counts.items(), key=lambda item: -item[1])[:10]}
    described = column.describe()
    names = ["mean", "std", "min", "25%", "50%", "75%", "max"]
    out |= {name: number(described[name]) for name in names}
    finite = column[numpy.isfinite(column)].to_numpy()
    if column.name == "n" or column.dtype == "int64":
        finite = finite.astype("int64")
    if len(finite):
        counts, edges = numpy.histogram(finite, bins="auto")
        bins = len(counts)
        if bins > 30:
            counts, edges = numpy.histogram(finite, bins=30)
        out |= {"auto_bins": bins, "edges": edges.tolist(), "counts": counts.tolist()}
    return out


def statistics():
    cases = []
    for name, text in TABLES.items():
        frame = pandas.read_csv(io.StringIO(text))
        cases.append({"table": name, "csv": text, "columns": [summary(frame[c]) for c in frame]})
    for name in ("iris", "wine_quality", "diabetes", "seattle_weather"):
        frame = pandas.read_csv(ROOT / "public" / "data" / f"{name}.csv")
        frame = frame.drop(columns=["date"], errors="ignore")
        cases.append({"table": name, "columns": [summary(frame[c]) for c in frame]})
    return cases


def shift_jis():
    """All pairs of bytes that cp932 knows, in rising order, as lead, trail and the character in UTF-8."""
    hashed, count = hashlib.sha256(), 0
    for lead in [*range(0x81, 0xA0), *range(0xE0, 0xFD)]:
        for trail in range(0x40, 0xFD):
            try:
                character = bytes([lead, trail]).decode("cp932")
            except UnicodeDecodeError:
                continue
            if len(character) == 1:
                hashed.update(bytes([lead, trail]) + character.encode("utf-8"))
                count += 1
    return {"characters": count, "sha256": hashed.hexdigest()}


def save(name, value):
    text = json.dumps(value, ensure_ascii=False, indent=None, separators=(",", ":"))
    (RECORDED / name).write_text(text.replace('},{"', '},\n{"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    save("fields.json", [field(text) for line in FIELDS.split("\n") for text in line.split("|")])
    save("statistics.json", statistics())
    save("shift_jis.json", shift_jis())
