# Scores of classifiers.
import warnings

import numpy as np
from sklearn.metrics import (
    accuracy_score,
    auc,
    average_precision_score,
    balanced_accuracy_score,
    brier_score_loss,
    classification_report,
    cohen_kappa_score,
    confusion_matrix,
    f1_score,
    fbeta_score,
    get_scorer,
    hamming_loss,
    jaccard_score,
    log_loss,
    make_scorer,
    matthews_corrcoef,
    precision_recall_curve,
    precision_recall_fscore_support,
    precision_score,
    recall_score,
    roc_auc_score,
    roc_curve,
    top_k_accuracy_score,
    zero_one_loss,
)

y_true = [0, 1, 2, 0, 1, 2, 2, 0, 1]
y_pred = [0, 2, 1, 0, 0, 2, 2, 0, 1]
print(accuracy_score(y_true, y_pred), accuracy_score(y_true, y_pred, normalize=False), zero_one_loss(y_true, y_pred), balanced_accuracy_score(y_true, y_pred))
print(confusion_matrix(y_true, y_pred), confusion_matrix(y_true, y_pred, normalize="true").round(3), confusion_matrix(y_true, y_pred, labels=[2, 0]))
for average in (None, "micro", "macro", "weighted"):
    print(average, precision_score(y_true, y_pred, average=average), recall_score(y_true, y_pred, average=average), f1_score(y_true, y_pred, average=average), fbeta_score(y_true, y_pred, beta=0.5, average=average), jaccard_score(y_true, y_pred, average=average))
print(precision_recall_fscore_support(y_true, y_pred), precision_recall_fscore_support(y_true, y_pred, average="macro"))
print(classification_report(y_true, y_pred))
print(classification_report(y_true, y_pred, target_names=["setosa", "versicolor", "virginica"], digits=4))
print(classification_report(y_true, y_pred, labels=[0, 1]))
print(classification_report(y_true, y_pred, output_dict=True))
print(classification_report(["cat", "dog", "cat"], ["cat", "cat", "cat"], zero_division=0))
print(cohen_kappa_score(y_true, y_pred), cohen_kappa_score(y_true, y_pred, weights="quadratic"), matthews_corrcoef(y_true, y_pred), hamming_loss(y_true, y_pred))
truth = np.array([0, 0, 1, 1, 1, 0, 1, 0])
score = np.array([0.1, 0.4, 0.35, 0.8, 0.8, 0.5, 0.9, 0.2])
told = (score >= 0.5).astype(int)
print(precision_score(truth, told), recall_score(truth, told), f1_score(truth, told), f1_score(truth, told, pos_label=0), confusion_matrix(truth, told).ravel())
print(f1_score(truth, told, sample_weight=[1, 2, 1, 1, 3, 1, 1, 1]), accuracy_score(truth, told, sample_weight=[1, 2, 1, 1, 3, 1, 1, 1]))
print(roc_auc_score(truth, score), average_precision_score(truth, score), log_loss(truth, score), brier_score_loss(truth, score))
fpr, tpr, thresholds = roc_curve(truth, score)
print(fpr, tpr, thresholds, auc(fpr, tpr))
print(*precision_recall_curve(truth, score))
proba = np.array([[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.1, 0.2, 0.7], [0.6, 0.3, 0.1], [0.2, 0.5, 0.3], [0.3, 0.4, 0.3]])
labels = np.array([0, 1, 2, 0, 1, 2])
print(log_loss(labels, proba), roc_auc_score(labels, proba, multi_class="ovr"), roc_auc_score(labels, proba, multi_class="ovo", average="weighted"), top_k_accuracy_score(labels, proba, k=2))
print(roc_auc_score(labels, proba, multi_class="ovr", average=None), log_loss(["ham", "spam"], [0.2, 0.9], labels=["ham", "spam"]))
print(f1_score([[0, 1], [1, 1], [1, 0]], [[0, 1], [1, 0], [1, 1]], average="macro"), accuracy_score([[0, 1], [1, 1]], [[0, 1], [1, 0]]))
print(make_scorer(fbeta_score, beta=2), get_scorer("neg_log_loss"), get_scorer("roc_auc"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(precision_score([0, 1], [0, 0]), recall_score([0, 0], [0, 1]), f1_score([0, 0], [0, 0]))
    print(precision_score(y_true, [0] * 9, average=None), f1_score([0, 1, 2], [0, 0, 0], average="macro", zero_division=1))
    print(classification_report([0, 1], [0, 0]))
    print(roc_auc_score([1, 1], [0.5, 0.7]), confusion_matrix([1, 1], [1, 1]))
for warning in caught:
    print(warning.category.__name__, warning.message)
for attempt in (
    lambda: accuracy_score([0, 1], [0, 1, 1]),
    lambda: accuracy_score([0, 1, 2], [0.1, 0.2, 0.9]),
    lambda: f1_score(y_true, y_pred),
    lambda: precision_score(["no", "yes"], ["no", "yes"]),
    lambda: f1_score(["a", "b"], [0, 1], average="macro"),
    lambda: confusion_matrix([0, 1], [0, 1], labels=[5]),
    lambda: roc_auc_score(labels, proba),
    lambda: roc_auc_score(labels, proba[:, :2], multi_class="ovr"),
    lambda: log_loss([1, 1], [0.5, 0.6]),
    lambda: log_loss([0, 1], [0.5, 1.6]),
    lambda: roc_curve(["n", "y"], [0.1, 0.9]),
    lambda: classification_report(y_true, y_pred, target_names=["a"]),
    lambda: auc([0, 1, 0.5], [0, 1, 1]),
    lambda: get_scorer("accurate"),
):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
accuracy_score([0, 1], None)
