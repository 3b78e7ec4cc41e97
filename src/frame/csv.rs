//! CSV split into fields, with the rules of pandas' reader.

use super::csv_columns::Fields;
use std::collections::HashSet;

/// What the reader is told.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// What stands between fields; none for any run of spaces.
    pub separator: Option<char>,
    /// What a field with separators in it stands between.
    pub quote: Option<char>,
    /// What the rest of a line is a comment after.
    pub comment: Option<char>,
    /// How many lines at the start are passed over.
    pub skip_first: usize,
    /// Lines, from 0, that are passed over.
    pub skip: HashSet<usize>,
    /// Whether lines without anything are passed over.
    pub skip_blank: bool,
    /// Whether spaces before a field do not count.
    pub skip_spaces: bool,
    /// Which line, of those that are left, holds the names.
    pub header: Option<usize>,
    /// How many rows are read.
    pub rows: Option<usize>,
    /// How many lines at the end are passed over.
    pub skip_last: usize,
    /// What is done with a line that has too many fields: an error, or it is left out.
    pub bad_lines: BadLines,
    /// How many names were given.
    pub names: usize,
}

/// What is done with a line that has too many fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLines {
    /// It ends the reading.
    Error,
    /// It is left out.
    Skip,
}

/// Why a text could not be split; worded as pandas words it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CsvError {
    /// There is nothing in it.
    #[error("No columns to parse from file")]
    Empty,
    /// A line has more fields than those before it.
    #[error("Error tokenizing data. C error: Expected {expected} fields in line {line}, saw {saw}\n")]
    Fields {
        /// How many it may have.
        expected: usize,
        /// Which line it is, from 1.
        line: usize,
        /// How many it has.
        saw: usize,
    },
    /// A quotation does not end.
    #[error("Error tokenizing data. C error: EOF inside string starting at row {0}")]
    Quote(usize),
    /// It has too many fields for this machine.
    #[error("Error tokenizing data. C error: out of memory")]
    TooLarge,
}

/// Fields that one file may have.
const MOST_FIELDS: usize = 32_000_000;

/// A text split into names and fields.
#[derive(Clone, Debug)]
pub struct Split {
    /// The names in the header.
    pub head: Vec<String>,
    /// The fields below it.
    pub fields: Fields,
    /// How many columns stand before the named ones: labels of rows.
    pub unnamed: usize,
}

/// Splits a text.
///
/// # Errors
/// See [`CsvError`].
pub fn split(text: &str, dialect: &Dialect) -> Result<Split, CsvError> {
    let mut lines = Lines { rest: text, dialect, number: 0, taken: 0 };
    let mut head = Vec::new();
    if let Some(header) = dialect.header {
        for _ in 0..header {
            lines.next_row()?;
        }
        head = lines.next_row()?.map(|(_, row)| row).ok_or(CsvError::Empty)?;
    }
    let mut fields = Fields::default();
    let mut width = head.len().max(dialect.names);
    let mut count = 0;
    let most = dialect.rows.map_or(usize::MAX, |rows| rows.saturating_add(dialect.skip_last));
    while count < most {
        let Some((line, row)) = lines.next_row()? else { break };
        if count == 0 {
            // A comma at the end of every line, or labels of rows: the first row says how many fields there may be.
            width = width.max(row.len());
        }
        if row.len() > width {
            // Empty fields at the end do not count.
            if row.get(width..).is_some_and(|rest| rest.len() == 1 && rest.iter().all(String::is_empty))
                && head.len() == width
            {
                fields.push(row.get(..width).unwrap_or(&row));
                count += 1;
                continue;
            }
            if dialect.bad_lines == BadLines::Skip {
                continue;
            }
            return Err(CsvError::Fields { expected: width, line, saw: row.len() });
        }
        if fields.count() + row.len() > MOST_FIELDS {
            return Err(CsvError::TooLarge);
        }
        fields.push(&row);
        count += 1;
    }
    fields.drop_last(dialect.skip_last);
    if dialect.header.is_none() && fields.height() == 0 && dialect.names == 0 {
        return Err(CsvError::Empty);
    }
    let unnamed = if dialect.header.is_some() { width.saturating_sub(head.len()) } else { 0 };
    fields.set_width(width);
    Ok(Split { head, fields, unnamed })
}

struct Lines<'a> {
    rest: &'a str,
    dialect: &'a Dialect,
    /// Lines that were begun.
    number: usize,
    /// Rows that were given.
    taken: usize,
}

impl Lines<'_> {
    /// The next row that counts, and the number of its line from 1.
    fn next_row(&mut self) -> Result<Option<(usize, Vec<String>)>, CsvError> {
        while !self.rest.is_empty() {
            let line = self.number;
            self.number += 1;
            if line < self.dialect.skip_first || self.dialect.skip.contains(&line) {
                self.pass_line();
                continue;
            }
            let (row, blank) = self.read_row()?;
            if blank && self.dialect.skip_blank {
                continue;
            }
            self.taken += 1;
            return Ok(Some((self.number, row)));
        }
        Ok(None)
    }

    fn pass_line(&mut self) {
        let end = self.rest.find('\n').map_or(self.rest.len(), |end| end + 1);
        self.rest = self.rest.get(end..).unwrap_or("");
    }

    /// One row, and whether nothing stands in its line.
    fn read_row(&mut self) -> Result<(Vec<String>, bool), CsvError> {
        let dialect = self.dialect;
        let text = self.rest;
        let (mut row, mut field) = (Vec::new(), String::new());
        let (mut quoted, mut was_quoted, mut in_comment, mut seen) = (false, false, false, false);
        let mut marks = text.char_indices().peekable();
        let mut end = text.len();
        while let Some((place, mark)) = marks.next() {
            if quoted {
                if Some(mark) != dialect.quote {
                    self.number += usize::from(mark == '\n');
                    field.push(mark);
                } else if marks.next_if(|(_, next)| Some(*next) == dialect.quote).is_some() {
                    field.push(mark);
                } else {
                    quoted = false;
                }
                continue;
            }
            if mark == '\n' || mark == '\r' {
                if mark == '\r' {
                    let _ = marks.next_if(|(_, next)| *next == '\n');
                }
                end = marks.peek().map_or(text.len(), |(next, _)| *next);
                break;
            }
            let _ = place;
            if in_comment {
                continue;
            }
            if Some(mark) == dialect.comment {
                in_comment = true;
            } else if Some(mark) == dialect.quote && field.is_empty() && !was_quoted {
                (quoted, was_quoted, seen) = (true, true, true);
            } else if dialect.separator.map_or(mark == ' ' || mark == '\t', |separator| mark == separator) {
                seen |= dialect.separator.is_some();
                if dialect.separator.is_none() && field.is_empty() && !was_quoted {
                    continue;
                }
                row.push(std::mem::take(&mut field));
                was_quoted = false;
            } else if mark == ' ' && field.is_empty() && !was_quoted && dialect.skip_spaces {
            } else {
                seen |= mark != ' ';
                field.push(mark);
            }
        }
        if quoted {
            return Err(CsvError::Quote(self.taken));
        }
        self.rest = text.get(end..).unwrap_or("");
        if dialect.separator.is_some() || !field.is_empty() || was_quoted {
            row.push(field);
        }
        Ok((row, !seen))
    }
}
