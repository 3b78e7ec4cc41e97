"""How good predictions are."""

from .._lazy import lazy

__getattr__, __dir__, __all__ = lazy(
    __name__,
    {
        "._counts": (
            "accuracy_score balanced_accuracy_score confusion_matrix cohen_kappa_score hamming_loss "
            "matthews_corrcoef multilabel_confusion_matrix zero_one_loss"
        ),
        "._precision": (
            "f1_score fbeta_score jaccard_score precision_recall_fscore_support precision_score recall_score"
        ),
        "._report": "classification_report",
        "._curves": "auc average_precision_score det_curve precision_recall_curve roc_auc_score roc_curve",
        "._ranking": "dcg_score ndcg_score top_k_accuracy_score",
        "._losses": "brier_score_loss hinge_loss log_loss",
        "._regression": (
            "d2_absolute_error_score explained_variance_score max_error mean_absolute_error "
            "mean_absolute_percentage_error mean_pinball_loss mean_squared_error mean_squared_log_error "
            "median_absolute_error r2_score root_mean_squared_error root_mean_squared_log_error"
        ),
        "._clusters": (
            "adjusted_mutual_info_score adjusted_rand_score completeness_score fowlkes_mallows_score "
            "homogeneity_completeness_v_measure homogeneity_score mutual_info_score normalized_mutual_info_score "
            "rand_score v_measure_score"
        ),
        "._silhouette": "calinski_harabasz_score davies_bouldin_score silhouette_samples silhouette_score",
        "._scorer": "check_scoring get_scorer get_scorer_names make_scorer",
        "._displays": "ConfusionMatrixDisplay PrecisionRecallDisplay PredictionErrorDisplay RocCurveDisplay",
        ".pairwise": "euclidean_distances pairwise_distances",
    },
)
