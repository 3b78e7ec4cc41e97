//! The search for runs: MLflow's filters and orders, with the answers of its SQLite store.
//!
//! | part | what it is |
//! |---|---|
//! | `tokens`, `words` | a filter cut into words |
//! | `group` | which words belong together |
//! | `identifier`, `list`, `parse` | the comparisons that they mean |
//! | `filter`, `like` | whether a run passes them |
//! | `order` | which run comes first |
//! | `error` | what is refused, in MLflow's words |

mod error;
mod filter;
mod group;
mod identifier;
mod like;
mod list;
mod order;
mod parse;
mod tokens;
mod words;

pub use error::SearchError;
pub use identifier::Entity;
pub use parse::{Comparison, Value, parse_filter};

use super::Run;

/// The most runs that one search gives.
pub const MAX_RESULTS: i64 = 50_000;

/// Which runs are looked at: those shown, those in the bin, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Those shown.
    #[default]
    Active,
    /// Those in the bin.
    Deleted,
    /// Both.
    All,
}

impl View {
    fn shows(self, run: &Run) -> bool {
        match self {
            Self::Active => run.is_active(),
            Self::Deleted => !run.is_active(),
            Self::All => true,
        }
    }
}

/// Finds the runs that pass `filter`, in the order of `order_by`: one key a text, such as `metrics.acc DESC`. Without
/// a filter all pass; behind the keys the latest run comes first.
///
/// # Errors
/// When the filter or a key cannot be understood; the filter's grammar is looked at first, then the keys, then
/// whether the comparisons fit what they compare.
pub fn search<'a>(
    runs: impl IntoIterator<Item = &'a Run>,
    filter: &str,
    order_by: &[String],
    view: View,
) -> Result<Vec<&'a Run>, SearchError> {
    let comparisons = parse_filter(filter)?;
    let keys = order::Keys::new(order_by)?;
    let tests = comparisons.into_iter().map(filter::Test::new).collect::<Result<Vec<_>, _>>()?;
    let passes = |run: &&Run| view.shows(run) && tests.iter().all(|test| test.passes(run));
    let mut found: Vec<_> = runs.into_iter().filter(passes).collect();
    keys.sort(&mut found);
    Ok(found)
}

/// Checks how many runs a search may give.
///
/// # Errors
/// When it is none or more than [`MAX_RESULTS`].
pub fn check_max_results(asked: i64) -> Result<usize, SearchError> {
    match usize::try_from(asked) {
        Err(_) | Ok(0) => Err(SearchError::TooFew(asked)),
        Ok(_) if asked > MAX_RESULTS => Err(SearchError::TooMany { found: asked }),
        Ok(count) => Ok(count),
    }
}
