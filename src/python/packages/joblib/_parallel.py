"""Loops over calls, one after the other: there is one processor here."""


def delayed(function):
    """A call put off: what `Parallel` is given."""

    def put_off(*args, **kwargs):
        return function, args, kwargs

    put_off.__name__ = getattr(function, "__name__", "delayed")
    put_off.__wrapped__ = function
    return put_off


class Parallel:
    """Makes the calls in order and gives a list of what they give."""

    def __init__(self, n_jobs=None, backend=None, return_as="list", verbose=0, **options):
        if n_jobs == 0:
            raise ValueError("n_jobs == 0 in Parallel has no meaning")
        if return_as not in ("list", "generator", "generator_unordered"):
            raise ValueError(
                'Expected `return_as` parameter to be a string equal to "list","generator" or "generator_unordered", '
                f"but got {return_as} instead."
            )
        self.n_jobs, self.backend, self.return_as, self.verbose = n_jobs, backend, return_as, verbose

    def __call__(self, calls):
        made = (function(*args, **kwargs) for function, args, kwargs in calls)
        return list(made) if self.return_as == "list" else made

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        pass


class parallel_config:
    """Takes the settings of a `with` block, none of which changes anything here."""

    def __init__(self, backend=None, **options):
        self.backend = backend

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        pass


parallel_backend = parallel_config


def cpu_count(only_physical_cores=False):
    return 1


def effective_n_jobs(n_jobs=-1):
    if n_jobs == 0:
        raise ValueError("n_jobs == 0 in Parallel has no meaning")
    return 1
