//! What Python adds to sums, products and sorts of a million numbers: numpy's functions beside the same functions of
//! ours called from Rust, both in this process.

use super::report::{Figure, Section, median};
use crate::array::binary::{Binary, apply};
use crate::array::reduce::Reduce;
use crate::array::{Array, ArrayError};
use crate::base::random::RandomState;
use crate::cli::program::{self, ProgramError};
use std::hint::black_box;
use std::time::Instant;

const NUMBERS: usize = 1_000_000;
const ROUNDS: usize = 15;
/// numpy over the same from Rust, and what may come on top.
const BAR: f64 = 1.2;
const ROOM_MILLIS: f64 = 0.3;

/// A function of two arrays.
type Function = fn(&Array, &Array) -> Result<Array, ArrayError>;

/// The functions of `numbers.py`, by the names that it gives them.
const FUNCTIONS: [(&str, Function); 4] = [
    ("sum", |one, _| one.reduced(Reduce::Sum, None, false)),
    ("product of two", |one, two| {
        apply(Binary::Multiply, one, two, (None, None)).map(|(product, _)| product)
    }),
    ("product of all", |one, _| one.reduced(Reduce::Product, None, false)),
    ("sort", |one, _| one.sorted(-1)),
];

/// Measures the functions from both sides.
pub(super) fn measure() -> Section {
    let (figures, problem) = match figures() {
        Ok(figures) => (figures, None),
        Err(problem) => (Vec::new(), Some(problem)),
    };
    Section { benchmark: "numbers", browser: None, figures, problem }
}

fn figures() -> Result<Vec<Figure>, String> {
    let ran =
        program::run(include_str!("numbers.py"), &[]).map_err(|problem: ProgramError| problem.to_string())?;
    let python: serde_json::Value =
        serde_json::from_str(&ran.stdout).map_err(|_| format!("{}{}", ran.stdout, ran.stderr))?;
    let mut random = RandomState::new(0);
    let mut numbers = || Array::from_f64(&[NUMBERS], random.rand(NUMBERS));
    let (one, two) = (numbers(), numbers());
    FUNCTIONS.iter().map(|(name, function)| figure(name, &python[name], *function, &one, &two)).collect()
}

fn figure(
    name: &str,
    python: &serde_json::Value,
    function: Function,
    one: &Array,
    two: &Array,
) -> Result<Figure, String> {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let began = Instant::now();
        black_box(function(one, two).map_err(|problem| problem.to_string())?);
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    let (python, rust) = (python.as_f64().unwrap_or(f64::NAN), median(times));
    Ok(Figure::new(format!("numpy's {name} beyond Rust's"), python - rust * BAR, "ms")
        .bar(ROOM_MILLIS)
        .part("Python ms", python)
        .part("Rust ms", rust))
}
