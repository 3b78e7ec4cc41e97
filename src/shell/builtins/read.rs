//! `read` and `mapfile`: input into variables.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::run::endless;
use crate::shell::state::Value;
use crate::shell::stop::Stop;
use std::collections::BTreeMap;

const READ: Known = Known::new("rsea:d:n:N:p:t:u:i:", &[]).status(2);
const MAPFILE: Known = Known::new("td:n:O:s:u:C:c:", &[]).status(2);

/// `read [-r] [-a array] [-d end] [-n count] [-p prompt] [-u descriptor] [name…]`
pub fn read(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(READ)?;
    let descriptor = options.value('u').and_then(|number| number.parse().ok()).unwrap_or(0);
    let Some(stream) = call.shell.streams.get(descriptor).cloned() else {
        return call.object(1, format!("{descriptor}: invalid file descriptor: Bad file descriptor"));
    };
    let end = options.value('d').map_or(b'\n', |end| end.bytes().next().unwrap_or(0));
    let most = options.value('n').or(options.value('N')).and_then(|count| count.parse().ok());
    let raw = options.has('r');
    let mut line: Vec<u8> = Vec::new();
    let mut ended = false;
    loop {
        let left = most.map_or(usize::MAX, |most: usize| most.saturating_sub(line.len()));
        let part = stream.read_until(end, left, call.system).map_err(|_| endless("read"))?;
        let found_end = part.last() == Some(&end) && left > 0;
        line.extend(&part);
        if found_end {
            line.pop();
            // A backslash before the end of the line joins it with the next.
            let slashes = line.iter().rev().take_while(|byte| **byte == b'\\').count();
            if !raw && slashes % 2 == 1 && end == b'\n' {
                line.pop();
                continue;
            }
            ended = true;
        }
        break;
    }
    ended |= most.is_some_and(|most| line.len() >= most);
    let text = String::from_utf8_lossy(&line).into_owned();
    let separators = if options.has('N') { String::new() } else { call.shell.separators() };
    if let Some(name) = options.value('a') {
        let words = split(&text, &separators, raw, usize::MAX);
        call.shell.set_value(name, Value::Array((0..).zip(words).collect()))?;
    } else if options.operands.is_empty() {
        let whole = split(&text, "", raw, 1).pop().unwrap_or_default();
        call.shell.set("REPLY", whole)?;
    } else {
        let mut words = split(&text, &separators, raw, options.operands.len()).into_iter();
        for name in &options.operands {
            call.shell.set(name, words.next().unwrap_or_default())?;
        }
    }
    Ok(i32::from(!ended))
}

/// A line in at most so many words; the last has all that is left.
fn split(text: &str, separators: &str, raw: bool, most: usize) -> Vec<String> {
    let letters: Vec<(char, bool)> = {
        let mut letters = Vec::new();
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            if character == '\\' && !raw {
                letters.extend(characters.next().map(|next| (next, true)));
            } else {
                letters.push((character, false));
            }
        }
        letters
    };
    let is_separator = |letter: &(char, bool)| !letter.1 && separators.contains(letter.0);
    let is_space = |letter: &(char, bool)| is_separator(letter) && letter.0.is_whitespace();
    let mut rest = letters.as_slice();
    while rest.last().is_some_and(is_space) {
        rest = &rest[..rest.len() - 1];
    }
    let mut words = Vec::new();
    loop {
        while rest.first().is_some_and(is_space) {
            rest = &rest[1..];
        }
        if rest.is_empty() {
            return words;
        }
        if words.len() + 1 == most {
            // One separator at the very end belongs to the word before it.
            let only = rest.iter().filter(|letter| is_separator(letter)).count() == 1;
            if only && rest.last().is_some_and(|letter| is_separator(letter) && !letter.0.is_whitespace()) {
                rest = &rest[..rest.len() - 1];
            }
            words.push(rest.iter().map(|letter| letter.0).collect());
            return words;
        }
        let length = rest.iter().position(is_separator).unwrap_or(rest.len());
        words.push(rest[..length].iter().map(|letter| letter.0).collect());
        rest = &rest[length..];
        while rest.first().is_some_and(is_space) {
            rest = &rest[1..];
        }
        if rest.first().is_some_and(is_separator) {
            rest = &rest[1..];
        }
    }
}

/// `mapfile [-t] [-d end] [-n count] [-s skip] [array]`
pub fn mapfile(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(MAPFILE)?;
    let end = options.value('d').map_or(b'\n', |end| end.bytes().next().unwrap_or(0));
    let number = |letter| options.value(letter).and_then(|count| count.parse().ok());
    let most = number('n').filter(|count| *count > 0).unwrap_or(usize::MAX);
    let bytes = call.input()?;
    let lines = bytes.split_inclusive(|byte| *byte == end).skip(number('s').unwrap_or(0)).take(most);
    let texts = lines.map(|line| {
        let line = if options.has('t') { line.strip_suffix(&[end]).unwrap_or(line) } else { line };
        String::from_utf8_lossy(line).into_owned()
    });
    let items: BTreeMap<i64, String> = (0..).zip(texts).collect();
    let name = options.operands.first().map_or("MAPFILE", String::as_str);
    call.shell.set_value(name, Value::Array(items))?;
    Ok(0)
}
