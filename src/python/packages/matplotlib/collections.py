"""Many marks, lines or shapes as one."""

import numpy as np

from ._rc import rcParams
from .artist import Artist, canonical, merged, span
from .cm import ScalarMappable
from .colors import to_rgba_array
from .lines import line_style, marker_sign, stroke

_CLEAR = [0.0, 0.0, 0.0, 0.0]


class Collection(Artist, ScalarMappable):
    """What several things of one kind share."""

    zorder = 1

    def __init__(self, *, cmap=None, norm=None, **kwargs):
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self._faces = to_rgba_array(rcParams["patch.facecolor"])
        self._edges = np.zeros((0, 4))
        self._widths = [rcParams["patch.linewidth"]]
        self._style, self._dashes = "-", []
        kwargs = canonical(kwargs)
        if "color" in kwargs:
            self.set_color(kwargs.pop("color"))
        self.set(**kwargs)

    def set_facecolor(self, c):
        self._faces = to_rgba_array(c)
        self._array = None

    def get_facecolor(self):
        if self._array is not None:
            faces = np.asarray(self.to_rgba(self._array.ravel()))
        else:
            faces = np.array(self._faces)
        if self._alpha is not None and faces.size:
            faces[:, 3] = self._alpha
        return faces

    def set_edgecolor(self, c):
        self._edges = c if isinstance(c, str) and c == "face" else to_rgba_array(c)

    def get_edgecolor(self):
        if isinstance(self._edges, str):
            return self.get_facecolor()
        edges = np.array(self._edges)
        if self._alpha is not None and edges.size:
            edges[:, 3] = self._alpha
        return edges

    def set_color(self, c):
        self.set_facecolor(c)
        self.set_edgecolor(c)

    def set_linewidth(self, lw):
        self._widths = [float(one) for one in np.ravel(lw)]

    def get_linewidth(self):
        return self._widths

    def set_linestyle(self, ls):
        self._style, self._dashes = line_style(ls[0] if isinstance(ls, list) else ls)

    def get_linestyle(self):
        return self._style

    def set_hatch(self, hatch):
        if hatch:
            raise NotImplementedError("hatch is not carried here")

    def set_capstyle(self, s):
        self._cap = s

    get_facecolors, get_edgecolors = get_facecolor, get_edgecolor
    get_linewidths = get_linewidth


class PathCollection(Collection):
    """Marks of one shape: what `scatter` makes."""

    def __init__(self, x, y, sizes, marker, **kwargs):
        self._x, self._y = x, y
        self._sizes = np.asarray(sizes).ravel()
        self._marker = marker_sign(marker) or "None"
        super().__init__(**kwargs)

    def get_offsets(self):
        return np.column_stack([self._x, self._y]).astype(float)

    def set_offsets(self, offsets):
        offsets = np.asarray(offsets, dtype=float).reshape(-1, 2)
        self._x, self._y = offsets[:, 0], offsets[:, 1]
        self._changed()

    def get_sizes(self):
        return self._sizes

    def set_sizes(self, sizes, dpi=72.0):
        self._sizes = np.asarray(sizes, dtype=float).ravel()

    def _x_span(self):
        return span(self._x) if self._units[0] == "data" else None

    def _y_span(self):
        return span(self._y) if self._units[1] == "data" else None

    def _colours(self):
        faces = self.get_facecolor()
        edges = self.get_edgecolor()
        if self._marker in "+x|_1234":
            # Lines have no inside: what would fill them draws them.
            edges, faces = (faces if isinstance(self._edges, str) else edges), np.zeros((1, 4))
        return (faces if len(faces) else np.zeros((1, 4))), (edges if len(edges) else np.zeros((1, 4)))

    def _describe(self):
        count = len(self._x)
        faces, edges = (rows if len(rows) in (1, count) else np.resize(rows, (count, 4)) for rows in self._colours())
        sizes = self._sizes if self._sizes.size in (1, count) else np.resize(self._sizes, count)
        cloud = {
            "x": self._x, "y": self._y, "shape": self._marker, "sizes": sizes, "faces": np.ravel(faces),
            "edges": np.ravel(edges), "width": float(self._widths[0]),
        }
        return [self._wrap({"marks": cloud})]

    def _entry(self):
        faces, edges = self._colours()
        size = float(np.mean(self._sizes)) ** 0.5 if self._sizes.size else 6.0
        mark = {
            "shape": self._marker, "size": size, "face": list(faces[0]), "edge": list(edges[0]),
            "width": float(self._widths[0]), "every": 1,
        }
        return {"marker": mark}

    def legend_elements(self, prop="colors", num="auto", fmt=None, func=lambda x: x, **kwargs):
        """A line for each colour or size, and its name, for a legend."""
        from .lines import Line2D

        if prop == "sizes":
            values = np.unique(self._sizes)
            lines = [Line2D([], [], ls="", marker=self._marker, ms=float(s) ** 0.5, color=kwargs.get("color", "k")) for s in values]
        else:
            if self._array is None:
                return [], []
            values = np.unique(self._array)
            if num == "auto" and len(values) > 9 or isinstance(num, int):
                from .ticker import MaxNLocator

                low, high = float(values.min()), float(values.max())
                ticks = MaxNLocator(9 if num == "auto" else num).tick_values(low, high)
                values = np.array([tick for tick in ticks if low <= tick <= high])
            lines = [
                Line2D([], [], ls="", marker=self._marker, ms=rcParams["lines.markersize"], color=self.cmap(self.norm(float(v))))
                for v in values
            ]
        names = [fmt.format(x=func(v)) if fmt else f"{func(float(v)):g}".replace("-", "\u2212") for v in values]
        return lines, [f"$\\mathdefault{{{name}}}$" for name in names]


class LineCollection(Collection):
    """Several lines."""

    zorder = 2

    def __init__(self, segments, *, zorder=2, **kwargs):
        self._segments = [np.asarray(one, dtype=float).reshape(-1, 2) for one in segments]
        colours = kwargs.pop("colors", kwargs.pop("color", None))
        width = kwargs.pop("linewidths", kwargs.pop("linewidth", kwargs.pop("lw", rcParams["lines.linewidth"])))
        super().__init__(linewidth=width, **kwargs)
        self.zorder = zorder
        self._edges = to_rgba_array(rcParams["lines.color"] if colours is None else colours)

    def set_color(self, c):
        self._edges = to_rgba_array(c)

    def get_color(self):
        return self._edges

    get_colors = get_color

    def get_segments(self):
        return self._segments

    def set_segments(self, segments):
        self._segments = [np.asarray(one, dtype=float).reshape(-1, 2) for one in segments]
        self._changed()

    def get_edgecolor(self):
        if self._array is not None:
            return np.asarray(self.to_rgba(self._array.ravel(), alpha=self._alpha))
        return super().get_edgecolor()

    def _x_span(self):
        return merged([span(one[:, 0]) for one in self._segments]) if self._units[0] == "data" else None

    def _y_span(self):
        return merged([span(one[:, 1]) for one in self._segments]) if self._units[1] == "data" else None

    def _describe(self):
        edges = self.get_edgecolor()
        found = []
        for index, points in enumerate(self._segments):
            width = self._widths[index % len(self._widths)]
            line = {
                "x": points[:, 0], "y": points[:, 1], "projecting": False,
                "stroke": stroke(edges[index % len(edges)].tolist(), width, self._dashes),
            }
            found.append(self._wrap({"line": line}))
        return found

    def _entry(self):
        edges = self.get_edgecolor()
        return {"line": stroke(edges[0].tolist(), self._widths[0], self._dashes)}


class PolyCollection(Collection):
    """Several shapes."""

    def __init__(self, verts, **kwargs):
        self._verts = [np.asarray(one, dtype=float).reshape(-1, 2) for one in verts]
        super().__init__(**kwargs)

    def _x_span(self):
        return merged([span(one[:, 0]) for one in self._verts]) if self._units[0] == "data" else None

    def _y_span(self):
        return merged([span(one[:, 1]) for one in self._verts]) if self._units[1] == "data" else None

    def get_paths(self):
        return self._verts

    def _strokes(self):
        edges = self.get_edgecolor()
        if isinstance(self._edges, str) and self._alpha is None:
            return edges
        return edges if len(edges) else np.zeros((1, 4))

    def _describe(self):
        faces, edges = self.get_facecolor(), self._strokes()
        found = []
        for index, points in enumerate(self._verts):
            face = faces[index % len(faces)].tolist() if len(faces) else _CLEAR
            edge = edges[index % len(edges)].tolist() if len(edges) else _CLEAR
            shape = {
                "x": points[:, 0], "y": points[:, 1], "face": face,
                "edge": stroke(edge, self._widths[index % len(self._widths)], self._dashes),
            }
            found.append(self._wrap({"shape": shape}))
        return found

    def _entry(self):
        faces, edges = self.get_facecolor(), self._strokes()
        return {
            "patch": faces[0].tolist() if len(faces) else _CLEAR,
            "patch_edge": stroke(edges[0].tolist() if len(edges) else _CLEAR, self._widths[0]),
        }


class FillBetweenPolyCollection(PolyCollection):
    """What `fill_between` makes."""


class PatchCollection(PolyCollection):
    """Several patches as one."""

    def __init__(self, patches, *, match_original=False, **kwargs):
        super().__init__([np.column_stack(one._outline()) for one in patches], **kwargs)
        if match_original:
            self._faces = np.array([one.get_facecolor() for one in patches])
            self._edges = np.array([one.get_edgecolor() for one in patches])


class QuadMesh(Collection):
    """A grid of coloured cells: what `pcolormesh` makes."""

    zorder = 0

    def __init__(self, x_edges, y_edges, values, **kwargs):
        self._x_edges, self._y_edges = x_edges, y_edges
        super().__init__(**kwargs)
        self.set_array(values)
        self._edges = np.zeros((0, 4))

    def _x_span(self):
        return span(self._x_edges)

    def _y_span(self):
        return span(self._y_edges)

    def _describe(self):
        rows, columns = self._array.shape
        rgba = np.asarray(self.to_rgba(self._array, alpha=self._alpha))
        grid = {
            "values": rgba.ravel(), "rows": rows, "columns": columns, "parts": 4, "x_edges": self._x_edges,
            "y_edges": self._y_edges, "alpha": 1.0,
        }
        found = [self._wrap({"image": grid})]
        if len(self._edges) and self._edges[0][3]:
            edge = stroke(self._edges[0].tolist(), self._widths[0])
            low, high = self._y_edges[0], self._y_edges[-1]
            lines = [([x, x], [low, high]) for x in self._x_edges]
            lines += [([self._x_edges[0], self._x_edges[-1]], [y, y]) for y in self._y_edges]
            found += [self._wrap({"line": {"x": x, "y": y, "stroke": edge}}) for x, y in lines]
        return found
