"""Properties that series take in turn."""

from ._rc import Cycle as Cycler, cycler
