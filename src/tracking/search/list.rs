//! Lists of texts as MLflow reads and prints them: as Python's.

use super::error::SearchError;

/// Reads `('a', 'b')`.
pub(super) fn read(text: &str) -> Result<Vec<String>, SearchError> {
    let mut body = text;
    while body.trim().starts_with('(') {
        let inner = body.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        body = inner.ok_or(SearchError::BadList)?;
    }
    let mut rest = body.trim_start();
    let mut members = Vec::new();
    while !rest.is_empty() {
        let (member, behind) = read_member(rest).ok_or(SearchError::BadList)?;
        members.push(member);
        rest = behind.trim_start();
        if let Some(next) = rest.strip_prefix(',') {
            rest = next.trim_start();
        } else if !rest.is_empty() {
            return Err(SearchError::BadList);
        }
    }
    if members.is_empty() {
        return Err(SearchError::EmptyList);
    }
    let texts: Option<Vec<String>> = members.iter().map(Member::text).collect();
    // Python prints a tuple of one with a comma; MLflow makes one of a bare member.
    let comma = if members.len() == 1 { "," } else { "" };
    texts.ok_or_else(|| {
        let printed: Vec<_> = members.iter().map(Member::repr).collect();
        SearchError::ListMember(format!("({}{comma})", printed.join(", ")))
    })
}

/// A text or what else was written.
enum Member {
    Text(String),
    Other(String),
}

impl Member {
    fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Other(_) => None,
        }
    }

    fn repr(&self) -> String {
        match self {
            Self::Text(text) => repr(text),
            Self::Other(other) => other.clone(),
        }
    }
}

/// The first member of `text`, and what stands behind it. Texts side by side are one.
fn read_member(text: &str) -> Option<(Member, &str)> {
    let (mut joined, mut rest) = (None::<String>, text);
    while let Some((part, behind)) = read_text(rest) {
        joined.get_or_insert_default().push_str(&part);
        rest = behind.trim_start();
    }
    if let Some(joined) = joined {
        return Some((Member::Text(joined), rest));
    }
    let end = text.find([',', ' ', '\t', '\n']).unwrap_or(text.len());
    let (word, behind) = text.split_at(end);
    let known = matches!(word, "None" | "True" | "False") || word.parse::<f64>().is_ok();
    known.then(|| (Member::Other(word.to_owned()), behind))
}

/// A text in quotes, and what stands behind it.
fn read_text(text: &str) -> Option<(String, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let mut read = String::new();
    let mut characters = text.char_indices().skip(1);
    while let Some((at, next)) = characters.next() {
        match next {
            _ if next == quote => return Some((read, &text[at + 1..])),
            '\\' => match characters.next()?.1 {
                'n' => read.push('\n'),
                't' => read.push('\t'),
                'r' => read.push('\r'),
                '\n' => {}
                escaped @ ('\\' | '\'' | '"') => read.push(escaped),
                other => read.extend(['\\', other]),
            },
            '\n' => return None,
            _ => read.push(next),
        }
    }
    None
}

/// A text as Python prints it.
pub(super) fn repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut printed = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => printed.push_str("\\\\"),
            '\n' => printed.push_str("\\n"),
            '\r' => printed.push_str("\\r"),
            '\t' => printed.push_str("\\t"),
            c if c == quote => printed.extend(['\\', c]),
            c if c.is_control() => printed.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => printed.push(c),
        }
    }
    printed.push(quote);
    printed
}

/// A list of texts as Python prints it.
pub(super) fn repr_list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| repr(text)).collect::<Vec<_>>().join(", "))
}
