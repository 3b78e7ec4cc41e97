//! A program of the learner's: Python over the learner's files, which tells of what it does while it does it.

use super::{Desk, Outbox, Surroundings, Workspace, files, runs};
use crate::base::hash::sha256_hex;
use crate::base::time::Timestamp;
use crate::files::{Files, HOME, path};
use crate::plot::picture::Picture;
use crate::python::{Host, Interpreter, Settings};
use crate::world::program::{Output, Stream};
use crate::world::{Command, CommandError, Reply, State, WorldError};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

/// Starts the Python of this thread's next program before there is one.
pub fn prepare() {
    crate::python::prepare();
}

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
        artifacts: RefCell::new(std::mem::take(&mut workspace.artifacts)),
        compiled: Rc::clone(&workspace.compiled),
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
    workspace.artifacts = host.artifacts.take();
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
    artifacts: RefCell<BTreeMap<String, Vec<u8>>>,
    compiled: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
    /// What the world refused of the files: a mistake of ours.
    refused: RefCell<Option<WorldError>>,
}

impl Host for ProgramHost {
    fn print(&self, stream: Stream, text: &str) {
        self.out.borrow_mut().print(Output::Text { stream, text: text.into() });
    }

    fn figure(&self, picture: Picture) {
        self.out.borrow_mut().print(Output::Figure(Box::new(picture)));
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

    fn execute(&self, command: Command, upload: &[u8], now: Timestamp) -> Result<Reply, CommandError> {
        let state = &mut *self.state.borrow_mut();
        let out = &mut *self.out.borrow_mut();
        let is_artifact = matches!(command, Command::LogArtifact { .. });
        let reply = runs::execute(&mut Desk { state, now, out }, command, upload)?;
        if is_artifact {
            self.artifacts.borrow_mut().insert(sha256_hex(upload), upload.to_vec());
        }
        Ok(reply)
    }

    fn look(&self, reader: &mut dyn FnMut(&State)) {
        reader(&self.state.borrow());
    }

    fn artifact(&self, hash: &str) -> Option<Vec<u8>> {
        self.artifacts.borrow().get(hash).cloned()
    }

    fn compiled(&self, path: &str) -> Option<Vec<u8>> {
        self.compiled.borrow().get(path).cloned()
    }

    fn keep_compiled(&self, path: &str, code: &[u8]) {
        self.compiled.borrow_mut().insert(path.into(), code.to_vec());
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
