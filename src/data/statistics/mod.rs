//! What the columns of a table are like: counts, moments, quartiles, most frequent values, histograms.
//! The numbers are those of pandas' `describe` and numpy's `histogram(bins="auto")`. Knows no drawing.

mod histogram;
mod number;

pub use histogram::{Histogram, MAX_BINS};
pub use number::NumberSummary;

use super::schema::Kind;
use super::table::{Column, Table, Values};
use serde::{Deserialize, Serialize};

/// How many of the most frequent texts are named; the rest is counted together.
pub const TOP_TEXTS: usize = 10;

/// What a table is like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// How many rows it has.
    pub rows: u64,
    /// Each column in order.
    pub columns: Vec<Summary>,
}

/// What a column is like.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// How many values there are, missing ones aside.
    pub count: u64,
    /// How many are missing.
    pub missing: u64,
    /// How many different values there are, missing ones aside.
    pub distinct: u64,
    /// What depends on the kind.
    pub detail: Detail,
}

/// What is said of a column of a certain kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Of whole and decimal numbers.
    Number(NumberSummary),
    /// Of truth values.
    Boolean {
        /// How many are true.
        yes: u64,
        /// How many are false.
        no: u64,
    },
    /// Of dates.
    Date {
        /// The first, in days since 1970-01-01; none without a value.
        min: Option<i32>,
        /// The last.
        max: Option<i32>,
        /// How they are spread, edges in days since 1970-01-01.
        histogram: Histogram,
    },
    /// Of texts: one bar for each of the most frequent and one for the rest.
    Text {
        /// The most frequent, at most [`TOP_TEXTS`]; of equally frequent ones the one that comes first.
        top: Vec<Frequency>,
        /// How many values are none of these.
        other: u64,
    },
}

/// How often a text occurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequency {
    /// The text.
    pub value: String,
    /// In how many rows.
    pub count: u64,
}

impl Profile {
    /// What `table` is like.
    pub fn of(table: &Table) -> Self {
        Self { rows: table.rows() as u64, columns: table.columns().iter().map(Summary::of).collect() }
    }
}

impl Summary {
    /// What `column` is like.
    pub fn of(column: &Column) -> Self {
        let (count, distinct, detail) = match &column.values {
            Values::Float(values) => floats(values),
            Values::Integer(values) => integers(values),
            Values::Boolean(values) => booleans(values),
            Values::Date(values) => dates(values),
            Values::Text { categories, codes } => texts(categories, codes),
        };
        Self {
            name: column.name.clone(),
            kind: column.values.kind(),
            count: count as u64,
            missing: (column.values.len() - count) as u64,
            distinct: distinct as u64,
            detail,
        }
    }
}

/// Count of values, count of different ones, and the rest.
type Described = (usize, usize, Detail);

fn floats(values: &[f64]) -> Described {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let distinct = sorted.chunk_by(|a, b| a == b).count();
    (sorted.len(), distinct, Detail::Number(NumberSummary::of(&sorted, false)))
}

fn integers(values: &[Option<i64>]) -> Described {
    let mut sorted: Vec<i64> = values.iter().copied().flatten().collect();
    sorted.sort_unstable();
    let distinct = sorted.chunk_by(|a, b| a == b).count();
    let numbers: Vec<f64> = sorted.iter().map(|value| *value as f64).collect();
    (sorted.len(), distinct, Detail::Number(NumberSummary::of(&numbers, true)))
}

fn booleans(values: &[Option<bool>]) -> Described {
    let yes = values.iter().filter(|value| **value == Some(true)).count();
    let no = values.iter().filter(|value| **value == Some(false)).count();
    let distinct = usize::from(yes > 0) + usize::from(no > 0);
    (yes + no, distinct, Detail::Boolean { yes: yes as u64, no: no as u64 })
}

fn dates(values: &[Option<i32>]) -> Described {
    let mut sorted: Vec<i32> = values.iter().copied().flatten().collect();
    sorted.sort_unstable();
    let distinct = sorted.chunk_by(|a, b| a == b).count();
    let days: Vec<f64> = sorted.iter().map(|day| f64::from(*day)).collect();
    let (min, max) = (sorted.first().copied(), sorted.last().copied());
    (sorted.len(), distinct, Detail::Date { min, max, histogram: Histogram::of(&days, true) })
}

fn texts(categories: &[String], codes: &[Option<u32>]) -> Described {
    let mut counts = vec![0_usize; categories.len()];
    for code in codes.iter().flatten() {
        if let Some(count) = counts.get_mut(*code as usize) {
            *count += 1;
        }
    }
    let total: usize = counts.iter().sum();
    let mut present: Vec<(usize, &String)> =
        counts.into_iter().zip(categories).filter(|(count, _)| *count > 0).collect();
    let distinct = present.len();
    // Stable: equally frequent texts keep the order of the file.
    present.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    present.truncate(TOP_TEXTS);
    let named: usize = present.iter().map(|(count, _)| count).sum();
    let frequency =
        |(count, value): (usize, &String)| Frequency { value: value.clone(), count: count as u64 };
    let top = present.into_iter().map(frequency).collect();
    (total, distinct, Detail::Text { top, other: (total - named) as u64 })
}
