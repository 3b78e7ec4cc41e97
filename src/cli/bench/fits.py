# What `fit` costs from Python, and in it the fit in Rust, in milliseconds: medians, as a line of JSON.
import json
import time

import _sklearn
from sklearn.cluster import KMeans
from sklearn.datasets import make_classification, make_regression
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingRegressor, RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.svm import SVC, SVR
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

ROUNDS = 15
classes = make_classification(1_000, 20, n_informative=8, n_classes=3, random_state=0)
numbers = make_regression(1_000, 20, noise=5, random_state=0)
models = {
    "LogisticRegression": (LogisticRegression(max_iter=200), classes),
    "GaussianNB": (GaussianNB(), classes),
    "KNeighborsClassifier": (KNeighborsClassifier(), classes),
    "DecisionTreeClassifier": (DecisionTreeClassifier(max_depth=6), classes),
    "RandomForestClassifier": (RandomForestClassifier(20), classes),
    "SVC": (SVC(), classes),
    "LinearRegression": (LinearRegression(), numbers),
    "Ridge": (Ridge(), numbers),
    "Lasso": (Lasso(), numbers),
    "ElasticNet": (ElasticNet(), numbers),
    "KNeighborsRegressor": (KNeighborsRegressor(), numbers),
    "DecisionTreeRegressor": (DecisionTreeRegressor(max_depth=6), numbers),
    "RandomForestRegressor": (RandomForestRegressor(5), numbers),
    "GradientBoostingRegressor": (GradientBoostingRegressor(n_estimators=20), numbers),
    "SVR": (SVR(), numbers),
    "KMeans": (KMeans(8, n_init=1), numbers),
    "PCA": (PCA(5), numbers),
}
inside = _sklearn.fit
spent = 0.0


def timed(*given):
    global spent
    began = time.perf_counter()
    model = inside(*given)
    spent += time.perf_counter() - began
    return model


def median(times):
    return sorted(times)[len(times) // 2] * 1000


_sklearn.fit = timed
found = {}
# Once without looking: meanwhile the browser fetches and compiles what had not been called before.
for model, (X, y) in models.values():
    model.fit(X, y)
for name, (model, (X, y)) in models.items():
    python, rust = [], []
    for _ in range(ROUNDS):
        spent, began = 0.0, time.perf_counter()
        model.fit(X, y)
        python.append(time.perf_counter() - began)
        rust.append(spent)
    found[name] = {"python": median(python), "rust": median(rust)}
print(json.dumps(found))
