"""Writes the built-in data sets and what the tests hold them against.

Needs Python 3.11 or newer with scikit-learn 1.9.1, numpy 2.4.6 and pandas 3.1.1, and two files that other
packages ship: data/winequality-red.csv.gz of the crate linfa-datasets 0.8.1, and data/seattle-weather.csv of
the npm package vega-datasets 3.2.1.

    python tests/record/datasets.py WINE_QUALITY_CSV_GZ SEATTLE_WEATHER_CSV

Writes public/data/*.csv and tests/it/recorded/datasets.json. In that, `features` and `target` are SHA-256
of the float64 values (little-endian, row by row) as scikit-learn's own loaders give them, not as the file
has them; `target` of a classification holds scikit-learn's numbers for the classes. Where scikit-learn has no
loader, pandas' read of the original file takes its place.

Floats are written in the shortest form that reads back the same. Pixels of digits, whole numbers from 0 to
16, are written as such: equal as float64, and half as long.
"""

import csv
import hashlib
import json
import pathlib
import sys

import numpy
import pandas
import sklearn
from sklearn import datasets

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "public" / "data"
RECORDED = ROOT / "tests" / "it" / "recorded" / "datasets.json"
TARGETS = {
    "iris": "species",
    "wine": "class",
    "breast_cancer": "diagnosis",
    "diabetes": "progression",
    "digits": "digit",
}


def digest(values):
    """SHA-256 of float64 values, little-endian, row by row."""
    array = numpy.ascontiguousarray(values, dtype="<f8")
    return hashlib.sha256(array.tobytes()).hexdigest()


def write(name, header, rows):
    with open(DATA / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def from_sklearn(name, target):
    bunch = getattr(datasets, f"load_{name}")()
    names = [str(feature) for feature in bunch.feature_names]
    whole = name == "digits"
    classes = [str(label) for label in bunch.target_names] if name != "digits" and "target_names" in bunch else []
    rows = []
    for features, value in zip(bunch.data.tolist(), bunch.target.tolist()):
        cells = [int(x) if whole else repr(x) for x in features]
        rows.append([*cells, classes[value] if classes else value])
    write(name, [*names, target], rows)
    return {
        "rows": len(rows),
        "names": names,
        "target_name": target,
        "classes": classes,
        "features": digest(bunch.data),
        "target": digest(bunch.target),
    }


def from_file(name, path, target, skipped=()):
    text = pandas.read_csv(path, dtype=str, keep_default_na=False)
    write(name, text.columns, text.itertuples(index=False))
    frame = pandas.read_csv(path)
    names = [column for column in frame.columns if column != target and column not in skipped]
    return {
        "rows": len(frame),
        "names": names,
        "target_name": target,
        "classes": [],
        "features": digest(frame[names].to_numpy(dtype="float64")),
        "target": digest(frame[target]),
    }


def main(wine_quality, seattle_weather):
    DATA.mkdir(parents=True, exist_ok=True)
    recorded = {name: from_sklearn(name, target) for name, target in TARGETS.items()}
    recorded["wine_quality"] = from_file("wine_quality", wine_quality, "quality")
    recorded["seattle_weather"] = from_file(
        "seattle_weather", seattle_weather, "temp_max", skipped=("date", "weather")
    )
    versions = {"scikit-learn": sklearn.__version__, "numpy": numpy.__version__, "pandas": pandas.__version__}
    RECORDED.parent.mkdir(parents=True, exist_ok=True)
    RECORDED.write_text(json.dumps({"versions": versions, "datasets": recorded}, indent=1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
