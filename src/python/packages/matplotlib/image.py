"""Images: grids of values or colours."""

import numpy as np

from ._rc import rcParams
from .artist import Artist
from .cm import ScalarMappable


class AxesImage(Artist, ScalarMappable):
    """What `imshow` makes."""

    zorder = 0

    def __init__(self, ax, *, cmap=None, norm=None, interpolation=None, origin=None, extent=None, **kwargs):
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self.origin = rcParams["image.origin"] if origin is None else origin
        if self.origin not in ("upper", "lower"):
            raise ValueError(f"{self.origin!r} is not a valid value for origin.")
        self._extent = extent
        self._interpolation = interpolation or rcParams["image.interpolation"]
        self.set(**kwargs)

    def set_data(self, A):
        A = np.asarray(A)
        if A.dtype.kind not in "fiub":
            raise TypeError(f"Image data of dtype {A.dtype} cannot be converted to float")
        if A.ndim == 3 and A.shape[2] == 1:
            A = A[:, :, 0]
        if not (A.ndim == 2 or A.ndim == 3 and A.shape[2] in (3, 4)):
            raise TypeError(f"Invalid shape {A.shape} for image data")
        self._array = A

    set_array = set_data

    def get_extent(self):
        if self._extent is not None:
            return tuple(self._extent)
        rows, columns = self._array.shape[:2]
        bottom, top = (rows - 0.5, -0.5) if self.origin == "upper" else (-0.5, rows - 0.5)
        return [-0.5, columns - 0.5, bottom, top]

    def set_extent(self, extent):
        self._extent = extent
        self._changed()

    def get_size(self):
        return self._array.shape[:2]

    def set_interpolation(self, s):
        self._interpolation = s

    def get_interpolation(self):
        return self._interpolation

    def _x_span(self):
        left, right = sorted(self.get_extent()[:2])
        return left, right, left if left > 0 else right

    def _y_span(self):
        low, high = sorted(self.get_extent()[2:])
        return low, high, low if low > 0 else high

    def _describe(self):
        A = self._array
        grid = {
            "rows": A.shape[0], "columns": A.shape[1], "extent": [float(edge) for edge in self.get_extent()],
            "from_top": self.origin == "upper", "alpha": 1.0 if self._alpha is None else float(self._alpha),
            "smooth": self._interpolation in ("bilinear", "bicubic", "spline16", "spline36", "gaussian", "lanczos", "hanning"),
        }
        if A.ndim == 3:
            grid["parts"] = A.shape[2]
            grid["values"] = A.ravel() / 255.0 if A.dtype.kind in "iu" else A.ravel().astype(float)
        else:
            grid["parts"] = 1
            grid["values"] = np.asarray(self.norm(A.astype(float)), dtype=float).ravel()
            grid["map"] = self.cmap._lut().ravel()
        return [self._wrap({"image": grid})]


def imread(fname, format=None):
    raise NotImplementedError("imread is not carried here: nothing reads image files")


def imsave(fname, arr, **kwargs):
    raise NotImplementedError("imsave is not carried here; figures are saved with savefig")
