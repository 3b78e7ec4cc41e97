//! What a comparison or an order is about: `params.lr`, `start_time`, ``tags.`mlflow.user` ``.

use super::error::SearchError;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The kinds of things that a run can be searched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entity {
    /// The value that stands for a metric.
    Metric,
    /// A parameter.
    Parameter,
    /// A tag.
    Tag,
    /// What every run has: its id, name, times …
    Attribute,
    /// A property of a data set that the run used.
    Dataset,
}

impl Entity {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "metric" | "metrics" => Self::Metric,
            "parameter" | "parameters" | "param" | "params" => Self::Parameter,
            "tag" | "tags" => Self::Tag,
            "attribute" | "attributes" | "attr" | "run" => Self::Attribute,
            "dataset" | "datasets" => Self::Dataset,
            _ => return None,
        })
    }
}

impl fmt::Display for Entity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Metric => "metric",
            Self::Parameter => "parameter",
            Self::Tag => "tag",
            Self::Attribute => "attribute",
            Self::Dataset => "dataset",
        })
    }
}

/// The attributes of a run that can be searched by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    RunId,
    RunName,
    UserId,
    Status,
    StartTime,
    EndTime,
    ArtifactUri,
}

impl Attribute {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "run_id" => Self::RunId,
            "run_name" | "run name" | "Run name" | "Run Name" => Self::RunName,
            "user_id" => Self::UserId,
            "status" => Self::Status,
            "start_time" | "created" | "Created" => Self::StartTime,
            "end_time" => Self::EndTime,
            "artifact_uri" => Self::ArtifactUri,
            _ => return None,
        })
    }

    pub(super) fn is_time(self) -> bool {
        matches!(self, Self::StartTime | Self::EndTime)
    }
}

/// Reads an identifier of a filter.
pub(super) fn in_filter(text: &str) -> Result<(Entity, String), SearchError> {
    let (entity, key) = read(text)?;
    if entity == Entity::Attribute && Attribute::named(&key).is_none() {
        return Err(SearchError::Attribute(key));
    }
    Ok((entity, key))
}

/// Reads an identifier to order by: the names with a space in them are not for that.
pub(super) fn in_order(text: &str) -> Result<(Entity, String), SearchError> {
    let (entity, key) = read(text)?;
    let known = Attribute::named(&key).is_some() && !key.contains(' ');
    if entity == Entity::Attribute && !known {
        Err(SearchError::OrderAttribute(key))
    } else {
        Ok((entity, key))
    }
}

/// The kind before the first point, and the key without its quotes.
fn read(text: &str) -> Result<(Entity, String), SearchError> {
    let (entity, key) = match text.split_once('.') {
        None => (Entity::Attribute, text),
        Some((entity, key)) => {
            let name = unquoted(entity, '`').unwrap_or(entity);
            (Entity::named(name).ok_or_else(|| SearchError::Entity(name.into()))?, key)
        }
    };
    let key = text_in_quotes(key).unwrap_or(key);
    let key = unquoted(key, '`').unwrap_or(key).to_owned();
    if entity == Entity::Dataset && !matches!(key.as_str(), "name" | "digest" | "context") {
        return Err(SearchError::DatasetKey(key));
    }
    Ok((entity, key))
}

/// What stands between single or double quotes.
pub(super) fn text_in_quotes(text: &str) -> Option<&str> {
    unquoted(text, '\'').or_else(|| unquoted(text, '"'))
}

fn unquoted(text: &str, quote: char) -> Option<&str> {
    text.strip_prefix(quote)?.strip_suffix(quote)
}
