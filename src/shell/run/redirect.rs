//! `<`, `>`, `>>`, `2>&1`, here-documents and here-strings.

use crate::files::{Entry, FileError, path};
use crate::shell::state::Shell;
use crate::shell::stop::Stop;
use crate::shell::stream::{Screen, Stream};
use crate::shell::system::System;
use brush_parser::ast::{IoFileRedirectKind, IoFileRedirectTarget, IoRedirect};

impl Shell {
    /// Opens what a redirection names, from now on.
    pub(super) fn redirect(&mut self, redirect: &IoRedirect, system: &mut System<'_>) -> Result<(), Stop> {
        match redirect {
            IoRedirect::File(descriptor, kind, target) => {
                self.redirect_file(*descriptor, kind, target, system)
            }
            IoRedirect::HereDocument(descriptor, document) => {
                let text = if document.requires_expansion {
                    self.document(&document.doc.value, system)?
                } else {
                    document.doc.value.clone()
                };
                self.streams.set(descriptor.unwrap_or(0), Stream::of(text));
                Ok(())
            }
            IoRedirect::HereString(descriptor, word) => {
                let text = self.text(&word.value, system)?;
                self.streams.set(descriptor.unwrap_or(0), Stream::of(format!("{text}\n")));
                Ok(())
            }
            IoRedirect::OutputAndError(word, append) => {
                let path = self.target(&word.value, system)?;
                let stream = self.open_to_write(&path, *append, true, system)?;
                self.streams.set(1, stream.clone());
                self.streams.set(2, stream);
                Ok(())
            }
        }
    }

    fn redirect_file(
        &mut self,
        descriptor: Option<i32>,
        kind: &IoFileRedirectKind,
        target: &IoFileRedirectTarget,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        let reads = matches!(
            kind,
            IoFileRedirectKind::Read | IoFileRedirectKind::ReadAndWrite | IoFileRedirectKind::DuplicateInput
        );
        let descriptor = descriptor.unwrap_or(i32::from(!reads));
        let word = match target {
            IoFileRedirectTarget::Filename(word) => &word.value,
            IoFileRedirectTarget::Fd(other) => return self.duplicate(descriptor, &other.to_string()),
            IoFileRedirectTarget::Duplicate(word) => {
                let other = self.text(&word.value, system)?;
                return if reads || other == "-" || other.parse::<i32>().is_ok() {
                    self.duplicate(descriptor, &other)
                } else {
                    // `>&file` is `&>file`.
                    let stream = self.open_to_write(&other, false, true, system)?;
                    self.streams.set(1, stream.clone());
                    self.streams.set(2, stream);
                    Ok(())
                };
            }
            IoFileRedirectTarget::ProcessSubstitution(..) => {
                return Err(Stop::refused(
                    "process substitution as the target of a redirection is not carried here: use a pipe or a file",
                ));
            }
        };
        let path = self.target(word, system)?;
        let stream = match kind {
            IoFileRedirectKind::Read => self.open_to_read(&path, system)?,
            IoFileRedirectKind::Append => self.open_to_write(&path, true, true, system)?,
            IoFileRedirectKind::ReadAndWrite => self.open_to_write(&path, false, false, system)?,
            IoFileRedirectKind::Write if self.options.no_clobber => {
                let taken = system.files.file(&path::absolute(&self.folder, &path)).is_ok();
                if taken && path != "/dev/null" {
                    return Err(Stop::refused(format!("{path}: cannot overwrite existing file")));
                }
                self.open_to_write(&path, false, true, system)?
            }
            _ => self.open_to_write(&path, false, true, system)?,
        };
        self.streams.set(descriptor, stream);
        Ok(())
    }

    fn duplicate(&mut self, descriptor: i32, other: &str) -> Result<(), Stop> {
        if other == "-" {
            self.streams.close(descriptor);
            return Ok(());
        }
        let (number, moves) = match other.strip_suffix('-') {
            Some(number) => (number, true),
            None => (other, false),
        };
        let found =
            number.parse().ok().and_then(|number: i32| Some((number, self.streams.get(number)?.clone())));
        let (number, stream) = found.ok_or_else(|| Stop::refused(format!("{other}: Bad file descriptor")))?;
        self.streams.set(descriptor, stream);
        if moves {
            self.streams.close(number);
        }
        Ok(())
    }

    /// The file that a redirection names: one word.
    fn target(&mut self, word: &str, system: &mut System<'_>) -> Result<String, Stop> {
        let mut words = self.words(word, system)?;
        match words.len() {
            1 => Ok(words.remove(0)),
            _ => Err(Stop::refused(format!("{word}: ambiguous redirect"))),
        }
    }

    /// A file to read from.
    pub(crate) fn open_to_read(&self, given: &str, system: &mut System<'_>) -> Result<Stream, Stop> {
        match given {
            "/dev/null" => return Ok(Stream::Nothing),
            "/dev/stdin" => return Ok(self.streams.input()),
            _ => {}
        }
        let path = path::absolute(&self.folder, given);
        match entry(system, &path, given) {
            Ok(Entry::File(id)) => Ok(Stream::file(id, false)),
            // As in bash: a folder can be opened, and reading it fails.
            Ok(Entry::Folder) => Err(refused(given, FileError::IsAFolder)),
            Err(error) => Err(refused(given, error)),
        }
    }

    /// A file to write to; `fresh` empties it.
    pub(crate) fn open_to_write(
        &self,
        given: &str,
        append: bool,
        fresh: bool,
        system: &mut System<'_>,
    ) -> Result<Stream, Stop> {
        match given {
            "/dev/null" => return Ok(Stream::Nothing),
            "/dev/stdout" => return Ok(self.streams.get(1).cloned().unwrap_or(Stream::Nothing)),
            "/dev/stderr" => return Ok(self.streams.get(2).cloned().unwrap_or(Stream::Nothing)),
            "/dev/tty" => return Ok(Stream::Screen(Screen::Out)),
            _ => {}
        }
        let path = path::absolute(&self.folder, given);
        let now = system.now;
        let id = match entry(system, &path, given) {
            Ok(Entry::Folder) => return Err(refused(given, FileError::IsAFolder)),
            Ok(Entry::File(id)) => {
                if fresh && !append {
                    system.files.edit(id, 0, now, Vec::clear).map_err(|error| refused(given, error))?;
                }
                id
            }
            Err(FileError::NotFound) => {
                system.files.create(&path, now).map_err(|error| refused(given, error))?
            }
            Err(error) => return Err(refused(given, error)),
        };
        Ok(Stream::file(id, append))
    }
}

fn entry(system: &System<'_>, path: &str, given: &str) -> Result<Entry, FileError> {
    if given.is_empty() { Err(FileError::NotFound) } else { system.files.entry(path) }
}

fn refused(given: &str, error: FileError) -> Stop {
    Stop::refused(format!("{given}: {error}"))
}
