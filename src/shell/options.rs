//! The options of a command, read as GNU's programs read them: `-xy`, `-n5`, `-n 5`, `--name=5`, in any place.

use super::call::Call;
use super::stop::Stop;

/// An option that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its letter; a long option has that of its short form.
    pub letter: char,
    /// What was given with it.
    pub value: String,
}

/// The options and the other arguments of a call.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Options in the order in which they stand.
    pub options: Vec<Given>,
    /// What is no option.
    pub operands: Vec<String>,
}

/// Which options there are.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Letters; a colon behind one that takes a value.
    pub short: &'static str,
    /// Long names with the letter that they stand for; a letter that is not among the short ones may have a colon too.
    pub long: &'static [(&'static str, &'static str)],
    /// The status of a mistake.
    pub status: i32,
    /// Whether options end at the first other argument.
    pub strict: bool,
}

impl Known {
    /// Options with the usual status of a mistake.
    pub const fn new(short: &'static str, long: &'static [(&'static str, &'static str)]) -> Self {
        Self { short, long, status: 1, strict: false }
    }

    /// The same with another status of a mistake.
    pub const fn status(self, status: i32) -> Self {
        Self { status, ..self }
    }

    /// The same for a command that runs another, whose options are not its own.
    pub const fn strict(self) -> Self {
        Self { strict: true, ..self }
    }

    /// Whether a letter is known, and then whether it takes a value.
    fn takes(&self, letter: char) -> Option<bool> {
        let at = self.short.find(letter).filter(|_| letter != ':')?;
        Some(self.short[at + letter.len_utf8()..].starts_with(':'))
    }
}

impl Parsed {
    /// Whether an option was given.
    pub fn has(&self, letter: char) -> bool {
        self.options.iter().any(|given| given.letter == letter)
    }

    /// The last value given for an option.
    pub fn value(&self, letter: char) -> Option<&str> {
        self.options.iter().rev().find(|given| given.letter == letter).map(|given| given.value.as_str())
    }

    /// The operands of a command that reads files: the standard input where there are none.
    pub fn files(&self) -> Vec<&str> {
        if self.operands.is_empty() { vec!["-"] } else { self.operands.iter().map(String::as_str).collect() }
    }

    /// The last of several options that was given.
    pub fn last_of(&self, letters: &str) -> Option<char> {
        self.options.iter().rev().map(|given| given.letter).find(|letter| letters.contains(*letter))
    }
}

impl Call<'_, '_> {
    /// Reads this call's options.
    ///
    /// # Errors
    /// Ends the command when one is not known or lacks its value; it has been said then.
    pub fn options(&mut self, known: Known) -> Result<Parsed, Stop> {
        let mut parsed = Parsed::default();
        let mut rest = self.arguments.iter();
        while let Some(argument) = rest.next() {
            if argument == "--" {
                parsed.operands.extend(rest.by_ref().cloned());
            } else if let Some(long) = argument.strip_prefix("--") {
                let (name, value) = match long.split_once('=') {
                    Some((name, value)) => (name, Some(value.to_owned())),
                    None => (long, None),
                };
                let (letter, takes) = self.long(name, &known)?;
                let value = match (takes, value) {
                    (true, None) => match rest.next() {
                        Some(value) => value.clone(),
                        None => {
                            return self.mistake(&format!("option '--{name}' requires an argument"), &known);
                        }
                    },
                    (_, value) => value.unwrap_or_default(),
                };
                parsed.options.push(Given { letter, value });
            } else if argument.len() > 1 && argument.starts_with('-') {
                for (at, letter) in argument.char_indices().skip(1) {
                    let Some(takes) = known.takes(letter) else {
                        return self.mistake(&format!("invalid option -- '{letter}'"), &known);
                    };
                    let mut value = String::new();
                    if takes {
                        value = argument[at + letter.len_utf8()..].to_owned();
                        if value.is_empty() {
                            match rest.next() {
                                Some(next) => value.clone_from(next),
                                None => {
                                    let message = format!("option requires an argument -- '{letter}'");
                                    return self.mistake(&message, &known);
                                }
                            }
                        }
                    }
                    parsed.options.push(Given { letter, value });
                    if takes {
                        break;
                    }
                }
            } else {
                parsed.operands.push(argument.clone());
                if known.strict {
                    parsed.operands.extend(rest.by_ref().cloned());
                }
            }
        }
        Ok(parsed)
    }

    /// The letter that a long name, or the beginning of only one, stands for, and whether it takes a value.
    fn long(&mut self, name: &str, known: &Known) -> Result<(char, bool), Stop> {
        let exact = known.long.iter().find(|(long, _)| *long == name);
        let mut begun = known.long.iter().filter(|(long, _)| long.starts_with(name));
        let found = exact.or_else(|| begun.next().filter(|_| begun.next().is_none()));
        match found.and_then(|(_, letter)| Some((letter.chars().next()?, letter.ends_with(':')))) {
            Some((letter, takes)) => Ok((letter, takes || known.takes(letter).unwrap_or(false))),
            None => self.mistake(&format!("unrecognized option '--{name}'"), known),
        }
    }

    fn mistake<T>(&mut self, message: &str, known: &Known) -> Result<T, Stop> {
        self.complain(message)?;
        let line = format!("Try '{} --help' for more information.\n", self.name);
        self.shell.print_error(&line, self.system);
        Err(Stop::Command(known.status))
    }
}
