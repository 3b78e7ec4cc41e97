"""What axes are made of: what shared axes have in common, ticks and their names."""

from .text import Text
from .ticker import AutoLocator, ScalarFormatter

GRID = ("color", "c", "linestyle", "ls", "linewidth", "lw", "alpha", "zorder", "visible", "dashes")
TICK_KEYWORDS = [
    "size", "width", "color", "tickdir", "pad", "labelsize", "labelcolor", "labelfontfamily", "zorder", "gridOn", "tick1On",
    "tick2On", "label1On", "label2On", "length", "direction", "left", "bottom", "right", "top", "labelleft", "labelbottom",
    "labelright", "labeltop", "labelrotation", "labelrotation_mode", *(f"grid_{key}" for key in GRID),
]


class View:
    """What axes that share an axis have in common: limits, scale, kinds of values."""

    def __init__(self):
        self.limits = (0.0, 1.0)
        self.auto, self.stale = True, False
        self.scale, self.kind = "linear", "number"
        self.categories = None
        self.members = []
        self.margin = None
        self.locator, self.formatter = AutoLocator(), ScalarFormatter()
        self.minor = None


class Tick:
    """A tick of an axis, as far as it can be asked."""

    def __init__(self, axis, label):
        self.label1 = self.label = label
        self.gridline = None


class TickLabel(Text):
    """The name of a tick: what is set on it holds for all names of the axis."""

    def __init__(self, axis, x, y, text):
        self._axis = None
        super().__init__(x, y, text)
        self._axis = axis

    def _setter(self, key, message):
        found = super()._setter(key, message)
        axis = self._axis
        if axis is None:
            return found

        def both(value):
            found(value)
            axis._set_text(**{key: value})

        return both

    def set_rotation(self, s):
        super().set_rotation(s)
        if self._axis is not None:
            self._axis._names.set_rotation(s)

    def set_fontsize(self, fontsize):
        super().set_fontsize(fontsize)
        if self._axis is not None:
            self._axis._names.set_fontsize(fontsize)

    def set_horizontalalignment(self, align):
        super().set_horizontalalignment(align)
        if self._axis is not None:
            self._axis._set_text(ha=align)

    set_ha = set_horizontalalignment
    set_size = set_fontsize
