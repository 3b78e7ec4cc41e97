# The models that npm packages train as well, on the rows and classes in DATA: median milliseconds as a line of JSON.
import json
import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.tree import DecisionTreeClassifier

data = json.loads(DATA)
rows, classes = np.array(data["rows"]), np.array(data["classes"])
models = {
    "tree": DecisionTreeClassifier(max_depth=6),
    "forest": RandomForestClassifier(30, max_depth=6, max_features=None, random_state=0),
    "logistic": LogisticRegression(),
    "kmeans": KMeans(8, n_init=1, random_state=0),
}
found = {}
for name, model in models.items():
    times = []
    for _ in range(data["rounds"]):
        began = time.perf_counter()
        model.fit(rows, classes)
        times.append(time.perf_counter() - began)
    found[name] = sorted(times)[len(times) // 2] * 1000
print(json.dumps(found))
