//! The search for runs finds what MLflow's SQLite store found when it was recorded (`tests/record/mlflow_search.py`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::time::Timestamp;
use mlops_dojo::cli::conformance::SUITES;
use mlops_dojo::tracking::search::{self, SearchError, View};
use mlops_dojo::tracking::{ExperimentId, Point, RunId, Store};
use std::path::Path;

#[test]
fn runs_are_found_as_recorded() {
    let suite = SUITES.iter().find(|suite| suite.name == "mlflow-search").unwrap();
    let file = Path::new("tests/it/recorded/mlflow_search.json");
    let verdicts = suite.verdicts(file).unwrap();
    assert!(verdicts.len() > 250);
    let wrong: Vec<_> = verdicts.iter().filter(|verdict| !verdict.ok).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A thousand runs that began at the same time.
fn store() -> Store {
    let mut store = Store::default();
    for number in 0..1000 {
        let id = RunId(format!("{number:032x}"));
        store.start_run(&id, &ExperimentId("0".into()), &format!("run-{number}"), Timestamp(1)).unwrap();
        let point = Point { step: 0, value: f64::from(number % 10), at: Timestamp(2) };
        store.log_metric(&id, "acc", point).unwrap();
    }
    store
}

#[track_caller]
fn check(filter: &str, order_by: &[&str], count: usize, first: &str) {
    let store = store();
    let order_by: Vec<_> = order_by.iter().map(|key| (*key).to_owned()).collect();
    let found = search::search(store.runs(), filter, &order_by, View::Active).unwrap();
    assert_eq!((found.len(), found[0].name.as_str()), (count, first), "{filter}");
}

#[test]
fn runs_of_a_store() {
    check("", &[], 1000, "run-0");
    check("metrics.acc >= 5", &[], 500, "run-5");
    check("metrics.acc >= 5", &["metrics.acc DESC"], 500, "run-9");
    check("metrics.acc >= 5", &["run_name DESC"], 500, "run-999");
}

#[track_caller]
fn refused(filter: &str) -> SearchError {
    search::search(&[], filter, &[], View::All).unwrap_err()
}

/// Filters that no one would type end soon and are no panic.
#[test]
fn hostile_filters() {
    for mark in
        ["(", "'", "a = b ", "a.", "`", "[", "%(", "/*", ", ", "a b ", "as ", ":=", "\\", "é.", "-- \n"]
    {
        for count in [1, 3, 4_000] {
            refused(&mark.repeat(count));
        }
    }
    assert!(matches!(refused(&"a ".repeat(6_000)), SearchError::Long(_)));
}

#[test]
fn how_many_runs_can_be_asked_for() {
    assert_eq!(search::check_max_results(50_000), Ok(50_000));
    assert_eq!(
        search::check_max_results(0).unwrap_err().to_string(),
        "Invalid value 0 for parameter 'max_results' supplied. It must be a positive integer"
    );
    assert_eq!(
        search::check_max_results(50_001).unwrap_err().to_string(),
        "Invalid value 50001 for parameter 'max_results' supplied. It must be at most 50000"
    );
}
