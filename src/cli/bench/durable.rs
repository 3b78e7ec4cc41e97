//! How long a logged metric takes to be durable: the page's own worker gets the command to log 10,000 metrics over
//! the page's own channel, and the clock stops when the page says that their transaction has completed. So it
//! covers the worker's batches, the messages, the fold in the page, the JSON and IndexedDB.

use super::engine::Engine;
use super::millis;
use super::report::{Figure, median};
use crate::tracking::ExperimentId;
use crate::webdriver::{Page, Result, Stage, StepError, id};
use crate::world::command::MetricValue;
use crate::world::{Command, Reply};
use serde_json::json;

const METRICS: u32 = 10_000;
const ROUNDS: usize = 5;
const BAR_MILLIS: f64 = 0.05;

const LOG: &str = "const [head, wanted, done] = arguments;
    const kept = () => Number(document.querySelector('[data-testid=\"kept\"]').dataset.saved);
    const message = [Uint8Array.from(atob(head), (c) => c.charCodeAt(0))];
    const goal = kept() + wanted;
    const began = performance.now();
    const watch = new MutationObserver(() => {
        if (kept() < goal) return;
        watch.disconnect();
        done(performance.now() - began);
    });
    watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-saved'] });
    self.bench.port.postMessage(message, message.map((part) => part.buffer));";

pub(super) async fn measure(stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
    let page = Page::open(stage, "profile", "en/data/").await?;
    // The page starts its worker with the first command.
    page.click(&id("add-iris")).await?;
    page.wait("the data set's page", "return location.search.startsWith('?set=')").await?;
    page.at_rest().await?;
    let mut engine = Engine::of(&page).await?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let start = Command::StartRun { experiment: ExperimentId("0".into()), name: None };
        let (Reply::Run(run), _) = engine.call(start, None).await? else {
            return Err(StepError::new("start a run", "the worker made none"));
        };
        page.settled().await?;
        let metric = |step: u32| MetricValue {
            key: format!("metric_{}", step % 5),
            value: f64::from(step).sqrt(),
            step: i64::from(step),
            at: None,
        };
        let head =
            engine.parcel(Command::LogMetrics { run, metrics: (0..METRICS).map(metric).collect() }, false)?;
        times.push(millis(&page, LOG, vec![json!(head), json!(METRICS)]).await?);
        page.settled().await?;
    }
    let whole = median(times);
    figures.push(
        Figure::new("a metric, of 10,000", whole / f64::from(METRICS), "ms")
            .bar(BAR_MILLIS)
            .part("all ms", whole),
    );
    Ok(())
}
