# A pipeline, a search over its parameters, and the best one kept in files.
# tolerance 1e-4: what iterative solvers leave
import os
import pickle

import joblib
import numpy as np
import pandas as pd
from sklearn.datasets import load_wine
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import ConfusionMatrixDisplay, accuracy_score, confusion_matrix, make_scorer, precision_recall_fscore_support
from sklearn.model_selection import GridSearchCV, KFold, RandomizedSearchCV, cross_val_score, cross_validate, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.svm import SVC

wine = load_wine(as_frame=True)
df = wine.frame
print(df.head(3), df.shape, sep="\n")
print(df["target"].value_counts().sort_index(), df.isnull().sum().sum(), df.dtypes.value_counts())
print(df.corr()["target"].sort_values(key=abs, ascending=False).head(4).round(4))
X_train, X_test, y_train, y_test = train_test_split(wine.data, wine.target, test_size=0.25, random_state=0)
print(type(X_train).__name__, X_train.shape, y_train.name, X_train.index[:5].tolist(), y_test.head(3))
pipe = Pipeline([("scaler", StandardScaler()), ("pca", PCA(n_components=2)), ("clf", LogisticRegression())])
print(pipe)
pipe.fit(X_train, y_train)
print(pipe.score(X_test, y_test), pipe.named_steps["pca"].explained_variance_ratio_.round(4), pipe["clf"].coef_.shape)
print(pipe.named_steps.keys(), len(pipe), pipe[0], pipe.feature_names_in_[:2], pipe.n_features_in_, pipe.classes_)
print(confusion_matrix(y_test, pipe.predict(X_test)))
print(precision_recall_fscore_support(y_test, pipe.predict(X_test), average="weighted"))

param_grid = {"clf__C": [0.1, 1, 10], "pca__n_components": [2, 5]}
grid = GridSearchCV(pipe, param_grid, cv=5, scoring="accuracy", return_train_score=True)
grid.fit(X_train, y_train)
print(grid.best_params_, f"{grid.best_score_:.4f}", grid.best_index_, grid.n_splits_, grid.score(X_test, y_test))
print(grid.best_estimator_)
results = pd.DataFrame(grid.cv_results_)
print(results.columns.tolist())
print(results[["param_clf__C", "param_pca__n_components", "mean_test_score", "std_test_score", "rank_test_score"]].round(4))
print(results.sort_values("rank_test_score")["params"].iloc[0], results.dtypes["param_clf__C"], results.dtypes["rank_test_score"])
print(grid)
search = RandomizedSearchCV(RandomForestClassifier(random_state=0), {"n_estimators": [5, 10, 20], "max_depth": [2, 4, None]}, n_iter=3, cv=3, random_state=1)
search.fit(X_train, y_train)
print([p for p in search.cv_results_["params"]], search.best_score_ > 0.9, search.best_estimator_.get_params()["random_state"])
steps = GridSearchCV(Pipeline([("scale", StandardScaler()), ("clf", SVC())]), [{"scale": [StandardScaler(), MinMaxScaler(), "passthrough"]}, {"clf__kernel": ["linear", "rbf"], "clf__C": [1, 10]}], cv=KFold(3, shuffle=True, random_state=0))
steps.fit(X_train, y_train)
print(steps.best_params_, steps.cv_results_["mean_test_score"].round(4), steps.cv_results_["rank_test_score"])
several = GridSearchCV(SVC(), {"C": [1, 100]}, scoring=["accuracy", "f1_macro"], refit="f1_macro", cv=3).fit(X_train, y_train)
print(several.best_params_, sorted(k for k in several.cv_results_ if k.startswith("mean_test")), several.multimetric_)
told = cross_validate(pipe, wine.data, wine.target, cv=3, scoring=("accuracy", "f1_macro"), return_train_score=True)
print(sorted(told), told["test_accuracy"].round(4), told["train_f1_macro"].round(4))
print(cross_val_score(pipe, wine.data, wine.target, cv=3, scoring=make_scorer(accuracy_score, greater_is_better=False)).round(4))

joblib.dump(grid.best_estimator_, "wine.joblib")
loaded = joblib.load("wine.joblib")
print((loaded.predict(X_test) == grid.predict(X_test)).all(), os.path.exists("wine.joblib"), type(loaded).__name__)
with open("wine.pkl", "wb") as f:
    pickle.dump(grid, f)
with open("wine.pkl", "rb") as f:
    again = pickle.load(f)
print(again.best_params_, again.score(X_test, y_test) == grid.score(X_test, y_test), again.best_estimator_[-1].coef_.shape)
joblib.dump({"model": pipe, "columns": list(wine.data.columns), "at": np.arange(3)}, "bundle.pkl", compress=3)
print({k: type(v).__name__ for k, v in joblib.load("bundle.pkl").items()})
print(sorted(grid.get_params())[:6], grid.get_params()["estimator__clf__C"])
pipe.set_params(clf__C=5, pca__n_components=3).fit(X_train, y_train)
print(pipe.get_params()["clf__C"], pipe["pca"].n_components_, pipe[:-1].transform(X_test).shape, pipe.predict_proba(X_test)[:1].round(3).sum())
for attempt in (
    lambda: pipe.set_params(clf__depth=3),
    lambda: pipe.set_params(model__C=3),
    lambda: GridSearchCV(pipe, {"clf__depth": [1]}).fit(X_train, y_train),
    lambda: Pipeline([("a", StandardScaler()), ("a", SVC())]).fit(X_train, y_train),
    lambda: Pipeline([("a", SVC()), ("b", StandardScaler())]).fit(X_train, y_train),
    lambda: pipe.predict(X_test.drop(columns="alcohol")),
    lambda: pipe.predict(X_test[X_test.columns[::-1]]),
    lambda: pipe.predict(X_test.to_numpy()[:, :3]),
    lambda: cross_val_score(pipe, wine.data, wine.target, scoring="acuracy"),
    lambda: GridSearchCV(SVC(), {"C": [1]}).predict(X_test),
    lambda: joblib.load("none.joblib"),
    lambda: pipe["svc"],
    lambda: pipe.predict_log_proba(X_test).nothing,
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error)[:330].split(" among {")[0])
