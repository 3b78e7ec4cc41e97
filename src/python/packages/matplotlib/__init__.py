"""matplotlib: figures are kept in Python, placed and drawn by the native module _matplotlib."""

import importlib

from ._rc import RcParams, rc_context, rcParams, rcParamsDefault, rcdefaults

__version__ = "3.11.2"
__version_info__ = (3, 11, 2, "final", 0)

_SUBMODULES = (
    "artist axes axis cm collections colorbar colors container cycler dates figure gridspec image legend lines "
    "patches pyplot style text ticker"
).split()
_backend = "agg"


def __getattr__(name):
    if name in _SUBMODULES:
        return importlib.import_module("." + name, __name__)
    if name in ("colormaps", "color_sequences"):
        from . import cm

        return getattr(cm, "_" + name)
    raise _missing(__name__, name, list(globals()) + _SUBMODULES)


def _missing(module, name, known):
    """The error for a name that is not carried, with those that are like it."""
    import difflib

    near = difflib.get_close_matches(name, [one for one in known if not one.startswith("_")], 3)
    also = f" Names like it: {', '.join(near)}." if near else ""
    return AttributeError(
        f"module {module!r} has no attribute {name!r}: it is not carried here.{also}", name=name
    )


def use(backend, *, force=True):
    """Any backend will do: figures are drawn the same way whatever it is called."""
    global _backend
    _backend = str(backend).lower()


def get_backend(*, auto_select=True):
    return _backend


def is_interactive():
    return False


def interactive(b):
    pass


def set_loglevel(level):
    pass


def rc(group, **kwargs):
    """Sets several settings of one group."""
    groups = [group] if isinstance(group, str) else group
    for name in groups:
        for key, value in kwargs.items():
            rcParams[f"{name}.{_RC_SHORT.get(key, key)}"] = value


_RC_SHORT = {
    "lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor", "mew": "markeredgewidth",
}
