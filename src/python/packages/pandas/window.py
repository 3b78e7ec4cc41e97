"""Moving windows: `rolling`, `expanding` and exponential weights."""

import _pandas
import numpy as np

from .arrays import ExtensionArray
from .construct import from_list
from .dtypes import is_number
from .missing import nan
from .reductions import numeric


class Rolling:
    """A window of `window` rows that ends at each row; without a number, of all rows above it."""

    def __init__(self, owner, window, min_periods, center):
        if window is not None:
            if not isinstance(window, (int, np.integer)):
                raise NotImplementedError("rolling carries whole numbers of rows here")
            if window < 0:
                raise ValueError("window must be an integer 0 or greater")
            if min_periods is not None and min_periods > window:
                raise ValueError(f"min_periods {min_periods} must be <= window {window}")
        self.owner, self.window, self.center = owner, window, center
        self.least = (window if window is not None else 1) if min_periods is None else min_periods

    def __repr__(self):
        if self.window is None:
            return f"Expanding [min_periods={self.least},method=single]"
        return f"Rolling [window={self.window},center={self.center},method=single]"

    def __getitem__(self, key):
        return Rolling(self.owner[key], self.window, self.least, self.center)

    def _run(self, how, ddof=1):
        def run(values):
            if not is_number(values.dtype):
                raise TypeError(f"Cannot aggregate non-numeric type: {values.dtype}")
            numbers = numeric(values)
            ahead = (self.window - 1) // 2 if self.center and self.window else 0
            window = self.window if self.window is not None else max(len(numbers), 1)
            return _pandas.rolling(numbers, window, self.least, ahead, how, ddof)

        return self.owner._each(run)

    def _named(how):
        def method(self, numeric_only=False, ddof=1, **options):
            if numeric_only and self.owner.ndim == 2:
                return Rolling(self.owner.select_dtypes("number"), self.window, self.least, self.center)._run(how, ddof)
            return self._run(how, ddof)

        return method

    for _how in ("sum", "mean", "min", "max", "std", "var", "median", "count", "sem"):
        locals()[_how] = _named(_how)
    del _how

    def _slices(self, length):
        ahead = (self.window - 1) // 2 if self.center and self.window else 0
        window = self.window if self.window is not None else length
        for end in range(1 + ahead, length + 1 + ahead):
            yield max(end - window, 0), min(end, length)

    def apply(self, func, raw=False, engine=None, args=None, kwargs=None):
        from .series import Series

        def run(values):
            numbers = numeric(values)
            found = []
            for start, end in self._slices(len(numbers)):
                part = numbers[start:end]
                if (~np.isnan(part)).sum() < self.least:
                    found.append(nan)
                else:
                    found.append(func(part if raw else Series(part), *(args or ()), **(kwargs or {})))
            return np.array(found, dtype="float64")

        return self.owner._each(run)

    def quantile(self, q, interpolation="linear"):
        return self.apply(lambda part: np.percentile(part[~np.isnan(part)], q * 100), raw=True)

    def corr(self, other=None):
        from .series import Series

        left, right = numeric(self.owner._values), numeric(other._values)
        found = []
        for start, end in self._slices(len(left)):
            one = Series(left[start:end]).corr(Series(right[start:end]))
            found.append(one if end - start >= self.least else nan)
        return self.owner._with_values(np.array(found))

    def agg(self, func):
        if isinstance(func, str):
            return getattr(self, func)()
        if isinstance(func, (list, tuple)):
            from .concatenate import concat

            parts = {one if isinstance(one, str) else one.__name__: self.agg(one) for one in func}
            return concat(list(parts.values()), axis=1, keys=list(parts))
        return self.apply(func)

    aggregate = agg


class Weighted:
    """Means with weights that fall off exponentially."""

    def __init__(self, owner, com, span, halflife, alpha, min_periods, adjust, ignore_na):
        given = [one for one in (com, span, halflife, alpha) if one is not None]
        if len(given) != 1:
            raise ValueError("comass, span, halflife, and alpha are mutually exclusive" if given else "Must pass one of comass, span, halflife, or alpha")
        if span is not None:
            if span < 1:
                raise ValueError("span must satisfy: span >= 1")
            alpha = 2 / (span + 1)
        elif com is not None:
            alpha = 1 / (1 + com)
        elif halflife is not None:
            alpha = 1 - 0.5 ** (1 / halflife)
        self.owner, self.alpha, self.least, self.adjust, self.ignore_na = owner, alpha, min_periods, adjust, ignore_na

    def mean(self):
        return self.owner._each(lambda values: _pandas.ewm_mean(numeric(values), self.alpha, self.adjust, self.ignore_na, self.least))

    def __getattr__(self, name):
        raise AttributeError(f"ewm carries mean here, not {name}")
