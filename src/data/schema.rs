//! What a table looks like without its values, and one value as it is shown.

use super::table::{Column, Table, Values};
use crate::base::date::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The kind of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Whole numbers.
    Integer,
    /// Decimal numbers.
    Float,
    /// True or false.
    Boolean,
    /// Calendar dates.
    Date,
    /// Texts.
    Text,
}

impl Kind {
    /// Whether an estimator can take a column of this kind as it is.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Integer | Self::Float)
    }
}

/// Name and kind of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The name, unique in its table.
    pub name: String,
    /// The kind.
    pub kind: Kind,
}

/// The columns of a table in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Schema {
    /// Name and kind of each column.
    pub fields: Vec<Field>,
}

/// One value of a table, as a page shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// No value.
    Missing,
    /// A whole number.
    Integer(i64),
    /// A decimal number, never NaN.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// A calendar date.
    Date(Day),
    /// A text.
    Text(&'a str),
}

impl fmt::Display for Cell<'_> {
    /// As CSV has it: floats in the shortest form that reads back the same, nothing for a missing value.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => Ok(()),
            Self::Integer(value) => write!(out, "{value}"),
            Self::Float(value) => write!(out, "{value:?}"),
            Self::Boolean(value) => write!(out, "{value}"),
            Self::Date(day) => write!(out, "{day}"),
            Self::Text(text) => out.write_str(text),
        }
    }
}

impl Values {
    /// The kind of the values.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Float(_) => Kind::Float,
            Self::Integer(_) => Kind::Integer,
            Self::Boolean(_) => Kind::Boolean,
            Self::Date(_) => Kind::Date,
            Self::Text { .. } => Kind::Text,
        }
    }

    /// The value in `row` (from 0); missing where there is none.
    pub fn cell(&self, row: usize) -> Cell<'_> {
        let cell = match self {
            Self::Float(values) => values.get(row).filter(|value| !value.is_nan()).map(|v| Cell::Float(*v)),
            Self::Integer(values) => values.get(row).copied().flatten().map(Cell::Integer),
            Self::Boolean(values) => values.get(row).copied().flatten().map(Cell::Boolean),
            Self::Date(values) => values.get(row).copied().flatten().map(|day| Cell::Date(Day(day))),
            Self::Text { categories, codes } => codes
                .get(row)
                .copied()
                .flatten()
                .and_then(|code| categories.get(usize::try_from(code).ok()?))
                .map(|text| Cell::Text(text)),
        };
        cell.unwrap_or(Cell::Missing)
    }
}

impl Table {
    /// The value in `row` and `column`, both from 0; missing where there is none, outside the table too.
    pub fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        self.columns().get(column).map_or(Cell::Missing, |column| column.values.cell(row))
    }

    /// Names and kinds of the columns.
    pub fn schema(&self) -> Schema {
        let field = |column: &Column| Field { name: column.name.clone(), kind: column.values.kind() };
        Schema { fields: self.columns().iter().map(field).collect() }
    }
}
