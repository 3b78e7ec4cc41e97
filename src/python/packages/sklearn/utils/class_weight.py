"""Weights that make rare classes count."""

import numpy as np


def compute_class_weight(class_weight, *, classes, y, sample_weight=None):
    """A weight for each of `classes`: "balanced" is inversely as frequent as they are in `y`."""
    classes = np.asarray(classes)
    if class_weight is None or len(class_weight) == 0:
        return np.ones(len(classes))
    y = np.asarray(y)
    if isinstance(class_weight, str):
        if class_weight != "balanced":
            raise ValueError(f"class_weight must be dict, 'balanced', or None, got: {class_weight!r}")
        counted = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=float)
        totals = np.array([counted[y == label].sum() for label in classes])
        if np.any(totals == 0):
            raise ValueError("classes should have valid labels that are in y")
        return counted.sum() / (len(classes) * totals)
    known = classes.tolist()
    absent = [label for label in known if label not in class_weight]
    if absent and len(known) - len(absent) != len(class_weight):
        raise ValueError(f"The classes, {absent}, are not in class_weight")
    return np.array([float(class_weight.get(label, 1.0)) for label in known])


def compute_sample_weight(class_weight, y, *, indices=None):
    """The weight of its class for each sample of `y`."""
    y = np.asarray(y)
    if class_weight is None:
        return np.ones(len(y))
    if indices is not None:
        raise NotImplementedError("compute_sample_weight: indices is not carried here")
    classes, places = np.unique(y, return_inverse=True)
    if isinstance(class_weight, dict):
        weights = np.array([float(class_weight.get(label, 1.0)) for label in classes.tolist()])
    else:
        weights = compute_class_weight(class_weight, classes=classes, y=y)
    return weights[places]
