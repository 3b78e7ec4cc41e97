//! Where in the text something is, and what is wrong with a row that does not fit.

use super::error::CsvError;

/// A line and a character column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub line: usize,
    pub column: usize,
}

/// The place of byte `offset`. `\r\n`, `\n` and `\r` each end a line, as editors count.
pub(super) fn place(text: &str, offset: usize) -> Place {
    let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
    let bytes = before.as_bytes();
    let ends_line = |index: usize| match bytes.get(index) {
        Some(b'\n') => true,
        // The second half of a pair ends the line; it may lie just at `offset`.
        Some(b'\r') => text.as_bytes().get(index + 1) != Some(&b'\n'),
        _ => false,
    };
    let line = 1 + (0..bytes.len()).filter(|index| ends_line(*index)).count();
    let start = (0..bytes.len()).rev().find(|index| ends_line(*index)).map_or(0, |index| index + 1);
    Place { line, column: 1 + before.get(start..).unwrap_or("").chars().count() }
}

/// A row seen character by character.
#[derive(Debug, Default)]
struct Row {
    /// Where each field begins.
    fields: Vec<usize>,
    /// Where the row ends.
    end: usize,
    /// Where a quote is opened that the end of the file leaves open, if so.
    unclosed: Option<usize>,
    /// What follows a closing quote without being a delimiter, and its field from 1.
    after_quote: Option<(usize, usize)>,
}

enum State {
    FieldStart,
    Plain,
    Quoted { opened: usize },
    QuoteInQuoted { opened: usize },
}

/// Goes through the row that begins at byte `start` (line ends before it are skipped) by the rules that the
/// reader has: a quote counts only where a field begins, two of them inside quotes stand for one.
fn walk(text: &str, start: usize, delimiter: u8) -> Row {
    let bytes = text.as_bytes();
    let mut at = start;
    while matches!(bytes.get(at), Some(b'\r' | b'\n')) {
        at += 1;
    }
    let mut row = Row { fields: vec![at], ..Row::default() };
    let mut state = State::FieldStart;
    while let Some(&byte) = bytes.get(at) {
        state = match state {
            State::Quoted { opened } if byte == b'"' => State::QuoteInQuoted { opened },
            State::Quoted { opened } => State::Quoted { opened },
            State::QuoteInQuoted { opened } if byte == b'"' => State::Quoted { opened },
            State::FieldStart if byte == b'"' => State::Quoted { opened: at },
            _ if byte == delimiter => {
                row.fields.push(at + 1);
                State::FieldStart
            }
            _ if matches!(byte, b'\r' | b'\n') => break,
            State::QuoteInQuoted { .. } => {
                row.after_quote.get_or_insert((at, row.fields.len()));
                State::Plain
            }
            State::FieldStart | State::Plain => State::Plain,
        };
        at += 1;
    }
    row.end = at.min(bytes.len());
    if let State::Quoted { opened } = state {
        row.unclosed = Some(opened);
    }
    row
}

/// The quote that the row at byte `start` leaves open until the end of the file, if it does.
pub(super) fn unclosed_quote(text: &str, start: usize, delimiter: u8) -> Option<CsvError> {
    let row = walk(text, start, delimiter);
    let Place { line, column } = place(text, row.unclosed?);
    Some(CsvError::UnclosedQuote { line, column, field: row.fields.len() })
}

/// Why the row at byte `start` has `found` fields and not `expected`: a wrong quote where there is one, else
/// the count itself.
pub(super) fn wrong_count(
    text: &str,
    start: usize,
    delimiter: u8,
    expected: usize,
    found: usize,
) -> CsvError {
    if let Some(error) = unclosed_quote(text, start, delimiter) {
        return error;
    }
    let row = walk(text, start, delimiter);
    if let Some((offset, field)) = row.after_quote {
        let Place { line, column } = place(text, offset);
        let found = text.get(offset..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        return CsvError::TextAfterQuote { line, column, field, found };
    }
    if found > expected {
        let surplus = row.fields.get(expected).copied().unwrap_or(row.end);
        let Place { line, column } = place(text, surplus);
        return CsvError::TooManyFields { line, column, expected, found };
    }
    let Place { line, column } = place(text, row.end);
    CsvError::TooFewFields { line, column, expected, found }
}
