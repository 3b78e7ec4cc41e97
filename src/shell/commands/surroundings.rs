//! What is around a program: `env`, `which`, `sleep`, `timeout` and the names of user and machine.

use super::place_of;
use crate::base::time::Timestamp;
use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

/// `env [-i] [-u name] [name=value…] [command…]`
pub fn env(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let known = Known::new("iu:0C:S", &[("ignore-environment", "i"), ("unset", "u"), ("chdir", "C")])
        .status(125)
        .strict();
    let options = call.options(known)?;
    let count = options.operands.iter().take_while(|word| word.contains('=')).count();
    let (assignments, command) = options.operands.split_at(count);
    let mut inner = call.shell.subshell();
    if options.has('i') {
        for name in call.shell.environment().keys() {
            inner.unexport(name);
        }
    }
    for given in options.options.iter().filter(|given| given.letter == 'u') {
        inner.unexport(&given.value);
    }
    if let Some(folder) = options.value('C') {
        inner.folder = call.path(folder);
    }
    for assignment in assignments {
        if let Some((name, value)) = assignment.split_once('=') {
            inner.put(name, value);
            inner.export(name);
        }
    }
    if command.is_empty() {
        for (name, value) in inner.environment() {
            call.line(format!("{name}={value}"))?;
        }
        return Ok(0);
    }
    if place_of(&command[0], call).is_none() {
        return call.fail(127, format!("‘{}’: No such file or directory", command[0]));
    }
    call.flush()?;
    inner.functions.clear();
    let mut call = Call::new(&mut inner, call.system, call.name, call.arguments);
    call.run(command)
}

/// `printenv [name…]`
pub fn printenv(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let environment = call.shell.environment();
    if call.arguments.is_empty() {
        for (name, value) in environment {
            call.line(format!("{name}={value}"))?;
        }
        return Ok(0);
    }
    let mut status = 0;
    for name in call.arguments {
        match environment.get(name) {
            Some(value) => call.line(value)?,
            None => status = 1,
        }
    }
    Ok(status)
}

/// `which [-a] name…`
pub fn which(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("as", &[]))?;
    let mut status = 0;
    for name in &options.operands {
        match place_of(name, call) {
            Some(place) => call.line(place)?,
            None => status = 1,
        }
    }
    Ok(status)
}

/// A length of time: `1.5`, `2m`, `1h`.
fn milliseconds(text: &str) -> Option<i64> {
    let digits = text.trim_end_matches(['s', 'm', 'h', 'd']);
    let unit = match &text[digits.len()..] {
        "" | "s" => 1.0,
        "m" => 60.0,
        "h" => 3_600.0,
        "d" => 86_400.0,
        _ => return None,
    };
    let value: f64 = digits.parse().ok().filter(|value: &f64| *value >= 0.0 && value.is_finite())?;
    Some((value * unit * 1000.0) as i64)
}

/// `sleep time…`: virtual time passes, at once.
pub fn sleep(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    if call.arguments.is_empty() {
        call.complain("missing operand")?;
        call.shell.print_error("Try 'sleep --help' for more information.\n", call.system);
        return Ok(1);
    }
    let mut total = 0_i64;
    for text in call.arguments {
        match milliseconds(text) {
            Some(time) => total = total.saturating_add(time),
            None => {
                call.complain(format!("invalid time interval ‘{text}’"))?;
                call.shell.print_error("Try 'sleep --help' for more information.\n", call.system);
                return Ok(1);
            }
        }
    }
    call.system.now = Timestamp(call.system.now.0.saturating_add(total));
    Ok(0)
}

/// `timeout time command…`: a command that takes longer, on the virtual clock, has failed.
pub fn timeout(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("fk:s:v", &[]).status(125).strict())?;
    let Some((text, command)) = options.operands.split_first().filter(|(_, command)| !command.is_empty())
    else {
        return call.fail(125, "missing operand");
    };
    let Some(time) = milliseconds(text) else {
        return call.fail(125, format!("invalid time interval ‘{text}’"));
    };
    if place_of(&command[0], call).is_none() {
        return call.fail(127, format!("failed to run command ‘{}’: No such file or directory", command[0]));
    }
    let start = call.system.now;
    let status = call.run(command)?;
    let taken = call.system.now.0 - start.0;
    if time > 0 && taken > time {
        call.system.now = Timestamp(start.0 + time);
        return Ok(124);
    }
    Ok(status)
}

/// `whoami`
pub fn whoami(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    call.line("dojo")?;
    Ok(0)
}

/// `id [-u] [-g] [-n]`
pub fn id(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("gGnu", &[("user", "u"), ("group", "g"), ("name", "n")]))?;
    let text = match (options.last_of("gGu"), options.has('n')) {
        (Some(_), true) => "dojo",
        (Some(_), false) => "1000",
        (None, _) => "uid=1000(dojo) gid=1000(dojo) groups=1000(dojo)",
    };
    call.line(text)?;
    Ok(0)
}

/// `hostname`
pub fn hostname(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    call.line("dojo")?;
    Ok(0)
}

/// `nproc`: one thing runs at a time here.
pub fn nproc(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    call.line("1")?;
    Ok(0)
}

/// `uname [-asnrmo]`
pub fn uname(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("asnrvmpio", &[("all", "a")]))?;
    let parts = [
        ('s', "Linux"),
        ('n', "dojo"),
        ('r', "6.1.0"),
        ('v', "#1 MLOps Dojo"),
        ('m', "wasm32"),
        ('o', "GNU/Linux"),
    ];
    let wanted =
        |letter: char| options.has('a') || options.has(letter) || options.options.is_empty() && letter == 's';
    let shown: Vec<&str> =
        parts.iter().filter(|(letter, _)| wanted(*letter)).map(|(_, text)| *text).collect();
    call.line(shown.join(" "))?;
    Ok(0)
}

/// `clear`: the sequence at which a terminal empties its screen.
pub fn clear(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    call.print("\u{1b}[H\u{1b}[2J\u{1b}[3J")?;
    Ok(0)
}
