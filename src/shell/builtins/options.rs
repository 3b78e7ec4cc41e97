//! `set` and `shopt`: the switches of the shell.

use crate::shell::call::Call;
use crate::shell::quote;
use crate::shell::state::{Options, Value};
use crate::shell::stop::Stop;

/// The switch of a letter, or of its long name.
fn switch<'a>(options: &'a mut Options, name: &str) -> Option<&'a mut bool> {
    Some(match name {
        "e" | "errexit" => &mut options.exit_on_error,
        "u" | "nounset" => &mut options.no_unset,
        "x" | "xtrace" => &mut options.trace,
        "f" | "noglob" => &mut options.no_glob,
        "C" | "noclobber" => &mut options.no_clobber,
        "pipefail" => &mut options.pipe_fail,
        "nullglob" => &mut options.null_glob,
        "dotglob" => &mut options.dot_glob,
        "globstar" => &mut options.glob_star,
        "nocasematch" => &mut options.no_case_match,
        _ => return None,
    })
}

/// `set [-eufxC] [-o name] [--] [argument…]`
pub fn set(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    if call.arguments.is_empty() {
        return list(call);
    }
    let mut at = 0;
    while let Some(argument) = call.arguments.get(at) {
        let on = argument.starts_with('-');
        let Some(letters) = argument.strip_prefix(['-', '+']) else { break };
        at += 1;
        if argument == "--" {
            call.shell.arguments = call.arguments[at..].to_vec();
            return Ok(0);
        }
        if argument == "-" {
            break;
        }
        for letter in letters.chars() {
            let name = if letter == 'o' {
                let Some(name) = call.arguments.get(at) else { return show(call, on) };
                at += 1;
                name.clone()
            } else {
                letter.to_string()
            };
            match switch(&mut call.shell.options, &name) {
                Some(held) => *held = on,
                // Said by bash too, and of no effect on what runs here.
                None if matches!(name.as_str(), "h" | "B" | "m" | "b" | "E" | "errtrace" | "posix" | "H") => {
                }
                None if letter == 'o' => return call.object(2, format!("{name}: invalid option name")),
                None => {
                    return call.object(2, format!("{}{letter}: invalid option", if on { '-' } else { '+' }));
                }
            }
        }
    }
    if at < call.arguments.len() {
        call.shell.arguments = call.arguments[at..].to_vec();
    }
    Ok(0)
}

/// All variables.
fn list(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let texts = call.shell.variables().filter_map(|(name, variable)| match &variable.value {
        Some(Value::Text(text)) if text.is_empty() => Some(format!("{name}=")),
        Some(Value::Text(text)) => Some(format!("{name}={}", quote::shown(text))),
        _ => None,
    });
    let lines: Vec<String> = texts.collect();
    lines.into_iter().try_for_each(|line| call.line(line))?;
    Ok(0)
}

/// `set -o` and `set +o`: all switches with long names.
fn show(call: &mut Call<'_, '_>, table: bool) -> Result<i32, Stop> {
    for name in ["errexit", "noclobber", "noglob", "nounset", "pipefail", "xtrace"] {
        let on = switch(&mut call.shell.options, name).is_some_and(|held| *held);
        if table {
            call.line(format!("{name:<15}\t{}", if on { "on" } else { "off" }))?;
        } else {
            call.line(format!("set {}o {name}", if on { '-' } else { '+' }))?;
        }
    }
    Ok(0)
}

/// `shopt [-suq] [name…]`
pub fn shopt(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (letters, from) = call.letters("supqo")?;
    let names = call.arguments[from..].to_vec();
    let shown = ["dotglob", "globstar", "nocasematch", "nullglob"];
    let asked: Vec<String> = if names.is_empty() { shown.map(str::to_owned).to_vec() } else { names };
    let mut all_on = true;
    for name in &asked {
        let Some(held) = switch(&mut call.shell.options, name).filter(|_| name.len() > 1) else {
            // Always so here, or of no effect.
            if matches!(
                name.as_str(),
                "extglob" | "expand_aliases" | "inherit_errexit" | "lastpipe" | "failglob"
            ) {
                continue;
            }
            return call.object(1, format!("{name}: invalid shell option name"));
        };
        if letters.contains(&'s') {
            *held = true;
        } else if letters.contains(&'u') {
            *held = false;
        } else {
            let on = *held;
            all_on &= on;
            if !letters.contains(&'q') {
                call.line(format!("{name:<15}\t{}", if on { "on" } else { "off" }))?;
            }
        }
    }
    Ok(i32::from(!all_on && !asked.is_empty() && from < call.arguments.len()))
}
