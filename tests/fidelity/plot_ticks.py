"""Where ticks stand and what they are called, on all sorts of axes."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.ticker import FormatStrFormatter, FuncFormatter, MaxNLocator, MultipleLocator, PercentFormatter


def shown(axis):
    print([float(f"{tick:.10g}") for tick in axis.get_ticklocs()], [label.get_text() for label in axis.get_ticklabels()])


for low, high in [(0, 1), (-3.2, 7.7), (0, 37), (1000, 1010), (0, 1e-6), (0, 12345678), (100000, 100003), (2000, 2020), (5, 5.5), (0.1, 0.9)]:
    fig, ax = plt.subplots()
    ax.set_xlim(low, high)
    ax.set_ylim(low, high)
    shown(ax.xaxis)
    shown(ax.yaxis)
    plt.close(fig)
for low, high in [(1, 1000), (0.5, 5e8), (1, 1e12), (2, 80)]:
    fig, ax = plt.subplots()
    ax.set_xscale("log")
    ax.set_xlim(low, high)
    shown(ax.xaxis)
    print(len(ax.get_xticks(minor=True)), ax.get_xscale())
    plt.close(fig)
fig, ax = plt.subplots(figsize=(3, 2))
ax.plot([0, 10], [0, 1])
shown(ax.xaxis)
shown(ax.yaxis)
ax.xaxis.set_major_locator(MultipleLocator(3))
ax.yaxis.set_major_formatter(PercentFormatter(1.0))
shown(ax.xaxis)
shown(ax.yaxis)
ax.xaxis.set_major_locator(MaxNLocator(integer=True))
ax.yaxis.set_major_formatter(FuncFormatter(lambda value, position: f"<{value:.1f}>"))
shown(ax.xaxis)
shown(ax.yaxis)
ax.xaxis.set_major_formatter(FormatStrFormatter("%.2f"))
shown(ax.xaxis)
ax.set_xticks([])
shown(ax.xaxis)
fig, ax = plt.subplots()
ax.plot(["low", "middle", "high"], [1, 5, 9])
shown(ax.xaxis)
print([round(float(limit), 6) for limit in ax.get_xlim()])
