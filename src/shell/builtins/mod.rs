//! The commands that change the shell itself.

mod declare;
mod flow;
mod getopts;
mod options;
mod place;
mod print;
mod read;
mod run;

use super::call::{Act, Call};
use super::run::test;
use super::stop::Stop;

/// The names of all of them.
pub const NAMES: &[&str] = &[
    ".",
    ":",
    "[",
    "break",
    "builtin",
    "cd",
    "command",
    "continue",
    "declare",
    "echo",
    "eval",
    "exec",
    "exit",
    "export",
    "false",
    "getopts",
    "hash",
    "let",
    "local",
    "mapfile",
    "printf",
    "pwd",
    "read",
    "readarray",
    "readonly",
    "return",
    "set",
    "shift",
    "shopt",
    "source",
    "test",
    "trap",
    "true",
    "type",
    "typeset",
    "umask",
    "unset",
    "wait",
];

/// The command of that name.
pub fn find(name: &str) -> Option<Act> {
    Some(match name {
        ":" | "true" => |_| Ok(0),
        "false" => |_| Ok(1),
        "." | "source" => run::source,
        "[" | "test" => test,
        "break" => flow::end_loop,
        "continue" => flow::next_round,
        "return" => flow::end_function,
        "exit" => flow::exit,
        "shift" => flow::shift,
        "trap" => flow::trap,
        "wait" => |_| Ok(0),
        "cd" => place::cd,
        "pwd" => place::pwd,
        "umask" => place::umask,
        "declare" | "typeset" => declare::declare,
        "export" => declare::export,
        "local" => declare::local,
        "readonly" => declare::readonly,
        "unset" => declare::unset,
        "echo" => print::echo,
        "printf" => print::printf,
        "builtin" => run::builtin,
        "command" => run::command,
        "eval" => run::eval,
        "exec" => run::exec,
        "type" => run::kind,
        "hash" => |_| Ok(0),
        "let" => run::arithmetic,
        "getopts" => getopts::getopts,
        "set" => options::set,
        "shopt" => options::shopt,
        "mapfile" | "readarray" => read::mapfile,
        "read" => read::read,
        _ => return None,
    })
}

/// Whether assignments behind a command's name are its arguments, which are not split.
pub fn declares(name: &str) -> bool {
    matches!(name, "declare" | "export" | "local" | "readonly" | "typeset")
}

impl Call<'_, '_> {
    /// Prints a message as the shell's own commands do, with its line, and gives the status that goes with it.
    ///
    /// # Errors
    /// When what was printed before it cannot be handed on.
    pub(super) fn object(&mut self, status: i32, message: impl AsRef<str>) -> Result<i32, Stop> {
        self.flush()?;
        self.shell.complain(&format!("{}: {}", self.name, message.as_ref()), self.system);
        Ok(status)
    }

    /// The options at the beginning of the arguments, letter by letter, and where the other arguments begin.
    pub(super) fn letters(&mut self, known: &str) -> Result<(Vec<char>, usize), Stop> {
        let mut letters = Vec::new();
        let mut at = 0;
        while let Some(argument) = self.arguments.get(at) {
            if argument == "--" {
                return Ok((letters, at + 1));
            }
            let Some(given) = argument.strip_prefix('-').filter(|given| !given.is_empty()) else { break };
            for letter in given.chars() {
                if !known.contains(letter) {
                    self.object(2, format!("-{letter}: invalid option"))?;
                    return Err(Stop::Command(2));
                }
                letters.push(letter);
            }
            at += 1;
        }
        Ok((letters, at))
    }
}
