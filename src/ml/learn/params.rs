//! The parameters of one fit: taken by name, and none left behind unheard. Knows no estimator.

use super::super::spec::ParamValue;
use super::LearnError;
use std::collections::BTreeMap;

/// Parameters by scikit-learn's names. What is not given has its default.
#[derive(Clone, Debug, Default)]
pub struct Params(BTreeMap<String, ParamValue>);

impl Params {
    /// These parameters.
    pub fn new(values: BTreeMap<String, ParamValue>) -> Self {
        Self(values)
    }

    /// Takes a parameter out; `None` where it was not given.
    pub(super) fn take(&mut self, name: &str) -> Option<ParamValue> {
        self.0.remove(name)
    }

    /// A decimal number.
    pub(super) fn float(&mut self, name: &str, default: f64) -> Result<f64, LearnError> {
        match self.take(name) {
            None => Ok(default),
            Some(value) => value.as_f64().ok_or_else(|| not_carried(name, &value)),
        }
    }

    /// A whole number from zero.
    pub(super) fn count(&mut self, name: &str, default: usize) -> Result<usize, LearnError> {
        Ok(self.optional_count(name)?.unwrap_or(default))
    }

    /// A whole number from zero, or `None`.
    pub(super) fn optional_count(&mut self, name: &str) -> Result<Option<usize>, LearnError> {
        match self.take(name) {
            None | Some(ParamValue::Null) => Ok(None),
            Some(ParamValue::Integer(number)) if number >= 0 => Ok(usize::try_from(number).ok()),
            Some(value) => Err(not_carried(name, &value)),
        }
    }

    /// A whole number from zero, or a share of `all`, rounded up.
    pub(super) fn count_or_share(
        &mut self,
        name: &str,
        default: usize,
        all: usize,
    ) -> Result<usize, LearnError> {
        if let Some(ParamValue::Float(share)) = self.0.get(name) {
            let count = (share * all as f64).ceil() as usize;
            self.take(name);
            return Ok(count);
        }
        self.count(name, default)
    }

    /// True or false.
    pub(super) fn flag(&mut self, name: &str, default: bool) -> Result<bool, LearnError> {
        match self.take(name) {
            None => Ok(default),
            Some(ParamValue::Boolean(truth)) => Ok(truth),
            Some(value) => Err(not_carried(name, &value)),
        }
    }

    /// A word.
    pub(super) fn text(&mut self, name: &str, default: &str) -> Result<String, LearnError> {
        match self.take(name) {
            None => Ok(default.to_owned()),
            Some(ParamValue::Text(text)) => Ok(text),
            Some(value) => Err(not_carried(name, &value)),
        }
    }

    /// The seed.
    pub(super) fn seed(&mut self) -> Result<u32, LearnError> {
        let seed = self.count("random_state", 0)?;
        u32::try_from(seed).map_err(|_| not_carried("random_state", &ParamValue::Integer(seed as i64)))
    }

    /// Parameters that change the way to the result but not the result.
    pub(super) fn ignore(&mut self, names: &[&str]) {
        for name in names {
            self.0.remove(*name);
        }
    }

    /// A parameter of which only the default is carried.
    pub(super) fn only(&mut self, name: &str, default: ParamValue) -> Result<(), LearnError> {
        match self.take(name) {
            None => Ok(()),
            Some(value)
                if value == default || value.as_f64().is_some_and(|n| Some(n) == default.as_f64()) =>
            {
                Ok(())
            }
            Some(value) => Err(not_carried(name, &value)),
        }
    }

    /// Nothing may be left but `None`.
    pub(super) fn finish(&self) -> Result<(), LearnError> {
        match self.0.iter().find(|(_, value)| **value != ParamValue::Null) {
            None => Ok(()),
            Some((name, value)) => Err(not_carried(name, value)),
        }
    }
}

/// The parameter cannot have this value here.
pub(super) fn not_carried(name: &str, value: &ParamValue) -> LearnError {
    let shown = match value {
        ParamValue::Text(text) => format!("'{text}'"),
        other => other.to_string(),
    };
    LearnError::NotCarried(format!("{name}={shown}"))
}
