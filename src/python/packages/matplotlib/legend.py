"""Legends."""

import numpy as np

from ._rc import rcParams
from .artist import Artist
from .colors import to_rgba
from .text import Text, points

_PLACES = {
    "best": 0, "upper right": 1, "upper left": 2, "lower left": 3, "lower right": 4, "right": 5, "center left": 6,
    "center right": 7, "lower center": 8, "upper center": 9, "center": 10,
}
_OPTIONS = (
    "loc fontsize ncol ncols title title_fontsize frameon framealpha facecolor edgecolor bbox_to_anchor labelcolor prop "
    "markerscale numpoints scatterpoints shadow fancybox mode borderpad labelspacing handlelength handletextpad "
    "columnspacing borderaxespad handler_map alignment reverse handleheight draggable markerfirst bbox_transform"
).split()
# Measures in sizes of the font, as they are without being asked for.
_MEASURES = {
    "borderpad": 0.4, "labelspacing": 0.5, "handlelength": 2.0, "handleheight": 0.7, "handletextpad": 0.8,
    "borderaxespad": 0.5, "columnspacing": 2.0,
}
# What there is one value for.
_ONLY = {"numpoints": 1, "scatterpoints": 1, "markerfirst": True, "alignment": "center", "draggable": False}


class Legend(Artist):
    """A box that names what is shown."""

    zorder = 5

    def __init__(self, parent, handles, labels, **options):
        super().__init__()
        for key in options:
            if key not in _OPTIONS:
                raise TypeError(f"Legend.__init__() got an unexpected keyword argument {key!r}")
        for key in ("mode", "handler_map", "bbox_transform"):
            if options.get(key) is not None:
                raise NotImplementedError(f"legend({key}=...) is not carried here")
        for key, only in _ONLY.items():
            if options.get(key, only) not in (only, None):
                raise NotImplementedError(f"legend({key}={options[key]!r}) is not carried here; {only!r} is")
        self._measures = {
            key: float(default if options.get(key) is None else options[key]) for key, default in _MEASURES.items()
        }
        self._shadow = bool(rcParams["legend.shadow"] if options.get("shadow") is None else options["shadow"])
        self._round = bool(rcParams["legend.fancybox"] if options.get("fancybox") is None else options["fancybox"])
        self._parent = parent
        if options.get("reverse"):
            handles, labels = list(handles)[::-1], list(labels)[::-1]
        self.legend_handles = list(handles)
        size = options.get("fontsize")
        prop = options.get("prop")
        if size is None and isinstance(prop, dict):
            size = prop.get("size")
        self._size = points(rcParams["legend.fontsize"] if size is None else size)
        colour = options.get("labelcolor")
        self.texts = [Text(0, 0, str(label), fontsize=self._size) for label in labels]
        if isinstance(colour, str) and colour in ("linecolor", "markerfacecolor"):
            colour = [getattr(handle, "get_color", lambda: "black")() for handle in handles]
        for at, text in enumerate(self.texts):
            if colour is not None:
                text.set_color(colour[at] if isinstance(colour, list) else colour)
        title = options.get("title")
        title_size = options.get("title_fontsize") or rcParams["legend.title_fontsize"]
        self._title = Text(0, 0, title or "", fontsize=self._size if title_size is None else title_size)
        self._columns = options.get("ncols", options.get("ncol", 1))
        frame = options.get("frameon")
        self._frame = rcParams["legend.frameon"] if frame is None else bool(frame)
        self._face, self._edge = options.get("facecolor"), options.get("edgecolor")
        alpha = options.get("framealpha")
        self._alpha = rcParams["legend.framealpha"] if alpha is None else alpha
        self._marker_scale = options.get("markerscale") or 1.0
        self.set_bbox_to_anchor(options.get("bbox_to_anchor"))
        loc = options.get("loc")
        self.set_loc(rcParams["legend.loc"] if loc is None else loc)

    def __str__(self):
        return "Legend"

    def set_loc(self, loc=None):
        self._corner = None
        if isinstance(loc, str):
            name = loc.lower()
            if name not in _PLACES:
                raise ValueError(f"{loc!r} is not a valid value for loc.")
            self._place = _PLACES[name]
        elif isinstance(loc, (int, np.integer)) and 0 <= loc <= 10:
            self._place = int(loc)
        elif np.iterable(loc) and len(loc) == 2:
            self._place, self._corner = 0, tuple(float(part) for part in loc)
        else:
            raise ValueError(f"loc must be string, coordinate tuple, or an integer 0-10, not {loc!r}")

    def set_bbox_to_anchor(self, bbox, transform=None):
        if bbox is not None:
            bbox = [float(part) for part in bbox]
            bbox = bbox + [0.0, 0.0] if len(bbox) == 2 else bbox
        self._anchor = bbox

    def get_texts(self):
        return list(self.texts)

    def get_title(self):
        return self._title

    def set_title(self, title, prop=None):
        self._title.set_text(title)

    def get_lines(self):
        from .lines import Line2D

        return [handle for handle in self.legend_handles if isinstance(handle, Line2D)]

    def get_patches(self):
        from .patches import Patch

        return [handle for handle in self.legend_handles if isinstance(handle, Patch)]

    def get_frame_on(self):
        return self._frame

    def set_frame_on(self, b):
        self._frame = bool(b)

    def _describe_legend(self):
        entries = []
        for handle, text in zip(self.legend_handles, self.texts):
            entry = dict(handle._entry()) if hasattr(handle, "_entry") else {}
            if entry.get("marker") and self._marker_scale != 1.0:
                entry["marker"] = {**entry["marker"], "size": entry["marker"]["size"] * self._marker_scale}
            entry["text"], entry["colour"] = text.get_text(), to_rgba(text.get_color())
            entries.append({key: value for key, value in entry.items() if value is not None})
        face = rcParams["legend.facecolor"] if self._face is None else self._face
        if isinstance(face, str) and face == "inherit":
            face = rcParams["axes.facecolor"]
        edge = rcParams["legend.edgecolor"] if self._edge is None else self._edge
        if isinstance(edge, str) and edge == "inherit":
            edge = rcParams["axes.edgecolor"]
        size = self.texts[0].get_fontsize() if self.texts else self._size
        return {
            "entries": entries, "place": self._place, "anchor": self._anchor, "corner": self._corner,
            "text": Text(fontsize=size)._describe_label(), "title": self._title._describe_label(),
            "columns": int(self._columns), "framed": self._frame, "face": to_rgba(face, self._alpha),
            "edge": to_rgba(edge, self._alpha), "measures": self._measures, "shadow": self._shadow, "round": self._round,
        }


def parse(axes_list, args, kwargs):
    """The handles and labels that a call of `legend` means."""
    handles, labels = kwargs.pop("handles", None), kwargs.pop("labels", None)
    if handles is not None and labels is not None:
        return list(handles), list(labels)
    if handles is not None:
        return list(handles), [handle.get_label() for handle in handles]
    found, names = [], []
    for ax in axes_list:
        more, more_names = ax.get_legend_handles_labels(all_without_names=labels is not None or len(args) == 1)
        found += more
        names += more_names
    if labels is not None:
        return found[: len(labels)], list(labels)
    if len(args) == 0:
        return found, names
    if len(args) == 1:
        if isinstance(args[0], (list, tuple)) and args[0] and isinstance(args[0][0], Artist):
            return list(args[0]), [handle.get_label() for handle in args[0]]
        names = list(args[0])
        return found[: len(names)], names[: len(found)]
    if len(args) == 2:
        return list(args[0]), list(args[1])
    raise TypeError("Invalid arguments to legend.")
