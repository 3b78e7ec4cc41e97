//! `tr`: bytes by other bytes, as GNU's goes by bytes; characters beyond ASCII are taken as a whole all the same.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::pattern::Member;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "cCdst",
    &[("complement", "c"), ("delete", "d"), ("squeeze-repeats", "s"), ("truncate-set1", "t")],
)
.strict();

/// `tr [-cdst] set1 [set2]`
pub fn tr(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let (deletes, squeezes) = (options.has('d'), options.has('s'));
    let usage = |call: &mut Call<'_, '_>, message: String| {
        call.complain(message)?;
        call.shell.print_error("Try 'tr --help' for more information.\n", call.system);
        Ok(1)
    };
    let needed = if deletes == squeezes { 2 } else { 1 };
    match options.operands.as_slice() {
        [] => return usage(call, "missing operand".into()),
        [only] if needed == 2 => {
            let what = if deletes { "deleting and squeezing repeats" } else { "translating" };
            return usage(
                call,
                format!("missing operand after ‘{only}’\nTwo strings must be given when {what}."),
            );
        }
        [_, extra] if deletes && !squeezes => {
            return usage(
                call,
                format!(
                    "extra operand ‘{extra}’\nOnly one string may be given when deleting without squeezing repeats."
                ),
            );
        }
        [_, _, extra, ..] => return usage(call, format!("extra operand ‘{extra}’")),
        _ => {}
    }
    let complement = options.last_of("cC").is_some();
    let first = match members(&options.operands[0], 0) {
        Ok(first) => first,
        Err(message) => return call.fail(1, message),
    };
    let mut second = match options.operands.get(1).map(|text| members(text, first.len())) {
        None => Vec::new(),
        Some(Ok(second)) => second,
        Some(Err(message)) => return call.fail(1, message),
    };
    let translates = !deletes && options.operands.len() == 2;
    if translates && second.is_empty() && !first.is_empty() {
        return call.fail(1, "when not truncating set1, string2 must be non-empty");
    }
    let mut first = first;
    if options.has('t') {
        first.truncate(second.len());
    } else if let Some(last) = second.last().copied() {
        while second.len() < first.len() {
            second.push(last);
        }
    }
    let in_first = |character: char| first.contains(&character) != complement;
    let bytes = call.input()?;
    let mut output = String::with_capacity(bytes.len());
    let mut before = None;
    // Bytes that are no text go through as they are.
    for part in bytes.utf8_chunks() {
        for character in part.valid().chars() {
            if deletes && in_first(character) {
                continue;
            }
            let changed = match first.iter().rposition(|one| *one == character) {
                _ if !translates => character,
                Some(place) if !complement => second[place],
                None if complement => second.last().copied().unwrap_or(character),
                _ => character,
            };
            let squeezed = squeezes
                && before == Some(changed)
                && if options.operands.len() == 2 { second.contains(&changed) } else { in_first(changed) };
            if !squeezed {
                output.push(changed);
            }
            before = Some(changed);
        }
        if !part.invalid().is_empty() {
            call.print(std::mem::take(&mut output))?;
            call.print(part.invalid())?;
        }
    }
    call.print(output)?;
    Ok(0)
}

/// The characters of a set, in order; `[x*]` fills up to `wanted`.
fn members(text: &str, wanted: usize) -> Result<Vec<char>, String> {
    let letters = unescaped(text);
    let mut found: Vec<char> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        if let Some((kind, name, length)) = bracketed(rest) {
            match kind {
                ':' => {
                    let class = Member::Class(name.clone());
                    let all = (0..128_u8).map(char::from).filter(|character| class.has(*character));
                    let before = found.len();
                    found.extend(all);
                    if found.len() == before {
                        return Err(format!("invalid character class ‘{name}’"));
                    }
                }
                _ => found.extend(name.chars()),
            }
            at += length;
        } else if rest.len() > 3
            && rest[0].0 == '['
            && rest[2] == ('*', false)
            && let Some(length) = rest.iter().position(|letter| *letter == (']', false))
        {
            let digits: String = rest[3..length].iter().map(|letter| letter.0).collect();
            let count = match digits.as_str() {
                "" | "0" => wanted.saturating_sub(found.len() + letters.len() - at - length - 1),
                octal if octal.starts_with('0') => usize::from_str_radix(octal, 8).unwrap_or(0),
                digits => digits.parse().unwrap_or(0),
            };
            found.extend(std::iter::repeat_n(rest[1].0, count.min(1 << 16)));
            at += length + 1;
        } else if rest.len() > 2 && rest[1] == ('-', false) {
            let (from, to) = (rest[0].0, rest[2].0);
            if from > to {
                return Err(format!(
                    "range-endpoints of '{}-{}' are in reverse collating sequence order",
                    from.escape_default(),
                    to.escape_default()
                ));
            }
            found.extend(from..=to);
            at += 3;
        } else {
            found.push(rest[0].0);
            at += 1;
        }
    }
    Ok(found)
}

/// A class or an equivalence at the beginning: its kind, its name and how long it is.
fn bracketed(letters: &[(char, bool)]) -> Option<(char, String, usize)> {
    let [('[', false), (kind @ (':' | '='), false), rest @ ..] = letters else { return None };
    let length = rest.windows(2).position(|pair| pair == [(*kind, false), (']', false)])?;
    Some((*kind, rest[..length].iter().map(|letter| letter.0).collect(), length + 4))
}

/// Characters, and whether a backslash stood before them.
fn unescaped(text: &str) -> Vec<(char, bool)> {
    let mut letters = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '\\' {
            letters.push((character, false));
            continue;
        }
        let escaped = match characters.next() {
            None => '\\',
            Some('a') => '\u{7}',
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('v') => '\u{b}',
            Some(digit @ '0'..='7') => {
                let mut value = digit.to_digit(8).unwrap_or(0);
                for _ in 0..2 {
                    if let Some(digit) = characters.peek().and_then(|digit| digit.to_digit(8)) {
                        value = value * 8 + digit;
                        characters.next();
                    }
                }
                char::from_u32(value).unwrap_or('\0')
            }
            Some(other) => other,
        };
        letters.push((escaped, true));
    }
    letters
}
