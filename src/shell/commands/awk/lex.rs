//! Text into tokens.

/// What is wrong, and at which character of the source.
#[derive(Debug)]
pub(super) struct Mistake {
    pub at: usize,
    pub message: String,
    /// Whether the program can be read, but says something that cannot be.
    pub readable: bool,
}

impl Mistake {
    /// A program that cannot be read.
    pub fn syntax(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into(), readable: false }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Text(String),
    Regex(String),
    Name(String),
    /// A name with a bracket at once behind it: a function of the program's own.
    Call(String),
    Function(String),
    Keyword(&'static str),
    Sign(&'static str),
    Newline,
    End,
}

const KEYWORDS: &[&str] = &[
    "BEGIN", "END", "break", "continue", "delete", "do", "else", "exit", "for", "func", "function",
    "getline", "if", "in", "next", "nextfile", "print", "printf", "return", "while",
];

/// The functions that awk has.
pub(super) const FUNCTIONS: &[&str] = &[
    "atan2", "close", "cos", "exp", "fflush", "gensub", "gsub", "index", "int", "length", "log", "match",
    "rand", "sin", "split", "sprintf", "sqrt", "srand", "strftime", "sub", "substr", "systime", "system",
    "tolower", "toupper",
];

/// Longer ones first.
const SIGNS: &[&str] = &[
    "**=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "**", "==", "<=", ">=", "!=", ">>",
    "!~", "{", "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", "<", ">", "|", "?", ":",
    "~", "$", "=",
];

/// All tokens, each with the place of its first character.
pub(super) fn tokens(source: &str) -> Result<Vec<(Token, usize)>, Mistake> {
    let text: Vec<char> = source.chars().collect();
    let mut at = 0;
    let mut found: Vec<(Token, usize)> = Vec::new();
    while at < text.len() {
        let character = text[at];
        let start = at;
        let token = match character {
            ' ' | '\t' | '\r' => {
                at += 1;
                continue;
            }
            '\\' if text.get(at + 1) == Some(&'\n') => {
                at += 2;
                continue;
            }
            '#' => {
                while at < text.len() && text[at] != '\n' {
                    at += 1;
                }
                continue;
            }
            '\n' => {
                at += 1;
                found.push((Token::Newline, start));
                continue;
            }
            '"' => {
                let (literal, end) = quoted(&text, at + 1)?;
                at = end;
                Token::Text(literal)
            }
            '/' if regex_may_begin(found.last().map(|(token, _)| token)) => {
                let (literal, end) = regex(&text, at + 1)?;
                at = end;
                Token::Regex(literal)
            }
            digit
                if digit.is_ascii_digit()
                    || digit == '.' && text.get(at + 1).is_some_and(char::is_ascii_digit) =>
            {
                let (number, end) = number(&text, at);
                at = end;
                Token::Number(number)
            }
            letter if letter == '_' || letter.is_ascii_alphabetic() => {
                while at < text.len() && (text[at] == '_' || text[at].is_ascii_alphanumeric()) {
                    at += 1;
                }
                let name: String = text[start..at].iter().collect();
                if let Some(keyword) = KEYWORDS.iter().find(|keyword| **keyword == name) {
                    Token::Keyword(keyword)
                } else if FUNCTIONS.contains(&name.as_str()) {
                    Token::Function(name)
                } else if text.get(at) == Some(&'(') {
                    Token::Call(name)
                } else {
                    Token::Name(name)
                }
            }
            _ => {
                let rest = &text[at..text.len().min(at + 3)];
                let rest: String = rest.iter().collect();
                match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                    Some(sign) => {
                        at += sign.len();
                        Token::Sign(sign)
                    }
                    None => {
                        let message = format!("syntax error: invalid char '{character}' in expression");
                        return Err(Mistake::syntax(start, message));
                    }
                }
            }
        };
        found.push((token, start));
    }
    found.push((Token::Newline, text.len()));
    found.push((Token::End, text.len()));
    Ok(found)
}

/// Behind a value a slash divides.
fn regex_may_begin(before: Option<&Token>) -> bool {
    !matches!(
        before,
        Some(
            Token::Number(_)
                | Token::Text(_)
                | Token::Regex(_)
                | Token::Name(_)
                | Token::Function(_)
                | Token::Sign(")" | "]" | "$" | "++" | "--")
        )
    )
}

fn quoted(text: &[char], from: usize) -> Result<(String, usize), Mistake> {
    let mut literal = String::new();
    let mut at = from;
    while let Some(character) = text.get(at) {
        at += 1;
        match character {
            '"' => return Ok((literal, at)),
            '\n' => break,
            '\\' => {
                let Some(next) = text.get(at) else { break };
                at += 1;
                match next {
                    'n' => literal.push('\n'),
                    't' => literal.push('\t'),
                    'r' => literal.push('\r'),
                    'a' => literal.push('\u{7}'),
                    'b' => literal.push('\u{8}'),
                    'f' => literal.push('\u{c}'),
                    'v' => literal.push('\u{b}'),
                    '\\' => literal.push('\\'),
                    '"' => literal.push('"'),
                    '/' => literal.push('/'),
                    '\n' => {}
                    '0'..='7' => {
                        let digits: String =
                            text[at - 1..].iter().take(3).take_while(|digit| digit.is_digit(8)).collect();
                        at += digits.len() - 1;
                        let code = u32::from_str_radix(&digits, 8).unwrap_or(0);
                        literal.extend(char::from_u32(code));
                    }
                    other => literal.extend(['\\', *other]),
                }
            }
            other => literal.push(*other),
        }
    }
    Err(Mistake::syntax(from - 1, "unterminated string"))
}

fn regex(text: &[char], from: usize) -> Result<(String, usize), Mistake> {
    let mut literal = String::new();
    let mut at = from;
    let mut in_brackets = false;
    while let Some(character) = text.get(at) {
        at += 1;
        match character {
            '/' if !in_brackets => return Ok((literal, at)),
            '\n' => break,
            '\\' => {
                let Some(next) = text.get(at) else { break };
                at += 1;
                if *next != '/' {
                    literal.push('\\');
                }
                literal.push(*next);
            }
            '[' if !in_brackets => {
                in_brackets = true;
                literal.push('[');
                if text.get(at) == Some(&'^') {
                    literal.push('^');
                    at += 1;
                }
                if text.get(at) == Some(&']') {
                    literal.push(']');
                    at += 1;
                }
            }
            '[' if matches!(text.get(at), Some(':')) => {
                while let Some(inner) = text.get(at) {
                    at += 1;
                    if *inner == ']' {
                        break;
                    }
                }
                let start = text[..at].iter().rposition(|one| *one == '[').unwrap_or(from);
                literal.extend(&text[start..at]);
            }
            ']' => {
                in_brackets = false;
                literal.push(']');
            }
            other => literal.push(*other),
        }
    }
    Err(Mistake::syntax(from, "unterminated regexp"))
}

fn number(text: &[char], from: usize) -> (f64, usize) {
    let mut at = from;
    if text[at] == '0' && matches!(text.get(at + 1), Some('x' | 'X')) {
        at += 2;
        let digits: String = text[at..].iter().take_while(|digit| digit.is_ascii_hexdigit()).collect();
        return (u64::from_str_radix(&digits, 16).unwrap_or(0) as f64, at + digits.len());
    }
    let digits = |at: &mut usize| {
        while text.get(*at).is_some_and(char::is_ascii_digit) {
            *at += 1;
        }
    };
    digits(&mut at);
    if text.get(at) == Some(&'.') {
        at += 1;
        digits(&mut at);
    }
    if matches!(text.get(at), Some('e' | 'E')) {
        let mut end = at + 1 + usize::from(matches!(text.get(at + 1), Some('+' | '-')));
        if text.get(end).is_some_and(char::is_ascii_digit) {
            digits(&mut end);
            at = end;
        }
    }
    let literal: String = text[from..at].iter().collect();
    (literal.parse().unwrap_or(0.0), at)
}
