//! What columns are like, against pandas' `describe` and numpy's `histogram`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::data::statistics::{Detail, Histogram, NumberSummary, Profile, Summary};
use mlops_dojo::data::{Column, Table, Values, csv};
use serde_json::Value;

fn read(bytes: &[u8]) -> Table {
    csv::read(bytes, &mut |_| {}).unwrap().table
}

#[track_caller]
fn near(found: Option<f64>, expected: &Value, what: &str) {
    match (found, expected.as_f64()) {
        (None, None) => {}
        (Some(a), Some(b)) => assert!((a - b).abs() <= 1e-12 * b.abs().max(1e-3), "{what}: {a} and {b}"),
        other => panic!("{what}: {other:?}"),
    }
}

#[track_caller]
fn check_number(found: &NumberSummary, expected: &Value, what: &str) {
    near(found.mean, &expected["mean"], what);
    near(found.std, &expected["std"], what);
    // These are values of the column, or lie between two: bit-equal.
    let exact = [
        (found.min, "min"),
        (found.lower_quartile, "25%"),
        (found.median, "50%"),
        (found.upper_quartile, "75%"),
        (found.max, "max"),
    ];
    for (value, name) in exact {
        assert_eq!(value, expected[name].as_f64(), "{what} {name}");
    }
    let edges: Vec<f64> = serde_json::from_value(expected["edges"].clone()).unwrap_or_default();
    let counts: Vec<u64> = serde_json::from_value(expected["counts"].clone()).unwrap_or_default();
    assert_eq!(found.histogram, Histogram { edges, counts }, "{what}");
}

#[track_caller]
fn check(found: &Summary, expected: &Value) {
    let name = expected["name"].as_str().unwrap();
    assert_eq!(found.name, name);
    for (value, key) in [(found.count, "count"), (found.missing, "missing"), (found.distinct, "distinct")] {
        assert_eq!(value, expected[key].as_u64().unwrap(), "{name} {key}");
    }
    match &found.detail {
        Detail::Number(number) => check_number(number, expected, name),
        Detail::Boolean { yes, no } => {
            assert_eq!((*yes, *no), (expected["yes"].as_u64().unwrap(), expected["no"].as_u64().unwrap()));
        }
        Detail::Text { top, other } => {
            let counts: Vec<(String, u64)> = serde_json::from_value(expected["top"].clone()).unwrap();
            assert_eq!(top.iter().map(|f| (f.value.clone(), f.count)).collect::<Vec<_>>(), counts);
            assert_eq!(top.iter().map(|f| f.count).sum::<u64>() + other, found.count);
        }
        Detail::Date { .. } => panic!("dates are left out"),
    }
}

#[test]
fn as_pandas_describes() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("recorded/statistics.json")).unwrap();
    for case in cases {
        let name = case["table"].as_str().unwrap();
        let table = match case["csv"].as_str() {
            Some(text) => read(text.as_bytes()),
            None => read(&std::fs::read(format!("public/data/{name}.csv")).unwrap()),
        };
        let profile = Profile::of(&table);
        assert_eq!(profile.rows, table.rows() as u64);
        let json = serde_json::to_string(&profile).unwrap();
        assert_eq!(serde_json::from_str::<Profile>(&json).unwrap(), profile);
        let columns = profile.columns.iter().filter(|column| !matches!(column.detail, Detail::Date { .. }));
        let expected = case["columns"].as_array().unwrap();
        assert_eq!(columns.clone().count(), expected.len());
        for (found, expected) in columns.zip(expected) {
            check(found, expected);
        }
    }
}

#[test]
fn dates_and_rare_texts() {
    let text: String = (0..26)
        .map(|i| format!("2024-01-{:02},{}\n", 1 + i, "abcdefghijkl".chars().nth(i % 12).unwrap()))
        .collect();
    let profile = Profile::of(&read(format!("d,t\n{text}").as_bytes()));
    let Detail::Date { min, max, histogram } = &profile.columns[0].detail else { panic!() };
    assert_eq!((*min, *max), (Some(19723), Some(19748)));
    assert_eq!(histogram.counts.iter().sum::<u64>(), 26);
    let Detail::Text { top, other } = &profile.columns[1].detail else { panic!() };
    assert_eq!((top.len(), *other, profile.columns[1].distinct), (10, 4, 12));
    assert_eq!((top[0].value.as_str(), top[0].count, top[2].value.as_str()), ("a", 3, "c"));
}

#[test]
fn extremes_are_counted_too() {
    for values in [
        vec![f64::MAX, f64::MIN, 0.0],
        vec![5e-324, 0.0, 1e-323],
        vec![f64::INFINITY, f64::NEG_INFINITY, f64::NAN],
        vec![1.0, 1.0 + f64::EPSILON],
        vec![],
    ] {
        let finite = values.iter().filter(|value| value.is_finite()).count() as u64;
        let summary = Summary::of(&Column { name: "x".into(), values: Values::Float(values) });
        let Detail::Number(number) = summary.detail else { panic!() };
        assert_eq!(number.histogram.counts.iter().sum::<u64>(), finite);
        assert_eq!(number.infinite, summary.count - finite);
    }
}
