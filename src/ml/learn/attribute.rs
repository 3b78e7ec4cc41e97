//! Fitted attributes: named numbers and arrays. Knows no estimator.

use super::super::dense::Dense;

/// The value of a fitted attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum Attribute {
    /// True or false.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A decimal number.
    Number(f64),
    /// An array of decimal numbers, row by row.
    Numbers(Vec<usize>, Vec<f64>),
    /// An array of 64-bit whole numbers.
    Wholes(Vec<usize>, Vec<i64>),
    /// An array of 32-bit whole numbers.
    Narrow(Vec<usize>, Vec<i32>),
}

/// Attributes by scikit-learn's names.
pub type Attributes = Vec<(&'static str, Attribute)>;

impl Attribute {
    /// A list of numbers.
    pub fn list(values: &[f64]) -> Self {
        Self::Numbers(vec![values.len()], values.to_vec())
    }

    /// A matrix.
    pub fn matrix(values: &Dense) -> Self {
        Self::Numbers(vec![values.rows(), values.columns], values.values.clone())
    }

    /// A list of 32-bit whole numbers.
    pub fn narrow(values: impl IntoIterator<Item = i32>) -> Self {
        let values: Vec<i32> = values.into_iter().collect();
        Self::Narrow(vec![values.len()], values)
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Whole(count as i64)
    }
}
