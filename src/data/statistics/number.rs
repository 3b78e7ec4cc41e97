//! Moments and quartiles of numbers, as pandas' `describe` gives them.

use super::histogram::Histogram;
use serde::{Deserialize, Serialize};

/// What numbers are like. A figure that is not a finite number (the mean of nothing, the deviation of one
/// value, anything that an infinite value spoils) is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberSummary {
    /// The mean.
    pub mean: Option<f64>,
    /// The standard deviation of a sample (n - 1).
    pub std: Option<f64>,
    /// The least.
    pub min: Option<f64>,
    /// A quarter of the values are at most this; between two values linearly.
    pub lower_quartile: Option<f64>,
    /// Half of the values are at most this.
    pub median: Option<f64>,
    /// Three quarters of the values are at most this.
    pub upper_quartile: Option<f64>,
    /// The greatest.
    pub max: Option<f64>,
    /// How many values are infinite; they are in no bin of the histogram.
    pub infinite: u64,
    /// How the finite values are spread.
    pub histogram: Histogram,
}

impl NumberSummary {
    /// Of numbers in rising order without NaN; `whole` when they are whole numbers.
    pub(super) fn of(sorted: &[f64], whole: bool) -> Self {
        let from = sorted.partition_point(|value| *value == f64::NEG_INFINITY);
        let to = sorted.partition_point(|value| *value < f64::INFINITY);
        let finite = sorted.get(from..to).unwrap_or_default();
        let mean = mean(sorted);
        Self {
            mean: known(mean),
            std: known(deviation(sorted, mean)),
            min: sorted.first().copied().and_then(known),
            lower_quartile: known(quantile(sorted, 0.25)),
            median: known(quantile(sorted, 0.5)),
            upper_quartile: known(quantile(sorted, 0.75)),
            max: sorted.last().copied().and_then(known),
            infinite: (sorted.len() - finite.len()) as u64,
            histogram: Histogram::of(finite, whole),
        }
    }
}

/// The figure when it is a finite number.
fn known(value: f64) -> Option<f64> {
    Some(value).filter(|value| value.is_finite())
}

/// The mean: a first one from the sum, then moved by the mean of what is left, which the rounding of a large
/// sum lost.
fn mean(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let rough = values.iter().sum::<f64>() / count;
    let rest = values.iter().map(|value| value - rough).sum::<f64>() / count;
    if rest.is_finite() { rough + rest } else { rough }
}

/// In a second pass, since one loses digits when the mean is large; the square of the sum of what is left
/// takes out the rounding of the mean. NaN below two values.
fn deviation(values: &[f64], mean: f64) -> f64 {
    let (squares, sum) = values.iter().fold((0.0, 0.0), |(squares, sum), value| {
        let rest = value - mean;
        (squares + rest * rest, sum + rest)
    });
    match values.len() {
        0 | 1 => f64::NAN,
        // The difference is never below zero but for rounding, and may be NaN.
        count => ((squares - (sum * sum / count as f64).min(squares)) / (count - 1) as f64).sqrt(),
    }
}

/// The quantile by linear interpolation, rounded as numpy rounds it; NaN of nothing.
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let position = share * last as f64;
    let below = position.floor();
    let at = |index: f64| sorted.get(index as usize).copied().unwrap_or(f64::NAN);
    let (low, high) = (at(below), at((below + 1.0).min(last as f64)));
    let weight = position - below;
    // From the nearer end, so that the result never lies outside the two.
    if weight < 0.5 { low + (high - low) * weight } else { high - (high - low) * (1.0 - weight) }
}
