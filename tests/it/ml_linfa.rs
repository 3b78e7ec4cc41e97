//! Where a model is our own although linfa has one, both are held against each other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::ml_recorded::{assert_close, counts, floats, matrix, recorded};
use linfa::prelude::*;
use mlops_dojo::ml::estimator::{Target, fit};
use mlops_dojo::ml::model::{Fitted, Label, Model, Predictions};
use mlops_dojo::ml::progress::Silent;
use mlops_dojo::ml::spec::{ParamValue, check, find};
use ndarray::{Array1, Array2, Axis};
use serde_json::{Value, json};
use std::collections::BTreeMap;

struct Table {
    x: Array2<f64>,
    y: Value,
}

fn table(name: &str) -> Table {
    let tables = recorded("ml_tables");
    Table { x: matrix(&tables[name]["x"]), y: tables[name]["y"].clone() }
}

impl Table {
    fn ours(&self, estimator: &str, given: Value, target: Target) -> Model {
        let given: BTreeMap<String, ParamValue> = serde_json::from_value(given).unwrap();
        let params = check(find(estimator).unwrap(), &given).unwrap();
        fit(&params, self.x.view(), target, &mut Silent).unwrap()
    }

    fn classify(&self, estimator: &str, given: Value) -> Model {
        let codes = counts(&self.y);
        let labels: Vec<Label> = (0..=*codes.iter().max().unwrap() as i64).map(Label::Integer).collect();
        self.ours(estimator, given, Target::Classes { codes: &codes, labels: &labels })
    }

    fn regress(&self, estimator: &str, given: Value) -> Model {
        self.ours(estimator, given, Target::Numbers(&floats(&self.y)))
    }

    fn numbers(&self) -> Dataset<f64, f64, ndarray::Ix1> {
        Dataset::new(self.x.clone(), Array1::from(floats(&self.y)))
    }

    fn classes(&self) -> Dataset<f64, usize, ndarray::Ix1> {
        Dataset::new(self.x.clone(), Array1::from(counts(&self.y)))
    }

    fn predicted(&self, model: &Model) -> Vec<usize> {
        match model.predict(self.x.view()).unwrap() {
            Predictions::Classes(codes) => codes,
            other => panic!("not classes: {other:?}"),
        }
    }
}

#[test]
fn elastic_net() {
    for (l1_ratio, name) in [(1.0, "numbers"), (0.5, "numbers"), (0.5, "diabetes")] {
        let mut table = table(name);
        // linfa takes the mean out of the target only, so its intercept is right for centred features alone.
        table.x -= &table.x.mean_axis(Axis(0)).unwrap();
        let ours = table.regress("elastic_net", json!({"alpha": 0.1, "l1_ratio": l1_ratio}));
        let theirs = linfa_elasticnet::ElasticNet::params()
            .penalty(0.1)
            .l1_ratio(l1_ratio)
            .tolerance(1e-10)
            .max_iterations(100_000)
            .fit(&table.numbers())
            .unwrap();
        let got = ours.coefficients().unwrap();
        assert_close(&got.rows[0], &theirs.hyperplane().to_vec(), 1e-5, name);
        assert_close(&got.intercepts, &[theirs.intercept()], 1e-5, name);
    }
}

#[test]
fn logistic_regression_on_scaled_columns() {
    let table = table("iris_std");
    let ours = table.classify("logistic_regression", json!({}));
    let theirs = linfa_logistic::MultiLogisticRegression::default()
        .max_iterations(1000)
        .fit(&table.classes())
        .unwrap();
    assert_eq!(table.predicted(&ours), theirs.predict(&table.x).to_vec());
    let got = ours.coefficients().unwrap();
    let expected: Vec<f64> = theirs.params().t().iter().copied().collect();
    assert_close(&got.rows.concat(), &expected, 1e-2, "coef");
}

#[test]
fn support_vectors() {
    let numbers = table("numbers");
    let ours = numbers.regress("svr", json!({"kernel": "linear", "C": 0.1}));
    let theirs = linfa_svm::Svm::<f64, f64>::params()
        .eps(1e-9)
        .shrinking(false)
        .linear_kernel()
        .c_svr(0.1, Some(0.1))
        .fit(&numbers.numbers())
        .unwrap();
    let weights = Array1::from(theirs.alpha).dot(&numbers.x);
    let got = ours.coefficients().unwrap();
    assert_close(&got.rows[0], &weights.to_vec(), 1e-5, "weights");
    assert_close(&got.intercepts, &[-theirs.rho], 1e-4, "intercept");

    let two = table("two");
    let ours = two.classify("svc", json!({"gamma": 0.05}));
    let theirs = linfa_svm::Svm::<f64, bool>::params()
        .eps(1e-9)
        .shrinking(false)
        .gaussian_kernel(20.0)
        .pos_neg_weights(1.0, 1.0)
        .fit(&two.classes().map_targets(|code| *code == 1))
        .unwrap();
    let expected: Vec<usize> = theirs.predict(&two.x).iter().map(|second| usize::from(*second)).collect();
    assert_eq!(two.predicted(&ours), expected);
}

#[test]
fn naive_bayes() {
    let table = table("wine");
    let ours = table.classify("gaussian_nb", json!({}));
    let theirs = linfa_bayes::GaussianNb::params().fit(&table.classes()).unwrap();
    assert_eq!(table.predicted(&ours), theirs.predict(&table.x).to_vec());
}

#[test]
fn decision_tree() {
    let table = table("iris");
    let ours = table.classify("decision_tree_classifier", json!({}));
    let theirs = linfa_trees::DecisionTree::params().fit(&table.classes()).unwrap();
    let theirs = theirs.predict(&table.x).to_vec();
    let differ = table.predicted(&ours).iter().zip(&theirs).filter(|(a, b)| a != b).count();
    // linfa stops at splits that gain less than 1e-5; ours fits every training row, as scikit-learn does.
    assert!(differ <= 5, "{differ} rows are predicted otherwise");
}

#[test]
fn principal_components() {
    let table = table("iris");
    let ours = table.ours("pca", json!({"n_components": 2}), Target::None);
    let theirs = linfa_reduction::Pca::params(2).fit(&DatasetBase::from(table.x.clone())).unwrap();
    let Fitted::Components(components) = &ours.fitted else { panic!("no components") };
    for (own, other) in components.components.iter_rows().zip(theirs.components().rows()) {
        // A component has no direction of its own.
        let along: f64 = own.iter().zip(other).map(|(a, b)| a * b).sum();
        assert_close(&[along.abs()], &[1.0], 1e-6, "component");
    }
}

#[test]
fn k_means_ends_at_least_as_low() {
    let table = table("iris");
    let ours = table.ours("k_means", json!({"n_clusters": 3, "n_init": 10}), Target::None);
    let theirs = linfa_clustering::KMeans::params_with_rng(3, mlops_dojo::base::random::RandomState::new(0))
        .n_runs(10)
        .fit(&DatasetBase::from(table.x.clone()))
        .unwrap();
    let Fitted::Clusters(clusters) = &ours.fitted else { panic!("no clusters") };
    assert!(clusters.inertia <= theirs.inertia() * table.x.nrows() as f64 + 1e-6);
}
