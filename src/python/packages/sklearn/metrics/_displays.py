"""Scores as pictures, over matplotlib."""

import numpy as np

from .._lazy import load
from ._counts import confusion_matrix
from ._curves import auc, average_precision_score, precision_recall_curve, roc_curve


def axes(ax):
    """`ax`, or that of a new figure, and the figure."""
    plt = load("matplotlib.pyplot")
    if ax is None:
        return plt.subplots()
    return ax.figure, ax


def scores_of(estimator, X, response_method="auto", pos_label=None):
    """The scores of the positive class, the class, and the name of the estimator."""
    methods = ("predict_proba", "decision_function") if response_method == "auto" else (response_method,)
    method = next((name for name in methods if hasattr(estimator, name)), None)
    if method is None:
        raise AttributeError(f"{type(estimator).__name__} has none of the following attributes: {', '.join(methods)}.")
    if len(estimator.classes_) != 2:
        raise ValueError(
            f"Expected 'estimator' to be a binary classifier. Got {len(estimator.classes_)} classes instead."
        )
    place = 1 if pos_label is None else list(estimator.classes_).index(pos_label)
    told = getattr(estimator, method)(X)
    told = told[:, place] if told.ndim == 2 else told if place == 1 else -told
    return told, estimator.classes_[place], type(estimator).__name__


class ConfusionMatrixDisplay:
    def __init__(self, confusion_matrix, *, display_labels=None):
        self.confusion_matrix, self.display_labels = confusion_matrix, display_labels

    def plot(
        self, *, include_values=True, cmap="viridis", xticks_rotation="horizontal", values_format=None, ax=None,
        colorbar=True, im_kw=None, text_kw=None,
    ):  # fmt: skip
        fig, ax = axes(ax)
        table = self.confusion_matrix
        count = table.shape[0]
        self.im_ = ax.imshow(table, interpolation="nearest", cmap=cmap, **(im_kw or {}))
        self.text_ = None
        if include_values:
            middle = (table.max() + table.min()) / 2.0
            dark, light = ("#fde725", "#440154") if cmap == "viridis" else ("black", "white")
            self.text_ = np.empty(table.shape, dtype=object)
            for row in range(count):
                for column in range(count):
                    value = table[row, column]
                    shown = format(value, values_format) if values_format else self._told(value, table)
                    colour = light if value >= middle else dark
                    self.text_[row, column] = ax.text(
                        column, row, shown, ha="center", va="center", color=colour, **(text_kw or {})
                    )
        labels = np.arange(count) if self.display_labels is None else self.display_labels
        if colorbar:
            fig.colorbar(self.im_, ax=ax)
        ax.set_xticks(np.arange(count))
        ax.set_yticks(np.arange(count))
        rotation = 0 if xticks_rotation == "horizontal" else 90 if xticks_rotation == "vertical" else xticks_rotation
        ax.set_xticklabels([str(label) for label in labels], rotation=rotation)
        ax.set_yticklabels([str(label) for label in labels])
        ax.set_ylabel("True label")
        ax.set_xlabel("Predicted label")
        ax.set_ylim((count - 0.5, -0.5))
        self.figure_, self.ax_ = fig, ax
        return self

    def _told(self, value, table):
        shown = format(value, ".2g")
        plain = format(value, "d") if table.dtype.kind != "f" else shown
        return plain if len(plain) < len(shown) or table.dtype.kind != "f" else shown

    @classmethod
    def from_predictions(
        cls, y_true, y_pred, *, labels=None, sample_weight=None, normalize=None, display_labels=None, **plot
    ):
        table = confusion_matrix(y_true, y_pred, labels=labels, sample_weight=sample_weight, normalize=normalize)
        if display_labels is None:
            from ..utils.multiclass import unique_labels

            display_labels = unique_labels(y_true, y_pred) if labels is None else labels
        return cls(table, display_labels=display_labels).plot(**plot)

    @classmethod
    def from_estimator(cls, estimator, X, y, *, labels=None, display_labels=None, **options):
        if display_labels is None:
            display_labels = estimator.classes_ if labels is None else labels
        return cls.from_predictions(y, estimator.predict(X), labels=labels, display_labels=display_labels, **options)


class RocCurveDisplay:
    def __init__(self, *, fpr, tpr, roc_auc=None, name=None, pos_label=None):
        self.fpr, self.tpr, self.roc_auc, self.name, self.pos_label = fpr, tpr, roc_auc, name, pos_label

    def plot(
        self, ax=None, *, name=None, curve_kwargs=None, plot_chance_level=False, chance_level_kw=None, despine=False
    ):
        self.figure_, self.ax_ = axes(ax)
        name = self.name if name is None else name
        told = [] if name is None else [name]
        told += [] if self.roc_auc is None else [f"AUC = {self.roc_auc:0.2f}"]
        label = f"{told[0]} ({told[1]})" if len(told) == 2 else told[0] if told else None
        (self.line_,) = self.ax_.plot(self.fpr, self.tpr, label=label, **(curve_kwargs or {}))
        positive = f" (Positive label: {self.pos_label})" if self.pos_label is not None else ""
        self.ax_.set(
            xlabel=f"False Positive Rate{positive}",
            ylabel=f"True Positive Rate{positive}",
            xlim=(-0.01, 1.01),
            ylim=(-0.01, 1.01),
        )
        self.ax_.set_aspect("equal")
        if plot_chance_level:
            style = {"label": "Chance level (AUC = 0.5)", "color": "k", "linestyle": "--", **(chance_level_kw or {})}
            (self.chance_level_,) = self.ax_.plot((0, 1), (0, 1), **style)
        if label is not None or plot_chance_level:
            self.ax_.legend(loc="lower right")
        return self

    @classmethod
    def from_predictions(
        cls, y_true, y_score, *, sample_weight=None, drop_intermediate=True, pos_label=None, name=None, **plot
    ):
        fpr, tpr, _ = roc_curve(
            y_true, y_score, pos_label=pos_label, sample_weight=sample_weight, drop_intermediate=drop_intermediate
        )
        label = 1 if pos_label is None else pos_label
        return cls(fpr=fpr, tpr=tpr, roc_auc=auc(fpr, tpr), name=name or "Classifier", pos_label=label).plot(**plot)

    @classmethod
    def from_estimator(cls, estimator, X, y, *, response_method="auto", pos_label=None, name=None, **options):
        scores, label, own_name = scores_of(estimator, X, response_method, pos_label)
        return cls.from_predictions(y, scores, pos_label=label, name=name or own_name, **options)


class PrecisionRecallDisplay:
    def __init__(
        self, precision, recall, *, average_precision=None, name=None, pos_label=None, prevalence_pos_label=None
    ):
        self.precision, self.recall, self.average_precision = precision, recall, average_precision
        self.name, self.pos_label, self.prevalence_pos_label = name, pos_label, prevalence_pos_label

    def plot(self, ax=None, *, name=None, plot_chance_level=False, chance_level_kw=None, despine=False, **line):
        self.figure_, self.ax_ = axes(ax)
        name = self.name if name is None else name
        told = [] if name is None else [name]
        told += [] if self.average_precision is None else [f"AP = {self.average_precision:0.2f}"]
        label = f"{told[0]} ({told[1]})" if len(told) == 2 else told[0] if told else None
        style = {"drawstyle": "steps-post", "label": label, **line}
        (self.line_,) = self.ax_.plot(self.recall, self.precision, **style)
        positive = f" (Positive label: {self.pos_label})" if self.pos_label is not None else ""
        self.ax_.set(xlabel=f"Recall{positive}", ylabel=f"Precision{positive}", xlim=(-0.01, 1.01), ylim=(-0.01, 1.01))
        if label is not None:
            self.ax_.legend(loc="lower left")
        return self

    @classmethod
    def from_predictions(cls, y_true, y_score, *, sample_weight=None, pos_label=None, name=None, **plot):
        label = 1 if pos_label is None else pos_label
        precision, recall, _ = precision_recall_curve(y_true, y_score, pos_label=label, sample_weight=sample_weight)
        average = average_precision_score(y_true, y_score, pos_label=label, sample_weight=sample_weight)
        return cls(precision, recall, average_precision=average, name=name or "Classifier", pos_label=label).plot(
            **plot
        )

    @classmethod
    def from_estimator(cls, estimator, X, y, *, response_method="auto", pos_label=None, name=None, **options):
        scores, label, own_name = scores_of(estimator, X, response_method, pos_label)
        return cls.from_predictions(y, scores, pos_label=label, name=name or own_name, **options)


class PredictionErrorDisplay:
    def __init__(self, *, y_true, y_pred):
        self.y_true, self.y_pred = y_true, y_pred

    def plot(self, ax=None, *, kind="residual_vs_predicted", scatter_kwargs=None, line_kwargs=None):
        if kind not in ("actual_vs_predicted", "residual_vs_predicted"):
            raise ValueError(f"`kind` must be one of actual_vs_predicted, residual_vs_predicted. Got {kind!r} instead.")
        self.figure_, self.ax_ = axes(ax)
        line = {"color": "black", "alpha": 0.7, "linestyle": "--", **(line_kwargs or {})}
        points = {"color": "tab:blue", "alpha": 0.8, **(scatter_kwargs or {})}
        true, told = np.asarray(self.y_true), np.asarray(self.y_pred)
        if kind == "actual_vs_predicted":
            ends = (min(true.min(), told.min()), max(true.max(), told.max()))
            (self.line_,) = self.ax_.plot(ends, ends, **line)
            self.scatter_, named = self.ax_.scatter(told, true, **points), "Actual values"
        else:
            (self.line_,) = self.ax_.plot((told.min(), told.max()), (0, 0), **line)
            self.scatter_, named = self.ax_.scatter(told, true - told, **points), "Residuals (actual - predicted)"
        self.ax_.set(xlabel="Predicted values", ylabel=named)
        return self

    @classmethod
    def from_predictions(
        cls, y_true, y_pred, *, kind="residual_vs_predicted", subsample=1000, random_state=None, **plot
    ):
        from ..utils.validation import check_random_state

        y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
        if subsample is not None and len(y_true) > subsample:
            picked = check_random_state(random_state).choice(np.arange(len(y_true)), size=int(subsample))
            y_true, y_pred = y_true[picked], y_pred[picked]
        return cls(y_true=y_true, y_pred=y_pred).plot(kind=kind, **plot)

    @classmethod
    def from_estimator(cls, estimator, X, y, **options):
        return cls.from_predictions(y, estimator.predict(X), **options)
