//! What is: the fold of all events so far.

use super::dataset::{Dataset, DatasetId};
use super::event::{Event, Stamped, Subject};
use super::project::{Project, ProjectError};
use crate::base::hash::sha256_hex;
use crate::base::time::Timestamp;
use crate::tracking::{self, Experiment, ExperimentId, RunId, RunStatus, TrackingError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Why an event does not fit the state. The state is unchanged then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum WorldError {
    /// The store of runs refused it.
    #[error(transparent)]
    Tracking(#[from] TrackingError),
    /// The files refused it.
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// No data set has this id.
    #[error("there is no data set {0}")]
    NoSuchDataset(DatasetId),
    /// The data set is there already.
    #[error("the data set {0} is there already")]
    DatasetExists(DatasetId),
    /// A second beginning.
    #[error("the world has begun already")]
    BegunAlready,
    /// An event before the beginning.
    #[error("the world has not begun")]
    NotBegun,
}

/// The learner's world.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// How many events were folded: the number of the next one.
    next_seq: u64,
    seed: Option<String>,
    now: Timestamp,
    datasets: Vec<Dataset>,
    tracking: tracking::Store,
    project: Project,
}

impl State {
    /// A world that has begun with `seed`, and the event that began it.
    pub fn begin(seed: &str, at: Timestamp) -> (Self, Stamped) {
        let mut state = Self::default();
        let stamped = Stamped { at, event: Event::WorldCreated { seed: seed.into() } };
        state.seed = Some(seed.into());
        state.now = at;
        state.next_seq = 1;
        (state, stamped)
    }

    /// Folds one event in.
    ///
    /// # Errors
    /// When it does not fit; nothing changes then.
    pub fn apply(&mut self, stamped: &Stamped) -> Result<(), WorldError> {
        self.fold(stamped)?;
        self.now = self.now.max(stamped.at);
        self.next_seq += 1;
        Ok(())
    }

    fn fold(&mut self, stamped: &Stamped) -> Result<(), WorldError> {
        let at = stamped.at;
        let runs = &mut self.tracking;
        match &stamped.event {
            Event::WorldCreated { seed } => {
                if self.seed.is_some() {
                    return Err(WorldError::BegunAlready);
                }
                self.seed = Some(seed.clone());
            }
            _ if self.seed.is_none() => return Err(WorldError::NotBegun),
            Event::DatasetAdded { dataset } => self.add_dataset(dataset)?,
            Event::DatasetRemoved { dataset } => self.remove_dataset(dataset)?,
            Event::ExperimentCreated { experiment, name } => runs.create_experiment(Experiment {
                id: experiment.clone(),
                name: name.clone(),
                created: at,
            })?,
            Event::RunStarted { run, experiment, name } => runs.start_run(run, experiment, name, at)?,
            Event::ParamLogged { run, key, value } => runs.log_param(run, key, value)?,
            Event::MetricLogged { run, key, step, value } => {
                runs.log_metric(run, key, Event::point(*step, *value, at))?;
            }
            Event::TagSet { run, key, value } => runs.set_tag(run, key, value)?,
            Event::InputLogged { run, input } => runs.log_input(run, input.clone())?,
            Event::ArtifactLogged { run, path, artifact } => {
                runs.log_artifact(run, path, artifact.clone())?;
            }
            Event::RunEnded { run, status } => runs.end_run(run, *status, at)?,
            Event::RunRenamed { run, name } => runs.rename_run(run, name)?,
            Event::RunDeleted { run } => runs.delete_run(run, at)?,
            Event::RunRestored { run } => runs.restore_run(run)?,
            Event::FileWritten { path, file } => self.project.write(path, file.clone(), at)?,
            Event::FolderMade { path } => self.project.make_folder(path)?,
            Event::PathRemoved { path } => self.project.remove(path)?,
            Event::PathMoved { from, to } => self.project.rename(from, to)?,
            Event::PathsBinned { paths } => self.project.put_into_bin(paths, at).map(drop)?,
            Event::BinRestored { bin } => self.project.restore(*bin)?,
            Event::BinEmptied { bin } => self.project.empty_bin(*bin)?,
        }
        Ok(())
    }

    fn add_dataset(&mut self, dataset: &Dataset) -> Result<(), WorldError> {
        if self.dataset(&dataset.id).is_some() {
            return Err(WorldError::DatasetExists(dataset.id.clone()));
        }
        self.datasets.push(dataset.clone());
        Ok(())
    }

    fn remove_dataset(&mut self, id: &DatasetId) -> Result<(), WorldError> {
        let place = self.datasets.iter().position(|dataset| dataset.id == *id);
        let place = place.ok_or_else(|| WorldError::NoSuchDataset(id.clone()))?;
        self.datasets.remove(place);
        Ok(())
    }

    /// The number that the next event will have.
    pub fn next_seq(&self) -> u64 {
        self.next_seq
    }

    /// The time of the last event.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Whether the world has begun.
    pub fn has_begun(&self) -> bool {
        self.seed.is_some()
    }

    /// The data sets in the order of their adding.
    pub fn datasets(&self) -> &[Dataset] {
        &self.datasets
    }

    /// The data set with this id.
    pub fn dataset(&self, id: &DatasetId) -> Option<&Dataset> {
        self.datasets.iter().find(|dataset| dataset.id == *id)
    }

    /// Experiments and runs.
    pub fn tracking(&self) -> &tracking::Store {
        &self.tracking
    }

    /// The learner's files.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The blobs of all that is here, runs and files in the bin included. No event brings anything else back: a data
    /// set that was removed is added again with its content, and a file that another one has replaced stays replaced.
    pub fn blobs(&self) -> BTreeSet<&str> {
        let of_datasets = self.datasets.iter().flat_map(|dataset| [&dataset.table, &dataset.profile]);
        let artifacts = self.tracking.runs().iter().flat_map(|run| run.artifacts.values());
        let artifacts = artifacts.map(|artifact| &artifact.hash);
        of_datasets.chain(artifacts).chain(self.project.contents()).map(String::as_str).collect()
    }

    /// Whether something is there that events can be about.
    pub fn knows(&self, subject: &Subject) -> bool {
        match subject {
            Subject::World => self.has_begun(),
            Subject::Dataset(id) => self.dataset(id).is_some(),
            Subject::Experiment(id) => self.tracking.experiment(id).is_some(),
            Subject::Run(id) => self.tracking.run(id).is_some(),
            Subject::Path(path) => self.project.holds(path),
            Subject::Bin => true,
        }
    }

    /// The id that the next run will get: made from the world's seed and the number of runs, so that the same
    /// commands give the same ids, and two worlds different ones.
    pub fn next_run_id(&self) -> RunId {
        let text = format!("{}/run/{}", self.seed.as_deref().unwrap_or_default(), self.tracking.runs().len());
        RunId(sha256_hex(text.as_bytes()).chars().take(32).collect())
    }

    /// The id that the next experiment will get: as MLflow's SQLite store makes new ones, 18 decimal digits.
    pub fn next_experiment_id(&self) -> ExperimentId {
        let count = self.tracking.experiments().len();
        let text = format!("{}/experiment/{count}", self.seed.as_deref().unwrap_or_default());
        let digits: String = sha256_hex(text.as_bytes()).bytes().map(|b| char::from(b'0' + b % 10)).collect();
        ExperimentId(format!("1{}", digits.get(..17).unwrap_or_default()))
    }

    /// The events that end what an interruption left open: runs that nobody works on any more.
    pub fn close_interrupted(&self, at: Timestamp) -> Vec<Stamped> {
        let open =
            self.tracking.runs().iter().filter(|run| run.status == RunStatus::Running && run.is_active());
        open.map(|run| Stamped {
            at,
            event: Event::RunEnded { run: run.id.clone(), status: RunStatus::Killed },
        })
        .collect()
    }
}
