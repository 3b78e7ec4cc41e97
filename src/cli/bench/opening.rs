//! The table of runs of a long journal: how soon it stands there when the page is opened anew, and how long the
//! page's only thread is busy with a keystroke in the filter, with sorting and with scrolling by a screen.

use super::report::{Figure, median};
use super::worlds;
use crate::webdriver::{Page, Result, Stage, StepError, id};
use serde_json::Value;
use std::time::Instant;

const ROUNDS: usize = 5;
const OPEN_BAR_MILLIS: f64 = 1000.0;
const FILTER_BAR_MILLIS: f64 = 50.0;

/// Waits for a snapshot in the journal, as the next visitor finds one.
const SNAPSHOT: &str = "const done = arguments[arguments.length - 1];
    const ask = () => {
        const opening = indexedDB.open('mlops-dojo');
        opening.onsuccess = () => {
            const database = opening.result;
            const keys = database.transaction('snapshots').objectStore('snapshots').getAllKeys();
            keys.onsuccess = () => {
                const newest = Math.max(0, ...keys.result);
                database.close();
                newest > 1000 ? done(newest) : setTimeout(ask, 100);
            };
        };
    };
    ask();";

/// Does things one after the other. Of each: how long the page's thread was busy with it, that is the event with
/// all that follows at once, and the frame that shows it; and how long it took until that frame was painted.
const ACT: &str = "const [kind, values, done] = arguments;
    const input = document.querySelector('#runs-filter');
    const scroller = document.querySelector('.scroller');
    const acts = {
        filter: (text) => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); },
        sort: (column) => document.querySelectorAll('.runs__sort')[column].click(),
        scroll: (screens) => {
            scroller.scrollTop = screens * scroller.clientHeight;
            scroller.dispatchEvent(new Event('scroll'));
        },
    };
    const look = () => document.querySelector('tr[data-run]')?.dataset.run
        + document.querySelector('[data-testid=\"runs-count\"]').innerText;
    const seen = [];
    const next = () => {
        if (seen.length === values.length) return done(seen);
        const before = look();
        const channel = new MessageChannel();
        const began = performance.now();
        channel.port1.onmessage = () => {
            const busy = performance.now() - began;
            self.benchPainted((now, frame) => {
                seen.push({ busy: busy + frame, painted: now - began, changed: look() !== before });
                setTimeout(next, 30);
            });
        };
        acts[kind](values[seen.length]);
        channel.port2.postMessage(null);
    };
    next();";

pub(super) async fn measure(stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
    for (runs, metrics) in [(1_000, 50), (10_000, 4)] {
        let page = Page::open(stage, &format!("runs-{runs}"), "en/settings/").await?;
        let name = format!("{runs} runs × {metrics} metrics");
        let file = stage.file(&format!("{runs}.dojo"), worlds::archive_of_runs(runs, metrics)?)?;
        let began = Instant::now();
        page.give_file("#import-file", &file).await?;
        page.shown(&format!("{} .toast__text", id("toast"))).await?;
        page.gone(".toast--failed").await?;
        page.settled().await?;
        figures.push(Figure::new(format!("{name}: import"), began.elapsed().as_secs_f64() * 1000.0, "ms"));
        let shown = open(&page).await?;
        let shown = Figure::new(format!("{name}: opened"), shown, "ms");
        figures.push(if runs == 10_000 { shown.bar(OPEN_BAR_MILLIS) } else { shown });
        if runs == 10_000 {
            use_table(&page, figures).await?;
        }
    }
    Ok(())
}

/// Milliseconds from the navigation's begin until the table has its rows.
async fn open(page: &Page) -> Result<f64> {
    let waited = page.client.execute_async(SNAPSHOT, Vec::new()).await;
    waited.map_err(|problem| StepError::new("the snapshot", problem))?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        page.goto("en/runs/").await?;
        let shown = page.wait("the rows", "return self.benchRowsShown").await?;
        times.push(shown.as_f64().unwrap_or(f64::NAN));
        page.settled().await?;
    }
    Ok(median(times))
}

async fn use_table(page: &Page, figures: &mut Vec<Figure>) -> Result<()> {
    let typed = ["s", "sv", "svc", "svc-1", "svc-12", "", "max_depth=3", ""];
    let filter = act(page, "filter", &typed.map(Value::from)).await?;
    figures.push(filter.named("a keystroke in the filter").bar(FILTER_BAR_MILLIS));
    let sort = act(page, "sort", &[0, 3, 5, 2, 2].map(Value::from)).await?;
    figures.push(sort.named("sorting by a column"));
    let scroll = act(page, "scroll", &[1, 2, 3, 50, 0].map(Value::from)).await?;
    figures.push(scroll.named("scrolling by a screen"));
    Ok(())
}

/// The slowest of several things that were done, each at its median over the rounds.
struct Slowest {
    busy: f64,
    painted: f64,
}

impl Slowest {
    fn named(self, name: &str) -> Figure {
        Figure::new(format!("10000 runs: {name}"), self.busy, "ms").part("until painted ms", self.painted)
    }
}

async fn act(page: &Page, kind: &str, values: &[Value]) -> Result<Slowest> {
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let said = page.client.execute_async(ACT, vec![kind.into(), values.into()]).await;
        let said = said.map_err(|problem| StepError::new(kind, problem))?;
        let said: Vec<Value> =
            serde_json::from_value(said).map_err(|problem| StepError::new(kind, problem))?;
        if said.iter().all(|one| one["changed"] == false) {
            return Err(StepError::new(kind, "the table did not change"));
        }
        rounds.push(said);
    }
    let worst = |key: &str| {
        let of = |place: usize| {
            median(rounds.iter().filter_map(|round| round.get(place)?[key].as_f64()).collect())
        };
        (0..values.len()).map(of).fold(0.0, f64::max)
    };
    Ok(Slowest { busy: worst("busy"), painted: worst("painted") })
}
