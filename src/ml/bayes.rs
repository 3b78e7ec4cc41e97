//! Gaussian naive Bayes. Knows no other distribution.

use super::dense::{Dense, softmax};
use super::error::FitError;
use serde::{Deserialize, Serialize};

/// Means, variances and shares of each class.
///
/// Ours: linfa-bayes computes the same, but keeps it in a hash map whose order (and so whose saved bytes) differs from run
/// to run, and does not show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bayes {
    /// `theta_`: classes × features.
    pub means: Dense,
    /// `var_`: classes × features, smoothing included.
    pub variances: Dense,
    /// `class_prior_`.
    pub priors: Vec<f64>,
}

impl Bayes {
    /// Fits on class codes below `classes`; `smoothing` is `var_smoothing`.
    ///
    /// # Errors
    /// When the arithmetic overflows, or a class has no spread at all and nothing smooths it.
    pub fn fit(rows: &Dense, codes: &[usize], classes: usize, smoothing: f64) -> Result<Self, FitError> {
        let columns = rows.columns;
        let everything: Vec<&[f64]> = rows.iter_rows().collect();
        let widest = moments(&everything, columns).1.into_iter().fold(0.0, f64::max);
        let mut model =
            Self { means: Dense::zeros(0, columns), variances: Dense::zeros(0, columns), priors: Vec::new() };
        for class in 0..classes {
            let own: Vec<&[f64]> = everything
                .iter()
                .zip(codes)
                .filter(|(_, code)| **code == class)
                .map(|(row, _)| *row)
                .collect();
            let (means, variances) = moments(&own, columns);
            model.means.values.extend(means);
            model.variances.values.extend(variances.iter().map(|variance| variance + smoothing * widest));
            model.priors.push(own.len() as f64 / codes.len() as f64);
        }
        let fine = model.variances.values.iter().all(|variance| variance.is_finite() && *variance > 0.0);
        if fine { Ok(model) } else { Err(FitError::Overflow) }
    }

    /// The joint log likelihood of each row and class.
    pub fn log_likelihoods(&self, rows: &Dense) -> Dense {
        let columns = self.priors.len();
        let constants: Vec<f64> = self
            .variances
            .iter_rows()
            .zip(&self.priors)
            .map(|(variances, prior)| {
                let spread: f64 = variances.iter().map(|v| (std::f64::consts::TAU * v).ln()).sum();
                prior.ln() - spread / 2.0
            })
            .collect();
        let mut values = Vec::with_capacity(rows.rows() * columns);
        for row in rows.iter_rows() {
            let classes = self.means.iter_rows().zip(self.variances.iter_rows()).zip(&constants);
            values.extend(classes.map(|((means, variances), constant)| {
                let distances = row.iter().zip(means).zip(variances).map(|((x, m), v)| (x - m).powi(2) / v);
                constant - distances.sum::<f64>() / 2.0
            }));
        }
        Dense { values, columns }
    }

    /// The probability of each row and class.
    pub fn probabilities(&self, rows: &Dense) -> Dense {
        let mut scores = self.log_likelihoods(rows);
        for row in scores.values.chunks_exact_mut(self.priors.len().max(1)) {
            softmax(row);
        }
        scores
    }
}

/// Mean and (population) variance of each column.
pub(super) fn moments(rows: &[&[f64]], columns: usize) -> (Vec<f64>, Vec<f64>) {
    let count = rows.len() as f64;
    let (mut means, mut variances) = (vec![0.0; columns], vec![0.0; columns]);
    for row in rows {
        means.iter_mut().zip(*row).for_each(|(sum, value)| *sum += value);
    }
    means.iter_mut().for_each(|sum| *sum /= count);
    for row in rows {
        for ((sum, value), mean) in variances.iter_mut().zip(*row).zip(&means) {
            *sum += (value - mean).powi(2);
        }
    }
    variances.iter_mut().for_each(|sum| *sum /= count);
    (means, variances)
}
