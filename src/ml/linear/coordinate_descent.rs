//! Lasso and elastic net by cyclic coordinate descent. Knows no closed form.

use super::super::dense::{Dense, dot, gram};
use super::super::error::{FitError, Size};
use super::super::progress::{CurvePoint, Progress};
use super::{Centred, Linear};

/// Features above which the table of products would not fit into memory.
const MOST_FEATURES: usize = 5_000;
/// How much finer than asked the duality gap is brought down: at scikit-learn's default tolerance its own digits
/// still depend on the path, and ours shall be those of the optimum.
const FINER: f64 = 1e-8;

/// What to minimise: |y - Xw|² / 2n + alpha (l1_ratio |w|₁ + (1 - l1_ratio) |w|² / 2).
#[derive(Clone, Copy, Debug)]
pub struct ElasticNet {
    /// `alpha`.
    pub alpha: f64,
    /// `l1_ratio`; 1 is the lasso.
    pub l1_ratio: f64,
    /// `max_iter`: sweeps over all features.
    pub max_iter: usize,
    /// `tol`: the duality gap, as a share of |y|².
    pub tol: f64,
    /// `fit_intercept`.
    pub fit_intercept: bool,
}

/// The problem in products of features: a sweep costs features², whatever the number of rows.
struct Products {
    pairs: Dense,
    moments: Vec<f64>,
    target_square: f64,
    l1: f64,
    l2: f64,
}

/// Fits lasso or elastic net; `features` holds the columns of the table as rows.
///
/// linfa-elasticnet minimises the same function, but takes the mean out of the target only (with an intercept its
/// weights are right for centred features alone), walks over all rows in each sweep and tells nothing on its way.
/// This works on products of features, which is many times faster on long tables, and tells the objective after
/// each sweep.
///
/// # Errors
/// When the arithmetic overflows or there are too many features.
pub fn elastic_net(
    features: Dense,
    target: &[f64],
    row_weights: Option<&[f64]>,
    settings: ElasticNet,
    progress: &mut dyn Progress,
) -> Result<Linear, FitError> {
    let (columns, rows) = (features.rows(), target.len() as f64);
    if columns > MOST_FEATURES {
        return Err(FitError::TooLarge { what: Size::Columns, found: columns, limit: MOST_FEATURES });
    }
    let centred = Centred::new(features, target, settings.fit_intercept, row_weights);
    let products = Products {
        pairs: gram(&centred.features),
        moments: centred.moments(),
        target_square: dot(&centred.target, &centred.target),
        l1: settings.alpha * settings.l1_ratio * rows,
        l2: settings.alpha * (1.0 - settings.l1_ratio) * rows,
    };
    let goal = settings.tol.min(1e-4) * FINER * products.target_square;
    let mut weights = vec![0.0; columns];
    // The part of each moment that the weights do not explain yet.
    let mut left = products.moments.clone();
    for sweep in 1..=settings.max_iter {
        let (change, greatest) = products.sweep(&mut weights, &mut left);
        let objective = products.objective(&weights, &left) / rows;
        if !objective.is_finite() {
            return Err(FitError::Overflow);
        }
        let point = CurvePoint { metric: "objective", step: sweep as u64, value: objective };
        progress.step(sweep, settings.max_iter, Some(point));
        if change <= f64::EPSILON * greatest || products.gap(&weights, &left) <= goal {
            break;
        }
    }
    Ok(centred.model(weights))
}

impl Products {
    /// Minimises over one weight after another; returns the greatest change and the greatest weight.
    fn sweep(&self, weights: &mut [f64], left: &mut [f64]) -> (f64, f64) {
        let (mut change, mut greatest) = (0.0_f64, 0.0_f64);
        for (index, weight) in weights.iter_mut().enumerate() {
            let row = self.pairs.row(index);
            let own = row[index];
            if own == 0.0 {
                continue;
            }
            let pull = left[index] + own * *weight;
            let next = pull.signum() * (pull.abs() - self.l1).max(0.0) / (own + self.l2);
            let step = next - *weight;
            if step != 0.0 {
                super::add_scaled(left, -step, row);
                *weight = next;
            }
            change = change.max(step.abs());
            greatest = greatest.max(next.abs());
        }
        (change, greatest)
    }

    /// |residual|² from products alone.
    fn residual_square(&self, weights: &[f64], left: &[f64]) -> f64 {
        (self.target_square - dot(weights, &self.moments) - dot(weights, left)).max(0.0)
    }

    /// The objective times the number of rows.
    fn objective(&self, weights: &[f64], left: &[f64]) -> f64 {
        let absolute: f64 = weights.iter().map(|weight| weight.abs()).sum();
        self.residual_square(weights, left) / 2.0 + self.l1 * absolute + self.l2 * dot(weights, weights) / 2.0
    }

    /// The duality gap: how far at most the objective is above its minimum.
    fn gap(&self, weights: &[f64], left: &[f64]) -> f64 {
        if self.l1 == 0.0 {
            return f64::INFINITY;
        }
        let residual = self.residual_square(weights, left);
        let steepest = left.iter().zip(weights).map(|(l, w)| (l - self.l2 * w).abs()).fold(0.0, f64::max);
        let scale = if steepest > self.l1 { self.l1 / steepest } else { 1.0 };
        // target · residual = |target|² - weights · moments
        let along = self.target_square - dot(weights, &self.moments);
        let primal = self.objective(weights, left);
        let weights_square = dot(weights, weights);
        let dual = scale * along - scale * scale * (residual + self.l2 * weights_square) / 2.0;
        primal - dual
    }
}
