"""Results of calls kept in files."""

import os

from ._files import dump, hash, load


class Memory:
    """`cache` decorates a function whose results are kept under `location`; without one they are not."""

    def __init__(self, location=None, backend="local", mmap_mode=None, compress=False, verbose=1, **options):
        self.location, self.compress, self.verbose = location, compress, verbose

    def cache(self, func=None, ignore=None, verbose=None, mmap_mode=False, **options):
        if func is None:
            return lambda function: self.cache(function, ignore=ignore)
        if self.location is None:
            return func
        return Cached(func, os.path.join(os.fspath(self.location), "joblib"), ignore or ())

    def clear(self, warn=True):
        if self.location is not None:
            import shutil

            shutil.rmtree(os.path.join(os.fspath(self.location), "joblib"), ignore_errors=True)


class Cached:
    def __init__(self, function, folder, ignore):
        self.func, self.ignore = function, ignore
        self.folder = os.path.join(folder, function.__module__, function.__qualname__)
        self.__name__, self.__doc__ = function.__name__, function.__doc__

    def _path(self, args, kwargs):
        names = self.func.__code__.co_varnames
        given = {**dict(zip(names, args)), **kwargs}
        kept = sorted((name, value) for name, value in given.items() if name not in self.ignore)
        return os.path.join(self.folder, hash((kept, self.func.__code__.co_code)) + ".pkl")

    def __call__(self, *args, **kwargs):
        path = self._path(args, kwargs)
        if os.path.exists(path):
            return load(path)
        result = self.func(*args, **kwargs)
        os.makedirs(self.folder, exist_ok=True)
        dump(result, path)
        return result

    def check_call_in_cache(self, *args, **kwargs):
        return os.path.exists(self._path(args, kwargs))

    def clear(self, warn=True):
        import shutil

        shutil.rmtree(self.folder, ignore_errors=True)
