//! Splits have the rows that scikit-learn's have.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::ml_recorded::{counts, recorded, shared_numbers};
use mlops_dojo::ml::error::SplitError;
use mlops_dojo::ml::split::{Folds, PartSize, Split, TrainTestSplit};
use serde_json::{Value, json};

fn size(value: &Value) -> Option<PartSize> {
    match value.as_u64() {
        Some(count) => Some(PartSize::Count(count as usize)),
        None => value.as_f64().map(PartSize::Share),
    }
}

fn parts(split: Result<Split, SplitError>) -> Value {
    split.map_or(json!("error"), |split| json!([split.train, split.test]))
}

fn tests(splits: Result<Vec<Split>, SplitError>) -> Value {
    splits.map_or(json!("error"), |all| all.into_iter().map(|split| json!(split.test)).collect())
}

#[test]
fn splits_as_recorded() {
    for case in recorded("ml_split").as_array().unwrap() {
        let rows = case["n"].as_u64().unwrap() as usize;
        let labels = case.get("y").filter(|y| !y.is_null()).map(counts);
        let seed = case["seed"].as_u64().map(|seed| seed as u32);
        let folds = || Folds { splits: case["k"].as_u64().unwrap() as usize, shuffle: seed };
        let (got, expected) = match case["kind"].as_str().unwrap() {
            "tts" => {
                let split = TrainTestSplit {
                    test_size: size(&case["test"]),
                    train_size: size(&case["train"]),
                    random_state: seed.unwrap(),
                    shuffle: true,
                    stratify: labels.as_deref(),
                };
                (parts(split.split(rows)), &case["parts"])
            }
            "kfold" => (tests(folds().split(rows)), &case["tests"]),
            _ => (tests(folds().split_stratified(&labels.unwrap())), &case["tests"]),
        };
        assert_eq!(&got, expected, "{case}");
    }
}

#[test]
fn splits_as_the_shared_cases() {
    let Some(shared) = shared_numbers("splits_as_the_shared_cases") else { return };
    for case in shared["tts"].as_array().unwrap() {
        let rows = case["n"].as_u64().unwrap() as usize;
        let labels: Vec<usize> = (0..rows).map(|row| row % 3).collect();
        let split = TrainTestSplit {
            test_size: size(&case["test_size"]),
            random_state: case["random_state"].as_u64().unwrap() as u32,
            stratify: case["stratify_mod3"].as_bool().unwrap().then_some(&labels),
            ..TrainTestSplit::default()
        };
        assert_eq!(parts(split.split(rows)), json!([case["train"], case["test"]]), "{case}");
    }
    let shuffled = Folds { splits: 3, shuffle: Some(42) };
    assert_eq!(tests(shuffled.split(10)), shared["kfold"]);
    assert_eq!(tests(Folds { splits: 3, shuffle: None }.split(10)), shared["kfold_noshuffle"]);
    let labels: Vec<usize> = (0..12).map(|row| row % 3).collect();
    assert_eq!(tests(shuffled.split_stratified(&labels)), shared["stratkfold"]);
}

#[test]
fn says_why_it_cannot_split() {
    #[track_caller]
    fn check(split: TrainTestSplit, rows: usize, expected: SplitError) {
        assert_eq!(split.split(rows), Err(expected));
    }
    let plain = TrainTestSplit::default();
    check(plain.clone(), 0, SplitError::NoRows);
    check(plain.clone(), 1, SplitError::EmptyTrain { rows: 1 });
    let half = TrainTestSplit { test_size: Some(PartSize::Share(0.5)), ..plain.clone() };
    let nan = TrainTestSplit { test_size: Some(PartSize::Share(f64::NAN)), ..plain.clone() };
    assert!(matches!(nan.split(9), Err(SplitError::SizeOutOfRange { rows: 9, .. })));
    let lone = TrainTestSplit { stratify: Some(&[0, 0, 0, 1]), ..half.clone() };
    check(lone, 4, SplitError::ClassTooSmall { class: 1, members: 1 });
    let many = TrainTestSplit { stratify: Some(&[0, 0, 1, 1, 2, 2, 3, 3]), ..plain };
    check(many, 8, SplitError::PartTooSmall { rows: 2, classes: 4 });
    let short = TrainTestSplit { stratify: Some(&[0, 0]), ..half.clone() };
    check(short, 4, SplitError::LengthMismatch { rows: 4, labels: 2 });
    let ordered = TrainTestSplit { stratify: Some(&[0, 0, 1, 1]), shuffle: false, ..half };
    check(ordered, 4, SplitError::StratifyNeedsShuffle);
}
