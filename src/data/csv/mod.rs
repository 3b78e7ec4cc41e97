//! Reading a CSV file of a learner's: hostile input, bounded, all or nothing. Knows no file system.
//!
//! Column kinds and missing values are those of pandas' `read_csv` with its defaults, with these
//! differences: whole numbers with gaps stay whole numbers, `true`/`false` with gaps stay booleans, ISO dates
//! become dates, names in the header are trimmed, an empty name becomes `column_3`.

mod cells;
mod columns;
mod detect;
mod encoding;
mod error;
mod kinds;
mod place;
mod shift_jis;

pub use encoding::Encoding;
pub use error::{Content, CsvError, Limit};

use super::table::{Column, Table};
use cells::Cells;
use serde::{Deserialize, Serialize};

/// The most bytes a file may have.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The most rows a file may have, the header aside.
pub const MAX_ROWS: usize = 1_000_000;
/// The most columns a file may have.
pub const MAX_COLUMNS: usize = 1_000;
/// The most fields a file may have, the header's among them: short of both bounds above at once, so that a
/// file of nothing but delimiters does not fill the memory.
pub const MAX_FIELDS: usize = 32_000_000;

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes done; the first half of the way is splitting into fields, the second finding their kinds.
    pub done_bytes: u64,
    /// Bytes in the file.
    pub total_bytes: u64,
}

/// What the reader is told instead of finding it out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// The ASCII character between fields; one that cannot be (a quote, a line end) is passed over.
    pub delimiter: Option<char>,
    /// Whether the first row holds the names.
    pub header: Option<bool>,
}

/// How the file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialect {
    /// How characters are encoded.
    pub encoding: Encoding,
    /// What stands between fields: comma, semicolon, tab or `|`.
    pub delimiter: char,
    /// Whether the first row holds the names; without one they are `column_1`, `column_2`, …
    pub header: bool,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Its content.
    pub table: Table,
    /// How it was written.
    pub dialect: Dialect,
}

/// Reads a CSV file, finding out its encoding, delimiter and header.
///
/// # Errors
/// A [`CsvError`] that says what is wrong and where.
pub fn read(bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> Result<Parsed, CsvError> {
    read_with(bytes, Options::default(), progress)
}

/// [`read`] with some of the findings given.
///
/// # Errors
/// A [`CsvError`] that says what is wrong and where.
pub fn read_with(
    bytes: &[u8],
    options: Options,
    progress: &mut dyn FnMut(Progress),
) -> Result<Parsed, CsvError> {
    if bytes.len() > MAX_BYTES {
        return Err(error::too_large(Limit::Bytes, MAX_BYTES, bytes.len()));
    }
    let total_bytes = bytes.len() as u64;
    let mut report = |share: f64| {
        progress(Progress { done_bytes: (share * total_bytes as f64) as u64, total_bytes });
    };
    let (text, encoding) = encoding::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(CsvError::Empty);
    }
    let given = options.delimiter.and_then(|delimiter| u8::try_from(delimiter).ok()).filter(is_delimiter);
    let delimiter = given.unwrap_or_else(|| detect::delimiter(&text));
    let cells = Cells::split(&text, delimiter, &mut |share| report(share / 2.0))?;
    // All is in the cells from here on: a large decoded copy need not wait for the end.
    drop(text);
    let header = options.header.unwrap_or_else(|| detect::header(&cells));
    let table = table(&cells, header, &mut |share| report(0.5 + share / 2.0))?;
    Ok(Parsed { table, dialect: Dialect { encoding, delimiter: char::from(delimiter), header } })
}

/// Whether a byte can stand between fields.
fn is_delimiter(byte: &u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n' | 0)
}

/// The typed columns under their names.
fn table(cells: &Cells, header: bool, report: &mut dyn FnMut(f64)) -> Result<Table, CsvError> {
    let first_row = usize::from(header);
    let width = cells.columns();
    if cells.rows() <= first_row {
        return Err(CsvError::HeaderOnly { columns: width });
    }
    if cells.rows() - first_row > MAX_ROWS {
        return Err(error::too_large(Limit::Rows, MAX_ROWS, cells.rows() - first_row));
    }
    let written = (0..width).map(|column| if header { cells.get(0, column) } else { "" });
    let mut columns = Vec::with_capacity(width);
    for (index, name) in detect::names(written).into_iter().enumerate() {
        columns.push(Column { name, values: columns::typed(cells, index, first_row) });
        report((index + 1) as f64 / width as f64);
    }
    // Names are unique and lengths equal by construction; were they not, the file would be of no use.
    Table::new(columns).map_err(|_| CsvError::Empty)
}
