"""What all things on a figure share: properties that are set and got by name."""

import numpy as np

_ALIASES = {
    "lw": "linewidth", "linewidths": "linewidth", "ls": "linestyle", "linestyles": "linestyle", "c": "color",
    "ec": "edgecolor", "edgecolors": "edgecolor", "fc": "facecolor", "facecolors": "facecolor",
    "mfc": "markerfacecolor", "mec": "markeredgecolor", "mew": "markeredgewidth", "ms": "markersize",
    "ds": "drawstyle", "aa": "antialiased", "ha": "horizontalalignment", "va": "verticalalignment", "size": "fontsize",
    "weight": "fontweight", "style": "fontstyle", "family": "fontfamily", "fontname": "fontfamily", "name": "fontfamily",
}


def span(values):
    """The smallest, the largest and the smallest positive of the finite ones among `values`; none without any."""
    values = np.asarray(values, dtype=float).ravel()
    values = values[np.isfinite(values)]
    if not values.size:
        return None
    positive = values[values > 0]
    return float(values.min()), float(values.max()), float(positive.min()) if positive.size else float("inf")


def merged(spans):
    """What several spans cover."""
    spans = [one for one in spans if one is not None]
    if not spans:
        return None
    lows, highs, positives = zip(*spans)
    return min(lows), max(highs), min(positives)


def canonical(kwargs):
    """Keyword arguments by their full names."""
    return {_ALIASES.get(key, key): value for key, value in kwargs.items() if value is not None or key == "label"}


class _Sticky:
    def __init__(self):
        self.x, self.y = [], []


class Artist:
    """A thing on a figure."""

    zorder = 0

    def __init__(self):
        self.axes = None
        self.figure = None
        self._label = ""
        self._visible = True
        self._alpha = None
        self._clip_on = True
        self._units = ("data", "data")
        self.sticky_edges = _Sticky()
        self._picker = None

    def __getattr__(self, name):
        # `set_lw` is `set_linewidth`.
        full = _ALIASES.get(name[4:]) if name[:4] in ("set_", "get_") else None
        if full is None:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
        return getattr(self, name[:4] + full)

    # What it covers in values of the axes, for their limits: (low, high, least positive) or nothing.
    def _x_span(self):
        return None

    def _y_span(self):
        return None

    def _changed(self):
        if self.axes is not None:
            self.axes._stale()

    def set(self, **kwargs):
        """Sets properties by name."""
        for key, value in kwargs.items():
            self._setter(key, "{}.set() got an unexpected keyword argument {!r}")(value)
        return self

    def update(self, props):
        for key, value in props.items():
            self._setter(key, "{!r} object has no property {!r}")(value)

    def _setter(self, key, message):
        found = getattr(self, "set_" + _ALIASES.get(key, key), None)
        if found is None:
            raise AttributeError(message.format(type(self).__name__, key))
        return found

    def set_label(self, s):
        self._label = "" if s is None else str(s)

    def get_label(self):
        return self._label

    def set_visible(self, b):
        self._visible = bool(b)

    def get_visible(self):
        return self._visible

    def set_zorder(self, level):
        self.zorder = level

    def get_zorder(self):
        return self.zorder

    def set_alpha(self, alpha):
        if alpha is not None and not isinstance(alpha, (int, float, np.number)) and np.ndim(alpha) == 0:
            raise TypeError(f"alpha must be numeric or None, not {type(alpha)}")
        if alpha is not None and np.ndim(alpha) == 0 and not 0 <= alpha <= 1:
            raise ValueError(f"alpha ({alpha}) is outside 0-1 range")
        self._alpha = alpha

    def get_alpha(self):
        return self._alpha

    def set_clip_on(self, b):
        self._clip_on = bool(b)

    def get_clip_on(self):
        return self._clip_on

    def set_picker(self, picker):
        self._picker = picker

    def set_gid(self, gid):
        self._gid = gid

    def set_url(self, url):
        self._url = url

    def set_rasterized(self, rasterized):
        self._rasterized = rasterized

    def set_antialiased(self, b):
        self._antialiased = b

    def set_animated(self, b):
        self._animated = b

    def set_transform(self, t):
        """Takes the transforms of axes and figures; others are not carried."""
        if t is None:
            return
        units = getattr(t, "_units", None)
        if units is None:
            raise NotImplementedError("only transData, transAxes and transFigure are carried here")
        self._units = units
        self._changed()

    def get_transform(self):
        return Units(*self._units)

    def get_figure(self, root=False):
        return self.figure

    def remove(self):
        """Takes it off its axes."""
        owner = self.axes if self.axes is not None else self.figure
        if owner is None:
            raise ValueError("cannot remove artist")
        owner._remove(self)

    def properties(self):
        return {name[4:]: getattr(self, name)() for name in dir(self) if name.startswith("get_")}

    def _wrap(self, what, zorder=None):
        """The description of an artist for the engine."""
        return {
            "what": what,
            "zorder": float(self.zorder if zorder is None else zorder),
            "x_unit": self._units[0],
            "y_unit": self._units[1],
            "clipped": self._clip_on,
            "label": "" if self._label.startswith("_") else self._label,
        }

    def _describe(self):
        """Descriptions for the engine."""
        return []


class Units:
    """A transform: what x and y are measured in."""

    def __init__(self, x, y):
        self._units = (x, y)


def getp(obj, property=None):
    return obj.properties() if property is None else getattr(obj, "get_" + property)()


def setp(obj, *args, **kwargs):
    """Sets properties of one artist or of several."""
    kwargs.update(zip(args[::2], args[1::2]))
    for one in np.ravel(np.array(list(obj), dtype=object)) if np.iterable(obj) else [obj]:
        one.update(kwargs)
