"""What is said about mistakes."""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
for attempt in [
    lambda: ax.plot([1, 2], [1, 2, 3]),
    lambda: ax.plot([1, 2], foo=1),
    lambda: ax.plot([1, 2], color="notacolor"),
    lambda: ax.plot([1, 2], "zz"),
    lambda: ax.plot([1, 2], linestyle="zz"),
    lambda: ax.plot([1, 2], marker="zz"),
    lambda: ax.plot([1, 2], alpha=3),
    lambda: ax.scatter([1, 2], [1, 2, 3]),
    lambda: ax.scatter([1, 2], [1, 2], c=[1, 2, 3]),
    lambda: ax.scatter([1, 2], [1, 2], c="bad"),
    lambda: ax.scatter([1, 2], [1, 2], foo=3),
    lambda: ax.bar([1, 2], [1, 2, 3]),
    lambda: ax.bar([1, 2], [1, 2], foo=3),
    lambda: ax.hist([1, 2], foo=3),
    lambda: ax.legend(loc="zz"),
    lambda: ax.imshow([1, 2]),
    lambda: ax.imshow([[1, 2]], cmap="zz"),
    lambda: plt.get_cmap("zz"),
    lambda: ax.set_xscale("zz"),
    lambda: ax.set(foo=3),
    lambda: ax.set_title("x", foo=3),
    lambda: ax.text(0, 0, "x", foo=3),
    lambda: ax.set_xticks([1, 2], ["a"]),
    lambda: plt.style.use("zz"),
    lambda: plt.rcParams["zz"],
    lambda: plt.figure(foo=1),
    lambda: plt.subplot(2, 2, 5),
    lambda: plt.subplots(0, 2),
    lambda: ax.pie([-1, 2]),
    lambda: ax.fill_between([1, 2], [1, 2, 3]),
    lambda: ax.errorbar([1, 2], [1, 2], yerr=[1, 2, 3]),
    lambda: ax.foo,
]:
    try:
        print("no error", attempt())
    except Exception as error:
        print(type(error).__name__, str(error)[:200])
plt.figure()
plt.colorbar()
