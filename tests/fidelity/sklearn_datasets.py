# Data sets that come with the package and data that are made up.
import numpy as np
from sklearn.datasets import (
    load_breast_cancer,
    load_diabetes,
    load_digits,
    load_iris,
    load_wine,
    make_blobs,
    make_circles,
    make_classification,
    make_friedman1,
    make_moons,
    make_regression,
)

iris = load_iris()
print(type(iris).__name__, iris.keys())
print(iris.data.shape, iris.data[:2], iris.target[[0, 50, 149]], iris.target_names, iris.feature_names)
print(iris["target_names"][iris.target[100]], iris.filename, np.bincount(iris.target))
frame = load_iris(as_frame=True).frame
print(frame.head())
print(frame.dtypes)
print(frame.groupby("target").mean())
X, y = load_wine(return_X_y=True)
print(X.shape, X.dtype, y.dtype, np.bincount(y), X.mean(axis=0).round(3)[:4], load_wine().feature_names[-2:], load_wine().target_names)
cancer = load_breast_cancer()
print(cancer.data.shape, cancer.feature_names[:3], cancer.target_names, np.bincount(cancer.target), list(cancer))
diabetes = load_diabetes()
print(diabetes.data.shape, diabetes.feature_names, diabetes.target[:5], diabetes.data[0].round(6), diabetes.target.dtype)
X, y = load_diabetes(return_X_y=True, as_frame=True)
print(X.iloc[:2, :3], y.head(3), type(X).__name__, y.name)
digits = load_digits()
print(digits.data.shape, digits.images.shape, digits.images[0][:2], digits.target[:10], digits.target_names)
print(load_digits(n_class=3, return_X_y=True)[0].shape)

X, y = make_classification(n_samples=8, n_features=4, random_state=42)
print(X.round(6), y)
X, y = make_classification(n_samples=200, n_features=10, n_informative=5, n_redundant=2, n_repeated=1, n_classes=3, weights=[0.6, 0.3], flip_y=0, class_sep=1.5, random_state=1)
print(np.bincount(y), X[:2].round(5), X.sum().round(4))
X, y = make_classification(1000, 20, weights=[0.9], random_state=0)
print(np.bincount(y), X[0, :5].round(6))
X, y, coef = make_regression(n_samples=6, n_features=3, n_informative=2, noise=5.0, coef=True, random_state=0)
print(X.round(6), y.round(5), coef.round(5))
X, y = make_blobs(n_samples=7, centers=3, cluster_std=0.5, random_state=10)
print(X.round(6), y)
X, y, centres = make_blobs([3, 2], centers=[[0, 0], [5, 5]], return_centers=True, random_state=0)
print(X.round(6), y, centres)
X, y = make_moons(n_samples=6, noise=0.1, random_state=42)
print(X.round(6), y)
X, y = make_circles(n_samples=6, factor=0.5, noise=0.05, random_state=42)
print(X.round(6), y)
X, y = make_friedman1(n_samples=2, random_state=0)
print(X.round(4), y.round(6))
for attempt in (
    lambda: make_classification(n_features=3),
    lambda: make_classification(n_classes=8),
    lambda: make_circles(factor=2.0),
):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
load_iris().classes
