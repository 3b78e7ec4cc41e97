//! What Python's `posix` works on: the learner's files, the library beside them, and open descriptors.

use super::host::{Host, Stream};
use super::library::{self, Library};
use crate::base::time::Timestamp;
use crate::files::{Entry, FileError, FileId, Files, HOME, path};
use std::rc::Rc;

/// Descriptors that may be open at once.
const MOST_OPEN: usize = 256;

/// How a file is opened: the flags of `open(2)` that mean something here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mode {
    /// It may be read.
    pub read: bool,
    /// It may be written.
    pub write: bool,
    /// Every write goes to the end.
    pub append: bool,
    /// It is made when it is missing.
    pub create: bool,
    /// It must be missing.
    pub exclusive: bool,
    /// It is emptied.
    pub truncate: bool,
}

/// What `stat` tells.
#[derive(Clone, Copy, Debug)]
pub struct Stat {
    /// Whether it is a folder.
    pub folder: bool,
    /// Whether it is a device: an output or `/dev/null`.
    pub device: bool,
    /// Whether it may be written.
    pub writable: bool,
    /// Whether it is a file that may be run as a program.
    pub executable: bool,
    /// Bytes.
    pub size: usize,
    /// When it was last changed.
    pub modified: Timestamp,
    /// Its number.
    pub number: u64,
}

#[derive(Clone, Debug)]
enum Target {
    File(FileId),
    Carried(Rc<Vec<u8>>),
    Output(Stream),
    Nothing,
}

#[derive(Clone, Debug)]
struct Open {
    target: Target,
    mode: Mode,
    position: usize,
}

/// Where a write goes that is not to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was done.
    Done,
    /// To be printed.
    Printed(Stream),
}

/// Files, library and descriptors.
#[derive(Debug)]
pub struct Disk {
    /// The learner's files.
    pub files: Files,
    /// The present folder.
    pub cwd: String,
    library: Library,
    open: Vec<Option<Open>>,
}

impl Disk {
    /// A disk over the learner's files.
    pub fn new(files: Files) -> Self {
        let device =
            |target, read, write| Open { target, mode: Mode { read, write, ..Mode::default() }, position: 0 };
        let open = vec![
            Some(device(Target::Nothing, true, false)),
            Some(device(Target::Output(Stream::Stdout), false, true)),
            Some(device(Target::Output(Stream::Stderr), false, true)),
        ];
        Self { files, cwd: HOME.into(), library: Library::default(), open }
    }

    /// `path` in normal form, as seen from the present folder.
    pub fn absolute(&self, path: &str) -> String {
        path::absolute(&self.cwd, path)
    }

    /// What is at a path.
    ///
    /// # Errors
    /// When nothing is.
    pub fn stat(&mut self, path: &str, host: &dyn Host) -> Result<Stat, FileError> {
        if path == "/dev/null" {
            return Ok(device());
        }
        if self.library.has(path) {
            let (folder, size) = match self.library.entry(path, host) {
                Some(library::Entry::Folder) => (true, 4096),
                Some(library::Entry::File(size)) => (false, size),
                None => return Err(FileError::NotFound),
            };
            return Ok(Stat {
                folder,
                device: false,
                writable: false,
                executable: false,
                size,
                modified: Timestamp(0),
                number: 1,
            });
        }
        let modified = self.files.modified(path)?;
        match self.files.entry(path)? {
            Entry::Folder => {
                let folder = Stat {
                    folder: true,
                    device: false,
                    writable: true,
                    executable: false,
                    size: 4096,
                    modified,
                    number: 2,
                };
                Ok(folder)
            }
            Entry::File(id) => self.stat_file(id),
        }
    }

    fn stat_file(&self, id: FileId) -> Result<Stat, FileError> {
        Ok(Stat {
            folder: false,
            device: false,
            writable: true,
            executable: self.files.is_executable_of(id),
            size: self.files.bytes(id)?.len(),
            modified: self.files.modified_of(id)?,
            number: id.number(),
        })
    }

    /// What a descriptor is open on.
    ///
    /// # Errors
    /// When it is not open.
    pub fn stat_open(&self, fd: i32) -> Result<Stat, FileError> {
        let open = self.opened(fd)?;
        let file = |size, modified, number, writable| Stat {
            folder: false,
            device: false,
            writable,
            executable: false,
            size,
            modified,
            number,
        };
        match &open.target {
            Target::File(id) => self.stat_file(*id),
            Target::Carried(bytes) => Ok(file(bytes.len(), Timestamp(0), 1, false)),
            Target::Output(_) | Target::Nothing => Ok(device()),
        }
    }

    /// The names in a folder.
    ///
    /// # Errors
    /// When it is no folder.
    pub fn list(&mut self, path: &str, host: &dyn Host) -> Result<Vec<String>, FileError> {
        if self.library.has(path) {
            return match self.library.entry(path, host) {
                Some(library::Entry::Folder) => Ok(self.library.list(path, host).unwrap_or_default()),
                Some(library::Entry::File(_)) => Err(FileError::NotAFolder),
                None => Err(FileError::NotFound),
            };
        }
        self.files.list(path)
    }

    /// Moves to another folder.
    ///
    /// # Errors
    /// When it is no folder.
    pub fn change_folder(&mut self, path: String, host: &dyn Host) -> Result<(), FileError> {
        if !self.stat(&path, host)?.folder {
            return Err(FileError::NotAFolder);
        }
        self.cwd = path;
        Ok(())
    }

    /// The learner's files, to change what is at `path`.
    ///
    /// # Errors
    /// When `path` is the library's.
    pub fn writable(&mut self, path: &str) -> Result<&mut Files, FileError> {
        if self.library.has(path) { Err(FileError::ReadOnly) } else { Ok(&mut self.files) }
    }

    /// Opens what is at `path` and gives its descriptor.
    ///
    /// # Errors
    /// As `open(2)`.
    pub fn open(
        &mut self,
        path: &str,
        mode: Mode,
        now: Timestamp,
        host: &dyn Host,
    ) -> Result<i32, FileError> {
        let target = self.target(path, mode, now, host)?;
        let slot = match self.open.iter().position(Option::is_none) {
            Some(free) => free,
            None if self.open.len() < MOST_OPEN => {
                self.open.push(None);
                self.open.len() - 1
            }
            None => return Err(FileError::TooManyOpen),
        };
        if let Target::File(id) = target {
            self.files.hold(id);
        }
        self.open[slot] = Some(Open { target, mode, position: 0 });
        i32::try_from(slot).map_err(|_| FileError::TooManyOpen)
    }

    fn target(
        &mut self,
        path: &str,
        mode: Mode,
        now: Timestamp,
        host: &dyn Host,
    ) -> Result<Target, FileError> {
        if path == "/dev/null" {
            return Ok(Target::Nothing);
        }
        if self.library.has(path) {
            return match self.library.entry(path, host) {
                Some(library::Entry::Folder) => Err(FileError::IsAFolder),
                Some(library::Entry::File(_)) if mode.write => Err(FileError::ReadOnly),
                Some(library::Entry::File(_)) => {
                    self.library.bytes(path, host).map(Target::Carried).ok_or(FileError::Unreachable)
                }
                None if mode.create => Err(FileError::ReadOnly),
                None => Err(FileError::NotFound),
            };
        }
        match self.files.entry(path) {
            Ok(_) if mode.create && mode.exclusive => Err(FileError::Exists),
            Ok(Entry::Folder) => Err(FileError::IsAFolder),
            Ok(Entry::File(id)) => {
                if mode.truncate && mode.write {
                    self.files.edit(id, 0, now, Vec::clear)?;
                }
                Ok(Target::File(id))
            }
            Err(FileError::NotFound) if mode.create => Ok(Target::File(self.files.create(path, now)?)),
            Err(error) => Err(error),
        }
    }

    /// Closes a descriptor.
    ///
    /// # Errors
    /// When it is not open.
    pub fn close(&mut self, fd: i32) -> Result<(), FileError> {
        let slot = usize::try_from(fd).ok().and_then(|slot| self.open.get_mut(slot));
        let open = slot.and_then(Option::take).ok_or(FileError::BadDescriptor)?;
        if let Target::File(id) = open.target {
            self.files.release(id);
        }
        Ok(())
    }

    /// Reads at most `most` bytes from where the descriptor stands.
    ///
    /// # Errors
    /// When it is not open for reading.
    pub fn read(&mut self, fd: i32, most: usize) -> Result<Vec<u8>, FileError> {
        let open = self.opened(fd)?;
        if !open.mode.read {
            return Err(FileError::BadDescriptor);
        }
        let bytes = self.content(&open.target)?;
        let from = open.position.min(bytes.len());
        let to = from.saturating_add(most).min(bytes.len());
        let read = bytes[from..to].to_vec();
        if let Some(open) = self.opened_mut(fd) {
            open.position = to;
        }
        Ok(read)
    }

    /// Writes where the descriptor stands.
    ///
    /// # Errors
    /// When it is not open for writing, or it does not fit.
    pub fn write(&mut self, fd: i32, written: &[u8], now: Timestamp) -> Result<Written, FileError> {
        let open = self.opened(fd)?;
        if !open.mode.write {
            return Err(FileError::BadDescriptor);
        }
        let id = match open.target {
            Target::Output(stream) => return Ok(Written::Printed(stream)),
            Target::Nothing => return Ok(Written::Done),
            Target::Carried(_) => return Err(FileError::ReadOnly),
            Target::File(id) => id,
        };
        let length = self.files.bytes(id)?.len();
        let from = if open.mode.append { length } else { open.position };
        let to = from.checked_add(written.len()).ok_or(FileError::TooLarge)?;
        self.files.edit(id, length.max(to), now, |bytes| {
            if bytes.len() < to {
                bytes.resize(to, 0);
            }
            bytes[from..to].copy_from_slice(written);
        })?;
        if let Some(open) = self.opened_mut(fd) {
            open.position = to;
        }
        Ok(Written::Done)
    }

    /// Moves where the descriptor stands: from the start (0), from there (1) or from the end (2).
    ///
    /// # Errors
    /// When that is before the start.
    pub fn seek(&mut self, fd: i32, offset: i64, whence: i32) -> Result<usize, FileError> {
        let open = self.opened(fd)?;
        let from = match whence {
            0 => 0,
            1 => open.position,
            2 => self.content(&open.target)?.len(),
            _ => return Err(FileError::Invalid),
        };
        let to = i64::try_from(from).unwrap_or(i64::MAX).checked_add(offset).ok_or(FileError::Invalid)?;
        let to = usize::try_from(to).map_err(|_| FileError::Invalid)?;
        if let Some(open) = self.opened_mut(fd) {
            open.position = to;
        }
        Ok(to)
    }

    /// Cuts or fills a file to `length` bytes.
    ///
    /// # Errors
    /// When it is not open for writing, or it does not fit.
    pub fn truncate(&mut self, fd: i32, length: usize, now: Timestamp) -> Result<(), FileError> {
        let open = self.opened(fd)?;
        match open.target {
            Target::File(id) if open.mode.write => {
                self.files.edit(id, length, now, |bytes| bytes.resize(length, 0))
            }
            _ => Err(FileError::Invalid),
        }
    }

    /// Whether the descriptor is one of the program's outputs or its input.
    ///
    /// # Errors
    /// When it is not open.
    pub fn is_device(&self, fd: i32) -> Result<bool, FileError> {
        Ok(matches!(self.opened(fd)?.target, Target::Output(_) | Target::Nothing))
    }

    fn content(&self, target: &Target) -> Result<Rc<Vec<u8>>, FileError> {
        match target {
            Target::File(id) => self.files.bytes(*id),
            Target::Carried(bytes) => Ok(bytes.clone()),
            Target::Output(_) | Target::Nothing => Ok(Rc::default()),
        }
    }

    fn opened(&self, fd: i32) -> Result<&Open, FileError> {
        let slot = usize::try_from(fd).ok().and_then(|slot| self.open.get(slot));
        slot.and_then(Option::as_ref).ok_or(FileError::BadDescriptor)
    }

    fn opened_mut(&mut self, fd: i32) -> Option<&mut Open> {
        usize::try_from(fd).ok().and_then(|slot| self.open.get_mut(slot)).and_then(Option::as_mut)
    }
}

fn device() -> Stat {
    Stat {
        folder: false,
        device: true,
        writable: true,
        executable: false,
        size: 0,
        modified: Timestamp(0),
        number: 3,
    }
}
