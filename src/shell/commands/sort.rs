//! `sort`: lines in order.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;
use std::cmp::Ordering;

const KNOWN: Known = Known::new(
    "bcCdfghik:mMnro:Rst:uVz",
    &[
        ("ignore-leading-blanks", "b"),
        ("check", "c"),
        ("dictionary-order", "d"),
        ("ignore-case", "f"),
        ("general-numeric-sort", "g"),
        ("human-numeric-sort", "h"),
        ("key", "k"),
        ("merge", "m"),
        ("month-sort", "M"),
        ("numeric-sort", "n"),
        ("reverse", "r"),
        ("output", "o"),
        ("random-sort", "R"),
        ("stable", "s"),
        ("field-separator", "t"),
        ("unique", "u"),
        ("version-sort", "V"),
        ("zero-terminated", "z"),
    ],
)
.status(2);

/// How two keys are compared.
#[derive(Clone, Copy, Debug, Default)]
struct Order {
    kind: Option<char>,
    reverse: bool,
    fold: bool,
    dictionary: bool,
    skip_start: bool,
    skip_end: bool,
}

impl Order {
    fn set(&mut self, letter: char) -> bool {
        match letter {
            'b' => (self.skip_start, self.skip_end) = (true, true),
            'd' => self.dictionary = true,
            'f' => self.fold = true,
            'r' => self.reverse = true,
            'g' | 'h' | 'M' | 'n' | 'V' => self.kind = Some(letter),
            'i' => {}
            _ => return false,
        }
        true
    }

    fn is_default(&self) -> bool {
        self.kind.is_none()
            && !self.reverse
            && !self.fold
            && !self.dictionary
            && !self.skip_start
            && !self.skip_end
    }
}

/// From which field and character to which; counted from 1, an end of 0 is the end of its field.
#[derive(Clone, Copy, Debug)]
struct Key {
    start: (usize, usize),
    end: Option<(usize, usize)>,
    order: Order,
}

/// `sort [-bcdfghMnrRsuVz] [-k key] [-t separator] [-o file] [file…]`
pub fn sort(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let mut global = Order::default();
    for given in &options.options {
        global.set(given.letter);
    }
    let mut keys = Vec::new();
    for given in options.options.iter().filter(|given| given.letter == 'k') {
        match key(&given.value, global) {
            Some(key) => keys.push(key),
            None => {
                return call.fail(
                    2,
                    format!("invalid number at field start: invalid count at start of ‘{}’", given.value),
                );
            }
        }
    }
    let separator = match options.value('t') {
        None => None,
        Some("\\0") => Some(0),
        Some(text) if text.len() == 1 => Some(text.as_bytes()[0]),
        Some("") => return call.fail(2, "empty tab"),
        Some(text) => return call.fail(2, format!("multi-character tab ‘{text}’")),
    };
    let mut all = Vec::new();
    for file in options.files() {
        if file != "-"
            && let Err(error) = call.bytes(file)
        {
            let verb = if call.is_folder(file) { "read failed" } else { "cannot read" };
            return call.fail(2, format!("{verb}: {file}: {error}"));
        }
        all.extend(call.read(file)?.unwrap_or_default());
        if all.last().is_some_and(|last| *last != b'\n') && !options.has('z') {
            all.push(b'\n');
        }
    }
    let end = if options.has('z') { 0 } else { b'\n' };
    let mut lines: Vec<&[u8]> = all.split(|byte| *byte == end).collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    let sorting = Sorting { keys, global, separator, whole: !options.has('s') && !options.has('u') };
    if options.last_of("cC").is_some() {
        let name = options.operands.first().map_or("-", String::as_str);
        return check(call, name, &lines, &sorting, options.has('u'), options.has('C'));
    }
    if sorting.keys.is_empty() && sorting.global.is_default() {
        lines.sort_unstable();
    } else {
        // Numbers are read once, not at every comparison.
        let mut prepared: Vec<(Prepared<'_>, &[u8])> =
            lines.iter().map(|line| (sorting.prepare(line), *line)).collect();
        prepared.sort_by(|left, right| sorting.compare(left, right));
        lines = prepared.into_iter().map(|(_, line)| line).collect();
    }
    if options.has('u') {
        lines.dedup_by(|later, earlier| sorting.same(earlier, later));
    }
    let output: Vec<u8> = lines.iter().flat_map(|line| [*line, &[end]].concat()).collect();
    match options.value('o') {
        Some(file) => {
            let path = call.path(file);
            let now = call.system.now;
            match call.system.files.write(&path, output, now) {
                Ok(()) => Ok(0),
                Err(error) => call.fail(2, format!("open failed: {file}: {error}")),
            }
        }
        None => {
            call.print(output)?;
            Ok(0)
        }
    }
}

fn check(
    call: &mut Call<'_, '_>,
    name: &str,
    lines: &[&[u8]],
    sorting: &Sorting,
    unique: bool,
    quiet: bool,
) -> Result<i32, Stop> {
    for (index, pair) in lines.windows(2).enumerate() {
        let (left, right) = (sorting.prepare(pair[0]), sorting.prepare(pair[1]));
        let order = sorting.compare(&(left, pair[0]), &(right, pair[1]));
        if order.is_gt() || unique && sorting.same(pair[0], pair[1]) {
            if !quiet {
                call.complain(format!(
                    "{name}:{}: disorder: {}",
                    index + 2,
                    String::from_utf8_lossy(pair[1])
                ))?;
            }
            return Ok(1);
        }
    }
    Ok(0)
}

struct Sorting {
    keys: Vec<Key>,
    global: Order,
    separator: Option<u8>,
    /// Whether lines with equal keys are compared as a whole.
    whole: bool,
}

/// A key of a line, ready to be compared.
enum Value<'a> {
    Bytes(&'a [u8]),
    Changed(Vec<u8>),
    Number(f64),
    Version(Vec<u8>),
}

type Prepared<'a> = Vec<Value<'a>>;

impl Sorting {
    fn prepare<'a>(&self, line: &'a [u8]) -> Prepared<'a> {
        if self.keys.is_empty() {
            return vec![value(line, self.global)];
        }
        self.keys.iter().map(|key| value(self.part(line, key), key.order)).collect()
    }

    fn compare(&self, left: &(Prepared<'_>, &[u8]), right: &(Prepared<'_>, &[u8])) -> Ordering {
        let found = self.compare_keys(&left.0, &right.0);
        if found.is_ne() || !self.whole {
            return found;
        }
        let whole = left.1.cmp(right.1);
        if self.global.reverse { whole.reverse() } else { whole }
    }

    fn compare_keys(&self, left: &[Value<'_>], right: &[Value<'_>]) -> Ordering {
        for (index, (left, right)) in left.iter().zip(right).enumerate() {
            let order = self.keys.get(index).map_or(self.global, |key| key.order);
            let found = compare(left, right);
            if found.is_ne() {
                return if order.reverse { found.reverse() } else { found };
            }
        }
        Ordering::Equal
    }

    fn same(&self, left: &[u8], right: &[u8]) -> bool {
        self.compare_keys(&self.prepare(left), &self.prepare(right)).is_eq()
    }

    /// The part of a line that is a key.
    fn part<'a>(&self, line: &'a [u8], key: &Key) -> &'a [u8] {
        let from = self.place(line, key.start.0, key.start.1.max(1) - 1, key.order.skip_start);
        let to = match key.end {
            None => line.len(),
            Some((field, 0)) => self.field(line, field).1,
            Some((field, character)) => self.place(line, field, character, key.order.skip_end),
        };
        if from < to { &line[from..to] } else { &[] }
    }

    fn place(&self, line: &[u8], field: usize, offset: usize, skip_blanks: bool) -> usize {
        let (mut start, _) = self.field(line, field);
        if skip_blanks {
            start += line[start..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        }
        (start + offset).min(line.len())
    }

    /// Where a field begins and ends.
    fn field(&self, line: &[u8], number: usize) -> (usize, usize) {
        let mut start = 0;
        for _ in 1..number {
            start = match self.separator {
                Some(separator) => match line[start..].iter().position(|byte| *byte == separator) {
                    Some(length) => start + length + 1,
                    None => return (line.len(), line.len()),
                },
                None => end_of_blank_field(line, start),
            };
        }
        let end = match self.separator {
            Some(separator) => line[start..]
                .iter()
                .position(|byte| *byte == separator)
                .map_or(line.len(), |length| start + length),
            None => end_of_blank_field(line, start),
        };
        (start, end)
    }
}

/// Without a separator a field begins with the blanks before it.
fn end_of_blank_field(line: &[u8], start: usize) -> usize {
    let is_blank = |byte: &&u8| matches!(**byte, b' ' | b'\t');
    let blanks = line[start..].iter().take_while(is_blank).count();
    start + blanks + line[start + blanks..].iter().take_while(|byte| !is_blank(byte)).count()
}

/// `2,3nr`, `1.2,1.4`
fn key(text: &str, global: Order) -> Option<Key> {
    let (start, end) = match text.split_once(',') {
        Some((start, end)) => (start, Some(end)),
        None => (text, None),
    };
    let mut order = Order::default();
    let (start, letters) = position(start)?;
    let skips_start = letters.contains('b');
    let mut all = letters.to_owned();
    let mut skips_end = false;
    let end = match end {
        None => None,
        Some(end) => {
            let (end, letters) = position(end)?;
            skips_end = letters.contains('b');
            all.push_str(letters);
            Some(end)
        }
    };
    if start.0 == 0 || !all.chars().all(|letter| order.set(letter)) {
        return None;
    }
    (order.skip_start, order.skip_end) = (skips_start, skips_end);
    let order = if all.is_empty() { global } else { order };
    Some(Key { start, end, order })
}

fn position(text: &str) -> Option<((usize, usize), &str)> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let length = digits(text);
    let field = text[..length].parse().ok()?;
    let rest = &text[length..];
    match rest.strip_prefix('.') {
        None => Some(((field, 0), rest)),
        Some(rest) => {
            let length = digits(rest);
            Some(((field, rest[..length].parse().ok()?), &rest[length..]))
        }
    }
}

fn value(bytes: &[u8], order: Order) -> Value<'_> {
    match order.kind {
        Some('n') => Value::Number(number(bytes, false)),
        Some('g') => Value::Number(general(bytes)),
        Some('h') => Value::Number(number(bytes, true)),
        Some('M') => Value::Number(month(bytes)),
        Some('V') => Value::Version(bytes.to_vec()),
        _ if order.fold || order.dictionary => {
            let kept = bytes
                .iter()
                .filter(|byte| !order.dictionary || byte.is_ascii_alphanumeric() || **byte == b' ');
            Value::Changed(
                kept.map(|byte| if order.fold { byte.to_ascii_uppercase() } else { *byte }).collect(),
            )
        }
        _ => Value::Bytes(bytes),
    }
}

fn compare(left: &Value<'_>, right: &Value<'_>) -> Ordering {
    match (left, right) {
        (Value::Bytes(left), Value::Bytes(right)) => left.cmp(right),
        (Value::Changed(left), Value::Changed(right)) => left.cmp(right),
        (Value::Number(left), Value::Number(right)) => left.total_cmp(right),
        (Value::Version(left), Value::Version(right)) => version(left, right),
        _ => Ordering::Equal,
    }
}

/// A number at the beginning, else 0; with the letters of sizes when they count.
fn number(bytes: &[u8], human: bool) -> f64 {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches([' ', '\t']);
    let end = text
        .char_indices()
        .find(|(at, character)| {
            !(character.is_ascii_digit() || *character == '.' || *at == 0 && *character == '-')
        })
        .map_or(text.len(), |(at, _)| at);
    let value: f64 = text[..end].parse().unwrap_or(0.0);
    let power = if human {
        text[end..].chars().next().and_then(|letter| "KMGTPE".find(letter.to_ascii_uppercase()))
    } else {
        None
    };
    // Equal numbers are equal whatever their sign.
    let scaled = power.map_or(value, |power| value * 1024_f64.powi(power as i32 + 1));
    if scaled == 0.0 { 0.0 } else { scaled }
}

fn general(bytes: &[u8]) -> f64 {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start();
    let ends = (0..=text.len()).rev().filter(|end| text.is_char_boundary(*end));
    let found = ends.filter_map(|end| text[..end].parse::<f64>().ok()).next();
    found.map_or(f64::NEG_INFINITY, |value| if value == 0.0 { 0.0 } else { value })
}

fn month(bytes: &[u8]) -> f64 {
    let text = String::from_utf8_lossy(bytes).trim_start().to_ascii_uppercase();
    let names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    names.iter().position(|name| text.starts_with(name)).map_or(0.0, |index| index as f64 + 1.0)
}

/// As GNU compares versions: digits as numbers, the rest as text.
fn version(left: &[u8], right: &[u8]) -> Ordering {
    let (mut left, mut right) = (left, right);
    loop {
        let text = |bytes: &[u8]| bytes.iter().take_while(|byte| !byte.is_ascii_digit()).count();
        let (left_text, right_text) = (text(left), text(right));
        let weight = |byte: Option<&u8>| match byte {
            None => 0,
            Some(b'~') => -1,
            Some(byte) if byte.is_ascii_alphabetic() => i32::from(*byte),
            Some(byte) => i32::from(*byte) + 256,
        };
        for at in 0..left_text.max(right_text) {
            let (one, other) = (left[..left_text].get(at), right[..right_text].get(at));
            let found = weight(one).cmp(&weight(other));
            if found.is_ne() {
                return found;
            }
        }
        (left, right) = (&left[left_text..], &right[right_text..]);
        let digits = |bytes: &[u8]| bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (left_digits, right_digits) = (digits(left), digits(right));
        let value = |bytes: &[u8]| {
            let start = bytes.iter().take_while(|byte| **byte == b'0').count();
            bytes[start..].to_vec()
        };
        let (one, other) = (value(&left[..left_digits]), value(&right[..right_digits]));
        let found = one.len().cmp(&other.len()).then_with(|| one.cmp(&other));
        if found.is_ne() {
            return found;
        }
        (left, right) = (&left[left_digits..], &right[right_digits..]);
        if left.is_empty() || right.is_empty() {
            return left.len().cmp(&right.len());
        }
    }
}
