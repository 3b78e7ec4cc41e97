//! What one shell knows: variables, functions, options, where it stands. A subshell is a clone.

use super::stop::Stop;
use super::stream::Streams;
use crate::files::HOME;
use brush_parser::ast::FunctionBody;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A variable's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// Texts by number.
    Array(BTreeMap<i64, String>),
    /// Texts by name.
    Map(BTreeMap<String, String>),
}

/// A variable.
#[derive(Clone, Debug)]
pub struct Variable {
    /// Its value; nothing for one that was only declared.
    pub value: Option<Value>,
    /// Whether programs see it.
    pub exported: bool,
    /// Whether it may not change.
    pub readonly: bool,
}

/// The switches of `set`.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `-e`: a command that fails ends the shell.
    pub exit_on_error: bool,
    /// `-u`: a variable that is not set is an error.
    pub no_unset: bool,
    /// `-x`: commands are shown before they run.
    pub trace: bool,
    /// `-o pipefail`: a pipeline fails with the last of its commands that fails.
    pub pipe_fail: bool,
    /// `-f`: no file names from patterns.
    pub no_glob: bool,
    /// `-C`: no overwriting by `>`.
    pub no_clobber: bool,
    /// `shopt -s nullglob`: a pattern that fits nothing is nothing.
    pub null_glob: bool,
    /// `shopt -s dotglob`: patterns fit hidden files too.
    pub dot_glob: bool,
    /// `shopt -s globstar`: `**` goes through all folders.
    pub glob_star: bool,
    /// `shopt -s nocasematch`: patterns do not mind case.
    pub no_case_match: bool,
}

/// One shell.
#[derive(Clone, Debug)]
pub struct Shell {
    variables: BTreeMap<String, Variable>,
    /// What functions have hidden with `local`, the innermost call last.
    hidden: Vec<BTreeMap<String, Option<Variable>>>,
    /// Functions by name.
    pub functions: BTreeMap<String, Rc<FunctionBody>>,
    /// The switches.
    pub options: Options,
    /// `$1` and on.
    pub arguments: Vec<String>,
    /// Whether a file is being read by `source`.
    pub(super) sourced: bool,
    /// Whether somebody types: messages then name no line.
    pub interactive: bool,
    /// `$0`, the name under which messages are given.
    pub name: String,
    /// Where commands read from and write to.
    pub streams: Streams,
    /// The present folder.
    pub folder: String,
    /// `$?`
    pub status: i32,
    /// `${PIPESTATUS[@]}`
    pub pipe_status: Vec<i32>,
    /// What runs when the shell ends.
    pub on_exit: Option<String>,
    /// What the next `$RANDOM` follows from.
    pub random: u64,
    /// The arguments that `getopts` has gone through: argument, place in it.
    pub options_read: (usize, usize),
    /// Whether a failing command ends the shell just now; not so in conditions.
    pub(super) guarded: u32,
    /// Loops around the command at work.
    pub(super) loops: usize,
    /// The status of the last command substitution in the command at work.
    pub(super) substituted: Option<i32>,
    /// The line at work.
    pub(super) line: usize,
}

impl Default for Shell {
    fn default() -> Self {
        let mut shell = Self {
            variables: BTreeMap::new(),
            hidden: Vec::new(),
            functions: BTreeMap::new(),
            options: Options::default(),
            arguments: Vec::new(),
            interactive: false,
            sourced: false,
            name: "bash".into(),
            streams: Streams::terminal(),
            folder: HOME.into(),
            status: 0,
            pipe_status: vec![0],
            on_exit: None,
            random: 0,
            options_read: (0, 0),
            guarded: 0,
            loops: 0,
            substituted: None,
            line: 1,
        };
        let environment = [
            ("HOME", HOME),
            ("LANG", "C.UTF-8"),
            ("LOGNAME", "dojo"),
            ("PATH", "/usr/local/bin:/usr/bin:/bin"),
            ("PWD", HOME),
            ("SHELL", "/bin/bash"),
            ("TERM", "xterm-256color"),
            ("USER", "dojo"),
        ];
        for (name, value) in environment {
            shell.put(name, value);
            shell.export(name);
        }
        for (name, value) in [("IFS", " \t\n"), ("OPTIND", "1"), ("PS4", "+ ")] {
            shell.put(name, value);
        }
        shell
    }
}

impl Shell {
    /// A shell that begins as this one is, and of which nothing comes back.
    pub fn subshell(&self) -> Self {
        Self { on_exit: None, loops: 0, ..self.clone() }
    }

    /// A variable's value as text: of an array its first.
    pub fn get(&self, name: &str) -> Option<String> {
        match self.variables.get(name)?.value.as_ref()? {
            Value::Text(text) => Some(text.clone()),
            Value::Array(items) => items.get(&0).cloned(),
            Value::Map(items) => items.get("0").cloned(),
        }
    }

    /// A variable.
    pub fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.get(name)
    }

    /// The names of all variables that are set, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.variables.iter().filter(|(_, held)| held.value.is_some()).map(|(name, _)| name.as_str())
    }

    /// All variables in the order of their names.
    pub fn variables(&self) -> impl Iterator<Item = (&str, &Variable)> {
        self.variables.iter().map(|(name, variable)| (name.as_str(), variable))
    }

    /// Sets a variable to text.
    ///
    /// # Errors
    /// When it may not change.
    pub fn set(&mut self, name: &str, value: impl Into<String>) -> Result<(), Stop> {
        let text = value.into();
        let new = match self.variables.get(name).and_then(|variable| variable.value.clone()) {
            Some(Value::Array(mut items)) => {
                items.insert(0, text);
                Value::Array(items)
            }
            Some(Value::Map(mut items)) => {
                items.insert("0".into(), text);
                Value::Map(items)
            }
            _ => Value::Text(text),
        };
        self.set_value(name, new)
    }

    /// Sets a variable.
    ///
    /// # Errors
    /// When it may not change.
    pub fn set_value(&mut self, name: &str, value: Value) -> Result<(), Stop> {
        if self.variables.get(name).is_some_and(|variable| variable.readonly) {
            return Err(Stop::fatal(format!("{name}: readonly variable"), 1));
        }
        self.entry(name).value = Some(value);
        if name == "OPTIND" {
            self.options_read = (0, 0);
        }
        Ok(())
    }

    /// Sets a variable that the shell itself keeps.
    pub(super) fn put(&mut self, name: &str, value: &str) {
        self.entry(name).value = Some(Value::Text(value.into()));
    }

    /// Declares a variable without a value; one that is there stays.
    pub fn declare(&mut self, name: &str) {
        self.entry(name);
    }

    fn entry(&mut self, name: &str) -> &mut Variable {
        let new = Variable { value: None, exported: false, readonly: false };
        self.variables.entry(name.into()).or_insert(new)
    }

    /// Lets programs see a variable.
    pub fn export(&mut self, name: &str) {
        self.entry(name).exported = true;
    }

    /// Hides a variable from programs.
    pub fn unexport(&mut self, name: &str) {
        self.entry(name).exported = false;
    }

    /// Fixes a variable.
    pub fn fix(&mut self, name: &str) {
        self.entry(name).readonly = true;
    }

    /// Removes a variable.
    ///
    /// # Errors
    /// When it may not change.
    pub fn unset(&mut self, name: &str) -> Result<(), Stop> {
        if self.variables.get(name).is_some_and(|variable| variable.readonly) {
            return Err(Stop::refused(format!("{name}: cannot unset: readonly variable")));
        }
        self.variables.remove(name);
        Ok(())
    }

    /// Removes an element of an array.
    pub fn unset_element(&mut self, name: &str, key: &str) {
        match self.variables.get_mut(name).and_then(|variable| variable.value.as_mut()) {
            Some(Value::Array(items)) => {
                if let Ok(index) = key.parse() {
                    items.remove(&index);
                }
            }
            Some(Value::Map(items)) => {
                items.remove(key);
            }
            _ => {}
        }
    }

    /// What programs see.
    pub fn environment(&self) -> BTreeMap<String, String> {
        let exported = self.variables.iter().filter(|(_, variable)| variable.exported);
        exported
            .filter_map(|(name, variable)| match variable.value.as_ref()? {
                Value::Text(text) => Some((name.clone(), text.clone())),
                Value::Array(_) | Value::Map(_) => None,
            })
            .collect()
    }

    /// Whether a function is at work.
    pub fn in_function(&self) -> bool {
        !self.hidden.is_empty()
    }

    /// A function begins: `local` hides from now on what it names.
    pub(super) fn begin_function(&mut self) {
        self.hidden.push(BTreeMap::new());
    }

    /// The innermost function ends: what it had hidden is back.
    pub(super) fn end_function(&mut self) {
        for (name, before) in self.hidden.pop().unwrap_or_default() {
            match before {
                Some(variable) => self.variables.insert(name, variable),
                None => self.variables.remove(&name),
            };
        }
    }

    /// Hides a variable until the innermost function ends.
    pub fn make_local(&mut self, name: &str) {
        let before = self.variables.get(name).cloned();
        if let Some(hidden) = self.hidden.last_mut()
            && !hidden.contains_key(name)
        {
            let exported = before.as_ref().is_some_and(|variable| variable.exported);
            hidden.insert(name.into(), before);
            self.variables.insert(name.into(), Variable { value: None, exported, readonly: false });
        }
    }

    /// Sets variables for one command and gives what they were.
    pub(super) fn lend(&mut self, name: &str) -> Option<Variable> {
        self.variables.get(name).cloned()
    }

    /// Puts a variable back as it was.
    pub(super) fn restore(&mut self, name: &str, before: Option<Variable>) {
        match before {
            Some(variable) => self.variables.insert(name.into(), variable),
            None => self.variables.remove(name),
        };
    }

    /// The switches that are on, as `$-` shows them.
    pub fn flags(&self) -> String {
        let options = &self.options;
        let flags = [
            ('e', options.exit_on_error),
            ('f', options.no_glob),
            ('h', true),
            ('u', options.no_unset),
            ('x', options.trace),
            ('B', true),
            ('C', options.no_clobber),
        ];
        flags.into_iter().filter(|(_, on)| *on).map(|(flag, _)| flag).collect()
    }

    /// The next number of `$RANDOM`, from 0 to 32767.
    pub(super) fn next_random(&mut self) -> u64 {
        // Knuth's constants of MMIX.
        self.random =
            self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33) & 0x7fff
    }
}

/// Whether text may name a variable.
pub fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || first.is_ascii_alphabetic())
        && characters.all(|character| character == '_' || character.is_ascii_alphanumeric())
}
