//! What is wrong with a YAML text, said as PyYAML says it.
//!
//! The parser below finds the errors; its words and places are turned into PyYAML's, which name what was being read
//! and what stands there instead. An error that PyYAML has no like of keeps the parser's words.

use super::events::Mark;

/// Which of PyYAML's errors it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Of characters that cannot be in YAML.
    Reader,
    /// Of words.
    Scanner,
    /// Of their order.
    Parser,
    /// Of what refers to what.
    Composer,
}

/// An error.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// Its class.
    pub class: Class,
    /// What was being read, and where that began.
    pub context: Option<(String, Mark)>,
    /// What is wrong.
    pub problem: String,
    /// Where.
    pub mark: Mark,
}

/// A sequence or mapping that has begun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) mapping: bool,
    pub(super) flow: bool,
    pub(super) start: Mark,
}

impl Trouble {
    fn new(class: Class, problem: impl Into<String>, mark: Mark) -> Self {
        Self { class, context: None, problem: problem.into(), mark }
    }

    fn while_(mut self, context: impl Into<String>, mark: Mark) -> Self {
        self.context = Some((context.into(), mark));
        self
    }
}

/// A character that YAML does not allow.
pub(super) fn unreadable(text: &[char]) -> Option<Trouble> {
    let bad = |c: char| {
        let control = c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        control || ('\u{7f}'..='\u{9f}').contains(&c) && c != '\u{85}' || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let index = text.iter().position(|&c| bad(c))?;
    let code = text.get(index).map_or(0, |&c| u32::from(c));
    let problem = format!("unacceptable character #x{code:04x}: special characters are not allowed");
    Some(Trouble::new(Class::Reader, problem, Mark { index, ..Mark::default() }))
}

fn stray(c: char, mark: Mark) -> Trouble {
    let shown = if c == '\t' { "\\t".to_owned() } else { c.to_string() };
    let problem = format!("found character '{shown}' that cannot start any token");
    Trouble::new(Class::Scanner, problem, mark).while_("while scanning for the next token", mark)
}

/// A tab right before a node, where YAML 1.1 allows spaces only.
pub(super) fn tab_before(text: &[char], start: Mark) -> Result<(), Trouble> {
    let before = text.get(..start.index).unwrap_or_default();
    let white = before.iter().rev().take_while(|c| matches!(c, ' ' | '\t')).count();
    match before.iter().rev().take(white).rposition(|&c| c == '\t') {
        // Counted from the end of the white space.
        Some(back) => {
            let back = back + 1;
            let at = Mark {
                index: start.index - back,
                line: start.line,
                column: start.column.saturating_sub(back),
            };
            Err(stray('\t', at))
        }
        None => Ok(()),
    }
}

/// Turns an error of the parser's into PyYAML's.
pub(super) fn explain(text: &[char], info: &str, mark: Mark, open: &[Open]) -> Trouble {
    let source = Source { text, open };
    let mark = if mark.index >= text.len() { source.end() } else { mark };
    let scanner = |problem: &str| Trouble::new(Class::Scanner, problem, mark);
    let has = |words: &str| info.contains(words);
    if let Some(tab) = source.leading_tab(mark) {
        return stray('\t', tab);
    }
    if has("mapping values are not allowed") || has("':' must be followed by a valid YAML whitespace") {
        return scanner("mapping values are not allowed here");
    }
    if has("sequence entries are not allowed") || has("block sequence entries") {
        return scanner("sequence entries are not allowed here");
    }
    if has("unexpected character") {
        return stray(source.at(mark.index), mark);
    }
    if has("plain scalar, found a tab") {
        return source.tab_after(mark);
    }
    if has("illegal placement of ':'") {
        return source.misplaced(mark, false);
    }
    if has("indentation in quoted scalar") && source.is_unclosed(mark) {
        let problem = "found unexpected end of stream";
        let trouble = Trouble::new(Class::Scanner, problem, source.end());
        return trouble.while_("while scanning a quoted scalar", mark);
    }
    if has("unexpected end of stream") || has("unexpected document indicator") {
        let end = if has("document indicator") { source.next_word(mark) } else { source.end() };
        let problem = info.rsplit(", ").next().unwrap_or(info);
        return Trouble::new(Class::Scanner, problem, end).while_("while scanning a quoted scalar", mark);
    }
    if has("escape") || has("hexadecimal") {
        return source.bad_escape(mark);
    }
    if has("unknown anchor") {
        let name = source.name(mark.index + 1);
        return Trouble::new(Class::Composer, format!("found undefined alias '{name}'"), mark);
    }
    if has("simple key expect") {
        return source.lonely_key(mark);
    }
    if has("anchor or alias") {
        let what =
            if source.at(mark.index) == '*' { "while scanning an alias" } else { "while scanning an anchor" };
        let at = Mark { index: mark.index + 1, line: mark.line, column: mark.column + 1 };
        let problem =
            format!("expected alphabetic or numeric character, but found {}", source.quoted(at.index));
        return Trouble::new(Class::Scanner, problem, at).while_(what, mark);
    }
    if has("block scalar") {
        return source.bad_block(mark);
    }
    if has("YAML document") || has("incompatible") {
        let problem = "found incompatible YAML document (version 1.* is required)";
        return Trouble::new(Class::Parser, problem, mark);
    }
    let structural = ["expected", "bracket", "trailing content", "node content"];
    if structural.into_iter().any(has) {
        return source.misplaced(mark, has("document start"));
    }
    scanner(info)
}

/// The text with what is open in it.
struct Source<'a> {
    text: &'a [char],
    open: &'a [Open],
}

impl Source<'_> {
    fn at(&self, index: usize) -> char {
        self.text.get(index).copied().unwrap_or('\0')
    }

    /// A character as Python prints it.
    fn quoted(&self, index: usize) -> String {
        match self.at(index) {
            '\0' => "'\\x00'".into(),
            '\n' => "'\\n'".into(),
            '\'' => "\"'\"".into(),
            c => format!("'{c}'"),
        }
    }

    /// Where the text ends.
    fn end(&self) -> Mark {
        let line = self.text.iter().filter(|&&c| c == '\n').count();
        let column = self.text.iter().rev().take_while(|&&c| c != '\n').count();
        Mark { index: self.text.len(), line, column }
    }

    /// The first tab in the white space at the beginning of the line, if the mark is within or right behind it.
    fn leading_tab(&self, mark: Mark) -> Option<Mark> {
        let start = mark.index.checked_sub(mark.column)?;
        let white = self.text.get(start..)?.iter().take_while(|c| matches!(c, ' ' | '\t')).count();
        let tab = self.text.get(start..start + white)?.iter().position(|&c| c == '\t')?;
        (mark.column <= white).then_some(Mark { index: start + tab, line: mark.line, column: tab })
    }

    /// The first tab behind a place, where a new line begins with it.
    fn tab_after(&self, mark: Mark) -> Trouble {
        let mut at = mark;
        while at.index < self.text.len() && (self.at(at.index) != '\t' || at.column > 0) {
            let new_line = self.at(at.index) == '\n';
            at.index += 1;
            (at.line, at.column) = if new_line { (at.line + 1, 0) } else { (at.line, at.column + 1) };
        }
        stray('\t', at)
    }

    /// Whether the quote at a place is the last of its kind.
    fn is_unclosed(&self, mark: Mark) -> bool {
        let quote = self.at(mark.index);
        !self.text.get(mark.index + 1..).unwrap_or_default().contains(&quote)
    }

    /// Where the next thing but white space stands.
    fn next_word(&self, mark: Mark) -> Mark {
        let mut at = mark;
        while at.index < self.text.len() && matches!(self.at(at.index), ' ' | '\n' | '\r') {
            let new_line = self.at(at.index) == '\n';
            at.index += 1;
            (at.line, at.column) = if new_line { (at.line + 1, 0) } else { (at.line, at.column + 1) };
        }
        at
    }

    /// The name of an anchor or alias.
    fn name(&self, start: usize) -> String {
        let rest = self.text.get(start..).unwrap_or_default();
        rest.iter().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()
    }

    /// A backslash between double quotes with nothing that it could mean behind it.
    fn bad_escape(&self, start: Mark) -> Trouble {
        let context = "while scanning a double-quoted scalar";
        let (mut at, mut line, mut column) = (start.index, start.line, start.column);
        while at < self.text.len() {
            let c = self.at(at);
            if c == '\\' {
                let escape = self.at(at + 1);
                let digits = match escape {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                let bad = (0..digits).find(|digit| !self.at(at + 2 + digit).is_ascii_hexdigit());
                let known = digits > 0 || "0abt\tnvfre \"/\\N_LP\n".contains(escape);
                if let Some(bad) = bad {
                    let found = self.quoted(at + 2 + bad);
                    let problem = format!(
                        "expected escape sequence of {digits} hexadecimal numbers, but found {found}"
                    );
                    let mark = Mark { index: at + 2, line, column: column + 2 };
                    return Trouble::new(Class::Scanner, problem, mark).while_(context, start);
                }
                if !known {
                    let problem = format!("found unknown escape character {}", self.quoted(at + 1));
                    let mark = Mark { index: at + 1, line, column: column + 1 };
                    return Trouble::new(Class::Scanner, problem, mark).while_(context, start);
                }
                (at, column) = (at + 1, column + 1);
            }
            (line, column) = if self.at(at) == '\n' { (line + 1, 0) } else { (line, column + 1) };
            at += 1;
        }
        Trouble::new(Class::Scanner, "found unknown escape character", start).while_(context, start)
    }

    /// A line that must be a key and has no colon.
    fn lonely_key(&self, mark: Mark) -> Trouble {
        let before = self.text.get(..mark.index).unwrap_or_default();
        // The mark is on the line, or where the next one begins.
        let trimmed = before.iter().rposition(|c| !c.is_whitespace()).map_or(0, |last| last + 1);
        let line_start =
            before.get(..trimmed).unwrap_or_default().iter().rposition(|&c| c == '\n').map_or(0, |n| n + 1);
        let line = before.get(..line_start).unwrap_or_default().iter().filter(|&&c| c == '\n').count();
        let indent =
            self.text.get(line_start..).unwrap_or_default().iter().take_while(|&&c| c == ' ').count();
        let start = Mark { index: line_start + indent, line, column: indent };
        let length =
            self.text.get(start.index..).unwrap_or_default().iter().take_while(|&&c| c != '\n').count();
        let line_end = Mark { index: start.index + length, line, column: indent + length };
        let at = self.next_word(line_end);
        Trouble::new(Class::Scanner, "could not find expected ':'", at)
            .while_("while scanning a simple key", start)
    }

    /// What cannot stand behind `|` or `>`.
    fn bad_block(&self, mark: Mark) -> Trouble {
        let problem =
            format!("expected chomping or indentation indicators, but found {}", self.quoted(mark.index + 1));
        let at = Mark { index: mark.index + 1, line: mark.line, column: mark.column + 1 };
        Trouble::new(Class::Scanner, problem, at).while_("while scanning a block scalar", mark)
    }

    /// Something that cannot stand where it stands, in what is open there.
    fn misplaced(&self, mark: Mark, document: bool) -> Trouble {
        let mark = self.entry(self.next_word(mark));
        let c = self.at(mark.index);
        let parser = |problem: String| Trouble::new(Class::Parser, problem, mark);
        // A single pair within brackets is no mapping of its own.
        let innermost = self.open.iter().rev().find(|open| open.flow).or(self.open.last());
        let Some(open) = innermost.filter(|_| !document) else {
            if matches!(c, ']' | '}' | ',') {
                let problem = parser(format!("expected the node content, but found '{c}'"));
                return problem.while_("while parsing a block node", mark);
            }
            return parser(format!("expected '<document start>', but found '{}'", self.token(mark, None)));
        };
        let (close, what) = if open.mapping { ("}", "mapping") } else { ("]", "sequence") };
        if open.flow {
            let found = self.token(mark, Some(open));
            let problem = parser(format!("expected ',' or '{close}', but got '{found}'"));
            return problem.while_(format!("while parsing a flow {what}"), open.start);
        }
        let expects_value = self.text.get(..mark.index).unwrap_or_default().iter().rev();
        let after_colon = expects_value.copied().find(|c| *c != ' ').is_some_and(|c| matches!(c, ':' | '-'));
        if after_colon && matches!(c, ']' | '}' | ',') {
            let problem = parser(format!("expected the node content, but found '{c}'"));
            return problem.while_("while parsing a block node", mark);
        }
        let what = if open.mapping { "mapping" } else { "collection" };
        let problem = parser(format!("expected <block end>, but found '{}'", self.token(mark, Some(open))));
        problem.while_(format!("while parsing a block {what}"), open.start)
    }

    /// The dash before a place, if nothing else stands between it and the beginning of the line.
    fn entry(&self, mark: Mark) -> Mark {
        let line = self.text.get(mark.index.saturating_sub(mark.column)..mark.index).unwrap_or_default();
        let dash = line.iter().position(|c| *c != ' ').filter(|&at| line.get(at) == Some(&'-'));
        match dash.filter(|&at| line.iter().skip(at + 1).all(|c| *c == ' ')) {
            Some(column) => Mark { index: mark.index - mark.column + column, line: mark.line, column },
            None => mark,
        }
    }

    /// The name of the token at a place.
    fn token(&self, mark: Mark, open: Option<&Open>) -> String {
        let c = self.at(mark.index);
        let blank = |index: usize| matches!(self.at(index), '\0' | ' ' | '\n' | '\r' | '\t');
        if c == '\0' {
            return "<stream end>".into();
        }
        let flow = open.is_some_and(|open| open.flow);
        let deeper = open.is_none_or(|open| mark.column > open.start.column);
        let first =
            self.text.get(..mark.index).unwrap_or_default().iter().rev().take(mark.column).all(|c| *c == ' ');
        match c {
            ']' | '}' | ',' | '[' | '{' => c.to_string(),
            ':' if flow => ":".into(),
            '-' if !flow && first && blank(mark.index + 1) && deeper => "<block sequence start>".into(),
            '-' if !flow && blank(mark.index + 1) => "-".into(),
            _ if !flow && first && self.is_key(mark) && deeper => "<block mapping start>".into(),
            _ if !flow && first && self.is_key(mark) => "?".into(),
            '*' => "<alias>".into(),
            '&' => "<anchor>".into(),
            '!' => "<tag>".into(),
            _ => "<scalar>".into(),
        }
    }

    /// Whether a key with its colon begins here.
    fn is_key(&self, mark: Mark) -> bool {
        let line: Vec<char> = self
            .text
            .get(mark.index..)
            .unwrap_or_default()
            .iter()
            .copied()
            .take_while(|c| *c != '\n')
            .collect();
        line.windows(2).any(|two| two[0] == ':' && two[1] == ' ') || line.last() == Some(&':')
    }
}
