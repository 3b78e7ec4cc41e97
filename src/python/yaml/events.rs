//! A YAML text as events, scanned by `saphyr-parser`, with what PyYAML knows of each: where it begins and ends, its
//! tag in full, whether it is in brackets.

use super::trouble::{self, Open, Trouble};
use saphyr_parser::{Event as Parsed, Marker, Parser, ScalarStyle, ScanError, Span, Tag};
use std::borrow::Cow;

/// A place in a text, each counted in characters from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// From the beginning.
    pub index: usize,
    /// Lines before it.
    pub line: usize,
    /// Characters before it in its line.
    pub column: usize,
}

/// What happens in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A document begins.
    Document,
    /// A document ends.
    DocumentEnd,
    /// An earlier node again, by its anchor's number.
    Alias(usize),
    /// A text, and how it was written: no character for plain, else `'`, `"`, `|` or `>`.
    Scalar(String, Option<char>),
    /// A sequence begins; whether in brackets.
    Sequence(bool),
    /// A mapping begins; whether in braces.
    Mapping(bool),
    /// The last of those that began ends.
    End,
}

/// An event and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What it is.
    pub kind: Kind,
    /// The number of its anchor; 0 is none.
    pub anchor: usize,
    /// Its tag in full.
    pub tag: Option<String>,
    /// Where it begins.
    pub start: Mark,
    /// Where it ends.
    pub end: Mark,
}

/// The events of a text, up to its end or its first error.
pub fn events(text: &str) -> (Vec<Event>, Option<Trouble>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reading = Reading { text: text.chars().collect(), found: Vec::new(), open: Vec::new() };
    let trouble = match trouble::unreadable(&reading.text) {
        Some(trouble) => Some(trouble),
        None => reading.read(text).err(),
    };
    (reading.found, trouble)
}

struct Reading {
    text: Vec<char>,
    found: Vec<Event>,
    /// The sequences and mappings that have not ended.
    open: Vec<Open>,
}

impl Reading {
    fn read(&mut self, text: &str) -> Result<(), Trouble> {
        for next in Parser::new_from_str(text) {
            let (parsed, span) = next.map_err(|error| self.explain(&error))?;
            self.add(parsed, span)?;
        }
        Ok(())
    }

    fn explain(&self, error: &ScanError) -> Trouble {
        trouble::explain(&self.text, error.info(), mark(*error.marker()), &self.open)
    }

    fn add(&mut self, parsed: Parsed<'_>, span: Span) -> Result<(), Trouble> {
        let (start, end) = (mark(span.start), mark(span.end));
        let flow = span.end.index() > span.start.index() && self.ends_in_bracket(end.index);
        let (kind, anchor, tag) = match parsed {
            Parsed::Nothing | Parsed::StreamStart | Parsed::StreamEnd => return Ok(()),
            Parsed::DocumentStart(_) => (Kind::Document, 0, None),
            Parsed::DocumentEnd => (Kind::DocumentEnd, 0, None),
            Parsed::Alias(anchor) => (Kind::Alias(anchor), 0, None),
            Parsed::Scalar(text, style, anchor, tag) => {
                (Kind::Scalar(text.into_owned(), written(style)), anchor, tag)
            }
            Parsed::SequenceStart(anchor, tag) => (Kind::Sequence(flow), anchor, tag),
            Parsed::MappingStart(anchor, tag) => (Kind::Mapping(flow), anchor, tag),
            Parsed::SequenceEnd | Parsed::MappingEnd => (Kind::End, 0, None),
        };
        trouble::tab_before(&self.text, start)?;
        match kind {
            Kind::Sequence(flow) => self.open.push(Open { mapping: false, flow, start }),
            Kind::Mapping(flow) => self.open.push(Open { mapping: true, flow, start }),
            Kind::End => drop(self.open.pop()),
            _ => {}
        }
        self.found.push(Event { kind, anchor, tag: tag.map(full), start, end });
        Ok(())
    }

    fn ends_in_bracket(&self, end: usize) -> bool {
        end.checked_sub(1).and_then(|last| self.text.get(last)).is_some_and(|c| matches!(c, '[' | '{'))
    }
}

fn mark(marker: Marker) -> Mark {
    Mark { index: marker.index(), line: marker.line().saturating_sub(1), column: marker.col() }
}

fn written(style: ScalarStyle) -> Option<char> {
    match style {
        ScalarStyle::Plain => None,
        ScalarStyle::SingleQuoted => Some('\''),
        ScalarStyle::DoubleQuoted => Some('"'),
        ScalarStyle::Literal => Some('|'),
        ScalarStyle::Folded => Some('>'),
    }
}

fn full(tag: Cow<'_, Tag>) -> String {
    format!("{}{}", tag.handle, tag.suffix)
}
