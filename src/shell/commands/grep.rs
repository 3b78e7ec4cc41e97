//! `grep`: the lines that match.

use crate::files::Entry;
use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::pattern::Pattern;
use crate::shell::regex::{Regex, Syntax};
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new(
    "A:B:C:cEe:Ff:GHhiLlm:noPqRrsvwxyzaIZ",
    &[
        ("after-context", "A"),
        ("before-context", "B"),
        ("context", "C"),
        ("count", "c"),
        ("extended-regexp", "E"),
        ("regexp", "e"),
        ("fixed-strings", "F"),
        ("file", "f"),
        ("with-filename", "H"),
        ("no-filename", "h"),
        ("ignore-case", "i"),
        ("files-without-match", "L"),
        ("files-with-matches", "l"),
        ("max-count", "m"),
        ("line-number", "n"),
        ("only-matching", "o"),
        ("perl-regexp", "P"),
        ("quiet", "q"),
        ("silent", "q"),
        ("recursive", "r"),
        ("no-messages", "s"),
        ("invert-match", "v"),
        ("word-regexp", "w"),
        ("line-regexp", "x"),
        ("include", "{:"),
        ("exclude", "}:"),
        ("exclude-dir", "~:"),
        ("color", "!"),
        ("colour", "!"),
    ],
)
.status(2);

/// `grep [-AaBCcEeFfHhiLlmnoPqrsvwx] pattern [file…]`
pub fn grep(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    search(call, Syntax::Basic)
}

/// `egrep`
pub fn egrep(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    search(call, Syntax::Extended)
}

/// `fgrep`
pub fn fgrep(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    search(call, Syntax::Fixed)
}

/// What is wanted of each file.
struct Wanted {
    regex: Regex,
    words: bool,
    whole_lines: bool,
    invert: bool,
    count: bool,
    list: Option<bool>,
    numbers: bool,
    only: bool,
    quiet: bool,
    names: bool,
    most: usize,
    before: usize,
    after: usize,
}

fn search(call: &mut Call<'_, '_>, syntax: Syntax) -> Result<i32, Stop> {
    // `grep -5` is `grep -C 5`.
    let arguments: Vec<String> = call
        .arguments
        .iter()
        .map(|argument| match argument.strip_prefix('-').filter(|rest| rest.parse::<u32>().is_ok()) {
            Some(count) => format!("-C{count}"),
            None => argument.clone(),
        })
        .collect();
    let mut options = Call::new(call.shell, call.system, call.name, &arguments).options(KNOWN)?;
    let mut texts = Vec::new();
    for given in &options.options {
        match given.letter {
            'e' => texts.extend(given.value.split('\n').map(str::to_owned)),
            'f' => {
                let Some(bytes) = call.read(&given.value)? else { return Ok(2) };
                texts.extend(String::from_utf8_lossy(&bytes).lines().map(str::to_owned));
            }
            _ => {}
        }
    }
    if options.last_of("ef").is_none() {
        if options.operands.is_empty() {
            call.shell.print_error(
                "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n",
                call.system,
            );
            return Ok(2);
        }
        texts = options.operands.remove(0).split('\n').map(str::to_owned).collect();
    }
    let syntax = match options.last_of("EFGP") {
        Some('E') => Syntax::Extended,
        Some('F') => Syntax::Fixed,
        Some('G') => Syntax::Basic,
        Some('P') => Syntax::Perl,
        _ => syntax,
    };
    let any_case = options.last_of("iy").is_some();
    let regex = match Regex::any_of(&texts, syntax, any_case) {
        Ok(regex) => regex,
        Err(message) => return call.fail(2, message),
    };
    let number = |letter| options.value(letter).map(|text| text.parse::<usize>());
    let context = match (number('A'), number('B'), number('C')) {
        (Some(Err(_)), ..) | (_, Some(Err(_)), _) | (.., Some(Err(_))) => {
            let given = options.value('A').or(options.value('B')).or(options.value('C')).unwrap_or_default();
            return call.fail(2, format!("{given}: invalid context length argument"));
        }
        (after, before, both) => {
            let both = both.and_then(Result::ok).unwrap_or(0);
            (before.and_then(Result::ok).unwrap_or(both), after.and_then(Result::ok).unwrap_or(both))
        }
    };
    let most = match number('m') {
        None => usize::MAX,
        Some(Ok(most)) => most,
        Some(Err(_)) => return call.fail(2, "invalid max count"),
    };
    let recursive = options.last_of("rR").is_some();
    let operands = if options.operands.is_empty() && recursive {
        vec![".".to_owned()]
    } else {
        options.operands.clone()
    };
    let names = match options.last_of("hH") {
        Some(letter) => letter == 'H',
        None => operands.len() > 1 || recursive,
    };
    let wanted = Wanted {
        regex,
        words: options.has('w'),
        whole_lines: options.has('x'),
        invert: options.has('v'),
        count: options.has('c'),
        list: options.last_of("lL").map(|letter| letter == 'l'),
        numbers: options.has('n'),
        only: options.has('o'),
        quiet: options.has('q'),
        names,
        most,
        before: context.0,
        after: context.1,
    };
    let globs = |letter: char| -> Vec<Pattern> {
        options
            .options
            .iter()
            .filter(|given| given.letter == letter)
            .map(|given| Pattern::new(&given.value))
            .collect()
    };
    let walk = Walk { include: globs('{'), exclude: globs('}'), exclude_folders: globs('~') };
    let (mut found, mut failed) = (false, false);
    if operands.is_empty() {
        let bytes = call.input_so_far()?;
        found = file(call, &wanted, STANDARD_INPUT, &bytes)?;
    }
    for operand in &operands {
        let mut files = Vec::new();
        if recursive && call.is_folder(operand) {
            let bare = options.operands.is_empty();
            walk.gather(call, operand, bare, &mut files);
        } else {
            files.push(operand.clone());
        }
        for given in files {
            let bytes = match call.bytes(&given) {
                Ok(bytes) => bytes,
                Err(_) if given == "-" => call.input_so_far()?,
                Err(error) => {
                    failed = true;
                    if !options.has('s') {
                        call.complain(format!("{given}: {error}"))?;
                    }
                    continue;
                }
            };
            let name = if given == "-" { STANDARD_INPUT } else { &given };
            found |= file(call, &wanted, name, &bytes)?;
            if found && wanted.quiet {
                return Ok(0);
            }
        }
    }
    Ok(if failed { 2 } else { i32::from(!found) })
}

/// How the standard input is called.
const STANDARD_INPUT: &str = "(standard input)";

/// Which files below a folder are searched.
struct Walk {
    include: Vec<Pattern>,
    exclude: Vec<Pattern>,
    exclude_folders: Vec<Pattern>,
}

impl Walk {
    fn gather(&self, call: &Call<'_, '_>, folder: &str, bare: bool, files: &mut Vec<String>) {
        for name in call.system.files.list(&call.path(folder)).unwrap_or_default() {
            let path = if bare && folder == "." {
                name.clone()
            } else {
                format!("{}/{name}", folder.trim_end_matches('/'))
            };
            let any = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.fits(&name));
            match call.entry(&path) {
                Ok(Entry::Folder) if !any(&self.exclude_folders) => self.gather(call, &path, bare, files),
                Ok(Entry::File(_))
                    if !any(&self.exclude) && (self.include.is_empty() || any(&self.include)) =>
                {
                    files.push(path);
                }
                _ => {}
            }
        }
    }
}

/// Searches one file; whether something was found.
fn file(call: &mut Call<'_, '_>, wanted: &Wanted, name: &str, bytes: &[u8]) -> Result<bool, Stop> {
    let text = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let lines: Vec<&[u8]> =
        if bytes.is_empty() { Vec::new() } else { text.split(|byte| *byte == b'\n').collect() };
    let binary = bytes.contains(&0);
    let mut count = 0;
    let (mut shown_to, mut after_until) = (0, 0);
    let mut said_before = false;
    for (index, line) in lines.iter().enumerate() {
        if count >= wanted.most {
            break;
        }
        let selected = first(wanted, line, 0).is_some() != wanted.invert;
        if selected {
            count += 1;
            if wanted.quiet || wanted.list.is_some() {
                break;
            }
        }
        if wanted.count {
            continue;
        }
        if binary {
            if selected {
                call.line(format!("grep: {name}: binary file matches"))?;
                break;
            }
            continue;
        }
        if selected {
            let start = index.saturating_sub(wanted.before).max(shown_to);
            let has_context = wanted.before + wanted.after > 0;
            if has_context && said_before && start > shown_to {
                call.line("--")?;
            }
            if !wanted.only {
                for (at, before) in lines.iter().enumerate().take(index).skip(start) {
                    show(call, wanted, name, at, '-', before)?;
                }
            }
            if wanted.only && !wanted.invert {
                let mut from = 0;
                while let Some((start, end)) = first(wanted, line, from) {
                    if end > start {
                        show(call, wanted, name, index, ':', &line[start..end])?;
                    }
                    from = if end > start { end } else { end + 1 };
                }
            } else if !wanted.only {
                show(call, wanted, name, index, ':', line)?;
            }
            said_before = true;
            shown_to = index + 1;
            after_until = index + 1 + wanted.after;
        } else if index < after_until && !wanted.only {
            show(call, wanted, name, index, '-', line)?;
            shown_to = index + 1;
        }
    }
    // What says enough with its first line.
    let short = wanted.quiet || wanted.list.is_some() || binary && !wanted.count;
    let content = count >= wanted.most || count > 0 && short;
    if name == STANDARD_INPUT && !content {
        call.input()?;
    }
    // The lines after the last of `-m`.
    if count >= wanted.most
        && !wanted.count
        && !wanted.quiet
        && !wanted.only
        && !binary
        && wanted.list.is_none()
    {
        for (at, after) in lines.iter().enumerate().take(after_until).skip(shown_to) {
            show(call, wanted, name, at, '-', after)?;
        }
    }
    if wanted.quiet {
        return Ok(count > 0);
    }
    if let Some(with) = wanted.list {
        if (count > 0) == with {
            call.line(name)?;
        }
        return Ok((count > 0) == with);
    }
    if wanted.count {
        let prefix = if wanted.names { format!("{name}:") } else { String::new() };
        call.line(format!("{prefix}{count}"))?;
    }
    Ok(count > 0)
}

fn show(
    call: &mut Call<'_, '_>,
    wanted: &Wanted,
    name: &str,
    index: usize,
    mark: char,
    line: &[u8],
) -> Result<(), Stop> {
    if wanted.names {
        call.print(format!("{name}{mark}"))?;
    }
    if wanted.numbers {
        call.print(format!("{}{mark}", index + 1))?;
    }
    call.line(line)
}

/// The first match from a place on, as far as words and lines are to be whole.
fn first(wanted: &Wanted, line: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut start = from;
    loop {
        let range = wanted.regex.find_range(line, start)?;
        let is_word = |at: usize| {
            line.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80)
        };
        if wanted.whole_lines {
            if range == (0..line.len()) {
                return Some((0, line.len()));
            }
        } else if !wanted.words {
            return Some((range.start, range.end));
        } else {
            let before = range.start > 0 && is_word(range.start - 1);
            let empty_word = range.is_empty();
            if !before && !is_word(range.end) && !empty_word {
                return Some((range.start, range.end));
            }
            // A shorter match at the same place may be a word.
            if !before {
                let shorter = (range.start + 1..range.end).rev().find(|end| {
                    !is_word(*end)
                        && wanted.regex.find_range(&line[..*end], range.start) == Some(range.start..*end)
                });
                if let Some(end) = shorter {
                    return Some((range.start, end));
                }
            }
        }
        start = range.start + 1;
        if start > line.len() {
            return None;
        }
    }
}
