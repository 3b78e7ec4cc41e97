"""Figures: plots on a page, and the way to files."""

import numpy as np

from . import legend as _legend
from ._bbox import Bbox, SubplotParams
from ._files import Files
from ._rc import rcParams
from ._room import Room
from .artist import Artist, Units, canonical
from .axes import Axes
from .colors import to_rgba
from .gridspec import GridSpec, SubplotSpec
from .text import Text


class _Canvas:
    """What programs ask of a figure's canvas."""

    def __init__(self, figure):
        self.figure = figure
        self.manager = None

    def draw(self):
        pass

    draw_idle = flush_events = draw

    def get_width_height(self):
        return tuple(int(side * self.figure.dpi) for side in self.figure._size)

    def print_figure(self, filename, **kwargs):
        self.figure.savefig(filename, **kwargs)


class Figure(Room, Files, Artist):
    """A page with plots."""

    def __init__(self, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, linewidth=0.0, frameon=None,
                 subplotpars=None, tight_layout=None, constrained_layout=None, layout=None, **kwargs):
        self._axes = []
        super().__init__()
        self.figure = self
        self._size = np.array(rcParams["figure.figsize"] if figsize is None else figsize, dtype=float)
        if self._size.shape != (2,) or not np.isfinite(self._size).all() or (self._size < 0).any():
            raise ValueError(f"figure size must be positive finite not {figsize}")
        self.dpi = float(rcParams["figure.dpi"] if dpi is None else dpi)
        self._facecolor = rcParams["figure.facecolor"] if facecolor is None else facecolor
        self._frame = frameon is not False
        self.subplotpars = SubplotParams()
        self.texts, self.legends = [], []
        self._titles = {}
        self._current = None
        self.number = None
        self.canvas = _Canvas(self)
        asked = layout in ("tight", "constrained", "compressed") or tight_layout or constrained_layout
        self._layout = bool(asked or rcParams["figure.autolayout"] or rcParams["figure.constrained_layout.use"])
        self.set(**kwargs)

    def __repr__(self):
        return f"<Figure size {self._pixels()} with {len(self._axes)} Axes>"

    def __str__(self):
        width, height = (self._size * self.dpi).tolist()
        return f"Figure({width:g}x{height:g})"

    def _pixels(self):
        width, height = (self._size * self.dpi).tolist()
        return f"{width:g}x{height:g}"

    # A figure lies on no axes: its own are told, and not taken.
    axes = property(lambda self: list(self._axes), lambda self, axes: None)
    transFigure = property(lambda self: Units("figure", "figure"))
    patch = property(lambda self: self)

    # Size

    def get_size_inches(self):
        return np.array(self._size)

    def set_size_inches(self, w, h=None, forward=True):
        self._size = np.array(w if h is None else (w, h), dtype=float)

    def get_figwidth(self):
        return float(self._size[0])

    def get_figheight(self):
        return float(self._size[1])

    def set_figwidth(self, val, forward=True):
        self._size[0] = val

    def set_figheight(self, val, forward=True):
        self._size[1] = val

    def get_dpi(self):
        return self.dpi

    def set_dpi(self, val):
        self.dpi = float(val)

    def set_facecolor(self, color):
        to_rgba(color)
        self._facecolor = color

    def get_facecolor(self):
        return to_rgba(self._facecolor)

    def set_edgecolor(self, color):
        self._edgecolor = color

    def set_tight_layout(self, tight):
        self._layout = bool(tight)

    def set_layout_engine(self, layout=None, **kwargs):
        self._layout = layout not in (None, "none")

    # Plots

    def add_subplot(self, *args, projection=None, polar=False, **kwargs):
        if projection not in (None, "rectilinear") or polar:
            raise NotImplementedError(f"the projection {projection or 'polar'!r} is not carried here")
        if len(args) == 1 and isinstance(args[0], SubplotSpec):
            cell = args[0]
        elif len(args) == 1 and isinstance(args[0], GridSpec):
            cell = args[0][0]
        else:
            cell = self._cell_of(args or (1, 1, 1))
        ax = Axes(self, **kwargs)
        ax._cell = cell
        return self._join(ax)

    def _cell_of(self, args):
        if len(args) == 1:
            digits = str(args[0])
            if not (isinstance(args[0], (int, np.integer)) and len(digits) == 3 and digits.isdigit()):
                raise ValueError(f"Integer subplot specification must be a three-digit number, not {args[0]!r}")
            args = tuple(int(digit) for digit in digits)
        if len(args) != 3:
            raise TypeError(f"add_subplot() takes 1 or 3 positional arguments but {len(args)} were given")
        rows, columns, at = args
        grid = self._grid(rows, columns)
        first, last = at if isinstance(at, (tuple, list)) else (at, at)
        for one in (first, last):
            if not isinstance(one, (int, np.integer)) or not 1 <= one <= rows * columns:
                raise ValueError(f"num must be an integer with 1 <= num <= {rows * columns}, not {one!r}")
        (first_row, first_column), (last_row, last_column) = divmod(first - 1, columns), divmod(last - 1, columns)
        return SubplotSpec(grid, (first_row, last_row), (min(first_column, last_column), max(first_column, last_column)))

    def _grid(self, rows, columns):
        for ax in self._axes:
            grid = ax.get_gridspec()
            if grid is not None and (grid.nrows, grid.ncols) == (rows, columns) and grid._inside is None:
                return grid
        return GridSpec(rows, columns, figure=self)

    def add_axes(self, rect, **kwargs):
        if isinstance(rect, Axes):
            return self._join(rect)
        kwargs.pop("projection", None)
        ax = Axes(self, **kwargs)
        ax._position = tuple(float(part) for part in rect)
        return self._join(ax)

    def _join(self, ax):
        self._axes.append(ax)
        self._current = ax
        return ax

    def add_gridspec(self, nrows=1, ncols=1, **kwargs):
        return GridSpec(nrows, ncols, figure=self, **kwargs)

    def subplots(self, nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
                 subplot_kw=None, gridspec_kw=None):
        sharex, sharey = ({True: "all", False: "none"}.get(share, share) for share in (sharex, sharey))
        for name, share in (("sharex", sharex), ("sharey", sharey)):
            if share not in ("all", "row", "col", "none"):
                raise ValueError(f"{share!r} is not a valid value for {name}; supported values are 'all', 'row', 'col', 'none', False, True")
        grid_options = dict(gridspec_kw or {})
        if width_ratios is not None:
            grid_options["width_ratios"] = width_ratios
        if height_ratios is not None:
            grid_options["height_ratios"] = height_ratios
        grid = GridSpec(nrows, ncols, figure=self, **grid_options)
        found = np.empty((nrows, ncols), dtype=object)
        for row in range(nrows):
            for column in range(ncols):
                with_whom = {"all": found[0, 0], "row": found[row, 0], "col": found[0, column], "none": None}
                own = dict(subplot_kw or {})
                own.update(sharex=with_whom[sharex], sharey=with_whom[sharey])
                found[row, column] = self.add_subplot(grid[row, column], **own)
        for row in range(nrows):
            for column in range(ncols):
                ax = found[row, column]
                if sharex in ("col", "all") and row < nrows - 1:
                    ax.xaxis._named = False
                if sharey in ("row", "all") and column > 0:
                    ax.yaxis._named = False
        if not squeeze:
            return found
        return found[0, 0] if found.size == 1 else found.ravel() if 1 in found.shape else found

    def subplot_mosaic(self, mosaic, *, sharex=False, sharey=False, subplot_kw=None, gridspec_kw=None, empty_sentinel=".", **kwargs):
        if isinstance(mosaic, str):
            mosaic = [list(row.strip()) for row in mosaic.strip().replace(";", "\n").splitlines()]
        rows, columns = len(mosaic), len(mosaic[0])
        if any(len(row) != columns for row in mosaic):
            raise ValueError("All of the rows must be the same length")
        grid = GridSpec(rows, columns, figure=self, **(gridspec_kw or {}), **kwargs)
        found = {}
        for row in range(rows):
            for column in range(columns):
                name = mosaic[row][column]
                if name == empty_sentinel or name in found:
                    continue
                places = [(r, c) for r in range(rows) for c in range(columns) if mosaic[r][c] == name]
                last_row, last_column = max(place[0] for place in places), max(place[1] for place in places)
                first = next(iter(found.values()), None)
                found[name] = self.add_subplot(
                    grid[row : last_row + 1, column : last_column + 1], sharex=first if sharex else None,
                    sharey=first if sharey else None, **(subplot_kw or {}),
                )
        return found

    def gca(self):
        return self._current if self._current is not None else self.add_subplot()

    def sca(self, a):
        self._current = a
        return a

    def delaxes(self, ax):
        self._axes.remove(ax)
        for axis in (ax.xaxis, ax.yaxis):
            axis.view.members = [member for member in axis.view.members if member is not axis]
        if self._current is ax:
            self._current = self._axes[-1] if self._axes else None

    def clear(self, keep_observers=False):
        self._axes, self.texts, self.legends, self._titles, self._current = [], [], [], {}, None
        self.subplotpars = SubplotParams()

    clf = clear

    def get_axes(self):
        return self.axes

    def get_children(self):
        return [*self._axes, *self.texts, *self.legends]

    def _remove(self, artist):
        for artists in (self.texts, self.legends):
            if artist in artists:
                artists.remove(artist)

    def subplots_adjust(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        self._layout = False
        self.subplotpars.update(left, bottom, right, top, wspace, hspace)

    def autofmt_xdate(self, bottom=0.2, rotation=30, ha="right", which="major"):
        for ax in self._axes:
            if ax._cell is None or ax._cell.is_last_row():
                ax.xaxis._set_text(rotation=rotation, ha=ha)
            else:
                ax.xaxis._named = False
        self.subplots_adjust(bottom=bottom)

    def align_labels(self, axs=None):
        pass

    align_xlabels = align_ylabels = align_labels

    # Texts and legends

    def suptitle(self, t, **kwargs):
        return self._super("title", t, kwargs, x=0.5, y=0.98, ha="center", va="top", fontsize=rcParams["figure.titlesize"], fontweight=rcParams["figure.titleweight"])

    def supxlabel(self, t, **kwargs):
        return self._super("x", t, kwargs, x=0.5, y=0.01, ha="center", va="bottom", fontsize="large")

    def supylabel(self, t, **kwargs):
        return self._super("y", t, kwargs, x=0.02, y=0.5, ha="left", va="center", rotation=90, rotation_mode="anchor", fontsize="large")

    def _super(self, which, text, kwargs, **defaults):
        style = {**defaults, **canonical({"size": None, **kwargs})}
        for long, short in (("horizontalalignment", "ha"), ("verticalalignment", "va")):
            if long in style and short in style:
                style.pop(short)
        x, y = style.pop("x"), style.pop("y")
        label = self._titles.get(which)
        if label is None:
            label = self._titles[which] = Text(x, y, text)
            label.figure = self
        label.set_position((x, y))
        label.set_text(text)
        label.update(style)
        return label

    def get_suptitle(self):
        return self._titles["title"].get_text() if "title" in self._titles else ""

    def text(self, x, y, s, fontdict=None, **kwargs):
        text = Text(x, y, s, **{**(fontdict or {}), **kwargs})
        text.figure = self
        self.texts.append(text)
        return text

    def legend(self, *args, **kwargs):
        handles, labels = _legend.parse(self._axes, args, kwargs)
        kwargs.setdefault("loc", "upper right")
        found = _legend.Legend(self, handles, labels, **kwargs)
        found.figure = self
        self.legends.append(found)
        return found


def figaspect(arg):
    """A size of figures with a given height to width."""
    ratio = arg.shape[0] / arg.shape[1] if hasattr(arg, "shape") else float(arg)
    height = rcParams["figure.figsize"][1]
    return np.array([height / ratio, height])
