//! What a CSV file does not say: its delimiter, whether it has a header, and names for columns without one.

use super::cells::{Cells, reader};
use super::kinds;
use crate::data::schema::Kind;
use std::collections::{HashMap, HashSet};

/// Candidates. Of two that fit equally the earlier is taken: a comma is found inside texts and numbers
/// (`1,5;2,5`) far more often than the others.
const DELIMITERS: [u8; 4] = [b'\t', b'|', b';', b','];
/// How much of the file is looked at, in bytes.
const SAMPLE_BYTES: usize = 1 << 16;
/// How many rows under the first are looked at to tell a header.
const SAMPLE_ROWS: usize = 200;

/// The delimiter by which the most rows have as many fields as the first, more than one; else a comma.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut best = (b',', 0.0);
    for candidate in DELIMITERS {
        let agreement = agreement(text, candidate);
        if agreement > best.1 {
            best = (candidate, agreement);
        }
    }
    best.0
}

/// The share of rows that have as many fields as the first; 0 when that has only one.
fn agreement(text: &str, delimiter: u8) -> f64 {
    let sample = text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or(text);
    let mut counts: Vec<usize> =
        reader(sample, delimiter).byte_records().map_while(Result::ok).map(|row| row.len()).collect();
    if sample.len() < text.len() && counts.len() > 1 {
        // The sample ends inside a row.
        counts.pop();
    }
    let Some(first) = counts.first().copied().filter(|count| *count > 1) else { return 0.0 };
    counts.iter().filter(|count| **count == first).count() as f64 / counts.len() as f64
}

/// Whether the first row holds names.
///
/// It does when a text stands over a column of another kind; when it is all text like the rest, as pandas
/// takes it; and not when a number, a date or a truth value stands in it.
pub(super) fn header(cells: &Cells) -> bool {
    let over_other_kind = |column: usize| {
        let name = cells.get(0, column);
        let mut below = cells.down(column, 1).take(SAMPLE_ROWS).filter(|field| !kinds::is_missing(field));
        is_text(name) && below.clone().next().is_some() && below.all(|field| !is_text(field))
    };
    let first = || (0..cells.columns()).map(|column| cells.get(0, column));
    if (0..cells.columns()).any(over_other_kind) {
        return true;
    }
    first().any(is_text) && first().all(|name| kinds::is_missing(name) || is_text(name))
}

/// A text, and not a missing value.
fn is_text(field: &str) -> bool {
    !kinds::is_missing(field) && kinds::kind(field) == Kind::Text
}

/// Names as written, trimmed; an empty one after its place (`column_3`), a repeated one with a number
/// (`x`, `x.1`), as pandas makes them, and never one that another column has.
pub(super) fn names<'a>(written: impl Iterator<Item = &'a str>) -> Vec<String> {
    let named: Vec<String> = written
        .enumerate()
        .map(|(index, name)| match name.trim() {
            "" => format!("column_{}", index + 1),
            name => name.to_owned(),
        })
        .collect();
    let mut taken: HashSet<String> = HashSet::new();
    let mut repeats: HashMap<&str, usize> = HashMap::new();
    let all: HashSet<&str> = named.iter().map(String::as_str).collect();
    named
        .iter()
        .map(|name| {
            let mut unique = name.clone();
            while taken.contains(&unique) {
                let repeat = repeats.entry(name).or_insert(0);
                *repeat += 1;
                unique = format!("{name}.{repeat}");
                if all.contains(unique.as_str()) {
                    unique.clone_from(name);
                }
            }
            taken.insert(unique.clone());
            unique
        })
        .collect()
}
