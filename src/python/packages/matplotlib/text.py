"""Texts."""

from ._rc import rcParams
from .artist import Artist, canonical
from .colors import to_rgba

_SIZES = {
    "xx-small": 0.579, "x-small": 0.694, "small": 0.833, "medium": 1.0, "large": 1.2, "x-large": 1.44,
    "xx-large": 1.728, "larger": 1.2, "smaller": 0.833,
}
_ACROSS = ("left", "center", "right")
_ALONG = ("top", "bottom", "center", "baseline", "center_baseline")


def points(size):
    """A font's size in points."""
    if size is None:
        return rcParams["font.size"]
    if isinstance(size, str):
        if size not in _SIZES:
            try:
                return float(size)
            except ValueError:
                raise ValueError(f"{size!r} is not a valid value for fontsize.") from None
        return _SIZES[size] * rcParams["font.size"]
    return float(size)


def is_bold(weight):
    return weight in ("bold", "heavy", "semibold", "demibold", "demi", "extra bold", "black") or (
        isinstance(weight, (int, float)) and weight >= 600
    )


class Text(Artist):
    """A text at a place."""

    zorder = 3

    def __init__(self, x=0, y=0, text="", **kwargs):
        super().__init__()
        self._x, self._y = x, y
        self._color = rcParams["text.color"]
        self._size, self._weight, self._slant = points(None), rcParams["font.weight"], rcParams["font.style"]
        self._ha, self._va, self._angle, self._mode = "left", "baseline", 0.0, "default"
        self._box, self._family, self._pad = None, None, 0.0
        self._clip_on = False
        self.set_text(text)
        self.update(canonical({key: value for key, value in kwargs.items() if key != "fontdict"}))

    def __repr__(self):
        return f"Text({self._x}, {self._y}, {self._text!r})"

    __str__ = __repr__

    def set_text(self, s):
        self._text = "" if s is None else str(s)

    def get_text(self):
        return self._text

    def set_position(self, xy):
        self._x, self._y = xy

    def get_position(self):
        return self._x, self._y

    def set_x(self, x):
        self._x = x

    def set_y(self, y):
        self._y = y

    def set_color(self, color):
        if color != "auto":
            to_rgba(color)
        self._color = color

    def get_color(self):
        return self._color

    def set_fontsize(self, fontsize):
        self._size = points(fontsize)

    def get_fontsize(self):
        return self._size

    get_size = get_fontsize

    def set_fontweight(self, weight):
        self._weight = weight

    def get_fontweight(self):
        return self._weight

    get_weight = get_fontweight

    def set_fontstyle(self, fontstyle):
        self._slant = fontstyle

    def get_fontstyle(self):
        return self._slant

    def set_fontfamily(self, fontname):
        self._family = fontname

    def set_fontproperties(self, fp):
        if fp is not None:
            for key, value in getattr(fp, "_properties", {}).items():
                self._setter(key, "{!r} object has no property {!r}")(value)

    def set_horizontalalignment(self, align):
        if align not in _ACROSS:
            raise ValueError(f"{align!r} is not a valid value for align.")
        self._ha = align

    def get_horizontalalignment(self):
        return self._ha

    get_ha = get_horizontalalignment

    def set_verticalalignment(self, align):
        if align not in _ALONG:
            raise ValueError(f"{align!r} is not a valid value for align.")
        self._va = align

    def get_verticalalignment(self):
        return self._va

    get_va = get_verticalalignment

    def set_multialignment(self, align):
        self._multi = align

    def set_rotation(self, s):
        self._angle = {"horizontal": 0.0, "vertical": 90.0, None: 0.0}.get(s, s) if not isinstance(s, (int, float)) else float(s)

    def get_rotation(self):
        return self._angle

    def set_rotation_mode(self, m):
        self._mode = m

    def set_linespacing(self, spacing):
        self._spacing = spacing

    def set_wrap(self, wrap):
        self._wrapped = wrap

    def set_usetex(self, usetex):
        if usetex:
            raise NotImplementedError("usetex is not carried here")

    def set_bbox(self, rectprops):
        self._box = rectprops

    def set_backgroundcolor(self, color):
        self._box = {"facecolor": color, "edgecolor": color, "boxstyle": "square"}

    def set_pad(self, pad):
        self._pad = pad

    def _describe_label(self, **more):
        return {
            "text": self._text if self._visible else "", "size": self._size, "colour": to_rgba(self._color, self._alpha),
            "bold": is_bold(self._weight), "slanted": self._slant in ("italic", "oblique"), "angle": float(self._angle),
            "anchored": self._mode == "anchor", "across": self._ha, "along": self._va, "pad": float(self._pad),
            "shown": self._visible, **more,
        }

    def _frame(self):
        if self._box is None:
            return None
        box = canonical(self._box)
        style = str(box.get("boxstyle", "square"))
        pad = 0.3 if style.startswith("round") else 0.4 if "boxstyle" not in box else 0.3
        if "pad=" in style:
            pad = float(style.split("pad=")[1].split(",")[0])
        elif "pad" in box:
            pad = box["pad"] / self._size
        alpha = box.get("alpha")
        face = box.get("facecolor", box.get("color", rcParams["patch.facecolor"]))
        edge = box.get("edgecolor", box.get("color", rcParams["patch.edgecolor"]))
        return {
            "face": to_rgba(face, alpha), "edge": to_rgba(edge, alpha), "width": float(box.get("linewidth", 1.0)),
            "pad": pad, "round": style.startswith("round"),
        }

    def _describe(self):
        if self._text == "":
            return []
        x, y = (self.axes._numbers_of(*self.get_position()) if self.axes is not None else self.get_position())
        note = {"x": x, "y": y, "label": self._describe_label(), "frame": self._frame()}
        return [self._wrap({"text": note})]


_COORDS = {
    "data": ("data", "data"), "axes fraction": ("axes", "axes"), "figure fraction": ("figure", "figure"),
}


class Annotation(Text):
    """A text about a place, with an arrow to it if wanted."""

    def __init__(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, annotation_clip=None, **kwargs):
        self.xy, self._arrow = xy, arrowprops
        self._xycoords = xycoords
        self._textcoords = xycoords if textcoords is None else textcoords
        for coords in (self._xycoords, self._textcoords):
            if coords not in (*_COORDS, "offset points", "offset pixels"):
                raise NotImplementedError(f"the coordinates {coords!r} are not carried here")
        place = xy if xytext is None else xytext
        super().__init__(place[0], place[1], text, **kwargs)

    @property
    def arrow_patch(self):
        return self._arrow

    @property
    def xyann(self):
        return self._x, self._y

    def _describe(self):
        offset = self._textcoords.startswith("offset")
        at = self.xy if offset else (self._x, self._y)
        units = _COORDS[self._xycoords if offset else self._textcoords]
        x, y = (self.axes._numbers_of(*at) if self.axes is not None and units[0] == "data" else at)
        note = {"x": x, "y": y, "label": self._describe_label(), "frame": self._frame()}
        if offset:
            unit = 1.0 if self._textcoords == "offset points" else 0.72
            note["shift"] = (self._x * unit, self._y * unit)
        if self._arrow is not None:
            note["arrow"] = self._describe_arrow()
        described = self._wrap({"text": note})
        described["x_unit"], described["y_unit"] = units
        return [described]

    def _describe_arrow(self):
        props = canonical(self._arrow)
        colour = props.get("color", props.get("edgecolor", "black"))
        face = props.get("color", props.get("facecolor", rcParams["patch.facecolor"] if "arrowstyle" not in props else colour))
        width = float(props.get("linewidth", 1.0))
        x, y = self.axes._numbers_of(*self.xy)
        arrow = {
            "x": x, "y": y, "stroke": {"colour": to_rgba(colour, props.get("alpha")), "width": width, "dashes": []},
            "face": to_rgba(face, props.get("alpha")),
        }
        if "arrowstyle" in props:
            style = props["arrowstyle"]
            known = {"-": (False, False), "->": (True, False), "-|>": (True, True), "simple": None, "fancy": None}
            if style not in known:
                raise NotImplementedError(f"the arrow style {style!r} is not carried here; '->', '-|>', '-' and 'simple' are")
            if known[style] is None:
                arrow["body"] = (2.0, 5.0, 5.0)
            else:
                arrow["head"], arrow["filled"] = known[style]
            arrow["shrink"] = 2.0
        else:
            arrow["body"] = (
                float(props.get("width", 4)), float(props.get("headwidth", 12)), float(props.get("headlength", 12)),
            )
            arrow["shrink"] = float(props.get("shrink", 0.0)) * 40
        return arrow
