//! `test`, `[ ]` and `[[ ]]`.

use crate::files::Entry;
use crate::shell::call::Call;
use crate::shell::expand::integer;
use crate::shell::pattern::Pattern;
use crate::shell::regex::{Regex, Syntax};
use crate::shell::state::{Shell, Value};
use crate::shell::stop::Stop;
use crate::shell::stream::Stream;
use crate::shell::system::System;
use brush_parser::ast::{BinaryPredicate, ExtendedTestExpr, UnaryPredicate};

/// `test expression`, `[ expression ]`
pub fn test(call: &mut Call<'_, '_>) -> Result<i32, Stop> {
    let mut words = call.arguments;
    if call.name == "[" {
        match words.split_last() {
            Some((last, rest)) if last == "]" => words = rest,
            _ => return call.object(2, "missing `]'"),
        }
    }
    let mut reading = Reading { words, at: 0, shell: call.shell, system: call.system };
    let found = if words.is_empty() { Ok(false) } else { reading.by_count() };
    match found {
        Ok(true) => Ok(0),
        Ok(false) => Ok(1),
        Err(message) => call.object(2, message),
    }
}

struct Reading<'a, 'h> {
    words: &'a [String],
    at: usize,
    shell: &'a Shell,
    system: &'a System<'h>,
}

impl Reading<'_, '_> {
    /// POSIX fixes what up to four words mean by their number.
    fn by_count(&mut self) -> Result<bool, String> {
        match self.words {
            [one] => Ok(!one.is_empty()),
            [not, one] if not == "!" => Ok(one.is_empty()),
            [operator, operand] => match self.unary(operator, operand)? {
                Some(found) => Ok(found),
                None => Err(format!("{operator}: unary operator expected")),
            },
            [left, operator, right] => {
                if let Some(found) = self.binary(left, operator, right)? {
                    return Ok(found);
                }
                match (left.as_str(), operator.as_str(), right.as_str()) {
                    (_, "-a", _) => Ok(!left.is_empty() && !right.is_empty()),
                    (_, "-o", _) => Ok(!left.is_empty() || !right.is_empty()),
                    ("!", ..) => self.rest(1).map(|found| !found),
                    ("(", one, ")") => Ok(!one.is_empty()),
                    _ => Err(format!("{operator}: binary operator expected")),
                }
            }
            [not, _, _, _] if not == "!" => self.rest(1).map(|found| !found),
            _ => {
                let found = self.or()?;
                if self.at < self.words.len() {
                    return Err("too many arguments".into());
                }
                Ok(found)
            }
        }
    }

    fn rest(&self, from: usize) -> Result<bool, String> {
        Reading { words: &self.words[from..], at: 0, shell: self.shell, system: self.system }.by_count()
    }

    fn peek(&self, ahead: usize) -> Option<&str> {
        self.words.get(self.at + ahead).map(String::as_str)
    }

    fn or(&mut self) -> Result<bool, String> {
        let mut found = self.and()?;
        while self.peek(0) == Some("-o") {
            self.at += 1;
            found |= self.and()?;
        }
        Ok(found)
    }

    fn and(&mut self) -> Result<bool, String> {
        let mut found = self.primary()?;
        while self.peek(0) == Some("-a") {
            self.at += 1;
            found &= self.primary()?;
        }
        Ok(found)
    }

    fn primary(&mut self) -> Result<bool, String> {
        let Some(word) = self.peek(0).map(str::to_owned) else { return Err("argument expected".into()) };
        if let (Some(operator), Some(right)) =
            (self.peek(1).map(str::to_owned), self.peek(2).map(str::to_owned))
            && let Some(found) = self.binary(&word, &operator, &right)?
        {
            self.at += 3;
            return Ok(found);
        }
        match word.as_str() {
            "!" => {
                self.at += 1;
                self.primary().map(|found| !found)
            }
            "(" => {
                self.at += 1;
                let found = self.or()?;
                if self.peek(0) != Some(")") {
                    return Err("`)' expected".into());
                }
                self.at += 1;
                Ok(found)
            }
            _ => {
                if let Some(operand) = self.peek(1).map(str::to_owned)
                    && let Some(found) = self.unary(&word, &operand)?
                {
                    self.at += 2;
                    return Ok(found);
                }
                self.at += 1;
                Ok(!word.is_empty())
            }
        }
    }

    fn unary(&self, operator: &str, operand: &str) -> Result<Option<bool>, String> {
        Ok(match operator {
            "-z" => Some(operand.is_empty()),
            "-n" => Some(!operand.is_empty()),
            "-t" => Some(operand.parse().is_ok_and(|number| is_terminal(self.shell, number))),
            "-v" => Some(is_set(self.shell, operand)),
            "-o" => Some(self.shell.flags().contains(operand)),
            _ => match operator.strip_prefix('-') {
                Some(letter) if letter.len() == 1 && "abcdefghkprsuwxLNOGS".contains(letter) => {
                    let letter = letter.chars().next().unwrap_or('e');
                    Some(file_is(self.shell, self.system, letter, operand))
                }
                _ => None,
            },
        })
    }

    fn binary(&self, left: &str, operator: &str, right: &str) -> Result<Option<bool>, String> {
        let ordering = || -> Result<std::cmp::Ordering, String> {
            let number = |text: &str| {
                integer(text.trim()).ok_or_else(|| format!("{text}: integer expression expected"))
            };
            Ok(number(left)?.cmp(&number(right)?))
        };
        Ok(Some(match operator {
            "=" | "==" => left == right,
            "!=" => left != right,
            "<" => left < right,
            ">" => left > right,
            "-eq" => ordering()?.is_eq(),
            "-ne" => ordering()?.is_ne(),
            "-lt" => ordering()?.is_lt(),
            "-le" => ordering()?.is_le(),
            "-gt" => ordering()?.is_gt(),
            "-ge" => ordering()?.is_ge(),
            "-nt" | "-ot" | "-ef" => compare_files(self.shell, self.system, left, operator, right),
            _ => return Ok(None),
        }))
    }
}

fn is_terminal(shell: &Shell, descriptor: i32) -> bool {
    shell.interactive && matches!(shell.streams.get(descriptor), Some(Stream::Screen(_)))
}

fn is_set(shell: &Shell, name: &str) -> bool {
    match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
        Some((array, key)) => match shell.variable(array).and_then(|variable| variable.value.as_ref()) {
            Some(Value::Map(items)) => items.contains_key(key),
            Some(Value::Array(items)) => integer(key).is_some_and(|place| items.contains_key(&place)),
            Some(Value::Text(_)) => key == "0",
            None => false,
        },
        None => shell.get(name).is_some(),
    }
}

fn file_is(shell: &Shell, system: &System<'_>, letter: char, given: &str) -> bool {
    if matches!(given, "/dev/null" | "/dev/tty" | "/dev/stdin" | "/dev/stdout" | "/dev/stderr") {
        return matches!(letter, 'e' | 'a' | 'c' | 'r' | 'w');
    }
    if given.is_empty() {
        return false;
    }
    let path = crate::files::path::absolute(&shell.folder, given);
    match system.files.entry(&path) {
        Err(_) => false,
        Ok(Entry::Folder) => matches!(letter, 'e' | 'a' | 'd' | 'r' | 'w' | 'x' | 's' | 'O' | 'G'),
        Ok(Entry::File(id)) => match letter {
            'e' | 'a' | 'f' | 'r' | 'w' | 'O' | 'G' | 'N' => true,
            's' => system.files.bytes(id).is_ok_and(|bytes| !bytes.is_empty()),
            'x' => system.files.is_executable(&path),
            _ => false,
        },
    }
}

fn compare_files(shell: &Shell, system: &System<'_>, left: &str, operator: &str, right: &str) -> bool {
    let path = |given: &str| crate::files::path::absolute(&shell.folder, given);
    let (left, right) = (path(left), path(right));
    let (left_time, right_time) = (system.files.modified(&left).ok(), system.files.modified(&right).ok());
    match operator {
        "-nt" => left_time.is_some() && left_time > right_time,
        "-ot" => right_time.is_some() && left_time < right_time,
        _ => left == right && left_time.is_some(),
    }
}

impl Shell {
    /// Whether the expression of `[[ ]]` holds.
    pub(super) fn extended_test(
        &mut self,
        expression: &ExtendedTestExpr,
        system: &mut System<'_>,
    ) -> Result<bool, Stop> {
        match expression {
            ExtendedTestExpr::And(left, right) => {
                Ok(self.extended_test(left, system)? && self.extended_test(right, system)?)
            }
            ExtendedTestExpr::Or(left, right) => {
                Ok(self.extended_test(left, system)? || self.extended_test(right, system)?)
            }
            ExtendedTestExpr::Not(inner) => Ok(!self.extended_test(inner, system)?),
            ExtendedTestExpr::Parenthesized(inner) => self.extended_test(inner, system),
            ExtendedTestExpr::UnaryTest(predicate, word) => {
                let operand = self.text(&word.value, system)?;
                Ok(self.extended_unary(predicate, &operand, system))
            }
            ExtendedTestExpr::BinaryTest(predicate, left, right) => {
                let left = self.text(&left.value, system)?;
                self.extended_binary(predicate, &left, &right.value, system)
            }
        }
    }

    fn extended_unary(&self, predicate: &UnaryPredicate, operand: &str, system: &System<'_>) -> bool {
        use UnaryPredicate as P;
        let letter = match predicate {
            P::StringHasZeroLength => return operand.is_empty(),
            P::StringHasNonZeroLength => return !operand.is_empty(),
            P::ShellVariableIsSetAndAssigned => return is_set(self, operand),
            P::ShellOptionEnabled => return self.flags().contains(operand),
            P::FdIsOpenTerminal => return operand.parse().is_ok_and(|number| is_terminal(self, number)),
            P::FileExists => 'e',
            P::FileExistsAndIsDir => 'd',
            P::FileExistsAndIsRegularFile => 'f',
            P::FileExistsAndIsReadable => 'r',
            P::FileExistsAndIsWritable => 'w',
            P::FileExistsAndIsExecutable => 'x',
            P::FileExistsAndIsNotZeroLength => 's',
            P::FileExistsAndIsCharSpecialFile => 'c',
            P::FileExistsAndOwnedByEffectiveGroupId | P::FileExistsAndOwnedByEffectiveUserId => 'O',
            P::FileExistsAndModifiedSinceLastRead => 'N',
            P::FileExistsAndIsBlockSpecialFile
            | P::FileExistsAndIsSetgid
            | P::FileExistsAndIsSymlink
            | P::FileExistsAndHasStickyBit
            | P::FileExistsAndIsFifo
            | P::FileExistsAndIsSetuid
            | P::FileExistsAndIsSocket
            | P::ShellVariableIsSetAndNameRef => return false,
        };
        file_is(self, system, letter, operand)
    }

    fn extended_binary(
        &mut self,
        predicate: &BinaryPredicate,
        left: &str,
        right: &str,
        system: &mut System<'_>,
    ) -> Result<bool, Stop> {
        use BinaryPredicate as P;
        let numbers = |shell: &mut Self, system: &mut System<'_>| -> Result<std::cmp::Ordering, Stop> {
            let right = shell.text(right, system)?;
            Ok(shell.arithmetic(left, system)?.cmp(&shell.arithmetic(&right, system)?))
        };
        match predicate {
            P::StringExactlyMatchesPattern => self.fits(left, right, system),
            P::StringDoesNotExactlyMatchPattern => Ok(!self.fits(left, right, system)?),
            P::StringMatchesRegex => self.fits_regex(left, right, system),
            P::StringExactlyMatchesString => Ok(left == self.text(right, system)?),
            P::StringDoesNotExactlyMatchString => Ok(left != self.text(right, system)?),
            P::StringContainsSubstring => Ok(left.contains(&self.text(right, system)?)),
            P::LeftSortsBeforeRight => Ok(left < self.text(right, system)?.as_str()),
            P::LeftSortsAfterRight => Ok(left > self.text(right, system)?.as_str()),
            P::ArithmeticEqualTo => Ok(numbers(self, system)?.is_eq()),
            P::ArithmeticNotEqualTo => Ok(numbers(self, system)?.is_ne()),
            P::ArithmeticLessThan => Ok(numbers(self, system)?.is_lt()),
            P::ArithmeticLessThanOrEqualTo => Ok(numbers(self, system)?.is_le()),
            P::ArithmeticGreaterThan => Ok(numbers(self, system)?.is_gt()),
            P::ArithmeticGreaterThanOrEqualTo => Ok(numbers(self, system)?.is_ge()),
            P::FilesReferToSameDeviceAndInodeNumbers
            | P::LeftFileIsNewerOrExistsWhenRightDoesNot
            | P::LeftFileIsOlderOrDoesNotExistWhenRightDoes => {
                let operator = match predicate {
                    P::LeftFileIsNewerOrExistsWhenRightDoesNot => "-nt",
                    P::LeftFileIsOlderOrDoesNotExistWhenRightDoes => "-ot",
                    _ => "-ef",
                };
                let right = self.text(right, system)?;
                Ok(compare_files(self, system, left, operator, &right))
            }
        }
    }

    fn fits(&mut self, left: &str, right: &str, system: &mut System<'_>) -> Result<bool, Stop> {
        let pattern = self.pattern(right, system)?;
        Ok(Pattern::new(&pattern).any_case(self.options.no_case_match).fits(left))
    }

    /// `=~`: what the groups took stands in `BASH_REMATCH`.
    fn fits_regex(&mut self, left: &str, right: &str, system: &mut System<'_>) -> Result<bool, Stop> {
        let text = self.pattern(right, system)?;
        let regex =
            Regex::new(&text, Syntax::Extended, self.options.no_case_match).map_err(|_| Stop::Command(2))?;
        let found = regex.find(left.as_bytes(), 0);
        let groups: Vec<String> = found
            .as_ref()
            .map(|found| {
                let parts = (0..found.groups()).map(|group| found.group(group).unwrap_or(0..0));
                parts.map(|range| left[range].to_owned()).collect()
            })
            .unwrap_or_default();
        self.set_value("BASH_REMATCH", Value::Array((0..).zip(groups).collect()))?;
        Ok(found.is_some())
    }
}
