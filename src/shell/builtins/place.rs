//! Where the shell stands.

use crate::files::{Entry, FileError};
use crate::shell::call::Call;
use crate::shell::stop::Stop;

/// `cd [folder]`
pub fn cd(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (_, from) = call.letters("LPe@")?;
    let arguments = &call.arguments[from..];
    if arguments.len() > 1 {
        return call.object(1, "too many arguments");
    }
    let (given, said) = match arguments.first().map(String::as_str) {
        None => match call.shell.get("HOME") {
            Some(home) => (home, false),
            None => return call.object(1, "HOME not set"),
        },
        Some("-") => match call.shell.get("OLDPWD") {
            Some(before) => (before, true),
            None => return call.object(1, "OLDPWD not set"),
        },
        Some("") => (".".to_owned(), false),
        Some(given) => (given.to_owned(), false),
    };
    let path = call.path(&given);
    // Who stands in a folder that is gone can still leave it by a path from the root.
    match call.system.files.entry(&path) {
        Ok(Entry::Folder) => {}
        Ok(Entry::File(_)) => return call.object(1, format!("{given}: {}", FileError::NotAFolder)),
        Err(error) => return call.object(1, format!("{given}: {error}")),
    }
    let before = std::mem::replace(&mut call.shell.folder, path.clone());
    call.shell.put("OLDPWD", &before);
    call.shell.put("PWD", &path);
    call.shell.export("OLDPWD");
    call.shell.export("PWD");
    if said {
        call.line(path)?;
    }
    Ok(0)
}

/// `pwd`
pub fn pwd(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    call.letters("LP")?;
    let folder = call.shell.folder.clone();
    call.line(folder)?;
    Ok(0)
}

/// `umask`: files here have no owners, so it is always the usual one.
pub fn umask(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    if call.arguments.is_empty() {
        call.line("0022")?;
    }
    Ok(0)
}
