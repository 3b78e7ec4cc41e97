//! Points in time and the virtual clock.
//!
//! No engine reads a clock: time comes in with each command, so that the same commands give the same world.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z, as MLflow stores times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// The time of the learner's world: moved on from outside, never read from the machine, never backwards.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    now: Timestamp,
}

impl Clock {
    /// The present moment of the world.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Moves on to `time`; an earlier time than the present changes nothing.
    pub fn advance_to(&mut self, time: Timestamp) {
        self.now = self.now.max(time);
    }
}
