//! Arrays as text, as numpy prints them: shortest digits that read back as the same number, one precision a column,
//! powers of ten where the sizes ask for them, the middle of large arrays left out.

use super::datetime::{self, NAT, Unit};
use super::{Array, DType, Kind, Scalar, shape};

/// What `np.set_printoptions` sets.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Digits after the point at most.
    pub precision: usize,
    /// Arrays with more elements are summarised.
    pub threshold: usize,
    /// Elements at each end of a summary.
    pub edge_items: usize,
    /// Characters in a line.
    pub line_width: usize,
    /// Whether small numbers are never written as powers of ten.
    pub suppress: bool,
    /// How NaN is written.
    pub nan: String,
    /// How infinity is written.
    pub infinity: String,
    /// Whether positive numbers have a sign: `+`, a blank, or `-` for no.
    pub sign: char,
    /// Whether all numbers have equally many digits: `fixed`, `maxprec_equal`, `maxprec` or `unique`.
    pub float_mode: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            precision: 8,
            threshold: 1000,
            edge_items: 3,
            line_width: 75,
            suppress: false,
            nan: "nan".into(),
            infinity: "inf".into(),
            sign: '-',
            float_mode: "maxprec".into(),
        }
    }
}

/// How a value of the host language is written.
pub type Show<'a> = dyn FnMut(&Scalar) -> Option<String> + 'a;

/// Text in quotes, as Python's `repr` writes it.
pub fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut written = String::from(quote);
    for letter in text.chars() {
        match letter {
            '\\' => written += "\\\\",
            '\n' => written += "\\n",
            '\r' => written += "\\r",
            '\t' => written += "\\t",
            _ if letter == quote => {
                written.push('\\');
                written.push(letter);
            }
            _ if letter.is_control() => written += &format!("\\x{:02x}", letter as u32),
            _ => written.push(letter),
        }
    }
    written.push(quote);
    written
}

/// The word of a unit.
pub fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Generic => "generic time unit",
        Unit::Year => "year",
        Unit::Month => "month",
        Unit::Week => "week",
        Unit::Day => "day",
        Unit::Hour => "hour",
        Unit::Minute => "minute",
        Unit::Second => "second",
        Unit::Milli => "millisecond",
        Unit::Micro => "microsecond",
        Unit::Nano => "nanosecond",
    }
}

/// The shortest digits, as `d.ddde±x`.
fn shortest(number: f64, single: bool) -> (String, i32) {
    let written = if single { format!("{:e}", number as f32) } else { format!("{number:e}") };
    let (digits, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let digits = digits.chars().filter(char::is_ascii_digit).collect();
    (digits, exponent.parse().unwrap_or(0))
}

/// One number by itself, as Python writes it.
pub fn single_float(number: f64, single: bool) -> String {
    if number.is_nan() {
        return "nan".into();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf" } else { "-inf" }.into();
    }
    let (digits, exponent) = shortest(number.abs(), single);
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if (-4..16).contains(&exponent) {
        let text = positional(&digits, exponent);
        let text = if text.ends_with('.') { text + "0" } else { text };
        return format!("{sign}{text}");
    }
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    let direction = if exponent < 0 { '-' } else { '+' };
    format!("{sign}{first}{point}{rest}e{direction}{:02}", exponent.abs())
}

/// Digits with the point where the exponent wants it; a bare point at the end of whole numbers.
fn positional(digits: &str, exponent: i32) -> String {
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat(exponent.unsigned_abs() as usize - 1));
    }
    let whole = exponent as usize + 1;
    match digits.split_at_checked(whole) {
        Some((before, after)) => format!("{before}.{after}"),
        None => format!("{digits}{}.", "0".repeat(whole - digits.len())),
    }
}

/// A number with at most so many digits after the point, without zeros at the end.
fn fixed(number: f64, precision: usize, single: bool, unique: bool) -> String {
    let (digits, exponent) = shortest(number.abs(), single);
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let text = positional(&digits, exponent);
    let after = text.split_once('.').map_or(0, |(_, after)| after.len());
    let text = if after > precision || !unique {
        let rounded = format!("{:.precision$}", number.abs());
        if precision == 0 { rounded + "." } else { rounded }
    } else {
        text
    };
    let trimmed = if unique { text.trim_end_matches('0') } else { &text };
    format!("{sign}{trimmed}")
}

/// A number as a power of ten: sign and digits, and the exponent with its sign.
fn scientific(number: f64, precision: usize, single: bool, unique: bool) -> (String, i32) {
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let (mut digits, mut exponent) =
        if number == 0.0 { ("0".into(), 0) } else { shortest(number.abs(), single) };
    if digits.len() > precision + 1 || !unique {
        let rounded = format!("{:.precision$e}", number.abs());
        let (mantissa, power) = rounded.split_once('e').unwrap_or((&rounded, "0"));
        digits = mantissa.chars().filter(char::is_ascii_digit).collect();
        exponent = power.parse().unwrap_or(0);
    }
    let (first, rest) = digits.split_at(1);
    let rest = if unique { rest.trim_end_matches('0') } else { rest };
    (format!("{sign}{first}.{rest}"), exponent)
}

/// How the numbers of one array are written.
struct Floats<'a> {
    options: &'a Options,
    single: bool,
    left: usize,
    right: usize,
    precision: usize,
    /// Digits of the exponent, where there is one.
    exponent: Option<usize>,
    /// Whether zeros fill up.
    equal: bool,
}

impl<'a> Floats<'a> {
    fn new(numbers: &[f64], single: bool, options: &'a Options) -> Self {
        let finite: Vec<f64> = numbers.iter().copied().filter(|number| number.is_finite()).collect();
        let unique = options.float_mode != "fixed";
        let equal = matches!(options.float_mode.as_str(), "fixed" | "maxprec_equal");
        let precision = if options.float_mode == "unique" { 400 } else { options.precision };
        let mut form = Self { options, single, left: 0, right: 0, precision, exponent: None, equal };
        let sizes = || finite.iter().map(|number| number.abs()).filter(|size| *size != 0.0);
        let largest = sizes().fold(0.0, f64::max);
        let smallest = sizes().fold(f64::INFINITY, f64::min);
        let has_powers = sizes().next().is_some()
            && (largest >= 1e8 || (!options.suppress && (smallest < 1e-4 || largest / smallest > 1000.0)));
        let split = |text: &str| -> (usize, usize) {
            text.split_once('.').map_or((text.len(), 0), |(before, after)| (before.len(), after.len()))
        };
        let longest = |sizes: Vec<(usize, usize)>| -> (usize, usize) {
            sizes.into_iter().fold((0, 0), |most, size| (most.0.max(size.0), most.1.max(size.1)))
        };
        let signed = |text: String| {
            if options.sign != '-' && !text.starts_with('-') {
                format!("{}{text}", options.sign)
            } else {
                text
            }
        };
        if has_powers {
            let parts: Vec<(String, i32)> =
                finite.iter().map(|number| scientific(*number, precision, single, unique)).collect();
            let digits = parts.iter().map(|(_, power)| power.unsigned_abs().to_string().len().max(2)).max();
            let (left, after) =
                longest(parts.iter().map(|(mantissa, _)| split(&signed(mantissa.clone()))).collect());
            let digits = digits.unwrap_or(2);
            form = Self {
                left,
                precision: after,
                right: digits + 2 + after,
                exponent: Some(digits),
                equal: true,
                ..form
            };
        } else if !finite.is_empty() {
            let (left, right) = longest(
                finite
                    .iter()
                    .map(|number| split(&signed(fixed(*number, precision, single, unique))))
                    .collect(),
            );
            let precision = if equal { right } else { precision };
            form = Self { left, right, precision, ..form };
        }
        if finite.len() < numbers.len() {
            let has_negative = numbers.contains(&f64::NEG_INFINITY) || options.sign != '-';
            let infinity = options.infinity.len() + usize::from(has_negative);
            let taken = form.right + 1;
            form.left =
                form.left.max(options.nan.len().saturating_sub(taken)).max(infinity.saturating_sub(taken));
        }
        form
    }

    fn show(&self, number: f64) -> String {
        let plus = |text: String| match self.options.sign {
            sign @ ('+' | ' ') if !text.starts_with('-') => format!("{sign}{text}"),
            _ => text,
        };
        if !number.is_finite() {
            let text = if number.is_nan() {
                if self.options.sign == '+' {
                    format!("+{}", self.options.nan)
                } else {
                    self.options.nan.clone()
                }
            } else if number > 0.0 {
                plus(self.options.infinity.clone())
            } else {
                format!("-{}", self.options.infinity)
            };
            return format!("{text:>width$}", width = self.left + self.right + 1);
        }
        let unique = self.options.float_mode != "fixed";
        if let Some(digits) = self.exponent {
            let (mantissa, power) = scientific(number, self.precision, self.single, unique);
            let (whole, after) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
            let sign = if power < 0 { '-' } else { '+' };
            return format!(
                "{:>left$}.{after:0<precision$}e{sign}{:0digits$}",
                plus(whole.to_owned()),
                power.abs(),
                left = self.left,
                precision = self.precision
            );
        }
        let text = plus(fixed(number, self.precision, self.single, unique));
        let (whole, after) = text.split_once('.').unwrap_or((&text, ""));
        let filled =
            if self.equal { format!("{after:0<right$}", right = self.right) } else { after.to_owned() };
        format!("{whole:>left$}.{filled:<right$}", left = self.left, right = self.right)
    }
}

/// The elements that are shown: all, or the ends of each axis.
fn shown(array: &Array, edge: Option<usize>) -> Array {
    let Some(edge) = edge else { return array.clone() };
    let mut picked = array.clone();
    for axis in 0..array.ndim() {
        let length = picked.length(axis);
        if length > 2 * edge {
            let ends = [picked.narrowed(axis, 0, edge), picked.narrowed(axis, length - edge, edge)];
            picked = super::join::concatenate(&ends, axis as i64).unwrap_or(picked);
        }
    }
    picked
}

/// The texts of elements, padded so that columns stand below each other.
fn texts(array: &Array, options: &Options, show: &mut Show<'_>) -> Vec<String> {
    let scalars = array.scalars();
    let own: Option<Vec<String>> = scalars.iter().map(&mut *show).collect();
    if let Some(own) = own
        && !own.is_empty()
    {
        return own;
    }
    match array.dtype().kind() {
        Kind::Float => {
            let numbers: Vec<f64> = scalars.iter().filter_map(Scalar::to_f64).collect();
            let form = Floats::new(&numbers, array.dtype() == DType::Float32, options);
            numbers.iter().map(|number| form.show(*number)).collect()
        }
        Kind::Bool if array.ndim() > 0 => {
            scalars.iter().map(|scalar| format!("{:>5}", scalar.show(DType::Bool))).collect()
        }
        Kind::Str => scalars.iter().map(|scalar| quoted(&scalar.show(array.dtype()))).collect(),
        Kind::DateTime => {
            let unit = array.dtype().unit().unwrap_or(Unit::Nano);
            padded(ticks(&scalars).map(|ticks| format!("'{}'", datetime::show_point(ticks, unit))).collect())
        }
        Kind::TimeDelta => {
            let text = |ticks: i64| if ticks == NAT { "'NaT'".into() } else { ticks.to_string() };
            padded(ticks(&scalars).map(text).collect())
        }
        Kind::Signed | Kind::Unsigned if options.sign != '-' => {
            let text = |scalar: &Scalar| {
                let text = scalar.show(array.dtype());
                if text.starts_with('-') { text } else { format!("{}{text}", options.sign) }
            };
            padded(scalars.iter().map(text).collect())
        }
        _ => padded(scalars.iter().map(|scalar| scalar.show(array.dtype())).collect()),
    }
}

fn ticks(scalars: &[Scalar]) -> impl Iterator<Item = i64> {
    scalars.iter().map(|scalar| if let Scalar::Int(ticks) = scalar { *ticks } else { NAT })
}

fn padded(texts: Vec<String>) -> Vec<String> {
    let width = texts.iter().map(String::len).max().unwrap_or(0);
    texts.into_iter().map(|text| format!("{text:>width$}")).collect()
}

/// The brackets around the texts.
struct Layout<'a> {
    /// The texts that are shown, in C order.
    words: std::vec::IntoIter<String>,
    separator: &'a str,
    /// How many elements are shown at each end of an axis that is too long.
    edge: Option<usize>,
}

impl Layout<'_> {
    fn is_cut(&self, length: usize) -> bool {
        self.edge.is_some_and(|edge| 2 * edge < length)
    }

    fn write(&mut self, lengths: &[usize], indent: &str, width: usize) -> String {
        let Some((length, inner)) = lengths.split_first() else {
            return self.words.next().unwrap_or_default();
        };
        let cut = self.is_cut(*length);
        let edge = self.edge.unwrap_or(0);
        let count = if cut { 2 * edge } else { *length };
        let separator = self.separator;
        let deeper = format!("{indent} ");
        let mut text = String::new();
        if inner.is_empty() {
            let room = width.saturating_sub(separator.trim_end().len().max(1));
            let mut line = indent.to_owned();
            let mut place = |line: &mut String, word: &str| {
                if line.chars().count() + word.chars().count() > room && line.len() > indent.len() {
                    text += line.trim_end();
                    text.push('\n');
                    *line = indent.to_owned();
                }
                line.push_str(word);
            };
            for item in 0..count {
                if cut && item == edge {
                    place(&mut line, "...");
                    line += separator;
                }
                let word = self.words.next().unwrap_or_default();
                place(&mut line, &word);
                if item + 1 < count {
                    line += separator;
                }
            }
            text += &line;
        } else {
            let line_end = format!("{}{}", separator.trim_end(), "\n".repeat(inner.len()));
            for item in 0..count {
                if cut && item == edge {
                    text += &format!("{indent}...{line_end}");
                }
                text += indent;
                text += &self.write(inner, &deeper, width.saturating_sub(1));
                if item + 1 < count {
                    text += &line_end;
                }
            }
        }
        format!("[{}]", text.get(indent.len()..).unwrap_or(""))
    }
}

/// `np.array2string`: the elements in brackets, lines beginning below `prefix`.
pub fn elements(
    array: &Array,
    options: &Options,
    separator: &str,
    prefix: usize,
    suffix: usize,
    show: &mut Show<'_>,
) -> String {
    if array.size() == 0 {
        return "[]".into();
    }
    let edge = (array.size() > options.threshold).then_some(options.edge_items);
    let words = texts(&shown(array, edge), options, show);
    let indent = " ".repeat(prefix + 1);
    let mut layout = Layout { words: words.into_iter(), separator, edge };
    layout.write(array.shape(), &indent, options.line_width.saturating_sub(suffix))
}

/// `repr(array)`.
pub fn repr(array: &Array, options: &Options, show: &mut Show<'_>) -> String {
    const PREFIX: &str = "array(";
    let list = elements(array, options, ", ", PREFIX.len(), 1, show);
    let mut extras = Vec::new();
    if (array.size() == 0 && array.shape() != [0]) || array.size() > options.threshold {
        extras.push(format!("shape={}", shape::show(array.shape()).replace(',', ", ").replace(", )", ",)")));
    }
    let implied = matches!(array.dtype(), DType::Bool | DType::Int64 | DType::Float64);
    if !implied || array.size() == 0 {
        let name = match array.dtype() {
            DType::Str(_) | DType::DateTime(_) | DType::TimeDelta(_) => format!("'{}'", array.dtype()),
            dtype => dtype.name(),
        };
        extras.push(format!("dtype={name}"));
    }
    if extras.is_empty() {
        return format!("{PREFIX}{list})");
    }
    let text = format!("{PREFIX}{list},");
    let extra = extras.join(", ") + ")";
    let last = text.rsplit('\n').next().map_or(0, |line| line.chars().count());
    let gap = if last + extra.len() + 1 > options.line_width {
        format!("\n{}", " ".repeat(PREFIX.len()))
    } else {
        " ".into()
    };
    format!("{text}{gap}{extra}")
}

/// `str(array)`.
pub fn plain(array: &Array, options: &Options, show: &mut Show<'_>) -> String {
    match array.first() {
        Some(single) if array.ndim() == 0 => show(&single).unwrap_or_else(|| single.show(array.dtype())),
        _ => elements(array, options, " ", 0, 0, show),
    }
}
