//! Commands that run commands.

use crate::shell::call::Call;
use crate::shell::stop::Stop;
use crate::shell::{builtins, commands};

/// What may stand where a command's name stands, but is none.
const KEYWORDS: &[&str] = &[
    "!", "[[", "]]", "{", "}", "case", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if",
    "in", "select", "then", "time", "until", "while",
];

/// `source file [argument…]`
pub fn source(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let Some(file) = call.arguments.first() else {
        call.object(2, "filename argument required")?;
        return Ok(2);
    };
    let text = match call.bytes(file) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            call.shell.complain(&format!("{file}: {error}"), call.system);
            return Ok(1);
        }
    };
    if !call.system.enter() {
        call.system.leave();
        return Err(Stop::fatal(format!("{file}: sourced too deep"), 1));
    }
    let given = call.arguments[1..].to_vec();
    let arguments = (!given.is_empty()).then(|| std::mem::replace(&mut call.shell.arguments, given));
    let sourced = std::mem::replace(&mut call.shell.sourced, true);
    let ended = call.shell.run_source(&text, call.system);
    call.shell.sourced = sourced;
    if let Some(arguments) = arguments {
        call.shell.arguments = arguments;
    }
    call.system.leave();
    match ended {
        Ok(()) => Ok(call.shell.status),
        Err(Stop::Return(status)) => Ok(status),
        Err(other) => Err(other),
    }
}

/// `eval [word…]`
pub fn eval(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    call.shell.status = 0;
    let line = call.shell.line;
    let text = call.arguments.join(" ");
    let ended = call.shell.run_source(&text, call.system);
    call.shell.line = line;
    ended?;
    Ok(call.shell.status)
}

/// `exec [command…]`: with a command, what comes after it does not run.
pub fn exec(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    if call.arguments.is_empty() {
        return Ok(0);
    }
    match call.shell.run_command(call.arguments, call.system) {
        Ok(()) => Err(Stop::Exit(call.shell.status)),
        Err(Stop::Refused { message, status, .. }) => {
            call.object(status, message)?;
            Err(Stop::Exit(status))
        }
        Err(other) => Err(other),
    }
}

/// `builtin name [argument…]`
pub fn builtin(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    match call.arguments.first() {
        None => Ok(0),
        Some(name) if builtins::find(name).is_none() => {
            call.object(1, format!("{name}: not a shell builtin"))
        }
        Some(_) => direct(call, call.arguments),
    }
}

/// `command [-vV] name [argument…]`
pub fn command(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (letters, from) = call.letters("pvV")?;
    let rest = &call.arguments[from..];
    if rest.is_empty() {
        return Ok(0);
    }
    if letters.is_empty() || letters == ['p'] {
        return direct(call, rest);
    }
    let mut status = 0;
    for name in rest {
        match describe(call, name) {
            Some(found) if letters.contains(&'V') => call.line(found.sentence(name))?,
            Some(found) => call.line(found.word(name))?,
            None if letters.contains(&'V') => status = call.object(1, format!("{name}: not found"))?,
            None => status = 1,
        }
    }
    Ok(status)
}

fn direct(call: &mut Call<'_, '_>, words: &[String]) -> Result<i32, Stop> {
    call.shell.run_command(words, call.system)?;
    Ok(call.shell.status)
}

/// `type [-tpaP] name…`
pub fn kind(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (letters, from) = call.letters("atpPf")?;
    let mut status = 0;
    for name in &call.arguments[from..] {
        match describe(call, name) {
            Some(found) if letters.contains(&'t') => call.line(found.kind())?,
            Some(Found::File(path)) if letters.contains(&'p') || letters.contains(&'P') => call.line(path)?,
            Some(_) if letters.contains(&'p') => {}
            Some(found) => call.line(found.sentence(name))?,
            None if letters.contains(&'t') || letters.contains(&'p') => status = 1,
            None => status = call.object(1, format!("{name}: not found"))?,
        }
    }
    Ok(status)
}

/// What a name stands for.
enum Found {
    Keyword,
    Function(String),
    Builtin,
    File(String),
}

impl Found {
    fn kind(&self) -> &'static str {
        match self {
            Self::Keyword => "keyword",
            Self::Function(_) => "function",
            Self::Builtin => "builtin",
            Self::File(_) => "file",
        }
    }

    fn word(&self, name: &str) -> String {
        match self {
            Self::File(path) => path.clone(),
            _ => name.into(),
        }
    }

    fn sentence(&self, name: &str) -> String {
        match self {
            Self::Keyword => format!("{name} is a shell keyword"),
            Self::Function(body) => format!("{name} is a function\n{name} () \n{body}"),
            Self::Builtin => format!("{name} is a shell builtin"),
            Self::File(path) => format!("{name} is {path}"),
        }
    }
}

fn describe(call: &Call<'_, '_>, name: &str) -> Option<Found> {
    if KEYWORDS.contains(&name) {
        Some(Found::Keyword)
    } else if let Some(body) = call.shell.functions.get(name) {
        Some(Found::Function(body.0.to_string()))
    } else if builtins::find(name).is_some() {
        Some(Found::Builtin)
    } else {
        commands::place_of(name, call).map(Found::File)
    }
}

/// `let expression…`
pub fn arithmetic(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let Some((last, before)) = call.arguments.split_last() else {
        return call.object(1, "expression expected");
    };
    for expression in before {
        call.shell.arithmetic(expression, call.system)?;
    }
    let value = call.shell.arithmetic(last, call.system)?;
    Ok(i32::from(value == 0))
}
