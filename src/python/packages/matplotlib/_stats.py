"""Axes' methods that count before they draw: histograms, boxes; and grids of values."""

import numpy as np

from ._rc import rcParams
from .artist import canonical, span
from .collections import QuadMesh
from .image import AxesImage
from .lines import Line2D
from .patches import Polygon


class Stats:
    """Histograms, boxes, grids of values."""

    def hist(self, x, bins=None, range=None, density=False, weights=None, cumulative=False, bottom=None, histtype="bar",
             align="mid", orientation="vertical", rwidth=None, log=False, color=None, label=None, stacked=False, data=None, **kwargs):
        """How often values fall into intervals: the counts, the intervals' ends, the bars."""
        if data is not None and isinstance(x, str):
            x = data[x]
        bins = rcParams["hist.bins"] if bins is None else bins
        for name, value, known in (
            ("histtype", histtype, ("bar", "barstacked", "step", "stepfilled")), ("align", align, ("left", "mid", "right")),
            ("orientation", orientation, ("horizontal", "vertical")),
        ):
            if value not in known:
                raise ValueError(f"{value!r} is not a valid value for {name}; supported values are {', '.join(map(repr, known))}")
        stacked = stacked or histtype == "barstacked"
        axis = self.xaxis if orientation == "vertical" else self.yaxis
        sets = _data_sets(x, axis)
        count = len(sets)
        weights = [None] * count if weights is None else _data_sets(weights, None)
        if color is None:
            colours = [self._next_colour() for _ in sets]
        else:
            colours = [color] * count if isinstance(color, str) or count == 1 and not isinstance(color, list) else list(color)
            if len(colours) != count:
                raise ValueError(f"The 'color' keyword argument must have one color per dataset, but {count} datasets and {len(colours)} colors were provided")
        if range is None and count > 1 and np.ndim(bins) == 0:
            finite = [one[np.isfinite(one)] for one in sets if one.size]
            range = (min(one.min() for one in finite), max(one.max() for one in finite))
        tops, edges = [], None
        for values, weight in zip(sets, weights):
            values_here = values[~np.isnan(values)] if weight is None else values
            counted, edges = np.histogram(values_here, bins if edges is None else edges, range=range if edges is None else None, weights=weight)
            tops.append(counted.astype(float))
        edges = edges.astype(float)
        widths = np.diff(edges)
        if stacked:
            tops = list(np.cumsum(np.array(tops), axis=0))
        if density and stacked:
            tops = [top / widths / tops[-1].sum() for top in tops]
        elif density:
            tops = [top / widths / top.sum() for top in tops]
        if cumulative:
            scale = widths if density else np.ones(len(widths))
            order = slice(None, None, -1) if cumulative < 0 else slice(None)
            tops = [np.cumsum((top * scale)[order])[order] for top in tops]
        kwargs = canonical(kwargs)
        labels = [label] * count if label is None or isinstance(label, str) and count == 1 else [label] if isinstance(label, str) else list(label)
        labels = labels + [None] * (count - len(labels))
        if log:
            (self.yaxis if orientation == "vertical" else self.xaxis).set_scale("log")
        draw = self._hist_bars if histtype.startswith("bar") else self._hist_steps
        found = draw(tops, edges, widths, colours, labels, stacked, align, orientation, rwidth, bottom, histtype, kwargs)
        if count == 1:
            return tops[0], edges, found[0]
        return np.array(tops), edges, found

    def _hist_bars(self, tops, edges, widths, colours, labels, stacked, align, orientation, rwidth, bottom, histtype, kwargs):
        count = len(tops)
        base = np.zeros(len(widths)) if bottom is None else np.broadcast_to(np.asarray(bottom, dtype=float), widths.shape)
        share = min(max(rwidth, 0), 1) if rwidth is not None else 0.8 if count > 1 and not stacked else 1.0
        wide = share * widths / (1 if stacked else count)
        shift = {"mid": 0.5, "left": 0.0, "right": 1.0}[align] * widths
        found, below = [], base
        for index, (top, colour, label) in enumerate(zip(tops, colours, labels)):
            at = edges[:-1] + shift + (0 if stacked else (index - (count - 1) / 2) * wide)
            height = (top - (below - base)) if stacked else top
            lengths = {"bottom": below} if orientation == "vertical" else {"left": below}
            draw = self.bar if orientation == "vertical" else self.barh
            options = {"color": colour, **kwargs}
            thick = {"width": wide} if orientation == "vertical" else {"height": wide}
            bars = draw(at, height, align="center", **thick, **lengths, **options)
            # The name of all of them stands at the first.
            if label is not None and len(bars):
                bars[0].set_label(label)
            found.append(bars)
            below = base + top if stacked else base
        return found

    def _hist_steps(self, tops, edges, widths, colours, labels, stacked, align, orientation, rwidth, bottom, histtype, kwargs):
        found, below = [], np.zeros(len(widths))
        x = np.repeat(edges, 2)
        for top, colour, label in zip(tops, colours, labels):
            low = below if stacked and histtype == "stepfilled" else np.zeros(len(widths))
            y = np.concatenate([[low[0]], np.repeat(top, 2), [low[-1]]])
            if histtype == "stepfilled":
                x_all, y_all = np.concatenate([x, x[1:-1][::-1]]), np.concatenate([y, np.repeat(low, 2)[::-1]])
                own = {"facecolor": colour, **kwargs}
            else:
                x_all, y_all, own = x, y, {"facecolor": "none", "edgecolor": colour, **kwargs}
            corners = np.column_stack([x_all, y_all] if orientation == "vertical" else [y_all, x_all])
            patch = _Stairs(corners, label=label, **own) if histtype == "step" else Polygon(corners, label=label, **own)
            (patch.sticky_edges.y if orientation == "vertical" else patch.sticky_edges.x).append(0)
            self._add(patch)
            found.append([patch])
            below = top
        return found

    def hist2d(self, x, y, bins=10, range=None, density=False, weights=None, cmin=None, cmax=None, **kwargs):
        counts, x_edges, y_edges = np.histogram2d(np.ravel(x), np.ravel(y), bins=bins, range=range, density=density, weights=weights)
        shown = np.where(counts < cmin, np.nan, counts) if cmin is not None else counts
        mesh = self.pcolormesh(x_edges, y_edges, shown.T, **kwargs)
        self.set_xlim(x_edges[0], x_edges[-1])
        self.set_ylim(y_edges[0], y_edges[-1])
        return counts, x_edges, y_edges, mesh

    def boxplot(self, x, notch=None, sym=None, vert=None, orientation="vertical", whis=1.5, positions=None, widths=None,
                patch_artist=None, bootstrap=None, usermedians=None, conf_intervals=None, meanline=None, showmeans=None,
                showcaps=None, showbox=None, showfliers=None, boxprops=None, tick_labels=None, flierprops=None, medianprops=None,
                meanprops=None, capprops=None, whiskerprops=None, manage_ticks=True, autorange=False, zorder=None, capwidths=None,
                label=None, labels=None):
        """Quartiles as boxes, the rest as whiskers and points."""
        if notch:
            raise NotImplementedError("boxplot(notch=True) is not carried here")
        if labels is not None:
            raise TypeError("Axes.boxplot() got an unexpected keyword argument 'labels'. Did you mean 'tick_labels'?")
        upright = orientation == "vertical" if vert is None else bool(vert)
        if tick_labels is None and hasattr(x, "columns"):
            tick_labels = list(x.columns)
        sets = _data_sets(x, None)
        places = list(_range(1, len(sets) + 1)) if positions is None else [float(one) for one in np.ravel(positions)]
        if len(places) != len(sets):
            raise ValueError("List of boxplot statistics and `positions` values must have same the length")
        if tick_labels is not None and len(tick_labels) != len(sets):
            raise ValueError("Dimensions of labels and X must be compatible")
        distance = max(places) - min(places) if places else 0
        width = np.clip(0.15 * distance, 0.15, 0.5) if widths is None else widths
        wide = np.broadcast_to(np.asarray(width, dtype=float), (len(sets),))
        zorder = 2 if zorder is None else zorder
        result = {key: [] for key in ("whiskers", "caps", "boxes", "medians", "fliers", "means")}

        def line(key, xs, ys, props, **defaults):
            style = {"color": "black", "linewidth": 1.0, "linestyle": "-", "zorder": zorder, **defaults, **canonical(props or {})}
            xs, ys = np.asarray(xs), np.asarray(ys)
            found = self._add(Line2D(*((xs, ys) if upright else (ys, xs)), **style))
            found._label = found._label if "label" in style else "_nolegend_"
            result[key].append(found)
            return found

        for index, (values, at, w) in enumerate(zip(sets, places, wide.tolist())):
            stats = _quartiles(values[~np.isnan(values)], whis)
            left, right = at - w / 2, at + w / 2
            cap = w / 4 if capwidths is None else float(np.ravel(capwidths)[index % np.size(capwidths)]) / 2
            low, q1, median, q3, high, fliers, mean = stats
            if showbox is not False:
                corners = [left, right, right, left, left], [q1, q1, q3, q3, q1]
                if patch_artist:
                    style = {"facecolor": "C0", "edgecolor": "black", "linewidth": 1.0, "zorder": zorder, **canonical(boxprops or {})}
                    outline = np.column_stack(corners if upright else corners[::-1])
                    box = self._add(_BoxPatch(outline[:-1], label="_nolegend_", **style))
                    result["boxes"].append(box)
                else:
                    line("boxes", *corners, boxprops)
            line("whiskers", [at, at], [q1, low], whiskerprops)
            line("whiskers", [at, at], [q3, high], whiskerprops)
            if showcaps is not False:
                line("caps", [at - cap, at + cap], [low, low], capprops)
                line("caps", [at - cap, at + cap], [high, high], capprops)
            middle = line("medians", [left, right], [median, median], medianprops, color="C1", zorder=zorder + 0.1)
            if manage_ticks:
                # Half a step of room at both sides, and no margin besides.
                room, levels = span([at - 0.5, at + 0.5]), span([median])
                middle._spans = (room, levels) if upright else (levels, room)
                setattr(middle.sticky_edges, "x" if upright else "y", [at - 0.5, at + 0.5])
            if showmeans and meanline:
                line("means", [left, right], [mean, mean], meanprops, color="C2", linestyle="--")
            elif showmeans:
                line("means", [at], [mean], meanprops, color="C2", linestyle="None", marker="^", zorder=zorder + 0.1)
            if showfliers is not False and sym != "":
                line("fliers", [at] * len(fliers), fliers, flierprops, linestyle="None", marker=sym or "o",
                     markerfacecolor="none", markeredgecolor="black")
        if label is not None and result["boxes"]:
            for box, name in zip(result["boxes"], label if isinstance(label, list) else [label]):
                box.set_label(name)
        if manage_ticks:
            axis, other = (self.xaxis, self.yaxis) if upright else (self.yaxis, self.xaxis)
            names = [str(place) if not float(place).is_integer() else str(int(place)) for place in places]
            from .ticker import FixedLocator

            known = getattr(axis.view.locator, "locs", None)
            axis.view.locator = FixedLocator(places if known is None else np.append(known, places))
            names = [str(one) for one in tick_labels] if tick_labels is not None else names
            axis._ticklabels = (list(axis._ticklabels) if known is not None and axis._ticklabels else []) + names
        return result

    def violinplot(self, *args, **kwargs):
        raise NotImplementedError("violinplot is not carried here; boxplot and hist are")

    def hexbin(self, *args, **kwargs):
        raise NotImplementedError("hexbin is not carried here; hist2d is")

    # Grids of values

    def imshow(self, X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None,
               origin=None, extent=None, interpolation_stage=None, filternorm=True, filterrad=4.0, resample=None, url=None, **kwargs):
        """A grid of values or colours as an image."""
        from .cm import _norm

        image = AxesImage(self, cmap=cmap, norm=_norm(norm, vmin, vmax), interpolation=interpolation, origin=origin, extent=extent, alpha=alpha, **kwargs)
        image.set_data(X)
        if image._array.ndim == 2:
            image.norm.autoscale_None(image._array)
        self._add(image)
        left, right, bottom, top = image.get_extent()
        self.set_aspect(rcParams["image.aspect"] if aspect is None else aspect)
        image.sticky_edges.x += [left, right]
        image.sticky_edges.y += [bottom, top]
        if self.xaxis.view.auto:
            self.xaxis.view.limits = (left, right)
        if self.yaxis.view.auto:
            self.yaxis.view.limits = (bottom, top)
        self._mappable = image
        return image

    def matshow(self, Z, **kwargs):
        from .ticker import MaxNLocator

        image = self.imshow(np.asarray(Z), **{"interpolation": "nearest", "origin": "upper", "aspect": "equal", **kwargs})
        self.xaxis.tick_top()
        self.xaxis._mirrored = True
        for axis in (self.xaxis, self.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=9, integer=True))
        return image

    def spy(self, Z, **kwargs):
        return self.matshow(np.asarray(Z) != 0, **{"cmap": "binary", **kwargs})

    def pcolormesh(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, shading=None, antialiased=False,
                   edgecolors=None, linewidths=None, **kwargs):
        """A grid of coloured cells."""
        from .cm import _norm

        values = np.asarray(args[-1], dtype=float)
        rows, columns = values.shape
        if len(args) == 1:
            x, y = np.arange(columns + 1.0), np.arange(rows + 1.0)
        else:
            x, y = np.asarray(args[0], dtype=float), np.asarray(args[1], dtype=float)
            x, y = (x[0] if x.ndim == 2 else x), (y[:, 0] if y.ndim == 2 else y)
            x, y = _cell_edges(x, columns), _cell_edges(y, rows)
            if x.size != columns + 1 or y.size != rows + 1:
                raise TypeError(f"Dimensions of C {values.shape} should be one smaller than X({args[0].size}) and Y({args[1].size}) while using shading='flat' see help(pcolormesh)")
        kwargs = canonical(kwargs)
        edgecolors, linewidths = kwargs.pop("edgecolor", edgecolors), kwargs.pop("linewidth", linewidths)
        mesh = QuadMesh(x, y, values, cmap=cmap, norm=_norm(norm, vmin, vmax), alpha=alpha, **kwargs)
        mesh.norm.autoscale_None(values)
        if edgecolors is not None and edgecolors not in ("none", "face"):
            mesh.set_edgecolor(edgecolors)
        if linewidths is not None:
            mesh.set_linewidth(linewidths)
        mesh.sticky_edges.x += [float(x.min()), float(x.max())]
        mesh.sticky_edges.y += [float(y.min()), float(y.max())]
        self._add(mesh)
        self._mappable = mesh
        return mesh

    def pcolor(self, *args, **kwargs):
        return self.pcolormesh(*args, **kwargs)

    def contour(self, *args, **kwargs):
        from .contour import QuadContourSet

        return self._contours(QuadContourSet(self, False, *args, **kwargs))

    def contourf(self, *args, **kwargs):
        from .contour import QuadContourSet

        return self._contours(QuadContourSet(self, True, *args, **kwargs))

    def _contours(self, found):
        self._add(found)
        self._mappable = found
        return found

    def clabel(self, CS, levels=None, **kwargs):
        raise NotImplementedError("clabel is not carried here; a colorbar names the levels")


class _Stairs(Polygon):
    """A polygon whose outline is not closed."""

    def _describe(self):
        x, y = self._outline()
        stroke = self._edge_stroke()
        return [self._wrap({"line": {"x": x, "y": y, "stroke": stroke, "projecting": False}})]


class _BoxPatch(Polygon):
    """A box of a boxplot."""

    _upright = True


_range = range


def _data_sets(x, axis):
    """One array of numbers for each set of values."""

    def numbers(values):
        found = np.ravel(axis.numbers(values) if axis is not None else np.asarray(values))
        return found.astype(float) if found.dtype.kind in "bO" else found

    if hasattr(x, "to_numpy"):
        x = x.to_numpy()
    if isinstance(x, np.ndarray):
        if x.ndim == 2:
            return [numbers(x[:, at]) for at in _range(x.shape[1])]
        return [numbers(x)]
    x = list(x) if np.iterable(x) else [x]
    if x and not isinstance(x[0], str) and np.iterable(x[0]):
        return [numbers(one) for one in x]
    return [numbers(x)]


def _quartiles(values, whis):
    """Lower whisker, quartiles, upper whisker, what lies outside, mean."""
    if not values.size:
        nan = float("nan")
        return nan, nan, nan, nan, nan, [], nan
    q1, median, q3 = (float(one) for one in np.percentile(values, [25, 50, 75]))
    if np.iterable(whis):
        low_end, high_end = (float(one) for one in np.percentile(values, list(whis)))
    else:
        low_end, high_end = q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)
    inside_high, inside_low = values[values <= high_end], values[values >= low_end]
    high = float(inside_high.max()) if inside_high.size and inside_high.max() >= q3 else q3
    low = float(inside_low.min()) if inside_low.size and inside_low.min() <= q1 else q1
    fliers = np.concatenate([values[values < low], values[values > high]])
    return low, q1, median, q3, high, fliers, float(values.mean())


def _cell_edges(places, count):
    """Where cells begin and end, when their middles are given."""
    if places.size != count:
        return places
    if places.size == 1:
        return np.array([places[0] - 0.5, places[0] + 0.5])
    middles = (places[1:] + places[:-1]) / 2
    return np.concatenate([[2 * places[0] - middles[0]], middles, [2 * places[-1] - middles[-1]]])
