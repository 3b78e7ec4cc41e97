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
    Closed,
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
            // Blanks after a closing quote do no harm.
            State::QuoteInQuoted { .. } if matches!(byte, b' ' | b'\t') => State::Closed,
            State::Closed if matches!(byte, b' ' | b'\t') => State::Closed,
            State::QuoteInQuoted { .. } | State::Closed => {
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

/// What is wrong with the quotes of the row at byte `start`: one that stays open until the end of the file, or
/// text after a closing one. The second is how a quote forgotten further up shows: reading on would take rows
/// together into one field.
pub(super) fn wrong_quote(text: &str, start: usize, delimiter: u8) -> Option<CsvError> {
    let row = walk(text, start, delimiter);
    if let Some(opened) = row.unclosed {
        let Place { line, column } = place(text, opened);
        return Some(CsvError::UnclosedQuote { line, column, field: row.fields.len() });
    }
    let (offset, field) = row.after_quote?;
    let Place { line, column } = place(text, offset);
    let found = text.get(offset..).and_then(|rest| rest.chars().next()).unwrap_or_default();
    Some(CsvError::TextAfterQuote { line, column, field, found })
}

/// Where the row at byte `start`, of `found` fields and not `expected`, is too long or ends too early.
pub(super) fn wrong_count(
    text: &str,
    start: usize,
    delimiter: u8,
    expected: usize,
    found: usize,
) -> CsvError {
    let row = walk(text, start, delimiter);
    if found > expected {
        let surplus = row.fields.get(expected).copied().unwrap_or(row.end);
        let Place { line, column } = place(text, surplus);
        return CsvError::TooManyFields { line, column, expected, found };
    }
    let Place { line, column } = place(text, row.end);
    CsvError::TooFewFields { line, column, expected, found }
}
