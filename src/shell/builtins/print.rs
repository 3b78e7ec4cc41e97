//! `echo` and `printf`.

use crate::shell::call::Call;
use crate::shell::expand::{escapes, integer};
use crate::shell::format::Directive;
use crate::shell::quote;
use crate::shell::stop::Stop;

/// `echo [-neE] [word…]`
pub fn echo(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let (mut newline, mut escaped) = (true, false);
    let mut rest = call.arguments;
    while let Some((first, others)) = rest.split_first() {
        let letters = first.strip_prefix('-').filter(|letters| {
            !letters.is_empty() && letters.chars().all(|letter| matches!(letter, 'n' | 'e' | 'E'))
        });
        let Some(letters) = letters else { break };
        for letter in letters.chars() {
            match letter {
                'n' => newline = false,
                other => escaped = other == 'e',
            }
        }
        rest = others;
    }
    let text = rest.join(" ");
    if escaped {
        let (bytes, ended) = escapes(&text, true);
        newline &= !ended;
        call.print(bytes)?;
    } else {
        call.print(text)?;
    }
    if newline {
        call.print(b"\n")?;
    }
    Ok(0)
}

/// `printf [-v name] format [argument…]`
pub fn printf(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let mut arguments = call.arguments;
    let mut variable = None;
    if let [flag, name, rest @ ..] = arguments
        && flag == "-v"
    {
        variable = Some(name.as_str());
        arguments = rest;
    }
    if arguments.first().is_some_and(|first| first == "--") {
        arguments = &arguments[1..];
    }
    let Some((format, arguments)) = arguments.split_first() else {
        call.object(2, "usage: printf [-v var] format [arguments]")?;
        return Ok(2);
    };
    let mut printing = Printing { arguments, used: 0, output: Vec::new(), complaints: Vec::new() };
    loop {
        let before = printing.used;
        let goes_on = printing.round(format);
        if !goes_on || printing.used >= arguments.len() || printing.used == before {
            break;
        }
    }
    let Printing { output, complaints, .. } = printing;
    match variable {
        Some(name) => call.shell.set(name, String::from_utf8_lossy(&output).into_owned())?,
        None => call.print(output)?,
    }
    let status = i32::from(!complaints.is_empty());
    for complaint in complaints {
        call.object(1, complaint)?;
    }
    Ok(status)
}

struct Printing<'a> {
    arguments: &'a [String],
    used: usize,
    output: Vec<u8>,
    complaints: Vec<String>,
}

impl<'a> Printing<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let found = self.arguments.get(self.used).map(String::as_str);
        self.used += 1;
        found
    }

    /// Goes through the format once; false when it said to end.
    fn round(&mut self, format: &str) -> bool {
        let mut rest = format.as_bytes();
        while !rest.is_empty() {
            let literal = rest.iter().position(|byte| *byte == b'%').unwrap_or(rest.len());
            let (bytes, ended) = escapes(&String::from_utf8_lossy(&rest[..literal]), false);
            self.output.extend(bytes);
            if ended {
                return false;
            }
            rest = &rest[literal..];
            if rest.starts_with(b"%%") {
                self.output.push(b'%');
                rest = &rest[2..];
            } else if !rest.is_empty() {
                let mut starred = self.used;
                let arguments = self.arguments;
                let parsed = Directive::parse(&rest[1..], &mut || {
                    starred += 1;
                    arguments.get(starred - 1).and_then(|text| integer(text)).unwrap_or(0)
                });
                self.used = starred;
                let Some((directive, length)) = parsed else {
                    self.complaints.push("`%': missing format character".to_owned());
                    return false;
                };
                rest = &rest[1 + length..];
                if !self.directive(&directive) {
                    return false;
                }
            }
        }
        true
    }

    fn directive(&mut self, directive: &Directive) -> bool {
        let given = self.next();
        let text = given.unwrap_or_default();
        let bytes = match directive.kind {
            's' => directive.text(text.as_bytes(), false),
            'q' => directive.text(quote::where_needed(text).as_bytes(), false),
            'c' => {
                let first: String = text.chars().take(1).collect();
                directive.text(first.as_bytes(), false)
            }
            'b' => {
                let (bytes, ended) = escapes(text, true);
                self.output.extend(directive.text(&bytes, false));
                return !ended;
            }
            'd' | 'i' | 'o' | 'u' | 'x' | 'X' => {
                let value = self.whole(text);
                directive.integer(value).into_bytes()
            }
            'f' | 'F' | 'e' | 'E' | 'g' | 'G' | 'a' | 'A' => {
                let value = self.fraction(text);
                directive.float(value).into_bytes()
            }
            other => {
                self.complaints.push(format!("`{other}': invalid format character"));
                return false;
            }
        };
        self.output.extend(bytes);
        true
    }

    /// A whole number as C reads it; what is not one counts as far as it is.
    fn whole(&mut self, text: &str) -> i64 {
        if let Some(code) = quoted_character(text) {
            return code;
        }
        let trimmed = text.trim_start();
        if trimmed.is_empty() || !trimmed.contains('#') && integer(trimmed).is_some() {
            return integer(trimmed).unwrap_or(0);
        }
        self.complaints.push(format!("{text}: invalid number"));
        let length = (0..=trimmed.len()).rev().filter(|end| trimmed.is_char_boundary(*end));
        length.filter_map(|end| integer(&trimmed[..end])).next().unwrap_or(0)
    }

    fn fraction(&mut self, text: &str) -> f64 {
        if let Some(code) = quoted_character(text) {
            return code as f64;
        }
        let trimmed = text.trim_start();
        if trimmed.is_empty() {
            return 0.0;
        }
        if let Some(value) = integer(trimmed).filter(|_| trimmed.contains(['x', 'X'])) {
            return value as f64;
        }
        if let Ok(value) = trimmed.parse() {
            return value;
        }
        self.complaints.push(format!("{text}: invalid number"));
        let ends = (0..trimmed.len()).rev().filter(|end| trimmed.is_char_boundary(*end));
        ends.filter_map(|end| trimmed[..end].parse().ok()).next().unwrap_or(0.0)
    }
}

/// `'a` and `"a` stand for the code of their character.
fn quoted_character(text: &str) -> Option<i64> {
    let rest = text.strip_prefix(['\'', '"'])?;
    Some(rest.chars().next().map_or(0, |character| i64::from(u32::from(character))))
}
