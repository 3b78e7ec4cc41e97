//! Text put out column by column: indicators, indents and scalars in each style.

use super::emit::Layout;
use super::scalar::is_break;

/// What is written so far, and where its end is.
pub(super) struct Writer {
    out: String,
    column: usize,
    /// The last thing was white space, or needs none behind it.
    whitespace: bool,
    /// The line holds nothing but indents and `-`, `?`, `:`.
    indention: bool,
    /// The document would go on if nothing ended it.
    open_ended: bool,
    indents: Vec<Option<usize>>,
    current: Option<usize>,
    pub(super) flow_level: usize,
    step: usize,
    width: f64,
    allow_unicode: bool,
    line_break: String,
}

impl Writer {
    pub(super) fn new(layout: &Layout) -> Self {
        Self {
            out: String::new(),
            column: 0,
            whitespace: true,
            indention: true,
            open_ended: false,
            indents: Vec::new(),
            current: None,
            flow_level: 0,
            step: layout.indent,
            width: layout.width,
            allow_unicode: layout.allow_unicode,
            line_break: layout.line_break.clone(),
        }
    }

    /// Ends the last document if it would go on, and gives all that was written.
    pub(super) fn end_stream(mut self) -> String {
        if self.open_ended {
            self.indicator("...", true);
            self.indent();
        }
        self.out
    }

    /// Whether nothing but indents and entry indicators is on the line.
    pub(super) fn is_indented(&self) -> bool {
        self.indention
    }

    fn is_wide(&self) -> bool {
        self.column as f64 > self.width
    }

    fn put(&mut self, text: &str) {
        self.column += text.chars().count();
        self.out.push_str(text);
    }

    /// Writes an indicator, with a space before it where one is needed.
    pub(super) fn indicator(&mut self, indicator: &str, need_whitespace: bool) {
        if need_whitespace && !self.whitespace {
            self.put(" ");
        }
        self.put(indicator);
        self.whitespace = false;
        self.indention = false;
        self.open_ended = false;
    }

    /// Writes `-`, `?` or `:` at the beginning of an entry, which keeps the line an indent.
    pub(super) fn entry_indicator(&mut self, indicator: &str) {
        let indention = self.indention;
        self.indicator(indicator, true);
        self.indention = indention;
    }

    pub(super) fn open_flow(&mut self, bracket: &str) {
        self.indicator(bracket, true);
        self.whitespace = true;
        self.flow_level += 1;
        self.increase_indent(true, false);
    }

    pub(super) fn next_flow_entry(&mut self, first: bool) {
        if !first {
            self.indicator(",", false);
        }
        self.indent_if_wide();
    }

    pub(super) fn indent_if_wide(&mut self) {
        if self.is_wide() {
            self.indent();
        }
    }

    pub(super) fn close_flow(&mut self, bracket: &str) {
        self.decrease_indent();
        self.flow_level -= 1;
        self.indicator(bracket, false);
    }

    pub(super) fn increase_indent(&mut self, flow: bool, indentless: bool) {
        self.indents.push(self.current);
        self.current = match self.current {
            None if flow => Some(self.step),
            None => Some(0),
            Some(indent) if indentless => Some(indent),
            Some(indent) => Some(indent + self.step),
        };
    }

    pub(super) fn decrease_indent(&mut self) {
        self.current = self.indents.pop().flatten();
    }

    /// Goes to the indent, on a new line unless this one holds nothing yet.
    pub(super) fn indent(&mut self) {
        let indent = self.current.unwrap_or(0);
        if !self.indention || self.column > indent || (self.column == indent && !self.whitespace) {
            self.line_break('\n');
        }
        if self.column < indent {
            self.whitespace = true;
            self.put(&" ".repeat(indent - self.column));
        }
    }

    /// Ends the line; the ends of lines that are not `\n` stay what they are.
    fn line_break(&mut self, c: char) {
        if c == '\n' {
            self.out.push_str(&self.line_break)
        } else {
            self.out.push(c)
        }
        self.whitespace = true;
        self.indention = true;
        self.column = 0;
    }

    fn line_breaks(&mut self, breaks: &str) {
        breaks.chars().for_each(|c| self.line_break(c));
    }

    pub(super) fn plain(&mut self, text: &str, split: bool, root: bool) {
        self.open_ended |= root;
        if text.is_empty() {
            return;
        }
        if !self.whitespace {
            self.put(" ");
        }
        self.whitespace = false;
        self.indention = false;
        for run in runs(text) {
            if run == " " && self.is_wide() && split {
                self.indent();
                self.whitespace = false;
                self.indention = false;
            } else {
                self.put(run);
            }
        }
    }

    pub(super) fn single_quoted(&mut self, text: &str, split: bool) {
        self.indicator("'", true);
        let (mut at, whole) = (0, text.len());
        for run in runs(text) {
            let inside = at > 0 && at + run.len() < whole;
            at += run.len();
            if run.starts_with(is_break) {
                if run.starts_with('\n') {
                    self.line_break('\n');
                }
                self.line_breaks(run);
                self.indent();
            } else if run == " " && self.is_wide() && split && inside {
                self.indent();
            } else {
                self.put(&run.replace('\'', "''"));
            }
        }
        self.indicator("'", false);
    }

    pub(super) fn double_quoted(&mut self, text: &str, split: bool) {
        self.indicator("\"", true);
        let characters: Vec<char> = text.chars().collect();
        let mut held = String::new();
        for (at, &c) in characters.iter().enumerate() {
            let escape = self.escape(c);
            if let Some(escape) = &escape {
                let before = std::mem::take(&mut held);
                self.put(&before);
                self.put(escape);
            }
            let inside = at > 0 && at + 1 < characters.len();
            let ahead = held.chars().count();
            // Behind an escape the line may be broken one column later than behind a space.
            let column = (self.column + ahead) as f64 - if escape.is_some() { 1.0 } else { 0.0 };
            if inside && (c == ' ' || escape.is_some() || held.is_empty()) && column > self.width && split {
                let before = std::mem::take(&mut held);
                self.put(&before);
                self.put("\\");
                self.indent();
                self.whitespace = false;
                self.indention = false;
                let next = if escape.is_some() { characters.get(at + 1) } else { Some(&c) };
                if next == Some(&' ') {
                    self.put("\\");
                }
            }
            if escape.is_none() {
                held.push(c);
            }
        }
        self.put(&held);
        self.indicator("\"", false);
    }

    /// How a character is written between double quotes, if not as it is.
    fn escape(&self, c: char) -> Option<String> {
        let name = match c {
            '\0' => '0',
            '\u{7}' => 'a',
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{b}' => 'v',
            '\u{c}' => 'f',
            '\r' => 'r',
            '\u{1b}' => 'e',
            '"' | '\\' => c,
            '\u{85}' => 'N',
            '\u{a0}' if !self.allow_unicode => '_',
            '\u{2028}' => 'L',
            '\u{2029}' => 'P',
            ' '..='~' => return None,
            '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' if self.allow_unicode && c != '\u{feff}' => {
                return None;
            }
            '\0'..='\u{ff}' => return Some(format!("\\x{:02X}", u32::from(c))),
            '\u{100}'..='\u{ffff}' => return Some(format!("\\u{:04X}", u32::from(c))),
            _ => return Some(format!("\\U{:08X}", u32::from(c))),
        };
        Some(format!("\\{name}"))
    }

    /// What stands behind `|` or `>`: an indent that cannot be seen, and what becomes of the last ends of lines.
    fn block_start(&mut self, mark: &str, text: &str) {
        let mut hints = String::from(mark);
        if text.starts_with(|c| c == ' ' || is_break(c)) {
            hints.push_str(&self.step.to_string());
        }
        let mut last = text.chars().rev();
        let (end, before) = (last.next().is_some_and(is_break), last.next().is_none_or(is_break));
        let keeps = end && before;
        if !end {
            hints.push('-');
        } else if keeps {
            hints.push('+');
        }
        self.indicator(&hints, true);
        self.open_ended = keeps;
        self.line_break('\n');
    }

    pub(super) fn folded(&mut self, text: &str) {
        self.block_start(">", text);
        // After a line that begins with a space, and before one, the ends of lines are kept as they are.
        let mut kept = true;
        let mut rest = runs(text).peekable();
        if !text.starts_with(is_break) {
            kept = text.starts_with(' ');
            self.indent();
        }
        while let Some(run) = rest.next() {
            let next = rest.peek().copied();
            if run.starts_with(is_break) {
                let before_space = next.is_some_and(|next| next.starts_with(' '));
                if !kept && next.is_some() && !before_space && run.starts_with('\n') {
                    self.line_break('\n');
                }
                kept = before_space;
                self.line_breaks(run);
                if next.is_some() {
                    self.indent();
                }
            } else if run == " " && self.is_wide() {
                self.indent();
            } else {
                self.put(run);
                if next.is_none() {
                    self.line_break('\n');
                }
            }
        }
    }

    pub(super) fn literal(&mut self, text: &str) {
        self.block_start("|", text);
        if !text.starts_with(is_break) {
            self.indent();
        }
        let mut rest = text;
        while !rest.is_empty() {
            let line = rest.find(is_break).unwrap_or(rest.len());
            self.out.push_str(&rest[..line]);
            rest = &rest[line..];
            let breaks = rest.find(|c| !is_break(c)).unwrap_or(rest.len());
            self.line_breaks(&rest[..breaks]);
            rest = &rest[breaks..];
            if breaks == 0 {
                self.line_break('\n');
            } else if !rest.is_empty() {
                self.indent();
            }
        }
    }
}

/// Cuts a text into runs of spaces, of line ends, and of all else.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| if c == ' ' { 0 } else { 1 + usize::from(is_break(c)) };
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = kind(rest.chars().next()?);
        let (run, behind) = rest.split_at(rest.find(|c| kind(c) != first).unwrap_or(rest.len()));
        rest = behind;
        Some(run)
    })
}
