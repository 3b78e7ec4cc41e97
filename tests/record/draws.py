"""Records what numpy's generators draw, for the native tests of `base::random`.

Run in a throw-away environment with the judge's numpy; writes tests/it/recorded/draws.json:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python tests/record/draws.py
"""
import json
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "it" / "recorded" / "draws.json"

# Methods that both generators have: name and arguments.
SHARED = [
    ("uniform", [-2.5, 7.0]), ("standard_normal", []), ("normal", [3.0, 0.5]), ("lognormal", [0.5, 0.25]),
    ("standard_exponential", []), ("exponential", [2.5]),
    ("standard_gamma", [0.4]), ("standard_gamma", [1.0]), ("standard_gamma", [7.5]), ("gamma", [2.0, 3.0]),
    ("beta", [0.3, 0.7]), ("beta", [2.0, 5.0]), ("chisquare", [3.0]), ("f", [3.0, 8.0]), ("standard_t", [4.0]),
    ("standard_cauchy", []), ("pareto", [3.0]), ("weibull", [1.5]), ("power", [2.5]), ("rayleigh", [2.0]),
    ("laplace", [1.0, 2.0]), ("logistic", [1.0, 2.0]), ("gumbel", [1.0, 2.0]), ("triangular", [-1.0, 0.5, 4.0]),
    ("poisson", [0.0]), ("poisson", [3.5]), ("poisson", [10.0]), ("poisson", [250.0]),
    ("binomial", [10, 0.5]), ("binomial", [20, 0.9]), ("binomial", [1000, 0.3]), ("binomial", [5000, 0.81]),
    ("geometric", [0.5]), ("geometric", [0.02]), ("negative_binomial", [3.0, 0.4]),
    ("permutation", [17]), ("choice", [9]),
]
TYPES = ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"]


def ranges(name):
    """Lowest and highest number of the ranges tried for a type, ends included."""
    if name == "bool":
        return [(0, 0), (0, 1)]
    info = np.iinfo(name)
    low, high = int(info.min), int(info.max)
    return [(3, 3), (0, 5), (0, 99), (low, high), (max(low, -7), 100), (0, high - 1), (low // 2, high // 2)]


def draws(random, whole):
    yield ["random", [], random.random(3)]
    for name, arguments in SHARED:
        if name == "permutation":
            yield [name, arguments, random.permutation(*arguments)]
        else:
            yield [name, arguments, getattr(random, name)(*arguments, size=60)]
    yield ["multinomial", [20, 0.2, 0.3, 0.5], random.multinomial(20, [0.2, 0.3, 0.5])]
    yield ["dirichlet", [1.0, 2.0, 3.5], random.dirichlet([1.0, 2.0, 3.5])]
    weights = [0.1, 0.05, 0.6, 0.25]
    yield ["choice_p", weights, random.choice(4, 30, p=weights)]
    yield ["choice_p_no_replace", weights, random.choice(4, 3, replace=False, p=weights)]
    for name in TYPES:
        for low, high in ranges(name):
            drawn = whole(low, high, name)
            # What is added to `low`: a number from zero, written as text since JSON readers differ above 2**53.
            yield ["bounded", [name, str(high - low)], [str(int(number) - low) for number in drawn]]
    yield ["random", [], random.random(2)]


def generator_cases():
    for seed in (0, 42, [1, 2, 3], [7, 0, 9, 2, 5, 11]):
        random = np.random.default_rng(seed)

        def whole(low, high, name):
            return random.integers(low, high, size=11, dtype=name, endpoint=True)

        steps = list(draws(random, whole))
        steps.append(["random_f32", [], [float(number) for number in random.random(3, dtype=np.float32)]])
        for population, size, shuffle in ((9, 5, True), (50, 50, True), (200, 7, False), (20_000, 30, True),
                                          (20_000, 500, True), (20_000, 1500, False)):
            drawn = random.choice(population, size, replace=False, shuffle=shuffle)
            steps.append(["choice_no_replace", [population, shuffle], drawn])
        steps.append(["standard_normal", [], random.standard_normal(5000)[-3:], 4997])
        steps.append(["standard_exponential", [], random.standard_exponential(5000)[-3:], 4997])
        yield {"kind": "generator", "seed": seed, "draws": steps}


def legacy_cases():
    for seed in (0, 42):
        random = np.random.RandomState(seed)

        def whole(low, high, name):
            return random.randint(low, high + 1, size=11, dtype=name)

        yield {"kind": "legacy", "seed": seed, "draws": list(draws(random, whole))}


def seed_cases():
    for entropy in (0, 1, 2**32 + 5, 2**130 + 3, [1, 2, 3], [4, 5, 6, 7, 8, 9]):
        root = np.random.SeedSequence(entropy)
        words = [w for part in (entropy if isinstance(entropy, list) else [entropy]) for w in split(part)]
        yield {"words": words, "state": root.generate_state(5), "children": [
            child.generate_state(3) for child in root.spawn(2)]}


def split(number):
    words = [number & 0xFFFFFFFF]
    while number := number >> 32:
        words.append(number & 0xFFFFFFFF)
    return words


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


found = {"cases": [*generator_cases(), *legacy_cases()], "seeds": list(seed_cases())}
OUT.write_text(json.dumps(plain(found), separators=(",", ":")) + "\n")
