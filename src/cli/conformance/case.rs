//! One recorded case and what we answer to it.

use serde::Serialize;
use serde_json::Value;

/// How a case went. It is printed as one line of JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// Which case it is.
    pub case: String,
    /// Whether we answer as the real tool did.
    pub ok: bool,
    /// What the real tool answered.
    pub expected: Value,
    /// What we answer.
    pub got: Value,
}

impl Verdict {
    /// Compares an answer with the recorded one.
    pub fn new(case: String, expected: &Value, got: Value) -> Self {
        Self { case, ok: same(expected, &got), expected: expected.clone(), got }
    }
}

/// Where a message goes on with a Python set, whose order is another in each run of the real tool.
const SETS: [&str; 2] = ["Valid keys are '{", "not one of '{"];

/// Whether two answers are the same, but for the order in sets that messages print.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) => before_set(a) == before_set(b),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other)))
        }
        _ => a == b,
    }
}

fn before_set(text: &str) -> &str {
    let end = SETS.iter().filter_map(|mark| text.find(mark).map(|at| at + mark.len())).min();
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}
