"""Colorbars: the colours of a map beside their values."""

import numpy as np

from .artist import Artist
from .colors import LogNorm
from .lines import stroke
from .ticker import FixedLocator


class _Colours(Artist):
    """The colours themselves."""

    zorder = 0

    def __init__(self, mappable, vertical):
        super().__init__()
        self._mappable, self._vertical = mappable, vertical

    def _describe(self):
        mappable = self._mappable
        low, high = mappable.norm.vmin, mappable.norm.vmax
        if mappable._is_contour:
            edges = np.asarray(mappable.levels, dtype=float)
            if not mappable.filled:
                return self._lines(edges)
            rgba = mappable._colours()
        else:
            count = mappable.cmap.N
            if isinstance(mappable.norm, LogNorm):
                edges = np.geomspace(low, high, count + 1)
            else:
                edges = np.linspace(low, high, count + 1)
            rgba = np.array(mappable.cmap._lut())
            if getattr(mappable, "_alpha", None) is not None and np.ndim(mappable._alpha) == 0:
                rgba[:, 3] = mappable._alpha
        across = np.array([0.0, 1.0])
        grid = {
            "values": rgba.ravel(), "parts": 4, "alpha": 1.0,
            "rows": len(rgba) if self._vertical else 1, "columns": 1 if self._vertical else len(rgba),
            "x_edges": across if self._vertical else edges, "y_edges": edges if self._vertical else across,
        }
        return [self._wrap({"image": grid})]

    def _lines(self, levels):
        found = []
        for level, colour in zip(levels.tolist(), self._mappable._colours().tolist()):
            ends = ([0.0, 1.0], [level, level])
            x, y = ends if self._vertical else ends[::-1]
            found.append(self._wrap({"line": {"x": x, "y": y, "stroke": stroke(colour, 1.5)}}))
        return found


class Colorbar:
    """A plot that shows what colours mean."""

    def __init__(self, ax, mappable, *, orientation="vertical", ticks=None, format=None, label="", extend="neither", **kwargs):
        known = ("drawedges", "spacing", "alpha", "location", "ticklocation", "extendfrac", "extendrect")
        for key in kwargs:
            if key not in known:
                raise TypeError(f"Colorbar.__init__() got an unexpected keyword argument {key!r}")
        self.ax, self.mappable, self.orientation = ax, mappable, orientation
        self.cmap, self.norm = mappable.cmap, mappable.norm
        mappable.colorbar = self
        if not mappable.norm.scaled():
            mappable.norm.vmin, mappable.norm.vmax = 0.0, 1.0
        vertical = orientation == "vertical"
        mappable._is_contour = hasattr(mappable, "levels")
        self._long = ax.yaxis if vertical else ax.xaxis
        short = ax.xaxis if vertical else ax.yaxis
        short._visible = False
        if vertical:
            ax.yaxis._move("left" if kwargs.get("location") == "left" else "right")
        elif kwargs.get("location") == "top":
            ax.xaxis._move("top")
        self.outline = ax.spines
        ax._is_colorbar = True
        if isinstance(mappable.norm, LogNorm):
            self._long.set_scale("log")
        low, high = mappable.norm.vmin, mappable.norm.vmax
        if mappable._is_contour:
            low, high = float(mappable.levels[0]), float(mappable.levels[-1])
            if not mappable.filled and low == high:
                low, high = low - 0.5, high + 0.5
            self._long.set_major_locator(FixedLocator(mappable.levels))
        ax.set(xlim=(0, 1), ylim=(low, high)) if vertical else ax.set(xlim=(low, high), ylim=(0, 1))
        ax._add(_Colours(mappable, vertical))
        if format is not None:
            from .ticker import FormatStrFormatter

            self._long.set_major_formatter(FormatStrFormatter(format) if isinstance(format, str) and "%" in format else format)
        if ticks is not None:
            self.set_ticks(ticks)
        if label:
            self.set_label(label)

    def set_label(self, label, *, loc=None, **kwargs):
        (self.ax.set_ylabel if self.orientation == "vertical" else self.ax.set_xlabel)(label, loc=loc, **kwargs)

    def set_ticks(self, ticks, *, labels=None, minor=False, **kwargs):
        if hasattr(ticks, "tick_values"):
            self._long.set_major_locator(ticks)
        else:
            self._long.set_ticks(ticks, labels, minor=minor, **kwargs)

    def set_ticklabels(self, ticklabels, *, minor=False, **kwargs):
        from .ticker import FixedLocator as Fixed

        if not isinstance(self._long.get_major_locator(), Fixed):
            self._long.set_ticks(self.get_ticks())
        self._long.set_ticklabels(ticklabels, minor=minor, **kwargs)

    def get_ticks(self, minor=False):
        low, high = sorted(self._long.limits())
        return np.array([tick for tick in self._long.get_ticklocs(minor=minor) if low <= tick <= high])

    def minorticks_on(self):
        self.ax.minorticks_on()

    def remove(self):
        self.ax.remove()
