//! The learner's files: a small file system as a plain value, without the machine's.
//!
//! Folders and files by absolute path, bounded in number and size, with times on the virtual clock. As in POSIX a
//! file is more than its name: whoever has it open keeps it after it was renamed or removed. It remembers what
//! changed until it is asked, and knows nothing of who reads or writes.

mod change;
mod error;
pub mod path;
#[cfg(feature = "zip")]
pub mod zip;

pub use change::Change;
pub use error::FileError;

use crate::base::time::Timestamp;
use change::Changes;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The folder that a learner works in.
pub const HOME: &str = "/home/dojo";

/// A file, whatever its name is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u64);

impl FileId {
    /// The number that `stat` gives for it.
    pub fn number(self) -> u64 {
        self.0
    }
}

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A folder.
    Folder,
    /// A file.
    File(FileId),
}

/// How much may be kept.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of one file.
    pub file: usize,
    /// Bytes of all files.
    pub total: usize,
    /// Files and folders.
    pub entries: usize,
    /// Bytes of a path.
    pub path: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 64 << 20, total: 256 << 20, entries: 20_000, path: 1_024 }
    }
}

#[derive(Clone, Debug)]
struct Folder {
    modified: Timestamp,
}

#[derive(Clone, Debug)]
struct Content {
    bytes: Rc<Vec<u8>>,
    modified: Timestamp,
    /// The file's path, until it is removed.
    path: Option<String>,
    /// Whether it may be run as a program.
    executable: bool,
    /// By how many it is held open.
    holders: usize,
}

/// The file system.
#[derive(Clone, Debug)]
pub struct Files {
    folders: BTreeMap<String, Folder>,
    names: BTreeMap<String, FileId>,
    contents: BTreeMap<FileId, Content>,
    last_id: u64,
    used: usize,
    limits: Limits,
    changes: Changes,
}

impl Default for Files {
    fn default() -> Self {
        Self::new(Limits::default())
    }
}

impl Files {
    /// A file system with nothing in it but the learner's folder and `/tmp`.
    pub fn new(limits: Limits) -> Self {
        let folders = ["/", "/home", HOME, "/tmp"];
        let start = Folder { modified: Timestamp::default() };
        Self {
            folders: folders.into_iter().map(|path| (path.to_owned(), start.clone())).collect(),
            names: BTreeMap::new(),
            contents: BTreeMap::new(),
            // Lower numbers are the folders' in `stat`.
            last_id: 1 << 20,
            used: 0,
            limits,
            changes: Changes::default(),
        }
    }

    /// What is at `path`.
    ///
    /// # Errors
    /// `NotFound`, or `NotAFolder` when a file stands where the path has a folder.
    pub fn entry(&self, path: &str) -> Result<Entry, FileError> {
        if self.folders.contains_key(path) {
            return Ok(Entry::Folder);
        }
        match self.names.get(path) {
            Some(id) => Ok(Entry::File(*id)),
            None if self.below_a_file(path) => Err(FileError::NotAFolder),
            None => Err(FileError::NotFound),
        }
    }

    fn below_a_file(&self, path: &str) -> bool {
        let mut folder = path::parent(path);
        while folder != "/" {
            if self.names.contains_key(folder) {
                return true;
            }
            folder = path::parent(folder);
        }
        false
    }

    /// The file at `path`.
    ///
    /// # Errors
    /// As `entry`, and `IsAFolder`.
    pub fn file(&self, path: &str) -> Result<FileId, FileError> {
        match self.entry(path)? {
            Entry::File(id) => Ok(id),
            Entry::Folder => Err(FileError::IsAFolder),
        }
    }

    /// When what is at `path` was last changed.
    ///
    /// # Errors
    /// As `entry`.
    pub fn modified(&self, path: &str) -> Result<Timestamp, FileError> {
        match self.entry(path)? {
            Entry::Folder => {
                Ok(self.folders.get(path).map_or(Timestamp::default(), |folder| folder.modified))
            }
            Entry::File(id) => Ok(self.content(id)?.modified),
        }
    }

    /// When a file was last changed.
    ///
    /// # Errors
    /// `BadDescriptor` when there is no such file any more.
    pub fn modified_of(&self, id: FileId) -> Result<Timestamp, FileError> {
        Ok(self.content(id)?.modified)
    }

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// As `entry`, and `NotAFolder`.
    pub fn list(&self, folder: &str) -> Result<Vec<String>, FileError> {
        match self.entry(folder)? {
            Entry::File(_) => Err(FileError::NotAFolder),
            Entry::Folder => {
                let mut found = children(&self.folders, folder);
                found.extend(children(&self.names, folder));
                found.sort_unstable();
                Ok(found)
            }
        }
    }

    /// Every file below `folder` with its content, by path.
    pub fn all_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, Rc<Vec<u8>>)> {
        self.names
            .iter()
            .filter(move |(path, _)| path::below(folder, path).is_some())
            .filter_map(|(path, id)| Some((path.as_str(), self.contents.get(id)?.bytes.clone())))
    }

    /// A file's content.
    ///
    /// # Errors
    /// `BadDescriptor` when there is no such file any more.
    pub fn bytes(&self, id: FileId) -> Result<Rc<Vec<u8>>, FileError> {
        Ok(self.content(id)?.bytes.clone())
    }

    /// The content of the file at `path`.
    ///
    /// # Errors
    /// As `file`.
    pub fn read(&self, path: &str) -> Result<Rc<Vec<u8>>, FileError> {
        self.bytes(self.file(path)?)
    }

    /// Makes the file at `path` hold `bytes`, with the folders that it needs.
    ///
    /// # Errors
    /// When it does not fit, or a file stands where a folder is needed.
    pub fn write(&mut self, path: &str, bytes: Vec<u8>, now: Timestamp) -> Result<(), FileError> {
        self.make_folders(path::parent(path), now)?;
        let id = match self.entry(path) {
            Ok(Entry::File(id)) => id,
            Ok(Entry::Folder) => return Err(FileError::IsAFolder),
            Err(_) => self.create(path, now)?,
        };
        self.edit(id, bytes.len(), now, |content| *content = bytes)
    }

    /// An empty file at `path`, where nothing is yet.
    ///
    /// # Errors
    /// When something is there, when its folder is missing, or when there is no room.
    pub fn create(&mut self, path: &str, now: Timestamp) -> Result<FileId, FileError> {
        self.room_for(path)?;
        self.last_id += 1;
        let id = FileId(self.last_id);
        self.names.insert(path.into(), id);
        let content = Content {
            bytes: Rc::default(),
            modified: now,
            path: Some(path.into()),
            executable: false,
            holders: 0,
        };
        self.contents.insert(id, content);
        self.touch_folder_of(path, now);
        self.changes.add(Change::Written { path: path.into() });
        Ok(id)
    }

    /// Changes a file's content, which will be `length` bytes long.
    ///
    /// # Errors
    /// When it does not fit, or the file is no more.
    pub fn edit(
        &mut self,
        id: FileId,
        length: usize,
        now: Timestamp,
        change: impl FnOnce(&mut Vec<u8>),
    ) -> Result<(), FileError> {
        let before = self.content(id)?.bytes.len();
        if length > self.limits.file {
            return Err(FileError::TooLarge);
        }
        if self.used - before + length > self.limits.total {
            return Err(FileError::NoSpace);
        }
        let content = self.contents.get_mut(&id).ok_or(FileError::BadDescriptor)?;
        change(Rc::make_mut(&mut content.bytes));
        content.modified = now;
        self.used = self.used - before + content.bytes.len();
        if let Some(path) = content.path.clone() {
            self.changes.add(Change::Written { path });
        }
        Ok(())
    }

    /// A new folder.
    ///
    /// # Errors
    /// When something is there, when the folder above is missing, or when there is no room.
    pub fn make_folder(&mut self, path: &str, now: Timestamp) -> Result<(), FileError> {
        self.room_for(path)?;
        self.folders.insert(path.into(), Folder { modified: now });
        self.touch_folder_of(path, now);
        self.changes.add(Change::FolderMade { path: path.into() });
        Ok(())
    }

    /// A folder with all those above it, as far as they are missing.
    ///
    /// # Errors
    /// When a file is in the way, or when there is no room.
    pub fn make_folders(&mut self, path: &str, now: Timestamp) -> Result<(), FileError> {
        match self.entry(path) {
            Ok(Entry::Folder) => Ok(()),
            Ok(Entry::File(_)) => Err(FileError::NotAFolder),
            Err(_) => {
                self.make_folders(path::parent(path), now)?;
                self.make_folder(path, now)
            }
        }
    }

    /// Removes a file. Who holds it open keeps it.
    ///
    /// # Errors
    /// As `file`.
    pub fn remove_file(&mut self, path: &str, now: Timestamp) -> Result<(), FileError> {
        let id = self.file(path)?;
        self.names.remove(path);
        if let Some(content) = self.contents.get_mut(&id) {
            content.path = None;
        }
        self.drop_if_unused(id);
        self.touch_folder_of(path, now);
        self.changes.add(Change::Removed { path: path.into() });
        Ok(())
    }

    /// Removes an empty folder.
    ///
    /// # Errors
    /// When it is not there, is a file, holds something, or is the root.
    pub fn remove_folder(&mut self, path: &str, now: Timestamp) -> Result<(), FileError> {
        if path == "/" {
            return Err(FileError::Busy);
        }
        if !self.list(path)?.is_empty() {
            return Err(FileError::NotEmpty);
        }
        self.folders.remove(path);
        self.touch_folder_of(path, now);
        self.changes.add(Change::Removed { path: path.into() });
        Ok(())
    }

    /// Moves a file or a folder; a file, or an empty folder, at the new place is replaced.
    ///
    /// # Errors
    /// As `rename(2)`.
    pub fn rename(&mut self, from: &str, to: &str, now: Timestamp) -> Result<(), FileError> {
        let moved = self.entry(from)?;
        if from == to {
            return Ok(());
        }
        if from == "/" || path::below(from, to).is_some() {
            return Err(FileError::Invalid);
        }
        self.check_length(to)?;
        match (moved, self.entry(to)) {
            (Entry::File(_), Ok(Entry::Folder)) => return Err(FileError::IsAFolder),
            (Entry::Folder, Ok(Entry::File(_))) => return Err(FileError::NotAFolder),
            (Entry::File(_), Ok(Entry::File(_))) => self.remove_file(to, now)?,
            (Entry::Folder, Ok(Entry::Folder)) => self.remove_folder(to, now)?,
            (_, Err(_)) => self.check_parent(to)?,
        }
        self.move_names(from, to);
        self.touch_folder_of(from, now);
        self.touch_folder_of(to, now);
        self.changes.add(Change::Renamed { from: from.into(), to: to.into() });
        Ok(())
    }

    fn move_names(&mut self, from: &str, to: &str) {
        let renamed = |path: &str| match path::below(from, path) {
            Some(rest) => Some(format!("{to}/{rest}")),
            None => (path == from).then(|| to.to_owned()),
        };
        let folders: Vec<_> =
            self.folders.keys().filter_map(|path| Some((path.clone(), renamed(path)?))).collect();
        for (old, new) in folders {
            if let Some(folder) = self.folders.remove(&old) {
                self.folders.insert(new, folder);
            }
        }
        let files: Vec<_> =
            self.names.keys().filter_map(|path| Some((path.clone(), renamed(path)?))).collect();
        for (old, new) in files {
            if let Some(id) = self.names.remove(&old) {
                if let Some(content) = self.contents.get_mut(&id) {
                    content.path = Some(new.clone());
                }
                self.names.insert(new, id);
            }
        }
    }

    /// Sets when what is at `path` was changed.
    ///
    /// # Errors
    /// As `entry`.
    pub fn set_modified(&mut self, path: &str, time: Timestamp) -> Result<(), FileError> {
        match self.entry(path)? {
            Entry::Folder => {
                self.folders.insert(path.into(), Folder { modified: time });
            }
            Entry::File(id) => {
                if let Some(content) = self.contents.get_mut(&id) {
                    content.modified = time;
                }
            }
        }
        Ok(())
    }

    /// Whether the file at `path` may be run as a program.
    pub fn is_executable(&self, path: &str) -> bool {
        self.names.get(path).is_some_and(|id| self.is_executable_of(*id))
    }

    /// Whether a file may be run as a program.
    pub fn is_executable_of(&self, id: FileId) -> bool {
        self.contents.get(&id).is_some_and(|content| content.executable)
    }

    /// Sets whether the file at `path` may be run as a program.
    ///
    /// # Errors
    /// As `file`.
    pub fn set_executable(&mut self, path: &str, executable: bool) -> Result<(), FileError> {
        let id = self.file(path)?;
        if let Some(content) = self.contents.get_mut(&id) {
            content.executable = executable;
        }
        self.changes.add(Change::Written { path: path.into() });
        Ok(())
    }

    /// Keeps a file alive for someone who has it open.
    pub fn hold(&mut self, id: FileId) {
        if let Some(content) = self.contents.get_mut(&id) {
            content.holders += 1;
        }
    }

    /// Ends a hold; a file without a name that nobody holds is gone.
    pub fn release(&mut self, id: FileId) {
        if let Some(content) = self.contents.get_mut(&id) {
            content.holders = content.holders.saturating_sub(1);
        }
        self.drop_if_unused(id);
    }

    /// What changed since this was last asked.
    pub fn take_changes(&mut self) -> Vec<Change> {
        self.changes.take()
    }

    /// Bytes of all files.
    pub fn used(&self) -> usize {
        self.used
    }

    fn content(&self, id: FileId) -> Result<&Content, FileError> {
        self.contents.get(&id).ok_or(FileError::BadDescriptor)
    }

    fn drop_if_unused(&mut self, id: FileId) {
        if let Some(content) = self.contents.get(&id)
            && content.path.is_none()
            && content.holders == 0
        {
            self.used -= content.bytes.len();
            self.contents.remove(&id);
        }
    }

    /// Whether something new may be at `path`.
    fn room_for(&self, path: &str) -> Result<(), FileError> {
        self.check_length(path)?;
        if self.entry(path).is_ok() {
            return Err(FileError::Exists);
        }
        self.check_parent(path)?;
        if self.folders.len() + self.names.len() >= self.limits.entries {
            return Err(FileError::NoSpace);
        }
        Ok(())
    }

    fn check_length(&self, path: &str) -> Result<(), FileError> {
        let fits = path.len() <= self.limits.path && path::name(path).len() <= 255;
        if fits { Ok(()) } else { Err(FileError::NameTooLong) }
    }

    fn check_parent(&self, path: &str) -> Result<(), FileError> {
        match self.entry(path::parent(path))? {
            Entry::Folder => Ok(()),
            Entry::File(_) => Err(FileError::NotAFolder),
        }
    }

    /// Later with every change, also within one tick: who compares times, as Python's importer does, sees them all.
    fn touch_folder_of(&mut self, path: &str, now: Timestamp) {
        if let Some(folder) = self.folders.get_mut(path::parent(path)) {
            folder.modified = now.max(Timestamp(folder.modified.0.saturating_add(1)));
        }
    }
}

/// The names in `folder` among the paths of `map`.
fn children<T>(map: &BTreeMap<String, T>, folder: &str) -> Vec<String> {
    let start = if folder == "/" { "/".to_owned() } else { format!("{folder}/") };
    map.range(start.clone()..)
        .map(|(path, _)| path)
        .take_while(|path| path.starts_with(&start))
        .filter_map(|path| path::below(folder, path))
        .filter(|rest| !rest.contains('/'))
        .map(str::to_owned)
        .collect()
}
