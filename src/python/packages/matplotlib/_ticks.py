"""Axes' methods for titles, labels, ticks and grids."""

from ._rc import rcParams
from .artist import canonical


class Ticks:
    """Titles, labels, ticks and grids."""

    def set_title(self, label, fontdict=None, loc=None, pad=None, *, y=None, **kwargs):
        loc = rcParams["axes.titlelocation"] if loc is None else loc
        if loc not in self._titles:
            raise ValueError(f"{loc!r} is not a valid value for loc.")
        title = self._titles[loc]
        title.set_text(label)
        title.set(**{**canonical(fontdict or {}), **canonical(kwargs)})
        self._title_y[loc] = y if y is not None else self._title_y[loc]
        self._title_pad[loc] = self._title_pad[loc] if pad is None else float(pad)
        return title

    def get_title(self, loc="center"):
        return self._titles[loc].get_text()

    def set_xlabel(self, xlabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self._set_label(self.xaxis, xlabel, fontdict, labelpad, loc, kwargs)

    def set_ylabel(self, ylabel, fontdict=None, labelpad=None, *, loc=None, **kwargs):
        return self._set_label(self.yaxis, ylabel, fontdict, labelpad, loc, kwargs)

    @staticmethod
    def _set_label(axis, text, fontdict, labelpad, loc, kwargs):
        if labelpad is not None:
            axis._labelpad = float(labelpad)
        if loc is not None:
            places = {"left": "left", "center": "center", "right": "right", "bottom": "left", "top": "right"}
            axis.label.set_horizontalalignment(places[loc])
        axis.label.set_text(text)
        axis.label.set(**{**canonical(fontdict or {}), **canonical(kwargs)})
        return axis.label

    def get_xlabel(self):
        return self.xaxis.label.get_text()

    def get_ylabel(self):
        return self.yaxis.label.get_text()

    # Ticks

    def set_xticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.xaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def set_yticks(self, ticks, labels=None, *, minor=False, **kwargs):
        return self.yaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def get_xticks(self, *, minor=False):
        return self.xaxis.get_ticklocs(minor=minor)

    def get_yticks(self, *, minor=False):
        return self.yaxis.get_ticklocs(minor=minor)

    def set_xticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        return self.xaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def set_yticklabels(self, labels, *, minor=False, fontdict=None, **kwargs):
        return self.yaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def get_xticklabels(self, minor=False, which=None):
        return self.xaxis.get_ticklabels(minor)

    def get_yticklabels(self, minor=False, which=None):
        return self.yaxis.get_ticklabels(minor)

    get_xmajorticklabels, get_ymajorticklabels = get_xticklabels, get_yticklabels

    def get_xaxis(self):
        return self.xaxis

    def get_yaxis(self):
        return self.yaxis

    def minorticks_on(self):
        from .ticker import AutoMinorLocator

        for axis in (self.xaxis, self.yaxis):
            if axis.view.scale == "linear":
                axis.view.minor = AutoMinorLocator()

    def minorticks_off(self):
        for axis in (self.xaxis, self.yaxis):
            axis.view.minor = None

    def tick_params(self, axis="both", *, which="major", reset=False, **kwargs):
        from ._axis_parts import TICK_KEYWORDS

        for key in kwargs:
            if key not in TICK_KEYWORDS and key not in ("colors", "rotation"):
                raise ValueError(f"keyword {key} is not recognized; valid keywords are {TICK_KEYWORDS}")
        if which == "minor":
            return
        for one in self._both(axis):
            one._length = kwargs.get("length", kwargs.get("size", one._length))
            one._width, one._pad = kwargs.get("width", one._width), kwargs.get("pad", one._pad)
            one._direction = kwargs.get("direction", one._direction)
            one._colour = kwargs.get("colors", kwargs.get("color", one._colour))
            text = {
                "fontsize": kwargs.get("labelsize"), "color": kwargs.get("labelcolor", kwargs.get("colors")),
                "rotation": kwargs.get("labelrotation", kwargs.get("rotation")),
            }
            one._names.set(**{key: value for key, value in text.items() if value is not None})
            near, far = ("bottom", "top") if one.axis_name == "x" else ("left", "right")
            one._marked, one._mirrored = bool(kwargs.get(near, one._marked)), bool(kwargs.get(far, one._mirrored))
            if "label" + far in kwargs and kwargs["label" + far]:
                one._move(far)
            one._named = bool(kwargs.get("label" + near, one._named)) or bool(kwargs.get("label" + far, False))
            grid = {key[5:]: value for key, value in kwargs.items() if key.startswith("grid_")}
            if grid:
                one.grid(True, **grid)

    def ticklabel_format(self, *, axis="both", style=None, scilimits=None, useOffset=None, useLocale=None, useMathText=None):
        from .ticker import ScalarFormatter

        if style not in (None, "plain", "sci", "scientific", ""):
            raise ValueError(f"{style!r} is not a valid value for style.")
        for one in self._both(axis):
            formatter = one.view.formatter
            if not isinstance(formatter, ScalarFormatter):
                raise AttributeError("This method only works with the ScalarFormatter")
            if style == "plain":
                formatter.set_scientific(False)
            elif style in ("sci", "scientific"):
                formatter.set_scientific(True)
            if scilimits is not None:
                formatter.set_powerlimits(scilimits)
            if useOffset is not None:
                formatter.set_useOffset(useOffset)

    def grid(self, visible=None, which="major", axis="both", **kwargs):
        if kwargs and visible is None:
            visible = True
        for one in self._both(axis):
            one.grid(visible, which=which, **kwargs)
