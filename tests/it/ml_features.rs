//! Columns of a table become features and a target.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::data::{Column, Table, Values};
use mlops_dojo::ml::error::FeatureError;
use mlops_dojo::ml::features::{Matrix, Missing, OwnedTarget, TargetKind, matrix};
use mlops_dojo::ml::model::Label;
use ndarray::array;

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
) -> Result<Matrix, FeatureError> {
    let features: Vec<String> = features.iter().map(|name| (*name).to_owned()).collect();
    matrix(&table(), &features, target, missing)
}

#[test]
fn texts_and_truths_become_columns_of_0_and_1() {
    let got = take(&["size", "open", "day", "colour"], None, Missing::Drop).unwrap();
    assert_eq!(got.names, ["size", "open=True", "day", "colour=Blue", "colour=red"]);
    assert_eq!(got.rows, [0, 2]);
    assert_eq!(got.x, array![[1.5, 1.0, 0.0, 0.0, 1.0], [2.5, 1.0, 20_000.0, 0.0, 1.0]]);
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
