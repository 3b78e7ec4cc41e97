"""The state of a session: the present figure and the present plot, and all methods as functions."""

import numpy as np

from . import rc, rc_context, rcdefaults, rcParams, rcParamsDefault, style
from .artist import getp, setp
from .axes import Axes
from .cm import get_cmap
from .figure import Figure, figaspect
from .gridspec import GridSpec, SubplotSpec
from .lines import Line2D
from .patches import Circle, Polygon, Rectangle
from .text import Annotation, Text

_figures = {}
_present = None


def __getattr__(name):
    import matplotlib

    if name in ("cm", "colormaps", "color_sequences", "ticker", "colors", "dates", "patches", "lines"):
        return getattr(matplotlib, name)
    if name in ("MaxNLocator", "MultipleLocator", "FuncFormatter", "FormatStrFormatter", "ScalarFormatter", "AutoLocator",
                "NullFormatter", "NullLocator", "FixedLocator", "FixedFormatter", "LogLocator", "AutoMinorLocator", "Normalize"):
        return getattr(matplotlib.colors if name == "Normalize" else matplotlib.ticker, name)
    raise matplotlib._missing(__name__, name, globals())


# Figures


def figure(num=None, figsize=None, dpi=None, *, facecolor=None, edgecolor=None, frameon=True, FigureClass=Figure, clear=False, **kwargs):
    """The figure of a number or name, made when there is none."""
    global _present
    if isinstance(num, Figure):
        _present = num.number
        return num
    if isinstance(num, str):
        known = {one.get_label(): number for number, one in _figures.items()}
        label, num = num, known.get(num)
    else:
        label = ""
    if num is None:
        num = max(_figures, default=0) + 1
    if num in _figures:
        _present = num
        if clear:
            _figures[num].clear()
        return _figures[num]
    made = FigureClass(figsize=figsize, dpi=dpi, facecolor=facecolor, edgecolor=edgecolor, frameon=frameon, **kwargs)
    made.number = num
    made.set_label(label)
    if len(_figures) == rcParams["figure.max_open_warning"] >= 1:
        import warnings

        warnings.warn(
            f"More than {rcParams['figure.max_open_warning']} figures have been opened. Figures created through the pyplot "
            "interface (`matplotlib.pyplot.figure`) are retained until explicitly closed and may consume too much memory. "
            "(To control this warning, see the rcParam `figure.max_open_warning`). Consider using `matplotlib.pyplot.close()`.",
            RuntimeWarning, stacklevel=2,
        )
    _figures[num] = made
    _present = num
    return made


def gcf():
    return _figures[_present] if _present in _figures else figure()


def gca(**kwargs):
    return gcf().gca()


def sca(ax):
    figure(ax.figure)
    ax.figure.sca(ax)


def clf():
    gcf().clear()


def cla():
    gca().clear()


def close(fig=None):
    """Forgets the present figure, one of a number or name, or 'all'."""
    global _present
    if fig == "all":
        _figures.clear()
    elif fig is None:
        _figures.pop(_present, None)
    else:
        for number, one in list(_figures.items()):
            if fig is one or fig == number or isinstance(fig, str) and one.get_label() == fig:
                del _figures[number]
    if _present not in _figures:
        _present = next(reversed(_figures), None)


def fignum_exists(num):
    return num in _figures or num in get_figlabels()


def get_fignums():
    return sorted(_figures)


def get_figlabels():
    return [_figures[number].get_label() for number in get_fignums()]


def show(*args, block=None, **kwargs):
    """Shows all figures and is done with them."""
    for number in get_fignums():
        _figures[number].show()
    close("all")


def draw():
    pass


def pause(interval):
    """Shows what there is; nothing moves, so there is nothing to wait for."""
    for number in get_fignums():
        _figures[number].show()


def ion():
    return rc_context()


ioff = ion


def isinteractive():
    return False


def switch_backend(newbackend):
    import matplotlib

    matplotlib.use(newbackend)


def get_backend():
    import matplotlib

    return matplotlib.get_backend()


def savefig(fname, *args, **kwargs):
    gcf().savefig(fname, *args, **kwargs)


# Plots


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, width_ratios=None, height_ratios=None,
             subplot_kw=None, gridspec_kw=None, **fig_kw):
    """A figure and its plots."""
    fig = figure(**fig_kw)
    axs = fig.subplots(
        nrows, ncols, sharex=sharex, sharey=sharey, squeeze=squeeze, width_ratios=width_ratios, height_ratios=height_ratios,
        subplot_kw=subplot_kw, gridspec_kw=gridspec_kw,
    )
    return fig, axs


def subplot_mosaic(mosaic, *, sharex=False, sharey=False, width_ratios=None, height_ratios=None, empty_sentinel=".",
                   subplot_kw=None, gridspec_kw=None, **fig_kw):
    fig = figure(**fig_kw)
    options = {"width_ratios": width_ratios, "height_ratios": height_ratios}
    found = fig.subplot_mosaic(
        mosaic, sharex=sharex, sharey=sharey, empty_sentinel=empty_sentinel, subplot_kw=subplot_kw, gridspec_kw=gridspec_kw,
        **{key: value for key, value in options.items() if value is not None},
    )
    return fig, found


def subplot(*args, **kwargs):
    """The plot in a cell of a grid, made when there is none."""
    fig = gcf()
    if len(args) == 1 and isinstance(args[0], SubplotSpec):
        cell = args[0]
    else:
        cell = fig._cell_of(args or (1, 1, 1))
    for ax in fig.axes:
        held = ax.get_subplotspec()
        if held is not None and held._rows == cell._rows and held._columns == cell._columns and (
            (held._grid.nrows, held._grid.ncols) == (cell._grid.nrows, cell._grid.ncols)
        ):
            return fig.sca(ax)
    return fig.add_subplot(cell, **kwargs)


def subplot2grid(shape, loc, rowspan=1, colspan=1, fig=None, **kwargs):
    fig = gcf() if fig is None else fig
    grid = fig._grid(*shape)
    return fig.add_subplot(grid[loc[0] : loc[0] + rowspan, loc[1] : loc[1] + colspan], **kwargs)


def axes(arg=None, **kwargs):
    if arg is None:
        return subplot(**kwargs)
    return gcf().add_axes(arg, **kwargs)


def delaxes(ax=None):
    (gca() if ax is None else ax).remove()


def twinx(ax=None):
    twin = (gca() if ax is None else ax).twinx()
    twin.figure.sca(twin)
    return twin


def twiny(ax=None):
    twin = (gca() if ax is None else ax).twiny()
    twin.figure.sca(twin)
    return twin


def _of_axes(name, method):
    def call(*args, **kwargs):
        return getattr(gca(), method)(*args, **kwargs)

    call.__name__ = call.__qualname__ = name
    return call


def _of_figure(name):
    def call(*args, **kwargs):
        return getattr(gcf(), name)(*args, **kwargs)

    call.__name__ = call.__qualname__ = name
    return call


_METHODS = (
    "plot scatter bar barh bar_label hist hist2d boxplot violinplot hexbin pie fill fill_between fill_betweenx stackplot step "
    "stem errorbar axhline axvline axline axhspan axvspan hlines vlines arrow text annotate imshow matshow spy pcolormesh "
    "pcolor contour contourf clabel legend grid loglog semilogx semilogy tick_params ticklabel_format minorticks_on "
    "minorticks_off margins axis autoscale"
).split()
for _name in _METHODS:
    globals()[_name] = _of_axes(_name, _name)
for _name in ("title", "xlabel", "ylabel", "xscale", "yscale"):
    globals()[_name] = _of_axes(_name, "set_" + _name)
for _name in ("suptitle", "subplots_adjust", "tight_layout", "figtext", "figlegend"):
    globals()[_name] = _of_figure({"figtext": "text", "figlegend": "legend"}.get(_name, _name))


def matshow(A, fignum=None, **kwargs):
    """A grid of values in a figure of its own, of its shape."""
    A = np.asanyarray(A)
    if fignum == 0:
        ax = gca()
    else:
        ax = figure(fignum, figsize=figaspect(A)).add_axes((0.15, 0.09, 0.775, 0.775))
    return ax.matshow(A, **kwargs)


def xlim(*args, **kwargs):
    return gca().set_xlim(*args, **kwargs) if args or kwargs else gca().get_xlim()


def ylim(*args, **kwargs):
    return gca().set_ylim(*args, **kwargs) if args or kwargs else gca().get_ylim()


def _ticks(axis, ticks, labels, minor, kwargs):
    if ticks is None:
        if labels is not None:
            raise TypeError(f"{axis.axis_name}ticks(): Parameter 'labels' can't be set without setting 'ticks'")
        locs = axis.get_ticklocs(minor=minor)
    else:
        axis.set_ticks(ticks, minor=minor)
        locs = axis.get_ticklocs(minor=minor)
    if labels is not None:
        axis.set_ticklabels(labels, minor=minor, **kwargs)
    else:
        axis._set_text(**kwargs)
    return locs, axis.get_ticklabels(minor)


def xticks(ticks=None, labels=None, *, minor=False, **kwargs):
    return _ticks(gca().xaxis, ticks, labels, minor, kwargs)


def yticks(ticks=None, labels=None, *, minor=False, **kwargs):
    return _ticks(gca().yaxis, ticks, labels, minor, kwargs)


def box(on=None):
    ax = gca()
    ax.set_frame_on(not ax._frame if on is None else on)


def sci(im):
    gca()._mappable = im


def gci():
    figure_ = _figures.get(_present)
    for ax in [figure_._current, *reversed(figure_._axes)] if figure_ is not None else []:
        if ax is not None and ax._mappable is not None:
            return ax._mappable
    return None


def clim(vmin=None, vmax=None):
    gci().set_clim(vmin, vmax)


def colorbar(mappable=None, cax=None, ax=None, **kwargs):
    """What the colours of the present image mean."""
    mappable = gci() if mappable is None else mappable
    if mappable is None:
        raise RuntimeError(
            "No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or "
            "a contour set (with contourf)."
        )
    return gcf().colorbar(mappable, cax=cax, ax=ax, **kwargs)


def set_cmap(cmap):
    rcParams["image.cmap"] = get_cmap(cmap).name
    if gci() is not None:
        gci().set_cmap(cmap)


def _set_map(name):
    def call():
        set_cmap(name)

    call.__name__ = call.__qualname__ = name
    return call


for _name in "viridis plasma inferno magma gray hot cool jet bone copper pink spring summer autumn winter hsv".split():
    globals()[_name] = _set_map(_name)


def imread(fname, format=None):
    from .image import imread as read

    return read(fname, format)


def imsave(fname, arr, **kwargs):
    from .image import imsave as save

    save(fname, arr, **kwargs)
