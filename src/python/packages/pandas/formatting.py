"""Columns and labels as text, as wide as they must be."""

import _pandas
import numpy as np

from .arrays import MaskedArray, as_objects
from .categorical import Categorical
from .dates import DatetimeArray, TimedeltaArray
from .missing import NA, NaT, is_missing
from .settings import options


def format_array(values, leading_space=True, na_rep="NaN", float_format=None):
    """The values as texts: floats with as many digits as they need together."""
    if isinstance(values, Categorical):
        values = values._dense()
    if isinstance(values, DatetimeArray):
        return _pandas.date_format(values._a).tolist()
    if isinstance(values, TimedeltaArray):
        return _pandas.duration_format(values._a).tolist()
    float_format = float_format or options["display.float_format"]
    if isinstance(values, np.ndarray):
        kind = values.dtype.kind
        if kind == "f":
            return _floats(values, leading_space, na_rep, float_format)
        if kind in "iu":
            shape = "{: d}" if leading_space else "{:d}"
            return [shape.format(one) for one in values.tolist()]
    return _objects(values, leading_space, na_rep, float_format)


def _floats(values, leading_space, na_rep, float_format):
    if float_format is not None:
        shape = float_format if callable(float_format) else (lambda one: float_format % one)
        return [na_rep if one != one else shape(one) for one in values.tolist()]
    digits = options["display.precision"]
    sign = " " if leading_space else ""
    fixed = _trimmed(_shaped(values, f"{{:{sign}.{digits}f}}", na_rep))
    if not fixed:
        return fixed
    too_long = max(map(len, fixed)) > digits + 6
    sizes = np.abs(values)
    small = ((sizes < 10.0**-digits) & (sizes > 0)).any()
    if small or (too_long and (sizes > 1e6).any()):
        return _trimmed(_shaped(values, f"{{:{sign}.{digits}e}}", na_rep))
    return fixed


def _shaped(values, shape, na_rep):
    return [na_rep if one != one else shape.format(one) for one in values.tolist()]


def _trimmed(texts):
    """Without the zeros at the end that all numbers have, but for the first after the point."""
    numbers = [text for text in texts if "." in text and text[-1].isdigit() and "e" not in text]
    if not numbers:
        return texts
    spare = min(len(text) - len(text.rstrip("0")) for text in numbers)
    kept = []
    for text in texts:
        if spare and "." in text and text[-1].isdigit() and "e" not in text:
            text = text[:-spare]
            if text.endswith("."):
                text += "0"
        kept.append(text)
    return kept


def one_float(value, sign=" "):
    """A float that stands alone among objects."""
    if value in (float("inf"), float("-inf")):
        return f"{sign}inf" if value > 0 else "-inf"
    return _trimmed([f"{value:{sign}.{options['display.precision']}f}"])[0]


def _objects(values, leading_space, na_rep, float_format):
    listed = values.tolist()
    floats = [isinstance(one, float) and one == one for one in listed]
    if isinstance(values, MaskedArray) and values.dtype.kind == "f":
        return [(" " if leading_space else "") + (str(one) if one is not NA else "<NA>") for one in listed]
    shown = []
    for one, is_float in zip(listed, floats):
        if is_float:
            shown.append(float_format(one) if callable(float_format) else one_float(one))
        else:
            shown.append((" " if leading_space else "") + one_text(one, na_rep))
    return shown


def one_text(value, na_rep="NaN"):
    """A scalar as it stands in a cell."""
    if is_missing(value):
        return {None: "None"}.get(value, "<NA>" if value is NA else "NaT" if value is NaT else na_rep) if not isinstance(value, float) else na_rep
    text = pretty(value)
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")
    return text


def pretty(value, quote=False):
    """A value as pandas prints it: sequences with their elements, text in quotes inside them."""
    if isinstance(value, str):
        return f"'{value}'" if quote else value
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        listed = ", ".join(pretty(one, quote) for one in value)
        return f"({listed},)" if len(value) == 1 else f"({listed})"
    if isinstance(value, list):
        return "[" + ", ".join(pretty(one, quote) for one in value) + "]"
    return str(value)


def trim_front(texts):
    """Without the spaces that all texts begin with."""
    while texts and all(text[:1] == " " for text in texts):
        texts = [text[1:] for text in texts]
    return texts


def label_texts(index, na_rep="NaN"):
    """The labels of an Index of one level."""
    values = index._values
    if isinstance(values, np.ndarray) and values.dtype.kind in "iuf":
        texts = trim_front(format_array(values, na_rep=na_rep))
        return justified(texts, max(map(len, texts), default=0), "left")
    if isinstance(values, (DatetimeArray, TimedeltaArray)):
        return format_array(values)
    if isinstance(values, np.ndarray) and values.dtype.kind == "b" and len(values):
        texts = list(map(str, values.tolist()))
        return justified(texts, max(map(len, texts)), "left")
    if isinstance(values, Categorical):
        return label_texts(type(index)._over(values._dense())) if not hasattr(values.categories._values, "_a") else [one_text(one, na_rep) for one in values.tolist()]
    return [one_text(one, na_rep) if not (isinstance(one, float) and one == one) else one_float(one, "") for one in as_objects(values).tolist()]


def level_texts(index, sparsify=True):
    """The labels of each level; where a label repeats the one above it, nothing."""
    if index.nlevels == 1:
        return [label_texts(index)]
    columns = []
    for number in range(index.nlevels):
        level = index.levels[number]
        texts = label_texts(level) if len(level) else []
        texts.append("nan" if level.dtype == "str" else "NaT" if level.dtype.kind in "Mm" else "NaN")
        columns.append([texts[code] for code in index.codes[number].tolist()])
    if not sparsify:
        return columns
    shown = [list(column) for column in columns]
    for row in range(1, len(index)):
        for number in range(index.nlevels - 1):
            if columns[number][row] != columns[number][row - 1]:
                break
            shown[number][row] = ""
    return shown


def fixed_width(texts, justify="right", minimum=0):
    """All texts of the width of the widest, at most as wide as a column may be."""
    if not texts:
        return texts
    width = max(minimum, max(map(text_width, texts)))
    most = options["display.max_colwidth"]
    if most is not None:
        width = min(width, most) if most < width else width
        texts = [text[: width - 3] + "..." if most > 3 and len(text) > width else text for text in texts]
    return justified(texts, width, justify)


def text_width(text):
    return len(text)


def justified(texts, width, mode="right"):
    if mode == "left":
        return [text.ljust(width) for text in texts]
    if mode == "center":
        return [text.center(width) for text in texts]
    return [text.rjust(width) for text in texts]


def adjoin(space, columns):
    """Columns of lines side by side."""
    height = max(map(len, columns))
    padded = []
    for place, lines in enumerate(columns):
        width = max(map(len, lines), default=0) + (space if place < len(columns) - 1 else 0)
        padded.append([line.ljust(width) for line in lines] + [" " * width] * (height - len(lines)))
    return "\n".join(map("".join, zip(*padded)))


def series_text(series, max_rows=None, min_rows=None, name=True, dtype=True, length="truncate", index=True, header=True, float_format=None, na_rep="NaN"):
    """A column under its labels, with what is to say about it below."""
    total = len(series)
    cut = None
    if max_rows and total > max_rows:
        shown = min(min_rows or max_rows, max_rows)
        if shown == 1:
            cut, series = 1, series.iloc[:1]
        else:
            cut = shown // 2
            places = np.concatenate([np.arange(cut), np.arange(total - cut, total)])
            series = series.iloc[places]
    footer = _footer(series, name, dtype, total if length is True or (length == "truncate" and cut) else None)
    if not total:
        return f"{type(series).__name__}([], {footer})"
    values = fixed_width(format_array(series._values, na_rep=na_rep, float_format=float_format))
    values = justified(values, max(map(len, values)))
    labels = _label_column(series.index)
    if cut:
        width = len(values[cut - 1])
        values.insert(cut, ("..." if width > 3 else "..").center(width) if width >= 2 else "..")
        labels.insert(cut + 1, "")
    if index:
        text = adjoin(3, [labels[1:], values])
    else:
        text = "\n".join(trim_front(values))
    if header and index and any(one is not None for one in series.index.names):
        text = labels[0] + "\n" + text
    return text + "\n" + footer if footer else text


def _footer(series, name, dtype, length):
    parts = []
    if getattr(series.index, "freq", None) is not None:
        parts.append(f"Freq: {series.index.freq}")
    if name and series.name is not None:
        parts.append(f"Name: {pretty(series.name)}")
    if length is not None:
        parts.append(f"Length: {length}")
    if dtype:
        parts.append(f"dtype: {series.dtype}")
    text = ", ".join(parts)
    if dtype and isinstance(series._values, Categorical):
        text += "\n" + series._values._footer()
    return text


def _label_column(index):
    """A line with the names of the levels, then the labels, as one column."""
    names = ["" if one is None else pretty(one) for one in index.names]
    levels = level_texts(index)
    if len(levels) == 1:
        # The name stands alone above the labels and may be wider than they are.
        return names + levels[0]
    columns = [justified([name, *texts], max(map(len, [name, *texts])), "left") for name, texts in zip(names, levels)]
    return ["  ".join(parts) for parts in zip(*columns)]
