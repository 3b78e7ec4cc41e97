//! Support vector machines for classes and numbers over linfa-svm. Knows linear, Gaussian and polynomial kernels.

use super::dense::{Dense, add_scaled, argmax, dot, squared_distance};
use super::error::{FitError, Size};
use super::progress::Progress;
use linfa::ParamGuard;
use linfa::traits::Fit;
use linfa_svm::Svm;
use ndarray::{Array1, Array2};
use serde::{Deserialize, Serialize};

/// Rows of one problem: linfa-svm holds the whole matrix of kernels, 8 bytes × rows².
const MOST_ROWS: usize = 6_000;
/// When to stop: finer than scikit-learn's 1e-3, whose digits still depend on the path.
const TOLERANCE: f64 = 1e-7;

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
    /// (gamma x · y)^degree
    Polynomial {
        /// `gamma`.
        gamma: f64,
        /// `degree`.
        degree: i32,
    },
}

impl Kernel {
    fn of(self, a: &[f64], b: &[f64]) -> f64 {
        match self {
            Self::Linear => dot(a, b),
            Self::Gaussian { gamma } => (-gamma * squared_distance(a, b)).exp(),
            Self::Polynomial { gamma, degree } => (gamma * dot(a, b)).powi(degree),
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

/// What one decision weighs: each training row.
struct Decision {
    weights: Vec<f64>,
    intercept: f64,
}

impl SupportVectors {
    /// Fits one decision for each pair of classes.
    ///
    /// # Errors
    /// When there are too many rows or the arithmetic overflows.
    pub fn classify(
        rows: &Dense,
        codes: &[usize],
        classes: usize,
        (c, kernel): (f64, Kernel),
        progress: &mut dyn Progress,
    ) -> Result<Self, FitError> {
        let total = classes * classes.saturating_sub(1) / 2;
        let mut decisions = Vec::with_capacity(total);
        for first in 0..classes {
            for second in first + 1..classes {
                let own: Vec<usize> =
                    (0..codes.len()).filter(|row| [first, second].contains(&codes[*row])).collect();
                let truth = own.iter().map(|row| codes[*row] == first).collect();
                let part = scaled(rows, &own, kernel)?;
                let svm = solver::<bool>(kernel)
                    .pos_neg_weights(c, c)
                    .check()
                    .map_err(|_| FitError::Overflow)?
                    .fit(&linfa::Dataset::new(part, truth))
                    .map_err(|_| FitError::Overflow)?;
                decisions.push(decision(&svm.alpha, svm.rho, &own, codes.len())?);
                progress.step(decisions.len(), total, None);
            }
        }
        Ok(Self::join(rows, decisions, kernel, classes))
    }

    /// Fits numbers within a tube of half width `epsilon`.
    ///
    /// # Errors
    /// When there are too many rows or the arithmetic overflows.
    pub fn regress(
        rows: &Dense,
        target: &[f64],
        (c, epsilon): (f64, f64),
        kernel: Kernel,
    ) -> Result<Self, FitError> {
        let own: Vec<usize> = (0..target.len()).collect();
        let part = scaled(rows, &own, kernel)?;
        let svm = solver::<f64>(kernel)
            .c_svr(c, Some(epsilon))
            .check()
            .map_err(|_| FitError::Overflow)?
            .fit(&linfa::Dataset::new(part, Array1::from(target.to_vec())))
            .map_err(|_| FitError::Overflow)?;
        let decision = decision(&svm.alpha, svm.rho, &own, target.len())?;
        Ok(Self::join(rows, vec![decision], kernel, 0))
    }

    fn join(rows: &Dense, decisions: Vec<Decision>, kernel: Kernel, classes: usize) -> Self {
        let intercepts = decisions.iter().map(|decision| decision.intercept).collect();
        let used: Vec<usize> = (0..rows.rows())
            .filter(|row| decisions.iter().any(|decision| decision.weights[*row] != 0.0))
            .collect();
        let (mut vectors, mut weights) = (Dense::zeros(0, rows.columns), Dense::zeros(0, used.len()));
        if kernel == Kernel::Linear {
            weights.columns = rows.columns;
            for decision in &decisions {
                let mut sum = vec![0.0; rows.columns];
                for row in &used {
                    add_scaled(&mut sum, decision.weights[*row], rows.row(*row));
                }
                weights.values.extend(sum);
            }
        } else {
            vectors.values = used.iter().flat_map(|row| rows.row(*row)).copied().collect();
            for decision in &decisions {
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

/// linfa's parameters for a kernel. Its polynomial has no factor, so gamma goes into the rows ([`scaled`]); its
/// Gaussian divides where scikit-learn multiplies.
fn solver<T>(kernel: Kernel) -> linfa_svm::SvmParams<f64, T> {
    let params = Svm::<f64, T>::params().eps(TOLERANCE).shrinking(false);
    match kernel {
        Kernel::Linear => params.linear_kernel(),
        Kernel::Gaussian { gamma } => params.gaussian_kernel(1.0 / gamma),
        Kernel::Polynomial { degree, .. } => params.polynomial_kernel(0.0, f64::from(degree)),
    }
}

/// The rows called `own`, as linfa takes them.
fn scaled(rows: &Dense, own: &[usize], kernel: Kernel) -> Result<Array2<f64>, FitError> {
    if own.len() > MOST_ROWS {
        return Err(FitError::TooLarge { what: Size::Rows, found: own.len(), limit: MOST_ROWS });
    }
    let factor = if let Kernel::Polynomial { gamma, .. } = kernel { gamma.sqrt() } else { 1.0 };
    let values: Vec<f64> =
        own.iter().flat_map(|row| rows.row(*row)).map(|value| value * factor).collect();
    // The solver loops for long on kernels that are not finite numbers.
    let largest = own.iter().map(|row| kernel.of(rows.row(*row), rows.row(*row)).abs()).fold(0.0, f64::max);
    if !largest.is_finite() || largest > 1e150 {
        return Err(FitError::Overflow);
    }
    Array2::from_shape_vec((own.len(), rows.columns), values).map_err(|_| FitError::Overflow)
}

/// Spreads the weights of the rows `own` over all.
fn decision(alpha: &[f64], rho: f64, own: &[usize], rows: usize) -> Result<Decision, FitError> {
    if !rho.is_finite() || alpha.iter().any(|weight| !weight.is_finite()) {
        return Err(FitError::Overflow);
    }
    let mut weights = vec![0.0; rows];
    for (row, weight) in own.iter().zip(alpha) {
        weights[*row] = *weight;
    }
    Ok(Decision { weights, intercept: -rho })
}
