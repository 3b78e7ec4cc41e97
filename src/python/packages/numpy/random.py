"""Random numbers, number for number as numpy draws them."""

import _numpy
import numpy as np


def _count(size):
    if size is None:
        return 1
    total = 1
    for length in size if isinstance(size, (tuple, list)) else (size,):
        length = length.__index__()
        if length < 0:
            raise ValueError("negative dimensions are not allowed")
        total *= length
    return total


def _shaped(found, size):
    """The draws in the shape that was wanted; rows of several numbers stay rows."""
    if size is None:
        return found[0]
    return found.reshape((tuple(size) if isinstance(size, (tuple, list)) else (size,)) + found.shape[1:])


class _Draws:
    def _draw(self, name, size, *parameters):
        return self._source.draw(name, size, list(parameters))

    def shuffle(self, x):
        order = self._source.shuffled(len(x))
        if isinstance(x, np.ndarray):
            x[...] = x[order]
        else:
            x[:] = [x[i] for i in order.tolist()]

    def permutation(self, x):
        if isinstance(x, (int, np.integer)):
            return self._source.permutation(int(x))
        x = np.asarray(x)
        if x.ndim == 0:
            raise np.exceptions.AxisError("x must be an integer or at least 1-dimensional")
        return x[self._source.permutation(len(x))]

    def _chosen(self, population, length, size, replace, p, shuffle, is_number):
        """Places of the items that are chosen."""
        if length <= 0 and _count(size):
            raise ValueError("a must be greater than 0 unless no samples are taken" if is_number else "'a' cannot be empty unless no samples are taken")
        if p is not None:
            p = np.asarray(p, float)
            if p.ndim != 1:
                raise ValueError("'p' must be 1-dimensional")
            if len(p) != length:
                raise ValueError(self._words["sizes"])
            if np.isnan(p).any():
                raise ValueError(self._words["nan"])
            if (p < 0).any():
                raise ValueError(self._words["negative"])
            if abs(p.sum() - 1) > 1e-8:
                raise ValueError(self._words["sum"])
        if not replace and _count(size) > length:
            raise ValueError(self._words["larger"])
        if not replace and p is not None and np.count_nonzero(p) < _count(size):
            raise ValueError("Fewer non-zero entries in p than size")
        return _shaped(self._source.choice(length, _count(size), replace, p, shuffle), size)

    def multinomial(self, n, pvals, size=None):
        if np.ndim(pvals) != 1 or not np.size(pvals):
            raise ValueError("pvals must have at least 1 dimension and one entry")
        if np.sum(np.asarray(pvals, float)[:-1]) > 1.0 + 1e-12:
            raise ValueError("sum(pvals[:-1]) > 1.0")
        return _shaped(self._source.multinomial(n, pvals, _count(size)), size)

    def dirichlet(self, alpha, size=None):
        alpha = np.asarray(alpha, float)
        if alpha.ndim != 1 or not alpha.size or not np.all((alpha > 0) & np.isfinite(alpha)):
            raise ValueError("alpha <= 0")
        return _shaped(self._source.dirichlet(alpha, _count(size)), size)

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8, *, method="svd"):
        mean, cov = np.asarray(mean, float), np.asarray(cov, float)
        if mean.ndim != 1:
            raise ValueError("mean must be 1 dimensional")
        if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
            raise ValueError("cov must be 2 dimensional and square")
        if len(mean) != len(cov):
            raise ValueError("mean and cov must have same length")
        if method not in ("svd", "cholesky", "eigh"):
            raise ValueError("method must be one of {'eigh', 'svd', 'cholesky'}")
        drawn = self.standard_normal((_count(size), len(mean)))
        if method == "cholesky":
            factor = np.linalg.cholesky(cov).T
        elif method == "eigh":
            values, vectors = np.linalg.eigh(cov)
            factor = (vectors * np.sqrt(np.maximum(values, 0))).T
        else:
            u, s, v = np.linalg.svd(cov)
            if check_valid != "ignore" and not np.allclose(v.T * s @ v, cov, rtol=tol, atol=tol):
                if check_valid == "raise":
                    raise ValueError("covariance is not symmetric positive-semidefinite.")
                import warnings

                warnings.warn("covariance is not symmetric positive-semidefinite.", RuntimeWarning, stacklevel=2)
            factor = np.sqrt(s)[:, None] * v
        return _shaped(drawn @ factor + mean, size)

    def _whole(self, low, high, size, dtype, endpoint):
        if high is None:
            low, high = 0, low
        if np.ndim(low) or np.ndim(high):
            lows, highs = np.broadcast_arrays(low, high)
            found = [self._whole(a, b, None, dtype, endpoint) for a, b in zip(lows.ravel().tolist(), highs.ravel().tolist())]
            if size is not None and np.shape(np.empty(size)) != lows.shape:
                raise NotImplementedError("integers between arrays of bounds are carried here in the bounds' own shape")
            return np.array(found, dtype).reshape(lows.shape)
        low, high = int(low), int(high) - (not endpoint)
        dtype = np.dtype(dtype)
        if dtype.kind not in "iub":
            raise TypeError(f"Unsupported dtype {dtype!r} for {'integers' if self._source.is_new else 'randint'}")
        least, most = (0, 1) if dtype.kind == "b" else (np.iinfo(dtype).min, np.iinfo(dtype).max)
        if low < least:
            raise ValueError(f"low is out of bounds for {dtype}")
        if high > most:
            raise ValueError(f"high is out of bounds for {dtype}")
        if low > high:
            raise ValueError("low >= high" if low or endpoint else "high <= 0")
        if high >= 1 << 63:
            raise NotImplementedError("random integers are carried here up to the largest int64")
        found = self._source.integers(low, high, _count(size), 1 if dtype.kind == "b" else dtype.itemsize * 8)
        if size is None:
            return found[0].item() if dtype == np.int64 and not self._source.is_new else found.astype(dtype)[0]
        return found.astype(dtype).reshape(size)

    def bytes(self, length):
        return self._source.bytes(length)


#: What the parameters of distributions must be, with numpy's words for the opposite.
_BOUNDS = {
    "normal": {"scale": "scale < 0"}, "laplace": {"scale": "scale < 0"}, "logistic": {"scale": "scale < 0"},
    "gumbel": {"scale": "scale < 0"}, "lognormal": {"sigma": "sigma < 0"}, "exponential": {"scale": "scale < 0"},
    "rayleigh": {"scale": "scale < 0"}, "gamma": {"shape": "shape < 0", "scale": "scale < 0"},
    "standard_gamma": {"shape": "shape < 0"}, "beta": {"a": "a <= 0", "b": "b <= 0"}, "pareto": {"a": "a <= 0"},
    "weibull": {"a": "a < 0"}, "power": {"a": "a <= 0"}, "chisquare": {"df": "df <= 0"}, "standard_t": {"df": "df <= 0"},
    "f": {"dfnum": "dfnum <= 0", "dfden": "dfden <= 0"}, "poisson": {"lam": "lam < 0 or lam is NaN"},
    "binomial": {"n": "n < 0", "p": "p < 0, p > 1 or p is NaN"}, "geometric": {"p": "p <= 0, p > 1 or p contains NaNs"},
    "negative_binomial": {"n": "n <= 0", "p": "p <= 0, p > 1 or p is NaN"},
}


def _check(name, parameter, words, value):
    value = np.asarray(value)
    fits = value > 0 if words.startswith(f"{parameter} <= 0") else value >= 0
    if "> 1" in words:
        fits = fits & (value <= 1)
    elif "NaN" not in words:
        fits = fits | (value != value)
    if not np.all(fits):
        raise ValueError(words)
    if name == "poisson" and np.any(value > 9.2e18):
        raise ValueError("lam value too large")


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
        for each, bound in _BOUNDS.get(name, {}).items():
            _check(name, each, bound, values[each])
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


class SeedSequence:
    """Where generators' seeds come from."""

    def __init__(self, entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0):
        if pool_size != 4:
            raise NotImplementedError("SeedSequence is carried here with pool_size=4")
        self.entropy = int.from_bytes(_numpy._Source(True, None).bytes(16), "little") if entropy is None else entropy
        self.spawn_key, self.n_children_spawned = tuple(spawn_key), n_children_spawned

    def spawn(self, n_children):
        first = self.n_children_spawned
        self.n_children_spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=self.spawn_key + (first + place,)) for place in range(n_children)]

    def generate_state(self, n_words, dtype=np.uint32):
        return np.array(_numpy._seed_words(self.entropy, list(self.spawn_key), n_words), np.uint32)

    def __repr__(self):
        key = f",\n    spawn_key={self.spawn_key}" if self.spawn_key else ""
        return f"SeedSequence(\n    entropy={self.entropy}{key},\n)"


class PCG64:
    """The bits of a Generator."""

    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)


class Generator(_Draws):
    _words = {
        "sizes": "a and p must have same size", "nan": "Probabilities contain NaN", "negative": "Probabilities are not non-negative",
        "sum": "Probabilities do not sum to 1. See Notes section of docstring for more information.",
        "larger": "Cannot take a larger sample than population when replace is False",
    }

    def __init__(self, bit_generator):
        if not isinstance(bit_generator, PCG64):
            raise NotImplementedError("generators are carried here over PCG64")
        self.bit_generator = bit_generator
        seeds = bit_generator.seed_seq
        self._source = _numpy._Source(True, seeds.entropy, list(seeds.spawn_key))

    def spawn(self, n_children):
        return [Generator(PCG64(seeds)) for seeds in self.bit_generator.seed_seq.spawn(n_children)]

    def random(self, size=None, dtype=np.float64, out=None):
        dtype = np.dtype(dtype)
        if dtype.kind != "f":
            raise TypeError(f"Unsupported dtype {dtype!r} for random")
        size = out.shape if out is not None and size is None else size
        found = self._draw("random" if dtype == np.float64 else "random_float", size)
        if out is not None:
            np.copyto(out, found)
            return out
        return found if dtype == np.float64 else dtype.type(found) if size is None else found.astype(dtype)

    def integers(self, low, high=None, size=None, dtype=np.int64, endpoint=False):
        return self._whole(low, high, size, dtype, endpoint)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        a = np.asarray(a)
        if a.ndim == 0:
            found = self._chosen(a, int(a), size, replace, p, shuffle, True)
            return found[()] if size is None else found
        found = self._chosen(a, np.size(a, axis), size, replace, p, shuffle, False)
        return a[found] if axis == 0 else np.take(a, found, axis=axis)

    def shuffle(self, x, axis=0):
        if axis == 0:
            return super().shuffle(x)
        order = self._source.shuffled(np.size(x, axis))
        x[...] = np.take(x, order, axis=axis)

    def permutation(self, x, axis=0):
        if axis == 0 or isinstance(x, (int, np.integer)):
            return super().permutation(x)
        return np.take(x, self._source.permutation(np.size(x, axis)), axis=axis)

    def permuted(self, x, *, axis=None, out=None):
        x = np.asarray(x)
        if axis is None:
            found = x.ravel()[self._source.shuffled(x.size)].reshape(x.shape)
        else:
            rows = np.moveaxis(x, axis, -1)
            flat = rows.reshape(-1, rows.shape[-1])
            shuffled = [row[self._source.shuffled(len(row))] for row in flat]
            found = np.moveaxis(np.array(shuffled, x.dtype).reshape(rows.shape), -1, axis)
        if out is None:
            return found
        out[...] = found
        return out

    def __repr__(self):
        return f"Generator(PCG64) at 0x{id(self):X}"

    def __str__(self):
        return "Generator(PCG64)"


class RandomState(_Draws):
    _words = {
        "sizes": "'a' and 'p' must have same size", "nan": "probabilities contain NaN", "negative": "probabilities are not non-negative",
        "sum": "probabilities do not sum to 1", "larger": "Cannot take a larger sample than population when 'replace=False'",
    }

    def __init__(self, seed=None):
        self._source = _numpy._Source(False, seed)

    def seed(self, seed=None):
        self._source.seed(seed)

    def get_state(self, legacy=True):
        words, position, has_gauss, gauss = self._source.state()
        words = np.array(words, np.uint32)
        if legacy:
            return ("MT19937", words, position, has_gauss, gauss)
        return {"bit_generator": "MT19937", "state": {"key": words, "pos": position}, "has_gauss": has_gauss, "gauss": gauss}

    def set_state(self, state):
        if isinstance(state, dict):
            state = (state["bit_generator"], state["state"]["key"], state["state"]["pos"], state["has_gauss"], state["gauss"])
        if state[0] != "MT19937":
            raise ValueError("set_state can only be used with legacy MT19937 state instances.")
        words, position, *gauss = state[1:]
        self._source.set_state(np.asarray(words).tolist() + [int(position)], *(gauss or (0, 0.0)))

    def choice(self, a, size=None, replace=True, p=None):
        a = np.asarray(a)
        if a.ndim > 1:
            raise ValueError("a must be 1-dimensional")
        population = int(a) if a.ndim == 0 else len(a)
        found = self._chosen(a, population, size, replace, p, True, a.ndim == 0)
        if a.ndim:
            return a[found]
        return int(found) if size is None else found

    def random_sample(self, size=None):
        return self._draw("random", size)

    random = ranf = sample = random_sample

    def rand(self, *size):
        return self._draw("random", size or None)

    def randn(self, *size):
        return self._draw("standard_normal", size or None)

    def randint(self, low, high=None, size=None, dtype=int):
        return self._whole(low, high, size, dtype, False)

    def random_integers(self, low, high=None, size=None):
        return self._whole(*((1, low) if high is None else (low, high)), size, int, True)

    def __repr__(self):
        return f"RandomState(MT19937) at 0x{id(self):X}"

    def __str__(self):
        return "RandomState(MT19937)"


def default_rng(seed=None):
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, PCG64) else PCG64(seed))


_rand = mtrand = RandomState()
for _name in dir(_rand):
    if not _name.startswith("_"):
        globals()[_name] = getattr(_rand, _name)


def __getattr__(name):
    raise AttributeError(f"module 'numpy.random' has no attribute '{name}', or it is not carried here")
