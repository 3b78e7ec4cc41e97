//! What one can do: carries commands out over the systems and says what happened. Engine only; knows no
//! browser, no clock and no journal.

mod datasets;
mod evaluate;
mod files;
mod import;
mod names;
#[cfg(feature = "python")]
mod program;
mod runs;
mod train;

#[cfg(feature = "python")]
pub use program::prepare;

use crate::base::time::{Clock, Timestamp};
use crate::data::Table;
use crate::files::Files;
use crate::world::command::Progress;
use crate::world::program::Output;
use crate::world::{Command, CommandError, Event, Reply, Stamped, State, WorldError};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

/// A command and what came along with it.
#[derive(Clone, Debug)]
pub struct Call {
    /// The present.
    pub at: Timestamp,
    /// What to do.
    pub command: Command,
    /// An uploaded file.
    pub upload: Option<Vec<u8>>,
    /// Contents by hash that the engine has not seen yet.
    pub blobs: BTreeMap<String, Vec<u8>>,
}

impl Call {
    /// A command that nothing comes along with.
    pub fn plain(at: Timestamp, command: Command) -> Self {
        Self { at, command, upload: None, blobs: BTreeMap::new() }
    }
}

/// Where the workspace says what happens, as it happens.
pub trait Outbox {
    /// This happened.
    fn event(&mut self, stamped: &Stamped);
    /// This content belongs to the events that follow.
    fn blob(&mut self, hash: &str, bytes: Vec<u8>);
    /// The command has come so far.
    fn progress(&mut self, progress: Progress);
    /// The program at work prints.
    fn print(&mut self, output: Output);
    /// All that `tell` tells belongs together: it is kept as a whole or not at all.
    fn together(&mut self, tell: &mut dyn FnMut(&mut dyn Outbox));
}

/// An outbox in memory, for tests and the command line.
#[derive(Clone, Debug, Default)]
pub struct MemoryOutbox {
    /// What happened.
    pub events: Vec<Stamped>,
    /// The contents by hash.
    pub blobs: BTreeMap<String, Vec<u8>>,
    /// How often progress was told.
    pub progress: Vec<Progress>,
    /// What was printed.
    pub printed: Vec<Output>,
}

impl MemoryOutbox {
    /// One that the workspace and whoever reads it share, with what has happened already.
    pub fn shared(events: Vec<Stamped>) -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Self { events, ..Self::default() }))
    }
}

impl Outbox for MemoryOutbox {
    fn event(&mut self, stamped: &Stamped) {
        self.events.push(stamped.clone());
    }

    fn blob(&mut self, hash: &str, bytes: Vec<u8>) {
        self.blobs.insert(hash.into(), bytes);
    }

    fn progress(&mut self, progress: Progress) {
        self.progress.push(progress);
    }

    fn print(&mut self, output: Output) {
        self.printed.push(output);
    }

    fn together(&mut self, tell: &mut dyn FnMut(&mut dyn Outbox)) {
        tell(self);
    }
}

/// What programs need of the place where the engine runs.
pub trait Surroundings: std::fmt::Debug {
    /// A real monotonic clock, from any fixed moment.
    fn elapsed(&self) -> Duration;
    /// The files of a package that Python imports, as `python::library::pack` wrote them.
    fn package(&self, name: &str) -> Option<Vec<u8>>;
    /// The contents of `file`, a data set that comes with the site.
    fn dataset(&self, file: &str) -> Option<Vec<u8>>;
}

/// The engine's world: the state, the clock, and what has been opened of its contents.
#[derive(Debug)]
#[cfg_attr(not(feature = "python"), expect(dead_code, reason = "what only programs use"))]
pub struct Workspace {
    state: State,
    clock: Clock,
    surroundings: Rc<dyn Surroundings>,
    /// Opened tables by the hash of their blob.
    tables: BTreeMap<String, Rc<Table>>,
    /// The learner's files with their contents, as soon as a command has needed them.
    files: Option<Files>,
    /// What runs have kept, by hash, as far as it is at hand.
    artifacts: BTreeMap<String, Vec<u8>>,
    /// The code of what programs have imported from the library, by path.
    compiled: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
}

/// No surroundings: time stands still, and there are no packages.
#[derive(Debug)]
struct Nowhere;

impl Surroundings for Nowhere {
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn package(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    fn dataset(&self, _file: &str) -> Option<Vec<u8>> {
        None
    }
}

impl Workspace {
    /// A workspace over `state` whose programs have nothing around them.
    pub fn new(state: State) -> Self {
        Self::within(state, Rc::new(Nowhere))
    }

    /// A workspace over `state`.
    pub fn within(state: State, surroundings: Rc<dyn Surroundings>) -> Self {
        let mut clock = Clock::default();
        clock.advance_to(state.now());
        Self {
            state,
            clock,
            surroundings,
            tables: BTreeMap::new(),
            files: None,
            artifacts: BTreeMap::new(),
            compiled: Rc::default(),
        }
    }

    /// The state after all events so far.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries a command out. The outbox is shared, because a program tells of what it does while it runs.
    ///
    /// # Errors
    /// Says why not. Events told before the error stay; a command that is refused at once tells none.
    pub fn execute<O: Outbox + 'static>(
        &mut self,
        call: Call,
        out: &Rc<RefCell<O>>,
    ) -> Result<Reply, CommandError> {
        self.clock.advance_to(call.at);
        if call.command.is_about_files() {
            self.open_files(&call.blobs)?;
        }
        if let Command::RunProgram { file, arguments } = &call.command {
            self.take_artifacts(call.blobs);
            return self.run_program(file, arguments, out);
        }
        for (hash, bytes) in &call.blobs {
            if let Ok(table) = Table::from_bytes(bytes) {
                self.tables.insert(hash.clone(), Rc::new(table));
            }
        }
        let Self { state, clock, tables, files, .. } = self;
        let mut desk = Desk { state, now: clock.now(), out: &mut *out.borrow_mut() };
        let upload = call.upload.as_deref().unwrap_or_default();
        match call.command {
            Command::AddDataset { name, source } => datasets::add(&mut desk, tables, &name, source, upload),
            Command::RemoveDataset { dataset } => {
                desk.tell(Event::DatasetRemoved { dataset })?;
                Ok(Reply::Done)
            }
            Command::Import => import::import(&mut desk, files, upload),
            Command::Train(request) => train::train(&mut desk, tables, &request),
            other => match files {
                Some(files) if other.is_about_files() => {
                    files::execute(&mut desk, files, other, upload, &call.blobs)
                }
                _ => runs::execute(&mut desk, other, upload),
            },
        }
    }

    #[cfg(feature = "python")]
    fn run_program<O: Outbox + 'static>(
        &mut self,
        file: &str,
        arguments: &[String],
        out: &Rc<RefCell<O>>,
    ) -> Result<Reply, CommandError> {
        program::run(self, file, arguments, Rc::<RefCell<O>>::clone(out))
    }

    #[cfg(not(feature = "python"))]
    fn run_program<O>(&mut self, _: &str, _: &[String], _: &Rc<RefCell<O>>) -> Result<Reply, CommandError> {
        Err(CommandError::Python("this build has none".into()))
    }

    /// Takes in the learner's files, the first time that a command needs them.
    fn open_files(&mut self, contents: &BTreeMap<String, Vec<u8>>) -> Result<(), CommandError> {
        if self.files.is_none() {
            self.files = Some(files::open(self.state.project(), contents)?);
        }
        Ok(())
    }

    /// Keeps those contents that runs hold: the files have theirs already.
    fn take_artifacts(&mut self, mut contents: BTreeMap<String, Vec<u8>>) {
        let runs = self.state.tracking().runs().iter();
        let held: BTreeSet<&String> =
            runs.flat_map(|run| run.artifacts.values().map(|artifact| &artifact.hash)).collect();
        contents.retain(|hash, _| held.contains(hash));
        self.artifacts.append(&mut contents);
    }
}

/// What a command works with: the state, the present, and the ear of the page.
struct Desk<'a> {
    state: &'a mut State,
    now: Timestamp,
    out: &'a mut dyn Outbox,
}

impl Desk<'_> {
    /// Lets an event happen: into the state first, so that what is refused is never told.
    fn tell(&mut self, event: Event) -> Result<(), WorldError> {
        self.tell_at(self.now, event)
    }

    /// As [`Desk::tell`], for what happened at another time.
    fn tell_at(&mut self, at: Timestamp, event: Event) -> Result<(), WorldError> {
        let stamped = Stamped { at, event };
        self.state.apply(&stamped)?;
        self.out.event(&stamped);
        Ok(())
    }

    /// Keeps content and gives its hash.
    fn keep(&mut self, bytes: Vec<u8>) -> String {
        let hash = crate::base::hash::sha256_hex(&bytes);
        self.out.blob(&hash, bytes);
        hash
    }
}
