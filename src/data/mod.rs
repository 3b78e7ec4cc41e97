//! Tables and what can be said about them. Knows no estimator, no run and no browser.

pub mod builtin;
pub mod csv;
pub mod schema;
pub mod statistics;
pub mod stored;
pub mod table;

pub use builtin::{BUILTIN, Builtin};
pub use schema::{Cell, Field, Kind, Schema};
pub use stored::StoredError;
pub use table::{Column, Table, TableError, Values};
