//! `basename`, `dirname`, `realpath` and `mktemp`: paths as text.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

/// The last part of a path as `basename` gives it.
fn last_part(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    if trimmed.is_empty() && !path.is_empty() { "/" } else { trimmed.rsplit('/').next().unwrap_or_default() }
}

/// `basename [-a] [-s suffix] path [suffix]`
pub fn basename(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("as:z", &[("multiple", "a"), ("suffix", "s")]).strict())?;
    let several = options.has('a') || options.has('s');
    let (paths, suffix) = match options.operands.as_slice() {
        [] => {
            call.complain("missing operand")?;
            call.shell.print_error("Try 'basename --help' for more information.\n", call.system);
            return Ok(1);
        }
        all if several => (all.to_vec(), options.value('s').unwrap_or_default().to_owned()),
        [path] => (vec![path.clone()], String::new()),
        [path, suffix] => (vec![path.clone()], suffix.clone()),
        [_, _, extra, ..] => return call.fail(1, format!("extra operand ‘{extra}’")),
    };
    for path in paths {
        let name = last_part(&path);
        let bare = name.strip_suffix(suffix.as_str()).filter(|bare| !bare.is_empty()).unwrap_or(name);
        call.line(bare)?;
    }
    Ok(0)
}

/// `dirname path…`
pub fn dirname(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("z", &[]))?;
    if options.operands.is_empty() {
        call.complain("missing operand")?;
        call.shell.print_error("Try 'dirname --help' for more information.\n", call.system);
        return Ok(1);
    }
    for path in &options.operands {
        let trimmed = path.trim_end_matches('/');
        let folder = match trimmed.rfind('/') {
            _ if trimmed.is_empty() && !path.is_empty() => "/",
            None => ".",
            Some(at) => match trimmed[..at].trim_end_matches('/') {
                "" => "/",
                folder => folder,
            },
        };
        call.line(folder)?;
    }
    Ok(0)
}

/// `realpath path…`, `readlink -f path…`: there are no links here, so a path is its own target.
pub fn realpath(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options =
        call.options(Known::new("efmnqsz", &[("canonicalize", "f"), ("canonicalize-missing", "m")]))?;
    let mut status = 0;
    if call.name == "readlink" && options.last_of("efm").is_none() {
        return Ok(1);
    }
    for given in &options.operands {
        let path = call.path(given);
        let folder = crate::files::path::parent(&path).to_owned();
        if call.system.files.entry(&path).is_err()
            && (options.has('e') || !options.has('m') && call.system.files.entry(&folder).is_err())
        {
            status = call.fail(1, format!("{given}: No such file or directory"))?;
            continue;
        }
        call.line(path)?;
    }
    Ok(status)
}

/// `mktemp [-d] [template]`
pub fn mktemp(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("dqtup:", &[("directory", "d"), ("tmpdir", "p")]))?;
    let template = match (options.operands.first(), options.value('p')) {
        (Some(template), Some(folder)) => format!("{folder}/{template}"),
        (Some(template), None) if options.has('t') => format!("/tmp/{template}"),
        (Some(template), None) => template.clone(),
        (None, folder) => {
            format!("{}/tmp.XXXXXXXXXX", folder.filter(|folder| !folder.is_empty()).unwrap_or("/tmp"))
        }
    };
    let marks = template.len() - template.trim_end_matches('X').len();
    if marks < 3 {
        return call.fail(1, format!("too few X's in template ‘{template}’"));
    }
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    loop {
        let mut name = template[..template.len() - marks].to_owned();
        for _ in 0..marks {
            let index = call.shell.next_random() as usize % LETTERS.len();
            name.push(char::from(LETTERS[index]));
        }
        let (path, now) = (call.path(&name), call.system.now);
        if call.system.files.entry(&path).is_ok() {
            continue;
        }
        let made = if options.has('d') {
            call.system.files.make_folder(&path, now)
        } else {
            call.system.files.create(&path, now).map(drop)
        };
        return match made {
            Ok(()) => {
                call.line(name)?;
                Ok(0)
            }
            Err(error) => call.fail(1, format!("failed to create file via template ‘{template}’: {error}")),
        };
    }
}
