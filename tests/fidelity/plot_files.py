"""Files: how large the saved pictures are."""
import io
import os
import struct

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def size(data):
    return data[:8] == b"\x89PNG\r\n\x1a\n", struct.unpack(">II", data[16:24])


fig, ax = plt.subplots()
ax.plot([1, 2, 3], label="a")
ax.legend()
plt.savefig("plain.png")
print(size(open("plain.png", "rb").read()))
plt.savefig("fine.png", dpi=150)
print(size(open("fine.png", "rb").read()))
fig.savefig("noext")
print(os.path.exists("noext.png"))
buffer = io.BytesIO()
fig.savefig(buffer, format="png", dpi=50)
print(size(buffer.getvalue()))
fig.set_size_inches(3, 2)
buffer = io.BytesIO()
fig.savefig(buffer, facecolor="lightgray")
print(size(buffer.getvalue()), fig.get_size_inches().tolist(), fig.dpi)
os.makedirs("plots", exist_ok=True)
fig.savefig(os.path.join("plots", "figure.svg"))
print(open("plots/figure.svg").read().startswith("<?xml"))
fig, axes = plt.subplots(2, 3, figsize=(9, 4), dpi=80)
print(axes.shape, repr(fig))
fig.suptitle("All of them")
for ax in axes.flat:
    ax.plot([1, 2])
    ax.set_title("one")
fig.tight_layout()
buffer = io.BytesIO()
fig.savefig(buffer)
print(size(buffer.getvalue()))
plt.show()
try:
    fig.savefig("figure.xyz")
except ValueError as error:
    print(str(error)[:33])
try:
    fig.savefig("missing/figure.png")
except FileNotFoundError as error:
    print(error)
