"""Colours, colormaps and norms."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.colors as colors
import matplotlib.pyplot as plt
import numpy as np

print(colors.to_hex("C1"), colors.to_hex("tab:blue"), colors.to_hex((0.1, 0.2, 0.3)), colors.to_hex("rebeccapurple"))
print(colors.to_rgba("#abc"), colors.to_rgba("red", 0.5), colors.to_rgb("0.5"), colors.to_rgba("none"))
print(colors.is_color_like("steelblue"), colors.is_color_like("steelblu"))
print(len(colors.TABLEAU_COLORS), colors.TABLEAU_COLORS["tab:orange"], colors.CSS4_COLORS["navy"])
for name in ("viridis", "plasma", "Blues", "coolwarm", "RdYlGn", "jet", "gray", "hot", "tab10", "Set2", "viridis_r", "Greys_r"):
    cmap = plt.get_cmap(name)
    print(name, cmap.name, cmap.N, [colors.to_hex(cmap(share)) for share in (0.0, 0.3, 0.5, 0.99, 1.0)])
print(plt.cm.viridis(np.array([0.0, 0.5, 1.0])).round(4).tolist())
print(plt.cm.viridis(np.array([0, 128, 255])).round(4).tolist())
print(plt.cm.Blues(0.5, alpha=0.25)[3], matplotlib.colormaps["magma"].name, "viridis" in matplotlib.colormaps)
norm = colors.Normalize(vmin=0, vmax=10)
print(norm(5), norm(np.array([0, 2.5, 20])).tolist(), float(norm.inverse(0.25)))
print(colors.LogNorm(1, 1000)(np.array([1, 10, 1000])).round(6).tolist())
own = colors.ListedColormap(["red", "#00ff00", "b"])
print(own.N, own(0), own(2))
mixed = colors.LinearSegmentedColormap.from_list("mixed", ["white", "navy"])
print([colors.to_hex(mixed(share)) for share in (0.0, 0.5, 1.0)])
fig, ax = plt.subplots()
cloud = ax.scatter([1, 2, 3], [4, 5, 6], c=[0.1, 0.5, 0.9], cmap="plasma", vmin=0, vmax=1, s=[10, 20, 30])
print(cloud.get_array().tolist(), cloud.get_clim(), cloud.get_cmap().name, cloud.get_sizes().tolist())
print(np.asarray(cloud.get_offsets()).tolist())
bar = fig.colorbar(cloud, ax=ax, label="share")
print(bar.ax.get_ylabel(), [round(float(tick), 6) for tick in bar.get_ticks()], len(fig.axes))
print([round(float(side), 6) for side in ax.get_position().bounds])
