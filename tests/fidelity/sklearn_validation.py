# What estimators say about data that do not fit.
import warnings

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeRegressor
from sklearn.utils import Bunch, check_array, check_random_state, check_X_y, resample, shuffle
from sklearn.utils.class_weight import compute_class_weight, compute_sample_weight
from sklearn.utils.multiclass import type_of_target, unique_labels

X = np.arange(12.0).reshape(6, 2)
y = np.array([0, 1, 0, 1, 0, 1])
holed = X.copy()
holed[0, 1] = np.nan
frame = pd.DataFrame(X, columns=["a", "b"])


def attempt(action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(action())
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    for warning in caught:
        print("  ", warning.category.__name__, warning.message)


attempt(lambda: LogisticRegression().fit(holed, y))
attempt(lambda: KMeans(2).fit(holed))
attempt(lambda: check_array(holed))
attempt(lambda: StandardScaler().fit(X / 0.0))
attempt(lambda: LinearRegression().fit(X[0], y))
attempt(lambda: StandardScaler().fit_transform([1, 2, 3]))
attempt(lambda: LinearRegression().fit(X, y[:4]))
attempt(lambda: LinearRegression().fit(X, None))
attempt(lambda: LinearRegression().fit(X, [1, 2, 3, np.nan, 5, 6]))
attempt(lambda: LogisticRegression().fit(X, y + 0.5))
attempt(lambda: LogisticRegression().fit(X, X))
attempt(lambda: LogisticRegression().fit(X, y.reshape(-1, 1)))
attempt(lambda: LogisticRegression().fit(X[:0], y[:0]))
attempt(lambda: LogisticRegression().fit([["x", "y"]] * 6, y))
attempt(lambda: KNeighborsClassifier(n_neighbors=9).fit(X, y).predict(X))
attempt(lambda: KMeans(n_clusters=9).fit(X))
attempt(lambda: DecisionTreeRegressor().fit(X, y).predict(X[:, :1]))
model = LogisticRegression().fit(frame, y)
print(model.feature_names_in_, model.n_features_in_)
attempt(lambda: model.predict(X[:2]))
attempt(lambda: model.predict(frame[["b", "a"]]))
attempt(lambda: model.predict(frame.rename(columns={"a": "c"})))
attempt(lambda: LogisticRegression().fit(X, y).predict(frame[:2]))
attempt(lambda: check_X_y(X, y[:2]))
attempt(lambda: check_random_state("seed"))
attempt(lambda: train_test_split(X, y[:3]))
attempt(lambda: train_test_split(X, test_size=1.5))
attempt(lambda: train_test_split(X, test_size=9))
attempt(lambda: train_test_split())
attempt(lambda: train_test_split(X, y, stratify=[0, 0, 0, 0, 0, 1]))
attempt(lambda: train_test_split(X, y, stratify=y, test_size=1))
attempt(lambda: shuffle(X, y[:3]))
attempt(lambda: resample(X, replace=False, n_samples=10))

print(shuffle([10, 20, 30, 40], list("abcd"), random_state=0))
print(resample(np.arange(6), random_state=1), resample(np.arange(6), replace=False, n_samples=3, random_state=1))
print(resample(np.arange(6), n_samples=4, stratify=y, random_state=3))
print(check_random_state(7).randint(100), check_array([[1, 2], [3, 4]]).dtype, check_X_y([[1], [2]], [0, 1])[1])
print(compute_class_weight("balanced", classes=np.array([0, 1]), y=[0, 0, 0, 1]), compute_sample_weight("balanced", [0, 0, 0, 1]))
print([type_of_target(t) for t in ([0, 1], [0, 1, 2], [0.5, 1.0], ["a", "b"], [[0, 1], [1, 1]], [[1, 2], [3, 4]])], unique_labels([3, 1], [2, 1]))
bunch = Bunch(data=[1, 2], name="two")
print(bunch.data, bunch["name"], list(bunch), bunch)
bunch.extra
