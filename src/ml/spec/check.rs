//! Checks the parameters that were given against those an estimator has, all at once.

use super::{EstimatorSpec, ParamKind, ParamSpec, ParamValue};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is wrong with a parameter.
#[derive(Clone, Debug, PartialEq, thiserror::Error, Serialize, Deserialize)]
pub enum ParamError {
    /// The estimator has no such parameter.
    #[error("{estimator} has no parameter `{name}`; it has {known:?}")]
    Unknown {
        /// The id of the estimator.
        estimator: String,
        /// The name that was given.
        name: String,
        /// The names that there are.
        known: Vec<String>,
    },
    /// The value is of another kind than the parameter takes.
    #[error("`{name}` cannot be {value}; it takes {allowed:?}")]
    WrongKind {
        /// The parameter.
        name: String,
        /// What was given, as Python would print it.
        value: String,
        /// What it takes.
        allowed: Vec<Allowed>,
    },
    /// The value is of the right kind but outside the range.
    #[error("`{name}` cannot be {value}; it takes {allowed:?}")]
    OutOfRange {
        /// The parameter.
        name: String,
        /// What was given, as Python would print it.
        value: String,
        /// What it takes.
        allowed: Vec<Allowed>,
    },
    /// A checked set lacks a parameter: it was checked for another estimator.
    #[error("`{name}` is missing: these parameters were checked for another estimator")]
    Missing {
        /// The parameter.
        name: String,
    },
}

/// What a parameter takes, for an error to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Allowed {
    /// A decimal number in a range, in mathematical notation.
    Float(String),
    /// A whole number between both.
    Integer(i64, i64),
    /// One of these words.
    Choice(Vec<String>),
    /// True or false.
    Boolean,
    /// `None`.
    Null,
}

/// Parameters that are known to be right, defaults filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedParams {
    spec: &'static EstimatorSpec,
    values: BTreeMap<&'static str, ParamValue>,
}

/// Checks `given` for the estimator and fills in defaults.
///
/// # Errors
/// Everything that is wrong, in the order of the names given.
pub fn check(
    spec: &'static EstimatorSpec,
    given: &BTreeMap<String, ParamValue>,
) -> Result<CheckedParams, Vec<ParamError>> {
    let mut values: BTreeMap<_, _> =
        spec.params.iter().map(|param| (param.name, ParamValue::from(param.default))).collect();
    let mut errors = Vec::new();
    for (name, value) in given {
        match spec.param(name).map(|param| check_one(param, value)) {
            None => errors.push(ParamError::Unknown {
                estimator: spec.id.to_owned(),
                name: name.clone(),
                known: spec.params.iter().map(|param| param.name.to_owned()).collect(),
            }),
            Some(Err(error)) => errors.push(error),
            Some(Ok(name)) => {
                values.insert(name, value.clone());
            }
        }
    }
    if errors.is_empty() { Ok(CheckedParams { spec, values }) } else { Err(errors) }
}

/// The verdict of one kind over one value.
#[derive(PartialEq, PartialOrd)]
enum Verdict {
    WrongKind,
    OutOfRange,
    Fits,
}

fn check_one(param: &ParamSpec, value: &ParamValue) -> Result<&'static str, ParamError> {
    if param.nullable && *value == ParamValue::Null {
        return Ok(param.name);
    }
    let best = param
        .kinds
        .iter()
        .map(|kind| judge(kind, value))
        .fold(Verdict::WrongKind, |best, verdict| if verdict > best { verdict } else { best });
    let (name, shown) = (param.name.to_owned(), value.to_string());
    match best {
        Verdict::Fits => Ok(param.name),
        Verdict::OutOfRange => Err(ParamError::OutOfRange { name, value: shown, allowed: allowed(param) }),
        Verdict::WrongKind => Err(ParamError::WrongKind { name, value: shown, allowed: allowed(param) }),
    }
}

fn judge(kind: &ParamKind, value: &ParamValue) -> Verdict {
    let inside = match (kind, value) {
        // Where a whole number has a meaning of its own (rows, columns) a decimal one is a share.
        (ParamKind::Float(range), ParamValue::Float(number)) => range.contains(*number),
        (ParamKind::Float(range), ParamValue::Integer(number)) => range.contains(*number as f64),
        (ParamKind::Integer { min, max }, ParamValue::Integer(number)) => (min..=max).contains(&number),
        (ParamKind::Choice(words), ParamValue::Text(text)) => words.contains(&text.as_str()),
        (ParamKind::Boolean, ParamValue::Boolean(_)) => true,
        _ => return Verdict::WrongKind,
    };
    if inside { Verdict::Fits } else { Verdict::OutOfRange }
}

fn allowed(param: &ParamSpec) -> Vec<Allowed> {
    let kinds = param.kinds.iter().map(|kind| match kind {
        ParamKind::Float(range) => Allowed::Float(range.to_string()),
        ParamKind::Integer { min, max } => Allowed::Integer(*min, *max),
        ParamKind::Choice(words) => Allowed::Choice(words.iter().map(|word| (*word).to_owned()).collect()),
        ParamKind::Boolean => Allowed::Boolean,
    });
    kinds.chain(param.nullable.then_some(Allowed::Null)).collect()
}

impl CheckedParams {
    /// The estimator they are for.
    pub fn spec(&self) -> &'static EstimatorSpec {
        self.spec
    }

    /// All of them by name, defaults included: what a run logs.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &ParamValue)> {
        self.values.iter().map(|(name, value)| (*name, value))
    }

    /// The value of `name`.
    ///
    /// # Errors
    /// [`ParamError::Missing`] when the estimator has no such parameter; so have the getters below, also when it
    /// is of another kind.
    pub fn get(&self, name: &str) -> Result<&ParamValue, ParamError> {
        self.values.get(name).ok_or_else(|| missing(name))
    }

    /// A decimal number.
    ///
    /// # Errors
    /// See [`CheckedParams::get`].
    pub fn float(&self, name: &str) -> Result<f64, ParamError> {
        self.get(name)?.as_f64().ok_or_else(|| missing(name))
    }

    /// A whole number from zero.
    ///
    /// # Errors
    /// See [`CheckedParams::get`].
    pub fn count(&self, name: &str) -> Result<usize, ParamError> {
        self.optional_count(name)?.ok_or_else(|| missing(name))
    }

    /// A whole number from zero, or `None` where the value is not a number.
    ///
    /// # Errors
    /// See [`CheckedParams::get`].
    pub fn optional_count(&self, name: &str) -> Result<Option<usize>, ParamError> {
        match self.get(name)? {
            ParamValue::Integer(number) => usize::try_from(*number).map(Some).map_err(|_| missing(name)),
            _ => Ok(None),
        }
    }

    /// True or false.
    ///
    /// # Errors
    /// See [`CheckedParams::get`].
    pub fn boolean(&self, name: &str) -> Result<bool, ParamError> {
        match self.get(name)? {
            ParamValue::Boolean(truth) => Ok(*truth),
            _ => Err(missing(name)),
        }
    }

    /// A word.
    ///
    /// # Errors
    /// See [`CheckedParams::get`].
    pub fn text(&self, name: &str) -> Result<&str, ParamError> {
        match self.get(name)? {
            ParamValue::Text(text) => Ok(text),
            _ => Err(missing(name)),
        }
    }

    /// The seed under `random_state`; `None` there means 0, since nothing here is left to chance.
    ///
    /// # Errors
    /// See [`CheckedParams::get`].
    pub fn seed(&self) -> Result<u32, ParamError> {
        let seed = self.optional_count("random_state")?.unwrap_or(0);
        u32::try_from(seed).map_err(|_| missing("random_state"))
    }
}

fn missing(name: &str) -> ParamError {
    ParamError::Missing { name: name.to_owned() }
}
