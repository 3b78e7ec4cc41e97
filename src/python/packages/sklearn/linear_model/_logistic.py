"""Logistic regression."""

import warnings

import numpy as np

from ..utils.validation import draw_seed
from ._base import LinearClassifier

PENALTY_DEPRECATED = (
    "'penalty' was deprecated in version 1.8 and will be removed in 1.10. To avoid this warning, leave 'penalty' set "
    "to its default value and use 'l1_ratio' or 'C' instead. Use l1_ratio=0 instead of penalty='l2', l1_ratio=1 "
    "instead of penalty='l1', l1_ratio set to a float between 0 and 1 instead of penalty='elasticnet', and C=np.inf "
    "instead of penalty=None."
)


class LogisticRegression(LinearClassifier):
    _engine = "logistic_regression"
    _here = ("penalty", "intercept_scaling", "dual", "solver", "l1_ratio", "C", "fit_intercept", "random_state")
    _limits = {
        "penalty": "{elasticnet, l1, l2} | None | hidden deprecated",
        "C": "float (0.0, inf]",
        "l1_ratio": "float [0.0, 1.0] | None",
        "dual": "bool",
        "tol": "float [0.0, inf)",
        "intercept_scaling": "float (0.0, inf)",
        "class_weight": "dict | {balanced} | None",
        "solver": "{lbfgs, liblinear, newton-cg, newton-cholesky, sag, saga}",
        "max_iter": "int [0, inf)",
    }

    def __init__(
        self,
        penalty="deprecated",
        *,
        C=1.0,
        l1_ratio=0.0,
        dual=False,
        tol=0.0001,
        fit_intercept=True,
        intercept_scaling=1,
        class_weight=None,
        random_state=None,
        solver="lbfgs",
        max_iter=100,
        verbose=0,
        warm_start=False,
        n_jobs=None,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None):
        self._check_params()
        self._only_default("warm_start")
        strength, ratio = self._penalty()
        X, codes, weights = self._read(X, y, sample_weight)
        count, features = len(self.classes_), X.shape[1]
        if self.solver == "liblinear" and count > 2:
            raise ValueError(
                "The 'liblinear' solver does not support multiclass classification (n_classes >= 3). Either use "
                "another solver or wrap the estimator in a OneVsRestClassifier to keep applying a one-versus-rest "
                "scheme."
            )
        if self.solver in ("liblinear", "sag", "saga"):
            # The real ones begin with a number drawn from it: what comes after is the same then.
            draw_seed(self.random_state)
        # liblinear holds the intercept for a coefficient like the others, under the same penalty.
        as_feature = self.solver == "liblinear" and self.fit_intercept
        if as_feature:
            X = np.column_stack([X, np.full(len(X), float(self.intercept_scaling))])
        intercept = self.fit_intercept and not as_feature
        coefficients, intercepts, steps = self._solve(X, codes, count, weights, strength, ratio, intercept)
        self.coef_ = coefficients[:, :features]
        self.intercept_ = coefficients[:, features] * self.intercept_scaling if as_feature else intercepts
        self.n_iter_ = np.atleast_1d(np.asarray(steps, dtype=np.int32))
        return self

    def _solve(self, X, codes, count, weights, strength, ratio, intercept):
        """The coefficients with a row for each class, the intercepts, and how many steps it took."""
        if ratio and np.isfinite(strength):
            from ._sparse_logistic import fit_sparse

            return fit_sparse(X, codes, count, weights, strength, ratio, intercept, min(self.tol, 1e-4) * 1e-3)
        # How the engine goes to the optimum is its own choice, so that it is not told the solver.
        changed = {"C": strength, "fit_intercept": intercept}
        learned = self._run(X, codes, count, weights, **changed)[1]
        coefficients = np.atleast_2d(learned["coef_"])
        intercepts = np.atleast_1d(learned["intercept_"]) if intercept else np.zeros(len(coefficients))
        return coefficients, intercepts, learned.get("n_iter_", 0)

    def _penalty(self):
        """How weak the penalty is, and the share of it that is on absolute values."""
        if self.n_jobs is not None:
            warnings.warn(
                "'n_jobs' has no effect since 1.8 and will be removed in 1.10. You provided "
                f"'n_jobs={self.n_jobs}', please leave it unspecified.",
                FutureWarning,
                stacklevel=3,
            )
        strength, ratio = float(self.C), self.l1_ratio or 0.0
        if not (isinstance(self.penalty, str) and self.penalty == "deprecated"):
            warnings.warn(PENALTY_DEPRECATED, FutureWarning, stacklevel=3)
            if self.penalty is None:
                strength, ratio = np.inf, 0.0
            elif self.penalty != "elasticnet":
                wanted = 1.0 if self.penalty == "l1" else 0.0
                if wanted != ratio:
                    warnings.warn(
                        f"Inconsistent values: penalty={self.penalty} with l1_ratio={self.l1_ratio}. penalty is "
                        "deprecated. Please use l1_ratio only.",
                        UserWarning,
                        stacklevel=3,
                    )
                ratio = wanted
        self._check_solver(ratio)
        return strength, float(ratio)

    def _check_solver(self, ratio):
        kind = "l2" if ratio == 0 else "l1" if ratio == 1 else "elasticnet"
        if self.solver not in ("liblinear", "saga") and kind != "l2":
            raise ValueError(f"Solver {self.solver} supports only 'l2' or None penalties, got {kind} penalty.")
        if kind == "elasticnet" and self.solver != "saga":
            raise ValueError(f"Only 'saga' solver supports elasticnet penalty, got solver={self.solver}.")
        if self.dual and self.solver != "liblinear":
            raise ValueError(f"Solver {self.solver} supports only dual=False, got dual={self.dual}")

    def _one_class(self):
        raise ValueError(
            "This solver needs samples of at least 2 classes in the data, but the data contains only one class: "
            f"{self.classes_[0]!r}"
        )

    def _not_converged(self, learned, X, y):
        if self.solver != "lbfgs":
            return "The max_iter was reached which means the coef_ did not converge"
        return (
            f"lbfgs failed to converge after {self.max_iter} iteration(s) (status=1):\n"
            "STOP: TOTAL NO. OF ITERATIONS REACHED LIMIT\n\n"
            f"Increase the number of iterations to improve the convergence (max_iter={self.max_iter}).\n"
            "You might also want to scale the data as shown in:\n"
            "    https://scikit-learn.org/stable/modules/preprocessing.html\n"
            "Please also refer to the documentation for alternative solver options:\n"
            "    https://scikit-learn.org/stable/modules/linear_model.html#logistic-regression"
        )

    def predict_proba(self, X):
        scores = self.decision_function(X)
        if scores.ndim == 1:
            positive = sigmoid(scores)
            return np.column_stack([1.0 - positive, positive])
        return softmax(scores)


def sigmoid(scores):
    """The share of the positive class; written so that a large score of either sign does not overflow."""
    small = np.exp(-np.abs(scores))
    return np.where(scores >= 0, 1.0 / (1.0 + small), small / (1.0 + small))


def softmax(scores):
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)
