//! `touch`, `mkdir` and `chmod`: making files and folders.

use super::date;
use crate::base::time::Timestamp;
use crate::files::{Entry, FileError};
use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

/// `touch [-c] [-d time] [-r file] file…`
pub fn touch(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options =
        call.options(Known::new("acd:hmr:t:", &[("no-create", "c"), ("date", "d"), ("reference", "r")]))?;
    let time = if let Some(text) = options.value('d') {
        match date::read(text, call.system.now) {
            Some(time) => time,
            None => return call.fail(1, format!("invalid date format ‘{text}’")),
        }
    } else if let Some(file) = options.value('r') {
        match call.system.files.modified(&call.path(file)) {
            Ok(time) => time,
            Err(error) => return call.fail(1, format!("failed to get attributes of '{file}': {error}")),
        }
    } else {
        call.system.now
    };
    if options.operands.is_empty() {
        call.complain("missing file operand")?;
        call.shell.print_error("Try 'touch --help' for more information.\n", call.system);
        return Ok(1);
    }
    let mut status = 0;
    for file in &options.operands {
        if let Err(error) = one(call, file, time, options.has('c')) {
            status = call.fail(1, format!("cannot touch '{file}': {error}"))?;
        }
    }
    Ok(status)
}

fn one(call: &mut Call<'_, '_>, file: &str, time: Timestamp, only_if_there: bool) -> Result<(), FileError> {
    let path = call.path(file);
    match call.entry(file) {
        Ok(Entry::File(_)) if file.ends_with('/') => return Err(FileError::NotAFolder),
        Ok(_) => {}
        Err(FileError::NotFound) if only_if_there => return Ok(()),
        Err(FileError::NotFound) if !file.is_empty() && !file.ends_with('/') => {
            call.system.files.create(&path, time)?;
        }
        Err(error) => return Err(error),
    }
    call.system.files.set_modified(&path, time)
}

/// `mkdir [-p] [-v] folder…`
pub fn mkdir(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("m:pv", &[("mode", "m"), ("parents", "p"), ("verbose", "v")]))?;
    if options.operands.is_empty() {
        call.complain("missing operand")?;
        call.shell.print_error("Try 'mkdir --help' for more information.\n", call.system);
        return Ok(1);
    }
    let mut status = 0;
    for folder in &options.operands {
        let (path, now) = (call.path(folder), call.system.now);
        let there = call.is_folder(folder);
        let made = if folder.is_empty() {
            Err(FileError::NotFound)
        } else if options.has('p') {
            match call.system.files.make_folders(&path, now) {
                Err(FileError::NotAFolder) if call.is_file(folder) => Err(FileError::Exists),
                made => made,
            }
        } else {
            call.system.files.make_folder(&path, now)
        };
        match made {
            Ok(()) if options.has('v') && !there => {
                call.line(format!("mkdir: created directory '{folder}'"))?
            }
            Ok(()) => {}
            Err(error) => status = call.fail(1, format!("cannot create directory ‘{folder}’: {error}"))?,
        }
    }
    Ok(status)
}

/// `chmod [-R] mode file…`: of all that a mode says, only whether a file may be run counts here.
pub fn chmod(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    // A mode may begin with a minus.
    let mut arguments = call.arguments.to_vec();
    if arguments.first().is_some_and(|first| first.starts_with('-') && first.contains(['x', 'w', 'r'])) {
        arguments.insert(0, "--".into());
    }
    let known = Known::new("Rvcf", &[("recursive", "R"), ("verbose", "v")]);
    let options = Call::new(call.shell, call.system, call.name, &arguments).options(known)?;
    let Some((mode, files)) = options.operands.split_first() else {
        call.complain("missing operand")?;
        call.shell.print_error("Try 'chmod --help' for more information.\n", call.system);
        return Ok(1);
    };
    if files.is_empty() {
        return call.fail(1, format!("missing operand after ‘{mode}’"));
    }
    let Some(change) = executable(mode) else { return call.fail(1, format!("invalid mode: ‘{mode}’")) };
    let mut status = 0;
    for file in files {
        let path = call.path(file);
        let changed = match (call.entry(file), change) {
            (Err(error), _) => Err(error),
            (Ok(Entry::File(_)), Some(yes)) => call.system.files.set_executable(&path, yes),
            (Ok(Entry::Folder), Some(yes)) if options.has('R') => {
                let below: Vec<String> =
                    call.system.files.all_below(&path).map(|(path, _)| path.to_owned()).collect();
                below.iter().try_for_each(|path| call.system.files.set_executable(path, yes))
            }
            _ => Ok(()),
        };
        if let Err(error) = changed {
            status = call.fail(1, format!("cannot access '{file}': {error}"))?;
        }
    }
    Ok(status)
}

/// Whether a mode makes a file executable, makes it not so, or leaves that; nothing when it is no mode.
fn executable(mode: &str) -> Option<Option<bool>> {
    if mode.chars().all(|digit| digit.is_digit(8)) && !mode.is_empty() && mode.len() <= 5 {
        return u32::from_str_radix(mode, 8).ok().map(|bits| Some(bits & 0o111 != 0));
    }
    let mut change = None;
    for part in mode.split(',') {
        let at = part.find(['+', '-', '='])?;
        let (who, rest) = part.split_at(at);
        if !who.chars().all(|letter| "ugoa".contains(letter)) {
            return None;
        }
        let sign = rest.chars().next()?;
        let letters = &rest[1..];
        if !letters.chars().all(|letter| "rwxXst".contains(letter)) {
            return None;
        }
        match (sign, letters.contains('x')) {
            ('+', true) => change = Some(true),
            ('-', true) => change = Some(false),
            ('=', has) => change = Some(has),
            _ => {}
        }
    }
    Some(change)
}
