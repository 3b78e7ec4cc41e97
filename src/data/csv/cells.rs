//! A CSV text split into fields of equal rows, not yet typed.

use super::error::{CsvError, Limit, too_large};
use super::{MAX_COLUMNS, MAX_FIELDS, MAX_ROWS, place};

/// How many bytes are read between two reports of progress.
const REPORT_EVERY: u64 = 1 << 20;

/// Fields row by row, unquoted, in one text.
#[derive(Debug, Default)]
pub(super) struct Cells {
    text: String,
    /// Where each field ends in `text`.
    ends: Vec<u32>,
    columns: usize,
}

impl Cells {
    /// Splits `text` into rows as long as the first; blank lines are skipped, as pandas does.
    pub fn split(text: &str, delimiter: u8, report: &mut dyn FnMut(f64)) -> Result<Self, CsvError> {
        let mut reader = reader(text, delimiter);
        let mut record = csv::ByteRecord::new();
        let (mut fields, mut ends, mut columns) = (Vec::with_capacity(text.len()), Vec::new(), 0);
        let (mut rows, mut reported) = (0_usize, 0);
        loop {
            let here = reader.position().byte();
            if here - reported >= REPORT_EVERY {
                reported = here;
                report(here as f64 / text.len() as f64);
            }
            // Reading from memory cannot fail, and rows of any length are taken.
            if !reader.read_byte_record(&mut record).unwrap_or(false) {
                break;
            }
            let (start, end) = (here as usize, reader.position().byte() as usize);
            let written = text.as_bytes().get(start..end).unwrap_or_default();
            if written.contains(&b'"')
                && let Some(error) = place::wrong_quote(text, start, delimiter)
            {
                return Err(error);
            }
            rows += 1;
            if rows == 1 {
                columns = record.len();
            } else if record.len() != columns {
                return Err(place::wrong_count(text, start, delimiter, columns, record.len()));
            }
            within_limits(rows, columns)?;
            let base = fields.len();
            ends.extend(record.iter().scan(base, |end, field| {
                *end += field.len();
                // At most 64 MB were read, in UTF-8 at most 96: they fit.
                Some(u32::try_from(*end).unwrap_or(u32::MAX))
            }));
            fields.extend_from_slice(record.as_slice());
        }
        if rows == 0 {
            return Err(CsvError::Empty);
        }
        // Cut at ASCII characters, so still UTF-8.
        let text = String::from_utf8(fields).map_err(|_| CsvError::Empty)?;
        Ok(Self { text, ends, columns })
    }

    /// How many rows there are, a header among them.
    pub fn rows(&self) -> usize {
        self.ends.len().checked_div(self.columns).unwrap_or(0)
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The field in `row` and `column`, from 0.
    pub fn get(&self, row: usize, column: usize) -> &str {
        let index = row * self.columns + column;
        let end = self.ends.get(index).map_or(0, |end| *end as usize);
        let start =
            index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.text.get(start..end).unwrap_or("")
    }

    /// The fields of `column` from `row` on.
    pub fn down(&self, column: usize, row: usize) -> impl Iterator<Item = &str> + Clone {
        (row..self.rows()).map(move |row| self.get(row, column))
    }
}

/// A reader that takes rows of any length and the first row as any other.
pub(super) fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(1 << 16)
        .from_reader(text.as_bytes())
}

/// Stops before a file fills the memory.
fn within_limits(rows: usize, columns: usize) -> Result<(), CsvError> {
    if columns > MAX_COLUMNS {
        return Err(too_large(Limit::Columns, MAX_COLUMNS, columns));
    }
    // One more row than is taken: the first may be a header.
    if rows > MAX_ROWS + 1 {
        return Err(too_large(Limit::Rows, MAX_ROWS, rows - 1));
    }
    if rows * columns > MAX_FIELDS {
        return Err(too_large(Limit::Fields, MAX_FIELDS, rows * columns));
    }
    Ok(())
}
