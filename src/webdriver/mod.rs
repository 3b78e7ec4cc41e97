//! The built site in a real browser, through WebDriver: what the journeys of `tests/e2e` and `dojo bench` share.
//! Knows the site's addresses and test ids, and nothing of what is proved or measured with them.

mod driver;
mod page;
mod stage;

pub use driver::Driver;
pub use page::{Page, id};
pub use stage::{Browser, Stage};

/// A step in a browser that could not be taken.
#[derive(Debug, thiserror::Error)]
#[error("{step}: {problem}")]
pub struct StepError {
    step: String,
    problem: String,
}

impl StepError {
    /// What was tried, and what came of it.
    pub fn new(step: impl std::fmt::Display, problem: impl std::fmt::Display) -> Self {
        Self { step: step.to_string(), problem: problem.to_string() }
    }
}

/// What the functions of this module give.
pub type Result<T> = std::result::Result<T, StepError>;

/// Says what was tried when it failed.
trait Named<T> {
    fn named(self, step: impl std::fmt::Display) -> Result<T>;
}

impl<T, E: std::fmt::Display> Named<T> for std::result::Result<T, E> {
    fn named(self, step: impl std::fmt::Display) -> Result<T> {
        self.map_err(|problem| StepError::new(step, problem))
    }
}
