//! From columns of a table to a matrix of features and a target. Knows no estimator.

use super::error::FeatureError;
use super::estimator::Target;
use super::model::Label;
use crate::data::{Column, Table, Values};
use ndarray::Array2;
use serde::{Deserialize, Serialize};

/// Different texts up to which a text column becomes columns of 0 and 1.
pub const MOST_CATEGORIES: usize = 100;

/// What to do with missing values in features. Rows without a target are always left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Missing {
    /// Leave the row out.
    #[default]
    Drop,
    /// Put the mean of the column (`SimpleImputer(strategy="mean")`), or its most frequent text or truth value.
    Impute,
}

/// What the target is to be predicted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetKind {
    /// As classes.
    Classes,
    /// As numbers.
    Numbers,
}

/// Features ready to be learned from.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// Rows × features.
    pub x: Array2<f64>,
    /// The name of each feature; `column=value` for those made from texts.
    pub names: Vec<String>,
    /// Which rows of the table these are.
    pub rows: Vec<usize>,
    /// The target of each row.
    pub target: OwnedTarget,
}

/// A target that owns its values.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnedTarget {
    /// There is none.
    None,
    /// A number a row.
    Numbers(Vec<f64>),
    /// A class a row.
    Classes {
        /// Indices into `labels`.
        codes: Vec<usize>,
        /// The classes as `np.unique` sorts them.
        labels: Vec<Label>,
    },
}

impl OwnedTarget {
    /// As an estimator takes it.
    pub fn view(&self) -> Target<'_> {
        match self {
            Self::None => Target::None,
            Self::Numbers(numbers) => Target::Numbers(numbers),
            Self::Classes { codes, labels } => Target::Classes { codes, labels },
        }
    }
}

/// Features that one column becomes: a name and a value a row, NaN where it is missing.
type Encoded = Vec<(String, Vec<f64>)>;

/// Takes features and target out of a table.
///
/// # Errors
/// When columns are unknown, unsuitable or empty, or no row is left.
pub fn matrix(
    table: &Table,
    features: &[String],
    target: Option<(&str, TargetKind)>,
    missing: Missing,
) -> Result<Matrix, FeatureError> {
    if features.is_empty() {
        return Err(FeatureError::NoFeatures);
    }
    let target_column = target.map(|(name, _)| find(table, name)).transpose()?;
    let mut encoded = Vec::new();
    for (index, name) in features.iter().enumerate() {
        if target_column.is_some_and(|column| column.name == *name) {
            return Err(FeatureError::TargetAmongFeatures { column: name.clone() });
        }
        if features.get(..index).is_some_and(|before| before.contains(name)) {
            return Err(FeatureError::DuplicateFeature { column: name.clone() });
        }
        encoded.extend(encode(find(table, name)?, missing)?);
    }
    let has_target = |row: usize| target_column.is_none_or(|column| !is_missing(&column.values, row));
    let complete =
        |row: usize| encoded.iter().all(|(_, values)| values.get(row).is_some_and(|v| !v.is_nan()));
    let rows: Vec<usize> = (0..table.rows()).filter(|row| has_target(*row) && complete(*row)).collect();
    if rows.is_empty() {
        return Err(FeatureError::NoCompleteRow { rows: table.rows() });
    }
    let owned = match target_column.zip(target) {
        Some((column, (_, kind))) => target_of(column, kind, &rows)?,
        None => OwnedTarget::None,
    };
    let x = Array2::from_shape_fn((rows.len(), encoded.len()), |(row, feature)| {
        let value = rows.get(row).and_then(|row| encoded.get(feature)?.1.get(*row));
        value.copied().unwrap_or(f64::NAN)
    });
    let names = encoded.into_iter().map(|(name, _)| name).collect();
    Ok(Matrix { x, names, rows, target: owned })
}

fn find<'a>(table: &'a Table, name: &str) -> Result<&'a Column, FeatureError> {
    table.column(name).ok_or_else(|| FeatureError::UnknownColumn {
        column: name.to_owned(),
        known: table.columns().iter().map(|column| column.name.clone()).collect(),
    })
}

fn is_missing(values: &Values, row: usize) -> bool {
    match values {
        Values::Float(values) => values.get(row).is_none_or(|value| value.is_nan()),
        Values::Integer(values) => values.get(row).is_none_or(Option::is_none),
        Values::Boolean(values) => values.get(row).is_none_or(Option::is_none),
        Values::Date(values) => values.get(row).is_none_or(Option::is_none),
        Values::Text { codes, .. } => codes.get(row).is_none_or(Option::is_none),
    }
}

/// A number a row, NaN where it is missing; `None` for texts.
fn numbers(values: &Values) -> Option<Vec<f64>> {
    fn each<T: Copy>(values: &[Option<T>], number: impl Fn(T) -> f64) -> Vec<f64> {
        values.iter().map(|value| value.map_or(f64::NAN, &number)).collect()
    }
    match values {
        Values::Float(values) => Some(values.clone()),
        Values::Integer(values) => Some(each(values, |value| value as f64)),
        Values::Boolean(values) => Some(each(values, |value| f64::from(u8::from(value)))),
        Values::Date(values) => Some(each(values, f64::from)),
        Values::Text { .. } => None,
    }
}

fn encode(column: &Column, missing: Missing) -> Result<Encoded, FeatureError> {
    let name = &column.name;
    if (0..column.values.len()).all(|row| is_missing(&column.values, row)) {
        return Err(FeatureError::EmptyColumn { column: name.clone() });
    }
    let fill = missing == Missing::Impute;
    if let Some(mut values) = numbers(&column.values) {
        if let Some(row) = values.iter().position(|value| value.is_infinite()) {
            return Err(FeatureError::Infinite { column: name.clone(), row });
        }
        let truth = matches!(column.values, Values::Boolean(_));
        if fill {
            impute(&mut values, truth);
        }
        // A truth value is a text of two kinds, encoded as one column.
        return Ok(vec![(if truth { format!("{name}=True") } else { name.clone() }, values)]);
    }
    let (mut codes, sorted) = text_classes(&column.values);
    if sorted.len() > MOST_CATEGORIES {
        let found = sorted.len();
        return Err(FeatureError::TooManyCategories { column: name.clone(), found, limit: MOST_CATEGORIES });
    }
    if fill {
        let frequent = most_frequent(&codes, sorted.len());
        codes.iter_mut().for_each(|code| *code = code.or(frequent));
    }
    let one = |class: usize| {
        let here = |code: &Option<usize>| code.map_or(f64::NAN, |code| f64::from(u8::from(code == class)));
        codes.iter().map(here).collect()
    };
    Ok(sorted.iter().enumerate().map(|(class, text)| (format!("{name}={text}"), one(class))).collect())
}

/// Fills gaps with the mean, or for truth values with the more frequent (false when both are as many).
fn impute(values: &mut [f64], truth: bool) {
    let known: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    let fill = if truth { f64::from(u8::from(mean > 0.5)) } else { mean };
    values.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = fill);
}

/// The most frequent class, the first of equals.
fn most_frequent(codes: &[Option<usize>], classes: usize) -> Option<usize> {
    let count = |class: usize| codes.iter().filter(|code| **code == Some(class)).count();
    (0..classes).rev().max_by_key(|class| count(*class))
}

/// The texts that occur, sorted by code points as numpy sorts them, and the place of each row's text among them.
fn text_classes(values: &Values) -> (Vec<Option<usize>>, Vec<String>) {
    let Values::Text { categories, codes } = values else { return (Vec::new(), Vec::new()) };
    let texts: Vec<Option<&String>> =
        codes.iter().map(|code| code.and_then(|code| categories.get(code as usize))).collect();
    let mut sorted: Vec<String> = texts.iter().flatten().map(|text| (*text).clone()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let place = |text: &Option<&String>| text.and_then(|text| sorted.binary_search(text).ok());
    (texts.iter().map(place).collect(), sorted)
}

fn target_of(column: &Column, kind: TargetKind, rows: &[usize]) -> Result<OwnedTarget, FeatureError> {
    let name = || column.name.clone();
    if kind == TargetKind::Numbers {
        let all = numbers(&column.values).ok_or_else(|| FeatureError::TargetNotNumeric { column: name() })?;
        let kept: Vec<f64> = rows.iter().filter_map(|row| all.get(*row).copied()).collect();
        if let Some(place) = kept.iter().position(|value| value.is_infinite()) {
            let row = rows.get(place).copied().unwrap_or(place);
            return Err(FeatureError::Infinite { column: name(), row });
        }
        return Ok(OwnedTarget::Numbers(kept));
    }
    let labels: Vec<Label> = rows
        .iter()
        .filter_map(|row| label(&column.values, *row))
        .collect::<Option<Vec<Label>>>()
        .ok_or_else(|| FeatureError::TargetContinuous { column: name() })?;
    let mut sorted = labels.clone();
    sorted.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    sorted.dedup();
    let place = |label: &Label| sorted.partition_point(|other| other < label);
    Ok(OwnedTarget::Classes { codes: labels.iter().map(place).collect(), labels: sorted })
}

/// The class of a row: `None` where there is no value, `Some(None)` where it is a measurement.
#[allow(clippy::option_option)]
fn label(values: &Values, row: usize) -> Option<Option<Label>> {
    match values {
        Values::Float(values) => {
            values.get(row).map(|value| (value.fract() == 0.0).then_some(Label::Float(*value)))
        }
        Values::Integer(values) => values.get(row)?.map(|value| Some(Label::Integer(value))),
        Values::Boolean(values) => values.get(row)?.map(|value| Some(Label::Boolean(value))),
        Values::Date(values) => values.get(row)?.map(|value| Some(Label::Integer(i64::from(value)))),
        Values::Text { categories, codes } => {
            let code = (*codes.get(row)?)? as usize;
            categories.get(code).map(|text| Some(Label::Text(text.clone())))
        }
    }
}
