//! A command at work: its words, its streams, and how it says what is wrong.

use super::run::endless;
use super::state::Shell;
use super::stop::Stop;
use super::stream::WriteError;
use super::system::System;
use crate::files::{Entry, FileError, path};

/// Output waits until there is so much of it.
const BUFFER_BYTES: usize = 64 << 10;

/// A command of the shell: gives its exit code.
pub type Act = fn(&mut Call<'_, '_>) -> Result<i32, Stop>;

/// One call of a command.
#[derive(Debug)]
pub struct Call<'a, 'h> {
    /// The shell that calls it.
    pub shell: &'a mut Shell,
    /// What all shells share.
    pub system: &'a mut System<'h>,
    /// The command's name.
    pub name: &'a str,
    /// Its arguments.
    pub arguments: &'a [String],
    buffer: Vec<u8>,
}

impl<'a, 'h> Call<'a, 'h> {
    /// A call that has printed nothing yet.
    pub fn new(
        shell: &'a mut Shell,
        system: &'a mut System<'h>,
        name: &'a str,
        arguments: &'a [String],
    ) -> Self {
        Self { shell, system, name, arguments, buffer: Vec::new() }
    }

    /// Prints.
    ///
    /// # Errors
    /// When nobody takes it.
    pub fn print(&mut self, bytes: impl AsRef<[u8]>) -> Result<(), Stop> {
        self.buffer.extend_from_slice(bytes.as_ref());
        if self.buffer.len() >= BUFFER_BYTES { self.flush() } else { Ok(()) }
    }

    /// Prints a line.
    ///
    /// # Errors
    /// When nobody takes it.
    pub fn line(&mut self, bytes: impl AsRef<[u8]>) -> Result<(), Stop> {
        self.buffer.extend_from_slice(bytes.as_ref());
        self.print(b"\n")
    }

    /// Hands on what was printed.
    ///
    /// # Errors
    /// When nobody takes it.
    pub fn flush(&mut self) -> Result<(), Stop> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.buffer);
        let written = match self.shell.streams.get(1).cloned() {
            Some(stream) => stream.write(&bytes, self.system),
            None => Err(WriteError::File(FileError::BadDescriptor)),
        };
        match written {
            Ok(()) => Ok(()),
            // As after SIGPIPE, a shell whose own output nobody reads ends too.
            Err(WriteError::Broken) => Err(Stop::Exit(141)),
            Err(WriteError::File(error)) => {
                self.complain(format!("write error: {error}"))?;
                Err(Stop::Command(1))
            }
        }
    }

    /// Prints a message under the command's name.
    ///
    /// # Errors
    /// When what was printed before it cannot be handed on.
    pub fn complain(&mut self, message: impl AsRef<str>) -> Result<(), Stop> {
        self.flush()?;
        self.shell.print_error(&format!("{}: {}\n", self.name, message.as_ref()), self.system);
        Ok(())
    }

    /// Prints a message and gives the status that goes with it.
    ///
    /// # Errors
    /// As [`Call::complain`].
    pub fn fail(&mut self, status: i32, message: impl AsRef<str>) -> Result<i32, Stop> {
        self.complain(message)?;
        Ok(status)
    }

    /// All of the standard input that is left.
    ///
    /// # Errors
    /// When it has no end.
    pub fn input(&mut self) -> Result<Vec<u8>, Stop> {
        self.flush()?;
        self.shell.streams.input().read_all(self.system).map_err(|_| endless(self.name))
    }

    /// What there is of the standard input. A command that comes to its end and would read on calls [`Call::input`]
    /// then, which says so if there is no end; one that was content before needs no end.
    ///
    /// # Errors
    /// When what was printed before cannot be handed on.
    pub fn input_so_far(&mut self) -> Result<Vec<u8>, Stop> {
        self.flush()?;
        Ok(self.shell.streams.input().read_so_far(self.system))
    }

    /// What a file holds; `-` is the standard input. A file that cannot be read is a message, and nothing.
    ///
    /// # Errors
    /// When the standard input has no end.
    pub fn read(&mut self, given: &str) -> Result<Option<Vec<u8>>, Stop> {
        if given == "-" || given == "/dev/stdin" {
            return self.input().map(Some);
        }
        match self.bytes(given) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) => {
                self.complain(format!("{given}: {error}"))?;
                Ok(None)
            }
        }
    }

    /// What a file holds.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn bytes(&self, given: &str) -> Result<Vec<u8>, FileError> {
        if given == "/dev/null" {
            return Ok(Vec::new());
        }
        if given.is_empty() {
            return Err(FileError::NotFound);
        }
        let path = self.path(given);
        if given.ends_with('/') && self.is_file(given.trim_end_matches('/')) {
            return Err(FileError::NotAFolder);
        }
        self.system.files.read(&path).map(|bytes| bytes.as_ref().clone())
    }

    /// A path as seen from the present folder.
    pub fn path(&self, given: &str) -> String {
        path::absolute(&self.shell.folder, given)
    }

    /// What is at a path as it was given.
    ///
    /// # Errors
    /// When nothing is.
    pub fn entry(&self, given: &str) -> Result<Entry, FileError> {
        if given.is_empty() { Err(FileError::NotFound) } else { self.system.files.entry(&self.path(given)) }
    }

    /// Whether a file is at a path as it was given.
    pub fn is_file(&self, given: &str) -> bool {
        matches!(self.entry(given), Ok(Entry::File(_)))
    }

    /// Whether a folder is at a path as it was given.
    pub fn is_folder(&self, given: &str) -> bool {
        matches!(self.entry(given), Ok(Entry::Folder))
    }

    /// Runs another command with this one's streams and gives its exit code.
    ///
    /// # Errors
    /// What stops the shell.
    pub fn run(&mut self, words: &[String]) -> Result<i32, Stop> {
        self.flush()?;
        match self.shell.run_command(words, self.system) {
            Ok(()) => Ok(self.shell.status),
            Err(Stop::Command(status)) => Ok(status),
            Err(Stop::Refused { message, status, .. }) => {
                self.shell.print_error(&format!("{}: {message}\n", self.name), self.system);
                Ok(status)
            }
            Err(other) => Err(other),
        }
    }
}
