//! `numpy.linalg`: equations, decompositions, eigenvalues. Symmetric eigenvalues and singular values are linfa's;
//! the rest is short enough to stand here.

use super::error::{ArrayError, Result};
use super::{Array, DType, Kind};
use linfa_linalg::eigh::{EigSort, Eigh};
use linfa_linalg::svd::{SVD, SvdSort};
use ndarray::Array2;

fn singular<T>() -> Result<T> {
    Err(ArrayError::LinAlg("Singular matrix".into()))
}

/// A matrix as ndarray has it.
fn matrix(array: &Array) -> Result<Array2<f64>> {
    if array.ndim() != 2 {
        return Err(ArrayError::LinAlg(format!(
            "{}-dimensional array given. Array must be two-dimensional",
            array.ndim()
        )));
    }
    let values = numbers(array)?;
    Array2::from_shape_vec((array.length(0), array.length(1)), values)
        .map_err(|error| ArrayError::LinAlg(error.to_string()))
}

fn numbers(array: &Array) -> Result<Vec<f64>> {
    match array.dtype().kind() {
        Kind::Bool | Kind::Unsigned | Kind::Signed | Kind::Float => Ok(array.to_f64().unwrap_or_default()),
        _ => Err(ArrayError::UFunc(format!("array type {} is unsupported in linalg", array.dtype()))),
    }
}

pub(super) fn square(array: &Array) -> Result<Array2<f64>> {
    if array.ndim() < 2 {
        return Err(ArrayError::LinAlg(format!(
            "{}-dimensional array given. Array must be at least two-dimensional",
            array.ndim()
        )));
    }
    let found = matrix(array)?;
    if found.nrows() != found.ncols() {
        return Err(ArrayError::LinAlg("Last 2 dimensions of the array must be square".into()));
    }
    Ok(found)
}

pub(super) fn array(matrix: &Array2<f64>) -> Array {
    Array::from_f64(&[matrix.nrows(), matrix.ncols()], matrix.iter().copied().collect())
}

/// A matrix as lower and upper triangle with its rows exchanged.
struct Lu {
    both: Array2<f64>,
    rows: Vec<usize>,
    sign: f64,
}

impl Lu {
    fn of(mut both: Array2<f64>) -> Self {
        let size = both.nrows();
        let mut rows: Vec<usize> = (0..size).collect();
        let mut sign = 1.0;
        for step in 0..size {
            let largest = |best: usize, row: usize| {
                if both[[row, step]].abs() > both[[best, step]].abs() { row } else { best }
            };
            let pivot = (step..size).fold(step, largest);
            if both[[pivot, step]] == 0.0 {
                continue;
            }
            if pivot != step {
                for column in 0..size {
                    both.swap([pivot, column], [step, column]);
                }
                rows.swap(pivot, step);
                sign = -sign;
            }
            let inverse = 1.0 / both[[step, step]];
            for row in step + 1..size {
                let factor = both[[row, step]] * inverse;
                both[[row, step]] = factor;
                for column in step + 1..size {
                    both[[row, column]] -= factor * both[[step, column]];
                }
            }
        }
        Self { both, rows, sign }
    }

    fn solve(&self, right: &Array2<f64>) -> Result<Array2<f64>> {
        let size = self.both.nrows();
        if (0..size).any(|place| self.both[[place, place]] == 0.0) {
            return singular();
        }
        let mut found =
            Array2::from_shape_fn(right.raw_dim(), |(row, column)| right[[self.rows[row], column]]);
        for column in 0..right.ncols() {
            for row in 0..size {
                for before in 0..row {
                    found[[row, column]] -= self.both[[row, before]] * found[[before, column]];
                }
            }
            for row in (0..size).rev() {
                for after in row + 1..size {
                    found[[row, column]] -= self.both[[row, after]] * found[[after, column]];
                }
                found[[row, column]] /= self.both[[row, row]];
            }
        }
        Ok(found)
    }
}

/// The `x` of `a @ x = b`.
///
/// # Errors
/// When `a` is not square or singular, or `b` does not fit.
pub fn solve(a: &Array, b: &Array) -> Result<Array> {
    let left = square(a)?;
    let is_vector = b.ndim() == 1;
    let right = matrix(&if is_vector { b.expanded(1)? } else { b.clone() })?;
    if right.nrows() != left.nrows() {
        let signature = if is_vector { "(m,m),(m)->(m)" } else { "(m,m),(m,n)->(m,n)" };
        let name = if is_vector { "solve1" } else { "solve" };
        return Err(ArrayError::Value(format!(
            "{name}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature {signature} (size {} is different from {})",
            right.nrows(),
            left.nrows()
        )));
    }
    let found = array(&Lu::of(left).solve(&right)?);
    Ok(if is_vector { found.raveled() } else { found })
}

/// The inverse.
///
/// # Errors
/// When the matrix is not square or singular.
pub fn inverse(a: &Array) -> Result<Array> {
    let left = square(a)?;
    let unit = Array2::eye(left.nrows());
    Ok(array(&Lu::of(left).solve(&unit)?))
}

/// The sign and the logarithm of the determinant's size.
///
/// # Errors
/// When the matrix is not square.
pub fn sign_log_determinant(a: &Array) -> Result<(f64, f64)> {
    let lu = Lu::of(square(a)?);
    let diagonal = lu.both.diag();
    let sign =
        diagonal.iter().fold(lu.sign, |sign, value| if *value == 0.0 { 0.0 } else { sign * value.signum() });
    let log = diagonal.iter().map(|value| value.abs().ln()).sum();
    Ok((sign, log))
}

/// The determinant.
///
/// # Errors
/// When the matrix is not square.
pub fn determinant(a: &Array) -> Result<f64> {
    // As numpy does: by way of the logarithm.
    let (sign, log) = sign_log_determinant(a)?;
    Ok(sign * log.exp())
}

/// The lower triangle whose square is the matrix.
///
/// # Errors
/// When there is none.
pub fn cholesky(a: &Array) -> Result<Array> {
    let from = square(a)?;
    let size = from.nrows();
    let mut lower: Array2<f64> = Array2::zeros((size, size));
    for row in 0..size {
        for column in 0..=row {
            let mut rest = from[[row, column]];
            for before in 0..column {
                rest -= lower[[row, before]] * lower[[column, before]];
            }
            if row == column {
                if rest.is_nan() || rest <= 0.0 {
                    return Err(ArrayError::LinAlg("Matrix is not positive definite".into()));
                }
                lower[[row, row]] = rest.sqrt();
            } else {
                lower[[row, column]] = rest / lower[[column, column]];
            }
        }
    }
    Ok(array(&lower))
}

/// An orthogonal and an upper triangular matrix whose product the matrix is, by Householder's reflections with the
/// signs of LAPACK; the orthogonal one is square when `complete`.
///
/// # Errors
/// When it is no matrix.
pub fn qr(a: &Array, complete: bool) -> Result<(Array, Array)> {
    let mut upper = matrix(a)?;
    let (rows, columns) = upper.dim();
    let steps = rows.min(columns);
    let mut turned: Array2<f64> = Array2::eye(rows);
    for step in 0..steps {
        let rest = (step + 1..rows).map(|row| upper[[row, step]].powi(2)).sum::<f64>().sqrt();
        if rest == 0.0 {
            continue;
        }
        let first = upper[[step, step]];
        let length = -first.hypot(rest).copysign(first);
        let scale = (length - first) / length;
        let mut mirror = vec![0.0; rows];
        for (row, value) in mirror.iter_mut().enumerate().skip(step) {
            *value = if row == step { 1.0 } else { upper[[row, step]] / (first - length) };
        }
        for column in 0..columns {
            let dot: f64 = (step..rows).map(|row| mirror[row] * upper[[row, column]]).sum();
            for row in step..rows {
                upper[[row, column]] -= scale * dot * mirror[row];
            }
        }
        for row in 0..rows {
            let dot: f64 = (step..rows).map(|column| turned[[row, column]] * mirror[column]).sum();
            for column in step..rows {
                turned[[row, column]] -= scale * dot * mirror[column];
            }
        }
        for row in step + 1..rows {
            upper[[row, step]] = 0.0;
        }
    }
    let (q, r) = (array(&turned), array(&upper));
    Ok(if complete { (q, r) } else { (q.narrowed(1, 0, steps).copied(), r.narrowed(0, 0, steps).copied()) })
}

/// Eigenvalues in ascending order and eigenvectors of a symmetric matrix.
///
/// # Errors
/// When it is not square or does not converge.
pub fn eigh(a: &Array) -> Result<(Array, Array)> {
    let full = square(a)?;
    if full.iter().any(|value| !value.is_finite()) {
        return Err(ArrayError::LinAlg("Eigenvalues did not converge".into()));
    }
    // Only the lower triangle counts.
    let symmetric =
        Array2::from_shape_fn(full.raw_dim(), |(row, column)| full[[row.max(column), row.min(column)]]);
    if symmetric.is_empty() {
        return Ok((Array::from_f64(&[0], Vec::new()), array(&symmetric)));
    }
    let (values, mut vectors) = symmetric
        .eigh()
        .map_err(|_| ArrayError::LinAlg("Eigenvalues did not converge".into()))?
        .sort_eig_asc();
    // A sign for each vector: the last part that matters is positive, as LAPACK mostly has it.
    for mut vector in vectors.columns_mut() {
        let last = vector.iter().rev().find(|part| part.abs() > 1e-12).copied().unwrap_or(1.0);
        if last < 0.0 {
            vector.mapv_inplace(|part| -part);
        }
    }
    Ok((Array::from_f64(&[values.len()], values.to_vec()), array(&vectors)))
}

/// Singular vectors and values, the largest first: `u`, `s`, `vh`; square `u` and `vh` when `full`.
///
/// # Errors
/// When it is no matrix or does not converge.
pub fn svd(a: &Array, full: bool) -> Result<(Array, Array, Array)> {
    let from = matrix(a)?;
    let (rows, columns) = from.dim();
    let failed = || ArrayError::LinAlg("SVD did not converge".into());
    if from.is_empty() {
        let unit = |size: usize, kept: usize| array(&Array2::eye(size)).narrowed(1, 0, kept).copied();
        let nothing = Array::from_f64(&[0], Vec::new());
        let (left, right) = if full { (rows, columns) } else { (0, 0) };
        return Ok((unit(rows, left), nothing, unit(columns, right).transposed().copied()));
    }
    if from.iter().any(|value| !value.is_finite()) {
        return Err(failed());
    }
    // linfa wants at least as many rows as columns.
    let turned = rows < columns;
    let tall = if turned { from.t().to_owned() } else { from };
    let (u, s, vt) = tall.svd(true, true).map_err(|_| failed())?.sort_svd_desc();
    let (u, vt) = (u.ok_or_else(failed)?, vt.ok_or_else(failed)?);
    let steps = s.len();
    let (mut u, mut vt) = if turned { (vt.t().to_owned(), u.t().to_owned()) } else { (u, vt) };
    // The first part of each left vector is negative, as LAPACK mostly has it.
    for place in 0..steps.min(u.ncols()).min(vt.nrows()) {
        let first = u.column(place).iter().find(|part| part.abs() > 1e-12).copied().unwrap_or(-1.0);
        if first > 0.0 {
            u.column_mut(place).mapv_inplace(|part| -part);
            vt.row_mut(place).mapv_inplace(|part| -part);
        }
    }
    let (mut u, mut vt) = (array(&u), array(&vt));
    if full {
        u = completed(&u, rows)?;
        vt = completed(&vt.transposed(), columns)?.transposed().copied();
    }
    Ok((u, Array::from_f64(&[steps], s.to_vec()), vt))
}

/// Orthonormal columns with as many more as make them a base.
fn completed(columns: &Array, size: usize) -> Result<Array> {
    if columns.length(1) >= size {
        return Ok(columns.narrowed(1, 0, size).copied());
    }
    let (base, _) = qr(columns, true)?;
    let known = columns.length(1);
    super::join::concatenate(&[columns.clone(), base.narrowed(1, known, size - known)], 1)
}

/// The matrix that comes closest to an inverse.
///
/// # Errors
/// When it is no matrix or does not converge.
pub fn pseudo_inverse(a: &Array, share: Option<f64>) -> Result<Array> {
    let (u, s, vt) = svd(a, false)?;
    let values = s.to_f64().unwrap_or_default();
    let largest = values.iter().fold(0.0, |largest: f64, value| largest.max(*value));
    let least = share.unwrap_or(1e-15) * largest;
    let inverse = values.iter().map(|value| if *value > least { 1.0 / value } else { 0.0 }).collect();
    let inverse = Array::from_f64(&[values.len(), 1], inverse);
    let scaled =
        super::binary::apply(super::binary::Binary::Multiply, &inverse, &u.transposed(), (None, None))?.0;
    super::matrix::matmul(&vt.transposed(), &scaled)
}

/// What [`least_squares`] finds.
#[derive(Clone, Debug)]
pub struct LeastSquares {
    /// The solution with the smallest norm.
    pub x: Array,
    /// The sums of squares of what is left, when the rank is full and there are more rows than columns.
    pub residuals: Array,
    /// How many rows are independent.
    pub rank: usize,
    /// The singular values.
    pub singular: Array,
}

/// The `x` for which `a @ x` comes closest to `b`.
///
/// # Errors
/// When the shapes do not fit.
pub fn least_squares(a: &Array, b: &Array, share: Option<f64>) -> Result<LeastSquares> {
    let left = matrix(a)?;
    let (rows, columns) = left.dim();
    if b.length(0) != rows {
        return Err(ArrayError::LinAlg("Incompatible dimensions".into()));
    }
    let (_, s, _) = svd(a, false)?;
    let values = s.to_f64().unwrap_or_default();
    let largest = values.first().copied().unwrap_or(0.0);
    let share = share.unwrap_or(f64::EPSILON * rows.max(columns) as f64);
    let rank = values.iter().filter(|value| **value > share * largest).count();
    let x = super::matrix::matmul(&pseudo_inverse(a, Some(share))?, &b.cast(DType::Float64)?)?;
    let residuals = if rank == columns && rows > columns {
        let back = super::matrix::matmul(a, &x)?;
        let rest = super::binary::apply(super::binary::Binary::Subtract, b, &back, (None, None))?.0;
        let squares = super::binary::apply(super::binary::Binary::Multiply, &rest, &rest, (None, None))?.0;
        let sum = squares.reduced(super::reduce::Reduce::Sum, Some(&[0]), false)?;
        if b.ndim() == 1 { sum.with_shape(vec![1]) } else { sum }
    } else {
        Array::from_f64(&[0], Vec::new())
    };
    Ok(LeastSquares { x, residuals, rank, singular: s })
}
