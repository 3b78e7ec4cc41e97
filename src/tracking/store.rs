//! The tracking store: all experiments and runs, changed one fact at a time and never half.

use super::check::{self, NameProblem};
use super::run::{Artifact, DatasetUse, Experiment, ExperimentId, Lifecycle, Point, Run, RunId, RunStatus};
use crate::base::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why the store refused a fact. It is unchanged then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum TrackingError {
    /// No run has this id.
    #[error("there is no run {0}")]
    NoSuchRun(RunId),
    /// A run has this id already.
    #[error("there is a run {0} already")]
    RunExists(RunId),
    /// No experiment has this id.
    #[error("there is no experiment {0}")]
    NoSuchExperiment(ExperimentId),
    /// An experiment has this id or name already.
    #[error("there is an experiment {0:?} already")]
    ExperimentExists(String),
    /// The run is in the bin.
    #[error("run {0} is deleted; restore it first")]
    RunDeleted(RunId),
    /// The run is not in the bin.
    #[error("run {0} is not deleted")]
    RunNotDeleted(RunId),
    /// A parameter keeps its first value.
    #[error("parameter {key:?} is {old:?} already and cannot become {new:?}")]
    ParamChanged {
        /// Its key.
        key: String,
        /// The value that it has.
        old: String,
        /// The value that was given.
        new: String,
    },
    /// A key or a value is not allowed.
    #[error("{key:?} cannot be used: {problem}")]
    Name {
        /// The key (of the value).
        key: String,
        /// What is wrong.
        problem: NameProblem,
    },
}

/// All experiments and runs. Runs are in the order in which they were started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Store {
    experiments: Vec<Experiment>,
    runs: Vec<Run>,
    /// Where each run is in `runs`.
    places: BTreeMap<RunId, usize>,
}

impl Default for Store {
    /// A store with the experiment `Default`, as MLflow makes it.
    fn default() -> Self {
        let default = Experiment {
            id: ExperimentId("0".into()),
            name: "Default".into(),
            created: Timestamp::default(),
        };
        Self { experiments: vec![default], runs: Vec::new(), places: BTreeMap::new() }
    }
}

impl Store {
    /// The experiments in the order of their making.
    pub fn experiments(&self) -> &[Experiment] {
        &self.experiments
    }

    /// The experiment with this id.
    pub fn experiment(&self, id: &ExperimentId) -> Option<&Experiment> {
        self.experiments.iter().find(|experiment| experiment.id == *id)
    }

    /// All runs in the order of their start, those in the bin among them.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The run with this id.
    pub fn run(&self, id: &RunId) -> Option<&Run> {
        self.runs.get(*self.places.get(id)?)
    }

    /// Adds an experiment.
    ///
    /// # Errors
    /// When its id or name is taken, or the name cannot be used.
    pub fn create_experiment(&mut self, experiment: Experiment) -> Result<(), TrackingError> {
        let name = &experiment.name;
        if name.trim().is_empty() {
            return Err(TrackingError::Name { key: name.clone(), problem: NameProblem::Empty });
        }
        if self.experiments.iter().any(|other| other.id == experiment.id || other.name == *name) {
            return Err(TrackingError::ExperimentExists(name.clone()));
        }
        self.experiments.push(experiment);
        Ok(())
    }

    /// Adds a run that is starting.
    ///
    /// # Errors
    /// When its id is taken or its experiment does not exist.
    pub fn start_run(
        &mut self,
        id: &RunId,
        experiment: &ExperimentId,
        name: &str,
        started: Timestamp,
    ) -> Result<(), TrackingError> {
        if self.places.contains_key(id) {
            return Err(TrackingError::RunExists(id.clone()));
        }
        if self.experiment(experiment).is_none() {
            return Err(TrackingError::NoSuchExperiment(experiment.clone()));
        }
        self.places.insert(id.clone(), self.runs.len());
        self.runs.push(Run {
            id: id.clone(),
            experiment: experiment.clone(),
            name: name.into(),
            status: RunStatus::Running,
            started,
            ended: None,
            lifecycle: Lifecycle::Active,
            params: BTreeMap::new(),
            metrics: BTreeMap::new(),
            tags: BTreeMap::new(),
            inputs: Vec::new(),
            artifacts: BTreeMap::new(),
        });
        Ok(())
    }

    /// Writes a parameter; writing the same value again is fine.
    ///
    /// # Errors
    /// When the run is not there or deleted, the key or value is not allowed, or another value is there.
    pub fn log_param(&mut self, id: &RunId, key: &str, value: &str) -> Result<(), TrackingError> {
        named(key, check::check_key(key).and_then(|()| check::check_param_value(value)))?;
        let run = self.open_run(id)?;
        match run.params.get(key) {
            Some(old) if old != value => {
                Err(TrackingError::ParamChanged { key: key.into(), old: old.clone(), new: value.into() })
            }
            Some(_) => Ok(()),
            None => {
                run.params.insert(key.into(), value.into());
                Ok(())
            }
        }
    }

    /// Adds a value to a metric.
    ///
    /// # Errors
    /// When the run is not there or deleted, or the key is not allowed.
    pub fn log_metric(&mut self, id: &RunId, key: &str, point: Point) -> Result<(), TrackingError> {
        let run = self.open_run(id)?;
        if let Some(points) = run.metrics.get_mut(key) {
            points.push(point);
            return Ok(());
        }
        named(key, check::check_key(key))?;
        run.metrics.insert(key.into(), vec![point]);
        Ok(())
    }

    /// Writes a tag over what was there.
    ///
    /// # Errors
    /// When the run is not there or deleted, or the key or value is not allowed.
    pub fn set_tag(&mut self, id: &RunId, key: &str, value: &str) -> Result<(), TrackingError> {
        named(key, check::check_key(key).and_then(|()| check::check_tag_value(value)))?;
        self.open_run(id)?.tags.insert(key.into(), value.into());
        Ok(())
    }

    /// Notes a data set that the run used.
    ///
    /// # Errors
    /// When the run is not there or deleted.
    pub fn log_input(&mut self, id: &RunId, input: DatasetUse) -> Result<(), TrackingError> {
        self.open_run(id)?.inputs.push(input);
        Ok(())
    }

    /// Keeps a file, over what was at that path.
    ///
    /// # Errors
    /// When the run is not there or deleted, or the path is not plain.
    pub fn log_artifact(&mut self, id: &RunId, path: &str, artifact: Artifact) -> Result<(), TrackingError> {
        named(path, check::check_key(path))?;
        self.open_run(id)?.artifacts.insert(path.into(), artifact);
        Ok(())
    }

    /// Ends a run.
    ///
    /// # Errors
    /// When the run is not there or deleted.
    pub fn end_run(&mut self, id: &RunId, status: RunStatus, at: Timestamp) -> Result<(), TrackingError> {
        let run = self.open_run(id)?;
        run.status = status;
        run.ended = (status != RunStatus::Running).then_some(at);
        Ok(())
    }

    /// Gives a run another name.
    ///
    /// # Errors
    /// When the run is not there or deleted, or the name is empty.
    pub fn rename_run(&mut self, id: &RunId, name: &str) -> Result<(), TrackingError> {
        if name.trim().is_empty() {
            return Err(TrackingError::Name { key: name.into(), problem: NameProblem::Empty });
        }
        self.open_run(id)?.name = name.into();
        Ok(())
    }

    /// Puts a run in the bin.
    ///
    /// # Errors
    /// When the run is not there or in the bin already.
    pub fn delete_run(&mut self, id: &RunId, at: Timestamp) -> Result<(), TrackingError> {
        self.open_run(id)?.lifecycle = Lifecycle::Deleted(at);
        Ok(())
    }

    /// Takes a run out of the bin.
    ///
    /// # Errors
    /// When the run is not there or not in the bin.
    pub fn restore_run(&mut self, id: &RunId) -> Result<(), TrackingError> {
        let run = self.any_run(id)?;
        if run.is_active() {
            return Err(TrackingError::RunNotDeleted(id.clone()));
        }
        run.lifecycle = Lifecycle::Active;
        Ok(())
    }

    fn any_run(&mut self, id: &RunId) -> Result<&mut Run, TrackingError> {
        let place = self.places.get(id).copied();
        place.and_then(|place| self.runs.get_mut(place)).ok_or_else(|| TrackingError::NoSuchRun(id.clone()))
    }

    fn open_run(&mut self, id: &RunId) -> Result<&mut Run, TrackingError> {
        let run = self.any_run(id)?;
        if run.is_active() { Ok(run) } else { Err(TrackingError::RunDeleted(id.clone())) }
    }
}

fn named(key: &str, checked: Result<(), NameProblem>) -> Result<(), TrackingError> {
    checked.map_err(|problem| TrackingError::Name { key: key.into(), problem })
}
