//! Text as one would have to type it.

/// Quoted only where it must be, as `printf %q` prints it.
pub fn where_needed(text: &str) -> String {
    if text.is_empty() {
        return "''".into();
    }
    if text.chars().any(|character| character.is_control()) {
        return ansi(text);
    }
    let mut quoted = String::new();
    for (index, character) in text.chars().enumerate() {
        let special = " !\"#$&'()*,;<>?[\\]^`{|}".contains(character) && !(character == '#' && index > 0)
            || character == '~' && index == 0;
        if special {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted
}

/// Quoted in any case, as `${x@Q}` gives it.
pub fn always(text: &str) -> String {
    if text.chars().any(|character| character.is_control()) {
        return ansi(text);
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Quoted as `set -x` and `alias` show it: not at all when nothing in it is special.
pub fn shown(text: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "_-+=./:,@%".contains(character);
    if !text.is_empty() && text.chars().all(plain) { text.into() } else { always(text) }
}

/// As `declare -p` shows a value.
pub fn declared(text: &str) -> String {
    if text.chars().any(|character| character.is_control()) {
        return ansi(text);
    }
    let mut quoted = String::from("\"");
    for character in text.chars() {
        if matches!(character, '"' | '$' | '`' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

fn ansi(text: &str) -> String {
    let mut quoted = String::from("$'");
    for character in text.chars() {
        match character {
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            '\u{1b}' => quoted.push_str("\\E"),
            '\u{7}' => quoted.push_str("\\a"),
            '\'' => quoted.push_str("\\'"),
            '\\' => quoted.push_str("\\\\"),
            other if other.is_control() => quoted.push_str(&format!("\\{:03o}", u32::from(other))),
            other => quoted.push(other),
        }
    }
    quoted.push('\'');
    quoted
}
