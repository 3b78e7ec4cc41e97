//! `tree`: folders as a drawing.

use super::ls::joined;
use crate::files::Entry;
use crate::shell::call::Call;
use crate::shell::options::{Known, Parsed};
use crate::shell::pattern::Pattern;
use crate::shell::stop::Stop;

const KNOWN: Known = Known::new("aCdfFhI:iL:nP:", &[("noreport", "{"), ("dirsfirst", "}")]);

/// `tree [-adfFi] [-L depth] [-I pattern] [-P pattern] [folder…]`
pub fn tree(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let options = call.options(KNOWN)?;
    let depth = match options.value('L').map(str::parse::<usize>) {
        None => usize::MAX,
        Some(Ok(depth)) if depth > 0 => depth,
        Some(_) => return call.fail(1, "Invalid level, must be greater than 0."),
    };
    let operands = if options.operands.is_empty() { vec![".".to_owned()] } else { options.operands.clone() };
    let mut drawing = Drawing { options: &options, folders: 0, files: 0 };
    let mut status = 0;
    for operand in &operands {
        if call.is_folder(operand) {
            call.line(operand)?;
            drawing.folder(call, operand, "", depth)?;
        } else {
            call.line(format!("{operand}  [error opening dir]"))?;
            status = 2;
        }
    }
    let Drawing { folders, files, .. } = drawing;
    if !options.has('{') {
        let folders = format!("{folders} director{}", if folders == 1 { "y" } else { "ies" });
        let files = format!("{files} file{}", if files == 1 { "" } else { "s" });
        call.line(if options.has('d') { format!("\n{folders}") } else { format!("\n{folders}, {files}") })?;
    }
    Ok(status)
}

struct Drawing<'a> {
    options: &'a Parsed,
    folders: usize,
    files: usize,
}

impl Drawing<'_> {
    fn folder(
        &mut self,
        call: &mut Call<'_, '_>,
        folder: &str,
        prefix: &str,
        depth: usize,
    ) -> Result<(), Stop> {
        let fits = |letter: char, name: &str| {
            self.options
                .value(letter)
                .map(|patterns| patterns.split('|').any(|one| Pattern::new(one).fits(name)))
        };
        let mut items: Vec<(String, bool)> = call
            .system
            .files
            .list(&call.path(folder))
            .unwrap_or_default()
            .into_iter()
            .filter(|name| self.options.has('a') || !name.starts_with('.'))
            .map(|name| {
                let is_folder = matches!(call.entry(&joined(folder, &name)), Ok(Entry::Folder));
                (name, is_folder)
            })
            .filter(|(name, is_folder)| {
                fits('I', name) != Some(true)
                    && (*is_folder || !self.options.has('d') && fits('P', name) != Some(false))
            })
            .collect();
        if self.options.has('}') {
            items.sort_by_key(|(_, is_folder)| !is_folder);
        }
        let count = items.len();
        for (index, (name, is_folder)) in items.into_iter().enumerate() {
            let last = index + 1 == count;
            let path = joined(folder, &name);
            let shown = if self.options.has('f') { &path } else { &name };
            let mark = if is_folder && self.options.has('F') { "/" } else { "" };
            let branch = match (self.options.has('i'), last) {
                (true, _) => "",
                (false, true) => "└── ",
                (false, false) => "├── ",
            };
            call.line(format!("{prefix}{branch}{shown}{mark}"))?;
            if !is_folder {
                self.files += 1;
                continue;
            }
            self.folders += 1;
            if depth > 1 {
                let stem = match (self.options.has('i'), last) {
                    (true, _) => "",
                    (false, true) => "    ",
                    (false, false) => "│   ",
                };
                // A no-break space stands behind the line, as in GNU's drawing.
                let stem = stem.replace("│   ", "│\u{a0}\u{a0} ");
                self.folder(call, &path, &format!("{prefix}{stem}"), depth - 1)?;
            }
        }
        Ok(())
    }
}
