//! The worker: the engines behind a message port.

#[cfg(target_arch = "wasm32")]
fn main() {
    mlops_dojo::browser::engine::serve(mlops_dojo::ui::i18n::worded);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
