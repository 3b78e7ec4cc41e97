//! The command `run`: a program of the learner's, as it runs on the site.

use super::{Arguments, Failure};
use crate::base::time::Timestamp;
use crate::files::{HOME, path};
use crate::python::library;
use crate::ui::i18n::{Lang, hint};
use crate::workspace::{Call, Outbox, Surroundings, Workspace};
use crate::world::command::Progress;
use crate::world::program::{Outcome, Output, Stream};
use crate::world::{Command, CommandError, Reply, Stamped, State};
use std::cell::RefCell;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Python needs more of it than a thread has by itself: a thousand calls deep.
pub(super) const STACK_BYTES: usize = 256 << 20;

/// `dojo run FILE [--dir DIR] [--packages DIR] [-- ARGUMENT…]`: runs a Python file over a copy of a folder and ends
/// with its code. Who writes a package names the folder that has its source, and needs no build to try it.
pub fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let (ours, programs) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (&arguments[..at], arguments[at + 1..].to_vec()),
        None => (arguments, Vec::new()),
    };
    let parsed = Arguments::parse(ours, &["--dir", "--packages"], &[])?;
    let file = fs::canonicalize(parsed.positional("FILE")?)?;
    let folder = match parsed.option("--dir") {
        Some(folder) => fs::canonicalize(folder)?,
        None => file.parent().map(Path::to_path_buf).unwrap_or_default(),
    };
    let inside = file
        .strip_prefix(&folder)
        .map_err(|_| Failure::Usage(format!("{} is not in {}", file.display(), folder.display())))?;
    let program = format!("{HOME}/{}", inside.display());
    let packages = parsed.option("--packages").map(PathBuf::from);
    let running = thread::Builder::new().stack_size(STACK_BYTES);
    let ended = running.spawn(move || run_in(&folder, &program, &programs, packages))?.join();
    let outcome = ended.map_err(|_| Failure::Failed("the interpreter broke down".into()))??;
    if let Some(found) = outcome.problem.as_ref().and_then(|problem| problem.hint.as_ref()) {
        eprintln!("{}", hint(Lang::En, found));
    }
    Ok(ExitCode::from(u8::try_from(outcome.exit_code).unwrap_or(1)))
}

/// Why a program could not be run at all.
#[derive(Debug, thiserror::Error)]
enum RunError {
    #[error("{path}: {problem}")]
    Copy { path: PathBuf, problem: String },
    #[error(transparent)]
    Refused(#[from] CommandError),
}

fn run_in(
    folder: &Path,
    program: &str,
    arguments: &[String],
    packages: Option<PathBuf>,
) -> Result<Outcome, RunError> {
    let now =
        Timestamp(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis() as i64));
    // Ids follow from the seed: as in a new world of the site, no two worlds have the same.
    let (state, _) = State::begin(&now.0.to_string(), now);
    let out = Rc::new(RefCell::new(Screen));
    let mut workspace = Workspace::within(state, Rc::new(Terminal::new(packages)));
    copy(folder, HOME, &mut |path, bytes| {
        let call = Call { upload: Some(bytes), ..Call::plain(now, Command::WriteFile { path }) };
        workspace.execute(call, &out).map(drop)
    })?;
    let command = Command::RunProgram { file: program.into(), arguments: arguments.to_vec() };
    match workspace.execute(Call::plain(now, command), &out)? {
        Reply::Program(outcome) => Ok(*outcome),
        _ => Ok(Outcome::default()),
    }
}

/// Hands the files of a folder of the machine to `write`, but for what begins with a dot and what is no file.
fn copy(
    from: &Path,
    to: &str,
    write: &mut dyn FnMut(String, Vec<u8>) -> Result<(), CommandError>,
) -> Result<(), RunError> {
    let failed = |error: io::Error| RunError::Copy { path: from.into(), problem: error.to_string() };
    for entry in fs::read_dir(from).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(name) =
            path.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.'))
        else {
            continue;
        };
        let inside = path::absolute(to, name);
        if path.is_dir() {
            copy(&path, &inside, write)?;
        } else if path.is_file() {
            write(inside, fs::read(&path).map_err(failed)?)?;
        }
    }
    Ok(())
}

/// What a program prints, on the terminal. What happens in its world ends with it.
struct Screen;

impl Outbox for Screen {
    fn event(&mut self, _stamped: &Stamped) {}

    fn blob(&mut self, _hash: &str, _bytes: Vec<u8>) {}

    fn progress(&mut self, _progress: Progress) {}

    fn print(&mut self, output: Output) {
        // Who listens may have gone away.
        let _ = match output {
            Output::Text { stream: Stream::Stdout, text } => {
                io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush())
            }
            Output::Text { stream: Stream::Stderr, text } => io::stderr().write_all(text.as_bytes()),
            // A terminal shows no figures; those that the program saves are files.
            Output::Figure(_) => Ok(()),
            Output::Cut => {
                writeln!(io::stderr(), "dojo: the program printed more than is shown; the rest is left out")
            }
        };
    }

    fn together(&mut self, tell: &mut dyn FnMut(&mut dyn Outbox)) {
        tell(self);
    }
}

/// A terminal as the surroundings of a program.
#[derive(Debug)]
pub struct Terminal {
    started: Instant,
    /// Where packages are taken from instead of those in the binary.
    packages: Option<PathBuf>,
}

impl Terminal {
    /// A terminal that takes packages from a folder, or from the binary.
    pub fn new(packages: Option<PathBuf>) -> Self {
        Self { started: Instant::now(), packages }
    }
}

impl Surroundings for Terminal {
    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    fn package(&self, name: &str) -> Option<Vec<u8>> {
        let given = self.packages.as_ref().map(|folder| folder.join(name)).filter(|folder| folder.is_dir());
        given.and_then(|folder| packed(&folder)).or_else(|| library::carried_package(name))
    }

    fn dataset(&self, file: &str) -> Option<Vec<u8>> {
        let (_, bytes) = DATASETS.iter().find(|(known, _)| *known == file)?;
        Some(bytes.to_vec())
    }
}

/// The data sets that come with the site, by file.
const DATASETS: &[(&str, &[u8])] = &[
    ("iris.csv", include_bytes!("../../public/data/iris.csv")),
    ("wine.csv", include_bytes!("../../public/data/wine.csv")),
    ("wine_quality.csv", include_bytes!("../../public/data/wine_quality.csv")),
    ("breast_cancer.csv", include_bytes!("../../public/data/breast_cancer.csv")),
    ("diabetes.csv", include_bytes!("../../public/data/diabetes.csv")),
    ("digits.csv", include_bytes!("../../public/data/digits.csv")),
    ("seattle_weather.csv", include_bytes!("../../public/data/seattle_weather.csv")),
];

/// A package's source as the build would carry it, comments and all.
fn packed(folder: &Path) -> Option<Vec<u8>> {
    let mut files = Vec::new();
    gather(folder, "", &mut files).ok()?;
    library::pack(&files).ok()
}

/// The Python files below `folder` by their path there.
fn gather(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files)?;
        } else if name.ends_with(".py") {
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    Ok(())
}
