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

/// Why a model cannot be fitted.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
pub enum FitError {
    /// The table has no column to learn from.
    #[error("there is no feature to learn from")]
    NoFeatures,
    /// Too few rows for this estimator with these parameters.
    #[error("{found} rows are too few; {needed} are needed")]
    TooFewRows {
        /// How many there are.
        found: usize,
        /// How many it takes.
        needed: usize,
    },
    /// More of something than fits into memory here.
    #[error("{found} {what} are too many; the limit is {limit}")]
    TooLarge {
        /// What there is too much of.
        what: Size,
        /// How many there are.
        found: usize,
        /// How many can be.
        limit: usize,
    },
    /// A feature is NaN, infinite, too large for a 32-bit float (trees) or for a squared distance (neighbours).
    #[error("the value in row {row} of feature {column} is not a finite number that can be used")]
    NotFinite {
        /// The feature, counted from 0.
        column: usize,
        /// The row, counted from 0.
        row: usize,
    },
    /// A target number is NaN or infinite.
    #[error("the target in row {row} is not a finite number")]
    TargetNotFinite {
        /// The row, counted from 0.
        row: usize,
    },
    /// The estimator needs a target and there is none.
    #[error("a target is needed")]
    TargetMissing,
    /// Regression on classes that are not numbers.
    #[error("the target must be numbers")]
    TargetNotNumeric,
    /// Classification of numbers that are not classes.
    #[error("the target must be classes, not measurements")]
    TargetContinuous,
    /// Not one target a row.
    #[error("{targets} targets for {rows} rows")]
    LengthMismatch {
        /// How many rows there are.
        rows: usize,
        /// How many targets there are.
        targets: usize,
    },
    /// A class code without a label.
    #[error("class code {code}, but there are {labels} labels")]
    UnknownClass {
        /// The code.
        code: usize,
        /// How many labels there are.
        labels: usize,
    },
    /// All targets are of one class.
    #[error("all rows are of one class")]
    OneClass {
        /// Its code, or `None` when there is no class at all.
        class: Option<usize>,
    },
    /// More components than rows or columns.
    #[error("{asked} components are too many; {most} is the most")]
    TooManyComponents {
        /// How many were asked for.
        asked: usize,
        /// The lesser of rows and columns.
        most: usize,
    },
    /// The numbers are so large or so unlike that the arithmetic overflows or breaks down.
    #[error("the computation overflowed: scale the features first")]
    Overflow,
    /// A parameter is wrong.
    #[error(transparent)]
    Parameter(#[from] super::spec::ParamError),
}

/// What can be too large for a fit here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Size {
    /// Rows of the table.
    Rows,
    /// Columns of the table.
    Columns,
    /// Coefficients of the model.
    Coefficients,
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Coefficients => "coefficients",
        })
    }
}

/// Why a fitted model cannot answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
pub enum PredictError {
    /// The rows have other columns than those it was fitted on.
    #[error("the model was fitted on {expected} features, these rows have {found}")]
    FeatureCount {
        /// Features that the model knows.
        expected: usize,
        /// Features that were given.
        found: usize,
    },
    /// A feature is NaN, infinite or too large to take a distance from.
    #[error("the value in row {row} of feature {column} is not a finite number that can be used")]
    NotFinite {
        /// The feature, counted from 0.
        column: usize,
        /// The row, counted from 0.
        row: usize,
    },
    /// The estimator has no such method in scikit-learn either.
    #[error("{estimator} has no {method}")]
    Unsupported {
        /// The id of the estimator.
        estimator: String,
        /// `predict`, `predict_proba` or `transform`.
        method: Method,
    },
    /// A saved model that does not fit together: damaged or made by hand.
    #[error("the model is damaged")]
    Damaged,
}

/// A method of a fitted model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Predicts a target a row.
    Predict,
    /// Predicts a probability for each class.
    PredictProba,
    /// Gives the rows other columns.
    Transform,
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Predict => "predict",
            Self::PredictProba => "predict_proba",
            Self::Transform => "transform",
        })
    }
}

/// Why columns of a table do not make features and a target.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum FeatureError {
    /// No column was chosen.
    #[error("choose at least one feature")]
    NoFeatures,
    /// There is no such column.
    #[error("there is no column `{column}`; there are {known:?}")]
    UnknownColumn {
        /// The name that was given.
        column: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// The target is among the features too.
    #[error("`{column}` is the target and cannot be a feature too")]
    TargetAmongFeatures {
        /// The column.
        column: String,
    },
    /// A feature was chosen twice.
    #[error("`{column}` was chosen twice")]
    DuplicateFeature {
        /// The column.
        column: String,
    },
    /// A column without any value.
    #[error("`{column}` has no value at all")]
    EmptyColumn {
        /// The column.
        column: String,
    },
    /// A column without any value in the rows to train on.
    #[error("`{column}` has no value in the training rows")]
    EmptyInTraining {
        /// The column.
        column: String,
    },
    /// No row is left after those with missing values were dropped.
    #[error("every one of {rows} rows has a missing value")]
    NoCompleteRow {
        /// How many rows there were.
        rows: usize,
    },
    /// A column holds an infinite number.
    #[error("`{column}` has an infinite number in row {row}")]
    Infinite {
        /// The column.
        column: String,
        /// The row, counted from 0.
        row: usize,
    },
    /// A text column with too many different texts to make a column of each.
    #[error("`{column}` has {found} different texts; up to {limit} become columns")]
    TooManyCategories {
        /// The column.
        column: String,
        /// How many there are.
        found: usize,
        /// How many can be.
        limit: usize,
    },
    /// A regression target that is text.
    #[error("`{column}` is text and cannot be predicted as a number")]
    TargetNotNumeric {
        /// The column.
        column: String,
    },
    /// A classification target of measurements.
    #[error("`{column}` holds measurements, not classes")]
    TargetContinuous {
        /// The column.
        column: String,
    },
}

/// Why a score is not defined, in the cases that scikit-learn refuses too.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
pub enum MetricError {
    /// There is nothing to score.
    #[error("there are no rows to score")]
    NoRows,
    /// Fewer rows than the score needs.
    #[error("{found} rows are too few for this score; {needed} are needed")]
    TooFewRows {
        /// How many there are.
        found: usize,
        /// How many it takes.
        needed: usize,
    },
    /// Two lists that should be of one length are not.
    #[error("{expected} and {found} values should be as many")]
    LengthMismatch {
        /// Length of the first.
        expected: usize,
        /// Length of the second.
        found: usize,
    },
    /// A class code beyond the classes.
    #[error("class {code}, but there are {classes} classes")]
    UnknownClass {
        /// The code.
        code: usize,
        /// How many classes there are.
        classes: usize,
    },
    /// A class that does not occur, so that nothing can be ranked against it.
    #[error("class {class} does not occur among the true ones")]
    ClassAbsent {
        /// The code.
        class: usize,
    },
    /// Clusters: fewer than 2, or as many as rows.
    #[error("{clusters} clusters of {rows} rows; this score needs between 2 and rows - 1")]
    ClusterCount {
        /// How many clusters occur.
        clusters: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// A number that is NaN or infinite.
    #[error("the value in row {row} is not a finite number")]
    NotFinite {
        /// The row, counted from 0.
        row: usize,
    },
}
