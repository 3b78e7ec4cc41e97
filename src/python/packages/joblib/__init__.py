"""joblib as tutorials use it: objects to files and back, and loops that would be parallel elsewhere."""

from ._files import dump, hash, load
from ._parallel import Parallel, cpu_count, delayed, effective_n_jobs, parallel_backend, parallel_config
from ._memory import Memory

__version__ = "1.6.0"
__all__ = [
    "Memory", "Parallel", "cpu_count", "delayed", "dump", "effective_n_jobs", "hash", "load", "parallel_backend",
    "parallel_config",
]  # fmt: skip


def __getattr__(name):
    import difflib

    text = f"module {__name__!r} has no attribute {name!r}"
    if name.startswith("__"):
        raise AttributeError(text)
    near = difflib.get_close_matches(name, __all__, n=3)
    hint = f"; near it: {', '.join(near)}" if near else ""
    raise AttributeError(f"{text} (it is not carried here{hint})")
