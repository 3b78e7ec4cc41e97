"""Tools that estimators and programs share."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._bunch": "Bunch",
        ".class_weight": "compute_class_weight compute_sample_weight",
        "._indexing": "gen_batches resample safe_mask shuffle _safe_indexing",
        ".validation": (
            "as_float_array assert_all_finite check_array check_consistent_length check_random_state "
            "check_scalar check_symmetric check_X_y column_or_1d indexable"
        ),
        ".multiclass": "",
        ".metaestimators": "",
        "._tags": "ClassifierTags InputTags RegressorTags Tags TargetTags TransformerTags get_tags",
        ".discovery": "all_estimators",
        "._estimator_html": "estimator_html_repr",
        ".estimator_checks": "",
    },
)
