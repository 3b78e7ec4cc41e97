//! Tests in a real browser.

#[cfg(target_arch = "wasm32")]
mod charts;
#[cfg(target_arch = "wasm32")]
mod journal;
#[cfg(target_arch = "wasm32")]
mod replay;
#[cfg(target_arch = "wasm32")]
#[path = "../common/sequences.rs"]
mod sequences;

// The runner calls the tests by their exports: there is no harness, because the standard library that is built
// from source has no `test` crate.
fn main() {}
