//! Programs of our own that answer a question about Python here: run in a fresh workspace, their output read.

use super::run::{STACK_BYTES, Terminal};
use crate::base::time::Timestamp;
use crate::workspace::{Call, MemoryOutbox, Workspace};
use crate::world::program::{Outcome, Output, Stream};
use crate::world::{Command, CommandError, Reply, State};
use std::rc::Rc;
use std::thread;

/// 2026-01-01: the time in which they run, so that each run is the same.
const NOW: Timestamp = Timestamp(1_767_225_600_000);

/// What came of a program.
#[derive(Debug)]
pub(super) struct Ran {
    /// How it ended.
    pub outcome: Outcome,
    /// What it printed.
    pub stdout: String,
    /// What it printed of errors.
    pub stderr: String,
}

/// Why a program could not be run at all.
#[derive(Debug, thiserror::Error)]
pub(super) enum ProgramError {
    #[error("no thread could be started: {0}")]
    Thread(#[from] std::io::Error),
    #[error("the interpreter broke down")]
    Broken,
    #[error(transparent)]
    Refused(#[from] CommandError),
}

/// Runs `source` beside `files` (name and content).
pub(super) fn run(source: &str, files: &[(&str, &str)]) -> Result<Ran, ProgramError> {
    let mut all = vec![("main.py".to_owned(), source.to_owned())];
    all.extend(files.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())));
    let running = thread::Builder::new().stack_size(STACK_BYTES).spawn(move || run_here(all))?;
    running.join().map_err(|_| ProgramError::Broken)?
}

fn run_here(files: Vec<(String, String)>) -> Result<Ran, ProgramError> {
    let (state, _) = State::begin("program", NOW);
    let out = MemoryOutbox::shared(Vec::new());
    let mut workspace = Workspace::within(state, Rc::new(Terminal::new(None)));
    for (path, content) in files {
        let call =
            Call { upload: Some(content.into_bytes()), ..Call::plain(NOW, Command::WriteFile { path }) };
        workspace.execute(call, &out)?;
    }
    let run = Command::RunProgram { file: "main.py".into(), arguments: Vec::new() };
    let outcome = match workspace.execute(Call::plain(NOW, run), &out)? {
        Reply::Program(outcome) => *outcome,
        _ => Outcome::default(),
    };
    let printed = |wanted| {
        let texts = out.borrow().printed.clone().into_iter();
        let texts = texts.filter_map(|output| match output {
            Output::Text { stream, text } if stream == wanted => Some(text),
            _ => None,
        });
        texts.collect()
    };
    Ok(Ran { outcome, stdout: printed(Stream::Stdout), stderr: printed(Stream::Stderr) })
}
