//! The built-in data sets, bit for bit as scikit-learn (or the original file) has them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::hash::sha256_hex;
use mlops_dojo::data::builtin::{Task, builtin};
use mlops_dojo::data::{BUILTIN, Builtin, Cell, Table, csv};
use serde_json::Value;

fn table(builtin: &Builtin) -> Table {
    csv::read(&std::fs::read(format!("public/data/{}", builtin.file)).unwrap(), &mut |_| {}).unwrap().table
}

/// The value as scikit-learn has it: a class as its place in the catalogue's list.
fn number(cell: Cell<'_>, classes: &[&str]) -> f64 {
    match cell {
        Cell::Integer(value) => value as f64,
        Cell::Float(value) => value,
        Cell::Text(text) => classes.iter().position(|class| *class == text).unwrap() as f64,
        other => panic!("{other:?}"),
    }
}

fn digest(table: &Table, names: &[&str], classes: &[&str]) -> String {
    let columns: Vec<usize> =
        names.iter().map(|name| table.columns().iter().position(|c| c.name == *name).unwrap()).collect();
    let mut bytes = Vec::new();
    for row in 0..table.rows() {
        for column in &columns {
            bytes.extend(number(table.cell(row, *column), classes).to_le_bytes());
        }
    }
    sha256_hex(&bytes)
}

#[test]
fn bit_equal_to_the_original() {
    let recorded: Value = serde_json::from_str(include_str!("recorded/datasets.json")).unwrap();
    let recorded = recorded["datasets"].as_object().unwrap();
    assert_eq!(recorded.len(), BUILTIN.len());
    for entry in BUILTIN {
        let expected = &recorded[entry.id];
        let table = table(entry);
        assert_eq!((table.rows(), table.columns().len()), (entry.rows, entry.columns), "{}", entry.id);
        assert_eq!(expected["rows"], entry.rows);
        assert_eq!(expected["target_name"], entry.target);
        assert_eq!(serde_json::to_value(entry.classes).unwrap(), expected["classes"]);
        let names: Vec<&str> =
            expected["names"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        assert_eq!(digest(&table, &names, &[]), expected["features"], "{}", entry.id);
        assert_eq!(digest(&table, &[entry.target], entry.classes), expected["target"], "{}", entry.id);
    }
}

#[test]
fn the_catalogue_fits_the_files() {
    for entry in BUILTIN {
        assert_eq!(builtin(entry.id), Some(entry));
        let table = table(entry);
        assert!(
            table
                .columns()
                .iter()
                .all(|column| (0..table.rows()).all(|row| column.values.cell(row) != Cell::Missing))
        );
        let target = table.column(entry.target).unwrap().values.kind();
        assert!(entry.task == Task::Classification || target.is_number());
        assert_eq!(target.is_number(), entry.classes.is_empty());
        // What is stored reads back as what was fetched.
        assert_eq!(Table::from_bytes(&table.to_bytes().unwrap()).unwrap(), table);
    }
    assert_eq!(builtin("none"), None);
}

#[test]
fn weather_has_dates_in_order() {
    let table = table(builtin("seattle_weather").unwrap());
    assert_eq!(table.cell(0, 0).to_string(), "2012-01-01");
    assert_eq!(table.cell(table.rows() - 1, 0).to_string(), "2015-12-31");
    let day = |row| match table.cell(row, 0) {
        Cell::Date(day) => day.0,
        other => panic!("{other:?}"),
    };
    assert!((1..table.rows()).all(|row| day(row) == day(row - 1) + 1));
}
