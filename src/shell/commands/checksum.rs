//! `md5sum`, `sha256sum` and `base64`.

use crate::base::hash::sha256_hex;
use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest as _, Md5};

const SUM: Known = Known::new(
    "bctwqz",
    &[
        ("binary", "b"),
        ("check", "c"),
        ("text", "t"),
        ("quiet", "q"),
        ("status", "{"),
        ("warn", "w"),
        ("tag", "}"),
    ],
);

fn md5_hex(bytes: &[u8]) -> String {
    Md5::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `md5sum [-c] [file…]`
pub fn md5sum(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    sum(call, md5_hex)
}

/// `sha256sum [-c] [file…]`
pub fn sha256sum(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    sum(call, sha256_hex)
}

fn sum(call: &mut Call<'_, '_>, digest: fn(&[u8]) -> String) -> Result<i32, Stop> {
    let options = call.options(SUM)?;
    let mut status = 0;
    for file in options.files() {
        let Some(bytes) = call.read(file)? else {
            status = 1;
            continue;
        };
        if options.has('c') {
            status |= check(call, file, &bytes, digest, options.has('q'), options.has('{'))?;
        } else {
            call.line(format!("{}  {file}", digest(&bytes)))?;
        }
    }
    Ok(status)
}

fn check(
    call: &mut Call<'_, '_>,
    list: &str,
    bytes: &[u8],
    digest: fn(&[u8]) -> String,
    quiet: bool,
    silent: bool,
) -> Result<i32, Stop> {
    let (mut wrong, mut missing, mut read) = (0, 0, 0);
    for line in String::from_utf8_lossy(bytes).lines() {
        let Some((wanted, file)) = line.split_once("  ").or_else(|| line.split_once(" *")) else { continue };
        read += 1;
        match call.bytes(file) {
            Err(error) => {
                missing += 1;
                call.complain(format!("{file}: {error}"))?;
                call.line(format!("{file}: FAILED open or read"))?;
            }
            Ok(bytes) if digest(&bytes) == wanted.to_lowercase() => {
                if !quiet && !silent {
                    call.line(format!("{file}: OK"))?;
                }
            }
            Ok(_) => {
                wrong += 1;
                if !silent {
                    call.line(format!("{file}: FAILED"))?;
                }
            }
        }
    }
    if read == 0 {
        return call.fail(1, format!("{list}: no properly formatted checksum lines found"));
    }
    let plural = |count: usize, one: &str, several: &str| {
        format!("{count} {}", if count == 1 { one } else { several })
    };
    if missing > 0 && !silent {
        let text = plural(missing, "listed file could not be read", "listed files could not be read");
        call.complain(format!("WARNING: {text}"))?;
    }
    if wrong > 0 && !silent {
        let text = plural(wrong, "computed checksum did NOT match", "computed checksums did NOT match");
        call.complain(format!("WARNING: {text}"))?;
    }
    Ok(i32::from(wrong + missing > 0))
}

/// `base64 [-d] [-w columns] [file]`
pub fn base64(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options =
        call.options(Known::new("diw:", &[("decode", "d"), ("wrap", "w"), ("ignore-garbage", "i")]))?;
    let file = options.operands.first().map_or("-", String::as_str);
    let Some(bytes) = call.read(file)? else { return Ok(1) };
    if options.has('d') {
        let kept: Vec<u8> = bytes.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
        return match STANDARD.decode(&kept) {
            Ok(decoded) => {
                call.print(decoded)?;
                Ok(0)
            }
            Err(_) => call.fail(1, "invalid input"),
        };
    }
    let columns = options.value('w').and_then(|text| text.parse().ok()).unwrap_or(76_usize);
    let text = STANDARD.encode(&bytes);
    if columns == 0 {
        call.print(text)?;
        return Ok(0);
    }
    for line in text.as_bytes().chunks(columns) {
        call.line(line)?;
    }
    Ok(0)
}
