//! `_mlflow`: experiments and runs of the learner's world, for the package `mlflow`.
//!
//! What the world refuses is raised as `mlflow.MlflowException` in MLflow's words (mlflow 3.17, SQLite store).

pub(super) use _mlflow::module_def;

use crate::base::time::Timestamp;
use crate::python::machine::{Machine, MachineObject};
use crate::tracking::{NameProblem, Run, RunId, TrackingError};
use crate::world::{Command, CommandError, Reply, State, WorldError};
use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

const INVALID: &str = "INVALID_PARAMETER_VALUE";
const UNKNOWN: &str = "RESOURCE_DOES_NOT_EXIST";

/// MLflow's error code and message for what the world refused of `run`; `called` is the key's name in the message.
fn worded(error: &CommandError, run: &str, called: (&str, &str)) -> (&'static str, String) {
    let CommandError::World(WorldError::Tracking(error)) = error else {
        return ("INTERNAL_ERROR", error.to_string());
    };
    match error {
        TrackingError::NoSuchRun(id) => (UNKNOWN, format!("Run with id={id} not found")),
        TrackingError::NoSuchExperiment(id) => (UNKNOWN, format!("No Experiment with id={id} exists")),
        TrackingError::ExperimentExists(name) => {
            ("RESOURCE_ALREADY_EXISTS", format!("Experiment(name={name}) already exists."))
        }
        TrackingError::RunDeleted(id) => {
            (INVALID, format!("The run {id} must be in the 'active' state. Current state is deleted."))
        }
        TrackingError::ParamChanged { key, old, new } => (
            INVALID,
            format!(
                "Changing param values is not allowed. Param with key='{key}' was already logged with value='{old}' \
                 for run ID='{run}'. Attempted logging new value '{new}'."
            ),
        ),
        TrackingError::Name { key, problem } => (INVALID, bad_name(key, problem, called)),
        other => (INVALID, other.to_string()),
    }
}

fn bad_name(key: &str, problem: &NameProblem, (called, when_long): (&str, &str)) -> String {
    match problem {
        NameProblem::Empty | NameProblem::Path => format!(
            "Invalid value \"{key}\" for parameter '{called}' supplied: Names may be treated as files in certain \
             cases, and must not resolve to other names when treated as such. This name would resolve to '{}'",
            resolved(key)
        ),
        NameProblem::Character { .. } => format!(
            "Invalid value \"{}\" for parameter '{called}' supplied: Names may only contain alphanumerics, \
             underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
            key.escape_debug()
        ),
        NameProblem::TooLong { limit, .. } => {
            format!("'{when_long}' exceeds the maximum length of {limit} characters")
        }
    }
}

/// A path without its empty and `.` parts, and with `..` taken back: `posixpath.normpath`.
fn resolved(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        match (part, parts.last()) {
            ("..", Some(last)) if *last != ".." => {
                parts.pop();
            }
            ("..", None) if path.starts_with('/') => {}
            _ => parts.push(part),
        }
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    let normal = format!("{root}{}", parts.join("/"));
    if normal.is_empty() { ".".into() } else { normal }
}

/// Carries a command out in the learner's world.
fn execute(command: Command, upload: &[u8], vm: &VirtualMachine) -> PyResult<Reply> {
    // What MLflow calls the key of the command, and what when it is too long.
    let called = match command {
        Command::LogMetrics { .. } => ("name", "Metric name"),
        Command::LogParams { .. } => ("key", "Param key"),
        _ => ("key", "key"),
    };
    let run = match &command {
        Command::LogParams { run, .. } => run.0.clone(),
        _ => String::new(),
    };
    let machine: PyRef<MachineObject> = Machine::of(vm)?;
    machine.host().execute(command, upload, machine.now()).map_err(|error| {
        let (code, message) = worded(&error, &run, called);
        exception(code, message, vm).unwrap_or_else(|error| error)
    })
}

/// An `MlflowException` of the package.
fn exception(code: &str, message: String, vm: &VirtualMachine) -> PyResult<PyBaseExceptionRef> {
    let class = vm.import("mlflow", 0)?.get_attr("MlflowException", vm)?;
    let made = class.call((message, code.to_owned()), vm)?;
    made.downcast().map_err(|_| vm.new_runtime_error("mlflow.MlflowException was replaced"))
}

/// What `reader` finds in the learner's world.
fn look<T>(vm: &VirtualMachine, mut reader: impl FnMut(&State) -> T) -> PyResult<Option<T>> {
    let mut found = None;
    Machine::of(vm)?.host().look(&mut |state| found = Some(reader(state)));
    Ok(found)
}

/// What `reader` finds in a run.
fn look_at<T>(run: &str, vm: &VirtualMachine, mut reader: impl FnMut(&Run) -> T) -> PyResult<Option<T>> {
    let id = RunId(run.to_owned());
    Ok(look(vm, |state| state.tracking().run(&id).map(&mut reader))?.flatten())
}

#[rustpython_vm::pymodule]
mod _mlflow {
    use super::{INVALID, Machine, RunId, Timestamp, exception, execute, look, look_at};
    use crate::tracking::search::{self, SearchError, View, check_max_results};
    use crate::tracking::{ExperimentId, RunStatus};
    use crate::world::command::MetricValue;
    use crate::world::{Command, Reply};
    use rustpython_vm::builtins::{PyBytesRef, PyDictRef};
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::function::ArgIntoFloat;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    /// All experiments: id, name, time of making.
    #[pyfunction]
    fn experiments(vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let found = look(vm, |state| {
            let all = state.tracking().experiments().iter();
            all.map(|one| (one.id.0.clone(), one.name.clone(), one.created.0)).collect::<Vec<_>>()
        })?;
        Ok(found.unwrap_or_default().into_iter().map(|row| row.to_pyobject(vm)).collect())
    }

    #[pyfunction]
    fn create_experiment(name: String, vm: &VirtualMachine) -> PyResult<String> {
        match execute(Command::CreateExperiment { name }, &[], vm)? {
            Reply::Experiment(id) => Ok(id.0),
            _ => Err(vm.new_runtime_error("no experiment was made")),
        }
    }

    #[pyfunction]
    fn start_run(experiment: String, name: Option<String>, vm: &VirtualMachine) -> PyResult<String> {
        match execute(Command::StartRun { experiment: ExperimentId(experiment), name }, &[], vm)? {
            Reply::Run(id) => Ok(id.0),
            _ => Err(vm.new_runtime_error("no run was made")),
        }
    }

    #[pyfunction]
    fn rename_run(run: String, name: String, vm: &VirtualMachine) -> PyResult<()> {
        execute(Command::RenameRun { run: RunId(run), name }, &[], vm).map(drop)
    }

    #[pyfunction]
    fn end_run(run: String, status: String, vm: &VirtualMachine) -> PyResult<()> {
        let status = match status.as_str() {
            "RUNNING" => RunStatus::Running,
            "FINISHED" => RunStatus::Finished,
            "FAILED" => RunStatus::Failed,
            "KILLED" => RunStatus::Killed,
            "SCHEDULED" => RunStatus::Scheduled,
            other => return Err(vm.new_value_error(format!("a run cannot be {other}"))),
        };
        execute(Command::EndRun { run: RunId(run), status }, &[], vm).map(drop)
    }

    #[pyfunction]
    fn delete_run(run: String, vm: &VirtualMachine) -> PyResult<()> {
        execute(Command::DeleteRuns { runs: vec![RunId(run)] }, &[], vm).map(drop)
    }

    #[pyfunction]
    fn restore_run(run: String, vm: &VirtualMachine) -> PyResult<()> {
        execute(Command::RestoreRuns { runs: vec![RunId(run)] }, &[], vm).map(drop)
    }

    #[pyfunction]
    fn log_param(run: String, key: String, value: String, vm: &VirtualMachine) -> PyResult<()> {
        execute(Command::LogParams { run: RunId(run), params: vec![(key, value)] }, &[], vm).map(drop)
    }

    /// Without a time, the present is logged.
    #[pyfunction]
    fn log_metric(
        run: String,
        key: String,
        value: ArgIntoFloat,
        step: i64,
        time: Option<i64>,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let metric = MetricValue { key, value: value.into(), step, at: time.map(Timestamp) };
        execute(Command::LogMetrics { run: RunId(run), metrics: vec![metric] }, &[], vm).map(drop)
    }

    #[pyfunction]
    fn set_tag(run: String, key: String, value: String, vm: &VirtualMachine) -> PyResult<()> {
        execute(Command::SetTag { run: RunId(run), key, value }, &[], vm).map(drop)
    }

    #[pyfunction]
    fn log_artifact(run: String, path: String, content: PyBytesRef, vm: &VirtualMachine) -> PyResult<()> {
        execute(Command::LogArtifact { run: RunId(run), path }, content.as_bytes(), vm).map(drop)
    }

    /// The content of an artifact; `None` when there is no such one.
    #[pyfunction]
    fn artifact(run: String, path: String, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let hash = look_at(&run, vm, |run| run.artifacts.get(&path).map(|kept| kept.hash.clone()))?.flatten();
        let machine = Machine::of(vm)?;
        let content = hash.and_then(|hash| machine.host().artifact(&hash));
        Ok(content.map(|bytes| vm.ctx.new_bytes(bytes).into()))
    }

    /// Paths and sizes of what a run keeps.
    #[pyfunction]
    fn artifacts(run: String, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let found = look_at(&run, vm, |run| {
            run.artifacts.iter().map(|(path, kept)| (path.clone(), kept.bytes)).collect::<Vec<_>>()
        })?;
        Ok(found.unwrap_or_default().into_iter().map(|row| row.to_pyobject(vm)).collect())
    }

    /// Ids of the runs of these experiments that pass the filter, in the order that is asked for; `view` is 1 for
    /// those shown, 2 for those in the bin, 3 for both.
    #[pyfunction]
    fn search(
        experiments: Vec<String>,
        filter: String,
        order_by: Vec<String>,
        view: i64,
        most: i64,
        vm: &VirtualMachine,
    ) -> PyResult<Vec<PyObjectRef>> {
        let view = match view {
            1 => View::Active,
            2 => View::Deleted,
            _ => View::All,
        };
        let found = look(vm, |state| {
            let most = check_max_results(most)?;
            let runs = state.tracking().runs().iter().filter(|run| experiments.contains(&run.experiment.0));
            let found = search::search(runs, &filter, &order_by, view)?;
            Ok::<_, SearchError>(found.into_iter().take(most).map(|run| run.id.0.clone()).collect::<Vec<_>>())
        })?;
        let found = found
            .unwrap_or(Ok(Vec::new()))
            .map_err(|error| exception(INVALID, error.to_string(), vm).unwrap_or_else(|error| error))?;
        Ok(found.into_iter().map(|id| id.to_pyobject(vm)).collect())
    }

    /// Ids of the runs of these experiments, the newest first, those in the bin among them.
    #[pyfunction]
    fn runs(experiments: Vec<String>, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let found = look(vm, |state| {
            let all = state.tracking().runs().iter().rev();
            let wanted = all.filter(|run| experiments.contains(&run.experiment.0));
            wanted.map(|run| run.id.0.clone()).collect::<Vec<_>>()
        })?;
        Ok(found.unwrap_or_default().into_iter().map(|id| id.to_pyobject(vm)).collect())
    }

    /// A run's experiment, name, status, start, end and whether it is shown; `None` when there is no such run.
    #[pyfunction]
    fn info(run: String, vm: &VirtualMachine) -> PyResult<Option<PyObjectRef>> {
        let found = look_at(&run, vm, |run| {
            let ended = run.ended.map(|ended| ended.0);
            (
                run.experiment.0.clone(),
                run.name.clone(),
                run.status.name(),
                run.started.0,
                ended,
                run.is_active(),
            )
        })?;
        Ok(found.map(|(experiment, name, status, started, ended, active)| {
            let row: Vec<PyObjectRef> = vec![
                experiment.to_pyobject(vm),
                name.to_pyobject(vm),
                status.to_pyobject(vm),
                started.to_pyobject(vm),
                ended.to_pyobject(vm),
                active.to_pyobject(vm),
            ];
            vm.ctx.new_tuple(row).into()
        }))
    }

    fn dictionary<T: ToPyObject>(
        found: Option<Vec<(String, T)>>,
        vm: &VirtualMachine,
    ) -> PyResult<PyDictRef> {
        let all = vm.ctx.new_dict();
        for (key, value) in found.unwrap_or_default() {
            all.set_item(key.as_str(), value.to_pyobject(vm), vm)?;
        }
        Ok(all)
    }

    #[pyfunction]
    fn params(run: String, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let found = look_at(&run, vm, |run| run.params.clone().into_iter().collect())?;
        dictionary::<String>(found, vm)
    }

    #[pyfunction]
    fn tags(run: String, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let found = look_at(&run, vm, |run| run.tags.clone().into_iter().collect())?;
        dictionary::<String>(found, vm)
    }

    /// The value that stands for each metric.
    #[pyfunction]
    fn metrics(run: String, vm: &VirtualMachine) -> PyResult<PyDictRef> {
        let found = look_at(&run, vm, |run| {
            run.metrics.keys().filter_map(|key| Some((key.clone(), run.latest(key)?))).collect()
        })?;
        dictionary::<f64>(found, vm)
    }

    /// All values of a metric in the order of logging: value, time, step.
    #[pyfunction]
    fn history(run: String, key: String, vm: &VirtualMachine) -> PyResult<Vec<PyObjectRef>> {
        let found = look_at(&run, vm, |run| {
            let points = run.metrics.get(&key).map(Vec::as_slice).unwrap_or_default().iter();
            points.map(|point| (point.value, point.at.0, point.step)).collect::<Vec<_>>()
        })?;
        Ok(found.unwrap_or_default().into_iter().map(|row| row.to_pyobject(vm)).collect())
    }
}
