//! Native tests, one file a subject.

mod ml_fits;
mod ml_random;
mod ml_recorded;
mod ml_split;
