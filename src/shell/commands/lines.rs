//! `nl`, `paste`, `rev` and `tac`: small things about lines.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;

/// What all files hold, one after the other, and the status so far.
pub(super) fn all_of(call: &mut Call<'_, '_>, files: &[String]) -> Result<(Vec<u8>, i32), Stop> {
    let mut all = Vec::new();
    let mut status = 0;
    if files.is_empty() {
        all = call.input()?;
    }
    for file in files {
        match call.read(file)? {
            Some(bytes) => all.extend(bytes),
            None => status = 1,
        }
    }
    Ok((all, status))
}

/// `nl [-ba] [-w width] [-s separator] [-v start] [-i step] [file…]`
pub fn nl(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("b:i:n:s:v:w:", &[]))?;
    let number = |letter, otherwise: i64| {
        options.value(letter).and_then(|text| text.parse().ok()).unwrap_or(otherwise)
    };
    let (step, width) = (number('i', 1), number('w', 6).clamp(1, 100) as usize);
    let separator = options.value('s').unwrap_or("\t").to_owned();
    let every = options.value('b') == Some("a");
    let (all, status) = all_of(call, &options.operands)?;
    let mut next = number('v', 1);
    for line in all.split_inclusive(|byte| *byte == b'\n') {
        let text = line.strip_suffix(b"\n").unwrap_or(line);
        if every || !text.is_empty() {
            let number = match options.value('n') {
                Some("ln") => format!("{next:<width$}"),
                Some("rz") => format!("{next:0width$}"),
                _ => format!("{next:width$}"),
            };
            call.print(format!("{number}{separator}"))?;
            next += step;
        } else {
            call.print(" ".repeat(width + separator.len()))?;
        }
        call.line(text)?;
    }
    Ok(status)
}

/// `paste [-s] [-d separators] [file…]`
pub fn paste(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("d:sz", &[("delimiters", "d"), ("serial", "s")]))?;
    let given =
        options.value('d').unwrap_or("\t").replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "");
    let separators: Vec<char> = given.chars().collect();
    let separator = |index: usize| match separators.len() {
        0 => String::new(),
        count => separators[index % count].to_string(),
    };
    let files = options.files();
    let from_input = files.iter().filter(|file| **file == "-").count();
    let mut columns: Vec<Vec<String>> = Vec::new();
    let input = if from_input > 0 { lines_of(&call.input()?) } else { Vec::new() };
    let mut inputs = 0;
    for file in files {
        if file == "-" {
            columns.push(input.iter().skip(inputs).step_by(from_input).cloned().collect());
            inputs += 1;
        } else {
            let Some(bytes) = call.read(file)? else { return Ok(1) };
            columns.push(lines_of(&bytes));
        }
    }
    if options.has('s') {
        for column in columns {
            let mut line = String::new();
            for (index, text) in column.iter().enumerate() {
                if index > 0 {
                    line.push_str(&separator(index - 1));
                }
                line.push_str(text);
            }
            call.line(line)?;
        }
        return Ok(0);
    }
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..rows {
        let mut line = String::new();
        for (index, column) in columns.iter().enumerate() {
            if index > 0 {
                line.push_str(&separator(index - 1));
            }
            line.push_str(column.get(row).map_or("", String::as_str));
        }
        call.line(line)?;
    }
    Ok(0)
}

fn lines_of(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

/// `rev [file…]`
pub fn rev(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("", &[]))?;
    let (all, status) = all_of(call, &options.operands)?;
    for line in String::from_utf8_lossy(&all).lines() {
        call.line(line.chars().rev().collect::<String>())?;
    }
    Ok(status)
}

/// `tac [file…]`
pub fn tac(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(Known::new("", &[]))?;
    let mut status = 0;
    for file in options.files() {
        let Some(bytes) = call.read(file)? else {
            status = 1;
            continue;
        };
        let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        for line in lines.iter().rev() {
            call.print(line)?;
        }
    }
    Ok(status)
}
