//! How a program of the learner's came to its end: plain data, on the page too.

use crate::plot::picture::Picture;
use serde::{Deserialize, Serialize};

/// One of a program's two outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    /// `sys.stdout`
    Stdout,
    /// `sys.stderr`
    Stderr,
}

/// What a program prints and shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Output {
    /// This text.
    Text {
        /// Where to.
        stream: Stream,
        /// The text.
        text: String,
    },
    /// This figure.
    Figure(Box<Picture>),
    /// More than is shown: nothing comes from now on.
    Cut,
}

/// The end of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The program's exit code: 0 when all went well, 1 after an error that nobody caught.
    pub exit_code: i32,
    /// The error that ended it.
    pub problem: Option<Problem>,
}

/// An error that nobody caught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Its type, `ValueError`.
    pub kind: String,
    /// What it says.
    pub message: String,
    /// The learner's file that was being run.
    pub file: String,
    /// The last line of that file that led to it, from 1.
    pub line: Option<usize>,
    /// What helps most.
    pub hint: Option<Hint>,
}

/// The next thing to look at after an error; the words are in `ui/i18n`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hint {
    /// Nobody gave this name a value; `similar` is a name that exists.
    UnknownName {
        /// The name.
        name: String,
        /// One that is spelt alike.
        similar: Option<String>,
    },
    /// A module that is not here.
    UnknownModule {
        /// Its name.
        name: String,
        /// The packages that are here.
        known: Vec<String>,
    },
    /// The indentation is not that of the lines around.
    Indentation,
    /// A line that opens a block lacks its colon.
    MissingColon,
    /// A bracket or a string is not closed.
    NotClosed,
    /// `=` where `==` is meant.
    AssignmentAsTest,
    /// Python 2's `print`.
    PrintWithoutBrackets,
    /// Text and a number cannot be joined by `+`.
    TextPlusNumber,
    /// Text that is not a number.
    NotANumber {
        /// The text.
        text: String,
    },
    /// A key that is not in the dictionary.
    NoSuchKey {
        /// The key as Python shows it.
        key: String,
    },
    /// A position beyond the end.
    IndexTooLarge,
    /// A function that returns nothing was used as if it did.
    NothingThere {
        /// What was asked of `None`.
        attribute: Option<String>,
    },
    /// An attribute that the type does not have.
    NoSuchAttribute {
        /// The type.
        of: String,
        /// The attribute.
        attribute: String,
    },
    /// Something that is no function was called.
    NotCallable {
        /// Its type.
        of: String,
    },
    /// A call with arguments that the function does not take, or without some that it needs.
    WrongArguments,
    /// A file that is not there.
    NoSuchFile {
        /// As the program named it.
        path: String,
        /// The files that are in the folder.
        present: Vec<String>,
    },
    /// Division by zero.
    DivisionByZero,
    /// A function calls itself without end.
    EndlessRecursion,
    /// More memory than there is.
    OutOfMemory,
    /// The program waits for input, which nobody can type here.
    NoInput,
}
