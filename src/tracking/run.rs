//! The records of tracking: experiments, runs and what a run holds.

use crate::base::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The id of a run: 32 lower-case hexadecimal digits, as MLflow makes them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunId(pub String);

/// The id of an experiment: decimal digits; `0` is the experiment `Default`, as in MLflow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExperimentId(pub String);

impl fmt::Display for RunId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for ExperimentId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// How a run stands, in MLflow's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum RunStatus {
    /// Still at work.
    Running,
    /// Came to its end.
    Finished,
    /// Ended by an error.
    Failed,
    /// Ended from outside: stopped, or its tab was closed.
    Killed,
    /// Waiting for its turn: only where a program says so.
    Scheduled,
}

impl RunStatus {
    /// MLflow's word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "RUNNING",
            Self::Finished => "FINISHED",
            Self::Failed => "FAILED",
            Self::Killed => "KILLED",
            Self::Scheduled => "SCHEDULED",
        }
    }
}

/// Whether a run is shown or in the bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lifecycle {
    /// Shown.
    Active,
    /// In the bin since then; can be restored.
    Deleted(Timestamp),
}

/// One value of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The step it was logged for.
    pub step: i64,
    /// The value; may be NaN or infinite.
    #[serde(with = "crate::base::float")]
    pub value: f64,
    /// When it was logged.
    pub at: Timestamp,
}

/// A data set that a run used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatasetUse {
    /// Its name when it was used.
    pub name: String,
    /// The fingerprint of its content.
    pub digest: String,
    /// What for: `training`, `evaluation`.
    pub context: String,
}

/// A file that a run keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artifact {
    /// The content's SHA-256, which is also the blob's name.
    pub hash: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A named group of runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Experiment {
    /// Its id.
    pub id: ExperimentId,
    /// Its name; unique.
    pub name: String,
    /// When it was made.
    pub created: Timestamp,
}

/// A run: one execution and all that it logged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Its id.
    pub id: RunId,
    /// The experiment that it belongs to.
    pub experiment: ExperimentId,
    /// Its name; not unique.
    pub name: String,
    /// How it stands.
    pub status: RunStatus,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// Shown or in the bin.
    pub lifecycle: Lifecycle,
    /// What it was started with.
    pub params: BTreeMap<String, String>,
    /// What it measured, in the order of logging.
    pub metrics: BTreeMap<String, Vec<Point>>,
    /// Notes on it.
    pub tags: BTreeMap<String, String>,
    /// The data that it used.
    pub inputs: Vec<DatasetUse>,
    /// The files that it keeps, by path.
    pub artifacts: BTreeMap<String, Artifact>,
}

impl Run {
    /// The value that stands for the metric `key`: that of the greatest (step, time, value), as MLflow's
    /// stores choose it.
    pub fn latest(&self, key: &str) -> Option<f64> {
        latest(self.metrics.get(key)?)
    }

    /// Whether the run is shown.
    pub fn is_active(&self) -> bool {
        self.lifecycle == Lifecycle::Active
    }
}

fn latest(points: &[Point]) -> Option<f64> {
    points
        .iter()
        .max_by(|a, b| (a.step, a.at).cmp(&(b.step, b.at)).then(a.value.total_cmp(&b.value)))
        .map(|point| point.value)
}
