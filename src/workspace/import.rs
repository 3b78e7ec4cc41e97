//! An archive taken in: all that is not here yet, or nothing.

use super::Desk;
use crate::world::{CommandError, Reply, archive};

/// Reads and checks the whole file before the first event is told.
pub(super) fn import(desk: &mut Desk<'_>, bytes: &[u8]) -> Result<Reply, CommandError> {
    let archive = archive::read(bytes)?;
    let (events, report) = archive::news(desk.state, &archive);
    archive::rehearse(desk.state, &events)?;
    let mut outcome = Ok(());
    let state = &mut *desk.state;
    desk.out.together(&mut |out| {
        for (hash, content) in &archive.blobs {
            out.blob(hash, content.clone());
        }
        for stamped in &events {
            outcome = state.apply(stamped);
            if outcome.is_err() {
                return;
            }
            out.event(stamped);
        }
    });
    outcome?;
    Ok(Reply::Imported(report))
}
