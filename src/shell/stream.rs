//! What commands read from and write to: the terminal, files and pipes, each by a descriptor.

use super::system::System;
use crate::files::{FileError, FileId};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The most bytes that wait in a pipe. A command runs when the one before it has ended or has filled the pipe, so
/// this is what of an endless output is ever made.
pub const PIPE_BYTES: usize = 16 << 20;

/// One of the terminal's two outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Results.
    Out,
    /// Messages.
    Err,
}

/// Bytes on their way from one command to the next.
#[derive(Debug, Default)]
pub struct Pipe {
    /// What was written.
    pub bytes: Vec<u8>,
    /// How much of it was read.
    pub read: usize,
    /// Whether more was written than fits: its writer was ended.
    pub overflown: bool,
}

impl Pipe {
    /// Takes as much as fits; false when something did not.
    pub fn take_in(&mut self, bytes: &[u8]) -> bool {
        let room = PIPE_BYTES.saturating_sub(self.bytes.len());
        self.bytes.extend_from_slice(&bytes[..bytes.len().min(room)]);
        self.overflown |= bytes.len() > room;
        !self.overflown
    }
}

/// An open file.
#[derive(Debug)]
pub struct OpenFile {
    id: FileId,
    position: usize,
    append: bool,
}

/// What a descriptor stands for. Clones share their position.
#[derive(Clone, Debug)]
pub enum Stream {
    /// `/dev/null`, and the input of a terminal at which nobody types.
    Nothing,
    /// The terminal.
    Screen(Screen),
    /// A pipe.
    Pipe(Rc<RefCell<Pipe>>),
    /// A file.
    File(Rc<RefCell<OpenFile>>),
}

/// Why writing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// Nobody takes more: the command is to end.
    Broken,
    /// The file refuses it.
    File(FileError),
}

/// A pipe's input would have no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endless;

impl Stream {
    /// A stream from which `bytes` are read.
    pub fn of(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Pipe(Rc::new(RefCell::new(Pipe { bytes: bytes.into(), ..Pipe::default() })))
    }

    /// An empty pipe.
    pub fn pipe() -> (Self, Rc<RefCell<Pipe>>) {
        let pipe = Rc::new(RefCell::new(Pipe::default()));
        (Self::Pipe(Rc::clone(&pipe)), pipe)
    }

    /// A file, read and written from its beginning, or written at its end.
    pub fn file(id: FileId, append: bool) -> Self {
        Self::File(Rc::new(RefCell::new(OpenFile { id, position: 0, append })))
    }

    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// When nobody takes them, or a file refuses them.
    pub fn write(&self, bytes: &[u8], system: &mut System<'_>) -> Result<(), WriteError> {
        match self {
            Self::Nothing => Ok(()),
            Self::Screen(screen) => {
                if system.host.print(*screen, bytes) {
                    Ok(())
                } else {
                    Err(WriteError::Broken)
                }
            }
            Self::Pipe(pipe) => {
                if pipe.borrow_mut().take_in(bytes) {
                    Ok(())
                } else {
                    Err(WriteError::Broken)
                }
            }
            Self::File(file) => file.borrow_mut().write(bytes, system).map_err(WriteError::File),
        }
    }

    /// All that is left to read.
    ///
    /// # Errors
    /// When that would have no end.
    pub fn read_all(&self, system: &System<'_>) -> Result<Vec<u8>, Endless> {
        match self {
            Self::Nothing | Self::Screen(_) => Ok(Vec::new()),
            Self::Pipe(pipe) => {
                let mut pipe = pipe.borrow_mut();
                if pipe.overflown {
                    return Err(Endless);
                }
                let from = std::mem::replace(&mut pipe.read, 0);
                let mut bytes = std::mem::take(&mut pipe.bytes);
                bytes.drain(..from);
                Ok(bytes)
            }
            Self::File(file) => {
                let mut file = file.borrow_mut();
                let bytes = system.files.bytes(file.id).unwrap_or_default();
                let from = file.position.min(bytes.len());
                file.position = bytes.len();
                Ok(bytes[from..].to_vec())
            }
        }
    }

    /// What there is to read by now. Whether that was all, the next [`Stream::read_all`] says.
    pub fn read_so_far(&self, system: &System<'_>) -> Vec<u8> {
        if let Self::Pipe(pipe) = self {
            let mut pipe = pipe.borrow_mut();
            let from = std::mem::replace(&mut pipe.read, 0);
            return std::mem::take(&mut pipe.bytes).split_off(from);
        }
        self.read_all(system).unwrap_or_default()
    }

    /// The next bytes up to and with the first `end`, at most `most` of them; nothing at the end.
    ///
    /// # Errors
    /// When all that a pipe can hold was read and there would be more.
    pub fn read_until(&self, end: u8, most: usize, system: &System<'_>) -> Result<Vec<u8>, Endless> {
        let next = |rest: &[u8]| {
            let line = rest.iter().position(|byte| *byte == end).map_or(rest.len(), |at| at + 1);
            rest[..line.min(most)].to_vec()
        };
        match self {
            Self::Nothing | Self::Screen(_) => Ok(Vec::new()),
            Self::Pipe(pipe) => {
                let mut pipe = pipe.borrow_mut();
                let found = next(&pipe.bytes[pipe.read..]);
                pipe.read += found.len();
                if pipe.overflown && pipe.read == pipe.bytes.len() { Err(Endless) } else { Ok(found) }
            }
            Self::File(file) => {
                let mut file = file.borrow_mut();
                let bytes = system.files.bytes(file.id).unwrap_or_default();
                let found = next(&bytes[file.position.min(bytes.len())..]);
                file.position += found.len();
                Ok(found)
            }
        }
    }
}

impl OpenFile {
    fn write(&mut self, written: &[u8], system: &mut System<'_>) -> Result<(), FileError> {
        let length = system.files.bytes(self.id)?.len();
        let from = if self.append { length } else { self.position };
        let end = from + written.len();
        let now = system.now;
        system.files.edit(self.id, end.max(length), now, |bytes| {
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[from..end].copy_from_slice(written);
        })?;
        self.position = end;
        Ok(())
    }
}

/// Open streams by descriptor.
#[derive(Clone, Debug)]
pub struct Streams(BTreeMap<i32, Stream>);

impl Streams {
    /// A terminal: nobody types, both outputs are shown.
    pub fn terminal() -> Self {
        Self(BTreeMap::from([
            (0, Stream::Nothing),
            (1, Stream::Screen(Screen::Out)),
            (2, Stream::Screen(Screen::Err)),
        ]))
    }

    /// The stream of a descriptor; nothing when it is closed.
    pub fn get(&self, descriptor: i32) -> Option<&Stream> {
        self.0.get(&descriptor)
    }

    /// Opens a descriptor on a stream.
    pub fn set(&mut self, descriptor: i32, stream: Stream) {
        self.0.insert(descriptor, stream);
    }

    /// Closes a descriptor.
    pub fn close(&mut self, descriptor: i32) {
        self.0.remove(&descriptor);
    }

    /// The same with another stream at a descriptor.
    pub fn with(&self, descriptor: i32, stream: Stream) -> Self {
        let mut streams = self.clone();
        streams.set(descriptor, stream);
        streams
    }

    /// Standard input.
    pub fn input(&self) -> Stream {
        self.get(0).cloned().unwrap_or(Stream::Nothing)
    }
}
