//! `seq` and `yes`: numbers, and one word without end.

use crate::shell::call::Call;
use crate::shell::format::Directive;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

/// `seq [-w] [-s separator] [-f format] [first [step]] last`
pub fn seq(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    // A negative number is no option.
    let mut arguments = Vec::new();
    let mut numbers = false;
    for argument in call.arguments {
        let is_number = argument.parse::<f64>().is_ok();
        if is_number && argument.starts_with('-') && !numbers {
            arguments.push("--".to_owned());
            numbers = true;
        }
        numbers |=
            is_number && !arguments.last().is_some_and(|before| matches!(before.as_str(), "-s" | "-f"));
        arguments.push(argument.clone());
    }
    let known = Known::new("f:s:w", &[("format", "f"), ("separator", "s"), ("equal-width", "w")]).strict();
    let options = Call::new(call.shell, call.system, call.name, &arguments).options(known)?;
    let operands = &options.operands;
    if operands.is_empty() || operands.len() > 3 {
        let message = match operands.get(3) {
            None => "missing operand".to_owned(),
            Some(extra) => format!("extra operand ‘{extra}’"),
        };
        call.complain(message)?;
        call.shell.print_error("Try 'seq --help' for more information.\n", call.system);
        return Ok(1);
    }
    let mut values = Vec::new();
    for operand in operands {
        match operand.trim_start_matches('+').parse::<f64>().ok().filter(|value| !value.is_nan()) {
            Some(value) => values.push(value),
            None => {
                call.complain(format!("invalid floating point argument: ‘{operand}’"))?;
                call.shell.print_error("Try 'seq --help' for more information.\n", call.system);
                return Ok(1);
            }
        }
    }
    let (first, step, last) = match values.as_slice() {
        [last] => (1.0, 1.0, *last),
        [first, last] => (*first, 1.0, *last),
        [first, step, last, ..] => (*first, *step, *last),
        [] => return Ok(1),
    };
    if step == 0.0 {
        let given = &operands[1];
        call.complain(format!("invalid Zero increment value: ‘{given}’"))?;
        call.shell.print_error("Try 'seq --help' for more information.\n", call.system);
        return Ok(1);
    }
    let places = |text: &str| text.split_once('.').map_or(0, |(_, places)| places.len());
    let precision = operands[..operands.len().max(2) - 1].iter().map(|text| places(text)).max().unwrap_or(0);
    let precision = if operands.len() == 1 { 0 } else { precision };
    let (precision, last_precision) = (precision, precision.max(places(&operands[operands.len() - 1])));
    let format = match options.value('f') {
        None => None,
        Some(text) => match split_format(text) {
            Some(parts) => Some(parts),
            None => return call.fail(1, format!("format ‘{text}’ has no % directive")),
        },
    };
    let separator = options.value('s').unwrap_or("\n").to_owned();
    let shown = |value: f64| {
        let text = format!("{value:.precision$}");
        if text.trim_start_matches(['-', '0', '.']).is_empty() {
            text.trim_start_matches('-').to_owned()
        } else {
            text
        }
    };
    let width = if options.has('w') {
        let wide = |value: f64| format!("{value:.last_precision$}").len();
        wide(first).max(wide(last))
    } else {
        0
    };
    let mut index = 0.0_f64;
    loop {
        let value = first + index * step;
        let beyond =
            if step > 0.0 { value > last + last.abs() * 1e-15 } else { value < last - last.abs() * 1e-15 };
        if beyond {
            break;
        }
        if index > 0.0 {
            call.print(&separator)?;
        }
        match &format {
            Some((before, directive, after)) => {
                call.print(format!("{before}{}{after}", directive.float(value)))?
            }
            None if width > 0 => {
                let text = shown(value);
                let padded = match text.strip_prefix('-') {
                    Some(digits) => format!("-{digits:0>least$}", least = width - 1),
                    None => format!("{text:0>width$}"),
                };
                call.print(padded)?;
            }
            None => call.print(shown(value))?,
        }
        index += 1.0;
    }
    if index > 0.0 {
        call.print(b"\n")?;
    }
    Ok(0)
}

/// A format in its parts: what stands before its directive, the directive, and what stands behind.
fn split_format(text: &str) -> Option<(String, Directive, String)> {
    let at = text.find('%')?;
    let (directive, length) = Directive::parse(&text.as_bytes()[at + 1..], &mut || 0)?;
    Some((text[..at].to_owned(), directive, text[at + 1 + length..].replace("%%", "%")))
}

/// `yes [word…]`
pub fn yes(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let line = if call.arguments.is_empty() { "y".to_owned() } else { call.arguments.join(" ") };
    let lines = format!("{line}\n").repeat((1 << 14) / (line.len() + 1) + 1);
    loop {
        call.print(&lines)?;
        call.flush()?;
    }
}
