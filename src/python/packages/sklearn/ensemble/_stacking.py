"""A model that learns from what others predict."""

import numpy as np

from ..base import BaseEstimator, ClassifierMixin, RegressorMixin, TransformerMixin, clone
from ..pipeline import NamedSteps
from ..utils import Bunch
from ..utils.validation import check_is_fitted, column_or_1d


class Stacking(NamedSteps, TransformerMixin, BaseEstimator):
    _steps = "estimators"

    def _fit_all(self, X, y, final):
        from ..model_selection import check_cv, cross_val_predict
        from ..base import is_classifier

        self._check_params()
        if not self.estimators:
            raise ValueError(
                "Invalid 'estimators' attribute, 'estimators' should be a non-empty list of (string, estimator) tuples."
            )
        if self.cv == "prefit":
            raise NotImplementedError("stacking with cv='prefit' is not carried here")
        self._check_names([name for name, _ in self.estimators])
        members = [estimator for _, estimator in self.estimators]
        self.estimators_ = [clone(estimator).fit(X, y) for estimator in members]
        self.named_estimators_ = Bunch(**dict(zip([name for name, _ in self.estimators], self.estimators_)))
        self.stack_method_ = [self._method_of(estimator) for estimator in members]
        cv = check_cv(self.cv, y, classifier=is_classifier(self))
        told = [
            cross_val_predict(clone(estimator), X, y, cv=cv, method=method)
            for estimator, method in zip(members, self.stack_method_)
        ]
        self.final_estimator_ = clone(final).fit(self._joined(X, told), y)
        self.n_features_in_ = self.estimators_[0].n_features_in_
        return self

    def _method_of(self, estimator):
        wanted = getattr(self, "stack_method", "predict")
        methods = ("predict_proba", "decision_function", "predict") if wanted == "auto" else (wanted,)
        for method in methods:
            if hasattr(estimator, method):
                return method
        raise ValueError(f"Underlying estimator does not implement the method {wanted}.")

    def _joined(self, X, told):
        columns = []
        for predictions in told:
            if predictions.ndim == 1:
                predictions = predictions.reshape(-1, 1)
            elif predictions.shape[1] == 2 and hasattr(self, "classes_"):
                # The first column tells nothing that the second does not.
                predictions = predictions[:, 1:]
            columns.append(predictions)
        return np.hstack(columns + [np.asarray(X)] if self.passthrough else columns)

    def transform(self, X):
        check_is_fitted(self)
        return self._joined(X, [getattr(one, method)(X) for one, method in zip(self.estimators_, self.stack_method_)])

    def predict(self, X):
        return self.final_estimator_.predict(self.transform(X))


class StackingClassifier(ClassifierMixin, Stacking):
    _limits = {
        "estimators": "list",
        "final_estimator": "None | has fit",
        "cv": "cv | {prefit}",
        "stack_method": "{auto, decision_function, predict, predict_proba}",
        "passthrough": "bool",
    }

    def __init__(
        self,
        estimators,
        final_estimator=None,
        *,
        cv=None,
        stack_method="auto",
        n_jobs=None,
        passthrough=False,
        verbose=0,
    ):
        self._keep(locals())

    def fit(self, X, y):
        from ..linear_model import LogisticRegression
        from ..preprocessing import LabelEncoder

        self._encoder = LabelEncoder().fit(column_or_1d(y, warn=True))
        self.classes_ = self._encoder.classes_
        final = self.final_estimator if self.final_estimator is not None else LogisticRegression()
        return self._fit_all(X, self._encoder.transform(y), final)

    def predict(self, X):
        return self.classes_[super().predict(X)]

    def predict_proba(self, X):
        check_is_fitted(self)
        return self.final_estimator_.predict_proba(self.transform(X))

    def decision_function(self, X):
        check_is_fitted(self)
        return self.final_estimator_.decision_function(self.transform(X))


class StackingRegressor(RegressorMixin, Stacking):
    _limits = {
        "estimators": "list",
        "final_estimator": "None | has fit",
        "cv": "cv | {prefit}",
        "passthrough": "bool",
    }

    def __init__(self, estimators, final_estimator=None, *, cv=None, n_jobs=None, passthrough=False, verbose=0):
        self._keep(locals())

    def fit(self, X, y):
        from ..linear_model import RidgeCV

        final = self.final_estimator if self.final_estimator is not None else RidgeCV()
        return self._fit_all(X, column_or_1d(y, warn=True), final)
