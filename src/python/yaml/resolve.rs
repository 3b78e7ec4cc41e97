//! What a plain scalar is in YAML 1.1: a truth value, a number, a time, nothing, or a text.

/// The tag that a plain scalar has when none is written, without `tag:yaml.org,2002:`.
pub(super) fn tag(text: &str) -> &'static str {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => "null",
        "<<" => "merge",
        "=" => "value",
        "!" | "&" | "*" => "yaml",
        _ if is_bool(text) => "bool",
        _ if is_float(text) => "float",
        _ if is_int(text) => "int",
        _ if is_timestamp(text) => "timestamp",
        _ => "str",
    }
}

fn is_bool(text: &str) -> bool {
    let words = ["yes", "no", "true", "false", "on", "off"];
    let lower = text.to_ascii_lowercase();
    let mut rest = text.chars();
    let first = rest.next().is_some_and(char::is_uppercase);
    let (small, capital) = (rest.clone().all(char::is_lowercase), rest.all(char::is_uppercase));
    words.contains(&lower.as_str()) && (small || (first && capital))
}

fn all(text: &str, accept: impl Fn(char) -> bool) -> bool {
    text.chars().all(accept)
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Digits with underscores among them, beginning with a digit.
fn is_number(text: &str) -> bool {
    starts_with_digit(text) && is_tail(text)
}

fn is_tail(text: &str) -> bool {
    all(text, |c| c.is_ascii_digit() || c == '_')
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

/// Whether all parts are below sixty: what stands behind the first colon of a number to the base sixty.
fn are_sixtieths<'a>(mut parts: impl Iterator<Item = &'a str>) -> bool {
    parts.all(|part| {
        let digits = all(part, |c| c.is_ascii_digit());
        digits && (part.len() == 1 || (part.len() == 2 && part < "60"))
    })
}

fn is_int(text: &str) -> bool {
    let body = unsigned(text);
    let of = |prefix: &str, radix: u32| {
        let digits = body.strip_prefix(prefix).filter(|digits| !digits.is_empty());
        digits.is_some_and(|digits| all(digits, |c| c.is_digit(radix) || c == '_'))
    };
    let mut parts = body.split(':');
    let first = parts.next().unwrap_or_default();
    let decimal = is_number(first) && !first.starts_with('0');
    body == "0" || of("0b", 2) || of("0", 8) || of("0x", 16) || (decimal && are_sixtieths(parts))
}

fn is_float(text: &str) -> bool {
    let body = unsigned(text);
    if matches!(body, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let Some((whole, fraction)) = body.split_once('.') else { return false };
    if let Some((first, rest)) = whole.split_once(':') {
        return is_number(first) && are_sixtieths(rest.split(':')) && is_tail(fraction);
    }
    let (fraction, power) = match fraction.split_once(['e', 'E']) {
        Some((fraction, power)) => (fraction, Some(power)),
        None => (fraction, None),
    };
    // An exponent needs its sign: `1.5e3` is a text.
    let scaled = power.is_none_or(|power| {
        let digits = power.strip_prefix(['-', '+']).unwrap_or_default();
        !digits.is_empty() && all(digits, |c| c.is_ascii_digit())
    });
    let plain = is_number(whole) && is_tail(fraction);
    let bare = whole.is_empty() && body.len() == text.len() && is_number(fraction);
    scaled && (plain || bare)
}

/// `2026-01-31`, or with a time of day behind it.
fn is_timestamp(text: &str) -> bool {
    let date_end = text.find(['T', 't', ' ', '\t']).unwrap_or(text.len());
    let (date, rest) = text.split_at(date_end);
    let lengths: Vec<_> = date.split('-').map(|part| (part.len(), is_digits(part))).collect();
    let [(4, true), (month @ 1..=2, true), (day @ 1..=2, true)] = lengths[..] else { return false };
    if rest.is_empty() {
        return month == 2 && day == 2;
    }
    let time = rest.strip_prefix(['T', 't']).unwrap_or_else(|| rest.trim_start_matches([' ', '\t']));
    let zone_start = time.find([' ', '\t', 'Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone_start);
    let (clock, second_fraction) = clock.split_once('.').unwrap_or((clock, ""));
    let parts: Vec<_> = clock.split(':').map(|part| (part.len(), is_digits(part))).collect();
    let is_clock = matches!(parts[..], [(1 | 2, true), (2, true), (2, true)]);
    is_clock && all(second_fraction, |c| c.is_ascii_digit()) && is_zone(zone)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && all(text, |c| c.is_ascii_digit())
}

fn is_zone(text: &str) -> bool {
    let zone = text.trim_start_matches([' ', '\t']);
    if text.is_empty() || zone == "Z" {
        return true;
    }
    let Some(offset) = zone.strip_prefix(['-', '+']) else { return false };
    let (hours, minutes) = offset.split_once(':').unwrap_or((offset, "00"));
    is_digits(hours) && hours.len() <= 2 && is_digits(minutes) && minutes.len() == 2
}
