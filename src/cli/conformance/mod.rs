//! The command `conformance`: cases recorded from the real tools, and whether we answer as they did.
//!
//! A suite is one kind of file. It stands in a file of its own and in [`SUITES`]: a name, what its file is called
//! where cases of many kinds lie together, and a function from the file's text to one [`Verdict`] a case.

mod case;
mod mlflow_search;
mod numerics;

pub use case::Verdict;

use super::{Arguments, Failure};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// One kind of recorded cases.
pub struct Suite {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What its file is called in a folder of all kinds.
    pub file: &'static str,
    run: fn(&str) -> Result<Vec<Verdict>, serde_json::Error>,
}

/// All kinds.
pub const SUITES: &[Suite] = &[
    Suite { name: "mlflow-search", file: "mlflow_search.json", run: mlflow_search::run },
    Suite { name: "numerics", file: "numpy_sklearn_pandas.json", run: numerics::run },
];

/// Why the cases of a file cannot be run.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// It cannot be read.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// It holds no cases of this kind.
    #[error("{0}: {1}")]
    Cases(PathBuf, serde_json::Error),
    /// There is no file of this kind in the folder.
    #[error("{0} holds no cases of this suite")]
    Empty(PathBuf),
}

impl Suite {
    /// Answers the cases of one file.
    ///
    /// # Errors
    /// When it is no file of this kind.
    pub fn verdicts(&self, file: &Path) -> Result<Vec<Verdict>, Unusable> {
        let text = fs::read_to_string(file).map_err(|error| Unusable::File(file.into(), error))?;
        (self.run)(&text).map_err(|error| Unusable::Cases(file.into(), error))
    }

    /// Answers the cases of a file, or of all files of this kind in a folder.
    fn verdicts_in(&self, path: &Path) -> Result<Vec<Verdict>, Unusable> {
        if !path.is_dir() {
            return self.verdicts(path);
        }
        let unreadable = |error| Unusable::File(path.into(), error);
        let entries =
            fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(unreadable)?;
        let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
        files.sort();
        let (mut found, mut none) = (Vec::new(), true);
        for file in files {
            match self.verdicts(&file) {
                Ok(verdicts) => {
                    none = false;
                    found.extend(verdicts);
                }
                Err(Unusable::Cases(file, _)) => eprintln!("dojo: {} is of another kind", file.display()),
                Err(error) => return Err(error),
            }
        }
        if none { Err(Unusable::Empty(path.into())) } else { Ok(found) }
    }
}

/// `dojo conformance SUITE FILE`: prints one line of JSON a case and how many passed; FILE may be a folder of them.
pub(super) fn conformance(arguments: &[String]) -> Result<ExitCode, Failure> {
    let (name, rest) = arguments.split_first().ok_or_else(|| Failure::Usage("SUITE is missing".into()))?;
    let suite = SUITES.iter().find(|suite| suite.name == *name).ok_or_else(|| {
        let known: Vec<_> = SUITES.iter().map(|suite| suite.name).collect();
        Failure::Usage(format!("there is no suite {name}; there is {}", known.join(", ")))
    })?;
    let parsed = Arguments::parse(rest, &[], &[])?;
    let verdicts = suite.verdicts_in(Path::new(parsed.positional("FILE")?))?;
    let mut out = io::stdout().lock();
    for verdict in &verdicts {
        writeln!(out, "{}", serde_json::to_string(verdict)?)?;
    }
    let failed = verdicts.iter().filter(|verdict| !verdict.ok).count();
    writeln!(out, "{} passed, {failed} failed", verdicts.len() - failed)?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
