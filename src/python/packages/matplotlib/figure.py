"""Figures: plots on a page, and the way to files."""

import os

import _matplotlib
import numpy as np

from . import legend as _legend
from ._rc import rcParams
from .artist import Artist, Units, canonical
from .axes import Axes
from .colors import to_rgba
from .gridspec import GridSpec, SubplotSpec
from .text import Text


class Bbox:
    """A box between two corners."""

    def __init__(self, x0, y0, x1, y1):
        self.x0, self.y0, self.x1, self.y1 = x0, y0, x1, y1

    width = property(lambda self: self.x1 - self.x0)
    height = property(lambda self: self.y1 - self.y0)
    xmin, ymin = property(lambda self: min(self.x0, self.x1)), property(lambda self: min(self.y0, self.y1))
    xmax, ymax = property(lambda self: max(self.x0, self.x1)), property(lambda self: max(self.y0, self.y1))
    bounds = property(lambda self: (self.x0, self.y0, self.width, self.height))
    extents = property(lambda self: np.array([self.x0, self.y0, self.x1, self.y1]))

    def get_points(self):
        return np.array([[self.x0, self.y0], [self.x1, self.y1]])

    def __repr__(self):
        return f"Bbox([[{self.x0}, {self.y0}], [{self.x1}, {self.y1}]])"

    def __str__(self):
        return f"Bbox(x0={self.x0}, y0={self.y0}, x1={self.x1}, y1={self.y1})"


class SubplotParams:
    """The margins around the plots and the gaps between them."""

    def __init__(self):
        self.left, self.right, self.bottom, self.top, self.wspace, self.hspace = (
            rcParams[f"figure.subplot.{key}"] for key in ("left", "right", "bottom", "top", "wspace", "hspace")
        )

    def update(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        new = {"left": left, "bottom": bottom, "right": right, "top": top, "wspace": wspace, "hspace": hspace}
        new = {key: getattr(self, key) if value is None else value for key, value in new.items()}
        if new["left"] >= new["right"]:
            raise ValueError("left cannot be >= right")
        if new["bottom"] >= new["top"]:
            raise ValueError("bottom cannot be >= top")
        self.__dict__.update(new)


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


_UNSUPPORTED = ("pdf", "eps", "ps", "jpg", "jpeg", "tif", "tiff", "webp", "svgz", "pgf", "raw", "rgba", "avif", "gif")


class Figure(Artist):
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

    def tight_layout(self, *, pad=1.08, h_pad=None, w_pad=None, rect=None):
        """Margins and gaps that leave room for the texts."""
        grids = []
        for ax in self._axes:
            grid = ax.get_gridspec()
            while grid is not None and grid._inside is not None:
                grid = grid._inside.get_gridspec()
            if grid is not None and grid not in grids:
                grids.append(grid)
        if not grids:
            return
        size = rcParams["font.size"] / 72
        # Plots of a figure may be cells of several grids: the finest counts for all.
        rows, columns = (int(np.lcm.reduce([getattr(grid, side) for grid in grids])) for side in ("nrows", "ncols"))
        cells = []
        for ax in self._axes:
            cell = ax._cell if ax._cell is not None else ax._twin_of._cell if ax._twin_of is not None else None
            while cell is not None and cell.get_gridspec()._inside is not None:
                cell = cell.get_gridspec()._inside
            if cell is None:
                cells.append(None)
                continue
            down, across = rows // cell.get_gridspec().nrows, columns // cell.get_gridspec().ncols
            cells.append([cell._rows[0] * down, (cell._rows[1] + 1) * down - 1, cell._columns[0] * across, (cell._columns[1] + 1) * across - 1])
        request = {
            "figure": self._describe(), "cells": cells, "rooms": [list(ax._rect()) for ax in self._axes], "rows": rows, "columns": columns, "pad": pad * size,
            "row_pad": (pad if h_pad is None else h_pad) * size, "column_pad": (pad if w_pad is None else w_pad) * size,
        }
        found = _matplotlib.tight(request)
        if found is None:
            import warnings

            warnings.warn("Tight layout not applied. The left and right margins cannot be made large enough to accommodate all Axes decorations.", UserWarning, stacklevel=2)
            return
        left, right, bottom, top, wspace, hspace = found
        if rect is not None:
            left, right = max(left, rect[0] + left), min(right, rect[2] - (1 - right))
            bottom, top = max(bottom, rect[1] + bottom), min(top, rect[3] - (1 - top))
        self.subplotpars.update(left, bottom, right, top, wspace, hspace)

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

    def colorbar(self, mappable, cax=None, ax=None, use_gridspec=True, *, location=None, orientation=None, fraction=0.15,
                 pad=None, shrink=1.0, aspect=20, anchor=None, panchor=None, **kwargs):
        from .colorbar import Colorbar

        if location is not None:
            orientation = "vertical" if location in ("left", "right") else "horizontal"
        orientation = orientation or "vertical"
        if orientation not in ("vertical", "horizontal"):
            raise ValueError(f"{orientation!r} is not a valid value for orientation; supported values are None, 'vertical', 'horizontal'")
        if mappable._array is None and not hasattr(mappable, "levels"):
            mappable.set_array([])
        if cax is None:
            if ax is None:
                ax = getattr(mappable, "axes", None)
            if ax is None:
                raise ValueError("Unable to determine Axes to steal space for Colorbar. Either provide the *cax* argument to use as the Axes for the Colorbar, provide the *ax* argument to steal space from it, or add *mappable* to an Axes.")
            current = self._current
            parents = [one for one in np.ravel(np.array(ax, dtype=object))] if not isinstance(ax, Axes) else [ax]
            cax = self._steal(parents, orientation, location, fraction, pad, shrink, aspect)
            self._current = current
        return Colorbar(cax, mappable, orientation=orientation, location=location, **kwargs)

    def _steal(self, parents, orientation, location, fraction, pad, shrink, aspect):
        """A plot for a colorbar, on room that is taken from others."""
        vertical = orientation == "vertical"
        location = location or ("right" if vertical else "bottom")
        pad = (0.05 if vertical else 0.15) if pad is None else pad
        first = parents[0]
        if len(parents) == 1 and first._cell is not None and first._position is None:
            bar = Axes(self)
            bar._cell = first._cell
            x, y, w, h = first._inner
            box = (x, y, w, h)
        else:
            rects = [one._rect() for one in parents]
            x, y = min(r[0] for r in rects), min(r[1] for r in rects)
            w, h = max(r[0] + r[2] for r in rects) - x, max(r[1] + r[3] for r in rects) - y
            bar, box = Axes(self), (x, y, w, h)
            bar._position = (0.0, 0.0, 1.0, 1.0)
        keep = 1 - fraction - pad

        def shrunk(rect):
            a, b, c, d = rect
            if vertical:
                start = x + (fraction + pad) * w if location == "left" else x
                return (start + (a - x) * keep, b, c * keep, d)
            start = y if location == "top" else y + (fraction + pad) * h
            return (a, start + (b - y) * keep, c, d * keep)

        if bar._position is None:
            first._inner = shrunk(box)
        else:
            for one, rect in zip(parents, [one._rect() for one in parents]):
                one._position, one._inner = shrunk(rect), (0.0, 0.0, 1.0, 1.0)
        if vertical:
            left = x if location == "left" else x + w * (1 - fraction)
            inner = (left, y + h * (1 - shrink) / 2, w * fraction, h * shrink)
        else:
            low = y + h * (1 - fraction) if location == "top" else y
            inner = (x + w * (1 - shrink) / 2, low, w * shrink, h * fraction)
        bar._inner = inner
        bar._bar_aspect = (vertical, float(aspect), location)
        self._axes.append(bar)
        return bar

    # Files

    def _describe(self):
        texts = [*self._titles.values(), *self.texts]
        return {
            "width": float(self._size[0]), "height": float(self._size[1]), "dpi": self.dpi,
            "face": self.get_facecolor() if self._frame else (0.0, 0.0, 0.0, 0.0),
            "axes": [self._described(ax) for ax in sorted(self._axes, key=lambda ax: ax.zorder)],
            "texts": [text._describe_label(at=(float(text._x), float(text._y))) for text in texts],
            "legends": [one._describe_legend() for one in self.legends],
        }

    def _described(self, ax):
        described = ax._describe()
        slim = getattr(ax, "_bar_aspect", None)
        if slim is not None:
            # The bar is as long as its room and as thick as its aspect says.
            vertical, aspect, location = slim
            x, y, w, h = described["rect"]
            width, height = self._size.tolist()
            if vertical:
                thick = min(w, h * height / aspect / width)
                described["rect"] = [x + w - thick if location == "left" else x, y, thick, h]
            else:
                thick = min(h, w * width / aspect / height)
                described["rect"] = [x, y if location == "top" else y + h - thick, w, thick]
        return described

    def _laid_out(self):
        if self._layout:
            self.tight_layout()
            self._layout = True
        return self._describe()

    def savefig(self, fname, *, transparent=None, dpi=None, format=None, bbox_inches=None, pad_inches=None, facecolor=None,
                edgecolor=None, metadata=None, backend=None, orientation=None, papertype=None, pil_kwargs=None, **kwargs):
        """Writes the figure to a file."""
        if kwargs:
            raise TypeError(f"FigureCanvasAgg.print_png() got an unexpected keyword argument {next(iter(kwargs))!r}")
        is_path = isinstance(fname, (str, os.PathLike))
        if is_path:
            fname = os.fspath(fname)
        if format is None:
            extension = os.path.splitext(fname)[1][1:] if is_path else ""
            format = extension or rcParams["savefig.format"]
            if is_path and not extension:
                fname = fname.rstrip(".") + "." + format
        format = format.lower()
        if format in _UNSUPPORTED:
            raise NotImplementedError(f"savefig to {format!r} is not carried here; 'png' and 'svg' are")
        if format not in ("png", "svg"):
            known = ", ".join(sorted([*_UNSUPPORTED, "png", "svg"]))
            raise ValueError(f"Format {format!r} is not supported (supported formats: {known})")
        dpi = rcParams["savefig.dpi"] if dpi is None else dpi
        dpi = self.dpi if dpi == "figure" else float(dpi)
        bbox_inches = rcParams["savefig.bbox"] if bbox_inches is None else bbox_inches
        if bbox_inches not in (None, "standard", "tight"):
            raise NotImplementedError("bbox_inches is carried as 'tight' only")
        pad = rcParams["savefig.pad_inches"] if pad_inches is None else pad_inches
        pad = (float(pad) if pad != "layout" else 0.1) if bbox_inches == "tight" else None
        described = self._laid_out()
        facecolor = rcParams["savefig.facecolor"] if facecolor is None else facecolor
        if rcParams["savefig.transparent"] if transparent is None else transparent:
            described["face"] = (0.0, 0.0, 0.0, 0.0)
            for ax in described["axes"]:
                ax["face"] = (0.0, 0.0, 0.0, 0.0)
        elif not (isinstance(facecolor, str) and facecolor == "auto"):
            described["face"] = to_rgba(facecolor)
        data, missing = _matplotlib.draw(described, format, dpi, pad)
        _warn_of(missing)
        if not is_path:
            fname.write(data)
            return
        with open(fname, "wb") as file:
            file.write(data)

    def show(self, warn=True):
        _warn_of(_matplotlib.show(self._laid_out()))

    def draw(self, renderer=None):
        pass

    draw_without_rendering = draw

    def _repr_png_(self):
        import io

        file = io.BytesIO()
        self.savefig(file, format="png")
        return file.getvalue()


def _warn_of(missing):
    """Tells of characters that the font does not have."""
    import unicodedata
    import warnings

    for character in missing:
        name = unicodedata.name(character, "")
        warnings.warn(
            f"Glyph {ord(character)} (\\N{{{name}}}) missing from font(s) DejaVu Sans.", UserWarning, stacklevel=3
        )


def figaspect(arg):
    """A size of figures with a given height to width."""
    ratio = arg.shape[0] / arg.shape[1] if hasattr(arg, "shape") else float(arg)
    height = rcParams["figure.figsize"][1]
    return np.array([height / ratio, height])
