"""Colormaps by name, and values with a colormap."""

from collections.abc import Mapping

import _matplotlib
import numpy as np

from ._rc import rcParams
from .colors import Colormap, ListedColormap, Normalize, _Recorded


class ColormapRegistry(Mapping):
    """All colormaps by name."""

    def __init__(self):
        self._own = {}

    def __getitem__(self, name):
        if name in self._own:
            return self._own[name].copy()
        base, backward = (name[:-2], True) if isinstance(name, str) and name.endswith("_r") else (name, False)
        base = {"grey": "gray", "Grays": "Greys", "gist_gray": "gray", "gist_yarg": "binary"}.get(base, base)
        found = _matplotlib.map(base) if isinstance(base, str) else None
        if found is None:
            raise KeyError(f"{name!r} is not a known colormap name")
        numbers, own = found
        if own:
            rows = np.asarray(numbers).reshape(-1, 3)
            return ListedColormap([tuple(row) for row in (rows[::-1] if backward else rows).tolist()], name=name)
        return _Recorded(name, numbers, backward)

    def __iter__(self):
        names = sorted(_matplotlib.map_names())
        return iter([*names, *(name + "_r" for name in names), *self._own])

    def __len__(self):
        return len(list(iter(self)))

    def register(self, cmap, *, name=None, force=False):
        self._own[name or cmap.name] = cmap

    def get_cmap(self, cmap):
        return get_cmap(cmap)


_colormaps = ColormapRegistry()


class _Sequences(Mapping):
    """Lists of colours by name."""

    def __getitem__(self, name):
        return _colormaps[name].colors

    def __iter__(self):
        return iter(["tab10", "tab20", "tab20b", "tab20c", "Pastel1", "Pastel2", "Paired", "Accent", "Dark2", "Set1", "Set2", "Set3"])

    def __len__(self):
        return 12


_color_sequences = _Sequences()


def get_cmap(name=None, lut=None):
    """The colormap of a name."""
    if isinstance(name, Colormap):
        return name
    try:
        found = _colormaps[rcParams["image.cmap"] if name is None else name]
    except KeyError:
        raise ValueError(f"{name!r} is not a valid value for name.") from None
    return found if lut is None else found.resampled(lut)


def _chosen(cmap):
    """The colormap that an argument `cmap` names."""
    if isinstance(cmap, Colormap):
        return cmap
    try:
        return get_cmap(cmap)
    except ValueError:
        raise ValueError(
            f"{cmap!r} is not a valid value for cmap.\nSee `matplotlib.bivar_colormaps()` and "
            "`matplotlib.multivar_colormaps()` for bivariate and multivariate colormaps"
        ) from None


class ScalarMappable:
    """Values that become colours."""

    def __init__(self, norm=None, cmap=None):
        self._array = None
        self.colorbar = None
        self.cmap = _chosen(cmap)
        self.norm = _norm(norm)

    def set_array(self, A):
        self._array = None if A is None else np.asarray(A, dtype=float)

    def get_array(self):
        return self._array

    def set_cmap(self, cmap):
        self.cmap = _chosen(cmap)

    def get_cmap(self):
        return self.cmap

    def set_norm(self, norm):
        self.norm = _norm(norm)

    def set_clim(self, vmin=None, vmax=None):
        if vmax is None and isinstance(vmin, (tuple, list)):
            vmin, vmax = vmin
        self.norm.vmin = self.norm.vmin if vmin is None else vmin
        self.norm.vmax = self.norm.vmax if vmax is None else vmax

    def get_clim(self):
        return self.norm.vmin, self.norm.vmax

    def autoscale_None(self):
        if self._array is not None:
            self.norm.autoscale_None(self._array)

    def to_rgba(self, x, alpha=None, bytes=False, norm=True):
        return self.cmap(self.norm(x) if norm else x, alpha=alpha, bytes=bytes)


def _norm(norm, vmin=None, vmax=None):
    from .colors import LogNorm

    if norm is None or norm == "linear":
        return Normalize(vmin, vmax)
    if norm == "log":
        return LogNorm(vmin, vmax)
    if not isinstance(norm, Normalize):
        raise ValueError(f"{norm!r} is not a valid value for norm.")
    if vmin is not None or vmax is not None:
        raise ValueError(
            "Passing a Normalize instance simultaneously with vmin/vmax is not supported.  "
            "Please pass vmin/vmax directly to the norm when creating it."
        )
    return norm


def __getattr__(name):
    try:
        return _colormaps[name]
    except KeyError:
        from . import _missing

        raise _missing(__name__, name, list(globals()) + list(_colormaps)) from None
