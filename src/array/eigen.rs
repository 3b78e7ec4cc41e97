//! `numpy.linalg.eig`: eigenvalues and eigenvectors of matrices that need not be symmetric, by way of Hessenberg's form
//! and double-shift QR steps, with the signs and the order of LAPACK. Complex ones are not carried.

use super::error::{ArrayError, Result};
use super::{Array, linalg};
use ndarray::Array2;

/// QR steps for one eigenvalue at most.
const MOST_STEPS: usize = 300;

/// Eigenvalues and, in columns of length 1, eigenvectors.
///
/// # Errors
/// When the matrix is not square or not finite, or its eigenvalues are complex.
pub fn eig(a: &Array) -> Result<(Array, Array)> {
    let full = linalg::square(a)?;
    if full.iter().any(|value| !value.is_finite()) {
        return Err(ArrayError::LinAlg("Array must not contain infs or NaNs".into()));
    }
    let size = full.nrows();
    let order = isolating(&full);
    let sorted = Array2::from_shape_fn(full.raw_dim(), |(row, column)| full[[order[row], order[column]]]);
    let mut schur = Schur { upper: sorted, base: Array2::eye(size) };
    schur.to_hessenberg();
    schur.to_triangle()?;
    let values: Vec<f64> = schur.upper.diag().to_vec();
    let found = schur.vectors();
    let mut vectors = found.clone();
    for (row, from) in order.iter().enumerate() {
        vectors.row_mut(*from).assign(&found.row(row));
    }
    Ok((Array::from_f64(&[size], values), linalg::array(&vectors)))
}

/// An order of rows and columns in which eigenvalues stand on the diagonal wherever that is all it takes, as LAPACK
/// balances: rows with nothing but their diagonal go down, columns go up.
fn isolating(full: &Array2<f64>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..full.nrows()).collect();
    let mut end = order.len();
    let mut found = true;
    while found && end > 0 {
        found = false;
        for row in (0..end).rev() {
            let alone =
                row < end && (0..end).all(|other| other == row || full[[order[row], order[other]]] == 0.0);
            if alone {
                order.swap(row, end - 1);
                end -= 1;
                found = true;
            }
        }
    }
    let mut start = 0;
    found = true;
    while found {
        found = false;
        for column in start..end {
            let alone =
                (start..end).all(|other| other == column || full[[order[other], order[column]]] == 0.0);
            if alone {
                order.swap(column, start);
                start += 1;
                found = true;
            }
        }
    }
    order
}

/// A matrix on its way to a triangle, and the orthogonal base in which it is so.
struct Schur {
    upper: Array2<f64>,
    base: Array2<f64>,
}

/// A mirror `I - scale * v * v'` that turns a vector into its first axis.
struct Mirror {
    v: Vec<f64>,
    scale: f64,
    /// What the first part becomes.
    length: f64,
}

impl Mirror {
    fn of(x: &[f64]) -> Self {
        let first = x.first().copied().unwrap_or(0.0);
        let rest = x.iter().skip(1).fold(0.0, |size: f64, part| size.hypot(*part));
        let mut v = x.to_vec();
        if rest == 0.0 {
            v.iter_mut().for_each(|part| *part = 0.0);
            v.first_mut().into_iter().for_each(|part| *part = 1.0);
            return Self { v, scale: 0.0, length: first };
        }
        let length = -first.hypot(rest).copysign(first);
        v.iter_mut().for_each(|part| *part /= first - length);
        v.first_mut().into_iter().for_each(|part| *part = 1.0);
        Self { v, scale: (length - first) / length, length }
    }

    /// Mirrors rows from `row` on, in the columns from `from` on.
    fn rows(&self, matrix: &mut Array2<f64>, row: usize, from: usize) {
        for column in from..matrix.ncols() {
            let dot: f64 =
                self.v.iter().enumerate().map(|(place, part)| part * matrix[[row + place, column]]).sum();
            for (place, part) in self.v.iter().enumerate() {
                matrix[[row + place, column]] -= self.scale * dot * part;
            }
        }
    }

    /// Mirrors columns from `column` on, in the rows before `to`.
    fn columns(&self, matrix: &mut Array2<f64>, column: usize, to: usize) {
        for row in 0..to.min(matrix.nrows()) {
            let dot: f64 =
                self.v.iter().enumerate().map(|(place, part)| part * matrix[[row, column + place]]).sum();
            for (place, part) in self.v.iter().enumerate() {
                matrix[[row, column + place]] -= self.scale * dot * part;
            }
        }
    }
}

impl Schur {
    fn size(&self) -> usize {
        self.upper.nrows()
    }

    /// Zeros below the first subdiagonal.
    fn to_hessenberg(&mut self) {
        let size = self.size();
        for step in 0..size.saturating_sub(2) {
            let below: Vec<f64> = (step + 1..size).map(|row| self.upper[[row, step]]).collect();
            let mirror = Mirror::of(&below);
            mirror.rows(&mut self.upper, step + 1, step);
            mirror.columns(&mut self.upper, step + 1, size);
            mirror.columns(&mut self.base, step + 1, size);
            for row in step + 2..size {
                self.upper[[row, step]] = 0.0;
            }
        }
    }

    /// Zeros below the diagonal, one or two eigenvalues after another from the last row up.
    fn to_triangle(&mut self) -> Result<()> {
        let mut end = self.size();
        let mut steps = 0;
        while end > 0 {
            let last = end - 1;
            let start = self.block_start(last);
            if start > 0 {
                self.upper[[start, start - 1]] = 0.0;
            }
            if start == last {
                end -= 1;
                steps = 0;
            } else if start + 1 == last {
                self.split_pair(start)?;
                end -= 2;
                steps = 0;
            } else {
                steps += 1;
                if steps > MOST_STEPS {
                    return Err(ArrayError::LinAlg("Eigenvalues did not converge".into()));
                }
                self.double_step(start, last, steps);
            }
        }
        Ok(())
    }

    /// The first row of the block that ends at `last` and has no zero below its diagonal.
    fn block_start(&self, last: usize) -> usize {
        let h = &self.upper;
        for row in (1..=last).rev() {
            let below = h[[row, row - 1]].abs();
            let around = h[[row, row]].abs() + h[[row - 1, row - 1]].abs();
            let around = if around == 0.0 {
                h.iter().fold(0.0, |most: f64, part| most.max(part.abs()))
            } else {
                around
            };
            if below <= f64::MIN_POSITIVE || below <= f64::EPSILON * 0.5 * around {
                return row;
            }
        }
        0
    }

    /// One step of the QR algorithm with both eigenvalues of the last two rows as shifts.
    fn double_step(&mut self, start: usize, last: usize, steps: usize) {
        let h = &self.upper;
        let (mut a, mut b, mut c, mut d) =
            (h[[last - 1, last - 1]], h[[last - 1, last]], h[[last, last - 1]], h[[last, last]]);
        if steps.is_multiple_of(10) {
            // A shift out of the ordinary, where ordinary ones go round in circles.
            let size = h[[last, last - 1]].abs() + h[[last - 1, last - 2]].abs();
            (a, b, c, d) = (0.75 * size + d, -0.4375 * size, size, 0.75 * size + d);
        }
        let (half, product) = (0.5 * (a + d), a * d - b * c);
        let square = half * half - product;
        // Of two real shifts the one that is closer to the last element is taken twice.
        let (sum, product) = if square >= 0.0 {
            let (one, two) = (half + square.sqrt(), half - square.sqrt());
            let shift = if (one - d).abs() <= (two - d).abs() { one } else { two };
            (2.0 * shift, shift * shift)
        } else {
            (2.0 * half, product)
        };
        let (h00, h01, h10, h11) =
            (h[[start, start]], h[[start, start + 1]], h[[start + 1, start]], h[[start + 1, start + 1]]);
        let mut front = vec![
            h00 * (h00 - sum) + product + h01 * h10,
            h10 * (h00 + h11 - sum),
            h10 * h[[start + 2, start + 1]],
        ];
        for row in start..last {
            let height = (last - row + 1).min(3);
            if row > start {
                front = (row..row + height).map(|place| self.upper[[place, row - 1]]).collect();
            }
            let mirror = Mirror::of(front.get(..height).unwrap_or(&front));
            if row > start {
                self.upper[[row, row - 1]] = mirror.length;
                for below in row + 1..row + height {
                    self.upper[[below, row - 1]] = 0.0;
                }
            }
            mirror.rows(&mut self.upper, row, row);
            mirror.columns(&mut self.upper, row, (row + 4).min(last + 1));
            mirror.columns(&mut self.base, row, usize::MAX);
        }
    }

    /// Turns two rows so that nothing is left below their diagonal.
    fn split_pair(&mut self, row: usize) -> Result<()> {
        let h = &self.upper;
        let (a, b, c, d) = (h[[row, row]], h[[row, row + 1]], h[[row + 1, row]], h[[row + 1, row + 1]]);
        let (cosine, sine) = if c == 0.0 {
            (1.0, 0.0)
        } else if b == 0.0 {
            (0.0, 1.0)
        } else {
            let half = 0.5 * (a - d);
            let square = half * half + b * c;
            let scale = half.abs().max(b.abs()).max(c.abs());
            if square < -4.0 * f64::EPSILON * scale * scale {
                return Err(ArrayError::NotCarried(
                    "complex eigenvalues are not carried here: the matrix has eigenvalues that are no real numbers".into(),
                ));
            }
            let distance = half + square.max(0.0).sqrt().copysign(half);
            let length = c.hypot(distance);
            (distance / length, c / length)
        };
        let turn = |x: f64, y: f64| (cosine * x + sine * y, cosine * y - sine * x);
        for column in row..self.size() {
            let (x, y) = turn(self.upper[[row, column]], self.upper[[row + 1, column]]);
            (self.upper[[row, column]], self.upper[[row + 1, column]]) = (x, y);
        }
        for above in 0..row + 2 {
            let (x, y) = turn(self.upper[[above, row]], self.upper[[above, row + 1]]);
            (self.upper[[above, row]], self.upper[[above, row + 1]]) = (x, y);
        }
        for line in 0..self.size() {
            let (x, y) = turn(self.base[[line, row]], self.base[[line, row + 1]]);
            (self.base[[line, row]], self.base[[line, row + 1]]) = (x, y);
        }
        self.upper[[row + 1, row]] = 0.0;
        Ok(())
    }

    /// The eigenvectors: those of the triangle by substitution, in the base.
    fn vectors(&self) -> Array2<f64> {
        let size = self.size();
        let t = &self.upper;
        let smallest = t.iter().fold(0.0, |most: f64, part| most.max(part.abs())) * f64::EPSILON;
        let mut found = Array2::zeros((size, size));
        for place in 0..size {
            let value = t[[place, place]];
            let mut x = vec![0.0; size];
            x[place] = 1.0;
            for row in (0..place).rev() {
                let rest: f64 = (row + 1..=place).map(|column| t[[row, column]] * x[column]).sum();
                let gap = t[[row, row]] - value;
                // Equal eigenvalues are told apart by the least that can be told.
                let gap = if gap.abs() < smallest { smallest.max(f64::MIN_POSITIVE) } else { gap };
                x[row] = -rest / gap;
                let largest = x[row].abs();
                if largest > 1e100 {
                    x.iter_mut().for_each(|part| *part /= largest);
                }
            }
            let vector: Vec<f64> = (0..size)
                .map(|row| (0..=place).map(|column| self.base[[row, column]] * x[column]).sum())
                .collect();
            let length = vector.iter().fold(0.0, |size: f64, part| size.hypot(*part));
            for (row, part) in vector.iter().enumerate() {
                found[[row, place]] = part / length;
            }
        }
        found
    }
}
