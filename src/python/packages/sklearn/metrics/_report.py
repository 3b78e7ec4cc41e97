"""Precision, recall and F1 of every class as a table."""

import warnings

import numpy as np

from ..utils._param_validation import checked
from ..utils.multiclass import unique_labels
from ._precision import precision_recall_fscore_support
from ._targets import classification_targets

HEADERS = ("precision", "recall", "f1-score", "support")


@checked(y_true="array | sparse", y_pred="array | sparse")
def classification_report(
    y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2, output_dict=False,
    zero_division="warn",
):  # fmt: skip
    kind, y_true, y_pred = classification_targets(y_true, y_pred)
    given = labels is not None
    if not given:
        labels = np.arange(y_true.shape[1]) if kind == "multilabel-indicator" else unique_labels(y_true, y_pred)
    labels = np.asarray(labels)
    # One line says it for all classes only where every class is in the report.
    accurate = kind in ("binary", "multiclass") and (
        not given or set(labels.tolist()) >= set(unique_labels(y_true, y_pred).tolist())
    )
    if target_names is None:
        target_names = [str(label) for label in labels]
    elif len(labels) != len(target_names):
        text = f"labels size, {len(labels)}, does not match size of target_names, {len(target_names)}"
        if not given:
            raise ValueError(
                f"Number of classes, {len(labels)}, does not match size of target_names, {len(target_names)}. Try"
                " specifying the labels parameter"
            )
        warnings.warn(text, stacklevel=2)
    own = {"labels": labels, "sample_weight": sample_weight, "zero_division": zero_division}
    columns = precision_recall_fscore_support(y_true, y_pred, average=None, **own)
    rows = list(zip(target_names, *(column.tolist() for column in columns)))
    support = columns[3]
    whole = support.sum().item()
    averages = []
    for average in ("micro", "macro", "weighted"):
        told = precision_recall_fscore_support(y_true, y_pred, average=average, **own)[:3]
        name = "accuracy" if average == "micro" and accurate else f"{average} avg"
        averages.append((name, *told, whole))
    if output_dict:
        return _as_dict(rows, averages)
    return _as_text(rows, averages, digits)


def _as_dict(rows, averages):
    report = {str(name): dict(zip(HEADERS, [float(value) for value in values])) for name, *values in rows}
    for name, *values in averages:
        report[name] = (
            float(values[0]) if name == "accuracy" else dict(zip(HEADERS, [float(value) for value in values]))
        )
    return report


def _as_text(rows, averages, digits):
    width = max([len(str(name)) for name, *_ in rows] + [len("weighted avg"), digits])
    head = f"{'':>{width}} " + "".join(f" {header:>9}" for header in HEADERS)

    def line(name, values, support):
        return f"{name:>{width}} " + "".join(f" {value:>9.{digits}f}" for value in values) + f" {support:>9}"

    lines = [line(str(name), values, support) for name, *values, support in rows]
    for name, *values, support in averages:
        if name == "accuracy":
            shown = f"{'':>9} {'':>9} {values[2]:>9.{digits}f}"
            lines.append(f"{name:>{width}}  {shown} {support:>9}")
        else:
            lines.append(line(name, values, support))
    count = len(rows)
    return "\n".join([head, "", *lines[:count], "", *lines[count:], ""])
