//! Fitted estimators hold and say what scikit-learn's do: attributes, shapes, predictions, trees node by node.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::ml_recorded::{assert_close, floats, matrix, recorded};
use mlops_dojo::ml::learn::{Aim, Answer, Attribute, Given, LearnError, Model, Params, fit};
use mlops_dojo::ml::model::Dense;
use mlops_dojo::ml::progress::Silent;
use mlops_dojo::ml::spec::ParamValue;
use mlops_dojo::ml::tree::Tree;
use ndarray::Array2;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn params(given: &Value) -> Params {
    let given: BTreeMap<String, ParamValue> = serde_json::from_value(given.clone()).unwrap();
    Params::new(given)
}

/// All numbers of nested lists in order; truths count as 0 and 1.
fn flat(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(items) => items.iter().flat_map(flat).collect(),
        Value::Bool(truth) => vec![f64::from(u8::from(*truth))],
        number => vec![number.as_f64().unwrap()],
    }
}

fn shape(value: &Value) -> Vec<usize> {
    match value.as_array() {
        Some(items) => [vec![items.len()], items.first().map(shape).unwrap_or_default()].concat(),
        None => Vec::new(),
    }
}

fn is_unsupervised(id: &str) -> bool {
    matches!(id, "k_means" | "dbscan" | "pca" | "truncated_svd" | "nearest_neighbors")
}

fn is_regressor(id: &str) -> bool {
    let linear = ["linear_regression", "ridge", "lasso", "elastic_net", "svr", "sgd_regressor"];
    id.ends_with("regressor") || linear.contains(&id)
}

fn train(case: &Value, table: &Value) -> Result<Model, LearnError> {
    let id = case["estimator"].as_str().unwrap();
    let x = matrix(&table["x"]);
    let weights = case["weights"].as_array().map(|_| floats(&case["weights"]));
    let y = if case["target"].is_null() { &table["y"] } else { &case["target"] };
    let numbers = flat(y);
    let columns = if y[0].is_array() { y[0].as_array().unwrap().len() } else { 1 };
    let targets = Dense { values: numbers.clone(), columns };
    let codes: Vec<usize> = numbers.iter().map(|number| number.max(0.0) as usize).collect();
    let aim = match id {
        _ if is_unsupervised(id) => Aim::None,
        _ if is_regressor(id) => Aim::Numbers(&targets),
        _ => Aim::Codes(&codes, codes.iter().max().unwrap() + 1),
    };
    let given = Given { x: x.view(), aim, weights: weights.as_deref(), progress: &mut Silent };
    fit(id, params(&case["params"]), given)
}

fn parts(attribute: &Attribute) -> (Vec<usize>, Vec<f64>) {
    match attribute {
        Attribute::Flag(truth) => (vec![], vec![f64::from(u8::from(*truth))]),
        Attribute::Whole(number) => (vec![], vec![*number as f64]),
        Attribute::Number(number) => (vec![], vec![*number]),
        Attribute::Numbers(shape, values) => (shape.clone(), values.clone()),
        Attribute::Wholes(shape, values) => (shape.clone(), values.iter().map(|n| *n as f64).collect()),
        Attribute::Narrow(shape, values) => (shape.clone(), values.iter().map(|n| f64::from(*n)).collect()),
    }
}

/// How near each family has to come.
fn tolerance(id: &str) -> f64 {
    match id {
        // libsvm keeps kernels as 32-bit floats: on unscaled rows its own optimum is off by so much.
        "svc" | "svr" => 5e-4,
        "linear_svc" | "lasso" | "elastic_net" | "logistic_regression" => 1e-4,
        _ => 1e-9,
    }
}

#[track_caller]
fn check_trees(model: &Model, expected: &Value, what: &str) {
    let (trees, outputs) = model.trees().unwrap();
    let expected = expected.as_array().unwrap();
    assert_eq!(trees.len(), expected.len(), "{what}");
    for (tree, expected) in trees.iter().zip(expected) {
        let of =
            |read: fn(&mlops_dojo::ml::tree::Node) -> f64| tree.nodes.iter().map(read).collect::<Vec<f64>>();
        let child = |leaf: bool, child: u32| if leaf { -1.0 } else { f64::from(child) };
        let seen: [(&str, Vec<f64>); 8] = [
            ("feature", of(|node| if node.is_leaf() { -2.0 } else { f64::from(node.feature) })),
            ("threshold", of(|node| if node.is_leaf() { -2.0 } else { node.threshold })),
            ("left", tree.nodes.iter().map(|node| child(node.is_leaf(), node.left)).collect()),
            ("right", tree.nodes.iter().map(|node| child(node.is_leaf(), node.right)).collect()),
            ("rows", of(|node| f64::from(node.rows))),
            ("impurity", of(|node| node.impurity)),
            ("weight", of(|node| node.weight)),
            ("value", values(tree, outputs)),
        ];
        for (name, got) in seen {
            assert_close(&got, &flat(&expected[name]), 1e-8, &format!("{what} {name}"));
        }
    }
}

fn values(tree: &Tree, outputs: usize) -> Vec<f64> {
    (0..tree.nodes.len()).flat_map(|node| tree.value(node, outputs).unwrap()).copied().collect()
}

fn check_methods(model: &Model, case: &Value, xt: &Array2<f64>, what: &str) {
    let near = tolerance(model.id());
    let close = |method: &str, got: Vec<f64>| {
        assert_close(&got, &flat(&case[method]), near * 10.0, &format!("{what} {method}"));
    };
    let has = |method: &str| !case[method].is_null();
    if has("predict") {
        close(
            "predict",
            match model.predict(xt.view()).unwrap() {
                Answer::Codes(codes) => codes.into_iter().map(|code| code as f64).collect(),
                Answer::Numbers(numbers) => numbers.values,
            },
        );
    }
    if has("predict_proba") {
        close("predict_proba", model.predict_proba(xt.view()).unwrap().values);
    }
    if has("decision_function") {
        close("decision_function", model.decision_function(xt.view()).unwrap().values);
    }
    if has("transform") {
        close("transform", model.transform(xt.view()).unwrap().values);
    }
    if has("inverse") {
        let there = model.transform(xt.view()).unwrap().to_array().unwrap();
        close("inverse", model.inverse_transform(there.view()).unwrap().values);
    }
    if has("apply") {
        close("apply", model.apply(xt.view()).unwrap().into_iter().map(|leaf| leaf as f64).collect());
    }
    if has("kneighbors") {
        let (distances, places) = model.kneighbors(xt.view(), 3).unwrap();
        let places = places.into_iter().map(|place| place as f64);
        let got: Vec<f64> = distances.values.into_iter().chain(places).collect();
        close("kneighbors", got);
    }
}

#[test]
fn estimators_hold_and_say_what_scikit_learns_do() {
    let tables = recorded("ml_tables");
    let mut failed = Vec::new();
    for case in recorded("ml_learn").as_array().unwrap() {
        let what = format!("{} on {} with {}", case["estimator"], case["table"], case["params"]);
        let outcome = std::panic::catch_unwind(|| {
            let table = &tables[case["table"].as_str().unwrap()];
            let model = train(case, table).unwrap_or_else(|error| panic!("{what}: {error}"));
            let attributes: BTreeMap<_, _> = model.attributes().into_iter().collect();
            for (name, expected) in case["attributes"].as_object().unwrap() {
                let found = attributes.get(name.as_str()).unwrap_or_else(|| panic!("{what}: no {name}"));
                let (dims, values) = parts(found);
                assert_eq!(dims, shape(expected), "{what}: shape of {name}");
                assert_close(&values, &flat(expected), tolerance(model.id()), &format!("{what} {name}"));
            }
            if !case["trees"].is_null() {
                check_trees(&model, &case["trees"], &what);
            }
            check_methods(&model, case, &matrix(&table["xt"]), &what);
            let bytes = postcard::to_stdvec(&model).unwrap();
            let again: Model = postcard::from_bytes(&bytes).unwrap();
            assert_eq!(postcard::to_stdvec(&again).unwrap(), bytes);
        });
        if outcome.is_err() {
            failed.push(what.clone());
        }
    }
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn what_is_not_carried_is_an_error() {
    #[track_caller]
    fn refuses(estimator: &str, given: Value, expected: &str) {
        let table = json!({"x": [[0.0, 1.0], [1.0, 0.5], [2.0, 2.0], [3.0, 1.0]], "y": [0, 1, 0, 1]});
        let error = train(&json!({"estimator": estimator, "params": given}), &table).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    refuses("magic", json!({}), "magic is not carried here");
    refuses("svc", json!({"shape": true}), "shape=True is not carried here");
    refuses("svc", json!({"kernel": "precomputed"}), "kernel='precomputed' is not carried here");
    refuses("ridge", json!({"colour": "red"}), "colour='red' is not carried here");
    refuses("k_means", json!({"n_clusters": 9}), "n_samples=4 should be >= n_clusters=9.");
    refuses(
        "gradient_boosting_classifier",
        json!({"loss": "exponential"}),
        "loss='exponential' is not carried here",
    );
}
