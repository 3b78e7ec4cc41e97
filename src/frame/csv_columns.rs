//! The fields of a CSV file by column, and of which type a column is.

use std::collections::HashSet;

/// Texts that pandas takes for a missing value.
const MISSING: [&str; 19] = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A",
    "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
];
const TRUE: [&str; 3] = ["True", "TRUE", "true"];
const FALSE: [&str; 3] = ["False", "FALSE", "false"];

/// Fields in one text, row by row.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    text: String,
    /// Where each field ends in the text.
    ends: Vec<usize>,
    /// How many fields there are before each row.
    rows: Vec<usize>,
    width: usize,
}

impl Fields {
    /// Adds a row.
    pub fn push(&mut self, row: &[String]) {
        self.rows.push(self.ends.len());
        for field in row {
            self.text.push_str(field);
            self.ends.push(self.text.len());
        }
    }

    /// Takes the last rows away.
    pub fn drop_last(&mut self, rows: usize) {
        self.rows.truncate(self.rows.len().saturating_sub(rows));
    }

    /// Says how many columns there are.
    pub fn set_width(&mut self, width: usize) {
        self.width = width;
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many fields there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    fn field(&self, row: usize, column: usize) -> &str {
        let Some(first) = self.rows.get(row) else { return "" };
        let after = self.rows.get(row + 1).copied().unwrap_or(self.ends.len());
        let place = first + column;
        if place >= after {
            return "";
        }
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(place).and_then(|end| self.text.get(start..*end)).unwrap_or("")
    }

    /// The fields of a column; one that a short row has not is empty.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        (0..self.rows.len()).map(move |row| self.field(row, column))
    }
}

/// How fields are understood.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Texts that are missing values.
    pub missing: HashSet<String>,
    /// What stands between thousands.
    pub thousands: Option<char>,
    /// What stands before the fraction, when it is no point.
    pub decimal: Option<char>,
    /// Texts that are true, beside the usual ones.
    pub truths: Vec<String>,
    /// Texts that are false, beside the usual ones.
    pub lies: Vec<String>,
    /// Whether all is text.
    pub as_text: bool,
}

impl Reading {
    /// The texts that are missing values: pandas' own, with `defaults`, and some more.
    #[must_use]
    pub fn with_missing(mut self, defaults: bool, more: impl IntoIterator<Item = String>) -> Self {
        if defaults {
            self.missing.extend(MISSING.iter().map(|text| (*text).to_owned()));
        }
        self.missing.extend(more);
        self
    }
}

/// A column with its type.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Whole numbers.
    Int(Vec<i64>),
    /// Whole numbers too large for a sign.
    UInt(Vec<u64>),
    /// Numbers.
    Float(Vec<f64>),
    /// Truth values.
    Bool(Vec<bool>),
    /// Truth values with gaps.
    MaybeBool(Vec<Option<bool>>),
    /// Text.
    Text(Vec<Option<String>>),
}

/// Types a column: the first of whole numbers, numbers, truth values and text that all its fields are.
pub fn typed(fields: &Fields, column: usize, reading: &Reading) -> Column {
    let texts: Vec<Option<&str>> =
        fields.column(column).map(|field| (!reading.missing.contains(field)).then_some(field)).collect();
    let found =
        if reading.as_text { None } else { numbers(&texts, reading).or_else(|| truths(&texts, reading)) };
    found.unwrap_or_else(|| Column::Text(texts.into_iter().map(|text| text.map(str::to_owned)).collect()))
}

fn numbers(texts: &[Option<&str>], reading: &Reading) -> Option<Column> {
    let plain = |text: &str| match reading.thousands {
        Some(mark) => text.trim().chars().filter(|one| *one != mark).collect::<String>(),
        None => text.trim().to_owned(),
    };
    if reading.thousands.is_none() && texts.iter().all(|text| text.is_some_and(is_whole)) && !texts.is_empty()
    {
        if let Some(whole) = texts.iter().map(|text| text.and_then(|text| text.trim().parse().ok())).collect()
        {
            return Some(Column::Int(whole));
        }
        if let Some(whole) = texts.iter().map(|text| text.and_then(|text| text.trim().parse().ok())).collect()
        {
            return Some(Column::UInt(whole));
        }
        // Beyond 64 bits: kept as they are written.
        return None;
    }
    if reading.thousands.is_some()
        && let Some(whole) = texts.iter().map(|text| text.and_then(|text| plain(text).parse().ok())).collect()
    {
        return Some(Column::Int(whole));
    }
    let float = |text: &Option<&str>| match text {
        None => Some(f64::NAN),
        Some(text) if reading.thousands.is_none() && reading.decimal.is_none() => number(text.trim()),
        Some(text) => match reading.decimal {
            Some(mark) => number(&plain(text).replace(mark, ".")),
            None => number(&plain(text)),
        },
    };
    texts.iter().map(float).collect::<Option<_>>().map(Column::Float)
}

fn is_whole(text: &str) -> bool {
    let digits = text.trim();
    let digits = digits.strip_prefix(['-', '+']).unwrap_or(digits);
    !digits.is_empty() && digits.bytes().all(|one| one.is_ascii_digit())
}

/// A number as C reads it: no underscores, no words but for infinity and `nan`.
pub fn number(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if unsigned.starts_with(|one: char| one.is_ascii_digit() || one == '.') {
        return text.parse().ok();
    }
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    matches!(unsigned.to_ascii_lowercase().as_str(), "inf" | "infinity").then_some(sign * f64::INFINITY)
}

fn truths(texts: &[Option<&str>], reading: &Reading) -> Option<Column> {
    let truth = |text: &str| {
        if TRUE.contains(&text) || reading.truths.iter().any(|one| one == text) {
            return Some(true);
        }
        (FALSE.contains(&text) || reading.lies.iter().any(|one| one == text)).then_some(false)
    };
    if texts.is_empty() || texts.iter().all(Option::is_none) {
        return None;
    }
    if let Some(all) = texts.iter().map(|text| text.and_then(truth)).collect() {
        return Some(Column::Bool(all));
    }
    let maybe = |text: &Option<&str>| text.map_or(Some(None), |text| truth(text).map(Some));
    texts.iter().map(maybe).collect::<Option<_>>().map(Column::MaybeBool)
}
