//! `$x`, `${x:-y}`, `${x#pattern}` and the others of their family.

use super::fields::Building;
use crate::shell::pattern::Pattern;
use crate::shell::quote;
use crate::shell::state::{Shell, Value, is_name};
use crate::shell::stop::Stop;
use crate::shell::system::System;
use brush_parser::word::{
    Parameter, ParameterExpr, ParameterTestType, ParameterTransformOp, SpecialParameter, SubstringMatchKind,
};
use std::collections::BTreeMap;

/// What a parameter holds.
enum Held {
    /// Nothing: it is not set.
    Unset,
    /// A text.
    One(String),
    /// Texts, as of `$@`; whether they become one text when they are quoted, as of `$*`.
    Many(Vec<String>, bool),
}

impl Held {
    fn is_empty(&self) -> bool {
        match self {
            Self::Unset => true,
            Self::One(text) => text.is_empty(),
            Self::Many(texts, _) => texts.iter().all(String::is_empty),
        }
    }

    fn map(self, change: impl Fn(String) -> String) -> Self {
        match self {
            Self::Unset => Self::Unset,
            Self::One(text) => Self::One(change(text)),
            Self::Many(texts, joined) => Self::Many(texts.into_iter().map(change).collect(), joined),
        }
    }
}

impl Shell {
    pub(super) fn parameter(
        &mut self,
        expression: &ParameterExpr,
        quoted: bool,
        building: &mut Building,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        use ParameterExpr as E;
        let held = match expression {
            E::Parameter { parameter, indirect } => self.must_be_set(parameter, *indirect, system)?,
            E::UseDefaultValues { parameter, indirect, test_type, default_value } => {
                let held = self.held(parameter, *indirect, system)?;
                if missing(&held, test_type) {
                    let word = default_value.as_deref().unwrap_or_default();
                    return self.expand_default(word, quoted, building, system);
                }
                held
            }
            E::AssignDefaultValues { parameter, indirect, test_type, default_value } => {
                let held = self.held(parameter, *indirect, system)?;
                if missing(&held, test_type) {
                    let value = self.text(default_value.as_deref().unwrap_or_default(), system)?;
                    self.assign_parameter(parameter, &value, system)?;
                    Held::One(value)
                } else {
                    held
                }
            }
            E::IndicateErrorIfNullOrUnset { parameter, indirect, test_type, error_message } => {
                let held = self.held(parameter, *indirect, system)?;
                if missing(&held, test_type) {
                    let standard = match test_type {
                        ParameterTestType::Unset => "parameter not set",
                        ParameterTestType::UnsetOrNull => "parameter null or not set",
                    };
                    let message = match error_message.as_deref().filter(|message| !message.is_empty()) {
                        Some(message) => self.text(message, system)?,
                        None => standard.into(),
                    };
                    return Err(Stop::fatal(format!("{}: {message}", bare(parameter)), 127));
                }
                held
            }
            E::UseAlternativeValue { parameter, indirect, test_type, alternative_value } => {
                let held = self.held(parameter, *indirect, system)?;
                if missing(&held, test_type) {
                    Held::One(String::new())
                } else {
                    let word = alternative_value.as_deref().unwrap_or_default();
                    return self.expand_default(word, quoted, building, system);
                }
            }
            E::ParameterLength { parameter, indirect } => {
                let length = match self.must_be_set(parameter, *indirect, system)? {
                    Held::Unset => 0,
                    Held::One(text) => text.chars().count(),
                    Held::Many(texts, _) => texts.len(),
                };
                Held::One(length.to_string())
            }
            E::RemoveSmallestSuffixPattern { parameter, indirect, pattern } => {
                self.cut(parameter, *indirect, pattern.as_deref(), false, true, system)?
            }
            E::RemoveLargestSuffixPattern { parameter, indirect, pattern } => {
                self.cut(parameter, *indirect, pattern.as_deref(), true, true, system)?
            }
            E::RemoveSmallestPrefixPattern { parameter, indirect, pattern } => {
                self.cut(parameter, *indirect, pattern.as_deref(), false, false, system)?
            }
            E::RemoveLargestPrefixPattern { parameter, indirect, pattern } => {
                self.cut(parameter, *indirect, pattern.as_deref(), true, false, system)?
            }
            E::Substring { parameter, indirect, offset, length } => {
                let held = self.must_be_set(parameter, *indirect, system)?;
                let offset = self.arithmetic(&offset.value, system)?;
                let length = match length {
                    Some(length) => Some(self.arithmetic(&length.value, system)?),
                    None => None,
                };
                self.part(held, matches!(parameter, Parameter::Special(_)), offset, length)?
            }
            E::Transform { parameter, indirect, op } => {
                let name = bare(parameter);
                let held = self.must_be_set(parameter, *indirect, system)?;
                transform(held, op, &name)
            }
            E::UppercaseFirstChar { parameter, indirect, pattern } => {
                self.recase(parameter, *indirect, pattern.as_deref(), true, false, system)?
            }
            E::UppercasePattern { parameter, indirect, pattern } => {
                self.recase(parameter, *indirect, pattern.as_deref(), true, true, system)?
            }
            E::LowercaseFirstChar { parameter, indirect, pattern } => {
                self.recase(parameter, *indirect, pattern.as_deref(), false, false, system)?
            }
            E::LowercasePattern { parameter, indirect, pattern } => {
                self.recase(parameter, *indirect, pattern.as_deref(), false, true, system)?
            }
            E::ReplaceSubstring { parameter, indirect, pattern, replacement, match_kind } => {
                let held = self.must_be_set(parameter, *indirect, system)?;
                let pattern = Pattern::new(&self.pattern(pattern, system)?);
                let new = self.text(replacement.as_deref().unwrap_or_default(), system)?;
                held.map(|text| replace(&text, &pattern, &new, match_kind))
            }
            E::VariableNames { prefix, concatenate } => {
                let names = self.names().filter(|name| name.starts_with(prefix.as_str())).map(str::to_owned);
                Held::Many(names.collect(), *concatenate)
            }
            E::MemberKeys { variable_name, concatenate } => {
                let keys = match self.variable(variable_name).and_then(|variable| variable.value.as_ref()) {
                    Some(Value::Array(items)) => items.keys().map(i64::to_string).collect(),
                    Some(Value::Map(items)) => items.keys().cloned().collect(),
                    Some(Value::Text(_)) => vec!["0".to_owned()],
                    None => Vec::new(),
                };
                Held::Many(keys, *concatenate)
            }
        };
        match held {
            Held::Unset => building.result("", false),
            Held::One(text) => building.result(&text, quoted),
            Held::Many(texts, true) if quoted => {
                let joint = self.separators().chars().next().map(String::from).unwrap_or_default();
                building.result(&texts.join(&joint), true);
            }
            Held::Many(texts, _) => building.words(&texts, quoted),
        }
        Ok(())
    }

    /// The word behind `:-` or `:+`: what is not quoted in it is split as a result is.
    fn expand_default(
        &mut self,
        word: &str,
        quoted: bool,
        building: &mut Building,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        if quoted || word.contains(['"', '\'', '\\', '$', '`']) {
            return self.expand(word, quoted, building, system);
        }
        let text = self.text(word, system)?;
        building.result(&text, false);
        Ok(())
    }

    fn held(&mut self, parameter: &Parameter, indirect: bool, system: &mut System<'_>) -> Result<Held, Stop> {
        let held = self.look_up(parameter, system)?;
        match held {
            Held::One(name) if indirect => {
                match crate::shell::parse::word(&format!("${{{name}}}"))?.first() {
                    Some(piece) => match &piece.piece {
                        brush_parser::word::WordPiece::ParameterExpansion(ParameterExpr::Parameter {
                            parameter,
                            ..
                        }) => self.look_up(parameter, system),
                        _ => Err(Stop::refused(format!("{name}: invalid variable name"))),
                    },
                    None => Ok(Held::Unset),
                }
            }
            other => Ok(other),
        }
    }

    fn must_be_set(
        &mut self,
        parameter: &Parameter,
        indirect: bool,
        system: &mut System<'_>,
    ) -> Result<Held, Stop> {
        let held = self.held(parameter, indirect, system)?;
        if matches!(held, Held::Unset) && self.options.no_unset {
            return Err(Stop::fatal(format!("{}: unbound variable", bare(parameter)), 127));
        }
        Ok(held)
    }

    fn look_up(&mut self, parameter: &Parameter, system: &mut System<'_>) -> Result<Held, Stop> {
        let one = |text: Option<String>| text.map_or(Held::Unset, Held::One);
        Ok(match parameter {
            Parameter::Positional(0) => Held::One(self.name.clone()),
            Parameter::Positional(number) => one(self.arguments.get(*number as usize - 1).cloned()),
            Parameter::Special(special) => self.look_up_special(special),
            Parameter::Named(name) => one(self.special(name).or_else(|| self.get(name))),
            Parameter::NamedWithIndex { name, index } => {
                let is_map =
                    matches!(self.variable(name).and_then(|held| held.value.as_ref()), Some(Value::Map(_)));
                if is_map {
                    let key = self.text(index, system)?;
                    match self.variable(name).and_then(|held| held.value.as_ref()) {
                        Some(Value::Map(items)) => one(items.get(&key).cloned()),
                        _ => Held::Unset,
                    }
                } else {
                    let index = self.arithmetic(index, system)?;
                    one(self.list_of(name).and_then(|items| nth(&items, index)))
                }
            }
            Parameter::NamedWithAllIndices { name, concatenate } => {
                let texts = match self.list_of(name) {
                    Some(items) => items.into_values().collect(),
                    None => match self.variable(name).and_then(|held| held.value.as_ref()) {
                        Some(Value::Text(text)) => vec![text.clone()],
                        Some(Value::Map(items)) => items.values().cloned().collect(),
                        Some(Value::Array(_)) | None => Vec::new(),
                    },
                };
                Held::Many(texts, *concatenate)
            }
        })
    }

    fn look_up_special(&self, special: &SpecialParameter) -> Held {
        match special {
            SpecialParameter::AllPositionalParameters { concatenate } => {
                Held::Many(self.arguments.clone(), *concatenate)
            }
            SpecialParameter::PositionalParameterCount => Held::One(self.arguments.len().to_string()),
            SpecialParameter::LastExitStatus => Held::One(self.status.to_string()),
            SpecialParameter::CurrentOptionFlags => Held::One(self.flags()),
            SpecialParameter::ProcessId => Held::One("1".into()),
            SpecialParameter::LastBackgroundProcessId => Held::Unset,
            SpecialParameter::ShellName => Held::One(self.name.clone()),
        }
    }

    /// Variables that the shell computes when they are asked for.
    pub(super) fn special(&mut self, name: &str) -> Option<String> {
        match name {
            "RANDOM" => Some(self.next_random().to_string()),
            "LINENO" => Some(self.line.to_string()),
            "PIPESTATUS" => Some(self.pipe_status.first().copied().unwrap_or(0).to_string()),
            "BASH_VERSION" => Some("5.2.15(1)-release".into()),
            "PPID" | "UID" | "EUID" | "SECONDS" | "SHLVL" if self.variable(name).is_none() => {
                Some(if name == "UID" || name == "EUID" { "1000" } else { "0" }.into())
            }
            _ => None,
        }
    }

    fn list_of(&self, name: &str) -> Option<BTreeMap<i64, String>> {
        if name == "PIPESTATUS" {
            let statuses = self.pipe_status.iter().map(i32::to_string);
            return Some((0..).zip(statuses).collect());
        }
        match self.variable(name)?.value.as_ref()? {
            Value::Array(items) => Some(items.clone()),
            Value::Text(text) => Some(BTreeMap::from([(0, text.clone())])),
            Value::Map(_) => None,
        }
    }

    fn assign_parameter(
        &mut self,
        parameter: &Parameter,
        value: &str,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        match parameter {
            Parameter::Named(name) => self.set(name, value),
            Parameter::NamedWithIndex { name, index } => {
                let (name, index) = (name.clone(), index.clone());
                self.assign_element(&name, &index, value.into(), system)
            }
            other => Err(Stop::refused(format!("${}: cannot assign in this way", bare(other)))),
        }
    }

    /// Sets an element of an array by what stands in its brackets.
    pub(crate) fn assign_element(
        &mut self,
        name: &str,
        index: &str,
        value: String,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        let is_map = matches!(self.variable(name).and_then(|held| held.value.as_ref()), Some(Value::Map(_)));
        if is_map {
            let key = self.text(index, system)?;
            self.set_element(name, &key, 0, value)
        } else {
            let place = self.arithmetic(index, system)?;
            self.set_element(name, &place.to_string(), place, value)
        }
    }

    /// Sets an element of an array: `key` counts for one by names, `place` for one by numbers.
    pub(crate) fn set_element(
        &mut self,
        name: &str,
        key: &str,
        place: i64,
        value: String,
    ) -> Result<(), Stop> {
        let new = match self.variable(name).and_then(|held| held.value.clone()) {
            Some(Value::Map(mut items)) => {
                items.insert(key.into(), value);
                Value::Map(items)
            }
            other => {
                let mut items = match other {
                    Some(Value::Array(items)) => items,
                    Some(Value::Text(text)) => BTreeMap::from([(0, text)]),
                    Some(Value::Map(_)) | None => BTreeMap::new(),
                };
                let end = items.last_key_value().map_or(0, |(last, _)| last + 1);
                let place = if place < 0 { end + place } else { place };
                if place < 0 {
                    return Err(Stop::refused(format!("{name}[{key}]: bad array subscript")));
                }
                items.insert(place, value);
                Value::Array(items)
            }
        };
        self.set_value(name, new)
    }

    fn cut(
        &mut self,
        parameter: &Parameter,
        indirect: bool,
        pattern: Option<&str>,
        largest: bool,
        at_end: bool,
        system: &mut System<'_>,
    ) -> Result<Held, Stop> {
        let held = self.must_be_set(parameter, indirect, system)?;
        let pattern = Pattern::new(&self.pattern(pattern.unwrap_or_default(), system)?);
        Ok(held.map(|text| {
            let letters: Vec<char> = text.chars().collect();
            let count = letters.len();
            let fits = |length: &usize| {
                let part = if at_end { &letters[count - length..] } else { &letters[..*length] };
                pattern.fits_all(part)
            };
            let length = if largest { (0..=count).rev().find(fits) } else { (0..=count).find(fits) };
            let length = length.unwrap_or(0);
            let left = if at_end { &letters[..count - length] } else { &letters[length..] };
            left.iter().collect()
        }))
    }

    fn part(&self, held: Held, of_arguments: bool, offset: i64, length: Option<i64>) -> Result<Held, Stop> {
        let cut = |count: usize, is_text: bool| -> Result<(usize, usize), Stop> {
            let count = count as i64;
            let from = if offset < 0 { count + offset } else { offset };
            if from < 0 || from > count {
                return Ok((0, 0));
            }
            let to = match length {
                None => count,
                Some(length) if length < 0 && is_text => count + length,
                Some(length) if length < 0 => {
                    return Err(Stop::refused(format!("{length}: substring expression < 0")));
                }
                Some(length) => from.saturating_add(length).min(count),
            };
            if to < from {
                return Err(Stop::refused(format!("{}: substring expression < 0", length.unwrap_or(0))));
            }
            Ok((from as usize, to as usize))
        };
        Ok(match held {
            Held::Unset => Held::Unset,
            Held::One(text) => {
                let letters: Vec<char> = text.chars().collect();
                let (from, to) = cut(letters.len(), true)?;
                Held::One(letters[from..to].iter().collect())
            }
            Held::Many(mut texts, joined) => {
                if of_arguments {
                    texts.insert(0, self.name.clone());
                }
                let (from, to) = cut(texts.len(), false)?;
                Held::Many(texts[from..to].to_vec(), joined)
            }
        })
    }

    fn recase(
        &mut self,
        parameter: &Parameter,
        indirect: bool,
        pattern: Option<&str>,
        upper: bool,
        everywhere: bool,
        system: &mut System<'_>,
    ) -> Result<Held, Stop> {
        let held = self.must_be_set(parameter, indirect, system)?;
        let wanted = match pattern.filter(|pattern| !pattern.is_empty()) {
            Some(pattern) => Some(Pattern::new(&self.pattern(pattern, system)?)),
            None => None,
        };
        Ok(held.map(|text| {
            let mut changed = String::new();
            for (index, letter) in text.chars().enumerate() {
                let chosen = (everywhere || index == 0)
                    && wanted.as_ref().is_none_or(|wanted| wanted.fits_all(&[letter]));
                match (chosen, upper) {
                    (false, _) => changed.push(letter),
                    (true, true) => changed.extend(letter.to_uppercase()),
                    (true, false) => changed.extend(letter.to_lowercase()),
                }
            }
            changed
        }))
    }
}

fn nth(items: &BTreeMap<i64, String>, index: i64) -> Option<String> {
    let end = items.last_key_value().map_or(0, |(last, _)| last + 1);
    items.get(&if index < 0 { end + index } else { index }).cloned()
}

fn missing(held: &Held, test: &ParameterTestType) -> bool {
    match test {
        ParameterTestType::Unset => match held {
            Held::Unset => true,
            Held::One(_) => false,
            Held::Many(texts, _) => texts.is_empty(),
        },
        ParameterTestType::UnsetOrNull => held.is_empty(),
    }
}

/// A parameter's name as messages give it.
fn bare(parameter: &Parameter) -> String {
    match parameter {
        Parameter::Positional(number) => number.to_string(),
        Parameter::Special(special) => special.to_string(),
        Parameter::Named(name) => name.clone(),
        Parameter::NamedWithIndex { name, index } => format!("{name}[{index}]"),
        Parameter::NamedWithAllIndices { name, concatenate } => {
            format!("{name}[{}]", if *concatenate { '*' } else { '@' })
        }
    }
}

fn transform(held: Held, kind: &ParameterTransformOp, name: &str) -> Held {
    match kind {
        ParameterTransformOp::Quoted => held.map(|text| quote::always(&text)),
        ParameterTransformOp::ToUpperCase => held.map(|text| text.to_uppercase()),
        ParameterTransformOp::ToLowerCase => held.map(|text| text.to_lowercase()),
        ParameterTransformOp::CapitalizeInitial => held.map(|text| {
            let mut letters = text.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }),
        ParameterTransformOp::ExpandEscapeSequences => held.map(|text| super::unescaped(&text)),
        ParameterTransformOp::ToAssignmentLogic if is_name(name) => {
            held.map(|text| format!("{name}={}", quote::always(&text)))
        }
        ParameterTransformOp::ToAssignmentLogic
        | ParameterTransformOp::PossiblyQuoteWithArraysExpanded { .. }
        | ParameterTransformOp::PromptExpand => held,
        ParameterTransformOp::ToAttributeFlags => held.map(|_| String::new()),
    }
}

fn replace(text: &str, pattern: &Pattern, new: &str, kind: &SubstringMatchKind) -> String {
    let letters: Vec<char> = text.chars().collect();
    let count = letters.len();
    let longest = |from: usize| (from..=count).rev().find(|to| pattern.fits_all(&letters[from..*to]));
    let text_of = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    match kind {
        SubstringMatchKind::Prefix => match longest(0) {
            Some(to) => format!("{new}{}", text_of(to, count)),
            None => text.into(),
        },
        SubstringMatchKind::Suffix => match (0..=count).find(|from| pattern.fits_all(&letters[*from..])) {
            Some(from) => format!("{}{new}", text_of(0, from)),
            None => text.into(),
        },
        SubstringMatchKind::FirstOccurrence | SubstringMatchKind::Anywhere => {
            let mut changed = String::new();
            let mut at = 0;
            while at < count {
                match longest(at).filter(|to| *to > at) {
                    Some(to) => {
                        changed.push_str(new);
                        at = to;
                        if matches!(kind, SubstringMatchKind::FirstOccurrence) {
                            break;
                        }
                    }
                    None => {
                        changed.push(letters[at]);
                        at += 1;
                    }
                }
            }
            changed.push_str(&text_of(at, count));
            changed
        }
    }
}
