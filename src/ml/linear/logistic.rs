//! Logistic regression by Newton's method. Knows no other loss.

use super::super::dense::{Cholesky, Dense, add_scaled, dot, softmax};
use super::super::error::{FitError, Size};
use super::super::progress::{CurvePoint, Progress};
use super::Linear;

/// Coefficients above which the matrix of second derivatives would not fit into memory.
const MOST_COEFFICIENTS: usize = 3_000;
/// The gradient (of the mean loss) that is always reached before stopping: one more step costs little, and the
/// digits are then those of the optimum.
const FINEST: f64 = 1e-9;

/// What to minimise: the sum of log losses + |w|² / 2C (never the intercept).
#[derive(Clone, Copy, Debug)]
pub struct Logistic {
    /// `C`.
    pub c: f64,
    /// `max_iter`.
    pub max_iter: usize,
    /// `tol`: the greatest part of the gradient of the mean loss at which to stop.
    pub tol: f64,
    /// `fit_intercept`.
    pub fit_intercept: bool,
    /// Whether the intercept is penalised as the weights are: liblinear does so.
    pub penalised_intercept: bool,
}

/// 1 / (1 + e^-score).
pub(super) fn sigmoid(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

struct Problem<'a> {
    /// Columns of the table as rows, then a row of ones when there is an intercept.
    features: Dense,
    codes: &'a [usize],
    /// What each row counts.
    counts: &'a [f64],
    /// 1 for two classes, else the number of classes.
    outputs: usize,
    penalty: f64,
    penalised: usize,
}

/// Fits a logistic regression on class codes, of which each counts `counts`; multinomial for more than two classes.
/// Tells the iterations that it took, too.
///
/// linfa-logistic minimises the same function by L-BFGS. On tables whose columns differ in scale its line search
/// gives up before the weights have settled, its loss overflows where scores are far apart, and it tells nothing on its
/// way. Newton's method does not depend on the scale, takes some ten steps, and tells the loss after each.
///
/// # Errors
/// When the arithmetic overflows or there are too many coefficients.
pub fn logistic(
    mut features: Dense,
    codes: &[usize],
    classes: usize,
    counts: &[f64],
    settings: Logistic,
    progress: &mut dyn Progress,
) -> Result<(Linear, usize), FitError> {
    let columns = features.rows();
    if settings.fit_intercept {
        features.values.extend(std::iter::repeat_n(1.0, codes.len()));
    }
    let outputs = if classes == 2 { 1 } else { classes };
    let size = features.rows() * outputs;
    if size > MOST_COEFFICIENTS {
        return Err(FitError::TooLarge { what: Size::Coefficients, found: size, limit: MOST_COEFFICIENTS });
    }
    let penalised = if settings.penalised_intercept { features.rows() } else { columns };
    let problem = Problem { features, codes, counts, outputs, penalty: 1.0 / settings.c, penalised };
    let (weights, iterations) = problem.minimise(settings, progress)?;
    Ok((problem.model(&weights, columns, settings.fit_intercept), iterations))
}

impl Problem<'_> {
    fn minimise(
        &self,
        settings: Logistic,
        progress: &mut dyn Progress,
    ) -> Result<(Vec<f64>, usize), FitError> {
        let (width, rows) = (self.features.rows(), self.counts.iter().sum::<f64>());
        let mut done = 0;
        let mut weights = vec![0.0; width * self.outputs];
        let (mut loss, mut shares) = self.loss(&weights);
        for iteration in 1..=settings.max_iter {
            let gradient = self.gradient(&weights, &shares);
            let steepest = gradient.iter().fold(0.0_f64, |most, part| most.max(part.abs()));
            if !loss.is_finite() || !steepest.is_finite() {
                return Err(FitError::Overflow);
            }
            if steepest <= settings.tol.min(FINEST) * rows {
                break;
            }
            let step = self.newton_step(&gradient, &shares)?;
            let slope = dot(&gradient, &step);
            let Some((next, next_loss, next_shares)) = self.descend(&weights, &step, slope, loss) else {
                // No step lowers the loss any more: this is the optimum to the last digit.
                break;
            };
            (weights, loss, shares) = (next, next_loss, next_shares);
            done = iteration;
            let point = CurvePoint { metric: "loss", step: iteration as u64, value: loss / rows };
            progress.step(iteration, settings.max_iter, Some(point));
        }
        Ok((weights, done))
    }

    /// Halves the step until it lowers the loss enough.
    fn descend(
        &self,
        weights: &[f64],
        step: &[f64],
        slope: f64,
        loss: f64,
    ) -> Option<(Vec<f64>, f64, Dense)> {
        let mut factor = 1.0;
        for _ in 0..40 {
            let mut next = weights.to_vec();
            add_scaled(&mut next, -factor, step);
            let (next_loss, shares) = self.loss(&next);
            if next_loss <= loss - 1e-4 * factor * slope && next_loss < loss {
                return Some((next, next_loss, shares));
            }
            factor /= 2.0;
        }
        None
    }

    /// The penalised loss, and the probability of each output for each row (outputs × rows).
    fn loss(&self, weights: &[f64]) -> (f64, Dense) {
        let (width, rows) = (self.features.rows(), self.codes.len());
        let mut shares = Dense::zeros(self.outputs, rows);
        let mut loss = 0.0;
        for output in 0..self.outputs {
            let own = &weights[output * width..(output + 1) * width];
            let scores = shares.row_mut(output);
            for (feature, weight) in self.features.iter_rows().zip(own) {
                add_scaled(scores, *weight, feature);
            }
            let penalised = &own[..self.penalised];
            loss += self.penalty / 2.0 * dot(penalised, penalised);
        }
        if self.outputs == 1 {
            for ((score, code), count) in shares.values.iter_mut().zip(self.codes).zip(self.counts) {
                let against = if *code == 1 { -*score } else { *score };
                // log(1 + e^against), whichever its sign
                loss += count * (against.max(0.0) + (-against.abs()).exp().ln_1p());
                *score = sigmoid(*score);
            }
            return (loss, shares);
        }
        let mut scores = vec![0.0; self.outputs];
        for (row, (code, count)) in self.codes.iter().zip(self.counts).enumerate() {
            for (output, score) in scores.iter_mut().enumerate() {
                *score = shares.values[output * rows + row];
            }
            let own = scores.get(*code).copied().unwrap_or(0.0);
            loss += count * (softmax(&mut scores) - own);
            for (output, share) in scores.iter().enumerate() {
                shares.values[output * rows + row] = *share;
            }
        }
        (loss, shares)
    }

    fn gradient(&self, weights: &[f64], shares: &Dense) -> Vec<f64> {
        let width = self.features.rows();
        let mut gradient = Vec::with_capacity(weights.len());
        for (output, own) in weights.chunks_exact(width.max(1)).enumerate() {
            let wanted = if self.outputs == 1 { 1 } else { output };
            let errors: Vec<f64> = shares
                .row(output)
                .iter()
                .zip(self.codes)
                .zip(self.counts)
                .map(|((share, code), count)| count * (share - f64::from(u8::from(*code == wanted))))
                .collect();
            gradient.extend(self.features.iter_rows().zip(own).enumerate().map(
                |(index, (feature, weight))| {
                    let penalty = if index < self.penalised { self.penalty * weight } else { 0.0 };
                    dot(feature, &errors) + penalty
                },
            ));
        }
        gradient
    }

    /// Solves second derivatives × step = gradient, with a little more on the diagonal where they are singular.
    fn newton_step(&self, gradient: &[f64], shares: &Dense) -> Result<Vec<f64>, FitError> {
        let curvature = self.curvature(shares);
        let size = curvature.columns;
        let greatest = curvature.values.iter().step_by(size + 1).copied().fold(0.0, f64::max);
        let mut damping = 0.0;
        for _ in 0..8 {
            let mut damped = curvature.clone();
            damped.values.iter_mut().step_by(size + 1).for_each(|entry| *entry += damping);
            if let Some(factor) = Cholesky::new(damped, f64::EPSILON) {
                let mut step = gradient.to_vec();
                factor.solve(&mut step);
                if step.iter().all(|part| part.is_finite()) {
                    return Ok(step);
                }
            }
            damping = if damping == 0.0 { greatest * 1e-14 } else { damping * 100.0 };
        }
        Err(FitError::Overflow)
    }

    /// The matrix of second derivatives.
    fn curvature(&self, shares: &Dense) -> Dense {
        let width = self.features.rows();
        let size = width * self.outputs;
        let mut curvature = Dense::zeros(size, size);
        for a in 0..self.outputs {
            for b in 0..=a {
                let same = if a == b { 1.0 } else { 0.0 };
                let weights: Vec<f64> =
                    shares.row(a).iter().zip(shares.row(b)).map(|(p, q)| p * (same - q)).collect();
                let weights: Vec<f64> = weights.iter().zip(self.counts).map(|(w, count)| w * count).collect();
                self.add_block(&mut curvature, (a, b), &weights);
            }
        }
        for output in 0..self.outputs {
            for index in output * width..output * width + self.penalised {
                curvature.values[index * size + index] += self.penalty;
            }
        }
        if self.outputs > 1 && self.penalised < width {
            self.fix_intercepts(&mut curvature);
        }
        symmetric(&mut curvature);
        curvature
    }

    /// Raising all intercepts alike changes no probability: this adds curvature in that direction and no other.
    fn fix_intercepts(&self, curvature: &mut Dense) {
        let (width, size) = (self.features.rows(), curvature.columns);
        let places: Vec<usize> = (0..self.outputs).map(|output| output * width + width - 1).collect();
        let sum: f64 = places.iter().map(|place| curvature.values[place * size + place]).sum();
        let extra = (sum / self.outputs as f64).max(1e-9);
        for row in &places {
            for column in &places {
                curvature.values[row * size + column] += extra;
            }
        }
    }

    /// Weighted products of all pairs of features, in the block of two outputs (lower triangle only).
    fn add_block(&self, curvature: &mut Dense, (a, b): (usize, usize), weights: &[f64]) {
        let width = self.features.rows();
        let mut weighted = vec![0.0; weights.len()];
        for i in 0..width {
            for ((slot, value), weight) in weighted.iter_mut().zip(self.features.row(i)).zip(weights) {
                *slot = value * weight;
            }
            for j in 0..=i {
                let product = dot(&weighted, self.features.row(j));
                let size = curvature.columns;
                curvature.values[(a * width + i) * size + b * width + j] += product;
                if i != j {
                    curvature.values[(a * width + j) * size + b * width + i] += product;
                }
            }
        }
    }

    fn model(&self, weights: &[f64], columns: usize, fit_intercept: bool) -> Linear {
        let width = self.features.rows().max(1);
        let rows = weights.chunks_exact(width);
        let intercepts = rows.clone().map(|row| match fit_intercept {
            true => row.last().copied().unwrap_or(0.0),
            false => 0.0,
        });
        Linear {
            intercepts: intercepts.collect(),
            weights: Dense { values: rows.flat_map(|row| &row[..columns]).copied().collect(), columns },
        }
    }
}

/// Copies the lower triangle into the upper.
fn symmetric(square: &mut Dense) {
    let n = square.columns;
    for i in 0..n {
        for j in 0..i {
            square.values[j * n + i] = square.values[i * n + j];
        }
    }
}
