//! `wc`: how many lines, words, characters and bytes.

use crate::shell::call::Call;
use crate::shell::format::count_characters;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "clmwL",
    &[("bytes", "c"), ("lines", "l"), ("chars", "m"), ("words", "w"), ("max-line-length", "L")],
);

/// `wc [-clmwL] [file…]`
pub fn wc(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let mut wanted: Vec<char> = "lwmcL".chars().filter(|letter| options.has(*letter)).collect();
    if wanted.is_empty() {
        wanted = vec!['l', 'w', 'c'];
    }
    let from_input = options.operands.is_empty();
    let mut status = 0;
    let mut rows: Vec<(Vec<usize>, Option<&str>)> = Vec::new();
    let mut failed: Vec<(usize, String)> = Vec::new();
    let mut total = vec![0; wanted.len()];
    let mut size = 0;
    let files = options.files();
    for file in &files {
        let bytes = if *file == "-" {
            call.input()?
        } else {
            match call.bytes(file) {
                Ok(bytes) => bytes,
                Err(error) => {
                    failed.push((rows.len(), format!("{file}: {error}")));
                    status = 1;
                    if call.is_folder(file) {
                        rows.push((vec![0; wanted.len()], Some(file)));
                    }
                    continue;
                }
            }
        };
        size += bytes.len();
        let counts: Vec<usize> = wanted.iter().map(|letter| count(&bytes, *letter)).collect();
        for ((sum, count), letter) in total.iter_mut().zip(&counts).zip(&wanted) {
            *sum = if *letter == 'L' { (*sum).max(*count) } else { *sum + count };
        }
        rows.push((counts, (!from_input).then_some(file)));
    }
    if files.len() > 1 {
        rows.push((total, Some("total")));
    }
    let several = rows.len() > 1 || wanted.len() > 1;
    let width = match (several, files.contains(&"-")) {
        (false, _) => 1,
        (true, true) => 7,
        (true, false) => size.to_string().len(),
    };
    let mut failed = failed.into_iter().peekable();
    for (index, (counts, name)) in rows.iter().enumerate() {
        while let Some((_, message)) = failed.next_if(|(at, _)| *at <= index) {
            call.complain(message)?;
        }
        let columns: Vec<String> = counts.iter().map(|count| format!("{count:width$}")).collect();
        call.line(columns.into_iter().chain(name.map(str::to_owned)).collect::<Vec<_>>().join(" "))?;
    }
    for (_, message) in failed {
        call.complain(message)?;
    }
    Ok(status)
}

fn count(bytes: &[u8], letter: char) -> usize {
    match letter {
        'l' => bytes.iter().filter(|byte| **byte == b'\n').count(),
        'w' => bytes.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).count(),
        'm' => count_characters(bytes),
        'L' => bytes.split(|byte| *byte == b'\n').map(width).max().unwrap_or(0),
        _ => bytes.len(),
    }
}

/// How wide a line is shown: up to every eighth column a tab, two columns for East Asian characters.
fn width(line: &[u8]) -> usize {
    String::from_utf8_lossy(line).chars().fold(0, |width, character| match character {
        '\t' => (width / 8 + 1) * 8,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}' => width + 2,
        other if other.is_control() => width,
        _ => width + 1,
    })
}
