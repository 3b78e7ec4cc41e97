//! Finds the one hint that helps most with an error, from what Python says about it.

use super::library;
use super::machine::Machine;
use crate::files::{HOME, path};
use crate::world::program::Hint;

/// The hint for an error of that type with that message.
pub fn find(kind: &str, message: &str, machine: &Machine) -> Option<Hint> {
    match kind {
        "NameError" | "UnboundLocalError" => {
            let name = quoted(message)?;
            let similar = message.split_once("Did you mean: ").and_then(|(_, rest)| quoted(rest));
            Some(Hint::UnknownName { name, similar })
        }
        "ModuleNotFoundError" => {
            let name = quoted(message)?;
            let known = library::package_names().iter().map(|name| (*name).to_owned()).collect();
            Some(Hint::UnknownModule { name, known })
        }
        "IndentationError" | "TabError" => Some(Hint::Indentation),
        "SyntaxError" => syntax(message),
        "TypeError" => type_error(message),
        "ValueError" => {
            let text = message
                .strip_prefix("could not convert string to float: ")
                .or_else(|| message.strip_prefix("invalid literal for int() with base 10: "))?;
            let plain = text.strip_prefix("np.str_(").and_then(|text| text.strip_suffix(')')).unwrap_or(text);
            Some(Hint::NotANumber { text: plain.into() })
        }
        "KeyError" => Some(Hint::NoSuchKey { key: message.into() }),
        "IndexError" => message.contains("out of range").then_some(Hint::IndexTooLarge),
        "AttributeError" => {
            let mut names = message.split('\'').skip(1).step_by(2).map(str::to_owned);
            let (of, attribute) = (names.next()?, names.next()?);
            Some(match of.as_str() {
                "NoneType" => Hint::NothingThere { attribute: Some(attribute) },
                _ => Hint::NoSuchAttribute { of, attribute },
            })
        }
        "FileNotFoundError" => no_such_file(quoted(message)?, machine),
        "ZeroDivisionError" => Some(Hint::DivisionByZero),
        "RecursionError" => Some(Hint::EndlessRecursion),
        "MemoryError" => Some(Hint::OutOfMemory),
        "EOFError" => message.contains("reading a line").then_some(Hint::NoInput),
        _ => None,
    }
}

fn syntax(message: &str) -> Option<Hint> {
    let says = |part: &str| message.contains(part);
    if says("expected ':'") {
        Some(Hint::MissingColon)
    } else if says("was never closed") || says("unterminated") || says("unexpected EOF") {
        Some(Hint::NotClosed)
    } else if says("Maybe you meant '=='") {
        Some(Hint::AssignmentAsTest)
    } else if says("Missing parentheses in call to 'print'") {
        Some(Hint::PrintWithoutBrackets)
    } else {
        None
    }
}

fn type_error(message: &str) -> Option<Hint> {
    let says = |part: &str| message.contains(part);
    if says("NoneType") {
        Some(Hint::NothingThere { attribute: None })
    } else if says("can only concatenate str") || (says("unsupported operand type(s) for +") && says("'str'"))
    {
        Some(Hint::TextPlusNumber)
    } else if says("object is not callable") {
        Some(Hint::NotCallable { of: quoted(message)? })
    } else if says("positional argument")
        || says("unexpected keyword argument")
        || says("multiple values for")
    {
        Some(Hint::WrongArguments)
    } else {
        None
    }
}

fn no_such_file(path: String, machine: &Machine) -> Option<Hint> {
    let disk = machine.disk.borrow();
    let folder = path::parent(&disk.absolute(&path)).to_owned();
    let folder = if disk.files.list(&folder).is_ok() { folder } else { HOME.to_owned() };
    let mut present = disk.files.list(&folder).unwrap_or_default();
    present.truncate(20);
    Some(Hint::NoSuchFile { path, present })
}

/// The first text between single quotes.
fn quoted(message: &str) -> Option<String> {
    message.split('\'').nth(1).map(str::to_owned)
}
