//! Metrics equal scikit-learn's within 1e-9.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::ml_recorded::{assert_close, counts, floats, matrix, recorded};
use mlops_dojo::ml::error::MetricError;
use mlops_dojo::ml::metrics::{classification, clustering, regression};
use ndarray::{Array2, array};
use serde_json::{Value, json};

const NEAR: f64 = 1e-9;

#[track_caller]
fn close(case: &Value, part: &str, got: f64) {
    // NaN is not JSON: Python writes it as a bare word, which the recording avoids.
    let expected = case[part].as_f64().unwrap();
    assert_close(&[got], &[expected], NEAR, &format!("{part} of {case}"));
}

fn check_classes(case: &Value) {
    let classes = case["k"].as_u64().unwrap() as usize;
    let report = classification::report(&counts(&case["true"]), &counts(&case["guess"]), classes).unwrap();
    close(case, "accuracy", report.accuracy);
    assert_eq!(json!(report.confusion), case["confusion"]);
    let each =
        |part: fn(&classification::ClassScores) -> f64| report.classes.iter().map(part).collect::<Vec<_>>();
    assert_close(&each(|class| class.precision), &floats(&case["precision"]), NEAR, "precision");
    assert_close(&each(|class| class.recall), &floats(&case["recall"]), NEAR, "recall");
    assert_close(&each(|class| class.f1), &floats(&case["f1"]), NEAR, "f1");
    assert_close(&each(|class| class.support as f64), &floats(&case["support"]), 0.0, "support");
    for (name, average) in [("macro", report.macro_average), ("weighted", report.weighted_average)] {
        let got = [average.precision, average.recall, average.f1];
        assert_close(&got, &floats(&case[name]), NEAR, name);
    }
}

fn check_scores(case: &Value) {
    let classes = case["k"].as_u64().unwrap() as usize;
    let (truth, scores) = (counts(&case["true"]), matrix(&case["scores"]));
    let scores: Vec<f64> = scores.iter().copied().collect();
    close(case, "log_loss", classification::log_loss(&truth, &scores, classes).unwrap());
    match classification::roc_auc(&truth, &scores, classes) {
        Ok(auc) => close(case, "auc", auc),
        Err(error) => {
            assert!(matches!(error, MetricError::ClassAbsent { .. }), "{error} of {case}");
            assert!(case["auc"].is_null());
        }
    }
}

fn check_numbers(case: &Value) {
    let scores = regression::scores(&floats(&case["true"]), &floats(&case["guess"])).unwrap();
    for (part, got) in serde_json::to_value(scores).unwrap().as_object().unwrap() {
        close(case, part, got.as_f64().unwrap());
    }
}

fn check_clusters(case: &Value) {
    let (x, labels) = (matrix(&case["x"]), counts(&case["labels"]));
    close(case, "silhouette", clustering::silhouette(x.view(), &labels).unwrap());
    close(case, "rand", clustering::adjusted_rand(&counts(&case["truth"]), &labels).unwrap());
    close(case, "calinski_harabasz", clustering::calinski_harabasz(x.view(), &labels).unwrap());
    close(case, "davies_bouldin", clustering::davies_bouldin(x.view(), &labels).unwrap());
}

#[test]
fn scores_as_recorded() {
    for case in recorded("ml_metrics").as_array().unwrap() {
        match case["kind"].as_str().unwrap() {
            "classes" => check_classes(case),
            "scores" => check_scores(case),
            "numbers" => check_numbers(case),
            "clusters" => check_clusters(case),
            _ => {
                let rand = clustering::adjusted_rand(&counts(&case["truth"]), &counts(&case["labels"]));
                close(case, "rand", rand.unwrap());
            }
        }
    }
}

#[test]
fn inertia_is_the_sum_of_squared_distances() {
    let x = array![[0.0, 0.0], [2.0, 0.0], [10.0, 0.0]];
    let centres = array![[1.0, 0.0], [10.0, 1.0]];
    assert_eq!(clustering::inertia(x.view(), &[0, 0, 1], centres.view()), Ok(3.0));
    let unknown = MetricError::UnknownClass { code: 2, classes: 2 };
    assert_eq!(clustering::inertia(x.view(), &[0, 2, 1], centres.view()), Err(unknown));
}

#[test]
fn says_what_has_no_score() {
    let none = Array2::<f64>::zeros((0, 2));
    assert_eq!(classification::report(&[], &[], 2), Err(MetricError::NoRows));
    let differ = MetricError::LengthMismatch { expected: 2, found: 1 };
    assert_eq!(classification::report(&[0, 1], &[0], 2), Err(differ.clone()));
    assert_eq!(regression::scores(&[0.0, 1.0], &[0.0]), Err(differ));
    let unknown = MetricError::UnknownClass { code: 5, classes: 2 };
    assert_eq!(classification::report(&[0, 5], &[0, 1], 2), Err(unknown.clone()));
    assert_eq!(classification::log_loss(&[5], &[0.5, 0.5], 2), Err(unknown.clone()));
    assert_eq!(classification::roc_auc(&[5], &[0.5, 0.5], 2), Err(unknown));
    assert!(classification::log_loss(&[0], &[0.5], 2).is_err());
    assert!(classification::log_loss(&[0], &[], 0).is_err());
    let bad = MetricError::NotFinite { row: 1 };
    assert_eq!(regression::scores(&[0.0, f64::NAN], &[0.0, 0.0]), Err(bad));
    assert_eq!(clustering::silhouette(none.view(), &[]), Err(MetricError::NoRows));
    let x = array![[0.0], [1.0], [2.0]];
    let one = MetricError::ClusterCount { clusters: 1, rows: 3 };
    assert_eq!(clustering::silhouette(x.view(), &[7, 7, 7]), Err(one));
    let all = MetricError::ClusterCount { clusters: 3, rows: 3 };
    assert_eq!(clustering::davies_bouldin(x.view(), &[0, 1, 2]), Err(all));
}
