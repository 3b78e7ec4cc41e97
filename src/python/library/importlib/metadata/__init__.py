"""What is installed: the packages of this site, whose versions they tell themselves."""

import importlib


class PackageNotFoundError(ModuleNotFoundError):
    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


class MetadataPathFinder:
    @classmethod
    def invalidate_caches(cls):
        pass


def version(distribution_name):
    """The version of a package."""
    try:
        found = importlib.import_module(distribution_name.replace("-", "_"))
    except ImportError:
        found = None
    if not hasattr(found, "__version__"):
        raise PackageNotFoundError(distribution_name)
    return found.__version__
