"""Axes' axes: limits, ticks, names of ticks, labels, grids."""

import datetime

import _matplotlib
import numpy as np

from ._axis_parts import GRID, TICK_KEYWORDS, Tick, TickLabel, View
from ._rc import rcParams
from .artist import merged
from .colors import to_rgba
from .lines import line_style
from .text import Text
from .ticker import (
    AutoLocator, AutoMinorLocator, FixedLocator, Formatter, FuncFormatter, Locator, LogFormatterSciNotation,
    LogLocator, NullLocator, ScalarFormatter, StrMethodFormatter,
)


class Axis:
    """One of the two axes of a plot."""

    def __init__(self, axes, name, side):
        self.axes, self.axis_name, self._side, self._home = axes, name, side, side
        self.view = View()
        self.view.members.append(self)
        group = name + "tick"
        size = rcParams["axes.labelsize"]
        self.label = Text(0.5, 0, "", fontsize=size, fontweight=rcParams["axes.labelweight"], color=rcParams["axes.labelcolor"])
        self.label.set_horizontalalignment("center")
        self._label_place()
        self._labelpad = rcParams["axes.labelpad"]
        colour = rcParams[f"{group}.labelcolor"]
        self._names = Text(
            0, 0, "", fontsize=rcParams[f"{group}.labelsize"],
            color=rcParams[f"{group}.color"] if colour == "inherit" else colour,
        )
        self._own_alignment = False
        self._length, self._width, self._pad = (rcParams[f"{group}.major.{key}"] for key in ("size", "width", "pad"))
        self._colour, self._direction = rcParams[f"{group}.color"], rcParams[f"{group}.direction"]
        self._marked, self._named, self._mirrored, self._visible = True, True, False, True
        self._offset_shown = True
        self._grid = self._minor_grid = None
        if rcParams["axes.grid"] and rcParams["axes.grid.axis"] in ("both", name):
            self.grid(True)
        if rcParams[f"{group}.minor.visible"]:
            self.view.minor = AutoMinorLocator()
        self._ticklabels = None

    def _label_place(self):
        if self.axis_name == "x":
            self.label.set_verticalalignment("top" if self._side == "bottom" else "bottom")
        else:
            self.label.set_rotation(90)
            self.label.set_rotation_mode("anchor")
            self.label.set_verticalalignment("bottom" if self._side == "left" else "top")

    # Values

    def numbers(self, values):
        """Values as numbers: names become places, dates days."""
        if isinstance(values, str) or isinstance(values, (datetime.date, np.datetime64)):
            return self.numbers([values])[0]
        array = np.asarray(values)
        if array.dtype.kind == "O" and array.size:
            first = array.ravel()[0]
            if isinstance(first, str):
                return self._places(array)
            if isinstance(first, (datetime.date, np.datetime64)):
                return self._days(array)
        if array.dtype.kind in "UST":
            return self._places(array)
        if array.dtype.kind == "M":
            return self._days(array)
        if self.view.categories is not None and array.dtype.kind == "O":
            return self._places(array)
        return array.astype(float) if array.dtype.kind in "bO" else array

    def _places(self, names):
        if self.view.categories is None:
            self.view.categories = {}
        known = self.view.categories
        for name in names.ravel().tolist():
            known.setdefault(str(name), len(known))
        return np.array([known[str(name)] for name in names.ravel().tolist()], dtype=float).reshape(names.shape)

    def _days(self, dates):
        from .dates import date2num

        self.view.kind = "date"
        return np.asarray(date2num(dates), dtype=float)

    # Limits

    def _span_of(self, artist):
        return artist._x_span() if self.axis_name == "x" else artist._y_span()

    def _update_limits(self):
        view = self.view
        if not (view.auto and view.stale):
            return
        view.stale = False
        spans, sticky = [], []
        for member in view.members:
            for artist in member.axes._artists():
                if artist.get_visible():
                    spans.append(self._span_of(artist))
                    sticky += getattr(artist.sticky_edges, self.axis_name)
        covered = merged(spans)
        low, high, least = covered if covered is not None else (float("inf"), float("-inf"), float("nan"))
        margin = view.margin if view.margin is not None else rcParams[f"axes.{self.axis_name}margin"]
        if not self.axes.use_sticky_edges:
            sticky = []
        found = _matplotlib.view(view.scale, float(low), float(high), float(least), float(margin), [float(edge) for edge in sticky])
        view.limits = tuple(reversed(found)) if view.limits[0] > view.limits[1] else tuple(found)

    def get_view_interval(self):
        self._update_limits()
        return np.array(self.view.limits)

    def limits(self):
        self._update_limits()
        return self.view.limits

    def set_limits(self, low, high, auto, name):
        if high is None and np.iterable(low):
            low, high = low
        before = self.limits()
        low = before[0] if low is None else float(self.numbers(low))
        high = before[1] if high is None else float(self.numbers(high))
        for limit in (low, high):
            if not np.isfinite(limit):
                raise ValueError("Axis limits cannot be NaN or Inf")
        if self.view.scale == "log":
            if low <= 0 or high <= 0:
                import warnings

                warnings.warn(
                    f"Attempt to set non-positive {name}lim on a log-scaled axis will be ignored.", UserWarning, stacklevel=4
                )
                low, high = (before[0] if low <= 0 else low), (before[1] if high <= 0 else high)
        if low == high:
            import warnings

            warnings.warn(
                f"Attempting to set identical low and high {name}lims makes transformation singular; automatically expanding.",
                UserWarning, stacklevel=4,
            )
        self.view.limits = tuple(_matplotlib.parted(self.view.scale, low, high, float("nan")))
        if auto is not None:
            self.view.auto = bool(auto)
        return self.view.limits

    def inverted(self):
        low, high = self.limits()
        return low > high

    get_inverted = inverted

    def set_inverted(self, inverted):
        low, high = sorted(self.limits())
        self.view.limits = (high, low) if inverted else (low, high)

    def set_scale(self, value, **kwargs):
        if value not in ("linear", "log", "symlog", "logit"):
            raise ValueError(f"{value!r} is not a valid value for scale.")
        if value in ("symlog", "logit"):
            raise NotImplementedError(f"the scale {value!r} is not carried here; 'linear' and 'log' are")
        if kwargs.get("base", 10) != 10:
            raise NotImplementedError("logarithmic scales are carried for base 10 only")
        self.view.scale = value
        log = value == "log"
        self.view.locator = LogLocator() if log else AutoLocator()
        self.view.formatter = LogFormatterSciNotation() if log else ScalarFormatter()
        self._ticklabels = None
        self.view.stale = True
        if not self.view.auto:
            low, high = self.view.limits
            if log and min(low, high) <= 0:
                self.view.auto = True

    def get_scale(self):
        return self.view.scale

    # Ticks

    def _description(self):
        """What the engine must know to place ticks."""
        view = self.view
        low, high = self.limits()
        axis = {
            "scale": view.scale, "kind": view.kind, "limits": (float(low), float(high)),
            "tick_text": {"size": self._names.get_fontsize()}, "side": self._side,
        }
        if self._has_names():
            axis["ticks"] = [float(place) for place in view.categories.values()]
            if self._ticklabels is None and isinstance(view.formatter, ScalarFormatter):
                axis["labels"] = list(view.categories)
        else:
            axis.update(view.locator._ask())
            ticks = view.locator._ticks(min(low, high), max(low, high))
            if ticks is not None:
                axis["ticks"] = [float(tick) for tick in ticks]
        axis.update(view.formatter._ask())
        if self._ticklabels is not None:
            axis["labels"] = list(self._ticklabels)
        elif view.formatter.format_ticks is not None:
            ticks = axis["ticks"] if "ticks" in axis else _matplotlib.ticks(axis, self._points())[0]
            axis["ticks"] = [float(tick) for tick in ticks]
            axis["labels"] = [str(name) for name in view.formatter.format_ticks(ticks)]
        if isinstance(view.minor, AutoMinorLocator):
            if view.scale == "linear":
                ticks = axis["ticks"] if "ticks" in axis else _matplotlib.ticks(axis, self._points())[0]
                axis["minor"] = [float(tick) for tick in view.minor._between(list(ticks))]
        elif view.minor is not None:
            axis["minor"] = [float(tick) for tick in view.minor.tick_values(*sorted((low, high)))]
        return axis

    def _has_names(self):
        """Whether each of the axis' values has a name and a tick."""
        return self.view.categories is not None and isinstance(self.view.locator, AutoLocator)

    def _points(self):
        """How long the axis is."""
        figure = self.axes.figure
        _, _, width, height = self.axes._rect()
        inches = width * figure._size[0] if self.axis_name == "x" else height * figure._size[1]
        return float(inches * 72)

    def _found(self):
        return _matplotlib.ticks(self._description(), self._points())

    def get_ticklocs(self, *, minor=False):
        if not minor and self._has_names():
            return list(self.view.categories.values())
        if not minor and isinstance(self.view.locator, FixedLocator):
            return self.view.locator.locs
        return np.asarray(self._found()[2 if minor else 0], dtype=float)

    get_majorticklocs = get_ticklocs

    def get_minorticklocs(self):
        return self.get_ticklocs(minor=True)

    def get_ticklabels(self, minor=False, which=None):
        _, names, _, minor_names, _ = self._found()
        places, names = self.get_ticklocs(minor=minor), (minor_names if minor else names)
        found = []
        for place, name in zip(places, names):
            at = (place, 0) if self.axis_name == "x" else (0, place)
            text = TickLabel(self, *at, name)
            found.append(text)
        return found

    get_majorticklabels = get_ticklabels

    def get_offset_text(self):
        return Text(0, 0, self._found()[4])

    def get_major_ticks(self, numticks=None):
        return [Tick(self, label) for label in self.get_ticklabels()]

    def set_ticks(self, ticks, labels=None, *, minor=False, **kwargs):
        if labels is None and kwargs:
            first = next(iter(kwargs))
            raise ValueError(
                f"Incorrect use of keyword argument {first!r}. Keyword arguments other than 'minor' modify the text labels "
                "and can only be used if 'labels' are passed as well."
            )
        ticks = np.atleast_1d(self.numbers(ticks)) if len(ticks) else np.array([])
        if minor:
            self.view.minor = FixedLocator(ticks)
            return
        self.view.locator = FixedLocator(ticks)
        self._ticklabels = None
        # Ticks outside widen the limits, as in the original.
        if len(ticks):
            low, high = self.limits()
            small, large = float(ticks.min()), float(ticks.max())
            if low <= high:
                low, high = min(low, small), max(high, large)
            else:
                low, high = max(low, large), min(high, small)
            if (low, high) != self.view.limits:
                self.view.limits, self.view.auto = (low, high), self.view.auto
        if labels is not None:
            self.set_ticklabels(labels, **kwargs)

    def set_ticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        names = [label.get_text() if isinstance(label, Text) else str(label) for label in labels]
        locator = self.view.locator
        if isinstance(locator, FixedLocator) and names and len(names) != len(locator.locs):
            raise ValueError(
                f"The number of FixedLocator locations ({len(locator.locs)}), usually from a call to set_ticks, does not "
                f"match the number of labels ({len(names)})."
            )
        if not isinstance(locator, FixedLocator) and names:
            import warnings

            warnings.warn(
                "set_ticklabels() should only be used with a fixed number of ticks, i.e. after set_ticks() or using a "
                "FixedLocator.", UserWarning, stacklevel=3,
            )
        self._ticklabels = names
        self._set_text(**(fontdict or {}), **kwargs)
        return self.get_ticklabels()

    def _set_text(self, **kwargs):
        """Sets how all names of ticks look."""
        if any(key in kwargs for key in ("ha", "horizontalalignment", "va", "verticalalignment")):
            self._own_alignment = True
        self._names.update(kwargs)

    def set_tick_params(self, which="major", reset=False, **kwargs):
        self.axes.tick_params(axis=self.axis_name, which=which, **kwargs)

    def set_major_locator(self, locator):
        if not isinstance(locator, Locator):
            raise TypeError(f"locator must be an instance of matplotlib.ticker.Locator, not a {type(locator).__name__}")
        self.view.locator, self._ticklabels = locator, None

    def get_major_locator(self):
        return self.view.locator

    def set_minor_locator(self, locator):
        self.view.minor = None if isinstance(locator, NullLocator) else locator

    def set_major_formatter(self, formatter):
        if isinstance(formatter, str):
            formatter = StrMethodFormatter(formatter)
        elif callable(formatter) and not isinstance(formatter, Formatter):
            formatter = FuncFormatter(formatter)
        if not isinstance(formatter, Formatter):
            raise TypeError(
                f"formatter must be an instance of matplotlib.ticker.Formatter, not a {type(formatter).__name__}"
            )
        self.view.formatter, self._ticklabels = formatter, None

    def get_major_formatter(self):
        return self.view.formatter

    def set_minor_formatter(self, formatter):
        self._minor_formatter = formatter

    def set_visible(self, b):
        self._visible = bool(b)

    def get_visible(self):
        return self._visible

    def get_label(self):
        return self.label

    def get_label_text(self):
        return self.label.get_text()

    def set_label_text(self, label, fontdict=None, **kwargs):
        self.label.set_text(label)
        self.label.update({**(fontdict or {}), **kwargs})
        return self.label

    def set_label_position(self, position):
        self._side_of_label = position
        if self.axis_name == "y" or position != self._side:
            self._move(position)

    def _move(self, side):
        self._side = side
        self._label_place()

    def tick_top(self):
        self._move("top")

    def tick_bottom(self):
        self._move("bottom")

    def tick_left(self):
        self._move("left")

    def tick_right(self):
        self._move("right")

    def set_ticks_position(self, position):
        if position == "none":
            self._marked = False
        elif position == "both":
            self._mirrored = True
        elif position != "default":
            self._move(position)

    def grid(self, visible=None, which="major", **kwargs):
        for key in kwargs:
            if key not in GRID:
                raise ValueError(f"keyword grid_{key} is not recognized; valid keywords are {TICK_KEYWORDS}")
        for attribute, names in (("_grid", ("major", "both")), ("_minor_grid", ("minor", "both"))):
            if which in names:
                shown = getattr(self, attribute) is None if visible is None and not kwargs else visible is not False
                setattr(self, attribute, self._grid_stroke(kwargs) if shown else None)

    @staticmethod
    def _grid_stroke(kwargs):
        def given(*names, default):
            return next((kwargs[name] for name in names if kwargs.get(name) is not None), default)

        colour = given("color", "c", default=rcParams["grid.color"])
        _, dashes = line_style(given("linestyle", "ls", default=rcParams["grid.linestyle"]))
        alpha = given("alpha", default=None)
        if alpha is None and rcParams["grid.alpha"] != 1.0:
            alpha = rcParams["grid.alpha"]
        return {
            "colour": to_rgba(colour, alpha), "dashes": dashes,
            "width": float(given("linewidth", "lw", default=rcParams["grid.linewidth"])),
        }

    def _tick_label_style(self):
        style = self._names._describe_label(text="")
        if not self._own_alignment:
            sides = {
                "bottom": ("center", "top"), "top": ("center", "bottom"), "left": ("right", "center_baseline"),
                "right": ("left", "center_baseline"),
            }
            style["across"], style["along"] = sides[self._side]
        elif self.axis_name == "x":
            style["along"] = "top" if self._side == "bottom" else "bottom"
        else:
            style["along"] = "center_baseline"
        return style

    def _describe(self):
        length = {"out": self._length, "in": -self._length, "inout": self._length / 2}[self._direction]
        label = self.label._describe_label(pad=float(self._labelpad), at=(float(self._label_at()), 0.0))
        return {
            **self._description(), "label": label, "marked": self._marked, "named": self._named,
            "mirrored": self._mirrored, "tick_length": float(length), "tick_width": float(self._width),
            "tick_pad": float(self._pad), "tick_colour": to_rgba(self._colour), "tick_text": self._tick_label_style(),
            "grid": self._grid, "minor_grid": self._minor_grid, "shown": self._visible,
        }

    def _label_at(self):
        place = self.label.get_horizontalalignment()
        return {"left": 0.0, "center": 0.5, "right": 1.0}[place]


class XAxis(Axis):
    """The horizontal axis."""


class YAxis(Axis):
    """The vertical axis."""
