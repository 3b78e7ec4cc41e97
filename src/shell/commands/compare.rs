//! `cmp`, `comm` and `expr`.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::regex::{Regex, Syntax};
use crate::shell::stop::Stop;
use std::cmp::Ordering;

/// `cmp [-s] one other`
pub fn cmp(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("bls", &[("quiet", "s"), ("silent", "s")]).status(2))?;
    let [one, other, ..] = options.operands.as_slice() else { return call.fail(2, "missing operand") };
    let (Some(left), Some(right)) = (call.read(one)?, call.read(other)?) else { return Ok(2) };
    let at = left.iter().zip(&right).position(|(left, right)| left != right);
    let message = match at {
        Some(at) => {
            let line = left[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            format!("{one} {other} differ: byte {}, line {line}", at + 1)
        }
        None if left.len() == right.len() => return Ok(0),
        None => {
            let (short, bytes) = if left.len() < right.len() { (one, &left) } else { (other, &right) };
            if !options.has('s') {
                let line = bytes.iter().filter(|byte| **byte == b'\n').count();
                let place = if bytes.last() == Some(&b'\n') {
                    format!("line {line}")
                } else {
                    format!("in line {}", line + 1)
                };
                let count = bytes.len();
                let text = if count == 0 {
                    format!("EOF on {short} which is empty")
                } else {
                    format!("EOF on {short} after byte {count}, {place}")
                };
                call.complain(text)?;
            }
            return Ok(1);
        }
    };
    if !options.has('s') {
        call.line(message)?;
    }
    Ok(1)
}

/// `comm [-123] one other`
pub fn comm(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("123z", &[("output-delimiter", "o:")]))?;
    let [one, other] = options.operands.as_slice() else { return call.fail(1, "missing operand") };
    let (Some(left), Some(right)) = (call.read(one)?, call.read(other)?) else { return Ok(1) };
    let lines =
        |bytes: &[u8]| -> Vec<String> { String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect() };
    let (left, right) = (lines(&left), lines(&right));
    let (mut at, mut other_at) = (0, 0);
    let gap = options.value('o').unwrap_or("\t").to_owned();
    let shown = ['1', '2', '3'].map(|letter| !options.has(letter));
    while at < left.len() || other_at < right.len() {
        let order = match (left.get(at), right.get(other_at)) {
            (Some(one), Some(other)) => one.cmp(other),
            (Some(_), None) => Ordering::Less,
            _ => Ordering::Greater,
        };
        let (column, text) = match order {
            Ordering::Less => (0, &left[at]),
            Ordering::Greater => (1, &right[other_at]),
            Ordering::Equal => (2, &left[at]),
        };
        at += usize::from(order.is_le());
        other_at += usize::from(order.is_ge());
        if shown[column] {
            let before = shown[..column].iter().filter(|shown| **shown).count();
            call.line(format!("{}{text}", gap.repeat(before)))?;
        }
    }
    Ok(0)
}

/// `expr expression`
pub fn expr(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    if call.arguments.is_empty() {
        call.complain("missing operand")?;
        return Ok(2);
    }
    let mut reading = Reading { words: call.arguments, at: 0 };
    let found = reading.or().and_then(|value| match reading.words.get(reading.at) {
        Some(extra) => Err(format!("syntax error: unexpected argument ‘{extra}’")),
        None => Ok(value),
    });
    match found {
        Ok(value) => {
            call.line(&value)?;
            Ok(i32::from(is_false(&value)))
        }
        Err(message) => call.fail(2, message),
    }
}

fn is_false(value: &str) -> bool {
    value.is_empty() || value.parse() == Ok(0_i64)
}

struct Reading<'a> {
    words: &'a [String],
    at: usize,
}

impl Reading<'_> {
    fn take(&mut self, wanted: &[&str]) -> Option<String> {
        let word = self.words.get(self.at).filter(|word| wanted.contains(&word.as_str()))?.clone();
        self.at += 1;
        Some(word)
    }

    fn or(&mut self) -> Result<String, String> {
        let mut left = self.and()?;
        while self.take(&["|"]).is_some() {
            let right = self.and()?;
            left = match (is_false(&left), is_false(&right)) {
                (false, _) => left,
                (true, false) => right,
                (true, true) => "0".into(),
            };
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<String, String> {
        let mut left = self.comparison()?;
        while self.take(&["&"]).is_some() {
            let right = self.comparison()?;
            left = if is_false(&left) || is_false(&right) { "0".into() } else { left };
        }
        Ok(left)
    }

    fn comparison(&mut self) -> Result<String, String> {
        let mut left = self.sum()?;
        while let Some(sign) = self.take(&["<", "<=", "=", "==", "!=", ">=", ">"]) {
            let right = self.sum()?;
            let order = match (left.parse::<i64>(), right.parse::<i64>()) {
                (Ok(left), Ok(right)) => left.cmp(&right),
                _ => left.cmp(&right),
            };
            let holds = match sign.as_str() {
                "<" => order.is_lt(),
                "<=" => order.is_le(),
                "!=" => order.is_ne(),
                ">=" => order.is_ge(),
                ">" => order.is_gt(),
                _ => order.is_eq(),
            };
            left = i32::from(holds).to_string();
        }
        Ok(left)
    }

    fn sum(&mut self) -> Result<String, String> {
        let mut left = self.product()?;
        while let Some(sign) = self.take(&["+", "-"]) {
            let (one, other) = numbers(&left, &self.product()?)?;
            left = if sign == "+" { one.wrapping_add(other) } else { one.wrapping_sub(other) }.to_string();
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<String, String> {
        let mut left = self.matching()?;
        while let Some(sign) = self.take(&["*", "/", "%"]) {
            let (one, other) = numbers(&left, &self.matching()?)?;
            left = match sign.as_str() {
                "*" => one.wrapping_mul(other),
                _ if other == 0 => return Err("division by zero".into()),
                "/" => one.wrapping_div(other),
                _ => one.wrapping_rem(other),
            }
            .to_string();
        }
        Ok(left)
    }

    fn matching(&mut self) -> Result<String, String> {
        let mut left = self.one()?;
        while self.take(&[":"]).is_some() {
            let right = self.one()?;
            left = matched(&left, &right)?;
        }
        Ok(left)
    }

    fn one(&mut self) -> Result<String, String> {
        let missing = || "syntax error: missing argument after expression".to_owned();
        let word = self.words.get(self.at).cloned().ok_or_else(missing)?;
        self.at += 1;
        match word.as_str() {
            "(" => {
                let value = self.or()?;
                self.take(&[")"]).map(|_| value).ok_or_else(|| "syntax error: expecting ')'".into())
            }
            "length" if self.at < self.words.len() => Ok(self.one()?.chars().count().to_string()),
            "match" if self.at + 1 < self.words.len() => {
                let (text, pattern) = (self.one()?, self.one()?);
                matched(&text, &pattern)
            }
            "substr" if self.at + 2 < self.words.len() => {
                let (text, start, length) = (self.one()?, self.one()?, self.one()?);
                let (start, length) = numbers(&start, &length)?;
                if start < 1 || length < 1 {
                    return Ok(String::new());
                }
                Ok(text.chars().skip(start as usize - 1).take(length as usize).collect())
            }
            "index" if self.at + 1 < self.words.len() => {
                let (text, wanted) = (self.one()?, self.one()?);
                let at = text.chars().position(|character| wanted.contains(character));
                Ok(at.map_or(0, |at| at + 1).to_string())
            }
            _ => Ok(word),
        }
    }
}

fn numbers(left: &str, right: &str) -> Result<(i64, i64), String> {
    match (left.parse(), right.parse()) {
        (Ok(left), Ok(right)) => Ok((left, right)),
        _ => Err("non-integer argument".into()),
    }
}

/// What a pattern at the beginning takes: its first group, or how long it is.
fn matched(text: &str, pattern: &str) -> Result<String, String> {
    let regex = Regex::new(&format!("^{pattern}"), Syntax::Basic, false)?;
    let found = regex.find(text.as_bytes(), 0);
    Ok(if regex.groups() > 0 {
        found.and_then(|found| found.group(1)).map(|range| text[range].to_owned()).unwrap_or_default()
    } else {
        found.map_or(0, |found| text[found.range()].chars().count()).to_string()
    })
}
