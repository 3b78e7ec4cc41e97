//! Values: text, numbers, and text from outside that looks like a number.

use crate::shell::format::Directive;
use indexmap::IndexMap;
use std::cell::RefCell;
use std::rc::Rc;

/// An array: by text, in the order in which its elements came.
pub(super) type Array = Rc<RefCell<IndexMap<String, Value>>>;

/// A value.
#[derive(Clone, Debug, Default)]
pub(super) enum Value {
    /// Nothing was given yet: the empty text, and 0.
    #[default]
    Nothing,
    Text(Rc<str>),
    Number(f64),
    /// From the input: compared as a number where it looks like one.
    Input(Rc<str>),
}

impl Value {
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::Text(Rc::from(text.as_ref()))
    }

    pub fn input(text: impl AsRef<str>) -> Self {
        Self::Input(Rc::from(text.as_ref()))
    }

    pub fn truth(found: bool) -> Self {
        Self::Number(f64::from(u8::from(found)))
    }

    /// As a number: what the text begins with, else 0.
    pub fn number(&self) -> f64 {
        match self {
            Self::Nothing => 0.0,
            Self::Number(number) => *number,
            Self::Text(text) | Self::Input(text) => leading_number(text).0,
        }
    }

    /// As text; a number that is not whole by `format`.
    pub fn to_text(&self, format: &str) -> Rc<str> {
        match self {
            Self::Nothing => Rc::from(""),
            Self::Text(text) | Self::Input(text) => Rc::clone(text),
            Self::Number(number) => Rc::from(number_text(*number, format)),
        }
    }

    /// Whether it counts as true.
    pub fn is_true(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Number(number) => *number != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::Input(text) => match whole_number(text) {
                Some(number) => number != 0.0,
                None => !text.is_empty(),
            },
        }
    }

    /// The number that it is when it is compared, where it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Nothing => Some(0.0),
            Self::Number(number) => Some(*number),
            Self::Input(text) => whole_number(text),
            Self::Text(_) => None,
        }
    }
}

fn number_text(number: f64, format: &str) -> String {
    if number.fract() == 0.0 && number.is_finite() {
        return format!("{:.0}", if number == 0.0 { 0.0 } else { number });
    }
    if number.is_nan() {
        return if number.is_sign_negative() { "-nan".into() } else { "nan".into() };
    }
    if number.is_infinite() {
        return if number < 0.0 { "-inf".into() } else { "inf".into() };
    }
    let body = format.strip_prefix('%').unwrap_or(format);
    match Directive::parse(body.as_bytes(), &mut || 0) {
        Some((directive, _)) => directive.float(number),
        None => number.to_string(),
    }
}

/// The number that a text begins with, and how many bytes it takes.
fn leading_number(text: &str) -> (f64, usize) {
    let trimmed = text.trim_start_matches([' ', '\t', '\n', '\r']);
    let skipped = text.len() - trimmed.len();
    let bytes = trimmed.as_bytes();
    let mut end = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(end);
    end += whole;
    let mut fraction = 0;
    if bytes.get(end) == Some(&b'.') {
        fraction = digits(end + 1);
        if whole + fraction > 0 {
            end += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return (0.0, 0);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits((end + 1 + sign).min(bytes.len()));
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    (trimmed[..end].parse().unwrap_or(0.0), skipped + end)
}

/// The number that a text is as a whole, blanks aside.
fn whole_number(text: &str) -> Option<f64> {
    let (number, length) = leading_number(text);
    (length > 0 && text[length..].trim().is_empty()).then_some(number)
}
