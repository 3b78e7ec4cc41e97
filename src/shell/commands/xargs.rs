//! `xargs`: words from the input as arguments.

use crate::shell::call::Call;
use crate::shell::options::Known;
use crate::shell::stop::Stop;
use crate::shell::stream::Stream;

const KNOWN: Known = Known::new(
    "0a:d:I:L:n:P:prs:tx",
    &[
        ("null", "0"),
        ("arg-file", "a"),
        ("delimiter", "d"),
        ("max-args", "n"),
        ("max-lines", "L"),
        ("max-procs", "P"),
        ("no-run-if-empty", "r"),
        ("verbose", "t"),
    ],
)
.strict();

/// `xargs [-0rt] [-d end] [-I word] [-L lines] [-n count] [command [argument…]]`
pub fn xargs(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let mut command = options.operands.clone();
    if command.is_empty() {
        command.push("echo".into());
    }
    let bytes = match options.value('a') {
        Some(file) => match call.read(file)? {
            Some(bytes) => bytes,
            None => return Ok(1),
        },
        None => call.input()?,
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let by_lines = options.has('I') || options.has('L');
    let end = if options.has('0') {
        Some('\0')
    } else {
        options.value('d').map(|end| match end {
            "\\n" => '\n',
            "\\t" => '\t',
            "\\0" => '\0',
            other => other.chars().next().unwrap_or('\n'),
        })
    };
    let count = |letter| options.value(letter).map(str::parse::<usize>);
    let most = match count('n').or(count('L')) {
        None => usize::MAX,
        Some(Ok(most)) if most > 0 => most,
        Some(_) => {
            let given = options.value('n').or(options.value('L')).unwrap_or_default().to_owned();
            return call.fail(1, format!("invalid number \"{given}\" for -n option"));
        }
    };
    let groups: Vec<Vec<String>> = if let Some(end) = end {
        let mut items: Vec<String> = text.split(end).map(str::to_owned).collect();
        if items.last().is_some_and(String::is_empty) {
            items.pop();
        }
        let size = if options.has('I') { 1 } else { most };
        items.chunks(size.min(items.len().max(1))).map(<[String]>::to_vec).collect()
    } else if by_lines {
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        if options.has('I') {
            let mut groups = Vec::new();
            for line in lines {
                match words(line.trim_start(), true) {
                    Ok(words) => groups.push(words),
                    Err(quote) => return unmatched(call, quote),
                }
            }
            groups
        } else {
            let mut groups = Vec::new();
            for chunk in lines.chunks(most) {
                match words(&chunk.join("\n"), false) {
                    Ok(words) => groups.push(words),
                    Err(quote) => return unmatched(call, quote),
                }
            }
            groups
        }
    } else {
        match words(&text, false) {
            Ok(words) => words.chunks(most.min(words.len().max(1))).map(<[String]>::to_vec).collect(),
            Err(quote) => return unmatched(call, quote),
        }
    };
    let groups =
        if groups.is_empty() && !options.has('r') && !options.has('I') { vec![Vec::new()] } else { groups };
    // What runs has no input of its own.
    let input = call.shell.streams.input();
    call.flush()?;
    call.shell.streams.set(0, Stream::Nothing);
    let ended = run_all(call, &command, &groups, options.value('I'), options.has('t'));
    call.shell.streams.set(0, input);
    ended
}

fn unmatched(call: &mut Call<'_, '_>, quote: char) -> Result<i32, Stop> {
    let kind = if quote == '"' { "double" } else { "single" };
    call.fail(
        1,
        format!(
            "unmatched {kind} quote; by default quotes are special to xargs unless you use the -0 option"
        ),
    )
}

fn run_all(
    call: &mut Call<'_, '_>,
    command: &[String],
    groups: &[Vec<String>],
    mark: Option<&str>,
    shown: bool,
) -> Result<i32, Stop> {
    let mut status = 0;
    for group in groups {
        let words: Vec<String> = match mark {
            Some(mark) => {
                let value = group.first().map_or("", String::as_str);
                command.iter().map(|word| word.replace(mark, value)).collect()
            }
            None => command.iter().chain(group).cloned().collect(),
        };
        if shown {
            call.shell.print_error(&format!("{}\n", words.join(" ")), call.system);
        }
        if super::place_of(&words[0], call).is_none() {
            return call.fail(127, format!("{}: No such file or directory", words[0]));
        }
        match call.run(&words)? {
            0 => {}
            255 => return call.fail(124, format!("{}: exited with status 255; aborting", words[0])),
            _ => status = 123,
        }
    }
    Ok(status)
}

/// The words of a text, with its quotes; only quotes and backslashes count when the blanks belong to it.
fn words(text: &str, whole: bool) -> Result<Vec<String>, char> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                if let Some(next) = characters.next() {
                    word.get_or_insert_default().push(next);
                }
            }
            quote @ ('\'' | '"') => {
                let word = word.get_or_insert_default();
                loop {
                    match characters.next() {
                        None | Some('\n') => return Err(quote),
                        Some(end) if end == quote => break,
                        Some(inner) => word.push(inner),
                    }
                }
            }
            blank if blank.is_whitespace() && !whole => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Ok(words)
}
