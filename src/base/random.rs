//! Seeded randomness, bit for bit as numpy has it: `RandomState` (behind `np.random.seed`) and `Generator` (behind
//! `np.random.default_rng`).
//!
//! Splits, bootstraps and starts of scikit-learn draw from the first, so the same `random_state` gives the same
//! rows here. Knows nothing of who draws. Mirrors numpy 2.4.

mod bits;
mod bounded;
mod choice;
mod continuous;
mod discrete;
mod generator;
mod mt19937;
mod pcg64;
mod random_state;
mod seed_sequence;
mod ziggurat;

pub use bits::Bits;
pub use bounded::{Bounded, Rejection, Width};
pub use continuous::Continuous;
pub use discrete::Discrete;
pub use generator::Generator;
pub use mt19937::Mt19937;
pub use pcg64::Pcg64;
pub use random_state::RandomState;
pub use seed_sequence::SeedSequence;

/// Why a draw is impossible, in the terms of `np.random`.
#[derive(Clone, Debug, PartialEq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum RandomError {
    /// `low >= high`.
    #[error("low >= high: there is no whole number in [{low}, {high})")]
    EmptyRange {
        /// The lowest number wanted.
        low: i64,
        /// One more than the highest number wanted.
        high: i64,
    },
    /// More draws without replacement than there are items.
    #[error("cannot take {size} of {population} without replacement")]
    SampleTooLarge {
        /// How many were wanted.
        size: usize,
        /// How many there are.
        population: usize,
    },
    /// Probabilities that are negative, not finite, do not sum to 1 or are too few.
    #[error("the probabilities must be as many as the items, none negative, with the sum 1")]
    BadProbabilities,
}
