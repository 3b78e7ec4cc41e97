//! A CSV of 100,000 rows and 20 columns: read, measured and stored in the worker, and, through the file input of
//! the page, until its columns are shown.

use super::engine::{AT, Engine};
use super::report::{Figure, median};
use super::worlds;
use crate::webdriver::{Page, Result, Stage, StepError};
use crate::workspace::{Call, MemoryOutbox, Workspace};
use crate::world::{Command, Source, State};
use std::time::Instant;

const ROWS: usize = 100_000;
const ROUNDS: usize = 3;
const BAR_MILLIS: f64 = 2000.0;

/// Notes when a file is chosen, and when all columns are painted.
const WATCH: &str = "self.benchChosen = self.benchColumns = 0;
    addEventListener('change', () => { self.benchChosen = performance.now(); }, { capture: true, once: true });
    const look = () => document.querySelectorAll('article.column').length === 20
        ? self.benchPainted((now) => { self.benchColumns = now; })
        : requestAnimationFrame(look);
    look();";

pub(super) async fn measure(stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
    let bytes = worlds::mixed_csv(ROWS).into_bytes();
    #[expect(clippy::cast_precision_loss)]
    let megabytes = bytes.len() as f64 / 1e6;
    stage.file("site/table.bin", &bytes)?;
    let page = Page::open(stage, "profile", "en/data/").await?;
    let (state, _) = State::begin("bench", AT);
    let mut engine = Engine::start(&page, &state).await?;
    let mut world = Workspace::new(state);
    let (mut here, mut there, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Another name makes another data set: one that is there already would not be measured and kept.
        let name = format!("table {round}");
        let command = Command::AddDataset { name: name.clone(), source: Source::File(name) };
        there.push(engine.call(command.clone(), Some("/table.bin")).await?.1);
        here.push(native(&mut world, Call { upload: Some(bytes.clone()), ..Call::plain(AT, command) })?);
    }
    page.js("self.bench.worker.terminate()").await?;
    for round in 0..ROUNDS {
        shown.push(show(&page, &stage.file(&format!("table{round}.csv"), &bytes)?).await?);
    }
    figures.push(
        Figure::new("in the worker", median(there), "ms")
            .bar(BAR_MILLIS)
            .part("native ms", median(here))
            .part("MB", megabytes),
    );
    figures.push(Figure::new("from the file input until shown", median(shown), "ms"));
    Ok(())
}

fn native(world: &mut Workspace, call: Call) -> Result<f64> {
    let began = Instant::now();
    let added = world.execute(call, &MemoryOutbox::shared(Vec::new()));
    added.map_err(|problem| StepError::new("the native twin", problem))?;
    Ok(began.elapsed().as_secs_f64() * 1000.0)
}

async fn show(page: &Page, file: &std::path::Path) -> Result<f64> {
    page.visit("data").await?;
    page.gone("article.column").await?;
    page.js(WATCH).await?;
    page.give_file("#csv-file", file).await?;
    let took =
        page.wait("the columns", "return self.benchColumns && self.benchColumns - self.benchChosen").await?;
    page.at_rest().await?;
    Ok(took.as_f64().unwrap_or(f64::NAN))
}
