"""A frame as text: its columns side by side, cut where they do not fit."""

import os

import numpy as np

from .dtypes import is_number
from .formatting import adjoin, fixed_width, format_array, justified, label_texts, level_texts, pretty
from .index import Index
from .settings import options


def terminal_width():
    try:
        return int(os.environ.get("COLUMNS") or 80)
    except ValueError:
        return 80


def repr_text(frame):
    """What `repr` prints: cut in the middle, in rows and columns, where it is too large."""
    shown = FrameText(
        frame, options["display.max_rows"], options["display.min_rows"], options["display.max_columns"],
        options["display.width"] if options["display.expand_frame_repr"] else None,
    )
    text = shown.text()
    if options["display.show_dimensions"] is True or (options["display.show_dimensions"] and shown.is_cut):
        text += f"\n\n[{len(frame)} rows x {len(frame.columns)} columns]"
    return text


class FrameText:
    """A frame, and how much of it is shown."""

    def __init__(self, frame, max_rows=None, min_rows=None, max_cols=None, line_width=None, index=True, header=True, na_rep="NaN", float_format=None, formatters=None, justify="right"):
        self.frame, self.part = frame, frame
        self.line_width, self.max_cols = line_width, max_cols
        self.index, self.header, self.na_rep, self.float_format = index, header, na_rep, float_format
        self.formatters, self.justify = formatters, justify
        self.row_cut = self.column_cut = None
        rows = len(frame)
        if max_rows and rows > max_rows:
            shown = min(min_rows, max_rows) if min_rows else max_rows
            self.row_cut = max(shown // 2, 1)
        self.cut_columns(max_cols if max_cols else None)

    @property
    def is_cut(self):
        return self.row_cut is not None or self.column_cut is not None

    def cut_columns(self, most):
        count = len(self.frame.columns)
        self.part = self.frame
        self.column_cut = None
        if most is not None and count > most:
            half = most // 2
            if half:
                places = list(range(half)) + list(range(count - half, count))
                self.column_cut = half
            else:
                places = list(range(most))
                self.column_cut = most
            self.part = self.part.iloc[:, places]
        if self.row_cut is not None:
            rows = len(self.frame)
            half = self.row_cut
            places = np.concatenate([np.arange(half), np.arange(rows - half, rows)])
            self.part = self.part.iloc[places]

    def text(self):
        frame = self.frame
        if not len(frame.columns) or not len(frame):
            def listed(index):
                shown = [pretty(label) for label in index.tolist()[:100]]
                return "[" + ", ".join(shown) + "]"

            return (
                f"Empty {type(frame).__name__}\nColumns: {listed(frame.columns)}\nIndex: {listed(frame.index)}"
            )
        columns = self.columns()
        if self.line_width is None:
            return adjoin(1, columns)
        return self.fitted(columns) if self.max_cols == 0 else self.wrapped(columns)

    def fitted(self, columns):
        """Without the columns in the middle that do not fit the terminal."""
        widths = [max(map(len, lines)) for lines in columns]
        excess = sum(widths) + len(widths) - terminal_width()
        if excess <= 0:
            return adjoin(1, columns)
        # What takes the place of those that go needs room too.
        excess += len(" ...") + 1
        while excess > 0 and len(widths) > 1:
            middle = round(len(widths) / 2)
            excess -= widths.pop(middle) + 1
        self.cut_columns(max(len(widths) - self.index, 2))
        return adjoin(1, self.columns())

    def wrapped(self, columns):
        """Below each other, a backslash where it goes on."""
        width = self.line_width
        labels = columns.pop(0) if self.index else None
        label_width = max(map(len, labels)) + 1 if self.index else 0
        room = width - label_width
        blocks, block, used = [], [], 0
        for number, lines in enumerate(columns):
            size = max(map(len, lines)) + 1
            # Room for the backslash too.
            if block and used + size + (1 if number == len(columns) - 1 else 2) > room:
                blocks.append(block)
                block, used = [], 0
            block.append(lines)
            used += size
        blocks.append(block)
        texts = []
        for number, block in enumerate(blocks):
            parts = ([labels] if self.index else []) + block
            if len(blocks) > 1:
                height = len(parts[0])
                parts = parts + [[" \\"] + ["  "] * (height - 1) if number < len(blocks) - 1 else [" "] * height]
            texts.append(adjoin(1, parts))
        return "\n\n".join(texts)

    def columns(self):
        """The labels and each column as lines of one width."""
        part = self.part
        heads = self.heads()
        shown = []
        for place, values in enumerate(part._arrays):
            head = heads[place] if self.header else []
            label = part.columns[place]
            formatter = self.formatters.get(label) if isinstance(self.formatters, dict) else None
            if formatter is not None:
                texts = [" " + str(formatter(one)) for one in values.tolist()]
            else:
                texts = format_array(values, self.index, na_rep=self.na_rep, float_format=self.float_format)
            width = max(map(len, head), default=0)
            texts = fixed_width(texts, "right", width)
            width = max([width, *map(len, texts)])
            head = fixed_width(head, "right") if head else head
            shown.append(justified(head, width, self.justify) + justified(texts, width))
        label_lines = self.labels()
        if self.index:
            shown.insert(0, label_lines)
        if self.column_cut is not None:
            shown.insert(self.column_cut + self.index, [" ..."] * len(shown[0]))
        if self.row_cut is not None:
            self.insert_dots(shown)
        return shown

    def insert_dots(self, columns):
        heads = len(columns[0]) - len(self.part)
        for place, lines in enumerate(columns):
            width = len(lines[self.row_cut])
            is_dots = self.column_cut is not None and place == self.column_cut + self.index
            dots = "..." if width > 3 or is_dots else ".."
            if place == 0 and self.index:
                line = dots.ljust(width)
            else:
                line = dots.rjust(4 if is_dots else width)
            lines.insert(self.row_cut + heads, line)

    def has_index_names(self):
        return any(name is not None for name in self.frame.index.names)

    def heads(self):
        """Above each column: its labels, one line a level, and a line for the names of the index."""
        columns = self.part.columns
        texts = level_texts(columns)
        deep = columns.nlevels > 1
        if deep and self.column_cut is not None:
            # A label is left out where the column before it has it too, be that one shown or not.
            full = level_texts(self.frame.columns)
            right = len(columns) - self.column_cut
            texts = [level[: self.column_cut] + level[len(level) - right :] for level in full]
        heads = []
        names = [""] if self.index and self.has_index_names() else []
        for place, values in enumerate(self.part._arrays):
            lead = " " if is_number(values.dtype) and not deep else ""
            heads.append([lead + level[place] for level in texts] + names)
        return heads

    def labels(self):
        index, columns = self.part.index, self.part.columns
        names = ["" if one is None else pretty(one) for one in index.names]
        shown = []
        for name, texts in zip(names, level_texts(index)):
            texts = [name, *texts] if self.has_index_names() else list(texts)
            shown.append(fixed_width(texts, "left"))
        lines = adjoin(1, shown).split("\n")
        if not self.header:
            return lines[1:] if self.has_index_names() else lines
        if any(one is not None for one in columns.names):
            above = ["" if one is None else pretty(one) for one in columns.names]
        else:
            above = [""] * columns.nlevels
        lines = above + lines
        width = max(map(len, lines))
        return [line.ljust(width) for line in lines]
