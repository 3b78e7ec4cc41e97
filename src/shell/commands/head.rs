//! `head`: the beginning of files.

use crate::shell::call::Call;
use crate::shell::options::{Known, Parsed};
use crate::shell::run::endless;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "n:c:qv",
    &[("lines", "n"), ("bytes", "c"), ("quiet", "q"), ("silent", "q"), ("verbose", "v")],
);

/// How much is wanted of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    /// So many.
    pub count: usize,
    /// Bytes, not lines.
    pub bytes: bool,
    /// The sign that stood before it.
    pub sign: Option<char>,
}

/// The amount that options ask for: `-n 5`, `-c 1K`, `-5`.
pub(super) fn amount(call: &mut Call<'_, '_>, options: &Parsed) -> Result<Amount, Stop> {
    let Some(letter) = options.last_of("nc") else {
        return Ok(Amount { count: 10, bytes: false, sign: None });
    };
    let given = options.value(letter).unwrap_or_default().to_owned();
    let bytes = letter == 'c';
    let sign = given.chars().next().filter(|sign| matches!(sign, '+' | '-'));
    let digits = given.trim_start_matches(['+', '-']);
    let (digits, factor) = match digits.char_indices().find(|(_, character)| !character.is_ascii_digit()) {
        None => (digits, 1),
        Some((at, _)) => (&digits[..at], factor(&digits[at..]).unwrap_or(0)),
    };
    match digits.parse::<usize>() {
        Ok(count) if factor > 0 => Ok(Amount { count: count.saturating_mul(factor), bytes, sign }),
        _ => {
            let what = if bytes { "bytes" } else { "lines" };
            call.complain(format!("invalid number of {what}: ‘{given}’"))?;
            Err(Stop::Command(1))
        }
    }
}

fn factor(suffix: &str) -> Option<usize> {
    Some(match suffix {
        "b" => 512,
        "kB" => 1_000,
        "K" | "KiB" => 1 << 10,
        "MB" => 1_000_000,
        "M" | "MiB" => 1 << 20,
        "G" | "GiB" => 1 << 30,
        _ => return None,
    })
}

/// Arguments with `-5` written as `-n 5`.
pub(super) fn with_old_counts(arguments: &[String]) -> Vec<String> {
    let mut plain = Vec::with_capacity(arguments.len());
    for argument in arguments {
        let digits =
            argument.strip_prefix('-').filter(|digits| digits.starts_with(|c: char| c.is_ascii_digit()));
        match digits {
            Some(digits) if plain.last().is_none_or(|before| before != "-n" && before != "-c") => {
                plain.extend(["-n".to_owned(), digits.to_owned()]);
            }
            _ => plain.push(argument.clone()),
        }
    }
    plain
}

/// `head [-n lines] [-c bytes] [-qv] [file…]`
pub fn head(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let arguments = with_old_counts(call.arguments);
    let options = Call::new(call.shell, call.system, call.name, &arguments).options(KNOWN)?;
    let amount = amount(call, &options)?;
    if options.operands.is_empty() {
        from_input(call, amount)?;
        return Ok(0);
    }
    print_pieces(call, &options, |bytes| &bytes[..end_of(bytes, amount)])
}

/// Prints of each operand the piece that is wanted of it, under its name where there are several.
pub(super) fn print_pieces(
    call: &mut Call<'_, '_>,
    options: &Parsed,
    piece: impl Fn(&[u8]) -> &[u8],
) -> Result<i32, Stop> {
    let mut status = 0;
    let headings = options.has('v') || options.operands.len() > 1 && !options.has('q');
    let mut first = true;
    for file in &options.operands {
        let bytes = match call.bytes(file) {
            Err(_) if file == "-" => Ok(call.input()?),
            Err(error) if !call.is_folder(file) => {
                status = call.fail(1, format!("cannot open '{file}' for reading: {error}"))?;
                continue;
            }
            opened => opened,
        };
        if headings {
            let name = if file == "-" { "standard input" } else { file };
            call.print(format!("{}==> {name} <==\n", if first { "" } else { "\n" }))?;
        }
        first = false;
        // A folder can be opened, and so has its heading; only its reading fails.
        match bytes {
            Ok(bytes) => call.print(piece(&bytes))?,
            Err(error) => status = call.fail(1, format!("error reading '{file}': {error}"))?,
        }
    }
    Ok(status)
}

/// Takes no more from the input than it prints, so that what comes after it has the rest.
fn from_input(call: &mut Call<'_, '_>, amount: Amount) -> Result<(), Stop> {
    if amount.sign == Some('-') {
        let bytes = call.input()?;
        return call.print(&bytes[..end_of(&bytes, amount)]);
    }
    let input = call.shell.streams.input();
    if amount.bytes {
        let mut left = amount.count;
        while left > 0 {
            let part = input.read_until(b'\n', left, call.system).map_err(|_| endless("head"))?;
            if part.is_empty() {
                break;
            }
            left -= part.len();
            call.print(part)?;
        }
        return Ok(());
    }
    for _ in 0..amount.count {
        let line = input.read_until(b'\n', usize::MAX, call.system).map_err(|_| endless("head"))?;
        if line.is_empty() {
            break;
        }
        call.print(line)?;
    }
    Ok(())
}

/// Where the beginning that is wanted ends.
fn end_of(bytes: &[u8], amount: Amount) -> usize {
    let all_but = amount.sign == Some('-');
    if amount.bytes {
        return if all_but {
            bytes.len().saturating_sub(amount.count)
        } else {
            amount.count.min(bytes.len())
        };
    }
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let wanted = if all_but { lines.clone().count().saturating_sub(amount.count) } else { amount.count };
    lines.take(wanted).map(<[u8]>::len).sum()
}
