//! Principal components, and the same without centring.

use super::super::dense::{Dense, add_scaled, dot, gram, mean};
use super::super::error::FitError;
use super::super::linear::eigen;
use super::super::pca::{Components, Keep, enough};
use super::super::spec::ParamValue;
use super::params::not_carried;
use super::{Attribute, Attributes, Fitted, Given, LearnError, Params};
use serde::{Deserialize, Serialize};

/// Fitted components.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ComponentModel {
    components: Dense,
    /// `mean_`; zeros where nothing is centred.
    means: Vec<f64>,
    centred: bool,
    variances: Vec<f64>,
    ratios: Vec<f64>,
    singular: Vec<f64>,
    noise: f64,
    whiten: bool,
    samples: usize,
}

pub(super) fn fit(id: &str, params: &mut Params, given: &mut Given) -> Result<ComponentModel, LearnError> {
    params.ignore(&[
        "svd_solver",
        "algorithm",
        "tol",
        "iterated_power",
        "n_iter",
        "n_oversamples",
        "power_iteration_normalizer",
        "random_state",
    ]);
    if id == "pca" { principal(params, given) } else { truncated(params, given) }
}

fn principal(params: &mut Params, given: &mut Given) -> Result<ComponentModel, LearnError> {
    let whiten = params.flag("whiten", false)?;
    let (samples, features) = given.x.dim();
    let most = samples.min(features);
    let all = Components::fit(given.columns(), Keep::All)?;
    let count = match params.take("n_components") {
        None | Some(ParamValue::Null) => most,
        Some(ParamValue::Float(share)) if share < 1.0 => enough(&all.ratios, share).min(most),
        Some(value @ (ParamValue::Integer(_) | ParamValue::Float(_))) => {
            let asked = value.as_f64().unwrap_or(0.0) as usize;
            if asked > most {
                let solver = match samples >= 10 * features && features <= 1000 {
                    true => "covariance_eigh",
                    false => "full",
                };
                return Err(LearnError::Value(format!(
                    "n_components={asked} must be between 0 and min(n_samples, n_features)={most} with \
                     svd_solver='{solver}'"
                )));
            }
            asked
        }
        Some(other) => return Err(not_carried("n_components", &other)),
    };
    let (kept, rest) = all.variances.split_at(count.min(all.variances.len()));
    let degrees = samples as f64 - 1.0;
    Ok(ComponentModel {
        components: Dense {
            values: all.components.values.iter().take(count * features).copied().collect(),
            columns: features,
        },
        means: all.means,
        centred: true,
        variances: kept.to_vec(),
        ratios: all.ratios.iter().take(count).copied().collect(),
        singular: kept.iter().map(|variance| (variance * degrees).sqrt()).collect(),
        noise: if rest.is_empty() { 0.0 } else { mean(rest) },
        whiten,
        samples,
    })
}

/// Singular vectors of the table as it is: `TruncatedSVD`.
fn truncated(params: &mut Params, given: &mut Given) -> Result<ComponentModel, LearnError> {
    let count = params.count("n_components", 2)?;
    let (samples, features) = given.x.dim();
    if count > features.min(samples) {
        return Err(LearnError::Value(format!("n_components({count}) must be <= n_features({features}).")));
    }
    let (columns, rows) = (given.columns(), given.rows());
    let square = gram(&columns).to_array().ok_or(FitError::Overflow)?;
    let (squares, mut components) = eigen(square).ok_or(FitError::Overflow)?;
    components.values.truncate(count * features);
    for component in components.values.chunks_exact_mut(features.max(1)) {
        let largest =
            component.iter().fold(0.0, |most: f64, part| if part.abs() > most.abs() { *part } else { most });
        if largest < 0.0 {
            component.iter_mut().for_each(|part| *part = -*part);
        }
    }
    let spread = |values: &[f64]| {
        let middle = mean(values);
        values.iter().map(|value| (value - middle).powi(2)).sum::<f64>() / values.len().max(1) as f64
    };
    let whole: f64 = columns.iter_rows().map(spread).sum();
    let variances: Vec<f64> = components
        .iter_rows()
        .map(|component| spread(&rows.iter_rows().map(|row| dot(row, component)).collect::<Vec<f64>>()))
        .collect();
    Ok(ComponentModel {
        components,
        means: vec![0.0; features],
        centred: false,
        ratios: variances.iter().map(|variance| variance / whole).collect(),
        variances,
        singular: squares.iter().take(count).map(|square| square.max(0.0).sqrt()).collect(),
        noise: 0.0,
        whiten: false,
        samples,
    })
}

impl ComponentModel {
    /// What each component is divided by.
    fn scale(&self, index: usize) -> f64 {
        match (self.whiten, self.variances.get(index)) {
            (true, Some(variance)) => variance.sqrt().max(f64::EPSILON),
            _ => 1.0,
        }
    }
}

impl Fitted for ComponentModel {
    fn attributes(&self) -> Attributes {
        let mut found = vec![
            ("components_", Attribute::matrix(&self.components)),
            ("explained_variance_", Attribute::list(&self.variances)),
            ("explained_variance_ratio_", Attribute::list(&self.ratios)),
            ("singular_values_", Attribute::list(&self.singular)),
        ];
        if self.centred {
            found.push(("mean_", Attribute::list(&self.means)));
            found.push(("n_components_", Attribute::count(self.variances.len())));
            found.push(("noise_variance_", Attribute::Number(self.noise)));
            found.push(("n_samples_", Attribute::count(self.samples)));
        }
        found
    }

    fn transform(&self, rows: &Dense) -> Result<Dense, LearnError> {
        let mut values = Vec::with_capacity(rows.rows() * self.variances.len());
        for row in rows.iter_rows() {
            let mut centred = row.to_vec();
            add_scaled(&mut centred, -1.0, &self.means);
            let parts = self.components.iter_rows().enumerate();
            values.extend(parts.map(|(index, component)| dot(component, &centred) / self.scale(index)));
        }
        Ok(Dense { values, columns: self.variances.len() })
    }

    fn inverse_transform(&self, rows: &Dense) -> Result<Dense, LearnError> {
        if rows.columns != self.variances.len() {
            return Err(LearnError::Value(format!(
                "X has {} columns, but there are {} components",
                rows.columns,
                self.variances.len()
            )));
        }
        let mut values = Vec::with_capacity(rows.rows() * self.means.len());
        for row in rows.iter_rows() {
            let mut sum = self.means.clone();
            for (index, (part, component)) in row.iter().zip(self.components.iter_rows()).enumerate() {
                add_scaled(&mut sum, part * self.scale(index), component);
            }
            values.extend(sum);
        }
        Ok(Dense { values, columns: self.means.len() })
    }
}
