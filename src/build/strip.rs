//! Takes comments and docstrings out of Python sources, so that the carried library is half as large. Every line
//! keeps its number: tracebacks and `inspect` still point at the right one.

/// `source` without comments and docstrings.
pub fn strip(source: &str) -> String {
    let mut stripped = String::with_capacity(source.len());
    let mut rest = source;
    // Brackets that are open, and whether a statement could begin here with a docstring.
    let mut depth = 0_usize;
    let mut block_begins = true;
    let mut line_is_empty = true;
    while let Some(first) = rest.chars().next() {
        if first == '#' {
            let end = rest.find('\n').unwrap_or(rest.len());
            rest = &rest[end..];
            trim_line(&mut stripped);
            continue;
        }
        if let Some(length) = string_length(rest) {
            let (text, after) = rest.split_at(length);
            let alone = line_is_empty && depth == 0 && after.trim_start_matches(' ').starts_with(['\n', '#']);
            if alone && block_begins {
                stripped.push_str("''");
                stripped.extend(text.matches('\n'));
            } else {
                stripped.push_str(text);
            }
            (line_is_empty, block_begins) = (false, false);
            rest = after;
            continue;
        }
        match first {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if first == '\n' {
            let line = stripped.rsplit('\n').next().unwrap_or_default().trim();
            if !line.is_empty() {
                block_begins = depth == 0 && line.ends_with(':');
            }
            trim_line(&mut stripped);
            line_is_empty = true;
        } else if !first.is_whitespace() {
            line_is_empty = false;
        }
        // A name is one piece, so that the `r` of `for` is not taken for the prefix of a string.
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        stripped.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    stripped
}

fn trim_line(stripped: &mut String) {
    let length = stripped.trim_end_matches([' ', '\t']).len();
    stripped.truncate(length);
}

/// The length of the string literal that `rest` begins with, if it does.
fn string_length(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c: char| !"rRbBuUfFtT".contains(c)).filter(|length| *length <= 2)?;
    let body = &rest[prefix..];
    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| body.starts_with(quote))?;
    let mut at = prefix + quote.len();
    while let Some(next) = rest[at..].chars().next() {
        if rest[at..].starts_with(quote) {
            return Some(at + quote.len());
        }
        at += next.len_utf8();
        if next == '\\' {
            at += rest[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    Some(rest.len())
}
