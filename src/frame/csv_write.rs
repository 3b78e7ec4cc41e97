//! CSV from fields.

/// When a field stands in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// When it must.
    Minimal,
    /// Always.
    All,
    /// When it is no number.
    NotNumbers,
    /// Never.
    Never,
}

/// How fields are written.
#[derive(Clone, Debug)]
pub struct Writing {
    /// What stands between fields.
    pub separator: char,
    /// What quoted fields stand between.
    pub quote: char,
    /// When they do.
    pub quoting: Quoting,
    /// What ends a line.
    pub line_end: String,
}

/// Writes a line of fields, each with whether it is a number.
pub fn line<'a>(out: &mut String, fields: impl ExactSizeIterator<Item = (&'a str, bool)>, writing: &Writing) {
    let alone = fields.len() == 1;
    for (place, (field, is_number)) in fields.enumerate() {
        if place > 0 {
            out.push(writing.separator);
        }
        let special =
            |one: char| one == writing.separator || one == writing.quote || one == '\n' || one == '\r';
        let quoted = match writing.quoting {
            Quoting::Minimal => field.contains(special) || (alone && field.is_empty()),
            Quoting::All => true,
            Quoting::NotNumbers => !is_number,
            Quoting::Never => false,
        };
        if quoted {
            out.push(writing.quote);
            for one in field.chars() {
                if one == writing.quote {
                    out.push(one);
                }
                out.push(one);
            }
            out.push(writing.quote);
        } else {
            out.push_str(field);
        }
    }
    out.push_str(&writing.line_end);
}

/// A float with as few digits as say which one it is, as Python writes it.
pub fn float(value: f64) -> String {
    if value.is_nan() {
        return String::new();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".to_owned() } else { "-inf".to_owned() };
    }
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = exponent.strip_prefix('-').map_or(("+", exponent), |exponent| ("-", exponent));
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    let text = format!("{value}");
    if text.contains('.') { text } else { text + ".0" }
}
