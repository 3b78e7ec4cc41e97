# What MLflow's default format of models refuses, and how one keeps such a model nevertheless.
import mlflow
import numpy as np
from mlflow.exceptions import MlflowException
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier, VotingClassifier
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import GridSearchCV, KFold
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

X, y = load_iris(return_X_y=True)


def halved(values):
    return values / 2


class Own(LogisticRegression):
    pass


def keep(model, **options):
    with mlflow.start_run():
        try:
            mlflow.sklearn.log_model(model, name="model", **options)
            print("kept", type(model).__name__)
        except MlflowException as error:
            print(type(model).__name__, error.error_code, str(error).splitlines()[0])


mlflow.set_experiment("formats")
lines = LogisticRegression(max_iter=500)
search = {"C": [0.1, 1.0]}
models = [
    lines,
    Ridge(),
    GaussianNB(),
    SVC(),
    KMeans(3, n_init=1, random_state=0),
    make_pipeline(StandardScaler(), LinearRegression()),
    make_pipeline(FunctionTransformer(np.log1p), LinearRegression()),
    make_pipeline(FunctionTransformer(halved), LinearRegression()),
    make_pipeline(FunctionTransformer(lambda values: values), LinearRegression()),
    DecisionTreeClassifier(max_depth=2),
    DecisionTreeRegressor(max_depth=2),
    RandomForestClassifier(3),
    GradientBoostingClassifier(n_estimators=2),
    make_pipeline(StandardScaler(), RandomForestClassifier(2)),
    VotingClassifier([("lines", lines), ("tree", DecisionTreeClassifier())]),
    KNeighborsClassifier(),
    KNeighborsClassifier(metric="manhattan", algorithm="ball_tree"),
    KNeighborsClassifier(n_neighbors=80),
    KNeighborsRegressor(algorithm="brute"),
    make_pipeline(SimpleImputer(), lines),
    make_pipeline(SelectKBest(k=2), lines),
    GridSearchCV(lines, search, cv=3),
    GridSearchCV(lines, search, cv=KFold(3, shuffle=True, random_state=0), scoring="f1_macro"),
    GridSearchCV(Ridge(), {"alpha": [1.0]}),
    Own(max_iter=500),
]
for model in models:
    keep(model.fit(X, y))

tree = DecisionTreeClassifier(max_depth=2).fit(X, y)
keep(tree, skops_trusted_types=["sklearn.tree._tree.Tree"])
keep(tree, serialization_format="cloudpickle")
keep(tree, serialization_format=mlflow.sklearn.SERIALIZATION_FORMAT_PICKLE)
keep(KNeighborsClassifier().fit(X, y), skops_trusted_types=["sklearn.neighbors._kd_tree.KDTree"])
keep(tree, serialization_format="joblib")
