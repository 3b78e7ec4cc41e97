//! Brings a large file of the site into the browser's cache and tells how far it has come.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

/// Fetches `address`; `tell` gets the bytes that have arrived, as they are when they are unpacked.
///
/// # Errors
/// What the browser says. Who needs the file meets the same error and says so.
pub(super) async fn fetch_counted(address: &str, tell: impl Fn(u64)) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    let Some(body) = response.body() else { return Ok(()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into()?;
    let part = |read: &JsValue, key: &str| js_sys::Reflect::get(read, &key.into());
    let mut arrived = 0;
    loop {
        let read = JsFuture::from(reader.read()).await?;
        if part(&read, "done")?.is_truthy() {
            return Ok(());
        }
        let length = part(&part(&read, "value")?, "byteLength")?.as_f64().unwrap_or(0.0);
        arrived += length as u64;
        tell(arrived);
    }
}
