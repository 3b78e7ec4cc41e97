//! Runs by hand: start, log, end, name, delete and restore.

use super::{Desk, names};
use crate::base::hash::sha256_hex;
use crate::tracking::{Artifact, ExperimentId, RunId, TrackingError};
use crate::world::{Command, CommandError, Event, Reply, WorldError};

pub(super) fn execute(desk: &mut Desk<'_>, command: Command, upload: &[u8]) -> Result<Reply, CommandError> {
    match command {
        Command::CreateExperiment { name } => {
            let experiment = desk.state.next_experiment_id();
            desk.tell(Event::ExperimentCreated { experiment: experiment.clone(), name })?;
            return Ok(Reply::Experiment(experiment));
        }
        Command::StartRun { experiment, name } => {
            return Ok(Reply::Run(start(desk, &experiment, name.as_deref())?));
        }
        Command::LogParams { run, params } => {
            for (key, value) in params {
                desk.tell(Event::ParamLogged { run: run.clone(), key, value })?;
            }
        }
        Command::LogMetrics { run, metrics } => {
            for metric in metrics {
                let (key, step, value) = (metric.key, metric.step, metric.value);
                desk.tell_at(
                    metric.at.unwrap_or(desk.now),
                    Event::MetricLogged { run: run.clone(), key, step, value },
                )?;
            }
        }
        Command::SetTag { run, key, value } => desk.tell(Event::TagSet { run, key, value })?,
        Command::LogArtifact { run, path } => {
            let artifact = Artifact { hash: sha256_hex(upload), bytes: upload.len() as u64 };
            desk.out.blob(&artifact.hash, upload.to_vec());
            desk.tell(Event::ArtifactLogged { run, path, artifact })?;
        }
        Command::EndRun { run, status } => desk.tell(Event::RunEnded { run, status })?,
        Command::RenameRun { run, name } => desk.tell(Event::RunRenamed { run, name })?,
        Command::DeleteRuns { runs } => {
            all_or_none(desk, &runs, true)?;
            for run in runs {
                desk.tell(Event::RunDeleted { run })?;
            }
        }
        Command::RestoreRuns { runs } => {
            all_or_none(desk, &runs, false)?;
            for run in runs {
                desk.tell(Event::RunRestored { run })?;
            }
        }
        // The others are not about runs.
        _ => {}
    }
    Ok(Reply::Done)
}

/// Starts a run.
pub(super) fn start(
    desk: &mut Desk<'_>,
    experiment: &ExperimentId,
    name: Option<&str>,
) -> Result<RunId, CommandError> {
    let run = desk.state.next_run_id();
    let name = name.map_or_else(|| names::made_up(&run), str::to_owned);
    desk.tell(Event::RunStarted { run: run.clone(), experiment: experiment.clone(), name })?;
    Ok(run)
}

/// Looks at all runs before the first is touched.
fn all_or_none(desk: &Desk<'_>, runs: &[RunId], active: bool) -> Result<(), WorldError> {
    let mut seen = std::collections::BTreeSet::new();
    for id in runs {
        let run = desk.state.tracking().run(id).ok_or_else(|| TrackingError::NoSuchRun(id.clone()))?;
        if run.is_active() != active || !seen.insert(id) {
            let (deleted, not_deleted) = (TrackingError::RunDeleted, TrackingError::RunNotDeleted);
            return Err(if active { deleted(id.clone()) } else { not_deleted(id.clone()) }.into());
        }
    }
    Ok(())
}
