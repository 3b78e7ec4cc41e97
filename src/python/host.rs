//! What the interpreter's surroundings give it: everything that Python does beyond computing goes through here.

use std::time::Duration;

/// One of a program's two outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`
    Stderr,
}

/// The surroundings of an interpreter. Called in the middle of a run, so implementations change themselves through
/// cells; they must not call the interpreter.
pub trait Host {
    /// The program printed this.
    fn print(&self, stream: Stream, text: &str);

    /// The program printed more than is kept; nothing of it is printed from now on.
    fn output_cut(&self);

    /// A real monotonic clock, from any fixed moment: for `perf_counter` and for batching output, never for a result.
    fn elapsed(&self) -> Duration;

    /// The files of a carried package, as `library::pack` wrote them. Asked once, when a program first imports it.
    fn package(&self, name: &str) -> Option<Vec<u8>>;
}
