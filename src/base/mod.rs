//! What every layer stands on. Knows nothing of data, models or browsers.

pub mod date;
pub mod figure;
pub mod float;
pub mod hash;
pub mod random;
pub mod time;

/// The fingerprint of the sources that this binary was built from: 16 hexadecimal digits.
///
/// The page and its worker are built together; when theirs differ, one of them came from a stale cache.
pub const fn build_id() -> &'static str {
    env!("DOJO_BUILD")
}
