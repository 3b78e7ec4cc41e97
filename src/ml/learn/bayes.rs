//! Naive Bayes over normal deviates, counts and truths.

use super::super::dense::{Dense, argmax, dot, softmax};
use super::super::spec::ParamValue;
use super::{Answer, Attribute, Attributes, Fitted, Given, LearnError, Params};
use serde::{Deserialize, Serialize};

/// Means, variances and shares of each class.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct GaussianModel {
    means: Dense,
    variances: Dense,
    counts: Vec<f64>,
    priors: Vec<f64>,
    epsilon: f64,
}

pub(super) fn gaussian(params: &mut Params, given: &mut Given) -> Result<GaussianModel, LearnError> {
    params.only("priors", ParamValue::Null)?;
    let smoothing = params.float("var_smoothing", 1e-9)?;
    let (codes, classes) = given.codes()?;
    let (rows, weights) = (given.rows(), given.weights());
    let epsilon = smoothing * moments(&rows, &vec![1.0; codes.len()]).1.into_iter().fold(0.0, f64::max);
    let empty = || Dense { values: Vec::new(), columns: rows.columns };
    let mut model =
        GaussianModel { means: empty(), variances: empty(), counts: Vec::new(), priors: Vec::new(), epsilon };
    for class in 0..classes {
        let own: Vec<f64> = codes
            .iter()
            .zip(&weights)
            .map(|(code, weight)| if *code == class { *weight } else { 0.0 })
            .collect();
        let (means, variances) = moments(&rows, &own);
        model.means.values.extend(means);
        model.variances.values.extend(variances.iter().map(|variance| variance + epsilon));
        model.counts.push(own.iter().sum());
    }
    let whole: f64 = model.counts.iter().sum();
    model.priors = model.counts.iter().map(|count| count / whole).collect();
    Ok(model)
}

/// Weighted mean and variance of each column.
fn moments(rows: &Dense, weights: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let whole: f64 = weights.iter().sum();
    let (mut means, mut variances) = (vec![0.0; rows.columns], vec![0.0; rows.columns]);
    let counted = || rows.iter_rows().zip(weights).filter(|(_, weight)| **weight != 0.0);
    for (row, weight) in counted() {
        super::super::dense::add_scaled(&mut means, weight / whole, row);
    }
    for (row, weight) in counted() {
        for ((sum, value), mean) in variances.iter_mut().zip(row).zip(&means) {
            *sum += weight / whole * (value - mean).powi(2);
        }
    }
    (means, variances)
}

impl GaussianModel {
    fn likelihoods(&self, rows: &Dense) -> Dense {
        let spread =
            |variances: &[f64]| variances.iter().map(|v| (std::f64::consts::TAU * v).ln()).sum::<f64>();
        let constants: Vec<f64> = self
            .variances
            .iter_rows()
            .zip(&self.priors)
            .map(|(variances, prior)| prior.ln() - spread(variances) / 2.0)
            .collect();
        let mut values = Vec::with_capacity(rows.rows() * self.priors.len());
        for row in rows.iter_rows() {
            let classes = self.means.iter_rows().zip(self.variances.iter_rows()).zip(&constants);
            values.extend(classes.map(|((means, variances), constant)| {
                let gaps = row.iter().zip(means).zip(variances).map(|((x, m), v)| (x - m).powi(2) / v);
                constant - gaps.sum::<f64>() / 2.0
            }));
        }
        Dense { values, columns: self.priors.len() }
    }
}

impl Fitted for GaussianModel {
    fn attributes(&self) -> Attributes {
        vec![
            ("theta_", Attribute::matrix(&self.means)),
            ("var_", Attribute::matrix(&self.variances)),
            ("class_prior_", Attribute::list(&self.priors)),
            ("class_count_", Attribute::list(&self.counts)),
            ("epsilon_", Attribute::Number(self.epsilon)),
        ]
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        Ok(Answer::Codes(self.likelihoods(rows).iter_rows().map(argmax).collect()))
    }

    fn predict_proba(&self, rows: &Dense) -> Result<Dense, LearnError> {
        Ok(probabilities(self.likelihoods(rows)))
    }
}

/// Joint log likelihoods as probabilities.
fn probabilities(mut likelihoods: Dense) -> Dense {
    let classes = likelihoods.columns.max(1);
    likelihoods.values.chunks_exact_mut(classes).for_each(|row| {
        softmax(row);
    });
    likelihoods
}

/// How often each feature occurs in each class: counts, or whether it is there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct CountModel {
    /// From which value on a feature is there; `None` counts.
    threshold: Option<f64>,
    truths: bool,
    counts: Vec<f64>,
    feature_counts: Dense,
    log_priors: Vec<f64>,
    log_shares: Dense,
}

pub(super) fn counts(id: &str, params: &mut Params, given: &mut Given) -> Result<CountModel, LearnError> {
    params.only("class_prior", ParamValue::Null)?;
    params.only("force_alpha", ParamValue::Boolean(true))?;
    let truths = id == "bernoulli_nb";
    let alpha = params.float("alpha", 1.0)?;
    let fit_prior = params.flag("fit_prior", true)?;
    let threshold = match (truths, params.take("binarize")) {
        (true, None) => Some(0.0),
        (true, Some(value)) => value.as_f64(),
        (false, _) => None,
    };
    let rows = there(given.rows(), threshold);
    if !truths && rows.values.iter().any(|value| *value < 0.0) {
        return Err(LearnError::Value(
            "Negative values in data passed to MultinomialNB (input X).".to_owned(),
        ));
    }
    let (codes, classes) = given.codes()?;
    let mut counts = vec![0.0; classes];
    let mut feature_counts = Dense::zeros(classes, rows.columns);
    for ((row, code), weight) in rows.iter_rows().zip(codes).zip(given.weights()) {
        counts[*code] += weight;
        super::super::dense::add_scaled(feature_counts.row_mut(*code), weight, row);
    }
    let whole: f64 = counts.iter().sum();
    let log_priors = counts.iter().map(|count| match fit_prior {
        true => count.ln() - whole.ln(),
        false => -(classes as f64).ln(),
    });
    let log_priors = log_priors.collect();
    let mut log_shares = feature_counts.clone();
    for (row, count) in log_shares.values.chunks_exact_mut(rows.columns.max(1)).zip(&counts) {
        row.iter_mut().for_each(|value| *value += alpha);
        let total = if truths { count + 2.0 * alpha } else { row.iter().sum::<f64>() };
        row.iter_mut().for_each(|value| *value = value.ln() - total.ln());
    }
    Ok(CountModel { threshold, truths, counts, feature_counts, log_priors, log_shares })
}

/// Whether each value exceeds the threshold; the values themselves without one.
fn there(mut rows: Dense, threshold: Option<f64>) -> Dense {
    if let Some(threshold) = threshold {
        rows.values.iter_mut().for_each(|value| *value = f64::from(u8::from(*value > threshold)));
    }
    rows
}

impl CountModel {
    fn likelihoods(&self, rows: &Dense) -> Dense {
        let rows = there(rows.clone(), self.threshold);
        let against = |log_share: &f64| (-log_share.exp()).ln_1p();
        let mut values = Vec::with_capacity(rows.rows() * self.counts.len());
        for row in rows.iter_rows() {
            values.extend(self.log_shares.iter_rows().zip(&self.log_priors).map(|(shares, prior)| {
                let absent: f64 = match self.truths {
                    true => row.iter().zip(shares).map(|(there, share)| (1.0 - there) * against(share)).sum(),
                    false => 0.0,
                };
                prior + dot(row, shares) + absent
            }));
        }
        Dense { values, columns: self.counts.len() }
    }
}

impl Fitted for CountModel {
    fn attributes(&self) -> Attributes {
        vec![
            ("class_count_", Attribute::list(&self.counts)),
            ("class_log_prior_", Attribute::list(&self.log_priors)),
            ("feature_count_", Attribute::matrix(&self.feature_counts)),
            ("feature_log_prob_", Attribute::matrix(&self.log_shares)),
        ]
    }

    fn predict(&self, rows: &Dense) -> Result<Answer, LearnError> {
        Ok(Answer::Codes(self.likelihoods(rows).iter_rows().map(argmax).collect()))
    }

    fn predict_proba(&self, rows: &Dense) -> Result<Dense, LearnError> {
        Ok(probabilities(self.likelihoods(rows)))
    }
}
