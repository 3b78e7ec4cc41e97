//! C's `printf` directives, for `printf`, `seq -f`, `awk` and `find -printf`.

/// One directive: `%-10.3f`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directive {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space: in the place of a missing sign.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least width.
    pub width: usize,
    /// What stands behind the point.
    pub precision: Option<usize>,
    /// The letter at its end.
    pub kind: char,
}

/// A number in a directive, or the `*` that takes one from the arguments.
pub type Star<'a> = &'a mut dyn FnMut() -> i64;

/// The widest that a directive may ask for.
const WIDEST: usize = 100_000;

impl Directive {
    /// Reads a directive from behind its `%`: it, and how many bytes it took. Nothing when the text ends before it.
    pub fn parse(text: &[u8], star: Star<'_>) -> Option<(Self, usize)> {
        let mut directive = Self::default();
        let mut at = 0;
        while let Some(flag) = text.get(at) {
            match flag {
                b'-' => directive.left = true,
                b'+' => directive.plus = true,
                b' ' => directive.space = true,
                b'#' => directive.alternate = true,
                b'0' => directive.zero = true,
                b'\'' => {}
                _ => break,
            }
            at += 1;
        }
        let (width, taken) = number(&text[at..], star);
        at += taken;
        if let Some(width) = width {
            directive.left |= width < 0;
            directive.width = (width.unsigned_abs() as usize).min(WIDEST);
        }
        if text.get(at) == Some(&b'.') {
            let (precision, taken) = number(&text[at + 1..], star);
            at += 1 + taken;
            let precision = precision.unwrap_or(0);
            directive.precision = usize::try_from(precision).ok().map(|precision| precision.min(WIDEST));
        }
        while matches!(text.get(at), Some(b'l' | b'h' | b'j' | b'z' | b't' | b'L')) {
            at += 1;
        }
        directive.kind = char::from(*text.get(at)?);
        Some((directive, at + 1))
    }

    /// A whole number: `d`, `i`, `o`, `u`, `x`, `X`.
    pub fn integer(&self, value: i64) -> String {
        let unsigned = value as u64;
        let (digits, prefix) = match self.kind {
            'o' => (format!("{unsigned:o}"), if self.alternate { "0" } else { "" }),
            'x' => (format!("{unsigned:x}"), if self.alternate && value != 0 { "0x" } else { "" }),
            'X' => (format!("{unsigned:X}"), if self.alternate && value != 0 { "0X" } else { "" }),
            'u' => (unsigned.to_string(), ""),
            _ => (value.unsigned_abs().to_string(), self.sign(value < 0)),
        };
        let digits = match self.precision {
            Some(0) if value == 0 => String::new(),
            Some(least) => format!("{digits:0>least$}"),
            None => digits,
        };
        self.pad_number(prefix, &digits, self.precision.is_none())
    }

    /// A number with a point: `f`, `e`, `g` and their capitals.
    pub fn float(&self, value: f64) -> String {
        let sign = self.sign(value.is_sign_negative() && !value.is_nan());
        if !value.is_finite() {
            let name = if value.is_nan() { "nan" } else { "inf" };
            return self.pad_number(sign, &self.cased(name), false);
        }
        let magnitude = value.abs();
        let digits = match self.kind.to_ascii_lowercase() {
            'e' => scientific(magnitude, self.precision.unwrap_or(6), self.alternate),
            'g' => self.general(magnitude),
            _ => {
                let precision = self.precision.unwrap_or(6);
                let point = if self.alternate && precision == 0 { "." } else { "" };
                format!("{magnitude:.precision$}{point}")
            }
        };
        self.pad_number(sign, &self.cased(&digits), true)
    }

    /// `%g`: whichever of the two forms is shorter, without the zeros at its end.
    fn general(&self, magnitude: f64) -> String {
        let precision = self.precision.unwrap_or(6).max(1);
        let rounded = format!("{magnitude:.*e}", precision - 1);
        let exponent: i64 = rounded.split_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0);
        let text = if exponent < -4 || exponent >= precision as i64 {
            scientific(magnitude, precision - 1, self.alternate)
        } else {
            format!("{magnitude:.*}", (precision as i64 - 1 - exponent).max(0) as usize)
        };
        if self.alternate {
            return text;
        }
        let (mantissa, power) = match text.find('e') {
            Some(at) => text.split_at(at),
            None => (text.as_str(), ""),
        };
        let short = if mantissa.contains('.') {
            mantissa.trim_end_matches('0').trim_end_matches('.')
        } else {
            mantissa
        };
        format!("{short}{power}")
    }

    /// Text, cut to the precision. C counts bytes, awk characters.
    pub fn text(&self, bytes: &[u8], by_characters: bool) -> Vec<u8> {
        let kept = match self.precision {
            Some(most) if by_characters => first_characters(bytes, most),
            Some(most) => &bytes[..most.min(bytes.len())],
            None => bytes,
        };
        let length = if by_characters { count_characters(kept) } else { kept.len() };
        let padding = vec![b' '; self.width.saturating_sub(length)];
        if self.left { [kept, &padding].concat() } else { [padding.as_slice(), kept].concat() }
    }

    fn cased(&self, digits: &str) -> String {
        if self.kind.is_ascii_uppercase() { digits.to_uppercase() } else { digits.into() }
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.space) {
            (true, _, _) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            (false, false, false) => "",
        }
    }

    fn pad_number(&self, prefix: &str, digits: &str, zeros_allowed: bool) -> String {
        let missing = self.width.saturating_sub(prefix.len() + digits.len());
        if self.left {
            format!("{prefix}{digits}{}", " ".repeat(missing))
        } else if self.zero && zeros_allowed {
            format!("{prefix}{}{digits}", "0".repeat(missing))
        } else {
            format!("{}{prefix}{digits}", " ".repeat(missing))
        }
    }
}

fn number(text: &[u8], star: Star<'_>) -> (Option<i64>, usize) {
    if text.first() == Some(&b'*') {
        return (Some(star()), 1);
    }
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let digits = std::str::from_utf8(&text[..length]).unwrap_or_default();
    (digits.parse().ok(), length)
}

fn scientific(magnitude: f64, precision: usize, alternate: bool) -> String {
    let text = format!("{magnitude:.precision$e}");
    let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
    let power: i32 = power.parse().unwrap_or(0);
    let point = if alternate && precision == 0 { "." } else { "" };
    format!("{mantissa}{point}e{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
}

/// How many characters bytes are; a byte that belongs to none counts as one.
pub fn count_characters(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.chars().count(),
        Err(_) => bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count(),
    }
}

fn first_characters(bytes: &[u8], most: usize) -> &[u8] {
    let mut starts = bytes.iter().enumerate().filter(|(_, byte)| **byte & 0xc0 != 0x80);
    starts.nth(most).map_or(bytes, |(end, _)| &bytes[..end])
}
