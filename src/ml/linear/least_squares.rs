//! Least squares and ridge regression in closed form. Knows no iteration.

use super::super::dense::{Cholesky, Dense, dot, gram};
use super::super::error::FitError;
use super::{Centred, Linear};
use linfa::traits::Fit;
use linfa_linalg::{eigh::EighInto, qr::QR, svd::SVD};
use ndarray::{Array1, Array2};

/// Below this share of its own length a column counts as a combination of the others.
const DEPENDENT: f64 = 1e-8;

/// Ordinary least squares; `features` holds the columns of the table as rows.
///
/// The regular case is linfa-linear's. Where columns depend on each other (one-hot columns always do beside an
/// intercept) or are more than rows, linfa refuses; there it is the solution of least norm, as scikit-learn's.
///
/// # Errors
/// When the arithmetic overflows.
pub fn least_squares(
    features: Dense,
    target: &[f64],
    fit_intercept: bool,
    row_weights: Option<&[f64]>,
) -> Result<Linear, FitError> {
    let centred = Centred::new(features, target, fit_intercept, row_weights);
    let regular = is_regular(&centred.features);
    let weights = match regular.then(|| with_linfa(&centred)).flatten() {
        Some(weights) => weights,
        None => least_norm(&centred)?,
    };
    finite(centred.model(weights))
}

/// Ridge regression: least squares with the penalty `alpha` times the squared weights (never the intercept).
///
/// linfa-elasticnet reaches ridge by coordinate descent only, whose digits depend on its tolerance; this is the
/// closed form by Cholesky, of the features or, where they outnumber the rows, of the rows.
///
/// # Errors
/// When the arithmetic overflows.
pub fn ridge(
    features: Dense,
    target: &[f64],
    alpha: f64,
    fit_intercept: bool,
    row_weights: Option<&[f64]>,
) -> Result<Linear, FitError> {
    let centred = Centred::new(features, target, fit_intercept, row_weights);
    let (columns, rows) = (centred.features.rows(), centred.target.len());
    let solved = match alpha > 0.0 {
        true if columns <= rows => by_features(&centred, alpha),
        true => by_rows(&centred, alpha),
        false => None,
    };
    match solved {
        Some(weights) => finite(centred.model(weights)),
        None => least_norm(&centred).and_then(|weights| finite(centred.model(weights))),
    }
}

fn by_features(centred: &Centred, alpha: f64) -> Option<Vec<f64>> {
    let mut products = gram(&centred.features);
    add_to_diagonal(&mut products, alpha);
    let mut weights = centred.moments();
    Cholesky::new(products, f64::EPSILON)?.solve(&mut weights);
    Some(weights)
}

fn by_rows(centred: &Centred, alpha: f64) -> Option<Vec<f64>> {
    let rows = Dense::columns_of(centred.features.to_array()?.view());
    let mut products = gram(&rows);
    add_to_diagonal(&mut products, alpha);
    let mut dual = centred.target.clone();
    Cholesky::new(products, f64::EPSILON)?.solve(&mut dual);
    Some(centred.features.iter_rows().map(|feature| dot(feature, &dual)).collect())
}

fn add_to_diagonal(square: &mut Dense, value: f64) {
    let step = square.columns + 1;
    square.values.iter_mut().step_by(step).for_each(|entry| *entry += value);
}

/// Whether the columns are well independent of each other.
fn is_regular(features: &Dense) -> bool {
    let (columns, rows) = (features.rows(), features.columns);
    columns < rows && Cholesky::new(gram(features), DEPENDENT).is_some()
}

fn with_linfa(centred: &Centred) -> Option<Vec<f64>> {
    let x = centred.features.to_array()?.reversed_axes();
    let y = Array1::from(centred.target.clone());
    let model =
        linfa_linear::LinearRegression::new().with_intercept(false).fit(&linfa::Dataset::new(x, y)).ok()?;
    Some(model.params().to_vec()).filter(|weights| weights.iter().all(|weight| weight.is_finite()))
}

/// The solution of least norm, by the singular values of the triangular factor.
fn least_norm(centred: &Centred) -> Result<Vec<f64>, FitError> {
    let features = centred.features.to_array().ok_or(FitError::Overflow)?;
    if features.iter().chain(&centred.target).any(|value| !value.is_finite()) {
        return Err(FitError::Overflow);
    }
    let largest = largest(features.iter());
    if largest == 0.0 {
        return Ok(vec![0.0; features.nrows()]);
    }
    // linfa-linalg never ends where squares overflow: let the largest number be 1.
    let features = features / largest;
    let tall = features.nrows() <= features.ncols();
    // The taller way round: A = Q R with R small.
    let a = if tall { features.t().to_owned() } else { features.clone() };
    let (q, r) = a.qr().map_err(|_| FitError::Overflow)?.into_decomp();
    if r.iter().any(|value| !value.is_finite()) {
        return Err(FitError::Overflow);
    }
    let (u, sizes, vt) = r.svd(true, true).map_err(|_| FitError::Overflow)?;
    let (Some(u), Some(vt)) = (u, vt) else { return Err(FitError::Overflow) };
    let greatest = sizes.iter().copied().fold(0.0, f64::max);
    let least = greatest * f64::EPSILON * features.len().max(1).isqrt().max(8) as f64;
    let inverse = |size: &f64| if *size > least { 1.0 / size } else { 0.0 };
    let y = Array1::from(centred.target.clone());
    let scale = |projected: Array1<f64>| projected * sizes.mapv(|size| inverse(&size));
    let weights: Array1<f64> = if tall {
        vt.t().dot(&scale(u.t().dot(&q.t().dot(&y))))
    } else {
        // Here A is the transposed table: its left and right sides change places.
        q.dot(&u.dot(&scale(vt.dot(&y))))
    };
    Ok((weights / largest).to_vec())
}

/// The singular values of the (centred) table, greatest first; `features` holds its columns as rows.
pub fn singular_values(
    features: Dense,
    fit_intercept: bool,
    row_weights: Option<&[f64]>,
) -> Result<Vec<f64>, FitError> {
    let nothing = vec![0.0; features.columns];
    let centred = Centred::new(features, &nothing, fit_intercept, row_weights);
    let features = centred.features.to_array().ok_or(FitError::Overflow)?;
    let largest = largest(features.iter());
    if largest == 0.0 || !largest.is_finite() {
        return Ok(vec![0.0; features.nrows().min(features.ncols())]);
    }
    let features = features / largest;
    let tall = features.nrows() <= features.ncols();
    let a = if tall { features.t().to_owned() } else { features };
    let r = a.qr().map_err(|_| FitError::Overflow)?.into_r();
    let (_, sizes, _) = r.svd(false, false).map_err(|_| FitError::Overflow)?;
    let mut sizes: Vec<f64> = sizes.iter().map(|size| size * largest).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    Ok(sizes)
}

/// The greatest size.
fn largest<'a>(values: impl Iterator<Item = &'a f64>) -> f64 {
    values.fold(0.0, |most: f64, value| most.max(value.abs()))
}

/// Eigenvalues in descending order and their vectors as rows, of a symmetric matrix.
pub(in super::super) fn eigen(square: Array2<f64>) -> Option<(Vec<f64>, Dense)> {
    let largest = largest(square.iter());
    if !largest.is_finite() {
        return None;
    }
    let scale = if largest > 0.0 { largest } else { 1.0 };
    let (values, vectors) = (square / scale).eigh_into().ok()?;
    let values = values * scale;
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    let rows = vectors.select(ndarray::Axis(1), &order);
    Some((order.iter().map(|index| values[*index]).collect(), Dense::columns_of(rows.view())))
}

fn finite(model: Linear) -> Result<Linear, FitError> {
    let all = model.weights.values.iter().chain(&model.intercepts).all(|value| value.is_finite());
    if all { Ok(model) } else { Err(FitError::Overflow) }
}
