//! The learner's files: commands over them, and their changes as events.

use super::Desk;
use crate::files::{Change, Entry, FileError, Files, HOME, path};
use crate::world::project::{Project, StoredFile};
use crate::world::{Command, CommandError, Event, Reply, WorldError};
use std::collections::BTreeMap;

/// The files of a project with their contents.
pub(super) fn open(project: &Project, contents: &BTreeMap<String, Vec<u8>>) -> Result<Files, CommandError> {
    let mut files = Files::default();
    let refused = |path: &str, error: FileError| CommandError::File { path: path.into(), error };
    for (path, file) in project.files() {
        let missing = || CommandError::Content(file.content.hash.clone());
        // Two files may hold the same.
        let bytes = contents.get(&file.content.hash).cloned().ok_or_else(missing)?;
        files.write(path, bytes, file.modified).map_err(|error| refused(path, error))?;
    }
    for folder in project.folders() {
        files.make_folders(folder, Default::default()).map_err(|error| refused(folder, error))?;
    }
    files.take_changes();
    Ok(files)
}

/// Carries out a command over files.
pub(super) fn execute(
    desk: &mut Desk<'_>,
    files: &mut Files,
    command: Command,
    upload: &[u8],
) -> Result<Reply, CommandError> {
    let now = desk.now;
    match command {
        Command::WriteFile { path } => {
            at(&path, |path| files.write(path, upload.to_vec(), now))?;
        }
        Command::MakeFolder { path } => at(&path, |path| files.make_folders(path, now))?,
        Command::RemovePath { path } => at(&path, |path| remove(files, path, now))?,
        Command::MovePath { from, to } => {
            let moved = at(&from, |from| {
                let to = inside(&to).ok_or(FileError::Denied)?;
                files.rename(from, &to, now)?;
                Ok((from.to_owned(), to))
            })?;
            files.take_changes();
            desk.tell(Event::PathMoved { from: moved.0, to: moved.1 })?;
        }
        _ => {}
    }
    settle(desk, files)?;
    Ok(Reply::Done)
}

/// Does something at a path of the learner's folder.
fn at<T>(given: &str, act: impl FnOnce(&str) -> Result<T, FileError>) -> Result<T, CommandError> {
    let path = inside(given).ok_or(FileError::Denied);
    path.and_then(|path| act(&path)).map_err(|error| CommandError::File { path: given.into(), error })
}

/// A path below the learner's folder in its normal form.
fn inside(given: &str) -> Option<String> {
    let path = path::absolute(HOME, given);
    path::below(HOME, &path).is_some().then_some(path)
}

/// Removes a file, or a folder with all that is in it.
fn remove(files: &mut Files, path: &str, now: crate::base::time::Timestamp) -> Result<(), FileError> {
    if let Entry::File(_) = files.entry(path)? {
        return files.remove_file(path, now);
    }
    for name in files.list(path)? {
        remove(files, &format!("{path}/{name}"), now)?;
    }
    files.remove_folder(path, now)
}

/// Tells what has changed in the learner's folder: not how it came about, but what is there now.
pub(super) fn settle(desk: &mut Desk<'_>, files: &mut Files) -> Result<(), WorldError> {
    for change in files.take_changes() {
        match change {
            Change::Written { path } | Change::FolderMade { path } | Change::Removed { path } => {
                settle_path(desk, files, &path)?;
            }
            Change::Renamed { from, to } => {
                settle_path(desk, files, &from)?;
                settle_path(desk, files, &to)?;
            }
        }
    }
    Ok(())
}

fn settle_path(desk: &mut Desk<'_>, files: &Files, path: &str) -> Result<(), WorldError> {
    if path::below(HOME, path).is_none() {
        return Ok(());
    }
    let project = desk.state.project();
    match files.entry(path) {
        Ok(Entry::File(_)) => {
            if project.folders().contains(path) {
                desk.tell(Event::PathRemoved { path: path.into() })?;
            }
            let Ok(bytes) = files.read(path) else { return Ok(()) };
            settle_file(desk, path, &bytes)
        }
        Ok(Entry::Folder) => {
            if project.files().contains_key(path) {
                desk.tell(Event::PathRemoved { path: path.into() })?;
            }
            if !desk.state.project().folders().contains(path) {
                desk.tell(Event::FolderMade { path: path.into() })?;
            }
            // A folder that was moved here brings what is in it.
            for name in files.list(path).unwrap_or_default() {
                settle_path(desk, files, &format!("{path}/{name}"))?;
            }
            Ok(())
        }
        Err(_) if project.holds(path) => desk.tell(Event::PathRemoved { path: path.into() }),
        Err(_) => Ok(()),
    }
}

fn settle_file(desk: &mut Desk<'_>, path: &str, bytes: &[u8]) -> Result<(), WorldError> {
    let hash = crate::base::hash::sha256_hex(bytes);
    let known = desk.state.project().files().get(path).is_some_and(|file| file.content.hash == hash);
    if known {
        return Ok(());
    }
    desk.out.blob(&hash, bytes.to_vec());
    desk.tell(Event::FileWritten { path: path.into(), file: StoredFile { hash, size: bytes.len() as u64 } })
}
