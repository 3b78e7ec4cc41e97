//! Native tests, one file a subject.

mod data_builtin;
mod data_csv;
mod data_csv_errors;
mod data_statistics;
mod data_stored;
