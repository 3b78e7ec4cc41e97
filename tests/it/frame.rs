//! The engine under pandas: groups, joins, orders, windows, dates, text, CSV, hashes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::frame::csv::{self, BadLines, CsvError, Dialect};
use mlops_dojo::frame::csv_columns::{Column, Reading, typed};
use mlops_dojo::frame::factors::{self, Keep};
use mlops_dojo::frame::groups::{self, Reduce};
use mlops_dojo::frame::join::{How, join};
use mlops_dojo::frame::window::{self, Window};
use mlops_dojo::frame::{csv_write, dates, dates_format, dates_parse, hashing, order, text};
use std::collections::HashSet;

fn dialect() -> Dialect {
    Dialect {
        separator: Some(','),
        quote: Some('"'),
        comment: None,
        skip_first: 0,
        skip: HashSet::new(),
        skip_blank: true,
        skip_spaces: false,
        header: Some(0),
        rows: None,
        skip_last: 0,
        bad_lines: BadLines::Error,
        names: 0,
    }
}

fn columns(source: &str) -> Vec<Column> {
    let split = csv::split(source, &dialect()).unwrap();
    let reading = Reading::default().with_missing(true, []);
    (0..split.fields.width()).map(|place| typed(&split.fields, place, &reading)).collect()
}

#[test]
fn a_column_has_the_first_type_that_fits() {
    let found = columns("i,b,s,m\n1,True,x,NA\n-2,false,\"y, z\",\n");
    assert_eq!(found[0], Column::Int(vec![1, -2]));
    assert_eq!(found[1], Column::Bool(vec![true, false]));
    assert_eq!(found[2], Column::Text(vec![Some("x".into()), Some("y, z".into())]));
    assert!(matches!(&found[3], Column::Float(all) if all.iter().all(|value| value.is_nan())));
}

#[test]
fn csv_that_is_none_says_so_as_pandas_does() {
    assert_eq!(csv::split("", &dialect()).unwrap_err(), CsvError::Empty);
    let error = csv::split("a,b\n1,2\n3,4,5\n", &dialect()).unwrap_err();
    assert_eq!(error.to_string(), "Error tokenizing data. C error: Expected 2 fields in line 3, saw 3\n");
    assert!(matches!(csv::split("a\n\"x\n", &dialect()).unwrap_err(), CsvError::Quote(_)));
}

#[test]
fn a_first_row_that_is_longer_than_the_header_has_labels() {
    assert_eq!(csv::split("a,b\nx,1,2\n", &dialect()).unwrap().unnamed, 1);
}

#[test]
fn floats_are_written_as_python_writes_them() {
    let written: Vec<String> = [1.0, 0.1, 1e16, 1.5e-5, -2.0].into_iter().map(csv_write::float).collect();
    assert_eq!(written, ["1.0", "0.1", "1e+16", "1.5e-05", "-2.0"]);
}

#[test]
fn equal_values_have_equal_codes() {
    let (codes, firsts) = factors::factorize(&[2.0, f64::NAN, 0.0, -0.0, 2.0], false, factors::float_key);
    assert_eq!((codes, firsts), (vec![0, -1, 1, 1, 0], vec![0, 2]));
    assert_eq!(factors::duplicated(&[1, 1, 2], Keep::Last), [true, false, false]);
    assert_eq!(factors::duplicated(&[1, 1, 2], Keep::Neither), [true, true, false]);
}

#[test]
fn groups_pass_over_what_is_missing() {
    let reduce = |how| groups::reduce(&[0, 1, 0, -1], 3, &[1.0, f64::NAN, 3.0, 9.0], how, 1, 0);
    assert_eq!(reduce(Reduce::Mean)[0], 2.0);
    assert!(reduce(Reduce::Mean)[1].is_nan());
    assert_eq!(reduce(Reduce::Sum), [4.0, 0.0, 0.0]);
    assert_eq!(reduce(Reduce::Var)[0], 2.0);
}

#[test]
fn joins_keep_the_order_that_pandas_keeps() {
    let (left, right) = ([0, 1, 2], [2, 0, 0]);
    assert_eq!(join(&left, &right, 3, How::Inner, false).unwrap(), (vec![0, 0, 2], vec![1, 2, 0]));
    assert_eq!(join(&left, &right, 3, How::Left, false).unwrap(), (vec![0, 0, 1, 2], vec![1, 2, -1, 0]));
    assert_eq!(join(&left, &right, 3, How::Right, false).unwrap(), (vec![2, 0, 0], vec![0, 1, 2]));
}

#[test]
fn a_join_that_is_too_large_is_refused() {
    let many = vec![0; 10_000];
    assert_eq!(join(&many, &many, 1, How::Inner, false), None);
}

#[test]
fn ties_share_their_ranks() {
    let order = order::argsort(&[3, 1, 3], &[false; 3], true, false, i32::cmp);
    let equal = |one: usize, other: usize| (one == 1) == (other == 1);
    assert_eq!(order::rank(3, &order, equal, order::Ties::Average, false), [2.5, 1.0, 2.5]);
}

#[test]
fn windows_wait_until_they_are_full() {
    let found = window::rolling(&[1.0, 2.0, 3.0], 2, 2, 0, Window::Reduce(Reduce::Mean), 1);
    assert!(found[0].is_nan());
    assert_eq!(found[1..], [1.5, 2.5]);
}

#[test]
fn dates_go_to_numbers_and_back() {
    let moment = dates_parse::strptime("2020-02-29 13:05:06", "%Y-%m-%d %H:%M:%S").unwrap();
    assert_eq!(dates_format::moments(&[moment]), ["2020-02-29 13:05:06"]);
    assert_eq!(dates_format::strftime(moment, "%d %B %y, %A %I%p"), "29 February 20, Saturday 01PM");
    assert_eq!(dates::field(&[moment, dates::NAT], "dayofyear"), Some(vec![60, 0]));
    assert_eq!(dates_parse::strptime("2021-02-29", "%Y-%m-%d"), None);
    assert_eq!(dates_parse::guess("13/02/2020", false).as_deref(), Some("%d/%m/%Y"));
    assert_eq!(dates_parse::duration("1 days 02:00:00"), Some(26 * 3_600 * dates::SECOND));
    assert_eq!(dates_format::durations(&[-dates::SECOND]), ["-1 days +23:59:59"]);
}

#[test]
fn text_methods_are_pythons() {
    let apply = |text, how| text::apply(text, how, &text::Arguments::default());
    assert_eq!(apply("they're BILL's", "title").as_deref(), Some("They'Re Bill'S"));
    assert_eq!(apply(" x ", "strip").as_deref(), Some("x"));
    assert_eq!(apply("x", "no such method"), None);
}

#[test]
fn hashes_are_those_of_pandas() {
    assert_eq!(hashing::bits(1), 6_238_072_747_940_578_789);
    assert_eq!(hashing::bits(2), 15_839_785_061_582_574_730);
    assert_eq!(hashing::text("a", *b"0123456789123456"), 13_950_350_942_979_735_504);
    assert_eq!(hashing::text("b", *b"0123456789123456"), 12_688_059_582_079_114_975);
}
