# What scikit-learn's fits and scores log by themselves.
# tolerance 1e-4: what iterative solvers leave
import mlflow
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import accuracy_score
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

mlflow.sklearn.autolog()
mlflow.set_experiment("autolog")
iris = load_iris(as_frame=True)
X_train, X_test, y_train, y_test = train_test_split(iris.data, iris.target, random_state=0)
with mlflow.start_run(run_name="logistic") as run:
    model = LogisticRegression(max_iter=5000, tol=1e-8)
    model.fit(X_train, y_train)
    print(round(model.score(X_test, y_test), 4), round(model.score(X_train, y_train), 4), round(model.score(X_test[:10], y_test[:10]), 4))
    print(round(accuracy_score(y_test, model.predict(X_test)), 4))
found = mlflow.get_run(run.info.run_id)
print(found.data.params["C"], sorted(found.data.metrics), found.data.tags["estimator_name"], found.data.tags["estimator_class"])
with mlflow.start_run(run_name="logged before"):
    mlflow.log_param("who", "me")
    forest = RandomForestClassifier(n_estimators=8, max_depth=2, random_state=0).fit(X_train.to_numpy(), y_train.to_numpy())
    mlflow.log_metric("own", forest.score(X_test.to_numpy(), y_test.to_numpy()))
cancer = load_breast_cancer()
with mlflow.start_run(run_name="two classes"):
    make_pipeline(StandardScaler(), LogisticRegression(tol=1e-9, max_iter=5000)).fit(cancer.data, cancer.target)
with mlflow.start_run(run_name="search"):
    search = GridSearchCV(Pipeline([("scale", StandardScaler()), ("clf", LogisticRegression(tol=1e-9, max_iter=5000))]), {"clf__C": [0.01, 0.1, 1.0]}, cv=3)
    search.fit(X_train, y_train)
    print(search.best_params_, round(search.score(X_test, y_test), 4))
rows, target = load_diabetes(return_X_y=True)
with mlflow.start_run(run_name="ridge"):
    ridge = Ridge(alpha=0.5).fit(rows, target)
    print(round(ridge.score(rows, target), 5))
with mlflow.start_run(run_name="scaler"):
    StandardScaler().fit_transform(rows)
with mlflow.start_run(run_name="groups"):
    KMeans(n_clusters=3, n_init=1, random_state=0).fit(rows)
LinearRegression().fit(rows, target)
made = mlflow.last_active_run()
print(mlflow.active_run(), made.info.status, made.data.params["fit_intercept"], made.data.tags["mlflow.autologging"])
try:
    LinearRegression().fit(rows, target[:3])
except ValueError as error:
    print(error)
print(mlflow.last_active_run().info.status)
mlflow.sklearn.autolog(log_models=False, max_tuning_runs=1, extra_tags={"team": "a"})
with mlflow.start_run(run_name="no models"):
    GridSearchCV(Ridge(), {"alpha": [0.1, 1.0]}, cv=2, scoring="r2").fit(rows, target)
mlflow.sklearn.autolog(disable=True)
with mlflow.start_run(run_name="off"):
    Ridge().fit(rows, target)
