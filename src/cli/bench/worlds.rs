//! Made-up worlds and tables: the same ones in every run, from seeds.

use super::engine::AT;
use crate::base::hash::sha256_hex;
use crate::base::random::{Continuous, RandomState};
use crate::base::time::Timestamp;
use crate::tracking::{ExperimentId, RunId, RunStatus};
use crate::webdriver::{Result, StepError};
use crate::world::{Event, Stamped, archive};
use std::fmt::Write as _;

/// How many events stand in one line of an archive.
const LINE: usize = 4096;
/// What the made-up runs were trained with.
const ESTIMATORS: [&str; 4] = ["RandomForestClassifier", "SVC", "LogisticRegression", "GaussianNB"];

/// An archive of finished runs with `metrics` logged values each, as an export would have it.
pub(super) fn archive_of_runs(runs: usize, metrics: usize) -> Result<Vec<u8>> {
    let mut random = RandomState::new(7);
    let mut events = vec![Stamped { at: AT, event: Event::WorldCreated { seed: "bench".into() } }];
    for number in 0..runs {
        add_run(&mut events, number, metrics, &mut random);
    }
    let unwritable = |problem: serde_json::Error| StepError::new("write an archive", problem);
    let lines = events.chunks(LINE).map(serde_json::to_string).collect::<serde_json::Result<Vec<_>>>();
    archive::write(&lines.map_err(unwritable)?, events.len() as u64, &[]).map_err(unwritable)
}

fn add_run(events: &mut Vec<Stamped>, number: usize, metrics: usize, random: &mut RandomState) {
    let at = Timestamp(AT.0 + i64::try_from(number).unwrap_or_default() * 60_000);
    let run = RunId(sha256_hex(format!("run {number}").as_bytes()).chars().take(32).collect());
    let mut tell = |event| events.push(Stamped { at, event });
    let estimator = ESTIMATORS.get(number % ESTIMATORS.len()).copied().unwrap_or_default();
    let name = format!("{}-{number}", estimator.to_lowercase());
    tell(Event::RunStarted { run: run.clone(), experiment: ExperimentId("0".into()), name });
    for (key, value) in [("n_estimators", number % 300), ("max_depth", number % 12), ("random_state", 0)] {
        tell(Event::ParamLogged { run: run.clone(), key: key.into(), value: value.to_string() });
    }
    tell(Event::TagSet { run: run.clone(), key: "estimator_name".into(), value: estimator.into() });
    // A learning curve and, at its end, what was measured on the test rows.
    for step in 0..metrics {
        let rest = metrics - step;
        let key = match rest {
            1 => "test_accuracy",
            2 => "test_f1_macro",
            _ => "loss",
        };
        let step = if rest <= 2 { 0 } else { i64::try_from(step).unwrap_or_default() };
        tell(Event::MetricLogged { run: run.clone(), key: key.into(), step, value: random.random_sample() });
    }
    tell(Event::RunEnded { run, status: RunStatus::Finished });
}

/// A table of numbers as CSV: `x0` … with normally distributed columns that hang together with two targets, `y` a
/// number and `class` one of three words.
pub(super) fn learnable_csv(rows: usize, columns: usize, seed: u32) -> String {
    let mut random = RandomState::new(seed);
    let weights = random.randn(columns);
    let mut text: String = (0..columns).map(|column| format!("x{column},")).collect();
    text.push_str("y,class\n");
    for _ in 0..rows {
        let row = random.randn(columns);
        let told: f64 = row.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
        let y = told + random.standard_normal();
        let class = if y < -2.0 {
            "low"
        } else if y > 2.0 {
            "high"
        } else {
            "middle"
        };
        for value in row {
            // Writing to a String cannot fail.
            let _ = write!(text, "{value:.5},");
        }
        let _ = writeln!(text, "{y:.5},{class}");
    }
    text
}

/// Rows and their classes, for whoever is given no file.
pub(super) fn learnable(rows: usize, columns: usize, seed: u32) -> (Vec<Vec<f64>>, Vec<usize>) {
    let mut random = RandomState::new(seed);
    let weights = random.randn(columns);
    let table: Vec<Vec<f64>> = (0..rows).map(|_| random.randn(columns)).collect();
    let class = |row: &Vec<f64>| {
        let told: f64 = row.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
        usize::from(told > -2.0) + usize::from(told > 2.0)
    };
    let classes = table.iter().map(class).collect();
    (table, classes)
}

/// A table as a visitor may have one: 20 columns of numbers, dates and words, about 25 MB in 100,000 rows.
pub(super) fn mixed_csv(rows: usize) -> String {
    let mut random = RandomState::new(11);
    let mut text = String::from("id,day,city,kind,note");
    text.extend((5..20).map(|column| format!(",value_{column}")));
    text.push('\n');
    for row in 0..rows {
        let pick = |from: &[&'static str]| from.get(row * 7 % 11 % from.len()).copied().unwrap_or_default();
        let _ = write!(
            text,
            "{row},2026-{:02}-{:02},{},{},entry number {row} of the list",
            row % 12 + 1,
            row % 28 + 1,
            pick(&["Tokyo", "Osaka", "Sapporo", "Naha", "Kyoto"]),
            pick(&["first", "second", "third"])
        );
        for _ in 5..20 {
            let _ = write!(text, ",{:.8}", random.random_sample() * 1000.0);
        }
        text.push('\n');
    }
    text
}
