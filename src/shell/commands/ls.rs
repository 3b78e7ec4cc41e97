//! `ls` and `du`: what is in a folder, and how much it holds.

use super::date;
use crate::base::time::Timestamp;
use crate::files::{Entry, path};
use crate::shell::call::Call;
use crate::shell::format::count_characters;
use crate::shell::options::{Known, Parsed};
use crate::shell::stop::Stop;
use crate::shell::stream::Stream;

const LS: Known = Known::new(
    "1aAcCdFghiklmnopqrRsStuUvx",
    &[
        ("all", "a"),
        ("almost-all", "A"),
        ("directory", "d"),
        ("human-readable", "h"),
        ("recursive", "R"),
        ("reverse", "r"),
        ("classify", "F"),
        ("color", "!"),
        ("group-directories-first", "{"),
    ],
)
.status(2);

/// How wide a terminal is when it does not say.
const COLUMNS: usize = 80;

struct Item {
    name: String,
    folder: bool,
    executable: bool,
    size: usize,
    modified: Timestamp,
}

/// `ls [-1aAdFhlprRStU] [path…]`
pub fn ls(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(LS)?;
    let operands = if options.operands.is_empty() { vec![".".to_owned()] } else { options.operands.clone() };
    let mut status = 0;
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    for operand in &operands {
        let found = match call.entry(operand) {
            Ok(Entry::File(_)) if operand.ends_with('/') => Err(crate::files::FileError::NotAFolder),
            other => other,
        };
        match found {
            Err(error) => status = call.fail(2, format!("cannot access '{operand}': {error}"))?,
            Ok(Entry::Folder) if !options.has('d') => folders.push(operand.clone()),
            Ok(_) => files.push(item(call, operand, operand)),
        }
    }
    sort(&mut files, &options);
    folders.sort();
    let any_files = !files.is_empty();
    show(call, &files, &options, false)?;
    let headings = operands.len() > 1 || options.has('R');
    let mut first = !any_files;
    let mut folders: std::collections::VecDeque<String> = folders.into();
    while let Some(folder) = folders.pop_front() {
        let mut items: Vec<Item> = call
            .system
            .files
            .list(&call.path(&folder))
            .unwrap_or_default()
            .into_iter()
            .filter(|name| options.last_of("aA").is_some() || !name.starts_with('.'))
            .map(|name| item(call, &name, &format!("{folder}/{name}")))
            .collect();
        if options.last_of("aA") == Some('a') {
            items.extend([item(call, ".", &folder), item(call, "..", &format!("{folder}/.."))]);
        }
        sort(&mut items, &options);
        if headings {
            call.print(format!("{}{folder}:\n", if first { "" } else { "\n" }))?;
        }
        first = false;
        show(call, &items, &options, true)?;
        if options.has('R') {
            let below = items.iter().filter(|item| item.folder && item.name != "." && item.name != "..");
            let below: Vec<String> =
                below.map(|item| format!("{}/{}", folder.trim_end_matches('/'), item.name)).collect();
            below.into_iter().rev().for_each(|path| folders.push_front(path));
        }
    }
    Ok(status)
}

fn item(call: &Call<'_, '_>, name: &str, given: &str) -> Item {
    let path = call.path(given);
    let files = &call.system.files;
    let (folder, size) = match files.entry(&path) {
        Ok(Entry::File(id)) => (false, files.bytes(id).map_or(0, |bytes| bytes.len())),
        _ => (true, 4096),
    };
    Item {
        name: name.into(),
        folder,
        executable: files.is_executable(&path),
        size,
        modified: files.modified(&path).unwrap_or_default(),
    }
}

fn sort(items: &mut [Item], options: &Parsed) {
    if options.has('U') {
        return;
    }
    // As in the C locale: by bytes.
    items.sort_by(|left, right| left.name.cmp(&right.name));
    match options.last_of("St") {
        Some('S') => items.sort_by_key(|item| std::cmp::Reverse(item.size)),
        Some('t') => items.sort_by_key(|item| std::cmp::Reverse(item.modified)),
        _ => {}
    }
    if options.has('r') {
        items.reverse();
    }
    if options.has('{') {
        items.sort_by_key(|item| !item.folder);
    }
}

fn show(call: &mut Call<'_, '_>, items: &[Item], options: &Parsed, total: bool) -> Result<(), Stop> {
    let shown = |item: &Item| {
        let mark = match (item.folder, item.executable) {
            (true, _) if options.last_of("Fp").is_some() => "/",
            (false, true) if options.has('F') => "*",
            _ => "",
        };
        format!("{}{mark}", item.name)
    };
    if options.last_of("lgno").is_some() {
        return long(call, items, options, total, &shown);
    }
    let to_terminal = call.shell.interactive && matches!(call.shell.streams.get(1), Some(Stream::Screen(_)));
    let names: Vec<String> = items.iter().map(shown).collect();
    if options.has('m') {
        return if names.is_empty() { Ok(()) } else { call.line(names.join(", ")) };
    }
    let columns = match options.last_of("1Cx") {
        Some('1') => false,
        Some(_) => true,
        None => to_terminal,
    };
    if !columns {
        return names.iter().try_for_each(|name| call.line(name));
    }
    let width = call.shell.get("COLUMNS").and_then(|text| text.parse().ok()).unwrap_or(COLUMNS);
    for line in in_columns(&names, width) {
        call.line(line)?;
    }
    Ok(())
}

/// Names in as many columns as fit, each as wide as it must be, filled from top to bottom.
fn in_columns(names: &[String], width: usize) -> Vec<String> {
    let widths: Vec<usize> = names.iter().map(|name| count_characters(name.as_bytes())).collect();
    for rows in 1..=names.len() {
        let columns: Vec<usize> =
            widths.chunks(rows).map(|column| column.iter().max().copied().unwrap_or(0) + 2).collect();
        if rows < names.len() && columns.iter().sum::<usize>() > width + 1 {
            continue;
        }
        return (0..rows)
            .map(|row| {
                let mut line = String::new();
                for (column, wide) in columns.iter().enumerate() {
                    let Some(name) = names.get(column * rows + row) else { break };
                    line.push_str(name);
                    if (column + 1) * rows + row < names.len() {
                        line.push_str(&" ".repeat(wide - widths[column * rows + row]));
                    }
                }
                line
            })
            .collect();
    }
    Vec::new()
}

fn long(
    call: &mut Call<'_, '_>,
    items: &[Item],
    options: &Parsed,
    total: bool,
    shown: &dyn Fn(&Item) -> String,
) -> Result<(), Stop> {
    let human = options.has('h');
    if total {
        let blocks: usize = items.iter().map(|item| item.size.div_ceil(4096) * 4).sum();
        let sum = if human { self::human(blocks * 1024) } else { blocks.to_string() };
        call.line(format!("total {sum}"))?;
    }
    let size = |item: &Item| if human { self::human(item.size) } else { item.size.to_string() };
    let width = items.iter().map(|item| size(item).len()).max().unwrap_or(0);
    for item in items {
        let mode = match (item.folder, item.executable) {
            (true, _) => "drwxr-xr-x",
            (false, true) => "-rwxr-xr-x",
            (false, false) => "-rw-r--r--",
        };
        let links = if item.folder { 2 } else { 1 };
        let when = date::listed(item.modified, call.system.now);
        call.line(format!("{mode} {links} dojo dojo {:>width$} {when} {}", size(item), shown(item)))?;
    }
    Ok(())
}

/// A size in the unit that suits it: `512`, `1.5K`, `20M`.
pub(super) fn human(bytes: usize) -> String {
    if bytes < 1024 {
        return bytes.to_string();
    }
    let (mut value, mut unit) = (bytes as f64, 0);
    while value >= 1024.0 && unit < 4 {
        value /= 1024.0;
        unit += 1;
    }
    let letter = ["", "K", "M", "G", "T"][unit];
    // Sizes are rounded up, as GNU does.
    if value < 10.0 && (value * 10.0).ceil() < 100.0 {
        format!("{:.1}{letter}", (value * 10.0).ceil() / 10.0)
    } else {
        format!("{:.0}{letter}", value.ceil())
    }
}

/// `du [-abhsk] [path…]`
pub fn du(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let known = Known::new(
        "abchksmd:",
        &[
            ("all", "a"),
            ("bytes", "b"),
            ("human-readable", "h"),
            ("summarize", "s"),
            ("max-depth", "d"),
            ("total", "c"),
        ],
    );
    let options = call.options(known)?;
    let operands = if options.operands.is_empty() { vec![".".to_owned()] } else { options.operands.clone() };
    let mut status = 0;
    let mut sum = 0;
    for operand in &operands {
        if let Err(error) = call.entry(operand) {
            status = call.fail(1, format!("cannot access '{operand}': {error}"))?;
            continue;
        }
        let deepest = options.value('d').and_then(|text| text.parse().ok()).unwrap_or(usize::MAX);
        let deepest = if options.has('s') { 0 } else { deepest };
        sum += weigh(call, operand, 0, deepest, &options)?;
    }
    if options.has('c') {
        call.line(format!("{}\ttotal", weight(sum, &options)))?;
    }
    Ok(status)
}

fn weigh(
    call: &mut Call<'_, '_>,
    given: &str,
    depth: usize,
    deepest: usize,
    options: &Parsed,
) -> Result<usize, Stop> {
    let size = |bytes: usize| if options.has('b') { bytes } else { bytes.div_ceil(4096) * 4096 };
    let found = call.path(given);
    let (bytes, is_folder) = match call.system.files.entry(&found) {
        Ok(Entry::File(id)) => (size(call.system.files.bytes(id).map_or(0, |bytes| bytes.len())), false),
        _ => {
            let mut sum = 4096;
            for name in call.system.files.list(&found).unwrap_or_default() {
                let below =
                    if given.ends_with('/') { format!("{given}{name}") } else { format!("{given}/{name}") };
                sum += weigh(call, &below, depth + 1, deepest, options)?;
            }
            (sum, true)
        }
    };
    if depth <= deepest && (is_folder || depth == 0 || options.has('a')) {
        call.line(format!("{}\t{given}", weight(bytes, options)))?;
    }
    Ok(bytes)
}

fn weight(bytes: usize, options: &Parsed) -> String {
    match options.last_of("bhkm") {
        Some('h') => human(bytes),
        Some('b') => bytes.to_string(),
        Some('m') => bytes.div_ceil(1 << 20).to_string(),
        _ => bytes.div_ceil(1024).to_string(),
    }
}

/// A name below a folder as it is shown.
pub(super) fn joined(folder: &str, name: &str) -> String {
    if folder.ends_with('/') { format!("{folder}{name}") } else { format!("{folder}/{name}") }
}

/// Whether one path is the other or lies below it.
pub(super) fn holds(folder: &str, other: &str) -> bool {
    folder == other || path::below(folder, other).is_some()
}
