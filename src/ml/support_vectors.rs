//! Support vector machines for classes and numbers. Knows linear, Gaussian, polynomial and sigmoid kernels.
//!
//! Ours: linfa-svm reaches the same optimum (a test holds both against each other), but it keeps the whole matrix
//! of kernels, tells nothing on its way, and on rows of very different size loops for up to ten million steps.

mod platt;
mod smo;

use super::dense::{Dense, add_scaled, argmax, dot, squared_distance};
use super::error::FitError;
use super::progress::{Progress, Silent};
pub(super) use platt::{Sigmoid, couple, fit_sigmoids};
use serde::{Deserialize, Serialize};
pub(super) use smo::Solution;
use smo::{Variable, solve};

/// How alike two rows are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Kernel {
    /// x · y
    Linear,
    /// exp(-gamma |x - y|²)
    Gaussian {
        /// `gamma`.
        gamma: f64,
    },
    /// (gamma x · y + coef0)^degree
    Polynomial {
        /// `gamma`.
        gamma: f64,
        /// `degree`.
        degree: i32,
        /// `coef0`.
        constant: f64,
    },
    /// tanh(gamma x · y + coef0)
    Sigmoid {
        /// `gamma`.
        gamma: f64,
        /// `coef0`.
        constant: f64,
    },
}

impl Kernel {
    pub(super) fn of(self, a: &[f64], b: &[f64]) -> f64 {
        match self {
            Self::Linear => dot(a, b),
            Self::Gaussian { gamma } => (-gamma * squared_distance(a, b)).exp(),
            Self::Polynomial { gamma, degree, constant } => (gamma * dot(a, b) + constant).powi(degree),
            Self::Sigmoid { gamma, constant } => (gamma * dot(a, b) + constant).tanh(),
        }
    }
}

/// One decision a pair of classes (one against one), or one for numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupportVectors {
    kernel: Kernel,
    /// Rows that decide; empty when the kernel is linear.
    vectors: Dense,
    /// How much each of them weighs in each decision; the weights of features when the kernel is linear.
    weights: Dense,
    /// One number a decision.
    intercepts: Vec<f64>,
    /// How many classes there are; 0 for numbers.
    classes: usize,
}

impl SupportVectors {
    /// Fits one decision for each pair of classes.
    ///
    /// # Errors
    /// When the arithmetic overflows.
    pub fn classify(
        rows: &Dense,
        codes: &[usize],
        classes: usize,
        (c, kernel): (f64, Kernel),
        progress: &mut dyn Progress,
    ) -> Result<Self, FitError> {
        let most = vec![c; codes.len()];
        let decisions = decide_pairs(rows, (codes, classes), &most, kernel, progress)?;
        Ok(Self::join(rows, &decisions, kernel, classes))
    }

    /// Fits numbers within a tube of half width `epsilon`.
    ///
    /// # Errors
    /// When the arithmetic overflows.
    pub fn regress(
        rows: &Dense,
        target: &[f64],
        (c, epsilon): (f64, f64),
        kernel: Kernel,
        progress: &mut dyn Progress,
    ) -> Result<Self, FitError> {
        let most = vec![c; target.len()];
        let found = decide_numbers(rows, (target, epsilon), &most, kernel, progress)?;
        Ok(Self::join(rows, &[found], kernel, 0))
    }

    fn join(rows: &Dense, decisions: &[Solution], kernel: Kernel, classes: usize) -> Self {
        let intercepts = decisions.iter().map(|decision| decision.intercept).collect();
        let used: Vec<usize> = (0..rows.rows())
            .filter(|row| decisions.iter().any(|decision| decision.weights[*row] != 0.0))
            .collect();
        let (mut vectors, mut weights) = (Dense::zeros(0, rows.columns), Dense::zeros(0, used.len()));
        if kernel == Kernel::Linear {
            weights.columns = rows.columns;
            for decision in decisions {
                let mut sum = vec![0.0; rows.columns];
                for row in &used {
                    add_scaled(&mut sum, decision.weights[*row], rows.row(*row));
                }
                weights.values.extend(sum);
            }
        } else {
            vectors.values = used.iter().flat_map(|row| rows.row(*row)).copied().collect();
            for decision in decisions {
                weights.values.extend(used.iter().map(|row| decision.weights[*row]));
            }
        }
        Self { kernel, vectors, weights, intercepts, classes }
    }

    /// The decisions on a row: above zero for the first class of each pair.
    fn decisions(&self, row: &[f64]) -> Vec<f64> {
        let likeness: Vec<f64> = match self.kernel {
            Kernel::Linear => row.to_vec(),
            kernel => self.vectors.iter_rows().map(|vector| kernel.of(vector, row)).collect(),
        };
        let weighed = |index: usize| dot(self.weights.row(index), &likeness);
        self.intercepts.iter().enumerate().map(|(index, b)| weighed(index) + b).collect()
    }

    /// The class with most votes, the first of equals.
    pub fn votes(&self, rows: &Dense) -> Vec<usize> {
        let pairs = || (0..self.classes).flat_map(|a| (a + 1..self.classes).map(move |b| (a, b)));
        rows.iter_rows()
            .map(|row| {
                let mut votes = vec![0.0; self.classes];
                for ((first, second), decision) in pairs().zip(self.decisions(row)) {
                    votes[if decision > 0.0 { first } else { second }] += 1.0;
                }
                argmax(&votes)
            })
            .collect()
    }

    /// The number of each row.
    pub fn numbers(&self, rows: &Dense) -> Vec<f64> {
        rows.iter_rows().map(|row| self.decisions(row).first().copied().unwrap_or(f64::NAN)).collect()
    }

    /// Weights and intercepts in the original features, where the kernel is linear.
    pub fn linear(&self) -> Option<(&Dense, &Vec<f64>)> {
        (self.kernel == Kernel::Linear).then_some((&self.weights, &self.intercepts))
    }
}

/// A decision for each pair of classes, above zero for the first; `most` is C of each row.
///
/// # Errors
/// When the arithmetic overflows.
pub(super) fn decide_pairs(
    rows: &Dense,
    (codes, classes): (&[usize], usize),
    most: &[f64],
    kernel: Kernel,
    progress: &mut dyn Progress,
) -> Result<Vec<Solution>, FitError> {
    let total = classes * classes.saturating_sub(1) / 2;
    let mut decisions = Vec::with_capacity(total);
    for first in 0..classes {
        for second in first + 1..classes {
            let own: Vec<usize> =
                (0..codes.len()).filter(|row| [first, second].contains(&codes[*row])).collect();
            let part = Dense {
                values: own.iter().flat_map(|row| rows.row(*row)).copied().collect(),
                columns: rows.columns,
            };
            let variables: Vec<Variable> = own
                .iter()
                .enumerate()
                .map(|(place, row)| {
                    let sign = if codes[*row] == first { 1.0 } else { -1.0 };
                    Variable { row: place, sign, constant: sign, most: most[*row] }
                })
                .collect();
            // With two classes there is one decision, whose own progress is all there is.
            let found = match total {
                1 => solve(&part, &variables, kernel, progress),
                _ => solve(&part, &variables, kernel, &mut Silent),
            };
            let mut weights = vec![0.0; codes.len()];
            own.iter().zip(&found.weights).for_each(|(row, weight)| weights[*row] = *weight);
            decisions.push(finite(Solution { weights, ..found })?);
            if total > 1 {
                progress.step(decisions.len(), total, None);
            }
        }
    }
    Ok(decisions)
}

/// The decision for numbers within a tube of half width `epsilon`; `most` is C of each row.
///
/// # Errors
/// When the arithmetic overflows.
pub(super) fn decide_numbers(
    rows: &Dense,
    (target, epsilon): (&[f64], f64),
    most: &[f64],
    kernel: Kernel,
    progress: &mut dyn Progress,
) -> Result<Solution, FitError> {
    let side = |sign: f64| {
        let constants = target.iter().zip(most).map(move |(number, most)| (number - sign * epsilon, most));
        constants.enumerate().map(move |(row, (constant, most))| Variable {
            row,
            sign,
            constant,
            most: *most,
        })
    };
    let variables: Vec<Variable> = side(1.0).chain(side(-1.0)).collect();
    finite(solve(rows, &variables, kernel, progress))
}

fn finite(found: Solution) -> Result<Solution, FitError> {
    let fine = found.intercept.is_finite() && found.weights.iter().all(|weight| weight.is_finite());
    if fine { Ok(found) } else { Err(FitError::Overflow) }
}
