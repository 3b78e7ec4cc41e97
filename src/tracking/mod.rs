//! Experiments and runs as MLflow 3.17 has them: what a run holds, which keys and values it takes, the store that
//! the world's events change, and the search in it. Knows nothing of how a model is trained or where runs are kept.

mod check;
mod run;
pub mod search;
mod store;

pub use check::{
    MAX_KEY_CHARS, MAX_PARAM_CHARS, MAX_TAG_CHARS, NameProblem, check_key, check_param_value, check_tag_value,
};
pub use run::{Artifact, DatasetUse, Experiment, ExperimentId, Lifecycle, Point, Run, RunId, RunStatus};
pub use store::{Store, TrackingError};
