//! A program of the learner's: Python over the learner's files, which tells of what it does while it does it.

use super::{Desk, Outbox, Surroundings, Workspace, files};
use crate::base::time::Timestamp;
use crate::files::{Files, HOME, path};
use crate::python::{Host, Interpreter, Settings};
use crate::world::program::{Output, Stream};
use crate::world::{CommandError, Reply, State, WorldError};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// Runs a file as `python FILE ARGUMENTS…` does, each time in a Python of its own.
pub(super) fn run(
    workspace: &mut Workspace,
    file: &str,
    arguments: &[String],
    out: Rc<RefCell<dyn Outbox>>,
) -> Result<Reply, CommandError> {
    let file = path::absolute(HOME, file);
    let before = workspace.files.take().unwrap_or_default();
    let seed = workspace.state.next_seq();
    let host = Rc::new(ProgramHost {
        state: RefCell::new(std::mem::take(&mut workspace.state)),
        out,
        surroundings: Rc::clone(&workspace.surroundings),
        refused: RefCell::default(),
    });
    let settings = Settings { files: before.clone(), now: workspace.clock.now(), seed, host: host.clone() };
    let ended = match Interpreter::new(settings) {
        Ok(python) => {
            let outcome = python.run_file(&file, arguments);
            workspace.clock.advance_to(python.machine().now());
            let mut after = python.finish();
            host.changed(&mut after, workspace.clock.now());
            workspace.files = Some(after);
            Ok(outcome)
        }
        Err(problem) => {
            workspace.files = Some(before);
            Err(CommandError::Python(format!("{}: {}", problem.kind, problem.message)))
        }
    };
    workspace.state = host.state.take();
    if let Some(error) = host.refused.take() {
        return Err(error.into());
    }
    Ok(Reply::Program(Box::new(ended?)))
}

/// What surrounds the program: the world, which it changes, and the page, which looks on.
struct ProgramHost {
    state: RefCell<State>,
    out: Rc<RefCell<dyn Outbox>>,
    surroundings: Rc<dyn Surroundings>,
    /// What the world refused of the files: a mistake of ours.
    refused: RefCell<Option<WorldError>>,
}

impl Host for ProgramHost {
    fn print(&self, stream: Stream, text: &str) {
        self.out.borrow_mut().print(Output::Text { stream, text: text.into() });
    }

    fn output_cut(&self) {
        self.out.borrow_mut().print(Output::Cut);
    }

    fn changed(&self, files: &mut Files, now: Timestamp) {
        let state = &mut *self.state.borrow_mut();
        let out = &mut *self.out.borrow_mut();
        if let Err(error) = files::settle(&mut Desk { state, now, out }, files) {
            self.refused.replace(Some(error));
        }
    }

    fn elapsed(&self) -> Duration {
        self.surroundings.elapsed()
    }

    fn package(&self, name: &str) -> Option<Vec<u8>> {
        self.surroundings.package(name)
    }

    fn dataset(&self, file: &str) -> Option<Vec<u8>> {
        self.surroundings.dataset(file)
    }
}
