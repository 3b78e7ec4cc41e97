//! The suite `numerics`: seeded random numbers, splits, models, frames as text and hashes, as our numpy, pandas and
//! scikit-learn answer them. The questions are asked in Python, by `numerics.py` beside this file.

use super::super::program;
use super::case::Verdict;
use serde_json::{Value, json};

const PROGRAM: &str = include_str!("numerics.py");
/// Closed forms and seeded numbers agree within this share.
const CLOSE: f64 = 1e-6;
/// What a solver finds agrees within this share of the greatest number: at its default settings scikit-learn stops as
/// far from the optimum, where ours goes on.
const SOLVED: f64 = 3e-2;
/// Models that a solver finds.
const SOLVERS: [&str; 3] = ["logreg", "lasso", "enet"];
/// How many steps a solver took is its own affair.
const STEPS: &str = "n_iter";
/// What the file says of itself.
const VERSIONS: &str = "versions";

/// Answers the cases of one file.
///
/// # Errors
/// When it holds no cases of this kind.
pub fn run(file: &str) -> Result<Vec<Verdict>, serde_json::Error> {
    let cases: serde_json::Map<String, Value> = serde_json::from_str(file)?;
    let answers = answers(file);
    let mut verdicts = Vec::new();
    for (name, expected) in cases.iter().filter(|(name, _)| *name != VERSIONS) {
        let here = answers.iter().filter(|(place, _)| place.first() == Some(name));
        let before = verdicts.len();
        verdicts.extend(here.map(|(place, got)| verdict(place, expected, got)));
        if verdicts.len() == before {
            let got = json!(answers.last().map_or("no answer", |_| "nothing here knows this entry"));
            verdicts.push(Verdict { case: name.clone(), ok: false, expected: expected.clone(), got });
        }
    }
    Ok(verdicts)
}

/// Where each answer belongs, and the answer. A program that could not be run answers nothing.
fn answers(file: &str) -> Vec<(Vec<String>, Value)> {
    let Ok(ran) = program::run(PROGRAM, &[("cases.json", file)]) else { return Vec::new() };
    ran.stdout.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn verdict(place: &[String], entry: &Value, got: &Value) -> Verdict {
    let below = |value: &Value, key: &String| match value {
        Value::Array(items) => key.parse::<usize>().ok().and_then(|at| items.get(at).cloned()),
        other => other.get(key).cloned(),
    };
    let expected = place.iter().skip(1).try_fold(entry.clone(), |value, key| below(&value, key));
    let expected = expected.unwrap_or(Value::Null);
    let is_solved = place.iter().any(|part| SOLVERS.iter().any(|solver| part.starts_with(solver)));
    let ok = if place.last().is_some_and(|part| part == STEPS) {
        numbers(&expected).len() == numbers(got).len() && numbers(got).iter().all(|steps| *steps >= 1.0)
    } else {
        let greatest = numbers(&expected).into_iter().fold(0.0, |most: f64, number| most.max(number.abs()));
        if is_solved {
            agrees(&expected, got, &|_| SOLVED * greatest)
        } else {
            agrees(&expected, got, &|number| CLOSE * number.abs().max(1.0))
        }
    };
    Verdict { case: place.join("."), ok, expected, got: got.clone() }
}

/// Whether two answers are alike, with so much room around a fraction.
fn agrees(one: &Value, two: &Value, room: &dyn Fn(f64) -> f64) -> bool {
    match (one, two) {
        (Value::Array(one), Value::Array(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| agrees(one, two, room))
        }
        (Value::Number(a), Value::Number(b)) if !(a.is_i64() && b.is_i64() || a.is_u64() && b.is_u64()) => {
            let (Some(one), Some(two)) = (a.as_f64(), b.as_f64()) else { return false };
            (one - two).abs() <= room(one)
        }
        _ => one == two,
    }
}

/// All numbers in an answer.
fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(items) => items.iter().flat_map(numbers).collect(),
        Value::Number(number) => number.as_f64().into_iter().collect(),
        _ => Vec::new(),
    }
}
