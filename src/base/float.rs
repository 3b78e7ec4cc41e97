//! Floating-point numbers in JSON without loss: what JSON cannot say is written as `"NaN"`, `"Infinity"`,
//! `"-Infinity"`, as MLflow's and protobuf's JSON do. Binary formats keep the number as it is.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// For `#[serde(with = "crate::base::float")]`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.is_finite() || !serializer.is_human_readable() {
        return value.serialize(serializer);
    }
    let text = if value.is_nan() {
        "NaN"
    } else if *value > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    };
    text.serialize(serializer)
}

/// For `#[serde(with = "crate::base::float")]`.
///
/// # Errors
/// When what is there is neither a number nor one of the three words.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written<'a> {
        Number(f64),
        Word(std::borrow::Cow<'a, str>),
    }
    if !deserializer.is_human_readable() {
        return f64::deserialize(deserializer);
    }
    match Written::deserialize(deserializer)? {
        Written::Number(number) => Ok(number),
        Written::Word(word) => match word.as_ref() {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            other => Err(D::Error::custom(format!("expected a number, NaN or Infinity, found {other:?}"))),
        },
    }
}
