"""True and told targets brought to one form before they are compared."""

import numpy as np

from ..utils.multiclass import as_target, type_of_target, unique_labels
from ..utils.validation import check_array, check_consistent_length, column_or_1d


def classification_targets(y_true, y_pred):
    """The kind of both, and both as arrays."""
    check_consistent_length(y_true, y_pred)
    if len({as_target(y).dtype.kind in "OUS" for y in (y_true, y_pred)}) > 1:
        raise ValueError(
            f"Mix of label input types (string and number); Got {np.unique(as_target(y_true))} and "
            f"{np.unique(as_target(y_pred))}."
        )
    kinds = {type_of_target(y_true, "y_true"), type_of_target(y_pred, "y_pred")}
    if kinds == {"binary", "multiclass"}:
        kinds = {"multiclass"}
    if len(kinds) > 1:
        raise ValueError(
            f"Classification metrics can't handle a mix of {type_of_target(y_true)} and {type_of_target(y_pred)}"
            " targets"
        )
    (kind,) = kinds
    if kind not in ("binary", "multiclass", "multilabel-indicator"):
        raise ValueError(f"{kind} is not supported")
    if kind == "multilabel-indicator":
        return kind, np.asarray(y_true), np.asarray(y_pred)
    y_true, y_pred = column_or_1d(y_true), column_or_1d(y_pred)
    if kind == "binary":
        kind = "multiclass" if len(unique_labels(y_true, y_pred)) > 2 else kind
    return kind, y_true, y_pred


def weights_for(sample_weight, y):
    """A weight for each sample, or None."""
    if sample_weight is None:
        return None
    weights = column_or_1d(sample_weight)
    check_consistent_length(y, weights)
    return np.asarray(weights, dtype=np.float64)


def regression_targets(y_true, y_pred, multioutput="uniform_average"):
    """Both as tables with a column for each output, and how the outputs are brought together."""
    check_consistent_length(y_true, y_pred)
    y_true, y_pred = (check_array(y, ensure_2d=False, dtype="numeric") for y in (y_true, y_pred))
    y_true = y_true.reshape(-1, 1) if y_true.ndim == 1 else y_true
    y_pred = y_pred.reshape(-1, 1) if y_pred.ndim == 1 else y_pred
    if y_true.shape[1] != y_pred.shape[1]:
        raise ValueError(f"y_true and y_pred have different number of output ({y_true.shape[1]}!={y_pred.shape[1]})")
    if multioutput is not None and not isinstance(multioutput, str):
        multioutput = np.asarray(multioutput, dtype=np.float64)
        if y_true.shape[1] == 1:
            raise ValueError("Custom weights are useful only in multi-output cases.")
        if len(multioutput) != y_true.shape[1]:
            raise ValueError(
                f"There must be equally many custom weights ({len(multioutput)}) as outputs ({y_true.shape[1]})."
            )
    return y_true.astype(np.float64), y_pred.astype(np.float64), multioutput
