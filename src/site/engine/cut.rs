//! Cuts a module in two: functions that are needed soon, and the rest, which is brought when it is first called.
//!
//! The first module keeps memory, tables and globals, and the functions of its own. In the place of each other function
//! that it calls, exports or has in its table stands a short one of the same type: it sees to it that the rest is there
//! and calls it through the table. The rest imports memory, tables and globals, finds the first module's functions in
//! that table too, and writes its own into it when it is instantiated, over those short ones.

pub use super::wasm::Result;
use super::wasm::{Copied, Wasm};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction,
    MemorySection, Module, TableSection, ValType,
};
use wasmparser::{ExternalKind, FunctionBody};

/// As whose parts the rest imports what the first module exports: `loader.js` knows the names.
const FIRST: &str = "first";
/// As whose parts it imports functions, each by the number of its place in the table.
const TABLE: &str = "table";
/// Under which name the first module exports that table.
const FUNCTIONS: &str = "functions";

/// A module in two parts.
#[derive(Debug)]
pub struct Halves {
    /// Instantiated at the start, with the imports of the whole.
    pub first: Vec<u8>,
    /// Instantiated when it is asked for.
    pub rest: Vec<u8>,
    /// How many functions the first part has of its own, how many short ones, and how many the rest has.
    pub counts: [usize; 3],
}

/// Cuts `bytes`: `called` says of each function that is not imported whether it is needed soon. The imported function
/// whose name contains `bring` brings the rest.
///
/// # Errors
/// A module of another kind, see [`Wasm::read`].
pub fn cut(bytes: &[u8], called: &[bool], bring: &str) -> Result<Halves> {
    let wasm = Wasm::read(bytes)?;
    let plan = Plan::new(&wasm, called, bring)?;
    let counts = [plan.soon.len(), plan.short.len(), plan.late.len()];
    Ok(Halves { first: plan.first()?, rest: plan.rest()?, counts })
}

struct Plan<'a> {
    wasm: &'a Wasm<'a>,
    /// The function that brings the rest, among the imported ones.
    bring: u32,
    /// What the first module keeps, what it has a short function for, and what the rest has.
    soon: BTreeSet<u32>,
    short: Vec<u32>,
    late: Vec<u32>,
    /// What the rest calls of the first module.
    shared: BTreeSet<u32>,
    /// Where in the table a function is.
    places: BTreeMap<u32, u32>,
    /// What is in the table at the start, by the numbers of the whole module.
    slots: Vec<Option<u32>>,
    /// The numbers in the first module and in the rest.
    first_numbers: BTreeMap<u32, u32>,
    rest_numbers: BTreeMap<u32, u32>,
}

impl<'a> Plan<'a> {
    fn new(wasm: &'a Wasm<'a>, called: &[bool], bring: &str) -> Result<Self> {
        let own = wasm.first_own() as u32;
        let bring = wasm.imports.iter().position(|(_, name, _)| name.contains(bring));
        let bring = bring.ok_or("it does not import the function that brings its rest")? as u32;
        if called.len() != wasm.bodies.len() {
            return Err(format!("{} functions were watched, it has {}", called.len(), wasm.bodies.len()));
        }
        let is_called = |number: &u32| called[(number - own) as usize];
        let all = own..own + called.len() as u32;
        let (soon, late): (BTreeSet<u32>, BTreeSet<u32>) = all.partition(is_called);
        let (mut short, mut shared) = (BTreeSet::new(), BTreeSet::new());
        for (number, body) in (own..).zip(&wasm.bodies) {
            let named = Wasm::named(body)?;
            if soon.contains(&number) {
                short.extend(named.into_iter().filter(|named| late.contains(named)));
            } else {
                shared.extend(named.into_iter().filter(|named| !late.contains(named)));
            }
        }
        short
            .extend(wasm.exported().chain(wasm.slots.iter().copied().flatten()).filter(|f| late.contains(f)));
        let mut places = BTreeMap::new();
        let mut slots = wasm.slots.clone();
        slots.resize(wasm.tables.get(wasm.table as usize).map_or(0, |table| table.ty.initial as usize), None);
        for (place, function) in (0..).zip(&wasm.slots) {
            if let Some(function) = function {
                places.entry(*function).or_insert(place);
            }
        }
        for function in short.iter().chain(&shared) {
            places.entry(*function).or_insert_with(|| {
                slots.push(Some(*function));
                slots.len() as u32 - 1
            });
        }
        // Alike ones beside one another, and the table's in the table's order, pack better.
        let place = |function: &u32| places.get(function).copied().unwrap_or(u32::MAX);
        let (mut short, mut late): (Vec<_>, Vec<_>) =
            (short.into_iter().collect(), late.into_iter().collect());
        short.sort_by_key(|function| (wasm.functions.get(*function as usize), place(function)));
        late.sort_by_key(|function| (place(function), *function));
        // The function that asks for the rest comes before those that ask it.
        let kept = soon.iter().chain(&short).copied();
        let first_numbers = (0..own).chain(kept).zip((0..own).chain(own + 1..)).collect();
        let rest_numbers = shared.iter().chain(&late).copied().zip(0..).collect();
        Ok(Self { wasm, bring, soon, short, late, shared, places, slots, first_numbers, rest_numbers })
    }

    fn body(&self, function: u32) -> Result<&FunctionBody<'a>> {
        let body = self.wasm.bodies.get(function as usize - self.wasm.first_own());
        body.ok_or_else(|| format!("function {function} has no body"))
    }

    fn ty(&self, function: u32) -> u32 {
        self.wasm.functions.get(function as usize).copied().unwrap_or_default()
    }

    /// The functions of the first module besides the imported ones and [`Self::asking`].
    fn kept(&self) -> impl Iterator<Item = u32> {
        self.soon.iter().chain(&self.short).copied()
    }

    /// The first module's function that sees to it that the rest is there.
    fn asking(&self) -> u32 {
        self.wasm.first_own() as u32
    }

    /// Whether the rest is there, as a global of the first module.
    fn there(&self) -> u32 {
        self.wasm.globals.len() as u32
    }

    fn first(&self) -> Result<Vec<u8>> {
        let wasm = self.wasm;
        let mut imports = ImportSection::new();
        for (module, name, ty) in &wasm.imports {
            imports.import(module, name, EntityType::Function(*ty));
        }
        let mut functions = FunctionSection::new();
        functions.function(self.ty(self.bring));
        self.kept().for_each(|function| {
            functions.function(self.ty(function));
        });
        let mut tables = TableSection::new();
        for (number, table) in (0..).zip(&wasm.tables) {
            let mut ty = Copied.table_type(table.ty).map_err(said)?;
            if number == wasm.table {
                ty.minimum = self.slots.len() as u64;
                ty.maximum = ty.maximum.map(|most| most.max(ty.minimum));
            }
            tables.table(ty);
        }
        let mut memories = MemorySection::new();
        memories.memory(Copied.memory_type(wasm.memory).map_err(said)?);
        let mut globals = GlobalSection::new();
        for global in &wasm.globals {
            let ty = Copied.global_type(global.ty).map_err(said)?;
            globals.global(ty, &Copied.const_expr(global.init_expr.clone()).map_err(said)?);
        }
        let flag = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(flag, &ConstExpr::i32_const(0));
        let mut numbers = Numbered(&self.first_numbers);
        let mut code = CodeSection::new();
        code.function(&self.ask());
        for function in self.kept() {
            if self.soon.contains(&function) {
                numbers.parse_function_body(&mut code, self.body(function)?.clone()).map_err(said)?;
            } else {
                code.function(&self.shortcut(function));
            }
        }
        let mut data = DataSection::new();
        for (offset, bytes) in &wasm.data {
            data.active(0, &ConstExpr::i32_const(*offset as i32), bytes.iter().copied());
        }
        let mut module = Module::new();
        module.section(&wasm.types).section(&imports).section(&functions).section(&tables).section(&memories);
        module
            .section(&globals)
            .section(&self.exports()?)
            .section(&self.elements(&self.first_numbers, &BTreeSet::new()));
        module.section(&code).section(&data);
        Ok(module.finish())
    }

    fn exports(&self) -> Result<ExportSection> {
        let mut exports = ExportSection::new();
        for export in &self.wasm.exports {
            let kind = Copied.export_kind(export.kind).map_err(said)?;
            let index = match export.kind {
                ExternalKind::Func => number(&self.first_numbers, export.index),
                _ => export.index,
            };
            exports.export(export.name, kind, index);
        }
        exports.export(FUNCTIONS, ExportKind::Table, self.wasm.table);
        for (name, kind, index) in self.lent() {
            exports.export(&name, kind, index);
        }
        Ok(exports)
    }

    /// What the rest imports besides functions: tables, the memory, globals, each under a name of its own.
    fn lent(&self) -> Vec<(String, ExportKind, u32)> {
        let tables =
            (0..self.wasm.tables.len() as u32).map(|at| (format!("lent_table_{at}"), ExportKind::Table, at));
        let globals = (0..self.wasm.globals.len() as u32)
            .map(|at| (format!("lent_global_{at}"), ExportKind::Global, at));
        tables.chain([("lent_memory".into(), ExportKind::Memory, 0)]).chain(globals).collect()
    }

    /// What a part, whose functions have these numbers, writes into the table, in runs of places; not what is `lent`.
    fn elements(&self, numbers: &BTreeMap<u32, u32>, lent: &BTreeSet<u32>) -> ElementSection {
        let mut runs: Vec<(usize, Vec<u32>)> = Vec::new();
        for (place, function) in self.slots.iter().enumerate() {
            let own = function.filter(|function| !lent.contains(function));
            let Some(function) = own.and_then(|function| numbers.get(&function)).copied() else { continue };
            match runs.last_mut() {
                Some((start, run)) if *start + run.len() == place => run.push(function),
                _ => runs.push((place, vec![function])),
            }
        }
        let mut elements = ElementSection::new();
        for (place, run) in runs {
            let table = (self.wasm.table != 0).then_some(self.wasm.table);
            elements.active(table, &ConstExpr::i32_const(place as i32), Elements::Functions(run.into()));
        }
        elements
    }

    /// Brings the rest when it is not there.
    fn ask(&self) -> Function {
        let mut function = Function::new([]);
        function.instruction(&Instruction::GlobalGet(self.there()));
        function.instruction(&Instruction::I32Eqz);
        function.instruction(&Instruction::If(BlockType::Empty));
        function.instruction(&Instruction::Call(self.bring));
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::GlobalSet(self.there()));
        function.instruction(&Instruction::End);
        function.instruction(&Instruction::End);
        function
    }

    /// Calls the rest's function of the same number.
    fn shortcut(&self, function: u32) -> Function {
        let ty = self.ty(function);
        let mut short = Function::new([]);
        short.instruction(&Instruction::Call(self.asking()));
        for parameter in 0..self.wasm.params.get(ty as usize).copied().unwrap_or_default() {
            short.instruction(&Instruction::LocalGet(parameter));
        }
        short.instruction(&Instruction::I32Const(number(&self.places, function) as i32));
        short.instruction(&Instruction::CallIndirect { type_index: ty, table_index: self.wasm.table });
        short.instruction(&Instruction::End);
        short
    }

    fn rest(&self) -> Result<Vec<u8>> {
        let wasm = self.wasm;
        let mut imports = ImportSection::new();
        for (name, kind, index) in self.lent() {
            imports.import(FIRST, &name, self.entity(kind, index)?);
        }
        for function in &self.shared {
            let place = number(&self.places, *function).to_string();
            imports.import(TABLE, &place, EntityType::Function(self.ty(*function)));
        }
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut numbers = Numbered(&self.rest_numbers);
        for function in &self.late {
            functions.function(self.ty(*function));
            numbers.parse_function_body(&mut code, self.body(*function)?.clone()).map_err(said)?;
        }
        let mut module = Module::new();
        module.section(&wasm.types).section(&imports).section(&functions);
        module.section(&self.elements(&self.rest_numbers, &self.shared)).section(&code);
        Ok(module.finish())
    }

    fn entity(&self, kind: ExportKind, index: u32) -> Result<EntityType> {
        let missing = || format!("{kind:?} {index} is not there");
        Ok(match kind {
            ExportKind::Table => {
                let table = self.wasm.tables.get(index as usize).ok_or_else(missing)?;
                let mut ty = Copied.table_type(table.ty).map_err(said)?;
                // What there is may be larger by then.
                ty.maximum = None;
                EntityType::Table(ty)
            }
            ExportKind::Global => {
                let global = self.wasm.globals.get(index as usize).ok_or_else(missing)?;
                EntityType::Global(Copied.global_type(global.ty).map_err(said)?)
            }
            _ => EntityType::Memory(Copied.memory_type(self.wasm.memory).map_err(said)?),
        })
    }
}

fn number(numbers: &BTreeMap<u32, u32>, function: u32) -> u32 {
    numbers.get(&function).copied().unwrap_or_default()
}

fn said(problem: Error<Infallible>) -> String {
    problem.to_string()
}

/// Copies code in which functions have other numbers.
struct Numbered<'a>(&'a BTreeMap<u32, u32>);

impl Reencode for Numbered<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Infallible>> {
        Ok(number(self.0, function))
    }
}
