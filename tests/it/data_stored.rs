//! Tables as bytes and as CSV, their fingerprints, and hostile input to both readers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::data::{Cell, Column, StoredError, Table, TableError, Values, csv};

/// A deterministic generator (SplitMix64): the same inputs in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        value ^ (value >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(5) > 0).then(|| make(self))
    }

    fn values(&mut self, rows: usize) -> Values {
        match self.below(5) {
            0 => Values::Float((0..rows).map(|_| f64::from_bits(self.next())).collect()),
            1 => Values::Integer((0..rows).map(|_| self.maybe(|r| r.next() as i64)).collect()),
            2 => Values::Boolean((0..rows).map(|_| self.maybe(|r| r.below(2) == 1)).collect()),
            3 => {
                Values::Date((0..rows).map(|_| self.maybe(|r| r.below(3_000_000) as i32 - 500_000)).collect())
            }
            _ => {
                let categories = ["a", "日本", "x,\"y\"\r\nz", " ", "é😀"].map(String::from).to_vec();
                let codes = (0..rows).map(|_| self.maybe(|r| r.below(5) as u32)).collect();
                Values::Text { categories, codes }
            }
        }
    }

    fn table(&mut self) -> Table {
        let (rows, columns) = (1 + self.below(12), 1 + self.below(6));
        let column = |index| Column { name: format!("c{index}"), values: self.values(rows) };
        Table::new((0..columns).map(column).collect()).unwrap()
    }
}

fn column(name: &str, values: Values) -> Column {
    Column { name: name.to_owned(), values }
}

fn text(categories: &[&str], codes: &[Option<u32>]) -> Values {
    Values::Text {
        categories: categories.iter().map(|text| (*text).to_owned()).collect(),
        codes: codes.to_vec(),
    }
}

#[test]
fn bytes_and_csv_read_back_the_same() {
    let mut random = Random(1);
    for _ in 0..500 {
        let table = random.table();
        let bytes = table.to_bytes().unwrap();
        let back = Table::from_bytes(&bytes).unwrap();
        // Bytes, not tables: NaN is not equal to itself.
        assert_eq!(back.to_bytes().unwrap(), bytes);
        assert_eq!(back.fingerprint(), table.fingerprint());
        let text = table.to_csv();
        let options = csv::Options { delimiter: Some(','), header: Some(true) };
        let read = csv::read_with(text.as_bytes(), options, &mut |_| {}).unwrap().table;
        assert_eq!(read.to_csv(), text);
        for row in 0..table.rows() {
            for column in 0..table.columns().len() {
                let (written, found) = (table.cell(row, column), read.cell(row, column));
                match (written, found) {
                    (Cell::Float(a), Cell::Float(b)) => assert_eq!(a.to_bits(), b.to_bits()),
                    _ => assert_eq!(written, found, "{text}"),
                }
            }
        }
    }
}

#[test]
fn damaged_bytes_are_errors_or_tables() {
    let mut random = Random(2);
    for _ in 0..300 {
        let bytes = random.table().to_bytes().unwrap();
        for _ in 0..40 {
            let mut damaged = bytes.clone();
            for _ in 0..1 + random.below(4) {
                let at = random.below(damaged.len());
                match random.below(4) {
                    0 => damaged.truncate(at + 1),
                    1 => damaged.insert(at, random.next() as u8),
                    _ => damaged[at] = random.next() as u8,
                }
            }
            if let Ok(table) = Table::from_bytes(&damaged) {
                let _ =
                    (table.fingerprint(), table.to_csv(), mlops_dojo::data::statistics::Profile::of(&table));
            }
        }
        assert_eq!(Table::from_bytes(&bytes[..bytes.len() - 1]).unwrap_err(), StoredError::Damaged);
    }
}

#[test]
fn damaged_files_are_errors_or_tables() {
    let mut random = Random(3);
    let pieces: [&[u8]; 16] = [
        b",",
        b"\n",
        b"\"",
        b"\r",
        b";",
        b"1",
        b"x",
        b"\xE9",
        b"\x82\xA0",
        b"\0",
        b"2012-01-01",
        b"nan",
        b"\t",
        b"\xFF\xFE",
        b"1e5",
        b"\xEF\xBB\xBF",
    ];
    for _ in 0..3_000 {
        let mut bytes = random.table().to_csv().into_bytes();
        for _ in 0..random.below(6) {
            let at = random.below(bytes.len());
            let piece = pieces[random.below(pieces.len())];
            bytes.splice(at..(at + random.below(3)).min(bytes.len()), piece.iter().copied());
        }
        if let Ok(parsed) = csv::read(&bytes, &mut |_| {}) {
            assert!(parsed.table.rows() > 0);
            Table::from_bytes(&parsed.table.to_bytes().unwrap()).unwrap();
        }
    }
    for length in 0..3_000 {
        let bytes: Vec<u8> =
            (0..length % 40).flat_map(|_| pieces[random.below(pieces.len())].to_vec()).collect();
        let _ = csv::read(&bytes, &mut |_| {});
    }
}

/// The stored form of columns that make no valid table.
fn stored(columns: &[Column]) -> Vec<u8> {
    let mut bytes = b"DOJOTABL\x01".to_vec();
    bytes.extend(postcard::to_stdvec(&columns.to_vec()).unwrap());
    bytes
}

#[test]
fn impossible_tables_are_refused() {
    #[track_caller]
    fn check(bytes: &[u8], expected: StoredError) {
        assert_eq!(Table::from_bytes(bytes).unwrap_err(), expected);
    }
    check(b"", StoredError::NotATable);
    check(b"PK\x03\x04", StoredError::NotATable);
    check(b"DOJOTABL", StoredError::Damaged);
    check(b"DOJOTABL\x02", StoredError::NewerVersion { found: 2, known: 1 });
    check(b"DOJOTABL\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", StoredError::Damaged);
    let (long, short) = (column("a", Values::Float(vec![1.0, 2.0])), column("b", Values::Float(vec![1.0])));
    let unequal = TableError::UnequalLength { column: "b".into(), found: 1, expected: 2 };
    check(&stored(&[long.clone(), short]), StoredError::Table(unequal));
    check(
        &stored(&[long.clone(), long.clone()]),
        StoredError::Table(TableError::DuplicateName { column: "a".into() }),
    );
    check(&stored(&[column("t", text(&["x"], &[Some(1)]))]), StoredError::Texts { column: "t".into() });
    check(&stored(&[column("t", text(&["x", "x"], &[Some(1)]))]), StoredError::Texts { column: "t".into() });
    check(
        &stored(&[column("d", Values::Date(vec![Some(i32::MAX)]))]),
        StoredError::Dates { column: "d".into() },
    );
    let mut longer = stored(&[long]);
    longer.push(0);
    check(&longer, StoredError::Damaged);
}

#[test]
fn fingerprints_see_every_difference() {
    let float = |values: &[f64]| Values::Float(values.to_vec());
    let tables = [
        vec![column("a", float(&[1.0, 2.0])), column("b", float(&[3.0, 4.0]))],
        vec![column("b", float(&[3.0, 4.0])), column("a", float(&[1.0, 2.0]))],
        vec![column("a", float(&[1.0, 2.0])), column("c", float(&[3.0, 4.0]))],
        vec![column("a", float(&[2.0, 1.0])), column("b", float(&[3.0, 4.0]))],
        vec![column("a", float(&[1.0, f64::NAN])), column("b", float(&[3.0, 4.0]))],
        vec![column("a", Values::Integer(vec![Some(1), Some(2)])), column("b", float(&[3.0, 4.0]))],
        vec![column("a", Values::Integer(vec![Some(0)]))],
        vec![column("a", Values::Integer(vec![None]))],
        vec![column("a", Values::Boolean(vec![Some(false)]))],
        vec![column("a", Values::Date(vec![Some(0)]))],
        vec![column("a", float(&[0.0]))],
        vec![column("a", float(&[-0.0]))],
        vec![column("a", text(&["x", "y"], &[Some(0), Some(1)]))],
        vec![column("a", text(&["x", "y"], &[Some(1), Some(0)]))],
        vec![column("a", text(&["x", "y"], &[Some(0), None]))],
    ];
    let prints: std::collections::BTreeSet<String> =
        tables.iter().map(|columns| Table::new(columns.clone()).unwrap().fingerprint()).collect();
    assert_eq!(prints.len(), tables.len());
}

#[test]
fn fingerprints_see_nothing_else() {
    let print = |values| Table::new(vec![column("a", values)]).unwrap().fingerprint();
    let numbered = print(text(&["x", "y"], &[Some(0), Some(1), None, Some(0)]));
    assert_eq!(numbered, print(text(&["unused", "y", "x"], &[Some(2), Some(1), None, Some(2)])));
    let other_nan = f64::from_bits(f64::NAN.to_bits() | 1);
    assert_eq!(print(Values::Float(vec![f64::NAN])), print(Values::Float(vec![other_nan])));
    // The same on every platform and in every version: this value may not change.
    assert_eq!(numbered, "ecdfba74267143f71c996a36bb4eb85269a5fcbb86db1fbc4d469f62e22d3d9d");
}
