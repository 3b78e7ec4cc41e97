//! `find`: the files below a folder that meet an expression.

use super::ls::joined;
use crate::base::time::Timestamp;
use crate::files::{Entry, path};
use crate::shell::call::Call;
use crate::shell::pattern::Pattern;
use crate::shell::regex::{Regex, Syntax};
use crate::shell::stop::Stop;

enum Test {
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
    Always(bool),
    Name(Pattern),
    Path(Pattern),
    Regex(Regex),
    Kind(char),
    Empty,
    Executable,
    Size { sign: char, count: u64, unit: u64 },
    Age { sign: char, count: i64, unit: i64 },
    Newer(Timestamp),
    Print(&'static str),
    Printf(String),
    Prune,
    Quit,
    Delete,
    Exec { words: Vec<String>, together: bool },
}

struct Reading<'a, 'b, 'c, 'd> {
    call: &'a mut Call<'c, 'd>,
    words: &'b [String],
    at: usize,
    acts: bool,
    deepest: usize,
    shallowest: usize,
    depth_first: bool,
}

/// `find [path…] [expression]`
pub fn find(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let arguments = call.arguments;
    let is_start = |word: &String| !word.starts_with('-') && !matches!(word.as_str(), "(" | ")" | "!" | ",");
    let count = arguments.iter().take_while(|word| is_start(word)).count();
    let (starts, words) = arguments.split_at(count);
    let starts = if starts.is_empty() { vec![".".to_owned()] } else { starts.to_vec() };
    let mut reading =
        Reading { call, words, at: 0, acts: false, deepest: usize::MAX, shallowest: 0, depth_first: false };
    let test = if words.is_empty() { Ok(Test::Always(true)) } else { reading.any() };
    let (at, acts) = (reading.at, reading.acts);
    let (deepest, shallowest, depth_first) = (reading.deepest, reading.shallowest, reading.depth_first);
    let test = match test {
        Ok(_) if at < words.len() => {
            return call.fail(1, format!("paths must precede expression: `{}'", words[at]));
        }
        Ok(test) if acts => test,
        Ok(test) => Test::All(vec![test, Test::Print("\n")]),
        Err(message) => return call.fail(1, message),
    };
    let mut finding = Finding {
        deepest,
        shallowest,
        depth_first,
        status: 0,
        gathered: Vec::new(),
        quits: false,
        pruned: false,
    };
    for start in &starts {
        if let Err(error) = call.entry(start) {
            finding.status = call.fail(1, format!("‘{start}’: {error}"))?;
            continue;
        }
        finding.visit(call, &test, start, start, 0)?;
    }
    let gathered = std::mem::take(&mut finding.gathered);
    if !gathered.is_empty() {
        finding.run_together(call, &test, &gathered)?;
    }
    Ok(finding.status)
}

impl Reading<'_, '_, '_, '_> {
    fn peek(&self) -> Option<&str> {
        self.words.get(self.at).map(String::as_str)
    }

    fn next(&mut self) -> Option<String> {
        let found = self.words.get(self.at).cloned();
        self.at += 1;
        found
    }

    fn any(&mut self) -> Result<Test, String> {
        let mut tests = vec![self.all()?];
        while matches!(self.peek(), Some("-o" | "-or")) {
            self.at += 1;
            tests.push(self.all()?);
        }
        Ok(if tests.len() == 1 { tests.remove(0) } else { Test::Any(tests) })
    }

    fn all(&mut self) -> Result<Test, String> {
        let mut tests = vec![self.one()?];
        loop {
            match self.peek() {
                None | Some("-o" | "-or" | ")") => break,
                Some("-a" | "-and") => self.at += 1,
                Some(_) => {}
            }
            tests.push(self.one()?);
        }
        Ok(if tests.len() == 1 { tests.remove(0) } else { Test::All(tests) })
    }

    fn one(&mut self) -> Result<Test, String> {
        let Some(name) = self.next() else { return Err("expected an expression after the operator".into()) };
        let value =
            |reading: &mut Self| reading.next().ok_or_else(|| format!("missing argument to `{name}'"));
        Ok(match name.as_str() {
            "!" | "-not" => Test::Not(Box::new(self.one()?)),
            "(" => {
                let test = self.any()?;
                if self.next().as_deref() != Some(")") {
                    return Err(
                        "invalid expression; I was expecting to find a ')' somewhere but did not see one."
                            .into(),
                    );
                }
                test
            }
            "-true" => Test::Always(true),
            "-false" => Test::Always(false),
            "-name" => Test::Name(Pattern::new(&value(self)?)),
            "-iname" => Test::Name(Pattern::new(&value(self)?).any_case(true)),
            "-path" | "-wholename" => Test::Path(Pattern::new(&value(self)?)),
            "-ipath" => Test::Path(Pattern::new(&value(self)?).any_case(true)),
            "-regex" | "-iregex" => {
                let text = value(self)?;
                Test::Regex(Regex::new(&format!("^\\({text}\\)$"), Syntax::Basic, name == "-iregex")?)
            }
            "-regextype" => {
                value(self)?;
                Test::Always(true)
            }
            "-type" => {
                let kinds = value(self)?;
                let kind = kinds.chars().next().unwrap_or(' ');
                if !"bcdflps".contains(kind) {
                    return Err(format!("Unknown argument to -type: {kind}"));
                }
                let mut tests: Vec<Test> =
                    kinds.split(',').filter_map(|kind| kind.chars().next()).map(Test::Kind).collect();
                if tests.len() == 1 { tests.remove(0) } else { Test::Any(tests) }
            }
            "-empty" => Test::Empty,
            "-executable" => Test::Executable,
            "-readable" | "-writable" => Test::Always(true),
            "-size" => {
                let text = value(self)?;
                let (sign, rest) = signed(&text);
                let digits = rest.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
                let unit = match &rest[digits.len()..] {
                    "c" => 1,
                    "w" => 2,
                    "" | "b" => 512,
                    "k" => 1 << 10,
                    "M" => 1 << 20,
                    "G" => 1 << 30,
                    _ => return Err(format!("invalid -size type `{}'", &rest[digits.len()..])),
                };
                let count = digits.parse().map_err(|_| format!("Invalid argument `{text}' to -size"))?;
                Test::Size { sign, count, unit }
            }
            "-mtime" | "-mmin" | "-atime" | "-ctime" | "-amin" | "-cmin" => {
                let text = value(self)?;
                let (sign, rest) = signed(&text);
                let count = rest.parse().map_err(|_| format!("invalid argument `{text}' to `{name}'"))?;
                Test::Age { sign, count, unit: if name.ends_with("min") { 60_000 } else { 86_400_000 } }
            }
            "-newer" => {
                let file = value(self)?;
                let path = self.call.path(&file);
                let time =
                    self.call.system.files.modified(&path).map_err(|error| format!("‘{file}’: {error}"))?;
                Test::Newer(time)
            }
            "-maxdepth" | "-mindepth" => {
                let text = value(self)?;
                let depth = text.parse().map_err(|_| {
                    format!("Expected a positive decimal integer argument to {name}, but got ‘{text}’")
                })?;
                if name == "-maxdepth" {
                    self.deepest = depth
                } else {
                    self.shallowest = depth
                }
                Test::Always(true)
            }
            "-depth" => {
                self.depth_first = true;
                Test::Always(true)
            }
            "-print" => self.acting(Test::Print("\n")),
            "-print0" => self.acting(Test::Print("\0")),
            "-printf" => {
                let format = value(self)?;
                self.acting(Test::Printf(format))
            }
            "-prune" => Test::Prune,
            "-quit" => self.acting(Test::Quit),
            "-delete" => {
                self.depth_first = true;
                self.acting(Test::Delete)
            }
            "-exec" | "-execdir" | "-ok" => {
                let mut words = Vec::new();
                loop {
                    match self.next() {
                        None => return Err(format!("missing argument to `{name}'")),
                        Some(end) if end == ";" => break self.acting(Test::Exec { words, together: false }),
                        Some(end) if end == "+" && words.last().is_some_and(|last| last == "{}") => {
                            words.pop();
                            break self.acting(Test::Exec { words, together: true });
                        }
                        Some(word) => words.push(word),
                    }
                }
            }
            other if other.starts_with('-') => return Err(format!("unknown predicate `{other}'")),
            other => return Err(format!("paths must precede expression: `{other}'")),
        })
    }

    fn acting(&mut self, test: Test) -> Test {
        self.acts = true;
        test
    }
}

fn signed(text: &str) -> (char, &str) {
    match text.chars().next() {
        Some(sign @ ('+' | '-')) => (sign, &text[1..]),
        _ => ('=', text),
    }
}

struct Finding {
    deepest: usize,
    shallowest: usize,
    depth_first: bool,
    status: i32,
    /// The paths for `-exec … +`.
    gathered: Vec<String>,
    quits: bool,
    pruned: bool,
}

impl Finding {
    fn visit(
        &mut self,
        call: &mut Call<'_, '_>,
        test: &Test,
        given: &str,
        start: &str,
        depth: usize,
    ) -> Result<(), Stop> {
        if self.quits {
            return Ok(());
        }
        self.pruned = false;
        let inside = depth >= self.shallowest;
        if !self.depth_first && inside {
            self.check(call, test, given, start, depth)?;
        }
        let goes_down = depth < self.deepest && (!self.pruned || self.depth_first) && call.is_folder(given);
        if goes_down && !self.quits {
            for name in call.system.files.list(&call.path(given)).unwrap_or_default() {
                self.visit(call, test, &joined(given, &name), start, depth + 1)?;
            }
        }
        if self.depth_first && inside {
            self.check(call, test, given, start, depth)?;
        }
        Ok(())
    }

    fn check(
        &mut self,
        call: &mut Call<'_, '_>,
        test: &Test,
        given: &str,
        start: &str,
        depth: usize,
    ) -> Result<bool, Stop> {
        let found = call.path(given);
        let compare = |sign: char, left: u64, right: u64| match sign {
            '+' => left > right,
            '-' => left < right,
            _ => left == right,
        };
        Ok(match test {
            Test::All(tests) => {
                for test in tests {
                    if self.quits || !self.check(call, test, given, start, depth)? {
                        return Ok(false);
                    }
                }
                true
            }
            Test::Any(tests) => {
                for test in tests {
                    if self.check(call, test, given, start, depth)? {
                        return Ok(true);
                    }
                }
                false
            }
            Test::Not(test) => !self.check(call, test, given, start, depth)?,
            Test::Always(found) => *found,
            Test::Name(pattern) => {
                let name = path::name(given.trim_end_matches('/'));
                pattern.fits(if name.is_empty() { "/" } else { name })
            }
            Test::Path(pattern) => pattern.fits(given),
            Test::Regex(regex) => regex.is_match(given.as_bytes()),
            Test::Kind(kind) => match call.system.files.entry(&found) {
                Ok(Entry::Folder) => *kind == 'd',
                Ok(Entry::File(_)) => *kind == 'f',
                Err(_) => false,
            },
            Test::Empty => match call.system.files.entry(&found) {
                Ok(Entry::Folder) => call.system.files.list(&found).is_ok_and(|names| names.is_empty()),
                Ok(Entry::File(id)) => call.system.files.bytes(id).is_ok_and(|bytes| bytes.is_empty()),
                Err(_) => false,
            },
            Test::Executable => call.is_folder(given) || call.system.files.is_executable(&found),
            Test::Size { sign, count, unit } => {
                compare(*sign, (size(call, &found) as u64).div_ceil(*unit), *count)
            }
            Test::Age { sign, count, unit } => {
                let modified = call.system.files.modified(&found).unwrap_or_default();
                let age = (call.system.now.0 - modified.0).max(0) / unit;
                compare(*sign, age as u64, *count as u64)
            }
            Test::Newer(time) => call.system.files.modified(&found).is_ok_and(|modified| modified > *time),
            Test::Print(end) => {
                call.print(format!("{given}{end}"))?;
                true
            }
            Test::Printf(format) => {
                let text = self::printf(call, format, given, start, depth);
                call.print(text)?;
                true
            }
            Test::Prune => {
                self.pruned = true;
                true
            }
            Test::Quit => {
                self.quits = true;
                true
            }
            Test::Delete => {
                let now = call.system.now;
                let removed = match call.system.files.entry(&found) {
                    Ok(Entry::Folder) if given == "." => return Ok(true),
                    Ok(Entry::Folder) => call.system.files.remove_folder(&found, now),
                    _ => call.system.files.remove_file(&found, now),
                };
                match removed {
                    Ok(()) => true,
                    Err(error) => {
                        self.status = call.fail(1, format!("cannot delete ‘{given}’: {error}"))?;
                        false
                    }
                }
            }
            Test::Exec { together: true, .. } => {
                self.gathered.push(given.to_owned());
                true
            }
            Test::Exec { words, .. } => {
                let words: Vec<String> = words.iter().map(|word| word.replace("{}", given)).collect();
                run(call, &words)? == 0
            }
        })
    }

    fn run_together(&mut self, call: &mut Call<'_, '_>, test: &Test, paths: &[String]) -> Result<(), Stop> {
        match test {
            Test::All(tests) | Test::Any(tests) => {
                tests.iter().try_for_each(|test| self.run_together(call, test, paths))
            }
            Test::Not(test) => self.run_together(call, test, paths),
            Test::Exec { words, together: true } => {
                let words: Vec<String> = words.iter().chain(paths).cloned().collect();
                if run(call, &words)? != 0 {
                    self.status = 1;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

fn run(call: &mut Call<'_, '_>, words: &[String]) -> Result<i32, Stop> {
    let name = words.first().cloned().unwrap_or_default();
    let known = super::place_of(&name, call).is_some();
    if !known {
        return call.fail(1, format!("‘{name}’: No such file or directory"));
    }
    call.run(words)
}

fn size(call: &Call<'_, '_>, path: &str) -> usize {
    match call.system.files.entry(path) {
        Ok(Entry::File(id)) => call.system.files.bytes(id).map_or(0, |bytes| bytes.len()),
        _ => 4096,
    }
}

fn printf(call: &Call<'_, '_>, format: &str, given: &str, start: &str, depth: usize) -> Vec<u8> {
    let (format, _) = crate::shell::expand::escapes(format, true);
    let format = String::from_utf8_lossy(&format).into_owned();
    let found = call.path(given);
    let mut output = String::new();
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        if character != '%' {
            output.push(character);
            continue;
        }
        match characters.next() {
            Some('p') => output.push_str(given),
            Some('f') => output.push_str(path::name(given)),
            Some('h') => output.push_str(given.rsplit_once('/').map_or(".", |(folder, _)| folder)),
            Some('P') => output.push_str(given.strip_prefix(start).unwrap_or(given).trim_start_matches('/')),
            Some('s') => output.push_str(&size(call, &found).to_string()),
            Some('d') => output.push_str(&depth.to_string()),
            Some('y') => output.push(if call.is_folder(given) { 'd' } else { 'f' }),
            Some('m') => {
                output.push_str(if call.is_folder(given) || call.system.files.is_executable(&found) {
                    "755"
                } else {
                    "644"
                })
            }
            Some('T') => {
                let time = call.system.files.modified(&found).unwrap_or_default();
                let letter = characters.next().unwrap_or('@');
                output.push_str(&super::date::format(
                    time,
                    &format!("%{}", if letter == '@' { 's' } else { letter }),
                ));
            }
            Some('%') => output.push('%'),
            Some(other) => output.extend(['%', other]),
            None => output.push('%'),
        }
    }
    output.into_bytes()
}
