//! The same commands come to the same state in the browser as natively.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::sequences;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn all_sequences_together_have_the_digest_that_the_native_tests_get_too() {
    assert_eq!(sequences::digest(), sequences::DIGEST);
}
