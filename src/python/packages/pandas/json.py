"""Frames as JSON and back."""

from __future__ import annotations

import importlib

import numpy as np

from .construct import from_list
from .dates import DatetimeArray
from .frame import DataFrame
from .index import Index
from .missing import is_missing
from .moments import Timestamp
from .series import Series

# The standard module of the same name as this one.
_json = importlib.import_module("json")


def _plain(value, precision, iso):
    if is_missing(value):
        return None
    if isinstance(value, float):
        return round(value, precision)
    if hasattr(value, "isoformat"):
        return _moment(value, iso)
    if isinstance(value, np.generic):
        return value.item()
    return value


def _moment(value, iso):
    """A point in time: as text, or as the milliseconds since 1970."""
    if not iso:
        return round((Timestamp(value) - Timestamp(0)).total_seconds() * 1000)
    return value.isoformat(timespec="milliseconds") if hasattr(value, "hour") else value.isoformat()


def to_json(obj, path_or_buf=None, *, orient=None, date_format=None, double_precision=10, index=None, indent=None, lines=False, **options):
    """The text of an object as JSON."""
    if options:
        raise NotImplementedError(f"to_json does not carry {', '.join(options)} here")
    if lines and orient != "records":
        raise ValueError("'lines' keyword only valid when 'orient' is records")
    if date_format not in (None, "epoch", "iso"):
        raise ValueError(f"Invalid value '{date_format}' for option 'date_format'")
    iso = date_format == "iso"
    labels = [_label(one, iso) for one in obj.index.tolist()]
    if obj.ndim == 1:
        cells = [_plain(one, double_precision, iso) for one in obj.tolist()]
        orient = orient or "index"
        data = {"index": dict(zip(labels, cells)), "records": cells, "values": cells, "split": {"name": obj.name, "index": obj.index.tolist(), "data": cells}}.get(orient)
    else:
        columns = [[_plain(one, double_precision, iso) for one in values.tolist()] for values in obj._arrays]
        heads = [_label(one, iso) for one in obj.columns.tolist()]
        rows = list(map(list, zip(*columns))) if columns else []
        orient = orient or "columns"
        data = {
            "columns": lambda: {head: dict(zip(labels, column)) for head, column in zip(heads, columns)},
            "index": lambda: {label: dict(zip(heads, row)) for label, row in zip(labels, rows)},
            "records": lambda: [dict(zip(heads, row)) for row in rows],
            "values": lambda: rows,
            "split": lambda: {"columns": heads, "index": [_plain(one, 10, iso) for one in obj.index.tolist()], "data": rows},
        }.get(orient, lambda: None)()
    if data is None:
        raise ValueError(f"Invalid value '{orient}' for option 'orient'")

    def dump(value):
        text = _json.dumps(value, indent=indent, separators=(",", ":"))
        return text.replace("/", "\\/")

    text = "".join(dump(row) + "\n" for row in data) if lines else dump(data)
    if path_or_buf is None:
        return text
    if hasattr(path_or_buf, "write"):
        path_or_buf.write(text)
        return None
    with open(path_or_buf, "w", encoding="utf-8") as file:
        file.write(text)
    return None


def _label(label, iso):
    return label if isinstance(label, str) else str(_moment(label, iso) if hasattr(label, "isoformat") else label)



def read_json(path_or_buf, *, orient=None, typ="frame", lines=False, **options):
    """A frame from JSON."""
    if options:
        raise NotImplementedError(f"read_json does not carry {', '.join(options)} here")
    if hasattr(path_or_buf, "read"):
        text = path_or_buf.read()
    else:
        with open(path_or_buf, encoding="utf-8") as file:
            text = file.read()
    if lines:
        return DataFrame([_json.loads(line) for line in text.splitlines() if line.strip()])
    try:
        data = _json.loads(text)
    except ValueError as error:
        raise ValueError(str(error)) from None
    if typ == "series":
        return Series(data)
    if isinstance(data, list):
        return DataFrame(data)
    if orient == "split":
        return DataFrame(data["data"], index=data.get("index"), columns=data["columns"])
    if orient == "index":
        return _numbered(DataFrame.from_dict(data, orient="index"))
    if all(isinstance(one, dict) for one in data.values()):
        return _numbered(DataFrame({head: Series(column) for head, column in data.items()}))
    return DataFrame(data)


def _numbered(frame):
    """Labels that are whole numbers as such."""
    try:
        frame.index = Index([int(label) for label in frame.index.tolist()])
    except (ValueError, TypeError):
        pass
    return frame


def json_normalize(data, record_path=None, meta=None, sep=".", max_level=None, **options):
    """A frame from dicts in dicts: their keys joined by dots."""
    if record_path is not None or meta is not None or options:
        raise NotImplementedError("json_normalize carries no record_path and no meta here")

    def flat(value, before, depth):
        found = {}
        for key, one in value.items():
            name = f"{before}{sep}{key}" if before else str(key)
            if isinstance(one, dict) and (max_level is None or depth < max_level):
                found.update(flat(one, name, depth + 1))
            else:
                found[name] = one
        return found

    rows = [data] if isinstance(data, dict) else list(data)
    return DataFrame([flat(row, "", 0) for row in rows])
