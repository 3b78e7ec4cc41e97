"""Forests: many trees, each grown on other rows and other features."""

import numpy as np

from .._native import NativeClassifier, NativeRegressor
from ..tree._classes import DecisionTreeClassifier, DecisionTreeRegressor
from ..tree._tree import Tree
from ..utils.validation import check_is_fitted, column_or_1d


class Forest:
    """What can be asked of a fitted forest."""

    _tree_class = None

    def _check_params(self):
        super()._check_params()
        if not self.bootstrap and self.oob_score:
            raise ValueError("Out of bag estimation only available if bootstrap=True")
        if not self.bootstrap and self.max_samples is not None:
            raise ValueError(
                "`max_sample` cannot be set if `bootstrap=False`. Either switch to `bootstrap=True` or set "
                "`max_sample=None`."
            )

    def fit(self, X, y, sample_weight=None):
        self.__dict__.pop("_members", None)
        super().fit(X, y if y is None else column_or_1d(y, warn=True, shape="(n_samples,)"), sample_weight)
        self.n_outputs_ = 1
        if hasattr(self, "classes_"):
            self.n_classes_ = len(self.classes_)
        return self

    @property
    def estimators_(self):
        """The trees as estimators of their own; classes are told by place, as in scikit-learn."""
        if "_members" not in self.__dict__:
            if "_model" not in self.__dict__:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute 'estimators_'")
            self._members = [self._member(arrays) for arrays in self._model.trees()]
        return self._members

    def _member(self, arrays):
        params = self._tree_class().get_params(deep=False)
        own = self.get_params(deep=False)
        tree = self._tree_class(
            **{name: own.get(name, value) for name, value in params.items() if name != "class_weight"}
        )
        tree._tree = Tree(arrays, self.n_features_in_)
        tree.n_features_in_, tree.n_outputs_ = self.n_features_in_, 1
        if hasattr(self, "classes_"):
            tree.classes_ = np.arange(len(self.classes_), dtype=np.float64)
            tree.n_classes_ = len(self.classes_)
        return tree

    def __getstate__(self):
        state = super().__getstate__()
        state.pop("_members", None)
        return state

    def __len__(self):
        return len(self.estimators_)

    def __iter__(self):
        return iter(self.estimators_)

    def __getitem__(self, place):
        return self.estimators_[place]

    @property
    def estimator_(self):
        return self._tree_class()

    def apply(self, X):
        X = self._rows(X)
        return np.column_stack([tree.tree_.apply(X) for tree in self.estimators_])


class ForestClassifier(Forest, NativeClassifier):
    _tree_class = DecisionTreeClassifier

    def predict(self, X):
        best = self.predict_proba(X).argmax(axis=1)
        return self.classes_[best]

    def predict_proba(self, X):
        check_is_fitted(self)
        return self._model.predict_proba(self._rows(X))


class ForestRegressor(Forest, NativeRegressor):
    _tree_class = DecisionTreeRegressor


class RandomForestClassifier(ForestClassifier):
    _engine = "random_forest_classifier"
    _limits = {
        "n_estimators": "int [1, inf)",
        "criterion": "{entropy, gini, log_loss}",
        "max_depth": "int [1, inf) | None",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "max_leaf_nodes": "int [2, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "bootstrap": "bool",
        "oob_score": "bool | callable",
        "class_weight": "{balanced, balanced_subsample} | dict | list | None",
        "ccp_alpha": "float [0.0, inf)",
        "max_samples": "None | float (0.0, inf) | int [1, inf)",
        "monotonic_cst": "array | None",
    }

    def __init__(
        self,
        n_estimators=100,
        *,
        criterion="gini",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features="sqrt",
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        bootstrap=True,
        oob_score=False,
        n_jobs=None,
        random_state=None,
        verbose=0,
        warm_start=False,
        class_weight=None,
        ccp_alpha=0.0,
        max_samples=None,
        monotonic_cst=None,
    ):
        self._keep(locals())


class RandomForestRegressor(ForestRegressor):
    _engine = "random_forest_regressor"
    _limits = {
        "n_estimators": "int [1, inf)",
        "criterion": "{absolute_error, poisson, squared_error}",
        "max_depth": "int [1, inf) | None",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "max_leaf_nodes": "int [2, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "bootstrap": "bool",
        "oob_score": "bool | callable",
        "ccp_alpha": "float [0.0, inf)",
        "max_samples": "None | float (0.0, inf) | int [1, inf)",
        "monotonic_cst": "array | None",
    }

    def __init__(
        self,
        n_estimators=100,
        *,
        criterion="squared_error",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features=1.0,
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        bootstrap=True,
        oob_score=False,
        n_jobs=None,
        random_state=None,
        verbose=0,
        warm_start=False,
        ccp_alpha=0.0,
        max_samples=None,
        monotonic_cst=None,
    ):
        self._keep(locals())


class ExtraTreesClassifier(ForestClassifier):
    _engine = "extra_trees_classifier"
    _limits = {
        "n_estimators": "int [1, inf)",
        "criterion": "{entropy, gini, log_loss}",
        "max_depth": "int [1, inf) | None",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "max_leaf_nodes": "int [2, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "bootstrap": "bool",
        "oob_score": "bool | callable",
        "class_weight": "{balanced, balanced_subsample} | dict | list | None",
        "ccp_alpha": "float [0.0, inf)",
        "max_samples": "None | float (0.0, inf) | int [1, inf)",
        "monotonic_cst": "array | None",
    }

    def __init__(
        self,
        n_estimators=100,
        *,
        criterion="gini",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features="sqrt",
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        bootstrap=False,
        oob_score=False,
        n_jobs=None,
        random_state=None,
        verbose=0,
        warm_start=False,
        class_weight=None,
        ccp_alpha=0.0,
        max_samples=None,
        monotonic_cst=None,
    ):
        self._keep(locals())


class ExtraTreesRegressor(ForestRegressor):
    _engine = "extra_trees_regressor"
    _limits = {
        "n_estimators": "int [1, inf)",
        "criterion": "{absolute_error, poisson, squared_error}",
        "max_depth": "int [1, inf) | None",
        "min_samples_split": "int [2, inf) | float (0.0, 1.0]",
        "min_samples_leaf": "int [1, inf) | float (0.0, 1.0)",
        "min_weight_fraction_leaf": "float [0.0, 0.5]",
        "max_features": "int [1, inf) | float (0.0, 1.0] | {log2, sqrt} | None",
        "max_leaf_nodes": "int [2, inf) | None",
        "min_impurity_decrease": "float [0.0, inf)",
        "bootstrap": "bool",
        "oob_score": "bool | callable",
        "ccp_alpha": "float [0.0, inf)",
        "max_samples": "None | float (0.0, inf) | int [1, inf)",
        "monotonic_cst": "array | None",
    }

    def __init__(
        self,
        n_estimators=100,
        *,
        criterion="squared_error",
        max_depth=None,
        min_samples_split=2,
        min_samples_leaf=1,
        min_weight_fraction_leaf=0.0,
        max_features=1.0,
        max_leaf_nodes=None,
        min_impurity_decrease=0.0,
        bootstrap=False,
        oob_score=False,
        n_jobs=None,
        random_state=None,
        verbose=0,
        warm_start=False,
        ccp_alpha=0.0,
        max_samples=None,
        monotonic_cst=None,
    ):
        self._keep(locals())
