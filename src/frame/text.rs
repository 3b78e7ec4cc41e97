//! Methods of text, by the names that Python gives them.

/// A test of a text.
pub fn test(text: &str, how: &str, pattern: &str) -> Option<bool> {
    let all = |check: fn(char) -> bool| !text.is_empty() && text.chars().all(check);
    let cased =
        |check: fn(char) -> bool, not: fn(char) -> bool| text.chars().any(check) && !text.chars().any(not);
    Some(match how {
        "contains" => text.contains(pattern),
        "startswith" => text.starts_with(pattern),
        "endswith" => text.ends_with(pattern),
        "isalpha" => all(char::is_alphabetic),
        "isdigit" | "isdecimal" => all(|one| one.is_ascii_digit()),
        "isnumeric" => all(char::is_numeric),
        "isalnum" => all(char::is_alphanumeric),
        "isspace" => all(char::is_whitespace),
        "islower" => cased(char::is_lowercase, char::is_uppercase),
        "isupper" => cased(char::is_uppercase, char::is_lowercase),
        "istitle" => title(text) == text && text.chars().any(char::is_alphabetic),
        _ => return None,
    })
}

/// What a method takes.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// Its texts, in order.
    pub texts: Vec<String>,
    /// Its numbers, in order.
    pub numbers: Vec<i64>,
}

impl Arguments {
    fn text(&self, place: usize) -> Option<&str> {
        self.texts.get(place).map(String::as_str)
    }

    fn width(&self) -> usize {
        self.numbers.first().map_or(0, |number| usize::try_from(*number).unwrap_or(0)).min(MOST_WIDTH)
    }
}

/// Characters that padding and repeating may give one text.
const MOST_WIDTH: usize = 1 << 20;

/// A text made of a text; nothing for a method that is not known.
pub fn apply(text: &str, how: &str, arguments: &Arguments) -> Option<String> {
    let stripped = |start: bool, end: bool| {
        let goes = |one: char| arguments.text(0).map_or(one.is_whitespace(), |set| set.contains(one));
        let left = if start { text.trim_start_matches(goes) } else { text };
        if end { left.trim_end_matches(goes) } else { left }.to_owned()
    };
    Some(match how {
        "lower" | "casefold" => text.to_lowercase(),
        "upper" => text.to_uppercase(),
        "title" => title(text),
        "capitalize" => {
            let mut rest = text.chars();
            rest.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(rest.as_str().to_lowercase().chars()).collect()
            })
        }
        "swapcase" => text
            .chars()
            .flat_map(|one| {
                let swapped: Vec<char> = if one.is_uppercase() {
                    one.to_lowercase().collect()
                } else {
                    one.to_uppercase().collect()
                };
                swapped
            })
            .collect(),
        "strip" => stripped(true, true),
        "lstrip" => stripped(true, false),
        "rstrip" => stripped(false, true),
        "removeprefix" => text.strip_prefix(arguments.text(0)?).unwrap_or(text).to_owned(),
        "removesuffix" => text.strip_suffix(arguments.text(0)?).unwrap_or(text).to_owned(),
        "replace" => match arguments.numbers.first() {
            Some(most) if *most >= 0 => {
                text.replacen(arguments.text(0)?, arguments.text(1)?, usize::try_from(*most).ok()?)
            }
            _ => text.replace(arguments.text(0)?, arguments.text(1)?),
        },
        "repeat" => text.repeat(arguments.width().min(MOST_WIDTH / text.len().max(1))),
        "zfill" => filled(text, arguments.width()),
        "rjust" | "ljust" | "center" => padded(text, how, arguments),
        _ => return None,
    })
}

fn filled(text: &str, width: usize) -> String {
    let zeros = "0".repeat(width.saturating_sub(text.chars().count()));
    match text.strip_prefix(['-', '+']) {
        Some(digits) => format!("{}{zeros}{digits}", &text[..text.len() - digits.len()]),
        None => zeros + text,
    }
}

fn padded(text: &str, how: &str, arguments: &Arguments) -> String {
    let width = arguments.width();
    let spare = width.saturating_sub(text.chars().count());
    let fill = arguments.text(0).unwrap_or(" ");
    let left = match how {
        "rjust" => spare,
        "ljust" => 0,
        // As Python, which puts the odd one on the left only in an odd width.
        _ => spare / 2 + (spare & width & 1),
    };
    format!("{}{text}{}", fill.repeat(left), fill.repeat(spare - left))
}

fn title(text: &str) -> String {
    let mut after_letter = false;
    let mut titled = String::with_capacity(text.len());
    for one in text.chars() {
        if after_letter {
            titled.extend(one.to_lowercase());
        } else {
            titled.extend(one.to_uppercase());
        }
        after_letter = one.is_alphabetic();
    }
    titled
}
