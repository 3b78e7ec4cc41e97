//! A fitted model: what it predicts and what it learned. Knows nothing of how it was fitted.

pub use super::bayes::Bayes;
pub use super::dense::Dense;
use super::dense::argmax;
use super::error::{Method, PredictError};
pub use super::k_means::Clusters;
pub use super::linear::Linear;
pub use super::neighbours::Neighbours;
pub use super::pca::Components;
pub use super::scalers::{Norm, Scaler};
pub use super::support_vectors::SupportVectors;
pub use super::tree::Forest;
use ndarray::{Array2, ArrayView2};
use serde::{Deserialize, Serialize};

/// The name of a class.
#[derive(Clone, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
pub enum Label {
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A decimal number without a fraction.
    Float(f64),
    /// A text.
    Text(String),
}

impl std::fmt::Display for Label {
    /// As Python prints it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use super::spec::ParamValue;
        match self {
            Self::Boolean(truth) => ParamValue::Boolean(*truth).fmt(f),
            Self::Integer(number) => number.fmt(f),
            Self::Float(number) => ParamValue::Float(*number).fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// A fitted model. Serialises with any serde format, postcard included; equal fits give equal bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// The id of the estimator in [`super::spec::ESTIMATORS`].
    pub estimator: String,
    /// How many features it was fitted on.
    pub features: usize,
    /// The classes, in the order of codes and of columns of probabilities; empty unless it classifies.
    pub labels: Vec<Label>,
    /// What was learned.
    pub fitted: Fitted,
}

/// What was learned, by family.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fitted {
    /// A linear model: regression, or classification by logistic probabilities.
    Linear(Linear),
    /// One tree or many.
    Forest(Forest),
    /// Gaussian naive Bayes.
    Bayes(Bayes),
    /// Support vectors.
    SupportVectors(SupportVectors),
    /// The training rows themselves.
    Neighbours(Neighbours),
    /// Centres of clusters.
    Clusters(Clusters),
    /// Principal components.
    Components(Components),
    /// A scaler of columns or rows.
    Scaler(Scaler),
}

/// What a model predicts, one a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Predictions {
    /// Numbers.
    Numbers(Vec<f64>),
    /// Codes of classes: indices into [`Model::labels`].
    Classes(Vec<usize>),
    /// Numbers of clusters.
    Clusters(Vec<usize>),
}

/// Coefficients of a linear model, as scikit-learn's `coef_` and `intercept_`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coefficients {
    /// One row an output (one for regression and two classes), one number a feature.
    pub rows: Vec<Vec<f64>>,
    /// One number an output.
    pub intercepts: Vec<f64>,
}

impl Model {
    /// Predicts a target for each row of `x` (rows × features).
    ///
    /// # Errors
    /// When `x` has other features, a value is not finite, or the estimator only transforms.
    pub fn predict(&self, x: ArrayView2<f64>) -> Result<Predictions, PredictError> {
        let rows = self.checked(x)?;
        let classes = |proba: Dense| Predictions::Classes(proba.iter_rows().map(argmax).collect());
        let classifies = !self.labels.is_empty();
        match &self.fitted {
            Fitted::Linear(linear) if classifies => Ok(Predictions::Classes(linear.classes(&rows))),
            Fitted::Linear(linear) => Ok(Predictions::Numbers(linear.numbers(&rows))),
            Fitted::Forest(forest) if classifies => Ok(classes(forest.average(&rows)?)),
            Fitted::Forest(forest) => Ok(Predictions::Numbers(forest.average(&rows)?.values)),
            Fitted::Bayes(bayes) => Ok(classes(bayes.log_likelihoods(&rows))),
            Fitted::SupportVectors(vectors) if classifies => Ok(Predictions::Classes(vectors.votes(&rows))),
            Fitted::SupportVectors(vectors) => Ok(Predictions::Numbers(vectors.numbers(&rows))),
            Fitted::Neighbours(neighbours) if classifies => Ok(classes(neighbours.average(&rows)?)),
            Fitted::Neighbours(neighbours) => Ok(Predictions::Numbers(neighbours.average(&rows)?.values)),
            Fitted::Clusters(clusters) => Ok(Predictions::Clusters(clusters.nearest(&rows))),
            Fitted::Components(_) | Fitted::Scaler(_) => Err(self.unsupported(Method::Predict)),
        }
    }

    /// Predicts a probability for each row and class (rows × classes, in the order of the labels).
    ///
    /// # Errors
    /// As [`Model::predict`], and where scikit-learn has no `predict_proba` either.
    pub fn predict_proba(&self, x: ArrayView2<f64>) -> Result<Array2<f64>, PredictError> {
        let rows = self.checked(x)?;
        let shares = match &self.fitted {
            _ if self.labels.is_empty() => return Err(self.unsupported(Method::PredictProba)),
            Fitted::Linear(linear) => linear.probabilities(&rows),
            Fitted::Forest(forest) => forest.average(&rows)?,
            Fitted::Bayes(bayes) => bayes.probabilities(&rows),
            Fitted::Neighbours(neighbours) => neighbours.average(&rows)?,
            _ => return Err(self.unsupported(Method::PredictProba)),
        };
        shares.to_array().ok_or(PredictError::Damaged)
    }

    /// Gives the rows other columns.
    ///
    /// # Errors
    /// As [`Model::predict`], and where the estimator does not transform.
    pub fn transform(&self, x: ArrayView2<f64>) -> Result<Array2<f64>, PredictError> {
        let rows = self.checked(x)?;
        let other = match &self.fitted {
            Fitted::Components(components) => components.transform(&rows),
            Fitted::Scaler(scaler) => scaler.transform(rows),
            Fitted::Clusters(clusters) => clusters.distances(&rows),
            _ => return Err(self.unsupported(Method::Transform)),
        };
        other.to_array().ok_or(PredictError::Damaged)
    }

    /// The coefficients, where the model is linear.
    pub fn coefficients(&self) -> Option<Coefficients> {
        let (weights, intercepts) = match &self.fitted {
            Fitted::Linear(linear) => (&linear.weights, &linear.intercepts),
            Fitted::SupportVectors(vectors) => vectors.linear()?,
            _ => return None,
        };
        Some(Coefficients {
            rows: weights.iter_rows().map(<[f64]>::to_vec).collect(),
            intercepts: intercepts.clone(),
        })
    }

    /// How much each feature lowered the impurity (sums to 1), where the model is made of trees.
    pub fn importances(&self) -> Option<&[f64]> {
        match &self.fitted {
            Fitted::Forest(forest) => Some(&forest.importances),
            _ => None,
        }
    }

    fn unsupported(&self, method: Method) -> PredictError {
        PredictError::Unsupported { estimator: self.estimator.clone(), method }
    }

    fn checked(&self, x: ArrayView2<f64>) -> Result<Dense, PredictError> {
        if x.ncols() != self.features {
            return Err(PredictError::FeatureCount { expected: self.features, found: x.ncols() });
        }
        match first_not_finite(x) {
            Some((row, column)) => Err(PredictError::NotFinite { column, row }),
            None => Ok(Dense::from_view(x)),
        }
    }
}

/// Row and column of the first value that is NaN or infinite.
pub(super) fn first_not_finite(x: ArrayView2<f64>) -> Option<(usize, usize)> {
    x.indexed_iter().find(|(_, value)| !value.is_finite()).map(|(place, _)| place)
}
