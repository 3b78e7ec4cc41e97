//! `cp` and `mv`.

use super::ls::{holds, joined};
use crate::files::{Entry, FileError, path};
use crate::shell::call::Call;
use crate::shell::options::{Known, Parsed};
use crate::shell::stop::Stop;

const LONG: &[(&str, &str)] = &[
    ("recursive", "r"),
    ("archive", "a"),
    ("force", "f"),
    ("interactive", "i"),
    ("no-clobber", "n"),
    ("no-target-directory", "T"),
    ("parents", "{"),
    ("target-directory", "t"),
    ("update", "u"),
    ("verbose", "v"),
];

/// `cp [-afnprRuvT] [-t folder] from… to`
pub fn cp(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    transfer(call, Known::new("adfinprRTt:uv", LONG), copy_one)
}

/// `mv [-fnuvT] [-t folder] from… to`
pub fn mv(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    transfer(call, Known::new("finTt:uv", LONG), move_one)
}

type One = fn(&mut Call<'_, '_>, &str, &str, &Parsed) -> Result<bool, Stop>;

fn transfer(call: &mut Call<'_, '_>, known: Known, one: One) -> Result<i32, Stop> {
    let options = call.options(known)?;
    let mut from = options.operands.clone();
    let target = match options.value('t') {
        Some(folder) => folder.to_owned(),
        None => match (from.pop(), from.is_empty()) {
            (Some(target), false) => target,
            (only, _) => {
                let message = match only {
                    None => "missing file operand".to_owned(),
                    Some(only) => format!("missing destination file operand after '{only}'"),
                };
                call.complain(message)?;
                let line = format!("Try '{} --help' for more information.\n", call.name);
                call.shell.print_error(&line, call.system);
                return Ok(1);
            }
        },
    };
    let into = call.is_folder(&target) && !options.has('T');
    if !into && (from.len() > 1 || options.has('t')) {
        let error = call.entry(&target).err().unwrap_or(FileError::NotAFolder);
        let message = match error {
            FileError::NotFound => format!("target '{target}': {error}"),
            _ => format!("target '{target}' is not a directory")
                .replace("' is not a directory", "': Not a directory"),
        };
        return call.fail(1, message);
    }
    let mut status = 0;
    for given in &from {
        let to = if into { joined(&target, path::name(given.trim_end_matches('/'))) } else { target.clone() };
        if !one(call, given, &to, &options)? {
            status = 1;
        }
    }
    Ok(status)
}

/// Whether what is there already is left alone.
fn is_kept(call: &Call<'_, '_>, from: &str, to: &str, options: &Parsed) -> bool {
    let there = call.is_file(to);
    let time = |given: &str| call.system.files.modified(&call.path(given)).ok();
    there && (options.has('n') || options.has('u') && time(from) <= time(to))
}

fn copy_one(call: &mut Call<'_, '_>, from: &str, to: &str, options: &Parsed) -> Result<bool, Stop> {
    let (from_path, to_path) = (call.path(from), call.path(to));
    match call.entry(from) {
        Err(error) => return call.fail(1, format!("cannot stat '{from}': {error}")).map(|_| false),
        Ok(Entry::Folder) if options.last_of("rRa").is_none() => {
            return call.fail(1, format!("-r not specified; omitting directory '{from}'")).map(|_| false);
        }
        Ok(Entry::Folder) => {
            if holds(&from_path, &to_path) {
                let message = if from_path == to_path {
                    format!("'{from}' and '{to}' are the same file")
                } else {
                    format!("cannot copy a directory, '{from}', into itself, '{to}'")
                };
                return call.fail(1, message).map(|_| false);
            }
            if call.is_file(to) {
                let message = format!("cannot overwrite non-directory '{to}' with directory '{from}'");
                return call.fail(1, message).map(|_| false);
            }
            let now = call.system.now;
            if !call.is_folder(to)
                && let Err(error) = call.system.files.make_folder(&to_path, now)
            {
                return call.fail(1, format!("cannot create directory '{to}': {error}")).map(|_| false);
            }
            if options.has('v') {
                call.line(format!("'{from}' -> '{to}'"))?;
            }
            let mut all = true;
            for name in call.system.files.list(&from_path).unwrap_or_default() {
                all &= copy_one(call, &joined(from, &name), &joined(to, &name), options)?;
            }
            return Ok(all);
        }
        Ok(Entry::File(_)) => {}
    }
    if is_kept(call, from, to, options) {
        return Ok(true);
    }
    if from_path == to_path {
        return call.fail(1, format!("'{from}' and '{to}' are the same file")).map(|_| false);
    }
    if call.is_folder(to) {
        return call.fail(1, format!("cannot overwrite directory '{to}' with non-directory")).map(|_| false);
    }
    match write_copy(call, &from_path, &to_path, to, options) {
        Ok(()) => {
            if options.has('v') {
                call.line(format!("'{from}' -> '{to}'"))?;
            }
            Ok(true)
        }
        Err(error) => call.fail(1, format!("cannot create regular file '{to}': {error}")).map(|_| false),
    }
}

fn write_copy(
    call: &mut Call<'_, '_>,
    from: &str,
    to: &str,
    given: &str,
    options: &Parsed,
) -> Result<(), FileError> {
    let now = call.system.now;
    let files = &mut call.system.files;
    // A folder that is missing is not made.
    if given.ends_with('/') {
        return Err(FileError::NotAFolder);
    }
    if let Entry::File(_) = files.entry(path::parent(to))? {
        return Err(FileError::NotAFolder);
    }
    let bytes = files.read(from)?.as_ref().clone();
    let is_new = files.entry(to).is_err();
    files.write(to, bytes, now)?;
    if is_new || options.last_of("ap").is_some() {
        let executable = files.is_executable(from);
        files.set_executable(to, executable)?;
    }
    if options.last_of("ap").is_some() {
        let time = files.modified(from)?;
        files.set_modified(to, time)?;
    }
    Ok(())
}

fn move_one(call: &mut Call<'_, '_>, from: &str, to: &str, options: &Parsed) -> Result<bool, Stop> {
    let (from_path, to_path, now) = (call.path(from), call.path(to), call.system.now);
    let found = match call.entry(from) {
        Ok(found) => found,
        Err(error) => return call.fail(1, format!("cannot stat '{from}': {error}")).map(|_| false),
    };
    if is_kept(call, from, to, options) {
        return Ok(true);
    }
    let refusal = if from_path == to_path {
        Some(format!("'{from}' and '{to}' are the same file"))
    } else if holds(&from_path, &to_path) {
        Some(format!("cannot move '{from}' to a subdirectory of itself, '{to}'"))
    } else if call.is_folder(to) && matches!(found, Entry::File(_)) {
        Some(format!("cannot overwrite directory '{to}' with non-directory"))
    } else if call.is_file(to) && found == Entry::Folder {
        Some(format!("cannot overwrite non-directory '{to}' with directory '{from}'"))
    } else {
        None
    };
    if let Some(message) = refusal {
        return call.fail(1, message).map(|_| false);
    }
    match call.system.files.rename(&from_path, &to_path, now) {
        Ok(()) => {
            if options.has('v') {
                call.line(format!("renamed '{from}' -> '{to}'"))?;
            }
            Ok(true)
        }
        Err(error) => call.fail(1, format!("cannot move '{from}' to '{to}': {error}")).map(|_| false),
    }
}
