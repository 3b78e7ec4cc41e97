//! References and functions: `$(name)`, `$(name:.c=.o)`, `$(wildcard *.py)`.

use super::parse::{Held, Makefile, Origin};
use crate::shell::call::Call;
use crate::shell::stop::Stop;
use crate::shell::stream::Stream;
use std::collections::BTreeMap;

/// A variable that refers to itself goes on so far.
const DEEPEST: usize = 100;

type Said<T> = Result<Result<T, String>, Stop>;

/// Does something with what was said, or hands on why not.
macro_rules! said {
    ($said:expr) => {
        match $said {
            Ok(value) => value,
            Err(message) => return Ok(Err(message)),
        }
    };
}

/// Text being expanded.
pub(super) struct Expanding<'a> {
    makefile: &'a mut Makefile,
    automatic: &'a BTreeMap<String, String>,
    /// `$(1)` and on, within `$(call …)`, and the variable of `$(foreach …)`.
    locals: Vec<(String, String)>,
}

impl<'a> Expanding<'a> {
    pub fn new(makefile: &'a mut Makefile, automatic: &'a BTreeMap<String, String>) -> Self {
        Self { makefile, automatic, locals: Vec::new() }
    }

    pub fn text(&mut self, source: &str, depth: usize, call: &mut Call<'_, '_>) -> Said<String> {
        if depth > DEEPEST {
            return Ok(Err(format!(
                "*** Recursive variable '{}' references itself (eventually).",
                source.trim()
            )));
        }
        let mut output = String::new();
        let mut rest = source;
        while let Some(at) = rest.find('$') {
            output.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let Some(next) = rest.chars().next() else {
                output.push('$');
                break;
            };
            match next {
                '$' => {
                    output.push('$');
                    rest = &rest[1..];
                }
                '(' | '{' => {
                    let Some(length) = closing(rest) else {
                        return Ok(Err("*** unterminated variable reference.".into()));
                    };
                    let inner = &rest[1..length];
                    let value = said!(self.reference(inner, depth, call)?);
                    output.push_str(&value);
                    rest = &rest[length + 1..];
                }
                other => {
                    let value = said!(self.variable(&other.to_string(), depth, call)?);
                    output.push_str(&value);
                    rest = &rest[other.len_utf8()..];
                }
            }
        }
        output.push_str(rest);
        Ok(Ok(output))
    }

    fn variable(&mut self, name: &str, depth: usize, call: &mut Call<'_, '_>) -> Said<String> {
        if let Some((_, value)) = self.locals.iter().rev().find(|(local, _)| local == name) {
            return Ok(Ok(value.clone()));
        }
        if let Some(value) = self.automatic.get(name) {
            return Ok(Ok(value.clone()));
        }
        match self.makefile.variables.get(name).cloned() {
            None => Ok(Ok(String::new())),
            Some(Held { value, recursive: false, .. }) => Ok(Ok(value)),
            Some(Held { value, .. }) => {
                if depth + 1 > DEEPEST {
                    return Ok(Err(format!(
                        "*** Recursive variable '{name}' references itself (eventually)."
                    )));
                }
                self.text(&value, depth + 1, call)
            }
        }
    }

    fn reference(&mut self, inner: &str, depth: usize, call: &mut Call<'_, '_>) -> Said<String> {
        if let Some((function, arguments)) = inner.split_once([' ', '\t'])
            && FUNCTIONS.contains(&function)
        {
            return self.function(function, arguments.trim_start(), depth, call);
        }
        let inner = said!(self.text(inner, depth + 1, call)?);
        if let Some((name, change)) = inner.split_once(':')
            && let Some((from, to)) = change.split_once('=')
        {
            let value = said!(self.variable(name, depth, call)?);
            let (from, to) = if from.contains('%') {
                (from.to_owned(), to.to_owned())
            } else {
                (format!("%{from}"), format!("%{to}"))
            };
            return Ok(Ok(each(&value, |word| substituted(word, &from, &to))));
        }
        self.variable(&inner, depth, call)
    }

    fn function(
        &mut self,
        name: &str,
        arguments: &str,
        depth: usize,
        call: &mut Call<'_, '_>,
    ) -> Said<String> {
        let parts = split_arguments(arguments);
        // These decide by themselves what of their arguments is looked at.
        match name {
            "if" | "or" | "and" | "foreach" => return self.lazy(name, &parts, depth, call),
            _ => {}
        }
        let mut values = Vec::with_capacity(parts.len());
        for part in &parts {
            values.push(said!(self.text(part, depth + 1, call)?));
        }
        let value = |index: usize| values.get(index).map_or("", String::as_str);
        // What stands last may hold commas.
        let from = |index: usize| values.get(index..).unwrap_or_default().join(",");
        let number = |index: usize| value(index).trim().parse::<usize>().unwrap_or(0);
        Ok(Ok(match name {
            "subst" => from(2).replace(value(0), value(1)),
            "patsubst" => each(&from(2), |word| substituted(word, value(0).trim(), value(1).trim())),
            "strip" => from(0).split_whitespace().collect::<Vec<_>>().join(" "),
            "findstring" => {
                if from(1).contains(value(0)) {
                    value(0).to_owned()
                } else {
                    String::new()
                }
            }
            "filter" | "filter-out" => {
                let patterns: Vec<String> = value(0).split_whitespace().map(str::to_owned).collect();
                let fits = |word: &str| {
                    patterns.iter().any(|pattern| stem(pattern, word).is_some() || pattern == word)
                };
                from(1)
                    .split_whitespace()
                    .filter(|word| fits(word) == (name == "filter"))
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            "sort" => {
                let mut words: Vec<String> = from(0).split_whitespace().map(str::to_owned).collect();
                words.sort();
                words.dedup();
                words.join(" ")
            }
            "word" => {
                from(1).split_whitespace().nth(number(0).wrapping_sub(1)).unwrap_or_default().to_owned()
            }
            "wordlist" => {
                let (start, end) = (number(0), number(1));
                let text = from(2);
                let words = text.split_whitespace().enumerate();
                words
                    .filter(|(index, _)| (start..=end).contains(&(index + 1)))
                    .map(|(_, word)| word)
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            "words" => from(0).split_whitespace().count().to_string(),
            "firstword" => from(0).split_whitespace().next().unwrap_or_default().to_owned(),
            "lastword" => from(0).split_whitespace().last().unwrap_or_default().to_owned(),
            "dir" => each(&from(0), |path| match path.rfind('/') {
                Some(at) => path[..=at].to_owned(),
                None => "./".to_owned(),
            }),
            "notdir" => each(&from(0), |path| path.rsplit('/').next().unwrap_or_default().to_owned()),
            "suffix" => from(0).split_whitespace().filter_map(suffix_of).collect::<Vec<_>>().join(" "),
            "basename" => each(&from(0), |path| match suffix_of(path) {
                Some(suffix) => path[..path.len() - suffix.len()].to_owned(),
                None => path.to_owned(),
            }),
            "addsuffix" => each(&from(1), |word| format!("{word}{}", value(0))),
            "addprefix" => each(&from(1), |word| format!("{}{word}", value(0))),
            "join" => {
                let (left, right) = (value(0).split_whitespace(), from(1));
                let mut right = right.split_whitespace();
                let mut words: Vec<String> =
                    left.map(|word| format!("{word}{}", right.next().unwrap_or_default())).collect();
                words.extend(right.map(str::to_owned));
                words.join(" ")
            }
            "wildcard" => {
                let patterns = from(0);
                let found = patterns.split_whitespace().flat_map(|pattern| {
                    if crate::shell::pattern::is_pattern(pattern) {
                        call.shell.fitting(pattern, call.system)
                    } else if call.entry(pattern).is_ok() {
                        vec![pattern.to_owned()]
                    } else {
                        Vec::new()
                    }
                });
                found.collect::<Vec<_>>().join(" ")
            }
            "abspath" | "realpath" => each(&from(0), |path| call.path(path)),
            "shell" => shell_output(&from(0), call)?,
            "origin" => match self.makefile.variables.get(value(0).trim()).map(|held| held.origin) {
                None => "undefined",
                Some(Origin::Environment) => "environment",
                Some(Origin::File) => "file",
                Some(Origin::CommandLine) => "command line",
            }
            .to_owned(),
            "value" => self
                .makefile
                .variables
                .get(value(0).trim())
                .map(|held| held.value.clone())
                .unwrap_or_default(),
            "info" => {
                call.line(from(0))?;
                String::new()
            }
            "warning" => {
                call.complain(from(0))?;
                String::new()
            }
            "error" => return Ok(Err(format!("*** {}.", from(0)))),
            "call" => {
                let function = value(0).trim().to_owned();
                let body =
                    self.makefile.variables.get(&function).map(|held| held.value.clone()).unwrap_or_default();
                let before = self.locals.len();
                self.locals.push(("0".into(), function));
                for (index, value) in values.iter().enumerate().skip(1) {
                    self.locals.push((index.to_string(), value.clone()));
                }
                let said = self.text(&body, depth + 1, call);
                self.locals.truncate(before);
                return said;
            }
            _ => String::new(),
        }))
    }

    fn lazy(&mut self, name: &str, parts: &[String], depth: usize, call: &mut Call<'_, '_>) -> Said<String> {
        let part = |index: usize| parts.get(index).cloned().unwrap_or_default();
        match name {
            "if" => {
                let condition = said!(self.text(part(0).trim(), depth + 1, call)?);
                let chosen =
                    if condition.is_empty() { parts.get(2..).unwrap_or_default().join(",") } else { part(1) };
                self.text(&chosen, depth + 1, call)
            }
            "foreach" => {
                let variable = said!(self.text(part(0).trim(), depth + 1, call)?);
                let list = said!(self.text(&part(1), depth + 1, call)?);
                let body = parts.get(2..).unwrap_or_default().join(",");
                let mut found = Vec::new();
                for word in list.split_whitespace() {
                    self.locals.push((variable.clone(), word.to_owned()));
                    let said = self.text(&body, depth + 1, call);
                    self.locals.pop();
                    found.push(said!(said?));
                }
                Ok(Ok(found.join(" ")))
            }
            _ => {
                let mut last = String::new();
                for part in parts {
                    last = said!(self.text(part.trim(), depth + 1, call)?);
                    if last.is_empty() == (name == "and") {
                        break;
                    }
                }
                Ok(Ok(last))
            }
        }
    }
}

const FUNCTIONS: &[&str] = &[
    "abspath",
    "addprefix",
    "addsuffix",
    "and",
    "basename",
    "call",
    "dir",
    "error",
    "filter",
    "filter-out",
    "findstring",
    "firstword",
    "foreach",
    "if",
    "info",
    "join",
    "lastword",
    "notdir",
    "or",
    "origin",
    "patsubst",
    "realpath",
    "shell",
    "sort",
    "strip",
    "subst",
    "suffix",
    "value",
    "warning",
    "wildcard",
    "word",
    "wordlist",
    "words",
];

/// What a command prints, its lines joined by blanks.
fn shell_output(command: &str, call: &mut Call<'_, '_>) -> Result<String, Stop> {
    call.flush()?;
    let (output, pipe) = Stream::pipe();
    let mut shell = call.shell.subshell();
    shell.streams.set(1, output);
    shell.name = "/bin/sh".into();
    shell.run_text(command, call.system);
    let bytes = std::mem::take(&mut pipe.borrow_mut().bytes);
    Ok(String::from_utf8_lossy(&bytes).trim_end_matches('\n').replace('\n', " "))
}

fn each(text: &str, change: impl Fn(&str) -> String) -> String {
    text.split_whitespace().map(change).collect::<Vec<_>>().join(" ")
}

fn suffix_of(path: &str) -> Option<&str> {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    path[name..].rfind('.').map(|at| &path[name + at..])
}

/// A word with what a pattern fits replaced.
fn substituted(word: &str, from: &str, to: &str) -> String {
    match stem(from, word) {
        Some(stem) => to.replacen('%', stem, 1),
        None if from == word => to.to_owned(),
        None => word.to_owned(),
    }
}

/// What `%` stands for when a pattern fits a word.
pub(super) fn stem<'a>(pattern: &str, word: &'a str) -> Option<&'a str> {
    let (before, after) = pattern.split_once('%')?;
    let rest = word.strip_prefix(before)?.strip_suffix(after)?;
    (!rest.is_empty() || word.len() >= before.len() + after.len()).then_some(rest)
}

/// The folder of a path, or its name, as `$(@D)` and `$(@F)` give them.
pub(super) fn folder_or_name(path: &str, folder: bool) -> String {
    match (path.rsplit_once('/'), folder) {
        (Some((above, _)), true) => if above.is_empty() { "/" } else { above }.to_owned(),
        (None, true) => ".".to_owned(),
        (Some((_, name)), false) => name.to_owned(),
        (None, false) => path.to_owned(),
    }
}

/// The words of a list of files, with patterns replaced by what fits them.
pub(super) fn globbed(list: &str, call: &Call<'_, '_>) -> Vec<String> {
    let words = list.split_whitespace().flat_map(|word| {
        let found = if crate::shell::pattern::is_pattern(word) && !word.contains('%') {
            call.shell.fitting(word, call.system)
        } else {
            Vec::new()
        };
        let plain = word.strip_prefix("./").filter(|rest| !rest.is_empty()).unwrap_or(word);
        if found.is_empty() { vec![plain.to_owned()] } else { found }
    });
    words.collect()
}

/// Where a character first stands outside of `$(…)`.
pub(super) fn outside_references(text: &str, wanted: char) -> Option<usize> {
    let mut depth = 0;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '(' | '{' if before == '$' || depth > 0 => depth += 1,
            ')' | '}' if depth > 0 => depth -= 1,
            found if found == wanted && depth == 0 => return Some(at),
            _ => {}
        }
        before = character;
    }
    None
}

/// Where the bracket at the beginning closes.
fn closing(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = if open == '(' { ')' } else { '}' };
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        if character == open {
            depth += 1;
        } else if character == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// Arguments at their commas, but for those inside of brackets.
fn split_arguments(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for character in text.chars() {
        match character {
            '(' | '{' => depth += 1,
            ')' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(character);
        }
    }
    parts
}

/// The sides of `(a,b)`, `"a" "b"` or `'a' 'b'`.
pub(super) fn two_sides(text: &str) -> Option<(String, String)> {
    if text.starts_with('(') {
        let end = closing(text)?;
        let mut parts = split_arguments(&text[1..end]);
        if parts.len() < 2 {
            return None;
        }
        let first = parts.remove(0);
        return Some((first, parts.join(",")));
    }
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (left, rest) = text[1..].split_once(quote)?;
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (right, _) = rest[1..].split_once(quote)?;
    Some((left.to_owned(), right.to_owned()))
}
