//! `rm` and `rmdir`.

use super::ls::joined;
use crate::files::{Entry, FileError, HOME, path};
use crate::shell::call::Call;
use crate::shell::options::{Known, Parsed};
use crate::shell::stop::Stop;

const RM: Known = Known::new(
    "dfiIrRv",
    &[("force", "f"), ("recursive", "r"), ("verbose", "v"), ("dir", "d"), ("interactive", "i")],
);

/// `rm [-dfrv] path…`
pub fn rm(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(RM)?;
    let force = options.has('f');
    if options.operands.is_empty() {
        if force {
            return Ok(0);
        }
        call.complain("missing operand")?;
        call.shell.print_error("Try 'rm --help' for more information.\n", call.system);
        return Ok(1);
    }
    let mut status = 0;
    for given in &options.operands {
        let refusal = match call.entry(given) {
            Err(FileError::NotFound | FileError::NotAFolder) if force => continue,
            Err(error) => Some(format!("cannot remove '{given}': {error}")),
            Ok(Entry::Folder) if options.last_of("rR").is_none() => {
                let empty = call.system.files.list(&call.path(given)).is_ok_and(|names| names.is_empty());
                (!options.has('d') || !empty).then(|| {
                    let why = if options.has('d') { FileError::NotEmpty } else { FileError::IsAFolder };
                    format!("cannot remove '{given}': {why}")
                })
            }
            Ok(Entry::Folder) => refused(call, given),
            Ok(Entry::File(_)) => None,
        };
        let message = match refusal {
            Some(message) => Some(message),
            None => {
                remove(call, given, &options)?.err().map(|error| format!("cannot remove '{given}': {error}"))
            }
        };
        if let Some(message) = message {
            status = call.fail(1, message)?;
        }
    }
    Ok(status)
}

/// The folders that are not removed, and why.
fn refused(call: &Call<'_, '_>, given: &str) -> Option<String> {
    let last = path::name(given.trim_end_matches('/'));
    if matches!(last, "." | "..") {
        return Some(format!("refusing to remove '.' or '..' directory: skipping '{given}'"));
    }
    let path = call.path(given);
    if path == "/" {
        return Some("it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe".into());
    }
    // The home of the project and what lies above it stay: there is nobody else to make them anew.
    let protected = path == "/home" || path == HOME || path == "/tmp";
    protected.then(|| format!("cannot remove '{given}': {}", FileError::Denied))
}

fn remove(call: &mut Call<'_, '_>, given: &str, options: &Parsed) -> Result<Result<(), FileError>, Stop> {
    let (path, now) = (call.path(given), call.system.now);
    let removed = match call.system.files.entry(&path) {
        Ok(Entry::Folder) => {
            for name in call.system.files.list(&path).unwrap_or_default() {
                if let Err(error) = remove(call, &joined(given, &name), options)? {
                    return Ok(Err(error));
                }
            }
            call.system.files.remove_folder(&path, now)
        }
        _ => call.system.files.remove_file(&path, now),
    };
    if options.has('v') && removed.is_ok() {
        call.line(format!("removed '{given}'"))?;
    }
    Ok(removed)
}

/// `rmdir [-p] folder…`
pub fn rmdir(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("pv", &[("parents", "p"), ("verbose", "v")]))?;
    let mut status = 0;
    for given in &options.operands {
        let mut folder = given.as_str();
        loop {
            let (path, now) = (call.path(folder), call.system.now);
            if let Err(error) = call.system.files.remove_folder(&path, now) {
                status = call.fail(1, format!("failed to remove '{folder}': {error}"))?;
                break;
            }
            match folder.rfind('/').filter(|at| options.has('p') && *at > 0) {
                Some(at) => folder = &folder[..at],
                None => break,
            }
        }
    }
    Ok(status)
}
