//! Estimators over linfa, preprocessing, splits and metrics. Knows no run, no file and no browser.
//!
//! What the page needs to build a form, to tell an error or to draw a curve ([`spec`], [`error`], [`progress`]) and
//! the splits and metrics are plain Rust and always there. What fits models needs the feature `compute`.

pub mod error;
pub mod metrics;

pub mod progress;
pub mod spec;
pub mod split;

#[cfg(feature = "compute")]
mod bayes;
#[cfg(feature = "compute")]
mod dense;
#[cfg(feature = "compute")]
pub mod estimator;
#[cfg(feature = "compute")]
pub mod features;
#[cfg(feature = "compute")]
mod k_means;
#[cfg(feature = "compute")]
pub mod learn;
#[cfg(feature = "compute")]
mod linear;
#[cfg(feature = "compute")]
pub mod model;
#[cfg(feature = "compute")]
mod neighbours;
#[cfg(feature = "compute")]
mod pca;
#[cfg(feature = "compute")]
pub mod pipeline;
#[cfg(feature = "compute")]
mod scalers;
#[cfg(feature = "compute")]
mod support_vectors;
#[cfg(feature = "compute")]
pub mod tree;
