//! Which estimators there are and what their parameters may be, as plain data: the page builds its form from it,
//! the engine checks with it. Names, defaults and meaning are scikit-learn 1.9's. Knows nothing of how one fits.

mod catalogue;
mod check;
mod value;

pub use catalogue::ESTIMATORS;
pub use check::{Allowed, CheckedParams, ParamError, check};
pub use value::ParamValue;

use serde::{Deserialize, Serialize};

/// What an estimator is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Task {
    /// Predicts a class.
    Classification,
    /// Predicts a number.
    Regression,
    /// Groups rows without a target.
    Clustering,
    /// Gives the rows other columns: scales them or makes them fewer.
    Reduction,
}

/// An estimator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EstimatorSpec {
    /// Our own stable name, as `random_forest_classifier`.
    pub id: &'static str,
    /// The class in scikit-learn, as `RandomForestClassifier`.
    pub class: &'static str,
    /// The module that scikit-learn has it in, as `sklearn.ensemble`.
    pub module: &'static str,
    /// What it is for.
    pub tasks: &'static [Task],
    /// Its parameters in the order of a form.
    pub params: &'static [ParamSpec],
}

impl EstimatorSpec {
    /// The parameter called `name`.
    pub fn param(&self, name: &str) -> Option<&'static ParamSpec> {
        self.params.iter().find(|param| param.name == name)
    }
}

/// A parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParamSpec {
    /// Its name in scikit-learn.
    pub name: &'static str,
    /// The kinds of value it takes; the first is what a form should offer first.
    pub kinds: &'static [ParamKind],
    /// Whether `None` is allowed too.
    pub nullable: bool,
    /// Its default.
    pub default: DefaultValue,
}

/// A kind of value and its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ParamKind {
    /// A decimal number (a whole one is fine too).
    Float(FloatRange),
    /// A whole number between both, ends included.
    Integer {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
    /// True or false.
    Boolean,
}

/// A range of decimal numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FloatRange {
    /// The lower end.
    pub min: f64,
    /// Whether the lower end itself is allowed.
    pub with_min: bool,
    /// The upper end.
    pub max: f64,
    /// Whether the upper end itself is allowed.
    pub with_max: bool,
}

impl FloatRange {
    /// Whether `number` is in the range; infinities and NaN never are.
    pub fn contains(&self, number: f64) -> bool {
        let above = if self.with_min { number >= self.min } else { number > self.min };
        let below = if self.with_max { number <= self.max } else { number < self.max };
        number.is_finite() && above && below
    }
}

impl std::fmt::Display for FloatRange {
    /// In mathematical notation: `(0.0, inf)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let open = if self.with_min { '[' } else { '(' };
        let close = if self.with_max { ']' } else { ')' };
        let (min, max) = (ParamValue::Float(self.min), ParamValue::Float(self.max));
        write!(f, "{open}{min}, {max}{close}")
    }
}

/// A default, as data that can be constant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DefaultValue {
    /// A decimal number.
    Float(f64),
    /// A whole number.
    Integer(i64),
    /// A word.
    Text(&'static str),
    /// True or false.
    Boolean(bool),
    /// `None`.
    Null,
}

impl From<DefaultValue> for ParamValue {
    fn from(default: DefaultValue) -> Self {
        match default {
            DefaultValue::Float(number) => Self::Float(number),
            DefaultValue::Integer(number) => Self::Integer(number),
            DefaultValue::Text(text) => Self::Text(text.to_owned()),
            DefaultValue::Boolean(truth) => Self::Boolean(truth),
            DefaultValue::Null => Self::Null,
        }
    }
}

/// The estimator whose id (`random_forest_classifier`) or class (`RandomForestClassifier`) is `name`.
pub fn find(name: &str) -> Option<&'static EstimatorSpec> {
    ESTIMATORS.iter().find(|spec| spec.id == name || spec.class == name)
}
