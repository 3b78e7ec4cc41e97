"""Axes' methods that draw lines, marks and texts."""

import numpy as np

from ._rc import rcParams
from .artist import canonical
from .collections import LineCollection, PathCollection
from .colors import is_color_like, to_rgba_array
from .container import ErrorbarContainer, StemContainer
from .lines import Line2D, parse_format
from .patches import FancyArrow, Rectangle
from .text import Annotation, Text


class Plots:
    """Lines, marks and texts."""

    # Lines

    def plot(self, *args, scalex=True, scaley=True, data=None, **kwargs):
        """Lines and marks: plot(y), plot(x, y), plot(x, y, format), and several of them."""
        if data is not None:
            args = [data[one] if isinstance(one, str) and one in data else one for one in args]
        kwargs = canonical(kwargs)
        lines, args = [], list(args)
        while args:
            group = [args.pop(0)]
            if args and not isinstance(args[0], str):
                group.append(args.pop(0))
            fmt = args.pop(0) if args and isinstance(args[0], str) else None
            lines += self._plot_group(group, fmt, dict(kwargs))
        return lines

    def _plot_group(self, group, fmt, kwargs):
        if fmt is not None:
            style, marker, colour = parse_format(fmt)
            for key, value in (("linestyle", style), ("marker", marker), ("color", colour)):
                if value is not None:
                    kwargs.setdefault(key, value)
        label = kwargs.pop("label", None)
        y_given = group[-1]
        if len(group) == 1:
            x_given = getattr(y_given, "index", None)
            if x_given is None or callable(x_given):
                x_given = np.arange(np.atleast_1d(np.asarray(y_given)).shape[0])
        else:
            x_given = group[0]
        x, y = np.atleast_1d(self.xaxis.numbers(x_given)), np.atleast_1d(self.yaxis.numbers(y_given))
        if x.shape[0] != y.shape[0]:
            raise ValueError(f"x and y must have same first dimension, but have shapes {x.shape} and {y.shape}")
        if x.ndim > 2 or y.ndim > 2:
            raise ValueError(f"x and y can be no greater than 2D, but have shapes {x.shape} and {y.shape}")
        columns = max(x.shape[1] if x.ndim == 2 else 1, y.shape[1] if y.ndim == 2 else 1)
        names = label if isinstance(label, (list, tuple)) and len(label) == columns else [label] * columns
        lines = []
        for at in range(columns):
            own = dict(kwargs)
            self._next_style(own)
            xs = x[:, at if x.shape[1] > 1 else 0] if x.ndim == 2 else x
            ys = y[:, at if y.shape[1] > 1 else 0] if y.ndim == 2 else y
            line = Line2D(xs, ys, label=names[at], **own)
            self._add(line)
            lines.append(line)
        return lines

    def _next_style(self, kwargs):
        """Fills in what the cycle of properties says next, where nothing else is said."""
        cycle = list(rcParams["axes.prop_cycle"])
        if kwargs.get("color") is None:
            entry = cycle[self._cycled % len(cycle)] if cycle else {"color": "k"}
            self._cycled += 1
            for key, value in entry.items():
                kwargs.setdefault(key, value)

    def _next_colour(self, patches=False):
        cycle = list(rcParams["axes.prop_cycle"])
        counter = "_cycled_patches" if patches else "_cycled"
        at = getattr(self, counter)
        setattr(self, counter, at + 1)
        return cycle[at % len(cycle)].get("color", "k") if cycle else "k"

    def loglog(self, *args, **kwargs):
        self.set_xscale("log")
        self.set_yscale("log")
        return self.plot(*args, **kwargs)

    def semilogx(self, *args, **kwargs):
        self.set_xscale("log")
        return self.plot(*args, **kwargs)

    def semilogy(self, *args, **kwargs):
        self.set_yscale("log")
        return self.plot(*args, **kwargs)

    def step(self, x, y, *args, where="pre", data=None, **kwargs):
        if where not in ("pre", "post", "mid"):
            raise ValueError(f"{where!r} is not a valid value for where; supported values are 'pre', 'post', 'mid'")
        return self.plot(x, y, *args, drawstyle="steps-" + where, data=data, **kwargs)

    def axhline(self, y=0, xmin=0, xmax=1, **kwargs):
        line = Line2D([xmin, xmax], [float(self.yaxis.numbers(y))] * 2, **canonical(kwargs))
        line._units = ("axes", "data")
        return self._add(line)

    def axvline(self, x=0, ymin=0, ymax=1, **kwargs):
        line = Line2D([float(self.xaxis.numbers(x))] * 2, [ymin, ymax], **canonical(kwargs))
        line._units = ("data", "axes")
        return self._add(line)

    def axline(self, xy1, xy2=None, *, slope=None, **kwargs):
        """A line without ends through a point."""
        if (xy2 is None) == (slope is None):
            raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
        if slope is None:
            slope = (xy2[1] - xy1[1]) / (xy2[0] - xy1[0]) if xy2[0] != xy1[0] else np.inf
        if np.isinf(slope):
            return self.axvline(xy1[0], **kwargs)
        far = 1e6 * max(1.0, abs(xy1[0]))
        line = Line2D([xy1[0] - far, xy1[0] + far], [xy1[1] - slope * far, xy1[1] + slope * far], **canonical(kwargs))
        line._spans = ((xy1[0], xy1[0], float("inf")), (xy1[1], xy1[1], float("inf")))
        return self._add(line)

    def axhspan(self, ymin, ymax, xmin=0, xmax=1, **kwargs):
        low, high = (float(self.yaxis.numbers(end)) for end in (ymin, ymax))
        patch = Rectangle((xmin, low), xmax - xmin, high - low, **kwargs)
        patch._units = ("axes", "data")
        return self._add(patch)

    def axvspan(self, xmin, xmax, ymin=0, ymax=1, **kwargs):
        left, right = (float(self.xaxis.numbers(end)) for end in (xmin, xmax))
        patch = Rectangle((left, ymin), right - left, ymax - ymin, **kwargs)
        patch._units = ("data", "axes")
        return self._add(patch)

    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", label="", **kwargs):
        y, xmin, xmax = np.broadcast_arrays(*(np.atleast_1d(v) for v in (self.yaxis.numbers(y), self.xaxis.numbers(xmin), self.xaxis.numbers(xmax))))
        segments = [[(a, at), (b, at)] for at, a, b in zip(y.tolist(), xmin.tolist(), xmax.tolist())]
        return self._add(LineCollection(segments, colors=colors, linestyle=linestyles, label=label, **kwargs))

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", label="", **kwargs):
        x, ymin, ymax = np.broadcast_arrays(*(np.atleast_1d(v) for v in (self.xaxis.numbers(x), self.yaxis.numbers(ymin), self.yaxis.numbers(ymax))))
        segments = [[(at, a), (at, b)] for at, a, b in zip(x.tolist(), ymin.tolist(), ymax.tolist())]
        return self._add(LineCollection(segments, colors=colors, linestyle=linestyles, label=label, **kwargs))

    def arrow(self, x, y, dx, dy, **kwargs):
        return self._add(FancyArrow(x, y, dx, dy, **kwargs))

    # Marks

    def scatter(self, x, y, s=None, c=None, *, marker=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
                linewidths=None, edgecolors=None, plotnonfinite=False, data=None, **kwargs):
        """Marks with sizes and colours of their own."""
        if data is not None:
            x, y, s, c = (data[one] if isinstance(one, str) and one in data else one for one in (x, y, s, c))
        kwargs = canonical(kwargs)
        linewidths = kwargs.pop("linewidth", linewidths)
        edgecolors = kwargs.pop("edgecolor", edgecolors)
        x, y = np.ravel(self.xaxis.numbers(x)), np.ravel(self.yaxis.numbers(y))
        if x.size != y.size:
            raise ValueError("x and y must be the same size")
        sizes = np.ravel(rcParams["lines.markersize"] ** 2 if s is None else np.asarray(s))
        if sizes.size not in (1, x.size):
            raise ValueError("s must be a scalar, or float array-like with the same size as x and y")
        colour, face = kwargs.pop("color", None), kwargs.pop("facecolor", None)
        if colour is not None and c is not None:
            raise ValueError("Supply a 'c' argument or a 'color' kwarg but not both; they differ but their functionalities overlap.")
        values, faces = self._scatter_colours(c, colour if colour is not None else face, x.size)
        marker = rcParams["scatter.marker"] if marker is None else marker
        if linewidths is None:
            linewidths = rcParams["lines.linewidth"] if marker in tuple("+x|_1234") else rcParams["patch.linewidth"]
        cloud = PathCollection(
            x, y, sizes, marker, cmap=cmap, norm=_scaled(norm, vmin, vmax), linewidth=linewidths, alpha=alpha, **kwargs
        )
        if values is not None:
            cloud.set_array(values)
            cloud.autoscale_None()
        else:
            cloud._faces = faces
        if edgecolors is None:
            edgecolors = colour if colour is not None else rcParams["scatter.edgecolors"]
        cloud.set_edgecolor(edgecolors)
        self._add(cloud)
        self._mappable = cloud if values is not None else self._mappable
        return cloud

    def _scatter_colours(self, c, colour, count):
        """Values to be mapped, or colours."""
        if c is None:
            return None, to_rgba_array(self._next_colour(patches=True) if colour is None else colour)
        if isinstance(c, str):
            if not is_color_like(c) and c.lower() != "none":
                raise ValueError(f"'c' argument must be a color, a sequence of colors, or a sequence of numbers, not {c!r}")
            return None, to_rgba_array(c)
        array = np.asarray(c) if not (isinstance(c, (list, tuple)) and c and isinstance(c[0], (str, tuple, list))) else None
        if array is not None and array.dtype.kind in "fiub" and array.size == count and not (
            array.ndim == 2 and array.shape[1] in (3, 4) and array.shape[0] == count and count != array.size
        ):
            return array.astype(float).ravel(), None
        if array is not None and array.dtype.kind in "fiub" and array.ndim == 1 and array.size not in (3, 4):
            raise ValueError(f"'c' argument has {array.size} elements, which is inconsistent with 'x' and 'y' with size {count}.")
        try:
            faces = to_rgba_array(c)
        except (TypeError, ValueError):
            if array is not None and array.dtype.kind in "fiub":
                raise ValueError(f"'c' argument has {array.size} elements, which is inconsistent with 'x' and 'y' with size {count}.") from None
            raise ValueError(f"'c' argument must be a color, a sequence of colors, or a sequence of numbers, not {c!r}") from None
        if len(faces) not in (0, 1, count):
            raise ValueError(f"'c' argument has {len(faces)} elements, which is inconsistent with 'x' and 'y' with size {count}.")
        return None, faces

    def stem(self, *args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None, orientation="vertical"):
        heads = args[-1] if not isinstance(args[-1], str) else args[-2]
        places = args[0] if len(args) > 1 and not isinstance(args[1], str) else np.arange(len(heads))
        x, y = np.ravel(self.xaxis.numbers(places)), np.ravel(self.yaxis.numbers(heads))
        style, _, colour = parse_format(linefmt) if linefmt else (None, None, None)
        colour = colour or "C0"
        stems = self.vlines(x, bottom, y, colors=colour, linestyles=style or "-")
        m_style, m_sign, m_colour = parse_format(markerfmt) if markerfmt else (None, "o", None)
        (heads,) = self.plot(x, y, color=m_colour or colour, marker=m_sign or "o", linestyle=m_style or "None", label="_nolegend_")
        b_style, _, b_colour = parse_format(basefmt or "C3-")
        (base,) = self.plot([x.min(), x.max()], [bottom, bottom], color=b_colour or "C3", linestyle=b_style or "-", label="_nolegend_")
        found = StemContainer((heads, stems, base), label=label)
        self.containers.append(found)
        return found

    def errorbar(self, x, y, yerr=None, xerr=None, fmt="", *, ecolor=None, elinewidth=None, capsize=None, barsabove=False,
                 lolims=False, uplims=False, xlolims=False, xuplims=False, errorevery=1, capthick=None, **kwargs):
        """A line or marks with bars of errors."""
        for name, given in (("lolims", lolims), ("uplims", uplims), ("xlolims", xlolims), ("xuplims", xuplims)):
            if np.any(given):
                raise NotImplementedError(f"errorbar({name}=...) is not carried here")
        label = kwargs.pop("label", None)
        kwargs = canonical(kwargs)
        zorder = kwargs.pop("zorder", 2)
        x, y = np.ravel(self.xaxis.numbers(x)), np.ravel(self.yaxis.numbers(y))
        if fmt.lower() == "none":
            line, colour = None, kwargs.get("color") or self._next_colour()
        else:
            (line,) = self._plot_group([x, y], fmt or None, {**kwargs, "label": "_nolegend_", "zorder": zorder + (0 if barsabove else 0.1)})
            colour = line.get_color()
        colour = colour if ecolor is None else ecolor
        width = kwargs.get("linewidth", rcParams["lines.linewidth"]) if elinewidth is None else elinewidth
        cap = rcParams["errorbar.capsize"] if capsize is None else capsize
        alpha = kwargs.get("alpha")
        caps, bars = [], []
        for name, errors, along, marks in (("xerr", xerr, x, "||"), ("yerr", yerr, y, "__")):
            if errors is None:
                continue
            low, high = _error_ends(name, errors, along)
            ends = [([a, b], [at, at]) for a, b, at in zip(low, high, y)] if name == "xerr" else [([at, at], [a, b]) for a, b, at in zip(low, high, x)]
            bars.append(self._add(LineCollection(
                [np.column_stack(one) for one in ends][::errorevery], colors=colour, linewidth=width, alpha=alpha, zorder=zorder, label="_nolegend_",
            )))
            if cap > 0:
                for end in (low, high):
                    spot = (end, y) if name == "xerr" else (x, end)
                    caps.append(self._add(Line2D(
                        spot[0][::errorevery], spot[1][::errorevery], linestyle="None", marker=marks[0], markersize=2 * cap, color=colour, alpha=alpha,
                        markeredgewidth=rcParams["lines.markeredgewidth"] if capthick is None else capthick, zorder=zorder, label="_nolegend_",
                    )))
        found = ErrorbarContainer((line, tuple(caps), tuple(bars)), has_xerr=xerr is not None, has_yerr=yerr is not None, label=label)
        found._cap = float(cap)
        self.containers.append(found)
        return found

    # Texts

    def text(self, x, y, s, fontdict=None, **kwargs):
        text = Text(x, y, s, **{"clip_on": False, **(fontdict or {}), **{k: v for k, v in kwargs.items() if k != "transform"}})
        self._add(text)
        if "transform" in kwargs:
            text.set_transform(kwargs["transform"])
        return text

    def annotate(self, text, xy, xytext=None, xycoords="data", textcoords=None, arrowprops=None, annotation_clip=None, **kwargs):
        return self._add(Annotation(text, xy, xytext, xycoords, textcoords, arrowprops, annotation_clip, **kwargs))


def _scaled(norm, vmin, vmax):
    from .cm import _norm

    return _norm(norm, vmin, vmax)


def _error_ends(name, errors, along):
    """Where bars of errors begin and end."""
    errors = np.asarray(errors, dtype=float)
    if not (errors.ndim == 0 or errors.shape in ((along.size,), (2, along.size), (1,), (2, 1))):
        raise ValueError(
            f"{name!r} (shape: {errors.shape}) must be a scalar or a 1D or (2, n) array-like whose shape matches "
            f"{name[0]!r} (shape: {along.shape})"
        )
    if (errors < 0).any():
        raise ValueError(f"{name!r} must not contain negative values")
    down, up = errors if errors.ndim == 2 else (errors, errors)
    return np.broadcast_to(along - down, along.shape), np.broadcast_to(along + up, along.shape)
