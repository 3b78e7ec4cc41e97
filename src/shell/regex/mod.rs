//! Regular expressions as POSIX has them: basic and extended, with GNU's additions.
//!
//! No crate has their two rules: of several matches that begin at one place the longest counts, and `\1` stands for
//! what the first group took. The search goes through all ways that a program can take, and through none twice.

mod parse;
mod program;
mod search;

use program::Program;
use std::ops::Range;

/// A dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `grep` and `sed` without options.
    Basic,
    /// `grep -E`, `sed -E`, `[[ =~ ]]`.
    Extended,
    /// `awk`: as extended, and a backslash quotes in brackets too.
    Awk,
    /// `grep -P`: what of Perl's language is used most.
    Perl,
    /// Nothing in it is special.
    Fixed,
}

/// A regular expression, ready to search.
#[derive(Debug)]
pub struct Regex {
    program: Program,
}

/// Where a match is, with its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found(Vec<Option<Range<usize>>>);

impl Found {
    /// The bytes of the whole match.
    pub fn range(&self) -> Range<usize> {
        self.group(0).unwrap_or_default()
    }

    /// The bytes of a group; the 0th is the whole.
    pub fn group(&self, number: usize) -> Option<Range<usize>> {
        self.0.get(number).cloned().flatten()
    }

    /// How many groups there are, with the whole.
    pub fn groups(&self) -> usize {
        self.0.len()
    }
}

impl Regex {
    /// Reads an expression.
    ///
    /// # Errors
    /// What is wrong with it, in GNU's words.
    pub fn new(text: &str, syntax: Syntax, any_case: bool) -> Result<Self, String> {
        let (node, groups) = parse::parse(text, syntax)?;
        Ok(Self { program: Program::new(&node, groups, any_case, syntax == Syntax::Perl)? })
    }

    /// One expression out of several: what any of them matches.
    ///
    /// # Errors
    /// As [`Regex::new`].
    pub fn any_of(texts: &[String], syntax: Syntax, any_case: bool) -> Result<Self, String> {
        let mut nodes = Vec::with_capacity(texts.len());
        let mut groups = 0;
        for text in texts {
            let (node, found) = parse::parse_from(text, syntax, groups)?;
            groups = found;
            nodes.push(node);
        }
        let node = parse::either(nodes);
        Ok(Self { program: Program::new(&node, groups, any_case, syntax == Syntax::Perl)? })
    }

    /// The first match that begins at `from` or later.
    pub fn find(&self, text: &[u8], from: usize) -> Option<Found> {
        search::find(&self.program, text, from, true).map(Found)
    }

    /// As [`Regex::find`], without groups.
    pub fn find_range(&self, text: &[u8], from: usize) -> Option<Range<usize>> {
        search::find(&self.program, text, from, false)?.first().cloned().flatten()
    }

    /// Whether it matches anywhere.
    pub fn is_match(&self, text: &[u8]) -> bool {
        search::matches(&self.program, text)
    }

    /// How many groups it has, without the whole.
    pub fn groups(&self) -> usize {
        self.program.groups
    }
}
