//! Dense matrices in plain vectors and the few operations on them that fits need. Knows no estimator.
//!
//! The loops are written so that the compiler can vectorise them natively and on wasm alike: matrixmultiply,
//! behind ndarray's `dot`, has SIMD kernels natively only, which would make a browser several times slower.

use ndarray::{Array2, ArrayView2};
use serde::{Deserialize, Serialize};

/// A matrix, row by row in one vector.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dense {
    /// The values, row by row.
    pub values: Vec<f64>,
    /// How many columns there are.
    pub columns: usize,
}

impl Dense {
    /// A matrix of zeros.
    pub fn zeros(rows: usize, columns: usize) -> Self {
        Self { values: vec![0.0; rows * columns], columns }
    }

    /// A copy of `x`, row by row.
    pub fn from_view(x: ArrayView2<f64>) -> Self {
        Self { values: x.iter().copied().collect(), columns: x.ncols() }
    }

    /// A copy of `x` turned over: its rows are the columns of `x`.
    pub fn columns_of(x: ArrayView2<f64>) -> Self {
        Self::from_view(x.t())
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.values.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Row `index`; empty beyond the last.
    pub fn row(&self, index: usize) -> &[f64] {
        let start = index.saturating_mul(self.columns);
        self.values.get(start..start.saturating_add(self.columns)).unwrap_or(&[])
    }

    /// Row `index` to write to; empty beyond the last.
    pub fn row_mut(&mut self, index: usize) -> &mut [f64] {
        let start = index.saturating_mul(self.columns);
        self.values.get_mut(start..start.saturating_add(self.columns)).unwrap_or(&mut [])
    }

    /// All rows.
    pub fn iter_rows(&self) -> std::slice::ChunksExact<'_, f64> {
        // A matrix without columns has no rows to give.
        self.values.chunks_exact(self.columns.max(1))
    }

    /// As an ndarray; `None` when the numbers do not fill whole rows.
    pub fn to_array(&self) -> Option<Array2<f64>> {
        Array2::from_shape_vec((self.rows(), self.columns), self.values.clone()).ok()
    }

    /// Whether the numbers fill `rows` rows of `columns`.
    pub fn is_shape(&self, rows: usize, columns: usize) -> bool {
        self.columns == columns && self.values.len() == rows * columns
    }
}

/// The sum of products. Four running sums, so that it can be vectorised.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (a4, b4) = (a.chunks_exact(4), b.chunks_exact(4));
    let tail: f64 = a4.remainder().iter().zip(b4.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in a4.zip(b4) {
        for lane in 0..4 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    (sums[0] + sums[2]) + (sums[1] + sums[3]) + tail
}

/// `target += factor * source`.
pub fn add_scaled(target: &mut [f64], factor: f64, source: &[f64]) {
    for (target, source) in target.iter_mut().zip(source) {
        *target += factor * source;
    }
}

/// The squared distance of two points.
pub fn squared_distance(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (a4, b4) = (a.chunks_exact(4), b.chunks_exact(4));
    let tail: f64 = a4.remainder().iter().zip(b4.remainder()).map(|(a, b)| (a - b) * (a - b)).sum();
    for (a, b) in a4.zip(b4) {
        for lane in 0..4 {
            sums[lane] += (a[lane] - b[lane]) * (a[lane] - b[lane]);
        }
    }
    (sums[0] + sums[2]) + (sums[1] + sums[3]) + tail
}

/// The mean; 0 of nothing.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The sum as numpy adds: in pairs of halves, eight running sums at a time. Ties in models fitted on such sums
/// are broken by their last digit.
pub fn pairwise_sum(values: &[f64]) -> f64 {
    const BLOCK: usize = 128;
    if values.len() > BLOCK {
        let half = values.len() / 2 / 8 * 8;
        let (left, right) = values.split_at(half);
        return pairwise_sum(left) + pairwise_sum(right);
    }
    let mut eights = values.chunks_exact(8);
    let Some(first) = eights.next() else { return values.iter().sum() };
    let mut sums = [0.0; 8];
    sums.copy_from_slice(first);
    for eight in eights.by_ref() {
        sums.iter_mut().zip(eight).for_each(|(sum, value)| *sum += value);
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let whole = ((a + b) + (c + d)) + ((e + f) + (g + h));
    eights.remainder().iter().fold(whole, |sum, value| sum + value)
}

/// The products of all pairs of rows (a symmetric matrix).
pub fn gram(rows: &Dense) -> Dense {
    let count = rows.rows();
    let mut products = Dense::zeros(count, count);
    for i in 0..count {
        for j in 0..=i {
            let product = dot(rows.row(i), rows.row(j));
            products.values[i * count + j] = product;
            products.values[j * count + i] = product;
        }
    }
    products
}

/// A Cholesky factor: the lower triangle L of A = L Lᵀ.
pub struct Cholesky(Dense);

impl Cholesky {
    /// Factors a symmetric matrix; `None` when it is not positive definite, or so nearly that a pivot falls below
    /// `tolerance` times its diagonal entry.
    pub fn new(mut a: Dense, tolerance: f64) -> Option<Self> {
        let n = a.columns;
        for i in 0..n {
            let (before, rest) = a.values.split_at_mut(i * n);
            let row = rest.get_mut(..n)?;
            for j in 0..i {
                let other = before.get(j * n..j * n + n)?;
                row[j] = (row[j] - dot(&row[..j], &other[..j])) / other[j];
            }
            let diagonal = row[i];
            let pivot = diagonal - dot(&row[..i], &row[..i]);
            if pivot.is_nan() || pivot <= tolerance * diagonal.abs() || pivot.is_infinite() {
                return None;
            }
            row[i] = pivot.sqrt();
        }
        Some(Self(a))
    }

    /// Solves A x = b in place.
    pub fn solve(&self, b: &mut [f64]) {
        let n = self.0.columns;
        for i in 0..n.min(b.len()) {
            let row = self.0.row(i);
            b[i] = (b[i] - dot(&row[..i], &b[..i])) / row[i];
        }
        for i in (0..n.min(b.len())).rev() {
            let row = self.0.row(i);
            let solved = b[i] / row[i];
            b[i] = solved;
            add_scaled(&mut b[..i], -solved, &row[..i]);
        }
    }
}

/// The index of the greatest value, the first of equals; 0 of nothing.
pub fn argmax(values: &[f64]) -> usize {
    let mut best = 0;
    for (index, value) in values.iter().enumerate() {
        if values.get(best).is_some_and(|greatest| value > greatest) {
            best = index;
        }
    }
    best
}

/// Turns scores into shares that sum to 1 (softmax), in place; returns the logarithm of the sum of exponentials.
pub fn softmax(scores: &mut [f64]) -> f64 {
    let greatest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - greatest).exp();
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
    greatest + sum.ln()
}
