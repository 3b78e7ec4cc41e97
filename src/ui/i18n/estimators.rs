//! Estimators and their parameters in words.

use super::Lang;
use crate::ml::spec::{EstimatorSpec, ParamKind, ParamSpec, ParamValue};

/// The name of an estimator: scikit-learn's class, and what it is called in the language.
pub fn estimator_name(lang: Lang, estimator: &EstimatorSpec) -> String {
    let words = match (estimator.id, lang) {
        ("logistic_regression", Lang::Ja) => "ロジスティック回帰",
        ("logistic_regression", Lang::En) => "logistic regression",
        ("decision_tree_classifier" | "decision_tree_regressor", Lang::Ja) => "決定木",
        ("decision_tree_classifier" | "decision_tree_regressor", Lang::En) => "decision tree",
        ("random_forest_classifier" | "random_forest_regressor", Lang::Ja) => "ランダムフォレスト",
        ("random_forest_classifier" | "random_forest_regressor", Lang::En) => "random forest",
        ("gaussian_nb", Lang::Ja) => "ナイーブベイズ",
        ("gaussian_nb", Lang::En) => "naive Bayes",
        ("svc" | "svr", Lang::Ja) => "サポートベクターマシン",
        ("svc" | "svr", Lang::En) => "support vector machine",
        ("k_neighbors_classifier" | "k_neighbors_regressor", Lang::Ja) => "k 近傍法",
        ("k_neighbors_classifier" | "k_neighbors_regressor", Lang::En) => "nearest neighbours",
        ("linear_regression", Lang::Ja) => "線形回帰",
        ("linear_regression", Lang::En) => "linear regression",
        ("ridge", Lang::Ja) => "リッジ回帰",
        ("ridge", Lang::En) => "ridge regression",
        ("lasso", Lang::Ja) => "ラッソ回帰",
        ("lasso", Lang::En) => "lasso regression",
        ("elastic_net", Lang::Ja) => "エラスティックネット",
        ("elastic_net", Lang::En) => "elastic net",
        ("k_means", Lang::Ja) => "k 平均法",
        ("k_means", Lang::En) => "k-means clustering",
        ("pca", Lang::Ja) => "主成分分析",
        ("pca", Lang::En) => "principal components",
        _ => return estimator.class.to_owned(),
    };
    match lang {
        Lang::Ja => format!("{}（{words}）", estimator.class),
        Lang::En => format!("{} ({words})", estimator.class),
    }
}

/// What a parameter takes and its default.
pub fn param_help(lang: Lang, param: &ParamSpec) -> String {
    let mut takes: Vec<String> = param.kinds.iter().filter_map(|kind| kind_help(lang, kind)).collect();
    if param.nullable {
        takes.push("None".into());
    }
    let default = ParamValue::from(param.default);
    match (lang, takes.is_empty()) {
        (Lang::Ja, true) => format!("既定値：{default}"),
        (Lang::En, true) => format!("default: {default}"),
        (Lang::Ja, false) => format!("{}。既定値：{default}", takes.join("、")),
        (Lang::En, false) => format!("{}; default: {default}", takes.join(", ")),
    }
}

fn kind_help(lang: Lang, kind: &ParamKind) -> Option<String> {
    match (kind, lang) {
        (ParamKind::Float(range), _) if range.min == f64::NEG_INFINITY && range.max == f64::INFINITY => None,
        (ParamKind::Float(range), _) => Some(range.to_string()),
        (ParamKind::Integer { min, max }, Lang::Ja) if *max >= i64::from(u32::MAX) => {
            Some(format!("{min} 以上の整数"))
        }
        (ParamKind::Integer { min, max }, Lang::En) if *max >= i64::from(u32::MAX) => {
            Some(format!("whole number from {min}"))
        }
        (ParamKind::Integer { min, max }, Lang::Ja) => Some(format!("{min}〜{max} の整数")),
        (ParamKind::Integer { min, max }, Lang::En) => Some(format!("whole number, {min} to {max}")),
        (ParamKind::Choice(words), _) => Some(words.join(" / ")),
        (ParamKind::Boolean, _) => None,
    }
}
