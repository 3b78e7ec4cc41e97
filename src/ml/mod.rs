//! Estimators over linfa, preprocessing, splits and metrics. Knows no run, no file and no browser.
//!
//! What the page needs to build a form or to tell an error ([`spec`], [`error`], [`progress`], [`split`]) is plain data and
//! is always there; what computes needs the feature `compute`.

pub mod error;
pub mod split;
