//! Scalers: the same table in other units. Know no target.

use super::bayes::moments;
use super::dense::Dense;
use super::error::FitError;
use linfa::traits::Fit;
use linfa_preprocessing::linear_scaling::LinearScaler;
use ndarray::Array2;
use serde::{Deserialize, Serialize};

/// A fitted scaler.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Scaler {
    /// Columns: (x - offset) × factor.
    Columns {
        /// One a column.
        offsets: Vec<f64>,
        /// One a column.
        factors: Vec<f64>,
    },
    /// Rows: each divided by its own length.
    Rows(Norm),
}

/// The length of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Norm {
    /// The sum of sizes.
    L1,
    /// The square root of the sum of squares.
    L2,
    /// The greatest size.
    Max,
}

impl Scaler {
    /// `StandardScaler`.
    ///
    /// Ours: linfa-preprocessing computes the same, through a fused multiply-add that wasm has to emulate (eight
    /// times slower there), and takes every column with a spread below 2e-16 for constant, whatever its unit.
    ///
    /// # Errors
    /// When the arithmetic overflows.
    pub fn standard(rows: &Dense, with_mean: bool, with_std: bool) -> Result<Self, FitError> {
        let all: Vec<&[f64]> = rows.iter_rows().collect();
        let (mut offsets, variances) = moments(&all, rows.columns);
        let count = all.len() as f64;
        let factors = variances.iter().zip(&offsets).map(|(variance, mean)| {
            // What rounding alone makes of a constant column.
            let noise = count * f64::EPSILON * variance + (count * mean * f64::EPSILON).powi(2);
            if with_std && *variance > noise { 1.0 / variance.sqrt() } else { 1.0 }
        });
        let factors = factors.collect();
        if !with_mean {
            offsets.fill(0.0);
        }
        finite(offsets, factors)
    }

    /// `MinMaxScaler` to the range 0 to 1, by linfa-preprocessing.
    ///
    /// # Errors
    /// When the arithmetic overflows.
    pub fn min_max(x: Array2<f64>) -> Result<Self, FitError> {
        let scaler =
            LinearScaler::min_max().fit(&linfa::DatasetBase::from(x)).map_err(|_| FitError::Overflow)?;
        finite(scaler.offsets().to_vec(), scaler.scales().to_vec())
    }

    /// `RobustScaler` by median and quartiles; ours, since linfa has none. `columns` holds columns as rows.
    ///
    /// # Errors
    /// When the arithmetic overflows.
    pub fn robust(mut columns: Dense, with_centering: bool, with_scaling: bool) -> Result<Self, FitError> {
        let rows = columns.columns.max(1);
        let (mut offsets, mut factors) = (Vec::new(), Vec::new());
        for column in columns.values.chunks_exact_mut(rows) {
            column.sort_by(f64::total_cmp);
            let width = quantile(column, 0.75) - quantile(column, 0.25);
            offsets.push(if with_centering { quantile(column, 0.5) } else { 0.0 });
            // A width of rounding errors only counts as none, as in scikit-learn.
            let flat = width < 10.0 * f64::EPSILON;
            factors.push(if with_scaling && !flat { 1.0 / width } else { 1.0 });
        }
        finite(offsets, factors)
    }

    /// Scales rows.
    pub fn transform(&self, mut rows: Dense) -> Dense {
        let width = rows.columns.max(1);
        for row in rows.values.chunks_exact_mut(width) {
            match self {
                Self::Columns { offsets, factors } => {
                    for ((value, offset), factor) in row.iter_mut().zip(offsets).zip(factors) {
                        *value = (*value - offset) * factor;
                    }
                }
                Self::Rows(norm) => {
                    let length = norm.of(row);
                    if length > 0.0 {
                        row.iter_mut().for_each(|value| *value /= length);
                    }
                }
            }
        }
        rows
    }
}

impl Norm {
    fn of(self, row: &[f64]) -> f64 {
        let sizes = row.iter().map(|value| value.abs());
        match self {
            Self::L1 => sizes.sum(),
            Self::L2 => sizes.map(|size| size * size).sum::<f64>().sqrt(),
            Self::Max => sizes.fold(0.0, f64::max),
        }
    }
}

/// The quantile of sorted numbers, linear between two.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * sorted.len().saturating_sub(1) as f64;
    let at = |index: usize| sorted.get(index).copied().unwrap_or(0.0);
    let (low, high) = (at(place.floor() as usize), at(place.ceil() as usize));
    low + (high - low) * place.fract()
}

fn finite(offsets: Vec<f64>, factors: Vec<f64>) -> Result<Scaler, FitError> {
    let fine = offsets.iter().chain(&factors).all(|number| number.is_finite());
    if fine { Ok(Scaler::Columns { offsets, factors }) } else { Err(FitError::Overflow) }
}
