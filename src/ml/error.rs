//! What can go wrong with data, splits, fits and scores, as data: the page turns variants into sentences.

use serde::{Deserialize, Serialize};

/// Why rows cannot be split, in the cases that scikit-learn refuses too.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
pub enum SplitError {
    /// There is nothing to split.
    #[error("there are no rows to split")]
    NoRows,
    /// A share outside (0, 1) or a count outside 1 to rows - 1.
    #[error("size {size} must be a share between 0 and 1 or a count between 1 and {rows} - 1")]
    SizeOutOfRange {
        /// The share or count that was asked for.
        size: f64,
        /// How many rows there are.
        rows: usize,
    },
    /// Train and test parts together are larger than the whole.
    #[error("{train} rows to train and {test} to test are more than the {rows} there are")]
    SizesTooLarge {
        /// Rows wanted to train.
        train: usize,
        /// Rows wanted to test.
        test: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// Nothing would be left to train on.
    #[error("of {rows} rows none would be left to train on")]
    EmptyTrain {
        /// How many rows there are.
        rows: usize,
    },
    /// Labels to stratify by, but not one a row.
    #[error("{labels} labels for {rows} rows")]
    LengthMismatch {
        /// How many rows there are.
        rows: usize,
        /// How many labels there are.
        labels: usize,
    },
    /// Stratifying without shuffling is not defined.
    #[error("a stratified split needs shuffle=True")]
    StratifyNeedsShuffle,
    /// A class has only one member, so it cannot be in both parts.
    #[error("a class has only {members} member; each needs at least 2 to be split")]
    ClassTooSmall {
        /// The code of the first such class.
        class: usize,
        /// How many members it has.
        members: usize,
    },
    /// A part is too small to hold each class once.
    #[error("{rows} rows of a part cannot hold {classes} classes")]
    PartTooSmall {
        /// Rows of that part.
        rows: usize,
        /// How many classes there are.
        classes: usize,
    },
    /// Fewer than two folds.
    #[error("{folds} folds; there must be at least 2")]
    TooFewFolds {
        /// Folds wanted.
        folds: usize,
    },
    /// More folds than rows, or than members of every class.
    #[error("{folds} folds of {rows} rows")]
    TooManyFolds {
        /// Folds wanted.
        folds: usize,
        /// Rows, or members of the largest class.
        rows: usize,
    },
}
