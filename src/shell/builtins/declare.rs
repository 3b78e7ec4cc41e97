//! Variables and what is known of them.

use crate::shell::call::Call;
use crate::shell::quote;
use crate::shell::state::{Value, Variable, is_name};
use crate::shell::stop::Stop;
use std::collections::BTreeMap;

/// `export [-np] [name[=value]…]`
pub fn export(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (letters, from) = call.letters("npf")?;
    if call.arguments.len() == from {
        return list(call, |variable| variable.exported);
    }
    each(
        call,
        from,
        |call, name| {
            if letters.contains(&'n') { call.shell.unexport(name) } else { call.shell.export(name) }
        },
    )
}

/// `readonly [-p] [name[=value]…]`
pub fn readonly(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (_, from) = call.letters("paAf")?;
    if call.arguments.len() == from {
        return list(call, |variable| variable.readonly);
    }
    each(call, from, |call, name| call.shell.fix(name))
}

/// `local [name[=value]…]`
pub fn local(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    if !call.shell.in_function() {
        return call.object(1, "can only be used in a function");
    }
    declare(call)
}

/// `declare [-aAfFgilnprtux] [name[=value]…]`
pub fn declare(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (letters, from) = call.letters("aAfFgilprux")?;
    if letters.contains(&'f') || letters.contains(&'F') {
        return functions(call, from, letters.contains(&'F'));
    }
    if letters.contains(&'p') || call.arguments.len() == from {
        return show(call, from);
    }
    let hides = call.shell.in_function() && !letters.contains(&'g');
    for argument in &call.arguments[from..] {
        let name = argument.split_once('=').map_or(argument.as_str(), |(name, _)| name.trim_end_matches('+'));
        if !is_name(name) {
            continue;
        }
        if hides {
            call.shell.make_local(name);
        } else {
            call.shell.declare(name);
        }
        let empty = if letters.contains(&'A') {
            Value::Map(BTreeMap::new())
        } else if letters.contains(&'a') {
            Value::Array(BTreeMap::new())
        } else {
            continue;
        };
        let is_list = matches!(
            call.shell.variable(name).and_then(|variable| variable.value.as_ref()),
            Some(Value::Array(_) | Value::Map(_))
        );
        if !is_list {
            call.shell.set_value(name, empty)?;
        }
    }
    each(call, from, |call, name| {
        if letters.contains(&'x') {
            call.shell.export(name);
        }
        let changed = call.shell.get(name).map(|value| {
            if letters.contains(&'i') {
                call.shell.arithmetic(&value, call.system).map(|number| number.to_string())
            } else if letters.contains(&'u') {
                Ok(value.to_uppercase())
            } else if letters.contains(&'l') {
                Ok(value.to_lowercase())
            } else {
                Ok(value)
            }
        });
        let changes = letters.iter().any(|letter| matches!(letter, 'i' | 'u' | 'l'));
        if let Some(Ok(value)) = changed.filter(|_| changes) {
            call.shell.put(name, &value);
        }
        if letters.contains(&'r') {
            call.shell.fix(name);
        }
    })
}

/// Sets what has a value, and does something with every name.
fn each(
    call: &mut Call<'_, '_>,
    from: usize,
    mut act: impl FnMut(&mut Call<'_, '_>, &str),
) -> Result<i32, Stop> {
    let mut status = 0;
    for argument in &call.arguments[from..] {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (argument.as_str(), None),
        };
        let (name, append) = match name.strip_suffix('+') {
            Some(name) => (name, true),
            None => (name, false),
        };
        if !is_name(name) {
            status = call.object(1, format!("`{argument}': not a valid identifier"))?;
            continue;
        }
        if let Some(value) = value {
            let before = if append { call.shell.get(name).unwrap_or_default() } else { String::new() };
            call.shell.set(name, before + value)?;
        }
        act(call, name);
    }
    Ok(status)
}

fn list(call: &mut Call<'_, '_>, wanted: impl Fn(&Variable) -> bool) -> Result<i32, Stop> {
    let found = call.shell.variables().filter(|(_, variable)| wanted(variable));
    let lines: Vec<String> = found.map(|(name, variable)| shown(name, variable)).collect();
    lines.into_iter().try_for_each(|line| call.line(line))?;
    Ok(0)
}

fn show(call: &mut Call<'_, '_>, from: usize) -> Result<i32, Stop> {
    if call.arguments.len() == from {
        return list(call, |_| true);
    }
    let mut status = 0;
    for name in &call.arguments[from..] {
        match call.shell.variable(name).map(|variable| shown(name, variable)) {
            Some(line) => call.line(line)?,
            None => status = call.object(1, format!("{name}: not found"))?,
        }
    }
    Ok(status)
}

/// A variable as `declare -p` prints it.
fn shown(name: &str, variable: &Variable) -> String {
    let kind = match variable.value {
        Some(Value::Array(_)) => "a",
        Some(Value::Map(_)) => "A",
        _ => "",
    };
    let readonly = if variable.readonly { "r" } else { "" };
    let exported = if variable.exported { "x" } else { "" };
    let mut flags = format!("{kind}{readonly}{exported}");
    if flags.is_empty() {
        flags.push('-');
    }
    match &variable.value {
        None => format!("declare -{flags} {name}"),
        Some(Value::Text(text)) => format!("declare -{flags} {name}={}", quote::declared(text)),
        Some(Value::Array(items)) => {
            let items = items.iter().map(|(place, text)| format!("[{place}]={}", quote::declared(text)));
            format!("declare -{flags} {name}=({})", items.collect::<Vec<_>>().join(" "))
        }
        Some(Value::Map(items)) => {
            let items = items.iter().map(|(key, text)| format!("[{key}]={} ", quote::declared(text)));
            format!("declare -{flags} {name}=({})", items.collect::<String>())
        }
    }
}

fn functions(call: &mut Call<'_, '_>, from: usize, names_only: bool) -> Result<i32, Stop> {
    let wanted = &call.arguments[from..];
    let mut status = 0;
    if wanted.is_empty() {
        let names: Vec<String> = call.shell.functions.keys().cloned().collect();
        names.into_iter().try_for_each(|name| call.line(format!("declare -f {name}")))?;
        return Ok(0);
    }
    for name in wanted {
        match call.shell.functions.get(name).cloned() {
            Some(_) if names_only => call.line(name)?,
            Some(body) => call.line(format!("{name} () \n{}", body.0))?,
            None => status = 1,
        }
    }
    Ok(status)
}

/// `unset [-fv] name…`
pub fn unset(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (letters, from) = call.letters("fvn")?;
    for name in &call.arguments[from..] {
        if letters.contains(&'f') {
            call.shell.functions.remove(name);
        } else if let Some((array, key)) = name.strip_suffix(']').and_then(|name| name.split_once('[')) {
            let key = call.shell.text(key, call.system)?;
            call.shell.unset_element(array, &key);
        } else if call.shell.variable(name).is_some() || letters.contains(&'v') {
            call.shell.unset(name)?;
        } else {
            call.shell.functions.remove(name);
        }
    }
    Ok(0)
}
