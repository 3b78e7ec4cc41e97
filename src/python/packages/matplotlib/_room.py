"""Figures' methods that share out room: for the texts around plots, and for colorbars."""

import math

import _matplotlib
import numpy as np

from ._rc import rcParams
from .axes import Axes


class Room:
    """Room for texts and colorbars."""

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
        rows, columns = (math.lcm(*(getattr(grid, side) for grid in grids)) for side in ("nrows", "ncols"))
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
