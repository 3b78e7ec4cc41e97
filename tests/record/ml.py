"""Records what the real numpy and scikit-learn answer, for the native tests of `base::random` and `ml`.

Run in a throw-away environment with the judge's versions; writes tests/it/recorded/ml_*.json:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scikit-learn==1.9.1
    venv/bin/python tests/record/ml.py

Iterative solvers run to a tight tolerance, so that the recorded numbers are those of the optimum.
"""
import json
import pathlib
import warnings

import numpy as np
from sklearn import datasets, metrics
from sklearn.base import is_classifier
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.preprocessing import MinMaxScaler, Normalizer, RobustScaler, StandardScaler
from sklearn.svm import SVC, SVR
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).parent.parent / "it" / "recorded"


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def write(name, value):
    OUT.mkdir(exist_ok=True)
    (OUT / f"{name}.json").write_text(json.dumps(plain(value), separators=(",", ":")) + "\n")


def random_cases():
    cases = []
    for seed in (0, 1, 42, 2**32 - 1, [1, 2, 3], [7]):
        r = np.random.RandomState(seed)
        cases.append({"seed": seed, "draws": [
            ["random_sample", [], r.random_sample(3)],
            ["randn", [], r.randn(3)],
            ["random_sample", [], r.random_sample(1)],
            ["randn", [], r.randn(2)],
            ["randint", [0, 10], r.randint(0, 10, 5)],
            ["randint", [-5, 1000], r.randint(-5, 1000, 5)],
            ["randint", [0, 1], r.randint(0, 1, 2)],
            ["randint", [0, 2**31 - 1], r.randint(2**31 - 1, size=3)],
            ["randint", [0, 2**32], r.randint(0, 2**32, 3)],
            ["randint", [-(2**62), 2**62], r.randint(-(2**62), 2**62, 3)],
            ["randint", [-(2**63), 2**63 - 1], r.randint(-(2**63), 2**63 - 1, 2)],
            ["permutation", [17], r.permutation(17)],
            ["uniform", [-2.5, 7.0], r.uniform(-2.5, 7.0, 3)],
            ["normal", [3.0, 0.5], r.normal(3.0, 0.5, 3)],
            ["choice", [9], r.choice(9, 5)],
            ["choice_no_replace", [9], r.choice(9, 5, replace=False)],
            ["choice_p", [0.1, 0.0, 0.6, 0.3], r.choice(4, 6, p=[0.1, 0.0, 0.6, 0.3])],
            ["choice_p_no_replace", [0.1, 0.05, 0.6, 0.25], r.choice(4, 3, replace=False, p=[0.1, 0.05, 0.6, 0.25])],
            ["random_sample", [], r.random_sample(700)[-3:]],
        ]})
    return cases


def outcome(action):
    try:
        return action()
    except ValueError:
        return "error"


def split_cases():
    cases = []
    labels = {"two": lambda n: np.arange(n) % 7 // 5, "five": lambda n: np.arange(n) % 5,
              "lone": lambda n: (np.arange(n) == 3).astype(int)}
    for n in (1, 2, 5, 10, 33, 150):
        for test, train in ((None, None), (0.2, None), (0.5, 0.3), (None, 0.7), (3, None), (None, 4), (2, 2),
                            (0.99, None), (0.0, None), (1.0, None), (n, None), (0.6, 0.6)):
            for stratify in (None, *labels):
                for seed in (0, 42):
                    y = labels[stratify](n) if stratify else None
                    cases.append({"kind": "tts", "n": n, "test": test, "train": train, "seed": seed, "y": y,
                                  "parts": outcome(lambda: train_test_split(
                                      np.arange(n), test_size=test, train_size=train, random_state=seed, stratify=y))})
    for n in (2, 7, 12, 50):
        for k in (1, 2, 3, 5, 13):
            for seed in (None, 0, 42):
                cases.append({"kind": "kfold", "n": n, "k": k, "seed": seed, "tests": outcome(lambda: [
                    test for _, test in KFold(k, shuffle=seed is not None, random_state=seed).split(np.arange(n))])})
                y = [(i * i + i // 3) % 4 for i in range(n)]
                cases.append({"kind": "stratified", "n": n, "k": k, "seed": seed, "y": y, "tests": outcome(lambda: [
                    test for _, test in
                    StratifiedKFold(k, shuffle=seed is not None, random_state=seed).split(np.zeros(n), y)])})
    return cases


def tables():
    r = np.random.RandomState(2024)
    made = {}

    def put(name, x, y, xt, yt=None):
        made[name] = {"x": np.asarray(x, float), "y": np.asarray(y), "xt": np.asarray(xt, float),
                      "yt": None if yt is None else np.asarray(yt)}

    x, y = datasets.load_iris(return_X_y=True)
    a, b, c, d = train_test_split(x, y, test_size=0.2, random_state=42)
    put("iris", a, c, b, d)
    scaler = StandardScaler().fit(a)
    put("iris_std", scaler.transform(a), c, scaler.transform(b), d)
    x, y = datasets.load_diabetes(return_X_y=True)
    a, b, c, d = train_test_split(x, y, test_size=0.2, random_state=42)
    put("diabetes", a, c, b, d)
    x, y = datasets.load_wine(return_X_y=True)
    a, b, c, d = train_test_split(x, y, test_size=0.25, random_state=0)
    put("wine", a, c, b, d)
    x = np.round(r.randn(160, 5) * [1, 10, 0.1, 3, 1] + [0, 5, 0, -2, 100], 3)
    y = (x @ [1, -0.1, 8, 0.2, 0.5] + r.randn(160) > 49).astype(int)
    put("two", x[:110], y[:110], x[110:], y[110:])
    x = np.round(r.randn(200, 6) * [1, 2, 1, 5, 1, 1], 2)
    y = np.argmax(x @ r.randn(6, 4) + r.randn(200, 4), axis=1)
    put("four", x[:140], y[:140], x[140:], y[140:])
    x = np.round(r.randn(150, 6) * [1, 20, 0.1, 3, 1, 1] + [0, 5, 0, -2, 100, 0], 3)
    y = np.round(x @ [2, -0.3, 15, 0, 1, 0] + np.abs(x[:, 0]) * 3 + r.randn(150), 3)
    put("numbers", x[:100], y[:100], x[100:], y[100:])
    x = np.round(r.randn(30, 40), 3)
    y = np.round(x[:, :3] @ [3, -2, 1] + 0.1 * r.randn(30), 3)
    put("wide", x[:20], y[:20], x[20:], y[20:])
    group = np.arange(60) % 3
    x = np.column_stack([group == 0, group == 1, group == 2, np.round(r.randn(60), 2), np.full(60, 7.0)]).astype(float)
    y = np.round(group * 2.0 + x[:, 3] + 0.1 * r.randn(60), 3)
    put("dummies", x[:45], y[:45], x[45:], y[45:])
    return made


def answers(model, table):
    xt, got = table["xt"], {}
    if hasattr(model, "predict"):
        got["predict"] = model.predict(xt)
    if is_classifier(model) and hasattr(model, "predict_proba") and not isinstance(model, SVC):
        got["proba"] = model.predict_proba(xt)
    if hasattr(model, "transform") and not isinstance(model, KMeans):
        got["transform"] = model.transform(xt)
    linear = not isinstance(model, (SVC, SVR)) or model.kernel == "linear"
    if linear and hasattr(model, "coef_"):
        got["coef"] = np.atleast_2d(model.coef_)
        got["intercept"] = np.atleast_1d(model.intercept_)
    if hasattr(model, "feature_importances_"):
        got["importances"] = model.feature_importances_
    if isinstance(model, (DecisionTreeClassifier, DecisionTreeRegressor)):
        got["feature"] = model.tree_.feature
        got["threshold"] = model.tree_.threshold
    if isinstance(model, KMeans):
        got |= {"centers": model.cluster_centers_, "inertia": model.inertia_, "labels": model.labels_}
    if isinstance(model, PCA):
        got |= {"components": model.components_, "variance": model.explained_variance_,
                "ratio": model.explained_variance_ratio_}
    return got


def fit_cases(made):
    cases = []

    def add(name, table, model, real=None):
        """`real` holds settings for the recording alone (a tight tolerance); the engine gets the model's own."""
        asked = {key: value for key, value in model.get_params().items() if value != type(model)().get_params()[key]}
        model.set_params(**(real or {})).fit(made[table]["x"], made[table]["y"])
        cases.append({"estimator": name, "table": table, "params": asked, **answers(model, made[table])})

    newton = {"solver": "newton-cholesky", "tol": 1e-13, "max_iter": 1000}
    for table in ("two", "four", "iris_std", "iris", "wine"):
        for settings in ({}, {"C": 0.01}, {"C": 100.0}, {"fit_intercept": False}):
            add("logistic_regression", table, LogisticRegression(**settings), newton)
    for table in ("numbers", "diabetes", "wide", "dummies"):
        for settings in ({}, {"fit_intercept": False}):
            add("linear_regression", table, LinearRegression(**settings))
            for alpha in (0.1, 1.0, 25.0):
                add("ridge", table, Ridge(alpha=alpha, **settings))
            tight = {"tol": 1e-14, "max_iter": 1_000_000}
            for alpha in (0.02, 0.1, 1.0):
                add("lasso", table, Lasso(alpha=alpha, **settings), tight)
            add("elastic_net", table, ElasticNet(alpha=0.05, l1_ratio=0.05, **settings), tight)
            add("elastic_net", table, ElasticNet(alpha=0.5, l1_ratio=0.9, **settings), tight)
    for table in ("two", "four", "iris", "wine"):
        for criterion in ("gini", "entropy"):
            for settings in ({}, {"max_depth": 3}, {"min_samples_leaf": 5}, {"min_samples_split": 20}):
                for seed in (0, 42):
                    add("decision_tree_classifier", table,
                        DecisionTreeClassifier(criterion=criterion, random_state=seed, **settings))
        for seed in (0, 42):
            for settings in ({}, {"max_features": None, "max_depth": 4}, {"bootstrap": False, "max_features": 2},
                             {"criterion": "entropy", "min_samples_leaf": 3, "max_features": 0.5}):
                add("random_forest_classifier", table,
                    RandomForestClassifier(n_estimators=12, random_state=seed, **settings))
    for table in ("numbers", "diabetes", "wide"):
        for settings in ({}, {"max_depth": 3}, {"min_samples_leaf": 5}):
            add("decision_tree_regressor", table, DecisionTreeRegressor(random_state=1, **settings))
        for settings in ({}, {"max_features": "sqrt"}, {"min_samples_leaf": 4, "max_features": 3}):
            add("random_forest_regressor", table, RandomForestRegressor(n_estimators=15, random_state=3, **settings))
    for table in ("two", "four", "iris", "wine"):
        for settings in ({}, {"var_smoothing": 1e-3}):
            add("gaussian_nb", table, GaussianNB(**settings))
        for settings in ({}, {"kernel": "linear", "C": 0.5}, {"kernel": "poly", "degree": 2}, {"gamma": 0.05, "C": 10.0},
                         {"gamma": "auto"}):
            if not (table == "wine" and settings.get("kernel")):
                add("svc", table, SVC(**settings), {"tol": 1e-10})
        for settings in ({}, {"n_neighbors": 1}, {"n_neighbors": 7, "weights": "distance"}):
            add("k_neighbors_classifier", table, KNeighborsClassifier(**settings))
    for table in ("numbers", "diabetes", "wide"):
        for settings in ({}, {"kernel": "linear", "C": 0.1}, {"C": 10.0, "epsilon": 0.5, "gamma": "auto"}):
            add("svr", table, SVR(**settings), {"tol": 1e-10})
        for settings in ({}, {"n_neighbors": 3, "weights": "distance"}):
            add("k_neighbors_regressor", table, KNeighborsRegressor(**settings))
    for table in ("iris", "wine", "four", "diabetes"):
        for settings in ({}, {"n_clusters": 3, "n_init": 10}, {"n_clusters": 5, "n_init": 3, "max_iter": 5}):
            for seed in (0, 42):
                add("k_means", table, KMeans(random_state=seed, **settings))
        for settings in ({}, {"n_components": 2}, {"n_components": 0.9}):
            add("pca", table, PCA(**settings))
        for name, model in (("standard_scaler", StandardScaler()), ("min_max_scaler", MinMaxScaler()),
                            ("robust_scaler", RobustScaler()), ("normalizer", Normalizer())):
            add(name, table, model)
    add("pca", "wide", PCA(n_components=5))
    for model, name in ((StandardScaler(), "standard_scaler"), (MinMaxScaler(), "min_max_scaler"),
                        (RobustScaler(), "robust_scaler")):
        add(name, "dummies", model)
    return cases


def metric_cases():
    r, cases = np.random.RandomState(7), []
    m = metrics
    for n, k in ((1, 2), (2, 2), (10, 2), (50, 3), (200, 5), (40, 4), (30, 2)):
        for _ in range(4):
            true, guess = r.randint(0, k, n), r.randint(0, k, n)
            guess = np.where(r.rand(n) < 0.5, true, guess)
            if k == 4:
                guess = np.minimum(guess, 2)  # a class that is never predicted
            present = np.arange(k)
            p, rec, f, support = m.precision_recall_fscore_support(true, guess, labels=present, zero_division=0)
            case = {"kind": "classes", "k": k, "true": true, "guess": guess, "accuracy": m.accuracy_score(true, guess),
                    "confusion": m.confusion_matrix(true, guess, labels=present), "precision": p, "recall": rec,
                    "f1": f, "support": support}
            for average in ("macro", "weighted"):
                case[average] = m.precision_recall_fscore_support(true, guess, labels=present, average=average,
                                                                  zero_division=0)[:3]
            cases.append(case)
            scores = np.round(r.rand(n, k), 2) + 0.01
            scores /= scores.sum(axis=1, keepdims=True)
            case = {"kind": "scores", "k": k, "true": true, "scores": scores,
                    "log_loss": m.log_loss(true, scores, labels=present)}
            if len(set(true)) == k:
                case["auc"] = m.roc_auc_score(true, scores[:, 1]) if k == 2 else m.roc_auc_score(
                    true, scores, multi_class="ovr", labels=present)
            cases.append(case)
    cases.append({"kind": "scores", "k": 2, "true": [0, 1, 1, 0], "scores": [[1, 0], [1, 0], [0, 1], [0, 1]],
                  "log_loss": m.log_loss([0, 1, 1, 0], [[1, 0], [1, 0], [0, 1], [0, 1]]), "auc": 0.5})
    for n in (2, 3, 10, 101, 500):
        for scale in (1.0, 1e-6, 1e6):
            true = r.randn(n) * scale
            guess = true + r.randn(n) * scale * 0.5
            cases.append({"kind": "numbers", "true": true, "guess": guess, "mse": m.mean_squared_error(true, guess),
                          "rmse": m.root_mean_squared_error(true, guess), "mae": m.mean_absolute_error(true, guess),
                          "r2": m.r2_score(true, guess), "median_ae": m.median_absolute_error(true, guess),
                          "max_error": m.max_error(true, guess),
                          "mape": m.mean_absolute_percentage_error(true, guess),
                          "explained_variance": m.explained_variance_score(true, guess)})
    for true, guess in (([1.0, 1.0, 1.0], [1.0, 1.0, 1.0]), ([2.0, 2.0], [1.0, 3.0]), ([0.0, 1.0], [0.5, 1.0])):
        cases.append({"kind": "numbers", "true": true, "guess": guess, "mse": m.mean_squared_error(true, guess),
                      "rmse": m.root_mean_squared_error(true, guess), "mae": m.mean_absolute_error(true, guess),
                      "r2": m.r2_score(true, guess), "median_ae": m.median_absolute_error(true, guess),
                      "max_error": m.max_error(true, guess), "mape": m.mean_absolute_percentage_error(true, guess),
                      "explained_variance": m.explained_variance_score(true, guess)})
    for n, p, k in ((10, 2, 2), (60, 3, 3), (100, 5, 4), (30, 2, 10), (6, 1, 5)):
        for spread in (0.5, 5.0):
            labels, truth = np.arange(n) % k, r.randint(0, 3, n)
            x = np.round(r.randn(n, p) + spread * labels[:, None], 3)
            labels = np.where(r.rand(n) < 0.1, (labels + 1) % k, labels)
            cases.append({"kind": "clusters", "x": x, "labels": labels, "truth": truth,
                          "silhouette": m.silhouette_score(x, labels), "rand": m.adjusted_rand_score(truth, labels),
                          "calinski_harabasz": m.calinski_harabasz_score(x, labels),
                          "davies_bouldin": m.davies_bouldin_score(x, labels)})
    cases.append({"kind": "rand", "truth": [0, 0, 0], "labels": [0, 0, 0], "rand": m.adjusted_rand_score([0] * 3, [0] * 3)})
    cases.append({"kind": "rand", "truth": [0, 1, 2], "labels": [0, 0, 0],
                  "rand": m.adjusted_rand_score([0, 1, 2], [0] * 3)})
    return cases


if __name__ == "__main__":
    write("ml_random", random_cases())
    write("ml_split", split_cases())
    made = tables()
    write("ml_tables", made)
    write("ml_fits", fit_cases(made))
    write("ml_metrics", metric_cases())
