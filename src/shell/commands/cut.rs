//! `cut`: parts of lines.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "b:c:d:f:nsz",
    &[
        ("bytes", "b"),
        ("characters", "c"),
        ("delimiter", "d"),
        ("fields", "f"),
        ("only-delimited", "s"),
        ("zero-terminated", "z"),
        ("complement", "C"),
        ("output-delimiter", "O:"),
    ],
);

/// `cut -b|-c|-f list [-d separator] [-s] [--complement] [--output-delimiter=text] [file…]`
pub fn cut(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let kinds: Vec<_> = options.options.iter().filter(|given| "bcf".contains(given.letter)).collect();
    let usage = |call: &mut Call<'_, '_>, message: &str| {
        call.complain(message)?;
        call.shell.print_error("Try 'cut --help' for more information.\n", call.system);
        Ok(1)
    };
    let [kind] = kinds.as_slice() else {
        let message = if kinds.is_empty() {
            "you must specify a list of bytes, characters, or fields"
        } else {
            "only one list may be specified"
        };
        return usage(call, message);
    };
    let by_fields = kind.letter == 'f';
    let separator = match options.value('d') {
        None => b'\t',
        Some(_) if !by_fields => {
            return usage(call, "an input delimiter may be specified only when operating on fields");
        }
        Some(text) if text.len() == 1 => text.as_bytes()[0],
        Some("") => 0,
        Some(_) => return usage(call, "the delimiter must be a single character"),
    };
    let ranges = match ranges(&kind.value) {
        Ok(ranges) => ranges,
        Err(message) => {
            let what = if by_fields {
                "fields are numbered from 1"
            } else {
                "byte/character positions are numbered from 1"
            };
            let message = match message {
                Bad::Zero => what.to_owned(),
                Bad::Decreasing => "invalid decreasing range".into(),
                Bad::Value(text) if by_fields => format!("invalid field value ‘{text}’"),
                Bad::Value(text) => format!("invalid byte/character position ‘{text}’"),
            };
            return usage(call, &message);
        }
    };
    let complement = options.has('C');
    let chosen =
        |number: usize| ranges.iter().any(|(from, to)| (*from..=*to).contains(&number)) != complement;
    let joint = options.value('O').map_or_else(
        || if by_fields { vec![separator] } else { Vec::new() },
        |text| text.as_bytes().to_vec(),
    );
    let end = if options.has('z') { 0 } else { b'\n' };
    let mut status = 0;
    for file in options.files() {
        let Some(bytes) = call.read(file)? else {
            status = 1;
            continue;
        };
        for line in bytes.split_inclusive(|byte| *byte == end) {
            let line = line.strip_suffix(&[end]).unwrap_or(line);
            let mut output = Vec::with_capacity(line.len() + 1);
            if !by_fields {
                let mut before = true;
                for (index, byte) in line.iter().enumerate() {
                    let wanted = chosen(index + 1);
                    if wanted {
                        if !before && !output.is_empty() {
                            output.extend_from_slice(&joint);
                        }
                        output.push(*byte);
                    }
                    before = wanted;
                }
            } else if line.contains(&separator) {
                let fields = line.split(|byte| *byte == separator).enumerate();
                let wanted: Vec<&[u8]> =
                    fields.filter(|(index, _)| chosen(index + 1)).map(|(_, field)| field).collect();
                output = wanted.join(joint.as_slice());
            } else if options.has('s') {
                continue;
            } else {
                output.extend_from_slice(line);
            }
            output.push(end);
            call.print(output)?;
        }
    }
    Ok(status)
}

enum Bad {
    Zero,
    Decreasing,
    Value(String),
}

/// `1,3-5,7-`: from where to where, each counted in.
fn ranges(text: &str) -> Result<Vec<(usize, usize)>, Bad> {
    let number = |part: &str, missing: usize| {
        if part.is_empty() { Ok(missing) } else { part.parse().map_err(|_| Bad::Value(part.to_owned())) }
    };
    text.split([',', ' '])
        .map(|part| {
            let (from, to) = match part.split_once('-') {
                Some(("", "")) => return Err(Bad::Value(part.to_owned())),
                Some((from, to)) => (number(from, 1)?, number(to, usize::MAX)?),
                None => {
                    let only = number(part, 0)?;
                    (only, only)
                }
            };
            match (from, to) {
                (0, _) => Err(Bad::Zero),
                (from, to) if to < from => Err(Bad::Decreasing),
                range => Ok(range),
            }
        })
        .collect()
}
