//! The data sets of a world: what is known of each without opening it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The id of a data set: 16 hexadecimal digits made from its name and fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatasetId(pub String);

impl fmt::Display for DatasetId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Where a data set came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// One of ours, by its id in the catalogue.
    Builtin(String),
    /// A file of the learner's, by its name.
    File(String),
}

/// A data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dataset {
    /// Its id.
    pub id: DatasetId,
    /// Its name.
    pub name: String,
    /// Where it came from.
    pub source: Source,
    /// The fingerprint of its content (`Table::fingerprint`).
    pub fingerprint: String,
    /// The blob that holds the table (`Table::to_bytes`).
    pub table: String,
    /// The blob that holds the statistics (`data::statistics::Profile` in postcard).
    pub profile: String,
    /// How many rows it has.
    pub rows: u64,
    /// Its columns in order: name and kind.
    pub schema: crate::data::Schema,
}

impl DatasetId {
    /// The id of a data set of this name and content.
    pub fn of(name: &str, fingerprint: &str) -> Self {
        let hash = crate::base::hash::sha256_hex(format!("{name}\0{fingerprint}").as_bytes());
        Self(hash.chars().take(16).collect())
    }
}
