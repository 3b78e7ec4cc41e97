//! Input in records, records in fields.

use crate::shell::regex::{Regex, Syntax};
use std::rc::Rc;

/// Text that is read record by record.
#[derive(Debug)]
pub(super) struct Reader {
    text: Rc<[u8]>,
    at: usize,
}

impl Reader {
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { text: Rc::from(bytes), at: 0 }
    }

    /// The next record, by the separator `RS`.
    pub fn next(&mut self, separator: &str) -> Option<String> {
        if separator.is_empty() {
            return self.paragraph();
        }
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let (length, width) = if separator.len() == 1 {
            let end = separator.as_bytes()[0];
            rest.iter().position(|byte| *byte == end).map_or((rest.len(), 0), |length| (length, 1))
        } else {
            match Regex::new(separator, Syntax::Awk, false).ok().and_then(|regex| regex.find_range(rest, 0)) {
                Some(found) if !found.is_empty() => (found.start, found.len()),
                _ => (rest.strip_suffix(b"\n").unwrap_or(rest).len(), 1),
            }
        };
        let record = String::from_utf8_lossy(&rest[..length]).into_owned();
        self.at = (self.at + length + width).min(self.text.len());
        Some(record)
    }

    /// Records between empty lines.
    fn paragraph(&mut self) -> Option<String> {
        while self.text.get(self.at) == Some(&b'\n') {
            self.at += 1;
        }
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let length = rest.windows(2).position(|pair| pair == b"\n\n").unwrap_or(rest.len());
        let record = String::from_utf8_lossy(rest[..length].strip_suffix(b"\n").unwrap_or(&rest[..length]));
        self.at += length;
        Some(record.into_owned())
    }
}

/// A text at a separator, as `FS` and `split` have it.
pub(super) fn split(text: &str, separator: &str, paragraphs: bool) -> Result<Vec<String>, String> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    if separator == " " {
        return Ok(text
            .split([' ', '\t', '\n'])
            .filter(|field| !field.is_empty())
            .map(str::to_owned)
            .collect());
    }
    if paragraphs {
        // A line's end separates fields too then.
        return split(
            &text.replace('\n', if separator.len() == 1 { separator } else { "\n" }),
            separator,
            false,
        );
    }
    if separator.is_empty() {
        return Ok(text.chars().map(String::from).collect());
    }
    let mut characters = separator.chars();
    if let (Some(only), None) = (characters.next(), characters.next())
        && only != '\\'
    {
        return Ok(text.split(only).map(str::to_owned).collect());
    }
    Ok(split_at(text, &Regex::new(separator, Syntax::Awk, false)?))
}

/// A text at what a regular expression matches.
pub(super) fn split_at(text: &str, regex: &Regex) -> Vec<String> {
    let mut fields = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(found) = regex.find_range(text.as_bytes(), from) {
        if found.is_empty() {
            from = found.end + 1;
            if from > text.len() {
                break;
            }
            continue;
        }
        fields.push(text[start..found.start].to_owned());
        start = found.end;
        from = found.end;
    }
    fields.push(text[start..].to_owned());
    fields
}
