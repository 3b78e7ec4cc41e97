//! Broken CSV files: each gets the one error that says what is wrong and where.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::data::csv::{Content, CsvError, Encoding, Limit, MAX_BYTES, MAX_COLUMNS, MAX_ROWS, read};

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: CsvError) {
    let error = read(bytes.as_ref(), &mut |_| {}).unwrap_err();
    assert_eq!(error, expected);
    let json = serde_json::to_string(&error).unwrap();
    assert_eq!(serde_json::from_str::<CsvError>(&json).unwrap(), error);
}

#[test]
fn nothing_to_read() {
    check("", CsvError::Empty);
    check(" \r\n\n\t\n", CsvError::Empty);
    check("\u{FEFF}", CsvError::Empty);
    check(b"\xFF\xFE", CsvError::Empty);
    check("a,b\n", CsvError::HeaderOnly { columns: 2 });
    check("name", CsvError::HeaderOnly { columns: 1 });
}

#[test]
fn not_text() {
    let check = |bytes: &[u8], found| check(bytes, CsvError::NotText { found });
    check(b"PK\x03\x04\x14\0", Content::Workbook);
    check(b"\xD0\xCF\x11\xE0\xA1", Content::Workbook);
    check(b"%PDF-1.7", Content::Pdf);
    check(b"\x89PNG\r\n", Content::Picture);
    check(b"\x1F\x8B\x08", Content::Compressed);
    check(b"PAR1\x15", Content::Parquet);
    check(b"a,b\n1,\0\n", Content::Binary);
    check(b"a\0,\0b\0\n\0", Content::Binary);
}

#[test]
fn other_encodings() {
    let bad = |expected, line, column, byte| CsvError::BadEncoding { expected, line, column, byte };
    // Latin-1: an accent before a line end, and accents that Shift_JIS could read as rare kanji.
    check(b"a,b\nna\xEFve,caf\xE9\n", bad(Encoding::Utf8, 2, 3, 0xEF));
    check(b"name,n\r\nJos\xE9ph,1\r\nAndr\xE9s,2\r\n", bad(Encoding::Utf8, 2, 4, 0xE9));
    check(b"\xEF\xBB\xBFa,b\n\xE5\xA4\xAA,\x91\xBE\n", bad(Encoding::Utf8Bom, 2, 3, 0x91));
    check(b"\xFF\xFEa\0,\0b\0\n\0\x00\xD8x\0", bad(Encoding::Utf16Le, 2, 1, 0xD8));
    check(b"\xFE\xFF\0a\0,\0b\0\n\x001\0", bad(Encoding::Utf16Be, 2, 2, 0));
}

#[test]
fn rows_of_the_wrong_length() {
    let few = |line, column, expected, found| CsvError::TooFewFields { line, column, expected, found };
    let many = |line, column, expected, found| CsvError::TooManyFields { line, column, expected, found };
    check("a,b,c\n1,2,3\n4,5\n", few(3, 4, 3, 2));
    check("a,b,c\n1,2,3\n4,5", few(3, 4, 3, 2));
    check("a,b\r\n1,2\r\n3\r\n4,5\r\n", few(3, 2, 2, 1));
    check("a,b\r1,2\r3\r", few(3, 2, 2, 1));
    check("a,b\n1,2\n3,4,5\n", many(3, 5, 2, 3));
    check("名,前\n太郎,次郎,三郎\n", many(2, 7, 2, 3));
    check("a,b\n\"1\n2\",3\n4,\"5\n6\",7,8\n", many(5, 4, 2, 4));
    check("a,b\n\n\n1,2,\n", many(4, 5, 2, 3));
    check("only\n1\n2,3\n", many(3, 3, 1, 2));
}

#[test]
fn quotes() {
    let open = |line, column, field| CsvError::UnclosedQuote { line, column, field };
    check("a,b\n1,2\n3,\"4\n5,6\n7,8\n", open(3, 3, 2));
    check("a,b\n1,2\n3,\"4", open(3, 3, 2));
    check("\"a,b\n1,2\n", open(1, 1, 1));
    check("a,b\n1,\"x\"\"\n", open(2, 3, 2));
    check("a,b\r\n名,\"x\ny\"\r\n1,\"z\r\n", open(4, 3, 2));
    let after = |line, column, field, found| CsvError::TextAfterQuote { line, column, field, found };
    check("a,b\n1,\"x\n2,\"y\"\n", after(3, 4, 2, 'y'));
    check("a,b\n\"1\"x,2,3\n", after(2, 4, 1, 'x'));
    // Blanks do no harm.
    assert!(read(b"a,b\n\"1\" ,2 \n", &mut |_| {}).is_ok());
}

#[test]
fn bounds() {
    let large = |limit, allowed: usize, found: usize| CsvError::TooLarge {
        limit,
        allowed: allowed as u64,
        found: found as u64,
    };
    check(vec![b'1'; MAX_BYTES + 1], large(Limit::Bytes, MAX_BYTES, MAX_BYTES + 1));
    check(["1"; MAX_COLUMNS + 1].join(","), large(Limit::Columns, MAX_COLUMNS, MAX_COLUMNS + 1));
    check("1\n".repeat(MAX_ROWS + 1), large(Limit::Rows, MAX_ROWS, MAX_ROWS + 1));
    check(format!("a\n{}", "1\n".repeat(MAX_ROWS + 1)), large(Limit::Rows, MAX_ROWS, MAX_ROWS + 1));
    assert_eq!(
        read(format!("a\n{}", "1\n".repeat(MAX_ROWS)).as_bytes(), &mut |_| {}).unwrap().table.rows(),
        MAX_ROWS
    );
    check(format!("{}\n", ",".repeat(999)).repeat(32_001), large(Limit::Fields, 32_000_000, 32_001_000));
}
