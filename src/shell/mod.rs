//! A shell as bash is one, over the learner's files: what a terminal, a CI step and a makefile run.
//!
//! | part | what it is |
//! |---|---|
//! | `parse` | the language, by the crate brush-parser |
//! | `state` | variables, functions, options, where it stands |
//! | `expand`, `pattern`, `quote` | from the words that are written to those that a command gets |
//! | `run` | lists, pipelines, loops, redirections, simple commands |
//! | `builtins`, `commands` | what the shell itself does, and the programs on its path |
//! | `regex`, `format` | what several of them need: POSIX's expressions and C's formats |
//! | `stream`, `system` | pipes and files; the files, the clock and the host that all share |
//!
//! Commands run one after the other: each writes all it has into a pipe of bounded size before the next begins, and
//! one that fills the pipe ends there, as after SIGPIPE. Time is virtual. What is no command of the shell's, `python`
//! for one, is the [`Host`]'s.

mod builtins;
mod call;
mod commands;
mod expand;
mod format;
mod options;
mod parse;
mod pattern;
mod quote;
mod regex;
mod run;
mod state;
mod stop;
mod stream;
mod suggest;
mod system;

pub use parse::{SyntaxError, program};
pub use state::{Shell, Value};
pub use stream::{PIPE_BYTES, Screen, Stream, Streams};
pub use suggest::all as command_names;
pub use system::{Ended, Host, Launch, System};
