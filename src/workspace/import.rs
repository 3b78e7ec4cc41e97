//! An archive taken in: all that is not here yet, or nothing.

use super::Desk;
use crate::files::Files;
use crate::world::{CommandError, Event, Reply, archive};

/// Reads and checks the whole file before the first event is told.
pub(super) fn import(
    desk: &mut Desk<'_>,
    files: &mut Option<Files>,
    bytes: &[u8],
) -> Result<Reply, CommandError> {
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
    if let Some(files) = files {
        // What is open here must hold what has just been told.
        for stamped in &events {
            if let Event::FileWritten { path, file } = &stamped.event
                && let Some(content) = archive.blobs.get(&file.hash)
            {
                let refused = |error| CommandError::File { path: path.clone(), error };
                files.write(path, content.clone(), stamped.at).map_err(refused)?;
            }
        }
        files.take_changes();
    }
    Ok(Reply::Imported(report))
}
