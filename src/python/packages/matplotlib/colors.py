"""Colours, colormaps, and what maps numbers to them."""

import _matplotlib
import numpy as np

from ._rc import rcParams

_INVALID = (
    "{!r} is not a valid value for color: supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; '#rrggbb', "
    "'#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string reprs of 0-1 floats for grayscale values; 'C0', "
    "'C1', ... strings for colors of the color cycle; and pairs combining one of the above with an alpha value"
)
_known = {}


def to_rgba(c, alpha=None):
    """Red, green, blue and opacity of a colour."""
    if isinstance(c, tuple) and len(c) == 2 and not _is_number(c[0]):
        c, alpha = c[0], (c[1] if alpha is None else alpha)
    if alpha is not None and not 0 <= alpha <= 1:
        raise ValueError("'alpha' must be between 0 and 1, inclusive")
    if isinstance(c, str):
        rgb, own = _of_text(c)
        if c.lower() == "none":
            return (0.0, 0.0, 0.0, 0.0)
        return (*rgb, float(alpha) if alpha is not None else 1.0 if own is None else own)
    try:
        parts = tuple(float(part) for part in c)
    except (TypeError, ValueError):
        raise ValueError(_INVALID.format(c)) from None
    if len(parts) not in (3, 4):
        raise ValueError("RGBA sequence should have length 3 or 4")
    if any(not 0 <= part <= 1 for part in parts):
        raise ValueError("RGBA values should be within 0-1 range")
    if alpha is not None:
        return (*parts[:3], float(alpha))
    return parts if len(parts) == 4 else (*parts, 1.0)


def _is_number(value):
    return isinstance(value, (int, float, np.number))


def _of_text(text):
    if text in _known:
        return _known[text]
    if text.lower() == "none":
        return (0.0, 0.0, 0.0), 0.0
    if len(text) > 1 and text[0] == "C" and text[1:].isdigit():
        colours = rcParams["axes.prop_cycle"].by_key().get("color", ["k"])
        return to_rgba(colours[int(text[1:]) % len(colours)])[:3], None
    found = _matplotlib.colour(text)
    if found is None:
        try:
            grey = float(text)
        except ValueError:
            raise ValueError(_INVALID.format(text)) from None
        if not 0 <= grey <= 1:
            raise ValueError(f"Invalid string grayscale value {text!r}. Value must be within 0-1 range")
        return (grey, grey, grey), None
    _known[text] = tuple(found[:3]), found[3]
    return _known[text]


def to_rgb(c):
    """Red, green and blue of a colour."""
    return to_rgba(c)[:3]


def to_hex(c, keep_alpha=False):
    """A colour as #rrggbb, or #rrggbbaa."""
    parts = to_rgba(c)
    return "#" + "".join(f"{round(part * 255):02x}" for part in (parts if keep_alpha else parts[:3]))


def to_rgba_array(c, alpha=None):
    """An array with a row of red, green, blue and opacity for each colour."""
    if isinstance(c, str):
        if c.lower() == "none":
            return np.zeros((0, 4))
        return np.array([to_rgba(c, alpha)])
    if len(c) in (3, 4) and all(_is_number(part) for part in c):
        return np.array([to_rgba(c, alpha)])
    if isinstance(c, np.ndarray) and c.ndim == 2 and c.dtype.kind in "fi" and c.shape[1] in (3, 4):
        rows = np.ones((c.shape[0], 4))
        rows[:, : c.shape[1]] = c
        if alpha is not None:
            rows[:, 3] = alpha
        return rows
    return np.array([to_rgba(one, alpha) for one in c]).reshape(-1, 4)


def is_color_like(c):
    """Whether it is a colour."""
    try:
        to_rgba(c)
    except (TypeError, ValueError):
        return False
    return True


def same_color(c1, c2):
    return to_rgba(c1) == to_rgba(c2)


def get_named_colors_mapping():
    return {name: "#" + digits for name, digits in _matplotlib.colour_names()}


def __getattr__(name):
    if name in ("CSS4_COLORS", "TABLEAU_COLORS", "BASE_COLORS"):
        known = get_named_colors_mapping()
        if name == "TABLEAU_COLORS":
            order = "blue orange green red purple brown pink gray olive cyan".split()
            return {f"tab:{colour}": known[f"tab:{colour}"] for colour in order}
        if name == "BASE_COLORS":
            return {letter: to_rgb(letter) for letter in "bgrcmykw"}
        return {key: value.upper() for key, value in known.items() if len(key) > 1 and not key.startswith("tab:")}
    from . import _missing

    raise _missing(__name__, name, globals())


class Colormap:
    """Maps shares of 1, or whole numbers, to colours."""

    def __init__(self, name, N=256):
        self.name = name
        self.N = int(N)
        self._bad = (0.0, 0.0, 0.0, 0.0)
        self._under = self._over = None
        self._table = None

    def _lut(self):
        """The colours as rows of an array."""
        if self._table is None:
            self._table = self._make()
        return self._table

    def __call__(self, X, alpha=None, bytes=False):
        table = self._lut()
        values = np.asarray(X)
        if values.dtype.kind == "f":
            bad = np.isnan(values)
            # The last colour belongs to 1 too.
            at = np.where(bad, 0, values) * self.N
            at = np.where(at == self.N, self.N - 1, at)
            at = np.clip(np.floor(at), -1, self.N).astype(int)
        else:
            bad, at = np.zeros(values.shape, dtype=bool), np.clip(values.astype(int), -1, self.N)
        rgba = table[np.clip(at, 0, self.N - 1)]
        for where, colour in ((at < 0, self._under), (at >= self.N, self._over), (bad, self._bad)):
            if colour is not None and where.any():
                rgba = np.where(where[..., None], np.array(colour), rgba)
        if alpha is not None:
            rgba = np.array(rgba)
            rgba[..., 3] = alpha
        if bytes:
            rgba = np.round(rgba * 255).astype(np.uint8)
        if values.ndim == 0:
            return tuple(rgba)
        return rgba

    def set_bad(self, color="k", alpha=None):
        self._bad = to_rgba(color, alpha)

    def set_under(self, color="k", alpha=None):
        self._under = to_rgba(color, alpha)

    def set_over(self, color="k", alpha=None):
        self._over = to_rgba(color, alpha)

    def copy(self):
        import copy

        return copy.copy(self)

    def __eq__(self, other):
        return isinstance(other, Colormap) and self.name == other.name and bool(np.array_equal(self._lut(), other._lut()))

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object at {hex(id(self))}>"


class ListedColormap(Colormap):
    """A map of the colours of a list."""

    def __init__(self, colors, name="unnamed", N=None):
        self.colors = [colors] * (N or 1) if isinstance(colors, str) else list(colors)
        super().__init__(name, len(self.colors) if N is None else N)

    def _make(self):
        rows = to_rgba_array(self.colors)
        return rows[np.arange(self.N) % len(rows)]

    def resampled(self, lutsize):
        return ListedColormap(self(np.linspace(0, 1, lutsize)), name=self.name)

    def reversed(self, name=None):
        return ListedColormap(list(self.colors)[::-1], name=name or self.name + "_r")


class LinearSegmentedColormap(Colormap):
    """A map that runs straight between colours."""

    def __init__(self, name, segmentdata, N=256, gamma=1.0):
        super().__init__(name, N)
        self._data = segmentdata
        if gamma != 1.0:
            raise NotImplementedError("LinearSegmentedColormap(gamma=...) is not carried here")

    def _make(self):
        at = np.linspace(0, 1, self.N)
        rows = np.ones((self.N, 4))
        for part, name in enumerate(("red", "green", "blue", "alpha")):
            if name in self._data:
                knots = np.asarray(self._data[name], dtype=float)
                rows[:, part] = np.interp(at, knots[:, 0], knots[:, 1])
        return rows

    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        if isinstance(colors[0], (tuple, list)) and len(colors[0]) == 2 and not isinstance(colors[0], str):
            places, colors = zip(*colors)
        else:
            places = np.linspace(0, 1, len(colors))
        rows = to_rgba_array(list(colors))
        data = {
            part: [(float(at), float(row[index]), float(row[index])) for at, row in zip(places, rows)]
            for index, part in enumerate(("red", "green", "blue", "alpha"))
        }
        return LinearSegmentedColormap(name, data, N, gamma)

    def resampled(self, lutsize):
        return LinearSegmentedColormap(self.name, self._data, lutsize)

    def reversed(self, name=None):
        data = {part: [(1 - at, a, b) for at, b, a in reversed(list(knots))] for part, knots in self._data.items()}
        return LinearSegmentedColormap(name or self.name + "_r", data, self.N)


class _Recorded(Colormap):
    """One of matplotlib's own maps."""

    def __init__(self, name, numbers, backward=False, N=None):
        self._rows = np.asarray(numbers, dtype=float).reshape(-1, 3)
        self._backward = backward
        super().__init__(name, N or len(self._rows))

    def _make(self):
        rows = np.ones((len(self._rows), 4))
        rows[:, :3] = self._rows[::-1] if self._backward else self._rows
        if self.N != len(rows):
            at = np.linspace(0, 1, self.N) * (len(rows) - 1)
            rows = np.stack([np.interp(at, np.arange(len(rows)), rows[:, part]) for part in range(4)], axis=1)
        return rows

    def resampled(self, lutsize):
        return _Recorded(self.name, self._rows, self._backward, lutsize)

    def reversed(self, name=None):
        name = name or (self.name[:-2] if self.name.endswith("_r") else self.name + "_r")
        return _Recorded(name, self._rows, not self._backward, self.N)

    @property
    def colors(self):
        return [tuple(float(part) for part in row[:3]) for row in self._lut()]


class Normalize:
    """Maps vmin to 0 and vmax to 1."""

    def __init__(self, vmin=None, vmax=None, clip=False):
        self.vmin, self.vmax = (None if end is None else float(end) for end in (vmin, vmax))
        self.clip = clip

    def autoscale_None(self, A):
        values = np.asarray(A, dtype=float)
        values = values[np.isfinite(values)]
        if values.size:
            if self.vmin is None:
                self.vmin = float(values.min())
            if self.vmax is None:
                self.vmax = float(values.max())

    def autoscale(self, A):
        self.vmin = self.vmax = None
        self.autoscale_None(A)

    def scaled(self):
        return self.vmin is not None and self.vmax is not None

    def _forward(self, values):
        return values

    def _backward(self, values):
        return values

    def __call__(self, value, clip=None):
        values = np.asarray(value, dtype=float)
        self.autoscale_None(values)
        if self.vmin is None or self.vmin == self.vmax:
            return np.zeros(values.shape) if values.ndim else 0.0
        if self.vmin > self.vmax:
            raise ValueError("minvalue must be less than or equal to maxvalue")
        low, high = self._forward(self.vmin), self._forward(self.vmax)
        shares = (self._forward(values) - low) / (high - low)
        if self.clip if clip is None else clip:
            shares = np.clip(shares, 0, 1)
        return shares if values.ndim else float(shares)

    def inverse(self, value):
        low, high = self._forward(self.vmin), self._forward(self.vmax)
        return self._backward(low + np.asarray(value, dtype=float) * (high - low))


class NoNorm(Normalize):
    """Leaves numbers as they are."""

    def __call__(self, value, clip=None):
        return value


class LogNorm(Normalize):
    """Maps by powers of ten."""

    def autoscale_None(self, A):
        values = np.asarray(A, dtype=float)
        Normalize.autoscale_None(self, values[values > 0])

    def _forward(self, values):
        return np.log10(np.where(np.asarray(values, dtype=float) > 0, values, np.nan))

    def _backward(self, values):
        return 10.0 ** values


class PowerNorm(Normalize):
    """Maps by a power."""

    def __init__(self, gamma, vmin=None, vmax=None, clip=False):
        super().__init__(vmin, vmax, clip)
        self.gamma = gamma

    def __call__(self, value, clip=None):
        shares = super().__call__(value, clip)
        return np.where(shares > 0, np.abs(shares) ** self.gamma, shares)


class TwoSlopeNorm(Normalize):
    """Maps a middle value to 0.5."""

    def __init__(self, vcenter, vmin=None, vmax=None):
        super().__init__(vmin, vmax)
        self.vcenter = vcenter

    def __call__(self, value, clip=None):
        self.autoscale_None(value)
        return np.interp(value, [self.vmin, self.vcenter, self.vmax], [0, 0.5, 1])


class BoundaryNorm(Normalize):
    """Maps intervals to whole numbers of colours."""

    def __init__(self, boundaries, ncolors, clip=False, *, extend="neither"):
        super().__init__(boundaries[0], boundaries[-1], clip)
        self.boundaries, self.Ncmap = np.asarray(boundaries), ncolors

    def __call__(self, value, clip=None):
        bins = len(self.boundaries) - 1
        at = np.digitize(np.asarray(value, dtype=float), self.boundaries) - 1
        if self.Ncmap > bins and bins > 1:
            at = np.where((at >= 0) & (at < bins), np.floor((self.Ncmap - 1) / (bins - 1) * at), at)
        return at.astype(int)
