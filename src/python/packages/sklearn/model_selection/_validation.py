"""Scores by cross-validation."""

import numbers
import warnings
from time import perf_counter

import numpy as np

from ..base import clone, is_classifier
from ..exceptions import FitFailedWarning
from ..metrics._scorer import check_scoring
from ..utils._indexing import rows
from ..utils._param_validation import checked
from ..utils.validation import indexable, num_samples
from ._split import check_cv

METHODS = "{decision_function, predict, predict_log_proba, predict_proba}"


def _weights_in(params, indices, count):
    """Parameters of a fit: those with a value for each sample are cut to the samples of the fold."""
    cut = {}
    for name, value in (params or {}).items():
        per_sample = hasattr(value, "__len__") and not isinstance(value, str) and num_samples(value) == count
        cut[name] = rows(value, indices) if per_sample else value
    return cut


def fit_and_score(estimator, X, y, scorers, train, test, params, fit_params, error_score, train_scores=False):
    """A fold: the times, the scores, the fitted estimator, and what went wrong if it did."""
    if params:
        estimator = estimator.set_params(**clone(params, safe=False))
    X_train, y_train, X_test, y_test = rows(X, train), rows(y, train), rows(X, test), rows(y, test)
    own = _weights_in(fit_params, train, num_samples(X))
    start = perf_counter()
    result = {"estimator": estimator, "error": None, "n_test_samples": len(test)}
    try:
        if y_train is None:
            estimator.fit(X_train, **own)
        else:
            estimator.fit(X_train, y_train, **own)
    except Exception as problem:
        if isinstance(error_score, str):
            raise
        import traceback

        result["error"] = "".join(traceback.format_exception(type(problem), problem, problem.__traceback__))
        result["fit_time"], result["score_time"] = perf_counter() - start, 0.0
        result["test"] = result["train"] = {name: error_score for name in scorers}
        return result
    result["fit_time"] = perf_counter() - start
    start = perf_counter()
    result["test"] = _scores(estimator, X_test, y_test, scorers, error_score)
    result["score_time"] = perf_counter() - start
    result["train"] = _scores(estimator, X_train, y_train, scorers, error_score) if train_scores else {}
    return result


def _scores(estimator, X, y, scorers, error_score):
    found = {}
    for name, scorer in scorers.items():
        try:
            score = scorer(estimator, X) if y is None else scorer(estimator, X, y)
        except Exception:
            if isinstance(error_score, str):
                raise
            import traceback

            warnings.warn(
                "Scoring failed. The score on this train-test partition for these parameters will be set to "
                f"{error_score}. Details: \n{traceback.format_exc()}",
                UserWarning,
                stacklevel=2,
            )
            score = error_score
        if not isinstance(score, (numbers.Number, np.generic)):
            raise ValueError(f"scoring must return a number, got {score} ({type(score)}) instead. (scorer={name})")
        found[name] = score.item() if hasattr(score, "item") else score
    return found


def report_failures(results, error_score):
    """Raises if every fit failed, warns if some did."""
    failed = [one["error"] for one in results if one["error"] is not None]
    if not failed:
        return
    counts = {text: failed.count(text) for text in failed}
    line = "-" * 80 + "\n"
    details = "\n".join(
        f"{line}{count} fits failed with the following error:\n{text}" for text, count in counts.items()
    )
    if len(failed) == len(results):
        raise ValueError(
            f"\nAll the {len(failed)} fits failed.\nIt is very likely that your model is misconfigured.\nYou can try to"
            f" debug the error by setting error_score='raise'.\n\nBelow are more details about the failures:\n{details}"
        )
    warnings.warn(
        f"\n{len(failed)} fits failed out of a total of {len(results)}.\nThe score on these train-test partitions for"
        f" these parameters will be set to {error_score}.\nIf these failures are not expected, you can try to debug"
        f" them by setting error_score='raise'.\n\nBelow are more details about the failures:\n{details}",
        FitFailedWarning,
        stacklevel=3,
    )


def scorers_of(estimator, scoring):
    """The scorers by name, and whether there are several."""
    if scoring is None or isinstance(scoring, str) or callable(scoring):
        return {"score": check_scoring(estimator, scoring)}, False
    if isinstance(scoring, dict):
        return {name: check_scoring(estimator, one) for name, one in scoring.items()}, True
    names = list(scoring)
    if not names:
        raise ValueError(f"Empty list was given. {scoring!r}")
    if len(set(names)) != len(names):
        raise ValueError(
            "The list/tuple elements must be unique strings of predefined scorers. Duplicate elements were found in"
            f" the given list. {scoring!r}"
        )
    if not all(isinstance(name, str) for name in names):
        raise ValueError(
            "The list/tuple elements must be unique strings of predefined scorers. One or more of the elements were"
            f" callables. Use a dict of score name mapped to the scorer callable. Got {scoring!r}"
        )
    return {name: check_scoring(estimator, name) for name in names}, True


@checked(
    estimator="has fit",
    X="array | sparse",
    y="array | None",
    scoring="scoring | callable | list | tuple | dict | None",
    return_train_score="bool",
)
def cross_validate(
    estimator, X, y=None, *, groups=None, scoring=None, cv=None, n_jobs=None, verbose=0, params=None,
    pre_dispatch="2*n_jobs", return_train_score=False, return_estimator=False, return_indices=False, error_score=np.nan,
):  # fmt: skip
    """Times and scores of each fold, as a dictionary of arrays."""
    X, y = indexable(X, y)
    cv = check_cv(cv, y, classifier=is_classifier(estimator))
    scorers, _ = scorers_of(estimator, scoring)
    folds = list(cv.split(X, y, groups))
    results = [
        fit_and_score(clone(estimator), X, y, scorers, train, test, None, params, error_score, return_train_score)
        for train, test in folds
    ]
    report_failures(results, error_score)
    told = {
        "fit_time": np.array([one["fit_time"] for one in results]),
        "score_time": np.array([one["score_time"] for one in results]),
    }
    if return_estimator:
        told["estimator"] = [one["estimator"] for one in results]
    if return_indices:
        told["indices"] = {"train": tuple(train for train, _ in folds), "test": tuple(test for _, test in folds)}
    for name in scorers:
        told[f"test_{name}"] = np.array([one["test"][name] for one in results])
        if return_train_score:
            told[f"train_{name}"] = np.array([one["train"][name] for one in results])
    return told


@checked(estimator="has fit", X="array | sparse", y="array | None", scoring="scoring | callable | None")
def cross_val_score(
    estimator, X, y=None, *, groups=None, scoring=None, cv=None, n_jobs=None, verbose=0, params=None,
    pre_dispatch="2*n_jobs", error_score=np.nan,
):  # fmt: skip
    """The score of each fold."""
    scorer = check_scoring(estimator, scoring)
    own = {"groups": groups, "cv": cv, "params": params, "error_score": error_score}
    return cross_validate(estimator, X, y, scoring={"score": scorer}, **own)["test_score"]


@checked(estimator="has fit predict", X="array | sparse", y="array | sparse | None", method=METHODS)
def cross_val_predict(
    estimator, X, y=None, *, groups=None, cv=None, n_jobs=None, verbose=0, params=None, pre_dispatch="2*n_jobs",
    method="predict",
):  # fmt: skip
    """What is predicted for each sample by the model that did not see it."""
    X, y = indexable(X, y)
    cv = check_cv(cv, y, classifier=is_classifier(estimator))
    folds = list(cv.split(X, y, groups))
    order = np.concatenate([test for _, test in folds])
    if len(order) != num_samples(X) or len(np.unique(order)) != len(order):
        raise ValueError("cross_val_predict only works for partitions")
    classes = None
    if method in ("predict_proba", "predict_log_proba", "decision_function") and y is not None:
        classes, y = np.unique(np.asarray(y), return_inverse=True)
    parts = []
    for train, test in folds:
        own = _weights_in(params, train, num_samples(X))
        fitted = clone(estimator)
        fitted.fit(rows(X, train), **own) if y is None else fitted.fit(rows(X, train), rows(y, train), **own)
        told = np.asarray(getattr(fitted, method)(rows(X, test)))
        parts.append(_in_all_classes(told, fitted, classes, method) if classes is not None else told)
    return np.concatenate(parts)[np.argsort(order, kind="stable")]


def _in_all_classes(told, fitted, classes, method):
    """Columns for classes that the fold did not have."""
    if told.ndim == 1 or len(fitted.classes_) == len(classes):
        return told
    absent = {"predict_proba": 0.0, "predict_log_proba": np.finfo(told.dtype).min}.get(method, np.finfo(told.dtype).min)
    warnings.warn(
        f"Number of classes in training fold ({len(fitted.classes_)}) does not match total number of classes "
        f"({len(classes)}). Results may not be appropriate for your use case. To fix this, use a cross-validation "
        "technique resulting in properly stratified folds",
        RuntimeWarning,
        stacklevel=3,
    )
    table = np.full((len(told), len(classes)), absent)
    table[:, fitted.classes_] = told
    return table
