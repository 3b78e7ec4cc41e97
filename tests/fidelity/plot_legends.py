"""Legends, texts, contours and the rest of what tutorials draw."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.patches as mpatches
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.lines import Line2D


def names(legend):
    return [text.get_text() for text in legend.get_texts()]


fig, ax = plt.subplots()
ax.plot([1, 2, 3], label="line")
ax.scatter([1, 2], [2, 1], label="cloud")
ax.bar([1, 2], [1, 2], label="bars")
ax.fill_between([0, 1], [1, 1], label="area")
ax.errorbar([1, 2], [1, 2], yerr=0.1, label="errors")
ax.hist([1, 2, 2], label="histogram", alpha=0.5)
ax.plot([3, 2, 1], label="_hidden")
legend = ax.legend(title="Things", ncol=2, fontsize="small", loc="upper center", bbox_to_anchor=(0.5, -0.1), frameon=False)
print(names(legend), legend.get_title().get_text())
handles, labels = ax.get_legend_handles_labels()
print(labels, [type(handle).__name__ for handle in handles])
print(names(ax.legend(["first", "second"])))
red = mpatches.Patch(color="red", label="red")
own = Line2D([0], [0], marker="o", color="w", label="own", markerfacecolor="g", markersize=15)
print(names(ax.legend(handles=[red, own])), names(ax.legend(handles[:2], ["a", "b"])))
print(ax.get_legend() is not None)

note = ax.annotate("peak", xy=(1, 2), xytext=(2, 2.5), arrowprops=dict(arrowstyle="->", color="red"), fontsize=12, ha="center")
text = ax.text(0.5, 0.5, "middle", transform=ax.transAxes, ha="center", va="center", bbox=dict(facecolor="white", alpha=0.5))
print(note.get_text(), note.xy, text, text.get_fontsize(), text.get_ha(), len(ax.texts))
print(fig.suptitle("Above").get_text(), ax.set_title("left", loc="left").get_text(), ax.get_title(), ax.get_title(loc="left"))

x, y = np.meshgrid(np.linspace(-3, 3, 31), np.linspace(-2, 2, 21))
z = np.exp(-(x**2) - y**2)
fig, ax = plt.subplots()
filled = ax.contourf(x, y, z, cmap="RdBu", alpha=0.8)
print(filled.levels.round(6).tolist())
print(ax.contour(x, y, z, levels=[0.2, 0.5], colors="k").levels.tolist())
print(ax.contourf(x, y, z > 0.5, levels=1).levels.tolist())
mesh = ax.pcolormesh(x, y, z, shading="auto")
print(mesh.get_array().shape, [round(float(end), 6) for end in mesh.get_clim()])

fig, ax = plt.subplots()
image = ax.imshow(np.arange(6).reshape(2, 3), cmap="gray", vmin=0, vmax=10)
print(image.get_clim(), image.get_extent(), image.get_array().shape, image.get_cmap().name)
ax.axis("off")
fig, ax = plt.subplots()
twin = ax.twinx()
(line,) = twin.plot([1, 2], [10, 30], "s-.", c="purple", ms=4, mfc="none", zorder=5)
print(line.get_marker(), line.get_linestyle(), line.get_color(), line.get_markersize(), line.get_zorder(), twin.get_ylabel() == "")
container = ax.errorbar([1, 2], [3, 4], yerr=[0.5, 1], fmt="o", capsize=3)
print(len(container), type(container).__name__, len(container[1]), len(container[2]))
print(len(ax.stackplot([1, 2, 3], [1, 1, 1], [2, 2, 2], labels=["a", "b"])), ax.get_xscale())
stems = ax.stem([1, 2, 3], [1, 4, 9])
print(type(stems).__name__, stems.markerline.get_marker())
ax.set(xlabel="x", ylabel="y", title="set", xlim=(0, 4), yscale="log")
print(ax.get_xlabel(), ax.get_ylabel(), ax.get_title(), ax.get_yscale(), repr(ax))
ax.tick_params(axis="x", labelrotation=45, labelsize=8)
ax.spines["top"].set_visible(False)
ax.spines[["right", "left"]].set_visible(False)
print([side for side, spine in ax.spines.items() if spine.get_visible()])
for label in ax.get_xticklabels():
    label.set_rotation(90)
    label.set_fontsize(6)
plt.setp(ax.get_xticklabels(), rotation=30, ha="right")
print(plt.getp(line, "linewidth"), line.get_visible(), line.axes is twin, line.figure is fig)
ax.clear()
print(len(ax.lines), ax.get_title() == "", len(fig.axes))
fig.clear()
print(len(fig.axes))
