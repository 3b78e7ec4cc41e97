//! What frames need done value by value: finding equal values, groups, joins, orders, ranks, windows, dates, text and
//! CSV. Works on plain slices; knows no Python, no arrays and no files.
//!
//! A missing float is NaN, a missing date [`dates::NAT`], a missing text `None`.

pub mod csv;
pub mod csv_columns;
pub mod csv_write;
pub mod dates;
pub mod dates_format;
pub mod dates_parse;
pub mod factors;
pub mod groups;
pub mod hashing;
pub mod join;
pub mod order;
pub mod statistics;
pub mod text;
pub mod window;
