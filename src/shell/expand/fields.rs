//! A word while it is being expanded: what of it is quoted, and where it may come apart.

/// A character, and whether it stands for itself only.
#[derive(Clone, Copy, Debug)]
struct Letter {
    character: char,
    quoted: bool,
    /// It came from a variable or a command, so that it may be a place to split at.
    result: bool,
}

#[derive(Clone, Copy, Debug)]
enum Part {
    Letter(Letter),
    /// Quotes were here: a word, even an empty one.
    Quotes,
    /// One word ends and another begins, as between those of `"$@"`.
    Break,
}

/// A word after splitting: its text, and the same as a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// What it says.
    pub text: String,
    /// The same with what is quoted behind backslashes.
    pub pattern: String,
}

/// A word that grows.
#[derive(Debug, Default)]
pub(super) struct Building {
    parts: Vec<Part>,
    /// `"$@"` without arguments was in it: then its quotes make no word.
    no_arguments: bool,
}

impl Building {
    /// Adds text as it was written.
    pub fn literal(&mut self, text: &str, quoted: bool) {
        self.add(text, quoted, false);
        if quoted && text.is_empty() {
            self.parts.push(Part::Quotes);
        }
    }

    /// Adds text that was computed.
    pub fn result(&mut self, text: &str, quoted: bool) {
        self.add(text, quoted, !quoted);
    }

    fn add(&mut self, text: &str, quoted: bool, result: bool) {
        let letters = text.chars().map(|character| Part::Letter(Letter { character, quoted, result }));
        self.parts.extend(letters);
    }

    /// A quoted part begins.
    pub fn open_quotes(&mut self) {
        self.no_arguments = false;
    }

    /// A quoted part ends.
    pub fn close_quotes(&mut self) {
        if !self.no_arguments {
            self.parts.push(Part::Quotes);
        }
        self.no_arguments = false;
    }

    /// Adds words: those of `"$@"`, or of an array.
    pub fn words(&mut self, words: &[String], quoted: bool) {
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                self.parts.push(Part::Break);
            }
            self.result(word, quoted);
            if quoted {
                self.parts.push(Part::Quotes);
            }
        }
        self.no_arguments |= words.is_empty();
    }

    /// All of it as one text; `joint` stands between its words.
    pub fn text(&self, joint: &str) -> String {
        self.joined(joint, |text, letter| text.push(letter.character))
    }

    /// All of it as one pattern.
    pub fn pattern(&self, joint: &str) -> String {
        self.joined(joint, |text, letter| push_to_pattern(text, *letter))
    }

    fn joined(&self, joint: &str, push: impl Fn(&mut String, &Letter)) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Letter(letter) => push(&mut text, letter),
                Part::Quotes => {}
                Part::Break => text.push_str(joint),
            }
        }
        text
    }

    /// The words that it is after splitting at `separators`.
    pub fn split(&self, separators: &str) -> Vec<Field> {
        let mut splitting = Splitting::default();
        for part in &self.parts {
            match part {
                Part::Quotes => {
                    splitting.begin();
                }
                Part::Break => splitting.end_word(),
                Part::Letter(letter) if letter.result && separators.contains(letter.character) => {
                    splitting.separator(letter.character);
                }
                Part::Letter(letter) => splitting.letter(*letter),
            }
        }
        splitting.end_word();
        splitting.fields
    }
}

fn push_to_pattern(pattern: &mut String, letter: Letter) {
    if letter.quoted && !letter.character.is_alphanumeric() {
        pattern.push('\\');
    }
    pattern.push(letter.character);
}

#[derive(Default)]
struct Splitting {
    fields: Vec<Field>,
    field: Option<Field>,
    /// A separator that is not a space has ended a word: another one at once makes an empty word.
    after_visible: bool,
    /// Spaces have ended a word: a visible separator behind them belongs to them.
    after_space: bool,
}

impl Splitting {
    fn begin(&mut self) -> &mut Field {
        self.after_visible = false;
        self.after_space = false;
        self.field.get_or_insert_with(|| Field { text: String::new(), pattern: String::new() })
    }

    fn letter(&mut self, letter: Letter) {
        let field = self.begin();
        field.text.push(letter.character);
        push_to_pattern(&mut field.pattern, letter);
    }

    fn separator(&mut self, character: char) {
        let visible = !matches!(character, ' ' | '\t' | '\n');
        if let Some(field) = self.field.take() {
            self.fields.push(field);
            self.after_visible = visible;
            self.after_space = !visible;
        } else if visible {
            if self.after_space {
                self.after_space = false;
            } else {
                self.fields.push(Field { text: String::new(), pattern: String::new() });
            }
            self.after_visible = true;
        }
    }

    fn end_word(&mut self) {
        self.fields.extend(self.field.take());
        self.after_visible = false;
        self.after_space = false;
    }
}
