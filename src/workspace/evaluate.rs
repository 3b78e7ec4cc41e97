//! Measures a fitted model: scores on both parts, and what the run's page draws.

use crate::ml::features::OwnedTarget;
use crate::ml::metrics::{classification, clustering, regression};
use crate::ml::model::{Fitted, Label, Model, Predictions};
use crate::world::CommandError;
use crate::world::evaluation::Evaluation;
use ndarray::Array2;

/// The silhouette compares each row with each other: beyond so many rows it is left out.
const SILHOUETTE_ROWS: usize = 5_000;

/// Metrics as key, step and value, and what is drawn.
pub(super) struct Measured {
    pub metrics: Vec<(String, i64, f64)>,
    pub evaluation: Option<Evaluation>,
}

/// An error of prediction or measuring as that of the command.
pub(super) fn failed(error: impl std::fmt::Display) -> CommandError {
    CommandError::Evaluation(error.to_string())
}

type Part<'a> = (&'a Array2<f64>, &'a OwnedTarget);

/// Scores of a model with a target, on its training rows and on rows that it has not seen.
pub(super) fn supervised(model: &Model, train: Part<'_>, test: Part<'_>) -> Result<Measured, CommandError> {
    let mut metrics = Vec::new();
    let mut evaluation = None;
    for (name, (x, target)) in [("train", train), ("test", test)] {
        let predicted = model.predict(x.view()).map_err(failed)?;
        match (target, predicted) {
            (OwnedTarget::Classes { codes, labels }, Predictions::Classes(guess)) => {
                let guess = in_codes_of(labels, &model.labels, &guess);
                let report = classification::report(codes, &guess, labels.len()).map_err(failed)?;
                metrics.extend(class_scores(name, &report));
                if name == "test" {
                    metrics.extend(probability_scores(model, x, codes, labels.len()));
                    let names = labels.iter().map(ToString::to_string).collect();
                    evaluation = Some(confusion(names, &report));
                }
            }
            (OwnedTarget::Numbers(actual), Predictions::Numbers(guess)) => {
                let scores = regression::scores(actual, &guess).map_err(failed)?;
                metrics.extend(number_scores(name, &scores));
                if name == "test" {
                    evaluation = Some(Evaluation::Residuals { predicted: guess, actual: actual.clone() });
                }
            }
            _ => return Err(failed("the model predicts another kind of value than the target has")),
        }
    }
    let metrics = metrics.into_iter().map(|(key, value)| (key, 0, value)).collect();
    Ok(Measured { metrics, evaluation })
}

/// A model counts the classes of its training rows; a class that only test rows have moves those after it.
fn in_codes_of(labels: &[Label], known: &[Label], guess: &[usize]) -> Vec<usize> {
    let place = |label: &Label| labels.partition_point(|other| other < label);
    let places: Vec<usize> = known.iter().map(place).collect();
    guess.iter().map(|code| places.get(*code).copied().unwrap_or(labels.len())).collect()
}

fn class_scores(part: &str, report: &classification::Report) -> Vec<(String, f64)> {
    let scores = [
        ("accuracy", report.accuracy),
        ("f1_macro", report.macro_average.f1),
        ("precision_macro", report.macro_average.precision),
        ("recall_macro", report.macro_average.recall),
    ];
    // Of the training rows the accuracy is enough to see how far a model has learned them by heart.
    let wanted = if part == "test" { scores.len() } else { 1 };
    scores.into_iter().take(wanted).map(|(name, value)| (format!("{part}_{name}"), value)).collect()
}

/// Scores of probabilities, where the model has any and they are defined for these rows.
fn probability_scores(model: &Model, x: &Array2<f64>, codes: &[usize], classes: usize) -> Vec<(String, f64)> {
    let Ok(probabilities) = model.predict_proba(x.view()) else { return Vec::new() };
    let flat: Vec<f64> = probabilities.iter().copied().collect();
    let log_loss = classification::log_loss(codes, &flat, classes);
    let named =
        [("test_log_loss", log_loss), ("test_roc_auc", classification::roc_auc(codes, &flat, classes))];
    named.into_iter().filter_map(|(name, score)| Some((name.to_owned(), score.ok()?))).collect()
}

fn number_scores(part: &str, scores: &regression::RegressionScores) -> Vec<(String, f64)> {
    let all = [("rmse", scores.rmse), ("r2", scores.r2), ("mae", scores.mae)];
    all.into_iter().map(|(name, value)| (format!("{part}_{name}"), value)).collect()
}

fn confusion(labels: Vec<String>, report: &classification::Report) -> Evaluation {
    let counts = report.confusion.iter().map(|row| row.iter().map(|&count| count as u64).collect()).collect();
    Evaluation::Confusion { labels, counts }
}

/// Scores of a model without a target, on the rows that it was fitted on.
pub(super) fn unsupervised(model: &Model, x: &Array2<f64>) -> Result<Measured, CommandError> {
    let mut metrics = Vec::new();
    if let Fitted::Components(components) = &model.fitted {
        let ratios = components.ratios.iter().zip(1..);
        metrics.extend(ratios.map(|(ratio, step)| ("explained_variance_ratio".to_owned(), step, *ratio)));
    } else if let Predictions::Clusters(labels) = model.predict(x.view()).map_err(failed)? {
        metrics.extend(cluster_scores(x, &labels));
    }
    Ok(Measured { metrics, evaluation: None })
}

/// Those scores that are defined for these clusters.
fn cluster_scores(x: &Array2<f64>, labels: &[usize]) -> Vec<(String, i64, f64)> {
    let mut scores = vec![
        ("calinski_harabasz", clustering::calinski_harabasz(x.view(), labels)),
        ("davies_bouldin", clustering::davies_bouldin(x.view(), labels)),
    ];
    if labels.len() <= SILHOUETTE_ROWS {
        scores.push(("silhouette", clustering::silhouette(x.view(), labels)));
    }
    scores.into_iter().filter_map(|(name, score)| Some((name.to_owned(), 0, score.ok()?))).collect()
}
