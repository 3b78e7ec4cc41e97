//! Tokens into a program.

pub(super) use super::lex::Mistake;
use super::lex::{Token, tokens};
use crate::shell::regex::{Regex, Syntax};
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Debug)]
pub(super) enum Pattern {
    Begin,
    End,
    Always,
    When(Expression),
    /// From a record to a record; the number is the range's own.
    Range(Expression, Expression, usize),
}

#[derive(Debug)]
pub(super) struct Rule {
    pub pattern: Pattern,
    /// Nothing: the record is printed.
    pub action: Option<Vec<Statement>>,
}

#[derive(Debug)]
pub(super) struct Function {
    pub parameters: Vec<String>,
    pub body: Vec<Statement>,
}

#[derive(Debug, Default)]
pub(super) struct Program {
    pub rules: Vec<Rule>,
    pub functions: BTreeMap<String, Rc<Function>>,
    pub ranges: usize,
}

/// Where `print` prints to.
#[derive(Debug)]
pub(super) enum Target {
    File(Expression),
    Append(Expression),
    Pipe(Expression),
}

#[derive(Debug)]
pub(super) enum Statement {
    /// What follows stands in this line of the source, from 1.
    Line(usize, Box<Statement>),
    Expression(Expression),
    Print(Vec<Expression>, Option<Target>),
    Printf(Vec<Expression>, Option<Target>),
    If(Expression, Box<Statement>, Option<Box<Statement>>),
    While(Expression, Box<Statement>),
    Do(Box<Statement>, Expression),
    For(Option<Box<Statement>>, Option<Expression>, Option<Box<Statement>>, Box<Statement>),
    ForIn(String, String, Box<Statement>),
    Block(Vec<Statement>),
    Next,
    NextFile,
    Exit(Option<Expression>),
    Return(Option<Expression>),
    Break,
    Continue,
    Delete(String, Option<Vec<Expression>>),
}

/// Where a value can be kept.
#[derive(Debug)]
pub(super) enum Place {
    Variable(String),
    Element(String, Vec<Expression>),
    Field(Box<Expression>),
}

#[derive(Debug)]
pub(super) enum Input {
    Main,
    File(Box<Expression>),
    Command(Box<Expression>),
}

#[derive(Debug)]
pub(super) enum Expression {
    Number(f64),
    Text(Rc<str>),
    Regex(Rc<Regex>),
    Get(Place),
    Set(Place, Box<Expression>),
    Update(Place, char, Box<Expression>),
    /// Before or behind, and by how much.
    Step {
        place: Place,
        before: bool,
        by: f64,
    },
    Negate(Box<Expression>),
    Positive(Box<Expression>),
    Not(Box<Expression>),
    Binary(char, Box<Expression>, Box<Expression>),
    Compare(&'static str, Box<Expression>, Box<Expression>),
    Concatenate(Box<Expression>, Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
    Choose(Box<Expression>, Box<Expression>, Box<Expression>),
    Matches {
        text: Box<Expression>,
        pattern: Box<Expression>,
        negate: bool,
    },
    In(Vec<Expression>, String),
    Call(String, Vec<Expression>),
    Builtin(String, Vec<Expression>),
    Getline(Option<Box<Place>>, Input),
    Group(Box<Expression>),
}

pub(super) fn parse(source: &str) -> Result<Program, Mistake> {
    let ends = source.chars().enumerate().filter(|(_, character)| *character == '\n');
    let lines = std::iter::once(0).chain(ends.map(|(place, _)| place + 1)).collect();
    let mut parser = Parser { tokens: tokens(source)?, at: 0, lines, program: Program::default(), depth: 0 };
    parser.program()?;
    Ok(parser.program)
}

/// What is said of a division by zero.
pub(super) fn by_zero(sign: char) -> &'static str {
    if sign == '/' { "division by zero attempted" } else { "division by zero attempted in `%'" }
}

/// Expressions within one another at most.
const DEEPEST: usize = 200;

struct Parser {
    tokens: Vec<(Token, usize)>,
    at: usize,
    /// Where in the source the lines begin.
    lines: Vec<usize>,
    program: Program,
    depth: usize,
}

type Parsed<T> = Result<T, Mistake>;

impl Parser {
    fn peek(&self) -> &Token {
        self.tokens.get(self.at).map_or(&Token::End, |(token, _)| token)
    }

    fn next(&mut self) -> Token {
        let token = self.peek().clone();
        self.at += 1;
        token
    }

    fn mistake<T>(&self) -> Parsed<T> {
        let message = match self.peek() {
            Token::Newline | Token::End => "unexpected newline or end of string",
            _ => "syntax error",
        };
        Err(Mistake::syntax(self.place(), message))
    }

    /// Where in the source the next token begins.
    fn place(&self) -> usize {
        self.tokens.get(self.at).or(self.tokens.last()).map_or(0, |(_, place)| *place)
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Token::Sign(found) if *found == sign);
        self.at += usize::from(found);
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Token::Keyword(found) if *found == word);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Parsed<()> {
        if self.take(sign) { Ok(()) } else { self.mistake() }
    }

    fn newlines(&mut self) {
        while *self.peek() == Token::Newline {
            self.at += 1;
        }
    }

    fn ends(&mut self) {
        while matches!(self.peek(), Token::Newline | Token::Sign(";")) {
            self.at += 1;
        }
    }

    fn program(&mut self) -> Parsed<()> {
        loop {
            self.ends();
            match self.peek() {
                Token::End => return Ok(()),
                Token::Keyword("function" | "func") => {
                    self.at += 1;
                    self.function()?;
                }
                _ => {
                    let rule = self.rule()?;
                    self.program.rules.push(rule);
                }
            }
        }
    }

    fn function(&mut self) -> Parsed<()> {
        let (Token::Name(name) | Token::Call(name)) = self.next() else { return self.mistake() };
        self.expect("(")?;
        let mut parameters = Vec::new();
        while !self.take(")") {
            let Token::Name(parameter) = self.next() else { return self.mistake() };
            parameters.push(parameter);
            self.newlines();
            if !self.take(",") && !matches!(self.peek(), Token::Sign(")")) {
                return self.mistake();
            }
            self.newlines();
        }
        self.newlines();
        let body = self.block()?;
        self.program.functions.insert(name, Rc::new(Function { parameters, body }));
        Ok(())
    }

    fn rule(&mut self) -> Parsed<Rule> {
        let pattern = if self.take_word("BEGIN") {
            Pattern::Begin
        } else if self.take_word("END") {
            Pattern::End
        } else if matches!(self.peek(), Token::Sign("{")) {
            Pattern::Always
        } else {
            let first = self.expression(true)?;
            if self.take(",") {
                self.newlines();
                let last = self.expression(true)?;
                self.program.ranges += 1;
                Pattern::Range(first, last, self.program.ranges - 1)
            } else {
                Pattern::When(first)
            }
        };
        if matches!(self.peek(), Token::Sign("{")) {
            return Ok(Rule { pattern, action: Some(self.block()?) });
        }
        if matches!(pattern, Pattern::Begin | Pattern::End) {
            return self.mistake();
        }
        Ok(Rule { pattern, action: None })
    }

    fn block(&mut self) -> Parsed<Vec<Statement>> {
        self.expect("{")?;
        let mut statements = Vec::new();
        loop {
            self.ends();
            if self.take("}") {
                return Ok(statements);
            }
            if *self.peek() == Token::End {
                return self.mistake();
            }
            statements.push(self.statement()?);
        }
    }

    /// A statement that is the body of another.
    fn body(&mut self) -> Parsed<Box<Statement>> {
        self.newlines();
        if self.take(";") {
            return Ok(Box::new(Statement::Block(Vec::new())));
        }
        Ok(Box::new(self.statement()?))
    }

    fn statement(&mut self) -> Parsed<Statement> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.mistake();
        }
        let statement = self.any_statement();
        self.depth -= 1;
        statement
    }

    fn any_statement(&mut self) -> Parsed<Statement> {
        if matches!(self.peek(), Token::Sign("{")) {
            return self.block().map(Statement::Block);
        }
        if self.take_word("if") {
            self.expect("(")?;
            let condition = self.expression(true)?;
            self.expect(")")?;
            let then = self.body()?;
            let before = self.at;
            self.ends();
            if self.take_word("else") {
                return Ok(Statement::If(condition, then, Some(self.body()?)));
            }
            self.at = before;
            return Ok(Statement::If(condition, then, None));
        }
        if self.take_word("while") {
            self.expect("(")?;
            let condition = self.expression(true)?;
            self.expect(")")?;
            return Ok(Statement::While(condition, self.body()?));
        }
        if self.take_word("do") {
            let body = self.body()?;
            self.ends();
            if !self.take_word("while") {
                return self.mistake();
            }
            self.expect("(")?;
            let condition = self.expression(true)?;
            self.expect(")")?;
            return self.ended(Statement::Do(body, condition));
        }
        if self.take_word("for") {
            return self.for_statement();
        }
        let statement = self.simple()?;
        self.ended(statement)
    }

    /// A simple statement ends at a newline, a semicolon or the end of its block.
    fn ended(&mut self, statement: Statement) -> Parsed<Statement> {
        match self.peek() {
            Token::Newline | Token::Sign(";") => {
                self.at += 1;
                Ok(statement)
            }
            Token::Sign("}") | Token::End => Ok(statement),
            _ => self.mistake(),
        }
    }

    fn for_statement(&mut self) -> Parsed<Statement> {
        self.expect("(")?;
        if let [
            (Token::Name(variable), _),
            (Token::Keyword("in"), _),
            (Token::Name(array), _),
            (Token::Sign(")"), _),
        ] = self.tokens.get(self.at..self.at + 4).unwrap_or_default()
        {
            let (variable, array) = (variable.clone(), array.clone());
            self.at += 4;
            return Ok(Statement::ForIn(variable, array, self.body()?));
        }
        let first = if self.take(";") {
            None
        } else {
            let first = self.simple()?;
            self.expect(";")?;
            Some(Box::new(first))
        };
        self.newlines();
        let condition = if self.take(";") {
            None
        } else {
            let condition = self.expression(true)?;
            self.expect(";")?;
            Some(condition)
        };
        self.newlines();
        let next = if self.take(")") {
            None
        } else {
            let next = self.simple()?;
            self.expect(")")?;
            Some(Box::new(next))
        };
        Ok(Statement::For(first, condition, next, self.body()?))
    }

    fn simple(&mut self) -> Parsed<Statement> {
        let line = self.lines.partition_point(|start| *start <= self.place());
        Ok(Statement::Line(line, Box::new(self.bare()?)))
    }

    fn bare(&mut self) -> Parsed<Statement> {
        let keyword = match self.peek() {
            Token::Keyword(keyword) => *keyword,
            _ => return self.expression(true).map(Statement::Expression),
        };
        if keyword == "getline" {
            return self.expression(true).map(Statement::Expression);
        }
        self.at += 1;
        let ends = matches!(self.peek(), Token::Newline | Token::Sign(";" | "}") | Token::End);
        Ok(match keyword {
            "print" | "printf" => {
                let arguments = self.print_arguments()?;
                let target = if self.take(">") {
                    Some(Target::File(self.concatenation(false)?))
                } else if self.take(">>") {
                    Some(Target::Append(self.concatenation(false)?))
                } else if self.take("|") {
                    Some(Target::Pipe(self.concatenation(false)?))
                } else {
                    None
                };
                if keyword == "print" {
                    Statement::Print(arguments, target)
                } else if arguments.is_empty() {
                    return self.mistake();
                } else {
                    Statement::Printf(arguments, target)
                }
            }
            "next" => Statement::Next,
            "nextfile" => Statement::NextFile,
            "break" => Statement::Break,
            "continue" => Statement::Continue,
            "exit" => Statement::Exit(if ends { None } else { Some(self.expression(true)?) }),
            "return" => Statement::Return(if ends { None } else { Some(self.expression(true)?) }),
            "delete" => {
                let Token::Name(array) = self.next() else {
                    self.at -= 1;
                    return self.mistake();
                };
                if self.take("[") {
                    let keys = self.list("]")?;
                    Statement::Delete(array, Some(keys))
                } else {
                    Statement::Delete(array, None)
                }
            }
            _ => {
                self.at -= 1;
                return self.mistake();
            }
        })
    }

    /// What `print` prints; `>` redirects unless brackets are around it.
    fn print_arguments(&mut self) -> Parsed<Vec<Expression>> {
        if matches!(self.peek(), Token::Newline | Token::Sign(";" | "}" | ">" | ">>" | "|") | Token::End) {
            return Ok(Vec::new());
        }
        if matches!(self.peek(), Token::Sign("(")) {
            // `print (a, b) > file`: the brackets hold all there is.
            let before = self.at;
            self.at += 1;
            let arguments = self.list(")")?;
            if matches!(self.peek(), Token::Newline | Token::Sign(";" | "}" | ">" | ">>" | "|") | Token::End)
            {
                return Ok(arguments);
            }
            self.at = before;
        }
        let mut arguments = vec![self.ternary(false)?];
        while self.take(",") {
            self.newlines();
            arguments.push(self.ternary(false)?);
        }
        Ok(arguments)
    }

    fn list(&mut self, end: &str) -> Parsed<Vec<Expression>> {
        let mut found = Vec::new();
        self.newlines();
        while !self.take(end) {
            found.push(self.expression(true)?);
            self.newlines();
            if !self.take(",") && !matches!(self.peek(), Token::Sign(sign) if *sign == end) {
                return self.mistake();
            }
            self.newlines();
        }
        Ok(found)
    }

    fn expression(&mut self, greater: bool) -> Parsed<Expression> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return self.mistake();
        }
        let found = self.ternary(greater);
        self.depth -= 1;
        found
    }

    fn ternary(&mut self, greater: bool) -> Parsed<Expression> {
        let condition = self.or(greater)?;
        if self.take("?") {
            self.newlines();
            let yes = self.ternary(greater)?;
            self.newlines();
            self.expect(":")?;
            self.newlines();
            let no = self.ternary(greater)?;
            return Ok(Expression::Choose(Box::new(condition), Box::new(yes), Box::new(no)));
        }
        let assigns = ["=", "+=", "-=", "*=", "/=", "%=", "^=", "**="];
        let Token::Sign(sign) = *self.peek() else { return Ok(condition) };
        if !assigns.contains(&sign) {
            return Ok(condition);
        }
        let Expression::Get(place) = condition else { return self.mistake() };
        self.at += 1;
        self.newlines();
        let value = Box::new(self.ternary(greater)?);
        Ok(match sign {
            "=" => Expression::Set(place, value),
            "**=" => Expression::Update(place, '^', value),
            other => Expression::Update(place, other.chars().next().unwrap_or('+'), value),
        })
    }

    fn or(&mut self, greater: bool) -> Parsed<Expression> {
        let mut left = self.and(greater)?;
        while self.take("||") {
            self.newlines();
            left = Expression::Or(Box::new(left), Box::new(self.and(greater)?));
        }
        Ok(left)
    }

    fn and(&mut self, greater: bool) -> Parsed<Expression> {
        let mut left = self.membership(greater)?;
        while self.take("&&") {
            self.newlines();
            left = Expression::And(Box::new(left), Box::new(self.membership(greater)?));
        }
        Ok(left)
    }

    fn membership(&mut self, greater: bool) -> Parsed<Expression> {
        let mut left = self.matching(greater)?;
        while self.take_word("in") {
            let Token::Name(array) = self.next() else { return self.mistake() };
            left = Expression::In(vec![left], array);
        }
        Ok(left)
    }

    fn matching(&mut self, greater: bool) -> Parsed<Expression> {
        let mut left = self.comparison(greater)?;
        loop {
            let negate = if self.take("~") {
                false
            } else if self.take("!~") {
                true
            } else {
                return Ok(left);
            };
            let pattern = Box::new(self.comparison(greater)?);
            left = Expression::Matches { text: Box::new(left), pattern, negate };
        }
    }

    fn comparison(&mut self, greater: bool) -> Parsed<Expression> {
        let left = self.concatenation(greater)?;
        let sign = match self.peek() {
            Token::Sign(sign @ ("<" | "<=" | "==" | "!=" | ">=")) => *sign,
            Token::Sign(">") if greater => ">",
            _ => return self.pipe_getline(left),
        };
        self.at += 1;
        let right = self.concatenation(greater)?;
        Ok(Expression::Compare(sign, Box::new(left), Box::new(right)))
    }

    /// `command | getline`
    fn pipe_getline(&mut self, mut left: Expression) -> Parsed<Expression> {
        while matches!(self.peek(), Token::Sign("|"))
            && matches!(self.tokens.get(self.at + 1), Some((Token::Keyword("getline"), _)))
        {
            self.at += 2;
            let place = self.optional_place()?;
            left = Expression::Getline(place, Input::Command(Box::new(left)));
        }
        Ok(left)
    }

    fn concatenation(&mut self, greater: bool) -> Parsed<Expression> {
        let mut left = self.sum()?;
        loop {
            let begins = matches!(
                self.peek(),
                Token::Number(_)
                    | Token::Text(_)
                    | Token::Regex(_)
                    | Token::Name(_)
                    | Token::Call(_)
                    | Token::Function(_)
                    | Token::Sign("$" | "!" | "(" | "-" | "+" | "++" | "--")
            );
            if !begins {
                return if greater { self.pipe_getline(left) } else { Ok(left) };
            }
            left = Expression::Concatenate(Box::new(left), Box::new(self.sum()?));
        }
    }

    fn sum(&mut self) -> Parsed<Expression> {
        let mut left = self.product()?;
        loop {
            let sign = if self.take("+") {
                '+'
            } else if self.take("-") {
                '-'
            } else {
                return Ok(left);
            };
            left = Expression::Binary(sign, Box::new(left), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Parsed<Expression> {
        let mut left = self.unary()?;
        loop {
            let sign = if self.take("*") {
                '*'
            } else if self.take("/") {
                '/'
            } else if self.take("%") {
                '%'
            } else {
                return Ok(left);
            };
            let right = self.unary()?;
            // What the parser works out itself it also refuses itself.
            if let (Expression::Number(_), Expression::Number(0.0), '/' | '%') = (&left, &right, sign) {
                return Err(Mistake { at: self.place(), message: by_zero(sign).into(), readable: true });
            }
            left = Expression::Binary(sign, Box::new(left), Box::new(right));
        }
    }

    fn unary(&mut self) -> Parsed<Expression> {
        if self.take("!") {
            return Ok(Expression::Not(Box::new(self.unary()?)));
        }
        if self.take("-") {
            return Ok(Expression::Negate(Box::new(self.unary()?)));
        }
        if self.take("+") {
            return Ok(Expression::Positive(Box::new(self.unary()?)));
        }
        self.power()
    }

    fn power(&mut self) -> Parsed<Expression> {
        let base = self.postfix()?;
        if self.take("^") || self.take("**") {
            // It binds from the right, and a sign may stand behind it.
            let exponent = self.unary()?;
            return Ok(Expression::Binary('^', Box::new(base), Box::new(exponent)));
        }
        Ok(base)
    }

    fn postfix(&mut self) -> Parsed<Expression> {
        let by = if self.take("++") {
            Some(1.0)
        } else if self.take("--") {
            Some(-1.0)
        } else {
            None
        };
        let operand = self.primary()?;
        match (operand, by) {
            (Expression::Get(place), Some(by)) => Ok(Expression::Step { place, before: true, by }),
            (_, Some(_)) => self.mistake(),
            (Expression::Get(place), None) if self.take("++") => {
                Ok(Expression::Step { place, before: false, by: 1.0 })
            }
            (Expression::Get(place), None) if self.take("--") => {
                Ok(Expression::Step { place, before: false, by: -1.0 })
            }
            (operand, None) => Ok(operand),
        }
    }

    fn primary(&mut self) -> Parsed<Expression> {
        Ok(match self.next() {
            Token::Number(number) => Expression::Number(number),
            Token::Text(text) => Expression::Text(Rc::from(text)),
            Token::Regex(text) => match Regex::new(&text, Syntax::Awk, false) {
                Ok(regex) => Expression::Regex(Rc::new(regex)),
                Err(message) => {
                    self.at -= 1;
                    return Err(Mistake {
                        at: self.place(),
                        message: format!("{message}: /{text}/"),
                        readable: true,
                    });
                }
            },
            Token::Sign("$") => {
                let by = if self.take("++") {
                    Some(1.0)
                } else if self.take("--") {
                    Some(-1.0)
                } else {
                    None
                };
                let index = match (self.primary_or_minus()?, by) {
                    (Expression::Get(place), Some(by)) => Expression::Step { place, before: true, by },
                    (_, Some(_)) => return self.mistake(),
                    (index, None) => index,
                };
                Expression::Get(Place::Field(Box::new(index)))
            }
            Token::Sign("(") => {
                let mut found = self.list(")")?;
                if found.len() > 1 || matches!(self.peek(), Token::Keyword("in")) && found.len() != 1 {
                    if !self.take_word("in") {
                        return self.mistake();
                    }
                    let Token::Name(array) = self.next() else { return self.mistake() };
                    return Ok(Expression::In(found, array));
                }
                match found.pop() {
                    Some(inner) => Expression::Group(Box::new(inner)),
                    None => return self.mistake(),
                }
            }
            Token::Name(name) => {
                if self.take("[") {
                    Expression::Get(Place::Element(name, self.list("]")?))
                } else {
                    Expression::Get(Place::Variable(name))
                }
            }
            Token::Call(name) => {
                self.expect("(")?;
                Expression::Call(name, self.list(")")?)
            }
            Token::Function(name) => {
                let arguments = if self.take("(") {
                    self.list(")")?
                } else if name == "length" {
                    Vec::new()
                } else {
                    return self.mistake();
                };
                Expression::Builtin(name, arguments)
            }
            Token::Keyword("getline") => {
                let place = self.optional_place()?;
                let input = if self.take("<") { Input::File(Box::new(self.postfix()?)) } else { Input::Main };
                Expression::Getline(place, input)
            }
            Token::Sign("-") => Expression::Negate(Box::new(self.unary()?)),
            Token::Sign("+") => Expression::Positive(Box::new(self.unary()?)),
            Token::Sign("!") => Expression::Not(Box::new(self.unary()?)),
            _ => {
                self.at -= 1;
                return self.mistake();
            }
        })
    }

    fn primary_or_minus(&mut self) -> Parsed<Expression> {
        if self.take("-") {
            return Ok(Expression::Negate(Box::new(self.primary()?)));
        }
        self.primary()
    }

    /// What `getline` writes to.
    fn optional_place(&mut self) -> Parsed<Option<Box<Place>>> {
        if !matches!(self.peek(), Token::Name(_) | Token::Sign("$")) {
            return Ok(None);
        }
        match self.primary()? {
            Expression::Get(place) => Ok(Some(Box::new(place))),
            _ => self.mistake(),
        }
    }
}
