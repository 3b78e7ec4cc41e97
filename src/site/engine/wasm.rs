//! A wasm module taken apart as far as cutting needs it: one memory, at most one table of functions, active data and
//! elements, as rustc, wasm-bindgen and wasm-opt leave a module without threads.

use wasm_encoder::reencode::Reencode;
use wasmparser::{
    CompositeInnerType, ConstExpr, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, Global,
    MemoryType, Operator, Parser, Payload, Table, TypeRef,
};

/// What is wrong with a module, in a sentence.
pub type Result<T> = std::result::Result<T, String>;

/// In bytes.
pub(super) const PAGE: u64 = 65_536;

/// The parts of a module. Functions are counted with the imported ones, as in wasm.
pub(super) struct Wasm<'a> {
    /// The sections that are copied as they are.
    pub types: wasm_encoder::TypeSection,
    /// How many parameters each type has, if it is a function's.
    pub params: Vec<u32>,
    /// Module, name and type of each imported function.
    pub imports: Vec<(&'a str, &'a str, u32)>,
    /// The type of each function.
    pub functions: Vec<u32>,
    pub tables: Vec<Table<'a>>,
    pub memory: MemoryType,
    pub globals: Vec<Global<'a>>,
    pub exports: Vec<Export<'a>>,
    /// The table that holds functions, and what is in it at the start.
    pub table: u32,
    pub slots: Vec<Option<u32>>,
    /// What is behind the imported functions.
    pub bodies: Vec<FunctionBody<'a>>,
    /// Offset and bytes.
    pub data: Vec<(u32, &'a [u8])>,
}

impl<'a> Wasm<'a> {
    /// Takes `bytes` apart.
    ///
    /// # Errors
    /// What is no wasm, or wasm of another kind.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut wasm = Self {
            types: wasm_encoder::TypeSection::new(),
            params: Vec::new(),
            imports: Vec::new(),
            functions: Vec::new(),
            tables: Vec::new(),
            memory: MemoryType {
                memory64: false,
                shared: false,
                initial: 0,
                maximum: None,
                page_size_log2: None,
            },
            globals: Vec::new(),
            exports: Vec::new(),
            table: 0,
            slots: Vec::new(),
            bodies: Vec::new(),
            data: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(bytes) {
            wasm.take(payload.map_err(|problem| problem.to_string())?)
                .map_err(|problem| problem.to_string())?;
        }
        Ok(wasm)
    }

    fn take(&mut self, payload: Payload<'a>) -> std::result::Result<(), Box<dyn std::error::Error>> {
        match payload {
            Payload::TypeSection(section) => {
                for group in section.clone() {
                    self.params.extend(group?.types().map(|ty| match &ty.composite_type.inner {
                        CompositeInnerType::Func(function) => function.params().len() as u32,
                        _ => 0,
                    }));
                }
                Copied.parse_type_section(&mut self.types, section)?;
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    let TypeRef::Func(ty) = import.ty else {
                        return Err(format!("{} is imported, and no function", import.name).into());
                    };
                    self.imports.push((import.module, import.name, ty));
                    self.functions.push(ty);
                }
            }
            Payload::FunctionSection(section) => {
                for ty in section {
                    self.functions.push(ty?);
                }
            }
            Payload::TableSection(section) => {
                self.tables = section.into_iter().collect::<std::result::Result<_, _>>()?;
            }
            Payload::MemorySection(section) => {
                let memories = section.into_iter().collect::<std::result::Result<Vec<_>, _>>()?;
                let [memory] = memories[..] else { return Err("it has not one memory".into()) };
                self.memory = memory;
            }
            Payload::GlobalSection(section) => {
                self.globals = section.into_iter().collect::<std::result::Result<_, _>>()?;
            }
            Payload::ExportSection(section) => {
                self.exports = section.into_iter().collect::<std::result::Result<_, _>>()?;
            }
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    let ElementKind::Active { table_index, offset_expr } = element.kind else {
                        return Err("it has elements that are not active".into());
                    };
                    let ElementItems::Functions(functions) = element.items else {
                        return Err("it has elements that are no functions".into());
                    };
                    self.table = table_index.unwrap_or(0);
                    let functions = functions.into_iter().collect::<std::result::Result<Vec<_>, _>>()?;
                    self.fill(constant(&offset_expr)? as usize, &functions);
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    let wasmparser::DataKind::Active { offset_expr, .. } = data.kind else {
                        return Err("it has data that are not active".into());
                    };
                    self.data.push((constant(&offset_expr)?, data.data));
                }
            }
            Payload::StartSection { .. } => return Err("it starts by itself".into()),
            _ => {}
        }
        Ok(())
    }

    fn fill(&mut self, offset: usize, functions: &[u32]) {
        let end = offset + functions.len();
        if self.slots.len() < end {
            self.slots.resize(end, None);
        }
        for (slot, function) in self.slots[offset..end].iter_mut().zip(functions) {
            *slot = Some(*function);
        }
    }

    /// Which functions a body calls or names.
    pub fn named(body: &FunctionBody) -> Result<Vec<u32>> {
        let mut named = Vec::new();
        let operators = body.get_operators_reader().map_err(|problem| problem.to_string())?;
        for operator in operators {
            match operator.map_err(|problem| problem.to_string())? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => named.push(function_index),
                Operator::MemoryInit { .. } | Operator::DataDrop { .. } | Operator::TableInit { .. } => {
                    return Err("it copies data or elements by itself".into());
                }
                _ => {}
            }
        }
        Ok(named)
    }

    /// The functions that are exported.
    pub fn exported(&self) -> impl Iterator<Item = u32> {
        self.exports.iter().filter(|export| export.kind == ExternalKind::Func).map(|export| export.index)
    }

    /// The index of the first function that is not imported.
    pub fn first_own(&self) -> usize {
        self.imports.len()
    }
}

/// Copies what names no function.
pub(super) struct Copied;

impl Reencode for Copied {
    type Error = std::convert::Infallible;
}

fn constant(expression: &ConstExpr) -> Result<u32> {
    match expression.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => Ok(value as u32),
        other => Err(format!("it has an offset that is no number: {other:?}")),
    }
}
