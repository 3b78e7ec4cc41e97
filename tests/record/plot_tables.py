"""Records matplotlib's colours and colormaps as the tables of src/plot/tables.

Needs matplotlib 3.11.2.

    python tests/record/plot_tables.py

colours.txt: a name and its hexadecimal colour a line.
colormaps.txt: a kind, a name and its numbers a line. `even`: colours at equal distances, between which the map runs
straight. `own`: the colours themselves. `listed`: 256 colours, five hexadecimal digits a channel, in millionths.
`segments`: for red, green and blue the knots `x,below,above`.
"""

import pathlib

import numpy as np
from matplotlib import colormaps, colors

TABLES = pathlib.Path(__file__).resolve().parents[2] / "src" / "plot" / "tables"
LISTED = "viridis plasma inferno magma cividis turbo rainbow cubehelix gist_heat".split()
SEQUENTIAL = "Blues Greens Greys Oranges Purples Reds YlOrBr YlOrRd OrRd PuRd RdPu BuPu GnBu PuBu YlGnBu PuBuGn BuGn YlGn"
DIVERGING = "PiYG PRGn BrBG PuOr RdGy RdBu RdYlBu RdYlGn Spectral bwr seismic"
SEGMENTS = "coolwarm jet gray hot cool spring summer autumn winter bone copper pink hsv terrain binary"
OWN = "tab10 tab20 tab20b tab20c Set1 Set2 Set3 Paired Pastel1 Pastel2 Accent Dark2"


def bytes_of(rgb):
    return "".join(f"{round(float(part) * 255):02x}" for part in rgb[:3])


def colours():
    named = colors.get_named_colors_mapping()
    names = [name for name in named if not name.startswith("xkcd:")]
    return [f"{name} {colors.to_hex(named[name])[1:]}" for name in sorted(names)]


def maps():
    for name in LISTED:
        rows = colormaps[name](np.arange(256))[:, :3]
        yield f"listed {name} " + "".join(f"{round(part * 1e6):05x}" for row in rows for part in row)
    for name in (SEQUENTIAL + " " + DIVERGING).split():
        red, green, blue = (colormaps[name]._segmentdata[part] for part in ("red", "green", "blue"))
        yield f"even {name} " + " ".join(bytes_of(rgb) for rgb in zip(*(np.asarray(p)[:, 1] for p in (red, green, blue))))
    for name in OWN.split():
        yield f"own {name} " + " ".join(bytes_of(rgb) for rgb in colormaps[name].colors)
    for name in SEGMENTS.split():
        parts = (colormaps[name]._segmentdata[part] for part in ("red", "green", "blue"))
        yield f"segments {name} " + " ".join(
            ";".join(",".join(f"{float(number):g}" if abs(number) < 1e-9 else repr(float(number)) for number in knot) for knot in part)
            for part in parts
        )


if __name__ == "__main__":
    (TABLES / "colours.txt").write_text("\n".join(colours()) + "\n")
    (TABLES / "colormaps.txt").write_text("\n".join(maps()) + "\n")
