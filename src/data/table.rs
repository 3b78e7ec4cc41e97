//! A table in memory: named columns of one length, each of one kind.

use serde::{Deserialize, Serialize};

/// Columns of equal length, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    columns: Vec<Column>,
}

/// A named column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The name in the header; unique in its table.
    pub name: String,
    /// The values, one a row.
    pub values: Values,
}

/// The values of a column. Every kind can hold missing values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Values {
    /// Decimal numbers; a missing one is NaN.
    Float(Vec<f64>),
    /// Whole numbers.
    Integer(Vec<Option<i64>>),
    /// True or false.
    Boolean(Vec<Option<bool>>),
    /// Calendar dates as days since 1970-01-01.
    Date(Vec<Option<i32>>),
    /// Texts, each distinct one stored once, in order of first appearance.
    Text {
        /// The distinct texts.
        categories: Vec<String>,
        /// Index into `categories`, one a row; `None` is missing.
        codes: Vec<Option<u32>>,
    },
}

impl Values {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Float(values) => values.len(),
            Self::Integer(values) => values.len(),
            Self::Boolean(values) => values.len(),
            Self::Date(values) => values.len(),
            Self::Text { codes, .. } => codes.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Why columns do not make a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum TableError {
    /// Columns differ in length.
    #[error("column `{column}` has {found} rows, the columns before it have {expected}")]
    UnequalLength {
        /// The column that differs.
        column: String,
        /// Its length.
        found: usize,
        /// The length of those before it.
        expected: usize,
    },
    /// Two columns share a name.
    #[error("two columns are called `{column}`")]
    DuplicateName {
        /// The name.
        column: String,
    },
}

impl Table {
    /// A table of `columns`.
    ///
    /// # Errors
    /// When lengths differ or a name is there twice.
    pub fn new(columns: Vec<Column>) -> Result<Self, TableError> {
        let expected = columns.first().map_or(0, |column| column.values.len());
        let mut names = std::collections::BTreeSet::new();
        for column in &columns {
            let found = column.values.len();
            if found != expected {
                return Err(TableError::UnequalLength { column: column.name.clone(), found, expected });
            }
            if !names.insert(column.name.as_str()) {
                return Err(TableError::DuplicateName { column: column.name.clone() });
            }
        }
        Ok(Self { columns })
    }

    /// The columns in order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The columns themselves, in order.
    pub fn into_columns(self) -> Vec<Column> {
        self.columns
    }

    /// The column called `name`.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.values.len())
    }
}
