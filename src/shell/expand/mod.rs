//! From the words that are written to the words that a command gets: braces, `~`, variables, `$( )`, `$(( ))`,
//! splitting, file names, and the end of all quotes. In the order in which bash does it.

mod arithmetic;
mod fields;
mod files;
mod parameter;

pub use arithmetic::integer;

use super::parse;
use super::state::Shell;
use super::stop::Stop;
use super::stream::Stream;
use super::system::System;
use brush_parser::word::{BraceExpressionMember, BraceExpressionOrText, TildeExpr, WordPiece};
use fields::Building;

/// The most words that braces may make: `{1..9}{1..9}…` grows fast.
const MOST_BRACE_WORDS: usize = 100_000;

impl Shell {
    /// The words that a command gets for one that is written.
    ///
    /// # Errors
    /// For a variable that must be set, a wrong number, or what a command in `$( )` stops.
    pub fn words(&mut self, word: &str, system: &mut System<'_>) -> Result<Vec<String>, Stop> {
        let mut words = Vec::new();
        for word in braces(word)? {
            let mut building = Building::default();
            self.expand(&word, false, &mut building, system)?;
            for field in building.split(&self.separators()) {
                self.file_names(field, &mut words, system);
            }
        }
        Ok(words)
    }

    /// The text for a word that is not split, as in an assignment.
    ///
    /// # Errors
    /// As [`Shell::words`].
    pub fn text(&mut self, word: &str, system: &mut System<'_>) -> Result<String, Stop> {
        let mut building = Building::default();
        self.expand(word, false, &mut building, system)?;
        Ok(building.text(&self.joint()))
    }

    /// The pattern for a word: what is quoted in it stands for itself.
    ///
    /// # Errors
    /// As [`Shell::words`].
    pub fn pattern(&mut self, word: &str, system: &mut System<'_>) -> Result<String, Stop> {
        let mut building = Building::default();
        self.expand(word, false, &mut building, system)?;
        Ok(building.pattern(&self.joint()))
    }

    /// The text of a here-document whose end was not quoted.
    ///
    /// # Errors
    /// As [`Shell::words`].
    pub fn document(&mut self, text: &str, system: &mut System<'_>) -> Result<String, Stop> {
        let mut building = Building::default();
        for piece in parse::document(text)? {
            self.piece(&piece.piece, true, &mut building, system)?;
        }
        Ok(building.text(&self.joint()))
    }

    /// Text inside double quotes, as in `$(( ))` or behind `${x:-`.
    fn quoted(&mut self, text: &str, system: &mut System<'_>) -> Result<String, Stop> {
        let mut building = Building::default();
        self.expand(text, true, &mut building, system)?;
        Ok(building.text(&self.joint()))
    }

    fn expand(
        &mut self,
        word: &str,
        quoted: bool,
        building: &mut Building,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        // Most words are nothing but their text.
        if !word.contains(['$', '`', '\\', '"', '\'', '~']) {
            building.literal(word, quoted);
            return Ok(());
        }
        let pieces = if quoted && !word.contains('"') { parse::document(word)? } else { parse::word(word)? };
        for piece in pieces {
            self.piece(&piece.piece, quoted, building, system)?;
        }
        Ok(())
    }

    fn piece(
        &mut self,
        piece: &WordPiece,
        quoted: bool,
        building: &mut Building,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        match piece {
            WordPiece::Text(text) => building.literal(text, quoted),
            WordPiece::SingleQuotedText(text) => building.literal(text, true),
            WordPiece::AnsiCQuotedText(text) => building.literal(&unescaped(text), true),
            WordPiece::EscapeSequence(text) => {
                let plain = text.strip_prefix('\\').unwrap_or(text);
                if plain != "\n" {
                    building.literal(plain, true);
                }
            }
            WordPiece::DoubleQuotedSequence(pieces) | WordPiece::GettextDoubleQuotedSequence(pieces) => {
                building.open_quotes();
                for piece in pieces {
                    self.piece(&piece.piece, true, building, system)?;
                }
                building.close_quotes();
            }
            WordPiece::TildeExpansion(tilde) => {
                let folder = match tilde {
                    TildeExpr::Home => self.get("HOME"),
                    TildeExpr::WorkingDir => self.get("PWD"),
                    TildeExpr::OldWorkingDir => self.get("OLDPWD"),
                    TildeExpr::UserHome(user) if user == "dojo" => Some(crate::files::HOME.into()),
                    TildeExpr::UserHome(user) => Some(format!("~{user}")),
                    TildeExpr::NthDirFromTopOfDirStack { .. }
                    | TildeExpr::NthDirFromBottomOfDirStack { .. } => None,
                };
                building.literal(folder.as_deref().unwrap_or("~"), true);
            }
            WordPiece::ParameterExpansion(parameter) => {
                self.parameter(parameter, quoted, building, system)?
            }
            WordPiece::CommandSubstitution(commands) => {
                let output = self.substitute(commands, system)?;
                building.result(&output, quoted);
            }
            WordPiece::BackquotedCommandSubstitution(commands) => {
                let output = self.substitute(&without_backslashes(commands, quoted), system)?;
                building.result(&output, quoted);
            }
            WordPiece::ArithmeticExpression(expression) => {
                let number = self.arithmetic(&expression.value, system)?;
                building.result(&number.to_string(), quoted);
            }
        }
        Ok(())
    }

    /// What commands print, without the ends of its last lines.
    fn substitute(&mut self, commands: &str, system: &mut System<'_>) -> Result<String, Stop> {
        let (output, pipe) = Stream::pipe();
        let mut subshell = self.subshell();
        // As in bash, `set -e` does not reach in here.
        subshell.options.exit_on_error = false;
        subshell.streams.set(1, output);
        // `$(<file)` is what the file holds.
        let reading = commands.trim().strip_prefix('<').filter(|rest| !rest.starts_with(['<', '(', '&']));
        let status = match reading {
            Some(file) => subshell.run_text(&format!("cat <{file}"), system),
            None => subshell.run_text(commands, system),
        };
        self.substituted = Some(status);
        let bytes = std::mem::take(&mut pipe.borrow_mut().bytes);
        let mut text = String::from_utf8_lossy(&bytes).replace('\0', "");
        text.truncate(text.trim_end_matches('\n').len());
        Ok(text)
    }

    /// What separates words: `$IFS`.
    pub(super) fn separators(&self) -> String {
        self.get("IFS").unwrap_or_else(|| " \t\n".into())
    }

    /// What stands between the words of `"$*"`.
    fn joint(&self) -> String {
        self.separators().chars().next().map(String::from).unwrap_or_default()
    }
}

/// Within backquotes a backslash quotes `$`, a backquote and itself, and nothing else.
fn without_backslashes(commands: &str, quoted: bool) -> String {
    let mut plain = String::new();
    let mut characters = commands.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        if character == '\\'
            && next.is_some_and(|next| matches!(next, '$' | '`' | '\\') || quoted && next == '"')
        {
            plain.extend(characters.next());
        } else {
            plain.push(character);
        }
    }
    plain
}

/// What `$'…'` stands for.
pub fn unescaped(text: &str) -> String {
    let (bytes, _) = escapes(text, false);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Text with its backslash sequences carried out, as `$'…'`, `echo -e` and `printf` know them, and whether it ended
/// at `\c`. `zero_octal` is for `echo`, whose octal numbers begin with a 0.
pub fn escapes(text: &str, zero_octal: bool) -> (Vec<u8>, bool) {
    let source = text.as_bytes();
    let mut bytes = Vec::with_capacity(source.len());
    let mut at = 0;
    while at < source.len() {
        if source[at] != b'\\' || at + 1 == source.len() {
            bytes.push(source[at]);
            at += 1;
            continue;
        }
        let kind = source[at + 1];
        at += 2;
        let digits = |from: usize, most: usize, radix: u32| {
            let is_digit = |byte: &&u8| (**byte as char).is_digit(radix);
            let length = source[from.min(source.len())..].iter().take(most).take_while(is_digit).count();
            let value = std::str::from_utf8(&source[from..from + length]).ok();
            (value.and_then(|value| u32::from_str_radix(value, radix).ok()), length)
        };
        match kind {
            b'a' => bytes.push(7),
            b'b' => bytes.push(8),
            b'e' | b'E' => bytes.push(27),
            b'f' => bytes.push(12),
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'v' => bytes.push(11),
            b'\\' => bytes.push(b'\\'),
            b'\'' if !zero_octal => bytes.push(b'\''),
            b'"' if !zero_octal => bytes.push(b'"'),
            b'?' if !zero_octal => bytes.push(b'?'),
            b'c' => return (bytes, true),
            b'0' if zero_octal => {
                let (value, length) = digits(at, 3, 8);
                bytes.push(value.unwrap_or(0) as u8);
                at += length;
            }
            b'0'..=b'7' if !zero_octal => {
                let (value, length) = digits(at - 1, 3, 8);
                bytes.push(value.unwrap_or(0) as u8);
                at += length - 1;
            }
            b'x' | b'u' | b'U' => {
                let most = match kind {
                    b'x' => 2,
                    b'u' => 4,
                    _ => 8,
                };
                match digits(at, most, 16) {
                    (Some(value), length) => {
                        at += length;
                        match char::from_u32(value).filter(|_| kind != b'x') {
                            Some(character) => {
                                bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                            }
                            None => bytes.push(value as u8),
                        }
                    }
                    (None, _) => bytes.extend([b'\\', kind]),
                }
            }
            other => bytes.extend([b'\\', other]),
        }
    }
    (bytes, false)
}

/// The words that braces make of one.
fn braces(word: &str) -> Result<Vec<String>, Stop> {
    if !word.contains('{') {
        return Ok(vec![word.into()]);
    }
    match parse::braces(word)? {
        Some(parts) => {
            let words = combine(&parts);
            if words.len() > MOST_BRACE_WORDS {
                return Err(Stop::refused(format!("{word}: too many words from braces")));
            }
            Ok(words)
        }
        None => Ok(vec![word.into()]),
    }
}

/// Every combination of what each part can be.
fn combine(parts: &[BraceExpressionOrText]) -> Vec<String> {
    let mut words = vec![String::new()];
    for part in parts {
        let choices = match part {
            BraceExpressionOrText::Text(text) => vec![text.clone()],
            BraceExpressionOrText::Expr(members) => members.iter().flat_map(member).collect(),
        };
        words = words
            .iter()
            .flat_map(|word| choices.iter().map(move |choice| format!("{word}{choice}")))
            .take(MOST_BRACE_WORDS + 1)
            .collect();
    }
    words
}

fn member(member: &BraceExpressionMember) -> Vec<String> {
    match member {
        BraceExpressionMember::Child(parts) => combine(parts),
        BraceExpressionMember::NumberSequence { start, end, increment } => {
            sequence(*start, *end, *increment).map(|number| number.to_string()).collect()
        }
        BraceExpressionMember::CharSequence { start, end, increment } => {
            let characters = sequence(i64::from(u32::from(*start)), i64::from(u32::from(*end)), *increment);
            characters
                .filter_map(|code| u32::try_from(code).ok().and_then(char::from_u32))
                .map(String::from)
                .collect()
        }
    }
}

fn sequence(start: i64, end: i64, increment: i64) -> impl Iterator<Item = i64> {
    let step = increment.unsigned_abs().max(1);
    let count = end.abs_diff(start) / step;
    let most = (MOST_BRACE_WORDS + 1) as u64;
    (0..=count).take(most as usize).map(move |index| {
        let moved = (index * step) as i64;
        if start <= end { start + moved } else { start - moved }
    })
}
