//! Messages between page and worker as JavaScript values: an array of byte arrays, the message itself first.
//! They are moved, not copied. Both sides are of one build (the handshake sees to that), so the compact form
//! needs no names; what is kept for good is JSON, in the journal.

use js_sys::{Array, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

/// A message ready to post, and what moves with it.
pub(super) struct Parcel {
    pub message: Array,
    pub transfer: Array,
}

/// Why a value is no message.
#[derive(Debug, thiserror::Error)]
#[error("not a message of this protocol: {0}")]
pub(super) struct WireError(String);

/// Packs `head` and the byte arrays that belong to it.
pub(super) fn pack<T: Serialize>(head: &T, bytes: &[&[u8]]) -> Result<Parcel, WireError> {
    let head = postcard::to_stdvec(head).map_err(|error| WireError(error.to_string()))?;
    let (message, transfer) = (Array::new(), Array::new());
    for part in std::iter::once(head.as_slice()).chain(bytes.iter().copied()) {
        let array = Uint8Array::from(part);
        transfer.push(&array.buffer());
        message.push(&array);
    }
    Ok(Parcel { message, transfer })
}

/// Unpacks a message.
pub(super) fn unpack<T: DeserializeOwned>(value: &JsValue) -> Result<(T, Vec<Vec<u8>>), WireError> {
    let parts: &Array = value.dyn_ref().ok_or_else(|| WireError("not an array".into()))?;
    let mut bytes = parts
        .iter()
        .map(|part| part.dyn_into::<Uint8Array>().map(|array| array.to_vec()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| WireError("a part is not bytes".into()))?;
    if bytes.is_empty() {
        return Err(WireError("it is empty".into()));
    }
    let head = postcard::from_bytes(&bytes.remove(0)).map_err(|error| WireError(error.to_string()))?;
    Ok((head, bytes))
}
