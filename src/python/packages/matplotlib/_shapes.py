"""Axes' methods that draw filled shapes: bars, areas, pies."""

import numpy as np

from ._rc import rcParams
from .artist import canonical
from .collections import FillBetweenPolyCollection
from .colors import to_rgba_array
from .container import BarContainer
from .patches import Polygon, Rectangle, Wedge
from .text import Text


class Shapes:
    """Filled shapes."""

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
            if shadow:
                dark = tuple(0.3 * part for part in wedge.get_facecolor()[:3])
                below = Wedge((cx - 0.02, cy - 0.02), radius, wedge.theta1, wedge.theta2, facecolor=dark, alpha=0.5,
                              label="_nolegend_", clip_on=False, zorder=wedge.zorder - 0.1)
                self._add(below)
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


def _each(key, value, count):
    """One value for each of `count` bars."""
    if key in ("linewidth", "alpha"):
        values = [float(one) for one in value]
    elif len(value) in (3, 4) and all(isinstance(part, (int, float, np.number)) for part in value):
        values = [tuple(value)]
    else:
        values = [tuple(row) for row in to_rgba_array(value).tolist()]
    return [values[index % len(values)] for index in range(count)] if values else []


def _stepped(along, step, *values):
    if step == "mid":
        raise NotImplementedError("fill_between(step='mid') is not carried here")
    doubled = np.repeat(along, 2)
    levels = [np.repeat(one, 2) for one in values]
    if step == "post":
        return (doubled[1:], *(one[:-1] for one in levels))
    return (doubled[:-1], *(one[1:] for one in levels))
