# Two classes: scores that are more than the accuracy, thresholds, importances, and two components.
# tolerance 1e-4: what iterative solvers leave
import numpy as np
import pandas as pd
from sklearn.datasets import load_breast_cancer
from sklearn.decomposition import PCA
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, RandomForestClassifier
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    ConfusionMatrixDisplay, RocCurveDisplay, accuracy_score, auc, average_precision_score, balanced_accuracy_score,
    brier_score_loss, classification_report, confusion_matrix, f1_score, log_loss, precision_recall_curve,
    precision_score, recall_score, roc_auc_score, roc_curve,
)
from sklearn.model_selection import StratifiedKFold, cross_val_predict, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, LinearSVC

data = load_breast_cancer()
print(data.keys(), data.data.shape, data.target_names, data.feature_names[:3], sep="\n")
print({n: v for n, v in zip(data.target_names, np.bincount(data.target))})
X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, stratify=data.target, random_state=42)
logreg = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, tol=1e-8, max_iter=5000)).fit(X_train, y_train)
y_pred, y_prob = logreg.predict(X_test), logreg.predict_proba(X_test)[:, 1]
print("Accuracy on training set: {:.3f}, on test set: {:.3f}".format(logreg.score(X_train, y_train), logreg.score(X_test, y_test)))
print(classification_report(y_test, y_pred, target_names=data.target_names, digits=3))
tn, fp, fn, tp = confusion_matrix(y_test, y_pred).ravel()
print(tn, fp, fn, tp, type(tn).__name__, confusion_matrix(y_test, y_pred, normalize="true").round(4))
for score in (accuracy_score, balanced_accuracy_score, precision_score, recall_score, f1_score):
    print(f"{score.__name__}: {score(y_test, y_pred):.4f}", end=" ")
print()
print(f"{roc_auc_score(y_test, y_prob):.4f} {average_precision_score(y_test, y_prob):.4f} {log_loss(y_test, y_prob):.4f} {brier_score_loss(y_test, y_prob):.4f}")
fpr, tpr, thresholds = roc_curve(y_test, y_prob)
print(len(fpr), fpr[:4].round(4), tpr[:4].round(4), thresholds[:2].round(3), f"{auc(fpr, tpr):.4f}")
precision, recall, at = precision_recall_curve(y_test, y_prob)
print(len(precision), len(recall), len(at), precision[-3:], recall[:2])
for threshold in (0.3, 0.5, 0.7):
    told = (y_prob >= threshold).astype(int)
    print(threshold, round(precision_score(y_test, told), 4), round(recall_score(y_test, told), 4), (told == 1).sum())
print(pd.DataFrame(confusion_matrix(y_test, y_pred), index=data.target_names, columns=data.target_names))

for C in (0.01, 1, 100):
    each = LogisticRegression(C=C, max_iter=10000, tol=1e-8).fit(StandardScaler().fit_transform(X_train), y_train)
    print(C, np.abs(each.coef_).sum().round(2), round(each.score(StandardScaler().fit_transform(X_test), y_test), 4))
for kernel in ("linear", "rbf", "poly", "sigmoid"):
    svc = make_pipeline(StandardScaler(), SVC(kernel=kernel)).fit(X_train, y_train)
    print(kernel, round(svc.score(X_test, y_test), 4), svc[-1].n_support_, round(roc_auc_score(y_test, svc.decision_function(X_test)), 4))
print(SVC().fit(X_train, y_train).score(X_test, y_test), SVC(class_weight="balanced").fit(X_train, y_train).score(X_test, y_test))
forest = RandomForestClassifier(n_estimators=50, random_state=0, oob_score=False).fit(X_train, y_train)
order = np.argsort(forest.feature_importances_)[::-1]
for place in order[:5]:
    print(f"{data.feature_names[place]:25s} {forest.feature_importances_[place]:.4f}")
print(forest.feature_importances_.sum().round(6), forest.score(X_test, y_test), forest.predict_proba(X_test[:2]))
for booster in (GradientBoostingClassifier(n_estimators=20, random_state=0), AdaBoostClassifier(n_estimators=10, random_state=0)):
    print(booster, round(booster.fit(X_train, y_train).score(X_test, y_test), 4), booster.predict_proba(X_test[:1]).round(4))
tiny = RandomForestClassifier(n_estimators=5, max_depth=3, random_state=1).fit(X_train[:, :5], y_train)
moved = permutation_importance(tiny, X_test[:, :5], y_test, n_repeats=5, random_state=0)
print(moved.importances_mean.round(4), moved["importances"].shape)

scaled = StandardScaler().fit_transform(data.data)
pca = PCA(n_components=2)
flat = pca.fit_transform(scaled)
print("Original shape: {}".format(scaled.shape), "Reduced shape: {}".format(flat.shape), pca.components_.shape, pca)
print(pca.explained_variance_ratio_, pca.explained_variance_.round(4), pca.singular_values_.round(3), flat[:2].round(4))
print(np.cumsum(PCA().fit(scaled).explained_variance_ratio_)[:5].round(4), PCA(0.95).fit(scaled).n_components_)
print(pd.DataFrame(pca.components_, columns=data.feature_names, index=["PC1", "PC2"]).iloc[:, :3].round(4))
folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
for scoring in ("accuracy", "roc_auc", "f1", "precision", "recall", "neg_log_loss", "average_precision"):
    print(scoring, cross_val_score(logreg, data.data, data.target, cv=folds, scoring=scoring).mean().round(4))
held = cross_val_predict(logreg, data.data, data.target, cv=folds, method="predict_proba")
print(held.shape, (held.argmax(axis=1) == data.target).mean().round(5))
for attempt in (
    lambda: roc_auc_score(y_test, logreg.predict_proba(X_test)),
    lambda: roc_auc_score(np.ones(5), np.arange(5) / 5),
    lambda: log_loss(y_test, y_prob + 1),
    lambda: SVC().fit(X_train, y_train).predict_proba(X_test),
    lambda: LogisticRegression(penalty="l1").fit(X_train[:, :2], y_train),
    lambda: LogisticRegression(solver="newton"). fit(X_train, y_train),
    lambda: LogisticRegression().fit(X_train, np.ones(len(X_train))),
    lambda: LogisticRegression().fit(X_train, data.target[:3]),
    lambda: LogisticRegression().fit(X_train, y_train + 0.25),
    lambda: PCA(n_components=50).fit(scaled),
    lambda: precision_score(["a", "b"], ["a", "a"]),
    lambda: precision_score([0, 1, 2], [0, 1, 1]),
    lambda: logreg.predict(X_test[0]),
    lambda: LogisticRegression(C="big").fit(X_train, y_train),
    lambda: f1_score([0, 1], [[0], [1, 0]]),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, str(error)[:300].split(" among {")[0])
