//! The only place that knows a browser.

#[cfg(feature = "page")]
pub mod canvas;
