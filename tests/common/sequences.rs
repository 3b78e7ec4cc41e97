//! Random command sequences, the same on every machine: the native tests and those in a browser run them and
//! must come to one and the same state.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::hash::sha256_hex;
use mlops_dojo::base::random::RandomState;
use mlops_dojo::base::time::Timestamp;
use mlops_dojo::tracking::{ExperimentId, RunId, RunStatus};
use mlops_dojo::workspace::{Call, MemoryOutbox, Workspace};
use mlops_dojo::world::command::MetricValue;
use mlops_dojo::world::project::BinId;
use mlops_dojo::world::{Command, Source, Stamped, State, snapshot};

/// How many sequences there are.
pub const COUNT: u32 = 1_000;
/// What [`digest`] gives everywhere.
pub const DIGEST: &str = "9e1966a016c9f4b9cdc83b00071c8d68ddd0732169cf4b73491ecffdb96ccf87";

/// What a sequence came to.
pub struct Sequence {
    /// All that happened.
    pub events: Vec<Stamped>,
    /// The state of the workspace at its end.
    pub state: State,
}

/// Runs the sequence of that seed.
pub fn run(seed: u32) -> Sequence {
    let mut random = RandomState::new(seed);
    let (state, first) = State::begin(&format!("world {seed}"), Timestamp(0));
    let mut workspace = Workspace::new(state);
    let out = MemoryOutbox::shared(vec![first]);
    for step in 0..below(&mut random, 40) {
        let (command, upload) = command(&mut random, workspace.state());
        let at = Timestamp(i64::from(step) * 7 + i64::from(below(&mut random, 5)));
        let call = Call { upload, ..Call::plain(at, command) };
        // Many are refused: that must change nothing, and does so everywhere alike.
        let _ = workspace.execute(call, &out);
    }
    Sequence { events: out.take().events, state: workspace.state().clone() }
}

/// One hash over the final states of all sequences.
pub fn digest() -> String {
    let digests: String =
        (0..COUNT).map(|seed| sha256_hex(&snapshot::encode(&run(seed).state).unwrap())).collect();
    sha256_hex(digests.as_bytes())
}

fn command(random: &mut RandomState, state: &State) -> (Command, Option<Vec<u8>>) {
    let run = any_run(random, state);
    let keys = ["loss", "accuracy", "val/loss", "bad=key", ""];
    let key = keys[below(random, 5) as usize].to_owned();
    let command = match below(random, 14) {
        0 | 1 => Command::StartRun { experiment: any_experiment(random, state), name: None },
        2 => Command::CreateExperiment { name: format!("experiment {}", below(random, 3)) },
        3 | 4 => Command::LogMetrics {
            run,
            metrics: (0..below(random, 6)).map(|step| metric(random, &key, i64::from(step))).collect(),
        },
        5 => Command::LogParams { run, params: vec![(key, format!("{}", below(random, 3)))] },
        6 => Command::SetTag { run, key, value: "値".repeat(below(random, 4) as usize) },
        7 => Command::EndRun {
            run,
            status: [RunStatus::Finished, RunStatus::Failed, RunStatus::Killed][below(random, 3) as usize],
        },
        8 => Command::RenameRun { run, name: ["new name", "", "別名"][below(random, 3) as usize].into() },
        9 => Command::DeleteRuns { runs: vec![run] },
        10 => Command::RestoreRuns { runs: vec![run] },
        11 | 12 => return file(random),
        _ => return data(random, state),
    };
    (command, None)
}

fn file(random: &mut RandomState) -> (Command, Option<Vec<u8>>) {
    let mut path = || {
        let parts = ["a", "b", "a/b", "a/b/c.txt", "c.txt", "", "../x", "a//./c.txt"];
        parts[below(random, parts.len() as u32) as usize].to_owned()
    };
    let (from, to) = (path(), path());
    match below(random, 11) {
        0..=2 => {
            let text = format!("line {}\n", below(random, 3)).repeat(below(random, 4) as usize);
            (Command::WriteFile { path: from }, Some(text.into_bytes()))
        }
        3 => (Command::MakeFolder { path: from }, None),
        4 => (Command::RemovePath { path: from }, None),
        5 => (Command::CopyPath { from, to }, None),
        6 => (Command::BinPaths { paths: vec![from, to] }, None),
        7 => (Command::BinPaths { paths: vec![from] }, None),
        8 => (Command::EmptyBin { bin: BinId(u64::from(below(random, 3))) }, None),
        9 => (Command::SetExecutable { path: from, executable: below(random, 2) == 0 }, None),
        _ => (Command::MovePath { from, to }, None),
    }
}

fn data(random: &mut RandomState, state: &State) -> (Command, Option<Vec<u8>>) {
    if let (Some(set), 0) = (state.datasets().first(), below(random, 3)) {
        return (Command::RemoveDataset { dataset: set.id.clone() }, None);
    }
    let rows: String = (0..below(random, 6))
        .map(|_| {
            format!(
                "{},{},{}\n",
                random.random_sample(),
                below(random, 100),
                ["a", "b", "\"c", ""][below(random, 4) as usize]
            )
        })
        .collect();
    let name = format!("set {}", below(random, 2));
    (
        Command::AddDataset { name, source: Source::File("set.csv".into()) },
        Some(format!("x,y,z\n{rows}").into_bytes()),
    )
}

fn metric(random: &mut RandomState, key: &str, step: i64) -> MetricValue {
    let value = match below(random, 8) {
        0 => f64::NAN,
        1 => f64::INFINITY,
        2 => f64::NEG_INFINITY,
        3 => -0.0,
        _ => random.random_sample() * 1e3,
    };
    MetricValue { key: key.into(), value, step, at: None }
}

fn any_run(random: &mut RandomState, state: &State) -> RunId {
    let runs = state.tracking().runs();
    let pick = below(random, u32::try_from(runs.len()).unwrap() + 1) as usize;
    runs.get(pick).map_or_else(|| RunId("f".repeat(32)), |run| run.id.clone())
}

fn any_experiment(random: &mut RandomState, state: &State) -> ExperimentId {
    let experiments = state.tracking().experiments();
    experiments[below(random, u32::try_from(experiments.len()).unwrap()) as usize].id.clone()
}

/// A whole number from 0 to `end` - 1; 0 when `end` is 0.
fn below(random: &mut RandomState, end: u32) -> u32 {
    (random.random_sample() * f64::from(end)) as u32
}
