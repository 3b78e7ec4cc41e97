"""Filled shapes."""

import numpy as np

from ._rc import rcParams
from .artist import Artist, canonical, span
from .colors import to_rgba
from .lines import line_style, stroke

_CLEAR = (0.0, 0.0, 0.0, 0.0)


class Patch(Artist):
    """A filled shape with an outline."""

    zorder = 1
    _upright = False

    def __init__(self, **kwargs):
        super().__init__()
        self._face = rcParams["patch.facecolor"]
        self._edge = None
        self._width = rcParams["patch.linewidth"]
        self._style, self._dashes = "-", []
        self._fill = True
        self._hatch = None
        kwargs = canonical(kwargs)
        if "color" in kwargs:
            self.set_color(kwargs.pop("color"))
        self.set(**kwargs)

    def set_color(self, c):
        to_rgba(c)
        self._face = self._edge = c

    def set_facecolor(self, color):
        to_rgba(color)
        self._face = color

    def get_facecolor(self):
        return to_rgba(self._face, self._alpha) if self._fill else (*to_rgba(self._face)[:3], 0.0)

    def set_edgecolor(self, color):
        to_rgba(color)
        self._edge = color

    def get_edgecolor(self):
        if self._edge is None:
            forced = rcParams["patch.force_edgecolor"] or not self._fill
            return to_rgba(rcParams["patch.edgecolor"], self._alpha) if forced else (0.0, 0.0, 0.0, 0.0)
        return to_rgba(self._edge, self._alpha)

    def set_linewidth(self, w):
        self._width = float(w)

    def get_linewidth(self):
        return self._width

    def set_linestyle(self, ls):
        self._style, self._dashes = line_style(ls)

    def get_linestyle(self):
        return self._style

    def set_fill(self, b):
        self._fill = bool(b)

    def get_fill(self):
        return self._fill

    def set_hatch(self, hatch):
        if hatch:
            raise NotImplementedError("hatch is not carried here")

    def set_capstyle(self, s):
        self._cap = s

    def set_joinstyle(self, s):
        self._join = s

    def _outline(self):
        """The corners as two arrays."""
        return np.zeros(0), np.zeros(0)

    def get_xy(self):
        return np.column_stack(self._outline())

    def _x_span(self):
        return span(self._outline()[0]) if self._units[0] == "data" else None

    def _y_span(self):
        return span(self._outline()[1]) if self._units[1] == "data" else None

    def _edge_stroke(self):
        colour = self.get_edgecolor() if self._style != "None" else _CLEAR
        return stroke(colour, self._width if colour[3] else 0.0, self._dashes)

    def _describe(self):
        x, y = self._outline()
        shape = {"x": x, "y": y, "face": self.get_facecolor(), "edge": self._edge_stroke(), "upright": self._upright}
        return [self._wrap({"shape": shape})]

    def _entry(self):
        return {"patch": self.get_facecolor(), "patch_edge": self._edge_stroke()}


class Rectangle(Patch):
    """A rectangle with a corner at `xy`."""

    _upright = True

    def __init__(self, xy, width, height, *, angle=0.0, **kwargs):
        if angle:
            self._upright = False
        self._x0, self._y0 = xy
        self._w, self._h, self.angle = width, height, angle
        super().__init__(**kwargs)

    def __str__(self):
        x, y, w, h = (f"{part:g}" for part in (self._x0, self._y0, self._w, self._h))
        return f"Rectangle(xy=({x}, {y}), width={w}, height={h}, angle={self.angle:g})"

    __repr__ = __str__

    def _outline(self):
        x0, y0, w, h = (float(part) for part in (self._x0, self._y0, self._w, self._h))
        if not self.angle:
            return np.array([x0, x0 + w, x0 + w, x0]), np.array([y0, y0, y0 + h, y0 + h])
        turn = np.deg2rad(self.angle)
        across, up = np.array([0, w, w, 0]), np.array([0, 0, h, h])
        return x0 + across * np.cos(turn) - up * np.sin(turn), y0 + across * np.sin(turn) + up * np.cos(turn)

    def get_x(self):
        return self._x0

    def get_y(self):
        return self._y0

    def get_xy(self):
        return self._x0, self._y0

    def get_width(self):
        return self._w

    def get_height(self):
        return self._h

    def get_center(self):
        return self._x0 + self._w / 2, self._y0 + self._h / 2

    def get_bbox(self):
        from .figure import Bbox

        return Bbox(self._x0, self._y0, self._x0 + self._w, self._y0 + self._h)

    def set_x(self, x):
        self._x0 = x
        self._changed()

    def set_y(self, y):
        self._y0 = y
        self._changed()

    def set_width(self, w):
        self._w = w
        self._changed()

    def set_height(self, h):
        self._h = h
        self._changed()

    def set_xy(self, xy):
        self._x0, self._y0 = xy
        self._changed()


class Polygon(Patch):
    """A shape with corners at the rows of `xy`."""

    def __init__(self, xy, *, closed=True, **kwargs):
        self._xy = np.asarray(xy, dtype=float)
        super().__init__(**kwargs)

    def __str__(self):
        return f"Polygon{len(self._xy)}({self._xy[0][0]:g}, {self._xy[0][1]:g}) ..." if len(self._xy) else "Polygon0()"

    def _outline(self):
        return self._xy[:, 0], self._xy[:, 1]

    def set_xy(self, xy):
        self._xy = np.asarray(xy, dtype=float)
        self._changed()


class Ellipse(Patch):
    """An ellipse about `xy`."""

    def __init__(self, xy, width, height, *, angle=0, **kwargs):
        self.center, self.width, self.height, self.angle = tuple(xy), width, height, angle
        super().__init__(**kwargs)

    def _outline(self):
        at, turn = np.linspace(0, 2 * np.pi, 73)[:-1], np.deg2rad(self.angle)
        across, up = self.width / 2 * np.cos(at), self.height / 2 * np.sin(at)
        x = self.center[0] + across * np.cos(turn) - up * np.sin(turn)
        return x, self.center[1] + across * np.sin(turn) + up * np.cos(turn)


class Circle(Ellipse):
    """A circle about `xy`."""

    def __init__(self, xy, radius=5, **kwargs):
        self.radius = radius
        super().__init__(xy, 2 * radius, 2 * radius, **kwargs)

    def get_radius(self):
        return self.radius


class Wedge(Patch):
    """A part of a circle or of a ring, from the angle `theta1` to `theta2` in degrees."""

    def __init__(self, center, r, theta1, theta2, *, width=None, **kwargs):
        self.center, self.r, self.theta1, self.theta2, self.width = tuple(center), r, theta1, theta2, width
        super().__init__(**kwargs)

    def __str__(self):
        numbers = (*self.center, self.r, self.theta1, self.theta2)
        x, y, r, a, b = (f"{number:g}" for number in numbers)
        return f"Wedge(center=({x}, {y}), r={r}, theta1={a}, theta2={b}, width={self.width})"

    __repr__ = __str__

    def _outline(self):
        steps = max(2, int(abs(self.theta2 - self.theta1) / 3) + 2)
        at = np.deg2rad(np.linspace(self.theta1, self.theta2, steps))
        x, y = self.r * np.cos(at), self.r * np.sin(at)
        if self.width is not None:
            inner = (self.r - self.width) / self.r
            x, y = np.concatenate([x, x[::-1] * inner]), np.concatenate([y, y[::-1] * inner])
        elif self.theta2 - self.theta1 < 360:
            x, y = np.append(x, 0.0), np.append(y, 0.0)
        return x + self.center[0], y + self.center[1]

    def set_width(self, width):
        self.width = width

    def set_radius(self, radius):
        self.r = radius

    def set_theta1(self, theta1):
        self.theta1 = theta1

    def set_theta2(self, theta2):
        self.theta2 = theta2


class FancyArrow(Polygon):
    """An arrow as a shape in values of the axes."""

    def __init__(self, x, y, dx, dy, *, width=0.001, length_includes_head=False, head_width=None, head_length=None, **kwargs):
        head_width = 3 * width if head_width is None else head_width
        head_length = 1.5 * head_width if head_length is None else head_length
        length = float(np.hypot(dx, dy)) or 1.0
        end = length if length_includes_head else length + head_length
        neck = end - head_length
        along, across = (dx / length, dy / length), (-dy / length, dx / length)
        outline = [
            (0, width / 2), (neck, width / 2), (neck, head_width / 2), (end, 0), (neck, -head_width / 2),
            (neck, -width / 2), (0, -width / 2),
        ]
        corners = [(x + a * along[0] + b * across[0], y + a * along[1] + b * across[1]) for a, b in outline]
        super().__init__(corners, **kwargs)
