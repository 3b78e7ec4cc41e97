//! File names from patterns.

use super::fields::Field;
use crate::files::{Entry, path};
use crate::shell::pattern::{Pattern, is_pattern, unescape};
use crate::shell::state::Shell;
use crate::shell::system::System;

impl Shell {
    /// Adds the files that fit a word, or the word itself when it is no pattern or nothing fits.
    pub(super) fn file_names(&self, field: Field, words: &mut Vec<String>, system: &System<'_>) {
        if self.options.no_glob || !is_pattern(&field.pattern) {
            words.push(field.text);
            return;
        }
        let found = self.fitting(&field.pattern, system);
        if !found.is_empty() {
            words.extend(found);
        } else if !self.options.null_glob {
            words.push(field.text);
        }
    }

    /// The paths that fit a pattern, sorted.
    pub fn fitting(&self, pattern: &str, system: &System<'_>) -> Vec<String> {
        let (start, rest) = match pattern.strip_prefix('/') {
            Some(rest) => ("/".to_owned(), rest),
            None => (String::new(), pattern),
        };
        let parts: Vec<&str> = rest.split('/').collect();
        let mut found = Vec::new();
        self.descend(&start, &parts, system, &mut found);
        found.sort_unstable();
        found.dedup();
        found
    }

    fn descend(&self, prefix: &str, parts: &[&str], system: &System<'_>, found: &mut Vec<String>) {
        let Some((part, later)) = parts.split_first() else { return };
        let here = path::absolute(&self.folder, prefix);
        if part.is_empty() && later.is_empty() {
            // A pattern with a slash at its end is for folders.
            found.push(prefix.into());
            return;
        }
        if *part == "**" && self.options.glob_star {
            self.descend_everywhere(prefix, later, system, found);
            return;
        }
        if !is_pattern(part) {
            let next = format!("{prefix}{}", unescape(part));
            self.go_on(&next, later, system, found);
            return;
        }
        let wanted = Pattern::new(part).any_case(self.options.no_case_match);
        for name in system.files.list(&here).unwrap_or_default() {
            let hidden = name.starts_with('.') && !wanted.begins_with_dot() && !self.options.dot_glob;
            if !hidden && wanted.fits(&name) {
                self.go_on(&format!("{prefix}{name}"), later, system, found);
            }
        }
    }

    fn go_on(&self, reached: &str, later: &[&str], system: &System<'_>, found: &mut Vec<String>) {
        let entry = system.files.entry(&path::absolute(&self.folder, reached));
        match entry {
            Ok(_) if later.is_empty() => found.push(reached.into()),
            Ok(Entry::Folder) => self.descend(&format!("{reached}/"), later, system, found),
            Ok(Entry::File(_)) | Err(_) => {}
        }
    }

    /// `**`: this folder and all below it.
    fn descend_everywhere(&self, prefix: &str, later: &[&str], system: &System<'_>, found: &mut Vec<String>) {
        if later.is_empty() {
            if !prefix.is_empty() {
                found.push(prefix.into());
            }
        } else {
            self.descend(prefix, later, system, found);
        }
        let here = path::absolute(&self.folder, prefix);
        for name in system.files.list(&here).unwrap_or_default() {
            if name.starts_with('.') && !self.options.dot_glob {
                continue;
            }
            let reached = format!("{prefix}{name}");
            match system.files.entry(&path::absolute(&self.folder, &reached)) {
                Ok(Entry::Folder) => {
                    if later.is_empty() {
                        found.push(reached.clone());
                    }
                    let below = format!("{reached}/");
                    let mut deeper = Vec::new();
                    self.descend_everywhere(&below, later, system, &mut deeper);
                    found.extend(deeper.into_iter().filter(|path| *path != below));
                }
                Ok(Entry::File(_)) if later.is_empty() => found.push(reached),
                Ok(Entry::File(_)) | Err(_) => {}
            }
        }
    }
}
