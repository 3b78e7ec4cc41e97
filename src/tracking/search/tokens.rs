//! The words of a filter, cut as MLflow's lexer for SQL cuts them, so that what it refuses is named as it names it.
//!
//! Knows characters only: what words mean together is `group`'s.

use super::words;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Space,
    Comment,
    /// A bare or back-quoted name.
    Name,
    /// `?`, `%s`, `:name`: what a database would fill in.
    Placeholder,
    /// The name of an SQL type.
    Builtin,
    Keyword,
    /// `ASC` or `DESC`.
    Order,
    /// A keyword that begins a statement; no name, and no operand either.
    Statement,
    Integer,
    Float,
    Hexadecimal,
    /// `'text'`
    Single,
    /// `"text"`
    Double,
    Comparison,
    Operator,
    Wildcard,
    Assignment,
    Punctuation,
    /// `\word`
    Command,
    /// A character that begins nothing.
    Stray,
}

/// A token and where it stands in the filter, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Cuts a filter into tokens that together are the whole of it.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let here = Place { rest: &text[at..], before: text[..at].chars().next_back() };
        let (kind, length) = here.token().unwrap_or((Kind::Stray, next.len_utf8()));
        found.push(Token { kind, start: at, end: at + length });
        at += length;
    }
    found
}

type Found = Option<(Kind, usize)>;

/// A place in the text at which a token begins.
struct Place<'a> {
    rest: &'a str,
    before: Option<char>,
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The letters with which the lexer lets a name begin: no underscore, no letters beyond Latin-1.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{c0}'..='\u{dc}').contains(&c) || ('\u{e0}'..='\u{fc}').contains(&c)
}

/// How many bytes the characters take that `accept` takes.
fn run(text: &str, accept: impl Fn(char) -> bool) -> usize {
    text.find(|c| !accept(c)).unwrap_or(text.len())
}

fn digits(text: &str) -> usize {
    run(text, |c| c.is_ascii_digit())
}

/// Whether a word ends before `text`.
fn boundary(text: &str) -> bool {
    !text.starts_with(is_word)
}

impl Place<'_> {
    /// The token that begins here: the first rule that fits, in the lexer's order.
    fn token(&self) -> Found {
        self.comment()
            .or_else(|| self.space())
            .or_else(|| self.symbol(":=", Kind::Assignment))
            .or_else(|| self.symbol("::", Kind::Punctuation))
            .or_else(|| self.symbol("*", Kind::Wildcard))
            .or_else(|| self.quoted('`', Kind::Name))
            .or_else(|| self.quoted('´', Kind::Name))
            .or_else(|| self.placeholder())
            .or_else(|| self.marked('\\', is_word).map(|length| (Kind::Command, length)))
            .or_else(|| self.phrase(words::ALWAYS))
            .or_else(|| self.name())
            .or_else(|| self.number())
            .or_else(|| self.quoted('\'', Kind::Single))
            .or_else(|| self.quoted('"', Kind::Double))
            .or_else(|| self.bracketed())
            .or_else(|| self.phrase(words::PHRASES))
            .or_else(|| self.pattern_operator())
            .or_else(|| self.word())
            .or_else(|| self.operator())
    }

    fn symbol(&self, symbol: &str, kind: Kind) -> Found {
        self.rest.starts_with(symbol).then_some((kind, symbol.len()))
    }

    fn comment(&self) -> Found {
        let rest = self.rest;
        if rest.starts_with("--") || rest.starts_with("# ") {
            let line = rest.find(['\r', '\n']).unwrap_or(rest.len());
            let ending = if rest[line..].starts_with("\r\n") { 2 } else { usize::from(line < rest.len()) };
            return Some((Kind::Comment, line + ending));
        }
        let body = rest.strip_prefix("/*")?;
        body.find("*/").map(|end| (Kind::Comment, end + 4))
    }

    /// One white character, or one end of a line.
    fn space(&self) -> Found {
        let first = self.rest.chars().next().filter(|c| c.is_whitespace())?;
        let length = if self.rest.starts_with("\r\n") { 2 } else { first.len_utf8() };
        Some((Kind::Space, length))
    }

    /// Text between two of `quote`. A doubled quote, and one after a backslash, belong to the text unless the text
    /// would not end otherwise.
    fn quoted(&self, quote: char, kind: Kind) -> Found {
        let width = quote.len_utf8();
        let escapes = matches!(quote, '\'' | '"');
        self.rest.strip_prefix(quote)?;
        let (mut at, mut last_chance) = (width, None);
        while let Some(next) = self.rest[at..].chars().next() {
            let after = self.rest[at + next.len_utf8()..].starts_with(quote);
            if next == quote && !after {
                return Some((kind, at + width));
            }
            if next == quote {
                last_chance = Some(at + width);
                at += 2 * width;
            } else if next == '\\' && escapes && after {
                last_chance = Some(at + 1 + width);
                at += 1 + width;
            } else {
                at += next.len_utf8();
            }
        }
        last_chance.map(|end| (kind, end))
    }

    fn placeholder(&self) -> Found {
        let rest = self.rest;
        let free = self.before.is_none_or(|c| !is_word(c));
        let named = ['$', ':', '?'].iter().find_map(|&mark| self.marked(mark, is_word));
        let length = if rest.starts_with('?') {
            1
        } else if rest.starts_with("%s") {
            2
        } else if let Some(body) = rest.strip_prefix("%(") {
            let word = run(body, is_word);
            if word == 0 || !body[word..].starts_with(")s") {
                return None;
            }
            word + 4
        } else {
            named.filter(|_| free)?
        };
        Some((Kind::Placeholder, length))
    }

    /// `mark` with at least one accepted character behind it.
    fn marked(&self, mark: char, accept: impl Fn(char) -> bool) -> Option<usize> {
        let length = run(self.rest.strip_prefix(mark)?, accept);
        (length > 0).then_some(mark.len_utf8() + length)
    }

    /// The first of some phrases that stands here, whatever its case and the white space in it.
    fn phrase(&self, phrases: &[(&[&str], Kind)]) -> Found {
        phrases.iter().find_map(|(words, kind)| Some((*kind, self.words(words)?)))
    }

    fn words(&self, words: &[&str]) -> Option<usize> {
        let mut at = 0;
        for (place, word) in words.iter().enumerate() {
            let white = run(&self.rest[at..], char::is_whitespace);
            if (place == 0) != (white == 0) {
                return None;
            }
            at += white;
            let found = self.rest.get(at..at + word.len())?;
            if !found.eq_ignore_ascii_case(word) {
                return None;
            }
            at += word.len();
        }
        boundary(&self.rest[at..]).then_some(at)
    }

    /// A word that is a name whatever it means elsewhere: one beside a point, or before a parenthesis.
    fn name(&self) -> Found {
        let rest = self.rest;
        for mark in ["@", "##", "#"] {
            if let Some(body) = rest.strip_prefix(mark) {
                let length = run(body, is_word);
                if body.starts_with(is_letter) && body.chars().take_while(|c| is_word(*c)).count() > 1 {
                    return Some((Kind::Name, mark.len() + length));
                }
            }
        }
        if !rest.starts_with(is_letter) {
            return None;
        }
        let length = run(rest, is_word);
        let behind = &rest[length..];
        let point = behind.trim_start().strip_prefix('.').is_some_and(|key| !key.starts_with(numeral));
        let is_name = point || self.before == Some('.') || behind.starts_with('(');
        is_name.then_some((Kind::Name, length))
    }

    fn number(&self) -> Found {
        let sign = usize::from(self.rest.starts_with('-'));
        let body = &self.rest[sign..];
        let (kind, length) = hexadecimal(body)
            .map(|length| (Kind::Hexadecimal, length))
            .or_else(|| exponential(body).map(|length| (Kind::Float, length)))
            .or_else(|| decimal(body).map(|length| (Kind::Float, length)))
            .or_else(|| whole(body, 1).map(|length| (Kind::Integer, length)))?;
        Some((kind, sign + length))
    }

    /// A name in square brackets; behind a word it is an index instead.
    fn bracketed(&self) -> Found {
        if self.before.is_some_and(|c| is_word(c) || c == ']' || c == ')') {
            return None;
        }
        let body = self.rest.strip_prefix('[')?;
        let length = run(body, |c| c != '[' && c != ']');
        (length > 0 && body[length..].starts_with(']')).then_some((Kind::Name, length + 2))
    }

    /// `LIKE` and its kin, with `NOT` before them.
    fn pattern_operator(&self) -> Found {
        let kin = ["LIKE", "ILIKE", "RLIKE", "REGEXP"];
        let length =
            kin.iter().find_map(|word| self.words(&["NOT", word]).or_else(|| self.words(&[word])))?;
        Some((Kind::Comparison, length))
    }

    fn word(&self) -> Found {
        self.rest.starts_with(is_word).then(|| {
            let length = run(self.rest, |c| is_word(c) || c == '$' || c == '#');
            (words::kind(&self.rest[..length]), length)
        })
    }

    fn operator(&self) -> Found {
        let first = self.rest.chars().next()?;
        if ";:()[],.".contains(first) {
            return Some((Kind::Punctuation, 1));
        }
        let json = ["->>", "->", "#>>", "#>", "@>", "<@", "-", "#-"];
        if let Some(found) = json.iter().find(|symbol| self.rest.starts_with(**symbol)) {
            return Some((Kind::Operator, found.len()));
        }
        let all = |set: &str| run(self.rest, |c| set.contains(c));
        match (all("<>=~!"), all("+/@#%^&|-")) {
            (0, 0) => None,
            (0, length) => Some((Kind::Operator, length)),
            (length, _) => Some((Kind::Comparison, length)),
        }
    }
}

fn numeral(c: char) -> bool {
    c.is_ascii_digit()
}

fn hexadecimal(text: &str) -> Option<usize> {
    let length = run(text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?, |c| c.is_ascii_hexdigit());
    (length > 0).then_some(length + 2)
}

fn exponential(text: &str) -> Option<usize> {
    let mut at = digits(text);
    if at == 0 {
        return None;
    }
    if let Some(fraction) = text[at..].strip_prefix('.').map(digits).filter(|&length| length > 0) {
        at += 1 + fraction;
    }
    let power = text[at..].strip_prefix(['e', 'E'])?;
    let sign = usize::from(power.starts_with('-'));
    let length = digits(&power[sign..]);
    (length > 0).then_some(at + 1 + sign + length)
}

fn decimal(text: &str) -> Option<usize> {
    let before = digits(text);
    let fraction = text[before..].strip_prefix('.')?;
    let least = usize::from(before == 0);
    whole(fraction, least).map(|length| before + 1 + length)
}

/// The most digits, at least `least`, behind which no letter stands: `12a` has the number 1.
fn whole(text: &str, least: usize) -> Option<usize> {
    (least..=digits(text)).rev().find(|&length| !text[length..].starts_with(|c| is_letter(c) || c == '_'))
}
