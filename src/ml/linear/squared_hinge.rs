//! Linear support vectors with the squared hinge loss, by Newton's method. Knows two classes only.

use super::super::dense::{Cholesky, Dense, add_scaled, dot};
use super::super::error::FitError;

/// What to minimise: C × the sum of squared hinges + |w|² / 2, the intercept penalised with the weights.
#[derive(Clone, Copy, Debug)]
pub struct SquaredHinge {
    /// `C`.
    pub c: f64,
    /// `fit_intercept`.
    pub fit_intercept: bool,
    /// `intercept_scaling`.
    pub scaling: f64,
    /// `max_iter`.
    pub max_iter: usize,
}

/// Weights and intercept that tell rows with `signs` +1 from those with -1.
///
/// liblinear reaches the same optimum one dual weight after another; the loss is a square wherever it is not
/// zero, so that Newton's method takes a few steps.
///
/// # Errors
/// When the arithmetic overflows.
pub fn squared_hinge(
    rows: &Dense,
    signs: &[f64],
    counts: &[f64],
    settings: SquaredHinge,
) -> Result<(Vec<f64>, f64, usize), FitError> {
    let mut wide = Dense { values: Vec::new(), columns: rows.columns + usize::from(settings.fit_intercept) };
    for row in rows.iter_rows() {
        wide.values.extend_from_slice(row);
        wide.values.extend(settings.fit_intercept.then_some(settings.scaling));
    }
    let problem = Problem { rows: &wide, signs, counts, c: settings.c };
    let mut weights = vec![0.0; wide.columns];
    let mut loss = problem.loss(&weights);
    let mut done = 0;
    for iteration in 1..=settings.max_iter {
        let step = problem.step(&weights).ok_or(FitError::Overflow)?;
        let Some((next, next_loss)) = problem.descend(&weights, &step, loss) else { break };
        (weights, loss, done) = (next, next_loss, iteration);
    }
    let intercept = match settings.fit_intercept {
        true => weights.pop().unwrap_or(0.0) * settings.scaling,
        false => 0.0,
    };
    let fine = intercept.is_finite() && weights.iter().all(|weight| weight.is_finite());
    if fine { Ok((weights, intercept, done)) } else { Err(FitError::Overflow) }
}

struct Problem<'a> {
    rows: &'a Dense,
    signs: &'a [f64],
    counts: &'a [f64],
    c: f64,
}

impl Problem<'_> {
    /// How much each row lacks to the margin: above zero where it counts.
    fn lacks<'a>(&'a self, weights: &'a [f64]) -> impl Iterator<Item = (&'a [f64], f64, f64, f64)> {
        self.rows
            .iter_rows()
            .zip(self.signs)
            .zip(self.counts)
            .map(move |((row, sign), count)| (row, *sign, *count, 1.0 - sign * dot(row, weights)))
    }

    fn loss(&self, weights: &[f64]) -> f64 {
        let hinges = self.lacks(weights).filter(|(.., lack)| *lack > 0.0);
        self.c * hinges.map(|(_, _, count, lack)| count * lack * lack).sum::<f64>()
            + dot(weights, weights) / 2.0
    }

    /// Second derivatives × step = gradient.
    fn step(&self, weights: &[f64]) -> Option<Vec<f64>> {
        let width = weights.len();
        let mut curvature = Dense::zeros(width, width);
        let mut gradient = weights.to_vec();
        curvature.values.iter_mut().step_by(width + 1).for_each(|entry| *entry = 1.0);
        for (row, sign, count, lack) in self.lacks(weights).filter(|(.., lack)| *lack > 0.0) {
            let factor = 2.0 * self.c * count;
            add_scaled(&mut gradient, -factor * sign * lack, row);
            for (index, value) in row.iter().enumerate() {
                add_scaled(curvature.row_mut(index), factor * value, row);
            }
        }
        Cholesky::new(curvature, 0.0)?.solve(&mut gradient);
        Some(gradient)
    }

    fn descend(&self, weights: &[f64], step: &[f64], loss: f64) -> Option<(Vec<f64>, f64)> {
        let mut factor = 1.0;
        for _ in 0..40 {
            let mut next = weights.to_vec();
            add_scaled(&mut next, -factor, step);
            let next_loss = self.loss(&next);
            if next_loss < loss * (1.0 - 1e-15) {
                return Some((next, next_loss));
            }
            factor /= 2.0;
        }
        None
    }
}
