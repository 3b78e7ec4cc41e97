"""Plots: two axes and what stands between them."""

import numpy as np

from . import legend as _legend
from ._limits import Limits
from ._plots import Plots
from ._rc import rcParams
from ._shapes import Shapes
from ._stats import Stats
from ._ticks import Ticks
from .artist import Artist, Units
from .axis import XAxis, YAxis
from .collections import Collection
from .colors import to_rgba
from .container import Container
from .image import AxesImage
from .lines import Line2D
from .patches import Patch
from .text import Text


class Spine(Artist):
    """A line around a plot."""

    def __init__(self, side):
        super().__init__()
        self._side = side
        self._colour, self._width = rcParams["axes.edgecolor"], rcParams["axes.linewidth"]
        self._visible = rcParams[f"axes.spines.{side}"]

    def set_color(self, c):
        self._colour = c

    set_edgecolor = set_color

    def set_linewidth(self, w):
        self._width = float(w)

    def get_linewidth(self):
        return self._width

    def set_position(self, position):
        raise NotImplementedError("Spine.set_position is not carried here")


class Spines(dict):
    """The four spines by their sides."""

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"'Spines' object does not contain a '{name}' spine")

    def __getitem__(self, key):
        if isinstance(key, list):
            return _All([self[one] for one in key])
        if key == slice(None):
            return _All(list(self.values()))
        return dict.__getitem__(self, key)


class _All:
    """Several artists that are set as one."""

    def __init__(self, artists):
        self._artists = artists

    def __getattr__(self, name):
        def each(*args, **kwargs):
            for one in self._artists:
                getattr(one, name)(*args, **kwargs)

        return each


class ArtistList(list):
    """The artists of one kind."""

    def __init__(self, axes, kind, found):
        self._kind = kind
        super().__init__(found)

    def __repr__(self):
        return f"<Axes.ArtistList of {len(self)} {self._kind}>"


class Axes(Plots, Shapes, Stats, Limits, Ticks, Artist):
    """A plot."""

    name = "rectilinear"

    def __init__(self, fig, *args, facecolor=None, frameon=True, sharex=None, sharey=None, label="", xscale=None, yscale=None, **kwargs):
        Artist.__init__(self)
        self.figure = fig
        self._cell, self._position, self._inner = None, None, (0.0, 0.0, 1.0, 1.0)
        self._label = label
        self._facecolor = facecolor
        self.use_sticky_edges = True
        self._twin_of = None
        self._sharex, self._sharey = sharex, sharey
        self._is_colorbar = False
        self.clear()
        self._frame = frameon
        if xscale is not None:
            self.set_xscale(xscale)
        if yscale is not None:
            self.set_yscale(yscale)
        self.set(**kwargs)

    def clear(self):
        """Takes everything off."""
        self._children = []
        self.containers = []
        self._mappable = None
        self._cycled = self._cycled_patches = 0
        self.xaxis, self.yaxis = XAxis(self, "x", "bottom"), YAxis(self, "y", "left")
        for axis, other in ((self.xaxis, self._sharex), (self.yaxis, self._sharey)):
            if other is not None:
                self._share(axis, other)
        self.spines = Spines((side, Spine(side)) for side in ("left", "right", "bottom", "top"))
        size, weight = rcParams["axes.titlesize"], rcParams["axes.titleweight"]
        colour = rcParams["axes.titlecolor"]
        colour = rcParams["text.color"] if colour == "auto" else colour
        self._titles = {
            side: Text(at, 1.0, "", fontsize=size, fontweight=weight, color=colour, ha=side, va="baseline")
            for side, at in (("left", 0.0), ("center", 0.5), ("right", 1.0))
        }
        self._title_y = {side: rcParams["axes.titley"] for side in self._titles}
        self._title_pad = {side: rcParams["axes.titlepad"] for side in self._titles}
        self._axis_on, self._frame = True, True
        self._aspect, self._adjustable = "auto", "box"
        self.legend_ = None
        self._axisbelow = rcParams["axes.axisbelow"]

    cla = clear

    def _share(self, axis, other):
        theirs = other.xaxis if axis.axis_name == "x" else other.yaxis
        axis.view = theirs.view
        axis.view.members.append(axis)

    def __repr__(self):
        parts = []
        if self._label:
            parts.append(f"label={self._label!r}")
        titles = {side: title.get_text() for side, title in self._titles.items() if title.get_text()}
        if titles:
            parts.append(f"title={titles}")
        for axis in (self.xaxis, self.yaxis):
            if axis.label.get_text():
                parts.append(f"{axis.axis_name}label={axis.label.get_text()!r}")
        return f"<Axes: {', '.join(parts)}>" if parts else "<Axes: >"

    def __str__(self):
        x, y, width, height = self._rect()
        return f"Axes({x:g},{y:g};{width:g}x{height:g})"

    # Artists

    def _add(self, artist):
        if artist._label == "" and not isinstance(artist, Text):
            artist._label = f"_child{len(self._children)}"
        artist.axes, artist.figure = self, self.figure
        self._children.append(artist)
        self._stale()
        return artist

    def _stale(self):
        for axis in (self.xaxis, self.yaxis):
            axis.view.stale = True

    def _artists(self):
        return [artist for artist in self._children if not isinstance(artist, Text)]

    def _remove(self, artist):
        if artist is self.legend_:
            self.legend_ = None
        else:
            self._children.remove(artist)
        artist.axes = None
        self._stale()

    def add_line(self, line):
        return self._add(line)

    add_patch = add_artist = add_line

    def add_collection(self, collection, autolim=True):
        return self._add(collection)

    def remove(self):
        self.figure.delaxes(self)

    def relim(self, visible_only=False):
        self._stale()

    def autoscale_view(self, tight=None, scalex=True, scaley=True):
        self._stale()

    def autoscale(self, enable=True, axis="both", tight=None):
        for one in self._both(axis):
            if enable is not None:
                one.view.auto = bool(enable)
            if tight:
                one.view.margin = 0.0
            one.view.stale = True

    def _both(self, which):
        if which not in ("x", "y", "both"):
            raise ValueError(f"{which!r} is not a valid value for axis; supported values are 'x', 'y', 'both'")
        return [axis for axis in (self.xaxis, self.yaxis) if which in ("both", axis.axis_name)]

    def _of(self, kind, type_):
        return ArtistList(self, kind, [one for one in self._children if isinstance(one, type_)])

    lines = property(lambda self: self._of("lines", Line2D))
    patches = property(lambda self: self._of("patches", Patch))
    collections = property(lambda self: self._of("collections", Collection))
    images = property(lambda self: self._of("images", AxesImage))
    texts = property(lambda self: self._of("texts", Text))
    artists = property(lambda self: self._of("artists", ()))
    title = property(lambda self: self._titles["center"])
    transData = property(lambda self: Units("data", "data"))
    transAxes = property(lambda self: Units("axes", "axes"))
    patch = property(lambda self: _Face(self))

    def get_lines(self):
        return list(self.lines)

    def get_images(self):
        return list(self.images)

    def get_children(self):
        return [*self._children, *self.spines.values(), self.xaxis, self.yaxis, *self._titles.values()]

    def has_data(self):
        return bool(self._artists())

    def get_xaxis_transform(self, which="grid"):
        return Units("data", "axes")

    def get_yaxis_transform(self, which="grid"):
        return Units("axes", "data")

    def _numbers_of(self, x, y):
        return float(self.xaxis.numbers(x)), float(self.yaxis.numbers(y))

    # Place

    def _rect(self):
        """left, bottom, width, height in shares of the figure."""
        if self._twin_of is not None and self._position is None:
            return self._twin_of._rect()
        if self._position is not None:
            left, bottom, width, height = self._position
        elif self._cell is not None:
            left, bottom, width, height = self._cell._rect(self.figure)
        else:
            left, bottom, width, height = 0.0, 0.0, 1.0, 1.0
        x, y, w, h = self._inner
        return left + x * width, bottom + y * height, w * width, h * height

    def get_position(self, original=False):
        from .figure import Bbox

        x, y, width, height = self._rect()
        return Bbox(x, y, x + width, y + height)

    def set_position(self, pos, which="both"):
        self._position = tuple(getattr(pos, "bounds", pos))
        self._inner = (0.0, 0.0, 1.0, 1.0)

    def get_subplotspec(self):
        return self._cell

    def get_gridspec(self):
        return self._cell.get_gridspec() if self._cell is not None else None

    def set_subplotspec(self, subplotspec):
        self._cell = subplotspec

    def get_window_extent(self, renderer=None):
        from .figure import Bbox

        x, y, width, height = self._rect()
        w, h = (side * self.figure.dpi for side in self.figure._size)
        return Bbox(x * w, y * h, (x + width) * w, (y + height) * h)

    def label_outer(self, remove_inner_ticks=False):
        if self._cell is not None:
            if not self._cell.is_last_row():
                self.xaxis._named = False
                self.xaxis.label.set_text("")
            if not self._cell.is_first_col():
                self.yaxis._named = False
                self.yaxis.label.set_text("")

    # Legends

    def get_legend_handles_labels(self, legend_handler_map=None, all_without_names=False):
        # The parts of what has a name as a whole have none of their own.
        parts = (child for container in self.containers for child in _flat(container))
        inside = {id(child) for child in parts if child._label.startswith("_")}
        handles = [one for one in self._children if not isinstance(one, Text) and id(one) not in inside]
        ordered = [*handles, *self.containers]
        if all_without_names:
            return [one for one in ordered if hasattr(one, "_entry")], [""] * len(ordered)
        found = [one for one in ordered if one.get_label() and not one.get_label().startswith("_")]
        return found, [one.get_label() for one in found]

    def legend(self, *args, **kwargs):
        handles, labels = _legend.parse([self], args, kwargs)
        if not handles and not args and not kwargs.get("handles"):
            import warnings

            warnings.warn(
                "No artists with labels found to put in legend.  Note that artists whose label start with an underscore are "
                "ignored when legend() is called with no argument.", UserWarning, stacklevel=2,
            )
        self.legend_ = _legend.Legend(self, handles, labels, **kwargs)
        self.legend_.axes, self.legend_.figure = self, self.figure
        return self.legend_

    def get_legend(self):
        return self.legend_

    # Twins

    def twinx(self):
        twin = self._twin(sharex=self)
        twin.yaxis._move("right")
        twin.xaxis._visible = False
        return twin

    def twiny(self):
        twin = self._twin(sharey=self)
        twin.xaxis._move("top")
        twin.yaxis._visible = False
        return twin

    def _twin(self, **share):
        twin = Axes(self.figure, facecolor="none", **share)
        twin._twin_of = self
        self.figure._axes.append(twin)
        return twin

    def secondary_xaxis(self, *args, **kwargs):
        raise NotImplementedError("secondary_xaxis is not carried here; twiny is")

    def inset_axes(self, bounds, **kwargs):
        x, y, w, h = bounds
        left, bottom, width, height = self._rect()
        return self.figure.add_axes((left + x * width, bottom + y * height, w * width, h * height), **kwargs)

    def sharex(self, other):
        self._sharex = other
        self._share(self.xaxis, other)

    def sharey(self, other):
        self._sharey = other
        self._share(self.yaxis, other)

    def set(self, **kwargs):
        for key, value in kwargs.items():
            method = getattr(type(self), "set_" + key, None)
            if key == "frame_on":
                self.set_frame_on(value)
            elif method is None:
                raise AttributeError(f"Axes.set() got an unexpected keyword argument {key!r}")
            elif key in ("xlim", "ylim") and np.iterable(value):
                method(self, *value)
            else:
                method(self, value)
        return self

    # For the engine

    def _describe(self):
        shown = self._axis_on and self._visible
        artists = [item for one in self._children if one.get_visible() for item in one._describe()] if self._visible else []
        titles = [
            {
                "label": title._describe_label(pad=float(self._title_pad[side]), at=(float(title._x), 0.0)),
                "y": None if self._title_y[side] is None else float(self._title_y[side]),
            }
            for side, title in self._titles.items() if title.get_text()
        ]
        spines = [
            {"side": side, "colour": to_rgba(spine._colour), "width": spine._width}
            for side, spine in self.spines.items() if spine.get_visible() and self._frame
        ]
        face = self.get_facecolor() if self._frame else (0.0, 0.0, 0.0, 0.0)
        return {
            "rect": [float(part) for part in self._rect()], "face": face, "spines": spines, "shown": shown,
            "x": self.xaxis._describe(), "y": self.yaxis._describe(), "artists": artists, "titles": titles,
            "legend": self.legend_._describe_legend() if self.legend_ is not None and self.legend_.get_visible() else None,
            "aspect": None if self._aspect == "auto" else float(self._aspect), "stretch": self._adjustable == "datalim",
        }


class _Face:
    """What lies below a plot."""

    def __init__(self, axes):
        self._axes = axes

    def set_facecolor(self, color):
        self._axes.set_facecolor(color)

    set_color = set_facecolor

    def set_alpha(self, alpha):
        self._axes.set_facecolor(to_rgba(self._axes.get_facecolor(), alpha))

    def set_visible(self, b):
        if not b:
            self._axes.set_facecolor("none")


def _flat(container):
    """The artists of a container."""
    found = []
    for child in container:
        if isinstance(child, (tuple, list)):
            found += _flat(child)
        elif child is not None:
            found.append(child)
    if isinstance(container, Container) and getattr(container, "errorbar", None) is not None:
        found += _flat(container.errorbar)
    return found


Subplot = Axes
