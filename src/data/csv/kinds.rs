//! What a single field is: missing, or a value of which kind. The rules are those of pandas' `read_csv`.

use crate::base::date::Day;
use crate::data::schema::Kind;

/// Whether the field is one of pandas' default `na_values`, letter by letter.
pub(super) fn is_missing(field: &str) -> bool {
    matches!(
        field,
        "" | "NA"
            | "NaN"
            | "nan"
            | "null"
            | "NULL"
            | "None"
            | "N/A"
            | "n/a"
            | "<NA>"
            | "#N/A"
            | "#NA"
            | "#N/A N/A"
            | "-NaN"
            | "-nan"
            | "1.#IND"
            | "-1.#IND"
            | "1.#QNAN"
            | "-1.#QNAN"
    )
}

/// Numbers may have blanks around them.
fn bare(field: &str) -> &str {
    field.trim_matches([' ', '\t'])
}

/// A whole number that fits 64 bits.
pub(super) fn integer(field: &str) -> Option<i64> {
    bare(field).parse().ok()
}

/// Whether the field is digits with or without a sign, however many.
pub(super) fn is_whole(field: &str) -> bool {
    let field = bare(field);
    let digits = field.strip_prefix(['+', '-']).unwrap_or(field);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A decimal number, the nearest that 64 bits hold: `1.5`, `.5`, `1e5`, `inf`, `-Infinity` in any case. What
/// looks like a number but is none (`NAN`) is a text.
pub(super) fn float(field: &str) -> Option<f64> {
    bare(field).parse().ok().filter(|value: &f64| !value.is_nan())
}

/// True or false in any case.
pub(super) fn boolean(field: &str) -> Option<bool> {
    if field.eq_ignore_ascii_case("true") {
        Some(true)
    } else if field.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

/// A date `YYYY-MM-DD`, as days since 1970-01-01.
pub(super) fn date(field: &str) -> Option<i32> {
    Day::parse(field).map(|day| day.0)
}

/// The kind of a field that is not missing.
pub(super) fn kind(field: &str) -> Kind {
    if integer(field).is_some() {
        Kind::Integer
    } else if float(field).is_some() {
        Kind::Float
    } else if boolean(field).is_some() {
        Kind::Boolean
    } else if date(field).is_some() {
        Kind::Date
    } else {
        Kind::Text
    }
}
