//! `getopts`: the options of a script, one by one.

use crate::shell::call::Call;
use crate::shell::stop::Stop;

/// `getopts letters name [argument…]`
pub fn getopts(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let [letters, name, given @ ..] = call.arguments else {
        return call.object(2, "usage: getopts optstring name [arg ...]");
    };
    let arguments = if given.is_empty() { call.shell.arguments.clone() } else { given.to_vec() };
    let (silent, letters) = match letters.strip_prefix(':') {
        Some(letters) => (true, letters),
        None => (false, letters.as_str()),
    };
    let index: usize = call.shell.get("OPTIND").and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut at = call.shell.options_read.1.max(1);
    let argument = arguments.get(index.wrapping_sub(1)).cloned().unwrap_or_default();
    let is_option = argument.len() > 1 && argument.starts_with('-');
    if !is_option || argument == "--" {
        let next = if argument == "--" { index + 1 } else { index };
        finish(call, name, "?", None, next, 0)?;
        return Ok(1);
    }
    let option: Vec<char> = argument.chars().collect();
    let letter = option[at.min(option.len() - 1)];
    at += 1;
    let place = letters.find(letter).filter(|_| letter != ':');
    let takes = place.is_some_and(|place| letters[place + letter.len_utf8()..].starts_with(':'));
    let (mut next, mut next_at) = if at >= option.len() { (index + 1, 0) } else { (index, at) };
    if place.is_none() {
        if !silent {
            let shell = call.shell.name.clone();
            call.shell.print_error(&format!("{shell}: illegal option -- {letter}\n"), call.system);
        }
        let value = silent.then(|| letter.to_string());
        finish(call, name, "?", value, next, next_at)?;
        return Ok(0);
    }
    if !takes {
        finish(call, name, &letter.to_string(), None, next, next_at)?;
        return Ok(0);
    }
    let value = if at < option.len() {
        (next, next_at) = (index + 1, 0);
        Some(option[at..].iter().collect())
    } else {
        next = index + 2;
        arguments.get(index).cloned()
    };
    if value.is_none() {
        next = index + 1;
        if silent {
            finish(call, name, ":", Some(letter.to_string()), next, 0)?;
        } else {
            let shell = call.shell.name.clone();
            let message = format!("{shell}: option requires an argument -- {letter}\n");
            call.shell.print_error(&message, call.system);
            finish(call, name, "?", None, next, 0)?;
        }
        return Ok(0);
    }
    finish(call, name, &letter.to_string(), value, next, next_at)?;
    Ok(0)
}

fn finish(
    call: &mut Call<'_, '_>,
    name: &str,
    found: &str,
    value: Option<String>,
    index: usize,
    at: usize,
) -> Result<(), Stop> {
    call.shell.set(name, found)?;
    match value {
        Some(value) => call.shell.set("OPTARG", value)?,
        None => call.shell.unset("OPTARG")?,
    }
    call.shell.set("OPTIND", index.to_string())?;
    call.shell.options_read = (index, at);
    Ok(())
}
