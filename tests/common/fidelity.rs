//! The scripts of `tests/fidelity`, and what the real tools printed and logged for them
//! (`tests/record/fidelity.py`).
//!
//! Texts must be equal, numbers within 1e-6, as closed forms are. A script's header says what else must be lived
//! with: `# tolerance 1e-4: why` for numbers that a solver iterates to, and `# known N: why` for line N of the record.
//! A difference that is gone must be taken out of the header.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::tracking::Run;
use mlops_dojo::world::State;
use mlops_dojo::world::program::Outcome;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

/// A script and its record.
pub struct Script {
    pub name: String,
    pub source: String,
    recorded: String,
}

/// What came of a script here.
pub struct Ran {
    pub outcome: Outcome,
    pub stdout: String,
    pub stderr: String,
    /// The world afterwards.
    pub state: State,
}

/// All scripts, by name.
pub fn scripts() -> Vec<Script> {
    let files = fs::read_dir("tests/fidelity").unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<Script> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| Script {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            source: fs::read_to_string(&path).unwrap(),
            recorded: fs::read_to_string(path.with_extension("out")).unwrap(),
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(found.len() >= 60, "only {} scripts", found.len());
    found
}

impl Script {
    /// What is not as it was recorded, a line each.
    pub fn differences(&self, ran: &Ran) -> Vec<String> {
        let (tolerance, mut known) = (self.tolerance(), self.known());
        let got = as_recorded(ran);
        let (recorded, got): (Vec<_>, Vec<_>) = (self.recorded.lines().collect(), got.lines().collect());
        let mut found = Vec::new();
        for at in 0..recorded.len().max(got.len()) {
            let (was, is) = (recorded.get(at).unwrap_or(&"(nothing)"), got.get(at).unwrap_or(&"(nothing)"));
            let excused = known.remove(&(at + 1)).is_some();
            if same(was, is, tolerance) == excused {
                found.push(format!("{}:{}\n  real {was}\n  ours {is}", self.name, at + 1));
            }
        }
        found.extend(known.keys().map(|line| format!("{}: the record has no line {line}", self.name)));
        found
    }

    fn tolerance(&self) -> f64 {
        let header = self.source.lines().find_map(|line| line.strip_prefix("# tolerance "));
        header.map_or(1e-6, |line| line.split(':').next().unwrap().parse().unwrap())
    }

    fn known(&self) -> BTreeMap<usize, String> {
        let headers = self.source.lines().filter_map(|line| line.strip_prefix("# known ")?.split_once(':'));
        headers.map(|(line, why)| (line.parse().unwrap(), why.trim().to_owned())).collect()
    }
}

/// A run in the words of `tests/record/fidelity.py`.
fn as_recorded(ran: &Ran) -> String {
    let mut end = vec![format!("exit {}", ran.outcome.exit_code)];
    if ran.outcome.exit_code != 0 {
        let line = ran.outcome.problem.as_ref().and_then(|problem| problem.line);
        end.extend(line.map(|line| format!("line {line}")));
        end.extend(ran.stderr.lines().last().map(str::to_owned));
    }
    let mut runs: Vec<String> =
        ran.state.tracking().runs().iter().map(|run| run_line(&ran.state, run)).collect();
    runs.sort();
    if !runs.is_empty() {
        end.push("-----".into());
        end.append(&mut runs);
    }
    format!("{}-----\n{}\n", ran.stdout, end.join("\n"))
}

fn run_line(state: &State, run: &Run) -> String {
    let experiment = state.tracking().experiment(&run.experiment).unwrap();
    let status = run.status.name();
    let metrics: BTreeMap<&String, Vec<Value>> = run
        .metrics
        .iter()
        .filter(|(key, _)| !key.ends_with("_time"))
        .map(|(key, points)| (key, points.iter().map(|point| json!([point.step, point.value])).collect()))
        .collect();
    let tags: BTreeMap<_, _> = run.tags.iter().filter(|(key, _)| !key.starts_with("mlflow.")).collect();
    // MLflow keeps models beside the runs' artifacts.
    let models: Vec<&str> = run.artifacts.keys().filter_map(|path| path.strip_suffix("/MLmodel")).collect();
    let in_model = |path: &str| models.iter().any(|model| path.starts_with(&format!("{model}/")));
    let artifacts: Vec<&String> = run.artifacts.keys().filter(|path| !in_model(path)).collect();
    // Written by hand, because the order of the keys is that of the record.
    format!(
        "{{\"run\":{},\"experiment\":{},\"status\":\"{status}\",\"params\":{},\"metrics\":{},\"tags\":{},\"nested\":{},\
         \"models\":{},\"artifacts\":{}}}",
        json!(if is_made_up(&run.name) { "*" } else { &run.name }),
        json!(experiment.name),
        json!(run.params),
        json!(metrics),
        json!(tags),
        run.tags.contains_key("mlflow.parentRunId"),
        json!(models),
        json!(artifacts),
    )
}

fn is_made_up(name: &str) -> bool {
    let parts: Vec<&str> = name.split('-').collect();
    let word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts[..], [a, b, c] if word(a) && word(b) && digits(c))
}

/// Whether two lines are equal up to their numbers, and those within the tolerance.
fn same(was: &str, is: &str, tolerance: f64) -> bool {
    if was == is {
        return true;
    }
    let (was, is) = (tokens(was), tokens(is));
    was.len() == is.len()
        && was.iter().zip(&is).all(|(a, b)| match (a.parse::<f64>(), b.parse::<f64>()) {
            (Ok(x), Ok(y)) => x == y || (x - y).abs() <= tolerance * x.abs().max(1.0),
            _ => a == b,
        })
}

/// Numbers, and what stands between them; how many spaces there are depends on the digits.
fn tokens(line: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut in_number = false;
    let mut previous = ' ';
    for c in line.chars() {
        let starts = c.is_ascii_digit() && !previous.is_alphanumeric() && previous != '_';
        let goes_on = in_number
            && (c.is_ascii_digit() || matches!(c, '.' | 'e') || (matches!(c, '-' | '+') && previous == 'e'));
        if goes_on {
            found.last_mut().unwrap().push(c);
        } else if starts {
            let minus = found.last_mut().filter(|last| last.ends_with('-')).map(|last| last.pop());
            found.push(minus.map_or(String::new(), |_| "-".into()) + &c.to_string());
        } else if in_number || found.is_empty() {
            found.push(c.to_string());
        } else {
            found.last_mut().unwrap().push(c);
        }
        in_number = goes_on || starts;
        previous = c;
    }
    found
        .into_iter()
        .map(|token| token.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|token| !token.is_empty())
        .collect()
}
