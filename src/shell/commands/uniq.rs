//! `uniq`: neighbouring lines that are the same, once.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "cdDif:s:uw:z",
    &[
        ("count", "c"),
        ("repeated", "d"),
        ("all-repeated", "D"),
        ("ignore-case", "i"),
        ("skip-fields", "f"),
        ("skip-chars", "s"),
        ("unique", "u"),
        ("check-chars", "w"),
        ("zero-terminated", "z"),
    ],
);

/// `uniq [-cdDiuz] [-f fields] [-s characters] [-w characters] [input [output]]`
pub fn uniq(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let count = |letter| options.value(letter).and_then(|text| text.parse::<usize>().ok());
    let input = options.operands.first().map_or("-", String::as_str);
    let Some(bytes) = call.read(input)? else { return Ok(1) };
    let end = if options.has('z') { 0 } else { b'\n' };
    let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == end).collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    let (fields, skipped, width) = (count('f').unwrap_or(0), count('s').unwrap_or(0), count('w'));
    let any_case = options.has('i');
    let key = |line: &[u8]| {
        let mut rest = line;
        for _ in 0..fields {
            let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let word = rest[blanks..].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
            rest = &rest[blanks + word..];
        }
        rest = rest.get(skipped..).unwrap_or_default();
        rest = &rest[..width.unwrap_or(rest.len()).min(rest.len())];
        if any_case { rest.to_ascii_lowercase() } else { rest.to_vec() }
    };
    let mut output = Vec::new();
    for group in lines.chunk_by(|left, right| key(left) == key(right)) {
        let repeated = group.len() > 1;
        let skipped = if repeated { options.has('u') } else { options.has('d') || options.has('D') };
        if skipped {
            continue;
        }
        let shown = if options.has('D') { group } else { &group[..1] };
        for line in shown {
            if options.has('c') {
                output.extend(format!("{:7} ", group.len()).into_bytes());
            }
            output.extend_from_slice(line);
            output.push(end);
        }
    }
    match options.operands.get(1) {
        Some(file) => {
            let (path, now) = (call.path(file), call.system.now);
            if let Err(error) = call.system.files.write(&path, output, now) {
                return call.fail(1, format!("{file}: {error}"));
            }
        }
        None => call.print(output)?,
    }
    Ok(0)
}
