"""Boxes, and the margins around plots."""

import numpy as np

from ._rc import rcParams


class Bbox:
    """A box between two corners."""

    def __init__(self, x0, y0, x1, y1):
        self.x0, self.y0, self.x1, self.y1 = x0, y0, x1, y1

    width = property(lambda self: self.x1 - self.x0)
    height = property(lambda self: self.y1 - self.y0)
    xmin, ymin = property(lambda self: min(self.x0, self.x1)), property(lambda self: min(self.y0, self.y1))
    xmax, ymax = property(lambda self: max(self.x0, self.x1)), property(lambda self: max(self.y0, self.y1))
    bounds = property(lambda self: (self.x0, self.y0, self.width, self.height))
    extents = property(lambda self: np.array([self.x0, self.y0, self.x1, self.y1]))

    def get_points(self):
        return np.array([[self.x0, self.y0], [self.x1, self.y1]])

    def __repr__(self):
        return f"Bbox([[{self.x0}, {self.y0}], [{self.x1}, {self.y1}]])"

    def __str__(self):
        return f"Bbox(x0={self.x0}, y0={self.y0}, x1={self.x1}, y1={self.y1})"


class SubplotParams:
    """The margins around the plots and the gaps between them."""

    def __init__(self):
        self.left, self.right, self.bottom, self.top, self.wspace, self.hspace = (
            rcParams[f"figure.subplot.{key}"] for key in ("left", "right", "bottom", "top", "wspace", "hspace")
        )

    def update(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        new = {"left": left, "bottom": bottom, "right": right, "top": top, "wspace": wspace, "hspace": hspace}
        new = {key: getattr(self, key) if value is None else value for key, value in new.items()}
        if new["left"] >= new["right"]:
            raise ValueError("left cannot be >= right")
        if new["bottom"] >= new["top"]:
            raise ValueError("bottom cannot be >= top")
        self.__dict__.update(new)
