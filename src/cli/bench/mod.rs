//! `dojo bench`: how fast and how large the built site is, each number against its bar. One file a benchmark;
//! `./dev bench` builds the site and says where it and the browsers are.

mod csv;
mod durable;
mod engine;
mod numbers;
mod opening;
mod python;
mod report;
mod sizes;
mod stopping;
mod training;
mod worlds;

use super::{Arguments, Failure};
use crate::webdriver::{Browser, Page, Result, Stage, StepError};
use report::{Figure, Report, Section};
use std::path::Path;
use std::time::{Duration, Instant};

/// Where the numbers are written.
const OUTPUT: &str = "target/bench.json";
/// No benchmark takes longer in one browser.
const LIMIT: Duration = Duration::from_secs(240);
/// Before the page's own scripts: keeps the channels to its workers where a script finds them, and the moment in
/// which the table of runs first stands there, in milliseconds since the navigation began.
const PRELUDE: &str = "(() => {
    const Channel = self.MessageChannel;
    self.benchChannels = [];
    self.MessageChannel = function () {
        const channel = new Channel();
        self.benchChannels.push(channel);
        return channel;
    };
    self.benchPainted = (then) => requestAnimationFrame(() => {
        const began = performance.now();
        const { port1, port2 } = new Channel();
        port1.onmessage = () => then(performance.now(), performance.now() - began);
        port2.postMessage(null);
    });
    const look = () => document.querySelector('tr[data-run]')
        ? self.benchPainted((now) => { self.benchRowsShown = now; })
        : requestAnimationFrame(look);
    look();
})();";

/// `dojo bench [--only NAME]`: measures, prints and writes; fails only when something could not be measured.
pub fn bench(arguments: &[String]) -> std::result::Result<(), Failure> {
    let arguments = Arguments::parse(arguments, &["--only"], &[])?;
    let wanted = |name: &str| arguments.option("--only").is_none_or(|only| only == name);
    let mut report = Report::default();
    if wanted("sizes") {
        let (section, files) = sizes::measure()?;
        print!("{}", section.table());
        report.sections.push(section);
        report.files = files;
    }
    if wanted("numbers") {
        let section = numbers::measure();
        print!("{}", section.table());
        report.sections.push(section);
    }
    for browser in Browser::wanted()? {
        if !browser.is_here() {
            println!("\n{} is not here: skipped", browser.name());
            continue;
        }
        for benchmark in BENCHMARKS.iter().copied().filter(|benchmark| wanted(benchmark.name())) {
            let section = run(benchmark, browser)?;
            print!("{}", section.table());
            report.sections.push(section);
        }
    }
    write(&report)?;
    print!("\n== All in one ==\n{}written to {OUTPUT}\n", report.table());
    let unmeasured = report.sections.iter().filter(|section| section.problem.is_some()).count();
    if unmeasured == 0 {
        Ok(())
    } else {
        Err(Failure::Failed(format!("{unmeasured} benchmarks did not end")))
    }
}

/// What is measured in each browser.
#[derive(Clone, Copy)]
enum Benchmark {
    Training,
    Durable,
    Opening,
    Stopping,
    Csv,
    Python,
}

const BENCHMARKS: [Benchmark; 6] = [
    Benchmark::Training,
    Benchmark::Durable,
    Benchmark::Opening,
    Benchmark::Stopping,
    Benchmark::Csv,
    Benchmark::Python,
];

impl Benchmark {
    fn name(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::Durable => "durable",
            Self::Opening => "opening",
            Self::Stopping => "stopping",
            Self::Csv => "csv",
            Self::Python => "python",
        }
    }

    async fn measure(self, stage: &Stage, figures: &mut Vec<Figure>) -> Result<()> {
        match self {
            Self::Training => training::measure(stage, figures).await,
            Self::Durable => durable::measure(stage, figures).await,
            Self::Opening => opening::measure(stage, figures).await,
            Self::Stopping => stopping::measure(stage, figures).await,
            Self::Csv => csv::measure(stage, figures).await,
            Self::Python => python::measure(stage, figures).await,
        }
    }
}

/// One benchmark in a browser of its own, which goes with it. What was measured before something failed stays.
fn run(benchmark: Benchmark, browser: Browser) -> std::result::Result<Section, Failure> {
    let began = Instant::now();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut figures = Vec::new();
    let outcome = runtime.block_on(async {
        let stage = Stage::new(browser, PRELUDE)?;
        match tokio::time::timeout(LIMIT, benchmark.measure(&stage, &mut figures)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(StepError::new(benchmark.name(), format_args!("not done within {LIMIT:?}"))),
        }
    });
    let problem = outcome.err().map(|problem| problem.to_string());
    eprintln!("{} in {}: {:.0} s", benchmark.name(), browser.name(), began.elapsed().as_secs_f64());
    Ok(Section { benchmark: benchmark.name(), browser: Some(browser.name()), figures, problem })
}

fn write(report: &Report) -> std::result::Result<(), Failure> {
    let text = serde_json::to_string_pretty(report)?;
    if let Some(folder) = Path::new(OUTPUT).parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(OUTPUT, text)?)
}

/// What a script that answers later says, as a number of milliseconds.
async fn millis(page: &Page, script: &str, arguments: Vec<serde_json::Value>) -> Result<f64> {
    let said = page.client.execute_async(script, arguments).await;
    let said = said.map_err(|problem| StepError::new(script, problem))?;
    said.as_f64().ok_or_else(|| StepError::new(script, format_args!("no number but {said}")))
}
