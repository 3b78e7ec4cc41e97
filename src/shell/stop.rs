//! What ends a command before its time.

/// Why what is at work stops, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The shell ends with this status.
    Exit(i32),
    /// The function, or the sourced file, ends with this status.
    Return(i32),
    /// So many loops end.
    Break(usize),
    /// So many loops but one end, and that goes on with its next round.
    Continue(usize),
    /// The command ends with this status; it has said why.
    Command(i32),
    /// The command ends, and says this.
    Refused {
        /// What it says.
        message: String,
        /// Its status.
        status: i32,
        /// Whether the shell ends too, as for a variable that is not set.
        fatal: bool,
    },
}

impl Stop {
    /// The command cannot be done.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), status: 1, fatal: false }
    }

    /// The shell cannot go on.
    pub fn fatal(message: impl Into<String>, status: i32) -> Self {
        Self::Refused { message: message.into(), status, fatal: true }
    }

    /// The status of a command whose reader has gone, as after `SIGPIPE`.
    pub const BROKEN_PIPE: Self = Self::Command(141);
}
