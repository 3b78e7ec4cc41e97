//! Linear models: what they predict, and the fits of each family in a file of its own. Knows no parameter by name.

mod coordinate_descent;
mod least_squares;
mod logistic;
mod sgd;
mod squared_hinge;

pub use coordinate_descent::{ElasticNet, elastic_net};
pub(super) use least_squares::eigen;
pub use least_squares::{least_squares, ridge, singular_values};
pub use logistic::{Logistic, logistic};
pub use sgd::{Loss, Rate, Sgd, sgd};
pub use squared_hinge::{SquaredHinge, squared_hinge};

use super::dense::{Dense, add_scaled, argmax, dot, mean, softmax};
use serde::{Deserialize, Serialize};

/// Weights and intercepts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Linear {
    /// One row an output, one number a feature. Two classes have one output: the odds of the second.
    pub weights: Dense,
    /// One number an output.
    pub intercepts: Vec<f64>,
}

impl Linear {
    fn single(weights: Vec<f64>, intercept: f64) -> Self {
        let columns = weights.len();
        Self { weights: Dense { values: weights, columns }, intercepts: vec![intercept] }
    }

    /// The linear scores of a row, one an output.
    pub(super) fn scores(&self, row: &[f64]) -> Vec<f64> {
        self.weights.iter_rows().zip(&self.intercepts).map(|(weights, b)| dot(weights, row) + b).collect()
    }

    /// Regression: the first output of each row.
    pub fn numbers(&self, rows: &Dense) -> Vec<f64> {
        rows.iter_rows().map(|row| self.scores(row).first().copied().unwrap_or(f64::NAN)).collect()
    }

    /// Classification: the most likely class of each row.
    pub fn classes(&self, rows: &Dense) -> Vec<usize> {
        rows.iter_rows()
            .map(|row| match self.scores(row).as_slice() {
                [score] => usize::from(*score > 0.0),
                scores => argmax(scores),
            })
            .collect()
    }

    /// Classification: probabilities, rows × classes.
    pub fn probabilities(&self, rows: &Dense) -> Dense {
        let columns = self.intercepts.len().max(2);
        let mut values = Vec::with_capacity(rows.rows() * columns);
        for row in rows.iter_rows() {
            let mut scores = self.scores(row);
            if let [score] = scores[..] {
                scores = vec![logistic::sigmoid(-score), logistic::sigmoid(score)];
            } else {
                softmax(&mut scores);
            }
            values.extend(scores);
        }
        Dense { values, columns }
    }
}

/// Features (each a row, contiguous) and target with their means taken out, when there is an intercept to fit.
struct Centred {
    /// Columns of the table as rows.
    features: Dense,
    target: Vec<f64>,
    feature_means: Vec<f64>,
    target_mean: f64,
}

impl Centred {
    /// Rows that count differently are multiplied by the roots of their weights, so that squares count as wanted.
    fn new(mut features: Dense, target: &[f64], fit_intercept: bool, weights: Option<&[f64]>) -> Self {
        let mut target = target.to_vec();
        let (mut feature_means, mut target_mean) = (vec![0.0; features.rows()], 0.0);
        let middle = |values: &[f64]| match weights {
            None => mean(values),
            Some(weights) => dot(values, weights) / weights.iter().sum::<f64>(),
        };
        if fit_intercept {
            target_mean = middle(&target);
            target.iter_mut().for_each(|value| *value -= target_mean);
            for (index, slot) in feature_means.iter_mut().enumerate() {
                let column = features.row_mut(index);
                *slot = middle(column);
                column.iter_mut().for_each(|value| *value -= *slot);
            }
        }
        if let Some(weights) = weights {
            let rows = weights.len().max(1);
            for values in features.values.chunks_exact_mut(rows).chain([&mut target[..]]) {
                values.iter_mut().zip(weights).for_each(|(value, weight)| *value *= weight.sqrt());
            }
        }
        Self { features, target, feature_means, target_mean }
    }

    /// The products of each feature with the target.
    fn moments(&self) -> Vec<f64> {
        self.features.iter_rows().map(|feature| dot(feature, &self.target)).collect()
    }

    /// The model with these weights: the intercept follows from the means.
    fn model(&self, weights: Vec<f64>) -> Linear {
        let intercept = self.target_mean - dot(&self.feature_means, &weights);
        Linear::single(weights, intercept)
    }
}
