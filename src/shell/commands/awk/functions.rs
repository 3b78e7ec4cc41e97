//! The functions that awk has.

use super::output;
use super::parse::{Expression, Place};
use super::records::{split, split_at};
use super::run::{Machine, Running};
use super::value::Value;
use crate::base::time::Timestamp;
use crate::shell::commands::date;
use crate::shell::format::Directive;
use crate::shell::regex::{Found, Regex};
use crate::shell::stop::Stop;
use std::rc::Rc;

impl Machine<'_, '_, '_, '_> {
    pub(super) fn builtin(&mut self, name: &str, arguments: &[Expression]) -> Running<Value> {
        let number = |machine: &mut Self, index: usize| -> Running<f64> {
            match arguments.get(index) {
                Some(argument) => Ok(machine.evaluate(argument)?.number()),
                None => Ok(0.0),
            }
        };
        Ok(match name {
            "length" => match arguments.first() {
                None => Value::Number(self.field(0).chars().count() as f64),
                Some(Expression::Get(Place::Variable(array))) if self.is_array(array) => {
                    Value::Number(self.array(array).borrow().len() as f64)
                }
                Some(argument) => Value::Number(self.text_of(argument)?.chars().count() as f64),
            },
            "substr" => {
                let text = self.text_of(self.needed(name, arguments, 0)?)?;
                let start = number(self, 1)?.round_ties_even();
                let length =
                    if arguments.len() > 2 { number(self, 2)?.round_ties_even() } else { f64::INFINITY };
                let end = start + length;
                let letters = text.chars().enumerate();
                let inside = letters.filter(|(index, _)| {
                    let place = *index as f64 + 1.0;
                    place >= start && place < end
                });
                Value::text(inside.map(|(_, letter)| letter).collect::<String>())
            }
            "index" => {
                let text = self.text_of(self.needed(name, arguments, 0)?)?;
                let wanted = self.text_of(self.needed(name, arguments, 1)?)?;
                let at = text.find(&*wanted).map_or(0, |at| text[..at].chars().count() + 1);
                Value::Number(at as f64)
            }
            "split" => self.split(arguments)?,
            "sub" | "gsub" => self.substitute(arguments, name == "gsub")?,
            "gensub" => self.general_substitute(arguments)?,
            "match" => self.find_match(arguments)?,
            "sprintf" => {
                let values = self.values(arguments)?;
                Value::text(self.formatted(&values)?)
            }
            "tolower" => Value::text(self.text_of(self.needed(name, arguments, 0)?)?.to_lowercase()),
            "toupper" => Value::text(self.text_of(self.needed(name, arguments, 0)?)?.to_uppercase()),
            "int" => Value::Number(number(self, 0)?.trunc()),
            "sqrt" => Value::Number(number(self, 0)?.sqrt()),
            "exp" => Value::Number(number(self, 0)?.exp()),
            "log" => Value::Number(number(self, 0)?.ln()),
            "sin" => Value::Number(number(self, 0)?.sin()),
            "cos" => Value::Number(number(self, 0)?.cos()),
            "atan2" => Value::Number(number(self, 0)?.atan2(number(self, 1)?)),
            "rand" => Value::Number(f64::from(self.random.next_u32()) / 4_294_967_296.0),
            "srand" => {
                let before = self.seed;
                self.seed = if arguments.is_empty() {
                    (self.call.system.now.0 / 1000) as f64
                } else {
                    number(self, 0)?
                };
                self.random = crate::base::random::Mt19937::from_seed(self.seed as u32);
                Value::Number(before)
            }
            "systime" => Value::Number((self.call.system.now.0 / 1000) as f64),
            "strftime" => {
                let pattern = match arguments.first() {
                    Some(pattern) => self.text_of(pattern)?,
                    None => Rc::from("%a %b %e %H:%M:%S %Z %Y"),
                };
                let time = if arguments.len() > 1 {
                    Timestamp((number(self, 1)? * 1000.0) as i64)
                } else {
                    self.call.system.now
                };
                Value::text(date::format(time, &pattern))
            }
            "system" => {
                let command = self.text_of(self.needed(name, arguments, 0)?)?;
                Value::Number(f64::from(output::run(self.call, &command, Vec::new())?))
            }
            "close" => {
                let name = self.text_of(self.needed(name, arguments, 0)?)?;
                let read = self.readers.remove(&*name).is_some();
                let written = self.outputs.close(self.call, &name)?;
                Value::Number(if read { 0.0 } else { f64::from(written) })
            }
            "fflush" => {
                self.call.flush()?;
                Value::Number(0.0)
            }
            _ => return Err(self.broken(format!("function `{name}' not defined"))),
        })
    }

    fn needed<'e>(&self, name: &str, arguments: &'e [Expression], index: usize) -> Running<&'e Expression> {
        arguments.get(index).ok_or_else(|| self.broken(format!("{name}: too few arguments")))
    }

    fn values(&mut self, arguments: &[Expression]) -> Running<Vec<Value>> {
        arguments.iter().map(|argument| self.evaluate(argument)).collect()
    }

    /// An argument that is a regular expression, or text that is one.
    pub(super) fn regex(&mut self, argument: &Expression) -> Running<Rc<Regex>> {
        if let Expression::Regex(regex) = argument {
            return Ok(Rc::clone(regex));
        }
        let text = self.text_of(argument)?;
        self.regex_of(&text)
    }

    fn split(&mut self, arguments: &[Expression]) -> Running<Value> {
        let text = self.text_of(self.needed("split", arguments, 0)?)?;
        let Expression::Get(Place::Variable(array)) = self.needed("split", arguments, 1)? else {
            return Err(self.broken("split: second argument is not an array".into()));
        };
        let parts = match arguments.get(2) {
            Some(Expression::Regex(regex)) if text.is_empty() => {
                let _ = regex;
                Vec::new()
            }
            Some(Expression::Regex(regex)) => split_at(&text, regex),
            Some(separator) => {
                let separator = self.text_of(separator)?;
                split(&text, &separator, false).map_err(|message| self.broken(message))?
            }
            None => {
                let separator = self.global_text("FS");
                split(&text, &separator, false).map_err(|message| self.broken(message))?
            }
        };
        let array = self.array(array);
        let mut array = array.borrow_mut();
        array.clear();
        for (index, part) in parts.iter().enumerate() {
            array.insert((index + 1).to_string(), Value::input(part));
        }
        Ok(Value::Number(parts.len() as f64))
    }

    fn substitute(&mut self, arguments: &[Expression], global: bool) -> Running<Value> {
        let regex = self.regex(self.needed("sub", arguments, 0)?)?;
        let with = self.text_of(self.needed("sub", arguments, 1)?)?;
        let record = Expression::Get(Place::Field(Box::new(Expression::Number(0.0))));
        let target = arguments.get(2).unwrap_or(&record);
        let text = self.text_of(target)?;
        let (changed, count) = replaced(&text, &regex, if global { None } else { Some(1) }, |found| {
            filled(&with, &text, found, false)
        });
        if count > 0
            && let Expression::Get(place) = target
        {
            self.assign(place, Value::text(changed))?;
        }
        Ok(Value::Number(count as f64))
    }

    /// `gensub(regex, with, how, text)`
    fn general_substitute(&mut self, arguments: &[Expression]) -> Running<Value> {
        let regex = self.regex(self.needed("gensub", arguments, 0)?)?;
        let with = self.text_of(self.needed("gensub", arguments, 1)?)?;
        let how = self.evaluate(self.needed("gensub", arguments, 2)?)?;
        let text = match arguments.get(3) {
            Some(target) => self.text_of(target)?,
            None => Rc::from(self.field(0)),
        };
        let shown = how.to_text("%.6g");
        let number = if shown.starts_with(['g', 'G']) { None } else { Some(how.number().max(1.0) as usize) };
        let (changed, _) = replaced(&text, &regex, number, |found| filled(&with, &text, found, true));
        Ok(Value::text(changed))
    }

    fn find_match(&mut self, arguments: &[Expression]) -> Running<Value> {
        let text = self.text_of(self.needed("match", arguments, 0)?)?;
        let regex = self.regex(self.needed("match", arguments, 1)?)?;
        let found = regex.find(text.as_bytes(), 0);
        let (start, length) = match &found {
            Some(found) => {
                let range = found.range();
                (text[..range.start].chars().count() as f64 + 1.0, text[range].chars().count() as f64)
            }
            None => (0.0, -1.0),
        };
        if let Some(Expression::Get(Place::Variable(array))) = arguments.get(2) {
            let array = self.array(array);
            let mut array = array.borrow_mut();
            array.clear();
            if let Some(found) = &found {
                for group in 0..found.groups() {
                    if let Some(range) = found.group(group) {
                        array.insert(group.to_string(), Value::input(&text[range]));
                    }
                }
            }
        }
        self.set_global_value("RSTART", Value::Number(start));
        self.set_global_value("RLENGTH", Value::Number(length));
        Ok(Value::Number(start))
    }

    /// What `printf` prints.
    pub(super) fn formatted(&mut self, values: &[Value]) -> Running<String> {
        let convert = self.global_text("CONVFMT");
        let Some((format, arguments)) = values.split_first() else { return Ok(String::new()) };
        let format = format.to_text(&convert);
        let mut output: Vec<u8> = Vec::new();
        let mut used = 0;
        let mut rest = format.as_bytes();
        while let Some(at) = rest.iter().position(|byte| *byte == b'%') {
            output.extend_from_slice(&rest[..at]);
            rest = &rest[at + 1..];
            if rest.first() == Some(&b'%') {
                output.push(b'%');
                rest = &rest[1..];
                continue;
            }
            let mut starred = used;
            let parsed = Directive::parse(rest, &mut || {
                starred += 1;
                arguments.get(starred - 1).map_or(0, |value| value.number() as i64)
            });
            used = starred;
            let Some((directive, length)) = parsed else {
                output.push(b'%');
                break;
            };
            rest = &rest[length..];
            let Some(value) =
                arguments.get(used).or(Some(&Value::Nothing)).filter(|_| used < arguments.len())
            else {
                return Err(self.broken("not enough arguments to satisfy format string".into()));
            };
            used += 1;
            match directive.kind {
                'd' | 'i' | 'o' | 'u' | 'x' | 'X' => {
                    let number = value.number();
                    if number.is_finite() {
                        output.extend(directive.integer(number.trunc() as i64).into_bytes());
                    } else {
                        output.extend(Directive { kind: 'f', ..directive }.float(number).into_bytes());
                    }
                }
                'f' | 'F' | 'e' | 'E' | 'g' | 'G' => {
                    output.extend(directive.float(value.number()).into_bytes())
                }
                'c' => {
                    let text = match value.as_number().filter(|_| !matches!(value, Value::Text(_))) {
                        Some(code) => char::from_u32(code as u32).map(String::from).unwrap_or_default(),
                        None => value.to_text(&convert).chars().take(1).collect(),
                    };
                    output.extend(directive.text(text.as_bytes(), true));
                }
                's' => output.extend(directive.text(value.to_text(&convert).as_bytes(), true)),
                other => {
                    return Err(self.broken(format!("`%{other}' is not a format")));
                }
            }
        }
        output.extend_from_slice(rest);
        Ok(String::from_utf8_lossy(&output).into_owned())
    }
}

/// A text with matches replaced: all of them, or the one of that number. And how many were.
fn replaced(
    text: &str,
    regex: &Regex,
    number: Option<usize>,
    with: impl Fn(&Found) -> String,
) -> (String, usize) {
    let bytes = text.as_bytes();
    let mut changed = String::new();
    let (mut kept, mut from, mut seen, mut count) = (0, 0, 0, 0);
    let mut last_end = None;
    while from <= text.len() {
        let Some(found) = regex.find(bytes, from) else { break };
        let range = found.range();
        let next = |at: usize| at + text[at..].chars().next().map_or(1, char::len_utf8);
        if range.is_empty() && last_end == Some(range.start) {
            from = next(range.start);
            continue;
        }
        last_end = Some(range.end);
        seen += 1;
        if number.is_none_or(|number| number == seen) {
            changed.push_str(&text[kept..range.start]);
            changed.push_str(&with(&found));
            kept = range.end;
            count += 1;
            if number.is_some() {
                break;
            }
        }
        from = if range.is_empty() { next(range.end) } else { range.end };
    }
    changed.push_str(&text[kept..]);
    (changed, count)
}

/// A replacement with `&`, and with `\1` where groups are known, filled in.
fn filled(with: &str, text: &str, found: &Found, groups: bool) -> String {
    let mut output = String::new();
    let mut characters = with.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '&' => output.push_str(&text[found.range()]),
            '\\' => match characters.peek().copied() {
                Some('&') => {
                    output.push('&');
                    characters.next();
                }
                Some('\\') => {
                    output.push('\\');
                    characters.next();
                }
                Some(digit) if groups && digit.is_ascii_digit() => {
                    characters.next();
                    let number = digit.to_digit(10).unwrap_or(0) as usize;
                    output.push_str(found.group(number).map_or("", |range| &text[range]));
                }
                _ => output.push('\\'),
            },
            other => output.push(other),
        }
    }
    output
}

impl From<Stop> for super::run::Halt {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}
