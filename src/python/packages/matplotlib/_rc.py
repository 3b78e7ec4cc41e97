"""rcParams: the settings that figures begin with."""

_TAB10 = "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf".split()
_CYCLE = [tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)) for digits in _TAB10]

_DEFAULTS = {
    "axes.axisbelow": "line", "axes.edgecolor": "black", "axes.facecolor": "white", "axes.formatter.limits": [-5, 6],
    "axes.formatter.useoffset": True, "axes.grid": False, "axes.grid.axis": "both", "axes.grid.which": "major",
    "axes.labelcolor": "black", "axes.labelpad": 4.0, "axes.labelsize": "medium", "axes.labelweight": "normal",
    "axes.linewidth": 0.8, "axes.prop_cycle": None, "axes.spines.bottom": True, "axes.spines.left": True,
    "axes.spines.right": True, "axes.spines.top": True, "axes.titlecolor": "auto", "axes.titlelocation": "center",
    "axes.titlepad": 6.0, "axes.titlesize": "large", "axes.titleweight": "normal", "axes.titley": None,
    "axes.unicode_minus": True, "axes.xmargin": 0.05, "axes.ymargin": 0.05, "backend": "agg",
    "errorbar.capsize": 0.0, "figure.autolayout": False, "figure.constrained_layout.use": False, "figure.dpi": 100.0,
    "figure.edgecolor": "white", "figure.facecolor": "white", "figure.figsize": [6.4, 4.8],
    "figure.max_open_warning": 20, "figure.subplot.bottom": 0.11, "figure.subplot.hspace": 0.2,
    "figure.subplot.left": 0.125, "figure.subplot.right": 0.9, "figure.subplot.top": 0.88,
    "figure.subplot.wspace": 0.2, "figure.titlesize": "large", "figure.titleweight": "normal",
    "font.family": ["sans-serif"], "font.sans-serif": ["DejaVu Sans"], "font.serif": ["DejaVu Serif"],
    "font.monospace": ["DejaVu Sans Mono"], "font.size": 10.0, "font.style": "normal", "font.weight": "normal",
    "grid.alpha": 1.0, "grid.color": "#b0b0b0", "grid.linestyle": "-", "grid.linewidth": 0.8, "hist.bins": 10,
    "image.aspect": "equal", "image.cmap": "viridis", "image.interpolation": "auto", "image.origin": "upper",
    "legend.borderaxespad": 0.5, "legend.edgecolor": "0.8", "legend.facecolor": "inherit", "legend.fancybox": True,
    "legend.fontsize": "medium", "legend.framealpha": 0.8, "legend.frameon": True, "legend.loc": "best",
    "legend.shadow": False, "legend.title_fontsize": None, "lines.color": "C0", "lines.linestyle": "-",
    "lines.linewidth": 1.5, "lines.marker": "None", "lines.markeredgecolor": "auto", "lines.markeredgewidth": 1.0,
    "lines.markerfacecolor": "auto", "lines.markersize": 6.0, "patch.edgecolor": "black", "patch.facecolor": "C0",
    "patch.force_edgecolor": False, "patch.linewidth": 1.0, "pdf.fonttype": 3, "ps.fonttype": 3,
    "savefig.bbox": None, "savefig.dpi": "figure", "savefig.facecolor": "auto", "savefig.format": "png",
    "savefig.pad_inches": 0.1, "savefig.transparent": False, "scatter.edgecolors": "face", "scatter.marker": "o",
    "text.color": "black", "text.usetex": False, "xtick.bottom": True, "xtick.color": "black",
    "xtick.direction": "out", "xtick.labelbottom": True, "xtick.labelcolor": "inherit", "xtick.labelsize": "medium",
    "xtick.major.pad": 3.5, "xtick.major.size": 3.5, "xtick.major.width": 0.8, "xtick.minor.visible": False,
    "xtick.top": False, "ytick.color": "black", "ytick.direction": "out", "ytick.labelcolor": "inherit",
    "ytick.labelleft": True, "ytick.labelsize": "medium", "ytick.left": True, "ytick.major.pad": 3.5,
    "ytick.major.size": 3.5, "ytick.major.width": 0.8, "ytick.minor.visible": False, "ytick.right": False,
}


class Cycle:
    """A list of properties that series take in turn, as the package cycler makes it."""

    def __init__(self, entries):
        self._entries = list(entries)

    def __iter__(self):
        return iter(self._entries)

    def __len__(self):
        return len(self._entries)

    def by_key(self):
        return {key: [entry[key] for entry in self._entries] for key in (self._entries[0] if self._entries else {})}

    def __add__(self, other):
        return Cycle({**a, **b} for a, b in zip(self, other))

    def __mul__(self, other):
        return Cycle({**a, **b} for a in self for b in other)

    def __repr__(self):
        return " + ".join(f"cycler({key!r}, {values!r})" for key, values in self.by_key().items())


def cycler(*args, **kwargs):
    """Properties in turn: cycler("color", [...]) or cycler(color=[...], linestyle=[...])."""
    if len(args) == 2:
        kwargs = {args[0]: args[1]}
    elif len(args) == 1 and isinstance(args[0], Cycle):
        return args[0]
    length = min(len(list(values)) for values in kwargs.values())
    return Cycle({key: list(values)[at] for key, values in kwargs.items()} for at in range(length))


_DEFAULTS["axes.prop_cycle"] = cycler("color", _CYCLE)


def _number(key, value):
    """A setting as a number."""
    try:
        return float(value)
    except ValueError:
        raise ValueError(f"Key {key}: Could not convert {value!r} to float") from None


class RcParams(dict):
    """Settings by name; a name that is not one raises a KeyError."""

    def __setitem__(self, key, value):
        if key not in _DEFAULTS:
            raise KeyError(f"{key!r} is not a valid value for rcParam.")
        if key == "axes.prop_cycle":
            value = cycler(value)
        elif key == "font.family" and isinstance(value, str):
            value = [value]
        elif key == "figure.figsize":
            value = [float(side) for side in value]
        elif isinstance(_DEFAULTS[key], float) and isinstance(value, (int, str)):
            value = _number(key, value)
        dict.__setitem__(self, key, value)

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def copy(self):
        return RcParams(self)

    def find_all(self, pattern):
        import re

        return RcParams({key: value for key, value in self.items() if re.search(pattern, key)})


rcParamsDefault = RcParams(_DEFAULTS)
rcParams = RcParams(_DEFAULTS)


def rcdefaults():
    """Sets everything back."""
    dict.clear(rcParams)
    dict.update(rcParams, _DEFAULTS)


class rc_context:
    """Settings for a block of code."""

    # A class: contextlib takes longer to import than all of this module.
    def __init__(self, rc=None, fname=None):
        self._before = dict(rcParams)
        try:
            self._enter(rc)
        except Exception:
            self.__exit__()
            raise

    def _enter(self, rc):
        rcParams.update(rc or {})

    def __enter__(self):
        return None

    def __exit__(self, *error):
        dict.clear(rcParams)
        dict.update(rcParams, self._before)
