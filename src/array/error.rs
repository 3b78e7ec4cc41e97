//! What can go wrong with arrays, in numpy's words.

/// Why an operation on arrays is impossible. The text is numpy's own message.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ArrayError {
    /// A value or a shape that does not fit: `ValueError`.
    #[error("{0}")]
    Value(String),
    /// A type that does not fit: `TypeError`.
    #[error("{0}")]
    Type(String),
    /// A ufunc that has no loop for the types: `UFuncTypeError`.
    #[error("{0}")]
    UFunc(String),
    /// A place that is not there: `IndexError`.
    #[error("{0}")]
    Index(String),
    /// An axis that is not there: `AxisError`.
    #[error("axis {axis} is out of bounds for array of dimension {dimensions}")]
    Axis {
        /// The axis asked for.
        axis: i64,
        /// How many there are.
        dimensions: usize,
    },
    /// Linear algebra without an answer: `LinAlgError`.
    #[error("{0}")]
    LinAlg(String),
    /// A number that is too large: `OverflowError`.
    #[error("{0}")]
    Overflow(String),
    /// More memory than there is.
    #[error("Unable to allocate {0}")]
    Memory(String),
    /// What numpy can do and this cannot.
    #[error("{0}")]
    NotCarried(String),
}

/// What an operation gives.
pub type Result<T> = std::result::Result<T, ArrayError>;

/// An [`ArrayError::Value`].
pub fn value<T>(message: impl Into<String>) -> Result<T> {
    Err(ArrayError::Value(message.into()))
}

/// An [`ArrayError::Type`].
pub fn wrong_type<T>(message: impl Into<String>) -> Result<T> {
    Err(ArrayError::Type(message.into()))
}

/// An [`ArrayError::Index`].
pub fn index<T>(message: impl Into<String>) -> Result<T> {
    Err(ArrayError::Index(message.into()))
}
