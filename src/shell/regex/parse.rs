//! From text to a tree.

use super::Syntax;
use crate::shell::pattern::{Member, bracket};

/// The most repetitions that braces may ask for, as GNU allows.
const MOST_REPEATS: u32 = 32_767;

/// A part of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Empty,
    Character(char),
    Any,
    Set { members: Vec<Member>, without: bool },
    Start,
    End,
    WordStart,
    WordEnd,
    WordEdge,
    NotWordEdge,
    Group(Box<Node>, usize),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Repeat { node: Box<Node>, least: u32, most: Option<u32>, lazy: bool },
    Again(usize),
}

/// The tree of an expression and how many groups it has.
pub(super) fn parse(text: &str, syntax: Syntax) -> Result<(Node, usize), String> {
    parse_from(text, syntax, 0)
}

/// As [`parse`], with so many groups before it.
pub(super) fn parse_from(text: &str, syntax: Syntax, groups: usize) -> Result<(Node, usize), String> {
    if syntax == Syntax::Fixed {
        return Ok((Node::Sequence(text.chars().map(Node::Character).collect()), groups));
    }
    let mut parser =
        Parser { text: text.chars().collect(), at: 0, syntax, groups, closed: Vec::new(), depth: 0 };
    let node = parser.either()?;
    if parser.at < parser.text.len() {
        return Err("Unmatched ) or \\)".into());
    }
    Ok((node, parser.groups))
}

/// One of several.
pub(super) fn either(mut nodes: Vec<Node>) -> Node {
    if nodes.len() == 1 { nodes.remove(0) } else { Node::Either(nodes) }
}

struct Parser {
    text: Vec<char>,
    at: usize,
    syntax: Syntax,
    groups: usize,
    /// Groups that have ended, so that `\1` may name them.
    closed: Vec<usize>,
    depth: usize,
}

/// What stands at a place.
enum Token {
    End,
    Open,
    Close,
    Bar,
    Other,
}

impl Parser {
    fn basic(&self) -> bool {
        self.syntax == Syntax::Basic
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.text.get(self.at + ahead).copied()
    }

    /// The structure at the present place, and how many characters it takes.
    fn token(&self) -> (Token, usize) {
        let (first, length) = match (self.peek(0), self.basic()) {
            (None, _) => return (Token::End, 0),
            (Some('\\'), true) => (self.peek(1), 2),
            (Some('(' | ')' | '|'), true) => return (Token::Other, 0),
            (first, _) => (first, 1),
        };
        let is_quoted = !self.basic() && self.peek(0) == Some('\\');
        match first {
            _ if is_quoted => (Token::Other, 0),
            Some('(') => (Token::Open, length),
            Some(')') if self.basic() || self.depth > 0 => (Token::Close, length),
            Some('|') => (Token::Bar, length),
            _ => (Token::Other, 0),
        }
    }

    fn either(&mut self) -> Result<Node, String> {
        let mut choices = vec![self.sequence()?];
        while let (Token::Bar, length) = self.token() {
            self.at += length;
            choices.push(self.sequence()?);
        }
        Ok(either(choices))
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut nodes: Vec<Node> = Vec::new();
        loop {
            match self.token() {
                (Token::End | Token::Bar | Token::Close, _) => break,
                (Token::Open, length) => {
                    self.at += length;
                    let node = self.group()?;
                    nodes.push(node);
                }
                (Token::Other, _) => {
                    let first = nodes.iter().all(|node| *node == Node::Start);
                    if let Some((least, most)) = self.repeat(first)? {
                        let lazy = self.syntax == Syntax::Perl && self.peek(0) == Some('?');
                        self.at += usize::from(lazy);
                        let node = Box::new(nodes.pop().unwrap_or(Node::Empty));
                        nodes.push(Node::Repeat { node, least, most, lazy });
                    } else {
                        let node = self.one(nodes.is_empty())?;
                        nodes.push(node);
                    }
                }
            }
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.remove(0),
            _ => Node::Sequence(nodes),
        })
    }

    fn group(&mut self) -> Result<Node, String> {
        let mut counted = true;
        if self.syntax == Syntax::Perl && self.peek(0) == Some('?') {
            if self.peek(1) != Some(':') {
                return Err("looking ahead and behind is not carried here: only (?:…) is".into());
            }
            counted = false;
            self.at += 2;
        }
        let number = self.groups + 1;
        self.groups += usize::from(counted);
        self.depth += 1;
        let inner = self.either()?;
        self.depth -= 1;
        match self.token() {
            (Token::Close, length) => self.at += length,
            _ if self.peek(0) == Some(')') && !self.basic() => self.at += 1,
            _ => return Err("Unmatched ( or \\(".into()),
        }
        if !counted {
            return Ok(inner);
        }
        self.closed.push(number);
        Ok(Node::Group(Box::new(inner), number))
    }

    /// A repetition at the present place: from how often to how often.
    fn repeat(&mut self, nothing_before: bool) -> Result<Option<(u32, Option<u32>)>, String> {
        let escaped = self.basic() && self.peek(0) == Some('\\');
        let sign = if escaped { self.peek(1) } else { self.peek(0) };
        let length = 1 + usize::from(escaped);
        let special = match sign {
            Some('*') => !escaped,
            Some('+' | '?' | '{') => escaped == self.basic(),
            _ => false,
        };
        if !special {
            return Ok(None);
        }
        if nothing_before {
            if self.basic() && sign == Some('*') {
                return Ok(None);
            }
            if sign == Some('{') {
                return if self.basic() {
                    Err("Invalid preceding regular expression".into())
                } else {
                    Ok(None)
                };
            }
            if self.syntax == Syntax::Perl {
                return Err("quantifier does not follow a repeatable item".into());
            }
        }
        match sign {
            Some('*') => {
                self.at += length;
                Ok(Some((0, None)))
            }
            Some('+') => {
                self.at += length;
                Ok(Some((1, None)))
            }
            Some('?') => {
                self.at += length;
                Ok(Some((0, Some(1))))
            }
            _ => self.braces(length),
        }
    }

    fn braces(&mut self, length: usize) -> Result<Option<(u32, Option<u32>)>, String> {
        let start = self.at;
        self.at += length;
        let least = self.number();
        let most = if self.peek(0) == Some(',') {
            self.at += 1;
            self.number()
        } else {
            least
        };
        let comma = self.text[start..self.at].contains(&',');
        let closed = if self.basic() {
            self.peek(0) == Some('\\') && self.peek(1) == Some('}')
        } else {
            self.peek(0) == Some('}')
        };
        if !closed || least.is_none() && !comma {
            if self.basic() {
                return Err(if closed { "Invalid content of \\{\\}" } else { "Unmatched \\{" }.into());
            }
            // In an extended expression a brace that opens no count is itself.
            self.at = start;
            return Ok(None);
        }
        self.at += length;
        let least = least.unwrap_or(0);
        if most.is_some_and(|most| most < least) {
            return Err("Invalid content of \\{\\}".into());
        }
        if least.max(most.unwrap_or(0)) > MOST_REPEATS {
            return Err("Regular expression too big".into());
        }
        Ok(Some((least, most)))
    }

    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        while self.peek(0).is_some_and(|character| character.is_ascii_digit()) {
            self.at += 1;
        }
        let digits: String = self.text[start..self.at].iter().collect();
        if digits.is_empty() { None } else { Some(digits.parse().unwrap_or(u32::MAX)) }
    }

    /// A single character, set or place.
    fn one(&mut self, first: bool) -> Result<Node, String> {
        let Some(character) = self.peek(0) else { return Ok(Node::Empty) };
        self.at += 1;
        Ok(match character {
            '.' => Node::Any,
            '[' => {
                let without = self.peek(0) == Some('^');
                let start = self.at + usize::from(without);
                let quotes = matches!(self.syntax, Syntax::Awk | Syntax::Perl);
                if self.text.get(start).is_none() {
                    return Err("Invalid regular expression".into());
                }
                let found = bracket(self.text.get(start..).unwrap_or_default(), quotes);
                let (members, length) = found.ok_or("Unmatched [, [^, [:, [., or [=")?;
                let unknown = members.iter().any(|member| match member {
                    Member::Class(name) => !CLASSES.contains(&name.as_str()),
                    Member::Range(from, to) => from > to,
                });
                if unknown {
                    let backwards =
                        members.iter().any(|one| matches!(one, Member::Range(from, to) if from > to));
                    return Err(
                        if backwards { "Invalid range end" } else { "Invalid character class name" }.into()
                    );
                }
                self.at = start + length;
                Node::Set { members, without }
            }
            '^' if !self.basic() || first => Node::Start,
            '$' if !self.basic() || self.is_last() => Node::End,
            '\\' => self.escape()?,
            other => Node::Character(other),
        })
    }

    /// Whether nothing follows in a basic expression, so that `$` is the end of a line.
    fn is_last(&self) -> bool {
        matches!((self.peek(0), self.peek(1)), (None, _) | (Some('\\'), Some(')' | '|')))
    }

    fn escape(&mut self) -> Result<Node, String> {
        let Some(character) = self.peek(0) else { return Err("Trailing backslash".into()) };
        self.at += 1;
        let class = |name: &str, without| {
            let mut members = vec![Member::Class(name.into())];
            if name == "word" {
                members.push(Member::Range('_', '_'));
            }
            Node::Set { members, without }
        };
        let perl = self.syntax == Syntax::Perl;
        Ok(match character {
            'w' => class("word", false),
            'W' => class("word", true),
            's' => class("space", false),
            'S' => class("space", true),
            'd' if perl => class("digit", false),
            'D' if perl => class("digit", true),
            '<' if !perl => Node::WordStart,
            '>' if !perl => Node::WordEnd,
            'b' => Node::WordEdge,
            'B' => Node::NotWordEdge,
            '`' if !perl => Node::Start,
            '\'' if !perl => Node::End,
            'n' => Node::Character('\n'),
            't' => Node::Character('\t'),
            'r' => Node::Character('\r'),
            'f' => Node::Character('\u{c}'),
            'v' => Node::Character('\u{b}'),
            '1'..='9' if self.syntax != Syntax::Awk => {
                let number = character.to_digit(10).unwrap_or(1) as usize;
                if !self.closed.contains(&number) {
                    return Err("Invalid back reference".into());
                }
                Node::Again(number)
            }
            other => Node::Character(other),
        })
    }
}

const CLASSES: &[&str] = &[
    "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
    "word", "xdigit",
];
