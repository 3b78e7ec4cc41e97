//! What can happen: one closed list, written to the journal for good. A variant or field that has been written
//! once keeps its name and meaning; new ones are added.

use super::dataset::{Dataset, DatasetId};
use super::project::{BinId, StoredFile};
use crate::base::time::Timestamp;
use crate::tracking::{Artifact, DatasetUse, ExperimentId, Point, RunId, RunStatus};
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A world began. Always the first event; ids are derived from the seed.
    WorldCreated {
        /// What makes the ids of this world differ from those of others.
        seed: String,
    },
    /// A data set was added (or added again after its removal).
    DatasetAdded {
        /// It.
        dataset: Box<Dataset>,
    },
    /// A data set was removed; runs that used it keep its fingerprint.
    DatasetRemoved {
        /// Which.
        dataset: DatasetId,
    },
    /// An experiment was made.
    ExperimentCreated {
        /// Its id.
        experiment: ExperimentId,
        /// Its name.
        name: String,
    },
    /// A run began.
    RunStarted {
        /// Its id.
        run: RunId,
        /// Where it belongs.
        experiment: ExperimentId,
        /// Its name.
        name: String,
    },
    /// A parameter was logged.
    ParamLogged {
        /// For which run.
        run: RunId,
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// A metric was logged.
    MetricLogged {
        /// For which run.
        run: RunId,
        /// The key.
        key: String,
        /// The step.
        step: i64,
        /// The value.
        #[serde(with = "crate::base::float")]
        value: f64,
    },
    /// A tag was set.
    TagSet {
        /// On which run.
        run: RunId,
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// A run used a data set.
    InputLogged {
        /// Which run.
        run: RunId,
        /// The data set.
        input: DatasetUse,
    },
    /// A file was kept. Its content is the blob of that hash.
    ArtifactLogged {
        /// For which run.
        run: RunId,
        /// Under which path.
        path: String,
        /// The file.
        artifact: Artifact,
    },
    /// A run came to its end.
    RunEnded {
        /// Which.
        run: RunId,
        /// How.
        status: RunStatus,
    },
    /// A run got another name.
    RunRenamed {
        /// Which.
        run: RunId,
        /// The name.
        name: String,
    },
    /// A run was put in the bin.
    RunDeleted {
        /// Which.
        run: RunId,
    },
    /// A run was taken out of the bin.
    RunRestored {
        /// Which.
        run: RunId,
    },
    /// A file was written. Its content is the blob of that hash.
    FileWritten {
        /// Its absolute path; the folders above it are made as they are needed.
        path: String,
        /// What it holds.
        file: StoredFile,
    },
    /// A folder was made.
    FolderMade {
        /// Its absolute path.
        path: String,
    },
    /// A file, or a folder with all that is in it, was removed.
    PathRemoved {
        /// Its absolute path.
        path: String,
    },
    /// A file or a folder was moved; what was at the new path is replaced.
    PathMoved {
        /// Its absolute path before.
        from: String,
        /// Its absolute path now.
        to: String,
    },
    /// Files and folders, with all that is in them, were put into the bin together.
    PathsBinned {
        /// Their absolute paths; none lies below another.
        paths: Vec<String>,
    },
    /// What was put into the bin together came back to where it was.
    BinRestored {
        /// Which.
        bin: BinId,
    },
    /// What was put into the bin together is gone for good.
    BinEmptied {
        /// Which.
        bin: BinId,
    },
}

/// An event and the world's time when it happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stamped {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// An event in the journal. Numbers begin at 0 and have no gap; the page alone gives them.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its number.
    pub seq: u64,
    /// The event.
    pub stamped: Stamped,
}

/// What an event is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The world itself.
    World,
    /// A data set.
    Dataset(DatasetId),
    /// An experiment.
    Experiment(ExperimentId),
    /// A run.
    Run(RunId),
    /// A file or a folder, by its path.
    Path(String),
    /// The bin of files.
    Bin,
}

impl Event {
    /// What the event is about.
    pub fn subject(&self) -> Subject {
        match self {
            Self::WorldCreated { .. } => Subject::World,
            Self::DatasetAdded { dataset } => Subject::Dataset(dataset.id.clone()),
            Self::DatasetRemoved { dataset } => Subject::Dataset(dataset.clone()),
            Self::ExperimentCreated { experiment, .. } => Subject::Experiment(experiment.clone()),
            Self::RunStarted { run, .. }
            | Self::ParamLogged { run, .. }
            | Self::MetricLogged { run, .. }
            | Self::TagSet { run, .. }
            | Self::InputLogged { run, .. }
            | Self::ArtifactLogged { run, .. }
            | Self::RunEnded { run, .. }
            | Self::RunRenamed { run, .. }
            | Self::RunDeleted { run }
            | Self::RunRestored { run } => Subject::Run(run.clone()),
            Self::FileWritten { path, .. }
            | Self::FolderMade { path }
            | Self::PathRemoved { path }
            | Self::PathMoved { to: path, .. } => Subject::Path(path.clone()),
            Self::PathsBinned { .. } | Self::BinRestored { .. } | Self::BinEmptied { .. } => Subject::Bin,
        }
    }

    pub(super) fn point(step: i64, value: f64, at: Timestamp) -> Point {
        Point { step, value, at }
    }
}
