//! What changes where the shell goes on.

use crate::shell::call::Call;
use crate::shell::stop::Stop;

/// `break [n]`
pub fn end_loop(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    leave(call, Stop::Break)
}

/// `continue [n]`
pub fn next_round(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    leave(call, Stop::Continue)
}

fn leave(call: &mut Call<'_, '_>, stop: impl Fn(usize) -> Stop) -> Result<i32, Stop> {
    let loops = call.shell.loops;
    if loops == 0 {
        return call.object(0, "only meaningful in a `for', `while', or `until' loop");
    }
    let Some(given) = call.arguments.first() else { return Err(stop(1)) };
    match given.parse::<i64>() {
        Ok(levels) if levels >= 1 => Err(stop(usize::try_from(levels).unwrap_or(loops).min(loops))),
        Ok(_) => {
            call.object(1, format!("{given}: loop count out of range"))?;
            Err(Stop::Break(loops))
        }
        Err(_) => {
            call.object(1, format!("{given}: numeric argument required"))?;
            Err(Stop::Exit(128))
        }
    }
}

/// `return [status]`
pub fn end_function(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    if !call.shell.in_function() && !call.shell.sourced {
        return call.object(2, "can only `return' from a function or sourced script");
    }
    match status(call)? {
        Ok(status) => Err(Stop::Return(status)),
        Err(()) => Err(Stop::Return(2)),
    }
}

/// `exit [status]`
pub fn exit(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    match status(call)? {
        Ok(status) => Err(Stop::Exit(status)),
        Err(()) => Err(Stop::Exit(2)),
    }
}

/// The status that was given, or that of the command before; nothing when it is no number, which was said then.
fn status(call: &mut Call<'_, '_>) -> Result<Result<i32, ()>, Stop> {
    let Some(given) = call.arguments.first() else { return Ok(Ok(call.shell.status)) };
    match given.trim().parse::<i64>() {
        Ok(status) => Ok(Ok((status & 0xff) as i32)),
        Err(_) => {
            call.object(2, format!("{given}: numeric argument required"))?;
            Ok(Err(()))
        }
    }
}

/// `shift [n]`
pub fn shift(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let count = match call.arguments.first().map(|given| (given, given.parse::<i64>())) {
        None => 1,
        Some((_, Ok(count))) if count >= 0 => usize::try_from(count).unwrap_or(usize::MAX),
        Some((given, Ok(_))) => return call.object(1, format!("{given}: shift count out of range")),
        Some((given, Err(_))) => return call.object(1, format!("{given}: numeric argument required")),
    };
    if count > call.shell.arguments.len() {
        return Ok(1);
    }
    call.shell.arguments.drain(..count);
    Ok(0)
}

/// `trap [commands] [signal…]`: what runs when the shell ends. No other signal comes here.
pub fn trap(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (letters, from) = call.letters("lp")?;
    let arguments = &call.arguments[from..];
    if arguments.is_empty() || letters.contains(&'p') {
        if let Some(commands) = call.shell.on_exit.clone() {
            call.line(format!("trap -- {} EXIT", crate::shell::quote::always(&commands)))?;
        }
        return Ok(0);
    }
    let (commands, signals) = match arguments {
        [only] => (None, std::slice::from_ref(only)),
        [first, signals @ ..] if first == "-" => (None, signals),
        [first, signals @ ..] => (Some(first.clone()), signals),
        [] => (None, arguments),
    };
    for signal in signals {
        match signal.trim_start_matches("SIG") {
            "EXIT" | "0" => call.shell.on_exit = commands.clone().filter(|text| !text.is_empty()),
            "INT" | "TERM" | "HUP" | "QUIT" | "PIPE" | "USR1" | "USR2" => {}
            name @ ("ERR" | "DEBUG" | "RETURN") => {
                call.object(1, format!("{name}: only EXIT can be trapped here"))?;
                return Ok(1);
            }
            _ => return call.object(1, format!("{signal}: invalid signal specification")),
        }
    }
    Ok(0)
}
