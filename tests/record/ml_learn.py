"""Records what scikit-learn's fitted estimators hold and say, for the native tests of `ml::learn`.

Run in a throw-away environment with the judge's versions; writes tests/it/recorded/ml_learn.json over the tables
of ml.py:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scikit-learn==1.9.1
    venv/bin/python tests/record/ml_learn.py
"""
import warnings

import numpy as np
from ml import tables, write
from sklearn.cluster import DBSCAN, KMeans
from sklearn.decomposition import PCA, TruncatedSVD
from sklearn.ensemble import (ExtraTreesClassifier, ExtraTreesRegressor, GradientBoostingClassifier,
                              GradientBoostingRegressor, RandomForestClassifier, RandomForestRegressor)
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Perceptron, Ridge, SGDClassifier, SGDRegressor
from sklearn.naive_bayes import BernoulliNB, GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor, NearestNeighbors
from sklearn.svm import SVC, SVR, LinearSVC
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

warnings.filterwarnings("ignore")

# What each family's fit is looked at for.
LOOKED_AT = ["coef_", "intercept_", "rank_", "singular_", "feature_importances_", "max_features_", "train_score_",
             "n_estimators_", "support_", "support_vectors_", "n_support_", "dual_coef_", "theta_", "var_", "class_prior_",
             "class_count_", "epsilon_", "class_log_prior_", "feature_count_", "feature_log_prob_", "cluster_centers_",
             "labels_", "inertia_", "core_sample_indices_", "components_", "explained_variance_",
             "explained_variance_ratio_", "singular_values_", "mean_", "n_components_", "noise_variance_", "probA_", "probB_"]
METHODS = ["predict", "predict_proba", "decision_function", "transform", "apply"]


def whole(value):
    return np.asarray(value).tolist()


def trees(model):
    found = [model] if hasattr(model, "tree_") else [tree for tree in np.ravel(model.estimators_)]
    return [{"feature": t.tree_.feature, "threshold": t.tree_.threshold, "left": t.tree_.children_left,
             "right": t.tree_.children_right, "value": t.tree_.value.reshape(t.tree_.node_count, -1),
             "rows": t.tree_.n_node_samples, "impurity": t.tree_.impurity,
             "weight": t.tree_.weighted_n_node_samples} for t in found]


def case(name, table, made, model, real=None, weights=False, target=None):
    """`real` holds settings for the recording alone (a tight tolerance); the engine gets the model's own."""
    defaults = type(model)().get_params()
    asked = {key: value for key, value in model.get_params().items() if value != defaults[key]}
    x, y, xt = made[table]["x"], made[table]["y"], made[table]["xt"]
    if target is not None:
        y = target
    model.set_params(**(real or {}))
    given = 1 + np.arange(len(x)) % 3 * 0.5 if weights else None
    model.fit(x, y, **({"sample_weight": given} if weights else {}))
    got = {"estimator": name, "table": table, "params": asked, "weights": given,
           "attributes": {key: whole(getattr(model, key)) for key in LOOKED_AT
                          if np.size(getattr(model, key, []))}}
    if target is not None:
        got["target"] = target
    for method in METHODS:
        linear = name in ("logistic_regression", "linear_svc", "sgd_classifier", "perceptron", "sgd_regressor")
        if hasattr(model, method) and not (method == "transform" and linear):
            if method == "predict_proba" and getattr(model, "loss", "") == "modified_huber":
                continue
            answer = getattr(model, method)(xt)
            got[method] = whole(answer.reshape(len(xt), -1) if method == "apply" else answer)
    if hasattr(model, "kneighbors"):
        got["kneighbors"] = [whole(part) for part in model.kneighbors(xt, 3)]
    if hasattr(model, "tree_") or hasattr(model, "estimators_"):
        got["trees"] = trees(model)
    if hasattr(model, "inverse_transform"):
        got["inverse"] = whole(model.inverse_transform(model.transform(xt)))
    return got


def cases(made):
    def of(*args, **more):
        found.append(case(args[0], args[1], made, *args[2:], **more))

    found = []
    newton = {"solver": "newton-cholesky", "tol": 1e-13, "max_iter": 1000}
    for table in ("two", "iris"):
        of("logistic_regression", table, LogisticRegression(C=0.5), newton)
        of("logistic_regression", table, LogisticRegression(), newton, weights=True)
    of("logistic_regression", "two", LogisticRegression(solver="liblinear"), {"tol": 1e-12, "max_iter": 100_000})
    for table in ("two", "iris_std"):
        of("linear_svc", table, LinearSVC(), {"tol": 1e-12, "max_iter": 1_000_000})
    two_targets = np.column_stack([made["numbers"]["y"], made["numbers"]["x"][:, 0] * 2])
    for model, name in ((LinearRegression(), "linear_regression"), (Ridge(alpha=0.5), "ridge")):
        of(name, "numbers", model)
        of(name, "numbers", model, weights=True)
        of(name, "numbers", model, target=two_targets)
    tight = {"tol": 1e-14, "max_iter": 1_000_000}
    of("lasso", "numbers", Lasso(alpha=0.1), tight)
    of("elastic_net", "numbers", ElasticNet(alpha=0.1), tight, weights=True)
    for table in ("iris", "wine", "two"):
        for settings in ({}, {"max_depth": 3}, {"max_leaf_nodes": 6}, {"ccp_alpha": 0.02}, {"splitter": "random"},
                         {"min_samples_leaf": 0.05, "min_samples_split": 0.2}, {"min_impurity_decrease": 0.03}):
            of("decision_tree_classifier", table, DecisionTreeClassifier(random_state=42, **settings))
        of("decision_tree_classifier", table, DecisionTreeClassifier(random_state=0, max_depth=4), weights=True)
        of("random_forest_classifier", table, RandomForestClassifier(n_estimators=4, random_state=42))
        of("extra_trees_classifier", table, ExtraTreesClassifier(n_estimators=3, random_state=42))
        of("gradient_boosting_classifier", table, GradientBoostingClassifier(n_estimators=12, random_state=42))
        of("gradient_boosting_classifier", table, GradientBoostingClassifier(
            n_estimators=6, subsample=0.5, max_features="sqrt", max_depth=2, learning_rate=0.3, random_state=1))
    for table in ("numbers", "diabetes"):
        for settings in ({"max_depth": 4}, {"max_leaf_nodes": 7}, {"ccp_alpha": 5.0}):
            of("decision_tree_regressor", table, DecisionTreeRegressor(random_state=42, **settings))
        of("random_forest_regressor", table, RandomForestRegressor(n_estimators=2, max_depth=5, random_state=42))
        of("extra_trees_regressor", table, ExtraTreesRegressor(n_estimators=2, max_depth=4, random_state=42))
        of("gradient_boosting_regressor", table, GradientBoostingRegressor(n_estimators=8, random_state=42))
        of("gradient_boosting_regressor", table, GradientBoostingRegressor(n_estimators=8, random_state=42,
                                                                           subsample=0.7), weights=True)
    for table in ("two", "iris"):
        for settings in ({}, {"n_neighbors": 3, "weights": "distance", "p": 1}, {"metric": "chebyshev"}):
            of("k_neighbors_classifier", table, KNeighborsClassifier(**settings))
        for settings in ({}, {"kernel": "poly", "coef0": 1.0}, {"decision_function_shape": "ovo"}):
            of("svc", table, SVC(**settings), {"tol": 1e-10})
        of("gaussian_nb", table, GaussianNB(), weights=True)
        of("bernoulli_nb", table, BernoulliNB(binarize=3.0))
    of("multinomial_nb", "iris", MultinomialNB(alpha=0.5))
    of("k_neighbors_regressor", "numbers", KNeighborsRegressor(), target=two_targets)
    of("nearest_neighbors", "numbers", NearestNeighbors())
    of("svc", "iris", SVC(kernel="linear"), {"tol": 1e-10})
    for table in ("two", "four"):
        of("svc", table, SVC(probability=True, random_state=42), {"tol": 1e-10})
    of("svr", "diabetes", SVR(kernel="linear", C=0.5), {"tol": 1e-10})
    for settings in ({"n_clusters": 3}, {"n_clusters": 4, "init": "random", "n_init": 3}):
        of("k_means", "iris", KMeans(random_state=42, **settings))
    for settings in ({}, {"loss": "log_loss"}, {"loss": "modified_huber", "learning_rate": "adaptive"},
                     {"loss": "squared_hinge", "alpha": 0.01, "fit_intercept": False}):
        for table in ("two", "iris_std"):
            if settings.get("loss") != "modified_huber" or table == "iris_std":
                of("sgd_classifier", table, SGDClassifier(random_state=42, **settings))
    of("perceptron", "iris_std", Perceptron(random_state=0))
    of("sgd_regressor", "diabetes", SGDRegressor(random_state=42), weights=True)
    of("dbscan", "iris", DBSCAN(eps=0.6))
    for settings in ({}, {"n_components": 2, "whiten": True}, {"n_components": 0.95}):
        of("pca", "wine", PCA(**settings))
    of("truncated_svd", "wine", TruncatedSVD(n_components=3, algorithm="arpack"))
    return found


if __name__ == "__main__":
    write("ml_learn", cases(tables()))
