//! The catalogue of estimators, the check of parameters, and how values print.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::ml::spec::{ESTIMATORS, ParamError, ParamValue, check, find};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn given(json: Value) -> BTreeMap<String, ParamValue> {
    serde_json::from_value(json).unwrap()
}

#[test]
fn every_default_passes_its_own_check() {
    let mut ids = BTreeSet::new();
    for spec in ESTIMATORS {
        assert!(ids.insert(spec.id), "{} is there twice", spec.id);
        assert_eq!(find(spec.class), Some(spec));
        let defaults = spec.params.iter().map(|p| (p.name.to_owned(), ParamValue::from(p.default))).collect();
        let checked = check(spec, &defaults).unwrap();
        assert_eq!(checked.iter().count(), spec.params.len());
        assert_eq!(check(spec, &BTreeMap::new()).unwrap(), checked);
    }
}

#[test]
fn all_errors_come_at_once() {
    let forest = find("random_forest_classifier").unwrap();
    let errors = check(
        forest,
        &given(
            json!({"n_estimators": 0, "criterion": "mse", "max_depth": "deep", "bootstrap": 1, "depth": 3}),
        ),
    )
    .unwrap_err();
    let kind = |error: &ParamError| match error {
        ParamError::Unknown { name, known, .. } => {
            assert!(known.contains(&"max_depth".to_owned()));
            format!("unknown {name}")
        }
        ParamError::WrongKind { name, .. } => format!("kind {name}"),
        ParamError::OutOfRange { name, .. } => format!("range {name}"),
        ParamError::Missing { name } => format!("missing {name}"),
    };
    let kinds: Vec<String> = errors.iter().map(kind).collect();
    assert_eq!(
        kinds,
        ["kind bootstrap", "range criterion", "unknown depth", "kind max_depth", "range n_estimators"]
    );
}

#[test]
fn values_are_judged_by_kind_and_range() {
    #[track_caller]
    fn ok(estimator: &str, name: &str, value: Value, expected: bool) {
        let result = check(find(estimator).unwrap(), &given(json!({ name: value })));
        assert_eq!(result.is_ok(), expected, "{result:?}");
    }
    ok("logistic_regression", "C", json!(1), true);
    ok("logistic_regression", "C", json!(0.5), true);
    ok("logistic_regression", "C", json!(0), false);
    ok("logistic_regression", "C", json!(-1.0), false);
    ok("logistic_regression", "C", json!(true), false);
    ok("logistic_regression", "C", json!(null), false);
    ok("logistic_regression", "max_iter", json!(10.0), false);
    ok("svc", "gamma", json!("scale"), true);
    ok("svc", "gamma", json!(0.1), true);
    ok("svc", "gamma", json!("wide"), false);
    ok("random_forest_classifier", "max_features", json!(null), true);
    ok("random_forest_classifier", "max_features", json!(3), true);
    ok("random_forest_classifier", "max_features", json!(0.5), true);
    ok("random_forest_classifier", "max_features", json!(1.5), false);
    ok("elastic_net", "l1_ratio", json!(1), true);
    ok("elastic_net", "l1_ratio", json!(1.01), false);
    ok("decision_tree_classifier", "random_state", json!(4_294_967_295_u32), true);
    ok("decision_tree_classifier", "random_state", json!(-1), false);
}

#[test]
fn values_print_as_python_prints() {
    #[track_caller]
    fn prints(value: Value, expected: &str) {
        let value: ParamValue = serde_json::from_value(value).unwrap();
        assert_eq!(value.to_string(), expected);
    }
    prints(json!(null), "None");
    prints(json!(true), "True");
    prints(json!(false), "False");
    prints(json!(100), "100");
    prints(json!("sqrt"), "sqrt");
    let floats = [
        (0.1, "0.1"),
        (1.0, "1.0"),
        (1e-9, "1e-09"),
        (1.5e-5, "1.5e-05"),
        (0.0001, "0.0001"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e+16"),
        (-2.5e300, "-2.5e+300"),
        (0.0, "0.0"),
        (f64::NAN, "nan"),
        (f64::NEG_INFINITY, "-inf"),
    ];
    for (number, expected) in floats {
        assert_eq!(ParamValue::Float(number).to_string(), expected);
    }
}

#[test]
fn values_survive_json_and_postcard() {
    for value in [json!(null), json!(true), json!(7), json!(0.25), json!("scale"), json!(1.0)] {
        let read: ParamValue = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), value);
        let bytes = postcard::to_stdvec(&read).unwrap();
        assert_eq!(postcard::from_bytes::<ParamValue>(&bytes).unwrap(), read);
    }
}
