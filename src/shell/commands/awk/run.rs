//! Carrying a program out.

use super::output::{Outputs, output_of};
use super::parse::{Expression, Function, Input, Pattern, Place, Program, Statement, Target, by_zero};
use super::records::{Reader, split};
use super::value::{Array, Value};
use crate::base::random::Mt19937;
use crate::shell::call::Call;
use crate::shell::regex::{Regex, Syntax};
use crate::shell::stop::Stop;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Calls of functions within one another.
const DEEPEST: usize = 500;
/// Fields of a record.
const MOST_FIELDS: usize = 1_000_000;

/// Why what is at work does not go on.
pub(super) enum Halt {
    Next,
    NextFile,
    Break,
    Continue,
    Return(Value),
    Exit,
    /// The program cannot go on; it has a message.
    Broken(String),
    Stop(Stop),
}

pub(super) type Running<T> = Result<T, Halt>;

/// What a name holds.
#[derive(Clone, Debug)]
enum Cell {
    Value(Value),
    Array(Array),
}

pub(super) struct Machine<'p, 'c, 'a, 'h> {
    program: &'p Program,
    pub call: &'c mut Call<'a, 'h>,
    globals: HashMap<String, Cell>,
    frames: Vec<HashMap<String, Cell>>,
    record: String,
    fields: Vec<Value>,
    /// Whether the fields follow from the record yet, and the record from the fields.
    split: bool,
    joined: bool,
    count: usize,
    operands: Vec<String>,
    current: Option<Reader>,
    read_any: bool,
    /// Whether `current` is the standard input.
    from_input: bool,
    pub readers: BTreeMap<String, Reader>,
    pub outputs: Outputs,
    in_range: Vec<bool>,
    regexes: HashMap<String, Rc<Regex>>,
    status: i32,
    pub random: Mt19937,
    pub seed: f64,
    /// The line of the source that runs.
    line: usize,
}

impl<'p, 'c, 'a, 'h> Machine<'p, 'c, 'a, 'h> {
    pub fn new(program: &'p Program, call: &'c mut Call<'a, 'h>, operands: Vec<String>) -> Self {
        let mut machine = Self {
            program,
            globals: HashMap::new(),
            frames: Vec::new(),
            record: String::new(),
            fields: Vec::new(),
            split: true,
            joined: true,
            count: 0,
            operands,
            current: None,
            read_any: false,
            from_input: false,
            readers: BTreeMap::new(),
            outputs: Outputs::default(),
            in_range: vec![false; program.ranges],
            regexes: HashMap::new(),
            status: 0,
            random: Mt19937::from_seed(0),
            seed: 0.0,
            line: 1,
            call,
        };
        let texts = [
            ("FS", " "),
            ("OFS", " "),
            ("RS", "\n"),
            ("ORS", "\n"),
            ("OFMT", "%.6g"),
            ("CONVFMT", "%.6g"),
            ("SUBSEP", "\u{1c}"),
            ("FILENAME", ""),
        ];
        for (name, value) in texts {
            machine.set_global_value(name, Value::text(value));
        }
        for (name, value) in [("NR", 0.0), ("FNR", 0.0), ("RSTART", 0.0), ("RLENGTH", -1.0)] {
            machine.set_global_value(name, Value::Number(value));
        }
        let environment = machine.call.shell.environment();
        let array = machine.array("ENVIRON");
        array.borrow_mut().extend(environment.into_iter().map(|(name, value)| (name, Value::input(value))));
        let array = machine.array("ARGV");
        let words = std::iter::once("awk".to_owned()).chain(machine.operands.iter().cloned()).enumerate();
        array.borrow_mut().extend(words.map(|(index, word)| (index.to_string(), Value::input(word))));
        let count = machine.operands.len() as f64 + 1.0;
        machine.set_global_value("ARGC", Value::Number(count));
        machine
    }

    /// Sets a variable to text from outside.
    pub fn set_global(&mut self, name: &str, value: &str) {
        self.set_global_value(name, Value::input(value));
    }

    pub fn set_global_value(&mut self, name: &str, value: Value) {
        self.globals.insert(name.to_owned(), Cell::Value(value));
    }

    pub fn run(mut self) -> Result<i32, Stop> {
        let ended = self.rules();
        let closed = self.outputs.close_all(self.call);
        match ended {
            Ok(()) | Err(Halt::Exit) => {
                closed?;
                Ok(self.status)
            }
            Err(Halt::Stop(stop)) => Err(stop),
            Err(Halt::Broken(message)) => {
                let (file, line) = (self.global_text("FILENAME"), self.global("FNR").number());
                let record = match (line, &*file) {
                    (0.0, _) => String::new(),
                    (_, "") => format!("(FILENAME=- FNR={line}) "),
                    _ => format!("(FILENAME={file} FNR={line}) "),
                };
                self.call.complain(format!("cmd. line:{}: {record}fatal: {message}", self.line))?;
                Ok(2)
            }
            Err(_) => Ok(self.status),
        }
    }

    fn rules(&mut self) -> Running<()> {
        let program = self.program;
        let mut ended = self.all_of(|pattern| matches!(pattern, Pattern::Begin));
        let reads = program.rules.iter().any(|rule| !matches!(rule.pattern, Pattern::Begin));
        if ended.is_ok() && reads {
            ended = self.records();
        }
        match ended {
            Ok(()) | Err(Halt::Exit) => {}
            Err(other) => return Err(other),
        }
        if matches!(ended, Err(Halt::Exit)) && !reads {
            return Ok(());
        }
        self.all_of(|pattern| matches!(pattern, Pattern::End))
    }

    fn all_of(&mut self, wanted: impl Fn(&Pattern) -> bool) -> Running<()> {
        for rule in &self.program.rules {
            if wanted(&rule.pattern) {
                match self.block(rule.action.as_deref().unwrap_or_default()) {
                    Ok(()) | Err(Halt::Next) => {}
                    Err(other) => return Err(other),
                }
            }
        }
        Ok(())
    }

    fn records(&mut self) -> Running<()> {
        while let Some(record) = self.next_record()? {
            self.set_record(record);
            match self.main_rules() {
                Ok(()) | Err(Halt::Next) => {}
                Err(Halt::NextFile) => self.current = None,
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    fn main_rules(&mut self) -> Running<()> {
        for rule in &self.program.rules {
            let chosen = match &rule.pattern {
                Pattern::Begin | Pattern::End => false,
                Pattern::Always => true,
                Pattern::When(condition) => self.truth(condition)?,
                Pattern::Range(first, last, number) => {
                    let inside = self.in_range[*number] || self.truth(first)?;
                    if inside {
                        self.in_range[*number] = !self.truth(last)?;
                    }
                    inside
                }
            };
            if !chosen {
                continue;
            }
            match &rule.action {
                Some(statements) => self.block(statements)?,
                None => {
                    let line = format!("{}{}", self.field(0), self.global_text("ORS"));
                    self.call.print(line)?;
                }
            }
        }
        Ok(())
    }

    /// The next record of the main input.
    fn next_record(&mut self) -> Running<Option<String>> {
        loop {
            let separator = self.global_text("RS");
            if let Some(reader) = &mut self.current
                && let Some(record) = reader.next(&separator)
            {
                let (total, here) = (self.global("NR").number() + 1.0, self.global("FNR").number() + 1.0);
                self.set_global_value("NR", Value::Number(total));
                self.set_global_value("FNR", Value::Number(here));
                return Ok(Some(record));
            }
            if self.current.take().is_some() && self.from_input {
                self.call.input()?;
            }
            if !self.open_next()? {
                return Ok(None);
            }
        }
    }

    /// Opens the next operand that is a file; the input when there is none at all.
    fn open_next(&mut self) -> Running<bool> {
        while !self.operands.is_empty() {
            let operand = self.operands.remove(0);
            if let Some((name, value)) = operand.split_once('=')
                && crate::shell::state::is_name(name)
            {
                let value = crate::shell::expand::unescaped(value);
                self.set_global(name, &value);
                continue;
            }
            self.read_any = true;
            self.from_input = operand == "-";
            let bytes = if self.from_input {
                self.call.input_so_far()?
            } else {
                match self.call.bytes(&operand) {
                    Ok(bytes) => bytes,
                    Err(error) => {
                        self.call
                            .complain(format!("fatal: cannot open file `{operand}' for reading: {error}"))?;
                        self.status = 2;
                        continue;
                    }
                }
            };
            self.set_global("FILENAME", &operand);
            self.set_global_value("FNR", Value::Number(0.0));
            self.current = Some(Reader::new(bytes));
            return Ok(true);
        }
        if self.read_any {
            return Ok(false);
        }
        self.read_any = true;
        self.from_input = true;
        let bytes = self.call.input_so_far()?;
        self.current = Some(Reader::new(bytes));
        Ok(true)
    }

    fn set_record(&mut self, record: String) {
        self.record = record;
        self.split = false;
        self.joined = true;
    }

    fn split_record(&mut self) -> Running<()> {
        if self.split {
            return Ok(());
        }
        self.split = true;
        let separator = self.global_text("FS");
        let paragraphs = self.global_text("RS").is_empty();
        let fields = split(&self.record, &separator, paragraphs).map_err(Halt::Broken)?;
        self.fields = fields.into_iter().map(Value::input).collect();
        self.count = self.fields.len();
        Ok(())
    }

    fn join_fields(&mut self) {
        if self.joined {
            return;
        }
        self.joined = true;
        let (separator, format) = (self.global_text("OFS"), self.global_text("CONVFMT"));
        let texts: Vec<Rc<str>> = self.fields.iter().map(|field| field.to_text(&format)).collect();
        self.record = texts.join(&*separator);
    }

    /// The record, or a field of it, as text.
    pub fn field(&mut self, index: usize) -> String {
        if index == 0 {
            self.join_fields();
            return self.record.clone();
        }
        let format = self.global_text("CONVFMT");
        self.fields.get(index - 1).map(|field| field.to_text(&format).to_string()).unwrap_or_default()
    }

    fn field_value(&mut self, index: f64) -> Running<Value> {
        if index < 0.0 {
            return Err(Halt::Broken(format!("attempt to access field {index}")));
        }
        let index = index as usize;
        if index == 0 {
            self.join_fields();
            return Ok(Value::input(&self.record));
        }
        self.split_record()?;
        Ok(self.fields.get(index - 1).cloned().unwrap_or_default())
    }

    fn set_field(&mut self, index: f64, value: Value) -> Running<()> {
        if index < 0.0 || index > MOST_FIELDS as f64 {
            return Err(Halt::Broken(format!("attempt to access field {index}")));
        }
        let index = index as usize;
        if index == 0 {
            let format = self.global_text("CONVFMT");
            self.set_record(value.to_text(&format).to_string());
            return Ok(());
        }
        self.split_record()?;
        if self.fields.len() < index {
            self.fields.resize(index, Value::text(""));
        }
        self.fields[index - 1] = value;
        self.count = self.fields.len();
        self.joined = false;
        Ok(())
    }

    fn cell(&mut self, name: &str) -> &mut Cell {
        let frame = self.frames.last_mut().filter(|frame| frame.contains_key(name));
        let scope = match frame {
            Some(frame) => frame,
            None => &mut self.globals,
        };
        scope.entry(name.to_owned()).or_insert_with(|| Cell::Value(Value::Nothing))
    }

    fn global(&self, name: &str) -> Value {
        match self.globals.get(name) {
            Some(Cell::Value(value)) => value.clone(),
            _ => Value::Nothing,
        }
    }

    /// A variable of awk's own as text.
    pub fn global_text(&self, name: &str) -> Rc<str> {
        self.global(name).to_text("%.6g")
    }

    pub fn is_array(&mut self, name: &str) -> bool {
        matches!(self.cell(name), Cell::Array(_))
    }

    /// The array of a name; a name that is nothing yet becomes one.
    pub fn array(&mut self, name: &str) -> Array {
        let cell = self.cell(name);
        match cell {
            Cell::Array(array) => Rc::clone(array),
            Cell::Value(_) => {
                let array = Array::default();
                *cell = Cell::Array(Rc::clone(&array));
                array
            }
        }
    }

    pub fn broken(&self, message: String) -> Halt {
        Halt::Broken(message)
    }

    fn block(&mut self, statements: &[Statement]) -> Running<()> {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    /// The body of a loop; false when the loop ends.
    fn round(&mut self, body: &Statement) -> Running<bool> {
        match self.statement(body) {
            Ok(()) | Err(Halt::Continue) => Ok(true),
            Err(Halt::Break) => Ok(false),
            Err(other) => Err(other),
        }
    }

    fn statement(&mut self, statement: &Statement) -> Running<()> {
        match statement {
            Statement::Line(line, statement) => {
                self.line = *line;
                self.statement(statement)
            }
            Statement::Expression(expression) => self.evaluate(expression).map(drop),
            Statement::Print(arguments, target) => {
                let line = self.printed(arguments)?;
                self.put(&line, target.as_ref())
            }
            Statement::Printf(arguments, target) => {
                let values = arguments
                    .iter()
                    .map(|argument| self.evaluate(argument))
                    .collect::<Running<Vec<Value>>>()?;
                let text = self.formatted(&values)?;
                self.put(&text, target.as_ref())
            }
            Statement::If(condition, then, otherwise) => {
                if self.truth(condition)? {
                    self.statement(then)
                } else {
                    otherwise.as_ref().map_or(Ok(()), |otherwise| self.statement(otherwise))
                }
            }
            Statement::While(condition, body) => {
                while self.truth(condition)? && self.round(body)? {}
                Ok(())
            }
            Statement::Do(body, condition) => {
                while self.round(body)? && self.truth(condition)? {}
                Ok(())
            }
            Statement::For(first, condition, next, body) => {
                if let Some(first) = first {
                    self.statement(first)?;
                }
                loop {
                    if let Some(condition) = condition
                        && !self.truth(condition)?
                    {
                        return Ok(());
                    }
                    if !self.round(body)? {
                        return Ok(());
                    }
                    if let Some(next) = next {
                        self.statement(next)?;
                    }
                }
            }
            Statement::ForIn(variable, array, body) => {
                let keys: Vec<String> = self.array(array).borrow().keys().cloned().collect();
                for key in keys {
                    self.assign(&Place::Variable(variable.clone()), Value::input(key))?;
                    if !self.round(body)? {
                        break;
                    }
                }
                Ok(())
            }
            Statement::Block(statements) => self.block(statements),
            Statement::Next => Err(Halt::Next),
            Statement::NextFile => Err(Halt::NextFile),
            Statement::Exit(status) => {
                if let Some(status) = status {
                    self.status = self.evaluate(status)?.number() as i32 & 0xff;
                }
                Err(Halt::Exit)
            }
            Statement::Return(value) => {
                let value = match value {
                    Some(value) => self.evaluate(value)?,
                    None => Value::Nothing,
                };
                Err(Halt::Return(value))
            }
            Statement::Break => Err(Halt::Break),
            Statement::Continue => Err(Halt::Continue),
            Statement::Delete(array, keys) => {
                let key = match keys {
                    Some(keys) => Some(self.key(keys)?),
                    None => None,
                };
                let array = self.array(array);
                match key {
                    Some(key) => drop(array.borrow_mut().shift_remove(&key)),
                    None => array.borrow_mut().clear(),
                }
                Ok(())
            }
        }
    }

    fn printed(&mut self, arguments: &[Expression]) -> Running<String> {
        let end = self.global_text("ORS");
        if arguments.is_empty() {
            return Ok(format!("{}{end}", self.field(0)));
        }
        let (separator, format) = (self.global_text("OFS"), self.global_text("OFMT"));
        let mut line = String::new();
        for (index, argument) in arguments.iter().enumerate() {
            if index > 0 {
                line.push_str(&separator);
            }
            line.push_str(&self.evaluate(argument)?.to_text(&format));
        }
        line.push_str(&end);
        Ok(line)
    }

    fn put(&mut self, text: &str, target: Option<&Target>) -> Running<()> {
        match target {
            None => self.call.print(text)?,
            Some(Target::File(name)) => {
                let name = self.text_of(name)?;
                if &*name == "/dev/stderr" {
                    self.call.flush()?;
                    self.call.shell.print_error(text, self.call.system);
                } else {
                    self.outputs.file(self.call, &name, false, text.as_bytes())?;
                }
            }
            Some(Target::Append(name)) => {
                let name = self.text_of(name)?;
                self.outputs.file(self.call, &name, true, text.as_bytes())?;
            }
            Some(Target::Pipe(command)) => {
                let command = self.text_of(command)?;
                if matches!(&*command, "cat 1>&2" | "cat >&2") {
                    self.call.flush()?;
                    self.call.shell.print_error(text, self.call.system);
                } else {
                    self.outputs.command(&command, text.as_bytes());
                }
            }
        }
        Ok(())
    }

    pub fn text_of(&mut self, expression: &Expression) -> Running<Rc<str>> {
        let value = self.evaluate(expression)?;
        Ok(value.to_text(&self.global_text("CONVFMT")))
    }

    fn truth(&mut self, expression: &Expression) -> Running<bool> {
        match expression {
            Expression::Regex(regex) => {
                let regex = Rc::clone(regex);
                self.join_fields();
                Ok(regex.is_match(self.record.as_bytes()))
            }
            other => Ok(self.evaluate(other)?.is_true()),
        }
    }

    fn key(&mut self, keys: &[Expression]) -> Running<String> {
        let mut parts = Vec::with_capacity(keys.len());
        for key in keys {
            parts.push(self.text_of(key)?);
        }
        Ok(parts.join(&*self.global_text("SUBSEP")))
    }

    pub fn regex_of(&mut self, text: &str) -> Running<Rc<Regex>> {
        if let Some(regex) = self.regexes.get(text) {
            return Ok(Rc::clone(regex));
        }
        let regex = Regex::new(text, Syntax::Awk, false)
            .map_err(|message| Halt::Broken(format!("{message}: /{text}/")))?;
        let regex = Rc::new(regex);
        self.regexes.insert(text.to_owned(), Rc::clone(&regex));
        Ok(regex)
    }

    fn get(&mut self, place: &Place) -> Running<Value> {
        match place {
            Place::Variable(name) if name == "NF" => {
                self.split_record()?;
                Ok(Value::Number(self.count as f64))
            }
            Place::Variable(name) => match self.cell(name) {
                Cell::Value(value) => Ok(value.clone()),
                Cell::Array(_) => {
                    Err(Halt::Broken(format!("attempt to use array `{name}' in a scalar context")))
                }
            },
            Place::Element(name, keys) => {
                let key = self.key(keys)?;
                let array = self.array(name);
                let value = array.borrow_mut().entry(key).or_default().clone();
                Ok(value)
            }
            Place::Field(index) => {
                let index = self.evaluate(index)?.number();
                self.field_value(index)
            }
        }
    }

    pub fn assign(&mut self, place: &Place, value: Value) -> Running<()> {
        match place {
            Place::Variable(name) if name == "NF" => {
                self.split_record()?;
                let count = value.number().clamp(0.0, MOST_FIELDS as f64) as usize;
                self.fields.resize(count, Value::text(""));
                self.count = count;
                self.joined = false;
                Ok(())
            }
            Place::Variable(name) => match self.cell(name) {
                Cell::Array(_) => {
                    Err(Halt::Broken(format!("attempt to use array `{name}' in a scalar context")))
                }
                cell => {
                    *cell = Cell::Value(value);
                    Ok(())
                }
            },
            Place::Element(name, keys) => {
                let key = self.key(keys)?;
                self.array(name).borrow_mut().insert(key, value);
                Ok(())
            }
            Place::Field(index) => {
                let index = self.evaluate(index)?.number();
                self.set_field(index, value)
            }
        }
    }

    pub fn evaluate(&mut self, expression: &Expression) -> Running<Value> {
        Ok(match expression {
            Expression::Number(number) => Value::Number(*number),
            Expression::Text(text) => Value::Text(Rc::clone(text)),
            Expression::Regex(_) => Value::truth(self.truth(expression)?),
            Expression::Group(inner) => self.evaluate(inner)?,
            Expression::Get(place) => self.get(place)?,
            Expression::Set(place, value) => {
                let value = self.evaluate(value)?;
                self.assign(place, value.clone())?;
                value
            }
            Expression::Update(place, sign, value) => {
                let value = self.evaluate(value)?.number();
                let before = self.get(place)?.number();
                let after = Value::Number(self.compute(*sign, before, value)?);
                self.assign(place, after.clone())?;
                after
            }
            Expression::Step { place, before, by } => {
                let old = self.get(place)?.number();
                self.assign(place, Value::Number(old + by))?;
                Value::Number(if *before { old + by } else { old })
            }
            Expression::Negate(inner) => Value::Number(-self.evaluate(inner)?.number()),
            Expression::Positive(inner) => Value::Number(self.evaluate(inner)?.number()),
            Expression::Not(inner) => Value::truth(!self.truth(inner)?),
            Expression::Binary(sign, left, right) => {
                let left = self.evaluate(left)?.number();
                let right = self.evaluate(right)?.number();
                Value::Number(self.compute(*sign, left, right)?)
            }
            Expression::Compare(sign, left, right) => {
                let left = self.evaluate(left)?;
                let right = self.evaluate(right)?;
                Value::truth(self.compare(sign, &left, &right))
            }
            Expression::Concatenate(left, right) => {
                let left = self.text_of(left)?;
                let right = self.text_of(right)?;
                Value::text(format!("{left}{right}"))
            }
            Expression::And(left, right) => Value::truth(self.truth(left)? && self.truth(right)?),
            Expression::Or(left, right) => Value::truth(self.truth(left)? || self.truth(right)?),
            Expression::Choose(condition, yes, no) => {
                let chosen = if self.truth(condition)? { yes } else { no };
                self.evaluate(chosen)?
            }
            Expression::Matches { text, pattern, negate } => {
                let text = self.text_of(text)?;
                let regex = self.regex(pattern)?;
                Value::truth(regex.is_match(text.as_bytes()) != *negate)
            }
            Expression::In(keys, array) => {
                let key = self.key(keys)?;
                Value::truth(self.array(array).borrow().contains_key(&key))
            }
            Expression::Call(name, arguments) => self.call_function(name, arguments)?,
            Expression::Builtin(name, arguments) => self.builtin(name, arguments)?,
            Expression::Getline(place, input) => self.getline(place.as_deref(), input)?,
        })
    }

    fn compute(&self, sign: char, left: f64, right: f64) -> Running<f64> {
        Ok(match sign {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            '/' | '%' if right == 0.0 => {
                return Err(Halt::Broken(by_zero(sign).into()));
            }
            '/' => left / right,
            '%' => left % right,
            _ => left.powf(right),
        })
    }

    fn compare(&self, sign: &str, left: &Value, right: &Value) -> bool {
        let order = match (left.as_number(), right.as_number()) {
            (Some(left), Some(right)) => left.partial_cmp(&right),
            _ => {
                let format = self.global_text("CONVFMT");
                Some(left.to_text(&format).cmp(&right.to_text(&format)))
            }
        };
        match (sign, order) {
            ("!=", order) => order.is_none_or(|order| order.is_ne()),
            (_, None) => false,
            ("<", Some(order)) => order.is_lt(),
            ("<=", Some(order)) => order.is_le(),
            (">", Some(order)) => order.is_gt(),
            (">=", Some(order)) => order.is_ge(),
            (_, Some(order)) => order.is_eq(),
        }
    }

    fn call_function(&mut self, name: &str, arguments: &[Expression]) -> Running<Value> {
        let Some(function): Option<Rc<Function>> = self.program.functions.get(name).cloned() else {
            return Err(Halt::Broken(format!("function `{name}' not defined")));
        };
        if self.frames.len() >= DEEPEST {
            return Err(Halt::Broken(format!("function `{name}' called too deep")));
        }
        if arguments.len() > function.parameters.len() {
            return Err(Halt::Broken(format!("function `{name}' called with more arguments than declared")));
        }
        let mut frame = HashMap::new();
        // Names that are nothing yet may turn out to be arrays in there.
        let mut unknown = Vec::new();
        for (index, parameter) in function.parameters.iter().enumerate() {
            let cell = match arguments.get(index) {
                None => Cell::Value(Value::Nothing),
                Some(Expression::Get(Place::Variable(name))) if name != "NF" => {
                    let cell = self.cell(name).clone();
                    if matches!(cell, Cell::Value(Value::Nothing)) {
                        unknown.push((name.clone(), parameter.clone()));
                    }
                    cell
                }
                Some(argument) => Cell::Value(self.evaluate(argument)?),
            };
            frame.insert(parameter.clone(), cell);
        }
        self.frames.push(frame);
        let ended = self.block(&function.body);
        let frame = self.frames.pop().unwrap_or_default();
        for (name, parameter) in unknown {
            if let Some(Cell::Array(array)) = frame.get(&parameter) {
                *self.cell(&name) = Cell::Array(Rc::clone(array));
            }
        }
        match ended {
            Ok(()) => Ok(Value::Nothing),
            Err(Halt::Return(value)) => Ok(value),
            Err(other) => Err(other),
        }
    }

    fn getline(&mut self, place: Option<&Place>, input: &Input) -> Running<Value> {
        let record = match input {
            Input::Main => self.next_record()?,
            Input::File(name) => {
                let name = self.text_of(name)?;
                if !self.readers.contains_key(&*name) {
                    let bytes = if &*name == "-" { Ok(self.call.input()?) } else { self.call.bytes(&name) };
                    let Ok(bytes) = bytes else { return Ok(Value::Number(-1.0)) };
                    self.readers.insert(name.to_string(), Reader::new(bytes));
                }
                let separator = self.global_text("RS");
                self.readers.get_mut(&*name).and_then(|reader| reader.next(&separator))
            }
            Input::Command(command) => {
                let command = self.text_of(command)?;
                if !self.readers.contains_key(&*command) {
                    let bytes = output_of(self.call, &command)?;
                    self.readers.insert(command.to_string(), Reader::new(bytes));
                }
                let separator = self.global_text("RS");
                let record = self.readers.get_mut(&*command).and_then(|reader| reader.next(&separator));
                if record.is_some() {
                    let total = self.global("NR").number() + 1.0;
                    self.set_global_value("NR", Value::Number(total));
                }
                record
            }
        };
        let Some(record) = record else { return Ok(Value::Number(0.0)) };
        match place {
            Some(place) => self.assign(place, Value::input(record))?,
            None => self.set_record(record),
        }
        Ok(Value::Number(1.0))
    }
}
