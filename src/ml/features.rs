//! From columns of a table to a matrix of features and a target. What must be learned for that (what stands in for
//! a gap, which texts there are) is learned from some rows and applied to any. Knows no estimator.

use super::error::FeatureError;
use super::estimator::Target;
use super::model::Label;
use crate::data::{Column, Table, Values};
use ndarray::Array2;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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

/// Rows of a table that can be learned from or measured on.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// Their numbers in the table.
    pub rows: Vec<usize>,
    /// The target of each.
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

/// How columns of a table become features, as learned from the training rows; scikit-learn's `SimpleImputer` and
/// `OneHotEncoder(handle_unknown="ignore")` in one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preparation {
    columns: Vec<Prepared>,
}

/// How one column becomes features.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Prepared {
    column: String,
    encoding: Encoding,
}

/// What was learned of a column; `fill` stands in for a gap, and without it a gap stays one (NaN).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Encoding {
    /// The number itself.
    Number { fill: Option<f64> },
    /// 1 where it is true: a text of two kinds, encoded as one column.
    Truth { fill: Option<f64> },
    /// A column of 0 and 1 for each text, sorted by code points as numpy sorts them; `fill` is one of them.
    Texts { levels: Vec<String>, fill: Option<usize> },
}

/// Finds the rows that can be used, and checks columns and target.
///
/// # Errors
/// When columns are unknown, unsuitable or empty, or no row is left.
pub fn select(
    table: &Table,
    features: &[String],
    target: Option<(&str, TargetKind)>,
    missing: Missing,
) -> Result<Selection, FeatureError> {
    if features.is_empty() {
        return Err(FeatureError::NoFeatures);
    }
    let target_column = target.map(|(name, _)| find(table, name)).transpose()?;
    let mut columns = Vec::new();
    for (index, name) in features.iter().enumerate() {
        if target_column.is_some_and(|column| column.name == *name) {
            return Err(FeatureError::TargetAmongFeatures { column: name.clone() });
        }
        if features.get(..index).is_some_and(|before| before.contains(name)) {
            return Err(FeatureError::DuplicateFeature { column: name.clone() });
        }
        let column = find(table, name)?;
        check(column)?;
        columns.push(column);
    }
    let has_target = |row: usize| target_column.is_none_or(|column| !is_missing(&column.values, row));
    let usable = |row: usize| {
        missing == Missing::Impute || columns.iter().all(|column| !is_missing(&column.values, row))
    };
    let rows: Vec<usize> = (0..table.rows()).filter(|row| has_target(*row) && usable(*row)).collect();
    if rows.is_empty() {
        return Err(FeatureError::NoCompleteRow { rows: table.rows() });
    }
    let target = match target_column.zip(target) {
        Some((column, (_, kind))) => target_of(column, kind, &rows)?,
        None => OwnedTarget::None,
    };
    Ok(Selection { rows, target })
}

impl Preparation {
    /// Learns from the training rows alone: what is known of other rows would be a leak.
    ///
    /// # Errors
    /// When a column is unknown, or has no value in these rows.
    pub fn learn(
        table: &Table,
        features: &[String],
        rows: &[usize],
        missing: Missing,
    ) -> Result<Self, FeatureError> {
        let prepared = |name: &String| {
            let encoding = Encoding::learn(find(table, name)?, rows, missing == Missing::Impute)?;
            Ok(Prepared { column: name.clone(), encoding })
        };
        Ok(Self { columns: features.iter().map(prepared).collect::<Result<_, _>>()? })
    }

    /// The name of each feature; `column=value` for those made from texts and truth values.
    pub fn names(&self) -> Vec<String> {
        let of = |Prepared { column, encoding }: &Prepared| match encoding {
            Encoding::Number { .. } => vec![column.clone()],
            Encoding::Truth { .. } => vec![format!("{column}=True")],
            Encoding::Texts { levels, .. } => levels.iter().map(|text| format!("{column}={text}")).collect(),
        };
        self.columns.iter().flat_map(of).collect()
    }

    /// Rows × features of some rows of a table with these columns.
    ///
    /// # Errors
    /// When the table lacks a column.
    pub fn apply(&self, table: &Table, rows: &[usize]) -> Result<Array2<f64>, FeatureError> {
        let mut features = Vec::new();
        for Prepared { column, encoding } in &self.columns {
            features.extend(encoding.apply(&find(table, column)?.values, rows));
        }
        Ok(Array2::from_shape_fn((rows.len(), features.len()), |(row, feature)| {
            features.get(feature).and_then(|values| values.get(row)).copied().unwrap_or(f64::NAN)
        }))
    }
}

impl Encoding {
    fn learn(column: &Column, rows: &[usize], fills: bool) -> Result<Self, FeatureError> {
        let empty = || FeatureError::EmptyInTraining { column: column.name.clone() };
        if let Some(all) = numbers(&column.values) {
            let known: Vec<f64> = picked(&all, rows).filter(|value| !value.is_nan()).collect();
            let mean = known.iter().sum::<f64>() / known.len() as f64;
            if known.is_empty() {
                return Err(empty());
            }
            return Ok(match column.values {
                // The more frequent one, false when both are as many.
                Values::Boolean(_) => Self::Truth { fill: fills.then_some(f64::from(u8::from(mean > 0.5))) },
                _ => Self::Number { fill: fills.then_some(mean) },
            });
        }
        let known: Vec<&str> = picked(&texts(&column.values), rows).flatten().collect();
        let mut levels: Vec<String> = known.iter().map(|text| (*text).to_owned()).collect();
        levels.sort_unstable();
        levels.dedup();
        let count =
            |level: usize| known.iter().filter(|text| levels.get(level).is_some_and(|l| l == *text)).count();
        // The first of equals.
        let frequent = (0..levels.len()).rev().max_by_key(|level| count(*level)).ok_or_else(empty)?;
        Ok(Self::Texts { levels, fill: fills.then_some(frequent) })
    }

    /// One list of values a feature. A text that no training row has is none of the levels: all 0.
    fn apply(&self, values: &Values, rows: &[usize]) -> Vec<Vec<f64>> {
        match self {
            Self::Number { fill } | Self::Truth { fill } => {
                let all = numbers(values).unwrap_or_default();
                let filled = |value: f64| if value.is_nan() { fill.unwrap_or(value) } else { value };
                vec![picked(&all, rows).map(filled).collect()]
            }
            Self::Texts { levels, fill } => {
                let fill = fill.and_then(|level| levels.get(level)).map(String::as_str);
                let known: Vec<Option<&str>> =
                    picked(&texts(values), rows).map(|text| text.or(fill)).collect();
                let one = |level: &String| {
                    let here =
                        |text: &Option<&str>| text.map_or(f64::NAN, |t| f64::from(u8::from(t == level)));
                    known.iter().map(here).collect()
                };
                levels.iter().map(one).collect()
            }
        }
    }
}

/// Of all rows those that are asked for.
fn picked<'a, T: Copy>(all: &'a [T], rows: &'a [usize]) -> impl Iterator<Item = T> + use<'a, T> {
    rows.iter().filter_map(|row| all.get(*row).copied())
}

/// The text of each row; nothing for other kinds.
fn texts(values: &Values) -> Vec<Option<&str>> {
    let Values::Text { categories, codes } = values else { return vec![None; values.len()] };
    codes.iter().map(|code| categories.get((*code)? as usize).map(String::as_str)).collect()
}

/// Whether a column can be a feature at all.
fn check(column: &Column) -> Result<(), FeatureError> {
    let name = || column.name.clone();
    if (0..column.values.len()).all(|row| is_missing(&column.values, row)) {
        return Err(FeatureError::EmptyColumn { column: name() });
    }
    if let Some(values) = numbers(&column.values) {
        let infinite = values.iter().position(|value| value.is_infinite());
        return infinite.map_or(Ok(()), |row| Err(FeatureError::Infinite { column: name(), row }));
    }
    let found = texts(&column.values).into_iter().flatten().collect::<BTreeSet<_>>().len();
    if found > MOST_CATEGORIES {
        return Err(FeatureError::TooManyCategories { column: name(), found, limit: MOST_CATEGORIES });
    }
    Ok(())
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
