//! A makefile: variables and rules.

use super::text;
use crate::shell::call::Call;
use crate::shell::state::Shell;
use crate::shell::stop::Stop;
use std::collections::{BTreeMap, BTreeSet};

/// A line of a recipe and where it stands.
#[derive(Clone, Debug)]
pub(super) struct RecipeLine {
    pub text: String,
    pub file: String,
    pub number: usize,
}

/// `name = value`, for one target.
#[derive(Clone, Debug)]
pub(super) struct Assignment {
    pub name: String,
    pub sign: &'static str,
    pub value: String,
}

/// How one target is made.
#[derive(Clone, Debug, Default)]
pub(super) struct Rule {
    pub prerequisites: Vec<String>,
    pub order_only: Vec<String>,
    pub recipe: Vec<RecipeLine>,
    pub variables: Vec<Assignment>,
    /// What `%` stood for.
    stem: String,
}

impl Rule {
    /// The automatic variables of its recipe.
    pub fn automatic(&self, target: &str, newer: &[String]) -> BTreeMap<String, String> {
        let unique = |names: &[String]| {
            let mut seen = BTreeSet::new();
            names.iter().filter(|name| seen.insert(name.as_str())).cloned().collect::<Vec<_>>().join(" ")
        };
        let values = [
            ("@", target.to_owned()),
            ("<", self.prerequisites.first().cloned().unwrap_or_default()),
            ("^", unique(&self.prerequisites)),
            ("+", self.prerequisites.join(" ")),
            ("?", unique(newer)),
            ("|", unique(&self.order_only)),
            ("*", self.stem.clone()),
        ];
        let mut automatic = BTreeMap::new();
        for (name, value) in values {
            let part = |folder: bool| {
                value
                    .split_whitespace()
                    .map(|path| text::folder_or_name(path, folder))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            automatic.insert(format!("{name}D"), part(true));
            automatic.insert(format!("{name}F"), part(false));
            automatic.insert(name.to_owned(), value);
        }
        automatic
    }
}

#[derive(Clone, Debug)]
struct PatternRule {
    target: String,
    prerequisites: Vec<String>,
    order_only: Vec<String>,
    recipe: Vec<RecipeLine>,
}

/// Where a variable's value comes from: a later one of lower rank does not change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    Environment,
    File,
    CommandLine,
}

/// A variable: its text, whether that is expanded when it is used, and where it comes from.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub value: String,
    pub recursive: bool,
    pub origin: Origin,
}

/// What one or more makefiles say.
#[derive(Debug, Default)]
pub(super) struct Makefile {
    pub variables: BTreeMap<String, Held>,
    rules: BTreeMap<String, Rule>,
    patterns: Vec<PatternRule>,
    first: Option<String>,
    phony: BTreeSet<String>,
    silent: Option<BTreeSet<String>>,
    exports: BTreeSet<String>,
    export_all: bool,
}

/// What is being read.
struct Reading<'a> {
    file: &'a str,
    /// For each open conditional: whether its lines count, and whether one of its branches has been taken.
    conditions: Vec<(bool, bool)>,
    /// The rules whose recipe the next lines are.
    current: Vec<Place>,
}

#[derive(Clone)]
enum Place {
    Rule(String),
    Pattern(usize),
}

type Said<T> = Result<Result<T, String>, Stop>;

impl Makefile {
    /// A makefile that knows the environment.
    pub fn new(shell: &Shell) -> Self {
        let mut makefile = Self::default();
        for (name, value) in shell.environment() {
            makefile.variables.insert(name, Held { value, recursive: true, origin: Origin::Environment });
        }
        for (name, value) in
            [("MAKE", "make"), ("SHELL", "/bin/sh"), ("RM", "rm -f"), ("CC", "cc"), ("MAKEFLAGS", "")]
        {
            let held = Held { value: value.into(), recursive: true, origin: Origin::File };
            makefile.variables.insert(name.into(), held);
        }
        let folder = Held { value: shell.folder.clone(), recursive: false, origin: Origin::File };
        makefile.variables.insert("CURDIR".into(), folder);
        makefile
    }

    /// Variables from the command line: no file changes them.
    pub fn command_line(&mut self, assignments: &[String], call: &mut Call<'_, '_>) -> Result<(), Stop> {
        for assignment in assignments {
            if let Some((name, sign, value)) = assignment_of(assignment)
                && self.assign(name, sign, value, Origin::CommandLine, call)?.is_ok()
            {
                self.exports.insert(name.to_owned());
            }
        }
        Ok(())
    }

    /// Reads a file.
    pub fn read(&mut self, file: &str, source: &str, call: &mut Call<'_, '_>) -> Said<()> {
        let mut reading = Reading { file, conditions: Vec::new(), current: Vec::new() };
        let mut lines = source.lines().enumerate().peekable();
        while let Some((index, line)) = lines.next() {
            let number = index + 1;
            let mut line = line.to_owned();
            let in_recipe = line.starts_with('\t') && !reading.current.is_empty();
            while ends_open(&line)
                && let Some((_, next)) = lines.next()
            {
                if in_recipe {
                    line.push('\n');
                    line.push_str(next);
                } else {
                    line.pop();
                    line = format!("{} {}", line.trim_end(), next.trim_start());
                }
            }
            let said = if !in_recipe && line.trim_start().starts_with("define ") {
                let mut body = Vec::new();
                for (_, next) in lines.by_ref() {
                    if next.trim() == "endef" {
                        break;
                    }
                    body.push(next.to_owned());
                }
                let name =
                    line.trim_start()["define ".len()..].trim().trim_end_matches('=').trim().to_owned();
                self.set(&name, body.join("\n"), true, Origin::File);
                Ok(())
            } else {
                self.line(&mut reading, &line, number, call)?
            };
            if let Err(message) = said {
                return Ok(Err(format!("{file}:{number}: {message}")));
            }
        }
        if !reading.conditions.is_empty() {
            return Ok(Err(format!("{file}:{}: *** missing 'endif'.", source.lines().count() + 1)));
        }
        Ok(Ok(()))
    }

    fn line(
        &mut self,
        reading: &mut Reading<'_>,
        line: &str,
        number: usize,
        call: &mut Call<'_, '_>,
    ) -> Said<()> {
        let counts = reading.conditions.iter().all(|(counts, _)| *counts);
        if line.starts_with('\t') && !reading.current.is_empty() {
            if counts {
                let text = line[1..].to_owned();
                let recipe = RecipeLine { text, file: reading.file.to_owned(), number };
                for place in reading.current.clone() {
                    match place {
                        Place::Rule(name) => self.rules.entry(name).or_default().recipe.push(recipe.clone()),
                        Place::Pattern(index) => self.patterns[index].recipe.push(recipe.clone()),
                    }
                }
            }
            return Ok(Ok(()));
        }
        let line = without_comment(line);
        let trimmed = line.trim();
        if trimmed.is_empty() {
            return Ok(Ok(()));
        }
        let (word, rest) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
        match word {
            "ifeq" | "ifneq" | "ifdef" | "ifndef" => {
                let holds = if counts {
                    match self.condition(word, rest.trim(), call)? {
                        Ok(holds) => holds,
                        Err(message) => return Ok(Err(message)),
                    }
                } else {
                    false
                };
                reading.conditions.push((holds, holds));
                return Ok(Ok(()));
            }
            "else" => {
                let outer = reading.conditions.len().saturating_sub(1);
                let outside = reading.conditions[..outer].iter().all(|(counts, _)| *counts);
                let Some((_, taken)) = reading.conditions.last().copied() else {
                    return Ok(Err("*** extraneous 'else'.".into()));
                };
                let (again, condition) =
                    rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
                let holds = match again {
                    "" => !taken,
                    _ if taken || !outside => false,
                    _ => match self.condition(again, condition.trim(), call)? {
                        Ok(holds) => holds,
                        Err(message) => return Ok(Err(message)),
                    },
                };
                if let Some(last) = reading.conditions.last_mut() {
                    *last = (holds, taken || holds);
                }
                return Ok(Ok(()));
            }
            "endif" => {
                if reading.conditions.pop().is_none() {
                    return Ok(Err("*** extraneous 'endif'.".into()));
                }
                return Ok(Ok(()));
            }
            _ => {}
        }
        if !counts {
            return Ok(Ok(()));
        }
        match word {
            "include" | "-include" | "sinclude" => {
                let files = match self.expand(rest, call)? {
                    Ok(files) => files,
                    Err(message) => return Ok(Err(message)),
                };
                for file in files.split_whitespace() {
                    match call.bytes(file) {
                        Ok(bytes) => {
                            if let Err(message) = self.read(file, &String::from_utf8_lossy(&bytes), call)? {
                                return Ok(Err(message));
                            }
                        }
                        Err(error) if word == "include" => return Ok(Err(format!("{file}: {error}"))),
                        Err(_) => {}
                    }
                }
                return Ok(Ok(()));
            }
            "export" | "unexport" if assignment_of(rest).is_none() => {
                if rest.trim().is_empty() {
                    self.export_all = word == "export";
                }
                for name in rest.split_whitespace() {
                    if word == "export" {
                        self.exports.insert(name.to_owned())
                    } else {
                        self.exports.remove(name)
                    };
                }
                return Ok(Ok(()));
            }
            _ => {}
        }
        let (statement, exports) = match trimmed.strip_prefix("export ") {
            Some(rest) => (rest.trim(), true),
            None => (trimmed.strip_prefix("override ").unwrap_or(trimmed), false),
        };
        if let Some((name, sign, value)) = assignment_of(statement) {
            reading.current.clear();
            let name = match self.expand(name, call)? {
                Ok(name) => name,
                Err(message) => return Ok(Err(message)),
            };
            if exports {
                self.exports.insert(name.clone());
            }
            return self.assign(&name, sign, value, Origin::File, call);
        }
        self.rule(reading, trimmed, number, call)
    }

    fn condition(&mut self, word: &str, rest: &str, call: &mut Call<'_, '_>) -> Said<bool> {
        if word == "ifdef" || word == "ifndef" {
            let name = match self.expand(rest, call)? {
                Ok(name) => name,
                Err(message) => return Ok(Err(message)),
            };
            let set = self.variables.get(name.trim()).is_some_and(|held| !held.value.is_empty());
            return Ok(Ok(set == (word == "ifdef")));
        }
        if word != "ifeq" && word != "ifneq" {
            return Ok(Err("*** missing separator.".into()));
        }
        let Some((left, right)) = text::two_sides(rest) else {
            return Ok(Err("*** invalid syntax in conditional.".into()));
        };
        let (left, right) = match (self.expand(&left, call)?, self.expand(&right, call)?) {
            (Ok(left), Ok(right)) => (left, right),
            (Err(message), _) | (_, Err(message)) => return Ok(Err(message)),
        };
        Ok(Ok((left.trim() == right.trim()) == (word == "ifeq")))
    }

    fn rule(
        &mut self,
        reading: &mut Reading<'_>,
        line: &str,
        number: usize,
        call: &mut Call<'_, '_>,
    ) -> Said<()> {
        // A recipe may begin on the line of its rule.
        let (head, first) = match text::outside_references(line, ';') {
            Some(at) => (&line[..at], Some(line[at + 1..].trim_start().to_owned())),
            None => (line, None),
        };
        let head = match self.expand(head, call)? {
            Ok(head) => head,
            Err(message) => return Ok(Err(message)),
        };
        if head.trim().is_empty() {
            return Ok(Ok(()));
        }
        let Some((targets, rest)) = head.split_once(':') else {
            let hint = if line.starts_with("    ") || line.starts_with("        ") {
                " (did you mean TAB instead of 8 spaces?)"
            } else {
                ""
            };
            return Ok(Err(format!("*** missing separator{hint}.")));
        };
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        let targets: Vec<String> = targets.split_whitespace().map(str::to_owned).collect();
        // The value is taken from the line as it was written: it is expanded when it is used.
        let written = line.split_once(':').map_or("", |(_, rest)| rest);
        if let Some((name, sign, value)) = assignment_of(written.trim()) {
            for target in targets {
                let assignment = Assignment { name: name.to_owned(), sign, value: value.to_owned() };
                self.rules.entry(target).or_default().variables.push(assignment);
            }
            reading.current.clear();
            return Ok(Ok(()));
        }
        let mut rest = rest.to_owned();
        let mut targets = targets;
        if let Some((pattern, last)) = rest.clone().split_once(':').filter(|_| rest.contains('%')) {
            // A static pattern rule: `a.o b.o: %.o: %.c`.
            return Ok(self.static_pattern(reading, &targets, pattern.trim(), last, first, number));
        }
        let order = rest.split_off(rest.find('|').unwrap_or(rest.len()));
        let prerequisites = text::globbed(&rest, call);
        let order_only = text::globbed(order.trim_start_matches('|'), call);
        reading.current.clear();
        targets = targets.iter().flat_map(|target| text::globbed(target, call)).collect();
        for target in targets {
            match target.as_str() {
                ".PHONY" => {
                    self.phony.extend(prerequisites.iter().cloned());
                    continue;
                }
                ".SILENT" => {
                    self.silent.get_or_insert_default().extend(prerequisites.iter().cloned());
                    continue;
                }
                _ => {}
            }
            if target.contains('%') {
                self.patterns.push(PatternRule {
                    target,
                    prerequisites: prerequisites.clone(),
                    order_only: order_only.clone(),
                    recipe: Vec::new(),
                });
                reading.current.push(Place::Pattern(self.patterns.len() - 1));
                continue;
            }
            if self.first.is_none() && !target.starts_with('.') {
                self.first = Some(target.clone());
            }
            let rule = self.rules.entry(target.clone()).or_default();
            rule.prerequisites.extend(prerequisites.iter().cloned());
            rule.order_only.extend(order_only.iter().cloned());
            reading.current.push(Place::Rule(target));
        }
        self.first_line(reading, first, number);
        Ok(Ok(()))
    }

    fn first_line(&mut self, reading: &Reading<'_>, first: Option<String>, number: usize) {
        let Some(text) = first else { return };
        let recipe = RecipeLine { text, file: reading.file.to_owned(), number };
        for place in &reading.current {
            match place {
                Place::Rule(name) => self.rules.entry(name.clone()).or_default().recipe.push(recipe.clone()),
                Place::Pattern(index) => self.patterns[*index].recipe.push(recipe.clone()),
            }
        }
    }

    fn static_pattern(
        &mut self,
        reading: &mut Reading<'_>,
        targets: &[String],
        pattern: &str,
        prerequisites: &str,
        first: Option<String>,
        number: usize,
    ) -> Result<(), String> {
        reading.current.clear();
        for target in targets {
            let Some(stem) = text::stem(pattern, target) else {
                return Err(format!("*** target '{target}' doesn't match the target pattern."));
            };
            if self.first.is_none() {
                self.first = Some(target.clone());
            }
            let rule = self.rules.entry(target.clone()).or_default();
            rule.stem = stem.to_owned();
            rule.prerequisites.extend(prerequisites.split_whitespace().map(|one| one.replacen('%', stem, 1)));
            reading.current.push(Place::Rule(target.clone()));
        }
        self.first_line(reading, first, number);
        Ok(())
    }

    fn assign(
        &mut self,
        name: &str,
        sign: &str,
        value: &str,
        origin: Origin,
        call: &mut Call<'_, '_>,
    ) -> Said<()> {
        let name = name.trim();
        let before = self.variables.get(name).cloned();
        match sign {
            "?=" if before.is_some() => {}
            "+=" => {
                let (old, recursive) =
                    before.map_or((String::new(), true), |held| (held.value, held.recursive));
                let value = if recursive {
                    value.to_owned()
                } else {
                    match self.expand(value, call)? {
                        Ok(value) => value,
                        Err(message) => return Ok(Err(message)),
                    }
                };
                let joint = if old.is_empty() { "" } else { " " };
                self.set(name, format!("{old}{joint}{value}"), recursive, origin);
            }
            ":=" | "::=" => match self.expand(value, call)? {
                Ok(value) => self.set(name, value, false, origin),
                Err(message) => return Ok(Err(message)),
            },
            "!=" => match self.expand(&format!("$(shell {value})"), call)? {
                Ok(value) => self.set(name, value, false, origin),
                Err(message) => return Ok(Err(message)),
            },
            _ => self.set(name, value.to_owned(), true, origin),
        }
        Ok(Ok(()))
    }

    fn set(&mut self, name: &str, value: String, recursive: bool, origin: Origin) {
        let outranked = self.variables.get(name).is_some_and(|held| held.origin > origin);
        if !outranked {
            self.variables.insert(name.to_owned(), Held { value, recursive, origin });
        }
    }

    /// Text with all its references replaced.
    fn expand(&mut self, source: &str, call: &mut Call<'_, '_>) -> Said<String> {
        text::Expanding::new(self, &BTreeMap::new()).text(source, 0, call)
    }

    /// A line of a recipe, ready for the shell.
    pub fn recipe_text(
        &mut self,
        source: &str,
        automatic: &BTreeMap<String, String>,
        own: &[Assignment],
        call: &mut Call<'_, '_>,
    ) -> Said<String> {
        let before: Vec<(String, Option<Held>)> =
            own.iter().map(|one| (one.name.clone(), self.variables.get(&one.name).cloned())).collect();
        for assignment in own {
            if let Err(message) =
                self.assign(&assignment.name, assignment.sign, &assignment.value, Origin::File, call)?
            {
                return Ok(Err(message));
            }
        }
        let said = text::Expanding::new(self, automatic).text(source, 0, call);
        for (name, held) in before.into_iter().rev() {
            match held {
                Some(held) => self.variables.insert(name, held),
                None => self.variables.remove(&name),
            };
        }
        said
    }

    /// What is made when nothing is named.
    pub fn default_goal(&mut self, call: &mut Call<'_, '_>) -> Result<Option<String>, Stop> {
        if self.variables.contains_key(".DEFAULT_GOAL")
            && let Ok(goal) = self.expand("$(.DEFAULT_GOAL)", call)?
            && !goal.trim().is_empty()
        {
            return Ok(Some(goal.trim().to_owned()));
        }
        Ok(self.first.clone())
    }

    /// Whether a target is no file.
    pub fn is_phony(&self, name: &str) -> bool {
        self.phony.contains(name)
    }

    /// Whether the commands of a target are not shown.
    pub fn is_silent(&self, name: &str) -> bool {
        self.silent.as_ref().is_some_and(|names| names.is_empty() || names.contains(name))
    }

    /// Whether there are commands for a target.
    pub fn has_recipe(&mut self, name: &str, call: &mut Call<'_, '_>) -> bool {
        self.rule_for(name, call).ok().flatten().is_some_and(|rule| !rule.recipe.is_empty())
    }

    /// What the programs of recipes see.
    pub fn exported(&self) -> Vec<(String, String)> {
        let wanted = self.variables.iter().filter(|(name, held)| {
            held.origin != Origin::Environment
                && (self.exports.contains(*name) || self.export_all && !name.contains('.'))
        });
        wanted.map(|(name, held)| (name.clone(), held.value.clone())).collect()
    }

    /// How a target is made, by its own rule or by a pattern.
    pub fn rule_for(&mut self, name: &str, call: &mut Call<'_, '_>) -> Result<Option<Rule>, Stop> {
        let explicit = self.rules.get(name).cloned();
        if explicit.as_ref().is_some_and(|rule| !rule.recipe.is_empty()) || self.is_phony(name) {
            return Ok(explicit.or_else(|| Some(Rule::default())));
        }
        for pattern in self.patterns.clone() {
            let Some(stem) = text::stem(&pattern.target, name) else { continue };
            let filled =
                |names: &[String]| names.iter().map(|one| one.replacen('%', stem, 1)).collect::<Vec<_>>();
            let prerequisites = filled(&pattern.prerequisites);
            let can_be = |one: &String| {
                call.entry(one).is_ok()
                    || self.rules.contains_key(one)
                    || self.patterns.iter().any(|other| {
                        other.target != pattern.target
                            && text::stem(&other.target, one).is_some_and(|stem| {
                                let needed = other.prerequisites.iter().map(|one| one.replacen('%', stem, 1));
                                needed
                                    .into_iter()
                                    .all(|one| call.entry(&one).is_ok() || self.rules.contains_key(&one))
                            })
                    })
            };
            if !prerequisites.iter().all(can_be) {
                continue;
            }
            let mut rule = Rule {
                prerequisites,
                order_only: filled(&pattern.order_only),
                recipe: pattern.recipe.clone(),
                variables: Vec::new(),
                stem: stem.to_owned(),
            };
            if let Some(own) = explicit {
                rule.prerequisites.extend(own.prerequisites);
                rule.order_only.extend(own.order_only);
                rule.variables = own.variables;
            }
            return Ok(Some(rule));
        }
        Ok(explicit)
    }
}

fn ends_open(line: &str) -> bool {
    line.chars().rev().take_while(|character| *character == '\\').count() % 2 == 1
}

/// A line up to a `#` that no backslash quotes.
fn without_comment(line: &str) -> String {
    let mut kept = String::new();
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if characters.peek() == Some(&'#') => kept.extend(characters.next()),
            '#' => break,
            other => kept.push(other),
        }
    }
    kept
}

/// The parts of `name := value`.
fn assignment_of(line: &str) -> Option<(&str, &'static str, &str)> {
    let at = text::outside_references(line, '=')?;
    let (left, value) = (&line[..at], line[at + 1..].trim_start());
    let signs = [("::", "::="), (":", ":="), ("?", "?="), ("+", "+="), ("!", "!="), ("", "=")];
    let (name, sign) = signs.iter().find_map(|(end, sign)| Some((left.strip_suffix(end)?, *sign)))?;
    let name = name.trim();
    let is_name = !name.is_empty() && !name.contains(char::is_whitespace) && !name.contains(':');
    is_name.then_some((name, sign, value))
}
