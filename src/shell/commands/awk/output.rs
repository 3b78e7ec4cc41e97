//! Where `print` prints to: the output, files, and commands that read it.

use crate::shell::call::Call;
use crate::shell::stop::Stop;
use crate::shell::stream::Stream;
use std::collections::BTreeMap;

/// What was printed to elsewhere, by the name of where.
#[derive(Debug, Default)]
pub(super) struct Outputs {
    files: BTreeMap<String, Stream>,
    /// The commands in the order in which they were first printed to.
    commands: Vec<(String, Vec<u8>)>,
}

impl Outputs {
    /// Prints to a file, which is emptied the first time unless it is added to.
    pub fn file(
        &mut self,
        call: &mut Call<'_, '_>,
        name: &str,
        append: bool,
        bytes: &[u8],
    ) -> Result<(), Stop> {
        if name == "/dev/stdout" || name == "-" {
            return call.print(bytes);
        }
        if !self.files.contains_key(name) {
            call.flush()?;
            let stream = call.shell.open_to_write(name, append, true, call.system)?;
            self.files.insert(name.to_owned(), stream);
        }
        let written = self.files.get(name).map(|stream| stream.write(bytes, call.system));
        match written {
            Some(Err(_)) => Err(Stop::refused(format!("awk: cannot write to {name}"))),
            _ => Ok(()),
        }
    }

    /// Keeps what a command is to read when it is closed, or at the end.
    pub fn command(&mut self, command: &str, bytes: &[u8]) {
        match self.commands.iter_mut().find(|(known, _)| known == command) {
            Some((_, held)) => held.extend_from_slice(bytes),
            None => self.commands.push((command.to_owned(), bytes.to_vec())),
        }
    }

    /// Closes a file, or runs a command over what was printed to it; its status, or -1 when nothing is open.
    pub fn close(&mut self, call: &mut Call<'_, '_>, name: &str) -> Result<i32, Stop> {
        if self.files.remove(name).is_some() {
            return Ok(0);
        }
        match self.commands.iter().position(|(known, _)| known == name) {
            Some(at) => {
                let (command, bytes) = self.commands.remove(at);
                run(call, &command, bytes)
            }
            None => Ok(-1),
        }
    }

    /// Closes everything.
    pub fn close_all(&mut self, call: &mut Call<'_, '_>) -> Result<(), Stop> {
        self.files.clear();
        for (command, bytes) in std::mem::take(&mut self.commands) {
            run(call, &command, bytes)?;
        }
        Ok(())
    }
}

/// Runs a command with this input.
pub(super) fn run(call: &mut Call<'_, '_>, command: &str, input: Vec<u8>) -> Result<i32, Stop> {
    call.flush()?;
    let mut shell = call.shell.subshell();
    shell.name = "sh".into();
    shell.streams.set(0, Stream::of(input));
    Ok(shell.run_text(command, call.system))
}

/// What a command prints.
pub(super) fn output_of(call: &mut Call<'_, '_>, command: &str) -> Result<Vec<u8>, Stop> {
    call.flush()?;
    let (output, pipe) = Stream::pipe();
    let mut shell = call.shell.subshell();
    shell.name = "sh".into();
    shell.streams.set(1, output);
    shell.run_text(command, call.system);
    Ok(std::mem::take(&mut pipe.borrow_mut().bytes))
}
