"""The part of numpy.lib that tutorials reach into."""

from numpy.lib import stride_tricks
