//! `diff`: how two files, or two folders, differ.

use super::ls::joined;
use crate::shell::call::Call;
use crate::shell::options::{Known, Parsed};
use crate::shell::stop::Stop;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeSet;

const KNOWN: Known = Known::new(
    "aBbcC:diNpqrsuU:wyx:",
    &[
        ("brief", "q"),
        ("recursive", "r"),
        ("new-file", "N"),
        ("unified", "u"),
        ("context", "c"),
        ("ignore-case", "i"),
        ("ignore-all-space", "w"),
        ("ignore-space-change", "b"),
        ("ignore-blank-lines", "B"),
        ("report-identical-files", "s"),
        ("exclude", "x"),
        ("color", "!"),
        ("label", "L:"),
    ],
)
.status(2);

/// Lines around a change.
const CONTEXT: usize = 3;

/// `diff [-biNqrsuw] [-U lines] one other`
pub fn diff(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let [one, other] = options.operands.as_slice() else {
        let message = match options.operands.first() {
            None => "missing operand after 'diff'".to_owned(),
            Some(only) if options.operands.len() == 1 => format!("missing operand after '{only}'"),
            Some(_) => format!("extra operand '{}'", options.operands[2]),
        };
        call.complain(message)?;
        call.shell.print_error("diff: Try 'diff --help' for more information.\n", call.system);
        return Ok(2);
    };
    if options.last_of("cyC").is_some() {
        return call.fail(2, "only the normal and the unified form (-u) are carried here");
    }
    if call.is_folder(one) && call.is_folder(other) {
        return folders(call, one, other, &options);
    }
    // A file and a folder: the file of that name in the folder.
    let (one, other) = if call.is_folder(one) && other != "-" {
        (joined(one, crate::files::path::name(other)), other.clone())
    } else if call.is_folder(other) && one != "-" {
        (one.clone(), joined(other, crate::files::path::name(one)))
    } else {
        (one.clone(), other.clone())
    };
    files(call, &one, &other, &options, None)
}

fn folders(call: &mut Call<'_, '_>, one: &str, other: &str, options: &Parsed) -> Result<i32, Stop> {
    let list =
        |call: &Call<'_, '_>, folder: &str| call.system.files.list(&call.path(folder)).unwrap_or_default();
    let names: BTreeSet<String> = list(call, one).into_iter().chain(list(call, other)).collect();
    let excluded = |name: &str| {
        let patterns = options.options.iter().filter(|given| given.letter == 'x');
        patterns.into_iter().any(|given| crate::shell::pattern::Pattern::new(&given.value).fits(name))
    };
    let mut status = 0;
    for name in names.into_iter().filter(|name| !excluded(name)) {
        let (left, right) = (joined(one, &name), joined(other, &name));
        let there = (call.entry(&left).is_ok(), call.entry(&right).is_ok());
        let (left_folder, right_folder) = (call.is_folder(&left), call.is_folder(&right));
        let found = match there {
            (true, true) if left_folder && right_folder => {
                if options.has('r') {
                    folders(call, &left, &right, options)?
                } else {
                    call.line(format!("Common subdirectories: {left} and {right}"))?;
                    0
                }
            }
            (true, true) if left_folder != right_folder => {
                let kind = |folder: bool| if folder { "directory" } else { "regular file" };
                let (a, b) = (kind(left_folder), kind(right_folder));
                call.line(format!("File {left} is a {a} while file {right} is a {b}"))?;
                1
            }
            (true, true) => {
                let switches: String = options
                    .options
                    .iter()
                    .filter(|given| given.letter != 'x')
                    .map(|given| format!(" -{}{}", given.letter, given.value))
                    .collect();
                files(call, &left, &right, options, Some(&format!("diff{switches} {left} {right}")))?
            }
            _ if options.has('N') && !left_folder && !right_folder => {
                files(call, &left, &right, options, Some(&format!("diff -N {left} {right}")))?
            }
            (true, false) => {
                call.line(format!("Only in {one}: {name}"))?;
                1
            }
            _ => {
                call.line(format!("Only in {other}: {name}"))?;
                1
            }
        };
        status = status.max(found);
    }
    Ok(status)
}

fn files(
    call: &mut Call<'_, '_>,
    one: &str,
    other: &str,
    options: &Parsed,
    heading: Option<&str>,
) -> Result<i32, Stop> {
    let mut both = Vec::new();
    for file in [one, other] {
        match call.read_or_empty(file, options.has('N'))? {
            Some(bytes) => both.push(bytes),
            None => continue,
        }
    }
    let [left, right] = both.as_slice() else { return Ok(2) };
    if left == right {
        if options.has('s') {
            call.line(format!("Files {one} and {other} are identical"))?;
        }
        return Ok(0);
    }
    if left.contains(&0) || right.contains(&0) {
        call.line(format!("Binary files {one} and {other} differ"))?;
        return Ok(2);
    }
    let (left, right) = (lines_of(left), lines_of(right));
    let key = |line: &[u8]| {
        let mut text = String::from_utf8_lossy(line).into_owned();
        if options.has('i') {
            text = text.to_lowercase();
        }
        if options.has('w') {
            text.retain(|character| !character.is_whitespace() || character == '\n');
        } else if options.has('b') {
            text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        text
    };
    let keys = |lines: &[&[u8]]| lines.iter().map(|line| key(line)).collect::<Vec<String>>();
    let operations = capture_diff_slices(Algorithm::Myers, &keys(&left), &keys(&right));
    let changes: Vec<DiffOp> =
        operations.into_iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. })).collect();
    if changes.is_empty() {
        return Ok(0);
    }
    if options.has('q') {
        call.line(format!("Files {one} and {other} differ"))?;
        return Ok(1);
    }
    if let Some(heading) = heading {
        call.line(heading)?;
    }
    if options.last_of("uU").is_some() {
        let context = options.value('U').and_then(|text| text.parse().ok()).unwrap_or(CONTEXT);
        let labels: Vec<&str> = options
            .options
            .iter()
            .filter(|given| given.letter == 'L')
            .map(|given| given.value.as_str())
            .collect();
        let name = |call: &Call<'_, '_>, index: usize, file: &str| match labels.get(index) {
            Some(label) => (*label).to_owned(),
            None => {
                let time = call.system.files.modified(&call.path(file)).unwrap_or(call.system.now);
                format!("{file}\t{}", super::date::format(time, "%Y-%m-%d %H:%M:%S.%N %z"))
            }
        };
        let (from, to) = (name(call, 0, one), name(call, 1, other));
        call.print(format!("--- {from}\n+++ {to}\n"))?;
        unified(call, &changes, &left, &right, context)?;
    } else {
        normal(call, &changes, &left, &right)?;
    }
    Ok(1)
}

fn lines_of(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

fn put(call: &mut Call<'_, '_>, mark: &str, line: &[u8]) -> Result<(), Stop> {
    call.print(mark)?;
    call.print(line)?;
    if line.ends_with(b"\n") { Ok(()) } else { call.print("\n\\ No newline at end of file\n") }
}

/// `3,4c3`, with the lines of both sides.
fn normal(call: &mut Call<'_, '_>, changes: &[DiffOp], left: &[&[u8]], right: &[&[u8]]) -> Result<(), Stop> {
    let range = |start: usize, end: usize| {
        if end - start <= 1 { format!("{}", start + 1) } else { format!("{},{end}", start + 1) }
    };
    for change in changes {
        let (old, new) = (change.old_range(), change.new_range());
        let text = match (old.is_empty(), new.is_empty()) {
            (true, _) => format!("{}a{}", old.start, range(new.start, new.end)),
            (false, true) => format!("{}d{}", range(old.start, old.end), new.start),
            (false, false) => format!("{}c{}", range(old.start, old.end), range(new.start, new.end)),
        };
        call.line(text)?;
        let changed = !old.is_empty() && !new.is_empty();
        for line in &left[old] {
            put(call, "< ", line)?;
        }
        if changed {
            call.line("---")?;
        }
        for line in &right[new] {
            put(call, "> ", line)?;
        }
    }
    Ok(())
}

/// `@@ -1,3 +1,4 @@`, with the lines around each change.
fn unified(
    call: &mut Call<'_, '_>,
    changes: &[DiffOp],
    left: &[&[u8]],
    right: &[&[u8]],
    context: usize,
) -> Result<(), Stop> {
    let near = |one: &DiffOp, next: &DiffOp| next.old_range().start - one.old_range().end <= 2 * context;
    for group in changes.chunk_by(near) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let start = first.old_range().start.saturating_sub(context);
        let end = (last.old_range().end + context).min(left.len());
        let new_start = first.new_range().start - (first.old_range().start - start);
        let new_end = last.new_range().end + (end - last.old_range().end);
        let range = |start: usize, end: usize| match end - start {
            0 => format!("{start},0"),
            1 => format!("{}", start + 1),
            count => format!("{},{count}", start + 1),
        };
        call.line(format!("@@ -{} +{} @@", range(start, end), range(new_start, new_end)))?;
        let mut at = start;
        for change in group {
            for line in &left[at..change.old_range().start] {
                put(call, " ", line)?;
            }
            for line in &left[change.old_range()] {
                put(call, "-", line)?;
            }
            for line in &right[change.new_range()] {
                put(call, "+", line)?;
            }
            at = change.old_range().end;
        }
        for line in &left[at..end] {
            put(call, " ", line)?;
        }
    }
    Ok(())
}

impl Call<'_, '_> {
    /// As [`Call::read`]; a file that is missing may count as empty.
    fn read_or_empty(&mut self, file: &str, missing_is_empty: bool) -> Result<Option<Vec<u8>>, Stop> {
        if missing_is_empty && file != "-" && self.entry(file).is_err() {
            return Ok(Some(Vec::new()));
        }
        self.read(file)
    }
}
