"""Styles: settings under a name."""

from ._rc import cycler, rc_context, rcdefaults, rcParams

_SEABORN = {
    "axes.labelcolor": ".15", "text.color": ".15", "xtick.color": ".15", "ytick.color": ".15", "legend.frameon": False,
    "xtick.major.size": 0.0, "ytick.major.size": 0.0,
}
_GRID = {"axes.grid": True, "axes.axisbelow": True, "axes.linewidth": 0.0, "grid.linewidth": 1.0}
_DARK = {**_SEABORN, "axes.facecolor": "#EAEAF2", "axes.edgecolor": "white", "axes.linewidth": 0.0, "grid.color": "white"}
_WHITE = {**_SEABORN, "axes.facecolor": "white", "axes.edgecolor": ".8", "axes.linewidth": 1.0, "grid.color": ".8"}
_PALETTES = {
    "deep": "#4C72B0 #55A868 #C44E52 #8172B2 #CCB974 #64B5CD",
    "muted": "#4878CF #6ACC65 #D65F5F #B47CC7 #C4AD66 #77BEDB",
    "pastel": "#92C6FF #97F0AA #FF9F9A #D0BBFF #FFFEA3 #B0E0E6",
    "bright": "#003FFF #03ED3A #E8000B #8A2BE2 #FFC400 #00D7FF",
    "dark-palette": "#001C7F #017517 #8C0900 #7600A1 #B8860B #006374",
    "colorblind": "#0072B2 #009E73 #D55E00 #CC79A7 #F0E442 #56B4E9",
}


def _colours(text):
    return {"axes.prop_cycle": cycler("color", text.split())}


_STYLES = {
    "ggplot": {
        **_colours("#E24A33 #348ABD #988ED5 #777777 #FBC15E #8EBA42 #FFB5B8"),
        "patch.linewidth": 0.5, "patch.facecolor": "#348ABD", "patch.edgecolor": "#EEEEEE", "font.size": 10.0,
        "axes.facecolor": "#E5E5E5", "axes.edgecolor": "white", "axes.linewidth": 1.0, "axes.grid": True,
        "axes.titlesize": "x-large", "axes.labelsize": "large", "axes.labelcolor": "#555555", "axes.axisbelow": True,
        "xtick.color": "#555555", "ytick.color": "#555555", "grid.color": "white", "grid.linestyle": "-",
        "figure.facecolor": "white", "patch.force_edgecolor": True,
    },
    "bmh": {
        **_colours("#348ABD #A60628 #7A68A6 #467821 #D55E00 #CC79A7 #56B4E9 #009E73 #F0E442 #0072B2"),
        "lines.linewidth": 2.0, "patch.linewidth": 0.5, "patch.facecolor": "blue", "patch.edgecolor": "#eeeeee",
        "axes.facecolor": "#eeeeee", "axes.edgecolor": "#bcbcbc", "axes.grid": True, "axes.titlesize": "x-large",
        "axes.labelsize": "large", "grid.color": "#b2b2b2", "grid.linestyle": "--", "grid.linewidth": 0.5,
        "legend.fancybox": True,
    },
    "fivethirtyeight": {
        **_colours("#008fd5 #fc4f30 #e5ae38 #6d904f #8b8b8b #810f7c"),
        "lines.linewidth": 4.0, "axes.labelsize": "large", "axes.axisbelow": True, "axes.facecolor": "#f0f0f0",
        "axes.edgecolor": "#f0f0f0", "axes.linewidth": 3.0, "axes.titlesize": "x-large", "axes.grid": True,
        "patch.edgecolor": "#f0f0f0", "patch.linewidth": 0.5, "grid.color": "#cbcbcb", "grid.linewidth": 1.0,
        "xtick.major.size": 0.0, "ytick.major.size": 0.0, "font.size": 14.0, "figure.subplot.left": 0.08,
        "figure.subplot.right": 0.95, "figure.subplot.bottom": 0.07, "figure.facecolor": "#f0f0f0",
    },
    "dark_background": {
        **_colours("#8dd3c7 #feffb3 #bfbbd9 #fa8174 #81b1d2 #fdb462 #b3de69 #bc82bd #ccebc4 #ffed6f"),
        "lines.color": "white", "patch.edgecolor": "white", "text.color": "white", "axes.facecolor": "black",
        "axes.edgecolor": "white", "axes.labelcolor": "white", "xtick.color": "white", "ytick.color": "white",
        "grid.color": "white", "figure.facecolor": "black",
    },
    "grayscale": {
        **_colours("0.00 0.40 0.60 0.70"), "image.cmap": "gray", "figure.facecolor": "0.75",
    },
    "tableau-colorblind10": _colours(
        "#006BA4 #FF800E #ABABAB #595959 #5F9ED1 #C85200 #898989 #A2C8EC #FFBC79 #CFCFCF"
    ),
    "fast": {},
    "seaborn-v0_8": {**_DARK, **_GRID, **_colours(_PALETTES["deep"])},
    "seaborn-v0_8-darkgrid": {**_DARK, **_GRID},
    "seaborn-v0_8-whitegrid": {**_WHITE, **_GRID, "axes.linewidth": 1.0},
    "seaborn-v0_8-dark": _DARK,
    "seaborn-v0_8-white": _WHITE,
    "seaborn-v0_8-ticks": {**_WHITE, "axes.edgecolor": ".15", "xtick.major.size": 6.0, "ytick.major.size": 6.0},
    "seaborn-v0_8-paper": {"figure.figsize": [6.4, 4.4], "axes.labelsize": 8.8, "axes.titlesize": 9.6, "lines.linewidth": 1.4},
    "seaborn-v0_8-notebook": {"figure.figsize": [8.0, 5.5], "axes.labelsize": 11.0, "axes.titlesize": 12.0, "lines.linewidth": 1.75},
    "seaborn-v0_8-talk": {"figure.figsize": [10.4, 7.15], "axes.labelsize": 17.6, "axes.titlesize": 19.2, "lines.linewidth": 2.8},
    "seaborn-v0_8-poster": {"figure.figsize": [12.8, 8.8], "axes.labelsize": 22.0, "axes.titlesize": 24.0, "lines.linewidth": 2.8},
    **{f"seaborn-v0_8-{name}": _colours(colours) for name, colours in _PALETTES.items()},
}
available = sorted(_STYLES)
library = _STYLES


def use(style):
    """Takes the settings of a style, of several, or of a dictionary."""
    for one in style if isinstance(style, (list, tuple)) else [style]:
        if isinstance(one, dict):
            rcParams.update(one)
        elif one == "default":
            rcdefaults()
        elif one in _STYLES:
            rcParams.update(_STYLES[one])
        else:
            raise OSError(
                f"{one!r} is not a valid package style, path of style file, URL of style file, or library style name "
                "(library styles are listed in `style.available`)"
            )


class context(rc_context):
    """A style for a block of code."""

    def __init__(self, style, after_reset=False):
        self._reset = after_reset
        super().__init__(style)

    def _enter(self, style):
        if self._reset:
            rcdefaults()
        use(style)
