//! What one can ask for, and the answers. Plain types that both binaries know; `workspace` carries them out.

use super::archive::{ArchiveError, ImportReport};
use super::dataset::{DatasetId, Source};
use super::program::Outcome;
use super::project::BinId;
use super::state::{State, WorldError};
use crate::base::time::Timestamp;
use crate::data::csv::CsvError;
use crate::files::FileError;
use crate::ml::error::{FeatureError, FitError, SplitError};
use crate::ml::spec::{ParamError, ParamValue};
use crate::tracking::{ExperimentId, RunId, RunStatus};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Something to do. Bytes that belong to it (an uploaded file) travel beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Read the uploaded CSV and add it as a data set.
    AddDataset {
        /// The name that it gets.
        name: String,
        /// Where it comes from.
        source: Source,
    },
    /// Remove a data set.
    RemoveDataset {
        /// Which.
        dataset: DatasetId,
    },
    /// Train a model and log the run.
    Train(Box<TrainRequest>),
    /// Make an experiment.
    CreateExperiment {
        /// Its name.
        name: String,
    },
    /// Start a run by hand.
    StartRun {
        /// Where it belongs.
        experiment: ExperimentId,
        /// Its name; one is made up when there is none.
        name: Option<String>,
    },
    /// Log parameters.
    LogParams {
        /// For which run.
        run: RunId,
        /// Keys and values.
        params: Vec<(String, String)>,
    },
    /// Log metrics.
    LogMetrics {
        /// For which run.
        run: RunId,
        /// Key, value and step.
        metrics: Vec<MetricValue>,
    },
    /// Set a tag.
    SetTag {
        /// On which run.
        run: RunId,
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// Keep the uploaded bytes as a file of a run.
    LogArtifact {
        /// Of which run.
        run: RunId,
        /// The file's path among the run's artifacts.
        path: String,
    },
    /// End a run by hand.
    EndRun {
        /// Which.
        run: RunId,
        /// How.
        status: RunStatus,
    },
    /// Give a run another name.
    RenameRun {
        /// Which.
        run: RunId,
        /// The name.
        name: String,
    },
    /// Put runs in the bin: all of them or none.
    DeleteRuns {
        /// Which.
        runs: Vec<RunId>,
    },
    /// Take runs out of the bin: all of them or none.
    RestoreRuns {
        /// Which.
        runs: Vec<RunId>,
    },
    /// Write the uploaded bytes into a file.
    WriteFile {
        /// Its path in the learner's folder, or an absolute one there.
        path: String,
    },
    /// Make a folder, with those above it.
    MakeFolder {
        /// Its path.
        path: String,
    },
    /// Remove a file, or a folder with all that is in it.
    RemovePath {
        /// Its path.
        path: String,
    },
    /// Move a file or a folder.
    MovePath {
        /// Its path.
        from: String,
        /// The path it gets.
        to: String,
    },
    /// Make a file one that can be run as a program, or one that cannot.
    SetExecutable {
        /// Its path.
        path: String,
        /// Whether it can.
        executable: bool,
    },
    /// Copy a file, or a folder with all that is in it, to where nothing is yet.
    CopyPath {
        /// Its path.
        from: String,
        /// The path of the copy.
        to: String,
    },
    /// Put files and folders, with all that is in them, into the bin: all of them or none.
    BinPaths {
        /// Their paths.
        paths: Vec<String>,
    },
    /// Bring back what was put into the bin together.
    RestoreBin {
        /// Which.
        bin: BinId,
    },
    /// Take something out of the bin for good.
    EmptyBin {
        /// Which.
        bin: BinId,
    },
    /// Run a Python file.
    RunProgram {
        /// Its path.
        file: String,
        /// What follows its name on the command line.
        arguments: Vec<String>,
    },
    /// Add what the uploaded archive holds and is not here yet: all of it or nothing.
    Import,
}

impl Command {
    /// The blobs whose content the engine needs to carry this out.
    pub fn blobs(&self, state: &State) -> Vec<String> {
        match self {
            Self::Train(request) => {
                state.dataset(&request.dataset).map(|dataset| dataset.table.clone()).into_iter().collect()
            }
            // A program may load what runs have kept.
            Self::RunProgram { .. } => {
                let files = state.project().files().values().map(|file| &file.content.hash);
                let kept = state.tracking().runs().iter().filter(|run| run.is_active());
                let artifacts = kept.flat_map(|run| run.artifacts.values().map(|artifact| &artifact.hash));
                files.chain(artifacts).cloned().collect()
            }
            // A worker takes all files in when it first works on one.
            _ if self.is_about_files() => {
                state.project().files().values().map(|file| file.content.hash.clone()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The hashes of contents that it needs although the engine may have had them before: what is in the bin is
    /// kept by the page alone.
    pub fn blobs_again(&self, state: &State) -> Vec<String> {
        match self {
            Self::RestoreBin { bin } => {
                let binned = state.project().bin().get(bin).into_iter();
                let hashes: BTreeSet<_> =
                    binned.flat_map(|binned| binned.files.values().map(|file| &file.content.hash)).collect();
                hashes.into_iter().cloned().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether it works on the learner's files.
    pub fn is_about_files(&self) -> bool {
        matches!(
            self,
            Self::WriteFile { .. }
                | Self::MakeFolder { .. }
                | Self::RemovePath { .. }
                | Self::MovePath { .. }
                | Self::SetExecutable { .. }
                | Self::CopyPath { .. }
                | Self::BinPaths { .. }
                | Self::RestoreBin { .. }
                | Self::EmptyBin { .. }
                | Self::RunProgram { .. }
        )
    }
}

/// One value to log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MetricValue {
    /// The key.
    pub key: String,
    /// The value.
    #[serde(with = "crate::base::float")]
    pub value: f64,
    /// The step.
    pub step: i64,
    /// When it was measured, if that is not the present.
    pub at: Option<Timestamp>,
}

/// A training to do, as the form gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainRequest {
    /// The experiment that the run belongs to.
    pub experiment: ExperimentId,
    /// The run's name; one is made up when there is none.
    pub run_name: Option<String>,
    /// The data set.
    pub dataset: DatasetId,
    /// The column to predict; `None` for clustering and reduction.
    pub target: Option<String>,
    /// The columns to predict from.
    pub features: Vec<String>,
    /// What is done with missing values.
    pub missing: Missing,
    /// The estimator's id in `ml::spec::ESTIMATORS`.
    pub estimator: String,
    /// Its parameters; those that are left out have their defaults.
    pub params: BTreeMap<String, ParamValue>,
    /// The scaler's id (`standard_scaler`, `min_max_scaler`) or none.
    pub scaler: Option<String>,
    /// The share of rows that is kept for testing, between 0 and 1.
    pub test_size: f64,
    /// The seed of the split, as scikit-learn's `random_state`.
    pub seed: u32,
    /// Whether both parts get each class in the same shares.
    pub stratify: bool,
}

/// What is done with missing values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Rows with one are left out.
    Drop,
    /// Numbers get the column's mean, texts the most frequent value.
    Fill,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// Done.
    Done,
    /// This data set is there now.
    Dataset(DatasetId),
    /// This run was made.
    Run(RunId),
    /// This experiment was made.
    Experiment(ExperimentId),
    /// This much was added.
    Imported(ImportReport),
    /// The program ended so.
    Program(Box<Outcome>),
    /// This is in the bin now.
    Binned(BinId),
}

/// Why a command was not carried out. What it had logged before stays; what was refused changed nothing.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CommandError {
    /// The world refused it.
    #[error(transparent)]
    World(#[from] WorldError),
    /// The file is not a CSV that can be read.
    #[error(transparent)]
    Csv(#[from] CsvError),
    /// No estimator or scaler has this id.
    #[error("there is no estimator {0:?}")]
    NoSuchEstimator(String),
    /// Parameters that the estimator does not take.
    #[error("{} of the parameters cannot be used", .0.len())]
    Params(Vec<ParamError>),
    /// The chosen columns cannot be used.
    #[error(transparent)]
    Features(#[from] FeatureError),
    /// The data cannot be split that way.
    #[error(transparent)]
    Split(#[from] SplitError),
    /// The model could not be fitted.
    #[error(transparent)]
    Fit(#[from] FitError),
    /// The model could not be measured on the test rows.
    #[error("the model could not be evaluated: {0}")]
    Evaluation(String),
    /// A file operation is not possible.
    #[error("{path}: {error}")]
    File {
        /// The path that was given.
        path: String,
        /// Why not.
        error: FileError,
    },
    /// Python does not start: a mistake of ours.
    #[error("Python does not start: {0}")]
    Python(String),
    /// The file is no archive of ours, or damaged.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// Content that the command needs did not come along or is damaged.
    #[error("the content {0} is missing or damaged")]
    Content(String),
}

/// An error in words, a line a problem, in each language of the site. The worker words its errors itself: the
/// page would carry every kind of error and all their sentences only to show one now and then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    /// English.
    pub en: Vec<String>,
    /// Japanese.
    pub ja: Vec<String>,
}

/// Why a command has no reply, as the page sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The engine refused it, or could not do it.
    Refused(Worded),
    /// Content that the command needs is missing from the journal.
    Content,
    /// The engine was stopped before it had answered.
    Stopped,
    /// This tab only reads along.
    ReadOnly,
    /// The engine ended by itself: a defect of ours. A new one has been started.
    Crashed(String),
    /// The engine could not be loaded.
    NoEngine(String),
}

/// How far a command has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// At what.
    pub phase: Phase,
    /// How much is done.
    pub done: u64,
    /// Of how much; 0 when that is not known.
    pub total: u64,
}

/// What a command is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Reading a file (bytes).
    Reading,
    /// Counting and measuring columns.
    Profiling,
    /// Fitting the model (trees, iterations).
    Fitting,
    /// Measuring the model on the test rows.
    Evaluating,
}
