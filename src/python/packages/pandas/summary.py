"""Lists of values in a few lines, and `info()`."""

import sys

import numpy as np

from .categorical import categories_line
from .formatting import pretty
from .settings import options


def list_lines(shown, close, name, justify=True, each=False, width=80):
    """Values between brackets, in lines of at most `width`, those in the middle of many left out."""
    indent1 = "\n" + " " * (len(name) + 1) if name else "\n"
    indent2 = "\n" + " " * (len(name) + 2) if name else "\n "
    count = len(shown)
    if count == 0:
        return f"[]{close}"
    if count == 1 and not each:
        return f"[{shown[0]}]{close}"
    if count == 2 and not each:
        return f"[{shown[0]}, {shown[1]}]{close}"
    most = options["display.max_seq_items"]
    cut = count > most
    ends = min(most // 2, 10)
    head, tail = (shown[:ends], shown[-ends:]) if cut else ([], shown)
    if justify and (cut or len(", ".join(tail)) >= width) and not each:
        widest = max(map(len, head + tail))
        head, tail = [one.rjust(widest) for one in head], [one.rjust(widest) for one in tail]
    text, line = "", indent2

    def extend(text, line, word, room):
        if len(line.rstrip()) + len(word.rstrip()) >= room:
            return text + line.rstrip(), indent2 + word
        return text, line + word

    if each:
        lines = head + (["..."] if cut else []) + tail
        text = ("," + indent2).join(lines).replace("...,", "...") + "]" + close.rstrip(" ")
        return "[" + text + (indent1 if close else "")
    for one in head:
        text, line = extend(text, line, one + ", ", width)
    if cut:
        text += line.rstrip() + indent2 + "..."
        line = indent2
    for one in tail[:-1]:
        text, line = extend(text, line, one + ", ", width)
    text, line = extend(text, line, tail[-1], width - 2)
    text += line + "]" + close.rstrip(" ")
    if close:
        text += indent1 if len(text) > width else " "
    return "[" + text[len(indent2) :]


def index_repr(index):
    """An Index as one would write it."""
    kind = type(index).__name__
    attributes = []
    if kind == "RangeIndex":
        parts = [f"start={index.start}", f"stop={index.stop}", f"step={index.step}"]
        if index.name is not None:
            parts.append(f"name={index.name!r}")
        return f"RangeIndex({', '.join(parts)})"
    if index.nlevels > 1:
        columns = [[pretty(one, True) for one in index._level_array(number).tolist()] for number in range(index.nlevels)]
        if len(index) > 100:
            columns = [column[:10] + column[-10:] for column in columns]
        widths = [max(map(len, column), default=0) for column in columns]
        rows = ["(" + ", ".join(text.rjust(width) for text, width in zip(row, widths)) + ")" for row in zip(*columns)]
        if any(name is not None for name in index.names):
            attributes.append("names=[" + ", ".join(pretty(name, True) for name in index.names) + "]")
        if len(index) > 100:
            attributes.append(f"length={len(index)}")
            gap = "..."
            text = list_lines(rows[:10] , "", kind, each=True)[1:-1] + ",\n" + " " * (len(kind) + 2) + gap + "\n" + " " * (len(kind) + 2) + list_lines(rows[10:], "", kind, each=True)[1:-1]
            return f"{kind}([{text}],\n{' ' * (len(kind) + 1)}{', '.join(attributes)})"
        body = list_lines(rows, ", ", kind, each=True)
        return f"{kind}({body}{', '.join(attributes)})" if attributes or not rows else f"{kind}({body})"
    dtype = index.dtype
    show = index._values._show if kind in ("DatetimeIndex", "TimedeltaIndex") else (lambda one: pretty(one, True))
    listed = index._values.tolist() if len(index) <= 100 else index._values[:10].tolist() + index._values[-10:].tolist()
    if kind == "DatetimeIndex":
        from .formatting import format_array

        shown = [f"'{text}'" for text in format_array(index._values)]
    else:
        shown = [show(one) for one in listed]
        if len(index) > 100:
            shown = shown[:10] + [""] * (len(index) - 20) + shown[-10:]
    if kind == "CategoricalIndex":
        listed = ", ".join(pretty(one, True) for one in index.categories.tolist())
        attributes += [f"categories=[{listed}]", f"ordered={index.ordered}"]
    attributes.append(f"dtype='{dtype}'")
    if index.name is not None:
        attributes.append(f"name={index.name!r}")
    if len(index) > 100:
        attributes.append(f"length={len(index)}")
    if kind in ("DatetimeIndex",):
        attributes.append(f"freq={index.freq!r}")
    elif kind == "TimedeltaIndex":
        attributes.append("freq=None")
    is_text = dtype == "str" or dtype.kind == "O"
    listed = list_lines(shown, ", ", kind, justify=not is_text)
    text = f"{kind}({listed}{', '.join(attributes)})"
    if len(text) > 80 and "\n" not in text:
        text = f"{kind}({listed.rstrip()}\n{' ' * (len(kind) + 1)}{', '.join(attributes)})"
    return text


def _size(number, mark=""):
    for unit in ("bytes", "KB", "MB", "GB", "TB"):
        if number < 1024.0:
            return f"{number:3.1f}{mark} {unit}"
        number /= 1024.0
    return f"{number:3.1f}{mark} PB"


def _index_line(index):
    text = f"{type(index).__name__}: {len(index)} entries"
    if len(index):
        text += f", {pretty(index[0])} to {pretty(index[-1])}"
    return text


def _memory(obj, usage):
    if usage is False:
        return []
    total = obj.memory_usage(index=True, deep=usage == "deep")
    total = int(total.sum()) if hasattr(total, "sum") else total
    has_objects = any(dtype == object for dtype in (obj.dtypes.tolist() if obj.ndim == 2 else [obj.dtype]))
    has_objects = has_objects or (obj.index.dtype == object and obj.index.nlevels == 1)
    return [f"memory usage: {_size(total, '+' if has_objects and usage != 'deep' else '')}"]


def _counts_line(dtypes):
    counts = {}
    for dtype in dtypes:
        name = str(dtype) if not hasattr(dtype, "categories") else "category"
        counts[name] = counts.get(name, 0) + 1
    return "dtypes: " + ", ".join(f"{name}({counts[name]})" for name in sorted(counts))


def _table(heads, rows):
    widths = [max(len(head), *(len(row[place]) for row in rows)) for place, head in enumerate(heads)]
    def line(parts):
        return "  ".join(part.ljust(width) for part, width in zip(parts, widths))

    return [line(heads), line(["-" * max(width, len(head)) for width, head in zip([len(head) for head in heads], heads)])] + [line(row) for row in rows]


def frame_info(frame, verbose=None, buf=None, max_cols=None, memory_usage=None, show_counts=None):
    """Prints what a frame consists of."""
    lines = [f"<class 'pandas.{type(frame).__name__}'>", _index_line(frame.index)]
    columns = frame.columns
    limit = max_cols if max_cols is not None else options["display.max_info_columns"]
    if not len(columns):
        lines.append(f"Empty {type(frame).__name__}")
    elif verbose is False or (verbose is None and len(columns) > limit):
        first, last = columns[0], columns[-1]
        lines.append(f"Columns: {len(columns)} entries, {pretty(first)} to {pretty(last)}")
        lines.append(_counts_line(frame.dtypes.tolist()))
        lines += _memory(frame, True if memory_usage is None else memory_usage)
    else:
        lines.append(f"Data columns (total {len(columns)} columns):")
        counts = frame.count().tolist()
        rows = []
        for place, (label, count, dtype) in enumerate(zip(columns.tolist(), counts, frame.dtypes.tolist())):
            row = [f" {place}", pretty(label)]
            if show_counts is not False:
                row.append(f"{count} non-null")
            rows.append([*row, str(dtype)])
        heads = [" # ", "Column"] + (["Non-Null Count"] if show_counts is not False else []) + ["Dtype"]
        lines += _info_table(heads, rows)
        lines.append(_counts_line(frame.dtypes.tolist()))
        lines += _memory(frame, True if memory_usage is None else memory_usage)
    print("\n".join(lines), file=buf or sys.stdout)


def _info_table(heads, rows):
    widths = [max(len(head), max(len(row[place]) for row in rows)) for place, head in enumerate(heads)]
    rule = ["-" * len(head) for head in heads]
    rule[0] = "---"
    return ["  ".join(part.ljust(width) for part, width in zip(row, widths)) for row in [heads, rule, *rows]]


def series_info(series, buf=None, memory_usage=None):
    """Prints what a column consists of."""
    lines = [f"<class 'pandas.{type(series).__name__}'>", _index_line(series.index), f"Series name: {series.name}"]
    lines += _info_table(["Non-Null Count", "Dtype"], [[f"{series.count()} non-null", str(series.dtype)]])
    lines[3:5] = ["  ".join(line.split("  ", 1)) for line in lines[3:5]]
    lines.append(_counts_line([series.dtype]))
    lines += _memory(series, True if memory_usage is None else memory_usage)
    print("\n".join(lines), file=buf or sys.stdout)
