//! What the page and its worker say to each other. Every message travels with the byte arrays that belong to
//! it, in the order in which it names them.

use super::command::{Command, Progress, Reply, Worded};
use super::event::Stamped;
use super::program::Output;
use crate::base::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Raised with every change of a message.
pub const PROTOCOL: u32 = 3;

/// The number of a command, given by the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallId(pub u64);

/// The worker's first word, over its own port, before it was asked anything. Its form never changes, so that
/// any page understands any worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// The protocol that it speaks.
    pub protocol: u32,
    /// The sources that it was built from (`base::build_id`).
    pub build: String,
}

impl Ready {
    /// What a worker of this build says.
    pub fn this_build() -> Self {
        Self { protocol: PROTOCOL, build: crate::base::build_id().into() }
    }
}

/// From the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToEngine {
    /// Begin from this state. Bytes: the snapshot.
    Start,
    /// Carry this out. Bytes: the upload if `upload`, then the blobs.
    Execute {
        /// The command's number.
        id: CallId,
        /// The present.
        at: Timestamp,
        /// What to do.
        command: Command,
        /// Whether an uploaded file comes along.
        upload: bool,
        /// The blobs that come along.
        blobs: Vec<String>,
    },
}

/// From the worker, over the channel that outlives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromEngine {
    /// This happened. Bytes: the blobs.
    Events {
        /// The events in order.
        events: Vec<Stamped>,
        /// The blobs that they need.
        blobs: Vec<String>,
    },
    /// A command has come so far.
    Progress {
        /// Which.
        id: CallId,
        /// How far.
        progress: Progress,
    },
    /// The program at work prints.
    Output {
        /// Its command.
        id: CallId,
        /// What.
        output: Output,
    },
    /// A command has ended; all its events have been sent before.
    Reply {
        /// Which.
        id: CallId,
        /// How.
        result: Result<Reply, Worded>,
    },
    /// The state that it was given cannot be read.
    BadState,
    /// The engine is about to end by an error of its own.
    Panicked {
        /// What it says.
        message: String,
    },
}
