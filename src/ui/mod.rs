//! What is shown. The pure parts (addresses, words, formats) are compiled everywhere; the views on the page.

#[cfg(feature = "charts")]
pub mod charts;
pub mod format;
pub mod i18n;
pub mod icons;
pub mod routes;

#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod app;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod console;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
mod pages;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod session;
#[cfg(all(feature = "page", target_arch = "wasm32"))]
mod widgets;
