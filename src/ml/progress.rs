//! How a long fit tells how far it is. Knows nothing of who listens.

use serde::Serialize;

/// A point of a learning curve, measured during the fit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CurvePoint {
    /// What was measured: `loss`, `objective`, `inertia`, `oob_score` or `train_score`.
    pub metric: &'static str,
    /// After how many iterations, sweeps or trees.
    pub step: u64,
    /// The measured value.
    pub value: f64,
}

/// Hears from a fit after each tree, iteration or sweep.
///
/// Calls are frequent, so they should be cheap. A fit never asks whether to stop: who wants to stop it ends the
/// worker.
pub trait Progress {
    /// `done` of `total` steps are done; the fit may end early.
    fn step(&mut self, done: usize, total: usize, point: Option<CurvePoint>);
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn step(&mut self, _done: usize, _total: usize, _point: Option<CurvePoint>) {}
}

impl<F: FnMut(usize, usize, Option<CurvePoint>)> Progress for F {
    fn step(&mut self, done: usize, total: usize, point: Option<CurvePoint>) {
        self(done, total, point);
    }
}
