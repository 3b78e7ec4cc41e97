//! Scores of predictions, with scikit-learn's names and definitions (`zero_division=0`). Know no model.

pub mod classification;
#[cfg(feature = "compute")]
pub mod clustering;
pub mod regression;

use super::error::MetricError;

/// That there is something to score, and two lists are as many.
fn same_length(expected: usize, found: usize) -> Result<(), MetricError> {
    match expected {
        0 => Err(MetricError::NoRows),
        _ if expected != found => Err(MetricError::LengthMismatch { expected, found }),
        _ => Ok(()),
    }
}

/// That all values are finite; `width` of them make a row.
fn all_finite(values: &[f64], width: usize) -> Result<(), MetricError> {
    match values.iter().position(|value| !value.is_finite()) {
        Some(place) => Err(MetricError::NotFinite { row: place / width.max(1) }),
        None => Ok(()),
    }
}

/// A quotient; 0 where the divisor is 0.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}
