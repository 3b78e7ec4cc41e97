# Cross-validation and the search for parameters.
# known 21: distances of all rows by the product of matrices differ in the last bit, so that ties fall another way
import warnings

import numpy as np
import pandas as pd
from sklearn.datasets import load_diabetes, load_iris
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, make_scorer, mean_squared_error
from sklearn.model_selection import (
    GridSearchCV,
    KFold,
    ParameterGrid,
    ParameterSampler,
    RandomizedSearchCV,
    StratifiedKFold,
    cross_val_predict,
    cross_val_score,
    cross_validate,
    learning_curve,
    permutation_test_score,
    validation_curve,
)
from sklearn.inspection import permutation_importance
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = load_iris(return_X_y=True)
D, t = load_diabetes(return_X_y=True)
print(cross_val_score(KNeighborsClassifier(), X, y).round(6), cross_val_score(GaussianNB(), X, y, cv=KFold(4, shuffle=True, random_state=1)).round(6))
print(cross_val_score(LinearRegression(), D, t, cv=3).round(6), cross_val_score(LinearRegression(), D, t, scoring="neg_mean_squared_error").round(3))
print(cross_val_score(GaussianNB(), X, y, cv=3, scoring="f1_macro").mean().round(6), cross_val_score(GaussianNB(), X, y, scoring=make_scorer(accuracy_score), cv=StratifiedKFold(3)).round(4))
told = cross_validate(GaussianNB(), X, y, cv=3, scoring=["accuracy", "neg_log_loss"], return_train_score=True, return_estimator=True)
print(list(told), told["test_accuracy"].round(5), told["train_neg_log_loss"].round(5), len(told["estimator"]), told["fit_time"].shape)
pred = cross_val_predict(GaussianNB(), X, y, cv=3)
print((pred == y).sum(), cross_val_predict(GaussianNB(), X, y, cv=3, method="predict_proba")[:2].round(5))
print(list(ParameterGrid({"b": [1, 2], "a": ["x"]})), len(ParameterGrid([{"a": [1, 2]}, {"b": [3]}])), ParameterGrid({"a": [1, 2], "b": [3, 4]})[2])
print(list(ParameterSampler({"a": [1, 2, 3], "b": ["x", "y"]}, n_iter=3, random_state=0)))

grid = GridSearchCV(KNeighborsClassifier(), {"n_neighbors": [1, 3, 5, 7], "weights": ["uniform", "distance"]}, cv=5, scoring="accuracy", n_jobs=-1)
grid.fit(X, y)
print(grid.best_params_, round(grid.best_score_, 6), grid.best_estimator_, grid.best_index_, grid.n_splits_, grid.refit_time_ >= 0)
print(sorted(grid.cv_results_), grid.cv_results_["rank_test_score"], grid.cv_results_["mean_test_score"].round(5), grid.cv_results_["params"][1])
print(grid.predict(X[:3]), round(grid.score(X, y), 5), grid.predict_proba(X[:1]), grid.classes_, grid.scorer_)
results = pd.DataFrame(grid.cv_results_)[["param_n_neighbors", "param_weights", "mean_test_score", "rank_test_score"]]
print(results.sort_values("rank_test_score", kind="stable").head(3).round(4))
pipe = Pipeline([("scale", StandardScaler()), ("model", Ridge())])
search = GridSearchCV(pipe, {"model__alpha": [0.1, 1.0, 10.0]}, cv=3, scoring="neg_root_mean_squared_error", return_train_score=True).fit(D, t)
print(search.best_params_, round(search.best_score_, 4), search.cv_results_["mean_train_score"].round(4), search.best_estimator_.named_steps["model"])
two = GridSearchCV(GaussianNB(), {"var_smoothing": [1e-9, 1e-1]}, scoring={"acc": "accuracy", "f1": "f1_macro"}, refit="f1", cv=3, verbose=1).fit(X, y)
print(two.best_params_, two.cv_results_["mean_test_acc"].round(5), two.cv_results_["rank_test_f1"], two.multimetric_)
drawn = RandomizedSearchCV(KNeighborsClassifier(), {"n_neighbors": list(range(1, 20)), "p": [1, 2]}, n_iter=4, cv=3, random_state=42).fit(X, y)
print(drawn.best_params_, [tuple(p.values()) for p in drawn.cv_results_["params"]], drawn.cv_results_["mean_test_score"].round(4))
sizes, train, test = learning_curve(GaussianNB(), X, y, cv=5, train_sizes=[0.2, 0.5, 1.0], shuffle=True, random_state=0)
print(sizes, train.mean(axis=1).round(5), test.mean(axis=1).round(5))
train, test = validation_curve(KNeighborsClassifier(), X, y, param_name="n_neighbors", param_range=[1, 5, 50], cv=3)
print(train.round(4).tolist(), test.round(4).tolist())
moved = permutation_importance(KNeighborsClassifier().fit(X, y), X, y, n_repeats=3, random_state=0)
print(moved.importances_mean.round(5), moved.importances_std.round(5), sorted(moved))
print(np.round(permutation_test_score(GaussianNB(), X, y, n_permutations=5, random_state=0)[2], 5))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    GridSearchCV(LogisticRegression(max_iter=500, tol=1e-2), {"C": [1.0, -1.0]}, cv=2).fit(X[:100], y[:100])
print(sorted({warning.category.__name__ for warning in caught}))
for attempt in (
    lambda: cross_val_score(GaussianNB(), X, y, cv=1),
    lambda: GridSearchCV(GaussianNB(), {"alpha": [1]}).fit(X, y),
    lambda: GridSearchCV(GaussianNB(), {"var_smoothing": 1e-9}).fit(X, y),
    lambda: GridSearchCV(GaussianNB(), {"var_smoothing": []}).fit(X, y),
    lambda: grid.best_estimator_.predict([[1.0]]),
    lambda: GridSearchCV(GaussianNB(), {}, refit=False).fit(X, y).predict(X),
    lambda: GridSearchCV(GaussianNB(), {}).predict(X),
    lambda: GridSearchCV(GaussianNB(), {}).best_params_,
):
    try:
        print(attempt())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, str(error)[:160].split(" {'")[0])
GridSearchCV(GaussianNB(), {}, scoring=["accuracy", "f1_macro"]).fit(X, y)
