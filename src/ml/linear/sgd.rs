//! Linear models by stochastic gradient descent: one row at a time. Knows no classes, only a number a row.
//!
//! Draws, steps and the stop are scikit-learn's, so that the same `random_state` gives the same weights.

use super::super::dense::Dense;
use super::super::error::FitError;

/// The sum of products one after the other: early steps are so large that the last digit decides the path.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// A weight vector is scaled by one factor; below this the factor is worked into the weights.
const LEAST_SCALE: f64 = 1e-9;
/// Gradients are cut off here.
const STEEPEST: f64 = 1e12;

/// What is lost when a score says something else than the truth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Loss {
    /// `hinge`, and with a margin of 0 `perceptron`; truths are -1 and 1.
    Hinge(f64),
    /// `squared_hinge`.
    SquaredHinge,
    /// `modified_huber`.
    ModifiedHuber,
    /// `log_loss`; truths are 0 and 1.
    Log,
    /// `squared_error`, half of it.
    Square,
}

impl Loss {
    fn of(self, truth: f64, score: f64) -> f64 {
        let along = truth * score;
        match self {
            Self::Hinge(margin) => (margin - along).max(0.0),
            Self::SquaredHinge => (1.0 - along).max(0.0).powi(2),
            Self::ModifiedHuber if along < -1.0 => -4.0 * along,
            Self::ModifiedHuber => (1.0 - along).max(0.0).powi(2),
            Self::Log => score.max(0.0) + (-score.abs()).exp().ln_1p() - along,
            Self::Square => (score - truth).powi(2) / 2.0,
        }
    }

    fn gradient(self, truth: f64, score: f64) -> f64 {
        let along = truth * score;
        match self {
            Self::Hinge(margin) if along <= margin => -truth,
            Self::SquaredHinge if along < 1.0 => -2.0 * truth * (1.0 - along),
            Self::ModifiedHuber if along < -1.0 => -4.0 * truth,
            Self::ModifiedHuber if along < 1.0 => 2.0 * (1.0 - along) * -truth,
            Self::Hinge(_) | Self::SquaredHinge | Self::ModifiedHuber => 0.0,
            Self::Log if score <= -37.0 => score.exp() - truth,
            Self::Log => {
                let against = (-score).exp();
                ((1.0 - truth) - truth * against) / (1.0 + against)
            }
            Self::Square => score - truth,
        }
    }
}

/// How large steps are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    /// 1 / (alpha (t + t₀)).
    Optimal,
    /// `eta0`.
    Constant,
    /// `eta0` / t^`power_t`.
    Falling(f64),
    /// `eta0`, divided by 5 whenever it no longer helps.
    Adaptive,
}

/// How to descend.
#[derive(Clone, Copy, Debug)]
pub struct Sgd {
    /// `loss`.
    pub loss: Loss,
    /// `alpha` of the squared penalty; `None` has no penalty.
    pub penalty: Option<f64>,
    /// `alpha`, which sets the optimal rate without a penalty too.
    pub alpha: f64,
    /// `learning_rate`.
    pub rate: Rate,
    /// `eta0`.
    pub first_rate: f64,
    /// `fit_intercept`.
    pub fit_intercept: bool,
    /// `max_iter`.
    pub max_iter: usize,
    /// `tol`; `None` never stops early.
    pub tol: Option<f64>,
    /// `n_iter_no_change`.
    pub patience: usize,
    /// `shuffle`.
    pub shuffle: bool,
}

/// Weights times one factor, and the square of their length.
struct Weights {
    values: Vec<f64>,
    scale: f64,
    square: f64,
}

impl Weights {
    fn shrink(&mut self, factor: f64) {
        self.scale *= factor;
        self.square *= factor * factor;
        if self.scale < LEAST_SCALE {
            self.settle();
        }
    }

    fn settle(&mut self) {
        let scale = self.scale;
        self.values.iter_mut().for_each(|weight| *weight *= scale);
        self.scale = 1.0;
    }

    fn add(&mut self, row: &[f64], factor: f64) {
        let along = dot(&self.values, row) * self.scale;
        super::add_scaled(&mut self.values, factor / self.scale, row);
        self.square += dot(row, row) * factor * factor + 2.0 * along * factor;
    }
}

/// Weights, intercept and epochs of a fit on `truths`, of which each counts `counts`.
///
/// # Errors
/// When the numbers overflow.
pub fn sgd(
    rows: &Dense,
    truths: &[f64],
    counts: &[f64],
    settings: Sgd,
    seed: u32,
) -> Result<(Vec<f64>, f64, usize), FitError> {
    let mut weights = Weights { values: vec![0.0; rows.columns], scale: 1.0, square: 0.0 };
    let (mut intercept, mut rate, mut step) = (0.0, settings.first_rate, 1.0);
    let (mut best, mut stale, mut epochs) = (f64::INFINITY, 0, 0);
    let mut order: Vec<usize> = (0..truths.len()).collect();
    let typical = (1.0 / settings.alpha.sqrt()).sqrt();
    let first = typical / settings.loss.gradient(1.0, -typical).max(1.0);
    let head_start = 1.0 / (first * settings.alpha);
    let limit = settings.tol;
    while epochs < settings.max_iter {
        epochs += 1;
        let mut objective = 0.0;
        if settings.shuffle {
            shuffle(&mut order, seed);
        }
        for place in &order {
            let (row, truth) = (rows.row(*place), truths[*place]);
            let score = dot(&weights.values, row) * weights.scale + intercept;
            rate = match settings.rate {
                Rate::Optimal => 1.0 / (settings.alpha * (head_start + step - 1.0)),
                Rate::Falling(power) => settings.first_rate / f64::powf(step, power),
                Rate::Constant | Rate::Adaptive => rate,
            };
            objective += settings.loss.of(truth, score);
            objective += settings.penalty.map_or(0.0, |alpha| alpha * 0.5 * weights.square);
            let gradient = settings.loss.gradient(truth, score).clamp(-STEEPEST, STEEPEST);
            let update = -rate * gradient * counts[*place];
            if let Some(alpha) = settings.penalty {
                weights.shrink((1.0 - rate * alpha).max(0.0));
            }
            if update != 0.0 {
                weights.add(row, update);
                intercept += if settings.fit_intercept { update } else { 0.0 };
            }
            step += 1.0;
        }
        if !intercept.is_finite() || weights.values.iter().any(|weight| !weight.is_finite()) {
            return Err(FitError::Overflow);
        }
        let mean = objective / truths.len() as f64;
        stale = if limit.is_some_and(|tol| mean > best - tol) { stale + 1 } else { 0 };
        best = best.min(mean);
        if stale >= settings.patience {
            if settings.rate != Rate::Adaptive || rate <= 1e-6 {
                break;
            }
            rate /= 5.0;
            stale = 0;
        }
    }
    weights.settle();
    Ok((weights.values, intercept, epochs))
}

/// The shuffle of scikit-learn's rows: from the first place on, by its xorshift.
fn shuffle(order: &mut [usize], seed: u32) {
    let mut word = seed;
    for place in 0..order.len().saturating_sub(1) {
        word = if word == 0 { 1 } else { word };
        word ^= word << 13;
        word ^= word >> 17;
        word ^= word << 5;
        let other = place + (word % 0x8000_0000) as usize % (order.len() - place);
        order.swap(place, other);
    }
}
