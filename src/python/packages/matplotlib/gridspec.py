"""Grids that plots stand in."""

import numpy as np


class GridSpec:
    """A grid of rows and columns."""

    def __init__(self, nrows, ncols, figure=None, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None,
                 width_ratios=None, height_ratios=None):
        for name, count in (("rows", nrows), ("columns", ncols)):
            if not isinstance(count, (int, np.integer)) or count <= 0:
                raise ValueError(f"Number of {name} must be a positive integer, not {count!r}")
        for name, ratios, count in (("width", width_ratios, ncols), ("height", height_ratios, nrows)):
            if ratios is not None and len(ratios) != count:
                what = "columns" if name == "width" else "rows"
                raise ValueError(f"Expected the given number of {name} ratios to match the number of {what} of the grid")
        self.nrows, self.ncols, self.figure = int(nrows), int(ncols), figure
        self._own = {"left": left, "bottom": bottom, "right": right, "top": top, "wspace": wspace, "hspace": hspace}
        self._widths, self._heights = list(width_ratios or [1] * self.ncols), list(height_ratios or [1] * self.nrows)
        self._inside = None

    def __getitem__(self, key):
        if isinstance(key, tuple):
            rows, columns = self._range(key[0], self.nrows), self._range(key[1], self.ncols)
        else:
            first, last = self._range(key, self.nrows * self.ncols)
            rows, columns = (first // self.ncols, last // self.ncols), (first % self.ncols, last % self.ncols)
        return SubplotSpec(self, rows, columns)

    @staticmethod
    def _range(key, size):
        if isinstance(key, slice):
            start, stop, _ = key.indices(size)
            if stop <= start:
                raise IndexError("GridSpec slice would result in no space allocated for subplot")
            return start, stop - 1
        index = key + size if key < 0 else key
        if not 0 <= index < size:
            raise IndexError(f"index {key} is out of bounds for axis with size {size}")
        return index, index

    def update(self, **kwargs):
        self._own.update(kwargs)

    def tight_layout(self, figure, **kwargs):
        figure.tight_layout(**kwargs)

    def _frame(self, figure):
        """left, right, bottom, top, and the gaps in shares of a mean cell."""
        params = {key: getattr(figure.subplotpars, key) if value is None else value for key, value in self._own.items()}
        if self._inside is not None:
            left, bottom, width, height = self._inside._rect(figure)
            params.update(left=left, right=left + width, bottom=bottom, top=bottom + height)
        return params

    def _edges(self, figure):
        frame = self._frame(figure)

        def cells(start, length, count, gap, ratios):
            mean = length / (count + gap * (count - 1))
            total, found, at = sum(ratios), [], start
            for ratio in ratios:
                size = mean * count * ratio / total
                found.append((at, at + size))
                at += size + gap * mean
            return found

        width, height = frame["right"] - frame["left"], frame["top"] - frame["bottom"]
        across = cells(frame["left"], width, self.ncols, frame["wspace"], self._widths)
        down = cells(1 - frame["top"], height, self.nrows, frame["hspace"], self._heights)
        return across, down


class SubplotSpec:
    """A cell of a grid, or several."""

    def __init__(self, gridspec, rows, columns):
        self._grid, self._rows, self._columns = gridspec, rows, columns

    def get_gridspec(self):
        return self._grid

    def _rect(self, figure):
        """left, bottom, width, height in shares of the figure."""
        across, down = self._grid._edges(figure)
        left, right = across[self._columns[0]][0], across[self._columns[1]][1]
        top, bottom = 1 - down[self._rows[0]][0], 1 - down[self._rows[1]][1]
        return left, bottom, right - left, top - bottom

    def subgridspec(self, nrows, ncols, **kwargs):
        return GridSpecFromSubplotSpec(nrows, ncols, self, **kwargs)

    @property
    def rowspan(self):
        return range(self._rows[0], self._rows[1] + 1)

    @property
    def colspan(self):
        return range(self._columns[0], self._columns[1] + 1)

    def is_first_row(self):
        return self._rows[0] == 0

    def is_last_row(self):
        return self._rows[1] == self._grid.nrows - 1

    def is_first_col(self):
        return self._columns[0] == 0

    def is_last_col(self):
        return self._columns[1] == self._grid.ncols - 1


class GridSpecFromSubplotSpec(GridSpec):
    """A grid in a cell of another."""

    def __init__(self, nrows, ncols, subplot_spec, **kwargs):
        super().__init__(nrows, ncols, **kwargs)
        self._inside = subplot_spec
