//! What a page says to the worker, as the bytes of its messages: for benchmarks, and for the worker's rehearsal.

use crate::base::time::Timestamp;
use crate::world::protocol::{CallId, ToEngine};
use crate::world::{Command, State, snapshot};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// The world's time in every message: the engine reads no clock.
pub(super) const AT: Timestamp = Timestamp(1_767_225_600_000);

/// A message's parts, each in base64: the head, and the bytes that come along.
pub(super) type Message = Vec<String>;

/// The first message: it starts from `state`.
///
/// # Errors
/// Of the encoder; there is none for states of ours.
pub(super) fn start(state: &State) -> Result<Message, String> {
    let state = snapshot::encode(state).map_err(|problem| problem.to_string())?;
    Ok(vec![encoded(&ToEngine::Start)?, STANDARD.encode(state)])
}

/// A command, with the file that belongs to it.
///
/// # Errors
/// As [`start`].
pub(super) fn execute(id: u64, command: Command, upload: Option<&[u8]>) -> Result<Message, String> {
    let has = upload.is_some();
    let head = ToEngine::Execute { id: CallId(id), at: AT, command, upload: has, blobs: Vec::new() };
    Ok(std::iter::once(encoded(&head)?).chain(upload.map(|bytes| STANDARD.encode(bytes))).collect())
}

fn encoded(message: &ToEngine) -> Result<String, String> {
    Ok(STANDARD.encode(postcard::to_stdvec(message).map_err(|problem| problem.to_string())?))
}
