//! What a training measured on its test rows, kept as an artifact of the run so that the page can draw it.

use serde::{Deserialize, Serialize};

/// The path of the artifact.
pub const ARTIFACT: &str = "evaluation.json";

/// The measurement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evaluation {
    /// Of a classifier.
    Confusion {
        /// The classes in order.
        labels: Vec<String>,
        /// Rows by actual class, columns by predicted class.
        counts: Vec<Vec<u64>>,
    },
    /// Of a regression, one pair a test row.
    Residuals {
        /// What the model said.
        predicted: Vec<f64>,
        /// What was true.
        actual: Vec<f64>,
    },
}
