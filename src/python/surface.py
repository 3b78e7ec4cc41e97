"""Says which names of a list are carried: a line of `+ name` or `- name` for each."""

import importlib
import sys
import warnings

warnings.simplefilter("ignore")


def carried(name):
    """Whether the longest part that is a module has the rest as attributes."""
    parts = name.split(".")
    for count in range(len(parts) - 1, 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:count]))
        except ImportError:
            continue
        try:
            for part in parts[count:]:
                found = getattr(found, part)
        except AttributeError:
            continue
        return True
    return False


for line in open("surface.txt"):
    name = line.strip()
    if name and not name.startswith("#"):
        print("+" if carried(name) else "-", name)
