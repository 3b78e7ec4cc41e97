"""What plots of several artists give back."""


class Container(tuple):
    """Artists that belong together."""

    def __new__(cls, *args, **kwargs):
        return tuple.__new__(cls, args[0])

    def __init__(self, kl, label=None):
        self._label = None if label is None else str(label)

    def __repr__(self):
        return f"<{type(self).__name__} object of {len(self)} artists>"

    def get_label(self):
        return self._label

    def set_label(self, s):
        self._label = s

    def get_children(self):
        return [child for child in self if child is not None]

    def remove(self):
        for child in self:
            for one in child if isinstance(child, (tuple, list)) else [child]:
                if one is not None:
                    one.remove()


class BarContainer(Container):
    """Bars."""

    def __init__(self, patches, errorbar=None, *, datavalues=None, orientation=None, **kwargs):
        self.patches, self.errorbar = patches, errorbar
        self.datavalues, self.orientation = datavalues, orientation
        super().__init__(patches, **kwargs)

    def _entry(self):
        return self.patches[0]._entry() if self.patches else {}


class ErrorbarContainer(Container):
    """A line with bars of errors."""

    _cap = 0.0

    def __init__(self, lines, has_xerr=False, has_yerr=False, **kwargs):
        self.lines, self.has_xerr, self.has_yerr = lines, has_xerr, has_yerr
        super().__init__(lines, **kwargs)

    def _entry(self):
        line, _, bars = self.lines
        entry = line._entry() if line is not None else {}
        if not entry.get("line", {}).get("width") and bars:
            entry["line"] = {**bars[0]._entry()["line"]}
            entry["bars"] = True
        else:
            entry["bars"] = self.has_yerr
        entry["caps"] = self._cap
        return entry


class StemContainer(Container):
    """Stems with heads."""

    def __init__(self, markerline_stemlines_baseline, **kwargs):
        self.markerline, self.stemlines, self.baseline = markerline_stemlines_baseline
        super().__init__(markerline_stemlines_baseline, **kwargs)

    def _entry(self):
        return self.markerline._entry()
