//! Columns of a table become features and a target.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::time::Timestamp;
use mlops_dojo::data::{Column, Table, Values};
use mlops_dojo::ml::error::FeatureError;
use mlops_dojo::ml::features::{Missing, OwnedTarget, Preparation, TargetKind, select};
use mlops_dojo::ml::model::{Label, Predictions};
use mlops_dojo::ml::pipeline::{Pipeline, StoredError};
use mlops_dojo::tracking::Run;
use mlops_dojo::workspace::{Call, MemoryOutbox, Workspace};
use mlops_dojo::world::command::{self, TrainRequest};
use mlops_dojo::world::{Command, Reply, Source, State};
use ndarray::{Array2, array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is learned from all usable rows and applied to them.
#[derive(Debug, PartialEq)]
struct Taken {
    x: Array2<f64>,
    names: Vec<String>,
    rows: Vec<usize>,
    target: OwnedTarget,
}

fn table() -> Table {
    let column = |name: &str, values| Column { name: name.to_owned(), values };
    let text = |categories: &[&str], codes: &[Option<u32>]| Values::Text {
        categories: categories.iter().map(|text| (*text).to_owned()).collect(),
        codes: codes.to_vec(),
    };
    Table::new(vec![
        column("size", Values::Float(vec![1.5, f64::NAN, 2.5, 4.0])),
        column("count", Values::Integer(vec![Some(10), Some(2), Some(10), None])),
        column("open", Values::Boolean(vec![Some(true), Some(false), Some(true), Some(true)])),
        column("day", Values::Date(vec![Some(0), Some(1), Some(20_000), Some(-1)])),
        column("colour", text(&["red", "Blue", "never"], &[Some(0), Some(1), Some(0), None])),
        column("kind", text(&["b", "a"], &[Some(0), Some(1), Some(0), Some(1)])),
        column("nothing", Values::Float(vec![f64::NAN; 4])),
        column("endless", Values::Float(vec![0.0, 1.0, f64::INFINITY, 2.0])),
    ])
    .unwrap()
}

fn take(
    features: &[&str],
    target: Option<(&str, TargetKind)>,
    missing: Missing,
) -> Result<Taken, FeatureError> {
    let features: Vec<String> = features.iter().map(|name| (*name).to_owned()).collect();
    let selected = select(&table(), &features, target, missing)?;
    let preparation = Preparation::learn(&table(), &features, &selected.rows, missing)?;
    let x = preparation.apply(&table(), &selected.rows)?;
    Ok(Taken { x, names: preparation.names(), rows: selected.rows, target: selected.target })
}

fn learn(features: &[&str], rows: &[usize], missing: Missing) -> Result<Preparation, FeatureError> {
    let features: Vec<String> = features.iter().map(|name| (*name).to_owned()).collect();
    Preparation::learn(&table(), &features, rows, missing)
}

#[test]
fn texts_and_truths_become_columns_of_0_and_1() {
    let got = take(&["size", "open", "day", "colour"], None, Missing::Drop).unwrap();
    assert_eq!(got.names, ["size", "open=True", "day", "colour=red"]);
    assert_eq!(got.rows, [0, 2]);
    assert_eq!(got.x, array![[1.5, 1.0, 0.0, 1.0], [2.5, 1.0, 20_000.0, 1.0]]);
    assert_eq!(got.target, OwnedTarget::None);
}

#[test]
fn gaps_are_filled_when_asked() {
    let got = take(&["size", "count", "colour"], None, Missing::Impute).unwrap();
    assert_eq!(got.x.column(0).to_vec(), [1.5, 8.0 / 3.0, 2.5, 4.0]);
    assert_eq!(got.x.row(3).to_vec(), [4.0, 22.0 / 3.0, 0.0, 1.0]);
}

#[test]
fn classes_are_sorted_as_numpy_sorts() {
    #[track_caller]
    fn check(target: &str, codes: &[usize], labels: &[Label]) {
        let got = take(&["day"], Some((target, TargetKind::Classes)), Missing::Drop).unwrap();
        assert_eq!(
            got.target,
            OwnedTarget::Classes { codes: codes.to_vec(), labels: labels.to_vec() },
            "{target}"
        );
    }
    let text = |text: &str| Label::Text(text.to_owned());
    check("kind", &[1, 0, 1, 0], &[text("a"), text("b")]);
    check("colour", &[1, 0, 1], &[text("Blue"), text("red")]);
    check("count", &[1, 0, 1], &[Label::Integer(2), Label::Integer(10)]);
    check("open", &[1, 0, 1, 1], &[Label::Boolean(false), Label::Boolean(true)]);
    let numbers = take(&["day"], Some(("count", TargetKind::Numbers)), Missing::Drop).unwrap();
    assert_eq!(numbers.target, OwnedTarget::Numbers(vec![10.0, 2.0, 10.0]));
}

#[test]
fn says_which_column_does_not_fit() {
    #[track_caller]
    fn check(features: &[&str], target: Option<(&str, TargetKind)>, expected: &FeatureError) {
        assert_eq!(take(features, target, Missing::Drop).as_ref(), Err(expected));
    }
    let column = || "size".to_owned();
    check(&[], None, &FeatureError::NoFeatures);
    check(&["size", "size"], None, &FeatureError::DuplicateFeature { column: column() });
    let size = Some(("size", TargetKind::Classes));
    check(&["size"], size, &FeatureError::TargetAmongFeatures { column: column() });
    check(&["day"], size, &FeatureError::TargetContinuous { column: column() });
    check(&["nothing"], None, &FeatureError::EmptyColumn { column: "nothing".to_owned() });
    check(&["endless"], None, &FeatureError::Infinite { column: "endless".to_owned(), row: 2 });
    let kind = Some(("kind", TargetKind::Numbers));
    check(&["size"], kind, &FeatureError::TargetNotNumeric { column: "kind".to_owned() });
    let empty = Some(("nothing", TargetKind::Numbers));
    check(&["size"], empty, &FeatureError::NoCompleteRow { rows: 4 });
    assert!(matches!(take(&["?"], None, Missing::Drop), Err(FeatureError::UnknownColumn { .. })));
}

#[test]
fn the_training_rows_alone_say_what_fills_a_gap() {
    // SimpleImputer().fit(X[[0, 2]]), then transform of all four rows.
    let learned = learn(&["size", "count", "colour"], &[0, 2], Missing::Impute).unwrap();
    assert_eq!(learned.names(), ["size", "count", "colour=red"]);
    let x = learned.apply(&table(), &[0, 1, 2, 3]).unwrap();
    // A text that no training row has ("Blue") is none of the levels.
    assert_eq!(x, array![[1.5, 10.0, 1.0], [2.0, 2.0, 0.0], [2.5, 10.0, 1.0], [4.0, 10.0, 1.0]]);
    let empty = learn(&["size"], &[1], Missing::Impute);
    assert_eq!(empty, Err(FeatureError::EmptyInTraining { column: "size".to_owned() }));
}

/// Trains `estimator` on `csv` (columns x and y) and gives the world and what was kept.
fn run_on(csv: &str, estimator: &str, seed: u32) -> (Run, Rc<RefCell<MemoryOutbox>>) {
    let (state, _) = State::begin("seed", Timestamp(0));
    let (mut workspace, out) = (Workspace::new(state), MemoryOutbox::shared(Vec::new()));
    let add = Command::AddDataset { name: "gaps".into(), source: Source::File("gaps.csv".into()) };
    let call = Call { upload: Some(csv.as_bytes().to_vec()), ..Call::plain(Timestamp(1), add) };
    let Ok(Reply::Dataset(dataset)) = workspace.execute(call, &out) else { panic!("no data set") };
    let request = TrainRequest {
        experiment: mlops_dojo::tracking::ExperimentId("0".into()),
        run_name: None,
        dataset,
        features: vec!["x".into()],
        target: Some("y".into()),
        missing: command::Missing::Fill,
        scaler: Some("standard_scaler".into()),
        estimator: estimator.into(),
        params: BTreeMap::new(),
        test_size: 0.25,
        seed,
        stratify: false,
    };
    let reply = workspace.execute(Call::plain(Timestamp(2), Command::Train(Box::new(request))), &out);
    let Ok(Reply::Run(run)) = reply else { panic!("{reply:?}") };
    (workspace.state().tracking().run(&run).unwrap().clone(), out)
}

/// Trains a least squares line and gives what was stored.
fn trained(csv: &str, seed: u32) -> Pipeline {
    let (run, out) = run_on(csv, "linear_regression", seed);
    Pipeline::from_bytes(&out.borrow().blobs[&run.artifacts["model/model.postcard"].hash]).unwrap()
}

#[test]
fn classes_that_only_test_rows_have_do_not_move_the_others() {
    // Every row is a class of its own, so that a quarter of them is unknown to the model.
    let rows: String = (0..24).map(|row| format!("{row}.5,{}\n", row * 7)).collect();
    for seed in 0..4 {
        let (run, _) = run_on(&format!("x,y\n{rows}"), "decision_tree_classifier", seed);
        let metric = |key: &str| run.metrics[key].last().unwrap().value;
        assert_eq!((metric("train_accuracy"), metric("test_accuracy")), (1.0, 0.0), "seed {seed}");
    }
}

#[test]
fn what_is_stored_fills_later_gaps_as_in_training() {
    let table = |x: [&str; 8]| {
        x.iter()
            .enumerate()
            .map(|(row, x)| format!("{x},{row}\n"))
            .fold("x,y\n".to_owned(), |all, row| all + &row)
    };
    // The rows to test on are those whose change leaves the fill of the training rows alone.
    let whole = ["1.5", "2.5", "", "4.5", "8.5", "16.5", "32.5", "64.5"];
    let test = mlops_dojo::ml::split::TrainTestSplit {
        test_size: Some(mlops_dojo::ml::split::PartSize::Share(0.25)),
        random_state: 3,
        ..Default::default()
    };
    let test = test.split(8).unwrap().test;
    let mut other = whole;
    for row in test.iter().filter(|row| **row != 2) {
        other[*row] = "1000000.5";
    }
    assert_ne!(whole, other);
    let (a, b) = (trained(&table(whole), 3), trained(&table(other), 3));
    assert_eq!(a, b, "rows to test on have changed what was learned");
    // A gap is predicted as the mean of the training rows is.
    let column = |values: Vec<f64>| {
        Table::new(vec![Column { name: "x".into(), values: Values::Float(values) }]).unwrap()
    };
    let known = (0..8).filter(|row| !test.contains(row)).filter_map(|row| whole[row].parse::<f64>().ok());
    let known: Vec<f64> = known.collect();
    let rows = column(vec![f64::NAN, known.iter().sum::<f64>() / known.len() as f64]);
    let Ok(Predictions::Numbers(guess)) = a.model.predict(a.inputs.of(&rows, &[0, 1]).unwrap().view()) else {
        panic!("no numbers")
    };
    assert_eq!(guess[0], guess[1]);
    let mut bytes = a.to_bytes().unwrap();
    bytes[0] = 2;
    assert_eq!(Pipeline::from_bytes(&bytes), Err(StoredError::Version(2)));
    assert!(matches!(Pipeline::from_bytes(&bytes[..0]), Err(StoredError::Damaged(_))));
}
