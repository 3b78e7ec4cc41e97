//! Carrying a script out over lines.

use super::parse::{Action, Address, Command, Piece, Substitute};
use crate::shell::call::Call;
use crate::shell::regex::Regex;
use crate::shell::stop::Stop;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A file's name, where it has one, and what it holds.
pub(super) type Input = (Option<String>, Vec<u8>);

/// Rounds of jumps within one line: a loop that goes on beyond them has no end.
const MOST_JUMPS: usize = 10_000_000;

/// Runs a script and prints as it goes; gives the exit code.
pub(super) fn run(
    call: &mut Call<'_, '_>,
    script: &[Command],
    files: Vec<Input>,
    quiet: bool,
    end: u8,
    keep: bool,
) -> Result<i32, Stop> {
    let mut machine = Machine::new(script, files, quiet, end);
    let status = machine.all(call, keep)?;
    machine.write_files(call)?;
    call.print(std::mem::take(&mut machine.output))?;
    Ok(status)
}

/// Runs a script and gives what it prints.
pub(super) fn captured(
    call: &mut Call<'_, '_>,
    script: &[Command],
    file: Input,
    quiet: bool,
    end: u8,
) -> Result<(i32, Vec<u8>), Stop> {
    let mut machine = Machine::new(script, vec![file], quiet, end);
    let status = machine.all(call, true)?;
    machine.write_files(call)?;
    Ok((status, machine.output))
}

struct Machine<'a> {
    script: &'a [Command],
    /// Whether the standard input is among the files.
    from_input: bool,
    lines: std::iter::Peekable<std::vec::IntoIter<(Vec<u8>, bool)>>,
    quiet: bool,
    end: u8,
    space: Vec<u8>,
    /// Whether the line at work ended with a newline.
    ended: bool,
    hold: Vec<u8>,
    number: usize,
    replaced: bool,
    /// For each command with two addresses, whether it is inside, and up to which line.
    inside: Vec<Option<Inside>>,
    /// What is put out at the end of the round.
    waiting: Vec<u8>,
    output: Vec<u8>,
    written: BTreeMap<String, Vec<u8>>,
    last_regex: Option<Rc<Regex>>,
}

#[derive(Clone, Copy)]
enum Inside {
    UntilLine(usize),
    UntilMatch,
}

/// What comes after a round.
enum Round {
    Next,
    Again,
    Quit(i32),
}

impl<'a> Machine<'a> {
    fn new(script: &'a [Command], files: Vec<Input>, quiet: bool, end: u8) -> Self {
        let mut lines = Vec::new();
        for (_, bytes) in &files {
            for line in bytes.split_inclusive(|byte| *byte == end) {
                match line.strip_suffix(&[end]) {
                    Some(text) => lines.push((text.to_vec(), true)),
                    None => lines.push((line.to_vec(), false)),
                }
            }
        }
        // Only the very last line may lack its end.
        let count = lines.len();
        for (_, ended) in lines.iter_mut().take(count.saturating_sub(1)) {
            *ended = true;
        }
        Self {
            script,
            from_input: files.iter().any(|(name, _)| name.is_none()),
            lines: lines.into_iter().peekable(),
            quiet,
            end,
            space: Vec::new(),
            ended: true,
            hold: Vec::new(),
            number: 0,
            replaced: false,
            inside: vec![None; script.len()],
            waiting: Vec::new(),
            output: Vec::new(),
            written: BTreeMap::new(),
            last_regex: None,
        }
    }

    fn all(&mut self, call: &mut Call<'_, '_>, keep: bool) -> Result<i32, Stop> {
        // `w` empties its files even when nothing is written.
        for command in self.script {
            match &command.action {
                Action::Write(file) => {
                    self.written.entry(file.clone()).or_default();
                }
                Action::Substitute(substitute) => {
                    if let Some(file) = &substitute.file {
                        self.written.entry(file.clone()).or_default();
                    }
                }
                _ => {}
            }
        }
        let mut again = false;
        while again || self.load() {
            self.replaced = false;
            let round = self.round(call)?;
            again = matches!(round, Round::Again);
            if !keep && self.output.len() > 1 << 16 {
                call.print(std::mem::take(&mut self.output))?;
            }
            if let Round::Quit(status) = round {
                return Ok(status);
            }
        }
        if self.from_input {
            call.print(std::mem::take(&mut self.output))?;
            call.input()?;
        }
        Ok(0)
    }

    fn load(&mut self) -> bool {
        match self.lines.next() {
            Some((line, ended)) => {
                self.space = line;
                self.ended = ended;
                self.number += 1;
                true
            }
            None => false,
        }
    }

    fn round(&mut self, call: &mut Call<'_, '_>) -> Result<Round, Stop> {
        let mut at = 0;
        let mut jumps = 0;
        while let Some(command) = self.script.get(at) {
            let chosen = self.chosen(at, command) != command.negate;
            if !chosen {
                at = match command.action {
                    Action::Open(end) => end,
                    _ => at + 1,
                };
                continue;
            }
            at += 1;
            let jump = match &command.action {
                Action::Branch(to) => Some(*to),
                Action::BranchIf { to, replaced } => {
                    let was = std::mem::take(&mut self.replaced);
                    (was == *replaced).then_some(*to)
                }
                _ => None,
            };
            if let Some(to) = jump {
                jumps += 1;
                if jumps > MOST_JUMPS {
                    return Err(Stop::refused("sed: its script goes round without end"));
                }
                at = to.unwrap_or(self.script.len());
                continue;
            }
            if let Some(round) = self.act(command, at - 1, call)? {
                return Ok(round);
            }
        }
        self.finish(true);
        Ok(Round::Next)
    }

    /// The end of a round.
    fn finish(&mut self, prints: bool) {
        if prints && !self.quiet {
            let space = std::mem::take(&mut self.space);
            self.put(&space);
        }
        let waiting = std::mem::take(&mut self.waiting);
        if !waiting.is_empty() && self.output.last().is_some_and(|last| *last != self.end) {
            self.output.push(self.end);
        }
        self.output.extend(waiting);
    }

    /// Puts out a line; the last one lacks its end when it lacked it in the input.
    fn put(&mut self, line: &[u8]) {
        if self.output.last().is_some_and(|last| *last != self.end) {
            self.output.push(self.end);
        }
        self.output.extend_from_slice(line);
        if self.ended || self.lines.peek().is_some() {
            self.output.push(self.end);
        }
    }

    fn act(
        &mut self,
        command: &Command,
        place: usize,
        call: &mut Call<'_, '_>,
    ) -> Result<Option<Round>, Stop> {
        match &command.action {
            Action::Open(_)
            | Action::Close
            | Action::Label
            | Action::Empty
            | Action::Branch(_)
            | Action::BranchIf { .. } => {}
            Action::Equals => self.output.extend(format!("{}\n", self.number).into_bytes()),
            Action::Append(text) => self.waiting.extend_from_slice(text),
            Action::Insert(text) => self.output.extend_from_slice(text),
            Action::Change(text) => {
                let in_range = command.to.is_some() && !command.negate;
                if !in_range || self.inside[place].is_none() {
                    self.output.extend_from_slice(text);
                }
                self.finish(false);
                return Ok(Some(Round::Next));
            }
            Action::Delete => {
                self.finish(false);
                return Ok(Some(Round::Next));
            }
            Action::DeleteFirst => {
                self.finish(false);
                return Ok(Some(match self.space.iter().position(|byte| *byte == b'\n') {
                    Some(at) => {
                        self.space.drain(..=at);
                        Round::Again
                    }
                    None => Round::Next,
                }));
            }
            Action::Get => self.space = self.hold.clone(),
            Action::GetAppend => {
                self.space.push(b'\n');
                self.space.extend_from_slice(&self.hold);
            }
            Action::Hold => self.hold = self.space.clone(),
            Action::HoldAppend => {
                self.hold.push(b'\n');
                self.hold.extend_from_slice(&self.space);
            }
            Action::Exchange => std::mem::swap(&mut self.space, &mut self.hold),
            Action::Show => {
                let shown = unambiguous(&self.space);
                self.output.extend(shown.into_bytes());
            }
            Action::Next => {
                if self.lines.peek().is_none() {
                    // GNU prints what it has before it ends.
                    self.finish(true);
                    return Ok(Some(Round::Quit(0)));
                }
                self.finish(true);
                self.load();
            }
            Action::NextAppend => {
                let Some((line, ended)) = self.lines.next() else {
                    self.finish(true);
                    return Ok(Some(Round::Quit(0)));
                };
                self.number += 1;
                self.ended = ended;
                self.space.push(b'\n');
                self.space.extend(line);
            }
            Action::Print => {
                let space = self.space.clone();
                self.put(&space);
            }
            Action::PrintFirst => {
                let end = self.space.iter().position(|byte| *byte == b'\n').unwrap_or(self.space.len());
                let first = self.space[..end].to_vec();
                self.output.extend(first);
                self.output.push(self.end);
            }
            Action::Quit { prints, status } => {
                if *prints {
                    self.finish(true);
                }
                return Ok(Some(Round::Quit(*status)));
            }
            Action::Read(file) => {
                if let Ok(bytes) = call.bytes(file) {
                    self.waiting.extend(bytes);
                }
            }
            Action::Write(file) => {
                let line = [self.space.as_slice(), b"\n"].concat();
                self.write(file, &line);
            }
            Action::Substitute(substitute) => self.substitute(substitute)?,
            Action::Translate(table) => {
                let text = String::from_utf8_lossy(&self.space);
                let changed: String =
                    text.chars().map(|character| *table.get(&character).unwrap_or(&character)).collect();
                self.space = changed.into_bytes();
            }
        }
        Ok(None)
    }

    fn write(&mut self, file: &str, line: &[u8]) {
        match file {
            "/dev/stdout" => self.output.extend_from_slice(line),
            _ => self.written.entry(file.to_owned()).or_default().extend_from_slice(line),
        }
    }

    fn write_files(&mut self, call: &mut Call<'_, '_>) -> Result<(), Stop> {
        let now = call.system.now;
        for (file, bytes) in std::mem::take(&mut self.written) {
            if file == "/dev/null" || file == "/dev/stdout" {
                continue;
            }
            let path = call.path(&file);
            if let Err(error) = call.system.files.write(&path, bytes, now) {
                call.complain(format!("couldn't open file {file}: {error}"))?;
                return Err(Stop::Command(4));
            }
        }
        Ok(())
    }

    /// Whether a command is for the line at work.
    fn chosen(&mut self, place: usize, command: &Command) -> bool {
        let Some(from) = &command.from else { return true };
        let Some(to) = &command.to else { return self.at(from) };
        if let Some(inside) = self.inside[place] {
            let ends = match (inside, to) {
                (Inside::UntilLine(line), _) => {
                    if self.number > line {
                        // A last line that lies before the first: only the first counts, and it may begin again.
                        self.inside[place] = None;
                        return self.begins(place, from, to);
                    }
                    self.number == line
                }
                (Inside::UntilMatch, to) => self.at(to),
            };
            if ends {
                self.inside[place] = None;
            }
            return true;
        }
        self.begins(place, from, to)
    }

    fn begins(&mut self, place: usize, from: &Address, to: &Address) -> bool {
        // `0,/x/` looks for its end in the first line already.
        if matches!(from, Address::Line(0)) && self.number == 1 {
            if !self.at(to) {
                self.inside[place] = Some(Inside::UntilMatch);
            }
            return true;
        }
        if !self.at(from) {
            return false;
        }
        let until = match to {
            Address::Line(line) => Some(*line),
            Address::Plus(count) => Some(self.number + count),
            Address::Multiple(factor) => Some(self.number.next_multiple_of((*factor).max(1))),
            Address::Last | Address::Match(_) | Address::Every(..) => None,
        };
        self.inside[place] = match until {
            Some(line) => (line > self.number).then_some(Inside::UntilLine(line)),
            None if matches!(to, Address::Last) && self.lines.peek().is_none() => None,
            None => Some(Inside::UntilMatch),
        };
        true
    }

    fn at(&mut self, address: &Address) -> bool {
        match address {
            Address::Line(line) => self.number == *line,
            Address::Every(first, 0) => self.number == *first,
            Address::Every(first, step) => {
                self.number >= *first && (self.number - first).is_multiple_of(*step)
            }
            Address::Last => self.lines.peek().is_none(),
            Address::Match(regex) => {
                let regex = self.regex(regex.as_ref());
                regex.is_some_and(|regex| regex.is_match(&self.space))
            }
            Address::Plus(_) | Address::Multiple(_) => false,
        }
    }

    fn regex(&mut self, given: Option<&Rc<Regex>>) -> Option<Rc<Regex>> {
        if let Some(regex) = given {
            self.last_regex = Some(Rc::clone(regex));
        }
        self.last_regex.clone()
    }

    fn substitute(&mut self, substitute: &Substitute) -> Result<(), Stop> {
        let Some(regex) = self.regex(substitute.regex.as_ref()) else {
            return Err(Stop::refused("sed: no previous regular expression"));
        };
        let space = std::mem::take(&mut self.space);
        let mut changed = Vec::with_capacity(space.len());
        let (mut from, mut kept, mut count) = (0, 0, 0);
        let mut last_end = None;
        while from <= space.len() {
            let Some(found) = regex.find(&space, from) else { break };
            let range = found.range();
            // Nothing is matched where something has just been.
            if range.is_empty() && last_end == Some(range.start) {
                from = range.start + 1;
                continue;
            }
            count += 1;
            last_end = Some(range.end);
            if count >= substitute.number {
                changed.extend_from_slice(&space[kept..range.start]);
                changed.extend(filled(&substitute.with, &space, &found));
                kept = range.end;
                if !substitute.global {
                    break;
                }
            }
            from = if range.is_empty() { range.end + 1 } else { range.end };
        }
        let replaced = count >= substitute.number;
        changed.extend_from_slice(space.get(kept..).unwrap_or_default());
        self.space = changed;
        if replaced {
            self.replaced = true;
            if substitute.print {
                let space = self.space.clone();
                self.put(&space);
            }
            if let Some(file) = &substitute.file {
                let line = [self.space.as_slice(), b"\n"].concat();
                self.write(file, &line);
            }
        }
        Ok(())
    }
}

/// A replacement with what was matched.
fn filled(pieces: &[Piece], text: &[u8], found: &crate::shell::regex::Found) -> Vec<u8> {
    let mut output = Vec::new();
    let (mut case, mut once) = ('E', None);
    for piece in pieces {
        let bytes = match piece {
            Piece::Text(bytes) => bytes.as_slice(),
            Piece::Group(number) => found.group(*number).map_or(&[][..], |range| &text[range]),
            Piece::Case(letter @ ('u' | 'l')) => {
                once = Some(*letter);
                continue;
            }
            Piece::Case(letter) => {
                case = *letter;
                continue;
            }
        };
        if case == 'E' && once.is_none() {
            output.extend_from_slice(bytes);
            continue;
        }
        for character in String::from_utf8_lossy(bytes).chars() {
            let changed: String = match once.take().unwrap_or(case) {
                'U' | 'u' => character.to_uppercase().collect(),
                'L' | 'l' => character.to_lowercase().collect(),
                _ => character.into(),
            };
            output.extend(changed.into_bytes());
        }
    }
    output
}

/// What `l` prints: every sign seen, lines of at most 69.
fn unambiguous(space: &[u8]) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for byte in space {
        let shown = match byte {
            b'\\' => "\\\\".into(),
            7 => "\\a".into(),
            8 => "\\b".into(),
            12 => "\\f".into(),
            b'\n' => "\\n".into(),
            b'\r' => "\\r".into(),
            b'\t' => "\\t".into(),
            11 => "\\v".into(),
            32..127 => char::from(*byte).to_string(),
            other => format!("\\{other:03o}"),
        };
        if line.len() + shown.len() > 69 {
            lines.push_str(&line);
            lines.push_str("\\\n");
            line.clear();
        }
        line.push_str(&shown);
    }
    format!("{lines}{line}$\n")
}
