"""Axes' methods for limits, scales and aspects."""

import numpy as np

from ._rc import rcParams
from .colors import to_rgba


class Limits:
    """Limits, scales and aspects."""

    def get_xlim(self):
        return tuple(np.float64(limit) for limit in self.xaxis.limits())

    def get_ylim(self):
        return tuple(np.float64(limit) for limit in self.yaxis.limits())

    def set_xlim(self, left=None, right=None, *, emit=True, auto=False, xmin=None, xmax=None):
        left, right = (xmin if left is None else left), (xmax if right is None else right)
        self.xaxis.set_limits(left, right, auto, "x")
        return self.get_xlim()

    def set_ylim(self, bottom=None, top=None, *, emit=True, auto=False, ymin=None, ymax=None):
        bottom, top = (ymin if bottom is None else bottom), (ymax if top is None else top)
        self.yaxis.set_limits(bottom, top, auto, "y")
        return self.get_ylim()

    def get_xbound(self):
        return tuple(sorted(self.get_xlim()))

    def get_ybound(self):
        return tuple(sorted(self.get_ylim()))

    def set_xbound(self, lower=None, upper=None):
        self.set_xlim(lower, upper)

    def set_ybound(self, lower=None, upper=None):
        self.set_ylim(lower, upper)

    def invert_xaxis(self):
        self.xaxis.set_inverted(not self.xaxis.inverted())

    def invert_yaxis(self):
        self.yaxis.set_inverted(not self.yaxis.inverted())

    def xaxis_inverted(self):
        return self.xaxis.inverted()

    def yaxis_inverted(self):
        return self.yaxis.inverted()

    def margins(self, *margins, x=None, y=None, tight=True):
        if margins and (x is not None or y is not None):
            raise TypeError("Cannot pass both positional and keyword arguments for x and/or y.")
        if len(margins) > 2:
            raise TypeError("Must pass a single positional argument for all margins, or one for each margin (x, y).")
        if margins:
            x, y = margins[0], margins[-1]
        if x is None and y is None:
            return tuple(
                rcParams[f"axes.{axis.axis_name}margin"] if axis.view.margin is None else axis.view.margin
                for axis in (self.xaxis, self.yaxis)
            )
        for axis, margin in ((self.xaxis, x), (self.yaxis, y)):
            if margin is not None:
                if margin <= -0.5:
                    raise ValueError("margin must be greater than -0.5")
                axis.view.margin, axis.view.stale = margin, True

    def set_xmargin(self, m):
        self.margins(x=m)

    def set_ymargin(self, m):
        self.margins(y=m)

    def set_xscale(self, value, **kwargs):
        self.xaxis.set_scale(value, **kwargs)

    def set_yscale(self, value, **kwargs):
        self.yaxis.set_scale(value, **kwargs)

    def get_xscale(self):
        return self.xaxis.get_scale()

    def get_yscale(self):
        return self.yaxis.get_scale()

    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        if aspect not in ("auto", "equal"):
            aspect = float(aspect)
            if aspect <= 0 or not np.isfinite(aspect):
                raise ValueError("aspect must be finite and positive ")
        self._aspect = 1.0 if aspect == "equal" else aspect
        if adjustable is not None:
            self._adjustable = adjustable

    def get_aspect(self):
        return self._aspect

    def set_box_aspect(self, aspect=None):
        raise NotImplementedError("set_box_aspect is not carried here; set_aspect is")

    def set_adjustable(self, adjustable):
        self._adjustable = adjustable

    def axis(self, arg=None, /, *, emit=True, **kwargs):
        """Limits, or one of 'on', 'off', 'equal', 'tight', 'scaled', 'auto', 'image', 'square'."""
        if isinstance(arg, (str, bool)):
            arg = {True: "on", False: "off"}.get(arg, arg)
            if arg in ("on", "off"):
                self._axis_on = arg == "on"
            elif arg in ("equal", "tight", "scaled", "auto", "image", "square"):
                self.autoscale(True)
                self.set_aspect("auto", adjustable="box")
                if arg == "equal":
                    self.set_aspect("equal", adjustable="datalim")
                elif arg in ("scaled", "image"):
                    self.set_aspect("equal", adjustable="box")
                if arg in ("tight", "image"):
                    self.autoscale(True, tight=True)
                if arg == "square":
                    self.set_aspect("equal", adjustable="box")
                    (left, right), (low, high) = self.get_xlim(), self.get_ylim()
                    side = max(right - left, high - low)
                    self.set_xlim(left, left + side)
                    self.set_ylim(low, low + side)
            else:
                raise ValueError(
                    f"{arg!r} is not a valid value for arg; supported values are 'on', 'off', 'equal', 'tight', 'scaled', "
                    "'auto', 'image', 'square'"
                )
        else:
            if arg is not None:
                if len(arg) != 4:
                    raise TypeError("The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]")
                kwargs = dict(zip(("xmin", "xmax", "ymin", "ymax"), arg))
            if "xmin" in kwargs or "xmax" in kwargs:
                self.set_xlim(kwargs.get("xmin"), kwargs.get("xmax"))
            if "ymin" in kwargs or "ymax" in kwargs:
                self.set_ylim(kwargs.get("ymin"), kwargs.get("ymax"))
        return (*self.get_xlim(), *self.get_ylim())

    def set_axis_off(self):
        self._axis_on = False

    def set_axis_on(self):
        self._axis_on = True

    def set_frame_on(self, b):
        self._frame = bool(b)

    def set_axisbelow(self, b):
        self._axisbelow = b

    def set_facecolor(self, color):
        to_rgba(color)
        self._facecolor = color

    def get_facecolor(self):
        return to_rgba(rcParams["axes.facecolor"] if self._facecolor is None else self._facecolor)

    def set_prop_cycle(self, *args, **kwargs):
        raise NotImplementedError("set_prop_cycle is not carried here; rcParams['axes.prop_cycle'] is")
