//! Carrying a program out: lists, pipelines, compound commands, simple commands.

mod compound;
mod conditional;
mod redirect;
mod simple;

pub use conditional::test;
pub use simple::endless;

use super::parse::{self, SyntaxError};
use super::state::Shell;
use super::stop::Stop;
use super::stream::Stream;
use super::system::System;
use brush_parser::ast::{
    AndOr, AndOrList, Command, CompoundList, FunctionDefinition, Pipeline, Program, SeparatorOperator,
    SourceLocation,
};
use std::rc::Rc;

impl Shell {
    /// Carries a text out as a shell of its own would, to its end, and gives its exit code.
    pub fn run_text(&mut self, text: &str, system: &mut System<'_>) -> i32 {
        let ended = self.run_source(text, system);
        self.end(ended, system)
    }

    /// Carries a text out in this shell.
    ///
    /// # Errors
    /// What stops it.
    pub fn run_source(&mut self, text: &str, system: &mut System<'_>) -> Result<(), Stop> {
        match parse::program(text) {
            Ok(program) => self.program(&program, system),
            Err(error) => {
                // What stands before the mistake runs, as bash reads command by command.
                let lines: Vec<&str> = text.split_inclusive('\n').collect();
                let before = (1..error.line.min(lines.len() + 1)).rev();
                let sound =
                    before.map(|count| lines[..count].concat()).find_map(|text| parse::program(&text).ok());
                if let Some(program) = sound {
                    self.program(&program, system)?;
                }
                self.line = error.line;
                self.complain_of_syntax(&error, &lines, system);
                self.status = 2;
                Err(Stop::Exit(2))
            }
        }
    }

    /// What is left to do when the shell ends: its exit code, after what `trap` has set for this.
    fn end(&mut self, ended: Result<(), Stop>, system: &mut System<'_>) -> i32 {
        self.status = match ended {
            Ok(()) | Err(Stop::Break(_) | Stop::Continue(_)) => self.status,
            Err(Stop::Exit(status) | Stop::Return(status) | Stop::Command(status)) => status,
            Err(Stop::Refused { message, status, .. }) => {
                self.complain(&message, system);
                status
            }
        };
        if let Some(commands) = self.on_exit.take() {
            let before = self.status;
            match self.run_source(&commands, system) {
                Err(Stop::Exit(status)) => self.status = status,
                _ => self.status = before,
            }
        }
        self.status
    }

    fn program(&mut self, program: &Program, system: &mut System<'_>) -> Result<(), Stop> {
        for list in &program.complete_commands {
            self.list(list, system)?;
        }
        Ok(())
    }

    /// Carries out commands one after the other; `$?` is the last one's.
    pub(super) fn list(&mut self, list: &CompoundList, system: &mut System<'_>) -> Result<(), Stop> {
        for item in &list.0 {
            if matches!(item.1, SeparatorOperator::Async) {
                self.complain(
                    "background jobs are not carried here: a command runs to its end before the next begins; \
                     leave the `&' out",
                    system,
                );
                return Err(Stop::Exit(2));
            }
            self.and_or(&item.0, system)?;
        }
        Ok(())
    }

    fn and_or(&mut self, list: &AndOrList, system: &mut System<'_>) -> Result<(), Stop> {
        let last = list.additional.len();
        self.guarded_pipeline(&list.first, last > 0, system)?;
        for (index, next) in list.additional.iter().enumerate() {
            let (pipeline, wanted) = match next {
                AndOr::And(pipeline) => (pipeline, self.status == 0),
                AndOr::Or(pipeline) => (pipeline, self.status != 0),
            };
            if wanted {
                self.guarded_pipeline(pipeline, index + 1 < last, system)?;
            }
        }
        Ok(())
    }

    /// A pipeline; when it is `guarded` its failure is no reason for `set -e` to end the shell.
    fn guarded_pipeline(
        &mut self,
        pipeline: &Pipeline,
        guarded: bool,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        let guarded = guarded || pipeline.bang;
        self.guarded += u32::from(guarded);
        let ended = self.pipeline(pipeline, system);
        self.guarded -= u32::from(guarded);
        ended?;
        let ends = self.options.exit_on_error && self.guarded == 0 && !guarded && self.status != 0;
        if ends && !always_tested(pipeline) { Err(Stop::Exit(self.status)) } else { Ok(()) }
    }

    fn pipeline(&mut self, pipeline: &Pipeline, system: &mut System<'_>) -> Result<(), Stop> {
        match pipeline.seq.as_slice() {
            [] => self.status = 0,
            [only] => {
                self.command(only, system)?;
                self.pipe_status = vec![self.status];
            }
            several => self.pipe(several, system),
        }
        if pipeline.bang {
            self.status = i32::from(self.status == 0);
        }
        Ok(())
    }

    /// Commands of which each reads what the one before it has written. Each has a shell of its own.
    fn pipe(&mut self, commands: &[Command], system: &mut System<'_>) {
        let mut statuses = Vec::with_capacity(commands.len());
        let mut input = self.streams.get(0).cloned();
        for (index, command) in commands.iter().enumerate() {
            let mut subshell = self.subshell();
            match input.take() {
                Some(stream) => subshell.streams.set(0, stream),
                None => subshell.streams.close(0),
            }
            if index + 1 < commands.len() {
                let (output, pipe) = Stream::pipe();
                subshell.streams.set(1, output);
                input = Some(Stream::Pipe(pipe));
            }
            let ended = subshell.command(command, system);
            statuses.push(subshell.end(ended, system));
        }
        let last = statuses.last().copied().unwrap_or(0);
        let failed = statuses.iter().rev().copied().find(|status| *status != 0);
        self.status = if self.options.pipe_fail { failed.unwrap_or(0) } else { last };
        self.pipe_status = statuses;
    }

    /// One command. What it cannot do it says here, and goes on unless that is the shell's end.
    pub(super) fn command(&mut self, command: &Command, system: &mut System<'_>) -> Result<(), Stop> {
        if let Some(place) = command.location() {
            self.line = place.start.line;
        }
        let ended = match command {
            Command::Simple(simple) => self.simple(simple, system),
            Command::Compound(compound, redirects) => {
                self.redirected(redirects.as_ref(), system, |shell, system| shell.compound(compound, system))
            }
            Command::Function(definition) => {
                self.define(definition);
                Ok(())
            }
            Command::ExtendedTest(test, redirects) => {
                self.redirected(redirects.as_ref(), system, |shell, system| {
                    shell.status = i32::from(!shell.extended_test(&test.expr, system)?);
                    Ok(())
                })
            }
        };
        match ended {
            Err(Stop::Command(status)) => {
                self.status = status;
                Ok(())
            }
            Err(Stop::Refused { message, status, fatal }) => {
                self.complain(&message, system);
                self.status = status;
                if fatal { Err(Stop::Exit(status)) } else { Ok(()) }
            }
            other => other,
        }
    }

    fn define(&mut self, definition: &FunctionDefinition) {
        self.functions.insert(definition.fname.value.clone(), Rc::new(definition.body.clone()));
        self.status = 0;
    }

    /// Runs a condition: its failure ends nothing.
    fn condition(&mut self, list: &CompoundList, system: &mut System<'_>) -> Result<bool, Stop> {
        self.guarded += 1;
        let ended = self.list(list, system);
        self.guarded -= 1;
        ended?;
        Ok(self.status == 0)
    }

    /// Prints a message of the shell's own.
    pub fn complain(&self, message: &str, system: &mut System<'_>) {
        let line = if self.interactive { String::new() } else { format!("line {}: ", self.line) };
        self.print_error(&format!("{}: {line}{message}\n", self.name), system);
    }

    /// Prints what is wrong with a text; of one that is not typed line by line, the line too.
    fn complain_of_syntax(&self, error: &SyntaxError, lines: &[&str], system: &mut System<'_>) {
        if self.interactive {
            return self.complain(&error.message, system);
        }
        let given = if self.name == "bash" { " -c:" } else { "" };
        let place = format!("{}:{given} line {}: ", self.name, error.line);
        self.print_error(&format!("{place}{}\n", error.message), system);
        let near = error.message.starts_with("syntax error near");
        if let Some(line) = lines.get(error.line.wrapping_sub(1)).filter(|_| near) {
            self.print_error(&format!("{place}`{}'\n", line.trim_end_matches('\n')), system);
        }
    }

    /// Prints to the standard error output.
    pub(super) fn print_error(&self, text: &str, system: &mut System<'_>) {
        if let Some(stream) = self.streams.get(2).cloned() {
            // Where nobody takes it there is nobody to tell.
            let _ = stream.write(text.as_bytes(), system);
        }
    }
}

/// Compound commands whose own status `set -e` does not look at: what failed in them has been looked at.
fn always_tested(pipeline: &Pipeline) -> bool {
    use brush_parser::ast::CompoundCommand as C;
    match pipeline.seq.as_slice() {
        [Command::Compound(compound, _)] => !matches!(compound, C::Subshell(_) | C::Arithmetic(_)),
        _ => false,
    }
}
