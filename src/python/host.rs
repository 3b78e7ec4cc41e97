//! What the interpreter's surroundings give it: everything that Python does beyond computing goes through here.

use crate::base::time::Timestamp;
use crate::files::Files;
use crate::plot::picture::Picture;
use crate::world::{Command, CommandError, Reply, State};
use std::time::Duration;

pub use crate::world::program::Stream;

/// The surroundings of an interpreter. Called in the middle of a run, so implementations change themselves through
/// cells; they must not call the interpreter.
pub trait Host {
    /// The program printed this.
    fn print(&self, stream: Stream, text: &str);

    /// The program printed more than is kept; nothing of it is printed from now on.
    fn output_cut(&self);

    /// The program has changed files, which tell what changed when they are asked. Where nobody keeps files, nobody asks.
    fn changed(&self, _files: &mut Files, _now: Timestamp) {}

    /// Carries out a command on experiments and runs; `upload` is the content that belongs to it.
    ///
    /// # Errors
    /// Why not. Where there is no world, nothing can be done in it.
    fn execute(&self, _command: Command, _upload: &[u8], _now: Timestamp) -> Result<Reply, CommandError> {
        Err(CommandError::Python("there is no world here".into()))
    }

    /// Shows the world to `reader`, where there is one.
    fn look(&self, _reader: &mut dyn FnMut(&State)) {}

    /// The content of a file that a run has kept, by its hash.
    fn artifact(&self, _hash: &str) -> Option<Vec<u8>> {
        None
    }

    /// The code of a file of the library that an earlier program has compiled.
    fn compiled(&self, _path: &str) -> Option<Vec<u8>> {
        None
    }

    /// Keeps the code of a file of the library for later programs.
    fn keep_compiled(&self, _path: &str, _code: &[u8]) {}

    /// A real monotonic clock, from any fixed moment: for `perf_counter` and for batching output, never for a result.
    fn elapsed(&self) -> Duration;

    /// The program has shown a figure. Where nobody looks, it goes nowhere.
    fn figure(&self, _picture: Picture) {}

    /// The files of a carried package, as `library::pack` wrote them. Asked once, when a program first imports it.
    fn package(&self, name: &str) -> Option<Vec<u8>>;

    /// The contents of `file`, a data set that comes with the site. Where there is no site, there are none.
    fn dataset(&self, _file: &str) -> Option<Vec<u8>> {
        None
    }
}

/// The surroundings of an interpreter that waits for its first program.
pub(super) struct Nobody;

impl Host for Nobody {
    fn print(&self, _stream: Stream, _text: &str) {}

    fn output_cut(&self) {}

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn package(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }
}
