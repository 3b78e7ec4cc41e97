"""Several plots in a figure, and styles."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.gridspec import GridSpec


def box(ax):
    print([round(float(side), 4) for side in ax.get_position().bounds])


fig, axs = plt.subplots(2, 2, sharex=True, figsize=(8, 6))
print(axs.shape, len(fig.axes))
for ax in axs.ravel():
    box(ax)
axs[0, 0].plot([0, 10])
print([round(float(limit), 4) for limit in axs[1, 1].get_xlim()])
plt.subplots_adjust(wspace=0.4, left=0.2)
box(axs[0, 1])
fig = plt.figure()
grid = GridSpec(3, 3, figure=fig)
wide, tall, cell = fig.add_subplot(grid[0, :]), fig.add_subplot(grid[1:, -1]), fig.add_subplot(grid[2, 0])
for ax in (wide, tall, cell):
    box(ax)
plt.figure()
first = plt.subplot(121)
second = plt.subplot(1, 2, 2)
print(plt.gca() is second, plt.subplot(121) is first)
box(first)
fig, one = plt.subplots(squeeze=True)
fig, row = plt.subplots(1, 3, width_ratios=[2, 1, 1])
print(row.shape, type(one).__name__)
box(row[0])
found = plt.figure().subplot_mosaic("AB;CC")
print(sorted(found))
box(found["C"])
inset = plt.figure().add_axes([0.1, 0.2, 0.3, 0.4])
box(inset)
print(plt.rcParams["figure.figsize"], plt.rcParams["font.size"])
plt.rcParams["figure.figsize"] = (4, 3)
plt.rcParams.update({"font.size": 14, "axes.grid": True})
print(plt.figure(), plt.rcParams["font.size"])
with plt.rc_context({"lines.linewidth": 5}):
    print(plt.plot([1, 2])[0].get_linewidth())
print(plt.plot([1, 2])[0].get_linewidth())
plt.style.use("ggplot")
print("ggplot" in plt.style.available, plt.rcParams["axes.facecolor"], plt.gca().get_xlabel() == "")
plt.style.use("default")
print(plt.rcParams["axes.facecolor"])
