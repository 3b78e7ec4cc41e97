"""Where ticks stand and how they are named."""

import _matplotlib
import numpy as np


class Locator:
    """Says where ticks stand. `_ask` is what the engine should know, `_ticks` the places themselves."""

    def _ask(self):
        return {}

    def _ticks(self, low, high):
        return None

    def tick_values(self, vmin, vmax):
        found = self._ticks(vmin, vmax)
        if found is None:
            axis = {"limits": (float(vmin), float(vmax)), "tick_text": {"size": 0.0}, **self._ask()}
            found = _matplotlib.ticks(axis, 0.0)[0]
        return np.asarray(found, dtype=float)


class AutoLocator(Locator):
    """What fits."""


class MaxNLocator(Locator):
    """At most so many steps."""

    def __init__(self, nbins=None, *, integer=False, **kwargs):
        unknown = set(kwargs) - {"steps", "symmetric", "prune", "min_n_ticks"}
        if unknown:
            raise TypeError(f"set_params() got an unexpected keyword argument '{unknown.pop()}'")
        if kwargs:
            raise NotImplementedError(f"MaxNLocator({next(iter(kwargs))}=...) is not carried here")
        self._nbins = None if nbins in (None, "auto") else int(nbins)
        if nbins is None:
            self._nbins = 10
        self._integer = integer

    def _ask(self):
        return {"bins": self._nbins, "whole": self._integer, "fine": True}


class MultipleLocator(Locator):
    """Multiples of a base."""

    def __init__(self, base=1.0, offset=0.0):
        self._base, self._offset = float(base), offset

    def _ticks(self, low, high):
        low, high = sorted((low - self._offset, high - self._offset))
        first = np.ceil(low / self._base - 1e-10) * self._base
        count = (high - first + 0.001 * self._base) // self._base
        if count > 1000:
            raise RuntimeError(f"Locator attempting to generate {int(count)} ticks, which exceeds 1000")
        return first - self._base + np.arange(count + 3) * self._base + self._offset


class FixedLocator(Locator):
    """Given places."""

    def __init__(self, locs, nbins=None):
        self.locs = np.asarray(locs)

    def _ticks(self, low, high):
        return self.locs


class NullLocator(FixedLocator):
    """No ticks."""

    def __init__(self):
        super().__init__([])


class LogLocator(Locator):
    """Powers of ten."""

    def __init__(self, base=10.0, subs=(1.0,), *, numticks=None):
        if base != 10:
            raise NotImplementedError("LogLocator is carried for base 10 only")

    def _ask(self):
        return {"scale": "log"}


class AutoMinorLocator(Locator):
    """Smaller ticks between the large ones."""

    def __init__(self, n=None):
        self.ndivs = n

    def _between(self, majors):
        if len(majors) < 2:
            return []
        step = majors[1] - majors[0]
        count = self.ndivs
        if count is None:
            head = step / 10 ** np.floor(np.log10(step))
            count = 5 if np.isclose([head] * 4, [1, 2.5, 5, 10]).any() else 4
        places = [majors[0] + step / count * at for at in range(-count, count * (len(majors) + 1))]
        return [place for at, place in enumerate(places, -count) if at % count]


class Formatter:
    """Names ticks; `_names` gives all names or nothing when the engine should write them."""

    def __call__(self, x, pos=None):
        raise NotImplementedError("Derived must override")

    def format_ticks(self, values):
        return [self(value, at) for at, value in enumerate(values)]

    def _ask(self):
        return {}


class ScalarFormatter(Formatter):
    """Numbers as they are."""

    def __init__(self, useOffset=None, useMathText=None, useLocale=None):
        self._plain, self._always, self._offset = False, False, useOffset is not False

    def set_scientific(self, b):
        self._plain = not b

    def set_useOffset(self, val):
        self._offset = bool(val)

    def set_powerlimits(self, lims):
        if tuple(lims) == (0, 0):
            self._always = True
        elif lims[0] > -5 or lims[1] < 6:
            raise NotImplementedError("set_powerlimits is carried for (0, 0) and wide limits only")
        else:
            self._plain = lims[1] > 20

    format_ticks = None

    def _ask(self):
        return {"format": {"plain": self._plain, "scientific": self._always, "no_offset": not self._offset}}


class NullFormatter(Formatter):
    """No names."""

    def __call__(self, x, pos=None):
        return ""


class FixedFormatter(Formatter):
    """Given names."""

    def __init__(self, seq):
        self.seq = list(seq)

    def __call__(self, x, pos=None):
        return self.seq[pos] if pos is not None and pos < len(self.seq) else ""


class FuncFormatter(Formatter):
    """Names by a function of value and position."""

    def __init__(self, func):
        self.func = func

    def __call__(self, x, pos=None):
        return self.func(x, pos)


class FormatStrFormatter(Formatter):
    """Names by an old format, as '%.2f'."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x


class StrMethodFormatter(Formatter):
    """Names by a new format of x and pos, as '{x:.2f}'."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt.format(x=x, pos=pos).replace("-", "\u2212")


class PercentFormatter(Formatter):
    """Shares as per cent."""

    def __init__(self, xmax=100, decimals=None, symbol="%", is_latex=False):
        self.xmax, self.decimals, self.symbol = xmax + 0.0, decimals, symbol

    def format_ticks(self, values):
        step = abs(values[1] - values[0]) * 100 / self.xmax if len(values) > 1 else 100
        return [self._written(value, step) for value in values]

    def __call__(self, x, pos=None):
        return self._written(x, 100)

    def _written(self, x, step):
        digits = self.decimals
        if digits is None:
            # As many as tell ticks of this distance apart.
            digits = 0 if step > 50 else int(min(max(np.ceil(2.0 - np.log10(2.0 * step)), 0), 5))
            digits = 0 if float(step).is_integer() else digits
        return f"{x * 100 / self.xmax:.{digits}f}{self.symbol or ''}".replace("-", "\u2212")


class LogFormatterSciNotation(Formatter):
    """Powers of ten."""

    format_ticks = None


LogFormatter = LogFormatterMathtext = LogFormatterSciNotation


class EngFormatter(Formatter):
    """Numbers with the letters of engineers: 10 k, 2 M."""

    def __init__(self, unit="", places=None, sep=" "):
        self.unit, self.places, self.sep = unit, places, sep

    def __call__(self, x, pos=None):
        order = 0 if x == 0 else int(np.clip(np.floor(np.log10(abs(x)) / 3), -4, 4))
        head = x / 1000.0**order
        text = f"{head:g}" if self.places is None else f"{head:.{self.places}f}"
        return f"{text}{self.sep}{'pnµm kMGT'[order + 4].strip()}{self.unit}".rstrip()
