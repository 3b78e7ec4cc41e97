//! A state as bytes. A snapshot is a shortcut, never the truth: one that cannot be read is thrown away and the
//! journal is folded from its beginning.

use super::state::State;

/// The form of what follows; raised with every change of `State`.
const VERSION: u8 = 3;
const MAGIC: &[u8] = b"dojo-state";

/// Why bytes are no snapshot of this version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a snapshot of version {VERSION}")]
pub struct SnapshotError;

/// Writes a state.
///
/// # Errors
/// When memory runs out.
pub fn encode(state: &State) -> Result<Vec<u8>, SnapshotError> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    postcard::to_extend(state, bytes).map_err(|_| SnapshotError)
}

/// Reads a state.
///
/// # Errors
/// When the bytes are of another version or damaged.
pub fn decode(bytes: &[u8]) -> Result<State, SnapshotError> {
    let rest = bytes.strip_prefix(MAGIC).and_then(|rest| rest.strip_prefix(&[VERSION]));
    postcard::from_bytes(rest.ok_or(SnapshotError)?).map_err(|_| SnapshotError)
}
