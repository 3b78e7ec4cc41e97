# What numpy's functions cost on a million numbers, in milliseconds: medians, as a line of JSON.
import json
import time

import numpy as np

ROUNDS = 15
rng = np.random.default_rng(0)
a, b = rng.random(1_000_000), rng.random(1_000_000)
functions = {
    "sum": lambda: a.sum(),
    "product of two": lambda: a * b,
    "product of all": lambda: a.prod(),
    "sort": lambda: np.sort(a),
}
found = {}
for name, function in functions.items():
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        function()
        times.append(time.perf_counter() - began)
    found[name] = sorted(times)[len(times) // 2] * 1000
print(json.dumps(found))
