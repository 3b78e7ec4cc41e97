"""Axes' methods that draw lines, marks and shapes."""

import numpy as np

from ._rc import rcParams
from .artist import canonical
from .collections import FillBetweenPolyCollection, LineCollection, PathCollection
from .colors import is_color_like, to_rgba_array
from .container import BarContainer, ErrorbarContainer, StemContainer
from .lines import Line2D, parse_format
from .patches import FancyArrow, Polygon, Rectangle, Wedge
from .text import Annotation, Text


class Plots:
    """Lines, marks and shapes."""

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

    # Shapes

    def bar(self, x, height, width=0.8, bottom=None, *, align="center", data=None, **kwargs):
        """Upright bars."""
        return self._bars(x, height, width, bottom, align, data, "vertical", kwargs)

    def barh(self, y, width, height=0.8, left=None, *, align="center", data=None, **kwargs):
        """Lying bars."""
        return self._bars(y, width, height, left, align, data, "horizontal", kwargs)

    def _bars(self, at, length, thickness, base, align, data, orientation, kwargs):
        if data is not None:
            at, length = (data[one] if isinstance(one, str) and one in data else one for one in (at, length))
        if align not in ("center", "edge"):
            raise ValueError(f"{align!r} is not a valid value for align; supported values are 'center', 'edge'")
        kwargs = canonical(kwargs)
        errors = {key: kwargs.pop(key, None) for key in ("xerr", "yerr", "ecolor", "capsize", "error_kw")}
        upright = orientation == "vertical"
        names, values = (self.xaxis, self.yaxis) if upright else (self.yaxis, self.xaxis)
        log, ticks = kwargs.pop("log", False), kwargs.pop("tick_label", None)
        if log:
            values.set_scale("log")
        at, length = np.ravel(names.numbers(at)), np.ravel(values.numbers(length))
        thickness = np.ravel(np.asarray(thickness, dtype=float))
        base = np.ravel(np.asarray(0 if base is None else base))
        for other, name in ((length, "height" if upright else "width"), (thickness, "width" if upright else "height"), (base, "bottom" if upright else "left")):
            if other.size != at.size and 1 not in (other.size, at.size):
                raise ValueError(
                    "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
                    f"{'x' if upright else 'y'!r} with shape {at.shape} and {name!r} with shape {other.shape}."
                )
        at, length, thickness, base = np.broadcast_arrays(at, length, thickness, base)
        label = kwargs.pop("label", None)
        labels = list(label) if isinstance(label, (list, tuple)) else None
        count = at.size
        lists = {}
        for key in ("color", "facecolor", "edgecolor", "linewidth", "alpha"):
            value = kwargs.get(key)
            if value is not None and not isinstance(value, str) and np.iterable(value):
                kwargs.pop(key)
                lists[key] = _each(key, value, count)
        face = kwargs.pop("color", None)
        face = kwargs.pop("facecolor", face)
        if face is None and "color" not in lists and "facecolor" not in lists:
            face = self._next_colour(patches=True)
        kwargs.setdefault("linewidth", rcParams["patch.linewidth"])
        starts = at - thickness / 2 if align == "center" else at
        patches = []
        for index in range(count):
            own = {key: values[index] for key, values in lists.items()}
            face_here = own.pop("facecolor", own.pop("color", face))
            corner = (starts[index], base[index]) if upright else (base[index], starts[index])
            size = (thickness[index], length[index]) if upright else (length[index], thickness[index])
            patch = Rectangle(corner, *size, facecolor=face_here, label=labels[index] if labels else "_nolegend_", **{**kwargs, **own})
            (patch.sticky_edges.y if upright else patch.sticky_edges.x).append(float(base[index]))
            patches.append(self._add(patch))
        bars = BarContainer(patches, datavalues=length, orientation=orientation, label=None if labels else label)
        if errors["xerr"] is not None or errors["yerr"] is not None:
            middles, ends = starts + thickness / 2, base + length
            where = (middles, ends) if upright else (ends, middles)
            more = {"ecolor": errors["ecolor"] or "k", "capsize": errors["capsize"], **(errors["error_kw"] or {})}
            bars.errorbar = self.errorbar(*where, yerr=errors["yerr"], xerr=errors["xerr"], fmt="none", label="_nolegend_", **more)
        self.containers.append(bars)
        if ticks is not None:
            names.set_ticks(starts + thickness / 2, [ticks] * count if isinstance(ticks, str) else ticks)
        return bars

    def bar_label(self, container, labels=None, *, fmt="%g", label_type="edge", padding=0, **kwargs):
        """The values of bars as texts at them."""
        if label_type not in ("edge", "center"):
            raise ValueError(f"{label_type!r} is not a valid value for label_type; supported values are 'edge', 'center'")
        found = []
        upright = container.orientation == "vertical"
        for index, (patch, value) in enumerate(zip(container.patches, container.datavalues)):
            value = float(value)
            if labels is not None:
                text = labels[index]
            elif callable(fmt):
                text = fmt(value)
            else:
                text = fmt % value if "%" in fmt else fmt.format(value)
            x, y, w, h = patch._x0, patch._y0, patch._w, patch._h
            up = value >= 0
            if upright:
                at = (x + w / 2, y + (h if label_type == "edge" else h / 2))
                shift, ha, va = (0, padding if up else -padding), "center", ("bottom" if up else "top")
            else:
                at = (x + (w if label_type == "edge" else w / 2), y + h / 2)
                shift, ha, va = (padding if up else -padding, 0), ("left" if up else "right"), "center"
            if label_type == "center":
                shift, ha, va = (0, padding) if upright else (padding, 0), "center", "center"
            found.append(self.annotate(text, at, shift, textcoords="offset points", ha=ha, va=va, **kwargs))
        return found

    def fill_between(self, x, y1, y2=0, where=None, interpolate=False, step=None, **kwargs):
        return self._fill(x, y1, y2, where, step, "x", kwargs)

    def fill_betweenx(self, y, x1, x2=0, where=None, step=None, interpolate=False, **kwargs):
        return self._fill(y, x1, x2, where, step, "y", kwargs)

    def _fill(self, along, first, second, where, step, direction, kwargs):
        axes = (self.xaxis, self.yaxis) if direction == "x" else (self.yaxis, self.xaxis)
        other = "y" if direction == "x" else "x"
        along = np.ravel(axes[0].numbers(along))
        ends = []
        for name, values in ((f"{other}1", first), (f"{other}2", second)):
            values = np.ravel(axes[1].numbers(values))
            if values.size not in (1, along.size):
                raise ValueError(f"{direction!r} has size {along.size}, but {name!r} has an unequal size of {values.size}")
            ends.append(np.broadcast_to(values, along.shape))
        keep = np.ones(along.shape, dtype=bool) if where is None else np.asarray(where, dtype=bool)
        if keep.size != along.size:
            raise ValueError(f"where size ({keep.size}) does not match {direction!r} size ({along.size})")
        keep = keep & np.isfinite(along) & np.isfinite(ends[0]) & np.isfinite(ends[1])
        shapes, start = [], None
        for index in range(along.size + 1):
            inside = index < along.size and bool(keep[index])
            if inside and start is None:
                start = index
            elif not inside and start is not None:
                part = slice(start, index)
                a, low, high = along[part], ends[0][part], ends[1][part]
                if step is not None:
                    a, low, high = _stepped(a, step, low, high)
                outline = np.concatenate([a, a[::-1]]), np.concatenate([low, high[::-1]])
                if a.size > 1:
                    shapes.append(np.column_stack(outline if direction == "x" else outline[::-1]))
                start = None
        kwargs = canonical(kwargs)
        if not any(key in kwargs for key in ("color", "facecolor")):
            kwargs["facecolor"] = self._next_colour(patches=True)
        return self._add(FillBetweenPolyCollection(shapes, **kwargs))

    def stackplot(self, x, *args, labels=(), colors=None, baseline="zero", **kwargs):
        if baseline != "zero":
            raise NotImplementedError(f"stackplot(baseline={baseline!r}) is not carried here")
        rows = np.vstack([np.atleast_2d(np.asarray(one, dtype=float)) for one in args])
        tops = np.cumsum(rows, axis=0)
        found, below = [], np.zeros(rows.shape[1])
        for index, top in enumerate(tops):
            colour = colors[index % len(colors)] if colors is not None else self._next_colour(patches=False)
            area = self.fill_between(x, below, top, facecolor=colour, label=labels[index] if index < len(labels) else None, **kwargs)
            area.sticky_edges.y.append(0)
            found.append(area)
            below = top
        return found

    def fill(self, *args, **kwargs):
        found, args = [], list(args)
        while args:
            x, y = args.pop(0), args.pop(0)
            own = dict(kwargs)
            if args and isinstance(args[0], str):
                own.setdefault("color", args.pop(0))
            if not any(key in own for key in ("color", "facecolor", "fc")):
                own["facecolor"] = self._next_colour(patches=True)
            found.append(self._add(Polygon(np.column_stack([np.ravel(x), np.ravel(y)]), **own)))
        return found

    def pie(self, x, *, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False, labeldistance=1.1,
            startangle=0, radius=1, counterclock=True, wedgeprops=None, textprops=None, center=(0, 0), frame=False,
            rotatelabels=False, normalize=True, hatch=None, **kwargs):
        """A circle cut into shares."""
        if kwargs:
            raise TypeError(f"Axes.pie() got an unexpected keyword argument {next(iter(kwargs))!r}")
        for name, given in (("hatch", hatch), ("rotatelabels", rotatelabels)):
            if given:
                raise NotImplementedError(f"pie({name}=...) is not carried here")
        x = np.asarray(x, dtype=float).ravel()
        if (x < 0).any():
            raise ValueError("Wedge sizes 'x' must be non negative values")
        total = x.sum()
        if normalize:
            if total == 0:
                raise ValueError("All wedge sizes are zero")
            x = x / total
        elif total > 1:
            raise ValueError("Cannot plot an unnormalized pie with sum(x) > 1")
        labels = [""] * x.size if labels is None else list(labels)
        explode = [0] * x.size if explode is None else list(explode)
        if len(labels) != x.size:
            raise ValueError(f"'labels' must be of length 'x', not {len(labels)}")
        if len(explode) != x.size:
            raise ValueError(f"'explode' must be of length 'x', not {len(explode)}")
        wedges, texts, shares = [], [], []
        angle = startangle / 360
        for index, share in enumerate(x.tolist()):
            end = angle + share if counterclock else angle - share
            middle = 2 * np.pi * 0.5 * (angle + end)
            cx, cy = center[0] + explode[index] * np.cos(middle), center[1] + explode[index] * np.sin(middle)
            face = colors[index % len(colors)] if colors is not None else self._next_colour(patches=True)
            wedge = Wedge((cx, cy), radius, 360 * min(angle, end), 360 * max(angle, end), facecolor=face,
                          label=str(labels[index]), clip_on=False, **(wedgeprops or {}))
            wedges.append(self._add(wedge))

            def write(text, distance, **style):
                style = {"clip_on": False, **style, **(textprops or {})}
                return self._add(Text(float(cx + distance * radius * np.cos(middle)), float(cy + distance * radius * np.sin(middle)), text, va="center", **style))

            if labeldistance is not None:
                ha = "left" if np.cos(middle) > 0 else "right"
                texts.append(write(str(labels[index]), labeldistance, ha=ha, size="medium"))
            if autopct is not None:
                text = autopct % (100 * share) if isinstance(autopct, str) else autopct(100 * share)
                shares.append(write(text, pctdistance, ha="center"))
            angle = end
        if not frame:
            self.set(frame_on=False, xticks=[], yticks=[], xlim=(-1.25 + center[0], 1.25 + center[0]), ylim=(-1.25 + center[1], 1.25 + center[1]))
        self.set_aspect("equal")
        return (wedges, texts, shares) if autopct is not None else (wedges, texts)

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


def _each(key, value, count):
    """One value for each of `count` bars."""
    if key in ("linewidth", "alpha"):
        values = [float(one) for one in value]
    elif len(value) in (3, 4) and all(isinstance(part, (int, float, np.number)) for part in value):
        values = [tuple(value)]
    else:
        values = [tuple(row) for row in to_rgba_array(value).tolist()]
    return [values[index % len(values)] for index in range(count)] if values else []


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


def _stepped(along, step, *values):
    if step == "mid":
        raise NotImplementedError("fill_between(step='mid') is not carried here")
    doubled = np.repeat(along, 2)
    levels = [np.repeat(one, 2) for one in values]
    if step == "post":
        return (doubled[1:], *(one[:-1] for one in levels))
    return (doubled[:-1], *(one[1:] for one in levels))
