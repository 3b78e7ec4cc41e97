//! MLOps Dojo: a small, honest MLOps stack and the place to learn it.
//!
//! The layers, each of which may import only those above it in this list (a test enforces it):
//!
//! | layer | what it is |
//! |---|---|
//! | [`base`] | ids, hashes, seeded randomness, the virtual clock, drawing lists |
//! | [`files`] | the learner's files: a small file system as a value |
//! | `array` | arrays of any number of dimensions, as numpy has them (engine only) |
//! | [`plot`] | plots as matplotlib draws them: what is drawn where, and files |
//! | [`data`] | tables, CSV, statistics, the built-in data sets |
//! | [`frame`] | what data frames need done value by value: groups, joins, windows, dates, text, CSV |
//! | [`ml`] | estimators over linfa, preprocessing, splits, metrics |
//! | [`tracking`] | experiments and runs |
//! | [`world`] | what happened and what is: events, the fold, commands, snapshots, export |
//! | `python` | the interpreter, what it imports, and the machine that it runs on (engine only) |
//! | [`shell`] | bash and the programs on its path, over the learner's files (engine only) |
//! | [`workspace`] | what one can do: commands executed over the systems (engine only) |
//! | [`browser`] | the only place that knows a browser: journal, worker, locks, files |
//! | [`ui`] | what is shown |
//!
//! Beside them, native only: `site` (the built site as files), `webdriver` (the built site in a real browser, for
//! journeys and benchmarks) and `cli` (the command line `dojo`).

#[cfg(any(feature = "compute", feature = "python"))]
pub mod array;
pub mod base;
pub mod data;
pub mod files;
pub mod frame;
pub mod ml;
pub mod plot;
#[cfg(feature = "shell")]
pub mod shell;
pub mod tracking;
pub mod world;

#[cfg(feature = "python")]
pub mod python;

#[cfg(feature = "compute")]
pub mod workspace;

#[cfg(all(target_arch = "wasm32", any(feature = "page", feature = "worker")))]
pub mod browser;

pub mod ui;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod site;
#[cfg(feature = "e2e")]
pub mod webdriver;
