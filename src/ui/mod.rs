//! TODO

pub mod charts;
