"""What is here, in which version."""


def show_versions():
    import sys

    import numpy

    from . import __version__

    print("\nSystem:")
    print(f"    python: {sys.version.splitlines()[0]}")
    print("\nPython dependencies:")
    print(f"      sklearn: {__version__}")
    print(f"        numpy: {numpy.__version__}")
