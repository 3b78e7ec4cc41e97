//! Reading the language: brush's parsers, with bash's words for what is wrong.

use super::stop::Stop;
use brush_parser::ast::{ArithmeticExpr, Program};
use brush_parser::word::{self, BraceExpressionOrText, WordPieceWithSource};
use brush_parser::{ParseError, Parser, ParserOptions, TokenizerError};

/// What is wrong with a text that is no program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// In which line, from 1.
    pub line: usize,
    /// What.
    pub message: String,
    /// Whether it would be right if more followed: a terminal asks for more then.
    pub unfinished: bool,
}

/// Reads a program.
///
/// # Errors
/// When it is none.
pub fn program(text: &str) -> Result<Program, SyntaxError> {
    let mut parser = Parser::new(text.as_bytes(), &options());
    parser.parse_program().map_err(|error| match error {
        ParseError::ParsingNear(position) => {
            let (token, line) = closing_word(text, position.index)
                .unwrap_or_else(|| (token(text, position.index, position.line), position.line));
            unexpected(&token, line)
        }
        ParseError::ParsingAtEndOfInput => match closing_word(text, text.chars().count()) {
            Some((word, line)) => unexpected(&word, line),
            None if text.trim_end().ends_with(['<', '>']) => unexpected("newline", text.lines().count()),
            None => SyntaxError {
                line: text.lines().count() + 1,
                message: "syntax error: unexpected end of file".into(),
                unfinished: true,
            },
        },
        ParseError::Tokenizing { inner, position } => SyntaxError {
            line: position.map_or(1, |position| position.line),
            unfinished: inner.is_incomplete(),
            message: unclosed(&inner),
        },
    })
}

fn unexpected(token: &str, line: usize) -> SyntaxError {
    SyntaxError { line, message: format!("syntax error near unexpected token `{token}'"), unfinished: false }
}

/// The word before the character `index`, with its line, if it closes what was never opened or has nothing in it: the
/// parser takes it for a command at first and stumbles over what follows.
fn closing_word(text: &str, index: usize) -> Option<(String, usize)> {
    let end = text.char_indices().nth(index).map_or(text.len(), |(place, _)| place);
    let passed = text[..end].trim_end();
    let start = passed.rfind(|character: char| character.is_whitespace() || ";&|()".contains(character));
    let (before, word) = passed.split_at(start.map_or(0, |place| place + 1));
    let closes = matches!(word, "then" | "elif" | "else" | "fi" | "do" | "done" | "esac" | "}");
    let is_empty =
        ["then", "else", "do", "{"].into_iter().any(|opening| before.trim_end().ends_with(opening));
    let is_wrong = || is_empty || Parser::new(before.as_bytes(), &options()).parse_program().is_ok();
    (closes && is_wrong()).then(|| (word.to_owned(), before.matches('\n').count() + 1))
}

/// What bash says of something that is opened and not closed.
fn unclosed(error: &TokenizerError) -> String {
    let wanted = match error {
        TokenizerError::UnterminatedSingleQuote(_) | TokenizerError::UnterminatedAnsiCQuote(_) => '\'',
        TokenizerError::UnterminatedDoubleQuote(_) => '"',
        TokenizerError::UnterminatedBackquote(_) => '`',
        TokenizerError::UnterminatedVariable => '}',
        TokenizerError::UnterminatedExtendedGlob(_)
        | TokenizerError::UnterminatedCommandSubstitution
        | TokenizerError::UnterminatedExpansion => ')',
        other => return format!("syntax error: {other}"),
    };
    format!("unexpected EOF while looking for matching `{wanted}'")
}

/// The token that begins in the line `line` at the character `index`, or at the end of the line before.
fn token(text: &str, index: usize, line: usize) -> String {
    let rest: String = text.chars().skip(index).collect();
    let passed = text.chars().take(index).filter(|character| *character == '\n').count();
    let rest = if passed + 1 < line { rest.trim_start_matches('\n') } else { &rest };
    let rest = rest.trim_start_matches([' ', '\t']);
    let operators = ["&&", "||", ";;", "<<", ">>", "&>", "(", ")", ";", "|", "&", "<", ">"];
    if let Some(operator) = operators.into_iter().find(|operator| rest.starts_with(operator)) {
        return operator.into();
    }
    if rest.is_empty() || rest.starts_with('\n') {
        return "newline".into();
    }
    rest.split(|character: char| character.is_whitespace() || "&|;<>()".contains(character))
        .next()
        .unwrap_or_default()
        .into()
}

/// The pieces of a word.
///
/// # Errors
/// When it is none, as `${x`.
pub fn word(text: &str) -> Result<Vec<WordPieceWithSource>, Stop> {
    word::parse(text, &options()).map_err(|_| bad(text))
}

/// The pieces of a text in which quotes stand for themselves.
///
/// # Errors
/// As [`word`].
pub fn document(text: &str) -> Result<Vec<WordPieceWithSource>, Stop> {
    word::parse_heredoc(text, &options()).map_err(|_| bad(text))
}

/// The parts of a word with braces.
///
/// # Errors
/// As [`word`].
pub fn braces(text: &str) -> Result<Option<Vec<BraceExpressionOrText>>, Stop> {
    word::parse_brace_expansions(text, &options()).map_err(|_| bad(text))
}

/// An arithmetic expression.
///
/// # Errors
/// When it is none.
pub fn arithmetic(text: &str) -> Result<ArithmeticExpr, Stop> {
    brush_parser::arithmetic::parse(text.trim()).map_err(|_| {
        let text = text.trim_start();
        // Where an operand is missing, the error is the operator before it; else what follows a whole expression.
        let operators = "+-*/%<>=!&|^?:,~(";
        let (what, token) = match text.trim_end().rfind(|character: char| operators.contains(character)) {
            Some(at) if at + 1 == text.trim_end().len() => ("syntax error: operand expected", &text[at..]),
            _ => {
                let is_operand = |character: char| character.is_alphanumeric() || character == '_';
                ("syntax error in expression", text.trim_start_matches(is_operand).trim_start())
            }
        };
        Stop::fatal(format!("{text}: {what} (error token is \"{token}\")"), 1)
    })
}

fn bad(text: &str) -> Stop {
    Stop::fatal(format!("{text}: bad substitution"), 1)
}

fn options() -> ParserOptions {
    ParserOptions::default()
}
