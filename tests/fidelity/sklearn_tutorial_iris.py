# A first classification, as introductions do it: iris from a frame to a table of models.
import numpy as np
import pandas as pd
from sklearn import datasets, metrics, svm
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
from sklearn.model_selection import StratifiedKFold, cross_val_predict, cross_val_score, train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier, export_text

iris = load_iris()
df = pd.DataFrame(data=np.c_[iris["data"], iris["target"]], columns=list(iris["feature_names"]) + ["target"])
df["species"] = df["target"].astype(int).map(dict(enumerate(iris.target_names)))
print(df.head())
print(df.shape, df["species"].value_counts())
print(df.groupby("species").mean(numeric_only=True).round(3))
df.info()
print(df.describe().round(2))
print(pd.Categorical.from_codes(iris.target[::50], iris.target_names))

X, y = iris.data, iris.target
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=42, stratify=y)
print("Train:", X_train.shape, "Test:", X_test.shape, np.bincount(y_train), np.unique(y_test, return_counts=True))
scaler = StandardScaler()
X_train_s = scaler.fit_transform(X_train)
X_test_s = scaler.transform(X_test)
print(scaler.mean_, scaler.scale_, X_train_s.mean(axis=0).round(6) + 0.0, X_train_s.std(axis=0))

knn = KNeighborsClassifier(n_neighbors=3)
knn.fit(X_train_s, y_train)
y_pred = knn.predict(X_test_s)
print(f"Accuracy: {accuracy_score(y_test, y_pred):.2%}")
print("Confusion matrix:\n", confusion_matrix(y_test, y_pred))
print(classification_report(y_test, y_pred, target_names=iris.target_names))
report = classification_report(y_test, y_pred, target_names=iris.target_names, output_dict=True)
print(pd.DataFrame(report).T.round(3))
new = np.array([[5.1, 3.5, 1.4, 0.2]])
print("Predicted:", iris.target_names[knn.predict(scaler.transform(new))][0], knn.predict_proba(scaler.transform(new)))

models = {
    "Logistic regression": LogisticRegression(tol=1e-8, max_iter=1000),
    "k-NN": KNeighborsClassifier(),
    "Naive Bayes": GaussianNB(),
    "SVM": SVC(),
    "Decision tree": DecisionTreeClassifier(max_depth=3, random_state=0),
    "Random forest": RandomForestClassifier(random_state=0),
}
results = []
for name, model in models.items():
    scores = cross_val_score(make_pipeline(StandardScaler(), model), X, y, cv=StratifiedKFold(5, shuffle=True, random_state=1), scoring="accuracy")
    results.append({"model": name, "mean": scores.mean(), "std": scores.std()})
    print(f"{name:20s} {scores.mean():.4f} (+/- {scores.std():.4f})", scores.round(3))
table = pd.DataFrame(results).sort_values("mean", ascending=False).reset_index(drop=True)
print(table.shape, table.columns.tolist())

tree = DecisionTreeClassifier(max_depth=2, random_state=42).fit(X_train, y_train)
print(export_text(tree, feature_names=iris["feature_names"]))
print(tree.get_depth(), tree.get_n_leaves(), tree.feature_importances_.round(4), tree)
forest = RandomForestClassifier(n_estimators=100, random_state=42).fit(X_train, y_train)
importance = pd.Series(forest.feature_importances_, index=iris.feature_names).sort_values(ascending=False)
print(importance.round(4))
print(forest.score(X_test, y_test), forest.n_features_in_, len(forest.estimators_), forest.predict(X_test[:10]))
for k in range(1, 12, 2):
    print(k, cross_val_score(KNeighborsClassifier(n_neighbors=k), X, y, cv=10).mean().round(4), end="; ")
print()
predicted = cross_val_predict(GaussianNB(), X, y, cv=3)
print((predicted != y).sum(), round(metrics.f1_score(y, predicted, average="macro"), 5), round(metrics.cohen_kappa_score(y, predicted), 5), round(metrics.matthews_corrcoef(y, predicted), 5))
print(pd.crosstab(pd.Series(y, name="actual"), pd.Series(predicted, name="predicted")))
clf = svm.SVC(gamma=0.001, C=100.0)
digits = datasets.load_digits()
clf.fit(digits.data[:-1], digits.target[:-1])
print(clf.predict(digits.data[-1:]), digits.images.shape, digits.images[0][:2], clf)
encoder = LabelEncoder()
codes = encoder.fit_transform(df["species"])
print(codes[:3], encoder.classes_, encoder.inverse_transform([0, 2]), dict(zip(encoder.classes_, encoder.transform(encoder.classes_))))
text = LogisticRegression(max_iter=1000).fit(X, iris.target_names[y])
print(text.predict(X[:2]), text.classes_, text.predict_proba(X[:1]).round(2), round(text.score(X, iris.target_names[y]), 4))
