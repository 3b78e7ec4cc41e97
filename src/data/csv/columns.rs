//! The narrowest kind that all fields of a column fit.

use super::cells::Cells;
use super::kinds;
use crate::data::schema::Kind;
use crate::data::table::Values;
use std::collections::HashMap;

/// The typed values of `column` from `first_row` on. Without any value it is a column of missing floats.
pub(super) fn typed(cells: &Cells, column: usize, first_row: usize) -> Values {
    let fields = cells.down(column, first_row);
    // The first value rules out most kinds: only those that can still fit are tried.
    let first = fields.clone().find(|field| !kinds::is_missing(field)).map(kinds::kind);
    let values = match first {
        None => Some(Values::Float(vec![f64::NAN; fields.clone().count()])),
        Some(Kind::Integer) => all(fields.clone(), kinds::integer)
            .map(Values::Integer)
            .or_else(|| floats(fields.clone()).map(Values::Float)),
        Some(Kind::Float) => floats(fields.clone()).map(Values::Float),
        Some(Kind::Boolean) => all(fields.clone(), kinds::boolean).map(Values::Boolean),
        Some(Kind::Date) => all(fields.clone(), kinds::date).map(Values::Date),
        Some(Kind::Text) => None,
    };
    values.unwrap_or_else(|| texts(fields))
}

/// The parsed fields when all of them parse or are missing.
fn all<'a, T>(
    fields: impl Iterator<Item = &'a str>,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<Vec<Option<T>>> {
    fields.map(|field| if kinds::is_missing(field) { Some(None) } else { parse(field).map(Some) }).collect()
}

/// Decimal numbers, missing ones NaN. Whole numbers alone that only do not fit 64 bits are no decimal
/// numbers: they are identifiers, and would lose digits.
fn floats<'a>(fields: impl Iterator<Item = &'a str> + Clone) -> Option<Vec<f64>> {
    let parse = |field| if kinds::is_missing(field) { Some(f64::NAN) } else { kinds::float(field) };
    let values = fields.clone().map(parse).collect::<Option<Vec<f64>>>()?;
    let mut present = fields.filter(|field| !kinds::is_missing(field));
    present.any(|field| !kinds::is_whole(field)).then_some(values)
}

/// Texts, each distinct one stored once.
fn texts<'a>(fields: impl Iterator<Item = &'a str>) -> Values {
    let mut categories = Vec::new();
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let codes = fields
        .map(|field| {
            (!kinds::is_missing(field)).then(|| {
                *numbers.entry(field).or_insert_with(|| {
                    categories.push(field.to_owned());
                    // A file has at most a million rows.
                    u32::try_from(categories.len() - 1).unwrap_or(u32::MAX)
                })
            })
        })
        .collect();
    Values::Text { categories, codes }
}
