//! Reading a script.

use crate::shell::regex::{Regex, Syntax};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is wrong, and at which character, from 1.
#[derive(Debug)]
pub(super) struct Mistake {
    pub at: usize,
    pub message: String,
}

/// Which lines a command is for.
#[derive(Debug, Clone)]
pub(super) enum Address {
    Line(usize),
    /// `first~step`
    Every(usize, usize),
    Last,
    /// Nothing: the last regular expression that was used.
    Match(Option<Rc<Regex>>),
    /// `addr,+n`
    Plus(usize),
    /// `addr,~n`
    Multiple(usize),
}

/// What replaces a match.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Text(Vec<u8>),
    Group(usize),
    Case(char),
}

#[derive(Debug)]
pub(super) enum Action {
    Open(usize),
    Close,
    Equals,
    Append(Vec<u8>),
    Insert(Vec<u8>),
    Change(Vec<u8>),
    Delete,
    DeleteFirst,
    Get,
    GetAppend,
    Hold,
    HoldAppend,
    Exchange,
    Show,
    Next,
    NextAppend,
    Print,
    PrintFirst,
    Quit { prints: bool, status: i32 },
    Read(String),
    Write(String),
    Label,
    Branch(Option<usize>),
    BranchIf { to: Option<usize>, replaced: bool },
    Substitute(Box<Substitute>),
    Translate(BTreeMap<char, char>),
    Empty,
}

#[derive(Debug)]
pub(super) struct Substitute {
    pub regex: Option<Rc<Regex>>,
    pub with: Vec<Piece>,
    pub global: bool,
    pub number: usize,
    pub print: bool,
    pub file: Option<String>,
}

#[derive(Debug)]
pub(super) struct Command {
    pub from: Option<Address>,
    pub to: Option<Address>,
    pub negate: bool,
    pub action: Action,
}

/// A script, and what is needed while it is read.
pub(super) fn parse(text: &str, extended: bool) -> Result<Vec<Command>, Mistake> {
    let mut parser = Parser {
        text: text.chars().collect(),
        at: 0,
        extended,
        commands: Vec::new(),
        open: Vec::new(),
        labels: BTreeMap::new(),
        jumps: Vec::new(),
    };
    parser.script()?;
    parser.finish()
}

struct Parser {
    text: Vec<char>,
    at: usize,
    extended: bool,
    commands: Vec<Command>,
    open: Vec<usize>,
    labels: BTreeMap<String, usize>,
    jumps: Vec<(usize, String)>,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let found = self.peek();
        self.at += usize::from(found.is_some());
        found
    }

    fn mistake<T>(&self, message: &str) -> Result<T, Mistake> {
        Err(Mistake { at: self.at, message: message.into() })
    }

    fn skip(&mut self, skipped: &str) {
        while self.peek().is_some_and(|character| skipped.contains(character)) {
            self.at += 1;
        }
    }

    fn script(&mut self) -> Result<(), Mistake> {
        loop {
            self.skip(" \t\n;");
            if self.peek().is_none() {
                return Ok(());
            }
            let from = self.address()?;
            let mut to = None;
            self.skip(" \t");
            if from.is_some() && self.peek() == Some(',') {
                self.at += 1;
                self.skip(" \t");
                to = match self.peek() {
                    Some(sign @ ('+' | '~')) => {
                        self.at += 1;
                        let count = self.number().unwrap_or(0);
                        Some(if sign == '+' { Address::Plus(count) } else { Address::Multiple(count) })
                    }
                    _ => self.address()?,
                };
                if to.is_none() {
                    self.at += 1;
                    return self.mistake("unexpected `,'");
                }
            }
            self.skip(" \t");
            let mut negate = false;
            while self.peek() == Some('!') {
                negate = true;
                self.at += 1;
                self.skip(" \t");
            }
            let action = self.action(from.is_some())?;
            self.commands.push(Command { from, to, negate, action });
        }
    }

    fn number(&mut self) -> Option<usize> {
        let start = self.at;
        while self.peek().is_some_and(|character| character.is_ascii_digit()) {
            self.at += 1;
        }
        self.text[start..self.at].iter().collect::<String>().parse().ok()
    }

    fn address(&mut self) -> Result<Option<Address>, Mistake> {
        Ok(match self.peek() {
            Some('$') => {
                self.at += 1;
                Some(Address::Last)
            }
            Some(digit) if digit.is_ascii_digit() => {
                let first = self.number().unwrap_or(0);
                if self.peek() == Some('~') {
                    self.at += 1;
                    let step = self.number().unwrap_or(0);
                    Some(Address::Every(first, step))
                } else {
                    Some(Address::Line(first))
                }
            }
            Some(delimiter @ ('/' | '\\')) => {
                self.at += 1;
                let delimiter = if delimiter == '\\' { self.next().unwrap_or('/') } else { delimiter };
                let Some(text) = self.delimited(delimiter, true) else {
                    return self.mistake("unterminated address regex");
                };
                let mut any_case = false;
                while let Some(flag @ ('I' | 'M')) = self.peek() {
                    any_case |= flag == 'I';
                    self.at += 1;
                }
                Some(Address::Match(self.regex(&text, any_case)?))
            }
            _ => None,
        })
    }

    fn regex(&self, text: &str, any_case: bool) -> Result<Option<Rc<Regex>>, Mistake> {
        if text.is_empty() {
            return Ok(None);
        }
        let syntax = if self.extended { Syntax::Extended } else { Syntax::Basic };
        match Regex::new(text, syntax, any_case) {
            Ok(regex) => Ok(Some(Rc::new(regex))),
            Err(message) => self.mistake(&message),
        }
    }

    /// Text up to a delimiter, which a backslash takes its meaning.
    fn delimited(&mut self, delimiter: char, is_regex: bool) -> Option<String> {
        let mut text = String::new();
        let mut in_brackets = false;
        loop {
            let character = self.next()?;
            if character == '\\' {
                let escaped = self.next()?;
                if escaped == delimiter {
                    // `s|a\|b|…|`: the delimiter as itself.
                    text.push(escaped);
                } else if escaped == 'n' && is_regex {
                    text.push_str("\\n");
                } else {
                    text.push('\\');
                    text.push(escaped);
                }
                continue;
            }
            if is_regex && character == '[' && !in_brackets {
                in_brackets = true;
                text.push(character);
                // A bracket at once behind `[` or `[^` is a member.
                if self.peek() == Some('^') {
                    text.extend(self.next());
                }
                if self.peek() == Some(']') {
                    text.extend(self.next());
                }
                continue;
            }
            if in_brackets && character == ']' {
                in_brackets = false;
            } else if in_brackets && character == '[' && matches!(self.peek(), Some(':' | '.' | '=')) {
                text.push(character);
                let kind = self.next()?;
                text.push(kind);
                while let Some(inner) = self.next() {
                    text.push(inner);
                    if inner == kind && self.peek() == Some(']') {
                        text.extend(self.next());
                        break;
                    }
                }
                continue;
            } else if character == delimiter && !in_brackets {
                return Some(text);
            } else if character == '\n' && is_regex {
                return None;
            }
            text.push(character);
        }
    }

    fn action(&mut self, addressed: bool) -> Result<Action, Mistake> {
        let Some(name) = self.next() else { return self.mistake("missing command") };
        let action = match name {
            '{' => {
                self.open.push(self.commands.len());
                return Ok(Action::Open(0));
            }
            '}' => {
                let Some(start) = self.open.pop() else { return self.mistake("unexpected `}'") };
                if addressed {
                    return self.mistake("} doesn't want any addresses");
                }
                let end = self.commands.len();
                self.commands[start].action = Action::Open(end);
                Action::Close
            }
            '#' => {
                while self.peek().is_some_and(|character| character != '\n') {
                    self.at += 1;
                }
                return Ok(Action::Empty);
            }
            ':' => {
                let label = self.word(true);
                if label.is_empty() {
                    return self.mistake("\":\" lacks a label");
                }
                self.labels.insert(label, self.commands.len());
                return Ok(Action::Label);
            }
            '=' => Action::Equals,
            'a' | 'i' | 'c' => {
                let text = self.text_lines()?;
                return Ok(match name {
                    'a' => Action::Append(text),
                    'i' => Action::Insert(text),
                    _ => Action::Change(text),
                });
            }
            'b' | 't' | 'T' => {
                let label = self.word(false);
                if !label.is_empty() {
                    self.jumps.push((self.commands.len(), label));
                }
                return Ok(match name {
                    'b' => Action::Branch(None),
                    't' => Action::BranchIf { to: None, replaced: true },
                    _ => Action::BranchIf { to: None, replaced: false },
                });
            }
            'd' => Action::Delete,
            'D' => Action::DeleteFirst,
            'g' => Action::Get,
            'G' => Action::GetAppend,
            'h' => Action::Hold,
            'H' => Action::HoldAppend,
            'x' => Action::Exchange,
            'l' => Action::Show,
            'n' => Action::Next,
            'N' => Action::NextAppend,
            'p' => Action::Print,
            'P' => Action::PrintFirst,
            'q' | 'Q' => {
                self.skip(" \t");
                let status = self.number().unwrap_or(0) as i32;
                Action::Quit { prints: name == 'q', status }
            }
            'r' | 'w' => {
                self.skip(" \t");
                let file = self.rest_of_line();
                if file.is_empty() {
                    return self.mistake("missing filename in r/R/w/W commands");
                }
                return Ok(if name == 'r' { Action::Read(file) } else { Action::Write(file) });
            }
            's' => self.substitute()?,
            'y' => self.translate()?,
            other => return self.mistake(&format!("unknown command: `{other}'")),
        };
        self.skip(" \t");
        match self.peek() {
            None | Some('\n' | ';' | '}' | '#') => Ok(action),
            Some(_) => {
                self.at += 1;
                self.mistake(if name == 's' {
                    "unknown option to `s'"
                } else {
                    "extra characters after command"
                })
            }
        }
    }

    fn word(&mut self, label: bool) -> String {
        self.skip(" \t");
        let mut word = String::new();
        while let Some(character) = self.peek() {
            if character == '\n' || character == ';' || !label && character == '}' {
                break;
            }
            word.push(character);
            self.at += 1;
        }
        word.trim_end().into()
    }

    fn rest_of_line(&mut self) -> String {
        let mut rest = String::new();
        while let Some(character) = self.next().filter(|character| *character != '\n') {
            rest.push(character);
        }
        rest
    }

    /// What `a`, `i` and `c` put out: what follows, with a backslash at the end of all lines but the last.
    fn text_lines(&mut self) -> Result<Vec<u8>, Mistake> {
        self.skip(" \t");
        if self.peek() == Some('\\') {
            self.at += 1;
            self.skip(" \t");
            if self.peek() == Some('\n') {
                self.at += 1;
            }
        }
        if self.peek().is_none() {
            return self.mistake("expected \\ after `a', `c' or `i'");
        }
        let mut text = String::new();
        while let Some(character) = self.next() {
            match character {
                '\\' => text.extend(self.next()),
                '\n' => break,
                other => text.push(other),
            }
        }
        text.push('\n');
        Ok(text.into_bytes())
    }

    fn substitute(&mut self) -> Result<Action, Mistake> {
        let delimiter = self.next().unwrap_or('/');
        let unterminated = "unterminated `s' command";
        let Some(pattern) = self.delimited(delimiter, true) else { return self.mistake(unterminated) };
        let Some(with) = self.delimited(delimiter, false) else { return self.mistake(unterminated) };
        let mut substitute = Substitute {
            regex: None,
            with: pieces(&with),
            global: false,
            number: 1,
            print: false,
            file: None,
        };
        let mut any_case = false;
        loop {
            match self.peek() {
                Some('g') => substitute.global = true,
                Some('p') => substitute.print = true,
                Some('i' | 'I') => any_case = true,
                Some('m' | 'M' | 'e') => {
                    self.at += 1;
                    return self.mistake("the flags e, m and M of `s' are not carried here");
                }
                Some('w') => {
                    self.at += 1;
                    self.skip(" \t");
                    substitute.file = Some(self.rest_of_line());
                    break;
                }
                Some(digit) if digit.is_ascii_digit() => {
                    let number = self.number().unwrap_or(0);
                    if number == 0 {
                        return self.mistake("number option to `s' command may not be zero");
                    }
                    substitute.number = number;
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        substitute.regex = self.regex(&pattern, any_case)?;
        let groups = substitute.regex.as_ref().map_or(9, |regex| regex.groups());
        for piece in &substitute.with {
            if let Piece::Group(number) = piece
                && *number > groups
            {
                return self.mistake(&format!("invalid reference \\{number} on `s' command's RHS"));
            }
        }
        Ok(Action::Substitute(Box::new(substitute)))
    }

    fn translate(&mut self) -> Result<Action, Mistake> {
        let delimiter = self.next().unwrap_or('/');
        let unterminated = "unterminated `y' command";
        let Some(from) = self.delimited(delimiter, false) else { return self.mistake(unterminated) };
        let Some(to) = self.delimited(delimiter, false) else { return self.mistake(unterminated) };
        let (from, to) = (plain(&from), plain(&to));
        if from.len() != to.len() {
            return self.mistake("strings for `y' command are different lengths");
        }
        let mut table = BTreeMap::new();
        for (one, other) in from.into_iter().zip(to) {
            table.entry(one).or_insert(other);
        }
        Ok(Action::Translate(table))
    }

    fn finish(mut self) -> Result<Vec<Command>, Mistake> {
        if !self.open.is_empty() {
            return Err(Mistake { at: 0, message: "unmatched `{'".into() });
        }
        for (place, label) in std::mem::take(&mut self.jumps) {
            let Some(target) = self.labels.get(&label) else {
                return Err(Mistake {
                    at: self.at,
                    message: format!("can't find label for jump to `{label}'"),
                });
            };
            match &mut self.commands[place].action {
                Action::Branch(to) | Action::BranchIf { to, .. } => *to = Some(*target),
                _ => {}
            }
        }
        Ok(self.commands)
    }
}

fn plain(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        found.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    found
}

/// The parts of a replacement: `&`, `\1`, `\n`, `\U`.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut bytes = Vec::new();
    let mut characters = text.chars();
    let mut close = |bytes: &mut Vec<u8>, piece: Piece| {
        if !bytes.is_empty() {
            found.push(Piece::Text(std::mem::take(bytes)));
        }
        found.push(piece);
    };
    while let Some(character) = characters.next() {
        match character {
            '&' => close(&mut bytes, Piece::Group(0)),
            '\\' => match characters.next() {
                Some(digit) if digit.is_ascii_digit() => {
                    close(&mut bytes, Piece::Group(digit.to_digit(10).unwrap_or(0) as usize));
                }
                Some(case @ ('U' | 'L' | 'u' | 'l' | 'E')) => close(&mut bytes, Piece::Case(case)),
                Some('n') => bytes.push(b'\n'),
                Some('t') => bytes.push(b'\t'),
                Some('r') => bytes.push(b'\r'),
                Some(other) => bytes.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
                None => bytes.push(b'\\'),
            },
            other => bytes.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    if !bytes.is_empty() {
        found.push(Piece::Text(bytes));
    }
    found
}
