"""Which estimators there are."""

import importlib

PLACES = (
    "calibration cluster compose decomposition dummy ensemble feature_extraction.text feature_selection impute "
    "linear_model model_selection multiclass naive_bayes neighbors pipeline preprocessing svm tree"
).split()
KINDS = {"classifier": "ClassifierMixin", "regressor": "RegressorMixin", "transformer": "TransformerMixin", "cluster": "ClusterMixin"}


def all_estimators(type_filter=None):
    """Name and class of each estimator, or of those of a kind, by name."""
    from .. import base

    wanted = [type_filter] if isinstance(type_filter, str) else list(type_filter or ())
    unknown = [kind for kind in wanted if kind not in KINDS]
    if unknown:
        raise ValueError(
            "Parameter type_filter must be 'classifier', 'regressor', 'transformer', 'cluster' or None, got"
            f" {unknown!r}."
        )
    mixins = tuple(getattr(base, KINDS[kind]) for kind in wanted) or base.BaseEstimator
    found = {}
    for place in PLACES:
        module = importlib.import_module(f"sklearn.{place}")
        for name in module.__all__:
            one = getattr(module, name)
            if isinstance(one, type) and issubclass(one, base.BaseEstimator) and issubclass(one, mixins):
                found[name] = one
    return sorted(found.items())
