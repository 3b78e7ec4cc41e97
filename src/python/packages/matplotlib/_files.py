"""Figures' methods that describe them to the engine and write files."""

import os

import _matplotlib

from ._rc import rcParams
from .colors import to_rgba

_UNSUPPORTED = ("pdf", "eps", "ps", "jpg", "jpeg", "tif", "tiff", "webp", "svgz", "pgf", "raw", "rgba", "avif", "gif")


class Files:
    """Descriptions and files."""

    def _describe(self):
        texts = [*self._titles.values(), *self.texts]
        return {
            "width": float(self._size[0]), "height": float(self._size[1]), "dpi": self.dpi,
            "face": self.get_facecolor() if self._frame else (0.0, 0.0, 0.0, 0.0),
            "axes": [self._described(ax) for ax in sorted(self._axes, key=lambda ax: ax.zorder)],
            "texts": [text._describe_label(at=(float(text._x), float(text._y))) for text in texts],
            "legends": [one._describe_legend() for one in self.legends],
        }

    def _described(self, ax):
        described = ax._describe()
        slim = getattr(ax, "_bar_aspect", None)
        if slim is not None:
            # The bar is as long as its room and as thick as its aspect says.
            vertical, aspect, location = slim
            x, y, w, h = described["rect"]
            width, height = self._size.tolist()
            if vertical:
                thick = min(w, h * height / aspect / width)
                described["rect"] = [x + w - thick if location == "left" else x, y, thick, h]
            else:
                thick = min(h, w * width / aspect / height)
                described["rect"] = [x, y if location == "top" else y + h - thick, w, thick]
        return described

    def _laid_out(self):
        if self._layout:
            self.tight_layout()
            self._layout = True
        return self._describe()

    def savefig(self, fname, *, transparent=None, dpi=None, format=None, bbox_inches=None, pad_inches=None, facecolor=None,
                edgecolor=None, metadata=None, backend=None, orientation=None, papertype=None, pil_kwargs=None, **kwargs):
        """Writes the figure to a file."""
        if kwargs:
            raise TypeError(f"FigureCanvasAgg.print_png() got an unexpected keyword argument {next(iter(kwargs))!r}")
        is_path = isinstance(fname, (str, os.PathLike))
        if is_path:
            fname = os.fspath(fname)
        if format is None:
            extension = os.path.splitext(fname)[1][1:] if is_path else ""
            format = extension or rcParams["savefig.format"]
            if is_path and not extension:
                fname = fname.rstrip(".") + "." + format
        format = format.lower()
        if format in _UNSUPPORTED:
            raise NotImplementedError(f"savefig to {format!r} is not carried here; 'png' and 'svg' are")
        if format not in ("png", "svg"):
            known = ", ".join(sorted([*_UNSUPPORTED, "png", "svg"]))
            raise ValueError(f"Format {format!r} is not supported (supported formats: {known})")
        dpi = rcParams["savefig.dpi"] if dpi is None else dpi
        dpi = self.dpi if dpi == "figure" else float(dpi)
        bbox_inches = rcParams["savefig.bbox"] if bbox_inches is None else bbox_inches
        if bbox_inches not in (None, "standard", "tight"):
            raise NotImplementedError("bbox_inches is carried as 'tight' only")
        pad = rcParams["savefig.pad_inches"] if pad_inches is None else pad_inches
        pad = (float(pad) if pad != "layout" else 0.1) if bbox_inches == "tight" else None
        described = self._laid_out()
        facecolor = rcParams["savefig.facecolor"] if facecolor is None else facecolor
        if rcParams["savefig.transparent"] if transparent is None else transparent:
            described["face"] = (0.0, 0.0, 0.0, 0.0)
            for ax in described["axes"]:
                ax["face"] = (0.0, 0.0, 0.0, 0.0)
        elif not (isinstance(facecolor, str) and facecolor == "auto"):
            described["face"] = to_rgba(facecolor)
        data, missing = _matplotlib.draw(described, format, dpi, pad)
        _warn_of(missing)
        if not is_path:
            fname.write(data)
            return
        with open(fname, "wb") as file:
            file.write(data)

    def show(self, warn=True):
        _warn_of(_matplotlib.show(self._laid_out()))

    def draw(self, renderer=None):
        pass

    draw_without_rendering = draw

    def _repr_png_(self):
        import io

        file = io.BytesIO()
        self.savefig(file, format="png")
        return file.getvalue()


def _warn_of(missing):
    """Tells of characters that the font does not have."""
    import unicodedata
    import warnings

    for character in missing:
        name = unicodedata.name(character, "")
        warnings.warn(
            f"Glyph {ord(character)} (\\N{{{name}}}) missing from font(s) DejaVu Sans.", UserWarning, stacklevel=3
        )
