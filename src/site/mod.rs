//! The built site as files: finished, measured, held to its budgets and served on localhost.
//!
//! It runs natively after Trunk has written its output and knows files and bytes only: nothing of engines,
//! worlds or browsers.

pub mod answer;
pub mod budgets;
pub mod bundle;
pub mod engine;
pub mod files;
pub mod finish;
pub mod headers;
pub mod pages;
pub mod rebase;
pub mod serve;
pub mod shell;
pub mod sizes;
pub mod split;

use serde::{Deserialize, Serialize};
use std::path::Path;

/// What can go wrong with a built site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
pub enum SiteError {
    /// A file or folder could not be read or written.
    #[error("{path}: {problem}")]
    Io {
        /// The file or folder.
        path: String,
        /// What the operating system said.
        problem: String,
    },
    /// The HTML template lacks a placeholder; a site that is finished already lacks all of them.
    #[error("index.html has no {{{{{name}}}}}: not Trunk's output, or finished already")]
    MissingPlaceholder {
        /// The placeholder's name without braces.
        name: String,
    },
    /// The HTML template has a placeholder that nobody fills.
    #[error("index.html has the unknown placeholder {{{{{name}}}}}")]
    UnknownPlaceholder {
        /// The placeholder's name without braces.
        name: String,
    },
    /// `_headers` is not in the form that static hosts read.
    #[error("_headers, line {line}: {text:?} is neither a path nor an indented `Name: value`")]
    Headers {
        /// 1-based.
        line: usize,
        /// The line itself.
        text: String,
    },
    /// `_headers` sets no Content-Security-Policy for every path.
    #[error("_headers sets no Content-Security-Policy under /*")]
    NoPolicy,
    /// A file of the page or of the worker is not where the build puts it.
    #[error("{name} is missing: not a built site, or finished already")]
    MissingPart {
        /// The missing file.
        name: String,
    },
    /// A binary cannot be cut in two.
    #[error("{path} cannot be split: {problem}")]
    Uncut {
        /// The binary.
        path: String,
        /// What the splitter said.
        problem: String,
    },
    /// A program that the build needs is not there or fails.
    #[error("{name}: {problem}")]
    Tool {
        /// The program.
        name: String,
        /// What it or the operating system said.
        problem: String,
    },
    /// `budgets.toml` cannot be understood.
    #[error("{path}: {problem}")]
    BudgetFile {
        /// The file.
        path: String,
        /// What the parser said.
        problem: String,
    },
    /// A path that a site cannot lie below.
    #[error("{base:?} is no path with a slash at both ends, of letters, digits and -_.~")]
    Base {
        /// The path.
        base: String,
    },
    /// Something shipped is larger than it may be.
    #[error("over budget: {}", .over.join("; "))]
    OverBudget {
        /// One sentence a budget.
        over: Vec<String>,
    },
    /// No port could be bound.
    #[error("no free port from {from} to {to} on 127.0.0.1: {problem}")]
    NoPort {
        /// The first port that was tried.
        from: u16,
        /// The last port that was tried.
        to: u16,
        /// What the operating system said about the last one.
        problem: String,
    },
}

impl SiteError {
    /// An error of the operating system on `path`.
    pub(crate) fn io(path: &Path, problem: impl std::fmt::Display) -> Self {
        Self::Io { path: path.display().to_string(), problem: problem.to_string() }
    }
}

/// What the functions of this module give.
pub type Result<T> = std::result::Result<T, SiteError>;
