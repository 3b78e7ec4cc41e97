"""Decision trees that classify or predict numbers."""

import numpy as np

from .._native import NativeClassifier, NativeRegressor
from ..utils.validation import check_is_fitted
from ._tree import Tree


class GrownTree:
    """What can be asked of a fitted tree."""

    _limits = {"max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None"}

    @property
    def tree_(self):
        if "_tree" not in self.__dict__:
            if "_model" not in self.__dict__:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute 'tree_'")
            self._tree = Tree(self._model.trees()[0], self.n_features_in_)
        return self._tree

    def __getstate__(self):
        state = super().__getstate__()
        # What the model tells again need not be kept, unless this tree is one of a forest and has no model.
        if "_model" in state:
            state.pop("_tree", None)
        return state

    def __sklearn_is_fitted__(self):
        return "_model" in self.__dict__ or "_tree" in self.__dict__

    def get_depth(self):
        check_is_fitted(self)
        return self.tree_.max_depth

    def get_n_leaves(self):
        check_is_fitted(self)
        return self.tree_.n_leaves

    def apply(self, X, check_input=True):
        return self.tree_.apply(self._rows(X))

    def _values(self, X):
        return self.tree_.predict(self._rows(X))

    def _fitted(self, count):
        """Keeps what follows from the number of features."""
        self.max_features_ = features_at_a_split(self.max_features, count)
        self.n_outputs_ = 1
        return self


def features_at_a_split(wanted, count):
    if wanted is None:
        return count
    if wanted == "sqrt":
        return max(1, int(np.sqrt(count)))
    if wanted == "log2":
        return max(1, int(np.log2(count)))
    return max(1, int(wanted * count)) if isinstance(wanted, float) else wanted


class DecisionTreeClassifier(GrownTree, NativeClassifier):
    _engine = "decision_tree_classifier"
    _limits = {
        "criterion": "{entropy, gini, log_loss}",
        "splitter": "{best, random}",
        "max_depth": "int [1, inf) | None",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "max_leaf_nodes": "int [2, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "class_weight": "dict | list | {balanced} | None",
        "ccp_alpha": "float [0.0, inf)",
        "monotonic_cst": "array | None",
    }

    def __init__(
        self,
        *,
        criterion="gini",
        splitter="best",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features=None,
        random_state=None,
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        class_weight=None,
        ccp_alpha=0.0,
        monotonic_cst=None,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None, check_input=True):
        self.__dict__.pop("_tree", None)
        super().fit(X, _one_column(X, y), sample_weight)
        self.n_classes_ = len(self.classes_)
        return self._fitted(self.n_features_in_)

    def predict(self, X, check_input=True):
        shares = self.predict_proba(X)
        return self.classes_[shares.argmax(axis=1)]

    def predict_proba(self, X, check_input=True):
        check_is_fitted(self)
        shares = self._values(X)
        return shares / shares.sum(axis=1, keepdims=True)


class DecisionTreeRegressor(GrownTree, NativeRegressor):
    _engine = "decision_tree_regressor"
    _limits = {
        "criterion": "{absolute_error, poisson, squared_error}",
        "splitter": "{best, random}",
        "max_depth": "int [1, inf) | None",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "max_leaf_nodes": "int [2, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "ccp_alpha": "float [0.0, inf)",
        "monotonic_cst": "array | None",
    }

    def __init__(
        self,
        *,
        criterion="squared_error",
        splitter="best",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features=None,
        random_state=None,
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        ccp_alpha=0.0,
        monotonic_cst=None,
    ):
        self._keep(locals())

    def fit(self, X, y, sample_weight=None, check_input=True):
        self.__dict__.pop("_tree", None)
        super().fit(X, _one_column(X, y), sample_weight)
        return self._fitted(self.n_features_in_)

    def predict(self, X, check_input=True):
        check_is_fitted(self)
        return self._values(X)[:, 0]


def _one_column(X, y):
    """A column of targets as a plain row of them; trees take it without a warning."""
    shape = getattr(y, "shape", ())
    rows = getattr(X, "shape", ())
    if len(rows) == 2 and hasattr(y, "__len__") and len(y) != rows[0]:
        raise ValueError(f"Number of labels={len(y)} does not match number of samples={rows[0]}")
    if len(shape) == 2 and shape[1] == 1:
        return np.asarray(y).reshape(-1)
    if len(shape) == 2 and shape[1] > 1:
        raise NotImplementedError("trees with several outputs are not carried here")
    return y
