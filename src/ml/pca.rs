//! Principal components. Knows no other decomposition.

use super::dense::{Dense, add_scaled, dot, gram, mean};
use super::error::FitError;
use super::linear::eigen;
use serde::{Deserialize, Serialize};

/// Principal components of a table.
///
/// The eigenvectors come from linfa-linalg. linfa-reduction's PCA finds them by a random block method and
/// divides variances by the number of components instead of the number of rows, so its figures are not these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Components {
    /// `components_`: components × features, the largest part of each positive.
    pub components: Dense,
    /// `mean_`.
    pub means: Vec<f64>,
    /// `explained_variance_`.
    pub variances: Vec<f64>,
    /// `explained_variance_ratio_`.
    pub ratios: Vec<f64>,
}

/// How many components to keep.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Keep {
    /// As many as there can be.
    All,
    /// So many.
    Count(usize),
    /// As few as explain this share of the variance.
    Share(f64),
}

impl Components {
    /// Fits on columns (each a row of `features`).
    ///
    /// # Errors
    /// When more components are asked for than there can be, rows are too few or the arithmetic overflows.
    pub fn fit(mut features: Dense, keep: Keep) -> Result<Self, FitError> {
        let (columns, rows) = (features.rows(), features.columns);
        if rows < 2 {
            return Err(FitError::TooFewRows { found: rows, needed: 2 });
        }
        let most = columns.min(rows);
        if let Keep::Count(asked) = keep
            && asked > most
        {
            return Err(FitError::TooManyComponents { asked, most });
        }
        let means: Vec<f64> = features.iter_rows().map(mean).collect();
        for (column, mean) in features.values.chunks_exact_mut(rows).zip(&means) {
            column.iter_mut().for_each(|value| *value -= mean);
        }
        let (mut variances, mut components) =
            if columns <= rows { by_features(&features) } else { by_rows(&features) }
                .ok_or(FitError::Overflow)?;
        variances.iter_mut().for_each(|square| *square = square.max(0.0) / (rows as f64 - 1.0));
        let total: f64 = variances.iter().sum();
        let ratios: Vec<f64> =
            variances.iter().map(|variance| variance / total.max(f64::MIN_POSITIVE)).collect();
        let count = match keep {
            Keep::All => most,
            Keep::Count(count) => count,
            Keep::Share(share) => enough(&ratios, share).min(most),
        };
        components.values.truncate(count * columns);
        variances.truncate(count);
        for component in components.values.chunks_exact_mut(columns.max(1)) {
            point_up(component);
        }
        Ok(Self { components, means, variances, ratios: ratios.into_iter().take(count).collect() })
    }

    /// The components of each row.
    pub fn transform(&self, rows: &Dense) -> Dense {
        let mut values = Vec::with_capacity(rows.rows() * self.variances.len());
        for row in rows.iter_rows() {
            let mut centred = row.to_vec();
            add_scaled(&mut centred, -1.0, &self.means);
            values.extend(self.components.iter_rows().map(|component| dot(component, &centred)));
        }
        Dense { values, columns: self.variances.len() }
    }
}

/// Sums of squares along each component, and the components, from products of features.
fn by_features(features: &Dense) -> Option<(Vec<f64>, Dense)> {
    eigen(finite(gram(features))?.to_array()?)
}

/// The same from products of rows, where features outnumber them.
fn by_rows(features: &Dense) -> Option<(Vec<f64>, Dense)> {
    let rows = Dense::columns_of(features.to_array()?.view());
    let (squares, sides) = eigen(finite(gram(&rows))?.to_array()?)?;
    let mut components = Dense::zeros(0, rows.columns);
    for side in sides.iter_rows() {
        let mut component: Vec<f64> = features.iter_rows().map(|feature| dot(feature, side)).collect();
        let length = dot(&component, &component).sqrt().max(f64::MIN_POSITIVE);
        component.iter_mut().for_each(|part| *part /= length);
        components.values.extend(component);
    }
    Some((squares, components))
}

fn finite(square: Dense) -> Option<Dense> {
    square.values.iter().all(|value| value.is_finite()).then_some(square)
}

/// How many shares it takes to exceed `share`.
pub(super) fn enough(ratios: &[f64], share: f64) -> usize {
    let mut sum = 0.0;
    let short = ratios.iter().take_while(|ratio| {
        sum += **ratio;
        sum <= share
    });
    short.count() + 1
}

/// Turns a component so that its part of greatest size is positive.
fn point_up(component: &mut [f64]) {
    let greatest = component.iter().copied().fold(
        0.0,
        |most: f64, part| {
            if part.abs() > most.abs() { part } else { most }
        },
    );
    if greatest < 0.0 {
        component.iter_mut().for_each(|part| *part = -*part);
    }
}
