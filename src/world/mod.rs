//! What happened and what is. Every change of the learner's world is one [`Event`]; the [`State`] is their
//! fold. Knows neither how a command is carried out nor where the journal is kept.

pub mod archive;
pub mod command;
pub mod dataset;
pub mod evaluation;
pub mod event;
pub mod port;
pub mod program;
pub mod project;
pub mod protocol;
pub mod snapshot;
pub mod state;

pub use command::{Command, CommandError, Failure, Reply, TrainRequest, Worded};
pub use dataset::{Dataset, DatasetId, Source};
pub use event::{Event, Record, Stamped, Subject};
pub use state::{State, WorldError};
