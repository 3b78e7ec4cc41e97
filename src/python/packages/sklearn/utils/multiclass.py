"""What kind of target a `y` is."""

import numpy as np


def type_of_target(y, input_name=""):
    """One of binary, multiclass, continuous, multilabel-indicator, and their multioutput forms."""
    y = as_target(y)
    if y.ndim > 2:
        return "unknown"
    if y.ndim == 2 and y.shape[1] == 0 or y.dtype == object and len(y) and not isinstance(y.flat[0], str):
        return "unknown"
    if is_multilabel(y):
        return "multilabel-indicator"
    many = "-multioutput" if y.ndim == 2 and y.shape[1] > 1 else ""
    if y.dtype.kind == "f":
        if np.any(y != np.floor(y)):
            from .validation import assert_all_finite

            assert_all_finite(y, input_name=input_name)
            return "continuous" + many
    classes = np.unique(y)
    return "multiclass" + many if len(classes) > 2 or many else "binary"


def as_target(y):
    """`y` as an array, whatever it comes as."""
    if hasattr(y, "iloc") or hasattr(y, "to_numpy"):
        return np.asarray(y.to_numpy())
    if isinstance(y, (str, bytes)) or not (hasattr(y, "__len__") or hasattr(y, "__array__")):
        raise ValueError(
            "Expected array-like (array or non-string sequence), got " + (repr(y) if isinstance(y, str) else str(y))
        )
    try:
        return np.asarray(y)
    except ValueError:
        if len(y) and hasattr(y[0], "__len__") and not isinstance(y[0], str):
            raise ValueError(
                "You appear to be using a legacy multi-label data representation. Sequence of sequences are no longer"
                " supported; use a binary array or sparse matrix instead - the MultiLabelBinarizer transformer can"
                " convert to this format."
            ) from None
        raise


def is_multilabel(y):
    y = np.asarray(y)
    if y.ndim != 2 or y.shape[1] < 2 or y.dtype.kind not in "biuf":
        return False
    return bool(np.all((y == 0) | (y == 1)))


def unique_labels(*ys):
    """The labels that occur in any of `ys`, sorted."""
    if not ys:
        raise ValueError("No argument has been passed.")
    found = [np.unique(as_target(y)) for y in ys]
    if len({labels.dtype.kind in "OUST" for labels in found}) > 1:
        raise ValueError("Mix of label input types (string and number)")
    return found[0] if len(found) == 1 else np.unique(np.concatenate(found))


def check_classification_targets(y):
    if isinstance(y, np.ndarray) and y.ndim == 1 and y.dtype.kind in "bui":
        return
    kind = type_of_target(y, input_name="y")
    if kind not in ("binary", "multiclass", "multiclass-multioutput", "multilabel-indicator", "multilabel-sequences"):
        raise ValueError(
            f"Unknown label type: {kind}. Maybe you are trying to fit a classifier, which expects discrete classes on "
            "a regression target with continuous values."
        )
