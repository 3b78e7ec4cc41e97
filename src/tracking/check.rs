//! Which names and values MLflow takes (`mlflow/utils/validation.py`, 3.17).

use serde::{Deserialize, Serialize};

/// The longest key of a parameter, metric or tag, in characters.
pub const MAX_KEY_CHARS: usize = 250;
/// The longest value of a parameter, in characters.
pub const MAX_PARAM_CHARS: usize = 6000;
/// The longest value of a tag, in characters.
pub const MAX_TAG_CHARS: usize = 8000;

/// What is wrong with a key or a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum NameProblem {
    /// Nothing but white space.
    #[error("it is empty")]
    Empty,
    /// Longer than allowed.
    #[error("it has {found} characters, {limit} are allowed")]
    TooLong {
        /// How long it is.
        found: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A character that is not allowed.
    #[error("it holds {found:?}; letters, digits, _ - . / : and spaces are allowed")]
    Character {
        /// The character.
        found: char,
    },
    /// Not a plain relative path (`..`, a leading slash, a double slash).
    #[error("it is not a plain relative path")]
    Path,
}

/// Checks the key of a parameter, a metric or a tag, or the path of an artifact.
///
/// # Errors
/// Says what is wrong with it.
pub fn check_key(key: &str) -> Result<(), NameProblem> {
    if key.trim().is_empty() {
        return Err(NameProblem::Empty);
    }
    check_length(key, MAX_KEY_CHARS)?;
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '/' | ':');
    if let Some(found) = key.chars().find(|&c| !allowed(c)) {
        return Err(NameProblem::Character { found });
    }
    let plain = key.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if plain { Ok(()) } else { Err(NameProblem::Path) }
}

/// Checks the value of a parameter.
///
/// # Errors
/// When it is too long.
pub fn check_param_value(value: &str) -> Result<(), NameProblem> {
    check_length(value, MAX_PARAM_CHARS)
}

/// Checks the value of a tag.
///
/// # Errors
/// When it is too long.
pub fn check_tag_value(value: &str) -> Result<(), NameProblem> {
    check_length(value, MAX_TAG_CHARS)
}

fn check_length(text: &str, limit: usize) -> Result<(), NameProblem> {
    let found = text.chars().count();
    if found > limit { Err(NameProblem::TooLong { found, limit }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: &str, expected: Result<(), NameProblem>) {
        assert_eq!(check_key(key), expected, "{key:?}");
    }

    #[test]
    fn keys() {
        check("accuracy", Ok(()));
        check("val/loss at 1:2.b-c_d", Ok(()));
        check("精度", Ok(()));
        check("", Err(NameProblem::Empty));
        check("  ", Err(NameProblem::Empty));
        check("a=b", Err(NameProblem::Character { found: '=' }));
        check("../a", Err(NameProblem::Path));
        check("/a", Err(NameProblem::Path));
        check("a//b", Err(NameProblem::Path));
        check(&"k".repeat(250), Ok(()));
        check(&"k".repeat(251), Err(NameProblem::TooLong { found: 251, limit: 250 }));
    }
}
