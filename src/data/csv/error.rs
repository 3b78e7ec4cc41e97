//! What can be wrong with a CSV file, as data: the page says it in the reader's language.

use super::encoding::Encoding;
use serde::{Deserialize, Serialize};

/// Why a file was not taken. Lines, columns and fields count from 1; a column is a character in its line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CsvError {
    /// Nothing in it but white space.
    #[error("the file is empty")]
    Empty,
    /// It is no text.
    #[error("this is not a text file but {found:?}")]
    NotText {
        /// What it looks like.
        found: Content,
    },
    /// It is text in an encoding that is not known here: neither UTF-8, nor UTF-16 with a mark, nor Shift_JIS.
    #[error("line {line}, column {column}: byte {byte:#04x} is not valid {expected:?}")]
    BadEncoding {
        /// The encoding that the file seemed to have (UTF-8 when it seemed to have none).
        expected: Encoding,
        /// The line of the first byte that does not fit.
        line: usize,
        /// Its character column.
        column: usize,
        /// The byte.
        byte: u8,
    },
    /// There are names but no rows.
    #[error("the file has {columns} column names and no row")]
    HeaderOnly {
        /// How many names there are.
        columns: usize,
    },
    /// A row ends too early.
    #[error("line {line}, column {column}: the row ends after {found} of {expected} fields")]
    TooFewFields {
        /// The line where the row ends.
        line: usize,
        /// The column just after its end.
        column: usize,
        /// How many fields the first row has.
        expected: usize,
        /// How many this one has.
        found: usize,
    },
    /// A row goes on too long.
    #[error("line {line}, column {column}: the row has {found} fields instead of {expected}")]
    TooManyFields {
        /// The line of the first field too many.
        line: usize,
        /// The column where it begins.
        column: usize,
        /// How many fields the first row has.
        expected: usize,
        /// How many this one has.
        found: usize,
    },
    /// A quote is opened and not closed before the file ends.
    #[error("line {line}, column {column}: the quote opened here (field {field}) is never closed")]
    UnclosedQuote {
        /// The line of the quote.
        line: usize,
        /// Its column.
        column: usize,
        /// The field that it opens.
        field: usize,
    },
    /// Something other than a delimiter follows a closing quote; often a quote was forgotten further up.
    #[error("line {line}, column {column}: `{found}` after the closing quote of field {field}")]
    TextAfterQuote {
        /// The line of what follows.
        line: usize,
        /// Its column.
        column: usize,
        /// The field.
        field: usize,
        /// What follows, where a delimiter or the end of the line was expected.
        found: char,
    },
    /// It is more than this program takes.
    #[error("too large: {found} {limit:?}, at most {allowed} are taken")]
    TooLarge {
        /// What there is too much of.
        limit: Limit,
        /// How many are taken.
        allowed: u64,
        /// How many were found; reading stops there, so there may be more.
        found: u64,
    },
}

/// What a file that is not text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A workbook of a spreadsheet program (`.xlsx`, `.ods`, `.xls`) or another zip archive.
    Workbook,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A compressed file.
    Compressed,
    /// A Parquet file.
    Parquet,
    /// Some other file with bytes that no text has.
    Binary,
}

/// What is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Bytes in the file.
    Bytes,
    /// Rows without the header.
    Rows,
    /// Columns.
    Columns,
    /// Rows times columns.
    Fields,
}

/// [`CsvError::TooLarge`] of lengths in memory.
pub(super) fn too_large(limit: Limit, allowed: usize, found: usize) -> CsvError {
    CsvError::TooLarge { limit, allowed: allowed as u64, found: found as u64 }
}
