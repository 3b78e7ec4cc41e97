"""Scores as functions of an estimator and data: what a search is told to make large."""

# The name of a score: its function, its sign, what it looks at, and how the function is to average.
SCORES = {
    "explained_variance": ("explained_variance_score", 1, "predict", {}),
    "r2": ("r2_score", 1, "predict", {}),
    "neg_max_error": ("max_error", -1, "predict", {}),
    "neg_median_absolute_error": ("median_absolute_error", -1, "predict", {}),
    "neg_mean_absolute_error": ("mean_absolute_error", -1, "predict", {}),
    "neg_mean_absolute_percentage_error": ("mean_absolute_percentage_error", -1, "predict", {}),
    "neg_mean_squared_error": ("mean_squared_error", -1, "predict", {}),
    "neg_mean_squared_log_error": ("mean_squared_log_error", -1, "predict", {}),
    "neg_root_mean_squared_error": ("root_mean_squared_error", -1, "predict", {}),
    "neg_root_mean_squared_log_error": ("root_mean_squared_log_error", -1, "predict", {}),
    "d2_absolute_error_score": ("d2_absolute_error_score", 1, "predict", {}),
    "accuracy": ("accuracy_score", 1, "predict", {}),
    "balanced_accuracy": ("balanced_accuracy_score", 1, "predict", {}),
    "matthews_corrcoef": ("matthews_corrcoef", 1, "predict", {}),
    "top_k_accuracy": ("top_k_accuracy_score", 1, "score", {}),
    "roc_auc": ("roc_auc_score", 1, "score", {}),
    "roc_auc_ovr": ("roc_auc_score", 1, "proba", {"multi_class": "ovr"}),
    "roc_auc_ovo": ("roc_auc_score", 1, "proba", {"multi_class": "ovo"}),
    "roc_auc_ovr_weighted": ("roc_auc_score", 1, "proba", {"multi_class": "ovr", "average": "weighted"}),
    "roc_auc_ovo_weighted": ("roc_auc_score", 1, "proba", {"multi_class": "ovo", "average": "weighted"}),
    "average_precision": ("average_precision_score", 1, "score", {}),
    "neg_log_loss": ("log_loss", -1, "proba", {}),
    "neg_brier_score": ("brier_score_loss", -1, "proba", {}),
    "rand_score": ("rand_score", 1, "predict", {}),
    "adjusted_rand_score": ("adjusted_rand_score", 1, "predict", {}),
    "homogeneity_score": ("homogeneity_score", 1, "predict", {}),
    "completeness_score": ("completeness_score", 1, "predict", {}),
    "v_measure_score": ("v_measure_score", 1, "predict", {}),
    "mutual_info_score": ("mutual_info_score", 1, "predict", {}),
    "adjusted_mutual_info_score": ("adjusted_mutual_info_score", 1, "predict", {}),
    "normalized_mutual_info_score": ("normalized_mutual_info_score", 1, "predict", {}),
    "fowlkes_mallows_score": ("fowlkes_mallows_score", 1, "predict", {}),
}
for _name in ("precision", "recall", "f1", "jaccard"):
    SCORES[_name] = (f"{_name}_score", 1, "predict", {"average": "binary"})
    for _average in ("macro", "micro", "weighted"):
        SCORES[f"{_name}_{_average}"] = (f"{_name}_score", 1, "predict", {"average": _average})

METHODS = {"predict": "predict", "proba": "predict_proba", "score": ("decision_function", "predict_proba")}


class Scorer:
    def __init__(self, score_func, sign, response_method, kwargs):
        self._score_func, self._sign, self._kwargs, self._response_method = score_func, sign, kwargs, response_method

    def __call__(self, estimator, X, y_true, sample_weight=None, **kwargs):
        told, pos_label = self._told(estimator, X, y_true)
        own = {**self._kwargs, **kwargs}
        if sample_weight is not None:
            own["sample_weight"] = sample_weight
        if pos_label is not None and "pos_label" not in own and "pos_label" in _parameters(self._score_func):
            own["pos_label"] = pos_label
        return self._sign * self._score_func(y_true, told, **own)

    def _told(self, estimator, X, y_true):
        methods = self._response_method
        methods = (methods,) if isinstance(methods, str) else methods
        method = next((name for name in methods if hasattr(estimator, name)), None)
        if method is None:
            raise AttributeError(
                f"{type(estimator).__name__} has none of the following attributes: {', '.join(methods)}."
            )
        told = getattr(estimator, method)(X)
        if method == "predict":
            return told, None
        classes = getattr(estimator, "classes_", None)
        if method == "predict_proba" and classes is not None and len(classes) == 2 and told.shape[1] == 2:
            return told[:, 1], classes[1]
        return told, classes[1] if classes is not None and len(classes) == 2 else None

    def __repr__(self):
        sign = "" if self._sign > 0 else ", greater_is_better=False"
        more = "".join(f", {name}={value}" for name, value in self._kwargs.items())
        return f"make_scorer({self._score_func.__name__}{sign}, response_method={self._response_method!r}{more})"


class Passthrough:
    """Scores by the estimator's own `score`."""

    def __init__(self, estimator):
        self._estimator = estimator

    def __call__(self, estimator, *args, **kwargs):
        return estimator.score(*args, **kwargs)

    def __repr__(self):
        return f"{type(self._estimator).__name__}.score"


def _parameters(function):
    code = getattr(getattr(function, "__wrapped__", function), "__code__", None)
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if code else ()


def make_scorer(score_func, *, response_method="predict", greater_is_better=True, **kwargs):
    """A scorer of a function of true and told targets."""
    methods = "predict" if response_method in (None, "default") else response_method
    return Scorer(score_func, 1 if greater_is_better else -1, methods, kwargs)


def get_scorer_names():
    return sorted(SCORES)


def get_scorer(scoring):
    """The scorer of a name; a function is one itself."""
    if not isinstance(scoring, str):
        return scoring
    if scoring not in SCORES:
        raise ValueError(
            f"{scoring!r} is not a valid scoring value. Use sklearn.metrics.get_scorer_names() to get valid options."
        )
    from .. import metrics

    name, sign, looks_at, kwargs = SCORES[scoring]
    return Scorer(getattr(metrics, name), sign, METHODS[looks_at], dict(kwargs))


def check_scoring(estimator=None, scoring=None, *, allow_none=False, raise_exc=True):
    from ..utils._param_validation import InvalidParameterError

    if not hasattr(estimator, "fit"):
        raise InvalidParameterError(
            "The 'estimator' parameter of check_scoring must be an object implementing 'fit' or None. Got"
            f" {estimator!r} instead."
        )
    if isinstance(scoring, str):
        if scoring not in SCORES:
            options = ", ".join(repr(name) for name in get_scorer_names())
            raise InvalidParameterError(
                f"The 'scoring' parameter of check_scoring must be a str among {{{options}}}, a callable, an instance"
                " of 'list', an instance of 'tuple', an instance of 'set', an instance of 'dict' or None. Got"
                f" {scoring!r} instead."
            )
        return get_scorer(scoring)
    if callable(scoring):
        if getattr(scoring, "__module__", "").startswith("sklearn.metrics.") and not isinstance(
            scoring, (Scorer, Passthrough)
        ):
            raise ValueError(
                f"scoring value {scoring!r} looks like it is a metric function rather than a scorer. A scorer should "
                "require an estimator as its first parameter. Please use `make_scorer` to convert a metric to a scorer."
            )
        return scoring
    if scoring is None:
        if hasattr(estimator, "score"):
            return Passthrough(estimator)
        if allow_none:
            return None
        raise TypeError(
            "If no scoring is specified, the estimator passed should have a 'score' method. The estimator"
            f" {estimator!r} does not."
        )
    raise InvalidParameterError(f"The 'scoring' parameter of check_scoring is not understood. Got {scoring!r} instead.")
