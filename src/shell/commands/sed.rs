//! `sed`: a small language that edits lines.

mod parse;
mod run;

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "nEre:f:szul:",
    &[
        ("quiet", "n"),
        ("silent", "n"),
        ("regexp-extended", "E"),
        ("expression", "e"),
        ("file", "f"),
        ("separate", "s"),
        ("null-data", "z"),
        ("unbuffered", "u"),
    ],
);

/// `sed [-nEsz] [-i[suffix]] [-e script] [-f file] [script] [file…]`
pub fn sed(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    // `-i` takes what is written at once behind it, and no argument of its own.
    let mut in_place: Option<String> = None;
    let arguments: Vec<String> = call
        .arguments
        .iter()
        .map(|argument| {
            let suffix =
                argument.strip_prefix("--in-place").map(|rest| rest.trim_start_matches('=').to_owned());
            let cluster =
                argument.strip_prefix('-').filter(|rest| !rest.starts_with('-') && !rest.is_empty());
            if let Some(suffix) = suffix {
                in_place = Some(suffix);
                return "-s".to_owned();
            }
            if let Some(cluster) = cluster
                && let Some(at) = cluster.find('i')
                && cluster[..at].chars().all(|letter| "nErsuz".contains(letter))
            {
                in_place = Some(cluster[at + 1..].to_owned());
                return format!("-{}s", &cluster[..at]);
            }
            argument.clone()
        })
        .collect();
    let mut options = Call::new(call.shell, call.system, call.name, &arguments).options(KNOWN)?;
    let mut scripts = Vec::new();
    for given in options.options.clone() {
        match given.letter {
            'e' => scripts.push(given.value),
            'f' => match call.bytes(&given.value) {
                Ok(bytes) => scripts.push(String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned()),
                Err(error) => return call.fail(1, format!("couldn't open file {}: {error}", given.value)),
            },
            _ => {}
        }
    }
    if scripts.is_empty() {
        if options.operands.is_empty() {
            call.shell.print_error(
                "Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n",
                call.system,
            );
            return Ok(1);
        }
        scripts.push(options.operands.remove(0));
    }
    let source = scripts.join("\n");
    let script = match parse::parse(&source, options.last_of("Er").is_some()) {
        Ok(script) => script,
        Err(error) => return call.fail(1, format!("-e expression #1, char {}: {}", error.at, error.message)),
    };
    let quiet = options.has('n') || source.starts_with("#n\n");
    let end = if options.has('z') { 0 } else { b'\n' };
    let mut files = Vec::new();
    let mut status = 0;
    if options.operands.is_empty() {
        files.push((None, call.input_so_far()?));
    }
    for file in &options.operands {
        if file == "-" {
            files.push((None, call.input_so_far()?));
            continue;
        }
        match call.bytes(file) {
            Ok(bytes) => files.push((Some(file.clone()), bytes)),
            Err(error) => {
                let message = if call.is_folder(file) && in_place.is_some() {
                    format!("couldn't edit {file}: not a regular file")
                } else if call.is_folder(file) {
                    format!("read error on {file}: {error}")
                } else {
                    format!("can't read {file}: {error}")
                };
                status = call.fail(2, message)?;
            }
        }
    }
    let ended = match in_place {
        None if !options.has('s') => run::run(call, &script, files, quiet, end, false)?,
        None => {
            let mut last = 0;
            for file in files {
                last = run::run(call, &script, vec![file], quiet, end, false)?;
            }
            last
        }
        Some(suffix) => {
            let mut last = 0;
            for (name, bytes) in files {
                let Some(name) = name else { continue };
                let before = bytes.clone();
                call.flush()?;
                let (code, output) = run::captured(call, &script, (Some(name.clone()), bytes), quiet, end)?;
                last = code;
                let now = call.system.now;
                if !suffix.is_empty() {
                    let kept = if suffix.contains('*') {
                        suffix.replace('*', &name)
                    } else {
                        format!("{name}{suffix}")
                    };
                    let path = call.path(&kept);
                    if let Err(error) = call.system.files.write(&path, before, now) {
                        return call.fail(4, format!("cannot rename {name}: {error}"));
                    }
                }
                let path = call.path(&name);
                if let Err(error) = call.system.files.write(&path, output, now) {
                    return call.fail(4, format!("couldn't write {name}: {error}"));
                }
            }
            last
        }
    };
    Ok(if ended != 0 { ended } else { status })
}
