//! Why an estimator cannot be fitted or asked, in the classes that Python tells apart.

use super::super::error::{FitError, PredictError};

/// Why an estimator cannot be fitted or asked.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LearnError {
    /// scikit-learn has it, this has not: `NotImplementedError`.
    #[error("{0} is not carried here")]
    NotCarried(String),
    /// scikit-learn refuses it too: `ValueError` with its message.
    #[error("{0}")]
    Value(String),
    /// As many targets or weights as rows are needed.
    #[error("Found input variables with inconsistent numbers of samples: [{rows}, {found}]")]
    Lengths {
        /// How many rows there are.
        rows: usize,
        /// How many of the other there are.
        found: usize,
    },
    /// The estimator needs a target of another kind, or any.
    #[error("this estimator needs another kind of target")]
    AimMissing,
    /// The fitted estimator has no such method: `AttributeError`.
    #[error("this estimator has no {0}")]
    Unsupported(&'static str),
    /// A fit that failed.
    #[error(transparent)]
    Fit(#[from] FitError),
    /// A model that cannot answer.
    #[error(transparent)]
    Predict(#[from] PredictError),
}
