"""Which types of a model MLflow's default format, skops, does not trust.

Models are kept as pickles here; what skops 0.16 would refuse on the way is refused here too, so that what runs here
runs there.
"""

import types

TREE = "sklearn.tree._tree.Tree"
BUNCH = "sklearn.utils._bunch.Bunch"
GROWN = ("GrownTree", "Forest", "Boosted")
DISTANCES = {"euclidean": "Euclidean", "manhattan": "Manhattan", "chebyshev": "Chebyshev", "minkowski": "Minkowski"}
# Where scikit-learn keeps its functions that others are given.
FUNCTIONS = {
    "sklearn.feature_selection": "sklearn.feature_selection._univariate_selection",
    "sklearn.metrics": "sklearn.metrics._classification",
}
ELSEWHERE = {
    "mutual_info_classif": "sklearn.feature_selection._mutual_info",
    "mutual_info_regression": "sklearn.feature_selection._mutual_info",
    "mean_absolute_error": "sklearn.metrics._regression",
    "mean_squared_error": "sklearn.metrics._regression",
    "root_mean_squared_error": "sklearn.metrics._regression",
    "mean_absolute_percentage_error": "sklearn.metrics._regression",
    "median_absolute_error": "sklearn.metrics._regression",
    "explained_variance_score": "sklearn.metrics._regression",
    "max_error": "sklearn.metrics._regression",
    "r2_score": "sklearn.metrics._regression",
    "roc_auc_score": "sklearn.metrics._ranking",
    "average_precision_score": "sklearn.metrics._ranking",
    "top_k_accuracy_score": "sklearn.metrics._ranking",
}


def untrusted(model):
    """The names of the types and functions in `model` that must be trusted one by one, sorted."""
    found, seen, waiting = set(), set(), [model]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, (list, tuple, set)):
            waiting.extend(one)
        elif isinstance(one, types.FunctionType):
            found.add(_name_of_function(one))
        elif hasattr(one, "get_params") and not isinstance(one, type):
            found.update(_of_estimator(one))
            waiting.extend(one.__dict__.values())
        elif type(one).__module__ == "__main__":
            found.add(f"__main__.{type(one).__qualname__}")
            waiting.extend(getattr(one, "__dict__", {}).values())
    return sorted(found)


def _name_of_function(function):
    name = function.__name__
    package = ".".join(function.__module__.split(".")[:2])
    return f"{ELSEWHERE.get(name) or FUNCTIONS.get(package, function.__module__)}.{name}"


def _of_estimator(estimator):
    kind = type(estimator)
    names = {base.__name__ for base in kind.__mro__}
    if kind.__module__ == "__main__":
        yield f"__main__.{kind.__qualname__}"
    if not estimator.__sklearn_is_fitted__():
        return
    if names.intersection(GROWN):
        yield TREE
    elif "Neighbors" in names:
        yield from _of_neighbours(estimator)
    elif kind.__name__ in ("GridSearchCV", "RandomizedSearchCV"):
        yield from _of_search(estimator)
    elif kind.__name__.startswith(("Voting", "Stacking")):
        yield BUNCH
    elif kind.__name__ in ("SimpleImputer", "KBinsDiscretizer"):
        yield "numpy.dtype"


def _of_neighbours(estimator):
    """The index that is built over the samples: none where comparing all of them is quicker."""
    metric, algorithm = estimator.effective_metric_, estimator.algorithm
    neighbours = getattr(estimator, "n_neighbors", None)
    if algorithm == "auto":
        few = neighbours is not None and neighbours >= estimator.n_samples_fit_ // 2
        indexed = metric in DISTANCES and estimator.n_features_in_ <= 15 and not few
        algorithm = "kd_tree" if indexed else "brute"
    if algorithm == "brute":
        return
    yield f"sklearn.metrics._dist_metrics.{DISTANCES.get(metric, metric.title())}Distance64"
    yield f"sklearn.neighbors._{algorithm}.{'KDTree' if algorithm == 'kd_tree' else 'BallTree'}"


def _of_search(search):
    from sklearn.base import is_classifier

    scorers = search.scorer_.values() if isinstance(search.scorer_, dict) else [search.scorer_]
    functions = [scorer._score_func for scorer in scorers if hasattr(scorer, "_score_func")]
    yield "sklearn.metrics._scorer._Scorer" if functions else "sklearn.metrics._scorer._PassthroughScorer"
    for function in functions:
        yield _name_of_function(function)
    if hasattr(search.cv, "split"):
        yield f"sklearn.model_selection._split.{type(search.cv).__name__}"
    elif search.cv is None or isinstance(search.cv, int):
        yield f"sklearn.model_selection._split.{'StratifiedKFold' if is_classifier(search.estimator) else 'KFold'}"
