# Models kept in files, and calls in a row.
import io
import os
import pickle

import joblib
import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

X, y = load_iris(return_X_y=True)
for model in (
    LogisticRegression(max_iter=500),
    DecisionTreeClassifier(random_state=0),
    RandomForestClassifier(n_estimators=5, random_state=0),
    GradientBoostingClassifier(n_estimators=3, random_state=0),
    KNeighborsClassifier(),
    SVC(),
    GaussianNB(),
    make_pipeline(StandardScaler(), PCA(2), LogisticRegression()),
    GridSearchCV(KNeighborsClassifier(), {"n_neighbors": [3, 5]}, cv=3),
):
    model.fit(X, y)
    print(joblib.dump(model, "model.joblib"), os.path.getsize("model.joblib") > 100)
    loaded = joblib.load("model.joblib")
    print(type(loaded).__name__, (loaded.predict(X) == model.predict(X)).all(), repr(loaded) == repr(model), loaded.n_features_in_)
    again = pickle.loads(pickle.dumps(model))
    print((again.predict(X) == model.predict(X)).all(), again.get_params(deep=False).keys() == model.get_params(deep=False).keys())
groups = KMeans(3, n_init=2, random_state=0).fit(X)
joblib.dump({"groups": groups, "names": ["a", "b"], "data": X[:2]}, "all.pkl", compress=3)
kept = joblib.load("all.pkl")
print((kept["groups"].predict(X) == groups.labels_).all(), kept["names"], kept["data"])
frame = pd.DataFrame({"city": ["Rome", "Oslo"], "size": [1.0, 2.0]})
columns = ColumnTransformer([("city", OneHotEncoder(), ["city"])], remainder="passthrough").fit(frame)
with open("columns.pkl", "wb") as file:
    pickle.dump(columns, file)
with open("columns.pkl", "rb") as file:
    print(pickle.load(file).transform(frame), columns.get_feature_names_out())
buffer = io.BytesIO()
joblib.dump(LinearRegression().fit([[0.0], [1.0]], [1.0, 3.0]), buffer)
buffer.seek(0)
print(joblib.load(buffer).predict([[2.0]]).round(6), joblib.load("model.joblib").best_params_)
print(Parallel(n_jobs=2)(delayed(pow)(i, 2) for i in range(5)), joblib.hash([1, 2]) == joblib.hash([1, 2]), joblib.hash("a") == joblib.hash("b"))
for attempt in (
    lambda: joblib.load("nowhere.joblib"),
    lambda: joblib.dump(1, "x", compress=12),
    lambda: Parallel(n_jobs=0)(delayed(abs)(i) for i in [1]),
):
    try:
        print(attempt())
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
joblib.load("all.pkl")["labels"]
