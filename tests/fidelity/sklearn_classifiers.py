# Classifiers side by side.
# known 29: a score that stands between two roundings; the last digits are those of the solver
import warnings

import numpy as np
from sklearn.datasets import load_breast_cancer, load_iris
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import BaggingClassifier, GradientBoostingClassifier, RandomForestClassifier, VotingClassifier
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import BernoulliNB, GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor, NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR
from sklearn.tree import DecisionTreeClassifier

iris = load_iris()
X_train, X_test, y_train, y_test = train_test_split(iris.data, iris.target, test_size=0.3, random_state=42, stratify=iris.target)
scaler = StandardScaler().fit(X_train)
A, B = scaler.transform(X_train), scaler.transform(X_test)
logistic = LogisticRegression(tol=1e-10, max_iter=10000).fit(A, y_train)
print(logistic.coef_.round(3), logistic.intercept_.round(3), logistic.classes_, logistic.n_iter_.shape)
print(logistic.predict(B[:10]), logistic.predict_proba(B[:2]).round(4), logistic.decision_function(B[:1]).round(3), round(logistic.score(B, y_test), 6))
for model in (KNeighborsClassifier(), GaussianNB(), SVC(), SVC(kernel="linear"), RidgeClassifier(), DummyClassifier()):
    model.fit(A, y_train)
    print(model, round(accuracy_score(y_test, model.predict(B)), 6), model.predict(B[:8]))
for model in (DecisionTreeClassifier(random_state=0), RandomForestClassifier(n_estimators=50, random_state=0), GradientBoostingClassifier(n_estimators=20, random_state=0), BaggingClassifier(random_state=0)):
    model.fit(X_train, y_train)
    print(type(model).__name__, model.score(X_test, y_test) > 0.85, model.predict_proba(X_test[:1]).shape, model.classes_)
print(confusion_matrix(y_test, logistic.predict(B)))
print(classification_report(y_test, logistic.predict(B), target_names=iris.target_names))

cancer = load_breast_cancer()
X, Z, y, z = train_test_split(cancer.data, cancer.target, random_state=0)
binary = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, tol=1e-10, max_iter=10000)).fit(X, y)
print(binary[-1].coef_.shape, binary[-1].intercept_.round(3), round(binary.score(Z, z), 6), binary.predict_proba(Z[:3])[:, 1].round(4), binary.decision_function(Z[:3]).round(3))
names = LogisticRegression().fit(A, iris.target_names[y_train])
print(names.classes_, names.predict(B[:3]), DummyClassifier(strategy="constant", constant="virginica").fit(A, iris.target_names[y_train]).predict(B[:2]))
heavy = LogisticRegression(class_weight="balanced", tol=1e-10, max_iter=10000).fit(A[y_train < 2][:50], y_train[y_train < 2][:50])
print(heavy.coef_.round(3), LogisticRegression(C=1.0, l1_ratio=1, solver="saga", tol=1e-8, max_iter=100000).fit(A, y_train).predict(B[:5]))
vote = VotingClassifier([("lr", LogisticRegression()), ("nb", GaussianNB())], voting="soft").fit(A, y_train)
print(vote.predict(B[:5]), list(vote.named_estimators_), round(vote.score(B, y_test), 3))

near = KNeighborsClassifier(n_neighbors=3, weights="distance").fit([[0.0], [1.0], [2.0], [3.0]], ["a", "a", "b", "b"])
print(near.predict([[1.1], [1.9]]), near.predict_proba([[1.5]]).round(6), near.kneighbors([[1.4]])[1], near.kneighbors([[1.4]], n_neighbors=2)[0].round(4))
print(KNeighborsRegressor(2).fit([[0], [1], [2]], [0.0, 1.0, 4.0]).predict([[1.6]]), NearestNeighbors(n_neighbors=2).fit([[0.0], [1.0], [3.0]]).kneighbors())
bayes = GaussianNB().fit([[-1.0, -1], [-2, -1], [-3, -2], [1, 1], [2, 1], [3, 2]], [1, 1, 1, 2, 2, 2])
print(bayes.theta_, bayes.var_.round(5), bayes.class_prior_, bayes.predict_proba([[0.2, 0.1]]).round(5))
counts = np.array([[2, 1, 0], [1, 0, 1], [0, 0, 3], [0, 1, 2]])
multi = MultinomialNB().fit(counts, ["x", "x", "y", "y"])
print(multi.predict([[1, 1, 0], [0, 0, 1]]), multi.feature_log_prob_.round(5), multi.predict_proba([[1, 0, 1]]).round(5), BernoulliNB().fit(counts, [0, 0, 1, 1]).predict_proba([[1, 0, 0]]).round(5))
print(SVR(kernel="linear", C=10, epsilon=0.01, tol=1e-8).fit([[0.0], [1.0], [2.0]], [0.0, 1.0, 2.0]).predict([[1.5]]).round(2))
margin = SVC(kernel="linear", C=1000).fit([[0.0, 0.0], [1.0, 1.0], [3.0, 3.0], [4.0, 4.0]], [0, 0, 1, 1])
print(margin.coef_.round(2), margin.intercept_.round(2), margin.support_, margin.n_support_, margin.support_vectors_)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    LogisticRegression(penalty="l2", tol=1e-3).fit(A, y_train)
    LogisticRegression(n_jobs=1, tol=1e-3).fit(A, y_train)
    SVC(probability=True).fit(A, y_train)
for warning in caught:
    print(warning.category.__name__, warning.message)
for attempt in (
    lambda: LogisticRegression().fit(A[:3], [1, 1, 1]),
    lambda: LogisticRegression(solver="liblinear").fit(A, y_train),
    lambda: LogisticRegression(l1_ratio=1).fit(A, y_train),
    lambda: LogisticRegression(class_weight={7: 2}).fit(A, y_train),
    lambda: SVC().fit(A[:3], [1, 1, 1]),
    lambda: SVC().fit(A, y_train).coef_,
    lambda: near.kneighbors([[1.0]], n_neighbors=9),
    lambda: MultinomialNB().fit(-counts, [0, 0, 1, 1]),
    lambda: VotingClassifier([("lr", LogisticRegression())]).fit(A, y_train).predict_proba(B),
    lambda: DummyClassifier(strategy="constant").fit(A, y_train),
):
    try:
        print(attempt())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
logistic.predict(B[:, :2])
