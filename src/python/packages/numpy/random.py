"""Random numbers, number for number as numpy draws them."""

import _numpy
import numpy as np


def _count(size):
    return 1 if size is None else int(np.prod(size)) if not isinstance(size, int) else size


def _shaped(found, size):
    return found[0] if size is None else found.reshape(size)


class _Draws:
    def _draw(self, name, size, *parameters):
        return self._source.draw(name, size, list(parameters))

    def shuffle(self, x):
        order = self._source.shuffled(len(x))
        x[:] = np.asarray(x)[order] if isinstance(x, np.ndarray) else [x[i] for i in order.tolist()]

    def _permuted(self, x):
        x = np.asarray(x)
        return self._source.permutation(int(x)) if x.ndim == 0 else x[self._source.permutation(len(x))]

    def permutation(self, x):
        return self._permuted(x)

    def choice(self, a, size=None, replace=True, p=None):
        a = np.asarray(a)
        population = int(a) if a.ndim == 0 else len(a)
        if population <= 0 and _count(size):
            raise ValueError("a must be greater than 0 unless no samples are taken" if a.ndim == 0 else "'a' cannot be empty unless no samples are taken")
        if p is not None and len(p) != population:
            raise ValueError("'a' and 'p' must have same size")
        if p is not None and abs(np.sum(p) - 1) > 1e-8:
            raise ValueError("probabilities do not sum to 1")
        if not replace and _count(size) > population:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        places = self._source.choice(population, _count(size), replace, p)
        found = _shaped(places, size)
        if a.ndim:
            return a[found]
        return int(found) if size is None else found

    def multinomial(self, n, pvals, size=None):
        return _shaped(self._source.multinomial(n, pvals, _count(size)), size)

    def dirichlet(self, alpha, size=None):
        return _shaped(self._source.dirichlet(alpha, _count(size)), size)

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8):
        mean = np.asarray(mean, float)
        drawn = self.standard_normal((_count(size), len(mean)))
        u, s, v = np.linalg.svd(np.asarray(cov, float))
        found = drawn @ (np.sqrt(s)[:, None] * v) + mean
        return found[0] if size is None else found.reshape((size if isinstance(size, tuple) else (size,)) + mean.shape)

    def _whole(self, low, high, size, dtype, endpoint):
        if high is None:
            low, high = 0, low
        low, high = int(low), int(high) - (not endpoint)
        if low > high:
            raise ValueError("low >= high" if low or endpoint else "high <= 0")
        dtype = np.dtype(dtype)
        found = self._source.integers(low, high, _count(size), 1 if dtype.kind == "b" else dtype.itemsize * 8)
        if size is None:
            return found[0].item() if dtype == np.int64 and not self._source.is_new else found.astype(dtype)[0]
        return found.astype(dtype).reshape(size)


def _distribution(name, *defaults):
    names = [each[0] for each in defaults]

    def draw(self, *args, size=None, **kwargs):
        if len(args) > len(names):
            args, size = args[: len(names)], args[len(names)]
        values = dict(defaults) | dict(zip(names, args)) | kwargs
        unknown = [each for each in values if each not in names]
        missing = [each for each in names if values[each] is None]
        if unknown or missing:
            raise TypeError(f"{name}() got an unexpected or missing argument '{(unknown + missing)[0]}'")
        if name in ("normal", "lognormal") and np.any(np.asarray(values[names[1]]) < 0):
            raise ValueError(f"{names[1]} < 0")
        return self._draw(name, size, *values.values())

    draw.__name__ = name
    setattr(_Draws, name, draw)


_scaled = (("loc", 0.0), ("scale", 1.0))
for _name in ("normal", "laplace", "logistic", "gumbel"):
    _distribution(_name, *_scaled)
_distribution("uniform", ("low", 0.0), ("high", 1.0))
_distribution("lognormal", ("mean", 0.0), ("sigma", 1.0))
for _name in ("exponential", "rayleigh"):
    _distribution(_name, ("scale", 1.0))
for _name in ("standard_normal", "standard_exponential", "standard_cauchy"):
    _distribution(_name)
_distribution("gamma", ("shape", None), ("scale", 1.0))
_distribution("standard_gamma", ("shape", None))
_distribution("beta", ("a", None), ("b", None))
for _name in ("pareto", "weibull", "power"):
    _distribution(_name, ("a", None))
for _name in ("chisquare", "standard_t"):
    _distribution(_name, ("df", None))
_distribution("f", ("dfnum", None), ("dfden", None))
_distribution("triangular", ("left", None), ("mode", None), ("right", None))
_distribution("poisson", ("lam", 1.0))
_distribution("binomial", ("n", None), ("p", None))
_distribution("negative_binomial", ("n", None), ("p", None))
_distribution("geometric", ("p", None))


class Generator(_Draws):
    def __init__(self, seed=None):
        self._source = _numpy._Source(True, seed)

    def random(self, size=None):
        return self._draw("random", size)

    def integers(self, low, high=None, size=None, dtype=np.int64, endpoint=False):
        return self._whole(low, high, size, dtype, endpoint)

    def __repr__(self):
        return "Generator(PCG64)"


class RandomState(_Draws):
    def __init__(self, seed=None):
        self._source = _numpy._Source(False, seed)

    def seed(self, seed=None):
        self._source.seed(seed)

    def random_sample(self, size=None):
        return self._draw("random", size)

    random = ranf = sample = random_sample

    def rand(self, *size):
        return self._draw("random", size or None)

    def randn(self, *size):
        return self._draw("standard_normal", size or None)

    def randint(self, low, high=None, size=None, dtype=int):
        return self._whole(low, high, size, dtype, False)

    def __repr__(self):
        return "RandomState(MT19937)"


def default_rng(seed=None):
    return seed if isinstance(seed, Generator) else Generator(seed)


_rand = mtrand = RandomState()
for _name in dir(_rand):
    if not _name.startswith("_"):
        globals()[_name] = getattr(_rand, _name)


def __getattr__(name):
    raise AttributeError(f"module 'numpy.random' has no attribute '{name}', or it is not carried here")
