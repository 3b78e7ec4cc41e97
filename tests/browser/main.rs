//! Tests in a real browser.

#[cfg(target_arch = "wasm32")]
mod charts;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
wasm_bindgen_test_configure!(run_in_browser);
#[wasm_bindgen_test]
fn there_is_a_document() {
    assert!(web_sys::window().and_then(|w| w.document()).is_some());
}

fn main() {}
