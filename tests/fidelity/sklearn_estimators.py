# Parameters, printing and cloning of estimators.
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin, clone, is_classifier, is_regressor
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier, VotingClassifier
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.impute import SimpleImputer
from sklearn.compose import ColumnTransformer
from sklearn.svm import SVC
from sklearn.utils.validation import check_is_fitted
import sklearn

print(sklearn.__version__)
print(LogisticRegression(), LogisticRegression(C=0.5, max_iter=200), SVC(kernel="linear", C=10))
print(RandomForestClassifier(n_estimators=10, max_depth=3, random_state=42))
print(Ridge().get_params())
print(LogisticRegression(C=2).set_params(C=3.5, tol=1e-3))
print(sorted(SVC().get_params()))
model = Pipeline([("scale", StandardScaler()), ("model", LogisticRegression(C=0.1))])
print(model)
print(model.get_params()["model__C"], model.set_params(model__C=7)["model"].C)
numeric = Pipeline([("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())])
print(ColumnTransformer([("num", numeric, ["age", "fare"]), ("cat", OneHotEncoder(handle_unknown="ignore"), ["sex", "embarked"])]))
print(VotingClassifier([("a", LogisticRegression(max_iter=1000)), ("b", SVC(probability=True)), ("c", RandomForestClassifier())], voting="soft"))
grid = GridSearchCV(make_pipeline(StandardScaler(), SVC()), {"svc__C": [0.1, 1, 10, 100], "svc__gamma": ["scale", "auto", 0.001, 0.01, 0.1, 1]}, cv=5)
print(grid)
print(GradientBoostingClassifier(n_estimators=50, learning_rate=0.05, max_depth=2, subsample=0.8, min_samples_leaf=5, random_state=0))

copy = clone(model)
print(copy is model, copy["model"].C, clone([LogisticRegression()]))
print(is_classifier(model), is_regressor(LinearRegression()), is_classifier(Ridge()))


class Clip(TransformerMixin, BaseEstimator):
    def __init__(self, low=0.0, high=1.0):
        self.low = low
        self.high = high

    def fit(self, X, y=None):
        self.seen_ = len(X)
        return self

    def transform(self, X):
        check_is_fitted(self)
        return np.clip(X, self.low, self.high)


class Majority(ClassifierMixin, BaseEstimator):
    def fit(self, X, y):
        values, counts = np.unique(y, return_counts=True)
        self.classes_ = values
        self.label_ = values[counts.argmax()]
        return self

    def predict(self, X):
        return np.full(len(X), self.label_)


print(Clip(high=2), Clip().fit_transform(np.array([[-1.0, 0.5], [3.0, 0.2]])).tolist())
print(Majority().fit([[0], [1], [2]], ["a", "b", "b"]).score([[5], [6]], ["b", "a"]))
for attempt in (
    lambda: Clip().transform([[1]]),
    lambda: LogisticRegression().predict([[1.0]]),
    lambda: LogisticRegression().set_params(strength=1),
    lambda: LogisticRegression(C=-1).fit([[0.0], [1.0]], [0, 1]),
    lambda: LogisticRegression(max_iter="many").fit([[0.0], [1.0]], [0, 1]),
    lambda: RandomForestClassifier(max_depth=0).fit([[0.0], [1.0]], [0, 1]),
    lambda: Ridge(alpha=-2.0).fit([[0.0], [1.0]], [0, 1]),
    lambda: LogisticRegression(multi_class="ovr"),
    lambda: LogisticRegression(0.1, 2),
    lambda: SVC().fit([[0.0], [1.0]], [0, 1]).predict_proba,
    lambda: LogisticRegression().coef_,
    lambda: clone("model"),
    lambda: clone(LogisticRegression),
):
    try:
        print(attempt())
    except (NotFittedError, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
LinearRegression().predict([[1.0, 2.0]])
