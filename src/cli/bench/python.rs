//! Python in the browser: how soon it is there and how fast it calls, beside Pyodide; what a fit costs from Python
//! beside the same fit from Rust; and how fast models train beside npm's packages. The parties share page and browser.

use super::engine::{AT, Engine};
use super::millis;
use super::report::{Figure, median};
use super::worlds;
use crate::webdriver::{Page, Result, Stage, StepError};
use crate::world::State;
use serde_json::{Value, json};
use std::path::PathBuf;

/// How often each start is measured, each time in a browser that has never seen the site.
const STARTS: usize = 3;
/// How often each training is measured.
const ROUNDS: usize = 5;
/// Ours over Pyodide's.
const START_BAR: f64 = 1.0 / 8.0;
const CALLS_BAR: f64 = 4.5;
/// A fit from Python over the same from Rust, and what may come on top.
const FIT_BAR: f64 = 1.1;
const FIT_ROOM_MILLIS: f64 = 0.3;
/// Ours over the npm package's.
const RIVAL_BAR: f64 = 1.0;

/// A million method calls.
const CALLS: &str = "
class Counter:
    def __init__(self):
        self.count = 0

    def step(self):
        self.count += 1

counter = Counter()
for _ in range(1_000_000):
    counter.step()
";

/// From the making of a worker until its first Python statement has run.
const START: &str = "const [parts, bytes, done] = arguments;
    const array = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const engine = document.querySelector('meta[name=dojo-engine]').content;
    const began = performance.now();
    const worker = new Worker(new URL(engine, document.baseURI), { type: 'module' });
    worker.onerror = (error) => done(error.message);
    worker.onmessage = () => {
        const { port1, port2 } = new MessageChannel();
        const [state, snapshot, write, run] = parts.map(array);
        let replies = 0;
        port1.onmessage = ({ data }) => {
            if (data[0][0] > 2 && ++replies === 2) done(performance.now() - began);
        };
        worker.postMessage([state, snapshot], [state.buffer, snapshot.buffer, port2]);
        port1.postMessage([write, array(bytes)]);
        port1.postMessage([run]);
    };";

/// The same of Pyodide, which then waits for programs.
const START_RIVAL: &str = "const [done] = arguments;
    const began = performance.now();
    const worker = new Worker('/rivals/python.js', { type: 'module' });
    worker.onerror = (error) => done(error.message);
    worker.onmessage = () => {
        self.rival = worker;
        done(performance.now() - began);
    };";

/// How long a program takes in Pyodide.
const RUN_RIVAL: &str = "const [program, done] = arguments;
    self.rival.onmessage = ({ data }) => done(data);
    self.rival.postMessage(program);";

/// The npm packages' trainings.
const TRAIN_RIVALS: &str = "const [rows, classes, rounds, done] = arguments;
    const worker = new Worker('/rivals/rivals.js', { type: 'module' });
    worker.onerror = (error) => done(error.message);
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage({ rows, classes, rounds });";

pub(super) async fn measure(stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
    rivals(stage)?;
    start(stage, figures).await?;
    let page = Page::open(stage, "profile", "en/").await?;
    let (state, _) = State::begin("bench", AT);
    let mut engine = Engine::start(&page, &state).await?;
    calls(&page, &mut engine, figures).await?;
    fits(&mut engine, figures).await?;
    trainings(&page, &mut engine, figures).await
}

/// Puts what `DOJO_RIVALS` names beside the site.
fn rivals(stage: &Stage) -> Result<()> {
    let folder = std::env::var_os("DOJO_RIVALS").map(PathBuf::from);
    let folder =
        folder.ok_or_else(|| StepError::new("DOJO_RIVALS", "it does not say where the others are"))?;
    stage.add_to_site("rivals", &folder)
}

async fn start(stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..STARTS {
        // The parties take turns in being first.
        for turn in [round % 2, (round + 1) % 2] {
            let page = Page::open(stage, &format!("start-{round}-{turn}"), "en/").await?;
            page.at_rest().await?;
            if turn == 0 {
                let (parts, program) = Engine::first_words("1\n")?;
                ours.push(millis(&page, START, vec![json!(parts), json!(program)]).await?);
            } else {
                theirs.push(millis(&page, START_RIVAL, Vec::new()).await?);
            }
        }
    }
    let (ours, theirs) = (median(ours), median(theirs));
    figures.push(
        Figure::new("Python ready, over Pyodide", ours / theirs, "×")
            .bar(START_BAR)
            .part("ours ms", ours)
            .part("Pyodide ms", theirs),
    );
    Ok(())
}

async fn calls(page: &Page, engine: &mut Engine<'_>, figures: &mut Vec<Figure>) -> Result<()> {
    millis(page, START_RIVAL, Vec::new()).await?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let (_, nothing) = engine.run("1\n").await?;
        let (_, all) = engine.run(CALLS).await?;
        ours.push(all - nothing);
        theirs.push(millis(page, RUN_RIVAL, vec![json!(CALLS)]).await?);
    }
    let (ours, theirs) = (median(ours), median(theirs));
    figures.push(
        Figure::new("a million method calls, over Pyodide", ours / theirs, "×")
            .bar(CALLS_BAR)
            .part("ours ms", ours)
            .part("Pyodide ms", theirs),
    );
    Ok(())
}

/// Runs a program that prints JSON as its last line.
async fn told(engine: &mut Engine<'_>, program: &str) -> Result<Value> {
    let (printed, _) = engine.run(program).await?;
    let last = printed.lines().last().unwrap_or_default();
    serde_json::from_str(last).map_err(|_| StepError::new("a program in the worker", &printed))
}

async fn fits(engine: &mut Engine<'_>, figures: &mut Vec<Figure>) -> Result<()> {
    let told = told(engine, include_str!("fits.py")).await?;
    for (name, times) in told.as_object().into_iter().flatten() {
        let (python, rust) = (times["python"].as_f64(), times["rust"].as_f64());
        let (python, rust) = (python.unwrap_or(f64::NAN), rust.unwrap_or(f64::NAN));
        figures.push(
            Figure::new(format!("{name}.fit beyond the Rust fit"), python - rust * FIT_BAR, "ms")
                .bar(FIT_ROOM_MILLIS)
                .part("Python ms", python)
                .part("Rust ms", rust),
        );
    }
    Ok(())
}

async fn trainings(page: &Page, engine: &mut Engine<'_>, figures: &mut Vec<Figure>) -> Result<()> {
    // npm's trees and forests take time with the square of the rows.
    let (rows, classes) = worlds::learnable(500, 20, 3);
    let theirs = page
        .client
        .execute_async(TRAIN_RIVALS, vec![json!(rows), json!(classes), json!(ROUNDS)])
        .await
        .map_err(|problem| StepError::new("the npm packages", problem))?;
    let data = json!({ "rows": rows, "classes": classes, "rounds": ROUNDS }).to_string();
    let program = format!("DATA = {data:?}\n{}", include_str!("trainings.py"));
    let ours = told(engine, &program).await?;
    for name in ["tree", "forest", "logistic", "kmeans"] {
        let (own, other) = (ours[name].as_f64(), theirs[name].as_f64());
        let (own, other) = (own.unwrap_or(f64::NAN), other.unwrap_or(f64::NAN));
        figures.push(
            Figure::new(format!("training a {name}, over npm's"), own / other, "×")
                .bar(RIVAL_BAR)
                .part("ours ms", own)
                .part("npm ms", other),
        );
    }
    Ok(())
}
