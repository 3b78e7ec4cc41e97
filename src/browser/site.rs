//! The site as the browser has it: where its files are, its settings, files in and out, storage.

use super::client::describe;
use crate::world::port::{HostError, StorageUse};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Response, Url};

/// What settings of ours begin with in the browser's storage, so that sites beside this one keep theirs.
const SETTING_PREFIX: &str = "mlops-dojo.";

/// The path below which the site lies: `/`, or `/dojo/` under a sub-path.
pub fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let url = base.and_then(|base| Url::new(&base).ok());
    url.map_or_else(|| "/".into(), |url| url.pathname())
}

/// What the page's HTML says of the worker.
fn engine_meta(attribute: &str) -> Option<String> {
    let meta = document()?.query_selector("meta[name=dojo-engine]").ok().flatten()?;
    meta.get_attribute(attribute).filter(|value| !value.is_empty())
}

/// The address of the worker's loader, which lies in a folder named by its content.
pub(super) fn engine_url() -> String {
    format!("{}{}", base_path(), engine_meta("content").as_deref().unwrap_or("engine_loader.js"))
}

/// The address of the worker's wasm, beside its loader.
pub(super) fn engine_wasm_url() -> String {
    let loader = engine_url();
    let folder = loader.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/engine_bg.wasm")
}

/// How large the worker's wasm is when it is unpacked; 0 when nobody has written it down.
pub(super) fn engine_bytes() -> u64 {
    engine_meta("data-bytes").and_then(|bytes| bytes.parse().ok()).unwrap_or(0)
}

/// A file of this site.
pub(super) async fn fetch(path: String) -> Result<Vec<u8>, HostError> {
    let failed = |detail: String| HostError::Fetch { path: path.clone(), detail };
    let window = web_sys::window().ok_or_else(|| failed("no window".into()))?;
    let address = format!("{}{path}", base_path());
    let response = JsFuture::from(window.fetch_with_str(&address)).await.map_err(|e| failed(describe(&e)))?;
    let response: Response = response.dyn_into().map_err(|_| failed("no response".into()))?;
    if !response.ok() {
        return Err(failed(format!("status {}", response.status())));
    }
    let buffer = response.array_buffer().map_err(|e| failed(describe(&e)))?;
    let buffer = JsFuture::from(buffer).await.map_err(|e| failed(describe(&e)))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Offers `bytes` as a download.
pub(super) fn save_file(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), HostError> {
    offer(name, media_type, bytes).map_err(|error| HostError::Storage(describe(&error)))
}

fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = document().ok_or("no document")?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has begun the download by the time the next task runs.
    gloo::timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// How much is stored, and asks the browser not to clear it by itself.
pub(super) async fn storage_use() -> Option<StorageUse> {
    let storage = web_sys::window()?.navigator().storage();
    let number = |value: &JsValue, key: &str| js_sys::Reflect::get(value, &key.into()).ok()?.as_f64();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let persistent = JsFuture::from(storage.persisted().ok()?).await.ok()?.is_truthy();
    Some(StorageUse { used: number(&estimate, "usage")?, quota: number(&estimate, "quota")?, persistent })
}

/// Asks the browser to keep what is stored even when room is short.
pub(super) async fn ask_to_persist() {
    let asked = web_sys::window().and_then(|window| window.navigator().storage().persist().ok());
    if let Some(promise) = asked {
        // A refusal changes nothing: the settings page shows how it stands.
        let _ = JsFuture::from(promise).await;
    }
}

/// A setting that was kept.
pub fn setting(key: &str) -> Option<String> {
    local_storage()?.get_item(&format!("{SETTING_PREFIX}{key}")).ok().flatten()
}

/// Keeps a setting; a browser that refuses forgets it with the tab.
pub fn keep_setting(key: &str, value: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(&format!("{SETTING_PREFIX}{key}"), value);
    }
}

fn local_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
