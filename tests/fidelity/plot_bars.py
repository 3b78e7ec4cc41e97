"""Bars, histograms, pies and boxes: what is drawn and what is given back."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

fig, ax = plt.subplots()
bars = ax.bar(["setosa", "versicolor", "virginica"], [50, 49, 50], color=["tab:blue", "#ff0000", "C2"], edgecolor="black", label="iris")
print(bars, len(bars), bars[0])
print([float(bar.get_height()) for bar in bars], [round(float(bar.get_x()), 6) for bar in bars], float(bars[1].get_width()))
print(bars[1].get_facecolor(), bars[0].get_edgecolor())
for bar in bars:
    bar.set_alpha(0.5)
print(bars[1].get_facecolor())
print([label.get_text() for label in ax.bar_label(bars)])
print([text.get_text() for text in ax.legend().get_texts()])

values = np.array([1, 2, 2, 3, 3, 3, 4, 4, 5.5])
counts, edges, patches = plt.hist(values, bins=5)
print(counts, edges, len(patches))
counts, edges, patches = plt.hist(values, bins=[0, 2, 4, 6], density=True, alpha=0.5)
print(counts.round(6), edges)
counts, edges, patches = plt.hist(values, bins=3, cumulative=True, histtype="step")
print(counts, edges, len(patches))
counts, edges, patches = plt.hist([[1, 2, 2], [3, 3, 4]], bins=3, stacked=True, label=["a", "b"])
print(counts.tolist(), edges.tolist(), len(patches))
counts, edges, _ = plt.hist(values, weights=np.ones(9) / 9, range=(0, 6))
print(counts.round(6).tolist(), edges.round(6).tolist())

fig, ax = plt.subplots()
wedges, texts, shares = ax.pie([30, 20, 50], labels=["x", "y", "z"], autopct="%1.1f%%", startangle=90, explode=(0, 0.1, 0))
print([text.get_text() for text in texts], [text.get_text() for text in shares])
print([(round(float(wedge.theta1), 3), round(float(wedge.theta2), 3)) for wedge in wedges])

fig, ax = plt.subplots()
box = ax.boxplot([[1, 2, 3, 4, 10], [2, 3, 4]], tick_labels=["p", "q"], patch_artist=True)
print({key: len(parts) for key, parts in box.items()})
print(box["medians"][0].get_ydata().tolist(), box["fliers"][0].get_ydata().tolist(), box["whiskers"][1].get_ydata().tolist())
print([label.get_text() for label in ax.get_xticklabels()])
