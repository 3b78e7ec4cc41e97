//! The value of a parameter: as JSON has it, and as Python would print it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The value of a parameter.
///
/// In JSON it is the bare number, text, truth or null; in formats that do not describe themselves (postcard)
/// it is a tagged enum.
#[derive(Clone, Debug, PartialEq)]
pub enum ParamValue {
    /// Python's `None`.
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A decimal number.
    Float(f64),
    /// A text.
    Text(String),
}

impl ParamValue {
    /// The number, whole or decimal.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Integer(number) => Some(*number as f64),
            Self::Float(number) => Some(*number),
            _ => None,
        }
    }
}

/// Prints as Python's `str()` does: `None`, `True`, `100`, `0.1`, `1e-09`.
impl std::fmt::Display for ParamValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Null => f.write_str("None"),
            Self::Boolean(true) => f.write_str("True"),
            Self::Boolean(false) => f.write_str("False"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Float(number) => f.write_str(&python_float(*number)),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// `repr(number)` of Python: the shortest digits, with an exponent below 1e-4 and from 1e16 on.
fn python_float(number: f64) -> String {
    if number.is_nan() {
        return "nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{number:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.parse::<i32>().unwrap_or(0) {
        power @ (..-4 | 16..) => {
            let sign = if power < 0 { '-' } else { '+' };
            format!("{digits}e{sign}{:02}", power.unsigned_abs())
        }
        _ => format!("{number:?}"),
    }
}

/// The tagged twin for formats that cannot tell kinds apart by looking.
#[derive(Serialize, Deserialize)]
enum Tagged {
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(String),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Bare {
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(String),
}

impl Serialize for ParamValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return match self {
                Self::Null => serializer.serialize_none(),
                Self::Boolean(truth) => serializer.serialize_bool(*truth),
                Self::Integer(number) => serializer.serialize_i64(*number),
                Self::Float(number) => serializer.serialize_f64(*number),
                Self::Text(text) => serializer.serialize_str(text),
            };
        }
        match self.clone() {
            Self::Null => Tagged::Null,
            Self::Boolean(truth) => Tagged::Boolean(truth),
            Self::Integer(number) => Tagged::Integer(number),
            Self::Float(number) => Tagged::Float(number),
            Self::Text(text) => Tagged::Text(text),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ParamValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Ok(match Option::<Bare>::deserialize(deserializer)? {
                None => Self::Null,
                Some(Bare::Boolean(truth)) => Self::Boolean(truth),
                Some(Bare::Integer(number)) => Self::Integer(number),
                Some(Bare::Float(number)) => Self::Float(number),
                Some(Bare::Text(text)) => Self::Text(text),
            });
        }
        Ok(match Tagged::deserialize(deserializer)? {
            Tagged::Null => Self::Null,
            Tagged::Boolean(truth) => Self::Boolean(truth),
            Tagged::Integer(number) => Self::Integer(number),
            Tagged::Float(number) => Self::Float(number),
            Tagged::Text(text) => Self::Text(text),
        })
    }
}
