//! Running a program over text.

use super::program::{Program, Step};
use std::ops::Range;

/// The most steps of a search whose program looks back: such a one can go on for as good as ever.
const MOST_STEPS: usize = 2_000_000;

/// The first match from `from` on, its groups too when they are wanted.
pub(super) fn find(
    program: &Program,
    text: &[u8],
    from: usize,
    groups: bool,
) -> Option<Vec<Option<Range<usize>>>> {
    let mut search = Search::new(program, text);
    let mut start = from;
    loop {
        start = search.next_start(start)?;
        if program.literal && program.groups == 0 {
            return Some(vec![Some(start..start + program.prefix.len())]);
        }
        if let Some(end) = search.longest(start, false) {
            if !groups || program.groups == 0 {
                return Some(vec![Some(start..end)]);
            }
            return Some(search.groups(start, end));
        }
        start += width_at(text, start);
    }
}

/// Whether there is a match at all.
pub(super) fn matches(program: &Program, text: &[u8]) -> bool {
    let mut search = Search::new(program, text);
    let mut start = 0;
    while let Some(found) = search.next_start(start) {
        if program.literal || search.longest(found, true).is_some() {
            return true;
        }
        start = found + width_at(text, found);
    }
    false
}

enum Job {
    Go { step: usize, at: usize },
    Restore { slot: usize, value: usize },
}

struct Search<'a> {
    program: &'a Program,
    text: &'a [u8],
    /// Which steps were tried at which places: a bit each.
    tried: Vec<u64>,
    jobs: Vec<Job>,
    slots: Vec<usize>,
}

const NOWHERE: usize = usize::MAX;

impl<'a> Search<'a> {
    fn new(program: &'a Program, text: &'a [u8]) -> Self {
        Self { program, text, tried: Vec::new(), jobs: Vec::new(), slots: vec![NOWHERE; program.slots] }
    }

    /// The next place at which a match can begin.
    fn next_start(&self, from: usize) -> Option<usize> {
        if from > self.text.len() || self.program.anchored && from > 0 {
            return None;
        }
        let prefix = &self.program.prefix;
        let Some(first) = prefix.first() else { return Some(from) };
        let mut at = from;
        loop {
            at += self.text[at..].iter().position(|byte| byte == first)?;
            if self.text[at..].starts_with(prefix) {
                return Some(at);
            }
            at += 1;
        }
    }

    /// The end of the longest match that begins at `start`; of any when that is enough.
    fn longest(&mut self, start: usize, any: bool) -> Option<usize> {
        self.slots.fill(NOWHERE);
        let any = any || self.program.first_wins;
        let mut longest = None;
        self.walk(start, &mut |at, _| {
            longest = longest.max(Some(at));
            any
        });
        longest
    }

    /// The groups of the match from `start` to `end`.
    fn groups(&mut self, start: usize, end: usize) -> Vec<Option<Range<usize>>> {
        self.slots.fill(NOWHERE);
        self.tried.clear();
        let mut found = Vec::new();
        let count = self.program.groups;
        self.walk(start, &mut |at, slots| {
            if at == end {
                let range = |group: usize| {
                    let (from, to) = (slots[2 * group], slots[2 * group + 1]);
                    (from != NOWHERE && to != NOWHERE && from <= to).then_some(from..to)
                };
                found = (0..=count).map(range).collect();
            }
            at == end
        });
        if found.is_empty() { vec![Some(start..end)] } else { found }
    }

    /// Goes all ways from `start`, the preferred ones first, until `arrived` has enough.
    fn walk(&mut self, start: usize, arrived: &mut dyn FnMut(usize, &[usize]) -> bool) {
        let program = self.program;
        let places = self.text.len() + 1;
        if self.tried.is_empty() && !program.looks_back {
            self.tried.resize((program.steps.len() * places).div_ceil(64), 0);
        }
        let mut steps = 0;
        self.jobs.clear();
        self.jobs.push(Job::Go { step: 0, at: start });
        while let Some(job) = self.jobs.pop() {
            let (mut step, mut at) = match job {
                Job::Restore { slot, value } => {
                    self.slots[slot] = value;
                    continue;
                }
                Job::Go { step, at } => (step, at),
            };
            loop {
                if program.looks_back {
                    steps += 1;
                    if steps > MOST_STEPS {
                        return;
                    }
                } else {
                    let bit = step * places + at;
                    let (word, mask) = (bit / 64, 1 << (bit % 64));
                    if self.tried[word] & mask != 0 {
                        break;
                    }
                    self.tried[word] |= mask;
                }
                match &program.steps[step] {
                    Step::Match => {
                        if arrived(at, &self.slots) {
                            return;
                        }
                        break;
                    }
                    Step::Jump(to) => {
                        step = *to;
                        continue;
                    }
                    Step::Split(first, second) => {
                        self.jobs.push(Job::Go { step: *second, at });
                        step = *first;
                        continue;
                    }
                    Step::Save(slot) => {
                        self.jobs.push(Job::Restore { slot: *slot, value: self.slots[*slot] });
                        self.slots[*slot] = at;
                    }
                    other => match self.advance(other, at) {
                        Some(next) => at = next,
                        None => break,
                    },
                }
                step += 1;
            }
        }
    }

    /// Where a step that takes text, or looks at it, leads to.
    fn advance(&self, step: &Step, at: usize) -> Option<usize> {
        let any_case = self.program.any_case;
        match step {
            Step::Character(wanted) => {
                let (got, width) = character(self.text, at)?;
                (got == *wanted || any_case && got.to_lowercase().eq(wanted.to_lowercase()))
                    .then_some(at + width)
            }
            Step::Any => character(self.text, at).map(|(_, width)| at + width),
            Step::Set { members, without } => {
                let (got, width) = character(self.text, at)?;
                let has = |got: char| members.iter().any(|member| member.has(got));
                let fits = has(got) || any_case && got.to_lowercase().chain(got.to_uppercase()).any(has);
                (fits != *without).then_some(at + width)
            }
            Step::Start => (at == 0).then_some(at),
            Step::End => (at == self.text.len()).then_some(at),
            Step::WordStart => (!self.word_before(at) && self.word_at(at)).then_some(at),
            Step::WordEnd => (self.word_before(at) && !self.word_at(at)).then_some(at),
            Step::WordEdge => (self.word_before(at) != self.word_at(at)).then_some(at),
            Step::NotWordEdge => (self.word_before(at) == self.word_at(at)).then_some(at),
            // Where no step is tried twice, an empty round ends by itself.
            Step::Moved(slot) => (!self.program.looks_back || self.slots[*slot] != at).then_some(at),
            Step::Again(group) => {
                let (from, to) = (self.slots[2 * group], self.slots[2 * group + 1]);
                let taken = self.text.get(from..to)?;
                let there = self.text.get(at..at + taken.len())?;
                let same = there == taken || any_case && there.eq_ignore_ascii_case(taken);
                same.then_some(at + taken.len())
            }
            Step::Save(_) | Step::Split(..) | Step::Jump(_) | Step::Match => None,
        }
    }

    fn word_at(&self, at: usize) -> bool {
        character(self.text, at).is_some_and(|(found, _)| is_word(found))
    }

    fn word_before(&self, at: usize) -> bool {
        let mut start = at.saturating_sub(1);
        while start > 0 && self.text[start] & 0xc0 == 0x80 {
            start -= 1;
        }
        at > 0 && self.word_at(start)
    }
}

fn is_word(character: char) -> bool {
    character == '_' || character.is_alphanumeric()
}

/// The character at a place, and its bytes. A byte that begins none counts as one that nothing names.
fn character(text: &[u8], at: usize) -> Option<(char, usize)> {
    let first = *text.get(at)?;
    if first < 0x80 {
        return Some((char::from(first), 1));
    }
    let width = match first {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let found = text.get(at..at + width).and_then(|bytes| std::str::from_utf8(bytes).ok());
    match found.and_then(|text| text.chars().next()) {
        Some(found) => Some((found, width)),
        None => Some((char::REPLACEMENT_CHARACTER, 1)),
    }
}

fn width_at(text: &[u8], at: usize) -> usize {
    character(text, at).map_or(1, |(_, width)| width)
}
