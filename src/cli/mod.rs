//! The native command line `dojo`: reads arguments, calls the library, prints, and gives the exit code.
//! It decides nothing itself.

#[cfg(feature = "e2e")]
mod bench;
mod check;
pub mod conformance;
mod messages;
mod program;
mod rehearsal;
mod run;
mod site;

pub use run::Terminal;

use std::process::ExitCode;

const HELP: &str = "\
dojo COMMAND

  split DIR --page FILE         cut the page's wasm in two, in place of Trunk's, in Trunk's output
  cut DIR                       start Python in the worker of Trunk's output and cut the worker in two, in place
  check                         print how much of what Python tutorials use is carried
  run FILE [--dir DIR] [--packages DIR] [-- ARGUMENT...]
                                run a Python file over a copy of DIR (else of its own folder) as the site
                                does, and end with its exit code; packages come from --packages, if it is given
  conformance SUITE FILE        answer cases recorded from a real tool, one line of JSON each; FILE may be a
                                folder of them
  finish DIR [--budgets FILE]   turn Trunk's output into the site that is shipped, in place
  rebase DIR --public-url PATH  rewrite a finished site for the path below which it will lie, in place
  sizes DIR [--json]            print the size of every file shipped: raw, gzip, brotli
  serve DIR [--port N] [--public-url PATH] [--quiet]
                                serve a built site on localhost
  bench [--only NAME]           measure the built site in real browsers (only built with the feature e2e)
  help                          print this
";

/// Runs the command line on the arguments after the program's name.
pub fn main(arguments: impl IntoIterator<Item = String>) -> ExitCode {
    let arguments: Vec<String> = arguments.into_iter().collect();
    let (command, rest) = arguments.split_first().map_or(("help", &[][..]), |(first, rest)| (first, rest));
    let outcome = match command {
        "run" => run::run(rest),
        "check" => check::check(rest).map(|()| ExitCode::SUCCESS),
        "conformance" => conformance::conformance(rest),
        "split" => site::split(rest).map(|()| ExitCode::SUCCESS),
        "cut" => site::cut(rest).map(|()| ExitCode::SUCCESS),
        "finish" => site::finish(rest).map(|()| ExitCode::SUCCESS),
        "rebase" => site::rebase(rest).map(|()| ExitCode::SUCCESS),
        "sizes" => site::sizes(rest).map(|()| ExitCode::SUCCESS),
        "serve" => site::serve(rest).map(|()| ExitCode::SUCCESS),
        #[cfg(feature = "e2e")]
        "bench" => bench::bench(rest).map(|()| ExitCode::SUCCESS),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        unknown => Err(Failure::Usage(format!("there is no command {unknown}"))),
    };
    match outcome {
        Ok(code) => code,
        Err(Failure::Usage(problem)) => {
            eprint!("dojo: {problem}\n\n{HELP}");
            ExitCode::from(2)
        }
        Err(Failure::Failed(problem)) => {
            eprintln!("dojo: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Why a command did not succeed.
enum Failure {
    /// The arguments are wrong: exit code 2, with the help.
    Usage(String),
    /// It was tried and failed: exit code 1.
    Failed(String),
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Failed(error.to_string())
    }
}

/// The arguments of one command: at most one positional and known options.
struct Arguments {
    positional: Option<String>,
    options: Vec<(String, String)>,
    flags: Vec<String>,
}

impl Arguments {
    /// Sorts the arguments; `options` take a value, `flags` do not.
    fn parse(arguments: &[String], options: &[&str], flags: &[&str]) -> Result<Self, Failure> {
        let mut parsed = Self { positional: None, options: Vec::new(), flags: Vec::new() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            if flags.contains(&argument.as_str()) {
                parsed.flags.push(argument.clone());
            } else if options.contains(&argument.as_str()) {
                let value = rest.next().ok_or_else(|| Failure::Usage(format!("{argument} needs a value")))?;
                parsed.options.push((argument.clone(), value.clone()));
            } else if argument.starts_with('-') || parsed.positional.is_some() {
                return Err(Failure::Usage(format!("{argument} is not understood")));
            } else {
                parsed.positional = Some(argument.clone());
            }
        }
        Ok(parsed)
    }

    fn positional(&self, name: &str) -> Result<&str, Failure> {
        self.positional.as_deref().ok_or_else(|| Failure::Usage(format!("{name} is missing")))
    }

    /// An option's value, the last one if it is given twice.
    fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn flag(&self, name: &str) -> bool {
        self.flags.iter().any(|known| known == name)
    }
}
