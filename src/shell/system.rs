//! What a shell runs on: the learner's files, the virtual clock, and programs that are not the shell's own.

use super::stream::Screen;
use crate::base::time::Timestamp;
use crate::files::Files;
use std::collections::BTreeMap;

/// Calls of functions and sourced files within one another.
const DEEPEST: usize = 500;

/// A program that the host runs: `python`, `pytest`, `pip` and the like.
#[derive(Debug)]
pub struct Launch<'a> {
    /// Its name and arguments.
    pub words: &'a [String],
    /// The folder it stands in.
    pub folder: &'a str,
    /// Its environment.
    pub environment: &'a BTreeMap<String, String>,
    /// All that it can read.
    pub input: Vec<u8>,
}

/// Where a shell runs.
pub trait Host {
    /// Shows bytes; false when no more are shown, so that whoever writes them is to end.
    fn print(&self, screen: Screen, bytes: &[u8]) -> bool;

    /// The names of the programs that are here besides the shell's own commands.
    fn programs(&self) -> &[&'static str];

    /// Runs one of them over `files` from `now` on. What it prints goes to `print`, which answers as [`Host::print`]
    /// does.
    fn run(
        &self,
        launch: Launch<'_>,
        files: Files,
        now: Timestamp,
        print: &mut dyn FnMut(Screen, &[u8]) -> bool,
    ) -> Ended;
}

/// How a program ended.
#[derive(Debug)]
pub struct Ended {
    /// The files after it.
    pub files: Files,
    /// The time after it.
    pub now: Timestamp,
    /// Its exit code.
    pub code: i32,
}

/// What all shells of one command line share.
pub struct System<'a> {
    /// The learner's files.
    pub files: Files,
    /// The virtual present.
    pub now: Timestamp,
    /// Everything else.
    pub host: &'a dyn Host,
    depth: usize,
}

impl std::fmt::Debug for System<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("System").field("now", &self.now).finish_non_exhaustive()
    }
}

impl<'a> System<'a> {
    /// A system over `files`.
    pub fn new(files: Files, now: Timestamp, host: &'a dyn Host) -> Self {
        Self { files, now, host, depth: 0 }
    }

    /// Goes one level deeper; false when that is too deep.
    pub(super) fn enter(&mut self) -> bool {
        self.depth += 1;
        self.depth <= DEEPEST
    }

    /// Comes back from a level.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}
