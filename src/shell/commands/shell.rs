//! `bash` and `sh`: a shell within the shell.

use crate::shell::call::Call;
use crate::shell::state::Shell;
use crate::shell::stop::Stop;

/// `bash [-euxo pipefail] [-c commands] [file] [argument…]`
pub fn shell(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let mut inner = fresh(call.shell);
    inner.name = call.name.rsplit('/').next().unwrap_or("bash").to_owned();
    let mut commands = None;
    let mut at = 0;
    while let Some(argument) = call.arguments.get(at) {
        if argument == "--" {
            at += 1;
            break;
        }
        if argument.starts_with("--") {
            at += 1;
            continue;
        }
        let Some(letters) = argument.strip_prefix('-').filter(|letters| !letters.is_empty()) else { break };
        at += 1;
        for letter in letters.chars() {
            match letter {
                'c' => commands = Some(()),
                'e' => inner.options.exit_on_error = true,
                'u' => inner.options.no_unset = true,
                'x' => inner.options.trace = true,
                'f' => inner.options.no_glob = true,
                'o' => {
                    let name = call.arguments.get(at).cloned().unwrap_or_default();
                    at += 1;
                    match name.as_str() {
                        "pipefail" => inner.options.pipe_fail = true,
                        "errexit" => inner.options.exit_on_error = true,
                        "nounset" => inner.options.no_unset = true,
                        "xtrace" => inner.options.trace = true,
                        _ => return call.fail(2, format!("{name}: invalid option name")),
                    }
                }
                'l' | 'i' | 's' | 'r' => {}
                other => return call.fail(2, format!("-{other}: invalid option")),
            }
        }
    }
    let mut rest = call.arguments[at..].iter();
    let text = match (commands, rest.next()) {
        (Some(()), None) => return call.fail(2, "-c: option requires an argument"),
        (Some(()), Some(text)) => {
            if let Some(name) = rest.next() {
                inner.name = name.clone();
            }
            text.clone()
        }
        (None, Some(file)) => match call.bytes(file) {
            Ok(bytes) => {
                inner.name = file.clone();
                String::from_utf8_lossy(&bytes).into_owned()
            }
            Err(error) => {
                let status = if call.is_folder(file) { 126 } else { 127 };
                return call.fail(status, format!("{file}: {error}"));
            }
        },
        (None, None) => String::from_utf8_lossy(&call.input()?).into_owned(),
    };
    inner.arguments = rest.cloned().collect();
    call.flush()?;
    if !call.system.enter() {
        call.system.leave();
        return Err(Stop::fatal(format!("{}: too many shells within one another", call.name), 1));
    }
    let status = inner.run_text(&text, call.system);
    call.system.leave();
    Ok(status)
}

/// A shell that knows no more than a program does: the environment and the streams.
fn fresh(from: &Shell) -> Shell {
    let mut shell = Shell::default();
    shell.folder.clone_from(&from.folder);
    shell.streams = from.streams.clone();
    shell.random = from.random;
    for (name, value) in from.environment() {
        shell.put(&name, &value);
        shell.export(&name);
    }
    let folder = shell.folder.clone();
    shell.put("PWD", &folder);
    shell
}
