"""Levels of a surface over a plane, as lines or as areas."""

import _matplotlib
import numpy as np

from ._rc import rcParams
from .artist import Artist, span
from .cm import ScalarMappable, _norm
from .colors import ListedColormap, to_rgba_array
from .lines import line_style, stroke
from .ticker import MaxNLocator


class QuadContourSet(Artist, ScalarMappable):
    """What `contour` and `contourf` make."""

    def __init__(self, ax, filled, *args, levels=None, colors=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
                 linewidths=None, linestyles=None, extend="neither", origin=None, extent=None, zorder=None, **kwargs):
        if kwargs:
            raise TypeError(f"{'contourf' if filled else 'contour'}() got an unexpected keyword argument {next(iter(kwargs))!r}")
        if origin is not None or extent is not None:
            raise NotImplementedError("contour(origin=..., extent=...) is not carried here")
        if colors is not None and cmap is not None:
            raise ValueError("Either colors or cmap must be None")
        Artist.__init__(self)
        ScalarMappable.__init__(self, _norm(norm, vmin, vmax), cmap)
        self.filled, self.extend = filled, extend
        self.zorder = (1 if filled else 2) if zorder is None else zorder
        self._alpha = alpha
        self._grid(args)
        self._choose_levels(args, levels)
        self._widths, self._styles = linewidths, linestyles
        if colors is not None:
            rows = to_rgba_array([colors] if isinstance(colors, str) else colors)
            count = len(self.levels) - 1 if filled else len(self.levels)
            self.cmap = ListedColormap([tuple(rows[at % len(rows)]) for at in range(max(count, 1))])
            self._own_colours = rows
        else:
            self._own_colours = None
        self._array = self.levels
        if self.norm.vmin is None:
            self.norm.vmin = float(self.levels[0])
        if self.norm.vmax is None:
            self.norm.vmax = float(self.levels[-1])
        self.sticky_edges.x += [float(self._x.min()), float(self._x.max())]
        self.sticky_edges.y += [float(self._y.min()), float(self._y.max())]

    def _grid(self, args):
        z = np.asarray(args[0] if len(args) < 3 else args[2], dtype=float)
        if z.ndim != 2:
            raise TypeError(f"Input z must be 2D, not {z.ndim}D")
        if min(z.shape) < 2:
            raise TypeError(f"Input z must be at least a (2, 2) shaped array, but has shape {z.shape}")
        if len(args) >= 3:
            x, y = np.asarray(args[0], dtype=float), np.asarray(args[1], dtype=float)
            for name, values, size in (("x", x, z.shape[1]), ("y", y, z.shape[0])):
                if values.ndim == 2 and values.shape != z.shape:
                    raise TypeError(f"Shapes of {name} {values.shape} and z {z.shape} do not match")
                if values.ndim == 1 and values.size != size:
                    side = "columns" if name == "x" else "rows"
                    raise TypeError(f"Length of {name} ({values.size}) must match number of {side} in z ({size})")
            x, y = (x[0] if x.ndim == 2 else x), (y[:, 0] if y.ndim == 2 else y)
        else:
            x, y = np.arange(float(z.shape[1])), np.arange(float(z.shape[0]))
        self._x, self._y, self._z = x, y, z

    def _choose_levels(self, args, levels):
        given = args[3] if len(args) > 3 else args[1] if len(args) == 2 else levels
        low, high = float(np.nanmin(self._z)), float(np.nanmax(self._z))
        if given is None or isinstance(given, (int, np.integer)):
            ticks = MaxNLocator(7 + 1 if given is None else int(given) + 1).tick_values(low, high)
            under, over = np.nonzero(ticks < low)[0], np.nonzero(ticks > high)[0]
            first = under[-1] if len(under) else 0
            last = over[0] + 1 if len(over) else len(ticks)
            ticks = ticks[first:last]
            self.levels = ticks if self.filled else ticks[(ticks > low) & (ticks < high)] if len(ticks) > 2 else ticks
            if not len(self.levels):
                self.levels = np.array([low])
        else:
            self.levels = np.asarray(given, dtype=float).ravel()
        if self.filled and len(self.levels) < 2:
            raise ValueError("Filled contours require at least 2 levels.")
        if len(self.levels) > 1 and np.min(np.diff(self.levels)) <= 0:
            raise ValueError("Contour levels must be increasing")

    def _layers(self):
        return (self.levels[:-1] + self.levels[1:]) / 2 if self.filled else self.levels

    def _colours(self):
        if self._own_colours is not None:
            count = len(self._layers())
            rows = np.array([self._own_colours[at % len(self._own_colours)] for at in range(count)])
        else:
            rows = np.asarray(self.to_rgba(self._layers()))
        if self._alpha is not None:
            rows[:, 3] = self._alpha
        return rows

    def _x_span(self):
        return span(self._x)

    def _y_span(self):
        return span(self._y)

    def _describe(self):
        colours = self._colours()
        if self.filled:
            levels = self.levels.tolist()
            if self.extend in ("both", "min"):
                levels, colours = [-1e300, *levels], np.vstack([colours[:1], colours])
            if self.extend in ("both", "max"):
                levels, colours = [*levels, 1e300], np.vstack([colours, colours[-1:]])
            bands = {"x": self._x, "y": self._y, "z": self._z.ravel(), "levels": levels, "colours": colours.ravel()}
            return [self._wrap({"bands": bands})]
        found = []
        widths = np.ravel(rcParams["lines.linewidth"] if self._widths is None else self._widths)
        for at, (level, colour) in enumerate(zip(self.levels.tolist(), colours.tolist())):
            style = self._styles[at % len(self._styles)] if isinstance(self._styles, (list, tuple)) else self._styles
            if style is None:
                style = "--" if self._own_colours is not None and len(self._own_colours) == 1 and level < 0 else "-"
            x, y = _matplotlib.contour(self._x, self._y, self._z.ravel(), level)
            line = {"x": x, "y": y, "stroke": stroke(colour, float(widths[at % len(widths)]), line_style(style)[1])}
            found.append(self._wrap({"line": line}))
        return found

    def legend_elements(self, variable_name="x", str_format=str):
        from .lines import Line2D
        from .patches import Rectangle

        colours = self._colours().tolist()
        if self.filled:
            pairs = zip(self.levels[:-1], self.levels[1:])
            names = [f"${str_format(a)} < {variable_name} \\leq {str_format(b)}$" for a, b in pairs]
            return [Rectangle((0, 0), 1, 1, facecolor=tuple(colour)) for colour in colours], names
        return [Line2D([], [], color=tuple(c)) for c in colours], [f"${variable_name} = {str_format(v)}$" for v in self.levels]
