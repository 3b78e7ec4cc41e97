//! Names for runs that were given none: an adjective, a noun and a number, as MLflow makes them, from the
//! run's own id, so that the same world gives the same names.

use crate::tracking::RunId;

const ADJECTIVES: [&str; 32] = [
    "amber", "brisk", "calm", "clear", "crisp", "deft", "eager", "fair", "gentle", "golden", "hardy", "keen",
    "lively", "lucid", "mellow", "merry", "mild", "nimble", "patient", "plain", "quiet", "rapid", "sage",
    "serene", "sharp", "silver", "steady", "sunny", "swift", "tidy", "vivid", "warm",
];
const NOUNS: [&str; 32] = [
    "badger", "bamboo", "cedar", "crane", "cypress", "dove", "ember", "falcon", "fern", "finch", "fox",
    "grove", "heron", "ibis", "ivy", "koi", "lark", "lotus", "maple", "marten", "moss", "otter", "owl",
    "pine", "plum", "raven", "reed", "sparrow", "stork", "swan", "tanuki", "willow",
];

/// A name such as `quiet-crane-417`.
pub(super) fn made_up(id: &RunId) -> String {
    let digits = |from: usize| {
        let part = id.0.get(from..from + 4).unwrap_or_default();
        usize::from(u16::from_str_radix(part, 16).unwrap_or_default())
    };
    let pick =
        |words: &[&'static str; 32], number: usize| words.get(number % 32).copied().unwrap_or_default();
    format!("{}-{}-{}", pick(&ADJECTIVES, digits(0)), pick(&NOUNS, digits(4)), digits(8) % 1000)
}
