//! The dual problem of support vectors by sequential minimal optimisation: two weights at a time. Knows no class
//! and no target, only bounds.

use super::super::dense::{Dense, dot};
use super::super::progress::{CurvePoint, Progress};
use super::Kernel;
use std::collections::VecDeque;

/// How far from optimal to stop, as a share of the size of the problem's constants: finer than scikit-learn's
/// 1e-3, whose digits still depend on the path.
const TOLERANCE: f64 = 1e-7;
/// The least curvature along a step, where two rows are alike.
const FLAT: f64 = 1e-12;
/// Bytes for rows of kernels.
const CACHE: usize = 128 << 20;
/// Iterations between two reports.
const REPORT: usize = 1_000;

/// A weight between 0 and C that counts with a sign.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// The row that it belongs to.
    pub row: usize,
    /// +1 or -1.
    pub sign: f64,
    /// Minus sign × its linear term in the objective.
    pub constant: f64,
    /// C: how large it may be.
    pub most: f64,
}

/// What was found.
pub struct Solution {
    /// The signed weight of each row.
    pub weights: Vec<f64>,
    /// What to add to the weighted sum of kernels.
    pub intercept: f64,
}

/// Rows of kernels, computed when needed, the oldest forgotten first.
struct Kernels<'a> {
    rows: &'a Dense,
    kernel: Kernel,
    diagonal: Vec<f64>,
    known: Vec<Option<Vec<f64>>>,
    ages: VecDeque<usize>,
    most: usize,
}

impl<'a> Kernels<'a> {
    fn new(rows: &'a Dense, kernel: Kernel) -> Self {
        let count = rows.rows();
        Self {
            rows,
            kernel,
            diagonal: rows.iter_rows().map(|row| kernel.of(row, row)).collect(),
            known: vec![None; count],
            ages: VecDeque::new(),
            // Two at least are needed at once.
            most: (CACHE / (8 * count.max(1))).max(2),
        }
    }

    fn load(&mut self, index: usize) {
        if self.known[index].is_some() {
            return;
        }
        let spare = if self.ages.len() >= self.most { self.ages.pop_front() } else { None };
        let mut values = spare.and_then(|oldest| self.known[oldest].take()).unwrap_or_default();
        values.clear();
        let own = self.rows.row(index);
        values.extend(self.rows.iter_rows().map(|row| self.kernel.of(own, row)));
        self.known[index] = Some(values);
        self.ages.push_back(index);
    }

    fn row(&self, index: usize) -> &[f64] {
        self.known[index].as_deref().unwrap_or(&[])
    }
}

struct Solver<'a> {
    variables: &'a [Variable],
    weights: Vec<f64>,
    /// The weighted sum of kernels at each row.
    sums: Vec<f64>,
    /// The slope (how much the objective falls when a weight grows with its sign) where a weight can still rise (with its sign), else -∞; where it can still fall, else +∞.
    rising: Vec<f64>,
    falling: Vec<f64>,
}

/// Minimises ½ βᵀKβ less constants × weights, for weights in [0, C] whose signed sum is 0. Variables come in blocks
/// of one for each row, in the order of rows.
///
/// Ends at the optimum, or after a number of steps that keeps it to seconds; then the best so far is the answer.
pub fn solve(rows: &Dense, variables: &[Variable], kernel: Kernel, progress: &mut dyn Progress) -> Solution {
    let mut kernels = Kernels::new(rows, kernel);
    let mut solver = Solver::new(rows.rows(), variables);
    let size = variables.iter().map(|variable| variable.constant.abs()).fold(1.0, f64::max);
    let goal = TOLERANCE * size;
    let limit = (2_000_000_000 / variables.len().max(1)).clamp(100_000, 2_000_000);
    let (mut done, mut first_gap) = (0, None);
    for iteration in 1..=limit {
        let Some((up, highest)) = solver.highest() else { break };
        let up_row = variables[up].row;
        kernels.load(up_row);
        let Some((down, gap)) = solver.partner(highest, up_row, &kernels) else { break };
        if gap <= goal || gap.is_nan() {
            break;
        }
        kernels.load(variables[down].row);
        // Loading the second may have pushed the first out of a very small cache.
        kernels.load(up_row);
        solver.step((up, down), &kernels);
        if iteration % REPORT == 0 {
            let first = *first_gap.get_or_insert(gap.max(2.0 * goal));
            // The gap shrinks by factors, so its logarithm tells how far this is.
            let part = (first / gap).ln() / (first / goal).ln();
            done = done.max((part.clamp(0.0, 0.999) * 1000.0) as usize);
            let value = solver.objective();
            progress.step(
                done,
                1000,
                Some(CurvePoint { metric: "objective", step: iteration as u64, value }),
            );
        }
    }
    solver.solution()
}

impl<'a> Solver<'a> {
    fn new(rows: usize, variables: &'a [Variable]) -> Self {
        let constants: Vec<f64> = variables.iter().map(|variable| variable.constant).collect();
        let (rising, falling) = (constants.clone(), constants);
        let (weights, sums) = (vec![0.0; variables.len()], vec![0.0; rows]);
        let mut solver = Self { variables, weights, sums, rising, falling };
        (0..variables.len()).for_each(|index| solver.bound(index));
        solver
    }

    fn slope(&self, index: usize) -> f64 {
        let variable = self.variables[index];
        variable.constant - self.sums[variable.row]
    }

    /// The room of a weight to rise and to fall, both with its sign.
    fn room(&self, index: usize) -> (f64, f64) {
        let (low, high) = (self.weights[index], self.variables[index].most - self.weights[index]);
        if self.variables[index].sign > 0.0 { (high, low) } else { (low, high) }
    }

    /// Notes which way a weight can still go.
    fn bound(&mut self, index: usize) {
        let ((rise, fall), slope) = (self.room(index), self.slope(index));
        self.rising[index] = if rise > 0.0 { slope } else { f64::NEG_INFINITY };
        self.falling[index] = if fall > 0.0 { slope } else { f64::INFINITY };
    }

    /// The weight with the greatest slope that can still rise.
    fn highest(&self) -> Option<(usize, f64)> {
        let (mut best, mut most) = (None, f64::NEG_INFINITY);
        for (index, slope) in self.rising.iter().enumerate() {
            if *slope > most {
                (best, most) = (Some(index), *slope);
            }
        }
        best.map(|index| (index, most))
    }

    /// The weight to lower against it that gains most to second order, and how far the problem is from optimal.
    fn partner(&self, highest: f64, up: usize, kernels: &Kernels) -> Option<(usize, f64)> {
        let (row, own, diagonal) = (kernels.row(up), kernels.diagonal[up], &kernels.diagonal);
        let (mut best, mut most, mut least) = (None, 0.0, f64::INFINITY);
        for (block, slopes) in self.falling.chunks_exact(row.len().max(1)).enumerate() {
            for (index, ((slope, kernel), diagonal)) in slopes.iter().zip(row).zip(diagonal).enumerate() {
                least = least.min(*slope);
                let difference = (highest - slope).max(0.0);
                let curvature = (own + diagonal - 2.0 * kernel).max(FLAT);
                // Compared without a division, which is what this loop would spend most of its time on.
                if difference * difference > most * curvature {
                    most = difference * difference / curvature;
                    best = Some(block * row.len() + index);
                }
            }
        }
        best.map(|index| (index, highest - least))
    }

    /// Moves both weights to the minimum between them, or to the first bound.
    fn step(&mut self, (up, down): (usize, usize), kernels: &Kernels) {
        let (high, low) = (self.variables[up], self.variables[down]);
        let (high_row, low_row) = (kernels.row(high.row), kernels.row(low.row));
        let curvature = kernels.diagonal[high.row] + kernels.diagonal[low.row] - 2.0 * high_row[low.row];
        let wanted = (self.slope(up) - self.slope(down)) / curvature.max(FLAT);
        let (high_room, low_room) = (self.room(up).0, self.room(down).1);
        let step = wanted.min(high_room).min(low_room);
        for (index, signed, room) in [(up, high.sign, high_room), (down, -low.sign, low_room)] {
            // A weight that reaches its bound is put exactly there.
            self.weights[index] = match (step >= room, signed > 0.0) {
                (true, true) => self.variables[index].most,
                (true, false) => 0.0,
                (false, _) => self.weights[index] + signed * step,
            };
        }
        let width = self.sums.len().max(1);
        for (sum, (high, low)) in self.sums.iter_mut().zip(high_row.iter().zip(low_row)) {
            *sum += step * (high - low);
        }
        let blocks = self.rising.chunks_exact_mut(width).zip(self.falling.chunks_exact_mut(width));
        for (rising, falling) in blocks {
            let rows = high_row.iter().zip(low_row);
            for ((rising, falling), (high, low)) in rising.iter_mut().zip(falling).zip(rows) {
                // Infinities stay what they are.
                let change = step * (high - low);
                *rising -= change;
                *falling -= change;
            }
        }
        self.bound(up);
        self.bound(down);
    }

    /// The signed weight of each row.
    fn signed(&self) -> Vec<f64> {
        let mut signed = vec![0.0; self.sums.len()];
        for (variable, weight) in self.variables.iter().zip(&self.weights) {
            signed[variable.row] += variable.sign * weight;
        }
        signed
    }

    /// The objective that is minimised.
    fn objective(&self) -> f64 {
        let linear: f64 =
            self.variables.iter().zip(&self.weights).map(|(v, weight)| v.sign * v.constant * weight).sum();
        dot(&self.signed(), &self.sums) / 2.0 - linear
    }

    /// The intercept is the slope of weights between their bounds; where there is none, the middle of what is
    /// allowed.
    fn solution(&self) -> Solution {
        let (mut sum, mut free, mut most, mut least) = (0.0, 0, f64::NEG_INFINITY, f64::INFINITY);
        for index in 0..self.weights.len() {
            let ((rise, fall), slope) = (self.room(index), self.slope(index));
            match (rise > 0.0, fall > 0.0) {
                (true, true) => (sum, free) = (sum + slope, free + 1),
                (true, false) => most = most.max(slope),
                (false, true) => least = least.min(slope),
                (false, false) => {}
            }
        }
        let intercept = match (free, most.is_finite(), least.is_finite()) {
            (0, true, true) => (most + least) / 2.0,
            (0, true, false) => most,
            (0, _, _) => least,
            _ => sum / f64::from(free),
        };
        Solution { weights: self.signed(), intercept }
    }
}
