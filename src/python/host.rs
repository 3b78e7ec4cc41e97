//! What the interpreter's surroundings give it: everything that Python does beyond computing goes through here.

use crate::base::time::Timestamp;
use crate::files::Files;
use crate::plot::picture::Picture;
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

    /// A real monotonic clock, from any fixed moment: for `perf_counter` and for batching output, never for a result.
    fn elapsed(&self) -> Duration;

    /// The program has shown a figure. Where nobody looks, it goes nowhere.
    fn figure(&self, _picture: Picture) {}

    /// The files of a carried package, as `library::pack` wrote them. Asked once, when a program first imports it.
    fn package(&self, name: &str) -> Option<Vec<u8>>;
}
