//! The command `run`: a program of the learner's, as it runs on the site.

use super::{Arguments, Failure};
use crate::base::time::Timestamp;
use crate::files::{Files, HOME, path};
use crate::python::{Host, Interpreter, Settings, Stream, library};
use crate::ui::i18n::{Lang, hint};
use crate::world::program::{Outcome, Problem};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Python needs more of it than a thread has by itself: a thousand calls deep.
const STACK_BYTES: usize = 256 << 20;

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
    #[error("Python does not start: {}: {}", .0.kind, .0.message)]
    Start(Problem),
}

fn run_in(
    folder: &Path,
    program: &str,
    arguments: &[String],
    packages: Option<PathBuf>,
) -> Result<Outcome, RunError> {
    let now =
        Timestamp(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis() as i64));
    let mut files = Files::default();
    copy(folder, HOME, &mut files, now)?;
    files.take_changes();
    let host = Rc::new(Terminal { started: Instant::now(), packages });
    let python = Interpreter::new(Settings { files, now, seed: 0, host }).map_err(RunError::Start)?;
    let outcome = python.run_file(program, arguments);
    python.finish();
    Ok(outcome)
}

/// Copies a folder of the machine into the learner's files, but for what begins with a dot.
fn copy(from: &Path, to: &str, files: &mut Files, now: Timestamp) -> Result<(), RunError> {
    let failed = |problem: String| RunError::Copy { path: from.into(), problem };
    for entry in fs::read_dir(from).map_err(|error| failed(error.to_string()))? {
        let path = entry.map_err(|error| failed(error.to_string()))?.path();
        let Some(name) =
            path.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.'))
        else {
            continue;
        };
        let inside = path::absolute(to, name);
        if path.is_dir() {
            files.make_folders(&inside, now).map_err(|error| failed(error.to_string()))?;
            copy(&path, &inside, files, now)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| failed(error.to_string()))?;
            files.write(&inside, bytes, now).map_err(|error| failed(format!("{name}: {error}")))?;
        }
    }
    Ok(())
}

/// A terminal as the surroundings of a program.
struct Terminal {
    started: Instant,
    /// Where packages are taken from instead of those in the binary.
    packages: Option<PathBuf>,
}

impl Host for Terminal {
    fn print(&self, stream: Stream, text: &str) {
        // Who listens may have gone away.
        let _ = match stream {
            Stream::Stdout => io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()),
            Stream::Stderr => io::stderr().write_all(text.as_bytes()),
        };
    }

    fn output_cut(&self) {
        eprintln!("dojo: the program printed more than is shown; the rest is left out");
    }

    fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    fn package(&self, name: &str) -> Option<Vec<u8>> {
        match &self.packages {
            Some(folder) => packed(&folder.join(name)),
            None => library::carried_package(name),
        }
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
