//! Hostile tables and parameters give errors, never panics; equal fits give equal bytes; curves are real.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::random::{Continuous, RandomState};
use mlops_dojo::ml::error::{FitError, PredictError};
use mlops_dojo::ml::estimator::{Target, fit};
use mlops_dojo::ml::model::{Label, Model};
use mlops_dojo::ml::progress::{CurvePoint, Silent};
use mlops_dojo::ml::spec::{CheckedParams, ESTIMATORS, EstimatorSpec, ParamKind, ParamValue, Task, check};
use ndarray::Array2;
use std::collections::BTreeMap;

/// A table with its numbers and classes.
struct Sample {
    x: Array2<f64>,
    numbers: Vec<f64>,
    codes: Vec<usize>,
    labels: Vec<Label>,
}

impl Sample {
    fn new(x: Array2<f64>, classes: usize) -> Self {
        let rows = x.nrows();
        let codes: Vec<usize> = (0..rows).map(|row| row % classes.max(1)).collect();
        let labels = (0..classes as i64).map(Label::Integer).collect();
        Self { numbers: codes.iter().map(|code| *code as f64 * 1.5 - 1.0).collect(), x, codes, labels }
    }

    fn target(&self, spec: &EstimatorSpec) -> Target<'_> {
        match spec.tasks[0] {
            Task::Classification => Target::Classes { codes: &self.codes, labels: &self.labels },
            Task::Regression => Target::Numbers(&self.numbers),
            _ => Target::None,
        }
    }
}

fn normal(rows: usize, columns: usize, scale: f64) -> Array2<f64> {
    let mut random = RandomState::new(11);
    Array2::from_shape_fn((rows, columns), |_| random.standard_normal() * scale)
}

fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    for (rows, columns) in [(0, 0), (0, 3), (1, 1), (1, 3), (2, 2), (3, 1), (3, 0), (20, 4), (6, 30)] {
        all.push(Sample::new(normal(rows, columns, 1.0), 2));
    }
    all.push(Sample::new(normal(20, 3, 1.0), 1));
    all.push(Sample::new(normal(20, 3, 1.0), 20));
    for scale in [0.0, 1e-300, 1e-20, 1e20, 1e38, 1e100, 1e155, 1e300] {
        all.push(Sample::new(normal(20, 3, scale), 3));
    }
    all.push(Sample::new(Array2::from_elem((12, 3), 7.5), 3));
    all.push(Sample::new(Array2::from_shape_fn((12, 3), |(row, _)| row as f64), 2));
    let mut mixed = normal(20, 3, 1.0);
    mixed.column_mut(1).mapv_inplace(|value| value * 1e200);
    all.push(Sample::new(mixed, 2));
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut x = normal(10, 3, 1.0);
        x[[7, 2]] = bad;
        all.push(Sample::new(x, 2));
    }
    let mut huge = Sample::new(normal(20, 3, 1.0), 2);
    huge.numbers.iter_mut().for_each(|number| *number *= 1e300);
    all.push(huge);
    let mut bad = Sample::new(normal(20, 3, 1.0), 2);
    bad.numbers[3] = f64::NAN;
    bad.codes[3] = 9;
    all.push(bad);
    let mut short = Sample::new(normal(20, 3, 1.0), 2);
    short.numbers.pop();
    short.codes.pop();
    all.push(short);
    all
}

/// Extreme but allowed values of a parameter.
fn extremes(kind: &ParamKind) -> Vec<ParamValue> {
    match kind {
        ParamKind::Float(range) => [1e-300, 1e-9, 0.999, 1.0, 1e9, 1e300]
            .into_iter()
            .filter(|number| range.contains(*number))
            .map(ParamValue::Float)
            .collect(),
        // Not the greatest: that many trees or starts are allowed, but take their time.
        ParamKind::Integer { min, max } => [*min, 3, 100.min(*max)].map(ParamValue::Integer).to_vec(),
        ParamKind::Choice(words) => words.iter().map(|word| ParamValue::Text((*word).to_owned())).collect(),
        ParamKind::Boolean => vec![ParamValue::Boolean(false), ParamValue::Boolean(true)],
    }
}

fn settings(spec: &'static EstimatorSpec) -> Vec<CheckedParams> {
    let mut all = vec![check(spec, &BTreeMap::new()).unwrap()];
    for param in spec.params {
        for value in param.kinds.iter().flat_map(extremes) {
            all.extend(check(spec, &BTreeMap::from([(param.name.to_owned(), value)])));
        }
    }
    all
}

/// Asks a model for all that it can say; answers must be finite.
fn question(model: &Model, x: &Array2<f64>) {
    let _ = model.predict(x.view());
    let _ = model.transform(x.view());
    let _ = (model.coefficients(), model.importances());
    if let Ok(shares) = model.predict_proba(x.view()) {
        for row in shares.rows() {
            assert!((row.sum() - 1.0).abs() < 1e-9, "{}: probabilities {row}", model.estimator);
        }
    }
    let wide = Array2::zeros((2, model.features + 1));
    let expected = PredictError::FeatureCount { expected: model.features, found: model.features + 1 };
    assert!([model.predict(wide.view()).err(), None].contains(&Some(expected)));
    let _ = model.predict(Array2::from_elem((2, model.features), 1e300).view());
    assert!(model.predict(Array2::from_elem((1, model.features), f64::NAN).view()).is_err());
}

#[test]
fn nothing_panics() {
    let samples = samples();
    let (mut fits, mut errors) = (0, 0);
    for spec in ESTIMATORS {
        for params in settings(spec) {
            for sample in &samples {
                match fit(&params, sample.x.view(), sample.target(spec), &mut Silent) {
                    Ok(model) => {
                        question(&model, &sample.x);
                        fits += 1;
                    }
                    Err(_) => errors += 1,
                }
            }
        }
    }
    println!("{fits} fits, {errors} errors");
    assert!(fits > 1000 && errors > 500);
}

#[test]
fn errors_say_what_is_wrong() {
    #[track_caller]
    fn check_error(estimator: &str, sample: &Sample, target: Option<Target>, expected: &FitError) {
        let spec = mlops_dojo::ml::spec::find(estimator).unwrap();
        let params = check(spec, &BTreeMap::new()).unwrap();
        let target = target.unwrap_or(sample.target(spec));
        assert_eq!(fit(&params, sample.x.view(), target, &mut Silent).err().as_ref(), Some(expected));
    }
    let fine = Sample::new(normal(10, 2, 1.0), 2);
    let mut broken = Sample::new(normal(10, 2, 1.0), 2);
    broken.x[[4, 1]] = f64::NAN;
    check_error("ridge", &broken, None, &FitError::NotFinite { column: 1, row: 4 });
    check_error("svc", &Sample::new(normal(9, 2, 1.0), 1), None, &FitError::OneClass { class: Some(0) });
    check_error("lasso", &fine, Some(Target::None), &FitError::TargetMissing);
    let classes = Target::Classes { codes: &fine.codes, labels: &fine.labels };
    check_error("lasso", &fine, Some(classes), &FitError::TargetNotNumeric);
    check_error("svc", &fine, Some(Target::Numbers(&fine.numbers)), &FitError::TargetContinuous);
    let few = Sample::new(normal(4, 2, 1.0), 2);
    check_error("k_means", &few, None, &FitError::TooFewRows { found: 4, needed: 8 });
    check_error("k_neighbors_regressor", &few, None, &FitError::TooFewRows { found: 4, needed: 5 });
    let large = Sample::new(normal(9, 2, 1e60), 2);
    assert!(matches!(
        fit(
            &check(mlops_dojo::ml::spec::find("random_forest_classifier").unwrap(), &BTreeMap::new())
                .unwrap(),
            large.x.view(),
            Target::Classes { codes: &large.codes, labels: &large.labels },
            &mut Silent
        ),
        Err(FitError::NotFinite { column: 0, row: 0 })
    ));
}

#[test]
fn equal_fits_give_equal_bytes_that_read_back() {
    let sample = Sample::new(normal(60, 4, 1.0), 3);
    for spec in ESTIMATORS {
        let params = check(spec, &BTreeMap::new()).unwrap();
        let model = || fit(&params, sample.x.view(), sample.target(spec), &mut Silent).unwrap();
        let (first, second) = (model(), model());
        let bytes = postcard::to_stdvec(&first).unwrap();
        assert_eq!(bytes, postcard::to_stdvec(&second).unwrap(), "{}", spec.id);
        let read: Model = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(read, first, "{}", spec.id);
        assert_eq!(read.predict(sample.x.view()), first.predict(sample.x.view()), "{}", spec.id);
        let json = serde_json::to_string(&first).unwrap();
        assert_eq!(serde_json::from_str::<Model>(&json).unwrap(), first, "{}", spec.id);
    }
}

#[test]
fn damaged_models_are_refused() {
    let sample = Sample::new(normal(40, 3, 1.0), 3);
    for spec in ESTIMATORS {
        let params = check(spec, &BTreeMap::new()).unwrap();
        let model = fit(&params, sample.x.view(), sample.target(spec), &mut Silent).unwrap();
        let bytes = postcard::to_stdvec(&model).unwrap();
        let mut random = RandomState::new(3);
        for _ in 0..200 {
            let mut damaged = bytes.clone();
            let place = random.randint(0, damaged.len() as i64).unwrap() as usize;
            damaged[place] ^= 1 << random.randint(0, 8).unwrap();
            if let Ok(model) = postcard::from_bytes::<Model>(&damaged) {
                // Whatever it says now, it says it without a panic.
                let _ = model.predict(sample.x.view());
                let _ = model.predict_proba(sample.x.view());
                let _ = model.transform(sample.x.view());
                let _ = model.coefficients();
            }
        }
    }
}

#[test]
fn curves_are_real() {
    #[track_caller]
    fn curve(estimator: &str, metric: &str) -> Vec<f64> {
        let spec = mlops_dojo::ml::spec::find(estimator).unwrap();
        let sample = Sample::new(normal(80, 4, 1.0), 3);
        let mut points: Vec<CurvePoint> = Vec::new();
        let mut last = (0, 0);
        let mut progress = |done: usize, total: usize, point: Option<CurvePoint>| {
            assert!(done <= total && done > last.0, "{done} of {total} after {last:?}");
            last = (done, total);
            points.extend(point);
        };
        fit(&check(spec, &BTreeMap::new()).unwrap(), sample.x.view(), sample.target(spec), &mut progress)
            .unwrap();
        assert!(!points.is_empty() && points.iter().all(|point| point.metric == metric));
        assert!(points.iter().enumerate().all(|(index, point)| point.step == index as u64 + 1));
        points.into_iter().map(|point| point.value).collect()
    }
    for (estimator, metric) in [
        ("logistic_regression", "loss"),
        ("lasso", "objective"),
        ("elastic_net", "objective"),
        ("k_means", "inertia"),
    ] {
        let values = curve(estimator, metric);
        assert!(values.windows(2).all(|pair| pair[1] <= pair[0] + 1e-12), "{estimator}: {values:?}");
    }
    assert_eq!(curve("random_forest_classifier", "oob_score").len(), 100);
    assert_eq!(curve("random_forest_regressor", "oob_score").len(), 100);
}
