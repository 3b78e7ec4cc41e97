//! TODO

pub mod charts;
//! What is shown.
pub mod routes;
