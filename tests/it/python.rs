//! Runs a program as the engine does, over a host that remembers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::base::time::Timestamp;
use mlops_dojo::files::{Files, HOME};
use mlops_dojo::python::{Host, Interpreter, Settings, Stream, library};
use mlops_dojo::world::program::Outcome;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

/// 2026-01-02T03:04:05Z.
pub const START: Timestamp = Timestamp(1_767_323_045_000);

/// What a program printed.
pub struct Recorder {
    started: Instant,
    /// Its standard output.
    pub stdout: RefCell<String>,
    /// Its standard error.
    pub stderr: RefCell<String>,
    /// How often something was handed on.
    pub handed_on: Cell<usize>,
    /// Whether it printed too much.
    pub cut: Cell<bool>,
}

impl Default for Recorder {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            stdout: RefCell::default(),
            stderr: RefCell::default(),
            handed_on: Cell::new(0),
            cut: Cell::new(false),
        }
    }
}

impl Host for Recorder {
    fn print(&self, stream: Stream, text: &str) {
        self.handed_on.set(self.handed_on.get() + 1);
        match stream {
            Stream::Stdout => self.stdout.borrow_mut().push_str(text),
            Stream::Stderr => self.stderr.borrow_mut().push_str(text),
        }
    }

    fn output_cut(&self) {
        self.cut.set(true);
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    fn package(&self, name: &str) -> Option<Vec<u8>> {
        library::carried_package(name)
    }
}

/// A run that is over.
#[derive(Debug)]
pub struct Ran {
    pub outcome: Outcome,
    pub stdout: String,
    pub stderr: String,
    pub cut: bool,
    pub handed_on: usize,
    /// The learner's files afterwards, by path.
    pub files: Vec<(String, String)>,
}

/// Runs `source` as `main.py` beside `files`, on a thread with room for Python's recursion.
pub fn run_with(source: &str, files: &[(&str, &str)]) -> Ran {
    let source = source.to_owned();
    let files: Vec<(String, String)> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    in_room(move || {
        let mut disk = Files::default();
        disk.write(&format!("{HOME}/main.py"), source.into_bytes(), START).unwrap();
        for (path, text) in files {
            disk.write(&format!("{HOME}/{path}"), text.into_bytes(), START).unwrap();
        }
        let host = Rc::new(Recorder::default());
        let python = start(disk, host.clone());
        let outcome = python.run_file("main.py", &[]);
        let files = python.finish();
        let files = files
            .all_below(HOME)
            .map(|(path, bytes)| (path.to_owned(), String::from_utf8_lossy(&bytes).into_owned()))
            .collect();
        Ran {
            outcome,
            stdout: host.stdout.borrow().clone(),
            stderr: host.stderr.borrow().clone(),
            cut: host.cut.get(),
            handed_on: host.handed_on.get(),
            files,
        }
    })
}

/// Starts Python over `files`.
pub fn start(files: Files, host: Rc<Recorder>) -> Interpreter {
    Interpreter::new(Settings { files, now: START, seed: 7, host })
        .unwrap_or_else(|problem| panic!("{problem:?}"))
}

/// Runs something where a thousand Python calls fit on the stack.
pub fn in_room<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    thread::Builder::new().stack_size(256 << 20).spawn(work).unwrap().join().unwrap()
}

/// Runs `source` and compares what it prints and how it ends.
#[track_caller]
pub fn check(source: &str, stdout: &str, exit_code: i32) -> Ran {
    let ran = run_with(source, &[]);
    assert_eq!(ran.stdout, stdout, "\n{source}\n{}", ran.stderr);
    assert_eq!(ran.outcome.exit_code, exit_code, "\n{source}\n{}", ran.stderr);
    ran
}
