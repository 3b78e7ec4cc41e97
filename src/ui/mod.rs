//! What is shown.

pub mod routes;
