//! Training in the browser's worker against the same code natively: the same command through the same
//! `Workspace`, from features and split to the fit, the metrics and the model's bytes. The parties take turns, so
//! that whatever else the machine does disturbs both.

use super::engine::{AT, Engine};
use super::report::{Figure, median};
use super::worlds;
use crate::ml::spec::{ESTIMATORS, EstimatorSpec, ParamValue, Task};
use crate::tracking::ExperimentId;
use crate::webdriver::{Page, Result, Stage, StepError};
use crate::workspace::{Call, MemoryOutbox, Workspace};
use crate::world::command::Missing;
use crate::world::{Command, DatasetId, Reply, Source, State, TrainRequest};
use std::time::Instant;

/// How often each estimator is measured once its times have settled.
const ROUNDS: usize = 13;
/// The browser compiles hot code anew while it runs: it is given so many trainings for that at the most …
const WARM_UPS: usize = 12;
/// … and milliseconds, and no more when two times in a row are as close as this.
const WARM_UP_MILLIS: f64 = 3000.0;
const SETTLED: f64 = 0.03;
/// Shorter trainings do not count: clocks and messages would be measured.
const SHORTEST_MILLIS: f64 = 1.0;
/// Bounds of browser over native.
const MEAN_BAR: f64 = 1.5;
const WORST_BAR: f64 = 3.0;

/// A made-up table.
#[derive(Clone, Copy)]
struct Table {
    name: &'static str,
    rows: usize,
    columns: usize,
}

const TABLES: [Table; 4] = [
    Table { name: "small", rows: 1_000, columns: 20 },
    Table { name: "long", rows: 12_000, columns: 20 },
    Table { name: "longest", rows: 50_000, columns: 20 },
    Table { name: "wide", rows: 2_000, columns: 100 },
];

/// The table on which an estimator takes some ten milliseconds, and the parameters beside its defaults.
fn setting(id: &str) -> (Table, Vec<(&'static str, ParamValue)>) {
    let [small, long, longest, wide] = TABLES;
    let trees = |count| vec![("n_estimators", ParamValue::Integer(count))];
    match id {
        "random_forest_classifier" => (small, trees(30)),
        "random_forest_regressor" => (small, trees(10)),
        "decision_tree_classifier" | "decision_tree_regressor" => {
            (long, vec![("max_depth", ParamValue::Integer(6))])
        }
        "svc" | "svr" | "k_neighbors_classifier" | "k_neighbors_regressor" => (small, Vec::new()),
        "lasso" | "elastic_net" => (longest, vec![("alpha", ParamValue::Float(0.01))]),
        "gaussian_nb" | "linear_regression" | "ridge" => (longest, Vec::new()),
        "pca" => (wide, Vec::new()),
        _ => (long, Vec::new()),
    }
}

/// Measures all estimators; scalers are no models and are left out.
pub(super) async fn measure(stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
    let page = Page::open(stage, "profile", "en/").await?;
    let (state, _) = State::begin("bench", AT);
    let mut engine = Engine::start(&page, &state).await?;
    let mut native = Workspace::new(state);
    for table in TABLES {
        add(stage, table, &mut engine, &mut native).await?;
    }
    let mut ratios = Vec::new();
    for spec in ESTIMATORS.iter().filter(|spec| is_model(spec)) {
        let command = command(spec, &native)?;
        let (here, there) = both(&command, &mut engine, &mut native).await?;
        let ratio = there / here;
        if here >= SHORTEST_MILLIS {
            ratios.push(ratio);
        }
        let (table, _) = setting(spec.id);
        let name = format!("{} ({}×{})", spec.id, table.rows, table.columns);
        figures.push(Figure::new(name, ratio, "×").part("native ms", here).part("browser ms", there));
    }
    #[expect(clippy::cast_precision_loss)]
    let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
    let worst = ratios.iter().copied().fold(0.0, f64::max);
    figures.push(Figure::new("geometric mean", mean, "×").bar(MEAN_BAR));
    figures.push(Figure::new("worst", worst, "×").bar(WORST_BAR));
    Ok(())
}

fn is_model(spec: &EstimatorSpec) -> bool {
    spec.module != "sklearn.preprocessing"
}

/// Gives both worlds the same table.
async fn add(stage: &Stage, table: Table, engine: &mut Engine<'_>, native: &mut Workspace) -> Result<()> {
    let bytes = worlds::learnable_csv(table.rows, table.columns, 3).into_bytes();
    let file = format!("{}.bin", table.name);
    stage.file(&format!("site/{file}"), &bytes)?;
    let command = Command::AddDataset { name: table.name.into(), source: Source::File(table.name.into()) };
    engine.call(command.clone(), Some(&format!("/{file}"))).await?;
    let call = Call { upload: Some(bytes), ..Call::plain(AT, command) };
    execute(native, call).map(drop)
}

fn command(spec: &EstimatorSpec, world: &Workspace) -> Result<Command> {
    let (table, params) = setting(spec.id);
    let dataset = world.state().datasets().iter().find(|dataset| dataset.name == table.name);
    let dataset: DatasetId = dataset
        .map(|dataset| dataset.id.clone())
        .ok_or_else(|| StepError::new(table.name, "it was not added"))?;
    let target = match spec.tasks.first() {
        Some(Task::Classification) => Some("class".to_owned()),
        Some(Task::Regression) => Some("y".to_owned()),
        _ => None,
    };
    Ok(Command::Train(Box::new(TrainRequest {
        experiment: ExperimentId("0".into()),
        run_name: Some(spec.id.into()),
        dataset,
        target,
        features: (0..table.columns).map(|column| format!("x{column}")).collect(),
        missing: Missing::Drop,
        estimator: spec.id.into(),
        params: params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        scaler: None,
        test_size: 0.25,
        seed: 0,
        stratify: false,
    })))
}

/// Native and browser milliseconds: medians over rounds in which each has its turn.
async fn both(command: &Command, engine: &mut Engine<'_>, native: &mut Workspace) -> Result<(f64, f64)> {
    warm_up(command, engine, native).await?;
    let (mut here, mut there, mut empty) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        here.push(execute(native, Call::plain(AT, command.clone()))?.1);
        there.push(engine.call(command.clone(), None).await?.1);
        empty.push(engine.call(nothing(), None).await?.1);
    }
    // What a message takes there and back is no training.
    Ok((median(here), (median(there) - median(empty)).max(0.0)))
}

async fn warm_up(command: &Command, engine: &mut Engine<'_>, native: &mut Workspace) -> Result<()> {
    execute(native, Call::plain(AT, command.clone()))?;
    let (mut last, mut spent) = (f64::INFINITY, 0.0);
    for turn in 0..WARM_UPS {
        let (_, millis) = engine.call(command.clone(), None).await?;
        spent += millis;
        let settled = (millis - last).abs() <= SETTLED * millis;
        if (settled && turn >= 3) || spent > WARM_UP_MILLIS {
            break;
        }
        last = millis;
    }
    Ok(())
}

/// A command of which nothing comes.
fn nothing() -> Command {
    Command::DeleteRuns { runs: Vec::new() }
}

fn execute(world: &mut Workspace, call: Call) -> Result<(Reply, f64)> {
    let out = MemoryOutbox::shared(Vec::new());
    let began = Instant::now();
    let reply = world.execute(call, &out).map_err(|problem| StepError::new("the native twin", problem))?;
    Ok((reply, began.elapsed().as_secs_f64() * 1000.0))
}
