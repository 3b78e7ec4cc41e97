"""Lines and their marks."""

import numpy as np

from ._rc import rcParams
from .artist import Artist, canonical, span
from .colors import is_color_like, to_rgba

_DASHES = {"-": [], "--": [3.7, 1.6], "-.": [6.4, 1.6, 1.0, 1.6], ":": [1.0, 1.65]}
_NAMED = {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":", "None": "None", "none": "None", " ": "None", "": "None"}
_MARKERS = {
    ".": "point", ",": "pixel", "o": "circle", "v": "triangle_down", "^": "triangle_up", "<": "triangle_left",
    ">": "triangle_right", "1": "tri_down", "2": "tri_up", "3": "tri_left", "4": "tri_right", "8": "octagon",
    "s": "square", "p": "pentagon", "*": "star", "h": "hexagon1", "H": "hexagon2", "+": "plus", "x": "x",
    "D": "diamond", "d": "thin_diamond", "|": "vline", "_": "hline", "P": "plus_filled", "X": "x_filled",
}
_FILLED = frozenset(".,ov^<>8s*phHDdPX")
_STEPS = {"default": None, "steps": "pre", "steps-pre": "pre", "steps-post": "post", "steps-mid": "mid"}


def line_style(ls):
    """A style's sign, and its dashes in widths of the line."""
    if isinstance(ls, tuple):
        offset, dashes = ls
        if offset:
            raise NotImplementedError("dashes that begin with an offset are not carried here")
        return "--" if dashes else "-", [float(length) for length in dashes or []]
    sign = _NAMED.get(ls, ls)
    if sign != "None" and sign not in _DASHES:
        raise ValueError(f"{ls!r} is not a valid value for ls.")
    return sign, _DASHES.get(sign, [])


def marker_sign(marker):
    """A marker's sign; none for no marker."""
    if marker is None or (isinstance(marker, str) and marker in ("None", "none", "", " ")):
        return None
    if not isinstance(marker, str) or marker not in _MARKERS:
        raise ValueError(f"Unrecognized marker style {marker!r}")
    return marker


def marker_colours(sign, face, edge):
    """What a mark is filled and drawn with: some are lines only."""
    return (face if sign in _FILLED else (0.0, 0.0, 0.0, 0.0)), edge


def stroke(colour, width, dashes=()):
    return {"colour": list(colour), "width": float(width), "dashes": list(dashes)}


class Line2D(Artist):
    """A line through points, their marks, or both."""

    zorder = 2

    def __init__(self, xdata, ydata, **kwargs):
        super().__init__()
        self._color = rcParams["lines.color"]
        self._width = rcParams["lines.linewidth"]
        self._style, self._dashes = line_style(rcParams["lines.linestyle"])
        self._marker = marker_sign(rcParams["lines.marker"])
        self._marker_size = rcParams["lines.markersize"]
        self._marker_face = rcParams["lines.markerfacecolor"]
        self._marker_edge = rcParams["lines.markeredgecolor"]
        self._marker_width = rcParams["lines.markeredgewidth"]
        self._fill = "full"
        self._steps, self._every = "default", None
        self.set_data(xdata, ydata)
        self.set(**canonical(kwargs))

    def __str__(self):
        return f"Line2D({self._label})" if self._label else "Line2D()"

    def set_data(self, *args):
        x, y = args if len(args) == 2 else args[0]
        self._given = (x, y)
        self._x, self._y = np.asarray(x, dtype=float).ravel(), np.asarray(y, dtype=float).ravel()
        self._spans = None
        self._changed()

    def set_xdata(self, x):
        self.set_data(x, self._given[1])

    def set_ydata(self, y):
        self.set_data(self._given[0], y)

    def get_xdata(self, orig=True):
        return self._given[0] if orig else self._x

    def get_ydata(self, orig=True):
        return self._given[1] if orig else self._y

    def get_data(self, orig=True):
        return self.get_xdata(orig), self.get_ydata(orig)

    def get_xydata(self):
        return np.column_stack([self._x, self._y])

    def _both(self):
        if self._spans is None:
            self._spans = span(self._x), span(self._y)
        return self._spans

    def _x_span(self):
        return self._both()[0] if self._units[0] == "data" else None

    def _y_span(self):
        return self._both()[1] if self._units[1] == "data" else None

    def set_color(self, color):
        to_rgba(color)
        self._color = color

    def get_color(self):
        return self._color

    def set_linewidth(self, w):
        self._width = float(w)

    def get_linewidth(self):
        return self._width

    def set_linestyle(self, ls):
        self._style, self._dashes = line_style(ls)

    def get_linestyle(self):
        return self._style

    def set_dashes(self, seq):
        self._style, self._dashes = ("--", [length / self._width for length in seq]) if seq else ("-", [])

    def set_drawstyle(self, drawstyle):
        if drawstyle not in _STEPS:
            raise ValueError(f"{drawstyle!r} is not a valid value for drawstyle.")
        self._steps = drawstyle

    def get_drawstyle(self):
        return self._steps

    def set_marker(self, marker):
        self._marker = marker_sign(marker)

    def get_marker(self):
        return self._marker or "None"

    def set_markersize(self, sz):
        self._marker_size = float(sz)

    def get_markersize(self):
        return self._marker_size

    def set_markerfacecolor(self, color):
        self._marker_face = color

    def get_markerfacecolor(self):
        return self._color if self._marker_face == "auto" else self._marker_face

    def set_markeredgecolor(self, ec):
        self._marker_edge = ec

    def get_markeredgecolor(self):
        return self._color if isinstance(self._marker_edge, str) and self._marker_edge == "auto" else self._marker_edge

    def set_markeredgewidth(self, ew):
        self._marker_width = float(ew)

    def get_markeredgewidth(self):
        return self._marker_width

    def set_markevery(self, every):
        if every is not None and not isinstance(every, int):
            raise NotImplementedError("markevery is carried for whole numbers only")
        self._every = every

    def set_fillstyle(self, fs):
        if fs not in ("full", "none"):
            raise NotImplementedError(f"fillstyle {fs!r} is not carried here; 'full' and 'none' are")
        self._fill = fs

    def set_solid_capstyle(self, s):
        self._cap = s

    def set_dash_capstyle(self, s):
        self._cap = s

    def set_solid_joinstyle(self, s):
        self._join = s

    def _stroke(self):
        shown = self._style != "None"
        colour = to_rgba(self._color, self._alpha) if shown else (0.0, 0.0, 0.0, 0.0)
        return stroke(colour, self._width if shown else 0.0, self._dashes)

    def _mark(self):
        if self._marker is None:
            return None
        face, edge = (to_rgba(self._color if isinstance(c, str) and c == "auto" else c, self._alpha)
                      for c in (self._marker_face, self._marker_edge))
        if self._fill == "none":
            face = (0.0, 0.0, 0.0, 0.0)
        face, edge = marker_colours(self._marker, face, edge)
        return {
            "shape": self._marker, "size": self._marker_size, "face": face, "edge": edge, "width": self._marker_width,
            "every": self._every or 1,
        }

    def _describe(self):
        line = {
            "x": self._x, "y": self._y, "stroke": self._stroke(), "marker": self._mark(), "steps": _STEPS[self._steps],
            "projecting": True,
        }
        return [self._wrap({"line": line})]

    def _entry(self):
        return {"line": self._stroke(), "marker": self._mark()}


def parse_format(fmt):
    """The style, the marker and the colour of a format as 'ro--'; nothing for what it does not say."""
    if is_color_like(fmt) and not (len(fmt) == 1 and fmt in _MARKERS):
        return None, None, fmt
    style = marker = colour = None
    at = 0
    while at < len(fmt):
        letter = fmt[at]
        if fmt[at : at + 2] in ("--", "-."):
            found, step = fmt[at : at + 2], 2
        elif letter in "-: ":
            found, step = letter, 1
        else:
            found, step = None, 1
        if found is not None:
            if style is not None:
                raise ValueError(f"{fmt!r} is not a valid format string (two linestyle symbols)")
            style = found
        elif letter in _MARKERS:
            if marker is not None:
                raise ValueError(f"{fmt!r} is not a valid format string (two marker symbols)")
            marker = letter
        elif letter in "bgrcmykw":
            if colour is not None:
                raise ValueError(f"{fmt!r} is not a valid format string (two color symbols)")
            colour = letter
        elif letter == "C" and fmt[at + 1 : at + 2].isdigit():
            digits = fmt[at + 1 :]
            count = len(digits) - len(digits.lstrip("0123456789"))
            colour, step = fmt[at : at + 1 + count], 1 + count
        else:
            raise ValueError(f"{fmt!r} is not a valid format string (unrecognized character {letter!r})")
        at += step
    if style is None and marker is not None:
        style = "None"
    return style, marker, colour
