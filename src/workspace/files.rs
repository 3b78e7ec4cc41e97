//! The learner's files: commands over them, and their changes as events.

use super::Desk;
use crate::base::time::Timestamp;
use crate::files::{Change, Entry, FileError, Files, HOME, path};
use crate::world::project::{BinId, Project, ProjectError, StoredFile};
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
        if file.content.executable {
            files.set_executable(path, true).map_err(|error| refused(path, error))?;
        }
    }
    for folder in project.folders() {
        files.make_folders(folder, Default::default()).map_err(|error| refused(folder, error))?;
    }
    files.take_changes();
    Ok(files)
}

/// Carries out a command over files; `contents` are what the engine may not have.
pub(super) fn execute(
    desk: &mut Desk<'_>,
    files: &mut Files,
    command: Command,
    upload: &[u8],
    contents: &BTreeMap<String, Vec<u8>>,
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
        Command::SetExecutable { path, executable } => {
            at(&path, |path| files.set_executable(path, executable))?;
        }
        Command::CopyPath { from, to } => at(&from, |from| {
            let to = inside(&to).ok_or(FileError::Denied)?;
            if path::below(from, &to).is_some() {
                return Err(FileError::Invalid);
            }
            copy(files, from, &to, now)
        })?,
        Command::BinPaths { paths } => return put_into_bin(desk, files, &paths),
        Command::RestoreBin { bin } => restore(desk, files, bin, contents)?,
        Command::EmptyBin { bin } => desk.tell(Event::BinEmptied { bin })?,
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
fn remove(files: &mut Files, path: &str, now: Timestamp) -> Result<(), FileError> {
    if let Entry::File(_) = files.entry(path)? {
        return files.remove_file(path, now);
    }
    for name in files.list(path)? {
        remove(files, &format!("{path}/{name}"), now)?;
    }
    files.remove_folder(path, now)
}

/// Copies a file, or a folder with all that is in it, to where nothing is yet.
fn copy(files: &mut Files, from: &str, to: &str, now: Timestamp) -> Result<(), FileError> {
    if files.entry(to).is_ok() {
        return Err(FileError::Exists);
    }
    if let Entry::File(id) = files.entry(from)? {
        let (bytes, executable) = (files.bytes(id)?, files.is_executable_of(id));
        files.write(to, bytes.to_vec(), now)?;
        return if executable { files.set_executable(to, true) } else { Ok(()) };
    }
    files.make_folders(to, now)?;
    for name in files.list(from)? {
        copy(files, &format!("{from}/{name}"), &format!("{to}/{name}"), now)?;
    }
    Ok(())
}

/// Puts files and folders into the bin: they leave the learner's folder, and the world keeps what they hold.
fn put_into_bin(desk: &mut Desk<'_>, files: &mut Files, given: &[String]) -> Result<Reply, CommandError> {
    let refused = |path: &String, error| CommandError::File { path: path.clone(), error };
    let paths = given.iter().map(|path| inside(path).ok_or_else(|| refused(path, FileError::Denied)));
    let paths = paths.collect::<Result<Vec<_>, _>>()?;
    let bin = desk.state.project().next_bin();
    desk.tell(Event::PathsBinned { paths: paths.clone() })?;
    for path in &paths {
        remove(files, path, desk.now).map_err(|error| refused(path, error))?;
    }
    files.take_changes();
    Ok(Reply::Binned(bin))
}

/// Brings back what was put into the bin together, to where it was.
fn restore(
    desk: &mut Desk<'_>,
    files: &mut Files,
    bin: BinId,
    contents: &BTreeMap<String, Vec<u8>>,
) -> Result<(), CommandError> {
    let binned = desk.state.project().bin().get(&bin).cloned();
    let binned = binned.ok_or(WorldError::Project(ProjectError::NotInBin(bin)))?;
    let hashes = binned.files.values().map(|file| &file.content.hash);
    if let Some(missing) = hashes.clone().find(|hash| !contents.contains_key(*hash)) {
        return Err(CommandError::Content(missing.clone()));
    }
    desk.tell(Event::BinRestored { bin })?;
    for (path, file) in &binned.files {
        let refused = |error| CommandError::File { path: path.clone(), error };
        let bytes = contents.get(&file.content.hash).cloned().unwrap_or_default();
        files.write(path, bytes, file.modified).map_err(refused)?;
        if file.content.executable {
            files.set_executable(path, true).map_err(refused)?;
        }
    }
    for folder in &binned.folders {
        let refused = |error| CommandError::File { path: folder.clone(), error };
        files.make_folders(folder, desk.now).map_err(refused)?;
    }
    // They are told already: by the bin.
    files.take_changes();
    Ok(())
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
        Ok(Entry::File(id)) => {
            if project.folders().contains(path) {
                desk.tell(Event::PathRemoved { path: path.into() })?;
            }
            let Ok(bytes) = files.read(path) else { return Ok(()) };
            settle_file(desk, path, &bytes, files.is_executable_of(id))
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

fn settle_file(desk: &mut Desk<'_>, path: &str, bytes: &[u8], executable: bool) -> Result<(), WorldError> {
    let file =
        StoredFile { hash: crate::base::hash::sha256_hex(bytes), size: bytes.len() as u64, executable };
    let known = desk.state.project().files().get(path);
    if known.is_some_and(|known| known.content == file) {
        return Ok(());
    }
    if known.is_none_or(|known| known.content.hash != file.hash) {
        desk.out.blob(&file.hash, bytes.to_vec());
    }
    desk.tell(Event::FileWritten { path: path.into(), file })
}
