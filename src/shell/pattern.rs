//! Patterns of the shell: `*`, `?`, `[a-z]`, `[[:digit:]]`, and `@(a|b)` with its kin.
//!
//! What is quoted in a pattern stands in it behind a backslash.

/// A pattern, ready to be held against text.
#[derive(Clone, Debug)]
pub struct Pattern {
    pieces: Vec<Piece>,
    any_case: bool,
}

#[derive(Clone, Debug)]
enum Piece {
    One(char),
    AnyOne,
    Any,
    Set { members: Vec<Member>, without: bool },
    Group { kind: char, choices: Vec<Vec<Piece>> },
}

/// What a bracket expression lets through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    /// From one character to another.
    Range(char, char),
    /// A class by name, `digit`.
    Class(String),
}

impl Member {
    /// Whether it lets `character` through.
    pub fn has(&self, character: char) -> bool {
        match self {
            Self::Range(from, to) => (*from..=*to).contains(&character),
            Self::Class(name) => match name.as_str() {
                "alnum" => character.is_alphanumeric(),
                "alpha" => character.is_alphabetic(),
                "blank" => matches!(character, ' ' | '\t'),
                "cntrl" => character.is_control(),
                "digit" => character.is_ascii_digit(),
                "graph" => !character.is_whitespace() && !character.is_control(),
                "lower" => character.is_lowercase(),
                "print" => !character.is_control(),
                "punct" => character.is_ascii_punctuation(),
                "space" => character.is_whitespace(),
                "upper" => character.is_uppercase(),
                "word" => character.is_alphanumeric() || character == '_',
                "xdigit" => character.is_ascii_hexdigit(),
                _ => false,
            },
        }
    }
}

/// Reads the members of a bracket expression from behind its `[` and `^`: them, and how many characters they took
/// with the closing bracket. Nothing when it is not closed.
pub fn bracket(text: &[char], backslash_quotes: bool) -> Option<(Vec<Member>, usize)> {
    let mut members = Vec::new();
    let mut at = 0;
    loop {
        let first = *text.get(at)?;
        if first == ']' && at > 0 {
            return Some((members, at + 1));
        }
        if first == '['
            && let Some(kind @ (':' | '.' | '=')) = text.get(at + 1)
            && let Some(length) = text[at + 2..].windows(2).position(|pair| pair == [*kind, ']'])
        {
            let name: String = text[at + 2..at + 2 + length].iter().collect();
            members.push(match (kind, name.chars().next()) {
                (':', _) | (_, None) => Member::Class(name),
                (_, Some(only)) => Member::Range(only, only),
            });
            at += length + 4;
            continue;
        }
        let from = one(text, &mut at, backslash_quotes)?;
        let is_range = text.get(at) == Some(&'-') && text.get(at + 1).is_some_and(|next| *next != ']');
        if is_range {
            at += 1;
            members.push(Member::Range(from, one(text, &mut at, backslash_quotes)?));
        } else {
            members.push(Member::Range(from, from));
        }
    }
}

fn one(text: &[char], at: &mut usize, backslash_quotes: bool) -> Option<char> {
    let mut found = *text.get(*at)?;
    if found == '\\' && backslash_quotes {
        *at += 1;
        found = *text.get(*at)?;
    }
    *at += 1;
    Some(found)
}

impl Pattern {
    /// Reads a pattern.
    pub fn new(text: &str) -> Self {
        let text: Vec<char> = text.chars().collect();
        Self { pieces: pieces(&text), any_case: false }
    }

    /// The same for letters of either case.
    pub fn any_case(mut self, yes: bool) -> Self {
        self.any_case = yes;
        self
    }

    /// Whether `text` as a whole fits.
    pub fn fits(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        self.fits_all(&text)
    }

    /// As [`Pattern::fits`].
    pub fn fits_all(&self, text: &[char]) -> bool {
        walk(&self.pieces, text, self.any_case, &mut |rest| rest.is_empty())
    }

    /// Whether it begins with a dot of its own, so that it fits hidden files.
    pub fn begins_with_dot(&self) -> bool {
        matches!(self.pieces.first(), Some(Piece::One('.')))
    }
}

/// Whether a pattern has anything that is not just its own text.
pub fn is_pattern(text: &str) -> bool {
    let mut escaped = false;
    let mut before = ' ';
    text.chars().any(|character| {
        let special = !escaped
            && (matches!(character, '*' | '?' | '[')
                || character == '(' && matches!(before, '@' | '+' | '!'));
        escaped = !escaped && character == '\\';
        before = character;
        special
    })
}

/// A pattern that is not one, as its own text.
pub fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == '\\' { plain.extend(characters.next()) } else { plain.push(character) }
    }
    plain
}

fn pieces(text: &[char]) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let character = text[at];
        at += 1;
        if matches!(character, '?' | '*' | '+' | '@' | '!')
            && text.get(at) == Some(&'(')
            && let Some((choices, length)) = choices(&text[at + 1..])
        {
            found.push(Piece::Group { kind: character, choices });
            at += length + 1;
            continue;
        }
        found.push(match character {
            '*' => Piece::Any,
            '?' => Piece::AnyOne,
            '\\' if at < text.len() => {
                at += 1;
                Piece::One(text[at - 1])
            }
            '[' => {
                let without = matches!(text.get(at), Some('!' | '^'));
                let start = at + usize::from(without);
                match bracket(text.get(start..).unwrap_or_default(), true) {
                    Some((members, length)) => {
                        at = start + length;
                        Piece::Set { members, without }
                    }
                    None => Piece::One('['),
                }
            }
            other => Piece::One(other),
        });
    }
    found
}

/// The alternatives up to the closing bracket, and how many characters they took with it.
fn choices(text: &[char]) -> Option<(Vec<Vec<Piece>>, usize)> {
    let (mut depth, mut start, mut at) = (0, 0, 0);
    let mut found = Vec::new();
    while let Some(character) = text.get(at) {
        match character {
            '\\' => at += 1,
            '(' => depth += 1,
            ')' if depth == 0 => {
                found.push(pieces(&text[start..at]));
                return Some((found, at + 1));
            }
            ')' => depth -= 1,
            '|' if depth == 0 => {
                found.push(pieces(&text[start..at]));
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether the beginning of `text` fits in some way whose rest is to `then`'s liking.
fn walk(pieces: &[Piece], text: &[char], any_case: bool, then: &mut dyn FnMut(&[char]) -> bool) -> bool {
    let Some((piece, later)) = pieces.split_first() else { return then(text) };
    match piece {
        Piece::One(wanted) => text
            .split_first()
            .is_some_and(|(got, rest)| same(*got, *wanted, any_case) && walk(later, rest, any_case, then)),
        Piece::AnyOne => text.split_first().is_some_and(|(_, rest)| walk(later, rest, any_case, then)),
        Piece::Any if later.is_empty() => (0..=text.len()).rev().any(|from| then(&text[from..])),
        Piece::Any => (0..=text.len()).any(|from| walk(later, &text[from..], any_case, then)),
        Piece::Set { members, without } => text.split_first().is_some_and(|(got, rest)| {
            let has = members.iter().any(|member| {
                member.has(*got)
                    || any_case
                        && (got.to_lowercase().chain(got.to_uppercase())).any(|other| member.has(other))
            });
            has != *without && walk(later, rest, any_case, then)
        }),
        Piece::Group { kind: '!', choices } => (0..=text.len()).any(|length| {
            let taken = &text[..length];
            let fits =
                choices.iter().any(|choice| walk(choice, taken, any_case, &mut |rest| rest.is_empty()));
            !fits && walk(later, &text[length..], any_case, then)
        }),
        Piece::Group { kind, choices } => {
            if matches!(kind, '?' | '*') && walk(later, text, any_case, then) {
                return true;
            }
            choices.iter().any(|choice| {
                walk(choice, text, any_case, &mut |rest| {
                    if walk(later, rest, any_case, then) {
                        return true;
                    }
                    let again = matches!(kind, '*' | '+') && rest.len() < text.len();
                    again && walk(pieces, rest, any_case, then)
                })
            })
        }
    }
}

fn same(one: char, other: char, any_case: bool) -> bool {
    one == other || any_case && one.to_lowercase().eq(other.to_lowercase())
}
