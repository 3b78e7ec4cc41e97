"""`plot`: frames and columns drawn by matplotlib."""

import numpy as np

from .construct import is_list_like
from .dtypes import is_number


def _axes(ax, figsize):
    import matplotlib.pyplot as plt

    if ax is not None:
        return ax
    if figsize is not None:
        return plt.figure(figsize=figsize).gca()
    return plt.subplots()[1]


class PlotAccessor:
    """`obj.plot(kind=…)` and `obj.plot.line()` and its like."""

    def __init__(self, owner):
        self._owner = owner

    def __call__(self, *arguments, kind="line", **options):
        if arguments:
            kind = arguments[0] if self._owner.ndim == 1 else kind
            if self._owner.ndim == 2:
                options.update(zip(("x", "y"), arguments))
        if kind not in _KINDS:
            raise ValueError(f"{kind} is not a valid plot kind Valid plot kinds: {tuple(_KINDS)}")
        return _draw(self._owner, kind, **options)

    def __getattr__(self, name):
        if name not in _KINDS:
            raise AttributeError(f"'PlotAccessor' object has no attribute '{name}'")

        def method(*arguments, **options):
            if self._owner.ndim == 2:
                options.update(zip(("x", "y"), arguments))
            return _draw(self._owner, name, **options)

        return method


_KINDS = ("line", "bar", "barh", "hist", "scatter", "box", "pie", "area")


def _draw(owner, kind, x=None, y=None, ax=None, figsize=None, title=None, xlabel=None, ylabel=None, legend=True, grid=None, subplots=False, c=None, s=None, bins=10, rot=None, stacked=False, logy=False, logx=False, xlim=None, ylim=None, **options):
    if subplots or stacked:
        raise NotImplementedError("plot carries no subplots and no stacked here")
    ax = _axes(ax, figsize)
    if kind == "scatter":
        if x is None or y is None:
            raise ValueError("scatter requires an x and y column")
        colours = owner[c] if isinstance(c, str) and c in owner.columns else c
        if colours is not None:
            options["c"] = np.asarray(colours) if hasattr(colours, "_values") else colours
        if s is not None:
            options["s"] = s
        ax.scatter(owner[x].to_numpy(), owner[y].to_numpy(), **options)
        xlabel, ylabel, legend = xlabel or x, ylabel or y, False
    else:
        columns = _columns(owner, x, y)
        if not columns:
            raise TypeError("no numeric data to plot")
        labels = (owner[x] if x is not None else owner.index)
        _DRAW[kind](ax, labels, columns, {"bins": bins, **options} if kind == "hist" else options)
        if x is not None:
            xlabel = xlabel or x
        elif kind in ("line", "bar") and owner.index.name is not None:
            xlabel = xlabel or owner.index.name
        if kind == "hist" and ylabel is None:
            ylabel = "Frequency"
    if title is not None:
        ax.set_title(title)
    if xlabel is not None:
        ax.set_xlabel(str(xlabel))
    if ylabel is not None:
        ax.set_ylabel(str(ylabel))
    if legend and (owner.ndim == 2 or legend == "force") and kind not in ("box", "pie"):
        ax.legend()
    if grid:
        ax.grid(True)
    if logy:
        ax.set_yscale("log")
    if logx:
        ax.set_xscale("log")
    if xlim is not None:
        ax.set_xlim(xlim)
    if ylim is not None:
        ax.set_ylim(ylim)
    return ax


def _columns(owner, x, y):
    if owner.ndim == 1:
        return [(owner.name, owner.to_numpy())]
    wanted = [y] if y is not None and not is_list_like(y) else list(y) if y is not None else [one for one in owner.columns.tolist() if one != x]
    return [(one, owner[one].to_numpy()) for one in wanted if is_number(owner[one].dtype)]


def _places(labels):
    values = labels.to_numpy() if hasattr(labels, "to_numpy") else np.asarray(labels)
    if values.dtype.kind in "O":
        return np.arange(len(values)), [str(one) for one in values.tolist()]
    return values, None


def _line(ax, labels, columns, options):
    places, texts = _places(labels)
    for name, values in columns:
        ax.plot(places, values, label=str(name), **options)
    if texts is not None:
        ax.set_xticks(places)
        ax.set_xticklabels(texts)


def _bar(ax, labels, columns, options, across=False):
    count, width = len(columns), options.pop("width", 0.5) / len(columns)
    base = np.arange(len(columns[0][1]))
    for number, (name, values) in enumerate(columns):
        offset = (number - (count - 1) / 2) * width
        (ax.barh if across else ax.bar)(base + offset, values, width, label=str(name), **options)
    texts = [str(one) for one in labels.tolist()]
    if across:
        ax.set_yticks(base)
        ax.set_yticklabels(texts)
    else:
        ax.set_xticks(base)
        ax.set_xticklabels(texts)


def _hist(ax, labels, columns, options):
    for name, values in columns:
        values = values.astype("float64")
        ax.hist(values[~np.isnan(values)], label=str(name), **options)


def _box(ax, labels, columns, options):
    data = [values[~np.isnan(values.astype("float64"))] for _, values in columns]
    ax.boxplot(data, **options)
    ax.set_xticklabels([str(name) for name, _ in columns])


def _pie(ax, labels, columns, options):
    name, values = columns[0]
    ax.pie(values, labels=[str(one) for one in labels.tolist()], **options)
    ax.set_ylabel("" if name is None else str(name))


def _area(ax, labels, columns, options):
    places, _ = _places(labels)
    below = np.zeros(len(places))
    for name, values in columns:
        ax.fill_between(places, below, below + values, label=str(name), **options)
        below = below + values


_DRAW = {
    "line": _line, "bar": _bar, "barh": lambda *arguments: _bar(*arguments, across=True), "hist": _hist, "box": _box,
    "pie": _pie, "area": _area,
}


def hist(owner, column=None, bins=10, ax=None, figsize=None, grid=True, **options):
    """Histograms: of a column, or one for each column of a frame."""
    if owner.ndim == 1:
        ax = _axes(ax, figsize)
        _hist(ax, None, [(owner.name, owner.to_numpy())], {"bins": bins, **options})
        ax.grid(grid)
        return ax
    import matplotlib.pyplot as plt

    columns = _columns(owner if column is None else owner[[column] if isinstance(column, str) else list(column)], None, None)
    if not columns:
        raise ValueError("hist method requires numerical or datetime columns, nothing to plot.")
    rows = int(np.ceil(np.sqrt(len(columns))))
    width = int(np.ceil(len(columns) / rows))
    rows, width = max(rows, width), min(rows, width)
    if rows * width < len(columns):
        width += 1
    figure, axes = plt.subplots(width, rows, figsize=figsize, squeeze=False)
    flat = axes.ravel().tolist()
    for one, (name, values) in zip(flat, columns):
        _hist(one, None, [(name, values)], {"bins": bins, **options})
        one.set_title(str(name))
        one.grid(grid)
    for spare in flat[len(columns):]:
        spare.set_visible(False)
    return axes


def scatter_matrix(*arguments, **options):
    raise NotImplementedError("scatter_matrix is not carried here")
