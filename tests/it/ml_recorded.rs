//! Reads what the real tools answered: our own recordings, and the shared conformance folder where there is one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ndarray::Array2;
use serde_json::Value;

/// The recording tests/it/recorded/`name`.json.
pub fn recorded(name: &str) -> Value {
    let path = format!("tests/it/recorded/{name}.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The shared file of numbers, or `None` (with one line that says so) where `DOJO_CASES` names no folder.
pub fn shared_numbers(test: &str) -> Option<Value> {
    let Ok(folder) = std::env::var("DOJO_CASES") else {
        println!("{test}: skipped, DOJO_CASES names no folder of conformance cases");
        return None;
    };
    let path = std::path::Path::new(&folder).join("numpy_sklearn_pandas.json");
    Some(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

/// A list of numbers.
#[track_caller]
pub fn floats(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|item| item.as_f64().unwrap()).collect()
}

/// A list of whole numbers from zero.
#[track_caller]
pub fn counts(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(|item| item.as_u64().unwrap() as usize).collect()
}

/// A list of rows of numbers.
#[track_caller]
pub fn matrix(value: &Value) -> Array2<f64> {
    let rows: Vec<Vec<f64>> = value.as_array().unwrap().iter().map(floats).collect();
    let columns = rows.first().map_or(0, Vec::len);
    Array2::from_shape_vec((rows.len(), columns), rows.concat()).unwrap()
}

/// Whether all numbers are within `tolerance`, taken relative for numbers above 1.
#[track_caller]
pub fn assert_close(got: &[f64], expected: &[f64], tolerance: f64, what: &str) {
    assert_eq!(got.len(), expected.len(), "{what}: number of values");
    for (index, (got, expected)) in got.iter().zip(expected).enumerate() {
        let off = (got - expected).abs() / expected.abs().max(1.0);
        assert!(off <= tolerance, "{what}[{index}]: got {got}, expected {expected}, off by {off:e}");
    }
}
