//! The only place that knows a browser: the journal in IndexedDB, the worker on both its sides, locks between
//! tabs, files and settings. It sees `world` and decides nothing about it.

mod wire;

#[cfg(feature = "worker")]
pub mod engine;

#[cfg(feature = "page")]
mod address;
#[cfg(feature = "page")]
mod broadcast;
#[cfg(feature = "page")]
pub mod canvas;
#[cfg(feature = "page")]
mod client;
#[cfg(feature = "page")]
mod document;
#[cfg(feature = "page")]
mod download;
#[cfg(feature = "page")]
mod files;
#[cfg(feature = "page")]
mod host;
#[cfg(feature = "page")]
pub mod journal;
#[cfg(feature = "page")]
mod keeper;
#[cfg(feature = "page")]
mod locks;
#[cfg(feature = "page")]
pub mod site;

#[cfg(feature = "page")]
pub use host::BrowserHost;

#[cfg(feature = "page")]
pub use document::{install_panic_notice, remove_shell, wanted_languages};
