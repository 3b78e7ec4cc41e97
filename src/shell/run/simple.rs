//! A simple command: assignments, words and redirections, then whoever has the name of the first word.

use crate::files::{Entry, FileError, path};
use crate::shell::builtins;
use crate::shell::call::Call;
use crate::shell::commands;
use crate::shell::quote;
use crate::shell::state::{Shell, Value, Variable};
use crate::shell::stop::Stop;
use crate::shell::stream::{Screen, Stream};
use crate::shell::suggest;
use crate::shell::system::{Launch, System};
use brush_parser::ast::{
    Assignment, AssignmentName, AssignmentValue, CommandPrefixOrSuffixItem as Item, ProcessSubstitutionKind,
    SimpleCommand, SubshellCommand,
};
use std::collections::BTreeMap;
use std::rc::Rc;

impl Shell {
    pub(super) fn simple(&mut self, command: &SimpleCommand, system: &mut System<'_>) -> Result<(), Stop> {
        self.substituted = None;
        let before = self.streams.clone();
        let mut temporary = Vec::new();
        let ended = self.prepared(command, &mut temporary, system);
        if !matches!(&ended, Ok(keeps) if *keeps) {
            self.streams = before;
        }
        for file in temporary {
            // It was ours, and nobody else knows it.
            let _ = system.files.remove_file(&file, system.now);
        }
        ended.map(drop)
    }

    /// Runs a command; true when its redirections stay, as those of `exec`.
    fn prepared(
        &mut self,
        command: &SimpleCommand,
        temporary: &mut Vec<String>,
        system: &mut System<'_>,
    ) -> Result<bool, Stop> {
        let mut words = Vec::new();
        if let Some(first) = &command.word_or_name {
            words.extend(self.words(&first.value, system)?);
        }
        let declares = words.first().is_some_and(|name| builtins::declares(name));
        let mut declared = Vec::new();
        for item in command.suffix.iter().flat_map(|suffix| &suffix.0) {
            match item {
                Item::Word(word) => words.extend(self.words(&word.value, system)?),
                Item::AssignmentWord(assignment, _) if declares => {
                    declared.push((words.len(), assignment));
                    words.push(self.as_argument(assignment, system)?);
                }
                Item::AssignmentWord(_, word) => words.extend(self.words(&word.value, system)?),
                Item::ProcessSubstitution(kind, commands) => {
                    let file = self.process_substitution(kind, commands, temporary.len(), system)?;
                    words.push(file.clone());
                    temporary.push(file);
                }
                Item::IoRedirect(_) => {}
            }
        }
        let prefix = command.prefix.iter().flat_map(|prefix| &prefix.0);
        let suffix = command.suffix.iter().flat_map(|suffix| &suffix.0);
        for item in prefix.clone().chain(suffix) {
            if let Item::IoRedirect(redirect) = item {
                self.redirect(redirect, system)?;
            }
        }
        let assignments = prefix.filter_map(|item| match item {
            Item::AssignmentWord(assignment, _) => Some(assignment),
            _ => None,
        });
        if words.is_empty() {
            for assignment in assignments {
                let shown = self.assign(assignment, system)?;
                self.trace(&[shown], system);
            }
            self.status = self.substituted.unwrap_or(0);
            return Ok(false);
        }
        let mut lent: Vec<(String, Option<Variable>)> = Vec::new();
        let mut ended = Ok(());
        for assignment in assignments {
            let name = name_of(&assignment.name);
            lent.push((name.to_owned(), self.lend(name)));
            ended = ended.and_then(|()| {
                let shown = self.assign(assignment, system)?;
                self.trace(&[shown], system);
                self.export(name);
                Ok(())
            });
        }
        let traced: Vec<String> = words.iter().map(|word| quote::shown(word)).collect();
        self.trace(&traced, system);
        let arrays = declared.into_iter().filter(|(_, one)| matches!(one.value, AssignmentValue::Array(_)));
        let arrays: Vec<&Assignment> = arrays.map(|(_, assignment)| assignment).collect();
        let ended = ended.and_then(|()| self.run_words(&words, system)).and_then(|()| {
            arrays.iter().try_for_each(|assignment| self.assign(assignment, system).map(drop))
        });
        for (name, before) in lent.into_iter().rev() {
            self.restore(&name, before);
        }
        ended.map(|()| words.len() == 1 && words[0] == "exec")
    }

    /// `set -x`: shows what is about to run.
    fn trace(&self, words: &[String], system: &mut System<'_>) {
        if self.options.trace {
            let mark = self.get("PS4").unwrap_or_default();
            self.print_error(&format!("{mark}{}\n", words.join(" ")), system);
        }
    }

    /// What a command gets for an assignment among its words, as `export` does.
    fn as_argument(&mut self, assignment: &Assignment, system: &mut System<'_>) -> Result<String, Stop> {
        let name = name_of(&assignment.name);
        match &assignment.value {
            AssignmentValue::Array(_) => Ok(name.to_owned()),
            AssignmentValue::Scalar(word) => {
                let value = self.text(&word.value, system)?;
                Ok(format!("{name}{}={value}", if assignment.append { "+" } else { "" }))
            }
        }
    }

    /// Sets a variable and gives what `set -x` shows of it.
    fn assign(&mut self, assignment: &Assignment, system: &mut System<'_>) -> Result<String, Stop> {
        let name = name_of(&assignment.name);
        match (&assignment.value, &assignment.name) {
            (AssignmentValue::Scalar(word), AssignmentName::ArrayElementName(_, index)) => {
                let mut value = self.text(&word.value, system)?;
                if assignment.append {
                    let before = self.text(&format!("${{{name}[{index}]}}"), system)?;
                    value = before + &value;
                }
                let shown = format!("{name}[{index}]={}", quote::shown(&value));
                self.assign_element(name, index, value, system)?;
                Ok(shown)
            }
            (AssignmentValue::Scalar(word), AssignmentName::VariableName(_)) => {
                let value = self.text(&word.value, system)?;
                let shown =
                    format!("{name}={}", if value.is_empty() { value.clone() } else { quote::shown(&value) });
                let before =
                    if assignment.append { self.get(name).unwrap_or_default() } else { String::new() };
                self.set(name, before + &value)?;
                Ok(shown)
            }
            (AssignmentValue::Array(items), _) => {
                self.assign_array(name, items, assignment.append, system)?;
                Ok(format!("{name}=(…)"))
            }
        }
    }

    fn assign_array(
        &mut self,
        name: &str,
        items: &[(Option<brush_parser::ast::Word>, brush_parser::ast::Word)],
        append: bool,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        let before = self.variable(name).and_then(|variable| variable.value.clone());
        let start = match before {
            Some(Value::Map(held)) => Value::Map(if append { held } else { BTreeMap::new() }),
            Some(Value::Array(held)) if append => Value::Array(held),
            Some(Value::Text(text)) if append => Value::Array(BTreeMap::from([(0, text)])),
            _ => Value::Array(BTreeMap::new()),
        };
        // Values are computed before the old ones go: `a=("${a[@]}" more)`.
        let mut found = Vec::new();
        for (key, word) in items {
            match key {
                Some(key) => found.push((Some(key.value.clone()), self.text(&word.value, system)?)),
                None => found.extend(self.words(&word.value, system)?.into_iter().map(|value| (None, value))),
            }
        }
        let mut next = match &start {
            Value::Array(held) => held.last_key_value().map_or(0, |(last, _)| last + 1),
            _ => 0,
        };
        self.set_value(name, start)?;
        for (key, value) in found {
            match key {
                Some(key) => {
                    if !matches!(self.variable(name).and_then(|one| one.value.as_ref()), Some(Value::Map(_)))
                    {
                        next = self.arithmetic(&key, system)? + 1;
                    }
                    self.assign_element(name, &key, value, system)?;
                }
                None => {
                    self.set_element(name, &next.to_string(), next, value)?;
                    next += 1;
                }
            }
        }
        Ok(())
    }

    /// `<(commands)`: a file with what they print.
    fn process_substitution(
        &mut self,
        kind: &ProcessSubstitutionKind,
        commands: &SubshellCommand,
        index: usize,
        system: &mut System<'_>,
    ) -> Result<String, Stop> {
        if matches!(kind, ProcessSubstitutionKind::Write) {
            return Err(Stop::refused("`>(commands)' is not carried here: use a pipe"));
        }
        let (output, pipe) = Stream::pipe();
        let mut subshell = self.subshell();
        subshell.streams.set(1, output);
        let ended = subshell.list(&commands.list, system);
        subshell.end(ended, system);
        let bytes = std::mem::take(&mut pipe.borrow_mut().bytes);
        let file = format!("/tmp/.fd-{}", 63 - index);
        let now = system.now;
        let written = system.files.write(&file, bytes, now);
        written.map_err(|error| Stop::refused(format!("{file}: {error}")))?;
        Ok(file)
    }

    /// Runs what words say: a function, a command of the shell, a program, or a script.
    pub(crate) fn run_words(&mut self, words: &[String], system: &mut System<'_>) -> Result<(), Stop> {
        let name = words[0].as_str();
        if let Some(body) = self.functions.get(name).map(Rc::clone) {
            return self.call_function(&words[0], &body, &words[1..], system);
        }
        self.run_command(words, system)
    }

    /// As [`Shell::run_words`], without functions.
    pub(crate) fn run_command(&mut self, words: &[String], system: &mut System<'_>) -> Result<(), Stop> {
        let name = words[0].as_str();
        if let Some(act) = builtins::find(name).or_else(|| {
            commands::find(
                name.strip_prefix("/usr/bin/").or_else(|| name.strip_prefix("/bin/")).unwrap_or(name),
            )
        }) {
            let mut call = Call::new(self, system, name, &words[1..]);
            let ended = act(&mut call);
            let flushed = call.flush();
            self.status = ended?;
            return flushed;
        }
        if system.host.programs().contains(&name) {
            return self.launch(words, system);
        }
        if name.contains('/') {
            return self.run_script(words, system);
        }
        Err(Stop::Refused { message: suggest::not_found(self, name, system), status: 127, fatal: false })
    }

    fn call_function(
        &mut self,
        name: &str,
        body: &brush_parser::ast::FunctionBody,
        arguments: &[String],
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        if !system.enter() {
            system.leave();
            return Err(Stop::fatal(format!("{name}: maximum function nesting level exceeded (500)"), 1));
        }
        let before = std::mem::replace(&mut self.arguments, arguments.to_vec());
        let loops = std::mem::take(&mut self.loops);
        self.begin_function();
        let ended = self.redirected(body.1.as_ref(), system, |shell, system| shell.compound(&body.0, system));
        self.end_function();
        self.arguments = before;
        self.loops = loops;
        system.leave();
        match ended {
            Err(Stop::Return(status)) => {
                self.status = status;
                Ok(())
            }
            other => other,
        }
    }

    /// Runs a program of the host's.
    fn launch(&mut self, words: &[String], system: &mut System<'_>) -> Result<(), Stop> {
        let input = self.streams.input().read_all(system).map_err(|_| endless(&words[0]))?;
        let environment = self.environment();
        let launch = Launch { words, folder: &self.folder, environment: &environment, input };
        let (out, err) = (self.streams.get(1).cloned(), self.streams.get(2).cloned());
        // What goes to a file is written when the program has ended: it has the files until then.
        let mut held: [Vec<u8>; 2] = Default::default();
        let host = system.host;
        let files = std::mem::take(&mut system.files);
        let mut broken = false;
        let ended = host.run(launch, files, system.now, &mut |screen, bytes| {
            let stream = if screen == Screen::Out { &out } else { &err };
            match stream {
                None | Some(Stream::Nothing) => true,
                Some(Stream::Screen(screen)) => host.print(*screen, bytes),
                Some(Stream::Pipe(pipe)) => {
                    let taken = pipe.borrow_mut().take_in(bytes);
                    broken |= !taken;
                    taken
                }
                Some(Stream::File(_)) => {
                    held[usize::from(screen == Screen::Err)].extend_from_slice(bytes);
                    true
                }
            }
        });
        system.files = ended.files;
        system.now = system.now.max(ended.now);
        for (stream, bytes) in [out, err].into_iter().zip(held) {
            if let Some(stream) = stream.filter(|_| !bytes.is_empty()) {
                // A file that refuses it has been said by the program's own means only when it wrote the file itself.
                stream
                    .write(&bytes, system)
                    .map_err(|_| Stop::refused("write error: No space left on device"))?;
            }
        }
        self.status = if broken { 141 } else { ended.code };
        Ok(())
    }

    /// Runs a file: with the program that its first line names, or as a script of this shell.
    fn run_script(&mut self, words: &[String], system: &mut System<'_>) -> Result<(), Stop> {
        let given = words[0].as_str();
        let path = path::absolute(&self.folder, given);
        let refused = |error: FileError, status| Stop::Refused {
            message: format!("{given}: {error}"),
            status,
            fatal: false,
        };
        match system.files.entry(&path) {
            Err(error) => Err(refused(error, 127)),
            Ok(Entry::Folder) => Err(refused(FileError::IsAFolder, 126)),
            Ok(Entry::File(_)) if !system.files.is_executable(&path) => Err(refused(FileError::Denied, 126)),
            Ok(Entry::File(_)) => {
                let bytes = system.files.read(&path).unwrap_or_default();
                let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
                let mut run = interpreter(&String::from_utf8_lossy(first));
                run.push(path);
                run.extend_from_slice(&words[1..]);
                self.run_command(&run, system)
            }
        }
    }
}

/// What runs a file that begins with this line.
fn interpreter(line: &str) -> Vec<String> {
    let words: Vec<&str> = line.strip_prefix("#!").unwrap_or("bash").split_whitespace().collect();
    let mut words = words.into_iter().skip_while(|word| word.ends_with("/env") || *word == "-S");
    let program = words.next().unwrap_or("bash");
    let program = path::name(program).to_owned();
    std::iter::once(program).chain(words.map(str::to_owned)).collect()
}

/// The refusal of a command whose input has no end.
pub fn endless(name: &str) -> Stop {
    Stop::refused(format!(
        "{name}: its input has no end: more than {} MB have come through the pipe",
        crate::shell::stream::PIPE_BYTES >> 20
    ))
}

fn name_of(name: &AssignmentName) -> &str {
    match name {
        AssignmentName::VariableName(name) | AssignmentName::ArrayElementName(name, _) => name,
    }
}
