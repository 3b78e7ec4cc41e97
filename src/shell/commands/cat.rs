//! `cat`: files, one after the other.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "AbeEnstTuv",
    &[
        ("show-all", "A"),
        ("number-nonblank", "b"),
        ("show-ends", "E"),
        ("number", "n"),
        ("squeeze-blank", "s"),
        ("show-tabs", "T"),
        ("show-nonprinting", "v"),
    ],
);

/// `cat [-AbeEnstTv] [file…]`
pub fn cat(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let mut status = 0;
    let ends = options.last_of("AeE").is_some();
    let tabs = options.last_of("AtT").is_some();
    let unprintable = options.last_of("Aetv").is_some();
    let plain = options.options.is_empty();
    let (mut number, mut blank_before) = (0, false);
    let mut whole = true;
    for file in options.files() {
        let Some(bytes) = call.read(file)? else {
            status = 1;
            continue;
        };
        if plain {
            call.print(bytes)?;
            continue;
        }
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let text = line.strip_suffix(b"\n").unwrap_or(line);
            if whole {
                let blank = text.is_empty();
                if options.has('s') && blank && blank_before {
                    continue;
                }
                blank_before = blank;
                if options.has('b') && !blank || options.has('n') && !options.has('b') {
                    number += 1;
                    call.print(format!("{number:6}\t"))?;
                }
            }
            for byte in text {
                match byte {
                    b'\t' if tabs => call.print(b"^I")?,
                    b'\t' => call.print(b"\t")?,
                    _ if unprintable => call.print(visible(*byte))?,
                    _ => call.print([*byte])?,
                }
            }
            whole = line.ends_with(b"\n");
            if whole {
                call.print(if ends { b"$\n".as_slice() } else { b"\n" })?;
            }
        }
    }
    Ok(status)
}

/// A byte in signs that can be seen.
fn visible(byte: u8) -> String {
    match byte {
        0..32 => format!("^{}", char::from(byte + 64)),
        127 => "^?".into(),
        128.. => format!("M-{}", visible(byte - 128)),
        _ => char::from(byte).into(),
    }
}
