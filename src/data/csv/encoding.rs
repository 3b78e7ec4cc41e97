//! From bytes to text: UTF-8, UTF-16 with a byte order mark, and Shift_JIS as Japanese Excel writes it.

use super::error::{Content, CsvError};
use super::place::{Place, place};
use super::shift_jis;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How characters are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark, as Excel writes it.
    Utf8Bom,
    /// UTF-16 with a byte order mark, least significant byte first.
    Utf16Le,
    /// UTF-16 with a byte order mark, most significant byte first.
    Utf16Be,
    /// Shift_JIS with Microsoft's extensions (CP932).
    ShiftJis,
}

/// How files begin that are taken for text by mistake.
const SIGNATURES: [(&[u8], Content); 9] = [
    (b"PK\x03\x04", Content::Workbook),
    (b"\xD0\xCF\x11\xE0", Content::Workbook),
    (b"%PDF-", Content::Pdf),
    (b"\x89PNG", Content::Picture),
    (b"\xFF\xD8\xFF", Content::Picture),
    (b"GIF8", Content::Picture),
    (b"\x1F\x8B", Content::Compressed),
    (b"\x28\xB5\x2F\xFD", Content::Compressed),
    (b"PAR1", Content::Parquet),
];

/// The text of a file without its byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), CsvError> {
    if let Some((_, found)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(CsvError::NotText { found: *found });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes, Encoding::Utf16Be);
    }
    if bytes.contains(&0) {
        return Err(CsvError::NotText { found: Content::Binary });
    }
    let (rest, encoding) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, Encoding::Utf8Bom),
        None => (bytes, Encoding::Utf8),
    };
    let error = match std::str::from_utf8(rest) {
        Ok(text) => return Ok((Cow::Borrowed(text), encoding)),
        Err(error) => error,
    };
    if encoding == Encoding::Utf8
        && let Some(text) = shift_jis::decode(rest)
    {
        return Ok((Cow::Owned(text), Encoding::ShiftJis));
    }
    let valid = rest.get(..error.valid_up_to()).unwrap_or_default();
    let Place { line, column } = place(&String::from_utf8_lossy(valid), valid.len());
    let byte = rest.get(error.valid_up_to()).copied().unwrap_or_default();
    Err(CsvError::BadEncoding { expected: encoding, line, column, byte })
}

/// UTF-16 after its mark.
fn utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    encoding: Encoding,
) -> Result<(Cow<'static, str>, Encoding), CsvError> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut wrong = None;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok(character) => text.push(character),
            Err(error) => {
                wrong = Some(error.unpaired_surrogate().to_be_bytes()[0]);
                break;
            }
        }
    }
    if let Some(byte) = wrong.or_else(|| odd.first().copied()) {
        let Place { line, column } = place(&text, text.len());
        return Err(CsvError::BadEncoding { expected: encoding, line, column, byte });
    }
    if text.contains('\0') {
        return Err(CsvError::NotText { found: Content::Binary });
    }
    Ok((Cow::Owned(text), encoding))
}
