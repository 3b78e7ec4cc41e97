//! Tables and what can be said about them. Knows no estimator, no run and no browser.

pub mod table;

pub use table::{Column, Table, Values};
