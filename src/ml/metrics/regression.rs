//! Scores of predicted numbers. Know no class.

use super::super::error::MetricError;
use super::{all_finite, same_length};
use serde::{Deserialize, Serialize};

/// All scores of predicted numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegressionScores {
    /// `mean_squared_error`
    pub mse: f64,
    /// `root_mean_squared_error`
    pub rmse: f64,
    /// `mean_absolute_error`
    pub mae: f64,
    /// `r2_score`; 1 for perfect predictions of a constant, 0 for others of it; NaN for a single row.
    pub r2: f64,
    /// `median_absolute_error`
    pub median_ae: f64,
    /// `max_error`
    pub max_error: f64,
    /// `mean_absolute_percentage_error`, as a share; a true 0 counts as the least positive number.
    pub mape: f64,
    /// `explained_variance_score`
    pub explained_variance: f64,
}

/// Scores predictions.
///
/// # Errors
/// When there is no row, the lists differ in length, or a number is not finite.
pub fn scores(truth: &[f64], guess: &[f64]) -> Result<RegressionScores, MetricError> {
    same_length(truth.len(), guess.len())?;
    all_finite(truth, 1)?;
    all_finite(guess, 1)?;
    let errors: Vec<f64> = truth.iter().zip(guess).map(|(truth, guess)| truth - guess).collect();
    let mut sizes: Vec<f64> = errors.iter().map(|error| error.abs()).collect();
    let mse = average(errors.iter().map(|error| error * error));
    let shares = sizes.iter().zip(truth).map(|(size, truth)| size / truth.abs().max(f64::EPSILON));
    let mape = average(shares);
    let mae = average(sizes.iter().copied());
    sizes.sort_by(f64::total_cmp);
    let spread = variance(truth);
    Ok(RegressionScores {
        mse,
        rmse: mse.sqrt(),
        mae,
        r2: if truth.len() < 2 { f64::NAN } else { explained(mse, spread) },
        median_ae: median(&sizes),
        max_error: sizes.last().copied().unwrap_or(0.0),
        mape,
        explained_variance: explained(variance(&errors), spread),
    })
}

/// The share of a spread that an error leaves explained.
fn explained(error: f64, spread: f64) -> f64 {
    match (error == 0.0, spread == 0.0) {
        (true, _) => 1.0,
        (false, true) => 0.0,
        (false, false) => 1.0 - error / spread,
    }
}

fn average(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

fn variance(values: &[f64]) -> f64 {
    let middle = average(values.iter().copied());
    average(values.iter().map(|value| (value - middle).powi(2)))
}

fn median(sorted: &[f64]) -> f64 {
    let half = sorted.len() / 2;
    let at = |index: usize| sorted.get(index).copied().unwrap_or(0.0);
    if sorted.len() % 2 == 1 { at(half) } else { (at(half.saturating_sub(1)) + at(half)) / 2.0 }
}
