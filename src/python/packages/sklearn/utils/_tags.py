"""What an estimator says of itself: its kind, what it takes and what it needs."""


class Record:
    """Attributes that are told in their order; the names of the class stand for those that are not given."""

    def __init__(self, **values):
        for name in self._names.split():
            setattr(self, name, values.pop(name, getattr(type(self), name, None)))
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    def __repr__(self):
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names.split())
        return f"{type(self).__name__}({told})"

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class InputTags(Record):
    _names = "one_d_array two_d_array three_d_array sparse categorical string dict positive_only allow_nan pairwise"
    one_d_array = three_d_array = sparse = categorical = string = dict = positive_only = allow_nan = pairwise = False
    two_d_array = True


class TargetTags(Record):
    _names = "required one_d_labels two_d_labels positive_only multi_output single_output"
    required = one_d_labels = two_d_labels = positive_only = multi_output = False
    single_output = True


class TransformerTags(Record):
    _names = "preserves_dtype"
    preserves_dtype = ("float64",)


class ClassifierTags(Record):
    _names = "poor_score multi_class multi_label"
    poor_score = multi_label = False
    multi_class = True


class RegressorTags(Record):
    _names = "poor_score"
    poor_score = False


class Tags(Record):
    _names = (
        "estimator_type target_tags transformer_tags classifier_tags regressor_tags array_api_support no_validation "
        "non_deterministic requires_fit _skip_test input_tags"
    )
    array_api_support = no_validation = non_deterministic = _skip_test = False
    requires_fit = True


def tags_of(estimator):
    """The tags that follow from the class of an estimator and from what it can do."""
    from ..base import ClassifierMixin, RegressorMixin

    kind = getattr(estimator, "_estimator_type", None)
    return Tags(
        estimator_type=kind,
        target_tags=TargetTags(required=isinstance(estimator, (ClassifierMixin, RegressorMixin))),
        transformer_tags=TransformerTags() if hasattr(estimator, "transform") else None,
        classifier_tags=ClassifierTags() if kind == "classifier" else None,
        regressor_tags=RegressorTags() if kind == "regressor" else None,
        input_tags=InputTags(allow_nan=estimator._takes_nan),
    )


def get_tags(estimator):
    return estimator.__sklearn_tags__()
