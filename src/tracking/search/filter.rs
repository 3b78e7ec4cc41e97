//! Whether a run passes a filter, as it would in MLflow's SQLite store.

use super::error::SearchError;
use super::identifier::{Attribute, Entity};
use super::like::like;
use super::parse::{Comparison, Value};
use crate::tracking::{DatasetUse, Run};
use std::borrow::Cow;

/// One comparison, checked and ready.
#[derive(Debug)]
pub(super) enum Test {
    Metric(String, Number),
    Time(Attribute, Number),
    Attribute(Attribute, Text),
    Param(String, Text),
    Tag(String, Text),
    Dataset(String, Text),
}

/// A comparison with a number.
#[derive(Debug)]
pub(super) struct Number {
    comparator: Order,
    value: f64,
}

#[derive(Clone, Copy, Debug)]
enum Order {
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
}

/// A comparison with texts.
#[derive(Debug)]
pub(super) enum Text {
    Is(String),
    IsNot(String),
    Like(String),
    LikeAnyCase(String),
    In(Vec<String>),
    NotIn(Vec<String>),
    Missing,
    Present,
}

const NUMBERS: &str = "{'>', '>=', '!=', '=', '<', '<='}";
const KEYED: &str = "{'!=', '=', 'LIKE', 'ILIKE', 'IS NULL', 'IS NOT NULL'}";
const NAMED: &str = "{'!=', '=', 'LIKE', 'ILIKE', 'IN', 'NOT IN'}";

impl Test {
    /// Checks that this kind of thing can be compared in this way.
    pub(super) fn new(comparison: Comparison) -> Result<Self, SearchError> {
        let Comparison { entity, key, comparator, value } = comparison;
        let comparator = comparator.to_uppercase();
        // Some of MLflow's messages lack the last quote, and that on times names what texts could have.
        let wrong =
            |allowed: &str| SearchError::Comparator { found: comparator.clone(), allowed: allowed.into() };
        let closed = |allowed: &str| wrong(&format!("{allowed}'"));
        Ok(match (entity, Attribute::named(&key)) {
            (Entity::Metric, _) => {
                Self::Metric(key, number(&comparator, value).ok_or_else(|| wrong(NUMBERS))?)
            }
            (Entity::Parameter, _) => {
                Self::Param(key, keyed(&comparator, value).ok_or_else(|| closed(KEYED))?)
            }
            (Entity::Tag, _) => Self::Tag(key, keyed(&comparator, value).ok_or_else(|| wrong(KEYED))?),
            (Entity::Dataset, _) => {
                Self::Dataset(key, named(&comparator, value).ok_or_else(|| wrong(NAMED))?)
            }
            (Entity::Attribute, None) => return Err(SearchError::Attribute(key)),
            (Entity::Attribute, Some(time)) if time.is_time() => {
                Self::Time(time, number(&comparator, value).ok_or_else(|| wrong(NAMED))?)
            }
            (Entity::Attribute, Some(attribute)) => {
                Self::Attribute(attribute, named(&comparator, value).ok_or_else(|| closed(NAMED))?)
            }
        })
    }

    /// Whether a run passes. What a run does not have passes no comparison, not even `!=`.
    pub(super) fn passes(&self, run: &Run) -> bool {
        match self {
            Self::Metric(key, test) => run.latest(key).is_some_and(|value| test.passes_metric(value)),
            Self::Time(time, test) => time_of(run, *time).is_some_and(|value| test.passes(value)),
            Self::Attribute(attribute, test) => test.passes(Some(&attribute_of(run, *attribute))),
            Self::Param(key, test) => test.passes(run.params.get(key).map(String::as_str)),
            Self::Tag(key, test) => test.passes(tag_of(run, key)),
            Self::Dataset(key, test) => {
                run.inputs.iter().any(|input| test.passes(Some(property(input, key))))
            }
        }
    }
}

fn number(comparator: &str, value: Value) -> Option<Number> {
    let comparator = match comparator {
        ">" => Order::Greater,
        ">=" => Order::GreaterOrEqual,
        "=" => Order::Equal,
        "!=" => Order::NotEqual,
        "<" => Order::Less,
        "<=" => Order::LessOrEqual,
        _ => return None,
    };
    match value {
        Value::Number(written) => Some(Number { comparator, value: written.parse().ok()? }),
        _ => None,
    }
}

/// How parameters and tags are compared.
fn keyed(comparator: &str, value: Value) -> Option<Text> {
    match (comparator, value) {
        ("IS NULL", _) => Some(Text::Missing),
        ("IS NOT NULL", _) => Some(Text::Present),
        (_, value) => plain(comparator, value),
    }
}

/// How attributes and properties of data sets are compared.
fn named(comparator: &str, value: Value) -> Option<Text> {
    match (comparator, value) {
        ("IN", Value::List(texts)) => Some(Text::In(texts)),
        ("NOT IN", Value::List(texts)) => Some(Text::NotIn(texts)),
        (_, value) => plain(comparator, value),
    }
}

fn plain(comparator: &str, value: Value) -> Option<Text> {
    let Value::Text(text) = value else { return None };
    match comparator {
        "=" => Some(Text::Is(text)),
        "!=" => Some(Text::IsNot(text)),
        "LIKE" => Some(Text::Like(text)),
        "ILIKE" => Some(Text::LikeAnyCase(text.to_ascii_lowercase())),
        _ => None,
    }
}

impl Number {
    /// The store keeps infinities as the greatest numbers, and NaN apart: it differs from all.
    fn passes_metric(&self, value: f64) -> bool {
        if value.is_nan() {
            return matches!(self.comparator, Order::NotEqual);
        }
        self.passes(value.clamp(f64::MIN, f64::MAX))
    }

    fn passes(&self, found: f64) -> bool {
        match self.comparator {
            Order::Greater => found > self.value,
            Order::GreaterOrEqual => found >= self.value,
            Order::Equal => found == self.value,
            Order::NotEqual => found != self.value,
            Order::Less => found < self.value,
            Order::LessOrEqual => found <= self.value,
        }
    }
}

impl Text {
    fn passes(&self, found: Option<&str>) -> bool {
        let Some(found) = found else { return matches!(self, Self::Missing) };
        match self {
            Self::Is(text) => found == text,
            Self::IsNot(text) => found != text,
            Self::Like(pattern) => like(found, pattern),
            // SQLite knows the cases of ASCII only.
            Self::LikeAnyCase(pattern) => like(&found.to_ascii_lowercase(), pattern),
            Self::In(texts) => texts.iter().any(|text| text == found),
            Self::NotIn(texts) => texts.iter().all(|text| text != found),
            Self::Missing => false,
            Self::Present => true,
        }
    }
}

/// A tag's value. The run's name is a tag as well.
pub(super) fn tag_of<'a>(run: &'a Run, key: &str) -> Option<&'a str> {
    if key == "mlflow.runName" { Some(&run.name) } else { run.tags.get(key).map(String::as_str) }
}

/// A time in milliseconds since 1970.
pub(super) fn time_of(run: &Run, time: Attribute) -> Option<f64> {
    let at = if time == Attribute::EndTime { run.ended } else { Some(run.started) };
    at.map(|at| at.0 as f64)
}

/// An attribute's text. Who ran it is what the tag `mlflow.user` says, and where the artifacts lie what a tracking
/// server of MLflow's says by default.
pub(super) fn attribute_of(run: &Run, attribute: Attribute) -> Cow<'_, str> {
    match attribute {
        Attribute::RunId => Cow::Borrowed(&run.id.0),
        Attribute::RunName => Cow::Borrowed(&run.name),
        Attribute::UserId => Cow::Borrowed(run.tags.get("mlflow.user").map_or("unknown", String::as_str)),
        Attribute::Status => Cow::Borrowed(run.status.name()),
        Attribute::StartTime | Attribute::EndTime => {
            Cow::Owned(time_of(run, attribute).map_or_else(String::new, |time| time.to_string()))
        }
        Attribute::ArtifactUri => {
            Cow::Owned(format!("mlflow-artifacts:/{}/{}/artifacts", run.experiment, run.id))
        }
    }
}

fn property<'a>(input: &'a DatasetUse, key: &str) -> &'a str {
    match key {
        "name" => &input.name,
        "digest" => &input.digest,
        _ => &input.context,
    }
}
