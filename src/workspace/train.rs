//! Training: checks all that was asked for, starts a run, fits, measures on rows that the model has not seen,
//! and logs everything on the way.

use super::{Desk, evaluate, runs};
use crate::data::Table;
use crate::ml::estimator::{self, Target};
use crate::ml::features::{self, OwnedTarget, Preparation, Selection, TargetKind};
use crate::ml::pipeline::{InputError, Inputs, Pipeline};
use crate::ml::progress::{self, CurvePoint};
use crate::ml::spec::{self, CheckedParams, EstimatorSpec, Task};
use crate::ml::split::{PartSize, Split, TrainTestSplit};
use crate::tracking::{Artifact, DatasetUse, RunId, RunStatus};
use crate::world::command::{Missing, Phase, Progress, TrainRequest};
use crate::world::{CommandError, Dataset, Event, Reply, WorldError};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The path of what was learned, from columns to predictions, among the run's artifacts.
const MODEL_ARTIFACT: &str = "model/model.postcard";
/// The longest list of features that is logged as a parameter, in characters.
const FEATURES_CHARS: usize = 500;

/// Carries the training out. What is wrong with the request is refused before a run begins; a fit that fails
/// leaves a failed run that says why.
pub(super) fn train(
    desk: &mut Desk<'_>,
    tables: &BTreeMap<String, Rc<Table>>,
    request: &TrainRequest,
) -> Result<Reply, CommandError> {
    let plan = Plan::new(desk, tables, request)?;
    let run = runs::start(desk, &request.experiment, request.run_name.as_deref())?;
    plan.log_start(desk, &run)?;
    let result = plan.fit_and_measure(desk, &run);
    let status = if result.is_ok() { RunStatus::Finished } else { RunStatus::Failed };
    if let Err(error) = &result {
        let text: String = error.to_string().chars().take(crate::tracking::MAX_TAG_CHARS).collect();
        desk.tell(Event::TagSet { run: run.clone(), key: "error".into(), value: text })?;
    }
    desk.tell(Event::RunEnded { run: run.clone(), status })?;
    result.map(|()| Reply::Run(run))
}

/// A request of which everything was checked.
struct Plan<'a> {
    request: &'a TrainRequest,
    table: &'a Table,
    dataset: Dataset,
    estimator: &'static EstimatorSpec,
    params: CheckedParams,
    scaler: Option<CheckedParams>,
    /// The rows of the table that are used; the split counts in these.
    rows: Vec<usize>,
    target: OwnedTarget,
    preparation: Preparation,
    split: Split,
}

impl<'a> Plan<'a> {
    fn new(
        desk: &Desk<'_>,
        tables: &'a BTreeMap<String, Rc<Table>>,
        request: &'a TrainRequest,
    ) -> Result<Self, CommandError> {
        let id = &request.dataset;
        let dataset = desk.state.dataset(id).ok_or_else(|| WorldError::NoSuchDataset(id.clone()))?.clone();
        let table = tables.get(&dataset.table).ok_or_else(|| CommandError::Content(dataset.table.clone()))?;
        let estimator = find(&request.estimator)?;
        let params = spec::check(estimator, &request.params).map_err(CommandError::Params)?;
        let scaler = request.scaler.as_deref().map(|id| {
            let spec = find(id)?;
            spec::check(spec, &BTreeMap::new()).map_err(CommandError::Params)
        });
        let missing = match request.missing {
            Missing::Drop => features::Missing::Drop,
            Missing::Fill => features::Missing::Impute,
        };
        let target = target_kind(estimator).zip(request.target.as_deref()).map(|(kind, name)| (name, kind));
        let Selection { rows, target } = features::select(table, &request.features, target, missing)?;
        let split = split(request, rows.len(), &target)?;
        let train = of_table(&rows, &split.train);
        let preparation = Preparation::learn(table, &request.features, &train, missing)?;
        let scaler = scaler.transpose()?;
        Ok(Self { request, table, dataset, estimator, params, scaler, rows, target, preparation, split })
    }

    fn log_start(&self, desk: &mut Desk<'_>, run: &RunId) -> Result<(), CommandError> {
        let mut log = |key: &str, value: String| {
            desk.tell(Event::ParamLogged { run: run.clone(), key: key.into(), value })
        };
        for (name, value) in self.params.iter() {
            log(name, value.to_string())?;
        }
        log("features", shortened(&self.request.features))?;
        if let Some(target) = self.request.target.as_ref().filter(|_| target_kind(self.estimator).is_some()) {
            log("target", target.clone())?;
            log("test_size", self.request.test_size.to_string())?;
            log("split_seed", self.request.seed.to_string())?;
            log("stratify", if self.request.stratify { "True" } else { "False" }.into())?;
        }
        log("scaler", self.scaler.as_ref().map_or("None", |scaler| scaler.spec().class).into())?;
        let tags = [
            ("estimator_name", self.estimator.class.to_owned()),
            ("estimator_class", format!("{}.{}", self.estimator.module, self.estimator.class)),
        ];
        for (key, value) in tags {
            desk.tell(Event::TagSet { run: run.clone(), key: key.into(), value })?;
        }
        let (name, digest) = (self.dataset.name.clone(), self.dataset.fingerprint.clone());
        let input = DatasetUse { name, digest, context: "training".into() };
        desk.tell(Event::InputLogged { run: run.clone(), input })?;
        Ok(())
    }

    fn fit_and_measure(&self, desk: &mut Desk<'_>, run: &RunId) -> Result<(), CommandError> {
        let inputs = self.inputs()?;
        let part_x = |part: &[usize]| inputs.of(self.table, &of_table(&self.rows, part)).map_err(unsuitable);
        let (train_x, test_x) = (part_x(&self.split.train)?, part_x(&self.split.test)?);
        let (train_y, test_y) = (part(&self.target, &self.split.train), part(&self.target, &self.split.test));
        let model = {
            let mut live = Live { desk, run, failure: None };
            let model = estimator::fit(&self.params, train_x.view(), train_y.view(), &mut live)?;
            live.failure.map_or(Ok(model), Err)?
        };
        let total = self.split.test.len() as u64;
        desk.out.progress(Progress { phase: Phase::Evaluating, done: 0, total });
        let measured = if target_kind(self.estimator).is_some() {
            evaluate::supervised(&model, (&train_x, &train_y), (&test_x, &test_y))?
        } else {
            evaluate::unsupervised(&model, &train_x)?
        };
        for (key, step, value) in measured.metrics {
            desk.tell(Event::MetricLogged { run: run.clone(), key, step, value })?;
        }
        if let Some(evaluation) = measured.evaluation {
            let bytes = serde_json::to_vec(&evaluation).map_err(unwritable)?;
            keep(desk, run, crate::world::evaluation::ARTIFACT, bytes)?;
        }
        let bytes = Pipeline { inputs, model }.to_bytes().map_err(unwritable)?;
        keep(desk, run, MODEL_ARTIFACT, bytes)
    }

    /// What comes before the model; the scaler learns from the training rows alone too.
    fn inputs(&self) -> Result<Inputs, CommandError> {
        let mut inputs = Inputs { preparation: self.preparation.clone(), scaler: None };
        if let Some(scaler) = &self.scaler {
            let train = of_table(&self.rows, &self.split.train);
            let x = inputs.of(self.table, &train).map_err(unsuitable)?;
            inputs.scaler = Some(estimator::fit(scaler, x.view(), Target::None, &mut progress::Silent)?);
        }
        Ok(inputs)
    }
}

/// Rows of the table from places among those that are used.
fn of_table(rows: &[usize], places: &[usize]) -> Vec<usize> {
    places.iter().filter_map(|place| rows.get(*place).copied()).collect()
}

fn unsuitable(error: InputError) -> CommandError {
    match error {
        InputError::Features(error) => error.into(),
        InputError::Numbers(error) => evaluate::failed(error),
    }
}

fn find(id: &str) -> Result<&'static EstimatorSpec, CommandError> {
    spec::find(id).ok_or_else(|| CommandError::NoSuchEstimator(id.into()))
}

/// What the target is for the estimator; `None` when it has none.
fn target_kind(estimator: &EstimatorSpec) -> Option<TargetKind> {
    match estimator.tasks.first()? {
        Task::Classification => Some(TargetKind::Classes),
        Task::Regression => Some(TargetKind::Numbers),
        Task::Clustering | Task::Reduction => None,
    }
}

/// Rows to learn from and rows to measure on; without a target all rows are learned from.
fn split(request: &TrainRequest, rows: usize, target: &OwnedTarget) -> Result<Split, CommandError> {
    let stratify = match target {
        OwnedTarget::None => return Ok(Split { train: (0..rows).collect(), test: Vec::new() }),
        OwnedTarget::Classes { codes, .. } if request.stratify => Some(codes.as_slice()),
        _ => None,
    };
    let split = TrainTestSplit {
        test_size: Some(PartSize::Share(request.test_size)),
        random_state: request.seed,
        stratify,
        ..TrainTestSplit::default()
    };
    Ok(split.split(rows)?)
}

/// The target of some rows.
fn part(target: &OwnedTarget, rows: &[usize]) -> OwnedTarget {
    match target {
        OwnedTarget::None => OwnedTarget::None,
        OwnedTarget::Numbers(numbers) => {
            OwnedTarget::Numbers(rows.iter().filter_map(|&row| numbers.get(row).copied()).collect())
        }
        OwnedTarget::Classes { codes, labels } => OwnedTarget::Classes {
            codes: rows.iter().filter_map(|&row| codes.get(row).copied()).collect(),
            labels: labels.clone(),
        },
    }
}

fn shortened(features: &[String]) -> String {
    let all = features.join(", ");
    if all.chars().count() <= FEATURES_CHARS {
        return all;
    }
    let start: String = all.chars().take(FEATURES_CHARS).collect();
    format!("{start}… ({})", features.len())
}

fn keep(desk: &mut Desk<'_>, run: &RunId, path: &str, bytes: Vec<u8>) -> Result<(), CommandError> {
    let size = bytes.len() as u64;
    let artifact = Artifact { hash: desk.keep(bytes), bytes: size };
    desk.tell(Event::ArtifactLogged { run: run.clone(), path: path.into(), artifact })?;
    Ok(())
}

fn unwritable(error: impl std::fmt::Display) -> CommandError {
    CommandError::Evaluation(error.to_string())
}

/// Tells how the fit goes on: progress to the page, points of the learning curve into the run.
struct Live<'a, 'b> {
    desk: &'a mut Desk<'b>,
    run: &'a RunId,
    failure: Option<CommandError>,
}

impl progress::Progress for Live<'_, '_> {
    fn step(&mut self, done: usize, total: usize, point: Option<CurvePoint>) {
        if let Some(CurvePoint { metric, step, value }) = point {
            let step = i64::try_from(step).unwrap_or(i64::MAX);
            let event = Event::MetricLogged { run: self.run.clone(), key: metric.into(), step, value };
            if let Err(error) = self.desk.tell(event) {
                self.failure = Some(error.into());
            }
        }
        self.desk.out.progress(Progress { phase: Phase::Fitting, done: done as u64, total: total as u64 });
    }
}
